"""The relay with a history: who becomes known by a mail that passes, and who does not."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from acquaintances import OWN, past, written
from actors import HAM, HELD, REJECTED, TAGGED, Client, Stage
from cast import BEHIND, BOB, EVE, LMTP, STRICT, Cast, codes

from filter.errors import NextHopError
from filter.judge.authresults import AuthResults
from filter.judge.mail import Envelope
from filter.judge.past import Past
from filter.smtp import recorder
from filter.smtp.recall import Recall
from filter.smtp.replies import Reply
from filter.store.history import History

pytestmark = pytest.mark.usefixtures("logged", "prompt")

TO = ("pia@supplier.example",)
FIRST = Past(from_address=1, from_domain=1, between=1, silent_days=0, known_days=0)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with closing(History(f"sqlite:///{tmp_path}/history.db", 730)) as it:
        yield it


def relay(history: History, listen: dict[str, Any] | None = None, **settings: Any) -> Cast:
    """A site whose domain is acme.example, and example.org, where the client's envelope sender is."""
    cast = Cast(listen, **settings)
    cast.site.recall = Recall(lambda: history, OWN | {"example.org"})
    return cast


async def send(cast: Cast, score: float, id_: str, *recipients: str, sender: str = "Pia Lorre <pia@supplier.example>") -> list[int]:
    """The codes of the replies to a mail that is judged so, once all is remembered."""
    cast.judge.score = score
    answers = codes(await cast.send(written(sender, "someone@acme.example", id_), *(recipients or (BOB,))))
    assert cast.site.recall
    await cast.site.recall.flush()
    return answers


async def seen(cast: Cast, *recipients: str, sender: str = "Pia Lorre <pia@supplier.example>") -> Past | None:
    """The past that the judge is given with a mail that is refused."""
    await send(cast, REJECTED, "look", *recipients, sender=sender)
    return cast.judge.judged[-1].past


async def test_without_a_history_there_is_no_past() -> None:
    """None is kept: the judge is told so."""
    cast = Cast()
    await cast.send()
    assert cast.judge.judged[-1].past is None


async def test_a_sender_becomes_known_by_what_is_delivered(history: History) -> None:
    """The first mail has the past of a stranger, the next one knows of it."""
    cast = relay(history)
    assert await send(cast, HAM, "1") == [250]
    assert cast.judge.judged[-1].past == Past()
    assert await seen(cast) == FIRST
    assert (await seen(cast, EVE)) == Past(from_address=1, from_domain=1, silent_days=0, known_days=0)


@pytest.mark.parametrize("score", [TAGGED, HELD, REJECTED])
@pytest.mark.parametrize("observe", [False, True])
async def test_nobody_becomes_known_by_an_attack(history: History, score: float, observe: bool) -> None:
    """What is tagged, held or refused makes nobody known, nor does what is delivered only because the relay observes."""
    cast = relay(history, observe=observe)
    for number in range(3):
        await send(cast, score, str(number))
    assert await seen(cast) == Past()


async def test_mail_that_was_not_judged_makes_nobody_known(history: History) -> None:
    """Nor does mail that passed because the judge failed on it."""
    cast = relay(history, on_failure="deliver")
    cast.judge.error = RuntimeError("a bug")
    assert await send(cast, HAM, "1") == [250]
    cast.judge.error = None
    assert await seen(cast) == Past()


@pytest.mark.parametrize("failure", [NextHopError(451, "4.4.1 gone"), Reply(554, "5.7.1 no")])
async def test_mail_that_the_next_hop_refused_makes_nobody_known(history: History, failure: NextHopError | Reply) -> None:
    """It was not delivered."""
    cast = relay(history)
    cast.hop.says["deliver"] = failure
    await send(cast, HAM, "1")
    assert await seen(cast) == Past()


async def test_only_the_recipients_that_got_it(history: History) -> None:
    """Held for one and delivered to another: known to the other."""
    cast = relay(history)
    cast.group(STRICT, EVE)
    assert await send(cast, 1.5, "1", BOB, EVE) == [250, 250]
    assert await seen(cast, BOB) == FIRST
    known = await seen(cast, EVE)
    assert known
    assert known.between == 0


async def test_lmtp_recipients_each_for_themselves(history: History) -> None:
    """Whoever was declined did not get it."""
    cast = relay(history, LMTP)
    cast.onward.answers_each = True
    cast.hop.says["for 1"] = Reply(552, "5.2.2 full")
    assert await send(cast, HAM, "1", BOB, EVE) == [250, 552]
    assert [known and known.between for known in (await seen(cast, BOB), await seen(cast, EVE))] == [1, 0]


async def test_mail_that_is_not_its_authors(history: History) -> None:
    """What fails DMARC by the relay's own check makes nobody known; the check comes before the history is asked."""
    cast = relay(history)
    outcome = "fail"

    async def check(_: bytes, __: Envelope) -> AuthResults:
        return AuthResults("this relay", dmarc=outcome)

    cast.site.check = check
    assert await send(cast, HAM, "1") == [250]
    assert await seen(cast) == Past()
    outcome = "pass"
    assert await send(cast, HAM, "2") == [250]
    assert await seen(cast) == FIRST


async def test_a_mail_is_not_its_own_past(history: History) -> None:
    """A copy for another recipient, in a transaction of its own, is still a stranger's."""
    cast = relay(history)
    for recipient in (BOB, EVE):
        assert await send(cast, HAM, "1", recipient) == [250]
        assert cast.judge.judged[-1].past == Past()


async def test_what_the_site_sends(history: History) -> None:
    """Whom it writes to is known by that, by the ids of what it wrote too."""
    cast = relay(history)
    await send(cast, HAM, "o1@acme.example", *TO, sender="Ann <ann@example.org>")
    answer = written("Pia Lorre <pia@supplier.example>", BOB, "2", "In-Reply-To: <o1@acme.example>")
    await cast.send(answer)
    assert cast.judge.judged[-1].past == Past(to_address=1, replied_to_us=True)


async def test_behind_a_queue_too(history: History) -> None:
    """The role makes no difference to what is remembered."""
    cast = relay(history, BEHIND)
    await send(cast, REJECTED, "1")
    await send(cast, HAM, "2")
    await send(cast, HAM, "3")
    assert cast.judge.judged[-1].past == FIRST


async def test_a_large_mail_has_a_past_too(history: History) -> None:
    """One that is judged in a thread."""
    cast = relay(history)
    await send(cast, HAM, "1")
    await cast.send(written(id_="2") + b"x" * 100_000)
    assert cast.judge.judged[-1].past == FIRST


async def test_a_locked_history_delays_nobody(tmp_path: Path, history: History, logged: list[Any]) -> None:
    """Mail is judged without a past and delivered as fast as ever; the log says why."""
    cast = relay(history)
    history.close()
    with closing(sqlite3.connect(tmp_path / "history.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("INSERT INTO seen VALUES (1, 1)")
        cast.judge.score = TAGGED
        began = time.monotonic()
        for number in range(20):
            assert codes(await cast.send(written(id_=str(number)))) == [250]
        assert time.monotonic() - began < 1
    assert [mail.past for mail in cast.judge.judged] == [None] * 20
    assert [event["event"] for event in logged if "history" in event["event"]] == ["history not asked"]


async def test_a_relay_ends_once_all_is_remembered(stage: Stage, history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was delivered a moment before the end is in the history afterwards."""
    monkeypatch.setattr(recorder, "GATHER_SECONDS", 0.2)
    relay = stage.relay()
    relay.site.recall = Recall(lambda: history, OWN)
    async with relay:
        client = await Client.greeted(relay.port)
        await client.begin()
        assert (await client.finish(written() + b".\r\n")).startswith("250")
        await client.close()
    assert past(history, written()).from_address == 1
