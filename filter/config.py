"""Every key of the configuration: its type, its default and why it is there; reading the file, with every problem at once.

Nothing here acts on a key: the rooms above do.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from ipaddress import IPv4Network, IPv6Network, ip_interface, ip_network
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator, ValidationError, model_validator
from pydantic_core import ErrorDetails

from filter.errors import ConfigError

VALUE_CHARS = 60
"""Characters of a wrong value quoted in a problem."""


def _network(value: object) -> IPv4Network | IPv6Network:
    if isinstance(value, IPv4Network | IPv6Network):
        return value
    text = value if isinstance(value, str) else ""
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        raise ValueError("expected a network such as 192.0.2.0/24 or 2001:db8::/32") from None
    if ip_interface(text).ip != network.network_address:
        raise ValueError(f"{text} has bits beyond its prefix; did you mean {network}?")
    return network


def _on_disk(url: str) -> str:
    scheme, _, rest = url.partition("://")
    if not scheme or not rest:
        raise ValueError("expected a database URL such as sqlite:///folder/file.db")
    if scheme.startswith("sqlite") and (len(rest) < 2 or rest[0] != "/" or ":memory:" in rest or "mode=memory" in rest):
        raise ValueError("expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing")
    return url


def _not_nan(value: float) -> float:
    if math.isnan(value):
        raise ValueError("expected a number or inf")
    return value


Port = Annotated[int, Field(ge=0, le=65535)]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
LogOdds = Annotated[float, AfterValidator(_not_nan)]
Network = Annotated[IPv4Network | IPv6Network, PlainValidator(_network)]
DatabaseUrl = Annotated[str, AfterValidator(_on_disk)]


class Section(BaseModel):
    """A table of the file: frozen, and closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Listen(Section):
    """Where clients connect, and who may."""

    host: str = Field(default="127.0.0.1", description="Address to listen on; loopback unless you mean otherwise.")
    port: Port = Field(default=10025, description="Port to listen on; 0 takes a free one.")
    hostname: str = Field(default="", description="Name in the greeting and in Received; empty takes this machine's.")
    allowed_networks: tuple[Network, ...] = Field(
        default=(IPv4Network("127.0.0.0/8"), IPv6Network("::1/128")),
        description="Clients that may relay; all others are refused with 554.",
    )
    max_message_bytes: int = Field(default=52_428_800, ge=65_536, description="Largest message taken; past it 552.")
    max_recipients: int = Field(default=1000, ge=100, description="Most recipients in one transaction; past it 452 (RFC 5321 4.5.3.1.8).")
    idle_seconds: Seconds = Field(default=300.0, description="A client silent for this long is let go with 421 (RFC 5321 4.5.3.2.7).")


class NextHop(Section):
    """Where accepted mail goes."""

    kind: Literal["maildir", "smtp"] = Field(
        default="maildir", description="smtp hands on to a mail server; maildir needs nothing else installed."
    )
    path: Path = Field(default=Path("sievert-state/maildir"), description="The Maildir (kind maildir).")
    host: str = Field(default="127.0.0.1", description="The mail server (kind smtp).")
    port: Port = Field(default=10026, description="Its port.")
    connect_seconds: Seconds = Field(default=10.0, description="Longest wait for a connection and its greeting; past it 451.")
    reply_seconds: Seconds = Field(default=60.0, description="Longest wait for any other reply; past it 451. Postfix gives up at 100.")


class ThresholdRow(Section):
    """The log-odds at which each action begins. inf: never."""

    tag: LogOdds = Field(default=math.inf, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=math.inf, description="Hold the message; the client hears 250.")
    reject: LogOdds = Field(default=math.inf, description="Refuse with 550; the sender is told.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        # What never happens has no place in the order: a row may quarantine without tagging.
        row = [(name, getattr(self, name)) for name in ("tag", "quarantine", "reject") if getattr(self, name) != math.inf]
        for (milder, low), (stronger, high) in pairwise(row):
            if low > high:
                raise ValueError(f"{milder} ({low}) must not be above {stronger} ({high})")
        return self


class OverallRow(ThresholdRow):
    """The same on the overall score; a row that names only one action keeps the other defaults."""

    tag: LogOdds = Field(default=3.0, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=5.0, description="Hold the message; the client hears 250.")
    reject: LogOdds = Field(default=12.0, description="Refuse with 550; the sender is told.")


class PolicySection(Section):
    """Thresholds on the overall score and on each threat's log-odds; the strongest action any of them asks for is taken."""

    overall: OverallRow = Field(default=OverallRow(), description="On the score: unwanted in any way.")
    spam: ThresholdRow = Field(default=ThresholdRow(), description="On the spam log-odds.")
    phish: ThresholdRow = Field(default=ThresholdRow(), description="On the phish log-odds.")
    bec: ThresholdRow = Field(default=ThresholdRow(), description="On the bec log-odds.")


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


class Config(Section):
    """The whole file. `Config()` is the embedded default."""

    listen: Listen = Field(default_factory=Listen)
    next_hop: NextHop = Field(default_factory=NextHop)
    policy: PolicySection = Field(default_factory=PolicySection)
    model: ModelSection = Field(default_factory=ModelSection)
    rules: RulesSection = Field(default_factory=RulesSection)
    store: Store = Field(default_factory=Store)

    @model_validator(mode="after")
    def _no_loop(self) -> Self:
        here = (self.listen.host, self.listen.port)
        if self.next_hop.kind == "smtp" and here == (self.next_hop.host, self.next_hop.port):
            raise ValueError("next_hop.port: the relay would hand mail to itself; listen.port is the same")
        return self


def load(path: Path | None) -> Config:
    """The configuration in the TOML file at `path`; the defaults where it is None. Raises ConfigError with every problem."""
    if path is None:
        return Config()
    try:
        # Through JSON, so that types are strict ("25" is no port) while paths and networks are still written as strings.
        return Config.model_validate_json(_document(path), strict=True)
    except ValidationError as error:
        raise ConfigError(str(path), tuple(map(_problem, error.errors()))) from None


def _document(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return json.dumps(tomllib.loads(text), default=str)
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        problem = f"line {before.count(10) + 1}, column {len(before) - before.rfind(10)}: not UTF-8"
    except tomllib.TOMLDecodeError as error:
        problem = _syntax(str(error), text)
    except (RecursionError, ValueError) as error:
        problem = f"not TOML that can be read: {error}"
    raise ConfigError(str(path), (problem,))


def _syntax(message: str, text: str) -> str:
    """tomllib's message with its place in front; "at end of document" becomes a place too."""
    what, _, place = message.rpartition(" (at ")
    if place.startswith("line"):
        return f"{place.rstrip(')')}: {what}"
    return f"line {text.count(chr(10)) + 1}, column {len(text) - text.rfind(chr(10))}: {what}"


def _problem(error: ErrorDetails) -> str:
    path = ".".join(str(step) for step in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"{path}: unknown key; {_nearest(path)}"
    if error["type"] in {"model_type", "model_attributes_type"}:
        return f"{path}: expected a table, not {_quoted(error['input'])}"
    told = error["msg"].removeprefix("Value error, ").replace("Input should be", "expected").replace("valid array", "list")
    if told.startswith("expected"):
        told = f"{told}, not {_quoted(error['input'])}"
    return f"{path}: {told}" if path else told


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str).replace("Infinity", "inf").replace("NaN", "nan")
    return text if len(text) <= VALUE_CHARS else text[:VALUE_CHARS] + "..."


def _nearest(path: str) -> str:
    """A hint for a key nobody knows: the same name elsewhere, a neighbour spelled alike, or else what the table takes."""
    known = list(keys(Config))
    parent, _, leaf = path.rpartition(".")
    beside = [key for key in known if key.rpartition(".")[0] == parent]
    namesakes = [key for key in known if key.rpartition(".")[2] == leaf]
    near = namesakes if len(namesakes) == 1 else _alike(path, beside) or _alike(path, known)
    if near:
        return f"did you mean {near[0]}?"
    return f"{parent or 'the file'} takes {', '.join(key.rpartition('.')[2] for key in beside)}"


def _alike(path: str, known: list[str]) -> list[str]:
    return get_close_matches(path, known, n=1, cutoff=0.75)


def keys(section: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every key and table of a section in dotted form, in the order of the schema."""
    for name, field in section.model_fields.items():
        yield f"{prefix}{name}"
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from keys(field.annotation, f"{prefix}{name}.")
