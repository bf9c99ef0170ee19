"""Pictures of judged mail: error trade-off and calibration. The one file that loads matplotlib; each picture's numbers are made apart
from its drawing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from scipy.special import ndtri

from filter.judge.verdict import THREATS
from filter.lab.evaluate import diagram
from filter.lab.metrics import Bin, Scores, calibration_error, det_curve, within
from filter.lab.scored import HEADS, OVERALL, Scored, sides

DET, CALIBRATION = "det.png", "calibration.png"
DPI = 150

# Okabe and Ito (2008): told apart by the colour-blind, and in grey by the dashes.
_COLOURS = {OVERALL: "#000000", "spam": "#E69F00", "phish": "#0072B2", "bec": "#009E73"}
_DASHES = {OVERALL: "-", "spam": (0, (6, 1.5)), "phish": (0, (3, 1, 1, 1)), "bec": (0, (1.5, 1))}
_TICKS = (0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99)
_WIDEST = 0.5
"""The highest false-positive rate drawn: a filter past it is of no use."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A head's DET curve: false-positive and miss rate at each threshold, and how many mails of either side they are shares of."""

    head: str
    false_positive: Scores
    miss: Scores
    ham: int
    bad: int


@dataclass(frozen=True, slots=True)
class Diagram:
    """A threat's reliability diagram and its expected calibration error."""

    threat: str
    bins: tuple[Bin, ...]
    error: float


def curves(scored: tuple[Scored, ...]) -> tuple[Curve, ...]:
    """The curves of all heads that have mail on both sides: a threat's mail, or all bad mail, against all ham."""
    both = ((head, *sides(scored, head)) for head in HEADS)
    return tuple(Curve(head, *det_curve(ham, bad), len(ham), len(bad)) for head, ham, bad in both if len(ham) and len(bad))


def diagrams(scored: tuple[Scored, ...]) -> tuple[Diagram, ...]:
    """A diagram for each threat; there must be ham and bad mail."""
    found = ((threat, diagram(scored, threat)) for threat in THREATS)
    return tuple(Diagram(threat, bins, calibration_error(bins)) for threat, bins in found)


def deviates(rates: Scores, total: int) -> Scores:
    """Rates of `total` mails as normal deviates; those of none and of all stand half a message inside."""
    return np.array(ndtri([within(float(rate), total) for rate in rates]))


def draw(folder: Path, scored: tuple[Scored, ...], rates: tuple[float, ...]) -> tuple[Path, Path]:
    """Write both pictures into a folder that is there, with the false-positive rates asked about as lines; where they are."""
    return _saved(folder / DET, _det(curves(scored), rates)), _saved(folder / CALIBRATION, _calibration(diagrams(scored)))


def _saved(path: Path, picture: Figure) -> Path:
    FigureCanvasAgg(picture)
    picture.savefig(path, dpi=DPI, metadata={"Software": None})
    return path


def _det(drawn: tuple[Curve, ...], rates: tuple[float, ...]) -> Figure:
    """Error rates on normal-deviate axes, where normally distributed scores give a straight line (Martin et al. 1997)."""
    picture = Figure(figsize=(7, 6.4), layout="constrained")
    axes = picture.add_subplot()
    for curve in drawn:
        x, y = deviates(curve.false_positive, curve.ham), deviates(curve.miss, curve.bad)
        # Vertical first: at a rate between two thresholds the stricter one holds, as in `recall_at`.
        label = f"{curve.head} ({curve.bad:,} against {curve.ham:,} ham)"
        axes.step(x, y, where="pre", label=label, color=_COLOURS[curve.head], linestyle=_DASHES[curve.head], linewidth=1.7)
    for rate in rates:
        if rate > 0:
            axes.axvline(float(ndtri(rate)), color="#999999", linewidth=0.9, linestyle=":", zorder=0)
    _limited(axes, drawn)
    axes.set_xlabel("false-positive rate: ham above the threshold")
    axes.set_ylabel("miss rate: bad mail at or below it")
    axes.set_title("Detection error trade-off", loc="left")
    _plain(axes)
    axes.legend(frameon=False, loc="upper right")
    return picture


def _limited(axes: Axes, drawn: tuple[Curve, ...]) -> None:
    """Both axes from half a message up, marked in percent."""
    axes.set_xlim(float(ndtri(0.5 / max(curve.ham for curve in drawn))), float(ndtri(_WIDEST)))
    axes.set_ylim(float(ndtri(0.5 / max(curve.bad for curve in drawn))), float(ndtri(0.99)))
    for axis, limits in ((axes.xaxis, axes.get_xlim()), (axes.yaxis, axes.get_ylim())):
        shown = [tick for tick in _TICKS if limits[0] <= ndtri(tick) <= limits[1]]
        axis.set_ticks([float(ndtri(tick)) for tick in shown], labels=[f"{tick * 100:g} %" for tick in shown])


def _calibration(drawn: tuple[Diagram, ...]) -> Figure:
    """Over each threat's reliability diagram (Niculescu-Mizil and Caruana 2005) the mails in its bins, by number."""
    picture = Figure(figsize=(11, 5.4), layout="constrained")
    rows = picture.subplots(2, len(drawn), sharex=True, sharey="row", height_ratios=(3, 1))
    for one, above, below in zip(drawn, rows[0], rows[1], strict=True):
        _reliability(above, one)
        _counts(below, one)
    rows[0][0].set_ylabel("share that is of the threat\n(ham and bad mail weigh half each)")
    rows[1][0].set_ylabel("mails in the bin")
    return picture


def _reliability(axes: Axes, one: Diagram) -> None:
    x, y = [found.probability for found in one.bins], [found.share for found in one.bins]
    axes.plot((0, 1), (0, 1), color="#999999", linewidth=0.9, linestyle=":", zorder=0)
    axes.plot(x, y, color=_COLOURS[one.threat], linewidth=1.2, marker="o", markersize=5)
    axes.set_xlim(-0.03, 1.03)
    axes.set_title(f"{one.threat}: expected calibration error {one.error:.3f}", loc="left", fontsize="medium")
    _plain(axes)


def _counts(axes: Axes, one: Diagram) -> None:
    """A narrow bar where the bin's mean probability is; the bins are of equal weight, so where ham is many the bars are high."""
    x, y = [found.probability for found in one.bins], [found.count for found in one.bins]
    axes.bar(x, y, width=0.014, color=_COLOURS[one.threat], edgecolor="white", linewidth=0.4)
    axes.set_xlabel(f"probability of {one.threat}")
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    _plain(axes)


def _plain(axes: Axes) -> None:
    """A grid, and no frame but the axes themselves."""
    axes.grid(color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
