from __future__ import annotations

import re
import tomllib
from pathlib import Path

from filter.config import Config, keys, load
from filter.config_example import example
from filter.store.shipped import shipped

FILE = Path(__file__).parent.parent / "config.example.toml"


def test_the_file_is_what_the_schema_says() -> None:
    """config.example.toml is byte for byte what `example` writes; the module's docstring says how to write it anew."""
    assert FILE.read_bytes() == example().encode()
    assert shipped("config.example.toml") == FILE


def test_it_loads_as_the_defaults() -> None:
    """The example, as it stands, changes nothing."""
    assert load(FILE) == Config()


def test_every_key_is_there_and_unset_ones_are_commented_out() -> None:
    """No key is left out; a key without a default stands in a comment, in its own table."""
    written = set(_dotted(tomllib.loads(re.sub(r'(?m)^# (\w+ = "\.\.\.")$', r"\1", example()))))
    assert written == set(keys(Config))
    assert set(keys(Config)) - set(_dotted(tomllib.loads(example()))) >= {"model.path", "rules.path"}


def test_every_key_has_a_line_that_says_why() -> None:
    """The line above each key is a comment."""
    lines = example().splitlines()
    places = [number for number, line in enumerate(lines) if re.match(r"(# )?\w+ = ", line)]
    assert len(places) > 20
    assert all(re.match(r"# \S.*\.$", lines[number - 1]) for number in places)


def _dotted(table: dict[str, object], prefix: str = "") -> list[str]:
    found = []
    for name, value in table.items():
        found.append(prefix + name)
        if isinstance(value, dict):
            found += _dotted(value, f"{prefix}{name}.")
    return found
