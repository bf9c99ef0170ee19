"""The report of tuning: one HTML page that stands alone, to be passed around. Puts the parts of `page` together and writes the file.

The page asks for nothing from anywhere: plots' script (plotly's own bundle, nearly all of the file's size), style and numbers are inside,
and its policy lets no script run but those, by their hashes (W3C Content Security Policy Level 3, 2.3.1). Text of messages is escaped
besides.
"""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from filter.errors import UsageError
from filter.lab.page import sections
from filter.lab.page.elements import Markup, element, embedded
from filter.lab.page.figures import figures
from filter.lab.page.plotted import document
from filter.lab.page.proofs import limits
from filter.lab.tune.found import Tuned

_TITLE = "Sievert: proposed thresholds"


def write(file: Path, tuned: Tuned, block: str) -> None:
    """Write the report, with the configuration to paste as `written.block` has it; a new file is its owner's alone, for it names senders.
    UsageError without plotly, or without a place for it."""
    content = page(tuned, block, plotly()).encode("utf-8")
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(content)
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None


def plotly() -> str:
    """Plotly's script, as its package ships it: there is no smaller one in it."""
    try:
        from plotly.offline import get_plotlyjs  # type: ignore[import-untyped]  # noqa: PLC0415  (plotly: only for a report)
    except ImportError as error:
        raise UsageError(f"a report needs {error.name} (pip install 'sievert[tune]')") from None
    return str(get_plotlyjs())


def page(tuned: Tuned, block: str, library: str) -> Markup:
    """The page, with this library for its plots."""
    scripts = (library, _beside("page.js"))
    return Markup(f"<!doctype html>\n{element('html', _head(scripts), _body(tuned, block, scripts), lang='en')}\n")


def _head(scripts: tuple[str, ...]) -> Markup:
    return element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts)}">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Markup('<meta name="referrer" content="no-referrer">'),
        element("title", _TITLE),
        element("style", Markup(_beside("page.css"))),
    )


def _policy(scripts: tuple[str, ...]) -> str:
    """Nothing from anywhere, and no script but these; plotly sets styles, and pictures of plots are data."""
    hashes = " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"


def _body(tuned: Tuned, block: str, scripts: tuple[str, ...]) -> Markup:
    lead = f"From the verdicts of model {tuned.model} and rulebook {tuned.rulebook} on labelled mail of {sections.dates(tuned.tuning)}."
    return element(
        "body",
        element("header", element("h1", _TITLE), element("p", lead, class_="lead")),
        element("noscript", element("p", "The plots need JavaScript. The tables are complete without it.")),
        element("main", _parts(tuned, block)),
        element("script", embedded(document(tuned)), type="application/json", id="figures"),
        *(element("script", Markup(script)) for script in scripts),
    )


def _parts(tuned: Tuned, block: str) -> Iterator[Markup]:
    """The page from top to bottom."""
    yield sections.summary(tuned)
    yield sections.proposed(tuned, block)
    for part in (sections.origin, sections.proof, sections.effect, sections.later, figures, sections.nearest, limits):
        yield part(tuned)


def _beside(name: str) -> str:
    return (Path(__file__).parent / "page" / name).read_text(encoding="utf-8")
