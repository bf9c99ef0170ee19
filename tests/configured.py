"""Configurations as text, for tests: loaded, or what is wrong with them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from filter.config.file import load
from filter.config.schema import Config
from filter.errors import ConfigError


def loaded(text: str | bytes) -> Config:
    """The configuration in a file of this text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sievert.toml"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load(file)


def problems(text: str | bytes) -> tuple[str, ...]:
    """What is wrong with a file of this text."""
    with pytest.raises(ConfigError) as raised:
        loaded(text)
    return raised.value.problems
