"""The promise under every fault: the same scenarios as `python -m benchmarks.faults`, smaller; and that their account sees what it must.

Scenarios that mostly wait run abreast; those under load have the machine to themselves.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from benchmarks.faults.account import Attempt, Copy, Ledger, Row, table
from benchmarks.faults.letters import Letter, Place, assorted, letter, specimens
from benchmarks.faults.matrix import COLUMNS
from benchmarks.faults.scenarios import FULL, QUICK

ABREAST = (
    ("matrix", "disks", "locked", "locked-maildir", "stuck"),
    ("clients", "crowd", "deaf", "lingering", "reload-fails", "log"),
    ("killed", "killed-maildir", "ended", "orphaned"),
    ("reloaded",),
)


@pytest.mark.parametrize("names", ABREAST, ids=" ".join)
async def test_the_promise_is_kept(names: tuple[str, ...], tmp_path: Path) -> None:
    """Nothing that was answered 250 is lost, nothing is there twice for no reason, and every reply is as it should be."""
    told = await asyncio.gather(*(QUICK[name](tmp_path / name) for name in names))
    rows = [row for some in told for row in some]
    assert all(row.good for row in rows), f"\n{table(rows)}"


def test_every_scenario_is_run() -> None:
    """None is left out here, and there are as many cases of a failing next hop as were asked for."""
    assert sorted(name for names in ABREAST for name in names) == sorted(FULL) == sorted(QUICK)
    assert min(len(column.cases) for column in COLUMNS) >= 60


def test_messages_of_every_fate() -> None:
    """The shipped judge delivers, holds and refuses some of what is sent, and no two messages are the same."""
    letters = list(assorted(20))
    assert [sum(place in one.places.values() for one in letters) for place in Place] == [14, 4, 2]
    assert len({one.content for one in letters}) == len({token for one in letters for token in one.recipients}) == 20
    assert set(specimens()) == set(Place)


HEARD, TEMPFAIL, REFUSED = Attempt(250, "dot"), Attempt(451, "dot"), Attempt(550, "dot")
CUT, BEFORE = Attempt(0, "dot"), Attempt(0, "RCPT")


@pytest.mark.parametrize(
    ("attempts", "delivered", "held", "wrong"),
    [
        ((HEARD,), 1, 0, (0, 0, 0)),
        ((HEARD,), 0, 0, (1, 0, 0)),
        ((TEMPFAIL, HEARD), 1, 0, (0, 0, 0)),
        ((TEMPFAIL, HEARD), 2, 0, (0, 1, 1)),
        ((HEARD,), 1, 1, (0, 1, 1)),
        ((CUT, HEARD), 2, 0, (0, 1, 0)),
        ((CUT, HEARD), 3, 0, (0, 2, 1)),
        ((BEFORE, HEARD), 2, 0, (0, 1, 1)),
        ((REFUSED,), 0, 0, (0, 0, 0)),
        ((REFUSED,), 1, 0, (0, 0, 1)),
        ((TEMPFAIL,), 1, 0, (0, 0, 1)),
        ((CUT,), 1, 0, (0, 0, 0)),
        ((CUT,), 0, 0, (0, 0, 0)),
    ],
)
def test_what_is_lost_and_what_is_there_too_often(
    attempts: tuple[Attempt, ...], delivered: int, held: int, wrong: tuple[int, int, int]
) -> None:
    """A 250 without a copy is a loss; a copy without a 250 is one too many, unless a reply got lost. `wrong`: lost, double, unexplained."""
    sent = letter()
    row = settled(sent, attempts, delivered * copies(sent), held * copies(sent))
    assert (row.lost, row.duplicates, row.unexplained) == wrong
    assert row.good == (not row.lost and not row.unexplained)


def test_a_reply_that_the_next_hop_cut_off_explains_a_duplicate() -> None:
    """It took the message and could not say so: the relay rightly asked for another try."""
    sent = letter()
    (copy,) = copies(sent)
    row = settled(sent, (TEMPFAIL, HEARD), [copy, Copy(copy.token, copy.octets, heard=False)], [])
    assert (row.duplicates, row.unexplained, row.good) == (1, 0, True)


def test_a_cut_message_is_lost() -> None:
    """A copy that does not end as the message does is no copy of it."""
    sent = letter()
    (copy,) = copies(sent)
    assert settled(sent, (HEARD,), [Copy(copy.token, copy.octets[:-3])], []).lost == 1


def test_mail_where_it_does_not_belong_is_seen() -> None:
    """Wanted mail in the quarantine is a failure, and so is a message that nobody sent."""
    sent = letter()
    assert "held, and should be delivered" in settled(sent, (HEARD,), [], copies(sent)).failures
    assert "copies of messages that nobody sent" in settled(sent, (HEARD,), [*copies(sent), Copy("t-1", b"")], []).failures


def copies(sent: Letter) -> list[Copy]:
    """One as it should be."""
    return [Copy(token, b"X-Ours: 1\r\n" + sent.content) for token in sent.recipients]


def settled(sent: Letter, attempts: tuple[Attempt, ...], delivered: list[Copy], held: list[Copy]) -> Row:
    """The row of an account with this one message."""
    ledger = Ledger()
    for one in attempts:
        ledger.note(sent, (one,))
    return ledger.settle("", delivered, held)
