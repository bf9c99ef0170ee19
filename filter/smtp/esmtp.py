"""Pure: which service extensions a server offered, which we offer because of it, and which parameters it can be told.

What concerns the message on its way (8BITMIME, SMTPUTF8, DSN, SIZE) is offered as far as the next hop has it. What concerns
only the talk between client and us (PIPELINING, CHUNKING, ENHANCEDSTATUSCODES, STARTTLS, XFORWARD, XCLIENT) is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from filter.smtp.commands import EnvelopePath
from filter.smtp.peer import XCLIENT, XFORWARD

# The extension that a next hop must offer to be told a parameter (RFC 1870, 3461, 4954, 6152, 6531). Any other parameter
# goes on as it came: the next hop refuses it itself.
_NEEDS = {
    "SIZE": "SIZE",
    "BODY": "8BITMIME",
    "SMTPUTF8": "SMTPUTF8",
    "AUTH": "AUTH",
    "RET": "DSN",
    "ENVID": "DSN",
    "NOTIFY": "DSN",
    "ORCPT": "DSN",
}
_PASSED_ON = ("8BITMIME", "SMTPUTF8", "DSN")


@dataclass(frozen=True, slots=True)
class Extensions:
    """What a server said to EHLO: by upper-case keyword, its parameters."""

    offered: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __contains__(self, keyword: str) -> bool:
        """Whether it offers this."""
        return keyword in self.offered

    @property
    def size(self) -> int | None:
        """The largest message it takes, where it says so (RFC 1870 4)."""
        told = self.offered.get("SIZE", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) < 20 and int(told) else None

    def takes(self, path: EnvelopePath) -> tuple[str, ...]:
        """The parameters of a path that this server can be told, in their own case and order."""
        if not path.parameters:
            return ()
        needs = ((parameter, _NEEDS.get(parameter.partition("=")[0].upper())) for parameter in path.parameters)
        return tuple(parameter for parameter, keyword in needs if keyword is None or keyword in self)


NOTHING = Extensions()
# A next hop that never answered may have them all. Not to offer them would make clients bounce what has only to wait.
UNKNOWN = Extensions(MappingProxyType(dict.fromkeys(_PASSED_ON, "")))
MAILDIR = Extensions(MappingProxyType({"8BITMIME": "", "SMTPUTF8": ""}))


def extensions(lines: list[str]) -> Extensions:
    """What the lines of a reply to EHLO offer; the first is a greeting (RFC 5321 4.1.1.1)."""
    pairs = (line.partition(" ") for line in lines[1:])
    return Extensions(MappingProxyType({keyword.upper(): parameters for keyword, _, parameters in pairs}))


def announced(next_hop: Extensions, largest: int, *, starttls: bool, trusted: bool) -> tuple[str, ...]:
    """The lines of our own reply to EHLO or LHLO. `largest`: octets of a message that we would take."""
    return (
        "PIPELINING",
        f"SIZE {min(largest, next_hop.size or largest)}",
        "ENHANCEDSTATUSCODES",
        "CHUNKING",
        *(keyword for keyword in _PASSED_ON if keyword in next_hop),
        *(("STARTTLS",) if starttls else ()),
        *((f"XFORWARD {' '.join(XFORWARD)}", f"XCLIENT {' '.join(XCLIENT)}") if trusted else ()),
    )
