"""What was found as configuration: a block to paste, or a text of configuration with nothing else changed. Reads and writes no file."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, MutableMapping
from typing import Any

import tomlkit
from tomlkit.container import OutOfOrderTableProxy
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AbstractTable, InlineTable

from filter.config.policy import Group
from filter.errors import UsageError
from filter.judge.policy import Policy
from filter.lab.tune.comments import kept
from filter.lab.tune.found import ACTIONS, Tuned
from filter.lab.tune.margins import ROWS

Table = MutableMapping[str, Any]
"""One of tomlkit's, or a plain dictionary."""


def block(tuned: Tuned, groups: tuple[Group, ...]) -> str:
    """The whole [policy] as TOML; `groups` are the configuration's, in its order, for their names and recipients."""
    after = tuned.site.after
    lines: list[str] = []
    for row in ROWS:
        thresholds = getattr(after, row)
        lines += [f"[policy.{row}]", *(f"{action} = {_number(getattr(thresholds, action))}" for action in ACTIONS), ""]
    for group, scope in zip(groups, tuned.groups, strict=True):
        recipients = ", ".join(map(_text, group.recipients))
        own = (f"{row}.{action} = {_number(value)}" for row, action, value in _own(scope.after, after))
        lines += ["[[policy.group]]", f"name = {_text(group.name)}", f"recipients = [{recipients}]", *own, ""]
    return "\n".join(lines)


def changed(text: str, tuned: Tuned) -> str:
    """A configuration's text with the thresholds that change, every comment kept. It must be the one that was tuned from. UsageError where
    its form cannot be kept.

    A group keeps what it has of its own only where that differs from the site's.
    """
    wanted: Table = tomllib.loads(text)
    _put(wanted.setdefault("policy", {}), tuned)
    try:
        new = _edited(text, tuned)
        if tomllib.loads(new) == wanted:
            return new
    except (TOMLKitError, LookupError, TypeError, ValueError):  # what it makes of forms that it does not foresee
        pass
    raise UsageError("[policy] cannot be changed as it is written: use tables such as [policy.overall], or paste the block yourself")


def _edited(text: str, tuned: Tuned) -> str:
    document = tomlkit.parse(text)
    policy = document.setdefault("policy", tomlkit.table(is_super_table=True))
    apart = _put(policy, tuned)
    new = tomlkit.dumps(document)
    for row, thresholds in apart.items():
        new += f"{'' if new.endswith(chr(10)) else chr(10)}\n[policy.{row}]\n{tomlkit.dumps(thresholds)}"
    return kept(text, new)


def _put(policy: Table, tuned: Tuned) -> dict[str, dict[str, float]]:
    """The thresholds put into a [policy]; the rows that have no place in it, because it is in pieces, are given back."""
    apart: dict[str, dict[str, float]] = {}
    for row in ROWS:
        before, after = getattr(tuned.site.before, row), getattr(tuned.site.after, row)
        differing = {action: getattr(after, action) for action in ACTIONS if getattr(after, action) != getattr(before, action)}
        if differing and row not in policy and isinstance(policy, OutOfOrderTableProxy):
            apart[row] = differing
        elif differing:
            _row(policy, row, inline=isinstance(policy, InlineTable)).update(differing)
    for table, scope in zip(policy.get("group", ()), tuned.groups, strict=True):
        own = {(row, action): value for row, action, value in _own(scope.after, tuned.site.after)}
        for row in ROWS:
            _group_row(table, row, {action: own[row, action] for action in ACTIONS if (row, action) in own})
    return apart


def _row(table: Table, name: str, *, inline: bool) -> Table:
    if name not in table:
        plain = not isinstance(table, AbstractTable | InlineTable | OutOfOrderTableProxy)
        table[name] = {} if plain else tomlkit.inline_table() if inline else tomlkit.table()
    found: Table = table[name]
    return found


def _group_row(table: Table, name: str, own: dict[str, float]) -> None:
    """A group's row made to say just this; a row that says nothing goes."""
    if not own and name not in table:
        return
    row = _row(table, name, inline=True)
    for action in ACTIONS:
        if action in row and action not in own:
            del row[action]
    row.update({action: value for action, value in own.items() if row.get(action) != value})
    if not row:
        del table[name]


def _own(policy: Policy, site: Policy) -> Iterator[tuple[str, str, float]]:
    """The thresholds that a group has differently from the site: row, action, log-odds."""
    for row in ROWS:
        for action in ACTIONS:
            value = getattr(getattr(policy, row), action)
            if value != getattr(getattr(site, row), action):
                yield row, action, value


def _number(value: float) -> str:
    return repr(value) if math.isfinite(value) else "inf"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
