from __future__ import annotations

import socket
from typing import Any

import pytest
from host import listening

from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import UsageError
from filter.smtp.ports import Ports, opened


def config(*listens: dict[str, Any]) -> Config:
    return Config.model_validate({"listen": [{"port": 0, **listen} for listen in listens]})


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::1", "::"])
def test_a_socket_of_every_kind(host: str) -> None:
    """It is where it is told to be, on a free port where none is named, others may share its port, and no client is sent to it yet."""
    with opened(Listen(host=host, port=0)) as first:
        port = first.getsockname()[1]
        assert port
        with opened(Listen(host=host, port=port)) as second:
            assert second.getsockname() == first.getsockname()
        assert not listening(port)
        first.listen()
        assert listening(port) is (host != "::1")


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_an_address_that_is_not_here(host: str) -> None:
    """What cannot be listened on is told with its place."""
    with pytest.raises(UsageError, match=f"cannot relay on {host} port 0: "):
        opened(Listen(host=host, port=0))


def test_a_port_of_somebody_elses() -> None:
    """Nor is a port shared with who does not share it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port}"):
            opened(Listen(port=port))


def test_every_worker_has_a_socket_of_every_listener() -> None:
    """All on the listener's one port; the numbers are known, also where any port would do."""
    ports, asked = Ports(), config({}, {"host": "::1"})
    ports.open(asked, 3)
    shares = [ports.share(asked, slot, 3) for slot in range(3)]
    assert [[len(sockets) for sockets in share] for share in shares] == [[1, 1]] * 3
    assert {one.getsockname()[1] for share in shares for one in share[0]} == {ports.numbers(asked)[0]}
    assert {one.getsockname()[1] for share in shares for one in share[1]} == {ports.numbers(asked)[1]}
    ports.close_unused(config({"port": 1}))


def test_fewer_workers_take_over_what_more_left() -> None:
    """No socket is without a worker: whoever waits in its queue is greeted."""
    ports, asked = Ports(), config({})
    ports.open(asked, 5)
    ports.open(asked, 2)
    shares = [ports.share(asked, slot, 2) for slot in range(2)]
    assert [len(share[0]) for share in shares] == [3, 2]
    assert len({one.fileno() for share in shares for one in share[0]}) == 5
    ports.close_unused(config({"port": 1}))


def test_a_listener_that_is_gone() -> None:
    """Its sockets are closed, and those of the others stay as they are."""
    ports, both, one = Ports(), config({}, {"host": "::1"}), config({})
    ports.open(both, 1)
    (number, gone), before = ports.numbers(both), ports.share(one, 0, 1)
    before[0][0].listen()
    ports.close_unused(one)
    assert listening(number)
    with socket.socket(socket.AF_INET6) as probe:
        assert probe.connect_ex(("::1", gone)) != 0
    assert ports.share(one, 0, 1) == before
    ports.close_unused(config({"port": 1}))


def test_a_worker_lets_go_of_the_others_sockets() -> None:
    """It keeps its share alone."""
    ports, asked = Ports(), config({}, {"host": "::1"})
    ports.open(asked, 2)
    mine, others = ports.share(asked, 0, 2), ports.share(asked, 1, 2)
    ports.let_go_but(mine)
    assert all(one.fileno() >= 0 for sockets in mine for one in sockets)
    assert all(one.fileno() < 0 for sockets in others for one in sockets)
    for one in (one for sockets in mine for one in sockets):
        one.close()
