from __future__ import annotations

import pytest

from filter.smtp.commands import EnvelopePath
from filter.smtp.esmtp import MAILDIR, NOTHING, UNKNOWN, Extensions, announced, extensions

REPLY = ["next.test greets you", "PIPELINING", "size 1000", "8BITMIME", "XFORWARD NAME ADDR", "AUTH PLAIN LOGIN", "", "DSN"]
PARAMETERS = (
    "ret=HDRS",
    "ENVID=qQ+2B",
    "SIZE=100",
    "body=8bitmime",
    "AUTH=<>",
    "SMTPUTF8",
    "X-Own=Yes",
    "NOTIFY=NEVER",
    "ORCPT=rfc822;B@c",
)


def test_a_reply_to_ehlo_is_read() -> None:
    """By upper-case keyword its parameters; the first line is a greeting, whatever it says."""
    offers = extensions(["DSN greets you", *REPLY[1:-1]])
    assert "DSN" not in offers
    assert (offers.offered["SIZE"], offers.offered["XFORWARD"], offers.offered["8BITMIME"]) == ("1000", "NAME ADDR", "")
    assert "PIPELINING" in offers
    assert "DSN" in extensions(REPLY)


@pytest.mark.parametrize("lines", [[], ["next.test"]])
def test_a_greeting_alone_offers_nothing(lines: list[str]) -> None:
    """A reply of one line, or the one to HELO, has no extensions."""
    assert extensions(lines) == NOTHING


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("1000", 1000),
        ("0", None),
        ("", None),
        ("-5", None),
        ("1e9", None),
        ("٣", None),
        ("10 20", None),
        ("9" * 20, None),
        ("9" * 19, int("9" * 19)),
    ],
)
def test_the_largest_message_is_read_strictly(told: str, size: int | None) -> None:
    """SIZE 0, and what is no number, names no limit (RFC 1870 4)."""
    assert extensions(["next.test", f"SIZE {told}"]).size == size


def test_no_size_is_no_limit() -> None:
    """A server without SIZE says nothing of a limit."""
    assert NOTHING.size is None


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        ((), ("X-Own=Yes",)),
        (("SIZE 5",), ("SIZE=100", "X-Own=Yes")),
        (("8BITMIME",), ("body=8bitmime", "X-Own=Yes")),
        (("AUTH PLAIN",), ("AUTH=<>", "X-Own=Yes")),
        (("SMTPUTF8",), ("SMTPUTF8", "X-Own=Yes")),
        (("DSN",), ("ret=HDRS", "ENVID=qQ+2B", "X-Own=Yes", "NOTIFY=NEVER", "ORCPT=rfc822;B@c")),
        (("DSN", "SIZE", "8BITMIME", "AUTH", "SMTPUTF8"), PARAMETERS),
    ],
)
def test_a_server_is_told_what_it_knows(offered: tuple[str, ...], taken: tuple[str, ...]) -> None:
    """Each parameter passes in its own case and order if its extension is offered, and one that we do not know always."""
    assert extensions(["next.test", *offered]).takes(EnvelopePath("a@b", PARAMETERS)) == taken


def test_no_parameters_are_none() -> None:
    """A bare path takes nothing along."""
    assert NOTHING.takes(EnvelopePath("a@b")) == ()


def test_what_concerns_the_message_is_the_next_hops() -> None:
    """8BITMIME, SMTPUTF8 and DSN are announced as far as the next hop has them, or may have; nothing else of it is."""
    own = {"PIPELINING", "SIZE 5000", "ENHANCEDSTATUSCODES", "CHUNKING"}
    offers = extensions(["next.test", "8BITMIME", "DSN", "SMTPUTF8", "AUTH PLAIN", "ETRN", "BINARYMIME", "STARTTLS", "XFORWARD NAME"])
    assert set(announced(offers, 5000, starttls=False, trusted=False)) == own | {"8BITMIME", "DSN", "SMTPUTF8"}
    assert set(announced(NOTHING, 5000, starttls=False, trusted=False)) == own
    assert set(announced(UNKNOWN, 5000, starttls=False, trusted=False)) == own | {"8BITMIME", "DSN", "SMTPUTF8"}
    assert set(announced(MAILDIR, 5000, starttls=False, trusted=False)) == own | {"8BITMIME", "SMTPUTF8"}


@pytest.mark.parametrize(("told", "size"), [("SIZE 100", 100), ("SIZE 9000", 5000), ("SIZE 0", 5000), ("SIZE", 5000), ("DSN", 5000)])
def test_the_smaller_limit_is_announced(told: str, size: int) -> None:
    """SIZE is ours or the next hop's, whichever is less."""
    assert f"SIZE {size}" in announced(extensions(["next.test", told]), 5000, starttls=False, trusted=False)


def test_what_concerns_the_talk_is_ours() -> None:
    """STARTTLS where it can be begun, XFORWARD and XCLIENT with their attributes to whom we trust."""
    lines = announced(NOTHING, 5000, starttls=True, trusted=True)
    assert "STARTTLS" in lines
    assert "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE" in lines
    assert "XCLIENT NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT" in lines


def test_extensions_are_values() -> None:
    """What a server offered cannot be changed by who reads it."""
    offers = Extensions()
    with pytest.raises(TypeError):
        offers.offered["DSN"] = ""  # type: ignore[index]
