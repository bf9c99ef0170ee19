from __future__ import annotations

import re
import tomllib
from pathlib import Path

from configured import loaded

from filter.config.example import example
from filter.config.file import load
from filter.config.policy import ThresholdRow
from filter.config.schema import Config, keys
from filter.store.shipped import shipped

FILE = Path(__file__).parents[2] / "config.example.toml"
GROUP = re.compile(r"(?m)^# \[\[policy\.group\]\]\n(?:# .*\n)+")


def test_the_file_is_what_the_schema_says() -> None:
    """config.example.toml is byte for byte what `example` writes; the module's docstring says how to write it anew."""
    assert FILE.read_bytes() == example().encode()
    assert shipped("config.example.toml") == FILE


def test_it_loads_as_the_defaults() -> None:
    """The example, as it stands, changes nothing."""
    assert load(FILE) == Config()


def test_every_key_is_there_and_unset_ones_are_commented_out() -> None:
    """No key is left out; a key without a default stands in a comment, in its own table, and so does the list of groups."""
    written = set(_dotted(tomllib.loads(re.sub(r'(?m)^# (\w+ = "\.\.\.")$', r"\1", example()))))
    assert written == {key for key in keys(Config) if not key.startswith("policy.group")}
    unset = {"listen.tls_certificate", "listen.tls_key", "next_hop.tls_ca", "model.path", "rules.path"}
    assert written - set(_dotted(tomllib.loads(example()))) == unset


def test_the_group_in_comments_is_one() -> None:
    """The marks before it taken away, the example of a group loads, and holds what it shows."""
    (block,) = GROUP.findall(example())
    keyed = "\n".join(line.removeprefix("# ") for line in block.splitlines() if " = " in line or "[[" in line)
    (group,) = loaded(example().replace(block, keyed + "\n")).policy.group
    assert group.name == "finance"
    assert group.recipients == ("pay@example.org", "@finance.example.org")
    assert group.overall == ThresholdRow(quarantine=5.0)
    assert group.over(Config().policy).overall.quarantine == 5.0


def test_every_key_has_a_line_that_says_why() -> None:
    """The line above each key is a comment, and so is the line above each table."""
    lines = example().splitlines()
    places = [number for number, line in enumerate(lines) if re.match(r"(# )?\w+ = |\[", line)]
    assert len(places) > 60
    assert all(re.match(r"# \S.*\.$", lines[number - 1]) for number in places)


def test_lists_of_tables_are_written_so() -> None:
    """Who copies the listener to have a second one gets one."""
    block = example().partition("[[listen]]")[2].partition("\n\n")[0]
    again = f"{example()}\n[[listen]]{block.replace('10025', '10027')}\n"
    assert [listen.port for listen in loaded(again).listen] == [10025, 10027]


def _dotted(table: dict[str, object], prefix: str = "") -> list[str]:
    found = []
    for name, value in table.items():
        found.append(prefix + name)
        for inner in value if isinstance(value, list) else (value,):
            if isinstance(inner, dict):
                found += _dotted(inner, f"{prefix}{name}.")
    return found
