"""Public inboxes: mail kept as commits of a git repository (public-inbox-v1-format(5), public-inbox-v2-format(5)), oldest first.

In v2 every commit has one file: `m` is a message, `d` takes one back. In v1 a message's path is the hash of its Message-ID. Messages
that were taken back later, as spam is, are still in the history, and are read. Any other repository has no mail, which is told.
A v2 inbox has its mail in `git/0.git`, `git/1.git` and on, read in that order; its `all.git` has none of its own and stands for all.
Calls git only through `plumbing`, never checks out anything.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from filter.store.archives import limits, plumbing
from filter.store.archives.contents import one
from filter.store.archives.damage import DamageError, Messages, OnDamage, reporting, too_large

_SHOWN = 12
"""Digits of a commit in a message's name: more than git itself shows of any repository."""

_EPOCH = re.compile(r"[0-9]{1,18}(?=\.git$)")
_COMMIT = re.compile(r"([0-9a-f]{40,64})\n")
_ADDED = re.compile(r":[0-7]{6} 100[0-7]{3} [0-9a-f]{40,64} ([0-9a-f]{40,64}) [AM]\t(m|[0-9a-f]{2}/[0-9a-f]{38})\n")
_CHANGES = ("diff-tree", "--stdin", "--root", "-r", "--raw", "--no-abbrev", "--no-renames")


class _Added(NamedTuple):
    """A message as a commit added it: the commit's hash, the path in its tree, the blob's hash."""

    commit: str
    path: str
    blob: str

    @property
    def place(self) -> str:
        """What tells it from all others of the repository."""
        return self.commit[:_SHOWN] if self.path == "m" else f"{self.commit[:_SHOWN]}:{self.path}"


def is_repository(folder: Path) -> bool:
    """Whether a folder is a git repository itself, as bare ones are; of one that may not be looked into nothing is known."""
    with suppress(OSError):
        return (folder / "objects").is_dir() and (folder / "refs").is_dir()
    return False


def is_inbox(folder: Path) -> bool:
    """Whether a folder is a public inbox of version 2: one that has repositories of epochs in `git`."""
    inside = folder / "git"
    with suppress(OSError):
        return inside.is_dir() and not is_repository(inside) and any(_EPOCH.match(path.name) for path in inside.glob("*.git"))
    return False


def epoch(name: str) -> str:
    """What a name sorts by: epochs by their numbers, whatever else by itself."""
    return _EPOCH.sub(lambda number: number[0].zfill(18), name)


def messages(repository: Path, on_damage: OnDamage) -> Messages:
    """Every message of a repository, under `path#commit`, or `path#commit:place` in version 1."""
    name = str(repository)
    plumbing.found(name)
    any_added = False
    with reporting(name, on_damage), plumbing.Blobs(repository) as blobs:
        plumbing.told(repository, "rev-parse", "--verify", "HEAD^{commit}")
        for added in _history(repository):
            any_added = True
            yield from _message(f"{name}#{added.place}", added.blob, blobs, on_damage)
        if not any_added:
            on_damage(name, "a git repository without mail: no public inbox")


def _message(name: str, blob: str, blobs: plumbing.Blobs, on_damage: OnDamage) -> Messages:
    with reporting(name, on_damage):
        content = blobs.read(blob)
        if content is None:
            on_damage(name, too_large())
        else:
            yield from one(name, content, on_damage)


def _history(repository: Path) -> Iterator[_Added]:
    """What every commit added, oldest first; DamageError behind the last that can be read."""
    with ExitStack() as stack:
        commits = plumbing.start(repository, "rev-list", "--reverse", "HEAD")
        stack.callback(plumbing.end, commits)
        changes = plumbing.start(repository, *_CHANGES, given=commits.stdout or subprocess.DEVNULL)
        stack.callback(plumbing.end, changes)
        commit = ""
        while changes.stdout and (line := changes.stdout.readline(limits.MAX_GIT_LINE_BYTES).decode("ascii", "replace")):
            if found := _COMMIT.fullmatch(line):
                commit = found[1]
            elif found := _ADDED.fullmatch(line):
                yield _Added(commit, found[2], found[1])
        if changes.wait() or commits.wait():
            raise DamageError("git cannot read all of its history: damaged, or not all of it is there")
