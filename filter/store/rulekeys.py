"""What each key of a rule file may hold, and the rule made of them. Reads no file; what `match` may hold is `rulelint`'s."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.judge.rules.book import STATUSES, Rule
from filter.judge.verdict import THREATS
from filter.store.rulelint import Lists, Place, gather, match_of

WEIGHT_MAX = 10.0
"""Largest log-odds one rule may add: past it a single rule would overrule everything else known of a mail."""

MERIT_MAX = 3.0
"""Largest log-odds one rule may take off: what speaks for a mail exempts none, for mailboxes are broken into."""

FLOOR_MAX = 10.0
"""Highest floor: it claims that fewer than one in 22,000 mails like that are wanted, and more than that no site's mail can show."""

RATE_MAX = 0.05
"""Largest share of wanted mail a rule that speaks against mail may match: at more it says nothing that would help to tell mail apart."""


def rule_of(place: Place, table: dict[str, object], lists: Lists, *checks: Callable[[], object]) -> Rule:
    """The rule in a file's table. LintError with the faults of all its keys, and what the checks find besides."""
    reads: list[Callable[[], object]] = [partial(_key, place.at(key), key, table, lists) for key in (*_KEYS, *_OPTIONAL)]
    reads += [partial(place.check_keys, table, (*_KEYS, *_OPTIONAL)), partial(_check_force, place, table), *checks]
    found: dict[str, Any] = dict(zip((*_KEYS, *_OPTIONAL), gather(reads), strict=False))  # the checks after them give nothing
    samples = {name: _sample(name, found) for name in ("hit", "miss")}
    return Rule(**{**{key: found[key] for key in (*_KEYS, "floor")}, "weight": found["weight"] or 0.0, **samples})


def _key(place: Place, key: str, table: dict[str, object], lists: Lists) -> object:
    if key in table:
        return match_of(place, table[key], lists) if key == "match" else (_KEYS | _OPTIONAL)[key](place, table[key])
    if key in _KEYS:
        raise place.fault("is missing")
    return None


def _check_force(place: Place, table: dict[str, object]) -> None:
    if "weight" in table and "floor" in table:
        raise place.at("floor").fault("cannot stand beside weight: a rule adds its weight or raises to its floor")
    if "weight" not in table and "floor" not in table:
        raise place.fault("weight is missing, or floor in its place")
    if not _speaks_for(table.get("weight")) and isinstance(rate := table.get("rate"), (int, float)) and RATE_MAX < rate <= 1:
        raise place.at("rate").fault(f"must be a number above 0 and at most {RATE_MAX:g} of a rule that speaks against mail")


def _speaks_for(weight: object) -> bool:
    return isinstance(weight, (int, float)) and weight < 0


def _sample(name: str, found: dict[str, Any]) -> Mail:
    sender = found[f"{name}_sender"]
    return Mail(found[name], None if sender is None else Envelope(sender=sender), found[f"{name}_past"])


def text_of(place: Place, value: object) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise place.fault("must be text, not empty")
    return value


def texts_of(place: Place, value: object) -> tuple[str, ...]:
    """One such text or more."""
    if not isinstance(value, list) or not value:
        raise place.fault("must be a list of texts, not empty")
    return tuple(text_of(place.at(f"[{number}]"), one) for number, one in enumerate(value))


def _one_of(known: tuple[str, ...], place: Place, value: object) -> str:
    if value not in known:
        raise place.unknown(value, known)
    return str(value)


def _number(most: float, place: Place, value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= most:
        return float(value)
    raise place.fault(f"must be a number above 0 and at most {most:g}")


def _weight(place: Place, value: object) -> float:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and -MERIT_MAX <= value <= WEIGHT_MAX and value:
        return float(value)
    raise place.fault(f"must be a number from {-MERIT_MAX:g} to {WEIGHT_MAX:g}, and not 0")


def _message(place: Place, value: object) -> bytes:
    """A sample as it would come over the wire: lines end in CRLF (RFC 5322 2.1)."""
    return text_of(place, value).replace("\n", "\r\n").encode()


def _sender(place: Place, value: object) -> str:
    if not isinstance(value, str):
        raise place.fault('must be an address, or "" for the null sender')
    return value


def _past(place: Place, value: object) -> Past:
    if not isinstance(value, dict):
        raise place.fault("must be a table")
    place.check_keys(value, Past.__dataclass_fields__)
    gather(partial(_check_count, place.at(key), key, one) for key, one in value.items())
    return Past(**value)


def _check_count(place: Place, key: str, value: object) -> None:
    if isinstance(getattr(Past(), key), bool):
        if not isinstance(value, bool):
            raise place.fault("must be true or false")
    elif not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise place.fault("must be a whole number, 0 or more")


_KEYS: dict[str, Callable[[Place, object], object]] = {
    "id": text_of,
    "title": text_of,
    "description": text_of,
    "threat": partial(_one_of, THREATS),
    "rate": partial(_number, 1.0),
    "status": partial(_one_of, STATUSES),
    "references": texts_of,
    "false_positives": texts_of,
    "hit": _message,
    "miss": _message,
    "match": lambda _, value: value,
}
_OPTIONAL: dict[str, Callable[[Place, object], object]] = {
    "weight": _weight,
    "floor": partial(_number, FLOOR_MAX),
    "hit_past": _past,
    "miss_past": _past,
    "hit_sender": _sender,
    "miss_sender": _sender,
}
