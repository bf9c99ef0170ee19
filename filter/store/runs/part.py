"""A run that is not finished: `NAME.part` beside where it will be, JSON lines behind one that says what the run is of.

Lines are only ever added whole, so whatever ends the process leaves whole lines and perhaps one torn, which the next start cuts off.
Who takes it up checks each row, for a disk may have lost some: from the first damaged one on they are cut off too, and judged anew.
The run itself appears all at once when it is done. Which messages a line stands for is the caller's.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple, Self, cast

from filter.errors import StoreError, UsageError
from filter.store.newfile import sync_folder
from filter.store.runs import form, jsonl

TAIL_OCTETS = 64 * 1024
"""Octets read at a time, from the end, to find the last whole line."""

HEAD_OCTETS = 16 * 1024 * 1024
"""Octets of the longest first line: it names every archive."""

BUFFER_OCTETS = 128 * 1024
"""Octets gathered before they are written: what a killed process loses, less than a hundred messages."""

COPIED_OCTETS = 1024 * 1024
"""Octets copied at a time."""

_HEAD = "sievert-run"
_LINE = re.compile(
    rb'\{"path":(?P<path>"(?:[^"\\]|\\.)*+"),"id":"(?P<id>[0-9a-f]*+)",.*"label":"(?P<label>[a-z]*+)",'
    rb'"score":.*"disposition":"(?P<disposition>[a-z]*+)","cause":.*\}\n'
)

Facts = Mapping[str, str]
"""What a run is of: verdicts, arguments and archives, each a name and what it was. Two runs are the same where all of these are."""


class Seen(NamedTuple):
    """What is counted of a line."""

    path: str
    id: str
    label: str
    disposition: str


def seen(line: bytes) -> Seen | None:
    """What a row's line says, without reading all of it; None where it is none."""
    match = _LINE.fullmatch(line)
    return Seen(json.loads(match["path"]), *(match[name].decode() for name in Seen._fields[1:])) if match else None


def _sound(line: bytes) -> Seen:
    """What a whole line says. ValueError where any of it is damaged, in a way that can be seen."""
    jsonl.row(line)
    told = seen(line)
    if told is None:
        raise ValueError("not a row of a run")
    return told


def files_of(out: Path) -> tuple[Path, ...]:
    """What a run is written to: where it will be, its part, and what is made of that at the end."""
    return out, out.with_name(f"{out.name}.part"), out.with_name(f".{out.name}.part.new")


class Part:
    """The file while a run goes on, for one process at a time; a context, after which what was added is in the file."""

    def __init__(self, out: Path, facts: Facts, *, anew: bool = False) -> None:
        """Begin a run or take up the one that was begun; `anew` forgets what is there. UsageError where that is another run's, or done."""
        self._out = out
        self._form = form(out)
        self._head = f"{json.dumps({_HEAD: dict(facts)})}\n".encode("ascii")
        _, self.path, self._new = files_of(out)
        if out.is_dir():
            raise UsageError(f"{out} is a folder")
        if out.exists() and not anew:
            raise UsageError(f"{out} is there already; --anew replaces it")
        try:
            self._file = self._locked(anew)
        except OSError as error:
            raise UsageError(f"{self.path}: {error.strerror}") from None

    def _locked(self, anew: bool) -> IO[bytes]:
        file = _private(self.path, "r+b" if self.path.exists() else "x+b", BUFFER_OCTETS)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if anew:
                file.truncate(0)
            self._take_up(file)
        except BlockingIOError:
            file.close()
            raise UsageError(f"{self.path}: another replay is writing it") from None
        except BaseException:
            file.close()
            raise
        return file

    def _take_up(self, file: IO[bytes]) -> None:
        """Leave the file at the end of its last whole line."""
        first = file.readline(HEAD_OCTETS)
        if first == self._head:
            file.truncate(_whole(file))
            file.seek(0, os.SEEK_END)
        elif self._head.startswith(first):  # new, or torn in its first line
            file.seek(0)
            file.truncate()
            file.write(self._head)
            file.flush()
        else:
            raise UsageError(f"{self.path}: {_difference(first, self._head)}; --anew starts again from nothing")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, raised: type[BaseException] | None, *_: object) -> None:
        try:
            self._file.close()
        except OSError as error:
            if raised is None or not issubclass(raised, StoreError):  # which said so already
                raise StoreError(f"{self.path}: {error.strerror}") from error

    def done(self, tell: Callable[[str], object]) -> Iterator[Seen]:
        """What is told of each message that is done, in their order, up to the first line that is damaged: that one and all after it
        are no longer there, and `tell` is given a line about it."""
        whole = len(self._head)
        with self.path.open("rb") as stream:
            stream.seek(whole)
            for number, line in enumerate(stream, 2):
                try:
                    told = _sound(line)
                except ValueError as error:
                    after = sum(1 for _ in stream)
                    tell(f"{self.path}:{number}: damaged ({error}); it and the {after:,} rows after it are judged anew")
                    self._cut(whole)
                    return
                whole += len(line)
                yield told

    def _cut(self, end: int) -> None:
        """Have the file end there, and what is added come there."""
        try:
            self._file.truncate(end)
            self._file.seek(0, os.SEEK_END)
        except OSError as error:
            raise StoreError(f"{self.path}: {error.strerror}") from error

    def add(self, line: bytes) -> None:
        """One more message's line. StoreError."""
        try:
            self._file.write(line)
        except OSError as error:
            raise StoreError(f"{self.path}: {error.strerror}") from error

    def count(self) -> int:
        """How many messages are done."""
        self._file.flush()
        with self.path.open("rb") as stream:
            return sum(1 for _ in stream) - 1

    def finish(self) -> None:
        """Make the run of it: on disk before its name appears, and this file gone. StoreError."""
        new = self._new  # ours alone, and this process has the part's lock
        try:
            self._file.flush()
            with _private(new, "wb") as stream, self.path.open("rb") as lines:
                lines.seek(len(self._head))
                if self._out.suffix.lower() == ".jsonl":
                    shutil.copyfileobj(lines, stream, COPIED_OCTETS)
                else:
                    self._form.write(stream, lines)
                stream.flush()
                os.fsync(stream.fileno())
            new.replace(self._out)
            self.path.unlink()
            sync_folder(self._out.parent)
        except OSError as error:
            raise StoreError(f"{self._out}: {error.strerror}") from error
        finally:
            new.unlink(missing_ok=True)

    def discard(self) -> None:
        """Forget it: there was nothing to keep."""
        self.path.unlink(missing_ok=True)


def _private(path: Path, mode: str, buffering: int = -1) -> IO[bytes]:
    """Opened for its owner alone, and through no link: rows have addresses, and reasons words of messages."""
    return cast("IO[bytes]", open(path, mode, buffering, opener=lambda name, flags: os.open(name, flags | os.O_NOFOLLOW, 0o600)))


def _whole(file: IO[bytes]) -> int:
    """Where the last whole line ends."""
    end = file.seek(0, os.SEEK_END)
    while end:
        start = max(0, end - TAIL_OCTETS)
        file.seek(start)
        at = file.read(end - start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _difference(first: bytes, head: bytes) -> str:
    """What a first line says otherwise than it should."""
    try:
        was = json.loads(first)[_HEAD]
        now = json.loads(head)[_HEAD]
        differing = [name for name in {**was, **now} if was.get(name) != now.get(name)]
        name = differing[0]
        return f"of another run: {name} was {was.get(name, 'not there')} and is {now.get(name, 'not there')}" + (
            f", and {len(differing) - 1} more differ" if len(differing) > 1 else ""
        )
    except (ValueError, LookupError, TypeError, AttributeError):
        return "not an unfinished run"
