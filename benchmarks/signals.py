"""What signals and rules add to a judgement: asks for the features, and the shipped rulebook matched, on mail already parsed.

    python benchmarks/signals.py                              the demo's mails
    python benchmarks/signals.py --corpora FOLDER --each 20   held-back mail of every corpus (needs the extra `train`)

The site knows 200 people and 500 suppliers, and there is a past, so no signal is silent for want of facts. What the features read of a
text anyway, what of it is quoted and what is its own, is known. The second line asks every signal there is; the judge asks fewer, for
rules look first at what is cheap. The third is of a smaller house, to compare with what is asked of 40 signals and 50 rules: every second
rule, with the signals that these look at.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import fmean, quantiles

from judging import held_back, seconds

import filter.demo
from filter.judge.mail import Envelope, Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.rules.conditions import All, Any, Holds, Match, Not
from filter.judge.scene import Scene, Signal
from filter.judge.signals import ask
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.site import Site, Supplier, Vip
from filter.judge.verdict import PerThreat
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

_FIRST, _LAST = ("Anna Ben Carla Dov Elif Franz Gita Hugo Ines Jan".split(), "Weiss Ribeiro Halloran Okafor Lindqvist Amsel".split())  # noqa: SIM905
SITE = Site(
    domains=frozenset({"harlow-vance.example"}),
    vips=tuple(Vip(f"{_FIRST[n % 10]} {_LAST[n % 6]}{n}", (f"p{n}@harlow-vance.example",)) for n in range(200)),
    suppliers=tuple(Supplier(f"{_LAST[n % 6]} Works {n}", (f"{_LAST[n % 6].lower()}-works{n}.example",)) for n in range(500)),
    authserv_ids=frozenset({"mx.harlow-vance.example"}),
)
SCENE = Scene(parse(b""), SITE, Past(3, 9, 1, 2, 40), Envelope("192.0.2.1", "mx", "a@b.example", ("c@harlow-vance.example",)))


def main() -> None:
    """One line for all mails."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpora", type=Path, help="folder of <corpus>.tar.zst")
    options.add_argument("--own", type=Path, default=Path("models/corpus"), help="folder of our own mail (default: models/corpus)")
    options.add_argument("--each", type=int, default=20, help="held-back mails taken of every corpus (default: 20)")
    options.add_argument("--rounds", type=int, default=5, help="times each mail is measured; the best counts (default: 5)")
    asked = options.parse_args()
    contents = [mail.content for mail in filter.demo.mails()]
    if asked.corpora:
        contents = [content for _, content in held_back(asked.corpora, asked.own, asked.each)]
    rulebook, nothing = load_rulebook(shipped("rules")), PerThreat(0.0, 0.0, 0.0)
    half = replace(rulebook, rules=rulebook.rules[::2])
    looked_at = {signal.name for rule in half.rules for signal in _signals(rule.match)}

    def as_judged(scene: Scene) -> None:
        for signal in ask.SIGNALS:
            scene.evidence(signal)
        rulebook.match(scene, nothing)

    def everything(scene: Scene) -> None:
        for signal in CATALOGUE.values():
            scene.evidence(signal)
        rulebook.match(scene, nothing)

    print(f"{len(CATALOGUE)} signals and {len(rulebook.rules)} rules on {len(contents)} mails, ms each")
    ways: tuple[tuple[str, Callable[[Scene], object]], ...] = (
        ("what the judge asks of it", as_judged),
        ("everything asked", everything),
        (f"{len(half.rules)} rules on {len(looked_at)} signals", lambda scene: half.match(scene, nothing)),
    )
    for name, work in ways:
        taken = _taken(work, contents, asked.rounds)
        print(f"{name:26} mean {fmean(taken):.3f}, 99 of 100 within {quantiles(taken, n=100)[-1]:.2f}, worst {max(taken):.2f}")


def _signals(match: Match) -> tuple[Signal, ...]:
    """The signals that a condition looks at."""
    if isinstance(match, Holds):
        return match.signals
    parts = match.parts if isinstance(match, All | Any) else (match.part,) if isinstance(match, Not) else ()
    return tuple(signal for part in parts for signal in _signals(part))


def _taken(work: Callable[[Scene], object], contents: list[bytes], rounds: int) -> list[float]:
    """The best of some rounds over all mails, each on a scene of which nothing is known: in between other mails were met, as in use."""
    messages = [parse(content) for content in contents]
    passes = [[_once(work, message) for message in messages] for _ in range(rounds)]
    return [min(taken) * 1e3 for taken in zip(*passes, strict=True)]


def _once(work: Callable[[Scene], object], message: Message) -> float:
    scene = replace(SCENE, message=message, _found={}, _true=set(), _none_true=set(), _read={})
    assert scene.own_words is not None  # read, and so known
    return seconds(partial(work, scene))


if __name__ == "__main__":
    main()
