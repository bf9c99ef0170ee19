from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from invented import mail

from filter.errors import CorpusError
from filter.judge.features import extract
from filter.judge.hashing import SLOTS
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, PerThreat
from filter.lab import dataset as module
from filter.lab.corpora import TEST, TRAIN, Sample
from filter.lab.dataset import vectorise


def sample(number: int, part: str = TEST, label: str = "ham") -> Sample:
    """A sample of the lists."""
    return Sample("lists", f"lists/{label}/{number}.eml", label, part, f"c{number}", "", "", mail(label, number))


SAMPLES = [sample(number, label=label) for number in range(4) for label in ("ham", "spam", "fraud")]


def test_what_is_learnt_is_what_is_served() -> None:
    """A row times the weights is what the model says of that mail, in the order of the samples."""
    weights = np.random.default_rng(2).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    model = LinearModel(weights, PerThreat(0.01, 0.02, 0.03), PerThreat(0, 0, 0), "m")
    found = vectorise(SAMPLES, jobs=1).matrix @ (weights[:, : len(THREATS)] * np.array([0.01, 0.02, 0.03]))
    served = [list(model.log_odds(extract(parse(one.content)))) for one in SAMPLES]
    assert found == pytest.approx(np.array(served), abs=1e-4)


def test_batches_and_cores_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """One batch on one core and many on two give the same dataset."""
    whole = vectorise(SAMPLES, jobs=1)
    monkeypatch.setattr(module, "BATCH", 5)
    parted = vectorise(iter(SAMPLES), jobs=2)
    assert (whole.matrix != parted.matrix).nnz == 0
    assert whole.samples == parted.samples


def test_only_training_mail_is_neutralised(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail of the test side is taken as the relay takes it; one of the training side goes through `neutralise`."""
    seen: list[str] = []
    monkeypatch.setattr(module, "neutralise", lambda message, one: seen.append(one.path) or message)
    vectorise([sample(1, TRAIN), sample(2, TEST)], jobs=1)
    assert seen == [sample(1).path]


def test_content_is_let_go() -> None:
    """The dataset keeps everything of a sample but its content: corpora are larger than memory."""
    assert vectorise(SAMPLES, jobs=1).samples == tuple(replace(one, content=b"") for one in SAMPLES)


def test_a_part_and_a_column() -> None:
    """A mask takes rows and samples alike; a column reads one property, computed ones included."""
    dataset = vectorise(SAMPLES, jobs=1)
    part = dataset.rows(dataset.column("label") == "fraud")
    assert len(part) == part.matrix.shape[0] == 4
    assert set(part.column("threat")) == {"spam"}
    assert (part.matrix[1] != dataset.matrix[5]).nnz == 0


def test_no_mail_is_an_error() -> None:
    """Nothing to learn from is a CorpusError."""
    with pytest.raises(CorpusError, match="no mail"):
        vectorise([], jobs=1)
