from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections import Counter

import pytest
from hostile import HOSTILE

from filter.judge import limits, signals
from filter.judge.mail import Envelope
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.signals.meanings import MEANINGS
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

GROUPS = frozenset(
    "identity reply lookalike relation authentication thread recipients ask link body attachment benign".split()  # noqa: SIM905
)
MODULES = [importlib.import_module(f"filter.judge.signals.{module.name}") for module in pkgutil.iter_modules(signals.__path__)]
TOLD: dict[str, tuple[Signal, ...]] = {module.__name__: module.SIGNALS for module in MODULES if hasattr(module, "SIGNALS")}
SITE = load_rulebook(shipped("rules")).samples
ENVELOPE = Envelope("192.0.2.1", "x", "a@b.example", ("c@d.example",))
PASTS = (None, Past(), Past(3, 9, 1, 2, 40, True, 1))


@pytest.mark.parametrize("module", TOLD)
def test_every_signal_of_every_module_is_there(module: str) -> None:
    """A module's signals are all in the catalogue, each under its own name."""
    assert TOLD[module]
    assert all(CATALOGUE[signal.name] is signal for signal in TOLD[module])


def test_names_are_given_once() -> None:
    """No two signals share a name, in whatever modules they are, and no other is in the catalogue."""
    names = Counter(signal.name for told in TOLD.values() for signal in told)
    assert [name for name, count in names.items() if count > 1] == []
    assert set(names) == set(CATALOGUE)


@pytest.mark.parametrize("signal", CATALOGUE.values(), ids=CATALOGUE)
def test_a_signal_is_well_named(signal: Signal) -> None:
    """A name in kebab case, a group that is known, and a source."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", signal.name)
    assert signal.group in GROUPS
    assert signal.source.strip()


def test_every_signal_has_a_meaning() -> None:
    """A sentence for each and for no other, in the catalogue's order."""
    assert list(MEANINGS) == list(CATALOGUE)


@pytest.mark.parametrize("meaning", MEANINGS.values(), ids=MEANINGS)
def test_a_meaning_is_one_line(meaning: str) -> None:
    """40 to 150 characters that a terminal can show, without a full stop or a space at an end."""
    assert 40 <= len(meaning) <= 150
    assert meaning.isprintable()
    assert meaning == meaning.strip(" .")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_signal_raises_or_takes_long(name: str) -> None:
    """Whatever a mail holds, each signal says something of it in one line or nothing, and all of them together at once."""
    message = parse(HOSTILE[name]())
    for past in PASTS:
        scene = Scene(message, SITE, past, ENVELOPE)
        started = time.perf_counter()
        said = [scene.evidence(signal) for signal in CATALOGUE.values()]
        assert time.perf_counter() - started < 0.5
        assert all(len(evidence) <= limits.EVIDENCE_CHARS for evidence in said)
