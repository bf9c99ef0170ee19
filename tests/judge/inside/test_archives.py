from __future__ import annotations

import pytest
from attachments import rar4, rar5, tarred, zipped
from hypothesis import given
from hypothesis import strategies as st

from filter.judge import limits
from filter.judge.inside import archives, magic
from filter.judge.inside.archives import Contents

NAMES = ("letter.txt", "order.exe")
SEVEN = b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 24


@pytest.mark.parametrize(
    ("nature", "octets"),
    [
        (magic.ZIP, zipped(*NAMES)),
        (magic.RAR, rar4(*NAMES)),
        (magic.RAR, rar5(*NAMES)),
        (magic.TAR, tarred(*NAMES)),
        (magic.GZIP, tarred(*NAMES, mode="w:gz")),
    ],
)
def test_names(nature: str, octets: bytes) -> None:
    """The names in an archive of each format, programs first."""
    assert archives.contents(nature, octets, b"") == Contents(("order.exe", "letter.txt"), False)


@pytest.mark.parametrize(
    ("nature", "locked"),
    [
        (magic.ZIP, zipped(*NAMES, locked=True)),
        (magic.RAR, rar4(*NAMES, locked=True)),
        (magic.RAR, rar5(*NAMES, locked=True)),
        (magic.RAR, rar4(hidden=True)),
        (magic.RAR, rar5(hidden=True)),
        (magic.SEVEN, SEVEN + b"\x06\xf1\x07\x01"),
    ],
)
def test_locked(nature: str, locked: bytes) -> None:
    """A password is seen in each format that has one, also where it hides the names; without one nothing is locked."""
    assert archives.contents(nature, locked, b"").locked
    plain = {magic.ZIP: zipped(*NAMES), magic.RAR: rar5(*NAMES), magic.SEVEN: SEVEN}[nature]
    assert not archives.contents(nature, plain, b"").locked


def test_the_directory_at_the_end_is_read() -> None:
    """What lies past the first octets is named by the directory in the last ones."""
    packed = zipped(*NAMES, octets=b"x" * 5000)
    assert archives.contents(magic.ZIP, packed[:1000], b"").names == ("letter.txt",)
    assert archives.contents(magic.ZIP, packed[:1000], packed[-300:]).names == ("order.exe", "letter.txt")


def test_the_name_of_what_was_packed() -> None:
    """A gzip stream may tell the name of its file."""
    octets = b"\x1f\x8b\x08\x08" + b"\0" * 6 + b"order.js\0" + b"\x03\0" + b"\0" * 8
    assert archives.contents(magic.GZIP, octets, b"").names == ("order.js",)


def test_names_of_another_time() -> None:
    """A name that is no UTF-8 is read in the first code page that ZIP knew."""
    packed = zipped("menu.exe").replace(b"menu", b"men\x81")
    assert archives.contents(magic.ZIP, packed, b"").names == ("menü.exe",)


def test_long_names_keep_their_end() -> None:
    """Of a long name the end is kept, which says what it is."""
    (name,) = archives.contents(magic.ZIP, zipped("a" * 500 + ".exe"), b"").names
    assert (len(name), name[-4:]) == (limits.EVIDENCE_CHARS, ".exe")


STARTS = {magic.ZIP: b"PK\x03\x04", magic.RAR: b"Rar!\x1a\x07\x01\x00", magic.SEVEN: SEVEN, magic.TAR: b"", magic.GZIP: b"\x1f\x8b\x08\x1c"}
PIECES = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from([b"PK\x01\x02", b"PK\x03\x04", zipped("a"), rar4("a")[7:], rar5("a")[8:], tarred("a")[:512]]),
    )
).map(b"".join)


@given(st.sampled_from(sorted(STARTS)), PIECES, PIECES)
def test_broken_archives(nature: str, head: bytes, tail: bytes) -> None:
    """Nothing that an archive holds is an error."""
    for start in (STARTS[nature], b"Rar!\x1a\x07\x00"):
        found = archives.contents(nature, start + head, tail)
        assert len(found.names) <= limits.ARCHIVE_NAMES
