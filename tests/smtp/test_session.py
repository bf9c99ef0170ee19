from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, TAGGED, Journal, Judge, Quarantine

from filter.config import Listen
from filter.errors import NextHopError
from filter.judge.mail import Envelope
from filter.judge.policy import Policy, Thresholds
from filter.smtp import replies, session
from filter.smtp.commands import EnvelopePath
from filter.smtp.plan import MAX_HOPS
from filter.smtp.replies import Reply
from filter.smtp.session import INLINE_OCTETS, Session
from filter.smtp.site import Site

ANN = EnvelopePath("ann@example.org")
BOB = EnvelopePath("bob@example.net")
QUEUED = Reply(250, "2.0.0 queued")


class Hop:
    """A next hop that says what it is told to say."""

    def __init__(self) -> None:
        self.says: dict[str, Reply | Exception] = {}
        self.calls: list[str] = []
        self.taken: list[bytes] = []
        self.gate = asyncio.Event()
        self.gate.set()

    def _answer(self, call: str, usual: Reply) -> Reply:
        self.calls.append(call)
        answer = self.says.get(call, usual)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def mail(self, sender: EnvelopePath) -> Reply:
        return self._answer("mail", replies.SENDER_OK)

    async def rcpt(self, recipient: EnvelopePath) -> Reply:
        return self._answer("rcpt", replies.RECIPIENT_OK)

    async def deliver(self, content: bytes) -> Reply:
        await self.gate.wait()
        reply = self._answer("deliver", QUEUED)
        self.taken.append(content)
        return reply

    async def close(self) -> None:
        self.calls.append("close")


class Cast:
    """A session and all around it."""

    def __init__(self, **listen: Any) -> None:
        self.hop, self.judge, self.quarantine, self.journal = Hop(), Judge(), Quarantine(), Journal()
        policy = Policy(overall=Thresholds(tag=2.0, quarantine=4.0, reject=12.0))
        limits = Listen.model_validate(listen)
        self.site = Site(limits, "relay.test", self.judge, policy, self.quarantine, self.journal, lambda: self.hop)
        self.session = Session(self.site, "192.0.2.7")
        self.session.helo = "client.test"

    async def send(self, content: bytes | None = MESSAGE) -> Reply:
        await self.session.mail(ANN)
        await self.session.rcpt(BOB)
        assert self.session.data_refusal() is None
        reply = await self.session.data(content)
        await self.settled()
        return reply

    async def settled(self) -> None:
        while self.site.pending:
            await asyncio.wait(self.site.pending)


@pytest.fixture
async def cast() -> Cast:
    return Cast()


async def test_mail_is_judged_with_its_envelope_and_delivered(cast: Cast) -> None:
    """The judge sees content and envelope, the next hop gets the stamped content, the client the id, the journal a row."""
    reply = await cast.send()
    (mail,) = cast.judge.judged
    assert mail.content == MESSAGE
    assert mail.envelope == Envelope("192.0.2.7", "client.test", "ann@example.org", ("bob@example.net",))
    assert cast.hop.taken[0].endswith(MESSAGE)
    assert str(reply).startswith("250 2.0.0 Ok: accepted ")
    assert cast.hop.calls == ["mail", "rcpt", "deliver", "close"]
    assert cast.journal.outcomes == ["delivered"]


@pytest.mark.parametrize(
    ("score", "code", "copies", "outcome"),
    [
        (HAM, 250, (1, 0), "delivered"),
        (TAGGED, 250, (1, 0), "delivered"),
        (HELD, 250, (0, 1), "held"),
        (REJECTED, 550, (0, 0), "refused"),
    ],
)
async def test_the_policy_decides(cast: Cast, score: float, code: int, copies: tuple[int, int], outcome: str) -> None:
    """By the score a mail goes to the next hop, to the quarantine or nowhere; never to two of them."""
    cast.judge.score = score
    reply = await cast.send()
    assert reply.code == code
    assert (len(cast.hop.taken), len(cast.quarantine.held)) == copies
    assert cast.journal.outcomes == [outcome]
    assert cast.hop.calls[-1] == "close"


async def test_held_and_delivered_get_the_same_reply(cast: Cast) -> None:
    """A sender cannot tell from the reply that its mail was held."""
    delivered = await cast.send()
    cast.judge.score = HELD
    assert await cast.send() == delivered


@pytest.mark.parametrize("call", ["mail", "rcpt", "deliver"])
@pytest.mark.parametrize("error", [NextHopError(451, "4.4.1 gone"), NextHopError(554, "5.7.1 no"), RuntimeError("a bug")])
async def test_whatever_fails_promises_nothing(cast: Cast, call: str, error: Exception) -> None:
    """The next hop's refusal reaches the client as it is, a bug is a 451 or for the command loop to answer; never a 250."""
    cast.hop.says[call] = error
    code = error.code if isinstance(error, NextHopError) else 451
    if call == "deliver":
        assert (await cast.send()).code == code
        assert cast.journal.outcomes == (["tempfail" if code == 451 else "declined"] if isinstance(error, NextHopError) else [])
    elif isinstance(error, NextHopError):
        reply = await cast.session.mail(ANN)
        assert (reply if call == "mail" else await cast.session.rcpt(BOB)).code == code
        assert cast.session.begun is (call == "rcpt")
    else:
        with pytest.raises(RuntimeError):
            await cast.send()
    assert cast.hop.taken == []


async def test_a_judge_that_fails_is_temporary(cast: Cast, logged: list[Any]) -> None:
    """A bug in judging is a 451 without a trace of it in the reply; the log has it."""
    cast.judge.error = ValueError("secret")
    assert await cast.send() == replies.LOCAL_ERROR
    assert cast.hop.taken == []
    assert any("secret" in str(event.get("cause")) for event in logged)


async def test_a_quarantine_that_fails_is_temporary(cast: Cast) -> None:
    """Mail that should be held and could not be is a 451, and is not delivered instead."""
    cast.judge.score, cast.quarantine.full = HELD, True
    assert await cast.send() == replies.LOCAL_ERROR
    assert cast.hop.taken == []
    assert cast.journal.outcomes == ["tempfail"]


async def test_a_journal_that_fails_changes_no_fate(cast: Cast, logged: list[Any]) -> None:
    """A decision that cannot be recorded stands; the loss is counted and logged."""
    cast.journal.broken = True
    assert (await cast.send()).code == 250
    assert cast.site.unrecorded == 1
    assert any(event["event"] == "journal lost a decision" for event in logged)


async def test_a_log_that_fails_changes_no_reply(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """A delivered mail is answered 250 though its line in the log is lost: a 451 would bring it a second time."""

    class Broken:
        def info(self, *_: object, **__: object) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(session, "log", Broken())
    assert (await cast.send()).code == 250
    assert len(cast.hop.taken) == 1


async def test_a_cancelled_client_does_not_cancel_the_commit(cast: Cast) -> None:
    """Once the content is complete the delivery is seen through, though nobody waits for the reply any more."""
    cast.hop.gate.clear()
    await cast.session.mail(ANN)
    await cast.session.rcpt(BOB)
    waiting = asyncio.create_task(cast.session.data(MESSAGE))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.wait([waiting])
    cast.session.reset()
    assert cast.hop.calls == ["mail", "rcpt"]
    cast.hop.gate.set()
    await cast.settled()
    assert len(cast.hop.taken) == 1
    assert cast.journal.outcomes == ["delivered"]


async def test_refused_before_it_is_judged(cast: Cast) -> None:
    """Too large a content and a mail that loops are refused without being judged, and end the transaction."""
    assert await cast.send(None) == replies.TOO_LARGE
    assert await cast.send(b"Received: x\r\n" * (MAX_HOPS + 1) + MESSAGE) == replies.LOOP
    assert cast.judge.judged == []
    assert cast.hop.taken == []
    assert not cast.session.begun


async def test_commands_out_of_order(cast: Cast) -> None:
    """RCPT and DATA need what comes before them, and MAIL comes once."""
    assert await cast.session.rcpt(BOB) == replies.NEED_MAIL
    assert cast.session.data_refusal() == replies.NEED_MAIL
    assert await cast.session.data(MESSAGE) == replies.NEED_MAIL
    await cast.session.mail(ANN)
    assert await cast.session.mail(ANN) == replies.NESTED_MAIL
    assert cast.session.data_refusal() == replies.NEED_RECIPIENT
    cast.hop.says["rcpt"] = Reply(550, "5.1.1 no")
    await cast.session.rcpt(BOB)
    assert cast.session.data_refusal() == replies.NO_RECIPIENT


@pytest.mark.parametrize(
    ("parameters", "reply"),
    [
        (("SIZE=x",), replies.BAD_PARAMETER),
        (("SIZE",), replies.BAD_PARAMETER),
        (("SIZE=" + "9" * 5000,), replies.BAD_PARAMETER),
        (("SIZE=65537",), replies.TOO_LARGE),
        (("SIZE=65536",), replies.SENDER_OK),
        (("BODY=BINARYMIME",), replies.BAD_PARAMETER),
        (("body=8bitmime",), replies.SENDER_OK),
        (("RET=HDRS", "X-Unknown=1"), replies.SENDER_OK),
    ],
)
async def test_parameters_of_mail(parameters: tuple[str, ...], reply: Reply) -> None:
    """Only SIZE and BODY are judged here; the rest is the next hop's business."""
    assert await Cast(max_message_bytes=65536).session.mail(EnvelopePath("a@b", parameters)) == reply


async def test_malformed_paths(cast: Cast) -> None:
    """What could not be read is a syntax error and never reaches the next hop."""
    assert await cast.session.mail(None) == replies.BAD_SENDER
    await cast.session.mail(ANN)
    assert await cast.session.rcpt(None) == replies.BAD_RECIPIENT
    assert cast.hop.calls == ["mail"]


async def test_recipients_are_bounded() -> None:
    """The recipient past the limit is a 452, also if the ones before it were refused."""
    cast = Cast(max_recipients=100)
    await cast.session.mail(ANN)
    for _ in range(100):
        assert await cast.session.rcpt(BOB) == replies.RECIPIENT_OK
    assert await cast.session.rcpt(BOB) == replies.TOO_MANY_RECIPIENTS
    cast.session.reset()
    cast.hop.says["rcpt"] = Reply(550, "5.1.1 no")
    await cast.session.mail(ANN)
    for _ in range(100):
        await cast.session.rcpt(BOB)
    assert await cast.session.rcpt(BOB) == replies.TOO_MANY_RECIPIENTS
    assert cast.hop.calls.count("rcpt") == 200


async def test_reset_says_goodbye_without_data(cast: Cast) -> None:
    """A reset transaction is closed at the next hop, and its recipients do not leak into the next one."""
    await cast.session.mail(ANN)
    await cast.session.rcpt(BOB)
    cast.session.reset()
    await cast.settled()
    assert cast.hop.calls == ["mail", "rcpt", "close"]
    await cast.session.mail(EnvelopePath(""))
    await cast.session.rcpt(EnvelopePath("eve@example.net"))
    await cast.session.data(MESSAGE)
    assert cast.judge.judged[0].envelope == Envelope("192.0.2.7", "client.test", "", ("eve@example.net",))


@pytest.mark.parametrize(("octets", "aside"), [(INLINE_OCTETS, False), (INLINE_OCTETS + 1, True)])
async def test_long_content_is_judged_aside(cast: Cast, monkeypatch: pytest.MonkeyPatch, octets: int, aside: bool) -> None:
    """Content past INLINE_OCTETS does not keep the event loop from other clients."""
    threaded: list[Any] = []

    async def to_thread(work: Any, *arguments: Any) -> Any:
        threaded.append(work)
        return work(*arguments)

    monkeypatch.setattr(session.asyncio, "to_thread", to_thread)
    assert (await cast.send(b"\r\n" + b"x" * (octets - 4) + b"\r\n")).code == 250
    assert (cast.session._judged in threaded) is aside


async def test_one_line_in_the_log_for_a_transaction(cast: Cast, logged: list[Any]) -> None:
    """The log has one event for a transaction, with what was decided and said, and nothing of the message itself."""
    await cast.send()
    (event,) = [event for event in logged if event["event"] == "transaction"]
    assert event["action"] == "deliver"
    assert event["next_hop"] == str(QUEUED)
    assert (event["sender"], event["recipients"], event["octets"]) == ("ann@example.org", 1, len(MESSAGE))
    assert "Lunch" not in str(logged)
    assert "noon" not in str(logged)
