"""What is tried in shadow of the judge: when it needs a judge of its own, and which trials are one and the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from invented import random_bundle

from filter.assemble import RULES, Trial, build_judge, build_trial
from filter.config.file import load
from filter.config.schema import Config
from filter.errors import BundleError
from filter.judge.judge import Judge
from filter.judge.layer import layer
from filter.store.shipped import shipped

TAUGHT = layer(np.ones(8, dtype=np.int64))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trial") / "model"
    random_bundle(folder)
    return folder


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trial") / "other"
    random_bundle(folder, seed=2)
    return folder


def trial(tmp_path: Path, model: Path, tried: str, live: str = "") -> tuple[Judge, Trial]:
    """A configuration's judge and what it tries in its shadow."""
    (tmp_path / "rules").mkdir(exist_ok=True)
    shutil.copytree(shipped(RULES) / "bec", tmp_path / "rules" / "bec", dirs_exist_ok=True)
    base = f'model.path = "{model}"\nrules.path = "{tmp_path}/rules"\n'
    (tmp_path / "next.toml").write_text((base if "model.path" not in tried else "") + tried)
    (tmp_path / "sievert.toml").write_text(
        f'{base}shadow.config = "{tmp_path}/next.toml"\nstore.lessons = "sqlite:///{tmp_path}/lessons.db"\n{live}'
    )
    config = load(tmp_path / "sievert.toml")
    judge = replace(build_judge(config), layer=TAUGHT)
    made = build_trial(config, judge)
    assert made
    return judge, made


def test_without_a_shadow_there_is_no_trial(model: Path) -> None:
    """Where no configuration is named, nothing is tried."""
    config = Config.model_validate({"model": {"path": model}})
    assert build_trial(config, build_judge(config)) is None


def test_other_thresholds_need_no_second_judge(model: Path, tmp_path: Path) -> None:
    """Where only the policy differs the live verdict is enough; the policies are those of the second file."""
    _, made = trial(tmp_path, model, "policy.overall.tag = 1.5\n")
    assert made.judge is None
    assert made.policies.site.overall.tag == 1.5


def test_another_model_is_a_second_judge(model: Path, other_model: Path, tmp_path: Path) -> None:
    """With the second file's model and rules, and whatever the site taught the first."""
    judge, made = trial(tmp_path, model, f'model.path = "{other_model}"\n')
    assert made.judge
    assert made.judge.model.id == random_bundle(tmp_path / "same", seed=2).id != judge.model.id
    assert made.judge.rulebook.id != judge.rulebook.id
    assert made.judge.layer is judge.layer is TAUGHT


def test_a_trial_of_other_facts_shares_the_model(model: Path, tmp_path: Path) -> None:
    """Another site needs a second judge, and no second copy of the weights."""
    judge, made = trial(tmp_path, model, 'site.domains = ["firm.example"]\n')
    assert made.judge
    assert made.judge.site.domains == {"firm.example"}
    assert made.judge.model is judge.model


def test_a_trial_has_the_id_of_all_that_it_hangs_on(model: Path, tmp_path: Path) -> None:
    """The same two sides have the same id, in every process; another threshold, on either side, or another fact has another."""
    whole = "policy.overall.tag = 1.5\n"
    names = [
        trial(tmp_path, model, tried, live)[1].id
        for tried, live in (
            (whole, ""),
            (whole, "policy.overall.tag = 5.3\n"),
            ("policy.overall.tag = 1.6\n", ""),
            (f'{whole}site.domains = ["firm.example"]\n', ""),
            (f'{whole}[[policy.group]]\nname = "g"\nrecipients = ["@b.example", "@a.example"]\n', ""),
            (f'{whole}[[policy.group]]\nname = "g"\nrecipients = ["@b.example"]\n', ""),
        )
    ]
    assert len(set(names)) == len(names)
    assert trial(tmp_path, model, whole)[1].id == names[0]
    group = f'{whole}[[policy.group]]\nname = "g"\nrecipients = ["@a.example", "@b.example"]\n'
    assert trial(tmp_path, model, group)[1].id == names[4]


def test_what_is_wrong_with_the_trial_is_told(model: Path, tmp_path: Path) -> None:
    """A second file without a model where it says is an error of its kind, before any mail is judged."""
    with pytest.raises(BundleError, match=str(tmp_path / "none")):
        trial(tmp_path, model, f'model.path = "{tmp_path}/none"\n')
