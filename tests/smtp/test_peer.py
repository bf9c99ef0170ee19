from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.smtp.peer import VALUE_CHARACTERS, XCLIENT, XFORWARD, Peer, attributes, forwarding, plain_address

# What may stand in a value: printable text of any script.
TEXT = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=VALUE_CHARACTERS)
REFERENCE = {"+": "+2B", "=": "+3D", " ": "+20", "a": "a", "~": "~", "\x7f": "+7F", "ä": "+C3+A4"}


def told(lines: tuple[str, ...]) -> dict[str, str]:
    """What a server reads from our XFORWARD commands."""
    read: dict[str, str] = {}
    for line in lines:
        command, _, argument = line.partition(" ")
        assert command == "XFORWARD"
        found = attributes(argument, XFORWARD)
        assert found is not None
        read |= found
    return read


@pytest.mark.parametrize(("text", "xtext"), REFERENCE.items())
def test_values_go_out_in_xtext(text: str, xtext: str) -> None:
    """Everything but printable ASCII, and "+" and "=", is escaped by octet (RFC 3461 4)."""
    assert forwarding({"NAME": f"x{text}"}, XFORWARD) == (f"XFORWARD NAME=x{xtext}",)


def test_attributes_are_decoded() -> None:
    """Names are read in any case, values from xtext with hexadecimal digits of either case."""
    assert attributes("name=mx+2eexample+2Etest Helo=a+C3+A4+3D", XFORWARD) == {"NAME": "mx.example.test", "HELO": "aä="}


def test_what_is_unavailable_is_empty() -> None:
    """Postfix says [UNAVAILABLE] or [TEMPUNAVAIL] for what it does not know, an address too."""
    told = attributes("NAME=[UNAVAILABLE] ADDR=[unavailable] HELO=[TEMPUNAVAIL] PROTO=ESMTP PORT=", XFORWARD)
    assert told == {"NAME": "", "ADDR": "", "HELO": "", "PROTO": "ESMTP", "PORT": ""}


@pytest.mark.parametrize(
    "argument",
    [
        None,
        "",
        "NAME",
        "=x",
        "NAME=x  HELO=y",
        "COLOUR=red",
        "LOGIN=ann",
        "NAME=+",
        "NAME=+4",
        "NAME=+4g",
        "NAME=+ 41",
        "NAME=+0D+0ARCPT",
        "NAME=+00",
        "NAME=a\tb",
        "NAME=+C3",
        "NAME=\udcc3",
        "NAME=+E2+80+AE",
        f"NAME={'x' * (VALUE_CHARACTERS + 1)}",
        "ADDR=mx.example.test",
        "ADDR=192.0.2.300",
        "ADDR=IPV6:192.0.2",
        "ADDR=[192.0.2.7]",
        "ADDR=",
    ],
)
def test_hostile_attributes_are_none(argument: str | None) -> None:
    """Unknown names, broken escapes, control characters, overlong values and addresses that are none: nothing is believed."""
    assert attributes(argument, XFORWARD) is None


def test_each_command_has_its_own_attributes() -> None:
    """LOGIN and DESTADDR are XCLIENT's, IDENT and SOURCE are XFORWARD's."""
    assert attributes("LOGIN=ann DESTADDR=192.0.2.1", XCLIENT) == {"LOGIN": "ann", "DESTADDR": "192.0.2.1"}
    assert attributes("IDENT=A1 SOURCE=REMOTE", XFORWARD) == {"IDENT": "A1", "SOURCE": "REMOTE"}
    assert attributes("IDENT=A1", XCLIENT) is None


def test_a_value_at_the_limit_is_taken() -> None:
    """255 characters, whatever their xtext needs."""
    assert attributes(f"NAME={'+C3+A4' * VALUE_CHARACTERS}", XFORWARD) == {"NAME": "ä" * VALUE_CHARACTERS}


@given(st.text(st.characters(codec="ascii") | st.sampled_from("+=\udcff\udc80"), max_size=60))
def test_no_argument_breaks_the_reader(argument: str) -> None:
    """Any argument gives printable values or nothing."""
    found = attributes(argument, XFORWARD)
    assert found is None or all(value.isprintable() for value in found.values())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("IPV6:2001:DB8::1", "2001:db8::1"),
        ("ipv6:2001:db8:0:0::1", "2001:db8::1"),
        ("2001:db8::1", "2001:db8::1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("IPv6:::ffff:192.0.2.7", "192.0.2.7"),
        ("", ""),
        ("unknown", ""),
        ("192.0.2.7 ", ""),
        ("IPV4:192.0.2.7", ""),
        ("127.1", ""),
    ],
)
def test_an_address_is_plain(text: str, plain: str) -> None:
    """The tag goes, IPv6 takes its canonical form, what is mapped into IPv6 is IPv4, and what is no address is ""."""
    assert plain_address(text) == plain


@pytest.mark.parametrize("zone", ["eth0", ") (by evil.test", "\r\nX-Evil: 1"])
def test_a_zone_is_no_part_of_an_address(zone: str) -> None:
    """A link's name means nothing elsewhere, and would be free text in Received and XFORWARD."""
    assert plain_address(f"IPV6:fe80::1%{zone}") in ("fe80::1", "")


def test_the_client_is_who_connected() -> None:
    """Without XFORWARD the client is the peer itself."""
    peer = Peer("192.0.2.7", "client.test")
    assert (peer.client, peer.client_helo) == ("192.0.2.7", "client.test")


@pytest.mark.parametrize(
    ("forwarded", "client", "helo"),
    [
        ({"ADDR": "IPV6:2001:db8::1", "HELO": "far.test"}, "2001:db8::1", "far.test"),
        ({"ADDR": "192.0.2.7"}, "192.0.2.7", ""),
        ({"ADDR": "192.0.2.7", "HELO": ""}, "192.0.2.7", ""),
        ({"ADDR": "", "HELO": ""}, "127.0.0.1", "postfix.test"),
        ({"ADDR": "", "HELO": "far.test"}, "127.0.0.1", "far.test"),
        ({"NAME": "far.test"}, "127.0.0.1", "postfix.test"),
    ],
)
def test_the_client_is_whom_xforward_names(forwarded: dict[str, str], client: str, helo: str) -> None:
    """Address and HELO are those of the client behind a trusted peer, and a peer's name never goes with another's address."""
    peer = Peer("127.0.0.1", "postfix.test", forwarded)
    assert (peer.client, peer.client_helo) == (client, helo)


def test_the_next_hop_is_told_what_we_see() -> None:
    """A peer that names nobody is introduced itself, IPv6 with its tag, and a name that is missing is left out."""
    assert Peer("192.0.2.7", "client.test").introducing("SMTP") == {"ADDR": "192.0.2.7", "HELO": "client.test", "PROTO": "SMTP"}
    assert Peer("2001:db8::1").introducing("ESMTP") == {"ADDR": "IPV6:2001:db8::1", "PROTO": "ESMTP"}


def test_the_next_hop_is_told_what_we_were_told() -> None:
    """What a peer forwards goes on as it is, without what is unavailable, and nothing of the peer itself is mixed in."""
    forwarded = {"NAME": "far.test", "ADDR": "IPV6:2001:db8::1", "PORT": "4711"}
    assert Peer("127.0.0.1", "postfix.test", {**forwarded, "HELO": "", "IDENT": ""}).introducing("ESMTP") == forwarded


def test_xclient_takes_the_peers_place() -> None:
    """Address and HELO are the named client's, unknown where unavailable, and what was forwarded before is forgotten."""
    peer = Peer("127.0.0.1", "proxy.test", {"ADDR": "192.0.2.1"})
    assert peer.named({"ADDR": "IPV6:2001:db8::1", "HELO": "far.test"}) == Peer("2001:db8::1", "far.test")
    assert peer.named({"LOGIN": "ann"}) == Peer("127.0.0.1", "")
    assert peer.named({"ADDR": "", "HELO": ""}) == Peer("", "")


def test_only_what_is_offered_is_forwarded() -> None:
    """A server hears the attributes that it takes, in our order, and no command where there are none."""
    client = {"HELO": "far.test", "ADDR": "192.0.2.7", "NAME": "far.test", "LOGIN": "ann"}
    assert forwarding(client, ("PROTO", "ADDR", "HELO", "LOGIN")) == ("XFORWARD ADDR=192.0.2.7 HELO=far.test",)
    assert forwarding(client, ()) == forwarding({}, XFORWARD) == forwarding({"LOGIN": "ann"}, ("LOGIN",)) == ()


@given(st.dictionaries(st.sampled_from([name for name in XFORWARD if name != "ADDR"]), TEXT.filter(lambda text: text[0] != "[")))
def test_what_fits_is_read_back(client: dict[str, str]) -> None:
    """Whatever the values, a server reads what we were told, less what no command line has room for."""
    lines = forwarding(client, XFORWARD)
    assert told(lines).items() <= client.items()
    assert all(told(lines).get(name) == value for name, value in client.items() if len(value.encode()) < 150)


@given(st.dictionaries(st.sampled_from(XFORWARD), TEXT | st.just("ä" * VALUE_CHARACTERS) | st.just("x" * 2_000)))
def test_no_command_line_is_too_long(client: dict[str, str]) -> None:
    """A command has at most 512 octets with its CRLF (RFC 5321 4.5.3.1.4): a longer one may be read as two, with a reply each."""
    assert all(len(f"{line}\r\n".encode()) <= 512 for line in forwarding(client, XFORWARD))
