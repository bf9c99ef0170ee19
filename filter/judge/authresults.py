"""What a server that the site trusts found out about a mail's origin: Authentication-Results fields (RFC 8601). Bounded; never raises.

Values and their reader; nothing here checks a signature or asks the DNS. What other checks find fits the same `AuthResults`.

Which fields count: a sender can write any field, with anybody's name in it. Servers put theirs above what they were given, so
1. only fields that bear a trusted authserv-id count, and of those the topmost with what stands directly beneath it (a server may write a
   field for each method); for each method the topmost speaks;
2. what stands beneath a `Received` of somebody else's server was there when the mail left that server. Such a field counts only where
   nothing in it passed: nobody forges a failure.
A forged field right beneath the site's own `Received` looks like a true one where the server writes none: that the server removes what
comes under its name (RFC 8601 5) is for the site to see to before it trusts the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from filter.judge.domains import is_address, same_owner, under
from filter.judge.parameters import unquoted

Headers = tuple[tuple[str, str], ...]
_Clause = tuple[str, str, dict[str, str]]

FIELDS = 20
"""Fields looked at of one mail."""

CLAUSES = 40
"""Results looked at of one field, and words of one result."""

PIECES = 200
"""Comments and what stands between them, of one field; no server writes so many, and a field with more counts for nothing."""

_FIELD = "authentication-results"
_BESIDE = frozenset({_FIELD, "received-spf", "dkim-filter", "dmarc-filter"})  # what servers write between two fields of theirs
_OUTSIDE = re.compile(r'(?:[^()"]++|"(?:[^"\\]++|\\.)*+"?+)++|[()]', re.DOTALL)
_INSIDE = re.compile(r"(?:[^()\\]++|\\.?+)++|[()]", re.DOTALL)
_CLAUSE = re.compile(r'(?:[^;"]++|"(?:[^"\\]++|\\.)*+"?+)++', re.DOTALL)
_WORD = re.compile(r'(?:[^\s"]++|"(?:[^"\\]++|\\.)*+"?+)++', re.DOTALL)
_FLAT = re.compile(r"\([^()\\]*+\)")
_PRIVATE = (".local", ".localdomain", ".lan", ".internal")
_UNSAID = frozenset({"", "temperror"})
_BROKEN = frozenset({"fail", "permerror", "policy"})


class Signature(NamedTuple):
    """A DKIM signature's outcome (RFC 8601 2.7.1), and the domain that signed; "" where it is not told."""

    outcome: str
    domain: str


@dataclass(frozen=True, slots=True)
class AuthResults:
    """`source` is who says so. Outcomes are RFC 8601's words ("pass", "fail", "none" ...), "" where nothing is said of a method.

    `spf_domain` is the envelope sender's (or the HELO's), `dmarc_domain` header From's as the server read it. Domains are lower case.
    """

    source: str
    spf: str = ""
    spf_domain: str = ""
    dkim: tuple[Signature, ...] = ()
    dmarc: str = ""
    dmarc_domain: str = ""

    def vouches_for(self, domain: str) -> str:
        """What shows that a mail is from a domain's owner, such as "dkim=pass"; "" where nothing does (RFC 7489 3.1, relaxed)."""
        if self.dmarc == "pass" and (not self.dmarc_domain or same_owner(self.dmarc_domain, domain)):
            return "dmarc=pass"
        if self.dmarc == "fail":
            return ""
        if any(one.outcome == "pass" and same_owner(one.domain, domain) for one in self.dkim):
            return "dkim=pass"
        return "spf=pass" if self.spf == "pass" and same_owner(self.spf_domain, domain) else ""

    def denies(self, domain: str) -> str:
        """What shows that nothing vouches for a domain; "" where something does, or where too little was checked to say."""
        if self.vouches_for(domain):
            return ""
        if self.dmarc == "fail":
            return "dmarc=fail"
        if self.spf in _UNSAID or not self.dkim or any(one.outcome in _UNSAID for one in self.dkim):
            return ""
        spf = f"spf={self.spf}" + (f" for {self.spf_domain}" if self.spf == "pass" else "")
        return f"{spf}, {_told(self.dkim[0])}"

    def broken(self) -> str:
        """What became of the first signature, where there are some and all are broken; else ""."""
        signed = [one for one in self.dkim if one.outcome != "none"]
        return _told(signed[0]) if signed and all(one.outcome in _BROKEN for one in signed) else ""

    def unsigned(self) -> bool:
        """Whether signatures were looked for and none was there."""
        return bool(self.dkim) and all(one.outcome == "none" for one in self.dkim)


def read(headers: Headers, trusted: frozenset[str], own: frozenset[str]) -> AuthResults | None:
    """What the topmost field of a trusted authserv-id says, and those beside it; None where there is none that counts.

    `own` are the site's domains: with the trusted names they tell which `Received` is the site's.
    """
    if not trusted:
        return None
    fields, is_beneath = _fields(headers, trusted, own)
    if not fields:
        return None
    found = _results(fields[0].partition(" ")[0], [tuple(_clauses(field)) for field in fields])
    passes = found.dmarc, found.spf, *[one.outcome for one in found.dkim]
    return None if is_beneath and "pass" in passes else found


def _told(signature: Signature) -> str:
    return f"dkim={signature.outcome}" + (f" for {signature.domain}" if signature.domain else "")


def _fields(headers: Headers, trusted: frozenset[str], own: frozenset[str]) -> tuple[list[str], bool]:
    """The fields that count, each as "authserv-id rest" without comments; and whether they stand beneath another's `Received`."""
    found: list[str] = []
    is_beneath, looked_at = False, 0
    for name, value in headers:
        if name == _FIELD and looked_at < FIELDS:
            looked_at += 1
            if field := _of(value, trusted):
                found.append(field)
        elif name == "received" and not found:
            is_beneath = is_beneath or _is_foreign(value, trusted, own)
        if found and name not in _BESIDE:
            break
    return found, is_beneath


def _of(value: str, trusted: frozenset[str]) -> str:
    """A field that bears a trusted authserv-id; else ""."""
    identity, _, rest = _without_comments(value).strip().partition(";")
    words = identity.split(None, 1)
    name = unquoted(words[0]).lower() if words else ""
    return f"{name} {rest}" if name in trusted else ""


def _is_foreign(value: str, trusted: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a `Received` was written by somebody else's server. Hops within a server and private names tell nothing."""
    words = value.split()
    if words[:1] != ["from"] or "by" not in words[2:-1]:
        return False
    host = words[words.index("by", 2) + 1].lower().strip(".;()")
    if "." not in host or is_address(host) or host.endswith(_PRIVATE):
        return False
    return not (under(host, own) or any(same_owner(host, name) for name in trusted))


def _without_comments(value: str) -> str:
    """A field's value without its comments, which nest and may hold quoted pairs (RFC 5322 3.2.2)."""
    if '"' not in value:
        value = _FLAT.sub(" ", value)
    if "(" not in value:
        return value
    kept: list[str] = []
    depth = place = 0
    for _ in range(PIECES):
        piece = (_INSIDE if depth else _OUTSIDE).match(value, place)
        if piece is None:
            return " ".join(kept)
        if piece[0] in "()":
            depth = max(0, depth + (1 if piece[0] == "(" else -1))
        elif not depth:
            kept.append(piece[0])
        place = piece.end()
    return ""


def _clauses(field: str) -> Iterator[_Clause]:
    """A field's results as (method, outcome, properties)."""
    rest = field.partition(" ")[2]
    is_quoted = '"' in rest
    for clause in (_CLAUSE.findall(rest) if is_quoted else rest.split(";"))[:CLAUSES]:
        spaced = " ".join(clause.split()).replace(" =", "=").replace("= ", "=")
        words = _WORD.findall(spaced) if is_quoted else spaced.split(" ")
        method, equals, outcome = words[0].partition("=") if words else ("", "", "")
        if equals:
            pairs = (word.partition("=") for word in words[1:CLAUSES])
            told = {key.lower(): unquoted(value) for key, _, value in pairs}
            yield method.partition("/")[0].strip().lower(), outcome.lower(), told


def _results(source: str, fields: Iterable[tuple[_Clause, ...]]) -> AuthResults:
    """For each method what the topmost field says that speaks of it; SPF of the envelope sender before SPF of the HELO."""
    spf = dmarc = ("", "")
    dkim: tuple[Signature, ...] = ()
    for clauses in fields:
        spf = spf if spf[0] else _first(clauses, "spf", ("smtp.mailfrom", "smtp.helo"))
        dmarc = dmarc if dmarc[0] else _first(clauses, "dmarc", ("header.from",))
        dkim = dkim or tuple([Signature(outcome, _signer(told)) for method, outcome, told in clauses if method == "dkim"])
    return AuthResults(source, *spf, dkim, *dmarc)


def _first(clauses: tuple[_Clause, ...], method: str, keys: tuple[str, ...]) -> tuple[str, str]:
    """A method's outcome and the domain it is about: the clause with the first of `keys`, else the next, else one without."""
    said = [(outcome, told) for name, outcome, told in clauses if name == method]
    for key in keys:
        for outcome, told in said:
            if key in told:
                return outcome, _domain(told[key])
    return (said[0][0], "") if said else ("", "")


def _signer(told: dict[str, str]) -> str:
    return _domain(told.get("header.d") or told.get("header.i", ""))


def _domain(value: str) -> str:
    """The domain of an address or of a domain alone."""
    return value.rpartition("@")[2].strip('"<>.').lower()
