"""Folders: Maildirs, messages (as in MH folders), mailboxes, archives, public inboxes, down to the bottom, in the order of names.

The order is the same every time, so that a run that was stopped can go on. Of a Maildir (with Maildir++ inside) only what is in `new`
and `cur` counts, each file one message as it stands. What is hidden elsewhere, and what a link to a folder leads to, is no mail.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from filter.store.archives import contents, files, git, limits
from filter.store.archives.damage import Messages, OnDamage, reporting
from filter.store.archives.members import is_beside_mail
from filter.store.archives.streams import whole

_DELIVERED = {"cur", "new"}
_Open = tuple[Path, frozenset[str], Iterator[str]]


def messages(folder: Path, on_damage: OnDamage) -> Messages:
    """Every message below a folder, under its path."""
    # A stack of its own: folders may lie deeper within each other than calls.
    opened = [_open(folder, on_damage)]
    while opened:
        place, names, left = opened[-1]
        name = next(left, None)
        if name is None:
            opened.pop()
            continue
        path, maildir = place / name, names >= _DELIVERED
        if not path.is_dir():
            if not maildir and not name.startswith("."):
                yield from _file(path, on_damage)
        elif path.is_symlink():
            continue
        elif maildir and name in _DELIVERED:
            yield from _delivered(path, on_damage)
        # Maildir++ keeps its folders in hidden ones.
        elif not (maildir and name == "tmp") and (maildir or not name.startswith(".")):
            if git.is_repository(path):
                yield from git.messages(path, on_damage)
            else:
                opened.append(_open(path, on_damage))


def _open(folder: Path, on_damage: OnDamage) -> _Open:
    """A folder, its names, and those of them to be looked at, in order. Of a public inbox that is its repositories."""
    names: list[str] = []
    with reporting(str(folder), on_damage):
        names = ["git"] if git.is_inbox(folder) else os.listdir(folder)  # noqa: PTH208  (a million names, not a million paths)
    return folder, frozenset(names) & _DELIVERED, iter(sorted(names, key=git.epoch))


def _file(path: Path, on_damage: OnDamage) -> Messages:
    name = str(path)
    if is_beside_mail(name):
        return
    with reporting(name, on_damage):
        if path.is_file():
            yield from files.messages(path, path.open("rb"), on_damage, listed=True)
        elif not path.exists():
            on_damage(name, "a link that leads nowhere")
        else:
            on_damage(name, "neither a file nor a folder")


def _delivered(folder: Path, on_damage: OnDamage) -> Messages:
    names: list[str] = []
    with reporting(str(folder), on_damage):
        names = sorted(os.listdir(folder))  # noqa: PTH208  (a million names, not a million paths)
    for name in names:
        path = folder / name
        with reporting(str(path), on_damage):
            if not path.is_file():
                on_damage(str(path), "not a file")
                continue
            with path.open("rb") as stream:
                content = whole(stream, limits.MAX_MESSAGE_BYTES)
            yield from contents.one(str(path), content, on_damage)
