from __future__ import annotations

import asyncio
import email
from typing import Any

import pytest
from actors import HAM, HELD, MESSAGE, REJECTED, TAGGED
from cast import BEHIND, BOB, EVE, LMTP, QUEUED, STERN, STRICT, Broken, Cast, codes, refusing, rows

from filter.errors import NextHopError, StoreError, StoreFullError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.smtp import commit, replies, told
from filter.smtp.plan import HEADER_OCTETS, MAX_HOPS
from filter.smtp.replies import Reply

SOON = NextHopError(451, "4.4.1 gone")
NEVER = NextHopError(554, "5.7.1 no")
LOOP = b"Received: x\r\n" * (MAX_HOPS + 1) + MESSAGE
ENDLESS = b"A: " + b"b" * HEADER_OCTETS + b"\r\n\r\n"
BARE = MESSAGE + b"bare\n"
CAL = "cal@example.net"


pytestmark = pytest.mark.usefixtures("logged")


@pytest.fixture
async def cast() -> Cast:
    return Cast()


async def test_mail_is_judged_with_its_envelope_and_delivered(cast: Cast) -> None:
    """The judge sees content and envelope, the next hop gets the stamped content, the client the id, the journal a row."""
    (reply,) = await cast.send()
    assert cast.judge.judged == [Mail(MESSAGE, Envelope("192.0.2.7", "client.test", "ann@example.org", (BOB,)))]
    ((whom, taken),) = cast.hop.taken
    assert whom == (0,)
    assert taken.endswith(MESSAGE)
    assert str(reply).startswith("250 2.0.0 Ok: accepted ")
    assert cast.hop.calls == ["rcpt", "deliver", "close"]
    assert rows(cast) == [((BOB,), "deliver", "delivered")]


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
    assert codes(await cast.send()) == [code]
    assert (len(cast.hop.taken), len(cast.quarantine.held)) == copies
    assert cast.journal.outcomes == [outcome]
    assert cast.hop.calls.count("close") == 1


async def test_held_and_delivered_get_the_same_reply(cast: Cast) -> None:
    """A sender cannot tell from the reply that its mail was held."""
    delivered = await cast.send()
    cast.judge.score = HELD
    assert await cast.send() == delivered


async def test_the_subject_of_tagged_mail() -> None:
    """The configured tag goes before the subject of what is tagged, and of nothing else."""
    cast = Cast(subject_tag="[SPAM]")
    await cast.send()
    cast.judge.score = TAGGED
    await cast.send()
    assert [email.message_from_bytes(taken)["Subject"] for _, taken in cast.hop.taken] == ["Lunch", "[SPAM] Lunch"]


# --- several recipients, one reply


async def test_delivered_to_one_and_held_for_another(cast: Cast) -> None:
    """Each recipient gets its mail once, by its own policy: in the quarantine or at the next hop, never in both."""
    cast.group(STRICT, EVE)
    cast.judge.score = TAGGED
    assert codes(await cast.send(MESSAGE, BOB, EVE, CAL)) == [250, 250, 250]
    assert [mail.envelope and mail.envelope.recipients for mail in cast.quarantine.held] == [(EVE,)]
    assert cast.quarantine.held[0].content == MESSAGE
    assert cast.quarantine.dispositions == [Disposition(Action.QUARANTINE, "strict:overall")]
    assert [whom for whom, _ in cast.hop.taken] == [(0, 2)]
    assert rows(cast) == [((BOB, CAL), "tag", "delivered"), ((EVE,), "quarantine", "held")]


async def test_tagged_for_one_and_plain_for_another(cast: Cast) -> None:
    """Recipients whose stamps differ get a copy each, of their own."""
    cast.group(STRICT, EVE)
    cast.judge.score = 1.5
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [250, 250]
    assert [(whom, b"X-Spam-Flag: YES" in taken) for whom, taken in cast.hop.taken] == [((0,), False), ((1,), True)]
    assert rows(cast) == [((BOB,), "deliver", "delivered"), ((EVE,), "tag", "delivered")]


@pytest.mark.parametrize(("error", "code"), [(StoreFullError("full"), 452), (StoreError("broken"), 451), (RuntimeError("a bug"), 451)])
async def test_what_cannot_be_held_is_not_delivered_either(cast: Cast, error: Exception, code: int) -> None:
    """A hold that fails is temporary for all recipients, and none of them has got anything."""
    cast.group(STRICT, EVE)
    cast.judge.score = TAGGED
    cast.quarantine.hold = refusing(error)  # type: ignore[method-assign]
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [code, code]
    assert cast.hop.taken == []
    assert "deliver" not in cast.hop.calls
    assert "delivered" not in cast.journal.outcomes


@pytest.mark.parametrize(("error", "outcome"), [(SOON, "tempfail"), (NEVER, "declined")])
async def test_a_hold_is_withdrawn_when_the_delivery_fails(cast: Cast, error: NextHopError, outcome: str) -> None:
    """The client hears one refusal for all, so what was held for some of them must not stay."""
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver"] = TAGGED, error
    assert await cast.send(MESSAGE, BOB, EVE) == (Reply(error.code, error.text),) * 2
    assert cast.quarantine.held == []
    assert len(cast.quarantine.withdrawn) == 1
    assert rows(cast) == [((BOB,), "tag", outcome), ((EVE,), "quarantine", outcome)]


async def test_a_hold_that_cannot_be_withdrawn(cast: Cast, logged: list[Any]) -> None:
    """The client still hears that it has to try again; the log has which copy will be there twice, and that it is there."""
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver"] = TAGGED, SOON
    cast.quarantine.withdraw = refusing(StoreError("broken"))  # type: ignore[method-assign]
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [451, 451]
    (event,) = [event for event in logged if event["event"] == "held twice if sent again"]
    assert event["quarantined"] == "q1"
    assert [event["withdrawn"] for event in logged if event.get("action") == "quarantine"] == [False]


async def test_a_bug_after_a_hold_leaves_nothing_behind(cast: Cast) -> None:
    """Whatever fails after some of it was held: the client will send it again, so the hold is withdrawn."""
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver"] = TAGGED, RuntimeError("a bug")
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [451, 451]
    assert cast.quarantine.held == []
    assert "held" not in cast.journal.outcomes


@pytest.mark.parametrize("failure", [SOON, NEVER, Reply(452, "4.3.1 full"), Reply(554, "5.6.0 no")])
async def test_the_second_copy_is_held_where_the_first_was_taken(cast: Cast, failure: NextHopError | Reply) -> None:
    """A refusal would bring the first recipient its copy twice, or tell its sender it got none: so it is 250, and kept."""
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver 2"] = 1.5, failure
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [250, 250]
    assert [whom for whom, _ in cast.hop.taken] == [(0,)]
    assert [mail.envelope and mail.envelope.recipients for mail in cast.quarantine.held] == [(EVE,)]
    assert cast.quarantine.dispositions == [Disposition(Action.QUARANTINE, "next hop refused")]
    assert rows(cast) == [((BOB,), "deliver", "delivered"), ((EVE,), "quarantine", "held")]


async def test_the_second_copy_that_cannot_be_held(cast: Cast) -> None:
    """Twice is better than not at all: the client has to send it again."""
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver 2"], cast.quarantine.full = 1.5, SOON, True
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [452, 452]
    assert rows(cast) == [((BOB,), "deliver", "delivered"), ((EVE,), "tag", "tempfail")]


@pytest.mark.parametrize("reply", [Reply(450, "4.2.0 later"), Reply(552, "5.2.2 full")])
async def test_the_next_hops_refusal_is_the_clients(cast: Cast, reply: Reply) -> None:
    """What the next hop says to the content, the client hears, and nothing is kept."""
    cast.hop.says["deliver"] = reply
    assert await cast.send() == (reply,)
    assert cast.hop.taken == cast.quarantine.held == []
    assert cast.journal.outcomes == ["tempfail" if reply.code < 500 else "declined"]


# --- a reply for each recipient


async def test_lmtp_answers_each_recipient_for_itself() -> None:
    """Refused, held, delivered and declined in one transaction: each has its own reply, in the order of RCPT, and its own fate."""
    cast = Cast(LMTP)
    cast.onward.answers_each = True
    cast.group(STERN, "stern@x")
    cast.group(STRICT, "strict@x")
    cast.judge.score = TAGGED
    cast.hop.says["for 3"] = Reply(452, "4.2.2 full")
    cast.hop.says["for 4"] = Reply(552, "5.2.2 full")
    answers = await cast.send(MESSAGE, "stern@x", "one@x", "strict@x", "full@x", "gone@x", "two@x")
    taken = replies.accepted(cast.journal.decisions[0].verdict.id[:16])
    assert answers == (replies.REFUSED, taken, taken, Reply(452, "4.2.2 full"), Reply(552, "5.2.2 full"), taken)
    assert [whom for whom, _ in cast.hop.taken] == [(1, 5)]
    assert [mail.envelope and mail.envelope.recipients for mail in cast.quarantine.held] == [("strict@x",)]
    assert rows(cast) == [
        (("full@x",), "tag", "tempfail"),
        (("gone@x",), "tag", "declined"),
        (("one@x", "two@x"), "tag", "delivered"),
        (("stern@x",), "reject", "refused"),
        (("strict@x",), "quarantine", "held"),
    ]


@pytest.mark.parametrize("failing", ["hold", "first copy", "second copy"])
@pytest.mark.parametrize("error", [SOON, NEVER])
async def test_lmtp_fails_for_those_concerned(failing: str, error: NextHopError) -> None:
    """What fails for one recipient changes nothing for the others, and nothing is withdrawn."""
    cast = Cast(LMTP)
    cast.group(STRICT, EVE)
    cast.judge.score = TAGGED if failing == "hold" else 1.5
    cast.quarantine.full = failing == "hold"
    if failing != "hold":
        cast.hop.says[f"deliver {1 if failing == 'first copy' else 2}"] = error
    expected = {"hold": [250, 452], "first copy": [error.code, 250], "second copy": [250, error.code]}
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == expected[failing]
    assert cast.quarantine.held == cast.quarantine.withdrawn == []
    assert [whom for whom, _ in cast.hop.taken] == [(1,) if failing == "first copy" else (0,)]


async def test_lmtp_a_bug_is_temporary_for_those_concerned() -> None:
    """Who was served before the bug hears 250, whoever comes after it 451: a retry doubles nothing."""
    cast = Cast(LMTP)
    cast.group(STRICT, EVE)
    cast.judge.score, cast.hop.says["deliver"] = TAGGED, RuntimeError("a bug")
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [451, 250]
    assert len(cast.quarantine.held) == 1


# --- refused unjudged, behind a queue, observed


@pytest.mark.parametrize("content", [LOOP, ENDLESS, BARE], ids=["loop", "endless", "bare"])
@pytest.mark.parametrize("listen", [{}, LMTP])
async def test_refused_before_it_is_judged(listen: dict[str, str], content: bytes) -> None:
    """A loop, an endless header block and a bare newline where it counts are refused for everybody, and not judged."""
    cast = Cast(listen, bare_newlines="refuse")
    reply = {LOOP: replies.LOOP, ENDLESS: replies.HEADER_TOO_LARGE, BARE: replies.BARE_NEWLINE}[content]
    assert await cast.send(content, BOB, EVE) == (reply, reply)
    assert cast.judge.judged == cast.hop.taken == cast.quarantine.held == cast.journal.decisions == []
    assert cast.hop.calls[-1] == "close"


async def test_bare_newlines_are_normalised_unless_told_otherwise(cast: Cast) -> None:
    """By default they only become CRLF."""
    assert codes(await cast.send(BARE)) == [250]
    assert cast.judge.judged[0].content == MESSAGE + b"bare\r\n"


@pytest.mark.parametrize(
    ("content", "score", "cause"),
    [
        (MESSAGE, REJECTED, "overall"),
        (LOOP, HAM, "too many hops"),
        (ENDLESS, HAM, "header too large"),
        (BARE, HAM, "bare newline"),
    ],
)
async def test_behind_a_queue_nothing_is_refused(content: bytes, score: float, cause: str) -> None:
    """A refusal would become a bounce to somebody who sent nothing: whatever it is for, the mail is held."""
    cast = Cast(BEHIND, bare_newlines="refuse")
    cast.judge.score = score
    assert codes(await cast.send(content, BOB, EVE)) == [250, 250]
    assert cast.hop.taken == []
    assert len(cast.quarantine.held) == 1
    assert cast.quarantine.dispositions == [Disposition(Action.QUARANTINE, cause)]
    assert rows(cast) == [((BOB, EVE), "quarantine", "held")]


@pytest.mark.parametrize(("score", "action"), [(HAM, "deliver"), (TAGGED, "tag"), (HELD, "quarantine"), (REJECTED, "reject")])
@pytest.mark.parametrize("listen", [{}, BEHIND, LMTP])
async def test_who_observes_delivers_everything(listen: dict[str, str], score: float, action: str) -> None:
    """Stamp and journal say what would have been done; nothing else of the mail shows it."""
    cast = Cast(listen, observe=True, subject_tag="[SPAM]")
    cast.judge.score = score
    assert codes(await cast.send()) == [250]
    ((_, taken),) = cast.hop.taken
    stamped = email.message_from_bytes(taken)
    assert stamped["X-Sievert-Verdict"].startswith(f"deliver; observed={action};")
    assert stamped["X-Spam-Flag"] is None
    assert stamped["Subject"] == "Lunch"
    assert cast.quarantine.held == []
    assert rows(cast) == [((BOB,), action, "delivered")]


async def test_who_observes_needs_no_agreement() -> None:
    """Recipients whose policies refuse at other scores share a transaction, and each gets its copy once."""
    cast = Cast(observe=True)
    cast.group(STERN, EVE)
    cast.judge.score = TAGGED
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [250, 250]
    assert sorted(whom for whom, _ in cast.hop.taken) == [(0,), (1,)]


# --- whatever else may happen


@pytest.mark.parametrize("what", ["deliver", "hold", "withdraw", "plan"])
async def test_a_bug_is_temporary(cast: Cast, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is a 451 for every recipient, neither 250 nor 5xx, and its words stay in the log."""
    bug = RuntimeError("secret")
    cast.group(STRICT, EVE)
    cast.judge.score = TAGGED
    cast.hop.says["deliver"] = bug if what == "deliver" else SOON
    if what in ("hold", "withdraw"):
        monkeypatch.setattr(cast.quarantine, what, refusing(bug))
    if what == "plan":
        monkeypatch.setattr(commit, "plan", refusing(bug))
    answers = await cast.send(MESSAGE, BOB, EVE)
    assert codes(answers) == [451, 451]
    assert "secret" not in str(answers)
    assert cast.untouched


ENDINGS: dict[str, dict[str, Any]] = {
    "delivered": {"score": HAM},
    "held": {"score": HELD},
    "refused": {"score": REJECTED},
    "tempfail": {"error": SOON},
    "bug": {"error": RuntimeError("a bug")},
    "unjudged": {"judging": ValueError("secret")},
    "loop": {"content": LOOP},
    "no room": {"score": HELD, "full": True},
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("listen", [{}, BEHIND, LMTP])
async def test_content_leaves_the_budget(ending: str, listen: dict[str, str]) -> None:
    """However a transaction ends: its room is free again, and its hop is closed, once."""
    about, cast = ENDINGS[ending], Cast(listen)
    cast.judge.score, cast.judge.error = about.get("score", HAM), about.get("judging")
    cast.quarantine.full = about.get("full", False)
    if "error" in about:
        cast.hop.says["deliver"] = about["error"]
    content = await cast.address()
    content.add(about.get("content", MESSAGE))
    assert not cast.untouched
    await cast.session.finish()
    await cast.settled()
    assert cast.untouched
    assert cast.hop.calls.count("close") == 1
    assert not cast.session.begun


async def test_a_cancelled_client_does_not_cancel_the_commit(cast: Cast) -> None:
    """Once the content is complete the delivery is seen through, though nobody waits for the reply any more."""
    cast.hop.gate.clear()
    (await cast.address()).add(MESSAGE)
    waiting = asyncio.create_task(cast.session.finish())
    await cast.hop.reached.wait()
    waiting.cancel()
    await asyncio.wait([waiting])
    assert waiting.cancelled()
    cast.session.reset()
    assert cast.hop.calls == ["rcpt"]
    cast.hop.gate.set()
    await cast.settled()
    assert len(cast.hop.taken) == 1
    assert cast.hop.calls.count("close") == 1
    assert cast.journal.outcomes == ["delivered"]


@pytest.mark.parametrize(
    ("score", "failure", "code"),
    [(HAM, None, 250), (HELD, None, 250), (HAM, SOON, 451), (HAM, RuntimeError("a bug"), 451), (1.5, "second", 250)],
)
async def test_a_log_that_fails_changes_no_reply(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, score: float, failure: Any, code: int
) -> None:
    """What was done is answered and noted though not a line of it can be logged: a 451 would bring it a second time."""
    cast.group(STRICT, EVE)
    cast.judge.score = score
    if failure:
        cast.hop.says["deliver 2" if failure == "second" else "deliver"] = SOON if failure == "second" else failure
    monkeypatch.setattr(told, "log", Broken())
    assert codes(await cast.send(MESSAGE, BOB, EVE)) == [code, code]
    assert len(cast.hop.taken) + len(cast.quarantine.held) == {HAM: 1 if code == 250 else 0, HELD: 2, 1.5: 2}[score]
    assert cast.hop.calls.count("close") == 1


async def test_one_line_in_the_log_for_a_transaction(cast: Cast, logged: list[Any]) -> None:
    """The log has one event for a transaction, with what was decided and said, and nothing of the message itself."""
    await cast.send(MESSAGE, BOB, EVE)
    (event,) = [event for event in logged if event["event"] == "transaction"]
    assert (event["action"], event["outcome"]) == ("deliver", "delivered")
    assert event["next_hop"] == str(QUEUED)
    assert (event["client"], event["helo"]) == ("192.0.2.7", "client.test")
    assert (event["sender"], event["recipients"], event["octets"]) == ("ann@example.org", 2, len(MESSAGE))
    assert "Lunch" not in str(logged)
    assert "noon" not in str(logged)
