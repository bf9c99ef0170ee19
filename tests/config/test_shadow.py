from __future__ import annotations

from pathlib import Path

import pytest
from configured import loaded, problems

from filter.config.file import load_shadow
from filter.config.shadow import ShadowSection
from filter.errors import ConfigError


def test_nothing_is_tried_unless_told() -> None:
    """By default there is no shadow."""
    assert loaded("").shadow == ShadowSection(config=None)
    assert load_shadow(loaded("")) is None


def test_a_whole_configuration_is_tried(tmp_path: Path) -> None:
    """The file is read as any other is; a shadow of its own in it, as a copy has, is not followed."""
    file = tmp_path / "next.toml"
    file.write_text(f'[policy.overall]\ntag = 1.5\n[shadow]\nconfig = "{file}"\n')
    tried = load_shadow(loaded(f'[shadow]\nconfig = "{file}"'))
    assert tried
    assert tried.policy.overall.tag == 1.5


@pytest.mark.parametrize(
    ("text", "problem"), [(None, "cannot be read: No such file or directory"), ("[model]\nfolder = 1", "model.folder: ")]
)
def test_what_is_wrong_with_it_names_the_key_and_the_file(tmp_path: Path, text: str | None, problem: str) -> None:
    """A file that is not there or is wrong is told by the key that leads to it, so that nobody looks for it in the first file."""
    file = tmp_path / "next.toml"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ConfigError) as raised:
        load_shadow(loaded(f'[shadow]\nconfig = "{file}"'))
    assert raised.value.source == f"shadow.config: {file}"
    assert raised.value.problems[0].startswith(problem)


def test_what_is_wrong_is_said() -> None:
    """There is one key, and what else one would expect there is not known."""
    assert problems('[shadow]\nmodel = "models/next"')[0].startswith("shadow.model: unknown key; ")
    assert problems("[shadow]\nconfig = 1")[0].startswith("shadow.config: ")
