"""What a user names as mail: standard input, a file, a folder, a repository."""

from __future__ import annotations

import sys
from pathlib import Path

from filter.errors import UsageError
from filter.store.archives import contents, files, folders, git, plumbing
from filter.store.archives.damage import Messages, OnDamage, refuse, reporting


def open_path(path: str | Path, on_damage: OnDamage = refuse) -> Messages:
    """Every message at `path`, as (name, octets), in the same order every time.

    An .eml, mbox, Maildir, MH folder, folder of these, .tar or .zip of these; an Outlook file (.pst, .ost); a public inbox (a git
    repository); a file of these behind .gz, .bz2, .xz or .zst; or -, standard input: a message or an mbox. Names say where each
    stood: `inbox.mbox#17`, `mail.tar:a/b.eml`, `list.git#1f3e5a7b9c2d`. UsageError where there is nothing to open, before anything
    is read; `on_damage(name, why)` hears of every part skipped.
    """
    if str(path) == "-":
        return _standard_input(on_damage)
    path = Path(path)
    if path.is_dir():
        return _folder(path, on_damage)
    try:
        return files.messages(path, path.open("rb"), on_damage)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None


def _standard_input(on_damage: OnDamage) -> Messages:
    with reporting("-", on_damage):
        yield from contents.messages("-", sys.stdin.buffer, on_damage, listed=False)


def _folder(path: Path, on_damage: OnDamage) -> Messages:
    if not git.is_repository(path):
        return folders.messages(path, on_damage)
    plumbing.found(str(path))
    # Version 2's `all.git` only points to the repositories beside it.
    if path.name == "all.git" and git.is_inbox(path.parent):
        return folders.messages(path.parent, on_damage)
    return git.messages(path, on_damage)
