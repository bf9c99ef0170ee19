from __future__ import annotations

import asyncio
import errno
import os
import stat
import threading
from pathlib import Path

import pytest
from actors import MESSAGE
from servers import ANN, BOB, EVE, FAY, begun

from filter.errors import NextHopError
from filter.smtp import maildir as maildirs
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.maildir import MaildirHop, prepare_maildir
from filter.smtp.replies import Reply
from filter.smtp.stamp import Stamped

STAMPED = Stamped(b"Received: x\r\n", b"X-Spam-Flag: NO\r\n" + MESSAGE, 17)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A Maildir."""
    prepare_maildir(tmp_path / "m")
    return tmp_path / "m"


def files(folder: Path, inner: str) -> list[Path]:
    return sorted((folder / inner).iterdir())


def everything(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


async def through(folder: Path, hostname: str = "relay.test") -> Reply:
    """A whole transaction for one recipient."""
    hop = MaildirHop(folder, hostname, ANN.address)
    await begun(hop, BOB)
    (reply,) = await hop.deliver(STAMPED, (0,))
    await hop.close()
    return reply


async def test_a_maildir_gets_the_message_behind_its_traces(folder: Path) -> None:
    """One file in new with Return-Path and Delivered-To in front of the very octets, and its name in the reply."""
    hop = MaildirHop(folder, "relay.test", ANN.address)
    assert [await hop.rcpt(one) for one in (BOB, EVE)] == [replies.RECIPIENT_OK] * 2
    first, second = await hop.deliver(STAMPED, (0, 1))
    traces = b"Return-Path: <ann@example.org>\r\nDelivered-To: bob@example.net\r\nDelivered-To: eve@example.net\r\n"
    (file,) = files(folder, "new")
    assert file.read_bytes() == traces + b"Received: x\r\n" + MESSAGE
    assert first == second == Reply(250, f"2.0.0 {file.name}")
    assert files(folder, "tmp") == files(folder, "cur") == []


async def test_some_of_the_recipients(folder: Path) -> None:
    """Each delivery names its own recipients, and the others can have another message."""
    hop = MaildirHop(folder, "relay.test", ANN.address)
    await begun(hop, BOB, EVE, FAY)
    assert len(await hop.deliver(Stamped(b"", b"one\r\n"), (0, 2))) == 2
    assert len(await hop.deliver(Stamped(b"", b"two\r\n"), (1,))) == 1
    one, two = sorted(file.read_bytes() for file in files(folder, "new"))
    sender = b"Return-Path: <ann@example.org>\r\n"
    assert one == sender + b"Delivered-To: bob@example.net\r\nDelivered-To: fay@example.net\r\none\r\n"
    assert two == sender + b"Delivered-To: eve@example.net\r\ntwo\r\n"


async def test_addresses_of_any_script(folder: Path) -> None:
    """The null sender is empty brackets, and an internationalised recipient is written in UTF-8."""
    hop = MaildirHop(folder, "relay.test", "")
    await begun(hop, EnvelopePath("jörg@exämple.net"))
    await hop.deliver(Stamped(b"", b"\r\nx\r\n"), (0,))
    (file,) = files(folder, "new")
    assert file.read_bytes() == "Return-Path: <>\r\nDelivered-To: jörg@exämple.net\r\n\r\nx\r\n".encode()


async def test_nothing_is_delivered_before_the_content(folder: Path) -> None:
    """A transaction that is closed without content leaves no file."""
    hop = MaildirHop(folder, "relay.test", ANN.address)
    await begun(hop, BOB)
    await hop.close()
    await hop.close()
    assert files(folder, "tmp") == files(folder, "new") == []


async def test_a_maildir_delivery_is_durable_before_it_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is synced while it is in tmp and whole, and the folder new after the rename."""
    synced: list[tuple[str, int]] = []
    real = os.fsync

    def watch(descriptor: int) -> None:
        place = Path(f"/proc/self/fd/{descriptor}").readlink()
        assert place.is_dir() or place.read_bytes().endswith(MESSAGE)
        synced.append((str(place), len(files(folder, "new"))))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    await through(folder)
    (first, before), (second, after) = synced
    assert Path(first).parent == folder / "tmp"
    assert (Path(second), before, after) == (folder / "new", 0, 1)


async def test_a_delivery_given_up_may_have_arrived(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread that writes goes on without whoever waited for it."""
    go = threading.Event()
    monkeypatch.setattr(maildirs, "sync_folder", lambda _: go.wait(5))
    hop = MaildirHop(folder, "relay.test", ANN.address)
    await begun(hop, BOB)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(hop.deliver(STAMPED, (0,)), 0.1)
    go.set()
    assert hop.content_sent


@pytest.mark.parametrize("moment", ["file", "folder"])
@pytest.mark.parametrize(
    ("code", "reply"),
    [(errno.ENOSPC, replies.DISK_FULL), (errno.EDQUOT, replies.DISK_FULL), (errno.EIO, replies.LOCAL_ERROR)],
)
async def test_a_disk_that_fails_is_temporary(moment: str, code: int, reply: Reply, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full or broken disk is a 4xx at whatever moment, and leaves no file behind: the client will send the message again."""
    real = os.fsync

    def fail(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) is (moment == "folder"):
            raise OSError(code, "no")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NextHopError) as error:
        await through(folder)
    assert str(error.value) == str(reply)
    assert isinstance(error.value.__cause__, OSError)
    assert files(folder, "tmp") == files(folder, "new") == []


@pytest.mark.parametrize("missing", ["tmp", "new"])
async def test_a_maildir_that_is_gone_is_temporary(folder: Path, missing: str) -> None:
    """A folder that somebody took away is a 4xx, and the message is in none of the others."""
    (folder / missing).rmdir()
    with pytest.raises(NextHopError) as error:
        await through(folder)
    assert str(error.value) == str(replies.LOCAL_ERROR)
    assert everything(folder) == []


async def test_maildir_names_are_unique(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many deliveries at once, even in the same nanosecond, are as many files, and a host's name makes no folder."""
    monkeypatch.setattr(maildirs.time, "time_ns", lambda: 1_700_000_000_000_000_000)
    await asyncio.gather(*(through(folder, "a/b:c") for _ in range(50)))
    names = [file.name for file in files(folder, "new")]
    assert len(names) == 50
    assert all(name.startswith(f"1700000000.M0P{os.getpid()}Q") and name.endswith(r".a\057b\072c") for name in names)


def test_a_maildir_is_made(tmp_path: Path) -> None:
    """Its three folders, with those above it, readable by their owner alone; one that is there is left as it is."""
    folder = tmp_path / "a" / "b"
    prepare_maildir(folder)
    (folder / "new" / "mail").write_bytes(b"x")
    prepare_maildir(folder)
    assert {inner.name: stat.S_IMODE(inner.stat().st_mode) for inner in folder.iterdir()} == dict.fromkeys(("tmp", "new", "cur"), 0o700)
    assert (folder / "new" / "mail").read_bytes() == b"x"


def test_a_maildir_that_cannot_be_made(tmp_path: Path) -> None:
    """Is an OSError before any mail is taken."""
    (tmp_path / "m").write_bytes(b"a file")
    with pytest.raises(OSError, match="m"):
        prepare_maildir(tmp_path / "m")
