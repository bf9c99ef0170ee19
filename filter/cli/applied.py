"""Thresholds put into the configuration file that they were tuned from: checked, shown, then replaced in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from filter.assemble import build_policies
from filter.config.file import load
from filter.errors import ConfigError, UsageError
from filter.judge.policy import Policies

if TYPE_CHECKING:  # SciPy: loaded only where the command runs
    from filter.lab.tune.found import Tuned

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Edit:
    """A configuration file, its text as it was read, and what it is to become."""

    file: Path
    before: str
    after: str

    @property
    def difference(self) -> str:
        """A unified diff; "" where nothing changes."""
        before, after = self.before.splitlines(), self.after.splitlines()
        return "\n".join(unified_diff(before, after, str(self.file), f"{self.file} (tuned)", lineterm=""))


def edited(file: Path, tuned: Tuned) -> Edit:
    """The file with the proposed thresholds, nothing written yet. It must be the one that was tuned from."""
    from filter.lab.tune.written import changed  # noqa: PLC0415  (tomlkit: loaded only here)

    if not file.stat().st_mode & 0o222:
        raise UsageError(f"{file} is read-only")
    text = _text(file)
    mark = _BOM if text.startswith(_BOM) else ""  # Windows editors begin a file with it; TOML knows none
    try:
        return Edit(file, text, mark + changed(text.removeprefix(_BOM), tuned))
    except UsageError as error:
        raise UsageError(f"{file}: nothing was written: {error}") from None


def _text(file: Path) -> str:
    """The file's text, line ends and all."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None


def apply(edit: Edit, wanted: Policies) -> None:
    """Replace the file, where a link leads if it is one, keeping its mode and owner; before that, the new one must load and say what
    is wanted. UsageError, and nothing changed, where it does not, where somebody changed the file since, or where it cannot be written."""
    target = edit.file.resolve()
    if _text(target) != edit.before:
        raise UsageError(f"{edit.file} was changed since it was read: nothing was written; run the command again")
    try:
        with _beside(target, edit.after.encode()) as draft:
            if build_policies(load(draft)) != wanted:
                raise UsageError(f"{edit.file}: the thresholds cannot be put in: nothing was written; paste the [policy] block yourself")
            _take_over(draft, target.stat())
            draft.replace(target)
    except ConfigError as error:
        raise UsageError(f"{edit.file}: nothing was written, it would not be valid: {'; '.join(error.problems)}") from None
    except OSError as error:
        raise UsageError(f"{edit.file}: nothing was written: {error.strerror}") from None
    with suppress(OSError):  # it is in place; some file systems cannot sync a folder
        _to_disk(target.parent)


@contextmanager
def _beside(target: Path, content: bytes) -> Iterator[Path]:
    """A draft in the target's folder, on disk; gone afterwards unless it was renamed."""
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", suffix=".toml", delete=False) as stream:
        draft = Path(stream.name)
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            yield draft
        finally:
            draft.unlink(missing_ok=True)


def _take_over(draft: Path, facts: os.stat_result) -> None:
    """The target's owner and mode, in this order: a change of owner takes set-id bits away."""
    own = draft.stat()
    if (own.st_uid, own.st_gid) != (facts.st_uid, facts.st_gid):
        os.chown(draft, facts.st_uid, facts.st_gid)
    draft.chmod(stat.S_IMODE(facts.st_mode))


def _to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
