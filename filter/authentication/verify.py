"""A mail's origin checked by all three, within one time. What comes out are facts for the judge; no header is written."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Network

import structlog

from filter.authentication import dkim, dmarc, spf
from filter.authentication.cache import Cached
from filter.authentication.dmarc import Dmarc, Policy
from filter.authentication.dns import Dns, Resolver, Timely
from filter.authentication.spf import Spf
from filter.config.authentication import AuthenticationSection
from filter.errors import DnsError
from filter.judge.authresults import AuthResults, Signature
from filter.judge.mail import Envelope

SOURCE = "this relay"
"""Who says so, as evidence puts it."""

log = structlog.get_logger("filter.authentication")


def resolver(settings: AuthenticationSection) -> Dns:
    """The DNS as it is configured, with a memory. Raises ConfigError where the system names no resolver and none is configured."""
    return Cached(Resolver(tuple(map(str, settings.resolver)), settings.timeout))


async def verify(content: bytes, envelope: Envelope, dns: Dns, settings: AuthenticationSection) -> AuthResults | None:
    """What SPF, DKIM and DMARC say of a mail, after `settings.timeout` seconds at most; None where nothing can be said of any.

    What the DNS does not answer in time is a "temperror" of the method that needed it; the others speak. Never raises.
    """
    try:
        return await _verified(content, envelope, dns, settings)
    except Exception as error:  # whatever a mail or the DNS did: it is delivered without this
        with suppress(Exception):
            log.error("authentication failed", exc_info=error)
        return None


async def _verified(content: bytes, envelope: Envelope, dns: Dns, settings: AuthenticationSection) -> AuthResults | None:
    until = asyncio.get_running_loop().time() + settings.timeout
    timely = Timely(dns, until)
    mail = dkim.opened(content)
    author = dmarc.author(mail.fields)
    by_spf, signatures, asked = await asyncio.gather(
        _spf(envelope, timely, settings.relays), dkim.check(mail, author, timely, until), _policy(author, timely)
    )
    of_author = asked if isinstance(asked, Dmarc) else dmarc.check(author, by_spf, signatures, asked)
    if mail.fields and not signatures:
        signatures = (Signature("none", ""),)
    told = AuthResults(SOURCE, *by_spf, signatures, of_author.outcome, author)
    return told if told.spf or told.dkim or told.dmarc else None


async def _spf(envelope: Envelope, dns: Dns, relays: Iterable[IPv4Network | IPv6Network]) -> Spf:
    """SPF's outcome; "" for a client that is the site's own: it says nothing of where the mail is from."""
    client = spf.client_of(envelope)
    if client is None:
        return Spf("", "")
    if any(client.address in network for network in relays):
        return Spf("", client.sender.rpartition("@")[2])
    return await spf.check(client, dns)


async def _policy(author: str, dns: Dns) -> Policy | Dmarc | None:
    """The author's policy, or the outcome where it cannot be had."""
    if not author:
        return Dmarc("")
    try:
        return await dmarc.policy(author, dns)
    except DnsError:
        return Dmarc("temperror")
