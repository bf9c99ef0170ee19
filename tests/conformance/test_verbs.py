"""Every verb, from a raw socket through the relay to a real Postfix. The docstrings are rows of docs/conformance.md."""

from __future__ import annotations

import pytest
from actors import MESSAGE
from chain import Chain, codes, said

pytestmark = [pytest.mark.debian, pytest.mark.asyncio(loop_scope="module")]

BEGUN = ("MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>")
# With the fields that Postfix would add, so that what arrives can be compared whole.
WHOLE = b"From: ann@example.org\r\nDate: Thu, 26 Nov 2026 12:00:00 +0000\r\nMessage-Id: <1@example.org>\r\n\r\n"


async def test_greeting(chain: Chain) -> None:
    """220 (RFC 5321 4.3.1): the greeting, with our name; a client that is not admitted gets 554 in its place, and the end."""
    admitted = await chain.connected(allowed_networks=["127.0.0.1/32"])
    assert await admitted.reply() == "220 relay.test ESMTP Sievert"
    stranger = await chain.connected("127.0.0.9")
    assert [await stranger.reply(), await stranger.reply()] == ["554 5.7.1 Access denied", ""]


async def test_ehlo(chain: Chain) -> None:
    """EHLO (RFC 5321 4.1.1.1): our own extensions, and of those about the message the ones that the next hop has; a transaction
    is forgotten; without a name 501."""
    sender = await chain.client()
    assert (await sender.say("EHLO client.test")).split("\n") == [
        "250-relay.test",
        "250-PIPELINING",
        "250-SIZE 10240000",
        "250-ENHANCEDSTATUSCODES",
        "250-CHUNKING",
        "250-8BITMIME",
        "250-SMTPUTF8",
        "250-DSN",
        "250-XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE",
        "250 XCLIENT NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT",
    ]
    assert codes(await said(sender, "EHLO", "LHLO client.test")) == ["501 5.5.4", "500 5.5.2"]
    assert codes(await said(sender, BEGUN[0], "EHLO client.test", BEGUN[1]))[2] == "503 5.5.1"


async def test_helo(chain: Chain) -> None:
    """HELO (RFC 5321 4.1.1.1): one line and no extension; the trace says `with SMTP`."""
    sender = await chain.client("HELO")
    assert await sender.say("HELO client.test") == "250 relay.test"
    assert (await sender.send()).startswith("250 ")
    (content,) = await chain.arrived()
    assert b"(Sievert) with SMTP\r\n" in content


async def test_lhlo(chain: Chain) -> None:
    """LHLO (RFC 2033 4.1, 4.2): where `protocol = "lmtp"`, and there HELO and EHLO are 500; the content has a reply for each
    recipient that was accepted, and without one DATA and BDAT are 503."""
    sender = await chain.client("LHLO", protocol="lmtp")
    assert codes(await said(sender, "EHLO client.test", "HELO client.test")) == ["500 5.5.2"] * 2
    assert (await sender.send(MESSAGE, "bob@example.net", "carl@example.net")).startswith("250 2.0.0 Ok: accepted ")
    assert (await sender.reply()).startswith("250 2.0.0 Ok: accepted ")
    assert codes([*await said(sender, *BEGUN, "RCPT TO:<x@y..z>", BEGUN[1]), await sender.finish(b"BDAT 2\r\n\r\n")])[4] == "250 2.0.0"
    assert [(await sender.finish(b"BDAT 3 LAST\r\nx\r\n"))[:3], (await sender.reply())[:3], await sender.say("NOOP")] == [
        "250",
        "250",
        "250 2.0.0 Ok",
    ]
    first, second = await chain.arrived()
    assert b"(Sievert) with LMTP\r\n" in first
    assert second.endswith(b"\r\n\r\nx\r\n")
    assert codes(await said(sender, BEGUN[0], "RCPT TO:<x@y..z>", "DATA", "BDAT 0 LAST"))[1:] == ["501 5.1.3", "503 5.5.1", "503 5.5.1"]


async def test_mail(chain: Chain) -> None:
    """MAIL (RFC 5321 4.1.1.2): goes on with the first RCPT, whose reply is then the next hop's to either, to parameters nobody knows
    too; 501 where malformed, 503 before EHLO and within a transaction."""
    early = await chain.connected()
    assert codes([await early.reply(), await early.say(BEGUN[0])]) == ["220 relay.test", "503 5.5.1"]
    sender = await chain.client()
    malformed = ("MAIL <ann@example.org>", "MAIL FROM:<ann@exa mple.org>", "MAIL FROM:<ann@example.org>x")
    assert codes(await said(sender, *malformed)) == ["501 5.1.7"] * 3
    assert codes(await said(sender, "MAIL FROM:<ann@example.org> FOO=bar")) == ["250 2.1.0"]
    assert await said(sender, BEGUN[1], BEGUN[1]) == ["555 5.5.4 Unsupported option: FOO=bar"] * 2
    assert codes(await said(sender, "DATA", "RSET")) == ["554 5.5.1", "250 2.0.0"]
    assert codes(await said(sender, "mail from: <ann@example.org>", "MAIL FROM:<ann@example.org>")) == ["250 2.1.0", "503 5.5.1"]


async def test_null_sender(chain: Chain) -> None:
    """`MAIL FROM:<>` (RFC 5321 4.5.5): the null sender arrives as such."""
    assert (await (await chain.client()).send(sender="")).startswith("250 ")
    assert len(await chain.arrived()) == 1
    assert any(line.startswith("MAIL FROM:<> ") for line in chain.last.heard)


async def test_rcpt(chain: Chain) -> None:
    """RCPT (RFC 5321 4.1.1.3): the next hop's own reply, refusals too; a quoted local part stays quoted, a source route is
    dropped; 501 where malformed, 503 before MAIL."""
    sender = await chain.client()
    assert codes(await said(sender, BEGUN[1], BEGUN[0])) == ["503 5.5.1", "250 2.1.0"]
    assert codes(await said(sender, "RCPT TO:<>", "RCPT bob@example.net", "RCPT TO:<b ob@example.net>")) == ["501 5.1.3"] * 3
    assert await sender.say("RCPT TO:<bob@example..net>") == "501 5.1.3 Bad recipient address syntax"
    taken = ('RCPT TO:<"a b"@example.net>', "RCPT TO:<@old.test,@older.test:carl@example.net>", "rcpt to: dora@example.net")
    assert await said(sender, *taken) == ["250 2.1.5 Ok"] * 3
    assert (await sender.say("DATA")).startswith("354 ")
    assert (await sender.finish(MESSAGE[:40] + b"\r\n.\r\n")).startswith("250 ")
    assert len(await chain.arrived()) == 1
    recipients = sorted(line.split(" ORCPT")[0] for line in chain.last.heard if line.startswith("RCPT"))
    assert recipients == ['RCPT TO:<"a b"@example.net>', "RCPT TO:<carl@example.net>", "RCPT TO:<dora@example.net>"]


async def test_a_hundred_recipients(chain: Chain) -> None:
    """A hundred recipients (RFC 5321 4.5.3.1.8, 4.5.3.1.10): taken in one transaction, with local parts of 64 octets; past
    `max_recipients` 452."""
    chain.stage.settings["max_recipients"] = 100
    sender = await chain.client()
    recipients = [f"RCPT TO:<{number:064}@example.net>" for number in range(101)]
    assert codes(await said(sender, BEGUN[0], *recipients)) == ["250 2.1.0", *["250 2.1.5"] * 100, "452 4.5.3"]
    assert (await sender.say("DATA")).startswith("354 ")
    assert (await sender.finish(MESSAGE[:40] + b"\r\n.\r\n")).startswith("250 ")
    await chain.arrived()
    assert len([line for line in chain.last.heard if line.startswith("RCPT ")]) == 100


async def test_postmaster(chain: Chain) -> None:
    """`RCPT TO:<Postmaster>` (RFC 5321 4.5.1): taken without a domain, in role mx from anybody."""
    sender = await chain.client(role="mx", relay_domains=["example.net"])
    assert codes(await said(sender, "XCLIENT ADDR=192.0.2.7", "EHLO client.test", BEGUN[0]))[-1] == "250 2.1.0"
    assert codes(await said(sender, "RCPT TO:<ann@example.org>", "RCPT TO:<Postmaster>")) == ["554 5.7.1", "250 2.1.5"]


async def test_data(chain: Chain) -> None:
    """DATA (RFC 5321 4.1.1.4, 4.5.2): dots are unstuffed and stuffed again, and the body arrives to the octet, lines longer than
    998 too; 503 before RCPT, 554 without a valid one, 501 with an argument."""
    body = b".\r\n..\r\n.x\r\n\x00\x01\x7f\xff\r\n" + b"y" * 5000 + b"\r\n" * 3
    sender = await chain.client()
    assert codes(await said(sender, "DATA", BEGUN[0], "DATA")) == ["503 5.5.1", "250 2.1.0", "503 5.5.1"]
    assert codes(await said(sender, "RCPT TO:<bob@example..net>", "DATA", "DATA x")) == ["501 5.1.3", "554 5.5.1", "501 5.5.4"]
    assert (await sender.say("RSET")).startswith("250 ")
    assert (await sender.send(WHOLE + body)).startswith("250 2.0.0 Ok: accepted ")
    (content,) = await chain.arrived()
    assert content.endswith(WHOLE + body)


async def test_bdat(chain: Chain) -> None:
    """BDAT (RFC 3030 2): chunks of any octets, an end of DATA among them, make one message; 503 out of order, with the octets
    read all the same; 501 and the end of the session where the size cannot be read."""
    sender = await chain.client()
    assert (await sender.finish(b"BDAT 5\r\nNOOP\n")).startswith("503 5.5.1 ")
    assert codes(await said(sender, *BEGUN)) == ["250 2.1.0", "250 2.1.5"]
    assert await sender.finish(b"BDAT %d\r\n%s" % (len(WHOLE), WHOLE)) == f"250 2.0.0 {len(WHOLE)} octets received"
    assert codes(await said(sender, "DATA", BEGUN[1], BEGUN[0], "NOOP")) == ["503 5.5.1"] * 3 + ["250 2.0.0"]
    assert await sender.finish(b"BDAT 4\r\nx\r\n.") == "250 2.0.0 4 octets received"
    assert await sender.finish(b"BDAT 8\r\n\r\nQUIT\r\n") == "250 2.0.0 8 octets received"
    assert (await sender.finish(b"bdat 0 last\r\n")).startswith("250 2.0.0 Ok: accepted ")
    assert [await sender.say("BDAT many"), await sender.reply()] == ["501 5.5.4 Syntax: BDAT octets [LAST]", ""]
    (content,) = await chain.arrived()
    assert content.endswith(WHOLE + b"x\r\n.\r\nQUIT\r\n")


async def test_rset(chain: Chain) -> None:
    """RSET (RFC 5321 4.1.1.5): the transaction is forgotten, also amid BDAT, and nothing of it arrives; 501 with an argument."""
    sender = await chain.client()
    assert codes(await said(sender, *BEGUN, "RSET x", "RSET", "DATA")) == ["250 2.1.0", "250 2.1.5", "501 5.5.4", "250 2.0.0", "503 5.5.1"]
    assert codes([*await said(sender, *BEGUN), await sender.finish(b"BDAT 3\r\nx\r\n")])[-1] == "250 2.0.0"
    assert codes(await said(sender, "RSET", *BEGUN)) == ["250 2.0.0", "250 2.1.0", "250 2.1.5"]
    assert (await sender.finish(b"BDAT 4 LAST\r\n\r\ny\n")).startswith("250 ")
    (content,) = await chain.arrived()
    assert content.endswith(b"\r\n\r\ny\r\n")


async def test_noop(chain: Chain) -> None:
    """NOOP (RFC 5321 4.1.1.9): 250 at any time, whatever stands behind it."""
    sender = await chain.client()
    assert await said(sender, "NOOP", BEGUN[0], "NOOP and more") == ["250 2.0.0 Ok", "250 2.1.0 Ok", "250 2.0.0 Ok"]


async def test_vrfy_and_expn(chain: Chain) -> None:
    """VRFY, EXPN (RFC 5321 3.5.3, 7.3): 252, which says nothing of anybody; EXPN is 500 or 502."""
    verified, expanded = await said(await chain.client(), "VRFY bob@example.net", "EXPN staff")
    assert verified.startswith("252 2.5.2 ")
    assert codes([expanded]) in (["500 5.5.2"], ["502 5.5.1"])


async def test_help(chain: Chain) -> None:
    """HELP (RFC 5321 4.1.1.8): 214."""
    assert (await (await chain.client()).say("HELP MAIL")).startswith("214 2.0.0 ")


async def test_quit(chain: Chain) -> None:
    """QUIT (RFC 5321 4.1.1.10): 221 and the end, and a transaction under way with it; 501 with an argument."""
    sender = await chain.client()
    assert codes(await said(sender, *BEGUN, "QUIT x", "QUIT"))[2:] == ["501 5.5.4", "221 2.0.0"]
    assert await sender.reply() == ""
    assert await chain.arrived() == []


async def test_a_connection_that_is_lost(chain: Chain) -> None:
    """The end of the connection amid the content (RFC 5321 4.1.1.4): nothing arrives."""
    for begun in (b"DATA\r\nSubject: x\r\n\r\nx\r\n.\r", b"BDAT 100 LAST\r\nSubject: x\r\n\r\nx\r\n.\r\n"):
        sender = await chain.client()
        assert codes(await said(sender, *BEGUN)) == ["250 2.1.0", "250 2.1.5"]
        sender.writer.write(begun)
        await sender.close()
    assert (await (await chain.client()).send()).startswith("250 ")
    assert len(await chain.arrived()) == 1
    assert len(chain.stage.judge.judged) == 1


async def test_a_loop(chain: Chain) -> None:
    """Loops (RFC 5321 6.3): a message with more than fifty `Received` is 554."""
    looping = b"Received: from a by b; Thu, 1 Jan 1970 00:00:00 +0000\r\n" * 51 + MESSAGE
    assert (await (await chain.client()).send(looping)).startswith("554 5.4.6 ")
    assert await chain.arrived() == []


async def test_unknown(chain: Chain) -> None:
    """Anything else (RFC 5321 4.2.4): 500, a line that is too long too; the session goes on, up to fifty mistakes."""
    sender = await chain.client()
    assert codes(await said(sender, "TURN", "", "x" * 100_000, " NOOP", "NOOP")) == ["500 5.5.2"] * 4 + ["250 2.0.0"]
    assert codes(await said(sender, *["TURN"] * 47)) == ["500 5.5.2"] * 46 + ["421 4.7.0"]
    assert await sender.reply() == ""
