from __future__ import annotations

import time

import pytest

from filter.judge import authresults
from filter.judge.authresults import AuthResults, Signature, read

TRUSTED = frozenset({"mx.acme.example"})
OWN = frozenset({"acme.example"})
OURS = ("received", "from out.shop.example (out.shop.example [192.0.2.7])\n\tby mx.acme.example (Postfix) with ESMTPS id 1; Mon")
THEIRS = ("received", "from desk (unknown [192.0.2.8])\n\tby out.shop.example with ESMTPA id 2; Mon")


def field(value: str) -> tuple[str, str]:
    return ("authentication-results", value)


def seen(*headers: tuple[str, str]) -> AuthResults | None:
    return read(headers, TRUSTED, OWN)


def only(value: str) -> AuthResults:
    found = seen(OURS, field(f"mx.acme.example; {value}"))
    assert found is not None
    return found


def test_a_whole_field_is_read() -> None:
    """Each method gives its outcome and the domain it is about, folded or not, whatever stands in comments."""
    found = seen(
        field(
            " MX.acme.example 1;\n\tspf=pass (sender IP is 192.0.2.7) smtp.mailfrom=anna@Mail.Shop.example;\n"
            "\tdkim=fail (2048-bit key; dkim=pass) header.d=shop.example header.s=one header.b=Ab12+/;\n"
            "\tdkim=pass header.i=@bulk.example; dmarc=fail (p=none dis=none) header.from=shop.example; x-own=1"
        )
    )
    signatures = (Signature("fail", "shop.example"), Signature("pass", "bulk.example"))
    assert found == AuthResults("mx.acme.example", "pass", "mail.shop.example", signatures, "fail", "shop.example")


@pytest.mark.parametrize(
    "value",
    [
        "none",
        "",
        ";;; ;",
        'dkim=fail reason="x; dmarc=pass" header.d=a.example',
        'spf=fail smtp.mailfrom="a; dmarc=pass header.from=acme.example"@b.example',
        "spf=fail (a (nested; dmarc=pass) \\) ; dmarc=pass) smtp.mailfrom=b.example",
        "spf=fail (never closed; dmarc=pass",
    ],
)
def test_what_a_sender_chose_is_no_outcome(value: str) -> None:
    """An outcome written into a comment, a quoted string or a local part is none."""
    assert only(value).dmarc == ""


def test_blanks_and_versions_are_allowed() -> None:
    """Blanks around the equals sign, a method's version and quotes are as RFC 8601 2.2 has them."""
    found = only('dmarc/1 = pass header.from = "shop.example"; spf=pass smtp.helo=h.example; spf=softfail smtp.mailfrom=shop.example')
    assert (found.dmarc, found.dmarc_domain) == ("pass", "shop.example")
    assert (found.spf, found.spf_domain) == ("softfail", "shop.example")
    assert only("spf=pass smtp.helo=h.example").spf_domain == "h.example"
    assert only("spf=pass").spf_domain == ""


@pytest.mark.parametrize(
    "headers",
    [
        (),
        (OURS,),
        (field("mx.other.example; spf=pass smtp.mailfrom=a.example"),),
        (field("spf=pass smtp.mailfrom=a.example; mx.acme.example"),),
        (field('"mx.acme.example x"; spf=pass'),),
        (("arc-authentication-results", "i=1; mx.acme.example; spf=pass"),),
    ],
)
def test_others_are_not_believed(headers: tuple[tuple[str, str], ...]) -> None:
    """A field counts only under a trusted authserv-id."""
    assert seen(*headers) is None


def test_a_site_that_trusts_nobody_knows_nothing() -> None:
    """Without trusted names no field counts."""
    assert read((field("mx.acme.example; spf=pass"),), frozenset(), OWN) is None


def test_the_topmost_speaks() -> None:
    """Of two fields apart the topmost alone counts; of fields side by side the topmost that speaks of a method."""
    apart = seen(field("mx.acme.example; dmarc=fail"), OURS, field("mx.acme.example; dmarc=pass; spf=pass smtp.mailfrom=acme.example"))
    assert apart == AuthResults("mx.acme.example", dmarc="fail")
    beside = seen(
        OURS,
        field("mx.acme.example; dmarc=none header.from=acme.example"),
        ("dkim-filter", "a filter's line"),
        field("mx.acme.example; dkim=fail header.d=acme.example"),
        field("mx.acme.example; spf=fail smtp.mailfrom=acme.example"),
        field("mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass"),
    )
    signatures = (Signature("fail", "acme.example"),)
    assert beside == AuthResults("mx.acme.example", "fail", "acme.example", signatures, "none", "acme.example")


@pytest.mark.parametrize(("above", "passes"), [((OURS,), True), ((), True), ((OURS, THEIRS), False), ((THEIRS,), False)])
def test_beneath_another_server_only_failures_count(above: tuple[tuple[str, str], ...], passes: bool) -> None:
    """What stands beneath a `Received` of somebody else's server could be forged: no pass counts there, and failures do."""
    assert (seen(*above, field("mx.acme.example; dmarc=pass header.from=acme.example")) is not None) == passes
    assert seen(*above, field("mx.acme.example; dmarc=fail header.from=acme.example")) is not None


@pytest.mark.parametrize(
    "hop",
    [
        "by 2002:a05:7300:1::1 with SMTP id x; Mon",
        "from by by mx.acme.example; Mon",
        "from localhost by store (LMTP)",
        "from x by store.lan; Mon",
        "from x by [192.0.2.1]; Mon",
        "from x by mail.acme.example; Mon",
        "from x (no host)",
        "",
    ],
)
def test_own_and_private_hops_are_not_anothers(hop: str) -> None:
    """Hops within a server, private names and the site's own are not somebody else's server."""
    assert seen(("received", hop), field("mx.acme.example; dmarc=pass")) is not None


@pytest.mark.parametrize(
    ("value", "by"),
    [
        ("dmarc=pass header.from=mail.shop.example", "dmarc=pass"),
        ("dmarc=pass", "dmarc=pass"),
        ("dmarc=pass header.from=evil.example", ""),
        ("dmarc=none; dkim=pass header.d=shop.example", "dkim=pass"),
        ("spf=pass smtp.mailfrom=bounces.shop.example", "spf=pass"),
        ("spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example", ""),
        ("dmarc=fail; dkim=pass header.d=shop.example", ""),
        ("dkim=fail header.d=shop.example", ""),
    ],
)
def test_who_is_vouched_for(value: str, by: str) -> None:
    """DMARC, or a pass of the same owner's domain, vouches; a failed DMARC outdoes the others."""
    assert only(value).vouches_for("shop.example") == by


@pytest.mark.parametrize(
    ("value", "how"),
    [
        ("dmarc=fail header.from=shop.example", "dmarc=fail"),
        ("spf=softfail smtp.mailfrom=shop.example; dkim=none", "spf=softfail, dkim=none"),
        ("spf=pass smtp.mailfrom=b.example; dkim=pass header.d=c.example", "spf=pass for b.example, dkim=pass for c.example"),
        ("spf=pass smtp.mailfrom=shop.example; dkim=none", ""),
        ("spf=fail smtp.mailfrom=shop.example", ""),
        ("spf=temperror; dkim=none", ""),
        ("spf=fail; dkim=temperror header.d=shop.example", ""),
        ("dkim=none", ""),
    ],
)
def test_a_denial_needs_everything_checked(value: str, how: str) -> None:
    """That nothing vouches is said only where DMARC failed or both SPF and DKIM were checked without a passing error."""
    assert only(value).denies("shop.example") == how


def test_signatures() -> None:
    """All broken, none there, one good: each is told apart."""
    assert only("dkim=fail header.d=a.example; dkim=permerror").broken() == "dkim=fail for a.example"
    assert only("dkim=fail header.d=a.example; dkim=pass header.d=b.example").broken() == ""
    assert only("dkim=none").broken() == ""
    assert only("dkim=none").unsigned()
    assert not only("spf=pass").unsigned()
    assert not only("dkim=none; dkim=fail header.d=a.example").unsigned()


@pytest.mark.parametrize("fill", ["(", ")", '"', "\\", "(\\", "()", "a=", "dkim=pass header.d=a.example;", " ", "(x", "\udc80"])
def test_hostile_fields_take_no_time(fill: str) -> None:
    """Whatever fills the fields, they are read in bounded time and nothing raises."""
    value = f"mx.acme.example; {fill * 4096}"[:4096]
    began = time.perf_counter()
    seen(*[("received", f"from {fill * 400} by "[:4096])] * 50, *[field(value)] * 250)
    assert time.perf_counter() - began < 0.25


def test_past_the_bounds() -> None:
    """Fields, results and comments beyond their limits are not read."""
    others = [field("mx.other.example; spf=pass")] * authresults.FIELDS
    assert seen(*others, field("mx.acme.example; spf=pass")) is None
    assert seen(*others[1:], field("mx.acme.example; spf=pass")) is not None
    assert only("x=1; " * authresults.CLAUSES + "spf=pass").spf == ""
    assert only("x=1; " * (authresults.CLAUSES - 1) + "spf=pass").spf == "pass"
    assert seen(field("mx.acme.example; " + "(a(b))" * authresults.PIECES + "spf=pass")) is None
