"""What all pictures share: colours, dashes, normal-deviate axes, saving. With `plots` and `tune.pictures` the only files that load
matplotlib; knows no mail and computes nothing."""

from __future__ import annotations

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from scipy.special import ndtri

from filter.lab.metrics import MARKED, Curve, deviates

DPI = 150

# Okabe and Ito (2008): told apart by the colour-blind, and in grey by the dashes.
COLOURS = {"overall": "#000000", "spam": "#E69F00", "phish": "#0072B2", "bec": "#009E73"}
DASHES = {"overall": "-", "spam": (0, (6, 1.5)), "phish": (0, (3, 1, 1, 1)), "bec": (0, (1.5, 1))}
RULE, GRID = "#999999", "#dddddd"
"""Lines to read a picture by, and its grid."""

_MOST_MISSED = 0.995


def trade(axes: Axes, curve: Curve, ham: int, bad: int, model: str = "", *, thin: bool = False) -> None:
    """One DET curve, on normal-deviate axes, where normally distributed scores give a straight line (Martin et al. 1997). `ham` and
    `bad` are those of the axes, so that none of few is drawn where none of many is."""
    x, y = deviates(curve.false_positive, ham), deviates(curve.miss, bad)
    # Vertical first: at a rate between two thresholds the stricter one holds, as in `metrics.recall_at`.
    label = f"{curve.head} ({curve.bad:,} against {curve.ham:,} ham){f', {model}' if model else ''}"
    width, alpha = (0.8, 0.7) if thin else (1.7, 1.0)
    axes.step(x, y, where="pre", label=label, color=COLOURS[curve.head], linestyle=DASHES[curve.head], linewidth=width, alpha=alpha)


def rated(axes: Axes, ham: int, bad: int, widest: float) -> None:
    """False positives of so much ham, up to the widest rate, against misses of so much bad mail: marked in percent, and where none is."""
    for total, high, limits, axis in ((ham, widest, axes.set_xlim, axes.xaxis), (bad, _MOST_MISSED, axes.set_ylim, axes.yaxis)):
        limits(float(ndtri(0.4 / total)), float(ndtri(high)))
        shown = [tick for tick in MARKED if 1.5 / total <= tick <= high]
        places = [float(ndtri(rate)) for rate in (0.5 / total, *shown)]
        axis.set_ticks(places, labels=["none", *(f"{tick * 100:g} %" for tick in shown)])


def captioned(axes: Axes, columns: int = 1) -> None:
    """The legend below the axes, where it covers nothing."""
    axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(-0.01, -0.11), fontsize="small", ncols=columns)


def plain(axes: Axes) -> None:
    """A grid, and no frame but the axes themselves."""
    axes.grid(color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def saved(path: Path, picture: Figure) -> Path:
    """Write a picture as PNG; where it is."""
    FigureCanvasAgg(picture)
    picture.savefig(path, dpi=DPI, metadata={"Software": None})
    return path
