from __future__ import annotations

from ipaddress import ip_address

import pytest
from zone import FAILS, Zone

from filter.authentication import limits
from filter.authentication.spf import Client, Spf, check, client_of
from filter.judge.mail import Envelope

TXT = "TXT"
# The zone of RFC 7208's appendix A, with the addresses that are for examples today.
HOSTS = {
    ("example.com", "A"): ("192.0.2.10", "192.0.2.11"),
    ("amy.example.com", "A"): ("192.0.2.65",),
    ("bob.example.com", "A"): ("192.0.2.66",),
    ("mail-a.example.com", "A"): ("192.0.2.129",),
    ("mail-b.example.com", "A"): ("192.0.2.130",),
    ("mail-c.example.org", "A"): ("192.0.2.140",),
    ("example.com", "MX"): ("mail-a.example.com", "mail-b.example.com"),
    ("example.org", "MX"): ("mail-c.example.org",),
    ("65.2.0.192.in-addr.arpa", "PTR"): ("amy.example.com",),
    ("10.2.0.192.in-addr.arpa", "PTR"): ("example.com",),
    ("140.2.0.192.in-addr.arpa", "PTR"): ("mail-c.example.org",),
    ("4.0.0.10.in-addr.arpa", "PTR"): ("bob.example.com",),
}


def client(address: str, sender: str = "ann@example.com", helo: str = "mx.example.com") -> Client:
    """A client."""
    return Client(ip_address(address), helo, sender)


async def outcome(record: str | tuple[str, ...], address: str, sender: str = "ann@example.com", **more: str | tuple[str, ...]) -> str:
    """What a record of example.com says of a client; `more` are TXT records of <name>.example.com."""
    zone = Zone(HOSTS | {("example.com", TXT): record} | {(f"{name}.example.com", TXT): text for name, text in more.items()})
    return (await check(client(address, sender), zone)).outcome


@pytest.mark.parametrize(
    ("record", "passing", "failing"),
    [
        ("v=spf1 +all", "192.0.2.129", None),
        ("v=spf1 a -all", "192.0.2.10", "192.0.2.65"),
        ("v=spf1 a:example.org -all", None, "192.0.2.10"),
        ("v=spf1 mx -all", "192.0.2.130", "192.0.2.140"),
        ("v=spf1 mx:example.org -all", "192.0.2.140", "192.0.2.130"),
        ("v=spf1 mx mx:example.org -all", "192.0.2.140", "192.0.2.10"),
        ("v=spf1 mx/30 mx:example.org/30 -all", "192.0.2.131", "192.0.2.132"),
        ("v=spf1 ptr -all", "192.0.2.65", "192.0.2.140"),
        ("v=spf1 ptr -all", "192.0.2.10", "10.0.0.4"),
        ("v=spf1 ip4:192.0.2.128/28 -all", "192.0.2.129", "192.0.2.65"),
        ("V=SPF1 IP4:192.0.2.129 -ALL", "192.0.2.129", "192.0.2.130"),
        ("v=spf1 ip6:2001:db8::/32 -all", "2001:db8::1", "2001:db9::1"),
        ("v=spf1 exists:%{l}.example.com -all", None, "192.0.2.1"),
    ],
)
async def test_mechanisms_match_as_in_the_appendix(record: str, passing: str | None, failing: str | None) -> None:
    """Each mechanism lets its own clients through and nobody else (RFC 7208 A)."""
    assert passing is None or await outcome(record, passing) == "pass"
    assert failing is None or await outcome(record, failing) == "fail"


@pytest.mark.parametrize(("sign", "said"), [("+", "pass"), ("-", "fail"), ("~", "softfail"), ("?", "neutral"), ("", "pass")])
async def test_the_qualifier_is_the_outcome(sign: str, said: str) -> None:
    """A mechanism that matches says what its sign says, none is a pass; where nothing matches it is neutral."""
    assert await outcome(f"v=spf1 {sign}all", "192.0.2.1") == said
    assert await outcome(f"v=spf1 {sign}ip4:192.0.2.2", "192.0.2.1") == "neutral"


async def test_an_include_matches_only_where_it_passes() -> None:
    """Its failure is no failure, its absence is a permanent error, its temporary error one of the whole (RFC 7208 5.2)."""
    record = "v=spf1 include:other.example.com ~all"
    assert await outcome(record, "192.0.2.1", other="v=spf1 ip4:192.0.2.1 -all") == "pass"
    assert await outcome(record, "192.0.2.2", other="v=spf1 ip4:192.0.2.1 -all") == "softfail"
    assert await outcome(record, "192.0.2.2") == "permerror"
    assert await outcome(record, "192.0.2.2", other="v=spf1 ip4:300.1.1.1") == "permerror"
    assert await outcome(record, "192.0.2.2", other=FAILS) == "temperror"


async def test_a_redirect_speaks_where_nothing_matched() -> None:
    """The other record's outcome is taken as it is, with its own domain; beside an `all` it is ignored (RFC 7208 6.1)."""
    assert await outcome("v=spf1 redirect=other.example.com", "192.0.2.2", other="v=spf1 ip4:192.0.2.1 -all") == "fail"
    assert await outcome("v=spf1 ip4:192.0.2.2 redirect=other.example.com", "192.0.2.2", other="v=spf1 -all") == "pass"
    assert await outcome("v=spf1 redirect=other.example.com ?all", "192.0.2.2", other="v=spf1 -all") == "neutral"
    assert await outcome("v=spf1 redirect=other.example.com", "192.0.2.2") == "permerror"


async def test_macros_stand_for_the_client_and_the_sender() -> None:
    """An address, a sender and the client's name, as the DNS proves it, find their way into a name that is asked for (RFC 7208 7)."""
    zone = Zone(HOSTS | {("example.com", TXT): "v=spf1 exists:%{ir}.%{v}.%{l1r-}.%{p}.%{h}.example.com -all"})
    name = "65.2.0.192.in-addr.strong.amy.example.com.mx.example.com.example.com"
    zone.records[name, "A"] = "127.0.0.2"
    assert await check(client("192.0.2.65", "strong-bad@example.com"), zone) == Spf("pass", "example.com")
    assert (name, "A") in zone.asked
    assert (await check(client("192.0.2.66", "strong-bad@example.com"), zone)).outcome == "fail"


async def test_a_client_without_a_name_is_unknown() -> None:
    """%{p} is "unknown" where the client has no name that leads back, or the DNS does not say (RFC 7208 7.3)."""
    for pointer in ("mx.elsewhere.example", FAILS):
        zone = Zone({("example.com", TXT): "v=spf1 exists:%{p}.example.com -all", ("1.2.0.192.in-addr.arpa", "PTR"): pointer})
        assert (await check(client("192.0.2.1"), zone)).outcome == "fail"
        assert ("unknown.example.com", "A") in zone.asked


async def test_a_domain_without_a_record_says_nothing() -> None:
    """No record, other records, and a version that only begins alike are "none"; two records are an error (RFC 7208 4.5)."""
    for texts in ((), ("hello", "v=spf10 -all", "v=spf2.0/pra -all")):
        assert await outcome(texts, "192.0.2.1") == "none"
    assert await outcome(("v=spf1 -all", "v=spf1"), "192.0.2.1") == "permerror"


@pytest.mark.parametrize("domain", ["localhost", "[192.0.2.1]", "a..example", "x" * 64 + ".example", "caf\u00e9.example", "e" * 300])
async def test_what_is_no_domain_is_not_asked_for(domain: str) -> None:
    """A sender at a literal, a single label or a malformed name is "none" at once (RFC 7208 4.3)."""
    zone = Zone()
    assert (await check(client("192.0.2.1", f"ann@{domain}"), zone)).outcome == "none"
    assert zone.asked == []


async def test_trouble_with_the_dns_is_temporary() -> None:
    """Whatever lookup fails, the outcome is a temperror and no failure."""
    assert await outcome(FAILS, "192.0.2.1") == "temperror"
    for term, kind in (("a:f.example.org", "A"), ("mx:f.example.org", "MX"), ("exists:f.example.org", "A")):
        zone = Zone({("example.com", TXT): f"v=spf1 {term} -all", ("f.example.org", kind): FAILS})
        assert (await check(client("192.0.2.1"), zone)).outcome == "temperror"


async def test_a_record_asks_only_so_often() -> None:
    """Ten terms may ask, the eleventh is a permerror, also spread over records (RFC 7208 4.6.4)."""
    terms = " ".join(["a"] * limits.SPF_LOOKUPS)
    assert await outcome(f"v=spf1 {terms} -all", "192.0.2.1") == "fail"
    assert await outcome(f"v=spf1 {terms} a -all", "192.0.2.1") == "permerror"
    assert await outcome(f"v=spf1 {terms} include:other.example.com -all", "192.0.2.1", other="v=spf1 +all") == "permerror"


async def test_records_that_include_each_other_come_to_an_end() -> None:
    """A loop of includes, or of redirects, ends at the limit and not later."""
    for term in ("include:example.com", "redirect=example.com"):
        zone = Zone({("example.com", TXT): f"v=spf1 {term}"})
        assert (await check(client("192.0.2.1"), zone)).outcome == "permerror"
        assert len(zone.asked) == limits.SPF_LOOKUPS + 1


async def test_too_many_empty_answers_are_an_error() -> None:
    """Two lookups may find nothing, the third is a permerror (RFC 7208 4.6.4); a name that cannot be asked for counts as one."""
    assert await outcome("v=spf1 a:u1.example.com exists:u2.example.com -all", "192.0.2.1") == "fail"
    assert await outcome("v=spf1 a:u1.example.com exists:u2.example.com mx:u3.example.com -all", "192.0.2.1") == "permerror"
    long = "x" * 64 + ".example.com"
    assert await outcome(f"v=spf1 a:u1.example.com a:u2.example.com a:{long} -all", "192.0.2.1") == "permerror"


async def test_too_many_exchangers_are_an_error() -> None:
    """An `mx` of more than ten hosts is a permerror; none of them is asked for (RFC 7208 4.6.4)."""
    hosts = tuple(f"m{number}.example.org" for number in range(limits.SPF_HOSTS + 1))
    zone = Zone({("example.com", TXT): "v=spf1 mx -all", ("example.com", "MX"): hosts})
    assert (await check(client("192.0.2.1"), zone)).outcome == "permerror"
    assert len(zone.asked) == 2


async def test_only_some_names_of_a_client_are_looked_at() -> None:
    """A client with a thousand names has as many as the limit says; the last of them within it still counts."""
    for own, said in ((limits.SPF_HOSTS - 1, "pass"), (limits.SPF_HOSTS, "fail")):
        names = tuple(f"n{number}.example.com" for number in range(1000))
        zone = Zone({(name, "A"): "192.0.2.9" for name in names} | {(names[own], "A"): "192.0.2.1"})
        zone.records |= {("example.com", TXT): "v=spf1 ptr -all", ("1.2.0.192.in-addr.arpa", "PTR"): names}
        assert (await check(client("192.0.2.1"), zone)).outcome == said
        assert len(zone.asked) == 2 + limits.SPF_HOSTS


async def test_an_address_record_that_is_none_stops_nothing() -> None:
    """IPv6 asks for AAAA, and a prefix counts for its own kind alone."""
    zone = Zone({("example.com", TXT): "v=spf1 a/8//64 -all", ("example.com", "AAAA"): "2001:db8::1", ("example.com", "A"): "192.0.2.1"})
    assert (await check(client("2001:db8::ffff"), zone)).outcome == "pass"
    assert (await check(client("2001:db8:0:1::1"), zone)).outcome == "fail"


def test_the_envelope_says_who_sends() -> None:
    """The envelope sender's domain, or of the null sender the HELO's as postmaster; what is unknown is not guessed (RFC 7208 2.4)."""
    assert client_of(Envelope("192.0.2.1", "mx.example.org", "Ann@Example.COM")) == client("192.0.2.1", "Ann@example.com", "mx.example.org")
    null = client_of(Envelope("::ffff:192.0.2.1", "Mx.Example.org", ""))
    assert null == client("192.0.2.1", "postmaster@mx.example.org", "Mx.Example.org")
    bare = client_of(Envelope("192.0.2.1", "h", "@example.com"))
    assert bare is not None
    assert bare.sender == "postmaster@example.com"
    assert client_of(Envelope("192.0.2.1", "h", None)) is client_of(Envelope("", "h", "a@example.com")) is None
    linked = client_of(Envelope("fe80::1%eth0", "h", "a@example.com"))
    assert linked is not None
    assert linked.address == ip_address("fe80::1")
