"""Whether the relay checks itself where a mail is from, and whom it asks."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_network

from pydantic import Field, IPvAnyAddress

from filter.config.types import Network, Seconds, Section

_OWN = "127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 169.254.0.0/16 100.64.0.0/10 ::1/128 fc00::/7 fe80::/10"
OWN: tuple[IPv4Network | IPv6Network, ...] = tuple(map(ip_network, _OWN.split()))
"""Networks that nobody on the internet sends mail from (RFC 6890)."""


class AuthenticationSection(Section):
    """SPF, DKIM and DMARC checked by the relay itself, as facts for the judge; needs the extra `auth` and a DNS resolver nearby."""

    verify: bool = Field(default=False, description="Check each message; for a relay whose MX writes no Authentication-Results.")
    timeout: Seconds = Field(
        default=5.0, le=30, description="Longest time for all checks of a message together; what is not known by then is left unsaid."
    )
    resolver: tuple[IPvAnyAddress, ...] = Field(default=(), description="Addresses of DNS resolvers; none takes the system's.")
    relays: tuple[Network, ...] = Field(
        default=OWN, description="Networks of your own servers: SPF says nothing of mail from there, whose first client is not known."
    )
