"""`sievert learn`: labelled mail, or decisions on held mail, to lessons on top of the shipped model.

What is given is read twice, first to count and then to learn, so that of archives of any size two messages are in memory at a time.
"""

from __future__ import annotations

import heapq
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

import click

from filter.assemble import build_base_judge
from filter.cli.output import config_option, damaged, escaped, format_option, json_line
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import UsageError
from filter.lab.learn import Labelled, Learner, Learnt, identity
from filter.store.archives import OnDamage, open_path
from filter.store.lessons import opened
from filter.store.quarantine import Quarantine, State
from filter.store.unstamped import unstamped

_PATH = click.Path(exists=True, allow_dash=True, path_type=str)
_EVERY = 1_000_000


class _Readable(NamedTuple):
    """What was asked for, and where it can be read more than once."""

    asked: str
    path: str

    def told(self, name: str) -> str:
        """A message's name there, as one under what was asked for."""
        return self.asked + name.removeprefix(self.path)

    def telling(self, damaged: OnDamage) -> OnDamage:
        """What hears of damage there, by the same names."""
        return lambda name, why: damaged(self.told(name), why)


@click.command(
    epilog="""\b
Examples:
  sievert learn --ham missed.eml                    it was wanted; do not hold its like again
  sievert learn --ham Maildir/ --spam junk.mbox     two folders of past mail
  sievert learn --spam - < junk.eml                 from standard input, as mail programs pipe it
  sievert learn --from-quarantine                   every released message is a lesson: it was wanted
Then: sievert model log, and a reload of the relay (SIGHUP), which judges by it from then on.
"""
)
@click.option("--ham", "ham", multiple=True, type=_PATH, metavar="PATH", help="Wanted mail; may be given again.")
@click.option("--spam", "spam", multiple=True, type=_PATH, metavar="PATH", help="Unwanted mail of any kind; may be given again.")
@click.option("--from-quarantine", is_flag=True, help="Held messages that were released, as wanted, unless they were taught before.")
@format_option
@config_option
def learn(ham: tuple[str, ...], spam: tuple[str, ...], from_quarantine: bool, shape: str, config_file: Path | None) -> None:
    """Teach this site's layer, one message at a time.

    PATH is an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input. A message that was learnt already
    is passed over; one with another label than before is learnt anew. The shipped model stays as it is: sievert model revert takes any
    lesson back, and --from-quarantine does not teach it again.
    """
    config = load(config_file)
    if not (ham or spam or from_quarantine):
        raise UsageError("nothing to learn: give --ham PATH, --spam PATH or --from-quarantine")
    if (*ham, *spam).count("-") > 1:
        raise UsageError("standard input (-) can be given once only")
    with ExitStack() as stack:
        held = stack.enter_context(closing(Quarantine(config.store.quarantine, create=False))) if from_quarantine else None
        wanted, unwanted = ([_readable(path, stack) for path in paths] for paths in (ham, spam))
        once = cache(damaged)  # said once, though it is come upon twice

        def sides() -> tuple[Iterator[Labelled], Iterator[Labelled]]:
            read = partial(_read, damaged=once, tag=config.relay.subject_tag)
            return chain(read(wanted, unwanted=False), _released(held)), read(unwanted, unwanted=True)

        counts = _counted(*sides())
        _show(teach(config, _by_turns(sides(), counts)), shape)


def teach(config: Config, labelled: Iterable[Labelled]) -> Iterator[Learnt]:
    """Learn each by the configuration's model and keep its lesson."""
    base = build_base_judge(config)
    with opened(config.store.lessons, create=True) as lessons:
        yield from Learner(base, lessons, lambda: datetime.now(UTC)).learn(labelled)


def learn_released(config: Config, quarantine: Quarantine, ids: Iterable[str]) -> None:
    """Learn held messages as wanted and say so on standard error, also of those whose content is gone."""
    _teach_aloud(config, _held(quarantine, ids))


def learn_deleted(config: Config, deleted: Iterable[tuple[str, bytes]]) -> None:
    """Learn messages, each with its id, as unwanted and say so on standard error. They are asked for once a lesson can be kept."""
    _teach_aloud(config, (Labelled(f"quarantine {id_}", content, unwanted=True) for id_, content in deleted))


def _teach_aloud(config: Config, labelled: Iterable[Labelled]) -> None:
    """Learn, and say so on standard error."""
    for learnt in teach(config, labelled):
        known = f"lesson {learnt.number}" if learnt.number else "known already"
        click.echo(f"{learnt.labelled.source}: learnt ({known}): score {learnt.before:.2f} before, {learnt.after:.2f} after", err=True)


def _held(quarantine: Quarantine, ids: Iterable[str], *, once: bool = False) -> Iterator[Labelled]:
    for id_ in ids:
        content = quarantine.show(id_).content
        if content is None:
            click.echo(f"quarantine {id_}: not learnt: its content was deleted", err=True)
        else:
            yield Labelled(f"quarantine {id_}", content, unwanted=False, once=once)


def _readable(path: str, stack: ExitStack) -> _Readable:
    """A path as it stands; what can be read only once (standard input, a pipe) in a file that goes with `stack`."""
    if path != "-" and (Path(path).is_file() or Path(path).is_dir()):
        return _Readable(path, path)
    copy = stack.enter_context(NamedTemporaryFile(prefix="sievert-", suffix=Path(path).name))  # noqa: SIM115  (the stack closes it)
    with ExitStack() as opening:
        shutil.copyfileobj(sys.stdin.buffer if path == "-" else opening.enter_context(Path(path).open("rb")), copy)
    copy.flush()
    return _Readable(path, copy.name)


def _read(places: list[_Readable], *, damaged: OnDamage, tag: str, unwanted: bool) -> Iterator[Labelled]:
    """Each message as it came to the relay, without the stamp that one has which went through it."""
    for place in places:
        for name, content in open_path(place.path, place.telling(damaged)):
            yield Labelled(place.told(name), unstamped(content, tag).content, unwanted)


def _released(quarantine: Quarantine | None) -> Iterator[Labelled]:
    """Every message that was released, in the order they were held."""
    if quarantine:
        ids = [row.id for row in quarantine.list(State.RELEASED, limit=_EVERY)]
        yield from _held(quarantine, reversed(ids), once=True)


def _counted(wanted: Iterable[Labelled], unwanted: Iterable[Labelled]) -> tuple[int, int]:
    """How many of each there are. UsageError where there is none, or where a message is given as both."""
    seen = [(identity(one.content), one.once) for one in wanted]
    given, count = {mail for mail, once in seen if not once}, 0
    for count, one in enumerate(unwanted, 1):  # noqa: B007  (counted for what follows)
        if identity(one.content) in given:
            raise UsageError(f"{escaped(one.source)} is given as wanted and as unwanted: nothing was learnt; give it one label")
    if not seen and not count:
        raise UsageError("no message found there")
    return len(seen), count


def _by_turns(sides: tuple[Iterable[Labelled], Iterable[Labelled]], counts: tuple[int, int]) -> Iterator[Labelled]:
    """Wanted and unwanted mail in even turns: a long row of one kind first would teach that kind alone."""
    placed = [_placed(side, count) for side, count in zip(sides, counts, strict=True)]
    return map(itemgetter(1), heapq.merge(*placed, key=itemgetter(0)))


def _placed(side: Iterable[Labelled], count: int) -> Iterator[tuple[float, Labelled]]:
    for place, one in enumerate(side):
        yield (place + 0.5) / max(count, 1), one


def _show(learnt: Iterable[Learnt], shape: str) -> None:
    """A line for each as soon as it is learnt: a long run shows how far it is, and one that breaks off what it did."""
    if shape != "jsonl":
        click.echo(f"{'lesson':>10}  {'label':8}  {'before':>8}  {'after':>8}  message")
    for one in learnt:
        document = _document(one)
        if shape == "jsonl":
            json_line(document)
        else:
            number = one.number or ("known" if one.lesson.standing else document["state"])
            scores = f"{one.before:8.2f}  {one.after:8.2f}" if one.lesson.standing else f"{'-':>8}  {'-':>8}"
            click.echo(f"{number:>10}  {document['label']:8}  {scores}  {escaped(one.labelled.source)}")


def _document(one: Learnt) -> dict[str, Any]:
    """What holds of a message now: the lesson about it, and scores only if that stands."""
    stands = one.lesson.standing
    return {
        "lesson": one.number or None,
        "path": one.labelled.source,
        "label": "unwanted" if one.lesson.unwanted else "wanted",
        "before": one.before if stands else None,
        "after": one.after if stands else None,
        "state": "stands" if stands else "taken back",
    }
