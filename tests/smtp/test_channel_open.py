from __future__ import annotations

import asyncio
import ssl
from pathlib import Path
from typing import Any

import pytest
from actors import SECONDS
from servers import Kept, Octets, certificate, settings

from filter.config.types import Server
from filter.smtp.channel import FAILURES, Channel

SHORT = 0.15
HELLO = (b"220 next.test ESMTP\r\n", b"250-next.test\r\n250 DSN\r\n")
OFFERED = b"250-next.test\r\n250 STARTTLS\r\n"


async def opened(server: Server, context: ssl.SSLContext | None = None, **more: Any) -> Channel:
    return await Channel.open(server, settings(server, **more), "relay.test", context)


async def test_a_connection_is_greeted() -> None:
    """The greeting is heard, our name is said, and what the server offers is known."""
    server = Octets((b"220-next.test\r\n220 ESMTP\r\n", b"250-next.test\r\n250-size 1000\r\n250 DSN\r\n", b"221 bye\r\n"))
    async with server.running() as where:
        made = await opened(where)
        assert dict(made.extensions.offered) == {"SIZE": "1000", "DSN": ""}
        assert (made.server, made.usable, made.spotless, made.messages) == (where, True, True, 0)
        await made.quit()
        await server.gone()
    assert server.heard == b"EHLO relay.test\r\nQUIT\r\n"


async def test_a_server_that_knows_no_ehlo_is_told_helo() -> None:
    """RFC 5321 3.2: then it offers nothing, and that is no stain on it."""
    server = Octets((HELLO[0], b"502 what\r\n", b"250-next.test\r\n250 DSN\r\n"))
    async with server.running() as where:
        made = await opened(where)
    assert server.heard == b"EHLO relay.test\r\nHELO relay.test\r\n"
    assert (dict(made.extensions.offered), made.usable, made.spotless) == ({}, True, True)
    made.abort()


async def test_an_lmtp_server_is_told_lhlo() -> None:
    """RFC 2033 4.1, and there is nothing older to fall back to."""
    server = Octets((HELLO[0], b"500 what\r\n"))
    async with server.running() as where:
        with pytest.raises(ConnectionError, match="500 what"):
            await opened(where, kind="lmtp")
        await server.gone()
    assert server.heard == b"LHLO relay.test\r\n"


async def test_a_unix_socket(tmp_path: Path) -> None:
    """A server may listen on a Unix socket."""
    server = Octets((*HELLO, b"250 ok\r\n"))
    async with server.running(tmp_path / "lmtp") as where:
        made = await opened(where, kind="lmtp")
        assert (await made.ask("NOOP")).code == 250
        made.abort()


@pytest.mark.parametrize(
    ("says", "cause"),
    [
        ((b"554 5.7.1 go away\r\n",), "554 5.7.1 go away"),
        ((b"421 busy\r\n",), "421 busy"),
        ((b"250 what\r\n",), "250 what"),
        ((b"SSH-2.0-OpenSSH_9.2\r\n",), "no reply"),
        ((b"",), "hung up"),
        ((b"220 next",), "hung up"),
        ((HELLO[0], b"502 what\r\n", b"550 no\r\n"), "550"),
        ((HELLO[0], b"250-next.test\r\n"), "hung up"),
        ((HELLO[0], b""), "hung up"),
    ],
)
async def test_a_server_that_does_not_greet_us_is_a_failure(says: tuple[bytes, ...], cause: str) -> None:
    """Whatever it says or leaves unsaid instead: an error that names the server and the cause, and a closed connection."""
    server = Octets(says, hangs_up="hung up" in cause)
    async with server.running() as where:
        with pytest.raises(FAILURES, match=f"{where}.*{cause}"):
            await opened(where)
        await server.gone()


async def test_nobody_there_is_a_failure(tmp_path: Path) -> None:
    """Neither a closed port, nor a missing socket, nor a name that is none raises anything else."""
    async with Octets((b"",)).running() as closed:
        pass
    for server in (closed, Server("", 0, str(tmp_path / "none")), Server(f"{'x' * 70}.test", 25)):
        with pytest.raises(FAILURES):
            await opened(server)


@pytest.mark.parametrize("says", [(b"",), (b"220-next.test\r\n",), (HELLO[0], b""), (HELLO[0], b"500 what\r\n", b"")])
async def test_a_server_that_falls_silent_while_we_connect(says: tuple[bytes, ...]) -> None:
    """One time limit covers greeting, EHLO and HELO, and the connection is dropped when it is up."""
    server = Octets(says)
    async with server.running() as where:
        with pytest.raises(TimeoutError):
            await opened(where, connect_seconds=SHORT)
        await server.gone()


def context(authority: Path | None = None) -> ssl.SSLContext:
    """TLS that verifies with this authority, or not at all."""
    made = ssl.create_default_context(cafile=authority)
    if authority is None:
        made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made


@pytest.fixture(scope="session")
def certificates(debian: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """One for the server's address, and one for another name."""
    folder, openssl = tmp_path_factory.mktemp("tls"), debian("openssl")
    return certificate(openssl, folder, "IP:127.0.0.1"), certificate(openssl, folder, "DNS:other.test")


@pytest.mark.parametrize(
    ("tls", "number", "trusted", "verified"),
    [
        ("opportunistic", 0, None, True),
        ("opportunistic", 1, None, True),
        ("required", 0, 0, True),
        ("required", 0, 1, False),
        ("required", 1, 1, False),
    ],
)
async def test_starttls(certificates: Any, tls: str, number: int, trusted: int | None, verified: bool) -> None:
    """Opportunistic TLS takes any certificate, required TLS only one that is trusted and made for this server."""
    authority = None if trusted is None else certificates[trusted][0]
    async with Kept(extensions=("STARTTLS", "DSN"), certificate=certificates[number][1]).running() as next_hop:
        if verified:
            made = await opened(next_hop.server, context(authority), tls=tls)
            assert (await made.ask("MAIL FROM:<a@b>")).code == 250
            made.abort()
            assert next_hop.heard == ["EHLO relay.test", "STARTTLS", "EHLO relay.test", "MAIL FROM:<a@b>"]
        else:
            with pytest.raises(ssl.SSLCertVerificationError):
                await opened(next_hop.server, context(authority), tls=tls)
        await next_hop.left(0)


async def test_content_over_tls(certificates: Any) -> None:
    """Many blocks arrive over TLS as they are."""
    content = b".dots\r\n" * 50_000
    async with Kept(extensions=("STARTTLS",), certificate=certificates[0][1]).running() as next_hop:
        made = await opened(next_hop.server, context(), tls="opportunistic")
        assert [(await made.ask(line)).code for line in ("MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA")] == [250, 250, 354]
        await made.send(b"", content, 0)
        assert (await made.done()).code == 250
        await made.quit()
        await next_hop.left(0)
    assert next_hop.accepted == [content]


async def test_what_was_offered_before_tls_does_not_count(certificates: Any) -> None:
    """After the handshake the server is asked anew (RFC 3207 4.2)."""
    next_hop = Kept(extensions=("STARTTLS", "DSN"), certificate=certificates[0][1])
    async with next_hop.running():
        opening = asyncio.ensure_future(opened(next_hop.server, context(), tls="opportunistic"))
        async with asyncio.timeout(SECONDS):
            while "STARTTLS" not in next_hop.heard:  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0)
        next_hop.extensions = ("SIZE 1000",)
        made = await opening
        assert dict(made.extensions.offered) == {"SIZE": "1000"}
        made.abort()


async def test_tls_only_where_it_is_asked_for() -> None:
    """Without TLS in the settings STARTTLS is not said, and opportunistic goes on in the clear where it is not offered."""
    for extensions, tls in ((("STARTTLS",), None), (("DSN",), context())):
        async with Kept(extensions=extensions).running() as next_hop:
            made = await opened(next_hop.server, tls, tls="opportunistic" if tls else "off")
            assert next_hop.heard == ["EHLO relay.test"]
            made.abort()


@pytest.mark.parametrize("tls", ["opportunistic", "required"])
@pytest.mark.parametrize(
    "said",
    [b"454 not now\r\n", b"220 go\r\n250 injected\r\n", b"220 go\r\n2", b"220 go\r\n250-", b"220 go\r\n\x16\x03", b"220 go\r\nx\r\n"],
)
async def test_a_starttls_that_is_not_clean_is_a_failure(tls: str, said: bytes) -> None:
    """A refusal, or anything said along with the 220, which was not said under TLS: no way on in the clear."""
    server = Octets((HELLO[0], OFFERED, said))
    async with server.running() as where:
        with pytest.raises(ConnectionError):
            await opened(where, context(), tls=tls)
        await server.gone()
    assert server.heard == b"EHLO relay.test\r\nSTARTTLS\r\n"


async def test_required_tls_that_is_not_offered_is_a_failure() -> None:
    """Nothing but our name is said in the clear."""
    server = Octets(HELLO)
    async with server.running() as where:
        with pytest.raises(ConnectionError, match="does not offer STARTTLS"):
            await opened(where, context(), tls="required")
        await server.gone()
    assert server.heard == b"EHLO relay.test\r\n"


@pytest.mark.parametrize("said", [b"", b"220 go\r\n"])
async def test_a_server_that_falls_silent_over_tls(said: bytes) -> None:
    """The time to connect covers STARTTLS and the handshake, and the connection is dropped when it is up."""
    server = Octets((HELLO[0], OFFERED, said))
    async with server.running() as where:
        with pytest.raises(TimeoutError):
            await opened(where, context(), tls="opportunistic", connect_seconds=SHORT)
        await server.gone()


async def test_a_handshake_that_fails_is_a_failure() -> None:
    """A server that breaks off instead of a handshake: no way on in the clear."""
    server = Octets((HELLO[0], OFFERED, b"220 go\r\n"), hangs_up=True)
    async with server.running() as where:
        with pytest.raises(FAILURES):
            await opened(where, context(), tls="opportunistic")
        await server.gone()
    assert b"MAIL" not in server.heard
