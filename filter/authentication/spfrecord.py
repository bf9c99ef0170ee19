"""An SPF record, read: its mechanisms in their order and where it redirects to (RFC 7208 4.6, 5, 6). Nothing here evaluates it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

from filter.authentication import limits, macros
from filter.errors import RecordError

_TERM = re.compile(r"([+?~-]?)([a-z][a-z0-9_.-]*)(.*)", re.IGNORECASE | re.ASCII | re.DOTALL)
_PREFIXES = re.compile(r"(?:/(0|[1-9][0-9]?))?(?://(0|[1-9][0-9]{0,2}))?$", re.ASCII)
_VERSION = "v=spf1"
_WITH_PREFIX = frozenset({"a", "mx"})
_WITH_TARGET = frozenset({"a", "mx", "ptr", "include", "exists"})
_NEEDS_TARGET = frozenset({"include", "exists"})


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One mechanism. `target` is a domain-spec, "" for the domain itself; `network` is of `ip4` and `ip6`; prefixes are in bits."""

    qualifier: str
    name: str
    target: str = ""
    network: IPv4Network | IPv6Network | None = None
    prefix4: int = 32
    prefix6: int = 128


@dataclass(frozen=True, slots=True)
class Record:
    """The mechanisms, and the domain-spec whose record speaks where none of them matches; None where there is none."""

    mechanisms: tuple[Mechanism, ...]
    redirect: str | None = None


def chosen(texts: Iterable[str]) -> str | None:
    """The one SPF record among a domain's TXT records; None where there is none. Raises RecordError where there are more."""
    found = [text for text in texts if text.partition(" ")[0].lower() == _VERSION]
    if len(found) > 1:
        raise RecordError("more than one SPF record")
    return found[0] if found else None


def read(text: str) -> Record:
    """A record; all of it is read before any of it is evaluated (RFC 7208 4.6). Raises RecordError."""
    terms = [term for term in text[len(_VERSION) :].split(" ") if term]
    if len(terms) > limits.SPF_TERMS:
        raise RecordError("too many terms")
    mechanisms: list[Mechanism] = []
    modifiers: dict[str, str] = {}
    for term in terms:
        match = _TERM.fullmatch(term)
        if match is None:
            raise RecordError("a term that is none")
        qualifier, name, rest = match[1], match[2].lower(), match[3]
        if rest.startswith("="):
            _modify(modifiers, qualifier, name, rest[1:])
        else:
            mechanisms.append(_mechanism(qualifier or "+", name, rest))
    return Record(tuple(mechanisms), modifiers.get("redirect"))


def _modify(modifiers: dict[str, str], qualifier: str, name: str, value: str) -> None:
    is_known = name in {"redirect", "exp"}
    if qualifier or (is_known and name in modifiers):
        raise RecordError(f"{name}= with a qualifier, or twice")
    if not (macros.is_domain(value) if name == "redirect" else macros.is_string(value)) or (is_known and not value):
        raise RecordError(f"{name}= with a wrong value")
    if name == "exp" and not macros.is_domain(value):
        raise RecordError("exp= without a domain")
    modifiers[name] = value


def _mechanism(qualifier: str, name: str, rest: str) -> Mechanism:
    if name == "all" and not rest:
        return Mechanism(qualifier, name)
    if name in {"ip4", "ip6"} and rest.startswith(":"):
        return Mechanism(qualifier, name, network=_network(name, rest[1:]))
    if name not in _WITH_TARGET:
        raise RecordError(f"no mechanism {name}{rest[:1]}")
    prefix4, prefix6 = 32, 128
    if name in _WITH_PREFIX and (match := _PREFIXES.search(rest)):
        prefix4, prefix6 = int(match[1] or 32), int(match[2] or 128)
        rest = rest[: match.start()]
    target = rest[1:] if rest.startswith(":") else ""
    if not (macros.is_domain(target) if rest else name not in _NEEDS_TARGET) or prefix4 > 32 or prefix6 > 128:
        raise RecordError(f"a wrong {name}")
    return Mechanism(qualifier, name, target, None, prefix4, prefix6)


def _network(name: str, value: str) -> IPv4Network | IPv6Network:
    _, slash, prefix = value.partition("/")
    if slash and not re.fullmatch(r"0|[1-9][0-9]{0,2}", prefix, re.ASCII):
        raise RecordError(f"{name} with a wrong prefix")
    try:
        network = ip_network(value, strict=False)
    except ValueError:
        raise RecordError(f"{name} with a wrong address") from None
    if network.version != int(name[-1]) or "%" in value:
        raise RecordError(f"{name} with an address of the other kind")
    return network
