from __future__ import annotations

import asyncio
import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from actors import MESSAGE
from actors import NextHop as Script

from filter.config import NextHop
from filter.errors import NextHopError
from filter.smtp import nexthop, replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.nexthop import Hop, MaildirHop, SmtpHop, opener, prepare_maildir, stuffed
from filter.smtp.replies import Reply

ANN = EnvelopePath("ann@example.org")
BOB = EnvelopePath("bob@example.net")


def smtp(script: Script, **more: Any) -> SmtpHop:
    settings = {"kind": "smtp", "host": "127.0.0.1", "port": script.port, "connect_seconds": 5, "reply_seconds": 5, **more}
    return SmtpHop(NextHop.model_validate(settings), "relay.test")


async def through(hop: Hop, content: bytes = MESSAGE, sender: EnvelopePath = ANN, recipient: EnvelopePath = BOB) -> Reply:
    """A whole transaction; NextHopError where a step was refused."""
    try:
        for reply in (await hop.mail(sender), await hop.rcpt(recipient)):
            if not reply.accepted:
                raise NextHopError(reply.code, reply.text)
        return await hop.deliver(content)
    finally:
        await hop.close()


async def test_a_message_goes_through() -> None:
    """The next hop gets the commands, the octets and a QUIT, and its own 250 comes back."""
    async with Script().running() as script:
        reply = await through(smtp(script))
    assert script.heard == ["EHLO relay.test", "MAIL FROM:<ann@example.org>", "RCPT TO:<bob@example.net>", "DATA", "QUIT"]
    assert script.accepted == [MESSAGE]
    assert str(reply) == "250 2.0.0 queued as 4711"


@pytest.mark.parametrize("moment", ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "dot"])
@pytest.mark.parametrize("how", ["dies", "hangs"])
async def test_a_next_hop_that_fails_at_any_moment_is_temporary(moment: str, how: str) -> None:
    """Dead or silent, in whatever phase: a 4xx, and nothing counts as delivered."""
    async with Script(**{how: moment}).running() as script:
        with pytest.raises(NextHopError) as error:
            await through(smtp(script, connect_seconds=0.2, reply_seconds=0.2))
    assert error.value.code == 451
    assert script.accepted == []


async def test_a_next_hop_that_is_not_there_is_temporary() -> None:
    """Nobody listening is a 451."""
    async with Script().running() as script:
        pass
    with pytest.raises(NextHopError) as error:
        await through(smtp(script))
    assert error.value.code == 451


@pytest.mark.parametrize(
    ("moment", "said", "heard"),
    [
        ("greeting", "554 5.7.1 go away", "451 "),
        ("greeting", "nonsense", "451 "),
        ("MAIL", "550 5.1.8 bad sender", "550 5.1.8 bad sender"),
        ("MAIL", "421 4.3.2 closing", "451 "),
        ("RCPT", "550-5.1.1 no\r\n550 5.1.1 such user", "550 5.1.1 no\n5.1.1 such user"),
        ("RCPT", "450 4.2.0 greylisted", "450 4.2.0 greylisted"),
        ("RCPT", "354 what", "451 "),
        ("DATA", "554 5.5.1 no", "554 5.5.1 no"),
        ("DATA", "250 what", "451 "),
        ("dot", "552 5.2.2 mailbox full", "552 5.2.2 mailbox full"),
        ("dot", "452 4.2.2 mailbox full", "452 4.2.2 mailbox full"),
        ("dot", "251 what", "451 "),
        ("dot", "354 what", "451 "),
        ("dot", "gibberish", "451 "),
    ],
)
async def test_a_refusal_comes_back_as_it_was(moment: str, said: str, heard: str) -> None:
    """4xx and 5xx replies come back with their text, everything that makes no sense as 451, and nothing as a 250."""
    async with Script(says={moment: said}).running() as script:
        with pytest.raises(NextHopError) as error:
            await through(smtp(script))
    assert str(error.value).startswith(heard)
    assert script.accepted == []


async def test_closing_before_data_takes_nothing() -> None:
    """A transaction that is closed after RCPT ends in QUIT without DATA."""
    async with Script().running() as script:
        hop = smtp(script)
        await hop.mail(ANN)
        await hop.rcpt(BOB)
        await hop.close()
        await hop.close()
    assert script.heard[-1] == "QUIT"
    assert "DATA" not in script.heard


async def test_closing_does_not_wait_for_a_silent_next_hop(monkeypatch: pytest.MonkeyPatch) -> None:
    """A next hop that does not answer QUIT is left after QUIT_SECONDS."""
    monkeypatch.setattr(nexthop, "QUIT_SECONDS", 0.1)
    async with Script(hangs="QUIT").running() as script:
        hop = smtp(script)
        await hop.mail(ANN)
        async with asyncio.timeout(2):
            await hop.close()


async def test_what_was_not_taken_is_not_sent_after_all() -> None:
    """A next hop that stalls in the middle of the content and reads on later never sees its end: the client was told 451."""
    go_on, seen = asyncio.Event(), asyncio.get_running_loop().create_future()

    async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 next.test\r\n")
        while await reader.readline() != b"DATA\r\n":
            writer.write(b"250 ok\r\n")
        writer.write(b"354 go on\r\n")
        await go_on.wait()
        try:
            seen.set_result(await reader.read())
        except ConnectionError:
            seen.set_result(b"")
        writer.close()

    server = await asyncio.start_server(stall, "127.0.0.1", 0)
    script = Script(port=server.sockets[0].getsockname()[1])
    with pytest.raises(NextHopError):
        await through(smtp(script, reply_seconds=0.3), b"x\r\n" * 10_000_000)
    go_on.set()
    assert b"\r\n.\r\n" not in await asyncio.wait_for(seen, 10)
    server.close()


PARAMETERS = ("RET=HDRS", "ENVID=qQ+2B", "SIZE=100", "BODY=8BITMIME", "AUTH=<>", "X-Own=Yes")


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        (("DSN", "SIZE 1000", "8BITMIME", "AUTH PLAIN"), "RET=HDRS ENVID=qQ+2B SIZE=100 BODY=8BITMIME AUTH=<> X-Own=Yes"),
        (("DSN",), "RET=HDRS ENVID=qQ+2B X-Own=Yes"),
        ((), "X-Own=Yes"),
    ],
)
async def test_parameters_go_on_where_the_next_hop_knows_them(extensions: tuple[str, ...], expected: str) -> None:
    """Parameters pass in their own case and order if their extension is offered; what we do not know always passes."""
    async with Script(extensions=extensions).running() as script:
        await through(smtp(script), sender=EnvelopePath("", PARAMETERS), recipient=EnvelopePath("b@c", ("NOTIFY=NEVER",)))
    assert f"MAIL FROM:<> {expected}" in script.heard
    assert any(line.startswith("RCPT TO:<b@c>") and ("NOTIFY=NEVER" in line) == ("DSN" in extensions) for line in script.heard)


async def test_internationalised_mail_is_refused_where_it_would_be_corrupted() -> None:
    """SMTPUTF8 that the next hop lacks is a 5.6.7 at MAIL; where it is offered it goes on."""
    sender = EnvelopePath("ä@example.org", ("SMTPUTF8",))
    async with Script(extensions=("8BITMIME",)).running() as script:
        with pytest.raises(NextHopError) as error:
            await through(smtp(script), sender=sender)
    assert str(error.value) == str(replies.NEEDS_SMTPUTF8)
    async with Script().running() as script:
        await through(smtp(script), sender=sender)
    assert "MAIL FROM:<ä@example.org> SMTPUTF8" in script.heard


async def test_8_bit_content_is_refused_where_it_would_be_corrupted() -> None:
    """8-bit octets for a next hop without 8BITMIME are a 5.6.3, 7-bit ones declared 8BITMIME go on."""
    sender = EnvelopePath("a@b", ("BODY=8BITMIME",))
    async with Script(extensions=()).running() as script:
        with pytest.raises(NextHopError) as error:
            await through(smtp(script), MESSAGE + b"\xff\r\n", sender)
        await through(smtp(script), MESSAGE, sender)
    assert str(error.value) == str(replies.NEEDS_8BIT)
    assert script.accepted == [MESSAGE]


async def test_a_next_hop_without_ehlo_is_greeted_with_helo() -> None:
    """RFC 5321 3.2: where EHLO is refused HELO follows."""
    async with Script(says={"EHLO": "502 what"}).running() as script:
        await through(smtp(script))
    assert script.heard[:2] == ["EHLO relay.test", "HELO relay.test"]
    assert script.accepted == [MESSAGE]


@pytest.mark.parametrize("content", [b"", b".\r\n", b"\r\n.\r\n", b"." * 70_000 + b"\r\n"])
async def test_octets_arrive_unchanged(content: bytes) -> None:
    """Dots, empty content and endless lines arrive as they are."""
    async with Script().running() as script:
        await through(smtp(script), content)
    assert script.accepted == [content]


def test_content_without_a_last_line_end_gets_one() -> None:
    """The end of data begins on a line of its own."""
    assert stuffed(b"a") == b"a\r\n.\r\n"


def maildir(folder: Path) -> MaildirHop:
    prepare_maildir(folder)
    return MaildirHop(folder, "relay.test")


def files(folder: Path, inner: str) -> list[Path]:
    return sorted((folder / inner).iterdir())


async def test_a_maildir_gets_the_message_behind_its_traces(tmp_path: Path) -> None:
    """One file in new with Return-Path and Delivered-To in front of the very octets, readable by its owner alone."""
    hop = maildir(tmp_path / "m")
    await hop.mail(ANN)
    for name in ("bob", "eve"):
        assert (await hop.rcpt(EnvelopePath(f"{name}@example.net"))) == replies.RECIPIENT_OK
    reply = await hop.deliver(MESSAGE)
    traces = b"Return-Path: <ann@example.org>\r\nDelivered-To: bob@example.net\r\nDelivered-To: eve@example.net\r\n"
    (file,) = files(tmp_path / "m", "new")
    assert file.read_bytes() == traces + MESSAGE
    assert reply.code == 250
    assert file.name in reply.text
    assert stat.S_IMODE((tmp_path / "m" / "new").stat().st_mode) == 0o700


async def test_a_maildir_delivery_is_durable_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is synced while it is in tmp, and the folder new after the rename."""
    synced: list[tuple[str, int]] = []
    real = os.fsync

    def watch(descriptor: int) -> None:
        synced.append((str(Path(f"/proc/self/fd/{descriptor}").readlink()), len(files(tmp_path / "m", "new"))))
        real(descriptor)

    hop = maildir(tmp_path / "m")
    monkeypatch.setattr(os, "fsync", watch)
    await through(hop)
    (first, before), (second, after) = synced
    assert Path(first).parent == tmp_path / "m" / "tmp"
    assert (Path(second), before, after) == (tmp_path / "m" / "new", 0, 1)


@pytest.mark.parametrize(
    ("code", "reply"),
    [(errno.ENOSPC, replies.DISK_FULL), (errno.EDQUOT, replies.DISK_FULL), (errno.EIO, replies.LOCAL_ERROR)],
)
async def test_a_disk_that_fails_is_temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reply: Reply) -> None:
    """A full or broken disk is a 4xx, and leaves no file behind."""

    def fail(descriptor: int) -> None:
        raise OSError(code, "no")

    hop = maildir(tmp_path / "m")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NextHopError) as error:
        await through(hop)
    assert str(error.value) == str(reply)
    assert files(tmp_path / "m", "tmp") == files(tmp_path / "m", "new") == []


async def test_maildir_names_are_unique(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many deliveries at once, even in the same microsecond, are as many files."""
    monkeypatch.setattr(nexthop.time, "time_ns", lambda: 1_700_000_000_000_000_000)
    prepare_maildir(tmp_path / "m")
    await asyncio.gather(*(through(MaildirHop(tmp_path / "m", "a/b:c")) for _ in range(50)))
    assert len(files(tmp_path / "m", "new")) == 50


def test_the_kind_decides(tmp_path: Path) -> None:
    """`kind` picks the hop, and each transaction gets its own."""
    make = opener(NextHop(kind="maildir", path=tmp_path), "relay.test")
    assert isinstance(make(), MaildirHop)
    assert make() is not make()
    assert isinstance(opener(NextHop(kind="smtp"), "relay.test")(), SmtpHop)
