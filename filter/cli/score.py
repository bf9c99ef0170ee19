"""`sievert score`: mail from files, archives or standard input, judged as the relay would; nothing is changed or kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from filter.assemble import build_judge, build_policy
from filter.cli.output import config_option, console, counted, damaged, escaped, format_option, json_line
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition, decide
from filter.judge.verdict import THREATS, Verdict
from filter.store.archives import open_path
from filter.store.verdicts import to_json

_COLOURS = {Action.DELIVER: "green", Action.TAG: "yellow", Action.QUARANTINE: "red", Action.REJECT: "bold red"}
_SHOWN_REASONS = 4

NARROW = 110
"""Columns below which a message has lines of its own in place of a row."""


@click.command(
    epilog="""\b
Examples:
  sievert score message.eml                             one message: verdict and reasons
  sievert score inbox.mbox Maildir/ archive.tar.gz      whole archives, a line each
  cat message.eml | sievert score -                     from standard input
  sievert score --format jsonl Maildir/ | jq -r 'select(.disposition != "deliver") | .path'
""",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option
@config_option
def score(paths: tuple[str, ...], shape: str, config_file: Path | None) -> None:
    """Judge mail: an .eml file, an mbox, a Maildir, a folder or an archive of these, or - for standard input.

    The score is the log-odds that a message is unwanted; each threat has its own log-odds and probability. The disposition is what
    the configuration's thresholds would make of it.
    """
    config = load(config_file)
    judge, policy = build_judge(config), build_policy(config)
    screen = console()
    table = None if shape == "jsonl" or screen.width < NARROW else _table()
    messages = _messages(paths) if table is None else counted(_messages(paths), "mails judged")
    judged = 0
    for judged, (path, content) in enumerate(messages, 1):  # noqa: B007  (counted for what follows)
        started = perf_counter()
        verdict = judge.judge(Mail(content))
        taken = (perf_counter() - started) * 1000
        disposition = decide(verdict, policy)
        if shape == "jsonl":
            json_line(scored(path, verdict, disposition, taken))
        elif table is None:
            screen.print(_lines(path, verdict, disposition))
        else:
            table.add_row(*_row(path, verdict, disposition))
    if not judged:
        raise UsageError("no message found there")
    if table is not None:
        screen.print(table)


def scored(path: str, verdict: Verdict, disposition: Disposition, taken: float) -> dict[str, Any]:
    """One message's line: the fields that scripts rely on. `taken` is milliseconds."""
    whole = to_json(verdict)
    return {
        "path": path,
        "id": verdict.id,
        "score": whole["score"],
        "threats": whole["probability"],
        "log_odds": whole["log_odds"],
        "disposition": disposition.action.value,
        "cause": disposition.cause,
        "hits": whole["hits"],
        "reasons": whole["reasons"],
        "rest": whole["rest"],
        "defects": whole["defects"],
        "model": verdict.model,
        "rulebook": verdict.rulebook,
        "ms": round(taken, 3),
    }


def _messages(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Every message of every path; what is damaged is said on standard error and passed over."""
    for path in paths:
        yield from open_path(path, damaged)


def _table() -> Table:
    table = Table(show_edge=False, pad_edge=False)
    for title, justify in (("message", "left"), ("score", "right"), ("spam", "right"), ("phish", "right"), ("bec", "right")):
        table.add_column(title, justify=justify, overflow="fold")  # type: ignore[arg-type]
    table.add_column("disposition")
    table.add_column("why (log-odds)", overflow="fold", ratio=1)
    return table


def _row(path: str, verdict: Verdict, disposition: Disposition) -> tuple[str | Text, ...]:
    shares = (f"{share:.1%}" for share in verdict.probability)
    action = Text(disposition.action.value, style=_COLOURS[disposition.action])
    return (escaped(path), f"{verdict.score:.2f}", *shares, action, why(verdict))


def _lines(path: str, verdict: Verdict, disposition: Disposition) -> Text:
    """The same where there is no room for columns."""
    name, score, *shares, action, reasons = _row(path, verdict, disposition)
    threats = ", ".join(f"{threat} {share}" for threat, share in zip(THREATS, shares, strict=True))
    return Text.assemble(name, "\n  ", action, f", score {score}: {threats}\n  {reasons}")


def why(verdict: Verdict) -> str:
    """The leading threat and its strongest reasons, in one line safe for a terminal."""
    reasons = verdict.reasons_for(verdict.leading)[:_SHOWN_REASONS]
    return f"{verdict.leading}: " + ", ".join(f"{reason.kind} {escaped(reason.evidence)!r} {reason.weight:+.2f}" for reason in reasons)
