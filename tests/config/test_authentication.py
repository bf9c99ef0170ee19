from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from configured import loaded, problems

from filter.config.authentication import OWN, AuthenticationSection


def test_by_default_nothing_is_checked() -> None:
    """The relay asks nobody anything, and its own networks are those that the internet does not have."""
    default = loaded("").authentication
    assert default == AuthenticationSection()
    assert (default.verify, default.resolver, default.relays) == (False, (), OWN)
    assert all(network.is_private or network == ip_network("100.64.0.0/10") for network in OWN)


def test_it_is_asked_for_in_the_file() -> None:
    """Addresses of resolvers and networks are written as text."""
    keys = 'verify = true\ntimeout = 2.5\nresolver = ["127.0.0.1", "2001:db8::53"]\nrelays = ["198.51.100.0/28"]'
    found = loaded(f"[authentication]\n{keys}").authentication
    assert (found.verify, found.timeout) == (True, 2.5)
    assert found.resolver == (ip_address("127.0.0.1"), ip_address("2001:db8::53"))
    assert found.relays == (ip_network("198.51.100.0/28"),)


@pytest.mark.parametrize(
    "line", ["timeout = 0", "timeout = 31", "timeout = inf", 'resolver = ["dns.example"]', 'relays = ["here"]', "verify = 1"]
)
def test_a_wrong_value_is_told(line: str) -> None:
    """With the key that has it."""
    (problem,) = problems(f"[authentication]\n{line}")
    assert problem.startswith(f"authentication.{line.split(maxsplit=1)[0]}")
