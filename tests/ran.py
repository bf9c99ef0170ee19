"""Rows of runs for tests: made up, and as strange as a sender can make them."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from hypothesis import strategies as st

from filter.judge.policy import Action, Disposition
from filter.judge.verdict import THREATS, Hit, PerThreat, Reason, Verdict
from filter.store.rows import Row

_UNKNOWN = PerThreat(math.nan, math.nan, math.nan)

NUMBERS = st.floats(allow_nan=False)
"""Infinite ones too."""

_STRANGE = st.sampled_from(
    [
        "=1+1",
        "\ud83d",
        "\x00",
        "\r\n",
        "\\",
        "\\u003d",
        "\\udc80",
        "\udc80",
        '"',
        ";=cmd|x",
        " -1",
        ",",
        "'",
        "@a",
        "\u2028",
        "\uff1d1",
        "u003d",
    ]
)


def _as_written(text: str) -> str:
    """Two halves of a character side by side are that character in any file."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


TEXTS = st.one_of(
    st.text(st.characters(codec=None), max_size=12),
    st.lists(st.one_of(_STRANGE, st.text(max_size=3)), max_size=5).map("".join),
).map(_as_written)
_PER_THREAT = st.builds(PerThreat, NUMBERS, NUMBERS, NUMBERS)
_HITS = st.builds(Hit, TEXTS, st.sampled_from(THREATS), NUMBERS, TEXTS, TEXTS)
_REASONS = st.builds(Reason, st.sampled_from(THREATS), TEXTS, TEXTS, NUMBERS)

VERDICTS = st.builds(
    Verdict,
    id=TEXTS,
    score=NUMBERS,
    log_odds=_PER_THREAT,
    probability=_PER_THREAT,
    reasons=st.lists(_REASONS, max_size=2).map(tuple),
    rest=st.just(_UNKNOWN),
    hits=st.lists(_HITS, max_size=2).map(tuple),
    defects=st.just(()),
    model=TEXTS,
    rulebook=TEXTS,
)
ROWS = st.builds(
    Row,
    path=TEXTS,
    verdict=VERDICTS,
    disposition=st.builds(Disposition, st.sampled_from(Action), TEXTS),
    date=st.none() | st.datetimes(timezones=st.just(UTC)).map(lambda when: when.replace(microsecond=0)),
    sender=TEXTS,
    recipients=st.lists(TEXTS, max_size=2).map(tuple),
    subject_sha256=TEXTS,
    list_id=TEXTS,
    label=st.sampled_from(("", "ham", "spam", "phish", "bec")),
)


def row(number: int = 0, score: float = 1.5, label: str = "", path: str = "") -> Row:
    """A plain row."""
    odds = PerThreat(score, -2.25, -3.0 - number)
    reasons = (Reason("spam", "text", f"word {number}", 0.1 + number),)
    hits = (Hit("r1", "spam", 0.5, "a rule", "evidence"),)
    verdict = Verdict(f"{number:064x}", score, odds, PerThreat(0.5, 0.1, 0.1), reasons, _UNKNOWN, hits, (), "m1", "b1")
    when = datetime(2024, 1, 1 + number % 28, 12, tzinfo=UTC)
    return Row(
        path or f"a.mbox#{number + 1}", verdict, Disposition(Action.TAG, "spam"), when, "a@b.example", ("c@d.example",), "", "", label
    )
