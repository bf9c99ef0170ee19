"""`samples.toml` of a folder of rules: the facts of the site that the mails which rules carry were sent to. Reads no file.

The keys and what they may hold are those of the configuration's `[site]`, at the top of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from filter.config.site import address, authserv_id, domain, firm_domain, name
from filter.judge.site import Site, Supplier, Vip
from filter.store.rulekeys import text_of, texts_of
from filter.store.rulelint import Place, gather

SAMPLES = "samples.toml"

Check = Callable[[str], str]
"""Gives what is kept of a text, or raises ValueError with the words for a wrong one."""


def site_of(place: Place, table: dict[str, object]) -> Site:
    """The site in the file's table. LintError with the faults of all its keys."""
    given = [key for key in _KEYS if key in table]
    reads: list[Callable[[], Any]] = [partial(_KEYS[key], place.at(key), table[key]) for key in given]
    reads.append(partial(place.check_keys, table, _KEYS))
    found = dict(zip(given, gather(reads), strict=False))  # the check after them gives nothing
    plurals = {"vip": "vips", "supplier": "suppliers"}
    return Site(**{plurals.get(key, key): value for key, value in found.items()})


def _all(check: Check, place: Place, value: object) -> tuple[str, ...]:
    texts = texts_of(place, value)
    return gather(partial(_one, check, place.at(f"[{number}]"), text) for number, text in enumerate(texts))


def _set(check: Check, place: Place, value: object) -> frozenset[str]:
    return frozenset(_all(check, place, value))


def _one(check: Check, place: Place, text: object) -> str:
    try:
        return check(text_of(place, text))
    except ValueError as error:
        raise place.fault(f"{text!r}: {error}") from None


def _named(kind: type[Vip] | type[Supplier], check: Check, place: Place, value: object) -> tuple[Vip | Supplier, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise place.fault("must be tables")
    return gather(partial(_named_one, kind, check, place.at(f"[{number}]"), one) for number, one in enumerate(value))


def _named_one(kind: type[Vip] | type[Supplier], check: Check, place: Place, table: dict[str, object]) -> Vip | Supplier:
    called, theirs = kind._fields
    place.check_keys(table, kind._fields)
    if missing := [key for key in kind._fields if key not in table]:
        raise place.at(missing[0]).fault("is missing")
    return kind(_one(name, place.at(called), table[called]), _all(check, place.at(theirs), table[theirs]))


_KEYS: dict[str, Callable[[Place, object], object]] = {
    "domains": partial(_set, firm_domain),
    "authserv_ids": partial(_set, authserv_id),
    "freemail": partial(_set, domain),
    "vip": partial(_named, Vip, address),
    "supplier": partial(_named, Supplier, firm_domain),
}
