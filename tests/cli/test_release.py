from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from actors import HELD, MESSAGE, SECONDS, NextHop, verdict

from filter.cli import release as module
from filter.cli.release import Outcome, release_one, released
from filter.config.schema import Config
from filter.errors import StoreError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.store.quarantine import Quarantine, State

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
ENVELOPE = Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net", "cy@example.net"))


@pytest.fixture
def quarantine(tmp_path: Path) -> Iterator[Quarantine]:
    with closing(Quarantine(f"sqlite:///{tmp_path}/quarantine.db")) as opened:
        yield opened


def hold(quarantine: Quarantine, content: bytes = MESSAGE, envelope: Envelope | None = ENVELOPE) -> str:
    return quarantine.hold(Mail(content, envelope), verdict(HELD), Disposition(Action.QUARANTINE, "spam"), NOON)


async def run(quarantine: Quarantine, id_: str, **next_hop: Any) -> Outcome:
    """A release, in a thread of its own so that the next hop can answer meanwhile."""
    config = Config.model_validate({"next_hop": next_hop, "relay": {"hostname": "relay.test"}})
    return await asyncio.to_thread(release_one, quarantine, config, id_)


def to_server(hop: NextHop) -> dict[str, Any]:
    times = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SECONDS)
    return {"kind": "lmtp" if hop.lmtp else "smtp", "servers": [f"127.0.0.1:{hop.port}"], **times}


async def test_the_next_hop_gets_the_held_octets_behind_one_line(quarantine: Quarantine) -> None:
    """The envelope is as it was, the content octet for octet behind X-Sievert-Released, and the 250 is passed on."""
    id_ = hold(quarantine)
    async with NextHop().running() as hop:
        outcome = await run(quarantine, id_[:12], **to_server(hop))
    assert outcome == Outcome(id_, True, "250 2.0.0 queued as 4711")
    (content,) = hop.accepted
    line, _, rest = content.partition(b"\r\n")
    assert rest == MESSAGE
    when = quarantine.show(id_).changed
    assert line == f"X-Sievert-Released: {id_}; {when:%Y-%m-%dT%H:%M:%SZ}".encode()
    assert hop.heard[1:4] == ["MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>", "RCPT TO:<cy@example.net>"]
    assert quarantine.show(id_).state is State.RELEASED


@pytest.mark.parametrize(
    ("moment", "reply"),
    [("MAIL", "451 4.3.0 not now"), ("RCPT", "550 5.1.1 no such user"), ("DATA", "452 4.3.1 full"), ("dot", "554 5.7.1 spam")],
)
async def test_a_refused_message_stays_held(quarantine: Quarantine, moment: str, reply: str) -> None:
    """Whatever the next hop refuses, the message stays held, nobody has it, and the reply is told."""
    id_ = hold(quarantine)
    async with NextHop(says={moment: reply}).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert not outcome.released
    assert reply in outcome.reply
    assert hop.accepted == []
    assert quarantine.show(id_).state is State.HELD


async def test_one_refused_recipient_stops_it_for_all(quarantine: Quarantine) -> None:
    """Where the next hop refuses a recipient, it is named and no content is sent."""
    id_ = hold(quarantine)
    async with NextHop(says={"RCPT": "550 5.1.1 no such user"}).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert "<bob@example.net>" in outcome.reply
    assert "DATA" not in hop.heard


async def test_lmtp_takes_it_for_every_recipient(quarantine: Quarantine) -> None:
    """Over LMTP there is a reply for each recipient; where all are positive the first of them is the outcome's."""
    id_ = hold(quarantine)
    async with NextHop(lmtp=True, says={"dot 2": "250 2.0.0 for the second"}).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert outcome == Outcome(id_, True, "250 2.0.0 queued as 4711")
    assert hop.heard[0] == "LHLO relay.test"
    assert quarantine.show(id_).state is State.RELEASED


@pytest.mark.parametrize(("refused", "who"), [("dot 1", "bob@example.net"), ("dot 2", "cy@example.net")])
async def test_lmtp_may_take_it_for_some_only(quarantine: Quarantine, refused: str, who: str) -> None:
    """Whoever was refused is named with the reply; it counts as released, or the others would have it twice."""
    id_ = hold(quarantine)
    async with NextHop(lmtp=True, says={refused: "452 4.2.2 over quota"}).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert outcome == Outcome(id_, True, f"250 2.0.0 queued as 4711; not for {who}: 452 4.2.2 over quota")
    assert len(hop.accepted) == 1
    assert quarantine.show(id_).state is State.RELEASED


async def test_lmtp_that_takes_it_for_nobody_leaves_it_held(quarantine: Quarantine) -> None:
    """Where every recipient is refused nobody has it: the first refusal is told, and it can be released again."""
    id_ = hold(quarantine)
    async with NextHop(lmtp=True, says={"dot 1": "550 5.1.1 gone", "dot 2": "452 4.2.2 over quota"}).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
        assert (outcome.released, outcome.reply) == (False, "the next hop says 550 5.1.1 gone")
        assert quarantine.show(id_).state is State.HELD
        hop.says.clear()
        assert (await run(quarantine, id_, **to_server(hop))).released


async def test_the_next_server_takes_it_where_the_first_is_down(quarantine: Quarantine) -> None:
    """A release tries the servers in their order, as the relay does."""
    async with NextHop().running() as down:
        port = down.port
    async with NextHop().running() as hop:
        servers = [f"127.0.0.1:{port}", f"127.0.0.1:{hop.port}"]
        outcome = await run(quarantine, hold(quarantine), **{**to_server(hop), "servers": servers})
    assert outcome.released


@pytest.mark.parametrize("moment", ["greeting", "MAIL", "RCPT", "DATA"])
async def test_a_next_hop_that_hangs_up_leaves_it_held(quarantine: Quarantine, moment: str) -> None:
    """Where no content was sent it cannot have arrived: it can be released again at once."""
    id_ = hold(quarantine)
    async with NextHop(dies=moment).running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert (outcome.released, outcome.reply[:21]) == (False, "the next hop says 451")
    assert quarantine.show(id_).state is State.HELD


@pytest.mark.parametrize("lmtp", [False, True])
@pytest.mark.parametrize("how", [{"dies": "content"}, {"dies": "dot"}, {"hangs": "dot"}])
async def test_what_was_sent_and_got_no_answer_may_have_arrived(quarantine: Quarantine, how: dict[str, str], lmtp: bool) -> None:
    """It says so, stays on its way and is not sent a second time while nobody has looked."""
    id_ = hold(quarantine)
    async with NextHop(lmtp=lmtp, **how).running() as hop:  # type: ignore[arg-type]
        server = to_server(hop) | {"done_seconds": 0.3}
        outcome = await run(quarantine, id_, **server)
        again = await run(quarantine, id_, **server)
    assert outcome.released is None
    assert "it may have arrived all the same: look there first; from " in outcome.reply
    assert quarantine.show(id_).state is State.RELEASING
    assert (again.released, "is being released since" in again.reply) == (False, True)


async def test_lmtp_that_answers_for_one_only_may_have_delivered_to_the_other(quarantine: Quarantine) -> None:
    """It is not said that nobody else got it."""
    async with NextHop(lmtp=True, dies="dot 2").running() as hop:
        outcome = await run(quarantine, hold(quarantine), **to_server(hop))
    assert outcome.released
    assert "; perhaps not for cy@example.net: 451" in outcome.reply


async def test_a_maildir_that_cannot_be_written_has_not_got_it(quarantine: Quarantine, tmp_path: Path) -> None:
    """What failed there was taken back: it is held, and can be released again at once."""
    (tmp_path / "mail").write_text("no folder")
    id_ = hold(quarantine)
    outcome = await run(quarantine, id_, kind="maildir", path=str(tmp_path / "mail"))
    assert outcome.released is False
    assert quarantine.show(id_).state is State.HELD


async def test_a_next_hop_that_is_not_there_is_told_with_its_cause(quarantine: Quarantine) -> None:
    """Nothing listening is told as such, not only as a temporary failure."""
    async with NextHop().running() as hop:
        port = hop.port
    outcome = await run(quarantine, hold(quarantine), kind="smtp", servers=[f"127.0.0.1:{port}"])
    assert "connect" in outcome.reply.lower()


async def test_a_maildir_is_made_where_it_is_missing(quarantine: Quarantine, tmp_path: Path) -> None:
    """A release into a Maildir that nothing was delivered to yet makes it."""
    outcome = await run(quarantine, hold(quarantine), kind="maildir", path=str(tmp_path / "mail"))
    assert outcome.released
    (file,) = (tmp_path / "mail" / "new").iterdir()
    assert file.read_bytes().endswith(b"Z\r\n" + MESSAGE)


async def test_eight_bit_mail_and_addresses_are_announced(quarantine: Quarantine) -> None:
    """Content beyond ASCII goes out as 8BITMIME (RFC 6152), an address beyond it with SMTPUTF8 (RFC 6531)."""
    id_ = hold(quarantine, b"Subject: x\r\n\r\n\xc3\xa9\r\n", Envelope(sender="", recipients=("rené@example.net",)))
    async with NextHop().running() as hop:
        assert (await run(quarantine, id_, **to_server(hop))).released
    assert hop.heard[1] == "MAIL FROM:<> BODY=8BITMIME SMTPUTF8"


async def test_what_was_not_held_from_smtp_cannot_be_sent(quarantine: Quarantine) -> None:
    """Mail without recipients stays held and says why."""
    async with NextHop().running() as hop:
        outcome = await run(quarantine, hold(quarantine, envelope=None), **to_server(hop))
    assert "no recipients" in outcome.reply
    assert hop.heard == []


async def test_a_message_is_released_once(quarantine: Quarantine) -> None:
    """What is released or deleted already is not sent again, and an unknown id is told."""
    sent, gone = hold(quarantine), hold(quarantine)
    quarantine.delete(gone, NOON)
    async with NextHop().running() as hop:
        assert (await run(quarantine, sent, **to_server(hop))).released
        again = [await run(quarantine, id_, **to_server(hop)) for id_ in (sent, gone, "zzz")]
    assert [outcome.released for outcome in again] == [False] * 3
    assert len(hop.accepted) == 1
    assert ["released already" in again[0].reply, "deleted already" in again[1].reply, "'zzz'" in again[2].reply] == [True] * 3


async def test_two_releases_at_once_send_one_message(quarantine: Quarantine, tmp_path: Path) -> None:
    """Of two that release the same message at the same time, by connections of their own, one sends it and the other says so."""
    id_ = hold(quarantine)
    with closing(Quarantine(f"sqlite:///{tmp_path}/quarantine.db")) as other:
        async with NextHop().running() as hop:
            both = await asyncio.gather(*(run(one, id_, **to_server(hop)) for one in (quarantine, other)))
    assert len(hop.accepted) == 1
    (refused,) = [outcome.reply for outcome in both if not outcome.released]
    assert "being released since" in refused or "released already" in refused


@pytest.mark.parametrize(
    ("moment", "state"), [("greeting", State.HELD), ("RCPT", State.HELD), ("DATA", State.HELD), ("dot", State.RELEASING)]
)
async def test_a_release_broken_off_is_held_unless_it_may_have_arrived(
    quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch, moment: str, state: State
) -> None:
    """Ctrl-C, like a bug, frees the message at once while the next hop cannot have it, and not when it might."""
    id_, send = hold(quarantine), module._send

    async def interrupted(*arguments: Any) -> object:
        raise KeyboardInterrupt from (await asyncio.gather(asyncio.wait_for(send(*arguments), 0.5), return_exceptions=True))[0]

    monkeypatch.setattr(module, "_send", interrupted)
    async with NextHop(hangs=moment).running() as hop:
        with pytest.raises(KeyboardInterrupt) as broken:
            await run(quarantine, id_, **to_server(hop))
    assert quarantine.show(id_).state is state
    (note,) = broken.value.__notes__
    assert note.startswith(f"{id_}: broken off")
    assert ("it may have arrived" in note) is (state is State.RELEASING)


async def test_a_next_hop_that_never_ends_is_told(quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release has a time by which it ends, whatever the next hop does; the message is held then."""
    monkeypatch.setattr(module, "RELEASE_SECONDS", 0.2)
    id_ = hold(quarantine)
    async with NextHop(hangs="RCPT").running() as hop:
        outcome = await run(quarantine, id_, **to_server(hop))
    assert outcome.reply == "the next hop took over 0.2 seconds"
    assert quarantine.show(id_).state is State.HELD


async def test_a_release_that_cannot_be_noted_says_that_it_was_sent(quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the next hop took the message and the quarantine failed then, the outcome tells both."""

    def fail(id_: str, when: datetime, taken: bool) -> None:
        raise StoreError("disk full")

    monkeypatch.setattr(quarantine, "end_release", fail)
    async with NextHop().running() as hop:
        outcome = await run(quarantine, hold(quarantine), **to_server(hop))
    assert outcome.released is None
    assert outcome.reply == "the next hop took it (250 2.0.0 queued as 4711), but that could not be noted: disk full"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (b"X-Sievert-Released: forged\r\nSubject: x\r\n\r\n", b"Subject: x\r\n\r\n"),
        (b" continued\r\n\r\n", b"X-Sievert-Defect: continuation before the first header\r\n continued\r\n\r\n"),
        (b"no header at all", b"no header at all"),
    ],
)
def test_our_line_stands_alone(quarantine: Quarantine, content: bytes, kept: bytes) -> None:
    """A forged copy of our header goes, and a first line of white space cannot continue ours."""
    message = quarantine.show(hold(quarantine, content))
    assert released(message, NOON) == f"X-Sievert-Released: {message.id}; 2024-05-01T12:00:00Z\r\n".encode() + kept
