"""SPF: whether the client may send mail for the domain it names (RFC 7208). Bounded by `limits`, whatever the DNS says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple

from filter.authentication import limits, macros
from filter.authentication.dns import Dns, Kind, is_name
from filter.authentication.spfrecord import Mechanism, chosen, read
from filter.errors import DnsError, RecordError
from filter.judge.mail import Envelope

_OUTCOMES = {"+": "pass", "-": "fail", "~": "softfail", "?": "neutral"}


class Spf(NamedTuple):
    """The outcome in RFC 8601's words, "" where nothing was asked, and the domain it is about, lower case."""

    outcome: str
    domain: str


@dataclass(frozen=True, slots=True)
class Client:
    """Who sends: its address, the name it gave, and the sender as `local@domain`."""

    address: IPv4Address | IPv6Address
    helo: str
    sender: str


def client_of(envelope: Envelope) -> Client | None:
    """The client and whom it sends for: the envelope sender, or for the null sender postmaster of its HELO (RFC 7208 2.4).

    None where the envelope does not say. An IPv4 address in IPv6's form is what it is (RFC 7208 5).
    """
    if envelope.sender is None:
        return None
    try:
        address = ip_address(envelope.client)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or IPv6Address(int(address))  # without the zone of a link
    local, _, domain = (envelope.sender or f"postmaster@{envelope.helo}").rpartition("@")
    return Client(address, envelope.helo, f"{local or 'postmaster'}@{domain.rstrip('.').lower()}")


async def check(client: Client, dns: Dns) -> Spf:
    """RFC 7208's check_host. What goes wrong becomes "temperror" or "permerror"; nothing is raised."""
    domain = client.sender.rpartition("@")[2]
    if not is_name(domain) or "." not in domain or domain.startswith("["):
        return Spf("none", domain if is_name(domain) else "")
    try:
        return Spf(await _Check(client, dns).outcome(domain), domain)
    except DnsError:
        return Spf("temperror", domain)
    except RecordError:
        return Spf("permerror", domain)


class _Check:
    """One evaluation: what it asked so far, and the client's names once they were asked for."""

    def __init__(self, client: Client, dns: Dns) -> None:
        self._client = client
        self._dns = dns
        self._lookups = 0
        self._voids = 0
        self._names: tuple[str, ...] | None = None

    async def outcome(self, domain: str) -> str:
        """What a domain's record says of the client. Raises DnsError and RecordError."""
        text = chosen(await self._dns(domain, "TXT")) if is_name(domain) else None
        if text is None:
            return "none"
        record = read(text)
        for mechanism in record.mechanisms:
            if await self._matches(mechanism, domain):
                return _OUTCOMES[mechanism.qualifier]
        if record.redirect is None:
            return "neutral"
        return await self._elsewhere(await self._target(record.redirect, domain))

    async def _elsewhere(self, domain: str) -> str:
        """The outcome of a record that another names, which must be there."""
        self._count()
        found = await self.outcome(domain)
        if found == "none":
            raise RecordError("a record that is named is not there")
        return found

    async def _matches(self, mechanism: Mechanism, domain: str) -> bool:
        if mechanism.name == "all":
            return True
        if mechanism.network is not None:
            return self._client.address in mechanism.network
        target = await self._target(mechanism.target, domain)
        if mechanism.name == "include":
            return await self._elsewhere(target) == "pass"
        self._count()
        if mechanism.name == "exists":
            return bool(await self._ask(target, "A"))
        if mechanism.name == "ptr":
            return any(name == target or name.endswith(f".{target}") for name in await self._validated())
        return await self._is_host_of(mechanism, target)

    async def _is_host_of(self, mechanism: Mechanism, target: str) -> bool:
        """Whether the client is the target of an `a`, or one of its exchangers for `mx`, or their neighbour."""
        address = self._client.address
        prefix = mechanism.prefix4 if address.version == 4 else mechanism.prefix6
        for host in (target,) if mechanism.name == "a" else await self._exchangers(target):
            if _holds(await self._addresses(host), address, prefix):
                return True
        return False

    async def _exchangers(self, domain: str) -> tuple[str, ...]:
        hosts = await self._ask(domain, "MX")
        if len(hosts) > limits.SPF_HOSTS:
            raise RecordError("too many mail exchangers")
        return hosts

    async def _addresses(self, host: str) -> tuple[str, ...]:
        return await self._ask(host, "A" if self._client.address.version == 4 else "AAAA")

    async def _ask(self, name: str, kind: Kind) -> tuple[str, ...]:
        """Records for a term. Raises RecordError once too many terms got none."""
        found = await self._dns(name, kind) if is_name(name) else ()
        self._voids += not found
        if self._voids > limits.SPF_VOIDS:
            raise RecordError("too many lookups without an answer")
        return found

    def _count(self) -> None:
        self._lookups += 1
        if self._lookups > limits.SPF_LOOKUPS:
            raise RecordError("too many lookups")

    async def _target(self, spec: str, domain: str) -> str:
        """The name that a domain-spec means, lower case."""
        if "%" not in spec:
            return (spec or domain).removesuffix(".").lower()
        address, sender = self._client.address, self._client.sender
        local, _, of = sender.rpartition("@")
        values = {"s": sender, "l": local, "o": of, "d": domain, "h": self._client.helo, "p": "unknown"}
        values["v"] = "in-addr" if address.version == 4 else "ip6"
        values["i"] = str(address) if address.version == 4 else ".".join(f"{int(address):032x}")
        if macros.asks_for_name(spec):
            values["p"] = await self._name(domain)
        return macros.expanded(spec, values).lower()

    async def _name(self, domain: str) -> str:
        """The client's name: the domain itself if it is one, else one below it, else any (RFC 7208 7.3)."""
        names = await self._validated()
        within = (name for name in names if name.endswith(f".{domain}"))
        return domain if domain in names else next(within, next(iter(names), "unknown"))

    async def _validated(self) -> tuple[str, ...]:
        """The client's names that lead back to its address (RFC 7208 5.5). What the DNS does not answer is no name."""
        if self._names is None:
            try:
                names = await self._ask(self._client.address.reverse_pointer, "PTR")
            except DnsError:
                names = ()
            self._names = tuple([name.lower() for name in names[: limits.SPF_HOSTS] if await self._leads_back(name)])
        return self._names

    async def _leads_back(self, name: str) -> bool:
        address = self._client.address
        try:
            return _holds(await self._addresses(name), address, address.max_prefixlen)
        except DnsError:
            return False


def _holds(addresses: Iterable[str], client: IPv4Address | IPv6Address, prefix: int) -> bool:
    """Whether the client is in the network that stands around one of the addresses."""
    return any(client in ip_network(f"{address}/{prefix}", strict=False) for address in addresses)
