"""Line ends that are not CRLF. Those of a large mail are looked for in numpy, by blocks: to count them costs more than all else that is
done with it. Those of a small one are counted: numpy's first call is what costs then.
"""

from __future__ import annotations

import numpy as np

BLOCK_OCTETS = 262_144
SMALL_OCTETS = 16_384
_CR, _LF = 13, 10


def bare_cr(content: bytes) -> bool:
    """Whether a CR has no LF behind it."""
    if len(content) <= SMALL_OCTETS:
        return content.count(b"\r") != content.count(b"\r\n")
    for at in range(0, len(content), BLOCK_OCTETS):
        octets = np.frombuffer(content, np.uint8, min(BLOCK_OCTETS + 1, len(content) - at), at)
        if bool(((octets[:-1] == _CR) & (octets[1:] != _LF)).any()):
            return True
    return content.endswith(b"\r")


def bare(content: bytes) -> bool:
    """Whether a CR has no LF behind it, or an LF no CR before it."""
    if len(content) <= SMALL_OCTETS:
        return not content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n")
    for at in range(0, len(content), BLOCK_OCTETS):
        octets = np.frombuffer(content, np.uint8, min(BLOCK_OCTETS + 1, len(content) - at), at)
        if not bool(((octets[:-1] == _CR) == (octets[1:] == _LF)).all()):
            return True
    return content.endswith(b"\r") or content.startswith(b"\n")
