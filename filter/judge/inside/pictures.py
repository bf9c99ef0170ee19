"""Pictures to grey pixels, as far as a code is looked for in them: their headers first, so that no small file becomes a large picture.

PNG, JPEG and GIF; Pillow (the extra `qr`) decodes. What is dear to decode is refused before it is: many chunks, many scans, many
pixels. Bounded by `limits`; never raises.
"""

from __future__ import annotations

import math
import struct
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image

from filter.judge import limits

Pixels = npt.NDArray[np.uint8]
"""(height, width), 0 black to 255 white."""

_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", (b"GIF87a", b"GIF89a")
_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended and progressive (T.81 table B.1)
_SCANS = 12  # more than progressive pictures have


def size(octets: bytes) -> tuple[int, int]:
    """Width and height by the header; (0, 0) for what is no picture or not to be decoded."""
    try:
        if octets.startswith(_PNG):
            return struct.unpack_from(">II", octets, 16)
        if octets.startswith(_GIF):
            return _gif_size(octets)
        return _jpeg_size(octets) if octets.startswith(_JPEG) else (0, 0)
    except (struct.error, IndexError):
        return 0, 0


def _jpeg_size(octets: bytes) -> tuple[int, int]:
    """From the frame header; a picture of many scans costs its size for each."""
    place, found = 2, (0, 0)
    for _ in range(limits.PICTURE_CHUNKS):
        mark, length = octets[place + 1], struct.unpack_from(">H", octets, place + 2)[0]
        if octets[place] != 0xFF or length < 2:
            return 0, 0
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", octets, place + 5)
            found = (width, height)
        place += 2 + length
        if mark == 0xDA:
            return found if octets.count(b"\xff\xda", place - 2 - length) <= _SCANS else (0, 0)
    return 0, 0


def _gif_size(octets: bytes) -> tuple[int, int]:
    """The screen's, where few blocks stand before the first picture, and that picture is no larger than the screen."""
    width, height = struct.unpack_from("<HH", octets, 6)
    place, is_inside = 13 + (3 << (octets[10] & 7) + 1 if octets[10] & 0x80 else 0), False
    for _ in range(limits.PICTURE_CHUNKS):
        mark = octets[place]
        if is_inside:  # an extension's blocks, each behind its length
            place, is_inside = place + mark + 1, mark > 0
        elif mark == 0x21:
            place, is_inside = place + 2, True
        elif mark == 0x2C:
            left, top, wide, high = struct.unpack_from("<HHHH", octets, place + 1)
            return (width, height) if left + wide <= width and top + high <= height else (0, 0)
        else:
            break
    return 0, 0


def pixels(octets: bytes, most: int) -> Pixels | None:
    """The picture in grey on white, made smaller by a whole factor to have at most so many pixels; None where it is broken."""
    octets = _png_needed(octets) if octets.startswith(_PNG) else octets
    width, height = size(octets)
    factor = math.ceil(math.sqrt(width * height / most)) or 1
    try:
        with Image.open(BytesIO(octets), formats=("PNG", "JPEG", "GIF")) as picture:
            if picture.size != (width, height):
                return None
            picture.draft("L", (width // factor, height // factor))  # a JPEG may be decoded smaller at once
            grey = _on_white(picture)
            factor = math.ceil(math.sqrt(grey.width * grey.height / most))
            return np.asarray(grey.reduce(factor) if factor > 1 else grey)
    except Exception:  # a decoder's broken picture raises many things
        return None


def halved(grey: Pixels) -> Pixels:
    """A picture of half the width and height, each pixel the mean of four."""
    even = grey[: grey.shape[0] // 2 * 2, : grey.shape[1] // 2 * 2].astype(np.uint16)
    return ((even[::2, ::2] + even[1::2, ::2] + even[::2, 1::2] + even[1::2, 1::2]) // 4).astype(np.uint8)


def _on_white(picture: Image.Image) -> Image.Image:
    if "transparency" in picture.info or "A" in picture.getbands():
        picture = picture.convert("LA")
        white = Image.new("L", picture.size, 255)
        white.paste(picture.getchannel("L"), mask=picture.getchannel("A"))
        return white
    return picture.convert("L")


def _png_needed(octets: bytes) -> bytes:
    """A PNG's chunks that its first picture takes, if they are few; texts and profiles are not unpacked."""
    kept, place = [_PNG], len(_PNG)
    for _ in range(limits.PICTURE_CHUNKS):
        if place + 8 > len(octets):
            break
        end = place + 12 + int.from_bytes(octets[place : place + 4], "big")
        if (kind := octets[place + 4 : place + 8]) in _NEEDED and (kind != b"IHDR" or len(kept) == 1):
            kept.append(octets[place:end])
        place = end
        if kind == b"IEND":
            break
    return b"".join(kept)
