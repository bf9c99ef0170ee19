from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from filter.judge.mail import Address, Link, Message
from filter.lab.augment import AGAIN, LONG_TALK, OWN_AGAIN, PADDING_CHARS, PADDING_EACH, again, padding
from filter.lab.corpora import TEST, TRAIN, Sample

PADS = ("The garden club meets on Monday.", "The choir sings on Sunday.")
MESSAGE = Message(
    subject="Account limited",
    text="Please verify your identification today.",
    sender=Address("Desk", "desk", "bank.test"),
    links=(Link("https://a.test/x", "a.test", "here"),),
)


def sample(number: int, label: str = "spam", part: str = TRAIN, content: bytes = b"") -> Sample:
    return Sample("lists", f"lists/{label}/{number}.eml", label, part, str(number), "", "2020-01-01", content)


def kind(changed: Message) -> str:
    """In which way the message was changed."""
    assert (changed.sender, changed.subject, changed.links) == (MESSAGE.sender, MESSAGE.subject, MESSAGE.links)
    if not changed.text:
        assert changed.images == 1
        return "picture"
    if changed.text.startswith(PADS):
        assert changed.text.endswith(MESSAGE.text)
        return "late" if changed.text.count("\n") == LONG_TALK else "before"
    if changed.text.endswith(PADS):
        return "behind"
    assert changed.text in CUT
    return "cut"


CUT = {f"Ple ase ver{sign}ify your {word} to{sign}day." for sign in " -" for word in ("iden tification", "identif ication")}
KINDS = {"picture", "before", "late", "behind", "cut"}


@pytest.mark.parametrize(("label", "side"), [("spam", "bad"), ("phish", "bad"), ("ham", "ham")])
def test_some_mails_are_learnt_again(label: str, side: str) -> None:
    """About one in so many of each side, the same on every run."""
    changed = [again(MESSAGE, sample(number, label), PADS) for number in range(3000)]
    assert sum(map(len, changed)) / 3000 == pytest.approx(1 / AGAIN[side], rel=0.15)
    assert changed == [again(MESSAGE, sample(number, label), PADS) for number in range(3000)]


def test_they_are_changed_in_each_way() -> None:
    """Padded before or behind, after long talk, cut, or made a picture; sender, subject and links stay."""
    changed = [one for number in range(2000) for one in again(MESSAGE, sample(number), PADS)]
    kinds = Counter(map(kind, changed))
    assert set(kinds) == KINDS
    assert min(kinds.values()) > 60
    assert {one.text for one in changed if kind(one) == "cut"} == CUT


def test_our_own_bad_mail_is_learnt_in_every_way() -> None:
    """Each of it once in each way; of our own wanted mail one in so many once."""
    for number in range(50):
        own = replace(sample(number), corpus="own")
        assert sorted(map(kind, again(MESSAGE, own, PADS))) == sorted(KINDS)
    changed = [again(MESSAGE, replace(sample(number, "ham"), corpus="own"), PADS) for number in range(3000)]
    assert sum(map(len, changed)) / 3000 == pytest.approx(1 / OWN_AGAIN, rel=0.15)


@pytest.mark.parametrize("label", ["ham", "spam"])
def test_own_words_of_our_own_mail_are_learnt(label: str) -> None:
    """All of them, first, with the links that they show."""
    signed = replace(MESSAGE, text=f"{MESSAGE.text}\nKind regards\nAnn\nhere")
    linked = replace(MESSAGE, text=f"{MESSAGE.text} Press here.\nKind regards\nAnn")
    for number in range(20):
        own = replace(sample(number, label), corpus="own")
        assert again(signed, own, PADS)[0] == replace(MESSAGE, text=MESSAGE.text.lower(), links=())
        assert again(linked, own, PADS)[0] == replace(MESSAGE, text=f"{MESSAGE.text} press here.".lower())
        assert len(again(signed, own, PADS)) == len(again(MESSAGE, own, PADS)) + 1


def test_without_padding_nothing_is_changed() -> None:
    """Then the mail is learnt once, as it came."""
    assert not any(again(MESSAGE, sample(number), ()) for number in range(100))


def test_padding_is_neutral() -> None:
    """What gives an archive away (invented domains, a list's footer) is out of it: it would speak for the bad mail that is padded."""
    text = (
        b"\n"
        + b"The allotment society meets in the old hall. " * 4
        + b"\nWrite to ilse@hall.example\n"
        + b"_" * 47
        + b"\nchat mailing list\n"
    )
    (pad,) = padding([replace(sample(0, "ham", content=text), campaign="7")])
    assert pad.startswith("The allotment society")
    assert "example" not in pad
    assert "mailing list" not in pad


def test_padding_is_wanted_training_text() -> None:
    """Of every so manieth wanted mail of the training side, not too short, not too long; held-back and bad mail lend nothing."""
    ham = [sample(number, "ham", content=b"\n" + b"word%d " % number * 2000) for number in range(PADDING_EACH + 1)]
    others = [sample(1, "ham", TEST, b"\n" + b"held " * 99), sample(2, "spam", content=b"\n" + b"bad " * 99)]
    pads = padding([*others, *ham, sample(99, "ham", content=b"\nshort")])
    assert [pad.split()[0] for pad in pads] == ["word0", f"word{PADDING_EACH}"]
    assert {len(pad) for pad in pads} == {PADDING_CHARS}
