"""The whole configuration. `Config()` is the embedded default. Nothing here acts on a key: the rooms above do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Self, get_args

from pydantic import BaseModel, Field, model_validator

from filter.config.authentication import AuthenticationSection
from filter.config.history import HistorySection
from filter.config.policy import PolicySection
from filter.config.relay import Listen, NextHop, RelaySection
from filter.config.shadow import ShadowSection
from filter.config.site import SiteSection
from filter.config.types import DatabaseUrl, Section


class ModelSection(Section):
    """Which model judges."""

    path: Path | None = Field(default=None, description="Folder of a model bundle; unset takes the one shipped.")


class RulesSection(Section):
    """Which rulebook judges beside it."""

    path: Path | None = Field(default=None, description="Folder of rules; unset takes the ones shipped.")


class Store(Section):
    """What is kept on disk."""

    quarantine: DatabaseUrl = Field(default="sqlite:///sievert-state/quarantine.db", description="Held messages: an SQLAlchemy URL.")
    journal: DatabaseUrl = Field(
        default="sqlite:///sievert-state/journal.db", description="Verdicts and decisions, without bodies: an SQLAlchemy URL."
    )
    lessons: DatabaseUrl = Field(
        default="sqlite:///sievert-state/lessons.db",
        description="What this site taught by sievert learn, as hashed features: an SQLAlchemy URL.",
    )


class Config(Section):
    """The whole file."""

    relay: RelaySection = Field(default_factory=RelaySection)
    listen: tuple[Listen, ...] = Field(default=(Listen(),))
    next_hop: NextHop = Field(default_factory=NextHop)
    policy: PolicySection = Field(default_factory=PolicySection)
    model: ModelSection = Field(default_factory=ModelSection)
    rules: RulesSection = Field(default_factory=RulesSection)
    site: SiteSection = Field(default_factory=SiteSection)
    authentication: AuthenticationSection = Field(default_factory=AuthenticationSection)
    store: Store = Field(default_factory=Store)
    history: HistorySection = Field(default_factory=HistorySection)
    shadow: ShadowSection = Field(default_factory=ShadowSection)

    @model_validator(mode="after")
    def _no_loop(self) -> Self:
        if not self.listen:
            raise ValueError("listen is empty: the relay needs a listener")
        places = [(listener.host, listener.port) for listener in self.listen]
        for number, place in enumerate(places):
            if place[1] and place in places[:number]:
                raise ValueError(f"listen.{number}: another listener has {place[0]} port {place[1]} already")
        for server in self.next_hop.servers if self.next_hop.kind != "maildir" else ():
            if any(server.port == port and _same(server.host, host) for host, port in places):
                raise ValueError(f"next_hop.servers: the relay would hand mail to itself; it listens on {server}")
        return self


_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104  (what is listened on, not what we listen on)


def _same(server: str, listening: str) -> bool:
    """Whether a server's host leads to a listener's: by name, through every interface, or as localhost."""
    if server == listening:
        return True
    if listening in _EVERY_INTERFACE:
        return server in _LOOPBACK
    return "localhost" in (server, listening) and server in _LOOPBACK and listening in _LOOPBACK


def keys(section: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every key and table of a section in dotted form, in the order of the schema; a list of tables stands for one of them."""
    for name, field in section.model_fields.items():
        yield f"{prefix}{name}"
        inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        for kind in inner:
            if issubclass(kind, BaseModel):
                yield from keys(kind, f"{prefix}{name}.")
