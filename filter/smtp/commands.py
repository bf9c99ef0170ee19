"""Pure: the arguments of MAIL and RCPT, read strictly and kept as they were written.

aiosmtpd's own parser upper-cases parameters, which breaks ENVID and ORCPT, refuses DSN's, and rewrites quoted local parts.
Nothing here knows which parameters anybody offers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A Path (RFC 5321 4.1.2) in brackets, its source route dropped as 4.1.1.3 asks, or bare as careless clients write it; then
# the parameters. No control character passes: the line is repeated to the next hop. No two ways lead through it, so `re` is linear
# here, and takes a third of RE2's time.
_PATH = (
    rb'[ ]*+(?:<(?:@[^:>\x00-\x20]*+:)?((?:"(?:[^"\\\x00-\x1f\x7f]|\\[\x20-\x7e])*+"|[^"<>\x00-\x20\x7f])*+)>'
    rb'|([^"<>\x00-\x20\x7f]++))'
)
_PARAMETERS = rb"((?:[ ]++[A-Za-z0-9][A-Za-z0-9-]*+(?:=[^\x00-\x20\x7f]++)?)*)[ ]*+"
_FROM = re.compile(rb"(?i:FROM):" + _PATH + _PARAMETERS)
_TO = re.compile(rb"(?i:TO):" + _PATH + _PARAMETERS)


@dataclass(frozen=True, slots=True)
class EnvelopePath:
    """A reverse-path or forward-path without its brackets ("" is the null sender), and the parameters behind it."""

    address: str
    parameters: tuple[str, ...] = ()

    def parameter(self, keyword: str) -> str | None:
        """The value of a parameter, by upper-case keyword; "" where it has none, None where it is missing."""
        for parameter in self.parameters:
            name, _, value = parameter.partition("=")
            if name.upper() == keyword:
                return value
        return None


def reverse_path(argument: str | None) -> EnvelopePath | None:
    """What stands behind MAIL; None where it is malformed or not UTF-8 (RFC 6531 3.3)."""
    return _read(_FROM, argument)


def forward_path(argument: str | None) -> EnvelopePath | None:
    """What stands behind RCPT; None where it is malformed, empty or not UTF-8."""
    path = _read(_TO, argument)
    return path if path and path.address else None


def _read(pattern: re.Pattern[bytes], argument: str | None) -> EnvelopePath | None:
    try:
        octets = (argument or "").encode()
    except UnicodeEncodeError:  # aiosmtpd hands undecodable octets over as lone surrogates
        return None
    match = pattern.fullmatch(octets)
    if match is None:
        return None
    address = match[1] if match[1] is not None else match[2]
    return EnvelopePath(address.decode(), tuple(match[3].decode().split()))


def chunk_size(argument: str) -> tuple[int, bool] | None:
    """What stands behind BDAT (RFC 3030 2): its octets and whether it is the last; None where malformed."""
    octets, _, last = argument.partition(" ")
    if not (octets.isascii() and octets.isdigit() and len(octets) <= 20) or last.strip().upper() not in ("", "LAST"):
        return None
    return int(octets), bool(last.strip())
