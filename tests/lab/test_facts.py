from __future__ import annotations

from dataclasses import astuple

import pytest

from filter.judge.mail import Attachment, Link, Message
from filter.lab.corpora import TEST, Sample
from filter.lab.facts import LENGTHS, Facts, facts_of

SAMPLE = Sample("lists", "lists/ham/1.eml", "ham", TEST, "c", "", "2023-04-05", b"")
ENGLISH = Message(text="Please find the minutes of the meeting and tell us if you have anything to add.", markup="plain")


def facts(message: Message = ENGLISH, label: str = "ham", date: str = "2023-04-05", kind: str = "", language: str = "") -> Facts:
    return facts_of(Sample("lists", "p", label, TEST, "c", "", date, b"", kind, language), message)


def test_they_are_those_of_the_sample_and_its_message() -> None:
    """Corpus and year are the sample's, markup, links, attachments and length the message's."""
    assert facts_of(SAMPLE, ENGLISH) == Facts("lists", "2023", "en", "ham", "plain", "no", "no", "0-199")
    laden = Message(markup="html", links=(Link("https://a.test", "a.test", "a"),), attachments=(Attachment("a.pdf", "x/y", 1, b"a"),))
    assert astuple(facts(laden))[4:7] == ("html", "yes", "yes")
    assert facts(date="").year == ""


@pytest.mark.parametrize(("stated", "told"), [("de", "de"), ("pt_BR", "pt"), ("hi-Latn", "hi"), ("EN", "en"), ("", "en")])
def test_a_language_that_is_stated_is_not_guessed(stated: str, told: str) -> None:
    """Its first subtag counts; the text is asked where nothing is stated."""
    assert facts(language=stated).language == told
    assert facts(Message(), language="").language == ""


@pytest.mark.parametrize(
    ("stated", "told"), [("gift-cards/freemail", "gift-cards"), ("hr notice", "hr-notice"), ("bounce", "bounce"), ("", "bec")]
)
def test_a_kind_is_what_is_asked_and_not_the_way(stated: str, told: str) -> None:
    """What stands behind the slash is left out; without a kind the label stands for it."""
    assert facts(label="bec", kind=stated).kind == told


@pytest.mark.parametrize("bound", LENGTHS[1:])
def test_a_class_of_length_begins_at_its_bound(bound: int) -> None:
    """One character less is the class before."""
    assert facts(Message(text="x" * (bound - 1))).length.endswith(f"-{bound - 1}")
    assert facts(Message(text="x" * bound)).length.split("-")[0].split()[0] == str(bound)
    assert facts(Message()).length == "0-199"
