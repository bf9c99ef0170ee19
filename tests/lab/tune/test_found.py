from __future__ import annotations

import math
from dataclasses import replace

from proposed import tuned

from filter.lab.metrics import Share
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, Tally


def test_a_tally_tells_shares_of_an_action_or_worse_and_counts_of_it_alone() -> None:
    """Held mail counts as tagged or worse."""
    tally = Tally("ham", 100, 9, 4, 1)
    assert [tally.share(action) for action in ACTIONS] == [Share(9, 100), Share(4, 100), Share(1, 100)]
    assert [tally.only(action) for action in ACTIONS] == [5, 3, 1]


def test_only_a_budget_asked_for_by_name_is_told_as_refused() -> None:
    """One that follows from another is only noted, one for an action that is off was never sought."""
    whole = tuned()
    tag, quarantine, reject = whole.site.proofs
    proofs = (
        replace(tag, allowed=None),
        replace(quarantine, allowed=None, named=False),
        replace(reject, allowed=None, off=True),
    )
    found = replace(whole, site=replace(whole.site, proofs=proofs))
    assert [proof.refused for proof in proofs] == [True, True, False]
    assert found.refused == proofs[:1]


def test_a_proof_has_its_rate_and_its_line() -> None:
    """An action without a proof has no line."""
    whole = tuned()
    proof = whole.site.proofs[0]
    assert proof.rate == proof.above / proof.ham
    assert replace(proof, ham=0).rate == 0.0
    assert whole.line("tag") == proof.line
    assert replace(whole, site=replace(whole.site, proofs=())).line("tag") == math.inf


def test_refuted_budgets_are_told() -> None:
    """Those alone, the site's and the groups', with the group's name."""
    whole = tuned()
    checks = (Check("tag", 0.01, Share(40, 1000)), Check("quarantine", 0.01, Share(1, 1000)))
    site, group = replace(whole.site, checks=checks), replace(whole.site, name="pay", checks=checks)
    assert replace(whole, site=site).refuted == (("", checks[0]),)
    assert replace(whole, site=site, groups=(group,)).refuted == (("", checks[0]), ("pay", checks[0]))
