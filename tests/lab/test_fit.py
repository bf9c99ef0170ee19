from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.sparse import csr_matrix

from filter.judge.linear import COLUMNS
from filter.judge.verdict import THREATS
from filter.lab import fit as module
from filter.lab.corpora import BY_NAME, TRAIN, Sample
from filter.lab.dataset import Dataset
from filter.lab.fit import COUNTS, COUNTS_BESIDE, NEAR, OUTCOMES, RARE, RARER, RAREST, STEPS, WOVEN, calibrate, fit, rounded, sample_weights
from filter.lab.vectors import Vectors

NO_WORDS = np.empty(0, dtype=np.uint32)
NO_VECTORS = Vectors(np.empty(0, dtype=np.int64), np.empty((0, 1), dtype=np.float32))

ALIKE = dict.fromkeys(THREATS, 10.0)

CORPORA, LABELS = ("lists", "own", "enron", "trec07p"), ("ham", "spam", "fraud", "phish", "bec")


@pytest.fixture(autouse=True)
def one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are so small that more processes only take time to start."""
    monkeypatch.setenv("LOKY_MAX_CPU_COUNT", "1")


def sample(corpus: str, label: str, campaign: str = "", number: int = 1) -> Sample:
    """The mail of that number, which is also its date."""
    path = f"{corpus}/{label}/{number}.eml"
    return Sample(corpus, path, label, TRAIN, campaign or path, "", f"2020-01-{number:04}", b"")


SAMPLES = st.lists(
    st.builds(sample, st.sampled_from(CORPORA), st.sampled_from(LABELS), st.sampled_from("abcdef"), st.integers(1, 99)),
    max_size=40,
).map(lambda samples: (sample("own", "ham"), sample("own", "bec"), *samples))


def mass(weights: np.ndarray, samples: tuple[Sample, ...], corpus: str, ham: bool) -> float:
    """What one side of a corpus counts together."""
    chosen = [one.corpus == corpus and (one.threat == "ham") == ham for one in samples]
    return float(weights[chosen].sum())


@given(SAMPLES)
def test_ham_counts_as_much_as_all_threats(samples: tuple[Sample, ...]) -> None:
    """Together they count as many as there are samples, half of it wanted mail, and every sample counts."""
    weights = sample_weights(samples, "spam")
    assert weights.sum() == pytest.approx(len(samples))
    assert sum(mass(weights, samples, corpus, ham=True) for corpus in CORPORA) == pytest.approx(len(samples) / 2)
    assert (weights > 0).all()


def test_a_corpus_says_nothing_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much ham and bad mail each has, their ratio is the same in every corpus that has both; COUNTS alone moves it."""
    sizes = {("lists", "ham"): 30, ("lists", "spam"): 3, ("own", "ham"): 5, ("own", "bec"): 40, ("enron", "ham"): 9}
    samples = tuple(sample(*side, number=n + 1) for side, size in sizes.items() for n in range(size))

    def ratio(corpus: str) -> float:
        weights = sample_weights(samples, "spam")
        return mass(weights, samples, corpus, ham=False) / mass(weights, samples, corpus, ham=True)

    monkeypatch.setattr(module, "COUNTS", {})
    assert ratio("lists") == pytest.approx(ratio("own"))
    monkeypatch.setattr(module, "COUNTS", {("lists", "ham"): 4.0})
    assert ratio("lists") == pytest.approx(ratio("own") / 4)


def test_a_threat_has_counts_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What differs for one threat counts there, and nowhere else."""
    samples = tuple(sample(*side, number=n + 1) for side in (("lists", "ham"), ("own", "ham"), ("own", "bec")) for n in range(6))
    monkeypatch.setattr(module, "COUNTS", {("own", "ham"): 2.0})
    monkeypatch.setattr(module, "COUNTS_BESIDE", {"bec": {("own", "ham"): 5.0}})
    weights = {threat: sample_weights(samples, threat) for threat in ("bec", "phish")}
    shares = {threat: mass(of, samples, "own", ham=True) / mass(of, samples, "lists", ham=True) for threat, of in weights.items()}
    assert shares == {"bec": pytest.approx(5.0), "phish": pytest.approx(2.0)}


def test_the_neighbours_of_one_threat_teach_little_of_others() -> None:
    """Wanted mail written to come near BEC counts in full against it; else `NEAR` of that."""
    bad = [sample("own", label) for label in ("spam", "phish", "bec")]
    samples = (sample("own", "ham", number=1), replace(sample("own", "ham", number=2), near="bec"), *bad)
    shares = {threat: np.divide(*sample_weights(samples, threat)[[1, 0]]) for threat in ("bec", "spam", "phish")}
    assert shares == {"bec": 1.0, "spam": pytest.approx(NEAR), "phish": pytest.approx(NEAR)}


def test_mail_of_ours_in_a_rarer_language_counts_more() -> None:
    """By a power of how much rarer it is on its side, and no more than `RAREST`; of another corpus it counts the same."""
    sizes = {
        ("own", "ham", "en"): 64,
        ("own", "ham", "nl"): 16,
        ("own", "ham", "zh"): 1,
        ("own", "spam", "en"): 4,
        ("own", "spam", "nl"): 4,
    }
    sizes |= {("enron", "ham", "en"): 9, ("enron", "ham", "nl"): 1}
    sides = [side for side, size in sizes.items() for _ in range(size)]
    samples = tuple(replace(sample(*side[:2], number=n + 1), language=side[2]) for n, side in enumerate(sides))
    weights = dict(zip(sides, sample_weights(samples, "spam"), strict=True))
    assert weights["own", "ham", "nl"] / weights["own", "ham", "en"] == pytest.approx(4**RARER)
    assert weights["own", "ham", "zh"] / weights["own", "ham", "en"] == pytest.approx(RAREST) and 64**RARER > RAREST
    assert weights["own", "spam", "nl"] == weights["own", "spam", "en"]
    assert weights["enron", "ham", "nl"] == weights["enron", "ham", "en"]


@pytest.mark.parametrize("counts", [COUNTS, *COUNTS_BESIDE.values()])
def test_counts_name_corpora_that_there_are(counts: dict[tuple[str, str], float]) -> None:
    """Every mail that counts more is of a corpus and a side that exist, and counts a positive number of times."""
    assert {corpus for corpus, _ in counts} <= set(BY_NAME)
    assert {side for _, side in counts} <= {"ham", "bad"}
    assert min(counts.values()) > 0


def test_words_in_the_same_company_share_what_is_learnt() -> None:
    """A word that no learnt mail has speaks for a threat if its vector is that of one that does; for a threat that is not woven it says
    nothing, and neither does a word without a vector."""
    each = 20
    samples = tuple(sample("own", label, number=number) for label in ("ham", *THREATS) for number in range(each))
    matrix = np.zeros((len(samples), 4))
    bad = np.array([one.threat != "ham" for one in samples])
    matrix[bad, 0] = 1
    matrix[~bad, 3] = 1
    toy = Dataset(csr_matrix(matrix, dtype=np.float32), samples, (NO_WORDS,) * len(samples))
    alike = Vectors(np.array([0, 1]), np.ones((2, 1), dtype=np.float32))
    coefficients = fit(toy, alike, ALIKE).coefficients
    for column, threat in enumerate(THREATS):
        assert (coefficients[1, column] > 0.1) == (threat in WOVEN)
        assert coefficients[2, column] == 0 and coefficients[0, column] > coefficients[1, column]


def test_a_threat_is_told_without_some_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only one threat is told without says nothing of it, and as much as ever of the others; the data stay as they were."""
    monkeypatch.setattr(module, "UNSEEN", dict.fromkeys(THREATS, frozenset()) | {"bec": frozenset({"a token"})})
    toy = separable()
    monkeypatch.setattr(module, "token_slots", lambda tokens: np.array([0 for _ in tokens], dtype=np.uint32))
    shared = Vectors(np.array([0, 3]), np.ones((2, 1), dtype=np.float32))  # as if a word with a vector were in the token's slot
    before, coefficients = toy.matrix.toarray(), fit(toy, shared, ALIKE).coefficients
    assert dict(zip(THREATS, coefficients[0] == 0, strict=True)) == {"spam": False, "phish": False, "bec": True}
    assert (toy.matrix.toarray() == before).all()


def test_only_threats_have_counts_of_their_own() -> None:
    """A name that is none would be looked up in vain."""
    assert COUNTS_BESIDE.keys() | WOVEN <= set(THREATS) == module.UNSEEN.keys()


def test_a_campaign_counts_as_the_root_of_its_size() -> None:
    """Nine copies count three times as much as the one of another campaign."""
    samples = (*(sample("own", "spam", "copies", n) for n in range(9)), sample("own", "spam", "one"), sample("own", "ham"))
    weights = sample_weights(samples, "spam")
    assert weights[:9].sum() == pytest.approx(3 * weights[9])


def test_mail_of_one_side_counts_alike() -> None:
    """Whatever its date."""
    samples = (*(sample("own", "ham", number=number) for number in (1, 2, 3)), sample("own", "bec"))
    assert len(set(sample_weights(samples, "spam")[:3])) == 1


def separable(each: int = 20) -> Dataset:
    """Each outcome has a column of its own; the fifth is in every mail, the sixth in fewer than RARE of them."""
    labels = [label for label in OUTCOMES for _ in range(each)]
    matrix = np.zeros((len(labels), 6))
    matrix[np.arange(len(labels)), [OUTCOMES.index(label) for label in labels]] = 1
    matrix[:, 4] = 1
    matrix[-(RARE - 1) :, 5] = 1
    samples = tuple(sample("own", label, number=number) for number, label in enumerate(labels))
    return Dataset(csr_matrix(matrix, dtype=np.float32), samples, (NO_WORDS,) * len(samples))


def test_what_marks_a_threat_speaks_for_it() -> None:
    """A threat's own column has its highest weight, ham's column speaks against all, and the fit ranks every mail rightly."""
    toy = separable()
    fitted = fit(toy, NO_VECTORS, ALIKE)
    for column in range(len(THREATS)):
        assert fitted.coefficients[:, column].argmax() == column + 1
        assert fitted.coefficients[0, column] < 0
    outcomes = np.column_stack([np.zeros(len(toy)), fitted.log_odds(toy)]).argmax(axis=1)
    assert [OUTCOMES[outcome] for outcome in outcomes] == toy.column("threat").tolist()


def test_what_was_seen_too_rarely_says_nothing() -> None:
    """A slot of fewer than RARE mails gets no weight, though all of them are of one threat."""
    fitted = fit(separable(), NO_VECTORS, ALIKE)
    assert not fitted.coefficients[5].any()
    assert fitted.coefficients.dtype == np.float32


def test_what_is_rare_may_weigh_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two slots that stand in bad mail alone, the rarer gains on the commoner by the power of rarity."""
    labels = ("spam",) * 40 + ("ham",) * 40 + ("phish", "bec")
    samples = tuple(sample("own", label, number=number) for number, label in enumerate(labels))
    matrix = np.zeros((len(labels), 3))
    matrix[:4, 0] = matrix[4:40, 1] = matrix[:, 2] = 1
    toy = Dataset(csr_matrix(matrix, dtype=np.float32), samples, (NO_WORDS,) * len(samples))

    def share(power: float) -> float:
        monkeypatch.setattr(module, "RARITY", power)
        rare, common, _ = fit(toy, NO_VECTORS, ALIKE).coefficients[:, THREATS.index("spam")]
        return float(rare / common)

    assert share(1.0) > share(0.5) > share(0.0) > 0


def test_a_stronger_penalty_gives_smaller_weights() -> None:
    """`strengths` are the inverse of each threat's own penalty."""
    loose, tight = (np.abs(fit(separable(), NO_VECTORS, ALIKE | {"spam": strength}).coefficients).sum(axis=0) for strength in (10.0, 0.01))
    assert tight[0] < loose[0]
    assert tight[1:].tolist() == loose[1:].tolist()


def outcomes_of(log_odds: np.ndarray) -> np.ndarray:
    """Outcomes drawn with these log-odds against ham."""
    odds = np.exp(np.column_stack([np.zeros(len(log_odds)), log_odds]))
    draw = np.random.default_rng(4).random((len(log_odds), 1))
    return np.array(OUTCOMES)[(draw > (odds / odds.sum(axis=1, keepdims=True)).cumsum(axis=1)).sum(axis=1)]


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.4, 0.0), (2.0, -1.0), (1.0, 1.5)])
def test_calibration_makes_probabilities_true(slope: float, shift: float) -> None:
    """From log-odds that are too bold, too timid or biased it finds the way back, and then shares are as foretold."""
    true = np.random.default_rng(3).normal(-1.0, 2.0, size=(20_000, len(THREATS)))
    told = (true - shift) / slope
    outcomes = outcomes_of(true)
    slopes, shifts = calibrate(told, outcomes, np.ones(len(told)))
    assert slopes == pytest.approx(np.full(3, slope), rel=0.1)
    assert shifts == pytest.approx(np.full(3, shift), abs=0.25)
    odds = np.exp(told * slopes + shifts)
    foretold = odds.sum(axis=1) / (1 + odds.sum(axis=1))
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (foretold >= low) & (foretold < low + 0.2)
        assert (outcomes[inside] != "ham").mean() == pytest.approx(foretold[inside].mean(), abs=0.03)


def test_calibration_heeds_the_weights() -> None:
    """Mails that count nothing do not move it."""
    true = np.random.default_rng(3).normal(0.0, 2.0, size=(2_000, len(THREATS)))
    outcomes = outcomes_of(true)
    noise = np.full(len(outcomes), "bec")
    alone = calibrate(true, outcomes, np.ones(len(true)))
    beside = calibrate(np.vstack([true, true]), np.concatenate([outcomes, noise]), np.repeat([1.0, 0.0], len(true)))
    assert np.concatenate(beside) == pytest.approx(np.concatenate(alone), abs=1e-3)


@given(arrays.arrays(np.float32, st.tuples(st.integers(1, 200), st.just(3)), elements=st.floats(-50, 50, width=32)))
def test_rounding_errs_by_half_a_unit(coefficients: np.ndarray) -> None:
    """Every weight is within half a unit, zero stays zero, no sign turns, and a column's largest takes the largest step."""
    padded, units = rounded(coefficients)
    weights = padded[:, :3]
    assert padded.dtype == np.int8 and padded.shape == (len(coefficients), COLUMNS) and not padded[:, 3:].any()
    assert (np.abs(weights * units - coefficients) <= (0.5 + 1e-6) * units).all()
    assert not weights[coefficients == 0].any()
    assert (weights * np.sign(coefficients) >= 0).all()
    assert (np.abs(weights.astype(int)).max(axis=0) == STEPS * coefficients.any(axis=0)).all()
