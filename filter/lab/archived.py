"""An archived message as the relay would have met it, judged: its row of a run. Reads no file, keeps nothing.

The envelope is what the archive still tells of it: the sender from Return-Path, the recipients from Delivered-To, X-Original-To or
Envelope-To. What was known of the sender at that time, and what a check of authentication found then, no archive has.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from filter.judge import limits
from filter.judge.correspondents import addresses
from filter.judge.mail import Envelope, Message
from filter.judge.parse import parse
from filter.judge.policy import Disposition, Policies, decide
from filter.judge.scene import Scene
from filter.judge.verdict import PerThreat, Verdict
from filter.lab.bench import Bench
from filter.store.exchange import came
from filter.store.journal import heaviest
from filter.store.rows import REASONS, Row
from filter.store.unstamped import unstamped

VALUE_CHARS = 320
"""Characters kept of a sender, a recipient or a mailing list's id: RFC 5321 4.5.3.1 allows an address 254."""

UNKEPT = PerThreat(math.nan, math.nan, math.nan)
"""Stands for what a row does not keep."""

_RECIPIENTS = ("delivered-to", "x-original-to", "envelope-to")
_FIELD = re.compile(r"^([!-9;-~]++)[ \t]*+:[ \t]*+([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.MULTILINE)
_IN_BRACKETS = re.compile(r"<([^<>]*)>[^<>]*\Z")


class _Met(NamedTuple):
    """A message as it was judged: `trace` has what servers wrote of its way, the message itself unless that was cut from its front."""

    path: str
    message: Message
    trace: Message
    envelope: Envelope | None
    verdict: Verdict


def judged(bench: Bench, messages: Iterable[tuple[str, bytes]]) -> list[Row]:
    """The rows of messages and the paths that they stand at, without labels."""
    # All are judged before the first row is made: turn by turn, a row took twice as long, for judging leaves nothing in the caches.
    met = [_met(bench, path, content) for path, content in messages]
    return [_row(bench, one) for one in met]


def _met(bench: Bench, path: str, content: bytes) -> _Met:
    front, content = unstamped(content, bench.tag)
    site = bench.judge.site
    message = parse(content)
    trace = _above(front) if front else message
    envelope = _envelope(trace)
    return _Met(path, message, trace, envelope, bench.judge.weigh(Scene(message, site, envelope=envelope), content))


def _row(bench: Bench, met: _Met) -> Row:
    path, message, trace, envelope, verdict = met
    sender = envelope.sender if envelope and envelope.sender is not None else str(message.sender or "")
    recipients = addresses(one[:VALUE_CHARS] for one in envelope.recipients) if envelope else ()
    recipients = recipients or addresses(str(one)[:VALUE_CHARS] for one in message.recipients)
    return Row(
        path=path,
        verdict=_kept(verdict),
        disposition=_disposition(verdict, bench.policies, recipients),
        date=came(trace) or (came(message) if trace is not message else None),
        sender=sender[:VALUE_CHARS].lower(),
        recipients=recipients,
        subject_sha256=_digest(message.subject),
        list_id=_list_id(message),
    )


def _kept(verdict: Verdict) -> Verdict:
    """What a row keeps of it."""
    reasons = heaviest(verdict)[:REASONS]
    numbers = (verdict.score, verdict.log_odds, verdict.probability)
    return Verdict(verdict.id, *numbers, reasons, UNKEPT, verdict.hits, (), verdict.model, verdict.rulebook)


def _above(front: bytes) -> Message:
    """The fields above a stamp, as a message that has nothing else."""
    fields = _FIELD.findall(front.decode("ascii", "surrogateescape"))
    kept = islice(fields, limits.HEADERS)
    return Message(headers=tuple((name.lower(), value[: limits.HEADER_CHARS]) for name, value in kept))


def _envelope(trace: Message) -> Envelope | None:
    """What servers wrote down of the envelope (RFC 5321 4.4); None where they did not. Recipients stand above the last hop's Received:
    below it are those of forwarders."""
    sender: str | None = None
    named: dict[str, list[str]] = {}
    on_top = True
    for name, value in trace.headers:
        if name == "received":
            on_top = False
        elif name == "return-path" and sender is None:
            sender = value.strip().strip("<>")
        elif on_top and name in _RECIPIENTS:
            named.setdefault(name, []).extend(one.strip(" \t\r\n<>") for one in value.split(","))
    if sender is None and not named:
        return None
    recipients = next((named[name] for name in _RECIPIENTS if name in named), [])
    return Envelope(sender=sender, recipients=tuple(islice(filter(None, recipients), limits.ADDRESSES)))


def _disposition(verdict: Verdict, policies: Policies, recipients: Iterable[str]) -> Disposition:
    """By the policy of the recipients' group where they all are of one, else by the site's: who else got the message nobody can tell."""
    asked = {policies.of(one) for one in recipients} if policies.groups else set()
    return decide(verdict, asked.pop() if len(asked) == 1 else policies.site)


def _digest(subject: str) -> str:
    return hashlib.sha256(subject.encode("utf-8", "surrogatepass")).hexdigest() if subject else ""


def _list_id(message: Message) -> str:
    """RFC 2919 3: what stands in the angle brackets, else all of it."""
    value = message.header("list-id")
    named = _IN_BRACKETS.search(value) if value else None
    return (named[1] if named else value).strip()[:VALUE_CHARS].lower()
