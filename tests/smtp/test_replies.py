from __future__ import annotations

import re

import pytest

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


def test_a_next_hops_reply_is_repeated() -> None:
    """Code, text and lines of a next hop's reply come through."""
    assert mirrored(550, "5.1.1 no\nsuch user") == Reply(550, "5.1.1 no\nsuch user")


@pytest.mark.parametrize("code", [421, -1, 99, 354, 600])
def test_what_is_no_final_reply_becomes_451(code: int) -> None:
    """421 would end our own channel, and anything outside 2yz, 4yz, 5yz promises nothing: both are 451."""
    assert mirrored(code, "whatever").code == 451


def test_a_next_hop_cannot_write_into_our_stream() -> None:
    """Control and non-ASCII characters of a next hop's reply are not repeated."""
    assert mirrored(550, "a\r\x00é\udc80b").text == "a????b"


def test_a_next_hops_reply_is_bounded() -> None:
    """Lines past the limit, and what is past the limit of a line, are cut."""
    reply = mirrored(550, "\n".join(["x" * 9000] * 9000))
    assert reply.text.split("\n") == ["x" * LINE_CHARACTERS] * REPLY_LINES


def test_an_empty_reply_gets_a_text() -> None:
    """A bare code is repeated with a text behind it."""
    assert str(mirrored(250, "")) == "250 Ok"
