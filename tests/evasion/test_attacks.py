from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from filter.assemble import build_base_judge, build_policy
from filter.config.schema import Config
from filter.demo import mails
from filter.judge.features import extract
from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.lab import trimmings
from filter.lab.attacks import ATTACKS, LATE_OCTETS
from filter.lab.corpora import BY_NAME, TEST, read
from filter.lab.evasion import Cost, costs

OWN = Path(__file__).parents[2] / "models" / "corpus"
BAD = tuple(mail.content for mail in mails() if mail.kind != "ham")
WANTED = "The garden club meets on Monday at six, and the new bulbs have come. Bring gloves. " * 20
UNSEEN = (
    "zero-width letters",
    "look-alike letters",
    "comments inside words",
    "hidden padding",
    "strange charset, base64",
    "every octet quoted",
)
POINTS = 10.0
"""Recall an attack may cost, in percentage points."""


def words(message: Message) -> tuple[bytes, ...]:
    """The words that the model sees."""
    return extract(message).words


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize("content", BAD, ids=range(len(BAD)))
def test_what_the_reader_does_not_see_the_judge_does_not(name: str, content: bytes) -> None:
    """The words read are those of the mail before the attack; the links' own texts follow."""
    before = words(parse(content))
    assert words(parse(ATTACKS[name](content, WANTED)))[: len(before)] == before


KEEPING = [name for name in ATTACKS if name != "no hyphens in a domain"]


@pytest.mark.parametrize("name", KEEPING)
def test_an_attack_keeps_what_it_does_not_change(name: str) -> None:
    """Sender, subject and the links' hosts stay, and all but one the sender's name; each changes the octets."""
    for content in BAD:
        before, after = parse(content), parse(ATTACKS[name](content, WANTED))
        assert (str(after.sender), after.subject) == (str(before.sender), before.subject)
        assert after.sender == before.sender or name == "no sender's name"
        hosts = {link.host for link in before.links if link.host}
        assert hosts <= {link.host for link in after.links} or name == "picture"
        assert ATTACKS[name](content, WANTED) != content


def test_words_are_cut() -> None:
    """Most long words are no longer there; those spelt out letter by letter are read all the same."""
    before, after = parse(BAD[0]), parse(ATTACKS["split words"](BAD[0], WANTED))
    long = {word for word in words(before) if len(word) > 7 and word.isalpha()}
    assert long
    assert 0 < len(long & set(words(after))) < 0.6 * len(long)


def test_padding_is_there() -> None:
    """Hidden where the style hides it, otherwise in the text; before or behind the payload."""
    hidden, below, above = (parse(ATTACKS[name](BAD[0], WANTED)) for name in ("hidden padding", "visible padding", "padding above, plain"))
    assert "garden club" in hidden.hidden
    assert "garden club" not in hidden.text
    assert below.text.rstrip().endswith("Bring gloves.")
    assert above.text.startswith("The garden club")


def test_trimmings_are_there() -> None:
    """Behind the payload; of those that the model was trained with, none."""
    signed, noticed, quoted, bulk = (
        parse(ATTACKS[name](BAD[0], WANTED)) for name in ("signature with links", "legal notice", "earlier mail quoted", "bulk footer")
    )
    assert bulk.text.rstrip().endswith("12 Bridge Street, Leeds")
    assert "news.ardenlowe.example" in {link.host for link in bulk.links}
    assert {"www.ardenlowe.example", "www.linkedin.com"} <= {link.host for link in signed.links}
    assert noticed.text.rstrip().endswith("accepts no liability.")
    assert quoted.text.rstrip().endswith("> Jane")
    learnt = "".join(one.text for several in trimmings._bank().values() for one in several)
    assert not [
        one for one in ("ardenlowe", "If you are not the intended recipient you should not copy", "that is fine for us") if one in learnt
    ]


def test_a_sender_without_a_name() -> None:
    """Only the name goes."""
    before, after = parse(BAD[0]), parse(ATTACKS["no sender's name"](BAD[0], WANTED))
    assert before.sender
    assert after.sender == before.sender._replace(name="")
    assert (after.text, after.recipients) == (before.text, before.recipients)


def test_a_domain_without_hyphens() -> None:
    """The sender's, in its address and wherever else it stands; a mail whose sender has none stays as it is."""
    mail = b"From: Ann <ann@north-tool.example>\n\nSee https://www.North-Tool.example/a-b or mail ann@north-tool.example.\n"
    after = ATTACKS["no hyphens in a domain"](mail, WANTED)
    assert after == b"From: Ann <ann@northtool.example>\n\nSee https://www.northtool.example/a-b or mail ann@northtool.example.\n"
    assert ATTACKS["no hyphens in a domain"](after, WANTED) == after


def test_a_picture_has_no_words() -> None:
    """Only an image, and where there was a link it is one."""
    message = parse(ATTACKS["picture"](next(content for content in BAD if parse(content).links), WANTED))
    assert (message.text.strip(), message.images, len(message.attachments)) == ("", 1, 1)
    assert message.links


def test_a_late_payload_is_read() -> None:
    """Behind more talk than is kept, the end is."""
    content = ATTACKS["late payload"](BAD[0], WANTED)
    assert len(content) > LATE_OCTETS
    assert set(words(parse(BAD[0]))[-20:]) <= set(words(parse(content))[-200:])


def test_a_lists_headers_are_there() -> None:
    """Before the mail's own, which stay; the text is the same."""
    before, after = parse(BAD[0]), parse(ATTACKS["a list's headers"](BAD[0], WANTED))
    assert after.header("list-post")
    assert after.headers[-len(before.headers) :] == before.headers
    assert after.text == before.text


@cache
def measured() -> dict[str, Cost]:
    """The shipped model and thresholds, on every third bad mail of authors never trained on, padded with their wanted mail. The card has
    all of it."""
    config = Config()
    held = [sample for sample in read(OWN, OWN, tuple(name for name in BY_NAME if name != "own")) if sample.part == TEST]
    wanted = [parse(sample.content).text.strip() for sample in held if sample.label == "ham"]
    bad = [sample.content for sample in held if sample.label != "ham"]
    padding = [text[:3000] for text in wanted if len(text) > 200]
    return {cost.attack: cost for cost in costs(build_base_judge(config), build_policy(config), bad[::3], padding)}


@pytest.mark.parametrize("name", ATTACKS)
def test_no_attack_costs_much(name: str) -> None:
    """At the shipped thresholds none takes more than ten points of recall."""
    cost = measured()[name]
    assert cost.before.count >= 10
    assert cost.points <= POINTS, f"{name}: {cost.before} before, {cost.after} after"
