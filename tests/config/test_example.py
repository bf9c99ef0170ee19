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
COMMENTED = re.compile(r"(?m)^# \[\[[\w.]+\]\]\n(?:# .*\n)+")
LISTS = ("policy.group", "site.vip", "site.supplier")


def test_the_file_is_what_the_schema_says() -> None:
    """config.example.toml is byte for byte what `example` writes; the module's docstring says how to write it anew."""
    assert FILE.read_bytes() == example().encode()
    assert shipped("config.example.toml") == FILE


def test_it_loads_as_the_defaults() -> None:
    """The example, as it stands, changes nothing."""
    assert load(FILE) == Config()


def test_every_key_is_there_and_unset_ones_are_commented_out() -> None:
    """No key is left out; a key without a default stands in a comment, in its own table, and so do lists of tables."""
    written = set(_dotted(tomllib.loads(re.sub(r'(?m)^# (\w+ = "\.\.\.")$', r"\1", example()))))
    assert written == {key for key in keys(Config) if not key.startswith(LISTS)}
    unset = {"listen.tls_certificate", "listen.tls_key", "next_hop.tls_ca", "model.path", "rules.path", "site.folder", "shadow.config"}
    assert written - set(_dotted(tomllib.loads(example()))) == unset


def test_the_tables_in_comments_are_some() -> None:
    """The marks before them taken away, the examples of a group, a VIP and a supplier load, and hold what they show."""
    text = example()
    for block in COMMENTED.findall(text):
        keyed = "\n".join(line.removeprefix("# ") for line in block.splitlines() if " = " in line or "[[" in line)
        text = text.replace(block, keyed + "\n")
    config = loaded(text)
    (group,), (vip,), (supplier,) = config.policy.group, config.site.vip, config.site.supplier
    assert group.name == "finance"
    assert group.recipients == ("pay@example.org", "@finance.example.org")
    assert group.overall == ThresholdRow(quarantine=7.0)
    assert group.over(Config().policy).overall.quarantine == 7.0
    assert (vip.name, vip.addresses) == ("Ann Example", ("ann@example.org", "ann.example@example.net"))
    assert (supplier.name, supplier.domains) == ("Example Paper Ltd", ("example.com",))


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
