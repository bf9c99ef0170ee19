from __future__ import annotations

import pytest

from filter.store.labels import label as module
from filter.store.labels.label import LISTED, TRUST, VALUES, Conflict, Conflicts, Label, conflict, settled


def said(*pairs: str) -> tuple[Label, ...]:
    """Labels written `value by source`."""
    return tuple(Label(*pair.split(" by ")) for pair in pairs)


@pytest.mark.parametrize(
    ("pairs", "holds"),
    [
        ((), None),
        (("ham by folders",), "ham by folders"),
        (("spam by folders", "ham by csv"), "ham by csv"),
        (("ham by folders", "spam by quarantine"), "spam by quarantine"),
        (("spam by keywords", "ham by folders"), "ham by folders"),
        (("ham by x-spam", "spam by gmail"), "spam by gmail"),
        (("ham by csv", "spam by csv"), None),
        (("ham by keywords", "spam by gmail"), None),
        (("phish by csv", "bec by csv"), None),
        (("ham by csv", "spam by csv", "ham by folders"), None),
        (("ham by csv", "ham by csv"), "ham by csv"),
    ],
)
def test_the_most_trusted_holds_and_of_equals_none(pairs: tuple[str, ...], holds: str | None) -> None:
    """A more trusted source is believed against any other; two equally trusted ones that differ leave no label."""
    assert settled(said(*pairs)) == (said(holds)[0] if holds else None)


@pytest.mark.parametrize(
    ("pairs", "holds"),
    [
        (("spam by folders", "phish by keywords"), "phish by keywords"),
        (("spam by keywords", "phish by keywords"), "phish by keywords"),
        (("spam by quarantine", "bec by folders"), "bec by folders"),
        (("spam by quarantine", "phish by keywords", "bec by folders"), "bec by folders"),
        (("spam by csv", "phish by folders"), "spam by csv"),
        (("spam by csv", "phish by csv"), "phish by csv"),
        (("phish by folders", "spam by csv"), "spam by csv"),
    ],
)
def test_spam_leaves_the_kind_open(pairs: tuple[str, ...], holds: str) -> None:
    """Junk that anybody calls phish is phish, unless the user's own list says spam."""
    assert settled(said(*pairs)) == said(holds)[0]


@pytest.mark.parametrize(
    ("pairs", "is_conflict"),
    [
        (("ham by csv", "spam by folders"), True),
        (("ham by csv", "phish by folders"), True),
        (("phish by csv", "bec by folders"), True),
        (("spam by csv", "bec by folders"), False),
        (("ham by csv", "ham by folders"), False),
        (("ham by csv",), False),
        ((), False),
    ],
)
def test_a_conflict_is_what_cannot_both_be_true(pairs: tuple[str, ...], is_conflict: bool) -> None:
    """Wanted and unwanted, or two kinds; it names the most trusted first."""
    told = said(*pairs)
    assert conflict("a", "1", told[::-1]) == (Conflict("a", "1", told) if is_conflict else None)


def test_every_source_has_its_trust() -> None:
    """No source is missing from the order, and the user's own list comes first."""
    assert [name for name, _ in sorted(TRUST.items(), key=lambda item: item[1])] == [
        *("csv", "quarantine", "folders", "gmail", "keywords", "x-spam")
    ]


def test_conflicts_are_counted_and_the_first_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, no more are kept than the limit."""
    assert LISTED == 100
    monkeypatch.setattr(module, "LISTED", 2)
    conflicts = Conflicts()
    for number in range(5):
        conflicts.add(Conflict(str(number), "", ()))
    assert (conflicts.count, [one.path for one in conflicts.listed]) == (5, ["0", "1"])


def test_the_same_octets_under_two_labels_are_a_conflict() -> None:
    """By the id of the message; the same label again, none, or one that only names the kind is no conflict."""
    conflicts = Conflicts()
    for path, id_, value in (("a", "a" * 64, "ham"), ("b", "b" * 64, "spam"), ("c", "a" * 64, "ham"), ("d", "b" * 64, "phish")):
        assert value in VALUES
        conflicts.seen(path, id_, Label(value, "folders", "x"))
    conflicts.seen("e", "b" * 64, None)
    assert conflicts.count == 0
    conflicts.seen("f", "a" * 64, Label("bec", "folders", "x"))
    assert conflicts.places == 1
    assert [(one.path, one.id, [label.value for label in one.said]) for one in conflicts.listed] == [("f", "a" * 64, ["bec", "ham"])]
