"""Pictures of judged mail: error trade-off and calibration. Each picture's numbers are made apart from its drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from scipy.special import ndtri

from filter.judge.verdict import THREATS
from filter.lab.drawing import COLOURS, RULE, captioned, plain, rated, saved, trade
from filter.lab.evaluate import diagram
from filter.lab.metrics import Bin, Curve, calibration_error, det_curve
from filter.lab.scored import HEADS, Scored, sides

DET, CALIBRATION, BESIDE = "det.png", "calibration.png", "calibration-beside.png"

_WIDEST = 0.5
"""The highest false-positive rate drawn: a filter past it is of no use."""


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


def draw(folder: Path, judged: Mapping[str, tuple[Scored, ...]], rates: tuple[float, ...]) -> tuple[Path, ...]:
    """Write the pictures of one model's mail, or of two by their names, into a folder that is there, with the false-positive rates asked
    about as lines; where they are. Both models stand in one picture of the trade-off, each has its own of the calibration."""
    trades = {name: curves(scored) for name, scored in judged.items()}
    names = (CALIBRATION, BESIDE)[: len(judged)]
    calibrations = zip(names, judged.items(), strict=True)
    return (
        saved(folder / DET, _det(trades, rates)),
        *(saved(folder / file, _calibration(diagrams(scored), name)) for file, (name, scored) in calibrations),
    )


def _det(drawn: Mapping[str, tuple[Curve, ...]], rates: tuple[float, ...]) -> Figure:
    """Each head's curve, from half a message up; a second model's are thin."""
    picture = Figure(figsize=(7, 7), layout="constrained")
    axes = picture.add_subplot()
    every = [curve for one in drawn.values() for curve in one]
    ham, bad = max(curve.ham for curve in every), max(curve.bad for curve in every)
    for place, (name, of_model) in enumerate(drawn.items()):
        for curve in of_model:
            trade(axes, curve, ham, bad, name if len(drawn) > 1 else "", thin=place > 0)
    for rate in rates:
        if rate > 0:
            axes.axvline(float(ndtri(rate)), color=RULE, linewidth=0.9, linestyle=":", zorder=0)
    rated(axes, ham, bad, _WIDEST)
    axes.set_xlabel("false-positive rate: ham above the threshold")
    axes.set_ylabel("miss rate: bad mail at or below it")
    axes.set_title(f"Detection error trade-off: {_of(drawn)}", loc="left", fontsize="medium")
    plain(axes)
    captioned(axes, columns=2)
    return picture


def _of(models: Iterable[str]) -> str:
    return " and ".join(f"model {name}" for name in models)


def _calibration(drawn: tuple[Diagram, ...], model: str) -> Figure:
    """Over each threat's reliability diagram (Niculescu-Mizil and Caruana 2005) the mails in its bins, by number."""
    picture = Figure(figsize=(11, 5.4), layout="constrained")
    picture.suptitle(f"Calibration: {_of((model,))}", x=0.01, ha="left")
    rows = picture.subplots(2, len(drawn), sharex=True, sharey="row", height_ratios=(3, 1))
    for one, above, below in zip(drawn, rows[0], rows[1], strict=True):
        _reliability(above, one)
        _counts(below, one)
    rows[0][0].set_ylabel("share that is of the threat\n(ham and bad mail weigh half each)")
    rows[1][0].set_ylabel("mails in the bin")
    return picture


def _reliability(axes: Axes, one: Diagram) -> None:
    x, y = [found.probability for found in one.bins], [found.share for found in one.bins]
    axes.plot((0, 1), (0, 1), color=RULE, linewidth=0.9, linestyle=":", zorder=0)
    axes.plot(x, y, color=COLOURS[one.threat], linewidth=1.2, marker="o", markersize=5)
    axes.set_xlim(-0.03, 1.03)
    axes.set_title(f"{one.threat}: expected calibration error {one.error:.3f}", loc="left", fontsize="medium")
    plain(axes)


def _counts(axes: Axes, one: Diagram) -> None:
    """A narrow bar where the bin's mean probability is; the bins are of equal weight, so where ham is many the bars are high."""
    x, y = [found.probability for found in one.bins], [found.count for found in one.bins]
    axes.bar(x, y, width=0.014, color=COLOURS[one.threat], edgecolor="white", linewidth=0.4)
    axes.set_xlabel(f"probability of {one.threat}")
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    plain(axes)
