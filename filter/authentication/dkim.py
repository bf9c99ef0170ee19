"""DKIM: which domains signed a mail as it is now (RFC 6376 6). Bounded by `limits`: in signatures, in octets and in time."""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass

from filter.authentication import key, limits, signature
from filter.authentication.canonical import NEWLINE, Field, Hashed, field, hashed, split
from filter.authentication.dns import Dns
from filter.authentication.key import Key
from filter.authentication.signature import Signature, domain_of, unsigned
from filter.errors import DnsError, RecordError
from filter.judge.authresults import Signature as Outcome
from filter.judge.domains import same_owner

_FIELD = b"dkim-signature"


@dataclass(frozen=True, slots=True)
class Signed:
    """A mail as signatures see it: its header fields, and where its body begins."""

    content: bytes
    fields: Sequence[Field]
    body: int


def opened(content: bytes) -> Signed:
    """A mail, cut into fields and body."""
    return Signed(content, *split(content))


async def check(mail: Signed, author: str, dns: Dns, until: float) -> tuple[Outcome, ...]:
    """The outcome of each signature that is checked, those of the author's domain first; none where there is no signature.

    `until` is a moment of the event loop's clock. What goes wrong becomes "temperror" or "permerror"; nothing is raised.
    """
    chosen = _chosen(mail.fields, author)
    found = [_read(one) for one in chosen]
    bodies: dict[tuple[str, int | None], asyncio.Future[Hashed | None]] = {}
    for one in found:
        if one is not None and (one.body_form, one.length) not in bodies:
            bodies[one.body_form, one.length] = asyncio.ensure_future(_body(mail, one, until))
    outcomes = await asyncio.gather(*(_one(mail, one, bodies[one.body_form, one.length], dns) if one else _wrong() for one in found))
    return tuple(Outcome(outcome, domain_of(one)) for outcome, one in zip(outcomes, chosen, strict=True))


def _chosen(fields: Sequence[Field], author: str) -> list[Field]:
    """Signatures of the author's domain first: a mail that bears many does not hide the one that counts."""
    found = [one for one in fields if one.name == _FIELD][: limits.SIGNATURES_READ]
    return sorted(found, key=lambda one: not same_owner(domain_of(one), author))[: limits.SIGNATURES]


def _read(one: Field) -> Signature | None:
    try:
        return signature.read(one)
    except RecordError:
        return None


async def _wrong() -> str:
    return "permerror"


async def _one(mail: Signed, one: Signature, body: asyncio.Future[Hashed | None], dns: Dns) -> str:
    """The outcome of one signature."""
    try:
        public = await _key(one, dns)
    except DnsError:
        return "temperror"
    except RecordError:
        return "permerror"
    known = await body
    if known is None:
        return "temperror"
    if one.expires is not None and one.expires < time.time():
        return "fail"
    outcome = one.covers(known) if public.signed(_header_hash(mail.fields, one), one.value) else "fail"
    return "neutral" if public.trying and outcome == "fail" else outcome  # RFC 6376 3.6.1: not to be treated worse than no signature


async def _key(one: Signature, dns: Dns) -> Key:
    """The first record that is a key. Raises DnsError and RecordError."""
    error = RecordError("no key")
    for text in (await dns(one.key_name, "TXT"))[: limits.KEYS]:
        try:
            found = key.read(text)
        except RecordError as wrong:
            error = wrong
            continue
        if found.kind != one.kind or (found.exact and one.agent != one.domain):
            raise RecordError("a key of another kind, or not for what is below its domain")
        return found
    raise error


def _header_hash(fields: Sequence[Field], one: Signature) -> bytes:
    """The SHA-256 of the fields that are signed, each name from the bottom up, and of the signature itself (RFC 6376 3.7)."""
    by_name: dict[bytes, list[Field]] = {}
    for each in fields:
        by_name.setdefault(each.name, []).append(each)
    sha = hashlib.sha256()
    for name in one.headers:
        if by_name.get(name):
            sha.update(field(by_name[name].pop(), one.header_form) + NEWLINE)
    sha.update(field(unsigned(one.field), one.header_form))
    return sha.digest()


async def _body(mail: Signed, one: Signature, until: float) -> Hashed | None:
    """The body's hash; None where it is not to be had in time. A long body is hashed in a thread, which ends by itself."""
    clock = asyncio.get_running_loop().time

    def hash_it() -> Hashed | None:
        return hashed(mail.content, mail.body, one.body_form, one.length, lambda: clock() > until)

    if len(mail.content) - mail.body <= limits.INLINE_BYTES:
        return hash_it()
    try:
        return await asyncio.wait_for(asyncio.to_thread(hash_it), until - clock())
    except TimeoutError:
        return None
