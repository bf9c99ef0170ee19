from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from proposed import part, tuned

from filter.lab.tune.days import SPANS, days
from filter.lab.tune.margins import acted, values


def test_every_message_is_in_its_day() -> None:
    """Summed over the days, a kind's messages by very action are what the proposed thresholds take on it, and the current ones."""
    whole = tuned(later={"ham": 400, "spam": 90, "": 30})
    found = days(whole)
    assert found is not None
    assert whole.later is not None
    assert (found.width, found.outside, found.undated) == (1, 0, 0)
    assert [side.kind for side in found.sides] == ["ham", "bad", "unknown"]
    assert str(found.start[0]) == "2026-01-05"
    assert str(found.later) == str(whole.later.date.min().astype("datetime64[D]"))
    for side in found.sides:
        chosen = [_of(one, side.kind) for one in (whole.tuning, whole.later)]
        seen = np.concatenate(
            [values(one.score[of], one.log_odds[of]) for one, of in zip((whole.tuning, whole.later), chosen, strict=True)]
        )
        worse = acted(whole.site.after, seen).sum(axis=0)
        assert side.proposed.sum(axis=0).tolist() == [worse[0] - worse[1], worse[1] - worse[2], worse[2]]
        assert side.current.sum() == acted(whole.site.before, seen)[:, 0].sum()


def _of(one, kind):  # type: ignore[no-untyped-def]
    return {"ham": one.label == "ham", "bad": one.bad, "unknown": one.label == ""}[kind]


def test_a_wrong_clock_does_not_stretch_the_axis() -> None:
    """Messages dated far from the rest are counted as left out, and those without a date."""
    whole = tuned()
    date = whole.tuning.date.copy()
    date[0], date[1], date[2] = np.datetime64("1970-01-01"), np.datetime64("2099-01-01"), np.datetime64("NaT")
    found = days(replace(whole, tuning=replace(whole.tuning, date=date)))
    assert found is not None
    assert (found.outside, found.undated, len(found.start)) == (2, 1, 60)
    assert found.left_out == "1 without a date and 2 dated far from the rest"
    assert replace(found, outside=0, undated=0).left_out == ""


def test_long_time_is_drawn_in_weeks() -> None:
    """Means a day of as many weeks as it takes, so that no more than SPANS are; the last, shorter span is divided by its own days."""
    long = part({"ham": 4000, "spam": 4000}, days=1000)
    found = days(tuned(tuning=long))
    assert found is not None
    assert (found.width, len(found.start)) == (14, 72)
    assert len(found.start) <= SPANS
    bad = next(side for side in found.sides if side.kind == "bad")
    full = np.minimum(14, 1000 - 14 * np.arange(72))
    expected = acted(tuned().site.before, values(long.score, long.log_odds)[long.bad])[:, 0].sum()
    assert (bad.current * full).sum() == pytest.approx(expected)


def test_without_dates_there_is_nothing() -> None:
    """Not one message knows its day."""
    whole = tuned()
    nothing = np.full(len(whole.tuning), np.datetime64("NaT", "s"))
    assert days(replace(whole, tuning=replace(whole.tuning, date=nothing))) is None
    later = part({"ham": 3}, days=1)
    found = days(replace(whole, tuning=replace(whole.tuning, date=nothing), later=replace(later, date=nothing[:3])))
    assert found is None
