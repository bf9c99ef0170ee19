from __future__ import annotations

import math
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from proposed import costing, part, scope, tuned
from scipy.stats import norm

from filter.lab.tune import pictures as module
from filter.lab.tune.days import days
from filter.lab.tune.pictures import COST, DET, HISTOGRAM, SHADES, VOLUME, draw
from filter.lab.tune.series import histogram, views

WHOLE = tuned(later={"ham": 300, "spam": 90})


def labels(axes: Axes) -> list[str]:
    """What the legend names."""
    return [str(label) for label in axes.get_legend_handles_labels()[1]]


def test_thresholds_are_marked_on_the_trade_off() -> None:
    """Hollow as they stand, full as proposed, at the rates of ham and of misses, with a bar to the proven bound."""
    axes = module._det(WHOLE, views(WHOLE)).axes[0]
    proof = WHOLE.site.proofs[1]
    assert proof.bound is not None
    told = labels(axes)
    named = next(place for place, label in enumerate(told) if label.startswith("quarantine proposed"))
    assert f"{proof.above:,} of 3,000 ham, at most" in told[named]
    point = next(line for line in axes.get_lines() if line.get_label() == told[named])
    assert norm.cdf(point.get_xdata()[0]) == pytest.approx(max(proof.above, 0.5) / 3000)
    bars = [line for line in axes.get_lines() if len(line.get_xdata()) == 2 and line.get_color() == SHADES["quarantine"]]
    assert [norm.cdf(bar.get_xdata()[1]) for bar in bars] == [pytest.approx(proof.bound)]
    assert sum(label.endswith("ham") and " now: " in label for label in told) == 2


def test_none_is_not_drawn_as_a_rate() -> None:
    """No false positive stands at the mark "none", half a message from the edge; an action never taken has no point."""
    few = tuned({"ham": 40, "spam": 30})
    both, alone = module._det(few, views(few)).axes
    assert both.get_xticklabels()[0].get_text() == "none"
    assert "reject proposed: never" in labels(alone)
    assert float(both.get_xticks()[0]) == pytest.approx(norm.ppf(0.5 / 40))


def test_bars_and_lines_are_those_of_the_numbers() -> None:
    """A step for each label with its count; a line where each action begins, named; "never" said where there is none."""
    seen = views(WHOLE)
    above, below = module._histogram(WHOLE, seen).axes
    assert labels(above) == ["ham (3,000)", "spam (900)", "phish (300)", "bec (60)"]
    steps = above.patches[0].get_data()  # type: ignore[attr-defined]  # a StepPatch
    assert steps.values.tolist() == histogram(WHOLE, seen[0]).of[0][1].tolist()
    assert [line.get_xdata()[0] for line in above.get_lines()] == [WHOLE.line("tag"), WHOLE.line("quarantine")]
    assert [text.get_text()[:4] for text in above.texts] == ["tag ", "quar"]
    assert math.isfinite(WHOLE.line("reject")) or "reject: never" in below.get_title(loc="left")
    assert above.get_yscale() == "log"


def test_lines_next_to_each_other_do_not_hide_their_names() -> None:
    """Two actions at nearly the same line are named on two heights."""
    proofs = tuple(replace(proof, line=1.0 + place / 10) for place, proof in enumerate(WHOLE.site.proofs))
    near = replace(WHOLE, site=replace(WHOLE.site, proofs=proofs))
    picture = module._histogram(near, views(near))
    FigureCanvasAgg(picture).draw()
    first, second = (text.get_window_extent() for text in picture.axes[0].texts)
    assert not first.overlaps(second)


def test_a_day_is_stacked_by_action() -> None:
    """The strongest lowest; beside it what the current thresholds take, and where the mail kept for checking begins."""
    found = days(WHOLE)
    assert found is not None
    axes = module._volume(found).axes
    assert [panel.get_title(loc="left") for panel in axes] == ["Ham acted on", "Bad mail acted on", "Mail without a label acted on"]
    heights = [[bar.get_height() for bar in container] for container in axes[1].containers]  # type: ignore[attr-defined]  # bars
    bad = found.sides[1]
    assert heights == [bad.proposed[:, place].tolist() for place in (2, 1, 0)]
    assert any(str(line.get_label()).startswith("from here on") for line in axes[0].get_lines())
    undated = replace(found, undated=7, width=14)
    assert module._volume(undated).axes[-1].get_xlabel() == "means of 14 days (messages left out: 7 without a date)"


def test_cost_is_drawn_with_its_flat_places() -> None:
    """The curve, both ranges with the wider one below, what the current and the proposed thresholds cost."""
    whole = replace(WHOLE, costing=costing(WHOLE.site))
    assert whole.costing is not None
    axes = module._cost(whole, whole.costing).axes[0]
    curve = axes.get_lines()[0]
    assert np.asarray(curve.get_ydata()).tolist() == whole.costing.cost.tolist()
    told = labels(axes)
    assert [label[:10] for label in told[1:3]] == ["within 5\xa0%", "within 1\xa0%"]
    assert {"thresholds as they stand: 47.5", "proposed: 40.3"} <= set(told)
    assert axes.get_ylabel() == "cost a day"


@pytest.mark.parametrize("counts", [{"ham": 3000, "spam": 900, "phish": 300, "bec": 60}, {"ham": 3, "bec": 1}])
def test_no_word_is_cut_off(counts: dict[str, int]) -> None:
    """Every text of every picture is inside it, of thousands of messages and of four."""
    one = part(counts)
    whole = tuned(tuning=one, site=scope(one, None), costing=costing(WHOLE.site))
    found = days(whole)
    assert whole.costing is not None
    assert found is not None
    seen = views(whole)
    for picture in (module._det(whole, seen), module._histogram(whole, seen), module._volume(found), module._cost(whole, whole.costing)):
        _whole(picture)


def _whole(picture: Figure) -> None:
    FigureCanvasAgg(picture).draw()
    drawn, (width, height) = picture.get_tightbbox(), picture.get_size_inches()
    assert min(drawn.x0, drawn.y0, width - drawn.x1, height - drawn.y1) >= -0.01, drawn


def test_pictures_are_written(tmp_path: Path) -> None:
    """Those there are numbers for, as PNG, and the same octets again."""
    whole = replace(WHOLE, costing=costing(WHOLE.site))
    paths = draw(tmp_path, whole)
    assert paths == tuple(tmp_path / name for name in (DET, HISTOGRAM, VOLUME, COST))
    octets = [path.read_bytes() for path in paths]
    assert all(picture.startswith(b"\x89PNG\r\n\x1a\n") for picture in octets)
    nothing = np.full(len(WHOLE.tuning), np.datetime64("NaT", "s"))
    undated = replace(WHOLE, tuning=replace(WHOLE.tuning, date=nothing), later=None)
    assert [path.name for path in draw(tmp_path, undated)] == [DET, HISTOGRAM]
    assert [(tmp_path / name).read_bytes() for name in (DET, HISTOGRAM)] == octets[:2]


def test_the_numbers_come_without_what_draws() -> None:
    """Neither series nor the report's page loads matplotlib."""
    program = "import sys, filter.lab.tune.series, filter.lab.tune.days, filter.lab.report; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
