"""Programs among a message's attachments, and how a file's name or kind hides what it is. Nothing is opened: `attached` looked inside."""

from __future__ import annotations

from collections.abc import Callable

from filter.judge.inside import magic
from filter.judge.mail import Attachment
from filter.judge.scene import Scene, Signal

_DOCUMENTS = frozenset(
    "pdf doc docx docm xls xlsx xlsm csv ppt pptx rtf txt odt ods jpg jpeg png gif tif tiff bmp mp3 mp4 wav xml zip".split()  # noqa: SIM905
)
_RUN = magic.PROGRAMS | magic.SHORTCUTS | magic.DISKS
_DISGUISED = _RUN | magic.PAGES | {"svg"}
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FEW_FILES = 5  # a larger archive with scripts is likely software's source


def called(attachment: Attachment) -> str:
    """An attachment as a reader can find it."""
    return f"attached {_straight(attachment.name)}" if attachment.name else f"an attachment of type {attachment.kind}"


def _straight(name: str) -> str:
    """A file's name in the order it is written in."""
    return name if name.isascii() else "".join(char for char in name if char not in _TURNS)


def nature_of(attachment: Attachment) -> str:
    """What an attachment is by its first octets, its name and its type (`magic`)."""
    return magic.kind_of(attachment.head, attachment.name, attachment.kind)


def first(told: Callable[[Attachment], str]) -> Callable[[Scene], str]:
    """What is told of the first attachment that it is true of."""

    def find(scene: Scene) -> str:
        for attachment in scene.message.attachments:
            if evidence := told(attachment):
                return evidence
        return ""

    return find


def _executable(attachment: Attachment) -> str:
    ending = magic.ending(attachment.name)
    if ending in magic.PROGRAMS:
        return f"{called(attachment)} is run when it is opened (.{ending})"
    return f"{called(attachment)} is a program by its first octets" if nature_of(attachment) == magic.PROGRAM else ""


def _executable_inside(attachment: Attachment) -> str:
    many = len(attachment.inside) > _FEW_FILES
    for name in attachment.inside:
        ending = magic.ending(name)
        if ending in magic.PROGRAMS | magic.SHORTCUTS and not (many and ending in magic.SOURCES):
            return f"{called(attachment)} holds {name}, which is run when it is opened"
    return ""


def _double_ending(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        if (inner := _double_ending_of(name)) and (ending := magic.ending(name)) in _DISGUISED:
            return f"file {_straight(name)} looks like .{inner}, is .{ending}"
    return ""


def _double_ending_of(name: str) -> str:
    """The document's ending before a name's last one; "" where there is none."""
    inner = name.rpartition(".")[0].rpartition(".")[2].strip().lower() if name.count(".") > 1 else ""
    return inner if inner in _DOCUMENTS else ""


def _turned_name(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        if not name.isascii() and not _TURNS.isdisjoint(name):
            return f"a file's name turns its direction, so that {_straight(name)} reads otherwise"
    return ""


def _disguised_program(attachment: Attachment) -> str:
    for name in (attachment.name, *attachment.inside):
        way = "behind a document's" if _double_ending_of(name) else "" if _TURNS.isdisjoint(name) else "by turning its direction"
        if way and magic.ending(name) in _RUN:
            return f"file {_straight(name)} hides its ending .{magic.ending(name)} {way}"
    return mismatch(attachment) if magic.nature(attachment.head) in {magic.PROGRAM, magic.SHORTCUT, magic.DISK} else ""


def mismatch(attachment: Attachment) -> str:
    """Whether its first octets are of another nature than its name and type promise."""
    nature, promised = magic.nature(attachment.head), magic.promised(attachment.name, attachment.kind)
    if not nature or not promised or nature in promised:
        return ""
    return f"{called(attachment)} ({attachment.kind}) is {nature} by its first octets"


SIGNALS: tuple[Signal, ...] = (
    Signal("executable", "attachment", "rspamd MIME_BAD_ATTACHMENT", first(_executable)),
    Signal("executable-in-archive", "attachment", "rspamd MIME_BAD_ATTACHMENT, in archives", first(_executable_inside)),
    Signal("double-extension", "attachment", "rspamd MIME_DOUBLE_BAD_EXTENSION", first(_double_ending)),
    Signal("bidi-in-name", "attachment", "MITRE ATT&CK T1036.002; rspamd MIME_BAD_UNICODE", first(_turned_name)),
    Signal("disguised-program", "attachment", "MITRE ATT&CK T1036.007 and T1036.008", first(_disguised_program)),
)
