"""Pictures of QR codes, drawn here; nothing here is a test. Needs the extra `qr`."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import zxingcpp
from PIL import Image

EVIL = "https://login.evil.example/q"


def code(text: str = EVIL, scale: int = 5) -> Any:
    """A code's pixels, (height, width) octets, black on white."""
    return np.array(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=scale))


def drawn(pixels: Any, form: str = "PNG", **how: Any) -> bytes:
    """Pixels as a file."""
    written = BytesIO()
    Image.fromarray(pixels).save(written, form, **how)
    return written.getvalue()


def on_a_page(pixels: Any, height: int = 1500, width: int = 1100) -> Any:
    """Pixels somewhere on a white page."""
    page = np.full((height, width), 255, np.uint8)
    page[700 : 700 + pixels.shape[0], 300 : 300 + pixels.shape[1]] = pixels
    return page


def flood(side: int, scale: int) -> Any:
    """A square full of what a code is found by: its finder patterns."""
    one = np.full((9, 9), 255, np.uint8)
    one[1:8, 1:8], one[2:7, 2:7], one[3:6, 3:6] = 0, 255, 0
    times = side // (9 * scale) + 1
    return np.kron(np.tile(one, (times, times)), np.ones((scale, scale), np.uint8))[:side, :side]
