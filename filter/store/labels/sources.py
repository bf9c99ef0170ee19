"""The labels of a run: the sources that were asked for, joined. What each says is theirs, what holds is `label`'s."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from filter.config.schema import Config
from filter.errors import UsageError
from filter.store.labels import decisions, listed, marks, names
from filter.store.labels.decisions import Decisions
from filter.store.labels.label import FOLDERS, GMAIL, KEYWORDS, QUARANTINE, X_SPAM, Label, settled
from filter.store.labels.listed import Listed

SOURCES = (FOLDERS, GMAIL, KEYWORDS, QUARANTINE, X_SPAM)
"""The sources with a name; any other is a CSV."""

DEFAULT = (FOLDERS, GMAIL, KEYWORDS)
"""Those asked unless others are named: they cost little, and people stand behind them."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Says what a message was. Goes to other processes; `sources` are names of `SOURCES`."""

    sources: frozenset[str] = frozenset(DEFAULT)
    files: tuple[Listed, ...] = ()
    decisions: Decisions | None = None

    def of(self, path: str, content: bytes, id: str) -> Label | None:  # noqa: A002  (what it is called everywhere else)
        """The label of the message that stands at `path`, by its name in `archives`, and has that id; None where nothing says any."""
        return settled(self.said(path, content, id))

    def said(self, path: str, content: bytes, id: str) -> tuple[Label, ...]:  # noqa: A002
        """What each source says of it, for `settled` and `conflict`."""
        found: list[Label] = []
        for file in self.files:
            found += file.of(path, content, id)
        if self.decisions:
            found += self.decisions.of(content, id)
        if FOLDERS in self.sources:
            found += names.of_path(path)
        if GMAIL in self.sources:
            found += marks.gmail(content)
        if KEYWORDS in self.sources:
            found += marks.keywords(path, content)
        if X_SPAM in self.sources:
            found += marks.x_spam(content)
        return tuple(found)


def collect(values: Sequence[str], config: Config) -> Labels:
    """The labels that `values` ask for: names of `SOURCES` and CSV files. UsageError for what is neither; StoreError."""
    files = [value for value in dict.fromkeys(values) if value not in SOURCES]
    for value in files:
        if not Path(value).is_file():
            near = get_close_matches(value, SOURCES, 1)
            hint = f"did you mean {near[0]}?" if near else f"it takes a CSV file, {', '.join(SOURCES)}"
            raise UsageError(f"--labels {value}: no such file; {hint}")
    return Labels(
        sources=frozenset(values) & frozenset(SOURCES),
        files=tuple(listed.read(Path(value)) for value in files),
        decisions=decisions.read(config) if QUARANTINE in values else None,
    )
