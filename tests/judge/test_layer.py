from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from weights import random_judge, random_model

from filter.demo import mails
from filter.judge.everyday import EVERYDAY
from filter.judge.features import extract
from filter.judge.hashing import SLOTS, hash_headers
from filter.judge.judge import Judge
from filter.judge.layer import FAMILIES, RATE, SLOT_CAP, UNIT, Lesson, Taught, add, empty, layer, lesson, log_odds, opposite, see
from filter.judge.mail import Mail, Message
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, Reason

CONTENTS = tuple(mail.content for mail in mails()[:15])  # the next quotes the last of them, those behind it are of the kinds of these
MOST = RATE * sum(weight**2 for weight in FAMILIES)
"""What a lesson can move a mail by, if no two features share a slot."""


def taught(content: bytes) -> Taught:
    message = parse(content)
    return see(message, extract(message))


def learnt(*lessons: tuple[bytes, bool]) -> np.ndarray:
    weights = empty()
    for content, unwanted in lessons:
        seen = taught(content)
        add(weights, lesson(seen, log_odds(weights, seen), unwanted))
    return weights


@pytest.mark.parametrize("unwanted", [True, False])
def test_a_lesson_moves_its_mail_towards_its_label(unwanted: bool) -> None:
    """Up where it was unwanted, down where it was wanted, and by no more than the rate allows."""
    for content in CONTENTS:
        moved = log_odds(learnt((content, unwanted)), taught(content))
        assert 0 < (moved if unwanted else -moved) <= MOST


def test_one_wrong_label_moves_no_other_mail_far() -> None:
    """A wrong label moves mails of other kinds by a fraction of a log-odds: no threshold is that near to another."""
    for wrong in CONTENTS:
        weights = learnt((wrong, True))
        others = [abs(log_odds(weights, taught(content))) for content in CONTENTS if content != wrong]
        assert max(others) < MOST / 4
        assert float(np.mean(others)) < 0.25


def test_what_stands_in_most_mail_is_not_taught() -> None:
    """Usual header fields and the commonest words: two mails that share no more than these say nothing of one another."""
    usual = "Date: Mon, 5 May 2025 09:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nMessage-ID: <"
    one = f"{usual}\n\nThe quartet rehearses Brahms on Thursday, this is for you.\n".encode()
    other = f"{usual}\n\nFor all of you: flour, yeast, salt, this once.\n".encode()
    weights = learnt((one, True))
    assert abs(log_odds(weights, taught(other))) < MOST / 20
    assert not weights[EVERYDAY].any()
    assert weights.any()


def test_what_is_sure_already_teaches_little() -> None:
    """The step is the error: none worth naming where the score said so before."""
    seen = taught(CONTENTS[0])
    assert lesson(seen, 30.0, True).steps == (0,) * len(FAMILIES)
    assert lesson(seen, -1e9, False).steps == (0,) * len(FAMILIES)
    assert max(map(abs, lesson(seen, 1e9, False).steps)) == round(RATE * max(seen.values) / UNIT)


@settings(max_examples=20)
@given(st.permutations(range(5)))
def test_the_order_in_which_lessons_are_added_does_not_matter(order: list[int]) -> None:
    """A layer is the sum of its lessons: whole numbers, exact in any order."""
    lessons = [lesson(taught(CONTENTS[number]), number - 2.0, number % 2 == 0) for number in range(5)]
    one, other = empty(), empty()
    for number in range(5):
        add(one, lessons[number])
        add(other, lessons[order[number]])
    assert np.array_equal(one, other)


def test_taking_a_lesson_out_leaves_no_trace() -> None:
    """Its steps the other way round give what was there before."""
    weights = learnt((CONTENTS[0], True), (CONTENTS[1], False))
    before, seen = weights.copy(), lesson(taught(CONTENTS[2]), 0.0, True)
    add(weights, seen)
    assert not np.array_equal(weights, before)
    add(weights, opposite(seen))
    assert np.array_equal(weights, before)


def test_a_slot_is_capped() -> None:
    """However often a slot was taught, it says no more than the cap."""
    weights = empty()
    weights[7] = 2**30
    seen = Taught(np.array([7], dtype=np.uint32), (1, 0, 0, 0, 0, 0), (1.0,) * 6)
    assert log_odds(weights, seen) == SLOT_CAP


def test_no_number_of_lessons_overflows() -> None:
    """A slot taught the same thing for ever stays at the cap and on its side, and one of them taken out is taken out whole."""
    weights, often = empty(), Lesson(np.array([7], dtype=np.uint32), (1, 0, 0, 0, 0, 0), (2**30,) * 6)
    for _ in range(9):
        add(weights, often)
    assert weights[7] == 9 * 2**30
    assert layer(weights).weights[7] * UNIT == SLOT_CAP
    for _ in range(9):
        add(weights, opposite(often))
    assert not weights.any()


@pytest.mark.parametrize("wrong", [b"", b"\n\nhello", b"Subject: invoice\n\n", b"From: a@site.example\n\n", b"\n\n" + b"z " * 4000])
@pytest.mark.parametrize("unwanted", [True, False])
def test_one_wrong_label_on_a_mail_of_next_to_nothing_moves_no_other_further(wrong: bytes, unwanted: bool) -> None:
    """What a mail of one feature teaches is worth most to mail of that feature alone."""
    weights = learnt((wrong, unwanted))
    assert abs(log_odds(weights, taught(wrong))) <= MOST
    others = [abs(log_odds(weights, taught(content))) for content in CONTENTS]
    assert max(others) < 0.5


def test_a_score_without_bounds_teaches_one_step_at_most() -> None:
    """Infinite or no number at all, as another model might say: whole steps, none larger than an error of one makes."""
    seen = taught(CONTENTS[0])
    for score in (math.inf, -math.inf, math.nan):
        steps = lesson(seen, score, False).steps
        assert all(abs(step) <= RATE * value / UNIT + 1 for step, value in zip(steps, seen.values, strict=True))


def test_the_judge_adds_it_to_every_threat_alike() -> None:
    """Every threat's log-odds rise by the same, the score too; reasons and rest still sum; the verdict names both models."""
    weights = learnt((CONTENTS[3], True))
    site = layer(weights)
    bare, sharper = random_judge(), Judge(random_model(), random_judge().rulebook, site)
    for content in CONTENTS:
        before, after = bare.judge(Mail(content)), sharper.judge(Mail(content))
        moved = log_odds(weights, taught(content))
        assert after.score == pytest.approx(before.score + moved)
        for threat in THREATS:
            assert after.log_odds.of(threat) == pytest.approx(before.log_odds.of(threat) + moved)
            shown = sum(reason.weight for reason in after.reasons_for(threat)) + after.rest.of(threat)
            assert shown == pytest.approx(after.log_odds.of(threat))
        assert after.model == f"random+{site.id}"


def test_its_reasons_name_pieces_of_the_message() -> None:
    """What the layer says is under the kind "site": words of the message, its structure, or its header fields as a whole."""
    message = parse(CONTENTS[3])
    features = extract(message)
    _, reasons = layer(learnt((CONTENTS[3], True))).explain(message, features)
    assert {reason.kind for reason in reasons} == {"site"}
    known = {"header fields", *features.tokens, *(word.decode() for word in features.words)}
    assert {reason.evidence for reason in reasons} <= known


def test_its_heaviest_pieces_are_its_reasons() -> None:
    """Header fields as a whole are one piece; pieces that say nothing are not named."""
    message = parse(b"From: a@b.example\nX-Mailer: Ratware 1.0\n\n")
    features = extract(message)
    weights = empty()
    weights[see(message, features).slots[len(features.slots) :]] = 100
    added, reasons = layer(weights).explain(message, features)
    assert reasons == tuple(Reason(threat, "site", "header fields", pytest.approx(added)) for threat in THREATS)
    assert layer(empty()).explain(message, features) == (0.0, ())


@pytest.mark.parametrize("name", ["received", "x-spam-status", "authentication-results", "arc-seal", "dkim-signature", "x-sievert-score"])
def test_what_others_wrote_on_the_way_is_not_seen(name: str) -> None:
    """Trace fields and other filters' marks teach nothing; the sender's own fields do."""
    message = parse(CONTENTS[0])
    other = Message(headers=(*message.headers, (name, "spam=yes 192.0.2.1")))
    plain = Message(headers=message.headers)
    assert np.array_equal(see(other, extract(other)).slots, see(plain, extract(plain)).slots)
    mailer = Message(headers=(*message.headers, ("x-mailer", "Ratware 1.0")))
    assert len(see(mailer, extract(mailer)).slots) > len(see(plain, extract(plain)).slots)


@given(st.binary(max_size=200))
def test_header_grams_are_slots(octets: bytes) -> None:
    """Every four octets in a row give a slot; distinct and ascending."""
    slots = hash_headers(octets)
    assert len(slots) <= max(0, len(octets) - 3)
    assert (len(slots) > 0) == (len(octets) > 3)
    assert (np.diff(slots.astype(np.int64)) > 0).all()
    assert (slots < SLOTS).all()
