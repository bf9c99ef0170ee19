"""A file inside an archive of several. What archives do not give is decided here; how each is read is `tar`'s and `zips`'.

Takeout, Google's export, brings pages, pictures and settings beside its `Takeout/Mail/*.mbox`. Below a folder of that name a file
whose ending is not mail's is passed over in silence; anywhere else such files are told, as mail might be missing.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from filter.store.archives.contents import messages
from filter.store.archives.damage import Messages, OnDamage, reporting
from filter.store.archives.streams import Readable, ending

TAR = ".tar"
ZIP = ".zip"
OUTLOOK = (".pst", ".ost")

_MAIL = ("", ".mbox", ".mbx", ".eml")


def member(name: str, inner: str, stream: Readable, on_damage: OnDamage) -> Messages:
    """The messages of the file `inner` of an archive, told as `name`; an archive in an archive is not opened."""
    with reporting(name, on_damage):
        plain = ending(inner)[0]
        if PurePosixPath(inner).name.startswith(".") or is_beside_mail(inner):
            return
        if plain.endswith((TAR, ZIP)):
            on_damage(name, "an archive inside an archive")
        elif plain.endswith(OUTLOOK):
            on_damage(name, "an Outlook file inside an archive: unpack it first")
        else:
            yield from messages(name, stream, on_damage, listed=True)


def is_beside_mail(path: str) -> bool:
    """Whether this is what Takeout exports beside mail."""
    inside = PurePosixPath(path)
    return "Takeout" in inside.parts[:-1] and PurePosixPath(ending(inside.name)[0]).suffix not in (*_MAIL, TAR, ZIP, *OUTLOOK)
