from __future__ import annotations

import math

import numpy as np
import pytest
from tunable import POLICY, columns

from filter.errors import UsageError
from filter.judge.policy import Policies, Policy, Thresholds
from filter.lab.tune.parts import addressed, checked, contradicted, once, part, senders, split, volume

NAT = np.datetime64("NaT", "s")


def test_a_message_counts_once() -> None:
    """The first row of each id stays, or the first that has a label."""
    rows = columns(["ham", "", "ham", "spam", "spam"], [1, 2, 3, 4, 5], ids=("a", "b", "a", "b", "b"))
    assert once(rows).tolist() == [0, 3]


def test_a_message_of_contradicting_labels_does_not_count() -> None:
    """Ham and spam, or two kinds; spam leaves the kind open, and no label says nothing."""
    labels = ["ham", "spam", "phish", "bec", "spam", "phish", "ham", ""]
    rows = columns(labels, range(8), ids=("a", "a", "b", "b", "c", "c", "d", "d"))
    assert contradicted(rows) == {"a", "b"}
    assert once(rows, contradicted(rows)).tolist() == [4, 6]


def test_the_latest_share_is_later() -> None:
    """By date, whatever the order of the rows; rows without one by their own order."""
    days = [5, 3, 1, 2, 4]
    dates = np.array([np.datetime64("2026-01-01", "s") + np.timedelta64(day, "D") for day in days] + [NAT] * 5)
    rows = columns(["ham"] * 10, range(10), date=dates)
    early, late = split(rows, np.arange(10), 0.4)
    assert early.tolist() == [2, 3, 1, 5, 6, 7]
    assert late.tolist() == [4, 0, 8, 9]


def test_nothing_is_kept_for_later_on_demand() -> None:
    """A share of 0 tunes on all."""
    early, late = split(columns(["ham"] * 3, range(3)), np.arange(3), 0.0)
    assert (len(early), len(late)) == (3, 0)


def test_a_part_has_its_rows_in_their_order() -> None:
    """With margins against the policy's rows, and the place each came from."""
    one = part(columns(["ham", "spam", ""], [5.4, 6.4, 7.4]), np.array([2, 0]), POLICY)
    assert one.label.tolist() == ["", "ham"]
    assert one.margins[:, 0].tolist() == pytest.approx([3.8, 1.8])  # by spam's row: 7.3 - 3.5
    assert (one.place.tolist(), one.ham.tolist(), one.bad.tolist(), len(one)) == ([2, 0], [False, True], [False, False], 2)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (columns(["ham", "spam"], [1.0, math.nan]), "box/1.eml: its score is no finite number"),
        (columns(["ham", "spam"], [math.inf, 1.0]), "box/0.eml: its score is no finite number"),
        (columns(["", "spam"], [1.0, 2.0]), "2 messages, 1 of them have a label, and none is ham"),
        (columns([], []), "no rows: the run is empty"),
    ],
)
def test_what_cannot_be_tuned_on_is_told(rows: object, says: str) -> None:
    """Which message, or what is missing."""
    with pytest.raises(UsageError) as told:
        checked(rows)  # type: ignore[arg-type]  (columns)
    assert says in str(told.value)


def test_mail_is_a_groups_if_any_recipient_is() -> None:
    """As the relay finds a group: by address or domain, with or without a detail; the first group that fits."""
    to = (("pay+x@example.com", "ann@example.org"), ("ann@example.org",), (), ("bob@example.com",))
    pay, rest = Policy(Thresholds(1.0), group="pay"), Policy(Thresholds(1.0), group="rest")
    policies = Policies(POLICY, ((frozenset({"pay@example.com"}), pay), (frozenset({"@example.com"}), rest)))
    masks = addressed(columns(["ham"] * 4, range(4), recipients=to), np.arange(4), policies)
    assert [mask.tolist() for mask in masks] == [[True, False, False, False], [False, False, False, True]]


def test_without_groups_there_is_nothing_to_look_up() -> None:
    """No mask."""
    assert addressed(columns(["ham"], [1.0]), np.arange(1), Policies(POLICY)) == ()


def test_a_lists_mail_is_one_senders() -> None:
    """Else the sender's, in any case; who is not named is nobody else."""
    rows = columns(["ham"] * 5, range(5), lists=("l", "l", "", "", ""), senders=("a@x.example", "b@x.example", "C@x.example", "", ""))
    assert senders(rows, np.arange(5)) == ("l", "l", "c@x.example", "#3", "#4")


def test_volume_is_counted_by_dates() -> None:
    """24 messages a day over eleven days, half of them ham."""
    found = volume(columns(["ham", "spam"] * 132, range(264)), np.arange(264), None)
    assert found is not None
    assert found.ham == pytest.approx(12.0, rel=0.02)
    assert found.bad == pytest.approx(12.0, rel=0.02)
    assert (found.unknown, found.stated) == (0.0, False)


@pytest.mark.parametrize("every", [1, 2, 132], ids=["none", "half", "all but one"])
def test_mail_without_a_date_is_in_the_volume(every: int) -> None:
    """Whatever share of the bad mail has a date, or of the ham's half, as many come a day."""
    label = np.array(["ham", "spam"] * 132)
    dates = columns(label, range(264)).date
    bad = np.flatnonzero(label == "spam")
    dates[bad if every == 1 else np.setdiff1d(bad, bad[::every])] = NAT
    dates[np.flatnonzero(label == "ham")[1::2]] = NAT
    found = volume(columns(label, range(264), date=dates), np.arange(264), None)
    assert found is not None
    assert (found.ham, found.bad) == (pytest.approx(12.0, rel=0.04), pytest.approx(12.0, rel=0.04))


def test_a_wrong_clock_does_not_stretch_the_days() -> None:
    """One message of 1970 among 500 changes the volume by little."""
    rows = columns(["ham"] * 500, range(500))
    dates = rows.date.copy()
    dates[7] = np.datetime64("1970-01-01", "s")
    found = volume(columns(["ham"] * 500, range(500), date=dates), np.arange(500), None)
    assert found is not None
    assert found.ham == pytest.approx(24.0, rel=0.02)


def test_a_stated_volume_sets_the_scale() -> None:
    """All else stays in proportion; with dates or without."""
    label = ["ham", "spam", "spam", ""] * 30
    for dates in (columns(label, range(120)).date, np.array([NAT] * 120)):
        found = volume(columns(label, range(120), date=dates), np.arange(120), 1000.0)
        assert found is not None
        assert (found.ham, found.stated) == (1000.0, True)
        assert found.bad == pytest.approx(2000.0, rel=0.05)
        assert found.unknown == pytest.approx(1000.0, rel=0.05)


def test_without_dates_there_is_no_volume() -> None:
    """None, rather than a guess."""
    assert volume(columns(["ham"], [1.0], date=np.array([NAT])), np.arange(1), None) is None
