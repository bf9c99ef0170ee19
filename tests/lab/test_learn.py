from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from weights import random_judge

from filter.demo import mails
from filter.judge.layer import layer
from filter.judge.mail import Mail
from filter.lab.learn import Labelled, Learner
from filter.store.lessons import Lessons

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
CONTENTS = tuple(mail.content for mail in mails())


@pytest.fixture
def lessons(tmp_path: Path) -> Iterator[Lessons]:
    with closing(Lessons(f"sqlite:///{tmp_path}/lessons.db")) as opened:
        yield opened


def learner(lessons: Lessons) -> Learner:
    return Learner(random_judge(), lessons, lambda: NOON)


def labelled(number: int, unwanted: bool = True) -> Labelled:
    return Labelled(f"{number}.eml", CONTENTS[number], unwanted)


def test_the_scores_told_are_the_judges(lessons: Lessons) -> None:
    """Before is what the judge says without the lesson, after what it says with it."""
    (one,) = learner(lessons).learn([labelled(0)])
    assert one.before == random_judge().judge(Mail(CONTENTS[0])).score
    taught = replace(random_judge(), layer=layer(lessons.weights()))
    assert one.after == pytest.approx(taught.judge(Mail(CONTENTS[0])).score)
    assert one.after > one.before
    assert lessons.log()[0].source == "0.eml"


def test_each_is_judged_with_what_was_learnt_before(lessons: Lessons) -> None:
    """In one run or in two, the same."""
    both = list(learner(lessons).learn([labelled(0), labelled(1)]))
    whole = lessons.weights()
    lessons.revert(tuple(one.number for one in both))
    list(learner(lessons).learn([labelled(0)]))
    list(learner(lessons).learn([labelled(1)]))
    assert np.array_equal(lessons.weights(), whole)


def test_a_mail_counts_once(lessons: Lessons) -> None:
    """The same mail with the same label, in the same run or later, teaches nothing more."""
    first, second = learner(lessons).learn([labelled(0), labelled(0)])
    (third,) = learner(lessons).learn([labelled(0)])
    assert (second.number, third.number) == (0, 0)
    assert (third.before, third.after) == (first.before, first.after)
    assert len(lessons.log()) == 1


def test_the_last_label_counts(lessons: Lessons) -> None:
    """Another label takes the earlier lesson back and is learnt as if that had never been."""
    list(learner(lessons).learn([labelled(0), labelled(0, unwanted=False)]))
    assert [(noted.unwanted, noted.standing) for noted in lessons.log()] == [(False, True), (True, False)]
    changed = lessons.weights()
    lessons.revert((lessons.log()[0].number,))
    assert not lessons.weights().any()
    list(learner(lessons).learn([labelled(0, unwanted=False)]))
    assert np.array_equal(lessons.weights(), changed)


def test_mail_that_cannot_be_read_is_learnt_too(lessons: Lessons) -> None:
    """Nothing that a mail holds stops a lesson."""
    outcomes = list(learner(lessons).learn([Labelled("x", b"", True), Labelled("y", b"\x00\xff" * 99, False)]))
    assert [one.number > 0 for one in outcomes] == [True, True]


def test_two_learners_learn_with_each_others_lessons(lessons: Lessons) -> None:
    """By turns they teach what one alone would have taught, and know each other's mails and labels."""
    one, other = learner(lessons), learner(lessons)
    list(one.learn([labelled(0)]))
    list(other.learn([labelled(1)]))
    list(one.learn([labelled(2), labelled(1, unwanted=False)]))
    (again,) = other.learn([labelled(2)])
    assert again.number == 0
    list(other.learn([labelled(3)]))
    both = lessons.weights()
    lessons.revert(tuple(noted.number for noted in lessons.log() if noted.standing))
    list(learner(lessons).learn([labelled(0), labelled(1), labelled(2), labelled(1, unwanted=False), labelled(3)]))
    assert np.array_equal(lessons.weights(), both)


def test_what_is_offered_again_is_learnt_once(lessons: Lessons) -> None:
    """With `once`, neither a lesson taken back nor one of another label is taught anew; without it both are."""
    offered = replace(labelled(0, unwanted=False), once=True)
    (first,) = learner(lessons).learn([offered])
    lessons.revert((first.number,))
    assert [one.number for one in learner(lessons).learn([offered, labelled(0), offered])] == [0, 2, 0]
    assert [noted.unwanted for noted in lessons.log()] == [True, False]


def test_a_lesson_taken_back_can_be_learnt_again(lessons: Lessons) -> None:
    """The same label, once more by hand."""
    (first,) = learner(lessons).learn([labelled(0)])
    lessons.revert((first.number,))
    (second,) = learner(lessons).learn([labelled(0)])
    assert (second.before, second.after) == (first.before, first.after)
    assert second.number > first.number
