"""`sievert serve` and the history of correspondents."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from actors import Client
from host import until
from served import configure, serving

HISTORY = '[site]\ndomains = ["example.net"]\n[history]\nurl = "sqlite:///history.db"'


def mails(folder: Path) -> int:
    """How many mails are counted under the address that wrote most."""
    with closing(sqlite3.connect(folder / "history.db")) as database:
        return int(database.execute("SELECT max(count) FROM counts").fetchone()[0] or 0)


async def test_what_is_delivered_is_remembered(tmp_path: Path) -> None:
    """Across restarts, by the time it has ended."""
    configure(tmp_path, HISTORY)
    for count in (1, 2):
        async with serving(tmp_path) as served:
            client = await Client.greeted(await served.port())
            content = f"From: Ann <ann@example.org>\r\nMessage-ID: <{count}@x>\r\n\r\nHello\r\n.\r\n"
            assert (await client.send(content.encode())).startswith("250 ")
            served.process.send_signal(signal.SIGTERM)
            assert await served.ended() == 0
        assert mails(tmp_path) == count


async def test_none_is_made_where_none_is_kept(tmp_path: Path) -> None:
    """With 0 days mail passes and nothing is remembered."""
    configure(tmp_path, HISTORY + "\ndays = 0")
    async with serving(tmp_path) as served:
        assert (await (await Client.greeted(await served.port())).send()).startswith("250 ")
    assert not (tmp_path / "history.db").exists()


async def test_a_history_that_broke_stops_nobody(tmp_path: Path) -> None:
    """A worker that cannot open it, or a start with it, says so and relays without it."""
    configure(tmp_path, HISTORY)
    async with serving(tmp_path) as served:
        port = await served.port()
        (worker,) = served.workers()
        for name in ("history.db-wal", "history.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        (tmp_path / "history.db").write_bytes(b"no database" * 1000)
        os.kill(worker, signal.SIGKILL)
        await until(lambda: bool(served.logged("history not asked")), "a worker without a history")
        assert (await (await Client.greeted(port)).send()).startswith("250 ")
    async with serving(tmp_path) as served:
        assert (await (await Client.greeted(await served.port())).send()).startswith("250 ")
        assert "history.db: file is not a database" in served.errors()
        assert served.logged("no history")


async def test_a_history_of_another_kind(tmp_path: Path) -> None:
    """What cannot be a history is wrong in the configuration: there is no start with it."""
    configure(tmp_path, HISTORY.replace("sqlite:///history.db", "mysql://nowhere.invalid/history"))
    async with serving(tmp_path) as served:
        assert await served.ended() == 2
        assert "expected sqlite or postgresql" in served.errors()
