from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.mail import Address, Message
from filter.judge.parse import parse
from filter.lab.corpora import CORPORA, TRAIN, Sample
from filter.lab.neutral import FORGED_IN, HEADERLESS_IN, LIST_FORGED_IN, LISTED, TAGGED, THROUGH_LISTS, neutralise

NAMES = [corpus.name for corpus in CORPORA]
BUILT = [corpus.name for corpus in CORPORA if corpus.built]
CAMPAIGNS = [f"campaign {number}" for number in range(400)]
MAIL = b"""From: Ann <ann@shop.example>
Reply-To: else@where.example
To: bob@firm.example
List-Id: <a.list.example>
Subject: [users] An order of tea

Your order of tea has come.
"""


def neutral(message: Message, corpus: str = "lists", campaign: str = "c") -> Message:
    """What training sees of a message of that corpus and campaign."""
    return neutralise(message, Sample(corpus, f"{corpus}/ham/1.eml", "ham", TRAIN, campaign, "", "", b""))


def whole(corpus: str) -> str:
    """A campaign whose headers are all kept, where any are."""
    return next(one for one in CAMPAIGNS if neutral(parse(MAIL), corpus, one).subject)


@pytest.mark.parametrize("corpus", NAMES)
def test_it_is_the_same_for_a_whole_campaign_and_every_run(corpus: str) -> None:
    """What is taken out hangs on the campaign and nothing else: copies of a mail stay copies."""
    for campaign in CAMPAIGNS[:20]:
        assert neutral(parse(MAIL), corpus, campaign) == neutral(parse(MAIL), corpus, campaign)


@pytest.mark.parametrize("corpus", NAMES)
def test_what_the_sender_wrote_stays(corpus: str) -> None:
    """The text and the subject's words are the sender's, in every corpus; the message given is left as it was."""
    message = parse(MAIL)
    found = neutral(message, corpus, whole(corpus))
    assert message.text.strip() in found.text
    assert found.subject.endswith("An order of tea")
    assert message == parse(MAIL)


@pytest.mark.parametrize("corpus", NAMES)
def test_headers_that_mark_an_archive_go(corpus: str) -> None:
    """List headers stay only where both wanted and unwanted mail came through lists, tags only where they name no archive."""
    found = [neutral(parse(MAIL), corpus, campaign) for campaign in CAMPAIGNS]
    assert any(one.header("list-id") for one in found) == (corpus in LISTED)
    assert any("[users]" in one.subject for one in found) == (corpus in TAGGED)


@pytest.mark.parametrize("corpus", sorted(set(NAMES) - set(BUILT)))
@pytest.mark.parametrize("label", ["ham", *LIST_FORGED_IN])
def test_some_mail_is_learnt_forged(corpus: str, label: str) -> None:
    """The reader's address and name on as much wanted as bad mail, and no sender's name; a list's header on bad mail only, and only where
    none came through lists. What is drawn does not go with what loses its headers."""
    campaigns = [f"{number:016x}" for number in range(6000)]
    found = [neutralise(parse(MAIL), Sample(corpus, f"{corpus}/{label}/1.eml", label, TRAIN, one, "", "", b"")) for one in campaigns]
    assert not [message for message in found if not message.sender and ("bob" in message.text or message.header("list-post"))]
    whole = [message for message in found if message.sender]
    counts = [
        sum(bool(message.header("list-post")) for message in whole),
        sum("bob@" in message.text for message in whole),
        sum(message.text.startswith("bob, Your order") for message in whole),
        sum(not message.sender.name for message in whole if message.sender),
    ]
    listed = label in LIST_FORGED_IN and corpus not in THROUGH_LISTS
    expected = [len(whole) / LIST_FORGED_IN[label] if listed else 0.0, *[len(whole) / FORGED_IN] * 3]
    assert len(whole) > 4000
    assert all(0.7 * one <= count <= 1.3 * one for one, count in zip(expected, counts, strict=True))


@pytest.mark.parametrize("corpus", BUILT)
def test_built_headers_teach_nothing(corpus: str) -> None:
    """Where the corpus' makers put the headers, none of them is learnt."""
    for campaign in CAMPAIGNS[:40]:
        found = neutral(parse(MAIL), corpus, campaign)
        assert (found.sender, found.reply_to, found.recipients, found.headers) == (None, (), (), ())


@pytest.mark.parametrize("corpus", [name for name in NAMES if name not in BUILT])
def test_some_mail_is_learnt_without_headers(corpus: str) -> None:
    """About one campaign in HEADERLESS_IN loses its headers, half of these the subject too: missing ones mark no side."""
    found = [neutral(parse(MAIL), corpus, campaign) for campaign in CAMPAIGNS]
    headerless = [one for one in found if one.sender is None]
    assert len(headerless) / len(found) == pytest.approx(1 / HEADERLESS_IN, abs=0.08)
    assert sum(not one.subject for one in headerless) / len(headerless) == pytest.approx(0.5, abs=0.15)
    assert all(one.subject for one in found if one.sender is not None)
    assert all(not one.reply_to and not one.recipients for one in headerless)


@pytest.mark.parametrize("placeholder", ["phishing@pot", "username@domain.com", "jose@monkey.org", "anyone@monkey.org"])
def test_a_placeholder_becomes_a_plausible_address(placeholder: str) -> None:
    """The address that a corpus' makers wrote over the recipient's goes from text, subject, links and recipients."""
    mail = f"To: {placeholder}\nSubject: for {placeholder}\n\nDear {placeholder}: https://bad.test/?to={placeholder}\n"
    found = neutral(parse(mail.encode()), campaign=whole("lists"))
    assert placeholder not in f"{found.text} {found.subject} {found.links[0].url} {found.recipients}"
    assert "@" in found.text
    assert "@" in found.subject
    assert found.links[0].url == f"https://bad.test/?to={found.recipients[0]}"


def test_an_invented_domain_becomes_a_plausible_one() -> None:
    """`.example`, where all our own mail plays, becomes one and the same ending in sender, text and links of a message."""
    mail = b"From: a@shop.example\nSubject: from shop.example\n\nsee https://www.shop.example/x\n"
    found = neutral(parse(mail), campaign=whole("own"))
    assert found.sender is not None
    ending = found.sender.domain.removeprefix("shop.")
    assert ending != "example"
    assert found.subject == f"from shop.{ending}"
    assert found.links[0].host == f"www.shop.{ending}"
    assert f"https://www.shop.{ending}/x" in found.text


def test_some_invented_domains_are_learnt_without_hyphens() -> None:
    """Half of them, on either side, all through a message; hyphens elsewhere, and in domains that were not invented, stay."""
    mail = b"From: a@mail.north-tool-shop.example\n\nsee https://www.north-tool-shop.example/a-b or well-known http://a-b.test/\n"
    found = [neutral(parse(mail), campaign=campaign) for campaign in CAMPAIGNS]
    told = [one for one in found if one.sender]
    joined = [one for one in told if one.sender and "northtoolshop" in one.sender.domain]
    assert 0.3 < len(joined) / len(told) < 0.7
    for one in told:
        name = "northtoolshop" if one in joined else "north-tool-shop"
        assert re.search(rf"https://www\.{name}\.[a-z.]+/a-b or well-known http://a-b\.test/", one.text)
        assert {name, "test"} <= {link.host.split(".")[1] for link in one.links}


def test_long_runs_of_hyphens_are_no_trouble() -> None:
    """Looking for hosts goes over them once: from each of their places it would take the test's time."""
    rule = "-" * 2_000
    texts = [neutral(parse(f"Subject: x\n\nabove {rule} below\n".encode()), campaign=campaign).text for campaign in CAMPAIGNS[:8]]
    assert all("above ---" in text for text in texts)


def test_plausible_addresses_differ() -> None:
    """Campaigns get many stand-ins, so that none of them becomes a mark itself."""
    message = parse(b"Subject: x\n\nphishing@pot\n")
    assert len({neutral(message, campaign=campaign).text for campaign in CAMPAIGNS}) >= 20


def test_a_list_footer_goes_and_a_signature_stays() -> None:
    """What list software wrote at the end is not the sender's; a line of dashes in a letter is."""
    footer = "_" * 40 + "\nusers mailing list\nusers@list.example"
    assert "mailing list" not in neutral(parse(f"Subject: x\n\nText.\n{footer}\n".encode())).text
    letter = "Text.\n" + "-" * 40 + "\nsix rows of beans\n"
    assert "beans" in neutral(parse(f"Subject: x\n\n{letter}".encode())).text


@given(st.binary(max_size=300), st.sampled_from(NAMES), st.text(max_size=10))
def test_it_takes_whatever_was_parsed(content: bytes, corpus: str, campaign: str) -> None:
    """No mail, corpus or campaign makes it fail, and none loses a link."""
    found = neutral(parse(content), corpus, campaign)
    assert isinstance(found.sender, Address | None)
    assert len(found.links) >= len(parse(content).links)


@pytest.mark.parametrize("label", ["ham", "spam", "phish", "bec"])
def test_trimmings_fall_to_wanted_and_bad_mail_alike(label: str) -> None:
    """As its language has them, with its sender's domain or a plausible one."""
    own = [Sample("own", f"own/{label}/1.eml", label, TRAIN, campaign, "", "", b"", "", "de") for campaign in CAMPAIGNS]
    found = [neutralise(parse(MAIL), sample) for sample in own]
    assert [one.links for one in found] == [neutralise(parse(MAIL), replace(sample, label="ham")).links for sample in own]
    assert sum(bool(one.links) for one in found) > 60
    assert any("www.shop." in one.text for one in found if one.sender)
    assert any("Geschäftsführer" in one.text for one in found)
