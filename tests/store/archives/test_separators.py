from __future__ import annotations

import pytest

from filter.store.archives.limits import FROM_LINE_BYTES
from filter.store.archives.separators import Style, begins_field, parts, start, style

DATED = [
    b"From ann@example.org Wed May  1 12:00:00 2024",
    b"From ann@example.org  Wed May  1 12:00:00 2024",
    b"From ann Wed May 1 12:00 2024",
    b"From ann Wed May  1 12:00:00 24",
    b"From Wed May  1 12:00:00 2024",
    b"From - Tue Oct 01 10:11:12 2024",
    b"From ann at example.org  Wed May  1 12:00:00 2024",
    b'From "Ann B" <ann@example.org> Wed May  1 12:00:00 2024',
    b"From 1790000000000000001@xxx Tue Jan 02 10:11:12 +0000 2024",
    b"From ann Wed May  1 12:00:00 CEST 2024",
    b"From ann Wed May  1 12:00:00 MET DST 1994",
    b"From ann Wed May  1 12:00:00 2024 +0200",
    b"From ann Wed May  1 12:00:00 2024 PST",
    b"From ann Wed May  1 12:00:00 1985 remote from tower",
    b"From ann@example.org Wed, 01 May 2024 12:00:00 +0200",
    b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
    b"From ann@example.org\tWed May  1 12:00:00 2024",
]
PATCH = b"From " + b"0123456789" * 4 + b" Mon Sep 17 00:00:00 2001"
UNDATED = [
    b"From ann@example.org",
    b"From here on, it rains.",
    b"From Wed May 1 on we meet at 12:00",
    b"From ann@example.org Wed May  1 12:00:00 2024 we heard",
    b"From ann@example.org Wed May  1 2024",
    b"From ann 2024-05-01 12:00:00",
    b"From ",
    b"From: Ann Wed May  1 12:00:00 2024",
    b"from ann Wed May  1 12:00:00 2024",
    b">From ann Wed May  1 12:00:00 2024",
]


@pytest.mark.parametrize("line", DATED)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b" \n", b""])
def test_lines_as_mailboxes_have_them_are_dated(line: bytes, end: bytes) -> None:
    """Every way of writing sender and date that is in use is known, whatever ends the line."""
    assert style(line + end, 0) is Style.DATED


@pytest.mark.parametrize("line", UNDATED)
def test_lines_as_letters_have_them_are_not(line: bytes) -> None:
    """A sentence, a header field and a line without a date at its end have no date."""
    assert style(line + b"\n", 0) is Style.UNDATED


@pytest.mark.parametrize(
    ("before", "line", "behind", "first", "does"),
    [
        (b"a\n\n", DATED[0], b"no field", Style.DATED, True),
        (b"a\r\n\r\n", DATED[0], b"no field", Style.DATED, True),
        (b"a\r\n\n", DATED[0], b"", Style.DATED, True),
        (b"a\n\r\n", DATED[0], b"", Style.DATED, True),
        (b"abc\n", DATED[0], b"Subject: x", Style.DATED, True),
        (b"abc\n", DATED[0], b"no field", Style.DATED, False),
        (b"abcd", DATED[0], b"Subject: x", Style.DATED, False),
        (b"a\n\n", b"From ann", b"Subject: x", Style.DATED, False),
        (b"a\n\n", b"From ann", b"Subject: x", Style.UNDATED, True),
        (b"a\n\n", b"From ann", b"no field", Style.UNDATED, False),
        (b"abc\n", b"From ann", b"Subject: x", Style.UNDATED, False),
        (b"a\n\n", b"From ", b"Subject: x", Style.DATED, True),
        (b"a\n\n", b"From -\r", b"Subject : x", Style.DATED, True),
        (b"a\n\n", b"From ", b"the start", Style.DATED, False),
        (b"a\n\n", b"From " + b"a" * FROM_LINE_BYTES, b"Subject: x", Style.UNDATED, False),
        (b"a\n\n", PATCH, b"Subject: x", Style.DATED, False),
        (b"a\n\n", PATCH, b"Subject: x", Style.UNDATED, False),
        (b"a\n\n", PATCH, b"Subject: x", Style.PATCH, True),
        (b"a\n\n", DATED[0], b"", Style.PATCH, True),
    ],
)
def test_what_parts_two_messages(before: bytes, line: bytes, behind: bytes, first: Style, does: bool) -> None:
    """A date parts behind an empty line; without one of the two, only where a header field follows, as the module says."""
    assert parts(before + line + b"\n" + behind, len(before), first) is does


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (DATED[0], 0),
        (b"From - x", 0),
        (b"\xef\xbb\xbfFrom x", 3),
        (b"\r\n\nFrom x", 3),
        (b"From: a@b", None),
        (b"From : a@b", None),
        (b"Subject: x", None),
        (b"\n" * 99 + b"From x", None),
    ],
)
def test_an_mbox_begins_with_a_from_line(head: bytes, place: int | None) -> None:
    """A header field From, even one with a space before its colon (RFC 5322 4.5), begins no mbox."""
    assert start(head) == place


def test_a_field_begins_with_its_name() -> None:
    """A name without spaces, then a colon."""
    assert begins_field(b"x\nX-A_b : c", 2)
    assert not begins_field(b"not a: field")
    assert not begins_field(b": x")


def test_a_line_past_the_limit_is_not_looked_at() -> None:
    """A line that is longer than any address and date together parts nothing, whatever it ends with."""
    date = b" Wed May  1 12:00:00 2024\n"
    assert style(b"From " + b"a" * (FROM_LINE_BYTES - 101) + date, 0) is Style.DATED
    assert style(b"From " + b"a" * FROM_LINE_BYTES + date, 0) is Style.UNDATED
