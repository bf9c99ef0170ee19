"""DMARC: whether what passed was the author's domain, and what that domain asks for otherwise (RFC 7489 3, 6.6). `pct` is ignored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from filter.authentication import tags
from filter.authentication.canonical import Field
from filter.authentication.dns import Dns, is_name
from filter.authentication.spf import Spf
from filter.errors import RecordError
from filter.judge.authresults import Signature
from filter.judge.domains import registered, same_owner
from filter.judge.parse import parse

_POLICIES = frozenset({"none", "quarantine", "reject"})
_UNSAID = frozenset({"", "temperror"})


@dataclass(frozen=True, slots=True)
class Policy:
    """What a domain asks for ("none", "quarantine", "reject"), and whether a signature or an SPF domain must be its very own."""

    asks: str
    strict_dkim: bool = False
    strict_spf: bool = False


class Dmarc(NamedTuple):
    """The outcome in RFC 8601's words, "" where too little is known to say; `asks` is the policy, "" where there is none."""

    outcome: str
    asks: str = ""


def author(fields: Sequence[Field]) -> str:
    """The domain of header From, lower case, in the DNS's letters; "" where there is not exactly one (RFC 7489 6.6.1)."""
    found = [one for one in fields if one.name == b"from"]
    if len(found) != 1:
        return ""
    # As the judge reads a list of addresses: both must mean the same domain.
    addresses = parse(b"To:" + found[0].octets.partition(b":")[2] + b"\r\n\r\n").recipients
    domains = {address.domain for address in addresses}
    return _in_ascii(domains.pop()) if len(domains) == 1 else ""


async def policy(domain: str, dns: Dns) -> Policy | None:
    """The policy for a domain: its own, or that of its organisational domain (RFC 7489 6.6.3); None where there is none.

    Raises DnsError.
    """
    for holder in dict.fromkeys((domain, registered(domain))):
        records = await dns(f"_dmarc.{holder}", "TXT")
        found = [record for record in records if _is_record(record)]
        if len(found) > 1:
            return None
        if found:
            return _read(found[0], is_parent=holder != domain)
    return None


def check(domain: str, spf: Spf, dkim: Sequence[Signature], asked: Policy | None) -> Dmarc:
    """The outcome for the author's domain. What is not known counts only where it could have been a pass."""
    if asked is None:
        return Dmarc("none")
    by_spf = spf.outcome if not spf.domain or _aligned(spf.domain, domain, asked.strict_spf) else "none"
    outcomes = {by_spf, *(one.outcome for one in dkim if _aligned(one.domain, domain, asked.strict_dkim))}
    if "pass" in outcomes:
        return Dmarc("pass", asked.asks)
    return Dmarc("temperror" if outcomes & _UNSAID else "fail", asked.asks)


def _aligned(one: str, domain: str, is_strict: bool) -> bool:
    """Whether a domain that passed is the author's: the same, or by default of the same organisation (RFC 7489 3.1)."""
    return one == domain if is_strict else same_owner(one, domain)


def _is_record(text: str) -> bool:
    return text.partition(";")[0].replace(" ", "").strip() == "v=DMARC1"


def _read(text: str, is_parent: bool) -> Policy | None:
    """A record; `is_parent`: it is the organisational domain's, and the author's is below. None where it asks for nothing."""
    try:
        given = tags.read(text)
    except RecordError:
        return None
    asks = (given.get("sp") if is_parent else None) or given.get("p", "")
    if asks.lower() not in _POLICIES:
        if "rua" not in given:
            return None
        asks = "none"  # RFC 7489 6.6.3
    return Policy(asks.lower(), given.get("adkim", "r").lower() == "s", given.get("aspf", "r").lower() == "s")


def _in_ascii(domain: str) -> str:
    """A domain in the letters that the DNS has (RFC 7489 6.6.1); "" where that cannot be."""
    try:
        name = domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError:
        return ""
    return name.lower() if is_name(name) and "." in name and not name.startswith("[") else ""
