from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp import replies
from filter.smtp.replies import LINE_CHARACTERS, REPLY_LINES, Reply, accepted, mirrored

OWN = [value for value in vars(replies).values() if isinstance(value, Reply)]


@pytest.mark.parametrize("reply", [reply for reply in OWN if reply.code != 354], ids=str)
def test_own_replies_open_with_the_matching_enhanced_code(reply: Reply) -> None:
    """Every reply of ours has an enhanced status code whose class is that of its basic code."""
    assert re.match(rf"{reply.code // 100}\.\d\.\d+ \w", reply.text)


def test_several_lines() -> None:
    """A reply of several lines is written as RFC 5321 4.2.1 has it."""
    assert str(Reply(550, "5.1.1 no\n5.1.1 such user")) == "550-5.1.1 no\r\n550 5.1.1 such user"


def test_accepted_does_not_tell_held_from_delivered() -> None:
    """The reply for a message taken has its id and no word of what became of it."""
    assert str(accepted("abc")) == "250 2.0.0 Ok: accepted abc"


def test_a_chunk_taken_says_how_much() -> None:
    """RFC 3030 2 has the octets in the reply."""
    assert str(replies.chunk_taken(86)) == "250 2.0.0 86 octets received"


@pytest.mark.parametrize(
    ("code", "text", "repeated"),
    [
        (550, "5.1.1 no\nsuch user", "550-5.1.1 no\r\n550 5.1.1 such user"),
        (550, "5.1.1 no\n5.1.1 such user", "550-5.1.1 no\r\n550 5.1.1 such user"),
        (550, "no\nsuch user", "550-5.0.0 no\r\n550 5.0.0 such user"),
        (452, "4.2.2 mailbox full", "452 4.2.2 mailbox full"),
        (250, "Ok", "250 2.0.0 Ok"),
        (250, "2.1.5", "250 2.1.5"),
        (550, "4.1.1 of another class", "550 5.0.0 4.1.1 of another class"),
        (550, "5.1 no", "550 5.0.0 5.1 no"),
        (550, "5.1.1234 no", "550 5.0.0 5.1.1234 no"),
        (550, "5.x.1 no", "550 5.0.0 5.x.1 no"),
        (550, "5..1 no", "550 5.0.0 5..1 no"),
    ],
)
def test_a_next_hops_reply_is_repeated(code: int, text: str, repeated: str) -> None:
    """Code, text and lines come through, and every line opens with an enhanced status code, the next hop's or a general one."""
    assert str(mirrored(code, text)) == repeated


@pytest.mark.parametrize("code", [421, -1, 0, 25, 99, 150, 354, 600, 2500])
def test_what_is_no_final_reply_becomes_451(code: int) -> None:
    """421 would end our own channel, and anything outside 2yz, 4yz, 5yz promises nothing: both are our own 451."""
    assert mirrored(code, "5.1.1 whatever") == replies.NEXT_HOP_FAILED


def test_a_next_hop_cannot_write_into_our_stream() -> None:
    """Control and non-ASCII characters of a next hop's reply are not repeated."""
    assert mirrored(550, "a\r\x00é\udc80b").text == "5.0.0 a????b"


def test_a_next_hops_reply_is_bounded() -> None:
    """Lines past the limit, and what is past the limit of a line, are cut."""
    lines = mirrored(550, "\n".join(["x" * 9000] * 9000)).text.split("\n")
    assert len(lines) == REPLY_LINES
    assert all(line.startswith("5.0.0 xxx") and LINE_CHARACTERS <= len(line) <= LINE_CHARACTERS + len("5.0.0 ") for line in lines)


@given(st.sampled_from([250, 451, 550]), st.sampled_from(["", "5.1.1 ", "5.123.123 ", "2.0.0 ", "4.7.700 "]), st.integers(480, 600))
def test_no_line_is_longer_than_a_reply_may_be(code: int, status: str, octets: int) -> None:
    """Each line has at most 512 octets with its code and CRLF (RFC 5321 4.5.3.1.5), its status code included."""
    lines = str(mirrored(code, "\n".join((status + "x" * octets, "y" * octets, status + "z")))).split("\r\n")
    assert all(len(line.encode()) + 2 <= 512 for line in lines)


@given(st.integers(-1000, 1000), st.text(max_size=200))
def test_whatever_a_next_hop_says_is_a_reply(code: int, text: str) -> None:
    """Printable lines, all with the same code and a status code of its class."""
    said = str(mirrored(code, text)).split("\r\n")
    assert all(re.fullmatch(r"([245])\d\d[- ]\1\.\d{1,3}\.\d{1,3}( [ -~]*)?", line) for line in said)
    assert len({line[:3] for line in said}) == 1
    assert [line[3] for line in said] == ["-"] * (len(said) - 1) + [" "]


def test_an_empty_reply_gets_a_text() -> None:
    """A bare code is repeated with a text behind it."""
    assert str(mirrored(250, "")) == "250 2.0.0 Ok"
