"""What `sievert rules explain` prints: a rule in words, a signal, and what the rulebook sees in a mail. Prints nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from filter.cli.output import escaped
from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.rules.book import STABLE, Rule, Rulebook
from filter.judge.rules.wording import in_words, lines, signals_of
from filter.judge.scene import Scene, Signal
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.signals.meanings import MEANINGS
from filter.store.verdicts import to_json


def rule_told(rule: Rule) -> dict[str, Any]:
    """Everything a rule says of itself but its mails, for JSON; `conditions` are in words, a line each."""
    keys = ("id", "title", "description", "threat", "weight", "floor", "rate", "status", "references", "false_positives")
    return {**{key: getattr(rule, key) for key in keys}, "conditions": list(lines(rule.match))}


def strength(rule: Rule) -> str:
    """What a hit does, in one word: to two digits, the second left out where it is 0."""
    word = f"{rule.weight:+.2f}" if rule.floor is None else f">={rule.floor:.2f}"
    return word.removesuffix("0")


def rule_lines(rule: Rule) -> Iterator[str]:
    """The same to read."""
    for_it = rule.weight < 0
    adds = f"takes {-rule.weight:g} off" if for_it else f"adds {rule.weight:g} to"
    does = adds if rule.floor is None else f"raises to at least {rule.floor:g}"
    yield f"{rule.id}: {rule.title}"
    yield f"  {rule.description}"
    yield f"  {does} the log-odds of {rule.threat}{'' if rule.status == STABLE else ' once it is off trial; now its hits weigh nothing'}"
    yield (
        "  speaks for a mail, and may match unwanted mail, such as:" if for_it else f"  may match {rule.rate:.3%} of wanted mail, such as:"
    )
    yield from (f"    {one}" for one in rule.false_positives)
    yield "  matches"
    yield from lines(rule.match, "    ")
    yield "  described in"
    yield from (f"    {one}" for one in rule.references)


def signal_told(signal: Signal, book: Rulebook) -> dict[str, Any]:
    """What a signal is and means, and the rules that ask for it, for JSON."""
    rules = [rule.id for rule in book.rules if signal in signals_of(rule.match)]
    return {"signal": signal.name, "group": signal.group, "meaning": MEANINGS[signal.name], "source": signal.source, "rules": rules}


def signal_lines(told: dict[str, Any]) -> Iterator[str]:
    """The same to read."""
    yield f"{told['signal']} ({told['group']})"
    yield f"  {told['meaning']}"
    yield f"  known from {told['source']}"
    yield f"  asked for by {', '.join(told['rules']) or 'no rule'}"


def mail_told(name: str, mail: Mail, judge: Judge) -> dict[str, Any]:
    """What is seen in a mail, for JSON: signals that are true, hits, and rules that one condition keeps from matching."""
    scene = Scene.of(mail, judge.site)
    hits = to_json(judge.weigh(scene, mail.content))["hits"]
    return {
        "path": name,
        "signals": [
            {"signal": signal.name, "group": signal.group, "evidence": evidence}
            for signal in CATALOGUE.values()
            if (evidence := scene.evidence(signal))
        ],
        "hits": hits,
        "nearly": [
            {"rule": rule.id, "lacks": in_words(lacking)} for rule in judge.rulebook.rules if (lacking := rule.lacks(scene)) is not None
        ],
    }


def mail_lines(told: dict[str, Any]) -> Iterator[str]:
    """The same to read."""
    yield escaped(told["path"])
    yield f"  signals: {len(told['signals'])} of {len(CATALOGUE)}"
    yield from (f"    {one['signal']} ({one['group']}): {escaped(one['evidence'])}" for one in told["signals"])
    yield f"  hits: {len(told['hits'])}"
    yield from (f"    {one['rule']} ({one['threat']} {one['weight']:+.2f}): {escaped(one['evidence'])}" for one in told["hits"])
    if told["nearly"]:
        yield "  nearly, but for one condition"
        yield from (f"    {one['rule']} lacks: {escaped(one['lacks'])}" for one in told["nearly"])
