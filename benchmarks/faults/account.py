"""The account: what clients sent and heard, where copies are, and what of it cannot be. Pure but for reading what is on disk.

A copy too many is explained by a reply that got lost (RFC 5321 4.5.3.2.6, RFC 1047), and by nothing else: the client's, where an
attempt ended without one after the end of the content was sent; or the next hop's, where it was cut off by the fault itself.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.faults.letters import Letter, Place

_TO = re.compile(rb"^Delivered-To: ([^@\r\n]+)@", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to send a message, for one recipient: the last reply's code (0: none came), and the moment that it was due at."""

    code: int
    moment: str
    text: str = ""

    @property
    def final(self) -> bool:
        """Whether there is no need to try again."""
        return self.code // 100 in (2, 5)

    @property
    def reply_lost(self) -> bool:
        """Whether the message may have been taken all the same."""
        return self.moment == "dot" and self.code == 0


@dataclass(frozen=True, slots=True)
class Copy:
    """A message where it was found. `heard` is False where the one who took it could not say so."""

    token: str
    octets: bytes
    heard: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A scenario's line of the table. `lost` are messages answered 250 that are nowhere, or not whole."""

    scenario: str
    sent: int
    answered: int
    delivered: int
    held: int
    lost: int
    duplicates: int
    unexplained: int
    failures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the promise was kept, and all else was as it should be."""
        return not (self.lost or self.unexplained or self.failures)


@dataclass(slots=True)
class Ledger:
    """What was sent and heard, by token; and whatever else went wrong, or is worth telling, in words."""

    letters: dict[str, Letter] = field(default_factory=dict)
    attempts: defaultdict[str, list[Attempt]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def note(self, letter: Letter, attempts: Iterable[Attempt]) -> None:
        """An attempt for each recipient of the letter."""
        for token, attempt in zip(letter.recipients, attempts, strict=True):
            self.letters[token] = letter
            self.attempts[token].append(attempt)

    def expect(self, true: bool, words: str) -> None:
        """A failure, in these words, unless it is true."""
        if not true:
            self.failures.append(words)

    def answered(self, token: str) -> bool:
        """Whether the client heard 250 after the content."""
        return any(one.code == 250 and one.moment == "dot" for one in self.attempts[token])

    def settle(self, scenario: str, delivered: Iterable[Copy], held: Iterable[Copy]) -> Row:
        """The line of the table."""
        at = {Place.DELIVERED: _by_token(delivered), Place.HELD: _by_token(held)}
        sums, failures = Counter[str](), Counter(self.failures)
        for token in self.letters:
            found = {place: copies[token] for place, copies in at.items() if token in copies}
            counts = self._counts(token, [copy for some in found.values() for copy in some])
            sums.update(counts)
            failures.update(self._wrongs(token, tuple(found), counts))
        failures["copies of messages that nobody sent"] = sum(token not in self.letters for copies in at.values() for token in copies)
        told = tuple(f"{words} ({times} times)" if times > 1 else words for words, times in failures.items() if times)
        places = (len(at[Place.DELIVERED]), len(at[Place.HELD]))
        wrong = (sums["lost"], sums["duplicates"], sums["unexplained"])
        return Row(scenario, len(self.letters), sums["answered"], *places, *wrong, told, tuple(self.remarks))

    def _counts(self, token: str, copies: list[Copy]) -> dict[str, int]:
        """What one message adds to the sums. Unexplained are copies beyond the one that was promised and what lost replies explain."""
        answered = self.answered(token)
        whole = all(copy.octets.endswith(self.letters[token].content) for copy in copies)
        excuses = sum(one.reply_lost for one in self.attempts[token]) + sum(not copy.heard for copy in copies)
        return {
            "answered": answered,
            "lost": answered and not (copies and whole),
            "duplicates": max(0, len(copies) - 1),
            "unexplained": max(0, len(copies) - answered - excuses),
        }

    def _wrongs(self, token: str, places: tuple[Place, ...], counts: dict[str, int]) -> Iterator[str]:
        """What is wrong with one message, in words."""
        heard = "; then ".join(f"{one.text.strip() or one.code} to {one.moment}" for one in self.attempts[token])
        for name in ("lost", "unexplained"):
            if counts[name]:
                yield f"{name}: {' and '.join(places) or 'nowhere'}, {counts['duplicates']} too many; the client heard {heard}"
        if strays := {*places} - {self.letters[token].places[token]}:
            yield f"{' and '.join(strays)}, and should be {self.letters[token].places[token]}"


def in_quarantine(folder: Path) -> list[Copy]:
    """What the quarantine in this folder holds, read past the code that wrote it."""
    with closing(sqlite3.connect(f"file:{folder}/quarantine.db?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT recipients, content FROM held WHERE trim(state) = 'held'").fetchall()
    return [Copy(token, content) for recipients, content in rows for token in re.findall(r'"([^"@]+)@', recipients)]


def in_maildir(folder: Path) -> list[Copy]:
    """What the Maildir in this folder has got."""
    files = [file.read_bytes() for file in (folder / "maildir" / "new").iterdir()]
    return [Copy(token.decode(), octets) for octets in files for token in _TO.findall(octets.partition(b"\r\nReceived:")[0])]


def in_journal(folder: Path) -> int:
    """Rows of the journal."""
    with closing(sqlite3.connect(f"file:{folder}/journal.db?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM verdicts").fetchone()[0])


def table(rows: Iterable[Row]) -> str:
    """The lines of all scenarios, and under it what failed and what is worth telling."""
    names = ("sent", "answered", "delivered", "held", "lost", "duplicates", "unexplained")
    heads = ("sent", "answered 250", "delivered", "held", "lost", "duplicates", "unexplained")
    lines = [f"{'scenario':44}" + "".join(f"{head:>13}" for head in heads)]
    below: list[str] = []
    for row in rows:
        lines.append(f"{row.scenario:44}" + "".join(f"{getattr(row, name):>13,}" for name in names) + ("" if row.good else "  failed"))
        below += [f"{row.scenario}: {words}" for words in row.remarks]
        below += [f"{row.scenario}: FAILED: {words}" for words in row.failures]
    return "\n".join([*lines, "", *below])


def _by_token(copies: Iterable[Copy]) -> dict[str, list[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        found.setdefault(copy.token, []).append(copy)
    return found
