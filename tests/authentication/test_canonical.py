from __future__ import annotations

import hashlib
import time

import pytest

from filter.authentication import limits
from filter.authentication.canonical import Field, Hashed, field, hashed, split


def body(octets: bytes, form: str, length: int | None = None) -> Hashed | None:
    """The hash of a body."""
    return hashed(b"\r\n\r\n" + octets, 4, form, length, lambda: False)


def of(octets: bytes) -> Hashed:
    """What a body is hashed as."""
    return Hashed(hashlib.sha256(octets).digest(), len(octets))


@pytest.mark.parametrize(
    ("octets", "simple", "relaxed"),
    [
        (b" C \r\nD \t E\r\n\r\n\r\n", b" C \r\nD \t E\r\n", b" C\r\nD E\r\n"),  # RFC 6376 3.4.5
        (b"", b"\r\n", b""),
        (b"\r\n\r\n", b"\r\n", b""),
        (b" \t\r\n", b" \t\r\n", b""),
        (b"a", b"a\r\n", b"a\r\n"),
        (b"a \t", b"a \t\r\n", b"a\r\n"),
        (b"\r\n\r\na\r\n", b"\r\n\r\na\r\n", b"\r\n\r\na\r\n"),
        (b"a\r\n\t \r\n \r\n", b"a\r\n\t \r\n \r\n", b"a\r\n"),
        (b"a\n\n", b"a\n\n\r\n", b"a\n\n\r\n"),
        (b"a\r\r\n", b"a\r\r\n", b"a\r\r\n"),
    ],
)
def test_a_body_has_two_canonical_forms(octets: bytes, simple: bytes, relaxed: bytes) -> None:
    """Empty lines at the end are none, and in the relaxed form white space is a space (RFC 6376 3.4.3, 3.4.4)."""
    assert body(octets, "simple") == of(simple)
    assert body(octets, "relaxed") == of(relaxed)


@pytest.mark.parametrize("form", ["simple", "relaxed"])
def test_a_long_body_is_the_sum_of_its_pieces(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it is cut, the hash is the same: between empty lines, within white space, in a line without an end."""
    octets = (b"a  b\t\r\n\r\n \r\n" * 50 + b"x" * 100 + b" " * 100 + b"\r\n" + b"\r\n" * 40) * 3
    for length in (None, 0, 1, 700, 10_000):
        whole = body(octets, form, length)
        for size in (1, 7, 64, 1000):
            monkeypatch.setattr(limits, "INLINE_BYTES", size)
            assert body(octets, form, length) == whole
        monkeypatch.undo()


def test_a_length_covers_the_beginning() -> None:
    """So many octets of the canonical form are hashed, its whole length is told (RFC 6376 3.5, tag l)."""
    assert body(b"abc\r\ndef\r\n", "simple", 5) == Hashed(hashlib.sha256(b"abc\r\n").digest(), 10)
    assert body(b"abc", "simple", 4) == Hashed(hashlib.sha256(b"abc\r").digest(), 5)
    assert body(b"abc", "simple", 99) == of(b"abc\r\n")


def test_a_hash_that_takes_too_long_is_given_up() -> None:
    """It asks before each piece, and stops."""
    asked = iter([False, False, True])
    octets = b"\r\n\r\n" + (b"x" * (limits.INLINE_BYTES - 2) + b"\r\n") * 9
    assert hashed(octets, 4, "simple", None, lambda: next(asked)) is None
    assert next(asked, None) is None


@pytest.mark.parametrize("octets", [b" " * 10_000_000 + b"x", b"\r\n" * 5_000_000, b"\t \tx " * 2_000_000, b"\r" * 10_000_000])
def test_a_hostile_body_is_hashed_in_time(octets: bytes) -> None:
    """Ten million octets of white space, empty lines or one line take well below a second."""
    began = time.perf_counter()
    assert body(octets, "relaxed") is not None
    assert time.perf_counter() - began < 3


def test_a_field_has_two_canonical_forms() -> None:
    """As it came; or with its name in lower case, unfolded, white space as a space and none at the ends (RFC 6376 3.4.2, 3.4.5)."""
    (one, two), start = split(b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\nbody")
    assert (field(one, "relaxed"), field(two, "relaxed")) == (b"a:X", b"b:Y Z")
    assert (field(one, "simple"), field(two, "simple")) == (b"A: X", b"B : Y\t\r\n\tZ  ")
    assert start == 22


def test_a_mail_is_split_whatever_it_is() -> None:
    """Lines that are no fields are none, a mail may end with its header, and the body begins after the first empty line."""
    assert split(b"a:1\r\njunk\r\nb:2\r\n") == ([Field(b"a", b"a:1"), Field(b"b", b"b:2")], 16)
    assert split(b"a:1") == ([Field(b"a", b"a:1")], 3)
    assert split(b"") == ([], 0)
    assert split(b" x\r\na:1\r\n\r\n\r\n") == ([Field(b"a", b"a:1")], 11)


def test_a_header_block_is_read_to_its_limit() -> None:
    """One that is longer has no fields."""
    fields = b"a:1\r\n" * (limits.HEADER_BYTES // 5 - 1)
    assert len(split(fields + b"\r\nbody")[0]) == limits.HEADER_BYTES // 5 - 1
    longer = fields * 2 + b"\r\nbody"
    assert split(longer) == ([], len(longer))
