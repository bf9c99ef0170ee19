"""Pure: the headers Sievert adds in front of a message, and the removal of forged ones.

The content itself is never regenerated: what follows the stamp is the inbound octets, less the header lines that pretended to
be ours. Nothing here decides; it writes down a verdict and a disposition.
"""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime

import re2

from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason, Verdict

ID_DIGITS = 16
REASONS = 5
EVIDENCE_COLUMNS = 44
NAME_OCTETS = 255

_OCTETS = re2.Options()
_OCTETS.encoding = re2.Options.Encoding.LATIN1
_OURS = re2.compile(rb"(?im)^(?:x-sievert-[^:\s]*|x-spam-(?:flag|score))[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\n?", _OCTETS)
_RECEIVED = re2.compile(rb"(?im)^received[ \t]*:", _OCTETS)


def stamp(mail: Mail, verdict: Verdict, disposition: Disposition, hostname: str, when: datetime) -> bytes:
    """The content without forgeries of our headers, behind our own: Received (RFC 5321 4.4), X-Sievert-*, X-Spam-*.

    `when` is the time in Received and must know its zone.
    """
    kept = unforged(mail.content)
    lines = (
        *_received(mail.envelope or Envelope(), identity(verdict), hostname, when),
        f"X-Sievert-Id: {identity(verdict)}",
        *_verdict(verdict, disposition),
        f"X-Sievert-Score: {verdict.score:.3f}",
        *_reasons(verdict.reasons_for(verdict.leading)[:REASONS]),
        *(("X-Spam-Flag: YES",) if disposition.action is not Action.DELIVER else ()),
        f"X-Spam-Score: {verdict.score:.3f}",
        # A first line that begins with white space would continue our last header: give it one that says so.
        *(("X-Sievert-Defect: continuation before the first header",) if kept[:1] in (b" ", b"\t") else ()),
    )
    return "".join(f"{line}\r\n" for line in lines).encode() + kept


def identity(verdict: Verdict) -> str:
    """The short name of a message in headers, replies and the log."""
    return verdict.id[:ID_DIGITS]


def unforged(content: bytes) -> bytes:
    """The content without the header fields that are ours to write, folded lines and all; every other octet stays."""
    end = header_octets(content)
    return bytes(_OURS.sub(b"", content[:end])) + content[end:]


def hops(content: bytes) -> int:
    """How many Received fields the header block has (RFC 5321 6.3)."""
    return len(_RECEIVED.findall(content[: header_octets(content)]))


def header_octets(content: bytes) -> int:
    """Where the header block ends: at the first empty line, or with the content."""
    if content.startswith((b"\r\n", b"\n")):
        return 0
    ends = [at + 1 for at in (content.find(b"\n\r\n"), content.find(b"\n\n")) if at >= 0]
    return min(ends, default=len(content))


def _received(envelope: Envelope, identity: str, hostname: str, when: datetime) -> tuple[str, ...]:
    address = f"IPv6:{envelope.client}" if ":" in envelope.client else envelope.client
    lone = envelope.recipients[0] if len(envelope.recipients) == 1 and envelope.recipients[0].isascii() else ""
    return (
        f"Received: from {_name(envelope.helo)} ([{address}])",
        f"\tby {hostname} (Sievert) with ESMTP",
        f"\tid {identity}" + (f"\r\n\tfor <{lone}>;" if lone else ";"),
        f"\t{format_datetime(when)}",
    )


def _name(helo: str) -> str:
    """The name a client gave itself, fit for Received: it chose it, so nothing but a domain's characters passes."""
    shown = (char if char.isascii() and (char.isalnum() or char in ".-_:[]") else "?" for char in helo[:NAME_OCTETS])
    return "".join(shown) or "unknown"


def _verdict(verdict: Verdict, disposition: Disposition) -> tuple[str, ...]:
    shares = " ".join(f"{threat}={share:.4f}" for threat, share in verdict.probability.as_dict().items())
    return (
        f"X-Sievert-Verdict: {disposition.action}; score={verdict.score:.3f};",
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
    shown = ""
    for char in text[:EVIDENCE_COLUMNS]:
        piece = r"\x22" if char == '"' else char.encode("unicode_escape").decode("ascii")
        if len(shown) + len(piece) > EVIDENCE_COLUMNS:
            break
        shown += piece
    return shown
