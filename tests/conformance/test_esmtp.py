"""Every service extension and its parameters, from a raw socket through the relay to a real Postfix and what that passes on.

The docstrings are rows of docs/conformance.md.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from actors import MESSAGE, Client
from chain import Chain, codes, said
from neighbours import certificate

pytestmark = [pytest.mark.debian, pytest.mark.asyncio(loop_scope="module")]

BEGUN = ("MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>")
CONTENT = b"Subject: x\r\n\r\nx\r\n.\r\n"


async def sent(sender: Client, mail: str = "", rcpt: str = "", content: bytes = CONTENT) -> None:
    """A transaction with these parameters, every step of it accepted."""
    assert codes(await said(sender, f"{BEGUN[0]}{mail}", f"{BEGUN[1]}{rcpt}")) == ["250 2.1.0", "250 2.1.5"]
    assert (await sender.say("DATA")).startswith("354 ")
    assert (await sender.finish(content)).startswith("250 2.0.0 Ok: accepted ")


async def test_pipelining(chain: Chain) -> None:
    """PIPELINING (RFC 2920): whatever comes in one go is answered in its order, content and a second transaction among it."""
    sender = await chain.client()
    whole = "\r\n".join((*BEGUN, "RCPT TO:<x@y..z>", "RCPT TO:<carl@example.net>", "DATA")).encode() + b"\r\n" + CONTENT
    sender.writer.write(whole + b"RSET\r\n" + whole + b"NOOP\r\nQUIT\r\n")
    once = ["250 2.1.0", "250 2.1.5", "501 5.1.3", "250 2.1.5", "354 End", "250 2.0.0"]
    assert codes([await sender.reply() for _ in range(15)]) == [*once, "250 2.0.0", *once, "250 2.0.0", "221 2.0.0"]
    assert len(await chain.arrived()) == 2


async def test_size(chain: Chain) -> None:
    """SIZE (RFC 1870): the smaller of our limit and the next hop's is announced; what is larger is 552 at MAIL, or after the
    content if it did not say so; 501 where it is no number."""
    chain.stage.settings["max_message_bytes"] = 70_000
    sender = await chain.client()
    assert "250-SIZE 70000" in await sender.say("EHLO client.test")
    sizes = ("70001", "99999999999999999999", "many", "-1", "")
    refused = await said(sender, *(f"{BEGUN[0]} SIZE={size}" for size in sizes))
    assert codes(refused) == ["552 5.3.4", "552 5.3.4", "501 5.5.4", "501 5.5.4", "501 5.1.7"]
    assert (await sender.send(b"\r\n" + b"x" * 70_000 + b"\r\n")).startswith("552 5.3.4 ")
    await sent(sender, " SIZE=69999")
    assert len(await chain.arrived()) == 1


@pytest.mark.parametrize("body", ["8BITMIME", "7BIT", "8bitmime", ""])
async def test_8bitmime(chain: Chain, body: str) -> None:
    """8BITMIME, BODY (RFC 6152): passed on, and so are the octets, declared or not; another value than 7BIT and 8BITMIME is
    501."""
    sender = await chain.client()
    assert (await sender.say(f"{BEGUN[0]} BODY=BINARYMIME")).startswith("501 5.5.4 ")
    await sent(sender, f" BODY={body}" if body else "", content=b"Subject: x\r\n\r\n\xc3\xbc \xff\r\n.\r\n")
    (content,) = await chain.arrived()
    assert content.endswith(b"\r\n\r\n\xc3\xbc \xff\r\n")
    assert [value.upper() for value in chain.told("BODY")] == ([body.upper()] if body else [])


async def test_smtputf8(chain: Chain) -> None:
    """SMTPUTF8 (RFC 6531): addresses and headers in UTF-8 arrive as they are, the trace says `UTF8SMTP`; an address that is no
    UTF-8 is 501."""
    sender = await chain.client()
    assert (await sender.say("MAIL FROM:<jörg@bücher.example> SMTPUTF8 BODY=8BITMIME")).startswith("250 ")
    assert codes([await sender.finish(b"RCPT TO:<\xfc@example.net>\r\n"), await sender.say("RCPT TO:<用户@example.net>")]) == [
        "501 5.1.3",
        "250 2.1.5",
    ]
    assert (await sender.say("DATA")).startswith("354 ")
    assert (await sender.finish("Subject: Grüße\r\n\r\nx\r\n.\r\n".encode())).startswith("250 ")
    (content,) = await chain.arrived()
    assert "\r\nSubject: Grüße\r\n".encode() in content
    assert b"(Sievert) with UTF8SMTP\r\n" in content
    assert any(line.startswith("MAIL FROM:<jörg@bücher.example> ") and "SMTPUTF8" in line for line in chain.last.heard)
    assert any(line.startswith("RCPT TO:<用户@example.net>") for line in chain.last.heard)


async def test_enhancedstatuscodes(chain: Chain) -> None:
    """ENHANCEDSTATUSCODES (RFC 2034): every reply but greeting, EHLO and 354 has one, of its own class; the next hop's too."""
    sender = await chain.client()
    commands = (
        *BEGUN,
        "MAIL FROM:<x> RET=NO",
        "RCPT TO:<x@y..z>",
        "RCPT TO:x y",
        "RSET",
        "NOOP",
        "VRFY x",
        "HELP",
        "TURN",
        "EHLO",
        "BDAT 0",
    )
    replies = await said(sender, *commands, *BEGUN)
    assert (await sender.say("DATA")).startswith("354 ")
    replies += [await sender.finish(CONTENT), await sender.say("DATA"), await sender.say("QUIT")]
    assert [reply for reply in replies if not re.match(r"([245])\d\d \1\.\d{1,3}\.\d{1,3} \S", reply)] == []


@pytest.mark.parametrize("value", ["HDRS", "FULL"])
async def test_dsn_ret(chain: Chain, value: str) -> None:
    """DSN: RET (RFC 3461 4.3): passed on; a value that is neither FULL nor HDRS is 501."""
    sender = await chain.client()
    assert (await sender.say(f"{BEGUN[0]} RET=HALF")).startswith("501 5.5.4 ")
    await sent(sender, f" RET={value}")
    await chain.arrived()
    assert chain.told("RET") == [value]


async def test_dsn_envid(chain: Chain) -> None:
    """DSN: ENVID (RFC 3461 4.4): passed on in its own case, its xtext as it is."""
    await sent(await chain.client(), " EnvId=aB+3DcD+2B")
    await chain.arrived()
    assert chain.told("ENVID") == ["aB+3DcD+2B"]


@pytest.mark.parametrize("value", ["NEVER", "SUCCESS", "FAILURE,DELAY", "SUCCESS,FAILURE,DELAY"])
async def test_dsn_notify(chain: Chain, value: str) -> None:
    """DSN: NOTIFY (RFC 3461 4.1): passed on for each recipient; a value that is none is refused as the next hop does."""
    sender = await chain.client()
    assert codes(await said(sender, *BEGUN, f"{BEGUN[1]} NOTIFY=NEVER,SUCCESS", "RSET"))[2] == "501 5.5.4"
    await sent(sender, "", f" NOTIFY={value}")
    await chain.arrived()
    assert [set(told.split(",")) for told in chain.told("NOTIFY")] == [set(value.split(","))]


async def test_dsn_orcpt(chain: Chain) -> None:
    """DSN: ORCPT (RFC 3461 4.2): passed on in its own case, its xtext as it is."""
    await sent(await chain.client(), "", " ORCPT=rfc822;Bob+2BTag@Old.Example")
    await chain.arrived()
    assert chain.told("ORCPT") == ["rfc822;Bob+2BTag@Old.Example"]


async def test_auth(chain: Chain) -> None:
    """AUTH (RFC 4954): not offered, and 502; its parameter to MAIL is taken, and kept from a next hop without AUTH."""
    sender = await chain.client()
    assert (await sender.say("AUTH PLAIN AGEAYg==")).startswith("502 5.5.1 ")
    await sent(sender, " AUTH=<>")
    assert len(await chain.arrived()) == 1


async def test_chunking(chain: Chain) -> None:
    """CHUNKING (RFC 3030): BDAT in one go with what is before and behind it; past the limit 552 once the last chunk is read."""
    chain.stage.settings["max_message_bytes"] = 70_000
    sender = await chain.client()
    begun = "\r\n".join(BEGUN).encode()
    sender.writer.write(begun + b"\r\nBDAT 6\r\n\r\nBDATBDAT 7 LAST\r\n 1 LASTNOOP\r\n")
    assert codes([await sender.reply() for _ in range(5)]) == ["250 2.1.0", "250 2.1.5", "250 2.0.0", "250 2.0.0", "250 2.0.0"]
    sender.writer.write(begun + b"\r\nBDAT 69999\r\n%sBDAT 2\r\nxxBDAT 0 LAST\r\nNOOP\r\n" % (b"x" * 69_999))
    assert codes([await sender.reply() for _ in range(6)])[2:] == ["250 2.0.0", "250 2.0.0", "552 5.3.4", "250 2.0.0"]
    (content,) = await chain.arrived()
    assert content.endswith(b"\r\n\r\nBDAT 1 LAST\r\n")


@pytest.fixture
def tls(debian: Callable[[str], str], tmp_path: Path) -> dict[str, Any]:
    """Keys of a listener that offers TLS."""
    made, key = certificate(debian("openssl"), tmp_path)
    return {"tls": "opportunistic", "tls_certificate": made, "tls_key": key}


async def test_starttls(chain: Chain, tls: dict[str, Any]) -> None:
    """STARTTLS (RFC 3207): what was said before is forgotten, the trace says `ESMTPS`; not offered again, then 503; 501 with
    an argument."""
    sender = await chain.client(**tls)
    assert "STARTTLS" in await sender.say("EHLO client.test")
    assert codes(await said(sender, *BEGUN, "STARTTLS x", "STARTTLS"))[2:] == ["501 5.5.4", "220 2.0.0"]
    await sender.writer.start_tls(ssl._create_unverified_context())
    assert codes(await said(sender, BEGUN[1], BEGUN[0])) == ["503 5.5.1", "503 5.5.1"]
    assert "STARTTLS" not in await sender.say("EHLO client.test")
    assert (await sender.say("STARTTLS")).startswith("503 5.5.1 ")
    await sent(sender)
    (content,) = await chain.arrived()
    assert b"(Sievert) with ESMTPS\r\n" in content


async def test_starttls_off(chain: Chain) -> None:
    """STARTTLS where tls is off (RFC 3207 4): not offered, 502."""
    sender = await chain.client()
    assert "STARTTLS" not in await sender.say("EHLO client.test")
    assert (await sender.say("STARTTLS")).startswith("502 5.5.1 ")


async def test_starttls_injection(chain: Chain, tls: dict[str, Any]) -> None:
    """STARTTLS with more behind it in one go (RFC 3207 6): the rest is thrown away, never answered under TLS."""
    sender = await chain.client(**tls)
    whole = "\r\n".join(("STARTTLS", *BEGUN, "DATA")).encode() + b"\r\n" + CONTENT
    assert (await sender.finish(whole)).startswith("220 ")
    await sender.writer.start_tls(ssl._create_unverified_context())
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(sender.reader.readline(), 0.3)
    fresh = await sender.say("EHLO client.test")
    assert fresh.startswith("250-relay.test\n")
    assert (await sender.send(MESSAGE, "carl@example.net")).startswith("250 ")
    assert len(await chain.arrived()) == 1
