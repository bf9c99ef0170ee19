"""What values of the configuration are made of: networks, servers, databases, numbers; each with the words for a wrong one."""

from __future__ import annotations

import math
from ipaddress import IPv4Network, IPv6Network, ip_interface, ip_network
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator

MAX_PORT = 65_535


class Server(NamedTuple):
    """Where a mail server listens: a host and a port, or the path of a Unix socket (then `host` is "" and `port` 0)."""

    host: str
    port: int
    socket: str = ""

    def __str__(self) -> str:
        """As it is written in the configuration."""
        if self.socket:
            return f"unix:{self.socket}"
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def _network(value: object) -> IPv4Network | IPv6Network:
    if isinstance(value, IPv4Network | IPv6Network):
        return value
    text = value if isinstance(value, str) else ""
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        raise ValueError("expected a network such as 192.0.2.0/24 or 2001:db8::/32") from None
    if ip_interface(text).ip != network.network_address:
        raise ValueError(f"{text} has bits beyond its prefix; did you mean {network}?")
    return network


def _server(value: object) -> Server:
    if isinstance(value, Server):
        return value
    text = value if isinstance(value, str) else ""
    if text.startswith("unix:/"):
        return Server("", 0, text.removeprefix("unix:"))
    host, colon, port = text.rpartition(":")
    bracketed = host.startswith("[") and host.endswith("]")
    whole = colon and host.strip("[]") and " " not in host and (bracketed or ":" not in host)
    if not whole or not port.isascii() or not port.isdigit() or not 0 < int(port) <= MAX_PORT:
        raise ValueError("expected a server such as mx.example.org:25, 192.0.2.1:25, [2001:db8::1]:25 or unix:/run/lmtp")
    return Server(host.strip("[]"), int(port))


def _on_disk(url: str) -> str:
    scheme, _, rest = url.partition("://")
    if not scheme or not rest:
        raise ValueError("expected a database URL such as sqlite:///folder/file.db")
    if scheme.startswith("sqlite") and (len(rest) < 2 or rest[0] != "/" or ":memory:" in rest or "mode=memory" in rest):
        raise ValueError("expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing")
    return url


def _not_nan(value: float) -> float:
    if math.isnan(value):
        raise ValueError("expected a number or inf")
    return value


def _domain(value: str) -> str:
    name = value.removeprefix(".").lower()
    if not all(name.split(".")) or not {"@", "*", " "}.isdisjoint(name):
        raise ValueError("expected a domain such as example.org, or .example.org for all below it")
    return value.lower()


def _recipient(value: str) -> str:
    local, at, domain = value.rpartition("@")
    if not at or not domain or " " in value or (local and "@" in local):
        raise ValueError("expected an address such as ann@example.org, or @example.org for a whole domain")
    return value.lower()


def _one_line(value: str) -> str:
    if not value.isascii() or not value.isprintable():
        raise ValueError("expected printable ASCII")
    return value


def _one_word(value: str) -> str:
    if not all("!" <= char <= "~" for char in value):
        raise ValueError("expected one word of printable ASCII")
    return value


def _address(value: str) -> str:
    if not value:
        raise ValueError("expected an address; 0.0.0.0 or :: is every address")
    return _one_word(value)


Port = Annotated[int, Field(ge=0, le=MAX_PORT)]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
LogOdds = Annotated[float, AfterValidator(_not_nan)]
Network = Annotated[IPv4Network | IPv6Network, PlainValidator(_network)]
Upstream = Annotated[Server, PlainValidator(_server)]
DatabaseUrl = Annotated[str, AfterValidator(_on_disk)]
Domain = Annotated[str, AfterValidator(_domain)]
Recipient = Annotated[str, AfterValidator(_recipient)]
Word = Annotated[str, AfterValidator(_one_word)]
Host = Annotated[str, AfterValidator(_address)]
Line = Annotated[str, AfterValidator(_one_line)]


class Section(BaseModel):
    """A table of the file: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
