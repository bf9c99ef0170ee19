"""What a trusted peer says of its client, through the relay to a real Postfix; and messages that pretend to end early.

The docstrings are rows of docs/conformance.md.
"""

from __future__ import annotations

from itertools import product

import pytest
from chain import Chain, codes, said

pytestmark = [pytest.mark.debian, pytest.mark.asyncio(loop_scope="module")]

BEGUN = ("MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>")
FORWARDED = {
    "NAME": "spike.example",
    "ADDR": "192.0.2.7",
    "PORT": "4711",
    "PROTO": "SMTP",
    "HELO": "spi+2Bke.example",
    "IDENT": "4Zq1",
    "SOURCE": "REMOTE",
}
SIX = {**FORWARDED, "ADDR": "IPV6:2001:db8::7"}
CLIENT = "NAME=spike.example ADDR=192.0.2.7 PORT=4711 PROTO=SMTP HELO=spike.example LOGIN=ann DESTADDR=192.0.2.1 DESTPORT=25"


@pytest.mark.parametrize("attributes", [FORWARDED, SIX], ids=["IPv4", "IPv6"])
async def test_xforward(chain: Chain, attributes: dict[str, str]) -> None:
    """XFORWARD: NAME ADDR PORT PROTO HELO IDENT SOURCE (Postfix XFORWARD_README): passed on whole, over several commands, in xtext;
    the envelope has the client's address and HELO, `Received` the peer's."""
    first, second = dict(list(attributes.items())[:3]), dict(list(attributes.items())[3:])
    sender = await chain.client()
    for some in (first, second):
        assert await sender.say("XFORWARD " + " ".join(f"{name}={value}" for name, value in some.items())) == "250 2.0.0 Ok"
    assert (await sender.send()).startswith("250 ")
    (content,) = await chain.arrived()
    assert {name: chain.told(name)[0].lower() for name in attributes} == {name: value.lower() for name, value in attributes.items()}
    (judged,) = chain.stage.judge.judged
    assert judged.envelope.client == attributes["ADDR"].removeprefix("IPV6:")
    assert judged.envelope.helo == "spi+ke.example"
    assert b"Received: from client.test ([127.0.0.1])" in content


async def test_xforward_unavailable(chain: Chain) -> None:
    """XFORWARD with [UNAVAILABLE] or [TEMPUNAVAIL] (Postfix XFORWARD_README): not known, and so is it to the envelope and the next
    hop; the peer's own name does not stand in for it."""
    sender = await chain.client()
    assert await sender.say("XFORWARD NAME=[UNAVAILABLE] ADDR=192.0.2.7 HELO=[TEMPUNAVAIL] PORT=[unavailable]") == "250 2.0.0 Ok"
    assert (await sender.send()).startswith("250 ")
    assert len(await chain.arrived()) == 1
    assert [chain.told(name) for name in ("NAME", "ADDR", "PORT", "HELO")] == [[], ["192.0.2.7"], [], []]
    assert chain.stage.judge.judged[0].envelope.helo == ""


async def test_xforward_ends(chain: Chain) -> None:
    """XFORWARD and transactions (Postfix XFORWARD_README): holds for the next one only; 503 within one."""
    sender = await chain.client()
    assert codes(await said(sender, "XFORWARD ADDR=192.0.2.7", BEGUN[0], "XFORWARD ADDR=192.0.2.8", "RSET"))[2] == "503 5.5.1"
    assert (await sender.say("XFORWARD ADDR=192.0.2.9")).startswith("250 ")
    assert (await sender.send()).startswith("250 ")
    assert (await sender.send()).startswith("250 ")
    await chain.arrived()
    assert [mail.envelope.client for mail in chain.stage.judge.judged] == ["192.0.2.9", "127.0.0.1"]


@pytest.mark.parametrize("verb", ["XFORWARD", "XCLIENT"])
async def test_malformed_attributes(chain: Chain, verb: str) -> None:
    """XFORWARD, XCLIENT malformed (Postfix XFORWARD_README, XCLIENT_README): 501, and nothing of it counts."""
    sender = await chain.client()
    wrong = ("", "ADDR", "ADDR=", "ADDR=spike", "COLOUR=red", "NAME=a+2", "NAME=a+0D+0A", f"NAME={'x' * 256}", "ADDR=192.0.2.7 NAME")
    assert codes(await said(sender, *(f"{verb} {argument}" for argument in wrong))) == ["501 5.5.4"] * len(wrong)
    assert (await sender.send()).startswith("250 ")
    assert chain.stage.judge.judged[0].envelope.client == "127.0.0.1"


@pytest.mark.parametrize("verb", ["XFORWARD", "XCLIENT"])
async def test_peers_not_trusted(chain: Chain, verb: str) -> None:
    """XFORWARD, XCLIENT from a peer outside `trusted_networks` (Postfix XFORWARD_README, XCLIENT_README): not offered, 550."""
    sender = await chain.client(trusted_networks=["192.0.2.0/24"])
    assert verb not in await sender.say("EHLO client.test")
    assert (await sender.say(f"{verb} ADDR=192.0.2.7")).startswith("550 5.7.0 ")


async def test_xclient(chain: Chain) -> None:
    """XCLIENT: NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT (Postfix XCLIENT_README): the client named takes the peer's
    place, in `Received` and towards the next hop too, and is greeted anew; 503 within a transaction."""
    sender = await chain.client(allowed_networks=["127.0.0.0/8", "192.0.2.0/24"])
    assert codes(await said(sender, BEGUN[0], f"XCLIENT {CLIENT}", "RSET"))[1] == "503 5.5.1"
    assert await sender.say(f"XCLIENT {CLIENT}") == "220 relay.test ESMTP Sievert"
    assert (await sender.say(BEGUN[0])).startswith("503 5.5.1 ")
    assert (await sender.say("EHLO spike.example")).startswith("250-")
    assert (await sender.send()).startswith("250 ")
    (content,) = await chain.arrived()
    assert b"Received: from spike.example ([192.0.2.7])" in content
    assert (chain.told("ADDR"), chain.told("HELO")) == (["192.0.2.7"], ["spike.example"])


async def test_xclient_not_admitted(chain: Chain) -> None:
    """XCLIENT for a client that is not admitted (Postfix XCLIENT_README): 554 in place of the greeting, and the end."""
    sender = await chain.client()
    assert [await sender.say("XCLIENT ADDR=192.0.2.7"), await sender.reply()] == ["554 5.7.1 Access denied", ""]


ENDS = (b"\r\n", b"\n", b"\r", b"\r\r\n")
FORMS = tuple(
    form for form in (*(b"%s.%s" % pair for pair in product(ENDS, ENDS)), b"\r\n\x00.\r\n", b"\r\n.\x00\r\n") if b"\r\n.\r\n" not in form
)
SMUGGLED = b"\r\n".join((b"", b"MAIL FROM:<eve@example.org>", b"RCPT TO:<eve@example.net>", b"DATA", b"Subject: evil", b"", b"evil"))


@pytest.mark.parametrize("form", FORMS, ids=repr)
async def test_smuggling(chain: Chain, form: bytes) -> None:
    """End of data (RFC 5321 4.1.1.4): CRLF.CRLF and none of sixteen forms like it; one message arrives, its line ends all CRLF,
    as it was judged."""
    sender = await chain.client()
    assert (await sender.begin()).startswith("354 ")
    assert (await sender.finish(b"Subject: x\r\n\r\nx" + form + SMUGGLED + b"\r\n.\r\n")).startswith("250 ")
    assert (await sender.say("NOOP")) == "250 2.0.0 Ok"
    (content,) = await chain.arrived()
    (judged,) = chain.stage.judge.judged
    assert content.endswith(judged.content.partition(b"\r\n\r\n")[2])
    assert content.endswith(SMUGGLED + b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert len(FORMS) == 16


@pytest.mark.parametrize("form", FORMS[:-2], ids=repr)
async def test_bare_newlines(chain: Chain, form: bytes) -> None:
    """CR or LF alone (RFC 5321 2.3.8): with `bare_newlines = "refuse"` 550, and nothing arrives, by DATA or BDAT."""
    chain.stage.settings["bare_newlines"] = "refuse"
    sender = await chain.client()
    content = b"Subject: x\r\n\r\nx" + form + b"y\r\n"
    assert (await sender.send(content)).startswith("550 5.5.2 ")
    assert codes([*await said(sender, *BEGUN), await sender.finish(b"BDAT %d LAST\r\n%s" % (len(content), content))])[2] == "550 5.5.2"
    assert await chain.arrived() == []
