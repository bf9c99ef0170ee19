from __future__ import annotations

from ipaddress import IPv4Network
from pathlib import Path

import pytest
from configured import loaded, problems

from filter.config.file import VALUE_CHARS, load
from filter.config.relay import Listen
from filter.config.schema import Config
from filter.errors import ConfigError


def test_no_file_gives_the_defaults() -> None:
    """Without a file, Sievert runs on the defaults of the schema."""
    assert load(None) == Config()


def test_what_a_file_leaves_out_keeps_its_default() -> None:
    """A file changes what it names and nothing else, down to a single threshold of a row."""
    config = loaded('[[listen]]\nport = 2525\nallowed_networks = ["192.0.2.0/24"]\n[policy.overall]\nreject = 20\n')
    assert config.listen == (Listen(port=2525, allowed_networks=(IPv4Network("192.0.2.0/24"),)),)
    row, default = config.policy.overall, Config().policy.overall
    assert (row.tag, row.quarantine, row.reject) == (default.tag, default.quarantine, 20.0)
    assert (config.relay, config.next_hop, config.store) == (Config().relay, Config().next_hop, Config().store)


def test_a_list_of_tables_replaces_the_default_one() -> None:
    """Each [[listen]] is a listener, in the order of the file, and none is there that the file does not name."""
    config = loaded("[[listen]]\nport = 1\n[[listen]]\nport = 2\n")
    assert [listen.port for listen in config.listen] == [1, 2]


def test_every_problem_is_told_at_once() -> None:
    """Mistakes in several tables come in one error, each with its key's path, lists counted from 0."""
    told = problems('[[listen]]\n[[listen]]\nprot = 1\nport = 70000\n[next_hop]\nkind = "imap"\n[lisen]\n')
    assert set(told) == {
        "listen.1.port: expected less than or equal to 65535, not 70000",
        "listen.1.prot: unknown key; did you mean listen.port?",
        "next_hop.kind: expected 'maildir', 'smtp' or 'lmtp', not \"imap\"",
        "lisen: unknown key; did you mean listen?",
    }


@pytest.mark.parametrize("name", ["listen", "policy.group", "site.vip", "site.supplier"])
def test_a_table_in_a_lists_place_is_told_how_it_is_written(name: str) -> None:
    """Who writes [listen] where there may be several is shown the second pair of brackets."""
    assert problems(f"[{name}]\nport = 25\n") == (f"{name}: expected a list of tables; write [[{name}]]",)


GROUP = '[[policy.group]]\nname = "a"\nrecipients = ["a@b.example"]\n'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[listen]]\nprot = 1", "listen.0.prot: unknown key; did you mean listen.port?"),
        ("[[listen]]\nreply_seconds = 1", "listen.0.reply_seconds: unknown key; did you mean next_hop.reply_seconds?"),
        ("[[listen]]\nhostname = 'a'", "listen.0.hostname: unknown key; did you mean relay.hostname?"),
        ("next_hop.host = 'mx'", "next_hop.host: unknown key; did you mean next_hop.servers?"),
        ("relay.worker = 1", "relay.worker: unknown key; did you mean relay.workers?"),
        ("policy.fish = 1", "policy.fish: unknown key; did you mean policy.phish?"),
        (f"{GROUP}fish = 1", "policy.group.0.fish: unknown key; did you mean policy.group.phish?"),
        (f"{GROUP}overall.tagg = 1", "policy.group.0.overall.tagg: unknown key; did you mean policy.group.overall.tag?"),
        ("store.frobnicate = 1", "store.frobnicate: unknown key; store takes quarantine, journal, lessons"),
        (
            "[[policy.group]]\nfrobnicate = 1\nname = 'a'\nrecipients = ['@b.example']",
            "policy.group.0.frobnicate: unknown key; policy.group takes name, recipients, overall, spam, phish, bec",
        ),
        ("frobnicate = 1", f"frobnicate: unknown key; the file takes {', '.join(Config.model_fields)}"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(text: str, problem: str) -> None:
    """An unknown key names the known one meant, in its table or another, inside lists too, or else what the table takes."""
    assert problems(text) == (problem,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[listen]]\nport = "25"', 'listen.0.port: expected a valid integer, not "25"'),
        ("[[listen]]\nport = true", "listen.0.port: expected a valid integer, not true"),
        ("relay.observe = 1", "relay.observe: expected a valid boolean, not 1"),
        ("listen = 5", "listen: expected a list, not 5"),
        ("next_hop = 5", "next_hop: expected a table, not 5"),
        ("[[next_hop]]", "next_hop: expected a table, not [{}]"),
        ("[[listen]]\nallowed_networks = 5", "listen.0.allowed_networks: expected a list, not 5"),
        ("rules.path = 5", "rules.path: expected a valid string, not 5"),
        ("relay.idle_seconds = inf", "relay.idle_seconds: expected a finite number, not inf"),
        ("relay.idle_seconds = nan", "relay.idle_seconds: expected a finite number, not nan"),
        ("relay.idle_seconds = 0", "relay.idle_seconds: expected greater than 0, not 0"),
        ('relay.bare_newlines = "keep"', "relay.bare_newlines: expected 'normalise' or 'refuse', not \"keep\""),
    ],
)
def test_a_wrong_value_is_told_with_what_was_expected(text: str, problem: str) -> None:
    """A value of the wrong type, range or form is quoted beside what the key takes."""
    assert problems(text) == (problem,)


def test_a_long_wrong_value_is_quoted_in_part() -> None:
    """A problem stays one readable line whatever was written."""
    (told,) = problems(f'relay.workers = "{"9" * 10_000}"')
    assert len(told) < VALUE_CHARS + 60
    assert told.endswith("999...")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[listen]]\n  port 5\n", "line 2, column 8: Expected '=' after a key in a key/value pair"),
        ("listen = [5\n", "line 2, column 1: Unclosed array"),
        (b'[store]\njournal = "\xff"\n', "line 2, column 12: not UTF-8"),
    ],
)
def test_a_syntax_error_is_told_with_its_place(text: str | bytes, problem: str) -> None:
    """What is not TOML is told with line and column, the end of the file included."""
    assert problems(text) == (problem,)


def test_toml_nested_beyond_reading_is_a_problem_and_no_crash() -> None:
    """Brackets without end are refused like any other mistake."""
    (told,) = problems("a = " + "[" * 100_000)
    assert told.startswith("not TOML that can be read")


def test_a_byte_order_mark_is_no_mistake() -> None:
    """A file saved with a byte order mark loads."""
    assert loaded(b"\xef\xbb\xbf[[listen]]\nport = 1\n").listen[0].port == 1


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """A path that cannot be read is a ConfigError that names it."""
    with pytest.raises(ConfigError, match="No such file") as raised:
        load(tmp_path / "none.toml")
    assert raised.value.source == str(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="Is a directory"):
        load(tmp_path)


def test_the_error_has_a_line_for_each_problem(tmp_path: Path) -> None:
    """As text, the error is the file's name and a line for each problem."""
    file = tmp_path / "sievert.toml"
    file.write_text("a = 1\nb = 1\n")
    with pytest.raises(ConfigError) as raised:
        load(file)
    first, *lines = str(raised.value).splitlines()
    assert first == f"{file}: 2 problem(s)"
    assert [line.split(":")[0] for line in lines] == ["  a", "  b"]
