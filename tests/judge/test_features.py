from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.features import SCHEMA, Features, extract, normalise, strip_prefixes
from filter.judge.hashing import SLOT_BITS, SLOTS
from filter.judge.mail import Address, Message
from filter.judge.structure import tokens


def message(subject: str = "Re: Your invoice 4711", text: str = "Please pay the invoice by Friday.") -> Message:
    return Message(subject=subject, text=text, sender=Address("Ann", "ann", "shop.example"))


def slots(features: Features) -> dict[str, list[int]]:
    return {family.name: family.slots.tolist() for family in features.families}


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  Two\r\n\tWords ", "two words"),
        ("\uff26\uff32\uff25\uff25 \ufb01le \u2121", "free file tel"),
        ("in\u200bvo\u00adice\ufeff", "invoice"),
        ("\u202eabc\u2066", "abc"),
        ("e\u0301", "é"),
        ("a\u00a0b\u3000c", "a b c"),
        ("", ""),
    ],
)
def test_normal_text_is_as_the_eye_reads_it(text: str, normal: str) -> None:
    """Compatibility forms are folded, invisible characters go, gaps become single spaces, capitals small."""
    assert normalise(text) == normal


@given(st.text(max_size=300))
def test_normal_text_has_single_spaces(text: str) -> None:
    """No normal text begins or ends with a gap or has two in a row."""
    normal = normalise(text)
    assert normal == " ".join(normal.split())


@pytest.mark.parametrize(
    ("subject", "stripped"),
    [("Re: x", "x"), ("RE: Fwd: AW[2]: x", "x"), ("re:re:x", "x"), ("Reply: x", "Reply: x"), ("Request", "Request"), ("Re:", ""), ("", "")],
)
def test_reply_marks_say_nothing(subject: str, stripped: str) -> None:
    """A subject is read without its reply marks, however many and in whichever language."""
    assert strip_prefixes(subject) == stripped


def test_schema_names_the_table() -> None:
    """The schema changes with the size of the table."""
    assert SCHEMA.endswith(f"/{SLOT_BITS}")


@given(st.text(max_size=100), st.text(max_size=400))
def test_features_are_well_formed(subject: str, text: str) -> None:
    """Whatever the text: families of distinct ascending slots in range, a positive value, and sources that exist."""
    features = extract(message(subject, text))
    pieces = {"subject": len(features.subject), "structure": len(features.tokens)}
    for family in features.families:
        assert np.all(np.diff(family.slots.astype(np.int64)) > 0)
        assert np.all(family.slots < SLOTS) and family.value > 0
        assert len(family.sources) == len(family.slots)
        assert np.all(family.sources < max(1, pieces.get(family.name, len(features.starts))))


def test_families() -> None:
    """There are grams, words, pairs, the subject's terms and the structure's tokens."""
    assert [family.name for family in extract(message()).families] == ["gram", "word", "pair", "subject", "structure"]


def test_digits_have_one_shape() -> None:
    """One number is as good as another of its length."""
    assert slots(extract(message("Order 4711", "Pay 1234 now"))) == slots(extract(message("Order 9000", "Pay 5678 now")))


def test_a_longer_mail_says_no_more() -> None:
    """The values of a family's features, squared and summed, are the same however many there are."""
    many = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n % 7)}" for n in range(300))
    short, long = extract(message()), extract(message(text=many))
    for one, other in zip(short.families[:4], long.families[:4], strict=True):
        assert len(one.slots) * one.value**2 == pytest.approx(len(other.slots) * other.value**2)


def test_evidence() -> None:
    """Words can be cut out of the text by their places, the subject's standing first; tokens are the structure's."""
    features = extract(message("Re: Your invoice", "pay it"))
    words = [features.text[start:end] for start, end in zip(features.starts, features.ends, strict=True)]
    assert words == [b"your", b"invoice", b"pay", b"it"]
    assert [start < features.subject_octets for start in features.starts] == [True, True, False, False]
    assert features.subject == ("your", "invoice", "your invoice")
    assert features.tokens == tokens(message("Re: Your invoice", "pay it"))


def test_an_empty_message_has_features_of_nothing() -> None:
    """No text gives no text features, and no error."""
    assert slots(extract(Message())) == {"gram": [], "word": [], "pair": [], "subject": [], "structure": []}


def test_only_what_the_sender_controls_counts() -> None:
    """Trace, authentication and other filters' headers give no feature."""
    fields = (
        ("received", "from a by b"),
        ("authentication-results", "x; dkim=fail"),
        ("x-spam-flag", "YES"),
        ("x-mailer", "y"),
        ("date", "now"),
    )
    marked = Message(headers=fields, subject="a b", text="c d")
    assert slots(extract(marked)) == slots(extract(Message(subject="a b", text="c d")))
