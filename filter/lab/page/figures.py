"""The places of the interactive plots: frames with a text for those who cannot see them, a slider, a table that the script fills."""

from __future__ import annotations

from filter.lab.page.elements import Markup, element, paragraph
from filter.lab.tune.days import Days, days
from filter.lab.tune.found import Tuned
from filter.lab.tune.series import POINTS, View, views

_MARGIN = (
    "A message's margin is by how much its log-odds are above the place where the current thresholds begin to act; the row of the policy "
    "it is furthest above counts. Move the line and see what it would do with the mail tuned on. With more than "
    f"{POINTS:,} different margins of a kind of mail, counts of ham are rounded up and those of bad mail down, and say so."
)
_HISTOGRAM = (
    "What is left of a line is not acted on. Ham right of it is a false positive, bad mail left of it a miss. The bars at the ends hold "
    "all beyond; an outline at the bottom means none."
)
_TRADE = (
    "Each step is a line that could be chosen: further right more ham is acted on, further down less bad mail is missed. The axes are "
    "those of normal deviates (Martin et al. 1997). A mark at \N{LEFT DOUBLE QUOTATION MARK}none\N{RIGHT DOUBLE QUOTATION MARK} means "
    "that no message was, not that none will be: the bar reaches to the proven bound."
)


def figures(tuned: Tuned) -> Markup:
    """A block for each view, then messages over time and cost where there are any."""
    shown = [_view(place, view) for place, view in enumerate(views(tuned))]
    if (drawn := days(tuned)) is not None:
        shown.append(_over_time(drawn))
    if tuned.costing is not None:
        shown.append(_cost())
    return Markup("".join(shown))


def _view(place: int, view: View) -> Markup:
    slider = f"line-{place}"
    controls = element(
        "div",
        element("label", "Line (margin): ", element("output", "", id=f"{slider}-shown"), for_=slider),
        Markup(f'<input type="range" id="{slider}" step="0.01" disabled>'),
        element("div", "", class_="jumps"),
        class_="slider",
    )
    return element(
        "section",
        element("h2", f"Any other line: {view.title}"),
        *([] if place else [paragraph(_MARGIN)]),
        controls,
        element("div", "", class_="told", aria_live="polite"),
        _frame(
            "histogram",
            "Histogram: messages of each kind by margin, on a logarithmic scale, and the lines. The table above has the counts.",
        ),
        paragraph(_HISTOGRAM),
        _frame("trade", "Detection error trade-off: false-positive rate of ham against the miss rate of each threat, at every line."),
        paragraph(_TRADE),
        class_="view",
        data_view=str(place),
    )


def _over_time(drawn: Days) -> Markup:
    return element(
        "section",
        element("h2", "Messages acted on a day"),
        paragraph(
            "By the proposed thresholds, of the mail tuned on and of that kept for checking; each kind of mail on its own scale. "
            + ("" if drawn.width == 1 else f"Each step is the mean of {drawn.width} days. ")
            + (f"Left out: {drawn.left_out}." if drawn.left_out else "")
        ),
        _frame("days", "Bars over time: messages tagged, quarantined and rejected a day, of ham, of bad mail and of mail without a label."),
        id="days",
    )


def _cost() -> Markup:
    return element(
        "section",
        element("h2", "What it costs"),
        paragraph(
            "By the costs stated, the quarantine line moved and all others as proposed. Where the curve is flat the line matters little."
        ),
        _frame("cost", "Cost by quarantine line: a curve with its lowest place, beside what the current and the proposed thresholds cost."),
        id="cost",
    )


def _frame(name: str, told: str) -> Markup:
    return element("figure", element("div", "", class_=f"plot {name}", role="img", aria_label=told), class_="frame")
