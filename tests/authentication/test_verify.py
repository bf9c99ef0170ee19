from __future__ import annotations

import asyncio
import time
from ipaddress import ip_address
from typing import Any

import pytest
from signing import CONTENT, rsa, signed
from zone import FAILS, HANGS, Zone

from filter.authentication import limits
from filter.authentication.verify import SOURCE, resolver, verify
from filter.config.authentication import AuthenticationSection
from filter.judge.authresults import AuthResults, Signature
from filter.judge.mail import Envelope

ENVELOPE = Envelope("192.0.2.7", "mx.acme.example", "ann@acme.example", ("bob@site.example",))
SPF, KEY, POLICY = ("acme.example", "TXT"), ("s1._domainkey.acme.example", "TXT"), ("_dmarc.acme.example", "TXT")
PUBLISHED: dict[tuple[str, Any], str | tuple[str, ...]] = {
    SPF: "v=spf1 ip4:192.0.2.0/24 -all",
    KEY: rsa().record,
    POLICY: "v=DMARC1; p=reject",
}


def settings(**keys: Any) -> AuthenticationSection:
    """Settings for a test: no network is anybody's own."""
    return AuthenticationSection(**({"verify": True, "timeout": 5.0, "relays": ()} | keys))


async def told(content: bytes, envelope: Envelope = ENVELOPE, zone: Zone | None = None, **keys: Any) -> AuthResults | None:
    """What is said of a mail."""
    return await verify(content, envelope, zone or Zone(PUBLISHED), settings(**keys))


async def test_a_mail_that_is_from_where_it_says_passes() -> None:
    """All three say so, each with its domain."""
    passed = (Signature("pass", "acme.example"),)
    assert await told(signed()) == AuthResults(SOURCE, "pass", "acme.example", passed, "pass", "acme.example")


async def test_a_mail_that_is_from_elsewhere_fails() -> None:
    """A stranger's client and no signature: SPF, DKIM and DMARC say so; with a changed body the signature fails as well."""
    stranger = Envelope("198.51.100.1", "x.evil.example", "ann@acme.example")
    unsigned = (Signature("none", ""),)
    assert await told(CONTENT, stranger) == AuthResults(SOURCE, "fail", "acme.example", unsigned, "fail", "acme.example")
    found = await told(signed() + b"more\r\n", stranger)
    assert found == AuthResults(SOURCE, "fail", "acme.example", (Signature("fail", "acme.example"),), "fail", "acme.example")


async def test_an_envelope_of_somebody_else_does_not_help() -> None:
    """SPF passes for a domain that is not the author's, and DMARC fails."""
    found = await told(CONTENT, Envelope("198.51.100.1", "x", "e@evil.example"), Zone(PUBLISHED | {("evil.example", "TXT"): "v=spf1 +all"}))
    assert found is not None
    assert (found.spf, found.spf_domain, found.dmarc, found.dmarc_domain) == ("pass", "evil.example", "fail", "acme.example")


async def test_a_bounce_is_its_heloes() -> None:
    """The null sender is checked by the HELO name, which counts for DMARC too (RFC 7208 2.4, RFC 7489 3.1.2)."""
    zone = Zone(PUBLISHED | {("mx.acme.example", "TXT"): "v=spf1 ip4:192.0.2.7 -all"})
    found = await told(CONTENT, Envelope("192.0.2.7", "mx.acme.example", ""), zone)
    assert found is not None
    assert (found.spf, found.spf_domain, found.dmarc) == ("pass", "mx.acme.example", "pass")


async def test_of_the_sites_own_servers_spf_says_nothing() -> None:
    """Nor of an unknown client; and then DMARC does not say that the mail failed: it could have passed."""
    zone = Zone(PUBLISHED)
    for client in ("192.0.2.7", "127.0.0.1", ""):
        found = await told(
            CONTENT, Envelope(client, "h", "ann@acme.example"), zone, relays=(*AuthenticationSection().relays, "192.0.2.0/28")
        )
        assert found is not None
        assert (found.spf, found.dmarc) == ("", "temperror")
    assert SPF not in zone.asked
    assert found is not None


async def test_trouble_with_one_thing_leaves_the_others() -> None:
    """Each failed or silent lookup is a temperror of its own method; where another passed, DMARC passes still."""
    for trouble in (FAILS, HANGS):
        found = await told(signed(), zone=Zone(PUBLISHED | {SPF: trouble}), timeout=0.2)
        assert found == AuthResults(SOURCE, "temperror", "acme.example", (Signature("pass", "acme.example"),), "pass", "acme.example")
        found = await told(signed(), zone=Zone(PUBLISHED | {KEY: trouble}), timeout=0.2)
        assert found == AuthResults(SOURCE, "pass", "acme.example", (Signature("temperror", "acme.example"),), "pass", "acme.example")
        found = await told(signed(), zone=Zone(PUBLISHED | {POLICY: trouble}), timeout=0.2)
        assert found == AuthResults(SOURCE, "pass", "acme.example", (Signature("pass", "acme.example"),), "temperror", "acme.example")


async def test_a_dns_that_hangs_delays_no_mail() -> None:
    """All silent: the time that is set, for everything together, and then nothing denies the sender."""
    began = time.monotonic()
    found = await told(signed(signed(), "list.example"), zone=Hanging(), timeout=0.3)
    assert 0.25 < time.monotonic() - began < 2
    assert found is not None
    assert {found.spf, found.dmarc, *(one.outcome for one in found.dkim)} == {"temperror"}
    assert found.vouches_for("acme.example") == found.denies("acme.example") == ""


class Hanging(Zone):
    """A DNS that is silent."""

    async def __call__(self, *_: object) -> tuple[str, ...]:
        """Nothing."""
        await asyncio.Event().wait()
        return ()


class Raising(Zone):
    """A DNS with a bug."""

    async def __call__(self, *_: object) -> tuple[str, ...]:
        """No answer, and no DnsError either."""
        raise RuntimeError("a bug")


async def test_what_nobody_foresaw_loses_no_mail() -> None:
    """An error of another kind is told to the log, and nothing is said of the mail."""
    assert await told(signed(), zone=Raising()) is None


async def test_where_nothing_can_be_said_nothing_is() -> None:
    """Neither an envelope nor a header: there is no outcome at all."""
    assert await told(b"", Envelope()) is None
    assert await told(b"just a body\r\n", Envelope()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; s=s1; h=from; bh=AA==; b=AA==\r\n" * 1000 + CONTENT,
        b"From: a@b.example\r\n" * 5000 + b"\r\n",
        b"From: " + b"a@b.example, " * 8000 + b"\r\n\r\n",
        b"DKIM-Signature: " + b"a=b;" * 20_000 + b"\r\n\r\n",
        b"DKIM-Signature: " + b"b=;" * 20_000 + b"\r\n" * 3,
        b"a:" * limits.HEADER_BYTES,
        b"\r\n " * 40_000 + b"\r\n\r\n",
        b"\0\xff" * 50_000,
    ],
    ids=["signatures", "authors", "addresses", "tags", "values", "long", "folds", "octets"],
)
async def test_a_hostile_mail_is_checked_in_time(content: bytes) -> None:
    """Whatever a header is made of, there are few lookups and no long wait."""
    zone = Zone(PUBLISHED)
    began = time.perf_counter()
    await told(content, zone=zone)
    assert time.perf_counter() - began < 2
    assert len(zone.asked) <= limits.SIGNATURES + 4


async def test_the_event_loop_goes_on_while_a_long_body_is_hashed() -> None:
    """Other clients are served meanwhile."""
    content = signed(CONTENT + (b"a line of text \r\n") * 500_000)
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    task = asyncio.create_task(others())
    found = await told(content)
    task.cancel()
    assert found is not None
    assert found.dkim == (Signature("pass", "acme.example"),)
    assert turns > 3


def test_the_resolver_is_as_configured() -> None:
    """Addresses of both kinds are taken; nothing is asked yet."""
    resolver(settings(resolver=(ip_address("192.0.2.53"), ip_address("2001:db8::53"))))
