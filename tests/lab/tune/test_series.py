from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from proposed import POLICY, part, tuned
from scipy.stats import beta

from filter.judge.policy import Thresholds
from filter.lab.metrics import det_curve
from filter.lab.tune.found import Tally
from filter.lab.tune.series import BARS, EXACT, POINTS, View, bounds, counts, curves, histogram, of_head, outcome, percent, views


def test_actions_of_the_same_margins_share_a_view() -> None:
    """By default tag and quarantine look at three rows and reject at one; what is never taken has no view."""
    whole = tuned()
    both, alone = views(whole)
    assert (both.actions, alone.actions) == (("tag", "quarantine"), ("reject",))
    assert (both.title, alone.title) == ("tag and quarantine", "reject")
    assert both.margins.tolist() == whole.tuning.margins[:, 1].tolist() != alone.margins.tolist()
    proofs = tuple(replace(proof, off=proof.action != "quarantine") for proof in whole.site.proofs)
    assert [view.actions for view in views(replace(whole, site=replace(whole.site, proofs=proofs)))] == [("quarantine",)]


def test_a_curve_is_that_of_a_heads_mail_against_all_ham() -> None:
    """One for all bad mail and for each threat there is mail of."""
    whole = tuned({"ham": 50, "spam": 20, "bec": 4})
    view = views(whole)[0]
    found = curves(whole, view)
    assert [(one.head, one.ham, one.bad) for one in found] == [("overall", 50, 24), ("spam", 50, 20), ("bec", 50, 4)]
    for one in found:
        expected = det_curve(view.margins[whole.tuning.ham], view.margins[of_head(whole.tuning, one.head)])
        assert (one.false_positive.tolist(), one.miss.tolist()) == (expected[0].tolist(), expected[1].tolist())


def test_a_long_curve_is_thinned_to_points_of_itself() -> None:
    """Its ends stay, and no point is one that it had not."""
    whole = tuned({"ham": 3 * POINTS, "spam": 3 * POINTS})
    view = views(whole)[0]
    thin = curves(whole, view)[0]
    expected = det_curve(view.margins[whole.tuning.ham], view.margins[whole.tuning.bad])
    assert POINTS / 4 < len(thin.miss) < POINTS * 1.5
    points = set(zip(*(side.tolist() for side in expected), strict=True))
    ours = list(zip(thin.false_positive.tolist(), thin.miss.tolist(), strict=True))
    assert points >= set(ours)
    assert (ours[0], ours[-1]) == ((1.0, 0.0), (0.0, 1.0))


def test_counts_are_of_what_is_at_or_above_a_line() -> None:
    """Equal margins count together; exact everywhere while they are few."""
    found = counts(np.array([1.0, 3.0, 2.0, 3.0]), up=True)
    assert (found.value.tolist(), found.count.tolist(), found.total, found.exact) == ([3.0, 2.0, 1.0], [2, 3, 4], 4, -math.inf)


@pytest.mark.parametrize("up", [True, False])
def test_many_counts_are_rounded_to_the_honest_side(up: bool) -> None:
    """Exact from `exact` on; below never too low of ham, never too high of bad mail, and off by a hundredth at most."""
    margins = np.random.default_rng(3).normal(size=20 * POINTS)
    found = counts(margins, up=up)
    assert len(found.value) <= POINTS
    assert np.count_nonzero(margins >= found.exact) >= EXACT
    for line in np.concatenate([np.linspace(-3.5, 3.5, 200), found.value[::50], [found.exact]]):
        place = np.searchsorted(-found.value, -line, "right") - 1
        told, true = int(found.count[place]) if place >= 0 else 0, int(np.count_nonzero(margins >= line))
        assert told >= true if up else told <= true
        assert told == true or line < found.exact
        assert abs(told - true) <= max(0.01 * true, len(margins) / EXACT)
    assert found.count[-1] == len(margins)


def test_a_bound_is_the_one_sided_limit() -> None:
    """Of Clopper and Pearson, of each count; where all are above it is 1."""
    found = counts(np.array([1.0, 2.0, 2.0, 5.0]), up=True)
    assert bounds(found, 0.9).tolist() == pytest.approx([beta.ppf(0.9, 2, 3), beta.ppf(0.9, 4, 1), 1.0])


def test_a_histogram_holds_every_message() -> None:
    """In bars of a round width that zero is an edge of; what is far off is in the end bars and stretches nothing."""
    whole = tuned()
    view = views(whole)[0]
    margins = view.margins.copy()
    margins[0] = 1e6
    found = histogram(whole, View(view.actions, margins))
    assert len(found.edges) <= BARS
    assert 0.0 in found.edges
    assert len(set(np.round(np.diff(found.edges), 9))) == 1
    assert {name: int(count.sum()) for name, count in found.of} == {"ham": 3000, "spam": 900, "phish": 300, "bec": 60}
    ham = margins[whole.tuning.ham]
    middle = (ham >= found.edges[3]) & (ham < found.edges[4])
    assert dict(found.of)["ham"][3] == np.count_nonzero(middle)
    assert found.edges[0] < min(whole.line("tag"), 0) < max(whole.line("quarantine"), 0) < found.edges[-1]


def test_an_outcome_is_of_ham_and_of_all_bad_mail() -> None:
    """Those without a label are in neither."""
    tallies = (Tally("ham", 10, 3, 2, 1), Tally("spam", 20, 9, 8, 7), Tally("bec", 4, 1, 1, 0), Tally("", 50, 40, 30, 20))
    ham, bad = outcome(tallies, "quarantine")
    assert ((ham.count, ham.total), (bad.count, bad.total)) == ((2, 10), (9, 24))


def test_rates_are_told_in_percent() -> None:
    """With three digits that count, and a space that does not break."""
    assert [percent(rate) for rate in (0.0, 0.5, 0.0001842, 0.95)] == ["0\xa0%", "50\xa0%", "0.0184\xa0%", "95\xa0%"]


def test_the_stand_in_is_what_it_says() -> None:
    """Its margins are against the policy's rows: where spam alone is looked at, the margin is spam's."""
    policy = replace(POLICY, overall=Thresholds(), bec=Thresholds())
    one = part({"ham": 5, "spam": 5}, policy=policy)
    assert one.margins[:, 0].tolist() == (one.log_odds[:, 0] - 3.5).tolist()
