from __future__ import annotations

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from weights import model_of, random_model

import filter.demo
from filter.judge.features import Features, extract
from filter.judge.linear import REASONS, LinearModel
from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, Reason

MESSAGES = st.builds(lambda subject, text: Message(subject=subject, text=text), st.text(max_size=60), st.text(max_size=300))
DEMO = tuple(extract(parse(mail.content)) for mail in filter.demo.mails())


def slowly(model: LinearModel, features: Features) -> list[float]:
    """The log-odds, one feature at a time."""
    totals = list(model.biases)
    parts = np.split(features.slots, list(accumulate(features.sizes))[:-1])
    for value, slots in zip(features.values, parts, strict=True):
        for column, scale in enumerate(model.scales):
            units = sum(int(model.weights[slot, column]) for slot in slots)
            totals[column] += value * scale * units
    return totals


@given(MESSAGES)
def test_log_odds_are_the_sum_of_the_weights(message: Message) -> None:
    """Each threat's log-odds are its bias and value times scale times weight of every feature, to the last bit."""
    features = extract(message)
    assert list(random_model().log_odds(features)) == slowly(random_model(), features)


@given(MESSAGES)
def test_explaining_changes_nothing(message: Message) -> None:
    """The log-odds that come with the reasons are the same."""
    features = extract(message)
    assert random_model().explain(features)[0] == random_model().log_odds(features)


@pytest.mark.parametrize("features", DEMO)
def test_reasons_are_ordered_and_few(features: Features) -> None:
    """Threat by threat, heaviest first, as many as are shown and none that weighs nothing."""
    reasons = random_model().explain(features)[1]
    assert [THREATS.index(reason.threat) for reason in reasons] == sorted(THREATS.index(reason.threat) for reason in reasons)
    for threat in THREATS:
        sizes = [abs(reason.weight) for reason in reasons if reason.threat == threat]
        assert sizes == sorted(sizes, reverse=True)
        assert len(sizes) == REASONS and all(sizes)


@pytest.mark.parametrize("features", DEMO)
def test_evidence_stands_in_the_message(features: Features) -> None:
    """What a reason names can be found: a word of the text, one of the subject, a token of the structure."""
    words = [word.decode() for word in features.words]
    found = {"text": words[features.subject_words :], "subject": words[: features.subject_words], "structure": features.tokens}
    for reason in random_model().explain(features)[1]:
        assert reason.evidence in found[reason.kind]


@given(MESSAGES)
def test_reasons_are_the_heaviest_pieces(message: Message) -> None:
    """No piece weighs more than one that is named; each is named with all that its features weigh."""
    features, model = extract(message), random_model()
    values = np.repeat(features.values, features.sizes)
    for column, (threat, scale) in enumerate(zip(THREATS, model.scales, strict=True)):
        shares = np.zeros(1 + len(features.words) + len(features.tokens))
        np.add.at(shares, features.pieces, values * model.weights[features.slots, column] * scale)
        heaviest = sorted(np.abs(shares[shares != 0]).tolist(), reverse=True)[:REASONS]
        named = [abs(reason.weight) for reason in model.explain(features)[1] if reason.threat == threat]
        assert named == pytest.approx(heaviest)


def test_the_word_that_weighs_is_named() -> None:
    """A contribution is ascribed to the word it came from, with its share of the log-odds."""
    features = extract(Message(text="please send gift vouchers"))
    log_odds, reasons = model_of(gift=100).explain(features)
    assert [(reason.threat, reason.kind, reason.evidence) for reason in reasons] == [("spam", "text", "gift")]
    assert reasons[0].weight == pytest.approx(log_odds.spam + 1.0)
    assert (log_odds.phish, log_odds.bec) == (-2.0, -3.0)


def test_heavier_words_go_first_whatever_their_sign() -> None:
    """A word against the threat is a reason as well."""
    reasons = model_of(gift=50, lunch=-100).explain(extract(Message(text="gift lunch")))[1]
    assert [(reason.evidence, reason.weight > 0) for reason in reasons] == [("lunch", False), ("gift", True)]


def test_nothing_to_say() -> None:
    """An empty message has the bias for its log-odds and no reasons."""
    assert random_model().explain(extract(Message())) == (random_model().biases, ())


def test_a_mapped_model_says_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Weights that are read from disk as they are needed give what weights in memory give."""
    path = tmp_path_factory.mktemp("model") / "weights.npy"
    model = random_model()
    np.save(path, model.weights)
    mapped = LinearModel(np.load(path, mmap_mode="r"), model.scales, model.biases, model.id)
    assert [mapped.explain(features) for features in DEMO] == [model.explain(features) for features in DEMO]


def test_reasons_hold_plain_numbers() -> None:
    """Weights are Python's floats, so that a verdict can be written as JSON."""
    reasons: tuple[Reason, ...] = random_model().explain(DEMO[0])[1]
    assert {type(reason.weight) for reason in reasons} == {float}
