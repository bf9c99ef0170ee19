from __future__ import annotations

import json
from typing import Any

import pytest
from actors import verdict
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.verdict import Hit, PerThreat, Reason, Verdict
from filter.store.verdicts import from_json, to_json

texts = st.text(st.characters(), max_size=20)  # lone surrogates too: broken mail brings them
numbers = st.floats(allow_nan=False)
threes = st.builds(PerThreat, numbers, numbers, numbers)
verdicts = st.builds(
    Verdict,
    id=texts,
    score=numbers,
    log_odds=threes,
    probability=threes,
    reasons=st.lists(st.builds(Reason, texts, texts, texts, numbers), max_size=3).map(tuple),
    rest=threes,
    hits=st.lists(st.builds(Hit, texts, texts, numbers, texts, texts), max_size=3).map(tuple),
    defects=st.lists(texts, max_size=3).map(tuple),
    model=texts,
    rulebook=texts,
)


@given(verdicts)
def test_a_verdict_comes_back_to_the_last_bit(verdict: Verdict) -> None:
    """Any verdict survives standard JSON text unchanged, infinities, signed zeros and lone surrogates included."""
    back = from_json(json.loads(json.dumps(to_json(verdict), allow_nan=False)))
    assert repr(back) == repr(verdict)


def test_floats_are_written_as_numbers() -> None:
    """An ordinary score is a JSON number with all its digits."""
    assert '"score": 0.30000000000000004' in json.dumps(to_json(verdict(0.1 + 0.2)))


@pytest.mark.parametrize(
    "change",
    [{"score": None}, {"log_odds": {"spam": 1.0}}, {"reasons": [{}]}, {"hits": 5}, {"probability": "x"}, {"score": "x"}],
)
def test_what_is_no_verdict_is_a_value_error(change: dict[str, Any]) -> None:
    """A document with a part missing or of another shape never becomes a verdict."""
    with pytest.raises(ValueError, match=r"not a verdict|could not convert"):
        from_json(to_json(verdict()) | change)
