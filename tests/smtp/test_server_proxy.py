"""The connection of a client, once more: behind a PROXY header (haproxy's proxy-protocol.txt)."""

from __future__ import annotations

import asyncio
import struct
from contextlib import suppress
from ipaddress import ip_address
from typing import Any

import pytest
from actors import Client, Stage

from filter.smtp import replies, server

pytestmark = pytest.mark.usefixtures("prompt")

SIGNATURE = b"\r\n\r\n\x00\r\nQUIT\n"
PROXY, LOCAL = 0x21, 0x20
TCP4, TCP6, UNIX, UNSPEC = 0x11, 0x21, 0x31, 0x00


@pytest.fixture
def behind(stage: Stage) -> Stage:
    """A stage whose relay serves 198.51.100.0/24 and 2001:db8::/32 behind a proxy on this machine."""
    stage.listen |= {"proxy_protocol": True, "allowed_networks": ["198.51.100.0/24", "2001:db8::/32"]}
    return stage


def v2(source: str, command: int = PROXY, *, extra: bytes = b"") -> bytes:
    """A header of version 2 for a client at this address."""
    address = ip_address(source)
    both = address.packed * 2 + struct.pack("!HH", 40000, 25) + extra
    return SIGNATURE + struct.pack("!BBH", command, TCP4 if address.version == 4 else TCP6, len(both)) + both


def bare(command: int, family: int, rest: bytes = b"") -> bytes:
    """A header of version 2 with whatever comes behind."""
    return SIGNATURE + struct.pack("!BBH", command, family, len(rest)) + rest


async def introduced(stage: Stage, header: bytes, pieces: int = 1) -> str:
    """The address that a client is known by behind this header; its greeting where it is not served."""
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        size = len(header) // pieces + 1
        for at in range(0, len(header), size):
            client.writer.write(header[at : at + size])
            await asyncio.sleep(0.01 if pieces > 1 else 0)
        greeting = await client.reply()
        if not greeting.startswith("220 "):
            with suppress(ConnectionResetError):  # what the relay did not read
                assert await client.reply() == ""
            await client.close()
            return greeting
        await client.say("EHLO client.test")
        assert (await client.send()).startswith("250")
        await client.close()
    envelope = stage.judge.judged[0].envelope
    assert envelope is not None
    assert f"Received: from client.test ([{'IPv6:' if ':' in envelope.client else ''}{envelope.client}])".encode() in stage.delivered()[0]
    return envelope.client


@pytest.mark.parametrize(
    ("header", "client"),
    [
        (b"PROXY TCP4 198.51.100.9 198.51.100.1 40000 25\r\n", "198.51.100.9"),
        (b"PROXY TCP6 2001:db8::9 2001:db8::1 40000 25\r\n", "2001:db8::9"),
        (b"PROXY TCP6 ::ffff:198.51.100.9 ::ffff:198.51.100.1 40000 25\r\n", "198.51.100.9"),
        (v2("198.51.100.9"), "198.51.100.9"),
        (v2("2001:db8::9"), "2001:db8::9"),
        (v2("::ffff:198.51.100.9"), "198.51.100.9"),
        (v2("198.51.100.9", extra=b"\x04\x00\x05noop!"), "198.51.100.9"),
        (v2("198.51.100.9", extra=b"\x04" + b"x" * 60_000), "198.51.100.9"),
    ],
)
@pytest.mark.parametrize("pieces", [1, 4])
async def test_the_client_is_who_the_header_names(behind: Stage, header: bytes, client: str, pieces: int) -> None:
    """In either version and however it comes: the header's client is admitted, judged and written into Received."""
    assert await introduced(behind, header, pieces) == client


@pytest.mark.parametrize("header", [b"PROXY TCP4 203.0.113.9 198.51.100.1 40000 25\r\n", v2("203.0.113.9"), v2("127.0.0.1"), v2("::1")])
async def test_the_client_is_admitted_for_itself(behind: Stage, header: bytes) -> None:
    """A client outside the networks is not admitted because its proxy would be."""
    behind.listen["trusted_networks"] = ["127.0.0.0/8"]
    assert await introduced(behind, header) == str(replies.NOT_ADMITTED)


@pytest.mark.parametrize(
    "header",
    [
        b"PROXY UNKNOWN\r\n",
        b"PROXY UNKNOWN ffff:f...f:ffff 65535\r\n",
        bare(PROXY, UNSPEC),
        bare(PROXY, UNIX, b"/run/x".ljust(108, b"\0") * 2),
    ],
)
async def test_a_client_that_the_proxy_does_not_know(behind: Stage, header: bytes) -> None:
    """It has no address, so it is in no network, least of all the proxy's."""
    behind.listen["allowed_networks"] = ["127.0.0.0/8", "::1/128", "198.51.100.0/24"]
    assert await introduced(behind, header) == str(replies.NOT_ADMITTED)


@pytest.mark.parametrize("header", [bare(LOCAL, UNSPEC), v2("198.51.100.9", LOCAL), bare(LOCAL, TCP4, b"x" * 12)])
async def test_the_proxy_itself(behind: Stage, header: bytes) -> None:
    """LOCAL is the proxy looking whether we live: served as who it is, whatever address stands behind it."""
    behind.listen["allowed_networks"] = ["127.0.0.0/8"]
    assert await introduced(behind, header) == "127.0.0.1"


@pytest.mark.parametrize(
    "header",
    [
        b"EHLO client.test\r\n",
        b"PROXY\r\n",
        b"PROXY \r\n",
        b"PROXYTCP4 198.51.100.9 198.51.100.1 40000 25\r\n",
        b"PROXY TCP4\r\n",
        b"PROXY TCP4 198.51.100.9\r\n",
        b"PROXY TCP4 198.51.100.9 198.51.100.1 40000\r\n",
        b"PROXY TCP4 198.51.100.9 198.51.100.1 40000 25 more\r\n",
        b"PROXY TCP4 198.51.100.9 198.51.100.1 40000 99999\r\n",
        b"PROXY TCP4 198.51.100.9 198.51.100.1 40000 25\n",
        b"PROXY TCP4 2001:db8::9 2001:db8::1 40000 25\r\n",
        b"PROXY TCP6 198.51.100.9 198.51.100.1 40000 25\r\n",
        b"PROXY TCP4 localhost 198.51.100.1 40000 25\r\n",
        b"PROXY UDP4 198.51.100.9 198.51.100.1 40000 25\r\n",
        b"PROXY TCP4 " + b"1" * 200 + b"\r\n",
        b"PROXY " + b"x" * 5_000 + b"\r\n",
        b"\r\n\r\nEHLO client.test\r\n",
        SIGNATURE + b"\x11\x11\x00\x00",
        SIGNATURE + b"\x2f\x11\x00\x00",
        bare(PROXY, TCP4, b"short"),
        bare(PROXY, TCP6, b"x" * 12),
        bare(PROXY, 0x41, b"x" * 12),
        bare(PROXY, 0x13, b"x" * 12),
    ],
)
async def test_a_malformed_header(behind: Stage, header: bytes) -> None:
    """It is 554 in place of a greeting, and the end."""
    behind.listen["allowed_networks"] = ["0.0.0.0/0"]
    assert await introduced(behind, header) == str(replies.NOT_ADMITTED)


async def test_an_untrusted_proxy(behind: Stage) -> None:
    """Whoever is not trusted hears 554 before it can name anybody."""
    behind.listen["trusted_networks"] = ["192.0.2.0/24"]
    assert await introduced(behind, b"PROXY TCP4 198.51.100.9 198.51.100.1 40000 25\r\n") == str(replies.NOT_ADMITTED)


@pytest.mark.parametrize("begun", [b"", b"PROXY TCP4 198.51", SIGNATURE, v2("198.51.100.9")[:20]])
async def test_a_header_that_does_not_come(behind: Stage, begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has PROXY_SECONDS, not the time of a client that was greeted; then 421."""
    monkeypatch.setattr(server, "PROXY_SECONDS", 0.1)
    assert await asyncio.wait_for(introduced(behind, begun), 5) == str(replies.IDLE)


async def test_a_proxy_that_goes(behind: Stage) -> None:
    """Half a header and the end of the stream leave nothing behind."""
    async with behind.relay() as relay:
        client = await Client.connect(relay.port)
        client.writer.write(v2("198.51.100.9")[:20])
        client.writer.write_eof()
        assert await client.reply() == ""
        await client.close()


async def test_after_the_header_a_client_has_its_own_time(behind: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """PROXY_SECONDS end with the header."""
    monkeypatch.setattr(server, "PROXY_SECONDS", 0.2)
    async with behind.relay() as relay:
        client = await Client.connect(relay.port)
        client.writer.write(v2("198.51.100.9"))
        assert (await client.reply()).startswith("220 ")
        await asyncio.sleep(0.5)
        assert (await client.say("NOOP")).startswith("250")
        await client.close()


async def test_commands_behind_the_header_are_kept(behind: Stage) -> None:
    """What comes in the same packet is the client's first commands."""
    async with behind.relay() as relay:
        client = await Client.connect(relay.port)
        client.writer.write(v2("198.51.100.9") + b"HELO client.test\r\nQUIT\r\n")
        assert [(await client.reply())[:3] for _ in range(4)] == ["220", "250", "221", ""]
        await client.close()


@pytest.mark.parametrize("command", ["XCLIENT ADDR=127.0.0.1", "XFORWARD ADDR=198.51.100.9"])
async def test_a_proxys_client_is_not_the_proxy(behind: Stage, command: str) -> None:
    """The proxy is believed what its header says, and its client nothing: it would name itself 127.0.0.1 and relay anywhere."""
    behind.listen = {"port": 0, "proxy_protocol": True, "role": "mx", "relay_domains": ["example.net"]}
    async with behind.relay() as relay:
        client = await Client.connect(relay.port)
        client.writer.write(v2("203.0.113.9"))
        assert (await client.reply()).startswith("220 ")
        assert "XCLIENT" not in await client.say("EHLO client.test")
        assert (await client.say(command)).startswith("550 5.7.0")
        await client.say("EHLO client.test")
        await client.say("MAIL FROM:<a@b>")
        assert (await client.say("RCPT TO:<x@elsewhere.test>")).startswith("554 5.7.1")
        assert (await client.say("RCPT TO:<x@example.net>")).startswith("250")
        await client.close()


async def test_without_proxy_protocol_a_header_is_no_command(stage: Stage, logged: list[Any]) -> None:
    """A listener that expects none believes none."""
    async with stage.relay() as relay:
        client = await Client.connect(relay.port)
        assert (await client.reply()).startswith("220 ")
        assert (await client.say("PROXY TCP4 198.51.100.9 198.51.100.1 40000 25")).startswith("500 5.5.2")
        await client.close()
