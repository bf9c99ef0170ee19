from __future__ import annotations

import pytest
from zone import FAILS, Zone

from filter.authentication.canonical import split
from filter.authentication.dmarc import Dmarc, Policy, author, check, policy
from filter.authentication.spf import Spf
from filter.errors import DnsError
from filter.judge.authresults import Signature

RELAXED, STRICT = Policy("reject"), Policy("reject", strict_dkim=True, strict_spf=True)
NO_SPF = Spf("none", "elsewhere.example")


def signed(domain: str, outcome: str = "pass") -> tuple[Signature, ...]:
    """One signature."""
    return (Signature(outcome, domain),)


@pytest.mark.parametrize(
    ("domain", "other", "relaxed", "strict"),
    [
        ("acme.example", "acme.example", "pass", "pass"),
        ("acme.example", "mail.acme.example", "pass", "fail"),
        ("mail.acme.example", "acme.example", "pass", "fail"),
        ("a.acme.example", "b.acme.example", "pass", "fail"),
        ("acme.example", "acme-pay.example", "fail", "fail"),
        ("acme.co.uk", "other.co.uk", "fail", "fail"),
        ("acme.example", "example", "fail", "fail"),
    ],
)
def test_what_passed_must_be_the_authors(domain: str, other: str, relaxed: str, strict: str) -> None:
    """The same organisation in relaxed alignment, the very same domain in strict, by SPF as by DKIM (RFC 7489 3.1)."""
    for asked, outcome in ((RELAXED, relaxed), (STRICT, strict)):
        assert check(domain, Spf("pass", other), (), asked) == Dmarc(outcome, "reject")
        assert check(domain, NO_SPF, signed(other), asked) == Dmarc(outcome, "reject")


def test_alignment_is_asked_for_method_by_method() -> None:
    """Strict for signatures is not strict for SPF."""
    assert check("acme.example", Spf("pass", "m.acme.example"), (), Policy("none", strict_dkim=True)).outcome == "pass"
    assert check("acme.example", NO_SPF, signed("m.acme.example"), Policy("none", strict_dkim=True)).outcome == "fail"
    assert check("acme.example", NO_SPF, signed("m.acme.example"), Policy("none", strict_spf=True)).outcome == "pass"


@pytest.mark.parametrize("outcome", ["fail", "softfail", "neutral", "none", "permerror", "policy"])
def test_what_did_not_pass_counts_for_nothing(outcome: str) -> None:
    """Only a pass is one; one pass is enough."""
    assert check("acme.example", Spf(outcome, "acme.example"), signed("acme.example", outcome), RELAXED).outcome == "fail"
    assert check("acme.example", Spf(outcome, "acme.example"), signed("acme.example"), RELAXED).outcome == "pass"


@pytest.mark.parametrize("unsaid", ["", "temperror"])
def test_what_is_not_known_is_no_failure(unsaid: str) -> None:
    """Where a method could have passed for the author and is not known, nothing is said; where it could not have, it is a failure."""
    assert check("acme.example", Spf(unsaid, "acme.example"), (), RELAXED).outcome == "temperror"
    assert check("acme.example", NO_SPF, signed("acme.example", unsaid), RELAXED).outcome == "temperror"
    assert check("acme.example", Spf(unsaid, ""), (), RELAXED).outcome == "temperror"
    assert check("acme.example", Spf(unsaid, "list.example"), signed("list.example", unsaid), RELAXED).outcome == "fail"
    assert check("acme.example", Spf(unsaid, "acme.example"), signed("acme.example"), RELAXED).outcome == "pass"


def test_without_a_policy_there_is_no_outcome() -> None:
    """Not even where all passed."""
    assert check("acme.example", Spf("pass", "acme.example"), signed("acme.example"), None) == Dmarc("none")


@pytest.mark.parametrize(
    ("records", "domain", "found"),
    [
        ({"acme.example": "v=DMARC1; p=reject"}, "acme.example", Policy("reject")),
        ({"acme.example": "v=DMARC1;p=Quarantine;adkim=s;aspf=S;pct=0;x=y"}, "acme.example", Policy("quarantine", True, True)),
        ({"acme.example": "v=DMARC1; p=reject; sp=none"}, "mail.acme.example", Policy("none")),
        ({"acme.example": "v=DMARC1; p=reject; sp=none"}, "acme.example", Policy("reject")),
        ({"acme.example": "v=DMARC1; p=reject"}, "a.b.acme.example", Policy("reject")),
        ({"acme.example": "v=DMARC1; p=reject", "m.acme.example": "v=DMARC1; p=none; sp=reject"}, "m.acme.example", Policy("none")),
        ({"acme.example": "v=DMARC1; p=reject", "m.acme.example": "v=spf1 -all"}, "m.acme.example", Policy("reject")),
        ({"m.acme.example": "v=DMARC1; p=reject"}, "a.m.acme.example", None),
        ({"co.uk": "v=DMARC1; p=reject"}, "acme.co.uk", None),
        ({"acme.example": "v=DMARC1; rua=mailto:a@acme.example"}, "acme.example", Policy("none")),
        ({"acme.example": "v=DMARC1; p=often; rua=mailto:a@acme.example"}, "acme.example", Policy("none")),
        ({"acme.example": "v=DMARC1; p=often"}, "acme.example", None),
        ({"acme.example": "p=reject; v=DMARC1"}, "acme.example", None),
        ({"acme.example": "v=DMARC10; p=reject"}, "acme.example", None),
        ({"acme.example": "v=DMARC1; p=reject; p=none"}, "acme.example", None),
        ({"acme.example": ("v=DMARC1; p=none", "v=DMARC1; p=reject")}, "acme.example", None),
        ({"acme.example": ("hello", "v = DMARC1 ; p = reject ;")}, "acme.example", Policy("reject")),
    ],
)
async def test_the_policy_is_the_domains_or_its_organisations(
    records: dict[str, str | tuple[str, ...]], domain: str, found: Policy | None
) -> None:
    """The domain's own record, else that of the organisational domain with what it says of those below it (RFC 7489 6.6.3)."""
    zone = Zone({(f"_dmarc.{name}", "TXT"): text for name, text in records.items()})
    assert await policy(domain, zone) == found
    assert len(zone.asked) <= 2


async def test_trouble_with_the_dns_is_told() -> None:
    """A lookup that fails is no missing policy."""
    with pytest.raises(DnsError):
        await policy("m.acme.example", Zone({("_dmarc.acme.example", "TXT"): FAILS}))


@pytest.mark.parametrize(
    ("header", "domain"),
    [
        (b"From: Ann <ann@Acme.Example>", "acme.example"),
        (b"From: =?utf-8?q?Ann?=\r\n <ann@acme.example>", "acme.example"),
        (b"From: ann@acme.example, bob@acme.example", "acme.example"),
        (b"From: ann@acme.example, eve@evil.example", ""),
        (b"From: ann@acme.example\r\nFrom: eve@evil.example", ""),
        (b"From : ann@acme.example\r\nfrom: eve@evil.example", ""),
        (b'From: "ceo@acme.example" <eve@evil.example>', "evil.example"),
        ("From: ann@b\u00fccher.example".encode(), "xn--bcher-kva.example"),
        (b"From: ann@localhost", ""),
        (b"From: ann@[192.0.2.1]", ""),
        (b"From: ann@" + b"x" * 64 + b".example", ""),
        (b"From: nobody", ""),
        (b"From:", ""),
        (b"Sender: ann@acme.example", ""),
    ],
)
def test_the_author_is_one_domain(header: bytes, domain: str) -> None:
    """Of exactly one From with addresses of exactly one domain, read as the judge reads them; else there is none (RFC 7489 6.6.1)."""
    assert author(split(header + b"\r\nSubject: x\r\n\r\nbody")[0]) == domain
