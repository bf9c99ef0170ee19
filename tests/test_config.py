from __future__ import annotations

from ipaddress import IPv4Network
from pathlib import Path

import pytest

from filter.config import Config, keys, load
from filter.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sievert.toml"


def problems(file: Path, text: str | bytes) -> tuple[str, ...]:
    """What is wrong with a file of this text."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as raised:
        load(file)
    return raised.value.problems


def loaded(file: Path, text: str) -> Config:
    """The configuration in this text."""
    file.write_text(text)
    return load(file)


def test_no_file_gives_the_defaults() -> None:
    """Without a file, Sievert runs on the defaults of the schema."""
    assert load(None) == Config()


def test_what_a_file_leaves_out_keeps_its_default(file: Path) -> None:
    """A file changes what it names and nothing else, down to a single threshold of a row."""
    config = loaded(file, '[listen]\nport = 2525\nallowed_networks = ["192.0.2.0/24"]\n[policy.overall]\nreject = 20\n')
    assert config.listen.port == 2525
    assert config.listen.allowed_networks == (IPv4Network("192.0.2.0/24"),)
    assert config.listen.host == Config().listen.host
    row, default = config.policy.overall, Config().policy.overall
    assert (row.tag, row.quarantine, row.reject) == (default.tag, default.quarantine, 20.0)


def test_every_problem_is_told_at_once(file: Path) -> None:
    """Mistakes in several tables come in one error, each with its key's path."""
    told = problems(file, '[listen]\nprot = 1\nport = 70000\n[next_hop]\nkind = "lmtp"\n[lisen]\n')
    assert set(told) == {
        "listen.port: expected less than or equal to 65535, not 70000",
        "listen.prot: unknown key; did you mean listen.port?",
        "next_hop.kind: expected 'maildir' or 'smtp', not \"lmtp\"",
        "lisen: unknown key; did you mean listen?",
    }


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("listen.prot", "did you mean listen.port?"),
        ("listen.reply_seconds", "did you mean next_hop.reply_seconds?"),
        ("policy.fish", "did you mean policy.phish?"),
        ("next_hop.frobnicate", "next_hop takes kind, path, host, port, connect_seconds, reply_seconds"),
        ("frobnicate", "the file takes listen, next_hop, policy, model, rules, store"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(file: Path, key: str, hint: str) -> None:
    """An unknown key names the known one meant, in its table or another, or else what the table takes."""
    assert problems(file, f"{key} = 1") == (f"{key}: unknown key; {hint}",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('listen.port = "25"', 'listen.port: expected a valid integer, not "25"'),
        ("listen.port = true", "listen.port: expected a valid integer, not true"),
        ("listen = 5", "listen: expected a table, not 5"),
        ("listen.allowed_networks = 5", "listen.allowed_networks: expected a list, not 5"),
        ("rules.path = 5", "rules.path: expected a valid string, not 5"),
        ("listen.idle_seconds = inf", "listen.idle_seconds: expected a finite number, not inf"),
        ("listen.idle_seconds = 0", "listen.idle_seconds: expected greater than 0, not 0"),
        (
            'listen.allowed_networks = ["::1/128", "nope"]',
            'listen.allowed_networks.1: expected a network such as 192.0.2.0/24 or 2001:db8::/32, not "nope"',
        ),
        (
            'listen.allowed_networks = ["10.0.0.5/8"]',
            "listen.allowed_networks.0: 10.0.0.5/8 has bits beyond its prefix; did you mean 10.0.0.0/8?",
        ),
        (
            'store.journal = "journal.db"',
            'store.journal: expected a database URL such as sqlite:///folder/file.db, not "journal.db"',
        ),
        (
            'store.quarantine = "sqlite:///:memory:"',
            "store.quarantine: expected a file (sqlite:///relative.db, sqlite:////absolute.db): memory keeps nothing, "
            'not "sqlite:///:memory:"',
        ),
        (
            '[next_hop]\nkind = "smtp"\nport = 10025',
            "next_hop.port: the relay would hand mail to itself; listen.port is the same",
        ),
    ],
)
def test_a_wrong_value_is_told_with_what_was_expected(file: Path, text: str, problem: str) -> None:
    """A value of the wrong type, range or form is quoted beside what the key takes."""
    assert problems(file, text) == (problem,)


def test_a_long_wrong_value_is_quoted_in_part(file: Path) -> None:
    """A problem stays one readable line whatever was written."""
    (told,) = problems(file, f'listen.port = "{"9" * 10_000}"')
    assert len(told) < 120
    assert told.endswith("999...")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("tag = 5\nquarantine = 4", "policy.spam: tag (5.0) must not be above quarantine (4.0)"),
        ("quarantine = 5\nreject = 4", "policy.spam: quarantine (5.0) must not be above reject (4.0)"),
        ("tag = 5\nreject = 4", "policy.spam: tag (5.0) must not be above reject (4.0)"),
        ("tag = nan", "policy.spam.tag: expected a number or inf, not nan"),
    ],
)
def test_thresholds_out_of_order_are_refused(file: Path, row: str, problem: str) -> None:
    """A stronger action never begins below a milder one, and NaN is no threshold."""
    assert problems(file, f"[policy.spam]\n{row}") == (problem,)


def test_an_action_that_never_happens_has_no_order(file: Path) -> None:
    """A row may hold without tagging, or refuse without holding."""
    config = loaded(file, "[policy.phish]\nquarantine = 3\n[policy.spam]\ntag = 1\nreject = 9\n")
    assert (config.policy.phish.quarantine, config.policy.spam.reject) == (3.0, 9.0)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[listen]\n  port 5\n", "line 2, column 8: Expected '=' after a key in a key/value pair"),
        ("listen = [5\n", "line 2, column 1: Unclosed array"),
        (b'[listen]\nhost = "\xff"\n', "line 2, column 9: not UTF-8"),
    ],
)
def test_a_syntax_error_is_told_with_its_place(file: Path, text: str | bytes, problem: str) -> None:
    """What is not TOML is told with line and column, the end of the file included."""
    assert problems(file, text) == (problem,)


def test_toml_nested_beyond_reading_is_a_problem_and_no_crash(file: Path) -> None:
    """Brackets without end are refused like any other mistake."""
    (told,) = problems(file, "a = " + "[" * 100_000)
    assert told.startswith("not TOML that can be read")


def test_a_byte_order_mark_is_no_mistake(file: Path) -> None:
    """A file saved with a byte order mark loads."""
    file.write_bytes(b"\xef\xbb\xbf[listen]\nport = 1\n")
    assert load(file).listen.port == 1


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    """A path that cannot be read is a ConfigError that names it."""
    with pytest.raises(ConfigError, match="No such file") as raised:
        load(tmp_path / "none.toml")
    assert raised.value.source == str(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="Is a directory"):
        load(tmp_path)


def test_the_error_has_a_line_for_each_problem(file: Path) -> None:
    """As text, the error is the file's name and a line for each problem."""
    file.write_text("a = 1\nb = 1\n")
    with pytest.raises(ConfigError) as raised:
        load(file)
    first, *lines = str(raised.value).splitlines()
    assert first == f"{file}: 2 problem(s)"
    assert [line.split(":")[0] for line in lines] == ["  a", "  b"]


def test_keys_are_the_whole_schema_in_dotted_form() -> None:
    """`keys` names tables and keys, those of inner tables too."""
    known = list(keys(Config))
    assert known[:2] == ["listen", "listen.host"]
    assert "policy.overall.reject" in known
