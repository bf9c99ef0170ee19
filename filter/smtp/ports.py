"""Listening sockets, several on one port (SO_REUSEPORT), held by the supervisor for its workers. Accepts nobody."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import UsageError

BACKLOG = 512

Sockets = list[list[socket.socket]]
"""A worker's, by listener."""


Place = tuple[str, int, int]
"""Host and port as configured, and which of several listeners that all take any port."""


class Ports:
    """The sockets of every listener, as many as there are workers. One stays when a worker goes, and so does whoever waits in its
    queue."""

    def __init__(self) -> None:
        self._sockets: dict[Place, list[socket.socket]] = {}

    def open(self, config: Config, workers: int) -> list[socket.socket]:
        """Those that are missing; all of them or none. Raises UsageError."""
        fresh: list[socket.socket] = []
        try:
            for place, listen in _places(config).items():
                have = self._sockets.setdefault(place, [])
                while len(have) < workers:
                    if not have and listen.port not in self._numbers():
                        _claim(listen)
                    port = have[0].getsockname()[1] if have else listen.port
                    have.append(opened(listen.model_copy(update={"port": port})))
                    fresh.append(have[-1])
        except UsageError:
            self.close(fresh)
            raise
        return fresh

    def _numbers(self) -> set[int]:
        return {one.getsockname()[1] for have in self._sockets.values() for one in have}

    def close(self, sockets: list[socket.socket]) -> None:
        """Close these, and forget them."""
        for one in sockets:
            one.close()
        left = {place: [one for one in have if one not in sockets] for place, have in self._sockets.items()}
        self._sockets = {place: have for place, have in left.items() if have}

    def close_all(self) -> None:
        """Nobody listens any more."""
        self.close([one for have in self._sockets.values() for one in have])

    def close_unused(self, config: Config) -> None:
        """Those of listeners that a configuration does not have."""
        used = _places(config)
        self.close([one for place, have in self._sockets.items() if place not in used for one in have])

    def share(self, config: Config, slot: int, workers: int) -> Sockets:
        """A worker's sockets; where there were more workers once, what they left is shared out."""
        return [self._sockets[place][slot::workers] for place in _places(config)]

    def let_go_but(self, share: Sockets) -> None:
        """In a worker: a socket that it does not accept from must end when the supervisor closes it."""
        mine = {one for sockets in share for one in sockets}
        for one in (one for sockets in self._sockets.values() for one in sockets):
            if one not in mine:
                one.close()

    def numbers(self, config: Config) -> tuple[int, ...]:
        """The port of each listener, also where 0 was asked for."""
        return tuple(self._sockets[place][0].getsockname()[1] for place in _places(config))


def _places(config: Config) -> dict[Place, Listen]:
    """The listeners by their places, in their order."""
    asked = [(listen.host, listen.port) for listen in config.listen]
    return {(*place, asked[:number].count(place)): config.listen[number] for number, place in enumerate(asked)}


def opened(listen: Listen) -> socket.socket:
    """A socket that further ones may share the port of. Raises UsageError where it cannot be had.

    The worker that accepts from it has it listen: until then no client is sent to it, and from then on, though that worker dies, it
    keeps whoever comes for the next one.
    """
    with _told(listen):
        return _bound(listen.host, listen.port, shared=True)


def _claim(listen: Listen) -> None:
    """Raises UsageError where somebody has the port, if only another relay: it would share its clients with us by chance."""
    with _told(listen):
        _bound(listen.host, listen.port, shared=False).close()


@contextmanager
def _told(listen: Listen) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"cannot relay on {listen.host} port {listen.port}: {error}") from error


def _bound(host: str, port: int, *, shared: bool) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    one = socket.socket(family, socket.SOCK_STREAM)
    try:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, int(shared))
        if family == socket.AF_INET6 and host == "::":
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        one.bind((host, port))
    except OSError:
        one.close()
        raise
    return one
