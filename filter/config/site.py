"""What the site says of itself in the configuration. What follows from it is the signals' business; lists in files are `store.sitelists`'.

The checks of single values are here for both: each returns what is kept, or raises ValueError with the words for a wrong one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, Field, model_validator

from filter.config.types import Section
from filter.judge.confusables import folded
from filter.judge.domains import FREEMAIL, is_registrable

NAME_CHARS = 100
"""Characters of the longest name of somebody or of a firm."""

DOMAIN_CHARS = 253  # RFC 1035 2.3.4, as it is written
_LABEL_CHARS = 63
_LABEL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def domain(value: str) -> str:
    """A domain as mail has it, in lower case; what is below it counts as well."""
    name = value.strip().lower().rstrip(".")
    if "@" in name:
        raise ValueError(f"{value.strip()} is an address; did you mean {name.rpartition('@')[2]}?")
    if name.startswith((".", "*.")):
        raise ValueError(f"what is below a domain counts without {name[: -len(name.lstrip('*.'))]!r}; did you mean {name.lstrip('*.')}?")
    if not name.isascii() and (encoded := _encoded(name)):
        raise ValueError(f"{name} is written otherwise in mail; did you mean {encoded}?")
    labels = name.split(".")
    if len(labels) < 2 or len(name) > DOMAIN_CHARS or not all(map(_is_label, labels)):
        raise ValueError("expected a domain such as example.org")
    return name


def firm_domain(value: str) -> str:
    """A domain that one firm has; a freemail provider's is everybody's."""
    name = domain(value)
    if not is_registrable(name):
        raise ValueError(f"{name} is an ending under which anybody may have a domain")
    if name in FREEMAIL:
        raise ValueError(f"{name} is a freemail provider's, from which anybody may write")
    return name


def address(value: str) -> str:
    """A mailbox's address, in lower case."""
    local, at, host = value.strip().lower().rpartition("@")
    if not at or not local or not {" ", "@", "<", ">", ",", ";", ":", '"'}.isdisjoint(local) or not local.isprintable():
        raise ValueError("expected an address such as ann@example.org")
    return f"{local}@{domain(host)}"


def authserv_id(value: str) -> str:
    """The name that a server signs its results with (RFC 8601 2.5), in lower case."""
    name = value.strip().lower()
    if not name or not all("!" <= char <= "~" for char in name) or not {";", "=", "(", ")", '"'}.isdisjoint(name):
        raise ValueError("expected the first word of Authentication-Results, such as mx.example.org")
    return name


def name(value: str) -> str:
    """A name as it is shown, single spaces."""
    shown = " ".join(value.split())
    if "@" in shown:
        raise ValueError("expected a name and no address")
    if not any(char.isalpha() for char in shown) or not shown.isprintable() or len(shown) > NAME_CHARS:
        raise ValueError(f"expected a name such as Ann Example, at most {NAME_CHARS} characters")
    return shown


def name_key(shown: str) -> str:
    """What two spellings of one name share: plain letters, lower case, the words sorted."""
    return " ".join(sorted(folded(shown).lower().split()))


def _encoded(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _is_label(label: str) -> bool:
    return 0 < len(label) <= _LABEL_CHARS and _LABEL.issuperset(label) and not (label[0] == "-" or label[-1] == "-")


def _some(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError("expected at least one")
    return tuple(dict.fromkeys(values))


def _once(tables: tuple[Named, ...]) -> tuple[Named, ...]:
    known: set[str] = set()
    for table in tables:
        if (key := name_key(table.name)) in known:
            raise ValueError(f"{table.name} stands there twice; put all of theirs into one table")
        known.add(key)
    return tables


Domains = tuple[Annotated[str, AfterValidator(domain)], ...]
FirmDomain = Annotated[str, AfterValidator(firm_domain)]
Name = Annotated[str, AfterValidator(name)]


class VipTable(Section):
    """Somebody whose name is worth borrowing: who pays, who decides, whom others obey."""

    name: Name = Field(description="The name as mail shows it.")
    addresses: Annotated[tuple[Annotated[str, AfterValidator(address)], ...], AfterValidator(_some)] = Field(
        description="All addresses that are truly theirs, private ones too."
    )


class SupplierTable(Section):
    """A firm that sends the site invoices."""

    name: Name = Field(description="The name as mail shows it.")
    domains: Annotated[tuple[FirmDomain, ...], AfterValidator(_some)] = Field(description="The domains it truly writes from.")


Named = TypeVar("Named", VipTable, SupplierTable)


class SiteSection(Section):
    """What the site is: signals of impersonation that need to know it are silent without."""

    domains: tuple[FirmDomain, ...] = Field(default=(), description="The site's own domains; what is below them is its own too.")
    authserv_ids: tuple[Annotated[str, AfterValidator(authserv_id)], ...] = Field(
        default=(),
        description="Whose Authentication-Results to believe; only servers that remove what others wrote under their name (RFC 8601 5).",
    )
    freemail: Domains = Field(default=(), description="Freemail providers beside those that Sievert knows.")
    folder: Path | None = Field(
        default=None, description="Folder of the same as lists: domains.txt, authserv_ids.txt, freemail.txt, vips.csv, suppliers.csv."
    )
    vip: Annotated[tuple[VipTable, ...], AfterValidator(_once)] = Field(default=(), description="People whose names are worth borrowing.")
    supplier: Annotated[tuple[SupplierTable, ...], AfterValidator(_once)] = Field(
        default=(), description="Firms that send the site invoices."
    )

    @model_validator(mode="after")
    def _none_is_the_site_itself(self) -> Self:
        for supplier in self.supplier:
            if own := set(supplier.domains).intersection(self.domains):
                raise ValueError(f"supplier {supplier.name} has {min(own)}, which is one of the site's own domains")
        return self
