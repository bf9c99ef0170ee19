from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from scipy.stats import norm

from filter.lab.drawing import COLOURS, DASHES, captioned, plain, rated, saved, trade
from filter.lab.metrics import Curve
from filter.lab.scored import HEADS


def test_heads_are_told_apart_without_colour() -> None:
    """Every head has a colour and a dash of its own."""
    assert set(COLOURS) == set(DASHES) == set(HEADS)
    assert len(set(COLOURS.values())) == len(set(map(str, DASHES.values()))) == len(HEADS)


def test_a_curve_is_drawn_in_steps() -> None:
    """At the deviates of its rates, none of its mail where none of the axes' is, with the mail it is of in the legend."""
    axes = Figure().add_subplot()
    trade(axes, Curve("spam", np.array([1.0, 0.5, 0.0]), np.array([0.0, 0.2, 1.0]), 1200, 10), 1500, 40)
    (line,) = axes.get_lines()
    assert norm.cdf(np.asarray(line.get_xdata())).tolist() == pytest.approx([1 - 0.5 / 1500, 0.5, 0.5 / 1500])
    assert norm.cdf(np.asarray(line.get_ydata())).tolist() == pytest.approx([0.5 / 40, 0.2, 1 - 0.5 / 40])
    assert (line.get_label(), line.get_drawstyle()) == ("spam (10 against 1,200 ham)", "steps-pre")


def test_axes_are_marked_in_percent() -> None:
    """From where none of the mail is, which no rate of less than a message stands beside, to the widest rate."""
    axes = Figure().add_subplot()
    rated(axes, 1500, 80, 0.5)
    assert [label.get_text() for label in axes.get_xticklabels()] == ["none", "0.1 %", "1 %", "5 %", "20 %", "50 %"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["none", "5 %", "20 %", "50 %", "80 %", "95 %", "99 %"]
    assert list(axes.get_xticks()) == pytest.approx(norm.ppf([0.5 / 1500, 0.001, 0.01, 0.05, 0.2, 0.5]).tolist())
    assert axes.get_xlim() == pytest.approx((norm.ppf(0.4 / 1500), 0.0))
    assert axes.get_ylim() == pytest.approx((norm.ppf(0.4 / 80), norm.ppf(0.995)))


def test_a_caption_covers_nothing() -> None:
    """The legend is below what is drawn."""
    picture = Figure(layout="constrained")
    axes = picture.add_subplot()
    axes.plot([0, 1], [0, 1], label="one")
    captioned(axes)
    FigureCanvasAgg(picture).draw()
    legend = axes.get_legend()
    assert legend is not None
    assert legend.get_window_extent().y1 < axes.get_window_extent().y0


def test_a_plain_picture_is_saved_the_same(tmp_path: Path) -> None:
    """No frame above or on the right; a PNG whose octets are the same again, whatever drew it."""
    picture = Figure(figsize=(1, 1))
    axes = picture.add_subplot()
    plain(axes)
    assert [side for side in ("top", "right", "bottom", "left") if axes.spines[side].get_visible()] == ["bottom", "left"]
    first = saved(tmp_path / "one.png", picture)
    assert first == tmp_path / "one.png"
    assert b"matplotlib" not in first.read_bytes().lower()
    assert saved(tmp_path / "two.png", picture).read_bytes() == first.read_bytes()
