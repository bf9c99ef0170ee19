"""Outlook's mailbox files (.pst, .ost), read with libpff: the messages in them, folder by folder, in the order that the file has.

Appointments, contacts, notes and tasks are no mail and are passed over in silence. What a message becomes is `rebuilt`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Protocol, cast

from filter.errors import UsageError
from filter.store.archives import limits
from filter.store.archives.contents import one
from filter.store.archives.damage import BROKEN, DamageError, Messages, OnDamage, reporting, said
from filter.store.archives.rebuilt import Item, rebuilt

_MAIL = ("IPM.NOTE", "IPM.SCHEDULE", "REPORT.")
"""Classes of messages that came by mail (PR_MESSAGE_CLASS, MS-OXCMSG): ordinary and signed mail, invitations, reports of delivery."""

_CLASS = 0x001A


class Folder(Protocol):
    """What is used of pypff's folders."""

    name: str | None
    number_of_sub_folders: int
    number_of_sub_messages: int

    def get_sub_folder(self, index: int, /) -> Folder:
        """A folder in it."""

    def get_sub_message(self, index: int, /) -> Item:
        """A message in it."""


class File(Protocol):
    """What is used of pypff's files."""

    def open_file_object(self, stream: IO[bytes], /) -> None:
        """Reads its head. OSError if it is no such file."""

    def get_root_folder(self) -> Folder | None:
        """Where all its folders are."""

    def close(self) -> None:
        """Lets go of the stream."""


def messages(name: str, stream: IO[bytes], on_damage: OnDamage) -> Messages:
    """Every message, under `path:folder/folder#number`, its number counted in its folder from 1. DamageError if it is no such file."""
    file = _library(name)
    try:
        file.open_file_object(stream)
    except BROKEN as error:
        # libpff tells the whole way from the cause up; the cause is what its second sentence says.
        why = [part.partition(": ")[2] for part in said(error).split(". ")]
        raise DamageError(f"not an Outlook file that can be read: {(why[1] if len(why) > 1 else why[0]).rstrip('.')}") from None
    try:
        for place, folder in _folders(name, file.get_root_folder(), on_damage):
            yield from _messages(place, folder, on_damage)
    finally:
        file.close()


def _library(name: str) -> File:
    try:
        import pypff  # noqa: PLC0415  (an extra: only this kind of archive needs it)
    except ImportError:
        raise UsageError(f"{name}: needs libpff (pip install 'sievert[pst]')") from None
    return cast("File", pypff.file())


def _folders(place: str, folder: Folder | None, on_damage: OnDamage, depth: int = 0) -> Iterator[tuple[str, Folder]]:
    """A folder and all below it, each before what is in it. The root's own name says nothing."""
    if folder is None or depth > limits.MAX_DEPTH:
        on_damage(place, "no folder in it" if folder is None else f"folders more than {limits.MAX_DEPTH} deep")
        return
    yield place, folder
    with reporting(place, on_damage):
        for index in range(folder.number_of_sub_folders):
            with reporting(f"{place}: folder {index + 1}", on_damage):
                inner = folder.get_sub_folder(index)
                between = ":" if depth == 0 else "/"
                yield from _folders(f"{place}{between}{inner.name or index + 1}", inner, on_damage, depth + 1)


def _messages(place: str, folder: Folder, on_damage: OnDamage) -> Messages:
    with reporting(place, on_damage):
        for index in range(folder.number_of_sub_messages):
            name = f"{place}#{index + 1}"
            with reporting(name, on_damage):
                item = folder.get_sub_message(index)
                if _is_mail(item):
                    content, lost = rebuilt(item)
                    for why in lost:
                        on_damage(name, why)
                    yield from one(name, content, on_damage)


def _is_mail(item: Item) -> bool:
    """Whether a message is of a class that comes by mail; one that says no class is taken for mail."""
    entry = item.get_record_set(0).get_entry_by_type(_CLASS) if item.number_of_record_sets else None
    kind = (entry.get_data_as_string() or "") if entry is not None else ""
    return not kind or kind.upper().startswith(_MAIL)
