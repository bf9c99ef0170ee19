"""Deflated data out of files that may be broken on purpose (RFC 1951): what comes of it before it breaks, and no more than is asked for."""

from __future__ import annotations

import zlib

_PIECE = 16  # octets inflated at a time: what is broken loses no more


def inflated(stream: memoryview, most: int) -> bytes:
    """What deflated data, without a header of its own, gives before it ends, breaks or gives more than that."""
    inflating, found, read = zlib.decompressobj(-zlib.MAX_WBITS), bytearray(), 0
    while read < len(stream) and len(found) < most and not inflating.eof:
        piece, read = stream[read : read + _PIECE], read + _PIECE
        try:
            found += inflating.decompress(piece, most - len(found))
        except zlib.error:
            break
    return bytes(found)
