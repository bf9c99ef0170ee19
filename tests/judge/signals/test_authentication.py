from __future__ import annotations

import pytest

from filter.judge.mail import Address, Message
from filter.judge.scene import Scene
from filter.judge.signals.authentication import SIGNALS, is_own, vouched
from filter.judge.site import NOWHERE, Site, Supplier

SITE = Site(
    domains=frozenset({"acme.example"}),
    suppliers=(Supplier("Shop Ltd", ("shop.example", "shop-mail.example")),),
    authserv_ids=frozenset({"mx.acme.example"}),
)
BY_NAME = {signal.name: signal for signal in SIGNALS}


def scene(results: str, domain: str = "acme.example", site: Site = SITE, server: str = "mx.acme.example") -> Scene:
    headers = (("authentication-results", f"{server}; {results}"),)
    return Scene(Message(headers=headers, sender=Address("Anna Weiss", "anna", domain)), site)


def found(name: str, results: str, domain: str = "acme.example") -> str:
    return scene(results, domain).evidence(BY_NAME[name])


@pytest.mark.parametrize(
    ("name", "results", "domain", "evidence"),
    [
        ("dmarc-failed", "dmarc=fail header.from=acme.example", "acme.example", "mx.acme.example says dmarc=fail for acme.example"),
        ("dmarc-failed", "dmarc=fail", "b.example", "mx.acme.example says dmarc=fail for b.example"),
        ("spf-failed", "spf=fail smtp.mailfrom=b.example", "a.example", "mx.acme.example says spf=fail for b.example"),
        ("spf-failed", "spf=softfail", "a.example", "mx.acme.example says spf=softfail"),
        ("dkim-failed", "dkim=fail header.d=b.example", "b.example", "mx.acme.example says dkim=fail for b.example, no signature passed"),
        (
            "own-domain-unauthenticated",
            "spf=fail; dkim=none",
            "mail.acme.example",
            "mx.acme.example says spf=fail, dkim=none, sender's domain mail.acme.example is the site's own",
        ),
        (
            "supplier-unauthenticated",
            "dmarc=fail",
            "eu.shop-mail.example",
            "mx.acme.example says dmarc=fail, sender's domain eu.shop-mail.example is a supplier's (Shop Ltd)",
        ),
        ("nothing-signed", "dkim=none (no signature)", "b.example", "mx.acme.example says dkim=none"),
        ("authenticated", "dmarc=pass header.from=b.example", "b.example", "mx.acme.example says dmarc=pass for b.example"),
        ("authenticated", "spf=pass smtp.mailfrom=x.b.example", "b.example", "mx.acme.example says spf=pass for b.example"),
        ("other-domain-signed", "dkim=pass header.d=bulk.example", "b.example", "signed by bulk.example, sender is b.example"),
    ],
)
def test_what_a_trusted_server_says_is_told(name: str, results: str, domain: str, evidence: str) -> None:
    """The evidence names the server, what it found and for which domain."""
    assert found(name, results, domain) == evidence


@pytest.mark.parametrize(
    ("name", "results", "domain"),
    [
        ("dmarc-failed", "dmarc=none; spf=fail", "acme.example"),
        ("spf-failed", "spf=neutral; dkim=fail", "acme.example"),
        ("dkim-failed", "dkim=fail header.d=a.example; dkim=pass header.d=b.example", "acme.example"),
        ("dkim-failed", "dkim=none", "acme.example"),
        ("own-domain-unauthenticated", "dmarc=fail", "acme-group.example"),
        ("own-domain-unauthenticated", "spf=fail; dkim=pass header.d=acme.example", "acme.example"),
        ("own-domain-unauthenticated", "spf=fail", "acme.example"),
        ("supplier-unauthenticated", "dmarc=fail", "shop2.example"),
        ("supplier-unauthenticated", "dmarc=pass", "shop.example"),
        ("nothing-signed", "spf=pass smtp.mailfrom=b.example", "b.example"),
        ("nothing-signed", "dkim=fail header.d=b.example", "b.example"),
        ("authenticated", "spf=pass smtp.mailfrom=c.example", "b.example"),
        ("authenticated", "dmarc=fail; dkim=pass header.d=b.example", "b.example"),
        ("other-domain-signed", "dkim=pass header.d=bulk.example; dkim=pass header.d=mail.b.example", "b.example"),
        ("other-domain-signed", "dkim=fail header.d=bulk.example", "b.example"),
    ],
)
def test_what_comes_close_is_not_told(name: str, results: str, domain: str) -> None:
    """A like domain, another method's outcome, or too little that was checked is not the fact."""
    assert found(name, results, domain) == ""


ALL = "dmarc=fail; spf=fail; dkim=fail header.d=a.example"


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_nothing_is_said_without_a_trusted_server(signal: object) -> None:
    """Another server's field, no field, and a site that trusts nobody give no evidence."""
    for results in (ALL, "dmarc=pass", "dkim=none", "spf=fail; dkim=none", "dkim=pass header.d=b.example"):
        for said in (scene(results, server="mx.evil.example"), scene(results, site=NOWHERE)):
            assert said.evidence(BY_NAME[signal.name]) == ""  # type: ignore[attr-defined]
    assert Scene(Message(sender=Address("", "a", "acme.example")), SITE).evidence(BY_NAME[signal.name]) == ""  # type: ignore[attr-defined]


def test_a_mail_without_a_sender() -> None:
    """Without a From only what is said of other domains is told."""
    said = Scene(Message(headers=(("authentication-results", f"mx.acme.example; {ALL}"),)), SITE)
    assert {signal.name for signal in SIGNALS if said.evidence(signal)} == {"dmarc-failed", "spf-failed", "dkim-failed"}


def test_a_forged_pass_beneath_another_server_is_not_believed() -> None:
    """A field that bears the trusted name beneath a foreign `Received` vouches for nobody."""
    headers = (("received", "from a by relay.evil.example; Mon"), ("authentication-results", "mx.acme.example; dmarc=pass"))
    assert vouched(Scene(Message(headers=headers, sender=Address("", "anna", "acme.example")), SITE)) == ""
    assert vouched(Scene(Message(headers=headers[1:], sender=Address("", "anna", "acme.example")), SITE))


def test_own_domains() -> None:
    """The site's domains and what stands below them are its own; what only ends alike is not."""
    assert is_own("acme.example", SITE)
    assert is_own("mail.acme.example", SITE)
    assert not is_own("notacme.example", SITE)
    assert not is_own("", SITE)
