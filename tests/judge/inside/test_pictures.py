from __future__ import annotations

import struct
from io import BytesIO

import numpy as np
import pytest
from attachments import chunk, png
from codes import drawn
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from filter.judge import limits
from filter.judge.inside import pictures

GREY = np.tile(np.arange(0, 240, 2, dtype=np.uint8), (90, 1))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_size_and_pixels(form: str) -> None:
    """A picture's width and height are in its header, its pixels are what was drawn."""
    octets = drawn(GREY, form)
    assert pictures.size(octets) == (120, 90)
    found = pictures.pixels(octets, 1_000_000)
    assert found is not None
    assert np.abs(found.astype(int) - GREY).max() < 8


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF"])
def test_a_large_picture_is_made_smaller(form: str) -> None:
    """A picture of too many pixels is read at a whole part of its size."""
    found = pictures.pixels(drawn(GREY, form), 3000)
    assert found is not None
    assert 2500 < found.size <= 3000
    assert abs(found.mean() - GREY.mean()) < 4


def test_what_is_transparent_is_white() -> None:
    """What is drawn in black on nothing is black on white."""
    ink = np.zeros((50, 60, 4), np.uint8)
    ink[:25, :, 3] = 255
    found = pictures.pixels(drawn(ink), 1_000_000)
    assert found is not None
    assert (found[:25].max(), found[25:].min()) == (0, 255)


def test_no_picture() -> None:
    """What is no picture has no size and no pixels."""
    for octets in (b"", b"hello", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xff\xd8\xff\xe0\x00\x00"):
        assert pictures.size(octets) == (0, 0)
        assert pictures.pixels(octets, 1000) is None


def test_a_cut_picture_has_no_pixels() -> None:
    """A picture whose end is missing is not guessed at."""
    octets = drawn(np.random.default_rng(1).integers(0, 256, (90, 90), np.uint8))
    assert pictures.pixels(octets[:4000], 1_000_000) is None


def test_other_chunks_are_dropped() -> None:
    """Texts and profiles that a PNG carries are passed over, not unpacked."""
    rows = b"\0" + bytes(100)
    assert (found := pictures.pixels(png(100, 50, rows * 50, chunk(b"zTXt", b"broken")), 1_000_000)) is not None
    assert found.shape == (50, 100)


def test_many_scans_are_refused() -> None:
    """A JPEG that draws its picture over and over has no size."""
    octets = drawn(GREY, "JPEG", progressive=True)
    assert pictures.size(octets) == (120, 90)
    assert pictures.size(octets + octets[octets.index(b"\xff\xda") :] * 2) == (0, 0)


def test_few_blocks_before_a_gif() -> None:
    """A GIF's comments are passed over as far as the limit of blocks, then it has no size."""
    octets = drawn(GREY, "GIF")
    start = 13 + 3 * (2 << (octets[10] & 7))
    for count, size in ((limits.PICTURE_CHUNKS - 10, (120, 90)), (limits.PICTURE_CHUNKS, (0, 0))):
        assert pictures.size(octets[:start] + b"!\xfe" + b"\x01a" * count + b"\0" + octets[start:]) == size


def test_a_gif_larger_than_its_screen() -> None:
    """A GIF whose picture is larger than its screen claims has no size."""
    octets = drawn(GREY, "GIF")
    place = octets.index(b",", 13 + 3 * (2 << (octets[10] & 7)))
    assert pictures.size(octets[: place + 5] + struct.pack("<H", 60_000) + octets[place + 7 :]) == (0, 0)


def test_a_second_header_of_a_png() -> None:
    """Only the first header of a PNG counts: a later one cannot make it larger."""
    octets = png(100, 50, bytes(101) * 50, chunk(b"IHDR", struct.pack(">IIBBBBB", 9_000, 9_000, 8, 0, 0, 0, 0)))
    assert (found := pictures.pixels(octets, 1_000_000)) is not None
    assert found.shape == (50, 100)


def test_halved() -> None:
    """A halved picture has the mean of four pixels in each; an odd row or column is dropped."""
    assert pictures.halved(np.array([[0, 100, 9], [200, 100, 9], [9, 9, 9]], np.uint8)).tolist() == [[100]]


@given(st.sampled_from(["PNG", "JPEG", "GIF"]), st.integers(0, 400), st.binary(max_size=20))
def test_broken_pictures(form: str, place: int, put: bytes) -> None:
    """A picture that was overwritten anywhere is no error."""
    octets = drawn(GREY, form)
    broken = octets[:place] + put + octets[place + len(put) :]
    width, height = pictures.size(broken)
    if width * height <= limits.QR_PIXELS:
        found = pictures.pixels(broken, 5000)
        assert found is None or found.dtype == np.uint8


def test_pillow_tells_the_same_size() -> None:
    """The header that is read here is the one that decodes."""
    octets = png(77, 33, (b"\0" + bytes(77)) * 33)
    assert pictures.size(octets) == struct.unpack(">II", octets[16:24]) == Image.open(BytesIO(octets)).size
