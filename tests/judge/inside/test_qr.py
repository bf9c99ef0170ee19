from __future__ import annotations

import base64

import numpy as np
import pytest
from attachments import attached, letter
from codes import EVIL, code, drawn, flood, on_a_page
from hostile import page

from filter.judge.inside import qr
from filter.judge.mail import Link
from filter.judge.parse import parse

LINK = Link(EVIL, "login.evil.example", "a.png")
MANY = "We met the carpenter about the shelves. " * 20


def found(octets: bytes, kind: str = "image/png", text: str = "see here", subject: str = "hello") -> tuple[Link, ...]:
    """The links of the codes of a mail with one picture."""
    return parse(letter(text, attached(octets, "a.png", kind), subject=subject)).qr_links


COLOURS = np.where(code()[..., None] < 128, [30, 60, 160], [250, 240, 200]).astype(np.uint8)


@pytest.mark.parametrize(
    "octets",
    [
        drawn(code()),
        drawn(code(), "JPEG"),
        drawn(code(), "GIF"),
        drawn(255 - code()),
        drawn(np.rot90(code())),
        drawn(COLOURS),
        drawn(on_a_page(code())),
        drawn(on_a_page(code()), "JPEG", progressive=True),
        drawn(on_a_page(code()), "PDF"),
    ],
    ids=["PNG", "JPEG", "GIF", "inverted", "turned", "coloured", "page", "progressive", "PDF"],
)
def test_a_code_is_read(octets: bytes) -> None:
    """A code leads where it leads, in each kind of picture, and its link says in which file it is."""
    assert found(octets) == (LINK,)


def test_a_code_in_the_page_itself() -> None:
    """A picture that the page holds itself is read too."""
    octets = base64.b64encode(drawn(code()))
    (link,) = parse(page(b"<img src='data:image/gif;base64,QUJD'><img src=\"data:image/png;base64," + octets + b'">')).qr_links
    assert (link.host, link.text) == ("login.evil.example", "a picture in the text")
    for other in (b"!!!", b"QUJD", b""):
        assert parse(page(b"<p>look<img src='data:image/png;base64," + other + b"'><img src=data:image/svg+xml,x>")).qr_links == ()


@pytest.mark.parametrize("text", ["hello", "BEGIN:VCARD", "12345", "WIFI:S:cafe;;", "mailto:a@b.example"])
def test_a_code_without_a_link(text: str) -> None:
    """A code that holds no link has none."""
    assert found(drawn(code(text))) == ()


@pytest.mark.parametrize(
    ("text", "subject", "tried"),
    [
        ("see here", "hello", True),
        (MANY, "hello", False),
        (MANY + "Scan it.", "hello", True),
        (MANY, "Your QR code", True),
        (MANY + "Bitte mit der Kamera erfassen", "hello", True),
        (MANY + "Scannez ceci", "hello", True),
        (MANY + "Escanee esto", "hello", True),
        (MANY + "Inquadra il disegno", "hello", True),
        (MANY + "Aponte para a imagem", "hello", True),
        (MANY + "Zeskanuj obraz", "hello", True),
        (MANY + "Scan de afbeelding", "hello", True),
    ],
)
def test_only_tried_where_the_mail_looks_like_it(text: str, subject: str, tried: bool) -> None:
    """A code is looked for in a mail of few words, or one that speaks of such, in each language."""
    assert found(drawn(code()), text=text, subject=subject) == ((LINK,) if tried else ())


def test_each_link_once() -> None:
    """Two pictures of one code are one link, those of two codes two."""
    for second, hosts in ((EVIL, ["login.evil.example"]), ("https://b.example/", ["login.evil.example", "b.example"])):
        parts = [attached(drawn(code(text)), "a.png", "image/png") for text in (EVIL, second)]
        assert [link.host for link in parse(letter("see", *parts)).qr_links] == hosts


def test_slender_and_small_pictures_are_passed_over() -> None:
    """Lines, banners and dots hold no code."""
    assert found(drawn(on_a_page(code(), 1500, 470)[700:900])) == (LINK,)
    assert found(drawn(np.pad(code(), ((0, 0), (0, 900)), constant_values=255))) == ()
    assert found(drawn(code("a.example", 1))) == ()


@pytest.mark.parametrize("pixels", [flood(700, 3), flood(1000, 4), np.random.default_rng(1).integers(0, 256, (300, 300), np.uint8)])
def test_what_keeps_the_reader_busy_holds_nothing(pixels: object) -> None:
    """Noise, and what is full of a code's corners, is read small, and holds no link."""
    assert found(drawn(pixels)) == ()


def test_silent_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its library no picture is looked at."""
    monkeypatch.setattr(qr, "zxingcpp", None)
    assert found(drawn(code())) == ()
    assert parse(page(b"<img src='data:image/png;base64," + base64.b64encode(drawn(code())) + b"'>")).qr_links == ()
