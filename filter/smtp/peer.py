"""Pure: whom a transaction comes from, by the connection or by what a trusted peer says: XFORWARD, XCLIENT, PROXY.

Both commands carry attributes in xtext (RFC 3461 4), as Postfix's XFORWARD_README and XCLIENT_README describe. Nothing here
knows whom to trust.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from ipaddress import IPv6Address, ip_address

XFORWARD = ("NAME", "ADDR", "PORT", "PROTO", "HELO", "IDENT", "SOURCE")
XCLIENT = ("NAME", "ADDR", "PORT", "PROTO", "HELO", "LOGIN", "DESTADDR", "DESTPORT")
VALUE_CHARACTERS = 255
COMMAND_CHARACTERS = 500
_UNKNOWN = ("[UNAVAILABLE]", "[TEMPUNAVAIL]")
_HEXADECIMAL = frozenset("0123456789ABCDEFabcdef")


@dataclass(frozen=True, slots=True)
class Peer:
    """Who speaks: the address of the connection (or of the client a trusted peer named), and the name it gave in HELO.

    `forwarded` are XFORWARD's attributes about the client behind it, for the transaction under way.
    """

    address: str = ""
    helo: str = ""
    forwarded: Mapping[str, str] = field(default_factory=dict)

    @property
    def client(self) -> str:
        """The address of the client that the mail began with, as far as it is known."""
        if "ADDR" not in self.forwarded:
            return self.address
        return plain_address(self.forwarded["ADDR"]) or self.address

    @property
    def client_helo(self) -> str:
        """The name that client gave; "" where we know its address and not its name."""
        return self.forwarded.get("HELO", "") if self.forwarded.get("ADDR") else self.forwarded.get("HELO") or self.helo

    def introducing(self, protocol: str) -> Mapping[str, str]:
        """What the next hop is told about the client: what we were told, or else what we see, `protocol` (SMTP, ESMTP) included."""
        if self.forwarded:
            return {name: value for name, value in self.forwarded.items() if value}
        address = f"IPV6:{self.address}" if ":" in self.address else self.address
        seen = {"ADDR": address, "HELO": self.helo, "PROTO": protocol}
        return {name: value for name, value in seen.items() if value}

    def named(self, attributes: Mapping[str, str]) -> Peer:
        """The client that XCLIENT names in place of this one."""
        address = plain_address(attributes["ADDR"]) if "ADDR" in attributes else self.address
        return replace(self, address=address, helo=attributes.get("HELO", ""), forwarded={})


def attributes(argument: str | None, known: Iterable[str]) -> dict[str, str] | None:
    """The attributes of XFORWARD or XCLIENT by upper-case name, decoded, "" where unavailable. None where malformed."""
    found: dict[str, str] = {}
    for word in (argument or "").split(" "):
        name, equals, value = word.partition("=")
        text = _from_xtext(value)
        if name.upper() not in known or not equals or text is None or len(text) > VALUE_CHARACTERS:
            return None
        if name.upper() == "ADDR" and text.upper() not in _UNKNOWN and not plain_address(text):
            return None
        found[name.upper()] = "" if text.upper() in _UNKNOWN else text
    return found


def forwarding(client: Mapping[str, str], offered: Iterable[str]) -> tuple[str, ...]:
    """The XFORWARD commands that tell a server of a client, with the attributes that it offers to take."""
    lines: list[str] = []
    for name in XFORWARD:
        if name in offered and name in client:
            word = f" {name}={_xtext(client[name])}"
            if len(word) + len("XFORWARD") > COMMAND_CHARACTERS:
                continue
            if not lines or len(lines[-1]) + len(word) > COMMAND_CHARACTERS:
                lines.append("XFORWARD")
            lines[-1] += word
    return tuple(lines)


@lru_cache(maxsize=4096)
def plain_address(text: str) -> str:
    """An address without IPV6 tag and zone, an IPv4 one that is mapped into IPv6 as IPv4; "" where it is none."""
    untagged = text[5:] if text[:5].upper() == "IPV6:" else text
    try:
        address = ip_address(untagged.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)


@lru_cache(maxsize=4096)
def _xtext(text: str) -> str:
    return "".join(chr(octet) if 33 <= octet <= 126 and octet not in b"+=" else f"+{octet:02X}" for octet in text.encode())


def _from_xtext(value: str) -> str | None:
    """Text from xtext; None for malformed escapes, undecodable octets and control characters."""
    first, *escaped = value.split("+")
    octets = first.encode(errors="surrogateescape")
    for piece in escaped:
        if len(piece) < 2 or not _HEXADECIMAL.issuperset(piece[:2]):
            return None
        octets += bytes.fromhex(piece[:2]) + piece[2:].encode(errors="surrogateescape")
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        return None
    return text if text.isprintable() else None
