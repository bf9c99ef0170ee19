"""A file on disk, read as what the end of its name says. One in an archive is `members`' to judge."""

from __future__ import annotations

from io import BufferedReader
from pathlib import Path

from filter.store.archives import contents, outlook, tar, zips
from filter.store.archives.damage import Messages, OnDamage, reporting
from filter.store.archives.members import OUTLOOK, TAR, ZIP
from filter.store.archives.streams import ending, expanded


def messages(path: Path, stream: BufferedReader, on_damage: OnDamage, listed: bool = False) -> Messages:
    """Every message of the file that `stream` is open on. `listed`: nobody named it, it was found in a folder."""
    name = str(path)
    plain, packed = ending(name)
    with stream, reporting(name, on_damage):
        if not stream.peek(1):
            on_damage(name, "empty")
        elif plain.endswith(ZIP) and not packed:
            yield from zips.messages(name, stream, on_damage)
        elif plain.endswith(TAR):
            yield from tar.messages(name, expanded(name, stream, on_damage), on_damage)
        elif plain.endswith(OUTLOOK) and not packed:
            yield from outlook.messages(name, stream, on_damage)
        else:
            yield from contents.messages(name, stream, on_damage, listed)
