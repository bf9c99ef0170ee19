from __future__ import annotations

import pytest
from attachments import attached, letter
from hostile import page

from filter.judge.mail import Address, Attachment, Message
from filter.judge.parse import parse
from filter.judge.scene import Scene
from filter.judge.signals.body import SIGNALS

BY_NAME = {signal.name: signal for signal in SIGNALS}
WORDS = "We met the carpenter about the shelves."
PICTURE = Attachment("a.png", "image/png", 900, b"")


def told(name: str, message: Message) -> str:
    """A signal's evidence."""
    return BY_NAME[name].find(Scene(message))


@pytest.mark.parametrize(
    ("name", "message", "evidence"),
    [
        ("hidden-text", Message(hidden="Your table is booked for two"), 'hidden from the reader: "Your table is booked for two"'),
        ("hidden-more-than-shown", Message(text=WORDS, hidden="a " * 150), "300 characters hidden, 39 shown"),
        ("bidi-override", Message(text="see gpj.\u202eexe"), 'text turns its direction (U+202E) before "exe"'),
        ("bidi-override", Message(subject="\u202dpay"), 'subject turns its direction (U+202D) before "pay"'),
        (
            "bidi-override",
            Message(sender=Address("\u202eknab", "a", "b.example")),
            'sender\'s name turns its direction (U+202E) before "knab"',
        ),
        (
            "zero-width-in-words",
            Message(text="pass\u200bword lo\u200d\u200bgin ac\u2060count"),
            'text has invisible characters inside 3 words, such as "password"',
        ),
        (
            "zero-width-in-words",
            Message(subject="in\ufeffvo\ufeffice"),
            'subject has invisible characters inside 1 words, such as "invoice"',
        ),
        ("image-only", Message(images=2, text="see here"), "pictures shown: 2, words of text: 2"),
        ("image-only", Message(attachments=(PICTURE,)), "pictures shown: 1, words of text: 0"),
        ("form-in-mail", Message(forms=1), "a form or a field to fill in stands in the mail or in a page attached to it"),
        ("imitated-letters", Message(text="your p\u0430ssword"), 'text has a word in look-alike letters: "p\u0430ssword"'),
        ("imitated-letters", Message(subject="\u0410ccount"), 'subject has a word in look-alike letters: "\u0410ccount"'),
        ("imitated-letters", Message(text="Paypa\u04cf helld\u043e"), 'text has a word in look-alike letters: "helld\u043e"'),
        (
            "imitated-letters",
            Message(text="\U0001d40d\U0001d41e\U0001d430\U0001d42c today"),
            'text has a word in look-alike letters: "\U0001d40d\U0001d41e\U0001d430\U0001d42c"',
        ),
        ("html-smuggling", Message(smuggles=True), "a script in a page of the mail builds a file"),
        ("no-words", Message(text=" \n"), "not a word of text"),
        (
            "picture-of-characters",
            Message(text="\u2588\u2580\u2584 " * 40),
            "a picture, perhaps a QR code, drawn with 120 block characters",
        ),
    ],
)
def test_told(name: str, message: Message, evidence: str) -> None:
    """Each signal tells what is so, and nothing of a common mail."""
    assert told(name, message) == evidence
    assert told(name, Message(subject="shelves", text=WORDS)) == ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("hidden-text", Message(hidden="\u00a0 preview")),
        ("hidden-more-than-shown", Message(text=WORDS * 10, hidden="a " * 150)),
        ("bidi-override", Message(text="\u05e9\u05dc\u05d5\u05dd \u200f(a)\u200e \u2067b\u2069")),
        ("zero-width-in-words", Message(text="co\u200bop is one word\u200b. \u200bmore")),
        (
            "zero-width-in-words",
            Message(text="\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f468\u200d\U0001f469\u200d\U0001f467 " * 9),
        ),
        ("zero-width-in-words", Message(text="Donau\u00addampf\u00adschiff " * 5)),
        ("image-only", Message(images=2, text=WORDS)),
        ("image-only", Message(text="see here")),
        (
            "imitated-letters",
            Message(text="\u041c\u043e\u0441\u043a\u0432\u0430 and SMS-\u043a\u0430, 5 \u03bcm, \u03b2-carotene, 3\u03b7"),
        ),
        ("imitated-letters", Message(text="D\u0131yarbak\u0131r, na\u00efve, \u0141\u00f3d\u017a, \u03b1\u03b2\u03b3")),
        ("html-smuggling", Message(attachments=(Attachment("a.html", "text/html", 9, b"", active=("script", "form")),))),
        ("picture-of-characters", Message(text="\u2588\u2588\u2588\u2591 75 % done")),
    ],
)
def test_not_told(name: str, message: Message) -> None:
    """What comes close is not told: previews, right-to-left scripts, emoji, soft hyphens, other alphabets, progress bars."""
    assert told(name, message) == ""


def test_hidden_text_of_a_mail() -> None:
    """What the markup hides is told as the parser found it."""
    message = parse(page(b"<p>shown</p><p style='display:none'>carpenter and his shelves</p>"))
    assert told("hidden-text", message) == 'hidden from the reader: "carpenter and his shelves"'


def test_smuggling_in_a_mail() -> None:
    """A script that builds a file is told in the mail's own page and in one that is attached."""
    script = b"<html><script>x = URL.createObjectURL(new Blob([atob(y)]))</script>"
    assert told("html-smuggling", parse(page(script))) == "a script in a page of the mail builds a file"
    assert told("html-smuggling", parse(letter("see", attached(script, "a.html")))) == "a script in attached a.html builds a file"


def test_every_signal_is_of_this_group() -> None:
    """Names are one of a kind, of this group, and tell where they are from."""
    assert len(BY_NAME) == len(SIGNALS)
    assert all(signal.group == "body" and signal.source for signal in SIGNALS)
