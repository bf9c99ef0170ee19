"""The bounded view of a mail's octets that the MIME parser may see. A small, sane mail is its own view."""

from __future__ import annotations

import re

from filter.judge import limits

_PART = b"\n--"


def view(content: bytes) -> tuple[bytes, bytes, tuple[str, ...]]:
    """The header block and body to parse and the defects found on the way, in time linear in the content."""
    defects: list[str] = []
    if content.startswith(b"From "):  # an mbox's separator is no header
        content = content.partition(b"\n")[2]
    head, body = split(content)
    if len(head) > limits.HEADER_BYTES:
        head = head[: limits.HEADER_BYTES].rpartition(b"\n")[0] + b"\n\n"
        defects.append("header block cut")
    if len(body) > limits.PARSED_BYTES:
        body = _heads_of_parts(body)
        defects.append("body cut")
    if _nests(head) + _nests(body) > limits.NESTING:
        head = _flatten(head)
        defects.append("nested too deep")
    else:
        body = _with_short_part_headers(body)
    return head, body, tuple(defects)


def split(content: bytes) -> tuple[bytes, bytes]:
    """The header block with its closing blank line, and the body (RFC 5322 2.1)."""
    if content.startswith((b"\n", b"\r\n")):
        return b"", content
    ends = [place + len(blank) for blank in (b"\n\n", b"\n\r\n") if (place := content.find(blank)) >= 0]
    return (content[: min(ends)], content[min(ends) :]) if ends else (content, b"")


def _nests(octets: bytes) -> int:
    """An upper bound of how deep the MIME parser would go."""
    lowered = octets.lower()
    return lowered.count(b"multipart/") + lowered.count(b"message/")


def _heads_of_parts(body: bytes) -> bytes:
    """Every part's first octets: a payload behind a large attachment is still seen."""
    kept, left = [], limits.PARSED_BYTES
    for place, piece in enumerate(body.split(_PART, limits.PARTS)):
        piece = piece[: min(limits.PART_BYTES, left)]  # noqa: PLW2901  (the piece, cut)
        kept.append(_PART + piece if place else piece)
        left -= len(piece)
        if left <= 0:
            break
    return b"".join(kept)


def _with_short_part_headers(body: bytes) -> bytes:
    """The body with each part's header block cut to `limits.PART_HEADER_BYTES`."""
    if len(body) <= limits.PART_HEADER_BYTES or _PART not in body:
        return body
    pieces = body.split(_PART)
    return _PART.join([pieces[0], *(_short_header(piece) for piece in pieces[1:])])


def _short_header(piece: bytes) -> bytes:
    head, text = split(piece)
    return piece if len(head) <= limits.PART_HEADER_BYTES else head[: limits.PART_HEADER_BYTES] + b"\n\n" + text


def _flatten(head: bytes) -> bytes:
    """The header block without the fields that would make the parser descend."""
    return re.sub(rb"(?im)^content-type:", b"X-Flattened:", head)
