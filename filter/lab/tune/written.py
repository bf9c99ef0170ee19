"""What was found as configuration: a block to paste, or a text of configuration with nothing else changed. Reads and writes no file."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, MutableMapping
from typing import Any

import tomlkit

from filter.config.policy import Group
from filter.judge.policy import Policy
from filter.lab.tune.found import ACTIONS, Tuned
from filter.lab.tune.margins import ROWS


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
    """A configuration's text with the thresholds that change, every comment kept. It must be the one that was tuned from.

    A group keeps what it has of its own only where that differs from the site's.
    """
    document = tomlkit.parse(text)
    policy = document.setdefault("policy", tomlkit.table(is_super_table=True))
    for row in ROWS:
        before, after = getattr(tuned.site.before, row), getattr(tuned.site.after, row)
        differing = {action: getattr(after, action) for action in ACTIONS if getattr(after, action) != getattr(before, action)}
        if differing:
            _row(policy, row, tomlkit.table()).update(differing)
    for table, scope in zip(policy.get("group", ()), tuned.groups, strict=True):
        own = {(row, action): value for row, action, value in _own(scope.after, tuned.site.after)}
        for row in ROWS:
            _group_row(table, row, {action: own[row, action] for action in ACTIONS if (row, action) in own})
    return tomlkit.dumps(document)


def _row(table: MutableMapping[str, Any], name: str, empty: Any) -> MutableMapping[str, Any]:
    if name not in table:
        table[name] = empty
    found: MutableMapping[str, Any] = table[name]
    return found


def _group_row(table: MutableMapping[str, Any], name: str, own: dict[str, float]) -> None:
    """A group's row made to say just this; a row that says nothing goes."""
    if not own and name not in table:
        return
    row = _row(table, name, tomlkit.inline_table())
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
