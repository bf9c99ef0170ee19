"""What the relay is told: its limits, where it listens and for whom, and where mail goes."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from filter.config.types import Domain, Host, Line, Network, Port, Seconds, Section, Server, Upstream, Word

LOOPBACK = (IPv4Network("127.0.0.0/8"), IPv6Network("::1/128"))


class RelaySection(Section):
    """What holds for every listener. Bounds are those of one worker process."""

    hostname: Word = Field(default="", description="Name in the greeting and in Received; empty takes this machine's.")
    workers: int = Field(default=0, ge=0, le=256, description="Worker processes; 0 takes one a processor.")
    max_message_bytes: int = Field(default=52_428_800, ge=65_536, description="Largest message taken; past it 552.")
    max_recipients: int = Field(default=1000, ge=100, description="Most recipients in one transaction; past it 452 (RFC 5321 4.5.3.1.8).")
    max_connections: int = Field(default=2000, ge=1, description="Most clients at a time; past it 421.")
    max_in_flight_bytes: int = Field(
        default=268_435_456, ge=65_536, description="Most content held in memory at a time, of all clients; past it 452."
    )
    idle_seconds: Seconds = Field(default=300.0, description="A client silent for this long is let go with 421 (RFC 5321 4.5.3.2.7).")
    bare_newlines: Literal["normalise", "refuse"] = Field(
        default="normalise", description="A CR or LF alone in the content: made CRLF before judging, or refused with 550."
    )
    judge_seconds: Seconds = Field(default=10.0, description="Longest judgement; past it the judgement has failed.")
    on_failure: Literal["tempfail", "deliver"] = Field(
        default="tempfail", description="What becomes of mail that could not be judged: 451, or delivered with a stamp that says so."
    )
    observe: bool = Field(default=False, description="Judge, stamp and journal, but deliver everything.")
    subject_tag: Line = Field(
        default="", max_length=64, description="Put before the subject of tagged mail; breaks DKIM signatures, which cover the subject."
    )


class Listen(Section):
    """A listener: where clients connect, which role it plays for them, and who may."""

    role: Literal["before-queue", "after-queue", "mx"] = Field(
        default="before-queue",
        description="before-queue: may refuse. after-queue: holds what it would refuse. mx: faces the internet, for relay_domains.",
    )
    protocol: Literal["smtp", "lmtp"] = Field(default="smtp", description="lmtp answers for each recipient (RFC 2033).")
    host: Host = Field(default="127.0.0.1", description="Address to listen on; loopback unless you mean otherwise.")
    port: Port = Field(default=10025, description="Port to listen on; 0 takes a free one.")
    allowed_networks: tuple[Network, ...] = Field(
        default=LOOPBACK,
        description="Clients that may relay to anywhere; others are refused with 554, or in role mx held to relay_domains.",
    )
    relay_domains: tuple[Domain, ...] = Field(
        default=(), description="Recipient domains that role mx takes mail for from anybody; .example.org is all below it."
    )
    trusted_networks: tuple[Network, ...] = Field(
        default=LOOPBACK, description="Peers believed when they name their client: XFORWARD, XCLIENT, the PROXY protocol."
    )
    proxy_protocol: bool = Field(default=False, description="Every connection begins with a PROXY header, version 1 or 2.")
    tls: Literal["off", "opportunistic", "required"] = Field(
        default="off", description="STARTTLS: not offered, offered, or demanded before MAIL with 530."
    )
    tls_certificate: Path | None = Field(default=None, description="PEM file: the certificate and its chain.")
    tls_key: Path | None = Field(default=None, description="PEM file: its key; unset where the certificate's file has it.")
    tls_min_version: Literal["1.2", "1.3"] = Field(default="1.2", description="Oldest TLS spoken.")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.role == "mx" and not self.relay_domains:
            raise ValueError("role mx needs relay_domains: the domains it takes mail for")
        if self.relay_domains and self.role != "mx":
            raise ValueError(f"relay_domains are for role mx; this is {self.role}")
        if self.tls != "off" and self.tls_certificate is None:
            raise ValueError(f"tls {self.tls} needs tls_certificate")
        if self.tls == "off" and (self.tls_certificate or self.tls_key):
            raise ValueError("a certificate or key is set and tls is off; did you mean opportunistic?")
        return self


class NextHop(Section):
    """Where accepted mail goes. Keep handover_seconds + done_seconds + 10, for a locked quarantine, below the 100 that Postfix waits."""

    kind: Literal["maildir", "smtp", "lmtp"] = Field(
        default="maildir", description="smtp and lmtp hand on to a mail server; maildir needs nothing else installed."
    )
    path: Path = Field(default=Path("sievert-state/maildir"), description="The Maildir (kind maildir).")
    servers: tuple[Upstream, ...] = Field(
        default=(Server("127.0.0.1", 10026),),
        description="Mail servers, the first that can be had is used: host:port, [IPv6]:port or unix:/path.",
    )
    tls: Literal["off", "opportunistic", "required"] = Field(
        default="off", description="STARTTLS: never, where offered and unverified, or always with the certificate verified."
    )
    tls_ca: Path | None = Field(default=None, description="PEM file of authorities to verify with; unset takes the system's.")
    connect_seconds: Seconds = Field(
        default=5.0, description="Longest wait for a connection, its greeting, EHLO and TLS; then the next server."
    )
    reply_seconds: Seconds = Field(default=15.0, description="Longest wait for a reply to a command; past it 451.")
    handover_seconds: Seconds = Field(
        default=40.0,
        description="Longest time from the end of a client's content, judging included, until the next hop has all of it; past it 451.",
    )
    done_seconds: Seconds = Field(default=45.0, description="Longest wait for the reply to the end of the content; past it 451.")
    retry_seconds: Seconds = Field(default=5.0, description="How long a server that failed is passed over while there is another.")
    idle_seconds: Seconds = Field(default=20.0, description="How long a connection is kept open for the next message.")
    max_messages: int = Field(default=100, ge=1, description="Most messages over one connection; 1 keeps none open.")

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not self.servers:
            raise ValueError("servers is empty: mail needs somewhere to go")
        return self
