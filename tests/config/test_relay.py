from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import pytest
from configured import loaded, problems

from filter.config.relay import LOOPBACK, Listen, NextHop, RelaySection
from filter.store.database import LOCK_SECONDS


def listening(*lines: str) -> Listen:
    """A listener with these keys."""
    return loaded("\n".join(("[[listen]]", *lines))).listen[0]


def wrong(*lines: str) -> tuple[str, ...]:
    """What is wrong with one."""
    return problems("\n".join(("[[listen]]", *lines)))


def test_by_default_it_serves_this_machine_alone() -> None:
    """It listens on loopback, relays for loopback and believes loopback; it is no MX and offers no TLS."""
    default = Listen()
    assert ip_address(default.host).is_loopback
    assert default.allowed_networks == default.trusted_networks == LOOPBACK
    assert all(network.is_loopback for network in LOOPBACK)
    assert (default.role, default.protocol, default.tls, default.relay_domains) == ("before-queue", "smtp", "off", ())


def test_the_mx_needs_its_domains() -> None:
    """Role mx without relay_domains would take mail for nobody, or for everybody."""
    assert wrong('role = "mx"') == ("listen.0: role mx needs relay_domains: the domains it takes mail for",)
    assert wrong('role = "mx"', "relay_domains = []") == wrong('role = "mx"')
    assert listening('role = "mx"', 'relay_domains = ["example.org"]').relay_domains == ("example.org",)


@pytest.mark.parametrize("role", ["before-queue", "after-queue"])
def test_other_roles_have_no_relay_domains(role: str) -> None:
    """Domains that would not be looked at are told, with the role that they are for."""
    told = wrong(f'role = "{role}"', 'relay_domains = ["example.org"]')
    assert told == (f"listen.0: relay_domains are for role mx; this is {role}",)


@pytest.mark.parametrize("tls", ["opportunistic", "required"])
def test_tls_needs_a_certificate(tls: str) -> None:
    """TLS without a certificate is told before anybody listens; with one it is taken, and a key may be in the same file."""
    assert wrong(f'tls = "{tls}"') == (f"listen.0: tls {tls} needs tls_certificate",)
    assert wrong(f'tls = "{tls}"', 'tls_key = "/k.pem"') == (f"listen.0: tls {tls} needs tls_certificate",)
    listen = listening(f'tls = "{tls}"', 'tls_certificate = "/c.pem"')
    assert (listen.tls_certificate, listen.tls_key) == (Path("/c.pem"), None)


def test_a_certificate_that_nobody_gets_to_see_is_told() -> None:
    """A certificate where TLS is off was meant for something."""
    assert wrong('tls_certificate = "/c.pem"') == ("listen.0: a certificate or key is set and tls is off; did you mean opportunistic?",)


def test_nobody_may_be_allowed_or_trusted() -> None:
    """An empty list of networks is one that nobody is in, as an MX may want it."""
    listen = listening('role = "mx"', 'relay_domains = ["example.org"]', "allowed_networks = []", "trusted_networks = []")
    assert (listen.allowed_networks, listen.trusted_networks) == ((), ())


def test_a_listener_has_an_address() -> None:
    """An empty host would be every address of the machine: who means that writes 0.0.0.0 or ::."""
    assert wrong('host = ""')[0].startswith("listen.0.host: ")
    assert wrong(r'host = "127.0.0.1\u0000"')[0].startswith("listen.0.host: ")


def test_mail_needs_somewhere_to_go() -> None:
    """A next hop without a server is none."""
    assert problems('[next_hop]\nkind = "smtp"\nservers = []') == ("next_hop: servers is empty: mail needs somewhere to go",)


def test_the_waits_for_the_next_hop_end_before_postfix_gives_up() -> None:
    """Judging and handing over, the end of the content, a locked quarantine: together below the 100 seconds of smtpd_proxy_timeout."""
    hop, relay = NextHop(), RelaySection()
    assert hop.handover_seconds + hop.done_seconds + LOCK_SECONDS == 95
    assert relay.judge_seconds + hop.reply_seconds < hop.handover_seconds


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("workers", -1), ("workers", 257), ("max_message_bytes", 65_535), ("max_recipients", 99), ("max_connections", 0)),
        *(("max_in_flight_bytes", 65_535), ("idle_seconds", 0), ("judge_seconds", -1)),
    ],
)
def test_bounds_have_bounds(key: str, value: int) -> None:
    """A limit that would stop all mail, or that RFC 5321 does not allow, is refused."""
    (told,) = problems(f"relay.{key} = {value}")
    assert told.startswith(f"relay.{key}: expected ")
    assert told.endswith(f"not {value}")


@pytest.mark.parametrize("name", ["mx example", r"mx\r\nX-Evil: yes", "mxé.example"])
def test_the_hostname_is_one_word(name: str) -> None:
    """It stands in the greeting, in EHLO and in Received: a blank, a line break or a letter beyond ASCII is refused."""
    assert problems(f'relay.hostname = "{name}"')[0].startswith("relay.hostname: ")


def test_the_subject_tag_is_short() -> None:
    """A tag of 64 characters is taken, a longer one would push the subject out of sight."""
    assert loaded(f'relay.subject_tag = "{"x" * 64}"').relay.subject_tag == "x" * 64
    assert problems(f'relay.subject_tag = "{"x" * 65}"')[0].startswith("relay.subject_tag: ")
