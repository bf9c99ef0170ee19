from __future__ import annotations

import math
from dataclasses import replace

import pytest
from ran import row

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Hit, Reason
from filter.lab.difference import SCORE_STEP, Change, Difference, Kind, kind_of, kind_of_actions
from filter.store.rows import Row


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
        Change("bec", "rule", "comes", 0.0, 2.0),
        Change("phish", "rule", "goes", 0.5, 0.0),
        Change("bec", "rule", "floor", 0.0, 0.0),
        Change("bec", "subject", "wire", 0.0, -1.0),
        Change("spam", "text", "pills", 2.0, 2.5),
    )


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
