from __future__ import annotations

from typing import Any, NoReturn

import pytest

from filter.errors import StoreFullError
from filter.smtp import told
from filter.smtp.told import cause, tell


def test_it_is_in_the_log(logged: list[Any]) -> None:
    """With its level and its facts."""
    tell("warning", "something", id="x")
    assert logged == [{"log_level": "warning", "event": "something", "id": "x"}]


def test_a_log_that_fails_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the log raises stays there."""

    class Full:
        def info(self, event: str) -> NoReturn:
            raise OSError(event)

    monkeypatch.setattr(told, "log", Full())
    tell("info", "something")


def test_the_cause_is_what_lies_under_it() -> None:
    """The error that another was raised from, else the error itself."""
    try:
        raise ValueError("above") from KeyError("below")
    except ValueError as error:
        assert cause(error) == "KeyError: 'below'"
    assert cause(OSError("alone")) == "OSError: alone"


def test_the_cause_of_a_stores_failure_has_no_statement() -> None:
    """SQLAlchemy's own words quote it, and with it the message; the store's error has what matters."""
    try:
        raise StoreFullError("sqlite:///q.db: disk is full") from ValueError("[SQL: INSERT ...]\n(https://sqlalche.me/e/20/e3q8)")
    except StoreFullError as error:
        assert cause(error) == "StoreFullError: sqlite:///q.db: disk is full"


def test_the_cause_is_one_line() -> None:
    """Further ones are left out."""
    assert cause(ValueError("one\ntwo")) == "ValueError: one"
