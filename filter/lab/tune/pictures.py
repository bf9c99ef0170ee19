"""Pictures of what tuning found, as PNG: error trade-off, histograms, messages acted on a day, cost. Numbers are `series`' and `days`'."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from matplotlib.ticker import FuncFormatter, MaxNLocator
from scipy.special import ndtri

from filter.lab.drawing import COLOURS, DASHES, captioned, plain, rated, saved, trade
from filter.lab.metrics import Share, within
from filter.lab.tune.days import Days, Side, days
from filter.lab.tune.found import ACTIONS, HAM, Costing, Proof, Tuned
from filter.lab.tune.series import Histogram, View, curves, histogram, outcome, percent, views

DET, HISTOGRAM, VOLUME, COST = "det.png", "histogram.png", "volume.png", "cost.png"

SHADES = {"tag": "#CC79A7", "quarantine": "#8A3474", "reject": "#3D0C3D"}
"""Of actions: none is a threat's, and the stronger is the darker, in grey as well."""

_MARKS = {"tag": "o", "quarantine": "s", "reject": "D"}
_HAM = "#c4c4c4"
_NOW = "#555555"
_FLAT = ("#dbe9f3", "#a9cfe6")
_WIDEST = 0.5


def draw(folder: Path, tuned: Tuned) -> tuple[Path, ...]:
    """Write the pictures into a folder that is there: volume only if messages have dates, cost only if costs were stated."""
    seen, over_time = views(tuned), days(tuned)
    made = [(DET, _det(tuned, seen)), (HISTOGRAM, _histogram(tuned, seen))] if seen else []
    if over_time is not None:
        made.append((VOLUME, _volume(over_time)))
    if tuned.costing is not None:
        made.append((COST, _cost(tuned, tuned.costing)))
    return tuple(saved(folder / name, picture) for name, picture in made)


def _det(tuned: Tuned, seen: tuple[View, ...]) -> Figure:
    """A panel for each view, with the thresholds as they stand and as proposed."""
    picture = Figure(figsize=(6.6 * len(seen), 7.6), layout="constrained")
    for axes, view in zip(picture.subplots(1, len(seen), squeeze=False)[0], seen, strict=True):
        drawn = curves(tuned, view)
        ham, bad = drawn[0].ham, max(curve.bad for curve in drawn)
        for curve in drawn:
            trade(axes, curve, ham, bad)
        rated(axes, ham, bad, _WIDEST)
        for proof in tuned.site.proofs:
            if proof.action in view.actions:
                _points(axes, tuned, proof)
        axes.set_xlabel("false-positive rate: ham acted on")
        axes.set_ylabel("miss rate: bad mail not acted on")
        axes.set_title(f"Error trade-off: {view.title}", loc="left")
        plain(axes)
        captioned(axes)
    return picture


def _points(axes: Axes, tuned: Tuned, proof: Proof) -> None:
    """An action's points on all bad mail: hollow as it stands, full as proposed with a bar as far as the proven bound."""
    ham, bad = outcome(tuned.site.current, proof.action)
    _point(axes, proof.action, _place(ham, bad), "white", f"{proof.action} now: {_of(ham)}")
    if not math.isfinite(proof.line):
        axes.plot([], [], " ", label=f"{proof.action} proposed: never")
        return
    ham, bad = outcome(tuned.site.proposed, proof.action)
    x, y = _place(ham, bad)
    told = f"{proof.action} proposed: {_of(ham)}"
    if proof.bound is not None:
        told += f", at most {percent(proof.bound)} with {percent(tuned.confidence)} confidence"
        bar = (x, float(ndtri(proof.bound))), (y, y)
        axes.plot(*bar, color=SHADES[proof.action], linewidth=2.2, marker="|", markersize=9, zorder=4)
    _point(axes, proof.action, (x, y), SHADES[proof.action], told)


def _point(axes: Axes, action: str, place: tuple[float, float], colour: str, label: str) -> None:
    edge = "black" if colour == "white" else colour
    axes.plot(*place, _MARKS[action], markersize=7.5, color=colour, markeredgecolor=edge, markeredgewidth=1.5, label=label, zorder=5)


def _place(ham: Share, bad: Share) -> tuple[float, float]:
    """Where they stand on normal-deviate axes; none and all half a message inside."""
    missed = Share(bad.total - bad.count, bad.total)
    x, y = (float(ndtri(within(share.rate, share.total))) for share in (ham, missed))
    return x, y


def _of(share: Share) -> str:
    return f"{share.count:,} of {share.total:,} ham"


def _histogram(tuned: Tuned, seen: tuple[View, ...]) -> Figure:
    """A panel for each view, one above the other: their axis is the same."""
    picture = Figure(figsize=(9, 1 + 3.9 * len(seen)), layout="constrained")
    for axes, view in zip(picture.subplots(len(seen), 1, squeeze=False)[:, 0], seen, strict=True):
        _bars(axes, histogram(tuned, view))
        _lines(axes, tuned, view)
        never = [action for action in view.actions if not math.isfinite(tuned.line(action))]
        axes.set_title(f"{view.title.capitalize()}" + (f" ({' and '.join(never)}: never)" if never else ""), loc="left", pad=20)
        axes.set_xlabel("margin: log-odds above where the current thresholds begin to act (the end bars hold all beyond)")
        axes.set_ylabel("messages (logarithmic)")
        plain(axes)
        axes.grid(visible=False, axis="x")
        axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1), fontsize="small")
    return picture


def _bars(axes: Axes, drawn: Histogram) -> None:
    """Ham filled, each kind of bad mail as an outline. From half a message up, so that one message is a bar and none is not."""
    top = max(int(count.max()) for _, count in drawn.of)
    for label, count in drawn.of:
        told = f"{label} ({int(count.sum()):,})"
        if label == HAM:
            axes.stairs(count, drawn.edges, fill=True, color=_HAM, label=told, baseline=0.5)
        else:
            shown = np.maximum(count, 0.5)
            axes.stairs(shown, drawn.edges, color=COLOURS[label], linestyle=DASHES[label], linewidth=1.7, label=told, baseline=None)
    axes.set_yscale("log")
    axes.set_ylim(0.5, top * 2)
    axes.set_xlim(drawn.edges[0], drawn.edges[-1])
    axes.yaxis.set_major_formatter(FuncFormatter(lambda count, _: f"{count:,.0f}"))


def _lines(axes: Axes, tuned: Tuned, view: View) -> None:
    """The proposed lines, named above the axes; those next to each other on two heights."""
    low, high = axes.get_xlim()
    last, raised = -math.inf, False
    for action in view.actions:
        line = tuned.line(action)
        if not math.isfinite(line):
            continue
        raised = (line - last) < (high - low) / 9 and not raised
        last = line
        axes.axvline(line, color=SHADES[action], linewidth=2, zorder=4)
        place = (0, 12 if raised else 2)
        axes.annotate(
            f"{action} {line:+.2f}",
            (line, 1),
            xycoords=("data", "axes fraction"),
            xytext=place,
            textcoords="offset points",
            ha="center",
            fontsize="small",
        )


def _volume(drawn: Days) -> Figure:
    """A panel for each kind of mail, each on its own scale."""
    picture = Figure(figsize=(9, 1 + 2.4 * len(drawn.sides)), layout="constrained")
    rows = picture.subplots(len(drawn.sides), 1, sharex=True, squeeze=False)[:, 0]
    for axes, side in zip(rows, drawn.sides, strict=True):
        _stack(axes, drawn, side)
        if not np.isnat(drawn.later):
            axes.axvline(drawn.later, color="black", linestyle=":", linewidth=1.4, label="from here on: kept for checking")
    handles, labels = rows[0].get_legend_handles_labels()
    picture.legend(handles[::-1], labels[::-1], frameon=False, loc="outside upper left", ncols=5, fontsize="small")
    locator = AutoDateLocator()  # type: ignore[no-untyped-call]  # matplotlib has no types there
    rows[-1].xaxis.set_major_locator(locator)
    rows[-1].xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]  # nor there
    span = "days" if drawn.width == 1 else f"means of {drawn.width} days"
    rows[-1].set_xlabel(f"{span} (messages left out: {drawn.left_out})" if drawn.left_out else span)
    return picture


def _stack(axes: Axes, drawn: Days, side: Side) -> None:
    """Actions on top of each other, the strongest lowest, and a line for all of them under the current thresholds."""
    edges = np.append(drawn.start, drawn.start[-1] + np.timedelta64(drawn.width, "D"))
    base = np.zeros(len(drawn.start))
    for action in reversed(ACTIONS):
        height = side.proposed[:, ACTIONS.index(action)]
        axes.bar(drawn.start, height, width=drawn.width, bottom=base, align="edge", color=SHADES[action], label=action)
        base = base + height
    seen = [withStroke(linewidth=3, foreground="white")]  # on the dark shade as well
    axes.stairs(side.current, edges, baseline=None, color="black", linewidth=1, label="any action, as thresholds stand", path_effects=seen)
    axes.set_title({"ham": "Ham acted on", "bad": "Bad mail acted on"}.get(side.kind, "Mail without a label acted on"), loc="left")
    axes.set_ylabel("messages a day")
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=drawn.width == 1))
    axes.set_ylim(0, max(float(base.max()), float(side.current.max()), 1.0) * 1.05)
    plain(axes)


def _cost(tuned: Tuned, costing: Costing) -> Figure:
    """Cost by the quarantine line, with what the current and the proposed thresholds cost."""
    picture = Figure(figsize=(8, 6), layout="constrained")
    axes = picture.add_subplot()
    axes.plot(costing.lines, costing.cost, color="black", linewidth=1.7, label="all thresholds as proposed, quarantine here")
    for place, (share, low, high) in enumerate(sorted(costing.flat, reverse=True)):  # the widest lowest
        told = f"within {percent(share)} of the least cost: {low:+.2f} to {high:+.2f}"
        axes.axvspan(low, high, color=_FLAT[place % len(_FLAT)], zorder=-2 + place / 9, label=told, linewidth=0)
    axes.axhline(costing.current, color=_NOW, linestyle="--", linewidth=1.2, label=f"thresholds as they stand: {costing.current:,.4g}")
    line = tuned.line("quarantine")
    if math.isfinite(line):
        axes.plot(
            [line], [costing.proposed], "s", color=SHADES["quarantine"], markeredgecolor="black", label=f"proposed: {costing.proposed:,.4g}"
        )
    axes.set_xlabel("quarantine line (margin in log-odds)")
    axes.set_ylabel("cost a day" if costing.a_day else "cost of all mail tuned on")
    axes.set_title("What the mail would cost", loc="left")
    axes.yaxis.set_major_locator(MaxNLocator(6))
    plain(axes)
    captioned(axes)
    return picture
