from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from invented import corpora, mail, packed

from filter import __version__
from filter.errors import CorpusError
from filter.judge.features import extract
from filter.judge.linear import LinearModel
from filter.judge.parse import parse
from filter.judge.policy import Policy, Thresholds
from filter.judge.rules.book import Rulebook
from filter.judge.verdict import THREATS, probabilities
from filter.lab import train as module
from filter.lab.corpora import CORPORA, TRAIN, Sample
from filter.lab.dataset import Dataset
from filter.lab.evaluate import Figures
from filter.lab.train import CAMPAIGN, LATER, train

SOME = ("trec07p", "lists", "phishing_pot", "own")
OTHERS = tuple(corpus.name for corpus in CORPORA if corpus.name not in SOME)
JUDGED_BY = (Rulebook((), "none"), Policy(overall=Thresholds(tag=0.0)))
Trained = tuple[LinearModel, dict[str, object], Figures]


def trained(folder: Path, without: tuple[str, ...] = OTHERS, **more: object) -> Trained:
    """A model of the tiny corpora there, judged without rules."""
    return train(folder, folder / "own", JUDGED_BY, without, say=lambda _: None, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def one_core() -> object:
    """The corpora are so small that more processes only take time to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOKY_MAX_CPU_COUNT", "1")
        yield


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory, one_core: object) -> Path:
    return corpora(tmp_path_factory.mktemp("tiny"), only=SOME)


@pytest.fixture(scope="module")
def whole(tiny: Path) -> Trained:
    return trained(tiny)


def test_it_tells_the_labels_apart(whole: Trained) -> None:
    """Mail of the same sort that it never saw leads with its own threat; ham is likelier wanted than not."""
    model, _, proof = whole
    for label in ("ham", *THREATS):
        found = probabilities(model.log_odds(extract(parse(mail(label, 777)))))
        assert sum(found) < 0.5 if label == "ham" else max(THREATS, key=found.of) == label
    assert all(pair.area > 0.9 for pair in proof.figures.pairs)


def test_the_manifest_says_what_it_learnt(whole: Trained) -> None:
    """Each corpus with its terms and counts of the training side, what was left out, the program, and the figures."""
    model, manifest, proof = whole
    counts = {one["name"]: one["trained_on"] for one in manifest["corpora"]}  # type: ignore[attr-defined]
    assert counts == {
        "trec07p": {"ham": 12, "spam": 12},
        "phishing_pot": {"phish": 12},
        "lists": {"fraud": 12, "ham": 12, "spam": 12},
        "own": {"bec": 12, "ham": 12, "phish": 12, "spam": 12},
    }
    assert all(one["terms"] for one in manifest["corpora"])  # type: ignore[attr-defined]
    assert manifest["without"] == list(OTHERS)
    assert manifest["program"] == __version__
    assert manifest["metrics"] == proof.as_dict()
    assert (manifest["scales"], manifest["biases"]) == (model.scales.as_dict(), model.biases.as_dict())


def test_held_back_mail_is_not_learnt(whole: Trained, tmp_path: Path) -> None:
    """With the words of BEC in all held-back mail the model is the same to the last bit, and only its figures differ."""
    other = trained(corpora(tmp_path, held_as="bec", only=SOME))
    assert np.array_equal(whole[0].weights, other[0].weights)
    assert (whole[0].scales, whole[0].biases) == (other[0].scales, other[0].biases)
    assert whole[2] != other[2]


def test_training_mail_is_learnt(whole: Trained, tmp_path: Path) -> None:
    """One word more in the training mail of one corpus, and the model is another: the test above can fail."""
    corpora(tmp_path, only=SOME)
    for path in (tmp_path / "own" / "ash" / "ham").iterdir():
        path.write_bytes(path.read_bytes() + b"marmalade\n")
    assert not np.array_equal(whole[0].weights, trained(tmp_path)[0].weights)


def test_it_shows_how_far_it_has_come(tiny: Path, whole: Trained) -> None:
    """Each stage that takes long is watched, with as many items as were announced, and comes out the same."""
    seen: list[tuple[str, int, int]] = []

    def watch(items: Iterable[object], what: str, total: int) -> Iterator[object]:
        told = list(items)
        yield from told
        seen.append((what, len(told), total))

    model, _, _ = trained(tiny, watch=watch)
    assert np.array_equal(model.weights, whole[0].weights)
    assert {what for what, _, _ in seen} == {
        "reading texts to pad with",
        "vectorising",
        "fitting for calibration",
        "fitting",
        "judging held-back mail",
    }
    assert all(number == total > 0 for _, number, total in seen)


def test_a_corpus_beside_is_tried_and_not_learnt(tiny: Path, whole: Trained) -> None:
    """What is left out for comparison is not learnt, but its held-back mail is judged; left out for good it is not read."""
    _, manifest, proof = trained(tiny, beside=("phishing_pot",))
    assert "phishing_pot" not in {one["name"] for one in manifest["corpora"]}  # type: ignore[attr-defined]
    assert manifest["without"] == [*OTHERS, "phishing_pot"]
    assert [pair.title for pair in proof.figures.pairs] == [pair.title for pair in whole[2].figures.pairs]
    gone = trained(tiny, without=(*OTHERS, "phishing_pot"))[2]
    assert not any("phishing_pot" in kind.kind for kind in gone.figures.kinds)


def test_a_threat_without_mail_is_told(tmp_path: Path) -> None:
    """Nothing to learn a threat from is a CorpusError naming it, before anything is fitted."""
    packed(tmp_path, {f"trec07p/{label}/{n}.eml": mail(label, n) for label in ("ham", "spam") for n in range(9)})
    with pytest.raises(CorpusError, match="nothing to learn bec, phish from"):
        trained(tmp_path, without=tuple(corpus.name for corpus in CORPORA if corpus.name != "trec07p"))


def sample(number: int, label: str = "ham", corpus: str = "enron", **more: str) -> Sample:
    blank = Sample(corpus, f"{number:03}", label, TRAIN, f"c{number}", "", "", b"")
    return replace(blank, **more)


def rows_of(capped: Callable[[Dataset], Dataset], samples: list[Sample]) -> list[str]:
    return [
        one.path
        for one in capped(Dataset(np.zeros((len(samples), 1)), tuple(samples), (np.empty(0, dtype=np.uint32),) * len(samples))).samples
    ]


def test_a_campaign_is_learnt_a_few_times() -> None:
    """Of a campaign's mails with one label the first CAMPAIGN are learnt, of others all."""
    copies = [sample(number, campaign="one") for number in range(CAMPAIGN + 4)]
    labelled = [sample(100, "spam", campaign="one"), sample(101)]
    assert rows_of(module.capped, [*copies, *labelled]) == [f"{n:03}" for n in range(CAMPAIGN)] + ["100", "101"]


def test_the_latest_of_each_corpus_and_label_calibrate() -> None:
    """About LATER of every corpus and label, those with the latest dates, whatever their order; at least one of each."""
    dates = [f"2020-01-{day:02}" for day in range(20, 0, -1)]
    samples = [sample(number, label, date=date) for label in ("ham", "spam") for number, date in enumerate(dates)]
    later = module._later(tuple(samples))
    assert sum(later) == 2 * round(len(dates) * LATER)
    assert min(one.date for one, late in zip(samples, later, strict=True) if late) > max(
        one.date for one, late in zip(samples, later, strict=True) if not late
    )
    assert module._later((sample(1),)).tolist() == [True]


def test_groups_stay_together() -> None:
    """Where mail has authors or applications, the calibration side is of a few of them, whatever the dates; and not the last by name."""
    names = "abcdefghijklmnopqrst"
    samples = [sample(10 * turn + n, corpus="own", group=group, date=str(turn)) for turn in range(9) for n, group in enumerate(names)]
    late = Counter(one.group for one, later in zip(samples, module._later(tuple(samples)), strict=True) if later)
    assert sorted(late.values()) == [9, 9, 9]
    assert set(late) != set(names[-3:])
