from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ran import NUMBERS, row

from filter.judge import layer, linear
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import THREATS, Hit, Reason
from filter.lab.difference import SCORE_STEP, Change, Difference, Kind, kind_of, kind_of_actions
from filter.store.rows import REASONS, Row


def judged(action: str, score: float = 1.0, label: str = "", hits: tuple[Hit, ...] = (), reasons: tuple[Reason, ...] = ()) -> Row:
    """A row of that disposition."""
    plain = row(0, score, label)
    verdict = replace(plain.verdict, hits=hits, reasons=reasons)
    return replace(plain, verdict=verdict, disposition=Disposition(Action(action), ""))


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("deliver", "tag", Kind.CAUGHT),
        ("deliver", "reject", Kind.CAUGHT),
        ("quarantine", "deliver", Kind.FREED),
        ("tag", "quarantine", Kind.MOVED),
        ("reject", "tag", Kind.MOVED),
        ("deliver", "deliver", None),
        ("reject", "reject", None),
    ],
)
def test_a_difference_is_one_of_disposition(before: str, after: str, kind: Kind | None) -> None:
    """Delivered and then not is caught, the reverse freed; from one action to another is moved."""
    assert kind_of(judged(before), judged(after)) is kind


@pytest.mark.parametrize(("score", "kind"), [(1.0 + SCORE_STEP, None), (1.01 + SCORE_STEP, Kind.SCORED), (0.99 - SCORE_STEP, Kind.SCORED)])
def test_a_score_that_moved_is_one_too(score: float, kind: Kind | None) -> None:
    """In either direction by more than the step, where the disposition stays."""
    assert kind_of(judged("deliver", 1.0), judged("deliver", score)) is kind
    assert kind_of(judged("deliver", 1.0), judged("tag", score)) is Kind.CAUGHT


@pytest.mark.parametrize(
    ("kind", "label", "is_wrong"),
    [
        (Kind.CAUGHT, "ham", True),
        (Kind.CAUGHT, "spam", False),
        (Kind.FREED, "bec", True),
        (Kind.FREED, "ham", False),
        (Kind.MOVED, "ham", False),
        (Kind.CAUGHT, "", False),
        (Kind.FREED, "", False),
    ],
)
def test_a_label_speaks_against_some(kind: Kind, label: str, is_wrong: bool) -> None:
    """Ham that is caught and bad mail that is freed; where there is no label nobody knows."""
    assert Difference(kind, judged("deliver"), judged("tag", label=label)).is_wrong is is_wrong
    assert Difference(kind, judged("deliver", label=label), judged("tag")).is_wrong is is_wrong


def test_the_rules_and_reasons_that_differ_are_told() -> None:
    """Rules before reasons, what changed most first; what stayed is not told, and a rule not a second time as a reason."""
    before = judged(
        "deliver",
        hits=(Hit("stays", "spam", 1.0, "t", "e"), Hit("goes", "phish", 0.5, "t", "e")),
        reasons=(Reason("spam", "text", "pills", 2.0), Reason("spam", "text", "same", 1.0), Reason("spam", "rule", "t: e", 1.0)),
    )
    after = judged(
        "tag",
        hits=(Hit("stays", "spam", 1.0, "t", "f"), Hit("comes", "bec", 2.0, "t", "e"), Hit("floor", "bec", 0.0, "t", "e")),
        reasons=(Reason("spam", "text", "pills", 2.5), Reason("spam", "text", "same", 1.0), Reason("bec", "subject", "wire", -1.0)),
    )
    assert Difference(Kind.CAUGHT, before, after).changes() == (
        Change("bec", "rule", "comes", 0.0, 2.0, by=2.0),
        Change("phish", "rule", "goes", 0.5, 0.0, by=0.5),
        Change("bec", "rule", "floor", 0.0, 0.0, by=0.0),
        Change("bec", "subject", "wire", 0.0, -1.0, by=1.0),
        Change("spam", "text", "pills", 2.0, 2.5, by=0.5),
    )


def kept(*reasons: Reason) -> tuple[Reason, ...]:
    """What a row keeps of a verdict that has these."""
    return tuple(sorted(reasons, key=lambda one: -abs(one.weight)))[:REASONS]


WORDS = [Reason("spam", "text", f"word{number}", 1.0 + number) for number in range(4)]
OTHERS = [Reason("phish", "text", f"word{number}", -1.25 - number) for number in range(3)]


def test_what_moves_up_when_a_rule_goes_is_no_change() -> None:
    """The seventh reason was there before, and was cut off; so it is the other way about, and where two rules go."""
    rules = [Reason("spam", "rule", "t: e", 3.5), Reason("spam", "rule", "u: e", 3.5)]
    hits = (Hit("goes", "spam", 3.5, "t", "e"), Hit("goes-too", "spam", 3.5, "u", "e"))
    before = judged("tag", hits=hits, reasons=kept(*rules, *WORDS, *OTHERS))
    after = judged("deliver", reasons=kept(*WORDS, *OTHERS))
    assert before.verdict.reasons != after.verdict.reasons
    gone = [Change("spam", "rule", name, 3.5, 0.0, by=3.5) for name in ("goes", "goes-too")]
    assert Difference(Kind.FREED, before, after).changes() == tuple(gone)
    assert [one.kind for one in Difference(Kind.CAUGHT, after, before).changes()] == ["rule", "rule"]


def test_a_reason_too_heavy_to_have_been_cut_off_is_told() -> None:
    """Its weight on the other side is not known, only that it is less than all that is named there."""
    before, after = judged("deliver", reasons=kept(*WORDS, *OTHERS)), judged("tag", reasons=kept(*WORDS[:3], *OTHERS, WORDS[0]))
    (told,) = Difference(Kind.CAUGHT, before, after).changes()[:1]
    assert told == Change("spam", "text", "word3", 4.0, None, by=3.0)
    assert Difference(Kind.FREED, after, before).changes()[0] == Change("spam", "text", "word3", None, 4.0, by=3.0)


@pytest.mark.parametrize(("kind", "most"), [("text", linear.REASONS), ("site", layer.REASONS)])
def test_what_the_judge_itself_left_out_is_no_change(kind: str, most: int) -> None:
    """It names so many of a threat, though a row has room for more; of another threat it left out nothing."""
    named = [Reason("spam", kind, f"word{number}", 2.0) for number in range(most - 1)]
    sixth, seventh = Reason("spam", kind, "sixth", 1.1), Reason("spam", kind, "seventh", 1.0)
    before, after = judged("deliver", reasons=kept(*named, sixth)), judged("tag", reasons=kept(*named, seventh))
    assert Difference(Kind.CAUGHT, before, after).changes() == (Change("spam", kind, "sixth", 1.1, None, by=1.1 - 1.0),)
    other = judged("tag", reasons=kept(*named, sixth, Reason("bec", kind, "wire", 0.5))[: REASONS + 1])
    assert Difference(Kind.CAUGHT, before, other).changes() == (Change("bec", kind, "wire", 0.0, 0.5, by=0.5),)


def test_two_reasons_that_read_alike_are_two() -> None:
    """That one of them was cut off is no change of the other."""
    alike = [Reason("spam", "site", "wire", 2.0), Reason("spam", "site", "wire", 1.0)]
    before = judged("deliver", reasons=kept(*alike, *OTHERS))
    after = judged("tag", reasons=kept(*alike, *OTHERS, Reason("bec", "rule", "t: e", 3.0)))
    assert Difference(Kind.CAUGHT, before, after).changes() == ()
    assert [one.by for one in Difference(Kind.CAUGHT, judged("deliver"), before).changes()[:2]] == [3.25, 2.25]


def test_a_reason_of_no_weight_is_no_change() -> None:
    """Whether a row had room for it or not."""
    nothing = [Reason("spam", "text", f"word{number}", 0.0) for number in range(REASONS + 1)]
    assert Difference(Kind.CAUGHT, judged("deliver", reasons=kept(*nothing)), judged("tag", reasons=kept(nothing[-1]))).changes() == ()


_SOME = st.lists(st.builds(Reason, st.sampled_from(THREATS), st.sampled_from(("text", "rule", "site")), st.text("ab", max_size=2), NUMBERS))


@given(_SOME, _SOME, _SOME)
def test_nothing_that_stayed_is_told(both: list[Reason], before: list[Reason], after: list[Reason]) -> None:
    """Of two verdicts cut to what a row keeps, no change is told of a reason that has the same weight in either."""
    both, before, after = (
        [one._replace(evidence=f"{side}{one.evidence}{number}") for number, one in enumerate(some)]
        for side, some in (("both", both), ("before", before), ("after", after))
    )
    rows = judged("deliver", reasons=kept(*before, *both)), judged("tag", reasons=kept(*both, *after))
    assert not any(one.evidence.startswith("both") for one in Difference(Kind.CAUGHT, *rows).changes())


def test_the_gap_has_a_sign() -> None:
    """Up is towards unwanted."""
    assert Difference(Kind.CAUGHT, judged("deliver", -1.0), judged("tag", 2.0)).gap == 3.0
    assert Difference(Kind.FREED, judged("tag", math.inf), judged("deliver", 0.0)).gap == -math.inf


@pytest.mark.parametrize(
    ("was", "becomes", "what"),
    [
        ("deliver", "deliver", None),
        ("tag", "tag", None),
        ("deliver", "tag", "caught"),
        ("deliver", "reject", "caught"),
        ("tag", "deliver", "freed"),
        ("reject", "deliver", "freed"),
        ("tag", "quarantine", "moved"),
        ("reject", "tag", "moved"),
    ],
)
def test_a_difference_has_its_kind(was: str, becomes: str, what: str | None) -> None:
    """Newly acted on, newly delivered, or acted on in another way; nothing where both do the same."""
    assert kind_of_actions(was, becomes) == what
