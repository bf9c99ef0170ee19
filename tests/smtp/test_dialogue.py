from __future__ import annotations

import pytest
from cast import ADDRESSED, MAIL, OPEN, RCPT, TLS, Talk

from filter.judge.mail import Envelope
from filter.smtp import replies
from filter.smtp.introduction import MAX_ERRORS
from filter.smtp.replies import Reply


@pytest.mark.parametrize(
    ("before", "line", "reply"),
    [
        (0, MAIL, "503 5.5.1 Need EHLO"),
        (0, RCPT, "503 5.5.1 Need MAIL"),
        (0, "DATA", "503 5.5.1 Need MAIL"),
        (0, "EHLO", "501 5.5.4"),
        (0, "EHLO  ", "501 5.5.4"),
        (0, "HELO", "501 5.5.4"),
        (0, "HELO client.test", "250 relay.test"),
        (0, "LHLO client.test", "500 5.5.2"),
        (0, "NOOP", "250 2.0.0"),
        (0, "NOOP whatever it is", "250 2.0.0"),
        (0, "HELP", "214 2.0.0"),
        (0, "HELP MAIL", "214 2.0.0"),
        (0, "VRFY ann", "252 2.5.2"),
        (0, "VRFY", "501 5."),
        (0, "EXPN list", "50"),
        (0, "AUTH PLAIN", "50"),
        (0, "GET / HTTP/1.1", "500 5.5.2"),
        (0, "", "500 5.5.2"),
        (0, " NOOP", "500 5.5.2"),
        (0, "NOOP\tx", "500 5.5.2"),
        (0, "RSET", "250 2.0.0"),
        (0, "RSET x", "501 5.5.4"),
        (0, "STARTTLS", "502 5.5.1"),
        (0, "QUIT x", "501 5.5.4"),
        (0, "QUIT", "221 2.0.0"),
        (1, "MAIL", "501 5.1.7"),
        (1, "MAIL ann@example.org", "501 5.1.7"),
        (1, "MAIL FROM:<ann@example.org", "501 5.1.7"),
        (1, "MAIL FROM:<>", "250 2.1.0"),
        (1, "MAIL FROM: <ann@example.org>", "250 2.1.0"),
        (1, "MAIL FROM:<ann@example.org> SIZE=x", "501 5.5.4"),
        (1, "MAIL FROM:<ann@example.org> SIZE=99999999999", "552 5.3.4"),
        (1, RCPT, "503 5.5.1 Need MAIL"),
        (1, "DATA", "503 5.5.1 Need MAIL"),
        (2, MAIL, "503 5.5.1"),
        (2, "RCPT", "501 5.1.3"),
        (2, "RCPT TO:<>", "501 5.1.3"),
        (2, "DATA", "503 5.5.1 Need RCPT"),
        (2, RCPT, "250 2.1.5"),
        (3, "DATA now", "501 5.5.4"),
        (3, RCPT, "250 2.1.5"),
        (3, "RSET", "250 2.0.0"),
    ],
)
async def test_every_verb(before: int, line: str, reply: str) -> None:
    """Each has its syntax and its place, and a reply with the status code of what is wrong."""
    talk = await Talk().after(*ADDRESSED[:before])
    assert (await talk.hear(line)).startswith(reply)
    assert len(talk.said) == 1
    assert not talk.gone
    assert talk.dialogue.over is (line == "QUIT")


async def test_verbs_in_any_case() -> None:
    """Verbs and keywords count whatever their case (RFC 5321 2.4), and a name given in UTF-8 is kept."""
    talk = await Talk().after("ehlo client.test", "mail from:<ann@example.org>", "Rcpt tO:<Bob@Example.net>")
    assert (await talk.hear("data", b"x\r\n.\r\n")).startswith("354 ")
    assert talk.cast.judge.judged[0].envelope == Envelope("192.0.2.7", "client.test", "ann@example.org", ("Bob@Example.net",))


@pytest.mark.parametrize(
    "line", [b"NOOP\x00", b"\x00NOOP", b"\xffNOOP", b"QU\xc4\xb1T", b"\xc5\xbfTARTTLS", b"N\xc3\xb6\xc3\xb6p", b"\r", b"\x16\x03\x01\x02"]
)
async def test_octets_that_are_no_verb(line: bytes) -> None:
    """NUL, 8-bit octets and whatever a Unicode upper case would make of them are an unknown command."""
    talk = Talk(TLS)
    assert (await talk.hear(line)).startswith("500 5.5.2")
    assert not talk.dialogue.over


@pytest.mark.parametrize("octets", [b"\x00", b"\x7f", b"\xff", b"\xc3", b"\xed\xb2\x80"])
async def test_octets_that_no_address_has(octets: bytes) -> None:
    """NUL, controls and what is not UTF-8 make no path, whoever sends them."""
    talk = await Talk().after("EHLO client.test")
    assert (await talk.hear(b"MAIL FROM:<a" + octets + b"@b>")).startswith("501 5.1.7")
    await talk.after(MAIL)
    assert (await talk.hear(b"RCPT TO:<a" + octets + b"@b>")).startswith("501 5.1.3")


@pytest.mark.parametrize("name", [b"\xff\xfe", b"a\xc3"])
async def test_a_name_that_is_not_utf8(name: bytes) -> None:
    """A client's name becomes text that every store can keep."""
    talk = Talk()
    assert (await talk.hear(b"EHLO " + name)).startswith("250-")
    await talk.after(MAIL, RCPT)
    await talk.hear("DATA", b"x\r\n.\r\n")
    envelope = talk.cast.judge.judged[0].envelope
    assert envelope is not None
    assert envelope.helo.encode().decode() == envelope.helo


async def test_what_is_offered() -> None:
    """EHLO asks what the next hop has, once for each; HELO is the name alone."""
    talk = Talk(max_message_bytes=70_000)
    lines = (await talk.hear("EHLO client.test")).split("\r\n")
    assert lines[:3] == ["250-relay.test", "250-PIPELINING", "250-SIZE 70000"]
    assert {"250-ENHANCEDSTATUSCODES", "250-CHUNKING", "250-8BITMIME", "250 SMTPUTF8"} == set(lines[3:])
    assert talk.cast.onward.probed == talk.waited == 1
    assert await talk.hear("HELO client.test") == "250 relay.test"
    assert talk.cast.onward.probed == 1


@pytest.mark.parametrize("again", ["EHLO again.test", "HELO again.test", "RSET"])
async def test_what_ends_a_transaction(again: str) -> None:
    """Greeting again and RSET each forget it."""
    talk = await Talk().after(*ADDRESSED, again)
    assert (await talk.hear("DATA")).startswith("503 5.5.1 Need MAIL")


async def test_lmtp_has_its_own_greeting() -> None:
    """An LMTP listener knows LHLO, and neither EHLO nor HELO (RFC 2033 4.1)."""
    talk = Talk({**OPEN, "protocol": "lmtp"})
    assert (await talk.hear("EHLO client.test")).startswith("500 5.5.2")
    assert (await talk.hear("HELO client.test")).startswith("500 5.5.2")
    assert (await talk.hear(MAIL)).startswith("503 5.5.1")
    assert (await talk.hear("LHLO client.test")).startswith("250-relay.test")
    assert (await talk.hear(MAIL)).startswith("250 2.1.0")


@pytest.mark.parametrize(("protocol", "count"), [("smtp", 1), ("lmtp", 2)])
@pytest.mark.parametrize("command", ["DATA", "BDAT"])
async def test_replies_to_the_content(protocol: str, count: int, command: str) -> None:
    """SMTP has one, LMTP one for each recipient that was accepted, whichever way the content came."""
    talk = await Talk({**OPEN, "protocol": protocol}).after("LHLO c" if protocol == "lmtp" else "EHLO c", MAIL, RCPT, RCPT)
    octets = b"\r\nx\r\n"
    said = await talk.hear("DATA", octets + b".\r\n") if command == "DATA" else await talk.hear(f"BDAT {len(octets)} LAST", octets)
    final = said.removeprefix(f"{replies.START_DATA}|").split("|")
    assert len(final) == count
    assert all(reply.startswith("250 2.0.0 Ok: accepted ") for reply in final)
    assert (await talk.hear("DATA")).startswith("503 5.5.1 Need MAIL")


WRONG = ("NONSENSE", "MAIL", MAIL, "DATA", "DATA x", "RSET x", "EHLO", "VRFY", "STARTTLS", "XFORWARD NAME=x", "BDAT 0 LAST")


@pytest.mark.parametrize(
    ("before", "line"),
    [
        *((0, line) for line in WRONG),
        *((1, line) for line in ("MAIL", "MAIL x", "MAIL FROM:<a@b> SIZE=x")),
        *((2, line) for line in (MAIL, "MAIL", "RCPT", "RCPT TO:<>", "DATA")),
    ],
)
async def test_errors_are_bounded(before: int, line: str) -> None:
    """A client whose commands are unknown, malformed or out of order is let go with 421 past MAX_ERRORS of them."""
    talk = await Talk().after(*ADDRESSED[:before])
    for _ in range(MAX_ERRORS):
        assert (await talk.hear(line)).startswith("5")
    assert not talk.gone
    assert await talk.hear(line) == str(replies.TOO_MANY_ERRORS)
    assert talk.gone


async def test_recipients_behind_a_mail_that_was_refused() -> None:
    """A client that pipelines does not know yet: its recipients are refused, and it is not let go for them."""
    talk = await Talk().after("EHLO client.test")
    assert (await talk.hear("MAIL FROM:<ann@example.org> SIZE=x")).startswith("501 5.5.4")
    for _ in range(MAX_ERRORS + 1):
        assert (await talk.hear(RCPT)).startswith("503 5.5.1")
    assert not talk.gone


async def test_what_is_no_error_is_not_counted() -> None:
    """A client that does everything right may go on for ever, and errors are not forgiven by a new greeting."""
    talk = await Talk().after("EHLO client.test")
    for _ in range(MAX_ERRORS + 1):
        for line in ("NOOP", "RSET", MAIL, RCPT, "RSET", "EHLO client.test", "HELP", "VRFY ann"):
            assert (await talk.hear(line))[0] == "2"
    for _ in range(MAX_ERRORS):
        await talk.after("EHLO client.test")
        await talk.hear("NONSENSE")
    assert (await talk.hear("NONSENSE")).startswith("421 4.7.0")


# --- STARTTLS


async def test_starttls() -> None:
    """It is offered once, takes no argument, and whatever was said before it is forgotten (RFC 3207 4.2)."""
    talk = await Talk(TLS).after(*ADDRESSED)
    assert "STARTTLS" in await talk.hear("EHLO client.test")
    assert (await talk.hear("STARTTLS now")).startswith("501 5.5.4")
    await talk.after(MAIL, RCPT)
    assert (await talk.hear("STARTTLS", b"RSET\r\n")).startswith("220 2.0.0")
    assert await talk.hear("STARTTLS") == str(replies.UNDER_TLS)
    assert (await talk.hear("DATA")).startswith("503 5.5.1 Need MAIL")
    assert (await talk.hear(MAIL)).startswith("503 5.5.1 Need EHLO")
    assert "STARTTLS" not in await talk.hear("EHLO client.test")
    await talk.after(MAIL, RCPT)
    await talk.hear("DATA", b"\r\nx\r\n.\r\n")
    assert talk.cast.judge.judged[0].content == b"\r\nx\r\n"
    assert b"with ESMTPS" in talk.cast.hop.taken[0][1]


async def test_tls_that_is_required() -> None:
    """Without TLS there is no MAIL, whatever else is said."""
    talk = await Talk({**TLS, "tls": "required"}).after("EHLO client.test", "NOOP", "RSET")
    assert (await talk.hear(MAIL)).startswith("530 5.7.0")
    assert (await talk.hear(RCPT)).startswith("503")
    assert (await talk.hear("BDAT 1 LAST", b"x")).startswith("503")
    await talk.after("STARTTLS", "EHLO client.test", MAIL)


OURS = {name: reply for name, reply in vars(replies).items() if isinstance(reply, Reply)}


@pytest.mark.parametrize("name", OURS)
def test_every_reply_of_ours_has_its_status_code(name: str) -> None:
    """A reply 2yz, 4yz or 5yz opens with an enhanced status code of its own class (RFC 2034), in printable ASCII."""
    reply = OURS[name]
    status, _, text = reply.text.partition(" ")
    if reply.code != 354:
        kind, subject, detail = status.split(".")
        assert kind == str(reply.code)[0]
        assert subject.isdigit() and detail.isdigit()
    assert text.isascii() and text.isprintable()
