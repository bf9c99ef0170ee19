"""Pure: the headers Sievert adds in front of a message, and the removal of forged ones.

The content itself is never regenerated: what follows the stamp is the inbound octets, less the header lines that pretended to
be ours. Nothing here decides; it writes down a verdict and a disposition.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache

import re2

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason, Verdict

ID_DIGITS = 16
REASONS = 5
EVIDENCE_COLUMNS = 44
NAME_OCTETS = 255

_OCTETS = re2.Options()
_OCTETS.encoding = re2.Options.Encoding.LATIN1
_OURS = re2.compile(rb"(?im)^(?:x-sievert-[^:\s]*|x-spam-(?:flag|score))[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\n?", _OCTETS)
_SUBJECT = re2.compile(rb"(?im)^subject[ \t]*:[ \t]*", _OCTETS)


@dataclass(frozen=True, slots=True)
class Stamped:
    """A message on its way out: `front`, then `content` from `start` on. The content itself is never copied."""

    front: bytes
    content: bytes
    start: int = 0

    @property
    def whole(self) -> bytes:
        """All its octets."""
        return self.front + self.content[self.start :]

    def isascii(self) -> bool:
        """Whether it needs no 8BITMIME; where the front replaces the header block, that of the content counts too."""
        return self.front.isascii() and self.content.isascii()


@dataclass(frozen=True, slots=True)
class Trace:
    """What Received says of the way here: who sent (RFC 5321 4.4), by which protocol (RFC 3848), to which host, when.

    `recipient` is "" where there are several; `when` must know its zone.
    """

    helo: str
    address: str
    protocol: str
    recipient: str
    hostname: str
    when: datetime


def stamp(content: bytes, verdict: Verdict, disposition: Disposition, trace: Trace, *, tag: str = "", observed: str = "") -> Stamped:
    """The content without forgeries of our headers, behind our own: Received, X-Sievert-*, X-Spam-*.

    `tag` is put before the subject. `observed` is the action that was not taken because the relay only observes.
    """
    lines = (
        f"X-Sievert-Id: {identity(verdict)}",
        *_verdict(verdict, disposition, observed),
        f"X-Sievert-Score: {verdict.score:.3f}",
        *_reasons(verdict.reasons_for(verdict.leading)[:REASONS]),
        *(("X-Spam-Flag: YES",) if disposition.action is not Action.DELIVER else ()),
        f"X-Spam-Score: {verdict.score:.3f}",
    )
    return _spliced(content, identity(verdict), trace, lines, tag)


def stamp_unjudged(content: bytes, identity: str, cause: str, trace: Trace) -> Stamped:
    """The content behind a stamp that says it was delivered without a judgement, and why."""
    return _spliced(content, identity, trace, (f"X-Sievert-Id: {identity}", f"X-Sievert-Verdict: unjudged; cause={cause}"), "")


def _spliced(content: bytes, identity: str, trace: Trace, lines: tuple[str, ...], tag: str) -> Stamped:
    end = header_octets(content)
    block = content[:end]
    kept = unforged(block)
    if kept[:1] in (b" ", b"\t"):  # would continue our last header: give it one that says so
        kept = b"X-Sievert-Defect: continuation before the first header\r\n" + kept
    if tag:
        kept = _tagged(kept, tag)
    front = "".join(f"{line}\r\n" for line in (*_received(trace, identity), *lines)).encode()
    return Stamped(front, content) if kept == block else Stamped(front + kept, content, end)


def _tagged(block: bytes, tag: str) -> bytes:
    """A header block with the tag before its subject; with a subject of its own where it has none."""
    subject = _SUBJECT.search(block)
    if subject is None:
        return f"Subject: {tag}\r\n".encode() + block
    at = subject.end()
    return block if block[at:].startswith(tag.encode()) else block[:at] + f"{tag} ".encode() + block[at:]


def identity(verdict: Verdict) -> str:
    """The short name of a message in headers, replies and the log."""
    return verdict.id[:ID_DIGITS]


def unforged(content: bytes) -> bytes:
    """The content without the header fields that are ours to write, folded lines and all; every other octet stays."""
    end = header_octets(content)
    if b"\nx-s" not in b"\n" + content[:end].lower():  # a tenth of what the expression costs
        return content
    return bytes(_OURS.sub(b"", content[:end])) + content[end:]


def hops(content: bytes) -> int:
    """How many Received fields the header block has (RFC 5321 6.3)."""
    block = b"\n" + content[: header_octets(content)].lower()
    return sum(rest.lstrip(b" \t").startswith(b":") for rest in block.split(b"\nreceived")[1:])


def header_octets(content: bytes) -> int:
    """Where the header block ends: at the first empty line, or with the content."""
    if content.startswith((b"\r\n", b"\n")):
        return 0
    end = content.find(b"\n\r\n") + 1 or len(content)
    return content.find(b"\n\n", 0, end) + 1 or end  # not beyond: the content has no LF alone, and may be long


def _received(trace: Trace, identity: str) -> tuple[str, ...]:
    address = f"IPv6:{trace.address}" if ":" in trace.address else trace.address
    lone = trace.recipient if trace.recipient.isascii() else ""
    return (
        f"Received: from {_name(trace.helo)} ([{address}])",
        f"\tby {trace.hostname} (Sievert) with {trace.protocol}",
        f"\tid {identity}" + (f"\r\n\tfor <{lone}>;" if lone else ";"),
        f"\t{_date(trace.when.replace(microsecond=0))}",
    )


@lru_cache(maxsize=64)
def _date(second: datetime) -> str:
    """RFC 5322 3.3; many messages come in one second."""
    return format_datetime(second)


@lru_cache(maxsize=4096)
def _name(helo: str) -> str:
    """The name a client gave itself, fit for Received: it chose it, so nothing but a domain's characters passes."""
    shown = (char if char.isascii() and (char.isalnum() or char in ".-_:[]") else "?" for char in helo[:NAME_OCTETS])
    return "".join(shown) or "unknown"


def _verdict(verdict: Verdict, disposition: Disposition, observed: str) -> tuple[str, ...]:
    shares = " ".join(f"{threat}={share:.4f}" for threat, share in verdict.probability.as_dict().items())
    return (
        f"X-Sievert-Verdict: {disposition.action};{f' observed={observed};' if observed else ''} score={verdict.score:.3f};",
        f"\t{shares};",
        f"\tcause={disposition.cause or 'none'};",
        f"\tmodel={_escaped(verdict.model)};",
        f"\trulebook={_escaped(verdict.rulebook)}",
    )


def _reasons(reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    if not reasons:
        return ("X-Sievert-Reasons: none",)
    shown = [f'{reason.kind} "{_escaped(reason.evidence)}" {reason.weight:+.2f}' for reason in reasons]
    return ("X-Sievert-Reasons:", *(f"\t{line};" for line in shown[:-1]), f"\t{shown[-1]}")


def _escaped(text: str) -> str:
    """Printable ASCII, at most `EVIDENCE_COLUMNS` wide; everything else and the quote backslash-escaped, never cut in two."""
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return text[:EVIDENCE_COLUMNS]
    shown = ""
    for char in text[:EVIDENCE_COLUMNS]:
        piece = r"\x22" if char == '"' else char.encode("unicode_escape").decode("ascii")
        if len(shown) + len(piece) > EVIDENCE_COLUMNS:
            break
        shown += piece
    return shown
