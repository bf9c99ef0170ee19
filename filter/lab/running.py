"""A run: archives read in their order, what was done before passed over, the rest judged, labelled and counted.

Prints nothing; its lines are the caller's to keep.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.policy import Action
from filter.lab.bench import bench
from filter.lab.replay import Message, rows, rows_of_each
from filter.lab.workforce import Workforce
from filter.store.archives import OnDamage, open_path
from filter.store.labels import Conflicts, Labels, Matched, conflict, settled
from filter.store.runs.part import Seen, seen
from filter.store.unstamped import mail_id

_UNLABELLED = b'"label":"",'
_PACKED = (".gz", ".tgz", ".zst", ".bz2", ".xz", ".zip", ".pst", ".ost")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be replayed: archives as `archives.open_path` takes them, judged and labelled by what, by whom."""

    config: Config
    archives: tuple[str, ...]
    labels: Labels
    workforce: Workforce


class Extent(NamedTuple):
    """How much there is of an archive: files, their octets, when the newest was last changed. `packed`: the mail in it is longer than
    the octets say."""

    files: int
    octets: int
    changed: datetime | None
    packed: bool


@dataclass(slots=True)
class Tally:
    """What a run has come to. `counts` are messages by (disposition, label); `passed` of them were done before this start; `octets` are
    of the messages read; `damaged` counts what could not be; `matched` are the labels of the user's files."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    passed: int = 0
    octets: int = 0
    damaged: int = 0
    conflicts: Conflicts = field(default_factory=Conflicts)
    matched: Matched = field(default_factory=Matched)

    @property
    def messages(self) -> int:
        """How many are done."""
        return self.counts.total()

    def of(self, action: Action) -> int:
        """How many were given a disposition."""
        return sum(count for (disposition, _), count in self.counts.items() if disposition == action)


class Run:
    """An order being carried out; `tally` grows with it. `on_damage` hears of every part of an archive that cannot be read, but for the
    files that are the run's `own`."""

    def __init__(self, order: Order, on_damage: OnDamage, own: Sequence[Path] = ()) -> None:
        self.tally = Tally(matched=Matched(order.labels.files))
        self._order = order
        self._on_damage = on_damage
        self._own = own

    def lines(self, done: Iterable[Seen] = ()) -> Iterator[bytes]:
        """The line of each message that is not among those `done`, which must be the first of them.

        UsageError where the archives have changed since, and as `replay.rows` raises.
        """
        messages = self._messages()
        self._pass_over(done, messages)
        for path, content, line in rows(self._order.config, messages, self._order.workforce):
            yield self._counted(path, content, line)

    def lines_of_both(self, other: Config) -> Iterator[tuple[bytes, bytes]]:
        """The line of each message, and the one it has by another configuration, without a label."""
        for path, content, (line, second) in rows_of_each((self._order.config, other), self._messages(), self._order.workforce):
            yield self._counted(path, content, line), second

    def _counted(self, path: str, content: bytes, line: bytes) -> bytes:
        """The line with its label."""
        told = seen(line)
        if told is None:
            raise AssertionError(f"a row's line that is none: {line[:200]!r}")
        label = self._labelled(path, content, told.id)
        self._count(told.disposition, label, content)
        return line.replace(_UNLABELLED, b'"label":"%s",' % label.encode(), 1) if label else line

    def _messages(self) -> Iterator[Message]:
        for path in self._order.archives:
            yield from open_path(path, self._damaged)

    def _damaged(self, name: str, why: str) -> None:
        known = _known(Path(name))
        if known and _is_one_of(known, _each_known(self._own)):  # it holds rows, and never mail
            return
        self.tally.damaged += 1
        self._on_damage(name, why)

    def _pass_over(self, done: Iterable[Seen], messages: Iterator[Message]) -> None:
        tag = self._order.config.relay.subject_tag
        for told in done:
            path, content = next(messages, ("nothing more", b""))
            if path != told.path:
                raise UsageError(f"the archives changed since: {told.path} was judged where {path} is now; --anew starts again")
            if mail_id(content, tag) != told.id:
                raise UsageError(f"the archives changed since: {path} is another message now; --anew starts again")
            self._labelled(path, content, told.id)
            self._count(told.disposition, told.label, content)
            self.tally.passed += 1

    def _labelled(self, path: str, content: bytes, id: str) -> str:  # noqa: A002  (what it is called everywhere else)
        """The label that holds, "" for none; contradictions are noted."""
        said = self._order.labels.said(path, content, id)
        if not said:
            return ""
        self.tally.matched.seen(said)
        label, conflicts = settled(said), self.tally.conflicts
        if found := conflict(path, id, said):
            conflicts.add(found)
        conflicts.seen(path, id, label)
        return label.value if label else ""

    def _count(self, disposition: str, label: str, content: bytes) -> None:
        self.tally.counts[disposition, label] += 1
        self.tally.octets += len(content)


def extent(path: str, own: Sequence[Path] = ()) -> Extent:
    """How much there is at a path, without opening it, but for the files that are a run's `own`; nothing of `-`. UsageError where there
    is nothing. What of a folder is no file, or no longer, is passed over as in reading."""
    if path == "-":
        return Extent(0, 0, None, packed=True)
    files, octets, newest, packed = 0, 0, 0, False
    for name, known in _files(path, _each_known(own)):
        files, octets, newest = files + 1, octets + known.st_size, max(newest, known.st_mtime_ns)
        packed = packed or name.lower().endswith(_PACKED)
    return Extent(files, octets, datetime.fromtimestamp(newest / 1e9, UTC) if files else None, packed)


def _files(path: str, own: Sequence[os.stat_result]) -> Iterator[tuple[str, os.stat_result]]:
    """The name of each file and what is known of it."""
    if not Path(path).is_dir():
        try:
            yield path, Path(path).stat()
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror}") from None
        return
    for folder, _, names in os.walk(path):
        for name in names:
            known = _known(Path(folder, name))
            if known and not _is_one_of(known, own):
                yield name, known


def _known(path: Path) -> os.stat_result | None:
    """None where it is no file that can be found: mail moves while it is looked at, and a link may lead nowhere."""
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def _each_known(paths: Iterable[Path]) -> list[os.stat_result]:
    return [known for path in paths if (known := _known(path))]


def _is_one_of(known: os.stat_result, own: Iterable[os.stat_result]) -> bool:
    return any(os.path.samestat(known, one) for one in own)


def facts(order: Order, extents: Sequence[Extent], labels: Sequence[str]) -> dict[str, str]:
    """What a run depends on, by name, as `runs.part` compares it. `labels` are the words that asked for the order's labels."""
    makes = bench(order.config).makes._asdict()
    files = {f"labels {word}": _told(extent(word)) for word in labels if Path(word).is_file()}
    archives = {f"archive {path}": _told(found) for path, found in zip(order.archives, extents, strict=True)}
    return {**makes, "labels": " ".join(labels), **files, "archives": " ".join(order.archives), **archives}


def _told(found: Extent) -> str:
    if found.changed is None:
        return "nothing known of it"
    return f"{found.octets} octets in {found.files} files, changed {found.changed.isoformat()}"
