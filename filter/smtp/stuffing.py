"""Pure: content in blocks as DATA wants it (RFC 5321 4.5.2), its end included."""

from __future__ import annotations

from collections.abc import Iterator

BLOCK_OCTETS = 262_144


def stuffed(front: bytes, content: bytes, start: int) -> Iterator[bytes]:
    """The blocks of `front` and `content[start:]`, each beginning with a line: leading dots doubled, CRLF at the end, the end of data.

    Both have CRLF line ends alone; no block is much longer than `BLOCK_OCTETS`.
    """
    last = front[-2:]
    if front:
        yield _doubled(front, line_ended=True)
    at = start
    while at < len(content):
        end = at + BLOCK_OCTETS
        end -= content[end - 1 : end] == b"\r"  # a CR stays with its LF
        block = content[at:end]
        yield _doubled(block, line_ended=last in (b"", b"\r\n"))
        last, at = block[-2:], end
    yield b".\r\n" if last in (b"", b"\r\n") else b"\r\n.\r\n"


def _doubled(block: bytes, *, line_ended: bool) -> bytes:
    doubled = block.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if line_ended and doubled.startswith(b".") else doubled
