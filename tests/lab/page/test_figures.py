from __future__ import annotations

from dataclasses import replace

import numpy as np
from proposed import costing, tuned

from filter.lab.page.figures import figures

WHOLE = tuned()


def test_a_view_has_a_slider_and_two_plots() -> None:
    """Each with a text for those who cannot see it, and a label for the slider."""
    told = figures(WHOLE)
    assert told.count('<input type="range" id="line-') == 2
    assert told.count('<label for="line-') == 2
    assert told.count('role="img"') == told.count("aria-label=") == 5
    assert told.count('class="plot histogram"') == told.count('class="plot trade"') == 2
    assert "Any other line: tag and quarantine" in told


def test_time_and_cost_are_drawn_where_known() -> None:
    """What is left out of the days is said; without dates and costs there is no place for them."""
    assert 'id="days"' in figures(WHOLE)
    assert 'id="cost"' not in figures(WHOLE)
    assert 'id="cost"' in figures(replace(WHOLE, costing=costing(WHOLE.site)))
    date = WHOLE.tuning.date.copy()
    date[7] = np.datetime64("NaT")
    assert "Left out: 1 without a date." in figures(replace(WHOLE, tuning=replace(WHOLE.tuning, date=date)))
    nothing = np.full(len(date), np.datetime64("NaT", "s"))
    assert 'id="days"' not in figures(replace(WHOLE, tuning=replace(WHOLE.tuning, date=nothing)))
