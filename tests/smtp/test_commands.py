from __future__ import annotations

import pytest

from filter.smtp.commands import EnvelopePath, forward_path, reverse_path


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
