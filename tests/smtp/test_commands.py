from __future__ import annotations

import pytest

from filter.smtp.commands import EnvelopePath, chunk_size, forward_path, reverse_path


@pytest.mark.parametrize(
    ("argument", "address"),
    [
        ("FROM:<ann@example.org>", "ann@example.org"),
        ("from: <ann@example.org>", "ann@example.org"),
        ("FROM:ann@example.org", "ann@example.org"),
        ("FROM:<>", ""),
        ("FROM:<@a.example,@b.example:ann@example.org>", "ann@example.org"),
        ('FROM:<"ann lee \\" >"@example.org>', '"ann lee \\" >"@example.org'),
        ("FROM:<müller@exämple.org>", "müller@exämple.org"),
        ("FROM:<ann@[IPv6:2001:db8::1]>", "ann@[IPv6:2001:db8::1]"),
        ("FROM:<postmaster>", "postmaster"),
    ],
)
def test_an_address_is_kept_as_it_was_written(argument: str, address: str) -> None:
    """Quoting, case and characters of an address stay; only brackets and a source route go."""
    assert reverse_path(argument) == EnvelopePath(address)


@pytest.mark.parametrize(
    "argument",
    [
        None,
        "",
        "FROM:",
        "TO:<ann@example.org>",
        "FROM:<ann@example.org",
        "FROM:<ann@example.org>x",
        "FROM:<ann lee@example.org>",
        "FROM:<ann@example.org> =1",
        "FROM:<ann@example.org>\rRCPT TO:<x@example.net>",
        "FROM:<ann\x00@example.org>",
        'FROM:<"ann\r"@example.org>',
        "FROM:<ann@example.org> A=\x0b",
        "FROM:<a\udce9@example.org>",
    ],
)
def test_a_malformed_path_is_none(argument: str | None) -> None:
    """What is no path, has control characters or is not UTF-8 is not read at all."""
    assert reverse_path(argument) is None


def test_parameters_keep_their_case_and_order() -> None:
    """ENVID and ORCPT are xtext: their case has a meaning (RFC 3461 4)."""
    path = reverse_path("FROM:<ann@example.org> ret=HDRS ENVID=QQ+2Bab SIZE=100 SMTPUTF8")
    assert path is not None
    assert path.parameters == ("ret=HDRS", "ENVID=QQ+2Bab", "SIZE=100", "SMTPUTF8")
    assert (path.parameter("RET"), path.parameter("SMTPUTF8"), path.parameter("BODY")) == ("HDRS", "", None)


def test_a_forward_path_names_somebody() -> None:
    """The null address cannot receive."""
    assert forward_path("TO:<>") is None
    assert forward_path("TO:<bob@example.net> NOTIFY=NEVER") == EnvelopePath("bob@example.net", ("NOTIFY=NEVER",))


@pytest.mark.parametrize(
    ("argument", "chunk"),
    [
        ("0", (0, False)),
        ("0 LAST", (0, True)),
        ("86 last", (86, True)),
        ("86  LAST ", (86, True)),
        ("00086", (86, False)),
        ("9" * 20, (int("9" * 20), False)),
    ],
)
def test_a_chunk_has_a_size(argument: str, chunk: tuple[int, bool]) -> None:
    """Octets, and whether it is the last one, in any case (RFC 3030 2)."""
    assert chunk_size(argument) == chunk


@pytest.mark.parametrize(
    "argument", ["", " ", "LAST", " 5", "-5", "+5", "5.0", "0x5", "5_0", "٣", "²", "5 FIRST", "5 LAST LAST", "5\tLAST", "5LAST", "9" * 21]
)
def test_a_malformed_chunk_is_none(argument: str) -> None:
    """A size that could be read in two ways would let content be taken for commands: it is not read at all."""
    assert chunk_size(argument) is None


@pytest.mark.parametrize("command", ["BODY", "SIZE", "X-Own"])
def test_a_parameter_begins_behind_the_path(command: str) -> None:
    """No parameter is read out of an address, quoted or not."""
    path = reverse_path(f'FROM:<"> {command}=1 <"@example.org>')
    assert path is not None
    assert (path.address, path.parameters) == (f'"> {command}=1 <"@example.org', ())
