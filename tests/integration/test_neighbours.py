"""Proxies and clients that nobody here wrote, in front of the relay: HAProxy, swaks, OpenSSL."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from actors import MESSAGE, NextHop, Stage
from host import free_port, listening, own_network, running, until
from neighbours import block, certificate, client, connected, serving, sink

from filter.smtp.peer import XCLIENT

pytestmark = pytest.mark.debian
Find = Callable[[str], str]


@pytest.fixture
def network() -> Iterator[None]:
    """The ports that the page names are free."""
    with own_network(25, 10025, 10026):
        yield


@asynccontextmanager
async def haproxy(find: Find, folder: Path, page: str) -> AsyncIterator[Callable[[], str]]:
    """HAProxy with a block of the page; gives a way to ask how its look at the server behind it went."""
    file, admin = folder / "haproxy.cfg", folder / "admin"
    file.write_text(f"global\n    stats socket {admin}\n\n{page}")

    def check() -> str:
        with socket.socket(socket.AF_UNIX) as asked:
            asked.connect(str(admin))
            asked.sendall(b"show stat\n")
            names, *rows = asked.makefile().read().splitlines()
        (server,) = [dict(zip(names.removeprefix("# ").split(","), row.split(","), strict=True)) for row in rows if ",sievert," in row]
        return f"{server['status']} {server['check_status']}"

    async with running(find("haproxy"), "-db", "-f", str(file), log=folder / "haproxy"):
        await until(lambda: listening(25), (folder / "haproxy").read_text)
        yield check


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize("how", ["send-proxy-v2", "send-proxy"])
async def test_haproxy_in_front(debian: Find, tmp_path: Path, how: str) -> None:
    """The client that connected to HAProxy is the one in Received and journal; HAProxy's own look finds the relay alive."""
    page = block("haproxy.cfg: in front of Sievert").replace("send-proxy-v2", how)
    async with (
        sink(debian, "-d", "dump.", port=10026) as dumps,
        serving(tmp_path, block("sievert.toml: behind HAProxy")) as sievert,
        haproxy(debian, tmp_path, page) as check,
    ):
        sender = await client(25, source="127.0.0.9")
        assert (await sender.send(MESSAGE, "ann@example.org")).startswith("250 ")
        await sender.close()
        await until(lambda: check() == "UP L7OK", check)
        await until(sievert.journal)
        assert sievert.journal()[0].client == "127.0.0.9"
        (dump,) = dumps.glob("dump.*")
        assert "Received: from client.test ([127.0.0.9])" in dump.read_text()


@pytest.mark.usefixtures("network")
async def test_no_way_past_haproxy(debian: Find, tmp_path: Path) -> None:
    """Without the header, or from elsewhere than HAProxy, a client hears 554 and no more."""
    async with serving(tmp_path, block("sievert.toml: behind HAProxy")):
        elsewhere, headless = await connected(10025, "127.0.0.9"), await connected(10025)
        assert [await elsewhere.reply(), await elsewhere.reply()] == ["554 5.7.1 Access denied", ""]
        assert await headless.say("EHLO client.test") == "554 5.7.1 Access denied"
        with suppress(ConnectionResetError):  # what the client said further was not read
            assert await headless.reply() == ""
        await elsewhere.close()
        await headless.close()


@pytest.mark.usefixtures("network")
async def test_a_client_behind_haproxy_is_not_trusted_for_it(debian: Find, tmp_path: Path) -> None:
    """HAProxy is believed about its clients; they are not believed about theirs, or each could call itself a relayed one."""
    async with (
        serving(tmp_path, block("sievert.toml: behind HAProxy")),
        haproxy(debian, tmp_path, block("haproxy.cfg: in front of Sievert")),
    ):
        stranger = await connected(25, "127.0.0.9")
        assert (await stranger.reply()).startswith("220 ")
        offered = await stranger.say("EHLO stranger.test")
        named = await stranger.say("XCLIENT ADDR=127.0.0.1")
        await stranger.close()
    assert "XCLIENT" not in offered
    assert "XFORWARD" not in offered
    assert named.startswith("550 5.7.0 ")


async def swaks(find: Find, folder: Path, port: int, *options: str, to: str = "bob@example.net") -> str:
    """Send a message with swaks; what went to and fro."""
    about = ("--server", f"127.0.0.1:{port}", "--from", "ann@example.org", "--to", to, "--helo", "swaks.test", "--timeout", "20s")
    log = folder / "swaks"
    log.unlink(missing_ok=True)
    async with running(find("swaks"), *about, *options, log=log) as process:
        await asyncio.wait_for(process.wait(), 30)
    return log.read_text()


@pytest.fixture
def secured(stage: Stage, debian: Find, tmp_path: Path) -> Path:
    """The stage's listener demands TLS, with the page's keys; gives the certificate."""
    made, key = certificate(debian("openssl"), tmp_path)
    keys = dict(re.findall(r'^(\w+) = "(.*)"$', block("sievert.toml: STARTTLS, beneath the [[listen]] it is for"), re.MULTILINE))
    assert list(keys) == ["tls", "tls_certificate", "tls_key"]
    stage.listen |= {"tls": "required", "tls_certificate": made, "tls_key": key}
    return made


async def test_swaks_with_starttls(stage: Stage, debian: Find, secured: Path, tmp_path: Path) -> None:
    """swaks verifies the certificate and sends under TLS, which Received says; without TLS it hears 530."""
    async with stage.relay() as relay:
        plain = await swaks(debian, tmp_path, relay.port)
        under = await swaks(debian, tmp_path, relay.port, "--tls", "--tls-verify", "--tls-ca-path", str(secured))
    assert "<** 530 5.7.0 Must issue a STARTTLS command first" in plain
    assert "=== TLS started with cipher TLSv1.3" in under, under
    assert "<~  250 2.0.0 Ok: accepted" in under, under
    assert b"with ESMTPS" in stage.delivered()[0]


async def test_swaks_with_xclient(stage: Stage, debian: Find, tmp_path: Path) -> None:
    """The client that swaks names with every attribute there is takes its place."""
    values = ("stranger.test", "192.0.2.7", "4711", "ESMTP", "named.test", "ann", "192.0.2.1", "25")
    options = [word for name, value in zip(XCLIENT, values, strict=True) for word in (f"--xclient-{name.lower()}", value)]
    stage.listen["allowed_networks"] = ["127.0.0.1/32", "192.0.2.0/24"]
    async with stage.relay() as relay:
        talk = await swaks(debian, tmp_path, relay.port, *options)
    assert "<-  250 2.0.0 Ok: accepted" in talk, talk
    assert talk.count("<-  220 ") == 2
    assert stage.judge.judged[0].envelope.client == "192.0.2.7"
    assert b"Received: from swaks.test ([192.0.2.7])" in stage.delivered()[0]


async def test_swaks_in_lmtp(stage: Stage, debian: Find, tmp_path: Path) -> None:
    """LMTP to LMTP: LHLO, a reply for each of two recipients, and both go on in one transaction."""
    stage.listen["protocol"] = "lmtp"
    async with NextHop(lmtp=True).running() as final:
        stage.hand_on_to(final.port, kind="lmtp")
        async with stage.relay() as relay:
            talk = await swaks(debian, tmp_path, relay.port, "--protocol", "LMTP", to="bob@example.net,carl@example.net")
    assert " -> LHLO swaks.test" in talk, talk
    assert talk.count("250 2.0.0 Ok: accepted") == 2, talk
    assert len([line for line in final.heard if line.startswith("DATA")]) == 1


@pytest.mark.parametrize("version", ["1", "2"])
async def test_swaks_with_a_proxy_header(stage: Stage, debian: Find, tmp_path: Path, version: str) -> None:
    """Either version of the header names the client, over IPv6 as well."""
    stage.listen["proxy_protocol"] = True
    stage.listen["allowed_networks"] = ["2001:db8::/32"]
    options = ("--proxy-family", "TCP6" if version == "1" else "AF_INET6", "--proxy-source", "2001:db8::7", "--proxy-source-port", "4711")
    there = ("--proxy-protocol", "STREAM", "--proxy-dest", "2001:db8::1", "--proxy-dest-port", "25")
    async with stage.relay() as relay:
        talk = await swaks(debian, tmp_path, relay.port, "--proxy-version", version, *options, *there)
    assert "<-  250 2.0.0 Ok: accepted" in talk, talk
    assert stage.judge.judged[0].envelope.client == "2001:db8::7"
    assert b"([IPv6:2001:db8::7])" in stage.delivered()[0]


async def test_sighup_takes_a_new_certificate(debian: Find, tmp_path: Path) -> None:
    """New clients see the new certificate; a session under way goes on; a file that is wrong changes nothing."""

    async def seen() -> bytes:
        wire = await client(port)
        assert (await wire.say("STARTTLS")).startswith("220 ")
        await wire.writer.start_tls(ssl._create_unverified_context())
        shown = wire.writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        await wire.close()
        return bytes(shown)

    made, key = certificate(debian("openssl"), tmp_path)
    port = free_port()
    toml = f'[[listen]]\nport = {port}\ntls = "opportunistic"\ntls_certificate = "{made}"\ntls_key = "{key}"\n'
    async with serving(tmp_path, toml) as sievert:
        under_way = await client(port)
        assert (await under_way.begin()).startswith("354")
        first = await seen()
        certificate(debian("openssl"), tmp_path)
        sievert.process.send_signal(signal.SIGHUP)
        await until(lambda: sievert.events("reloaded"), lambda: sievert.said)
        async with asyncio.timeout(20):
            while (second := await seen()) == first:  # of a worker that is on its way out
                pass
        assert (await under_way.finish(b"Subject: x\r\n\r\nx\r\n.\r\n")).startswith("250 ")
        (tmp_path / "sievert.toml").write_text(f"{toml}nonsense = 1\n")
        sievert.process.send_signal(signal.SIGHUP)
        await until(lambda: "not reloaded" in sievert.said, lambda: sievert.said)
        assert await seen() == second != first
        await under_way.close()
