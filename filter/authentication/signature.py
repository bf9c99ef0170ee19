"""A DKIM-Signature field, read (RFC 6376 3.5). Nothing here checks it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from filter.authentication import limits, tags
from filter.authentication.canonical import Field, Hashed
from filter.authentication.dns import is_name
from filter.errors import RecordError

ALGORITHMS = {"rsa-sha256": "rsa", "ed25519-sha256": "ed25519"}
"""Algorithms, and the kind of key that each needs. rsa-sha1 is not among them (RFC 8301 3.1)."""

_FORMS = {"simple", "relaxed"}


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. `headers` are the names it covers, lower case; `length` is how much of the body it covers, None for all of it.

    `agent` is the domain of `i`, which is `domain` or below it; `expires` in seconds since 1970.
    """

    field: Field
    kind: str
    domain: str
    selector: str
    agent: str
    headers: tuple[bytes, ...]
    header_form: str
    body_form: str
    body_hash: bytes
    value: bytes
    length: int | None
    expires: int | None

    @property
    def key_name(self) -> str:
        """Where its key is published (RFC 6376 3.6.2.1)."""
        return f"{self.selector}._domainkey.{self.domain}"

    def covers(self, body: Hashed) -> str:
        """ "pass" where the body is what was signed, and all of it was; "policy" where somebody could have added to it; else why not."""
        if body.digest != self.body_hash:
            return "fail"
        if self.length is None or self.length == body.octets:
            return "pass"
        return "policy" if self.length < body.octets else "permerror"


def domain_of(field: Field) -> str:
    """The domain that a field says it is signed by, though all else in it be wrong; "" where it says none."""
    try:
        domain = _tags(field).get("d", "").lower()
    except RecordError:
        return ""
    return domain if is_name(domain) else ""


def read(field: Field) -> Signature:
    """A signature. Raises RecordError where it breaks the rules, or needs what is not believed any more."""
    given = _tags(field)
    if given.get("v") != "1" or not {"a", "b", "bh", "d", "h", "s"} <= given.keys():
        raise RecordError("not of version 1, or without a tag that it needs")
    if given["a"].lower() not in ALGORITHMS or "dns/txt" not in tags.words(given.get("q", "dns/txt")):
        raise RecordError(f"algorithm {given['a']}, or a key that is elsewhere")
    domain, selector = given["d"].lower(), given["s"].lower()
    agent = given.get("i", f"@{domain}").rpartition("@")[2].lower()
    if not is_name(f"{selector}._domainkey.{domain}") or not f".{agent}".endswith(f".{domain}"):
        raise RecordError("a domain that is none, or an identity that is not its own")
    headers = tuple(word.encode() for word in tags.words(given["h"]))
    if b"from" not in headers or len(headers) > limits.SIGNED_NAMES:
        raise RecordError("the author is not signed, or too many fields are")
    header_form, _, body_form = given.get("c", "simple/simple").lower().partition("/")
    forms = header_form, body_form or "simple"
    if not _FORMS.issuperset(forms):
        raise RecordError("an unknown canonical form")
    expires, signed = _number(given, "x"), _number(given, "t")
    if expires is not None and signed is not None and expires < signed:
        raise RecordError("expired before it was signed")
    octets = _octets(given["bh"]), _octets(given["b"])
    kind = ALGORITHMS[given["a"].lower()]
    return Signature(field, kind, domain, selector, agent, headers, *forms, *octets, _number(given, "l"), expires)


def unsigned(field: Field) -> Field:
    """The field as it is part of what it signs: with an empty `b` (RFC 6376 3.7)."""
    name, _, value = field.octets.partition(b":")
    pieces = value.split(b";")
    for number, piece in enumerate(pieces):
        tag, equals, _ = piece.partition(b"=")
        if equals and tag.strip() == b"b":
            pieces[number] = tag + equals
    return Field(field.name, name + b":" + b";".join(pieces))


def _tags(field: Field) -> dict[str, str]:
    return tags.read(field.octets.partition(b":")[2].decode("utf-8", "replace"))


def _number(given: dict[str, str], name: str) -> int | None:
    if name not in given:
        return None
    if not given[name].isascii() or not given[name].isdigit() or len(given[name]) > 76:  # RFC 6376 3.5
        raise RecordError(f"{name} is no number")
    return int(given[name])


def _octets(value: str) -> bytes:
    try:
        return base64.b64decode(tags.unspaced(value), validate=True)
    except (binascii.Error, ValueError):
        raise RecordError("not base64") from None
