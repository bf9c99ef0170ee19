from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tunable import POLICY, SITE, asked, columns, mixed

from filter.errors import UsageError
from filter.judge.policy import Policies, Policy, Thresholds
from filter.lab.tune import proposal
from filter.lab.tune.asked import Asked
from filter.lab.tune.found import Costs, Tuned
from filter.lab.tune.margins import acted, moved, values
from filter.store.runs import Columns

COSTS = Costs(10.0, 200.0, 2.0)
MANY = columns(*mixed(4_000, 1_000))


@pytest.fixture(autouse=True)
def no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """The nearest messages' reasons are not what is tried here."""
    monkeypatch.setattr(proposal, "nearest", lambda *_: ())


def tune(rows: Columns, what: Asked, policies: Policies = SITE) -> Tuned:
    return proposal.tune(rows, policies, what, [Path("run.parquet")])


def ham_above(rows: Columns, policy: Policy) -> list[int]:
    ham = rows.label == "ham"
    return [int(count) for count in acted(policy, values(rows.score[ham], rows.log_odds[ham])).sum(axis=0)]


def test_no_lower_thresholds_keep_the_budgets() -> None:
    """No more ham than allowed is acted on, and a tenth lower in every row more would be."""
    found = tune(MANY, asked("0.01", "quarantine=0.004", "reject=0.002"))
    tag, quarantine, reject = (proof.line - 0.1 for proof in found.site.proofs)
    lower = ham_above(MANY, moved(POLICY, (tag, quarantine, reject)))
    for proof, count, more in zip(found.site.proofs, ham_above(MANY, found.site.after), lower, strict=True):
        assert proof.allowed is not None
        assert proof.bound is not None
        assert proof.budget is not None
        assert proof.bound <= proof.budget
        assert count == proof.above <= proof.allowed
        assert more >= count
    assert lower[0] > (found.site.proofs[0].allowed or 0)


def test_what_the_ham_cannot_prove_is_never() -> None:
    """The action's thresholds are infinite, and the proof says how much ham it takes."""
    found = tune(MANY, asked("0.001", "quarantine=0.0001"))
    tag, quarantine, reject = found.site.proofs
    assert tag.bound is not None
    assert (quarantine.refused, quarantine.needed, reject.refused) == (True, 29_956, True)
    assert (found.site.after.overall.quarantine, found.site.after.spam.quarantine) == (math.inf, math.inf)
    assert [proof.action for proof in found.refused] == ["quarantine"]


def test_an_action_that_nobody_gave_a_budget_has_the_tightest_that_is_proven() -> None:
    """Where a tenth of the milder one's is more than the ham proves: its line is above all ham, and the budget said is what that proves."""
    found = tune(MANY, asked("0.001"))
    tag, *stronger = found.site.proofs
    for proof in stronger:
        assert (proof.named, proof.allowed, proof.above, proof.budget) == (False, 0, 0, proof.tightest)
        assert tag.budget is not None and tag.budget / 10 < proof.tightest == proof.bound <= tag.budget
        assert proof.line >= tag.line
    assert found.site.after.overall.reject >= found.site.before.overall.reject


def test_a_stronger_action_never_begins_below_a_milder() -> None:
    """Though its rows alone would allow it: here only the spam row quarantines, and all ham is high in the overall score."""
    label, score = mixed(4_000, 1_000)
    rows = columns(label, score)
    low = replace(rows, log_odds=rows.log_odds - 30.0)
    found = tune(low, asked("0.01"), Policies(Policy(Thresholds(5.0), Thresholds(4.0, 6.0))))
    tag, quarantine, _ = found.site.proofs
    assert quarantine.line == tag.line
    assert found.site.after.spam.tag <= found.site.after.spam.quarantine


def test_budgets_in_the_wrong_order_are_refused() -> None:
    """Refused mail is held or worse, so it cannot be more."""
    with pytest.raises(UsageError, match=r"reject \(0.01\) must not be above quarantine \(0.001\)"):
        tune(MANY, asked("0.01", "reject=0.01"))


def test_later_mail_is_kept_apart_and_checks() -> None:
    """Thresholds come of the earlier alone; ham that is higher later refutes the budget."""
    label, score = mixed(4_000, 1_000, shift=6.0)
    whole, early = columns(label, score), columns(label[:2500], score[:2500])
    found = tune(whole, asked("0.01", share=0.5))
    assert found.site.after == tune(early, asked("0.01")).site.after
    assert (len(found.tuning), found.later is not None and len(found.later)) == (2_500, 2_500)
    assert [check.action for _, check in found.refuted] == ["tag", "quarantine"]
    assert tune(early, asked("0.01")).later is None


def test_repeated_and_undated_rows_are_counted() -> None:
    """A row twice is a message once, and changes nothing."""
    once = columns(*mixed(4_000, 1_000), date=np.array([np.datetime64("NaT", "s")] * 5_000))
    both = {field: getattr(once, field) * 2 for field in ("paths", "ids", "senders", "lists", "recipients")}
    arrays = {field: np.concatenate([getattr(once, field)] * 2) for field in ("score", "log_odds", "date", "label", "disposition")}
    found = tune(replace(once, **both, **arrays), asked("0.01"))
    assert (found.repeated, found.undated, found.volume) == (5_000, 5_000, None)
    assert found.site == tune(once, asked("0.01")).site


def test_contradicted_messages_are_on_no_side() -> None:
    """A ham of which another row says spam is neither, and is counted apart from the rows that only repeat."""
    labels, scores = mixed(4_000, 1_000)
    ids = tuple(map(str, range(5_000)))
    found = tune(columns([*labels, "spam", "ham"], [*scores, 9.0, 9.0], ids=(*ids, "x", "x")), asked("0.01"))
    assert (found.contradicted, found.repeated) == (1, 1)
    assert found.site.after == tune(columns(labels, scores, ids=ids), asked("0.01")).site.after


def test_without_ham_in_the_earlier_mail_nothing_is_tuned() -> None:
    """The error says what to change."""
    with pytest.raises(UsageError, match="--verify-share"):
        tune(columns(["spam", "ham"], [1.0, 2.0]), asked("0.1", share=0.5))


def test_cost_chooses_above_what_the_budget_proves() -> None:
    """So the bound still holds; what it costs is told beside what it costs now."""
    free, bound = tune(MANY, asked("0.01")), tune(MANY, asked("0.01", costs=COSTS))
    assert bound.costing is not None
    assert bound.line("quarantine") >= free.line("quarantine")
    assert bound.site.proofs[1].bound == free.site.proofs[1].bound
    assert bound.costing.proposed <= bound.costing.current
    assert bound.costing.a_day
    assert free.costing is None


def test_cost_alone_proves_nothing_and_leaves_the_rest() -> None:
    """Tag and reject stay as they are; no budget is told."""
    found = tune(MANY, asked(costs=COSTS))
    assert [(proof.budget, proof.bound, proof.refused) for proof in found.site.proofs] == [(None, None, False)] * 3
    assert (found.site.after.overall.tag, found.site.after.overall.reject) == (5.4, 12.0)
    assert found.site.after.overall.quarantine != 7.25


def test_dates_of_bad_mail_move_no_line() -> None:
    """Half of them gone or all, it costs as much and is held from the same line on."""
    bad = np.flatnonzero(MANY.label == "spam")
    whole = tune(MANY, asked(costs=COSTS)).costing
    assert whole is not None
    for gone in (bad[::2], bad):
        date = MANY.date.copy()
        date[gone] = np.datetime64("NaT")
        found = tune(replace(MANY, date=date), asked(costs=COSTS)).costing
        assert found is not None
        assert (found.line, found.current) == (whole.line, pytest.approx(whole.current, rel=0.02))


def test_cost_needs_a_quarantine_to_place() -> None:
    """A policy that holds nothing is told so."""
    with pytest.raises(UsageError, match="the policy has none"):
        tune(MANY, asked(costs=COSTS), Policies(Policy(Thresholds(5.0))))


GROUP = Policy(Thresholds(5.4, 6.0, 12.0), Thresholds(3.5, 5.0), Thresholds(), Thresholds(4.25, 5.5), "pay")
GROUPS = Policies(POLICY, ((frozenset({"pay@example.com"}), GROUP),))


def addressed(share: int, higher: float = 3.0) -> Columns:
    """Every so-manieth message is for the group, and of these the ham scores so much higher."""
    label, score = mixed(4_000, 1_000)
    to = tuple(("pay@example.com",) if place % share == 0 else ("ann@example.com",) for place in range(5_000))
    score = [value + higher * (name == "ham") * (place % share == 0) for place, (name, value) in enumerate(zip(label, score, strict=True))]
    return columns(label, score, recipients=to)


def test_a_group_has_its_own_thresholds_where_its_ham_proves_them() -> None:
    """Its own ham's, which is higher; on the site's rows all ham counts, the group's too."""
    found = tune(addressed(2), asked("0.01", "quarantine=0.005", "reject=0.0001"), GROUPS)
    (group,) = found.groups
    assert group.name == group.after.group == "pay"
    assert [proof.inherited for proof in group.proofs] == [False, False, True]
    assert group.after.overall.tag > found.site.after.overall.tag
    assert group.proofs[0].ham < found.site.proofs[0].ham == 4_000
    assert group.proposed[0].tag == group.proofs[0].above <= (group.proofs[0].allowed or 0)


def test_a_group_of_little_ham_has_the_sites_thresholds() -> None:
    """All of them, also where it had its own; the proof says that they are inherited and why."""
    found = tune(addressed(100), asked("0.01"), GROUPS)
    (group,) = found.groups
    assert group.after == replace(found.site.after, group="pay")
    assert [proof.inherited and proof.refused for proof in group.proofs] == [True, True, True]


def test_a_group_that_inherits_a_lower_quarantine_begins_it_no_lower_than_its_tag() -> None:
    """Its own tag line is above the site's quarantine line here."""
    found = tune(addressed(100, higher=30.0), asked("0.2", "quarantine=0.05", "reject=0.04"), GROUPS)
    (group,) = found.groups
    assert [proof.inherited for proof in group.proofs] == [False, True, True]
    assert group.after.overall.quarantine > found.site.after.overall.quarantine
    for row in (group.after.overall, group.after.spam):
        assert row.tag <= row.quarantine


def test_what_is_inf_in_a_group_stays_inf() -> None:
    """Though the rest of the action is the site's, which has a number there."""
    never = replace(GROUP, spam=Thresholds(), overall=Thresholds(5.4, 6.0))
    found = tune(addressed(100), asked("0.01"), Policies(POLICY, ((frozenset({"pay@example.com"}), never),)))
    (group,) = found.groups
    assert [proof.inherited for proof in group.proofs] == [True, True, False]
    assert group.after == replace(
        found.site.after, group="pay", spam=Thresholds(), overall=replace(found.site.after.overall, reject=math.inf)
    )


def test_cost_alone_leaves_a_group_what_it_has_of_its_own() -> None:
    """Its quarantine and what is inf; what is the site's now is the site's then."""
    own = Policy(Thresholds(5.4, 9.0), Thresholds(), Thresholds(), POLICY.bec, "pay")
    found = tune(addressed(2), asked(costs=COSTS), Policies(POLICY, ((frozenset({"pay@example.com"}), own),)))
    (group,) = found.groups
    assert found.site.after.bec.quarantine != POLICY.bec.quarantine
    assert group.after == replace(own, bec=found.site.after.bec)
    assert [(proof.budget, proof.inherited) for proof in group.proofs] == [(None, False), (None, False), (None, False)]


def test_cost_alone_leaves_a_group_with_nothing_of_its_own_the_sites() -> None:
    """It follows the site, and says so."""
    same = Policies(POLICY, ((frozenset({"pay@example.com"}), replace(POLICY, group="pay")),))
    found = tune(addressed(2), asked(costs=COSTS), same)
    assert found.groups[0].after == replace(found.site.after, group="pay")
    assert [proof.inherited for proof in found.groups[0].proofs] == [True, True, True]


def test_later_mail_refutes_a_groups_own_line() -> None:
    """Though it does not the site's; a line that is the site's is not the group's to refute."""
    label, score = mixed(40_000, 1_000)
    to = tuple(("pay@example.com",) if place % 200 == 0 else ("ann@example.com",) for place in range(41_000))
    score = [
        30.0 if place > 29_000 and place % 400 == 0 and name == "ham" else of
        for place, (name, of) in enumerate(zip(label, score, strict=True))
    ]
    found = tune(columns(label, score, recipients=to), asked("0.05", "quarantine=0.03", "reject=0.02", share=0.3), GROUPS)
    assert [(name, check.action) for name, check in found.refuted] == [("pay", "tag"), ("pay", "quarantine")]
    assert found.groups[0].proofs[2].inherited
