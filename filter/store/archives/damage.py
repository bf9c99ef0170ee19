"""What is done about a part of an archive that cannot be read: it is told by its name, and the rest is read. Reads nothing."""

from __future__ import annotations

import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filter.errors import UsageError
from filter.store.archives import limits

OnDamage = Callable[[str, str], None]
Messages = Iterator[tuple[str, bytes]]


class DamageError(OSError):
    """A part of an archive that cannot be read, said in a line."""


# What the standard library raises on broken or encrypted archives; RuntimeError is zipfile's for a password.
BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def refuse(name: str, why: str) -> None:
    """What is done about damage unless told otherwise: stop, for judging less mail than asked in silence would be worse."""
    raise UsageError(f"{name}: {why}")


def said(error: BaseException) -> str:
    """An error in the words of a reader: what the system says of it, else its own text, else its name."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


@contextmanager
def reporting(name: str, on_damage: OnDamage) -> Iterator[None]:
    """Whatever breaks inside is told under that name, and ends there."""
    try:
        yield
    except BROKEN as error:
        on_damage(name, said(error))


def shown(text: str) -> str:
    """A text out of an archive, as part of what is said: nothing in it moves a terminal."""
    return ascii(text)[1:-1]


def too_large(place: str = "") -> str:
    """What is said of a message past the limit."""
    return f"larger than {limits.MAX_MESSAGE_BYTES} octets{place}"
