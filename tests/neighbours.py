"""Programs beside the relay, each started in a folder of its own and stopped afterwards: Postfix, smtp-sink, `sievert serve`.

Also a certificate, clients, and the blocks of docs/postfix.md. Nothing here checks anything.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from actors import Client, unavailable
from host import listening, output, public_folder, running, until

from filter.store.journal import Entry, Journal

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "postfix.md"

# The services every Postfix has; here none is chrooted.
SERVICES = """
postlog   unix-dgram n  -       n       -       1       postlogd
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
proxymap  unix  -       -       n       -       -       proxymap
smtp      unix  -       -       n       -       -       smtp
relay     unix  -       -       n       -       -       smtp
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
scache    unix  -       -       n       -       1       scache
anvil     unix  -       -       n       -       1       anvil
"""
QUEUES = ("maildrop", "incoming", "active", "deferred", "hold")
FOLDERS = (
    "data",
    *(f"queue/{name}" for name in (*QUEUES, "pid", "public", "private", "bounce", "corrupt", "defer", "flush", "saved", "trace")),
)
# What a test's Postfix has of its own: folders, log, name, and where its mail goes.
MAIN = """compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
myhostname = mx.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = loopback-only
inet_protocols = all
alias_maps =
relayhost = [127.0.0.1]:{final}
smtp_tls_security_level = none
"""


def block(first_line: str) -> str:
    """The block of docs/postfix.md that begins with this comment."""
    (found,) = re.findall(rf"```\w+\n(# {re.escape(first_line)}\n.*?)```", PAGE.read_text(), re.DOTALL)
    return str(found)


def certificate(openssl: str, folder: Path) -> tuple[Path, Path]:
    """A certificate of our own making for relay.test, and its key."""
    made, key = folder / "relay.pem", folder / "relay.key"
    about = ("-subj", "/CN=relay.test", "-addext", "subjectAltName=DNS:relay.test", "-days", "2", "-nodes")
    kind = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
    output(openssl, "req", "-x509", *kind, *about, "-out", str(made), "-keyout", str(key))
    return made, key


class Postfix:
    """A Postfix that runs. `settled` waits until its queue is empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def log(self) -> str:
        """What it logged."""
        file = self.folder / "log"
        return file.read_text() if file.exists() else ""

    def queued(self) -> list[Path]:
        """The files of its queue."""
        return [file for queue in QUEUES for file in (self.folder / "queue" / queue).rglob("*") if file.is_file()]

    async def settled(self) -> None:
        """Wait until everything it took is delivered."""
        await until(lambda: not self.queued(), lambda: self.log)


@asynccontextmanager
async def postfix(find: Callable[[str], str], final: int, main: str, *services: str, ports: tuple[int, ...]) -> AsyncIterator[Postfix]:
    """A Postfix whose mail ends at the server on port `final`; `main` and `services` go into its files as they are.

    `find` finds its programs, `ports` are the ones that it will listen on.
    """
    daemons = output(find("postconf"), "-hd", "daemon_directory").strip()
    if os.geteuid() != 0:
        unavailable("postfix must be started by root")
    with public_folder() as folder:
        (folder / "etc").mkdir()
        (folder / "etc" / "main.cf").write_text(MAIN.format(folder=folder, final=final) + main)
        (folder / "etc" / "master.cf").write_text(SERVICES + "\n".join(services))
        os.utime(folder / "etc" / "main.cf", (0, 0))  # it waits until a new file is two seconds old
        for name in FOLDERS:
            (folder / name).mkdir(parents=True)
            shutil.chown(folder / name, "root" if name == "queue/pid" else "postfix", "postdrop")
        started = Postfix(folder)
        # What `postfix start` starts after a second of checks.
        async with running(f"{daemons}/master", "-s", "-c", str(folder / "etc"), log=folder / "log"):
            await until(lambda: all(map(listening, ports)), lambda: started.log)
            yield started


@asynccontextmanager
async def sink(find: Callable[[str], str], *options: str, port: int) -> AsyncIterator[Path]:
    """smtp-sink on a port; gives a folder that has its `log`, and what it dumps with `-d dump.`."""
    with public_folder(0o777) as folder:
        user = ("-u", "nobody") if os.geteuid() == 0 else ()  # it will not run as root
        command = (find("smtp-sink"), *user, *options, f"127.0.0.1:{port}", "100")
        async with running(*command, log=folder / "log", cwd=folder):
            await until(lambda: listening(port), (folder / "log").read_text)
            yield folder


class Sievert:
    """A `sievert serve` that runs, with everything it keeps in its folder."""

    def __init__(self, folder: Path, process: asyncio.subprocess.Process) -> None:
        self.folder = folder
        self.process = process

    @property
    def said(self) -> str:
        """What it announced and logged."""
        return (self.folder / "said").read_text()

    @property
    def ports(self) -> list[int]:
        """The ports of its listeners."""
        return [int(port) for port in re.findall(r"sievert: listening on \S+ port (\d+),", self.said)]

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log's lines about this."""
        lines = (json.loads(line) for line in self.said.splitlines() if line.startswith("{"))
        return [line for line in lines if line["event"] == name]

    def journal(self, limit: int = 100) -> tuple[Entry, ...]:
        """Its latest rows, newest first."""
        journal = Journal(f"sqlite:///{self.folder}/sievert-state/journal.db", create=False)
        try:
            return journal.recent(limit)
        finally:
            journal.close()


@asynccontextmanager
async def serving(folder: Path, toml: str, listeners: int = 1) -> AsyncIterator[Sievert]:
    """`sievert serve` with this configuration, once it says that it listens."""
    (folder / "sievert.toml").write_text(toml)
    command = (sys.executable, "-m", "filter", "serve", "--config", "sievert.toml")
    async with running(*command, log=folder / "said", cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        started = Sievert(folder, process)
        await until(lambda: process.returncode is not None or len(started.ports) == listeners)
        assert process.returncode is None, started.said
        yield started


async def connected(port: int, source: str = "127.0.0.1") -> Client:
    """A client with this address of ours, before the greeting."""
    return Client(*await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0)))


async def greeted(one: Client, hello: str = "EHLO") -> Client:
    """The same client after its EHLO."""
    assert (await one.reply()).startswith("220 ")
    assert (await one.say(f"{hello} client.test")).startswith("250")
    return one


async def client(port: int, source: str = "127.0.0.1", hello: str = "EHLO") -> Client:
    """A client that has greeted."""
    return await greeted(await connected(port, source), hello)
