from __future__ import annotations

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex

from filter.errors import StoreError, UsageError
from filter.judge.layer import FAMILIES, Lesson, add, empty
from filter.store.lessons import _LESSONS, Lessons, Noted, logged, site_layer

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
NOTED = Noted(0, "a" * 64, True, NOON, "in\ud800box/1.eml", "3d30e3228859", -1.25, 2.5, standing=True, usable=True)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/state/lessons.db"


@pytest.fixture
def lessons(url: str) -> Iterator[Lessons]:
    with closing(Lessons(url)) as opened:
        yield opened


def some(seed: int) -> Lesson:
    """A lesson of random slots."""
    chance = np.random.default_rng(seed)
    slots = chance.integers(0, 1 << 20, 60, dtype=np.uint32)
    return Lesson(slots, (10,) * len(FAMILIES), tuple(chance.integers(-99, 99, len(FAMILIES)).tolist()))


def changed(url: str, statement: str) -> None:
    with create_engine(url).begin() as connection:
        connection.execute(text(statement))


def test_what_was_noted_is_in_the_log(lessons: Lessons) -> None:
    """Every fact comes back, newest first, with the number it got."""
    numbers = [lessons.note(NOTED, some(1)), lessons.note(replace(NOTED, mail="b" * 64, unwanted=False), some(2))]
    assert lessons.log() == (replace(NOTED, number=numbers[1], mail="b" * 64, unwanted=False), replace(NOTED, number=numbers[0]))
    assert [noted for noted, _ in lessons.since(0)] == list(reversed(lessons.log()))
    assert [noted.number for noted, _ in lessons.since(numbers[0])] == [numbers[1]]
    assert np.array_equal(lessons.lesson(numbers[1]).slots, some(2).slots)


def test_the_weights_are_the_sum_of_what_stands(lessons: Lessons) -> None:
    """Every lesson adds its steps; one taken back does not; the layer outlives the process."""
    first, second = lessons.note(NOTED, some(1)), lessons.note(replace(NOTED, mail="b" * 64), some(2))
    both, one = empty(), empty()
    add(both, some(1))
    add(both, some(2))
    add(one, some(2))
    assert np.array_equal(lessons.weights(), both)
    lessons.revert((first,))
    assert np.array_equal(lessons.weights(), one)
    assert [noted.standing for noted in lessons.log()] == [True, False]
    assert [noted.mail for noted, _ in lessons.since(0)] == ["b" * 64]
    assert second == lessons.log()[0].number


def test_only_what_stands_can_be_taken_back(lessons: Lessons) -> None:
    """One unknown or twice named: nothing is taken back, and the number is told."""
    number = lessons.note(NOTED, some(1))
    with pytest.raises(UsageError, match="no lesson 99 stands"):
        lessons.revert((number, 99))
    assert lessons.log()[0].standing
    lessons.revert((number,))
    with pytest.raises(UsageError, match=f"no lesson {number} stands"):
        lessons.revert((number,))


def test_a_lesson_that_was_replaced_says_by_which(lessons: Lessons) -> None:
    """Taking back what replaced it does not bring it back."""
    first = lessons.note(NOTED, some(1))
    second = lessons.note(replace(NOTED, unwanted=False), some(2))
    third = lessons.note(replace(NOTED, mail="b" * 64), some(3))
    assert [(one.number, one.standing, one.replaced_by) for one in lessons.log()] == [
        (third, True, 0),
        (second, True, 0),
        (first, False, second),
    ]
    lessons.revert((second,))
    assert [(one.standing, one.replaced_by) for one in lessons.log()] == [(True, 0), (False, 0), (False, second)]


def test_a_site_that_taught_nothing_has_no_layer(url: str, tmp_path: Path) -> None:
    """Nor is anything made by looking."""
    assert site_layer(url) is None
    assert list(tmp_path.iterdir()) == []


def test_a_site_layer_is_named_by_its_weights(url: str, lessons: Lessons) -> None:
    """The same lessons make the same id; others another; all taken back, there is none."""
    number = lessons.note(NOTED, some(1))
    one = site_layer(url)
    assert one is not None
    again = site_layer(url)
    assert again is not None
    assert again.id == one.id
    lessons.note(replace(NOTED, mail="b" * 64), some(2))
    other = site_layer(url)
    assert other is not None
    assert other.id != one.id
    lessons.revert((number, number + 1))
    assert site_layer(url) is None


def test_lessons_of_other_features_rest(url: str, lessons: Lessons) -> None:
    """After an upgrade that changes the features they count for nothing, and the log says so; nothing fails."""
    lessons.note(NOTED, some(1))
    changed(url, "UPDATE lessons SET schema = 'sievert-features-1/20+headers-1'")
    assert site_layer(url) is None
    assert [(noted.standing, noted.usable) for noted in lessons.log()] == [(True, False)]
    assert list(lessons.since(0)) == []
    lessons.note(NOTED, some(2))
    assert [(noted.standing, noted.usable) for noted in lessons.log()] == [(True, True), (True, False)]


def test_one_lesson_stands_for_a_mail(url: str, lessons: Lessons) -> None:
    """Also where two processes learn it without knowing of each other: the later one counts."""
    lessons.note(NOTED, some(1))
    with closing(Lessons(url)) as another:
        another.note(replace(NOTED, unwanted=False), some(2))
    assert [(noted.unwanted, noted.standing) for noted in lessons.log()] == [(False, True), (True, False)]
    with pytest.raises(IntegrityError):
        changed(url, "UPDATE lessons SET standing = 1")


def test_a_lesson_that_cannot_be_kept_leaves_the_earlier_one(url: str, lessons: Lessons) -> None:
    """The earlier is taken back with the later kept, or not at all."""
    lessons.note(NOTED, some(1))
    changed(url, "CREATE TRIGGER full BEFORE INSERT ON lessons BEGIN SELECT RAISE(ABORT, 'no room'); END")
    with pytest.raises(StoreError, match="no room"):
        lessons.note(replace(NOTED, unwanted=False), some(2))
    assert [(noted.unwanted, noted.standing) for noted in lessons.log()] == [(True, True)]


def test_processes_learn_at_once(url: str, lessons: Lessons) -> None:
    """They wait for each other; no lesson is lost."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: lessons.note(replace(NOTED, mail=f"{number:064}"), some(number)), range(40)))
    whole = empty()
    for number in range(40):
        add(whole, some(number))
    assert np.array_equal(lessons.weights(), whole)


def test_very_many_lessons_are_taken_back_at_once(url: str, lessons: Lessons) -> None:
    """More than SQLite takes as the parameters of one statement."""
    lessons.note(NOTED, some(1))
    columns = "unwanted, learnt, source, model, before, after, standing, schema, sizes, steps, slots"
    numbers = "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 33000)"
    changed(url, f"{numbers} INSERT INTO lessons (mail, {columns}) SELECT i, {columns} FROM lessons, n")
    lessons.revert(tuple(range(1, 33001)))
    assert not any(noted.standing for noted in lessons.log())


@pytest.mark.parametrize("backend", [postgresql, sqlite])
def test_the_table_is_sql_that_both_databases_take(backend: ModuleType) -> None:
    """The index that keeps one lesson standing is a partial one in either."""
    (index,) = _LESSONS.indexes
    assert "CREATE UNIQUE INDEX lessons_standing ON lessons (mail, schema) WHERE standing" in str(
        CreateIndex(index).compile(dialect=backend.dialect())
    )


def test_the_log_of_a_site_that_taught_nothing_is_empty(url: str, tmp_path: Path) -> None:
    """Nor is anything made by looking."""
    assert logged(url) == ()
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_can_read_it(tmp_path: Path, lessons: Lessons) -> None:
    """The file is its owner's alone, and so is its folder."""
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (tmp_path / "state", *(tmp_path / "state").iterdir())}
    assert modes == {0}


DAMAGES = [
    "slots = x'00'",
    "steps = '[1, 2]'",
    "sizes = '[60, 0, 0, 0, 0, 1]'",
    "steps = 'no'",
    "steps = '[1e99, 0, 0, 0, 0, 0]'",
    "steps = '[1.5, 0, 0, 0, 0, 0]'",
    f"steps = '[{10**30}, 0, 0, 0, 0, 0]'",
    "sizes = '[70, -10, 0, 0, 0, 0]'",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_lesson_is_named(url: str, lessons: Lessons, damage: str) -> None:
    """With its number, and how to go on without it."""
    number = lessons.note(NOTED, some(1))
    changed(url, f"UPDATE lessons SET {damage}")
    with pytest.raises(StoreError, match=f"lesson {number} is damaged: .*; take it back: sievert model revert {number}"):
        site_layer(url)
    lessons.revert((number,))
    assert site_layer(url) is None
