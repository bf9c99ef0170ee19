"""What authentication says of the sender, by a server that the site trusts. Silent where no such server said anything.

Facts of what was found, each as the server puts it. That a domain is authenticated says who sent a mail, not that it is wanted: a
mailbox that somebody broke into passes everything.
"""

from __future__ import annotations

from filter.judge.domains import same_owner, under
from filter.judge.scene import Scene, Signal
from filter.judge.site import Site

_FAILED = frozenset({"fail", "softfail", "hardfail"})  # the last as older servers write it


def is_own(domain: str, site: Site) -> bool:
    """Whether a domain is the site's or stands below one that is."""
    return under(domain, site.domains)


def vouched(scene: Scene) -> str:
    """Who says that the sender's domain is authentic and by what, such as "mx.acme.example says dkim=pass"; "" where nobody does."""
    found, domain = scene.authentication, _sender(scene)
    how = found.vouches_for(domain) if found and domain else ""
    return f"{found.source} says {how}" if found and how else ""


def _sender(scene: Scene) -> str:
    return scene.message.sender.domain if scene.message.sender else ""


def _denied(scene: Scene) -> str:
    found, domain = scene.authentication, _sender(scene)
    how = found.denies(domain) if found and domain else ""
    return f"{found.source} says {how}" if found and how else ""


def _dmarc_failed(scene: Scene) -> str:
    found = scene.authentication
    if found is None or found.dmarc not in _FAILED:
        return ""
    domain = found.dmarc_domain or _sender(scene)
    return f"{found.source} says dmarc={found.dmarc}" + (f" for {domain}" if domain else "")


def _spf_failed(scene: Scene) -> str:
    found = scene.authentication
    if found is None or found.spf not in _FAILED:
        return ""
    return f"{found.source} says spf={found.spf}" + (f" for {found.spf_domain}" if found.spf_domain else "")


def _dkim_failed(scene: Scene) -> str:
    found = scene.authentication
    return f"{found.source} says {how}, no signature passed" if found and (how := found.broken()) else ""


def _own_domain(scene: Scene) -> str:
    domain = _sender(scene)
    if not domain or not is_own(domain, scene.site) or not (how := _denied(scene)):
        return ""
    return f"{how}, sender's domain {domain} is the site's own"


def _supplier(scene: Scene) -> str:
    how = _denied(scene) if scene.site.suppliers else ""
    if not how:
        return ""
    domain = _sender(scene)
    labels = domain.split(".")[-8:]
    names = {".".join(labels[start:]) for start in range(len(labels))}
    for supplier in scene.site.suppliers:
        if not names.isdisjoint(supplier.domains):
            return f"{how}, sender's domain {domain} is a supplier's ({supplier.name})"
    return ""


def _nothing_signed(scene: Scene) -> str:
    found = scene.authentication
    return f"{found.source} says dkim=none" if found and found.unsigned() else ""


def _authenticated(scene: Scene) -> str:
    return f"{how} for {_sender(scene)}" if (how := vouched(scene)) else ""


def _other_signed(scene: Scene) -> str:
    found, domain = scene.authentication, _sender(scene)
    if found is None or not domain:
        return ""
    signers = [one.domain for one in found.dkim if one.outcome == "pass" and one.domain]
    if not signers or any(same_owner(signer, domain) for signer in signers):
        return ""
    return f"signed by {signers[0]}, sender is {domain}"


_GROUP = "authentication"
SIGNALS: tuple[Signal, ...] = (
    Signal("dmarc-failed", _GROUP, "RFC 7489 6.6.2; RFC 8601 2.7.3; rspamd DMARC_POLICY_REJECT", _dmarc_failed),
    Signal("spf-failed", _GROUP, "RFC 7208 2.6; RFC 8601 2.7.2; SpamAssassin SPF_FAIL, SPF_SOFTFAIL", _spf_failed),
    Signal("dkim-failed", _GROUP, "RFC 6376 6.1; RFC 8601 2.7.1; rspamd R_DKIM_REJECT", _dkim_failed),
    Signal("own-domain-unauthenticated", _GROUP, "RFC 7489 3.1; sublime-rules: own domain spoofed, authentication failed", _own_domain),
    Signal("supplier-unauthenticated", _GROUP, "RFC 7489 3.1; sublime-rules: high trust domains that fail DMARC", _supplier),
    Signal("nothing-signed", _GROUP, "RFC 8601 2.7.1; rspamd R_DKIM_NA", _nothing_signed),
    Signal("authenticated", _GROUP, "RFC 7489 3.1; rspamd DMARC_POLICY_ALLOW", _authenticated),
    Signal("other-domain-signed", _GROUP, "RFC 7489 3.1.1; SpamAssassin DKIM_VALID without DKIM_VALID_AU", _other_signed),
)
