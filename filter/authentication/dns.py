"""What is asked of the DNS, and how: any callable that is a `Dns` will do. Nothing here knows what a record means."""

from __future__ import annotations

import asyncio
from typing import Literal, NamedTuple, Protocol

import dns.asyncresolver
import dns.exception
import dns.name
import dns.rdata
import dns.resolver

from filter.authentication import limits
from filter.errors import ConfigError, DnsError

Kind = Literal["A", "AAAA", "MX", "PTR", "TXT"]


class Answer(NamedTuple):
    """Records as text, none where the name or the kind does not exist; `seconds` is how long they hold."""

    records: tuple[str, ...]
    seconds: float


class Dns(Protocol):
    """Asks for records. Addresses and names are text without a final dot, exchangers in their order, a TXT's strings joined (latin-1)."""

    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        """The records; none where there are none. Raises DnsError where no answer can be had."""


class Asking(Protocol):
    """The same, with the time that an answer holds."""

    async def __call__(self, name: str, kind: Kind) -> Answer:
        """The answer. Raises DnsError where none can be had."""


def is_name(name: str) -> bool:
    """Whether a name can be asked for: printable ASCII, in labels of a length that the DNS knows (RFC 1035 2.3.4)."""
    if not 0 < len(name) <= limits.NAME_CHARS or not name.isascii() or not name.isprintable():
        return False
    return all(0 < len(label) <= limits.LABEL_CHARS for label in name.split("."))


class Resolver:
    """Asks servers over UDP, and over TCP where an answer is long. It follows aliases as far as dnspython does: 16 in one answer."""

    def __init__(self, servers: tuple[str, ...], seconds: float, port: int = 53) -> None:
        """`servers` are addresses, none for the system's. Raises ConfigError where the system has none."""
        try:
            self._resolver = dns.asyncresolver.Resolver(configure=not servers)
        except dns.exception.DNSException as error:
            raise ConfigError(
                "the configuration", (f"authentication.resolver: the system names none, and none is set: {error}",)
            ) from error
        if servers:
            self._resolver.nameservers = list(servers)
            self._resolver.port = port
        self._resolver.lifetime = seconds
        self._resolver.timeout = seconds / 2  # so that one lost datagram, or one dead server, is not the end

    async def __call__(self, name: str, kind: Kind) -> Answer:
        """The answer. Raises DnsError where none can be had, or one longer than anybody needs."""
        if not is_name(name):
            return Answer((), limits.EMPTY_SECONDS)
        whole = dns.name.Name([*(label.encode() for label in name.split(".")), b""])
        try:
            answer = await self._resolver.resolve(whole, kind, search=False, raise_on_no_answer=False)
        except dns.resolver.NXDOMAIN:
            return Answer((), limits.EMPTY_SECONDS)
        except (dns.exception.DNSException, OSError) as error:
            raise DnsError(f"{kind} {name}: {type(error).__name__}") from error
        return _answer(answer, name, kind)


def _answer(answer: dns.resolver.Answer, name: str, kind: Kind) -> Answer:
    if answer.rrset is None:
        return Answer((), limits.EMPTY_SECONDS)
    rdatas = sorted(answer.rrset, key=lambda one: one.preference) if kind == "MX" else list(answer.rrset)
    records = tuple(map(_text, rdatas[: limits.ANSWER_RECORDS + 1]))
    if len(records) > limits.ANSWER_RECORDS or sum(map(len, records)) > limits.ANSWER_CHARS:
        raise DnsError(f"{kind} {name}: too long an answer")
    return Answer(records, float(answer.rrset.ttl))


def _text(rdata: dns.rdata.Rdata) -> str:
    if hasattr(rdata, "strings"):
        return b"".join(rdata.strings).decode("latin-1")
    name = getattr(rdata, "exchange", None) or getattr(rdata, "target", None)
    return str(name.to_text(omit_final_dot=True)) if name is not None else rdata.to_text()


class Timely:
    """Asks another until a moment of the event loop's clock; from then on there is no answer."""

    def __init__(self, dns: Dns, until: float) -> None:
        self._dns = dns
        self._until = until

    async def __call__(self, name: str, kind: Kind) -> tuple[str, ...]:
        """The records. Raises DnsError also once the moment has come."""
        try:
            async with asyncio.timeout_at(self._until):
                return await self._dns(name, kind)
        except TimeoutError as error:
            raise DnsError(f"{kind} {name}: not in time") from error
