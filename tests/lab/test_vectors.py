from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from filter.judge.hashing import SLOTS, hash_text, word_slots
from filter.lab import vectors as module
from filter.lab.corpora import AGAIN, TRAIN, Sample
from filter.lab.dataset import Dataset
from filter.lab.vectors import SEEN, Vectors, learn

ASKS = ("please settle the {} before friday", "we must settle the {} with the bank", "who will settle this {} for us")
TALK = ("the {} barked all night", "walk the {} in the park", "our {} sleeps in the barn")


def dataset(texts: list[str], corpus: str = "own", ending: str = "") -> Dataset:
    """One mail of each text, as its words; their features are beside the point."""
    samples = tuple(Sample(corpus, f"{number}.eml{ending}", "ham", TRAIN, str(number), "", "", b"") for number in range(len(texts)))
    words = tuple(word_slots(tuple(text.encode().split())) for text in texts)
    return Dataset(csr_matrix((len(texts), SLOTS), dtype=np.float32), samples, words)


def joined(*parts: Dataset) -> Dataset:
    """All of them as one."""
    samples = tuple(one for part in parts for one in part.samples)
    return Dataset(csr_matrix((len(samples), SLOTS), dtype=np.float32), samples, tuple(words for part in parts for words in part.words))


def spoken(*words: str, frames: tuple[str, ...]) -> list[str]:
    """Each word in each frame, as often as a word must be seen."""
    return [frame.format(word) for word in words for frame in frames for _ in range(SEEN)]


def likeness(found: Vectors, one: str, other: str) -> float:
    """The cosine of the angle between two words."""
    first, second = (found.rows[list(found.slots).index(word_slots((word.encode(),))[0])] for word in (one, other))
    return float(first @ second)


TEXTS = [*spoken("invoice", "statement", frames=ASKS), *spoken("terrier", "spaniel", frames=TALK)]


def test_words_in_the_same_company_are_alike() -> None:
    """Two words that stand in the same places are nearer than two that do not."""
    found = learn(dataset(TEXTS))
    assert likeness(found, "invoice", "statement") > likeness(found, "invoice", "spaniel") + 0.3
    assert np.linalg.norm(found.rows, axis=1) == pytest.approx(np.ones(len(found.slots)), abs=1e-2)


def test_the_same_mail_gives_the_same_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last bit; and how many pairs are counted at a time changes nothing that matters."""
    first, second = learn(dataset(TEXTS)), learn(dataset(TEXTS))
    assert (first.slots == second.slots).all() and (first.rows == second.rows).all()
    monkeypatch.setattr(module, "PAIRS", 7)
    assert learn(dataset(TEXTS)).rows @ learn(dataset(TEXTS)).rows.T == pytest.approx(first.rows @ first.rows.T, abs=1e-2)


def test_a_mail_is_the_sum_of_its_words() -> None:
    """Weighed as its features are; what has no vector adds nothing."""
    vectors = Vectors(np.array([2, 5]), np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32))
    matrix = csr_matrix(np.array([[0, 0, 0.5, 0, 9, 0.25], [1, 0, 0, 0, 0, 0]], dtype=np.float32))
    assert vectors.of(matrix).tolist() == [[0.5, 0.25], [0.0, 0.0]]


def test_word_slots_are_those_of_the_features() -> None:
    """A word's slot is the one that a text with this word alone has among its words."""
    grams, words = hash_text(b"invoice").sizes[:2]
    assert hash_text(b"invoice").slots[grams : grams + words].tolist() == word_slots((b"invoice",)).tolist()


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["one"] * SEEN,
        ["all words once"],
        [*["one"] * SEEN, *["two"] * SEEN, *["three"] * SEEN],
        [*["x x x"] * SEEN, *["y"] * SEEN],
    ],
)
def test_too_little_mail_has_no_vectors(texts: list[str]) -> None:
    """Nothing to learn from is no error, and adds nothing to a mail."""
    found = learn(dataset(texts))
    assert len(found.slots) == 0 and not found.of(dataset(["one"]).matrix).any()


def test_our_own_mail_counts_more() -> None:
    """A word is liker what it keeps company with in our own mail than what it does in as much mail of others."""
    own, other = spoken("invoice", frames=ASKS), spoken("invoice", frames=TALK)
    both = (dataset(own), dataset(other, "lists"), dataset(spoken("bill", frames=ASKS)), dataset(spoken("spaniel", frames=TALK), "lists"))
    found = learn(joined(*both))
    assert likeness(found, "invoice", "bill") > likeness(found, "invoice", "spaniel")


def test_what_is_learnt_again_teaches_no_company() -> None:
    """Padded and cut texts put words beside one another that nobody wrote so."""
    assert len(learn(dataset(TEXTS, ending=AGAIN)).slots) == 0
