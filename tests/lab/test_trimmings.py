from __future__ import annotations

import pytest

from filter.judge.mail import Address, Link, Message
from filter.lab import trimmings as module
from filter.lab.corpora import TRAIN, Sample
from filter.lab.trimmings import KINDS, OWN_TRIMMED_IN, SITE, TRIMMED_IN, Trimming, trimmed

TEXT = "The minutes are in the folder."
MESSAGE = Message(
    subject="Minutes", text=TEXT, sender=Address("Ann", "ann", "mail.shop.test"), links=(Link("https://a.test/x", "a.test", "here"),)
)
ALL = [one for several in module._bank().values() for one in several]
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt")


def of(number: int, message: Message = MESSAGE, language: str = "en", corpus: str = "own") -> Message:
    return trimmed(message, Sample(corpus, "x", "ham", TRAIN, f"campaign {number}", "", "", b"", "", language), "elsewhere.test")


MANY = [of(number) for number in range(3000)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_there_are_some_of_each_kind_in_each_language(language: str, kind: str) -> None:
    """Else a kind would mark a language, or a text a kind."""
    assert len(module._bank()[language, kind]) >= 2


def test_what_is_shown_of_a_link_is_in_the_text() -> None:
    """And every text is one of its own."""
    assert all(shown in one.text for one in ALL for _, shown in one.links)
    assert len({one.text for one in ALL}) == len(ALL)


def test_one_mail_in_so_many_gets_some() -> None:
    """The same on every run; the text, the subject and the mail's links stay."""
    changed = [one for one in MANY if one != MESSAGE]
    assert 0.8 / OWN_TRIMMED_IN < len(changed) / len(MANY) < 1 / OWN_TRIMMED_IN
    of_others = sum(of(number, corpus="lists") != MESSAGE for number in range(3000))
    assert 0.8 / TRIMMED_IN < of_others / 3000 < 1 / TRIMMED_IN
    assert [of(number) for number in range(3000)] == MANY
    assert all(TEXT in one.text and one.subject == "Minutes" and one.links[0] == MESSAGE.links[0] for one in changed)
    assert sum(len(one.links) > 1 for one in changed) > 0.4 * len(changed)


def test_a_banner_stands_in_front() -> None:
    """All else behind."""
    banners = {one.text.replace(SITE, "shop.test") for one in module._bank()["en", "banner"]}
    in_front = [one.text.partition(TEXT)[0].strip() for one in MANY]
    assert set(in_front) == {"", *banners}


def test_every_trimming_is_used() -> None:
    """In their languages; now and then an English one with others."""
    said = {language: "".join(of(number, language=language).text for number in range(3000)) for language in LANGUAGES}
    assert [one.text for (language, _), several in module._bank().items() for one in several if _begins(one) not in said[language]] == []
    assert any(_begins(one) in said["de"] for one in module._bank()["en", "client"])


def test_the_senders_domain_stands_in_them() -> None:
    """The registered one; where the sender has none, one that is given."""
    freemail = Message(subject="x", text=TEXT, sender=Address("Ann", "ann", "gmail.com"))
    for message, site, other in (
        (MESSAGE, "shop.test", "elsewhere"),
        (freemail, "elsewhere.test", "shop"),
        (Message(), "elsewhere.test", "shop"),
    ):
        found = [of(number, message) for number in range(300)]
        said = "".join(f"{one.text} {link.url} {link.text}" for one in found for link in (*one.links, Link("", "", "")))
        assert f"www.{site}" in said
        assert SITE not in said
        assert other not in said


def _begins(one: Trimming) -> str:
    return one.text.partition(SITE)[0][:60]
