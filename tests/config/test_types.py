from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network

import pytest
from configured import loaded, problems

from filter.config.types import Server


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("mx.example.org:25", Server("mx.example.org", 25)),
        ("192.0.2.1:65535", Server("192.0.2.1", 65535)),
        ("[2001:db8::1]:25", Server("2001:db8::1", 25)),
        ("unix:/run/dovecot/lmtp", Server("", 0, "/run/dovecot/lmtp")),
        ("unix:/run/with:colon", Server("", 0, "/run/with:colon")),
    ],
)
def test_a_server_is_written_as_it_is_read(text: str, server: Server) -> None:
    """A host with a port, an IPv6 address in brackets, or the path of a Unix socket; shown as it was written."""
    (read,) = loaded(f'next_hop.servers = ["{text}"]').next_hop.servers
    assert read == server
    assert str(read) == text


@pytest.mark.parametrize(
    "text",
    [
        *("mx.example.org", ":25", "mx:", "mx:0", "mx:65536", "mx:-1", "mx:+25", "mx: 25", "mx:²", "mx:٢٥"),
        *("2001:db8::1:25", "2001:db8::1", "[]:25", "unix:relative", "unix:", "smtp://mx:25", ""),
    ],
)
def test_a_server_that_is_none_is_shown_the_forms(text: str) -> None:
    """Without a port, with a port that is none, or with an IPv6 address out of brackets, it is told what a server looks like."""
    (told,) = problems(f'next_hop.servers = ["mx:25", "{text}"]')
    assert told.startswith("next_hop.servers.1: expected a server such as mx.example.org:25, 192.0.2.1:25, [2001:db8::1]:25 or unix:/")
    assert told.endswith(f'not "{text}"')


def test_servers_keep_their_order() -> None:
    """The first that can be had is used, so the order is the file's, and they are strings in a list."""
    assert list(map(str, loaded('next_hop.servers = ["b:1", "a:1", "b:2"]').next_hop.servers)) == ["b:1", "a:1", "b:2"]
    assert problems('next_hop.servers = "mx:25"') == ('next_hop.servers: expected a list, not "mx:25"',)
    assert problems("next_hop.servers = [25]")[0].endswith("not 25")


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("192.0.2.0/24", IPv4Network("192.0.2.0/24")),
        ("192.0.2.7", IPv4Network("192.0.2.7/32")),
        ("2001:db8::/32", IPv6Network("2001:db8::/32")),
        ("0.0.0.0/0", IPv4Network("0.0.0.0/0")),
    ],
)
def test_networks_of_both_kinds(text: str, network: IPv4Network | IPv6Network) -> None:
    """A network with its prefix, or one address."""
    assert loaded(f'[[listen]]\nallowed_networks = ["{text}"]').listen[0].allowed_networks == (network,)


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ('"nope"', 'expected a network such as 192.0.2.0/24 or 2001:db8::/32, not "nope"'),
        ('"192.0.2.0/33"', 'expected a network such as 192.0.2.0/24 or 2001:db8::/32, not "192.0.2.0/33"'),
        ("5", "expected a network such as 192.0.2.0/24 or 2001:db8::/32, not 5"),
        ('"10.0.0.5/8"', "10.0.0.5/8 has bits beyond its prefix; did you mean 10.0.0.0/8?"),
        ('"2001:db8::1/32"', "2001:db8::1/32 has bits beyond its prefix; did you mean 2001:db8::/32?"),
    ],
)
def test_a_network_that_is_none_is_told(value: str, problem: str) -> None:
    """What is no network, or one address of it, is told with the network that was meant."""
    assert problems(f'[[listen]]\ntrusted_networks = ["::1/128", {value}]') == (f"listen.0.trusted_networks.1: {problem}",)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("journal.db", "expected a database URL such as sqlite:///folder/file.db"),
        ("sqlite://", "expected a database URL such as sqlite:///folder/file.db"),
        ("sqlite:///:memory:", "expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing"),
        ("sqlite:///", "expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing"),
        ("sqlite:///file:x?mode=memory", "expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing"),
    ],
)
def test_a_database_keeps_what_it_is_given(url: str, problem: str) -> None:
    """No URL, and one of a database in memory, are told as such."""
    assert problems(f'store.quarantine = "{url}"') == (f'store.quarantine: {problem}, not "{url}"',)


@pytest.mark.parametrize("domain", ["", ".", "a b.example", "ann@example.org", "a..example", "example.org.", "..example"])
def test_a_domain_that_is_none_is_told(domain: str) -> None:
    """A relay domain has a name, and neither blanks nor an address in it."""
    (told,) = problems(f'[[listen]]\nrole = "mx"\nrelay_domains = ["{domain}"]')
    assert told.startswith("listen.0.relay_domains.0: expected a domain such as example.org, or .example.org for all below it")


def test_a_star_is_told_the_dot() -> None:
    """Here a star would match nothing, ever: who writes one is told how a domain with all below it is written."""
    assert problems('[[listen]]\nrole = "mx"\nrelay_domains = ["*.example.org"]')[0].startswith("listen.0.relay_domains.0: ")


def test_domains_and_recipients_are_lower_case() -> None:
    """They are compared without regard to case, so they are kept in one."""
    config = loaded(
        '[[listen]]\nrole = "mx"\nrelay_domains = ["Example.ORG", ".Sub.example"]\n'
        '[[policy.group]]\nname = "Finance"\nrecipients = ["Ann@Example.org", "@Sub.Example"]\n'
    )
    assert config.listen[0].relay_domains == ("example.org", ".sub.example")
    assert config.policy.group[0].recipients == ("ann@example.org", "@sub.example")
    assert config.policy.group[0].name == "Finance"


@pytest.mark.parametrize("address", ["ann", "ann@", "example.org", "", "@", "a b@example.org", "a@b@example.org"])
def test_a_recipient_that_is_none_is_told(address: str) -> None:
    """A group has addresses and domains, and a domain begins with its @."""
    (told,) = problems(f'[[policy.group]]\nname = "a"\nrecipients = ["{address}"]')
    assert told.startswith("policy.group.0.recipients.0: expected an address such as ann@example.org, or @example.org for a whole domain")


@pytest.mark.parametrize("text", [r"a\nb", r"a\u0000", "Grüße", r"a\tb"])
def test_what_goes_into_a_header_is_one_plain_line(text: str) -> None:
    """A subject tag or a group's name with a line break, a control character or a letter beyond ASCII is refused."""
    (told,) = problems(f'relay.subject_tag = "{text}"')
    assert told.startswith("relay.subject_tag: expected printable ASCII")
    assert problems(f'[[policy.group]]\nname = "{text}"\nrecipients = ["@b.example"]')[0].startswith(
        "policy.group.0.name: expected printable"
    )
