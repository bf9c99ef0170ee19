from __future__ import annotations

import io
import math
from dataclasses import replace

import pytest
from proposed import costing, scope, tuned
from rich.console import Console

from filter.cli.tuned import percent, shown, verdict
from filter.lab.metrics import Share
from filter.lab.tune.checked import Check
from filter.lab.tune.found import Near, Proof, Senders, Tally, Tuned

PROOF = Proof(
    "tag", 0.001, True, 10_364, 4, 3, 0.00088, 2_995, 0.00029, -4.94, False, False, Senders(116, 2.4, 0.058, "loud@example.org", 2)
)


def printed(whole: Tuned) -> str:
    """So wide that no sentence is broken."""
    console = Console(file=io.StringIO(), width=400, highlight=False, markup=False, emoji=False)
    for part in shown(whole):
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def with_site(**changed: object) -> Tuned:
    whole = tuned()
    return replace(whole, site=replace(whole.site, **changed))


def test_a_rate_has_three_figures() -> None:
    """However small."""
    assert [percent(rate) for rate in (0.001, 0.000088339, 1.0)] == ["0.1 %", "0.00883 %", "100 %"]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, "proven"),
        ({"off": True}, "never, as now"),
        ({"budget": None, "allowed": None, "bound": None}, "no budget: nothing is proven"),
        ({"ham": 1_000, "allowed": None}, "never: 0.1 % needs 2,995 ham, 1,995 more; these prove 0.029 % at best"),
        ({"ham": 1_000, "allowed": None, "inherited": True}, "the site's thresholds: 0.1 % needs 2,995 ham, 1,995 more"),
        ({"budget": None, "allowed": None, "inherited": True}, "the site's thresholds"),
    ],
)
def test_what_becomes_of_an_action_is_told_with_its_reason(changed: dict[str, object], says: str) -> None:
    """In a few words."""
    assert verdict(replace(PROOF, **changed)).startswith(says)  # type: ignore[arg-type]  (fields by name)


def test_everything_is_shown() -> None:
    """Both parts, both policies, groups, volumes, costs, the nearest messages."""
    whole = tuned(later={"ham": 500, "spam": 100})
    text = printed(replace(whole, groups=(scope(whole.tuning, whole.later, "pay"),), costing=costing(whole.site), undated=3))
    for part in (
        "Tuned on 4,460 messages, the earlier; checked on 600 later ones. 12 rows were left out",
        "3 messages have no date",
        "Ham a day: 50.0, counted over 60 days.",
        "site: log-odds, now -> proposed",
        "group pay: log-odds, now -> proposed",
        "on the mail tuned on",
        "on later mail",
        "a day, by earlier and later mail, now -> proposed",
        "Cost a day, as the mail tuned on has it: 47.50 now, 40.30 proposed.",
        "Less than 1 % above it from 0.87 to 2.13, a width of 1.26.",
        "jan.mbox:17",
    ):
        assert part in text


def test_what_a_message_says_moves_no_cursor() -> None:
    """Its path, its reason and its sender are written out."""
    senders = Senders(3, 1.0, 0.9, "a\x1b[2J@example.org", 3)
    whole = with_site(proofs=(replace(PROOF, senders=senders),), checks=(Check("tag", 0.1, Share(9, 10), "b\x1b[2J", 9),))
    whole = replace(whole, site=replace(whole.site, later_proposed=whole.site.proposed, later_current=whole.site.current))
    text = printed(replace(whole, nearest=(Near("tag", 1.0, "c\x1b[2J", 1.0, "", "d\x1b[2J"),)))
    assert "\x1b" not in text
    assert all(f"{name}\\x1b[2J" in text for name in "abcd")


def test_few_senders_are_a_caution() -> None:
    """Where a vote a sender proves much less; said with who is loudest, where more than one message is theirs."""
    text = printed(with_site(proofs=(PROOF,)))
    assert (
        "the 10,364 ham are of 116 senders and lists; with one vote a sender they prove 5.8 %; 2 of 3 above came from loud@example.org."
        in text
    )
    many = replace(PROOF, senders=Senders(9_000, 2.4, 0.001, "loud@example.org", 2))
    assert "senders and lists" not in printed(with_site(proofs=(many,)))


def test_an_action_that_is_turned_off_for_want_of_proof_is_a_caution() -> None:
    """With the budget that could be proven, rounded so that it can."""
    refused = replace(PROOF, action="quarantine", allowed=None, bound=None, line=math.inf, tightest=0.00028901)
    text = printed(with_site(proofs=(refused,)))
    assert "mail is held or refused now, and would no longer be; these ham could prove --budget quarantine=0.00029." in text
    assert "could prove no budget" in printed(with_site(proofs=(replace(refused, tightest=1.0),)))


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (1, "within the budget of 0.1 %: 1 of 1,000 ham, 0.1 % [0.00253, 0.556]; too few to prove it on their own."),
        (2, "tagged or worse: later mail is above the budget, though it does not refute it: 0.1 %"),
        (30, "tagged or worse: LATER MAIL REFUTES the budget of 0.1 %: 30 of 1,000 ham"),
    ],
)
def test_what_later_mail_says_is_told(count: int, says: str) -> None:
    """Kept, not kept, refuted."""
    whole = with_site(checks=(Check("tag", 0.001, Share(count, 1000)),))
    assert says in printed(replace(whole, site=replace(whole.site, later_proposed=whole.site.proposed, later_current=whole.site.current)))


def test_later_mail_of_a_group_is_told_with_its_name() -> None:
    """So that a refuted budget can be searched for."""
    whole = tuned(later={"ham": 500, "spam": 100})
    group = replace(scope(whole.tuning, whole.later, "pay"), checks=(Check("tag", 0.001, Share(30, 1000)),))
    assert "\ngroup pay: tagged or worse: LATER MAIL REFUTES the budget of 0.1 %" in printed(replace(whole, groups=(group,)))


def test_volumes_are_those_of_the_action_alone() -> None:
    """A day's ham that is tagged, and no more: the share that is tagged and not held."""
    whole = tuned()
    assert whole.volume is not None
    ham = whole.site.proposed[0]
    tagged = whole.volume.ham * (ham.tag - ham.quarantine) / ham.total
    line = next(line for line in printed(whole).splitlines() if line.startswith(" tag ") and "->" in line and "│" in line)
    assert f"-> {tagged:.3g}" in line


def test_volumes_count_later_mail_too() -> None:
    """A day's ham that is held now: of all ham, so that none that the tables above have is missing."""
    whole = tuned(later={"ham": 500, "spam": 100})
    early, late = (Tally("ham", 1_500, 0, 0, 0),), (Tally("ham", 500, 40, 40, 0),)
    site = replace(whole.site, current=early, proposed=early, later_current=late, later_proposed=late)
    table = printed(replace(whole, site=site)).partition("a day, by earlier and later mail, now -> proposed")[2]
    line = next(line for line in table.splitlines() if line.startswith(" quarantine "))
    assert line.split("│")[1].strip() == "1 -> 1"  # 40 of 2,000, and 50 ham come a day
    assert " a day, now -> proposed" in printed(tuned())


def test_where_holding_nothing_costs_least_it_is_said() -> None:
    """A line that is never reached is no number."""
    whole = tuned()
    nothing = replace(costing(whole.site), line=math.inf, flat=())
    assert "holding nothing costs least" in printed(replace(whole, costing=nothing))
