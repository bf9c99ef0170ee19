"""What the report says in words and tables: each a section from a `Tuned`, every figure with a sentence of what it means."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from filter.judge.policy import Policy
from filter.lab.metrics import Share
from filter.lab.page.elements import Markup, element, paragraph, table
from filter.lab.page.proofs import per_action, sentence, votes
from filter.lab.tune.checked import Check
from filter.lab.tune.found import ACTIONS, BAD, HAM, Near, Part, Scope, Tally, Tuned
from filter.lab.tune.margins import ROWS, thresholds
from filter.lab.tune.series import percent

NAMES = {
    "ham": "wanted mail (ham)",
    "spam": "spam",
    "phish": "phishing (phish)",
    "bec": "business email compromise (bec)",
    "": "nobody knows",
}


def section(title: str, *children: Markup) -> Markup:
    """A titled part of the page."""
    return element("section", element("h2", title), *children)


def summary(tuned: Tuned) -> Markup:
    """The whole report in a few sentences."""
    return section(
        "In short", element("ul", (element("li", sentence(proof, tuned.confidence)) for proof in tuned.site.proofs)), _verdict(tuned)
    )


def _verdict(tuned: Tuned) -> Markup:
    if tuned.refuted:
        names = " and ".join(f"{check.action} for group {name}" if name else check.action for name, check in tuned.refuted)
        return paragraph(f"Later mail contradicts the proof of {names}: do not use these thresholds before you know why.", class_="bad")
    if tuned.later is None:
        return paragraph("No later mail was kept to check these thresholds on.")
    return paragraph("Later mail, which no threshold was chosen on, does not contradict any of this.")


def origin(tuned: Tuned) -> Markup:
    """What it was tuned on."""
    parts = [("tuned on", tuned.tuning), ("kept for checking", tuned.later)]
    there = [(name, part) for name, part in parts if part is not None]
    labels = (HAM, *BAD, "")
    rows = [(NAMES[label], *(f"{int((part.label == label).sum()):,}" for _, part in there)) for label in labels]
    facts = (
        ("files", ", ".join(tuned.files)),
        *((f"dates, {name}", dates(part)) for name, part in there),
        ("model", tuned.model),
        ("rulebook", tuned.rulebook),
        ("left out as repeated", f"{tuned.repeated:,} (each message counts once)"),
        ("left out for their labels", f"{tuned.contradicted:,} (those of their rows contradict each other)"),
        ("without a date", f"{tuned.undated:,} (taken in the order of the files)"),
    )
    return section(
        "What it was tuned on",
        table("Messages by label", ("label", *(name for name, _ in there)), rows),
        table("Where from, and judged by what", ("fact", "value"), ((name, element("bdi", value)) for name, value in facts)),
        paragraph("Labels are taken as true: a wrong label counts as an error of the filter or hides one."),
    )


def dates(part: Part) -> str:
    """From when to when."""
    known = np.sort(part.date[~np.isnat(part.date)]).astype("datetime64[D]")
    if not len(known):
        return "unknown"
    rest = len(known) // 20
    return f"{known[rest]} to {known[-1 - rest]} (nine in ten; all: {known[0]} to {known[-1]})" if rest else f"{known[0]} to {known[-1]}"


def proposed(tuned: Tuned, block: str) -> Markup:
    """The thresholds as a `block` of configuration, and beside those that hold now."""
    return section(
        "Proposed thresholds",
        paragraph("Put this into the configuration; mail whose log-odds reach a threshold gets the action, the strongest one asked for."),
        element("pre", element("code", block), id="policy", tabindex="0", aria_label="proposed configuration"),
        element("button", "Copy", type="button", id="copy", hidden=""),
        *(_changes(scope) for scope in (tuned.site, *tuned.groups)),
    )


def _changes(scope: Scope) -> Markup:
    rows = [(row, *cells) for row, cells in zip(ROWS, _pairs(scope.before, scope.after), strict=True)]
    return table(f"Thresholds of {_named(scope)}, now and proposed", ("row", *ACTIONS), rows)


def _pairs(before: Policy, after: Policy) -> Iterator[list[str]]:
    for old, new in zip(thresholds(before), thresholds(after), strict=True):
        yield [
            f"{_number(a)} \N{RIGHTWARDS ARROW} {_number(b)}" if a != b else f"{_number(a)}, kept" for a, b in zip(old, new, strict=True)
        ]


def _number(threshold: float) -> str:
    return "never" if math.isinf(threshold) else f"{threshold:.2f}"


def _named(scope: Scope) -> str:
    return f"group {scope.name}" if scope.name else "the site"


def proof(tuned: Tuned) -> Markup:
    """What the ham proves of each line, of the site and its groups."""
    explained = paragraph(
        "An action's line stands where the ham proves its budget: at most that share of wanted mail gets the action or a stronger one. How "
        f"many of the ham may be above it follows from their number, the budget and the confidence ({percent(tuned.confidence)}), before "
        "any score is looked at. The bound is what those that are above prove: the true rate is at most that, unless the sample was one of "
        f"the {percent(1 - tuned.confidence)} that mislead."
    )
    scopes = [scope for scope in (tuned.site, *tuned.groups) if scope.proofs]
    return section("What is proven", explained, *(per_action(_named(scope), scope.proofs) for scope in scopes), votes(tuned.site.proofs))


def effect(tuned: Tuned) -> Markup:
    """What the thresholds do with each kind of mail."""
    told = paragraph(
        "Of how many messages each action or a stronger one is taken, as thresholds stand and as proposed. For bad mail the share is the "
        "recall; in brackets its 95 % interval (Clopper and Pearson), which speaks of mail like this, each message on its own."
    )
    return section("What they do", told, *(_tallies(_named(scope), scope.current, scope.proposed) for scope in (tuned.site, *tuned.groups)))


def later(tuned: Tuned) -> Markup:
    """What later mail says of the budgets."""
    if tuned.later is None or not tuned.site.later_proposed:
        return section(
            "On later mail", paragraph("None was kept for checking, so nothing but the proof above speaks for these thresholds.")
        )
    told = paragraph(
        "The latest mail was kept aside: no threshold was chosen on it. It shows whether the proof still holds when time has gone on."
    )
    scopes = [scope for scope in (tuned.site, *tuned.groups) if scope.checks]
    effects = (_tallies(f"{_named(scope)} on later mail", scope.later_current, scope.later_proposed) for scope in scopes)
    return section("On later mail", told, *(part for pair in zip(map(_checks, scopes), effects, strict=True) for part in pair))


def _checks(scope: Scope) -> Markup:
    rows = [(check.action, _rate(check.budget), *_share(check.measured), _loudest(check), _says(check)) for check in scope.checks]
    heads = ("action", "budget", "ham acted on", "95 % interval", "most of it from", "says")
    return table(f"Budgets of {_named(scope)} against later ham", heads, rows)


def _loudest(check: Check) -> str | Markup:
    return element("bdi", f"{check.loudest or 'no sender'} ({check.of_loudest:,})") if check.of_loudest else "none"


def _says(check: Check) -> str:
    if check.too_few:
        return "within the budget; too few to prove it on their own"
    words = {"kept": "within the budget", "unproven": "above the budget, perhaps by chance", "refuted": "above the budget, beyond chance"}
    return words[check.kept] if check.kept else ""


def _tallies(name: str, current: tuple[Tally, ...], after: tuple[Tally, ...]) -> Markup:
    rows = [row for old, new in zip(current, after, strict=True) if new.total for row in _rows(old, new)]
    heads = ("mail, action or a stronger one", "now", "95 % interval", "proposed", "95 % interval")
    return table(f"Messages acted on by {name}" if name != "the site" else "Messages acted on", heads, rows)


def _rows(old: Tally, new: Tally) -> Iterator[tuple[str, ...]]:
    for action in ACTIONS:
        yield (f"{new.label or 'no label'}: {action}", *_share(old.share(action)), *_share(new.share(action)))


def _share(share: Share) -> tuple[str, str]:
    if not share.total:
        return "none there", ""
    return f"{share.count:,} of {share.total:,} ({percent(share.rate)})", f"[{percent(share.low)}, {percent(share.high)}]"


def _rate(budget: float | None) -> str:
    return "none" if budget is None else percent(budget)


def nearest(tuned: Tuned) -> Markup:
    """Messages on both sides of the lines, for a reader to look at."""
    told = paragraph(
        "What a slightly different line would change. A message above a line that is ham is a false positive, one below it that is bad a "
        "miss; look whether its label is right before you move a line for it. Evidence is quoted from mail that strangers wrote."
    )
    tables = [
        table(f"Nearest to the {action} line, {side}", ("message", "distance", "score", "label", "why"), map(_near, found))
        for action in ACTIONS
        for side, found in _sides(tuned, action)
        if found
    ]
    return section("Nearest to the lines", told, *tables) if tables else Markup("")


def _sides(tuned: Tuned, action: str) -> tuple[tuple[str, list[Near]], ...]:
    there = [near for near in tuned.nearest if near.action == action]
    return ("at or above", [near for near in there if near.distance >= 0]), ("below", [near for near in there if near.distance < 0])


def _near(near: Near) -> tuple[str | Markup, ...]:
    distance = f"{near.distance:+.2f}".replace("-", "\N{MINUS SIGN}")
    return element("bdi", near.path), distance, f"{near.score:.2f}", near.label or "none", element("bdi", near.why, class_="why")
