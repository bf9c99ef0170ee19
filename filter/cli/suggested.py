"""How `sievert site suggest` shows its proposals: as TOML, lists, a table or JSON. Prints nothing itself."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.table import Table

from filter.cli.output import escaped
from filter.lab.suggest import AUTHSERV_ID, DOMAIN, SUPPLIER, VIP, Proposal
from filter.store.sitelists import Line

_FILES = {DOMAIN: "domains.txt", AUTHSERV_ID: "authserv_ids.txt", VIP: "vips.csv", SUPPLIER: "suppliers.csv"}
_KEYS = {DOMAIN: "domains", AUTHSERV_ID: "authserv_ids"}
_TABLES = {VIP: ("vip", "addresses"), SUPPLIER: ("supplier", "domains")}


def told(one: Proposal) -> dict[str, Any]:
    """A proposal for JSON lines: days as in 2025-03-31, or null."""
    first, last = (day and day.isoformat() for day in (one.first, one.last))
    return {**one._asdict(), "first": first, "last": last}


def evidence(one: Proposal) -> str:
    """All that speaks for a proposal, in one line safe for a terminal and a comment."""
    days = " to ".join(dict.fromkeys(str(day) for day in (one.first, one.last) if day))
    mails = f"{one.mails} mail{'s' * (one.mails != 1)}"
    return escaped(f"{one.why} ({', '.join(filter(None, (mails, days, f'such as {one.example}')))})")


def toml(proposals: Sequence[Proposal]) -> str:
    """The [site] part of a configuration, each proposal with its evidence in a comment."""
    return "\n".join((*_site(proposals), *_tables(proposals), ""))


def _site(proposals: Sequence[Proposal]) -> Iterator[str]:
    yield "# Proposed by sievert site suggest from past mail: read every line, and correct it."
    yield "[site]"
    for kind, key in _KEYS.items():
        found = [one for one in proposals if one.kind == kind]
        lines = [f"  {_quoted(value)},  # {evidence(one)}" for one in found for value in one.values]
        yield from (f"{key} = [", *lines, "]") if lines else (f"{key} = []",)


def _tables(proposals: Sequence[Proposal]) -> Iterator[str]:
    for one in proposals:
        if one.kind in _TABLES:
            table, key = _TABLES[one.kind]
            values = ", ".join(map(_quoted, one.values))
            yield from ("", f"[[site.{table}]]  # {evidence(one)}", f"name = {_quoted(one.name)}", f"{key} = [{values}]")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def lists(proposals: Sequence[Proposal]) -> dict[str, list[Line]]:
    """The same as lists by file name; none for a kind of which there is nothing."""
    found: dict[str, list[Line]] = {}
    for one in proposals:
        fields = (one.name, *one.values) if one.name else one.values
        found.setdefault(_FILES[one.kind], []).append(Line(evidence(one), fields))
    return found


def table(proposals: Sequence[Proposal]) -> Table:
    """A row for each."""
    shown = Table(show_edge=False, pad_edge=False)
    shown.add_column("kind")
    for title in ("proposed", "evidence"):
        shown.add_column(title, overflow="fold", ratio=1)
    for one in proposals:
        values = "\n".join(one.values)
        shown.add_row(one.kind, f"{one.name}\n{values}" if one.name else values, evidence(one))
    return shown
