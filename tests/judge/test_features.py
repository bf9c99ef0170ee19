from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.features import END_OCTETS, SCHEMA, Features, excerpts, extract, normalise, strip_prefixes
from filter.judge.hashing import SLOT_BITS, SLOTS, SUBJECT_OCTETS
from filter.judge.mail import Address, Attachment, Message
from filter.judge.parse import parse
from filter.judge.structure import tokens

FAMILIES = ("gram", "word", "pair", "subject", "structure")


def message(subject: str = "Re: Your invoice 4711", text: str = "Please pay the invoice by Friday.") -> Message:
    return Message(subject=subject, text=text, sender=Address("Ann", "ann", "shop.example"))


def slots(features: Features) -> dict[str, list[int]]:
    parts = np.split(features.slots, list(accumulate(features.sizes))[:-1])
    return {name: part.tolist() for name, part in zip(FAMILIES, parts, strict=True)}


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("  Two\r\n\tWords ", "two words"),
        ("one\n\ntwo\x0b\x1c three", "one two three"),
        ("\uff26\uff32\uff25\uff25 \ufb01le \u2121", "free file tel"),
        ("in\u200bvo\u00adice\ufeff", "invoice"),
        ("\u202eabc\u2066", "abc"),
        ("e\u0301 \u00e9 \u0110\u00fc\u0142", "e e \u0111u\u0142"),
        ("\u0440\u0430y\u0440\u0430l \u03bf\u1d07", "paypal oe"),
        ("V i a g r a and p.a.y now", "viagra and p.a.y now"),
        ("c-a-s-h", "cash"),
        ("a\u00a0b\u3000c", "a b c"),
        ("wait\u2026 Tool\u2122 \u00bd", "wait... tool 0\u20440"),
        ("Acme\u00ae, Bolt\u2120", "acme, bolt"),
        ("No 4711", "no 0000"),
        ("", ""),
    ],
)
def test_normal_text_is_as_the_eye_reads_it(text: str, normal: str) -> None:
    """Compatibility forms are folded, invisible characters go, gaps become single spaces, capitals small, digits one digit."""
    assert normalise(text) == normal.encode()


@given(st.text(max_size=300))
def test_normal_text_has_single_spaces(text: str) -> None:
    """No normal text begins or ends with a gap or has two in a row."""
    normal = normalise(text)
    assert normal == b" ".join(normal.split())


@given(st.text(max_size=300))
def test_normal_text_is_folded_whatever_is_folded_by_hand(text: str) -> None:
    """The forms that are folded by hand, to be quick, come out as if all had been left to Unicode's own folding."""
    quick = " ".join(text.split()).replace("\u2026", "...")
    assert unicodedata.normalize("NFKC", quick) == unicodedata.normalize("NFKC", " ".join(text.split()))


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
    """Whatever the text: families of distinct ascending slots in range, a positive value, and pieces that exist."""
    features = extract(message(subject, text))
    for family in slots(features).values():
        assert family == sorted(set(family))
    assert np.all(features.slots < SLOTS) and min(features.values) > 0
    assert len(features.pieces) == len(features.slots) == sum(features.sizes)
    assert np.all((features.pieces >= 0) & (features.pieces <= len(features.words) + len(features.tokens)))


def test_digits_have_one_shape() -> None:
    """One number is as good as another of its length."""
    assert slots(extract(message("Order 4711", "Pay 1234 now"))) == slots(extract(message("Order 9000", "Pay 5678 now")))


def test_a_longer_mail_says_no_more() -> None:
    """The values of a family's features, squared and summed, are the same however many there are."""
    many = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n % 7)}" for n in range(300))
    short, long = extract(message()), extract(message(text=many))
    lengths = [[size * value**2 for size, value in zip(features.sizes[:4], features.values, strict=False)] for features in (short, long)]
    assert lengths[0] == pytest.approx(lengths[1])


def test_evidence() -> None:
    """The words are the text's, the subject's standing first; tokens are the structure's, and of who is named where."""
    features = extract(message("Re: Your invoice", "pay it"))
    assert features.words == (b"your", b"invoice", b"pay", b"it")
    assert features.subject_words == 2
    first = tokens(message("Re: Your invoice", "pay it"))
    assert features.tokens[: len(first)] == first
    assert "sender's domain is not named in the text" in features.tokens[len(first) :]


def test_a_long_subject_does_not_push_the_text_away() -> None:
    """Of a subject so much is read; what follows it is read as after a short one."""
    long, short = (extract(Message(subject=subject, text="pay the invoice")) for subject in ("\ufdfa " * 400, "\ufdfa"))
    assert short.words[-3:] == long.words[-3:] == (b"pay", b"the", b"invoice")
    assert sum(map(len, long.words[: long.subject_words])) < SUBJECT_OCTETS


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


def test_both_ends_of_a_long_text_are_read_to_the_letter() -> None:
    """Whatever stands between them, the 4-grams and words of a long text's beginning and end are those of the two alone."""
    begin, end = "bank account limited " * 90, "confirm password today " * 80
    long = slots(extract(message("", begin + "minutes of the meeting " * 2000 + end)))
    for piece in ("limited bank", "password today"):
        alone = slots(extract(message("", piece)))
        assert len(set(alone["gram"]) - set(long["gram"])) == 1  # the one that begins before the text
        assert set(alone["pair"]) <= set(long["pair"])


def test_the_ends_of_a_short_text_are_the_text() -> None:
    """They are not judged by themselves."""
    short = message("", "x" * (2 * END_OCTETS - 1))
    assert excerpts(short, extract(short), ()) == ()


@pytest.mark.parametrize(
    "said",
    [
        {"headers": (("content-type", "multipart/report; report-type=delivery-status"),)},
        {"headers": (("auto-submitted", "auto-replied"),)},
        {"sender": Address("", "MAILER-DAEMON", "mx.example")},
    ],
    ids=["report", "answer", "mailer-daemon"],
)
def test_no_header_switches_the_ends_off(said: dict[str, object]) -> None:
    """Any sender can write that a machine wrote it."""
    long = replace(message("", "could not be delivered " * 100), **said)
    assert len(excerpts(long, extract(long), ())) == 2


def test_invisible_letters_make_no_long_text() -> None:
    """What nobody sees is not counted."""
    padded = message("", "x y" + "\u200b" * (2 * END_OCTETS))
    assert excerpts(padded, extract(padded), ()) == ()


def test_the_ends_stand_above_what_a_report_returns() -> None:
    """A short report has none, however long the mail below."""
    short = message("", f"could not be delivered\n--- Below this line is a copy of the message.\n{'pills ' * 400}")
    assert excerpts(short, extract(short), ()) == ()


@pytest.mark.parametrize("gap", ["", " " * 9 * END_OCTETS, "\u200b" * 9 * END_OCTETS])
def test_the_ends_of_a_long_text(gap: str) -> None:
    """Each has the subject, the tokens, and whole words of its end alone, whatever invisible stands before and behind them."""
    long = message("Offer", gap + "first words " * 40 + "middle " * 400 + "last words " * 40 + gap)
    whole = extract(long)
    first, last = excerpts(long, whole, ())
    assert set(first.words) == {b"offer", b"first", b"words"}
    assert set(last.words) == {b"offer", b"last", b"words"}
    assert first.tokens == last.tokens == whole.tokens
    assert first.subject_words == last.subject_words == 1


def test_own_words_are_an_excerpt() -> None:
    """With the subject, and the tokens but those of links where none stands in them."""
    linked = parse(b"From: a@b.example\nSubject: Offer\n\nSee https://one.test/now today\n-- \nhttps://two.test/me\n")
    whole = extract(linked)
    (with_one,) = excerpts(linked, whole, ("see https://one.test/now today",))
    (without,) = excerpts(linked, whole, ("see it today",))
    assert with_one.tokens == whole.tokens
    assert set(whole.tokens) - set(without.tokens) == {token for token in whole.tokens if "link" in token} != set()
    assert without.words == (b"offer", b"see", b"it", b"today")
    assert excerpts(linked, whole, ()) == ()


@pytest.mark.parametrize(
    ("page", "is_linked"),
    [
        ('<p>Press <a href="http://a.test/x">the blue\nbutton</a> today, please.</p>', True),
        ('<p>Go to http://a.test/x today.</p><a href="http://a.test/x"><img src="b"></a>', True),
        ('<p>Press the button today, please.</p><p>Regards</p><a href="http://a.test/x"><img src="b"></a>', False),
        ('<p>Press the button in it today, please.</p><p>Regards</p><a href="http://a.test/x">in</a>', False),
    ],
)
def test_a_link_in_own_words(page: str, is_linked: bool) -> None:
    """Shown by its text, wherever its lines end, or by its URL; not by a picture or a letter or two below."""
    linked = parse(f"From: a@b.example\nContent-Type: text/html\n\n{page}".encode())
    (own,) = excerpts(linked, extract(linked), (" ".join(linked.text.lower().partition("regards")[0].split()),))
    assert any("link" in token for token in own.tokens) == is_linked


def test_long_own_words_stand_beside_the_ends() -> None:
    """Of a long text its two ends are looked at as well."""
    long = message("", "first words " * 80 + "middle " * 400 + "last words " * 40)
    own, first, last = excerpts(long, extract(long), ("first words " * 80,))
    assert set(own.words) == set(first.words) == {b"first", b"words"}
    assert b"last" in last.words


def test_a_picture_without_words_is_told() -> None:
    """An image shown or attached, and hardly a word; a logo above a short text is none."""
    picture = "images and hardly a word"
    assert picture in tokens(replace(message("", " "), images=1))
    assert picture in tokens(replace(message("", "see below"), attachments=(Attachment("", "image/png", 9, b""),)))
    assert picture not in tokens(replace(message("", "Your code is 4711, use it within ten minutes."), images=1))
    assert picture not in tokens(message("", ""))
