from __future__ import annotations

from ipaddress import ip_network

import pytest

from filter.authentication import limits
from filter.authentication.spfrecord import Mechanism, Record, chosen, read
from filter.errors import RecordError


def test_a_record_is_read_in_its_order() -> None:
    """Qualifiers, targets, networks and prefixes; what is unknown among the modifiers is passed over (RFC 7208 4.6.1, 6)."""
    record = read("v=spf1 ip4:192.0.2.0/24  ?a:mx.example.org/30//64 ~mx//48 -include:%{d2}.example.org moo=%{i} redirect=_spf.example.org")
    assert record == Record(
        (
            Mechanism("+", "ip4", network=ip_network("192.0.2.0/24")),
            Mechanism("?", "a", "mx.example.org", None, 30, 64),
            Mechanism("~", "mx", "", None, 32, 48),
            Mechanism("-", "include", "%{d2}.example.org"),
        ),
        "_spf.example.org",
    )
    assert read("v=spf1") == Record(())


@pytest.mark.parametrize(
    "terms",
    [
        *("all:x", "all/8", "-", "a:", "a/33", "a//129", "a/032", "a:example.org/", "mx:localhost", "a:example.123", "ptr/24"),
        *("include", "include:", "exists", "exists:%(d)", "exists:%{c}.example.org", "exists:%{d", "ipv4:192.0.2.1", "foo", "foo:bar"),
        *("ip4", "ip4:", "ip4:192.0.2", "ip4:192.0.2.1/33", "ip4:192.0.2.1/", "ip4:192.0.2.1/024", "ip4:2001:db8::1", "ip6:192.0.2.1"),
        *(
            "ip6:2001:db8::/129",
            "ip6:::1%eth0",
            "redirect=",
            "redirect=a.example redirect=a.example",
            "exp=",
            "exp=a.example exp=a.example",
        ),
        *("-redirect=a.example", "moo=%", "=x", "caf\u00e9", "a:caf\u00e9.example", "1a"),
    ],
)
def test_one_wrong_term_makes_the_record_wrong(terms: str) -> None:
    """Wherever it stands: a record is wrong as a whole (RFC 7208 4.6)."""
    with pytest.raises(RecordError):
        read(f"v=spf1 +all {terms}")


def test_a_record_has_only_so_many_terms() -> None:
    """One more than the limit is an error."""
    assert len(read("v=spf1" + " a" * limits.SPF_TERMS).mechanisms) == limits.SPF_TERMS
    with pytest.raises(RecordError):
        read("v=spf1" + " a" * (limits.SPF_TERMS + 1))


def test_one_record_is_chosen() -> None:
    """The version must be whole, in any case of letters; two records are an error (RFC 7208 4.5)."""
    assert chosen(("x", "v=spf10", "V=spf1 -all", "v=spf1-all")) == "V=spf1 -all"
    assert chosen(()) is None
    with pytest.raises(RecordError):
        chosen(("v=spf1", "v=spf1 -all"))
