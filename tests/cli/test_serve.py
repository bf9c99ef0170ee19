from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import pytest
from actors import Client, Judge, NextHop
from host import free_port
from served import REFUSING, configure, serving

from filter.assemble import Trial
from filter.config.schema import Config
from filter.errors import StoreError
from filter.judge.policy import Policies, Policy
from filter.judge.site import NOWHERE
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

serve_module = import_module("filter.cli.serve")

MAIL = b"Subject: Lunch\r\n\r\nnoon\r\n.\r\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_relays_until_told_to_stop(tmp_path: Path, number: signal.Signals) -> None:
    """It says where it listens, logs JSON without the message, and on a signal finishes what is under way and exits 0."""
    configure(tmp_path)
    async with serving(tmp_path) as served:
        line = await served.line()
        assert line.endswith(", mail goes to the Maildir maildir\n")
        client = await Client.greeted(int(re.findall(r"\d+", line)[-1]))
        await client.begin()
        served.process.send_signal(number)
        assert (await client.finish(MAIL)).startswith("250")
        assert (await client.reply()).startswith("421 ")
        assert await served.ended() == 0
        assert await served.line() == ""
    event, stopping = sorted(map(json.loads, served.errors().splitlines()), key=lambda event: event["event"] == "stopping")
    assert (stopping["event"], stopping["level"]) == ("stopping", "info")
    assert (event["event"], event["level"], event["outcome"]) == ("transaction", "info", "delivered")
    assert "Lunch" not in served.errors()
    assert len(list((tmp_path / "maildir" / "new").iterdir())) == 1


async def test_without_a_configuration_the_defaults_hold(tmp_path: Path) -> None:
    """All that it keeps lies under sievert-state in the folder it was started in."""
    async with serving(tmp_path, "--") as served:
        client = await Client.greeted(await served.port())
        assert (await client.send()).startswith("250 ")
        stores = {f"sievert-state/{name}" for name in ("quarantine.db", "quarantine.db-reserve", "journal.db", "history.db")}
        (mail,) = served.kept() - {"errors"} - stores
    assert mail.startswith("sievert-state/maildir/new/")


async def test_every_listener_is_told(tmp_path: Path) -> None:
    """A line for each, in their order, with where mail goes; each speaks its own protocol."""
    listen = f'[[listen]]\nport = {free_port()}\n[[listen]]\nport = {free_port()}\nprotocol = "lmtp"\n'
    configure(tmp_path, listen=listen)
    async with NextHop().running() as hop:
        text = (tmp_path / "sievert.toml").read_text()
        servers = f'kind = "smtp"\nservers = ["127.0.0.1:{hop.port}", "[::1]:{hop.port}"]'
        (tmp_path / "sievert.toml").write_text(text.replace('path = "maildir"', servers))
        async with serving(tmp_path) as served:
            lines = [await served.line(), await served.line()]
            asked = re.findall(r"port = (\d+)", listen)
            where = f"mail goes to 127.0.0.1:{hop.port}, else [::1]:{hop.port}"
            assert lines == [f"sievert: listening on 127.0.0.1 port {port}, {where}\n" for port in asked]
            for port, hello in zip(asked, ("EHLO", "LHLO"), strict=True):
                assert (await (await Client.greeted(int(port), hello)).send(MAIL[:-3])).startswith("250 ")
    assert len(hop.accepted) == 2


def no_model(folder: Path) -> str:
    (folder / "model").mkdir()
    (folder / "model" / "manifest.json").write_text("{}")
    return '[model]\npath = "model"'


def no_folder(folder: Path) -> str:
    (folder / "maildir").touch()
    return ""


def no_certificate(folder: Path) -> str:
    (folder / "c.pem").write_text("none")
    return '[[listen]]\nport = 0\nhost = "127.0.0.2"\ntls = "required"\ntls_certificate = "c.pem"'


def no_quarantine(folder: Path) -> str:
    (folder / "quarantine.db").mkdir()
    return ""


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda _: "[[listen]]\nprot = 1", "listen.1.prot: unknown key; did you mean listen.port?"),
        (lambda _: '[[listen]]\nhost = "192.0.2.1"', "cannot relay on 192.0.2.1 port 10025: "),
        (no_model, "model"),
        (lambda _: '[rules]\npath = "none"', "none"),
        (no_quarantine, "quarantine.db: unable to open database file"),
        (no_certificate, "TLS cannot be set up"),
        (no_folder, "the Maildir cannot be used"),
    ],
)
async def test_what_it_cannot_start_with_is_exit_status_2(tmp_path: Path, spoil: Callable[[Path], str], told: str) -> None:
    """What is wrong stands on stderr, without a traceback and in a line or two, nothing listens, and the status is 2."""
    configure(tmp_path, spoil(tmp_path))
    async with serving(tmp_path) as served:
        assert await served.ended() == 2
        assert await served.line() == ""
    assert told in served.errors()
    assert "Traceback" not in served.errors()
    assert 1 <= len([line for line in served.errors().splitlines() if not line.startswith("{")]) <= 2


async def test_a_port_that_is_taken_is_exit_status_2(tmp_path: Path) -> None:
    """Taken by another program or by another relay: two would share the mail by chance."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        configure(tmp_path, listen=f"[[listen]]\nport = {port}\n")
        async with serving(tmp_path) as served:
            assert await served.ended() == 2
            assert served.errors().startswith(f"sievert: cannot relay on 127.0.0.1 port {port}: ")
    async with serving(tmp_path) as first:
        assert await first.port() == port
        (tmp_path / "again").mkdir()
        (tmp_path / "again" / "sievert.toml").write_bytes((tmp_path / "sievert.toml").read_bytes())
        async with serving(tmp_path / "again") as served:
            assert await served.ended() == 2
            assert served.errors().startswith(f"sievert: cannot relay on 127.0.0.1 port {port}: ")
        assert (await (await Client.greeted(port)).send()).startswith("250 ")


async def test_a_next_hop_that_is_silent_keeps_nobody_from_starting(tmp_path: Path) -> None:
    """Mail servers that do not answer are found out later: what they take from a start is less than the time a worker has for it."""
    configure(tmp_path)
    async with NextHop(hangs="greeting").running() as hop:
        text = (tmp_path / "sievert.toml").read_text()
        servers = f'kind = "smtp"\nservers = ["127.0.0.1:{hop.port}"]\nconnect_seconds = 20'
        (tmp_path / "sievert.toml").write_text(text.replace('path = "maildir"', servers))
        async with serving(tmp_path) as served:
            client = await Client.connect(await served.port())
            assert (await client.reply()).startswith("220 ")


async def test_sighup_loads_everything_anew(tmp_path: Path) -> None:
    """New thresholds hold for new sessions; a session that was open goes on under the old ones, to its end."""
    configure(tmp_path)
    async with serving(tmp_path) as served:
        port = await served.port()
        old = await Client.greeted(port)
        await old.begin()
        configure(tmp_path, REFUSING)
        await served.hung_up("reloaded")
        new = await Client.greeted(port)
        assert (await new.send()).startswith("550 ")
        assert (await old.finish(MAIL)).startswith("250 ")
        assert (await old.send()).startswith("250 ")
        assert (await old.say("QUIT")).startswith("221 ")
        assert (await new.send()).startswith("550 ")
        served.process.terminate()
        assert await served.ended() == 0
    assert len(list((tmp_path / "maildir" / "new").iterdir())) == 2


async def test_what_is_wrong_on_sighup_leaves_the_old_in_force(tmp_path: Path) -> None:
    """Whatever cannot be loaded is logged with its cause, time and again, and all clients are served as before."""
    configure(tmp_path)
    async with serving(tmp_path) as served:
        port = await served.port()
        old = await Client.greeted(port)
        for spoil in (lambda _: "[[listen]]\nprot = 1", no_model, no_certificate, lambda _: '[rules]\npath = "none"'):
            configure(tmp_path, REFUSING, spoil(tmp_path))
            event = await served.hung_up("not reloaded")
            assert event["level"] == "error"
            assert event.get("cause") or served.logged("worker cannot start")[0]["cause"]
            assert (await old.send()).startswith("250 ")
            assert (await (await Client.greeted(port)).send()).startswith("250 ")


async def test_a_broken_rule_never_replaces_a_good_rulebook(tmp_path: Path) -> None:
    """It is logged with its file, line and key; mail is judged by the rules in force until the file is mended."""
    rules = shutil.copytree(shipped("rules") / "bec", tmp_path / "rules" / "bec")
    good, broken = load_rulebook(rules.parent).id, rules / "gift-card-secrecy.toml"
    text = broken.read_text()
    line = text.splitlines().index("[[match.all]]") + 2
    configure(tmp_path, '[rules]\npath = "rules"\n')

    async def judged_by(port: int) -> str:
        before = set((tmp_path / "maildir" / "new").iterdir())
        assert (await (await Client.greeted(port)).send()).startswith("250 ")
        (mail,) = set((tmp_path / "maildir" / "new").iterdir()) - before
        return re.findall(r"rulebook=(\w+)", mail.read_text())[0]

    async with serving(tmp_path) as served:
        port = await served.port()
        assert await judged_by(port) == good
        broken.write_text(text.replace("[[match.all]]\nfield", "[[match.all]]\nfeild", 1))
        event = await served.hung_up("not reloaded")
        assert f"bec/gift-card-secrecy.toml:{line}: rule 'gift-card-secrecy': match.all[0].feild is not known" in event["cause"]
        assert await judged_by(port) == good
        broken.write_text(text.replace('status = "stable"', 'status = "trial"'))
        await served.hung_up("reloaded")
        assert await judged_by(port) == load_rulebook(rules.parent).id != good


async def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    """The next client is served by another process with the same configuration, and the log has the end of the first."""
    configure(tmp_path)
    async with serving(tmp_path) as served:
        port = await served.port()
        (worker,) = served.workers()
        os.kill(worker, signal.SIGKILL)
        assert (await (await Client.greeted(port)).send()).startswith("250 ")
        assert [line["pid"] for line in served.logged("worker ended")] == [worker]
        assert worker not in served.workers()


async def test_help_has_an_example(tmp_path: Path) -> None:
    """--help shows how it is called, and how it is told to load everything anew."""
    async with serving(tmp_path, "--help") as served:
        assert served.process.stdout
        out = (await served.process.stdout.read()).decode()
    assert "sievert serve --config /etc/sievert.toml" in out
    assert "kill -HUP" in out


@pytest.mark.parametrize("error", [OSError("Resource temporarily unavailable"), StoreError("database is locked")])
def test_a_worker_that_can_have_no_shadow_serves_without(error: Exception, monkeypatch: pytest.MonkeyPatch, logged: list[Any]) -> None:
    """Where the second judge cannot be forked, or its store not be opened, the log says so and mail goes on."""
    judge, closed = Judge(), list[bool]()

    class Made:
        def __init__(self, *_: object) -> None:
            if isinstance(error, OSError):
                raise error

        def close(self) -> None:
            closed.append(True)

    def opened(_: str) -> NoReturn:
        raise error

    monkeypatch.setattr(serve_module, "Apart", Made)
    monkeypatch.setattr(serve_module, "Differences", opened)
    policies = Policies(Policy())
    setup = serve_module.Setup(Config(), judge, policies, NOWHERE, Trial("t1", judge, policies))  # type: ignore[arg-type]
    with serve_module._shadow(setup) as shadow:
        assert shadow is None
    assert [event["cause"] for event in logged] == [str(error)]
    assert closed == [True] * isinstance(error, StoreError)
