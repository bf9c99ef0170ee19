from __future__ import annotations

import asyncio
import base64
import hashlib
import time

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from signing import CONTENT, Pair, ed25519, rsa, signed
from zone import FAILS, HANGS, Zone

from filter.authentication import limits
from filter.authentication.dkim import check, opened
from filter.authentication.dns import Timely
from filter.judge.authresults import Signature

KEY = ("s1._domainkey.acme.example", "TXT")


def zone(record: str | tuple[str, ...] | None = None) -> Zone:
    """A DNS that publishes a key of acme.example."""
    return Zone({KEY: rsa().record if record is None else record})


async def told(content: bytes, dns: Zone | None = None, author: str = "acme.example", seconds: float = 5) -> tuple[Signature, ...]:
    """The outcomes."""
    until = asyncio.get_running_loop().time() + seconds
    return await check(opened(content), author, Timely(dns or zone(), until), until)


async def outcome(content: bytes, record: str | tuple[str, ...] | None = None) -> str:
    """The outcome of a mail with one signature."""
    ((said, domain),) = await told(content, zone(record))
    assert domain == "acme.example"
    return said


@pytest.mark.parametrize("forms", ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"])
@pytest.mark.parametrize("key", [rsa(), rsa(1024), ed25519()], ids=["rsa", "rsa1024", "ed25519"])
async def test_a_mail_that_is_as_it_was_signed_passes(key: Pair, forms: str) -> None:
    """By RSA and by Ed25519, in every canonical form; short or long, with a body or without."""
    for content in (CONTENT, CONTENT.partition(b"Hello")[0], CONTENT + b"line  of\ttext \r\n" * 10_000 + b"\r\n" * 9):
        mail = signed(content, key=key, forms=forms)
        assert await outcome(mail, key.record) == "pass"
        assert await outcome(mail[:-4] + b"!\r\n\r\n", key.record) == "fail"


@pytest.mark.parametrize(
    "change",
    [
        (b"Hello", b"hello"),
        (b"agreed.", b"agreed. Pay today."),
        (b"bob@site", b"eve@site"),
        (b"The\r\n\tplan", b"The new plan"),
        (b"10:00", b"11:00"),
    ],
)
async def test_a_changed_mail_fails(change: tuple[bytes, bytes]) -> None:
    """A word of the body or of a signed field."""
    mail = signed()
    assert change[0] in mail
    assert await outcome(mail.replace(*change)) == "fail"


async def test_what_the_way_does_to_white_space_is_forgiven() -> None:
    """In the relaxed form, and in no other."""
    other = CONTENT.replace(b"The\r\n\tplan", b"The   plan").replace(b"Hello  Bob, ", b"Hello Bob,") + b"\r\n"
    assert await outcome(signed().replace(CONTENT, other)) == "pass"
    assert await outcome(signed(forms="simple/simple").replace(CONTENT, other)) == "fail"


async def test_fields_are_signed_from_the_bottom_up() -> None:
    """One added above is not the one that was signed, unless as many were signed as there may be (RFC 6376 5.4.2, 8.15)."""
    above = b"Subject: Another\r\n"
    assert await outcome(above + signed(include_headers=[b"from", b"subject"])) == "pass"
    assert await outcome(above + signed(include_headers=[b"from", b"subject", b"subject"])) == "fail"


async def test_a_body_that_was_added_to_is_a_matter_of_policy() -> None:
    """A signature with `l` that leaves the end out does not pass; one that covers all does."""
    assert await outcome(signed(length=True)) == "pass"
    assert await outcome(signed(length=True) + b"Pay to this account instead.\r\n") == "policy"
    assert await outcome(signed(length=True).replace(b"agreed", b"argued")) == "fail"


@pytest.mark.parametrize(
    "record",
    [(), "v=DKIM1; p=", "hello", ed25519().record, rsa(2048, 3).record.replace("k=rsa", "k=rsa; s=tlsrpt")],
    ids=["none", "revoked", "other", "another kind", "another service"],
)
async def test_without_a_key_there_is_a_permanent_error(record: str | tuple[str, ...]) -> None:
    """No key, a revoked one, one of another kind or for something else (RFC 6376 6.1.2)."""
    assert await outcome(signed(), record) == "permerror"


async def test_a_key_may_stand_beside_something_else() -> None:
    """Another record under its name is passed over, and only so many are looked at."""
    assert await outcome(signed(), ("hello", rsa().record)) == "pass"
    assert await outcome(signed(), ("hello",) * limits.KEYS + (rsa().record,)) == "permerror"


async def test_another_key_fails() -> None:
    """A key that is not the signer's."""
    assert await outcome(signed(), rsa(2048, 3).record) == "fail"


async def test_a_key_for_its_own_domain_signs_for_no_other() -> None:
    """The flag s: an identity below the domain is not the key's (RFC 6376 3.6.1)."""
    exact = rsa().record.replace("k=rsa", "t=s")
    assert await outcome(signed(), exact) == "pass"
    assert await outcome(signed(identity=b"ann@mail.acme.example")) == "pass"
    assert await outcome(signed(identity=b"ann@mail.acme.example"), exact) == "permerror"


async def test_who_only_tries_it_out_does_not_fail() -> None:
    """The flag y: a broken signature is not worse than none (RFC 6376 3.6.1)."""
    trying = rsa().record.replace("k=rsa", "t=y")
    assert await outcome(signed(), trying) == "pass"
    assert await outcome(signed() + b"x\r\n", trying) == "neutral"


async def test_a_signature_that_expired_fails() -> None:
    """x is in the past, though all else is right."""
    tagged = signed().replace(b"t=", b"x=1000000000; t=", 1)
    assert b"x=1000000000" in tagged
    assert await outcome(tagged) == "permerror"  # expired before it was signed
    assert await outcome(_expiring(1_000_000_000)) == "fail"
    assert await outcome(_expiring(int(time.time()) + 100)) == "pass"


def _expiring(when: int) -> bytes:
    """A mail signed by somebody who has x= and no t=: made by hand, as the other implementation cannot."""
    body = base64.b64encode(hashlib.sha256(b"Hi\r\n").digest()).decode()
    head = f"DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; s=s1; h=from; x={when}; bh={body}; b="
    private = load_pem_private_key(rsa().private, None)
    assert isinstance(private, RSAPrivateKey)
    value = private.sign(b"From: ann@acme.example\r\n" + head.encode(), PKCS1v15(), hashes.SHA256())
    return f"{head}{base64.b64encode(value).decode()}\r\nFrom: ann@acme.example\r\n\r\nHi\r\n".encode()


async def test_a_broken_signature_is_told_with_its_domain() -> None:
    """An old algorithm or a missing tag is a permanent error, and costs no lookup."""
    dns = zone()
    assert await told(signed().replace(b"a=rsa-sha256", b"a=rsa-sha1"), dns) == (Signature("permerror", "acme.example"),)
    assert await told(b"DKIM-Signature: junk\r\n" + CONTENT, dns) == (Signature("permerror", ""),)
    assert dns.asked == []
    assert await told(CONTENT, dns) == ()


async def test_trouble_with_the_dns_is_temporary() -> None:
    """A failure, and silence until the time is over, leave it unsaid; the signature beside it speaks."""
    assert await outcome(signed(), FAILS) == "temperror"
    dns = Zone({KEY: rsa().record, ("s1._domainkey.list.example", "TXT"): HANGS})
    began = time.monotonic()
    found = await told(signed(signed(), "list.example"), dns, seconds=0.2)
    assert found == (Signature("pass", "acme.example"), Signature("temperror", "list.example"))
    assert time.monotonic() - began < 2


async def test_a_long_body_without_time_is_left_unsaid() -> None:
    """Its hash is given up once the time is over; the thread is not waited for."""
    content = CONTENT + (b"x" * 70 + b"\r\n") * 2000
    assert await outcome(signed(content)) == "pass"
    assert await told(signed(content), seconds=-1) == (Signature("temperror", "acme.example"),)


async def test_only_some_signatures_are_checked_the_authors_first() -> None:
    """A thousand signatures of others neither hide the author's nor cost a thousand lookups."""
    others = b"".join(signed(domain=f"n{number}.example")[: -len(CONTENT)] for number in range(limits.SIGNATURES_READ - 1))
    dns = zone()
    mail = others + signed()
    found = await told(mail, dns)
    assert found[0] == Signature("pass", "acme.example")
    assert len(found) == len(dns.asked) == limits.SIGNATURES
    dns = zone()
    flood = b"DKIM-Signature: v=1; a=rsa-sha256; d=n.example; s=s; h=from; bh=AA==; b=AA==\r\n" * 1000 + signed()
    began = time.perf_counter()
    assert [one.outcome for one in await told(flood, dns)] == ["permerror"] * limits.SIGNATURES
    assert len(dns.asked) == limits.SIGNATURES
    assert time.perf_counter() - began < 2


async def test_a_subdomain_is_the_authors_too() -> None:
    """A signature of the author's organisation comes before that of a stranger."""
    mail = signed(signed(), "list.example")
    assert [one.domain for one in await told(mail, author="mail.acme.example")] == ["acme.example", "list.example"]
    assert [one.domain for one in await told(mail, author="site.example")] == ["list.example", "acme.example"]
