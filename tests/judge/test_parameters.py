from __future__ import annotations

import pytest

from filter.judge.parameters import parameter, unquoted


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("text/plain; charset=utf-8", "utf-8"),
        ('text/plain; CharSet="utf-8"; format=flowed', "utf-8"),
        ('text/plain; name="a; charset=b"; charset=c', "c"),
        ("text/plain; charset*=us-ascii'en'utf%2D8", "utf-8"),
        ("text/plain; charset*0=ut; charset*1=f-8", "utf-8"),
        ("text/plain; x=" + "y" * 2000 + "; charset*0=ut; charset*1=f-8", "utf-8"),
        ("text/plain; charset", None),
        ("text/plain", None),
    ],
)
def test_parameter(value: str, found: str | None) -> None:
    """A parameter is found in every form it may have, whatever stands beside it, and is None where it is missing."""
    assert parameter(value, "charset") == found


@pytest.mark.parametrize(("value", "plain"), [('"a\\"b"', 'a"b'), ("<a>", "a"), ('"', '"'), ("a", "a"), ("", "")])
def test_unquoted(value: str, plain: str) -> None:
    """What stands in quotes or angle brackets, and all else as it is."""
    assert unquoted(value) == plain
