from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from actors import REJECTED, Client, Stage
from host import listening, until
from neighbours import certificate

from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import UsageError
from filter.smtp.relay import Relay, certified

pytestmark = pytest.mark.usefixtures("prompt")

SHORT = b"Subject: x\r\n\r\n.\r\n"


def listening_on(stage: Stage, *listens: dict[str, Any]) -> Relay:
    """A relay with this cast and these listeners."""
    config = {"relay": stage.settings, "listen": [{"port": 0, **listen} for listen in listens], "next_hop": stage.next_hop}
    return Relay(Config.model_validate(config), stage.judge, stage.policies, stage.quarantine, stage.journal)


async def at(host: str, port: int) -> Client:
    """A greeted client, connected to this address."""
    client = Client(*await asyncio.open_connection(host, port))
    assert (await client.reply()).startswith("220 ")
    assert (await client.say("EHLO client.test")).startswith("250-")
    return client


# --- listeners


async def test_every_listener_has_its_own_rules(stage: Stage) -> None:
    """Each has its port and its role, and all hand on to the same next hop."""
    stage.judge.score = REJECTED
    async with listening_on(stage, {}, {"role": "after-queue"}, {"protocol": "lmtp"}) as relay:
        assert len(set(relay.ports)) == 3
        assert relay.port == relay.ports[0]
        clients = [await Client.greeted(port, hello) for port, hello in zip(relay.ports, ("EHLO", "EHLO", "LHLO"), strict=True)]
        assert [(await client.send())[:3] for client in clients] == ["550", "250", "550"]
        assert len(relay.connections) == 3
        await asyncio.gather(*(client.close() for client in clients))
    assert len(stage.quarantine.held) == 1


@pytest.mark.parametrize(("host", "address", "client"), [("::1", "::1", "::1"), ("::", "::1", "::1"), ("::", "127.0.0.1", "127.0.0.1")])
async def test_ipv6(stage: Stage, host: str, address: str, client: str) -> None:
    """An IPv6 address can be listened on, and an IPv4 client is one also where it came over such a socket."""
    async with listening_on(stage, {"host": host}) as relay:
        one = await at(address, relay.port)
        assert (await one.send()).startswith("250")
        await one.close()
    assert stage.judge.judged[0].envelope is not None
    assert stage.judge.judged[0].envelope.client == client
    assert (b"([IPv6:::1])" in stage.delivered()[0]) is (client == "::1")


async def test_clients_are_bounded(stage: Stage) -> None:
    """The client past max_connections hears 421, whichever listener it comes to; when one goes, the next is served."""
    stage.settings["max_connections"] = 2
    async with listening_on(stage, {}, {}) as relay:
        one, two = await Client.greeted(relay.ports[0]), await Client.greeted(relay.ports[1])
        for port in relay.ports:
            three = await Client.connect(port)
            assert (await three.reply()).startswith("421 4.7.0 Too many connections")
            assert await three.reply() == ""
            await three.close()
        assert (await one.send()).startswith("250")
        await one.close()
        await until(lambda: len(relay.connections) == 1)
        four = await Client.greeted(relay.port)
        await asyncio.gather(two.close(), four.close())


async def test_sockets_that_are_open_already(stage: Stage) -> None:
    """A relay listens on what it is given in place of opening anything."""
    given = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
    ports = tuple(one.getsockname()[1] for one in given)
    async with listening_on(stage, {"port": 1}, {"port": 2}).on([[one] for one in given]) as relay:
        assert relay.ports == ports
        for port in ports:
            client = await Client.greeted(port)
            assert (await client.send()).startswith("250")
            await client.close()


async def test_a_port_that_is_taken(stage: Stage) -> None:
    """It is told as such, and what was opened before it is closed again."""
    with socket.create_server(("127.0.0.1", 0)) as first, socket.create_server(("127.0.0.1", 0)) as taken:
        free, port = first.getsockname()[1], taken.getsockname()[1]
        first.close()
        relay = listening_on(stage, {"port": free}, {"port": port})
        with pytest.raises(UsageError, match=f"127.0.0.1 port {port}"):
            async with relay:
                pass
        assert not listening(free)


async def test_a_maildir_that_cannot_be_made(stage: Stage) -> None:
    """A Maildir in the way of a file is told before any mail is taken."""
    stage.maildir.write_text("a file")
    with pytest.raises(UsageError, match="maildir"):
        async with stage.relay():
            pass


# --- certificates


@pytest.fixture(scope="session")
def made(debian: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for relay.test and its key."""
    return certificate(debian("openssl"), tmp_path_factory.mktemp("tls"))


def test_tls_that_is_off() -> None:
    """Without a certificate there is no TLS."""
    assert certified(Listen()) is None


@pytest.mark.debian
def test_the_oldest_tls(made: tuple[Path, Path]) -> None:
    """What is configured; never older than 1.2, and no client needs a certificate."""
    context = certified(Listen(tls="opportunistic", tls_certificate=made[0], tls_key=made[1]))
    newer = certified(Listen(tls="required", tls_certificate=made[0], tls_key=made[1], tls_min_version="1.3"))
    assert context is not None
    assert newer is not None
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2
    assert newer.minimum_version == ssl.TLSVersion.TLSv1_3
    assert context.verify_mode == ssl.CERT_NONE


@pytest.mark.debian
def test_a_certificate_and_its_key_in_one_file(made: tuple[Path, Path], tmp_path: Path) -> None:
    """The key may stand in the certificate's file."""
    both = tmp_path / "both.pem"
    both.write_bytes(made[0].read_bytes() + made[1].read_bytes())
    assert certified(Listen(tls="opportunistic", tls_certificate=both)) is not None


@pytest.mark.debian
@pytest.mark.parametrize("wrong", ["missing", "empty", "without key", "other key"])
def test_a_certificate_that_cannot_be_used(
    stage: Stage, made: tuple[Path, Path], debian: Callable[[str], str], tmp_path: Path, wrong: str
) -> None:
    """It is told before the relay listens."""
    (tmp_path / "empty").touch()
    certificates = {"missing": tmp_path / "nowhere.pem", "empty": tmp_path / "empty"}
    stage.listen |= {"tls": "opportunistic", "tls_certificate": certificates.get(wrong, made[0])}
    if wrong == "other key":
        stage.listen["tls_key"] = certificate(debian("openssl"), tmp_path)[1]
    with pytest.raises(UsageError, match="TLS cannot be set up"):
        stage.relay()


def test_authorities_that_cannot_be_read(stage: Stage, tmp_path: Path) -> None:
    """Nor does a relay begin that could not verify its next hop."""
    stage.hand_on_to(25, tls="required", tls_ca=tmp_path / "nowhere.pem")
    with pytest.raises(UsageError, match="TLS cannot be set up"):
        stage.relay()
