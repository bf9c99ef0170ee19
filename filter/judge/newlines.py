"""Line ends that are not CRLF. In numpy, by blocks: to count CR, LF and CRLF costs more than all else that is done with a large mail."""

from __future__ import annotations

import numpy as np

BLOCK_OCTETS = 262_144
_CR, _LF = 13, 10


def bare_cr(content: bytes) -> bool:
    """Whether a CR has no LF behind it."""
    for at in range(0, len(content), BLOCK_OCTETS):
        octets = np.frombuffer(content, np.uint8, min(BLOCK_OCTETS + 1, len(content) - at), at)
        if bool(((octets[:-1] == _CR) & (octets[1:] != _LF)).any()):
            return True
    return content.endswith(b"\r")


def bare(content: bytes) -> bool:
    """Whether a CR has no LF behind it, or an LF no CR before it."""
    for at in range(0, len(content), BLOCK_OCTETS):
        octets = np.frombuffer(content, np.uint8, min(BLOCK_OCTETS + 1, len(content) - at), at)
        if not bool(((octets[:-1] == _CR) == (octets[1:] == _LF)).all()):
            return True
    return content.endswith(b"\r") or content.startswith(b"\n")
