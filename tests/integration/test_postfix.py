"""docs/postfix.md, tried on an own Postfix: its configuration is taken from the page, only ports and paths are replaced."""

from __future__ import annotations

import asyncio
import email
import os
import re
import shutil
import socket
import subprocess
import tempfile
import tomllib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from actors import HELD, MESSAGE, REJECTED, Client, NextHop, Stage, unavailable

PAGE = Path(__file__).parents[2] / "docs" / "postfix.md"
PUBLIC, RELAY, REINJECT = "smtp      inet", "127.0.0.1:10025", "127.0.0.1:10026"

# The services every Postfix has; here none is chrooted, and the log is a file.
SERVICES = """
postlog   unix-dgram n  -       n       -       1       postlogd
pickup    unix  n       -       n       60      1       pickup
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
discard   unix  -       -       n       -       -       discard
scache    unix  -       -       n       -       1       scache
anvil     unix  -       -       n       -       1       anvil
"""

pytestmark = pytest.mark.debian


def fence(first_line: str) -> str:
    """The block of the page that begins with this line."""
    (block,) = re.findall(rf"```\w+\n({re.escape(first_line)}\n.*?)```", PAGE.read_text(), re.DOTALL)
    return str(block)


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


class Postfix:
    """An instance of its own in a folder of its own, delivering everything to one mail server."""

    def __init__(self, program: str, folder: Path, final: int) -> None:
        self.program = program
        self.folder = folder
        self.port, self.reinject = free_port(), free_port()
        self.main = (
            f"compatibility_level = 3.6\nqueue_directory = {folder}/queue\ndata_directory = {folder}/data\n"
            f"maillog_file = {folder}/log\nmaillog_file_prefixes = {folder}\nmyhostname = mx.test\nmydestination =\n"
            f"mynetworks = 127.0.0.0/8\ninet_interfaces = loopback-only\ninet_protocols = ipv4\nalias_maps =\n"
            f"relayhost = [127.0.0.1]:{final}\nsmtp_tls_security_level = none\nsmtputf8_enable = no\n"
        )

    def write(self, relay: int, main: str, *services: str) -> None:
        """Its files: the page's blocks with the ports of this test."""

        def placed(block: str) -> str:
            moved = block.replace(PUBLIC, f"127.0.0.1:{self.port} inet")
            moved = moved.replace("[127.0.0.1]:10025", f"[127.0.0.1]:{relay}")
            return moved.replace(RELAY, f"127.0.0.1:{relay}").replace(REINJECT, f"127.0.0.1:{self.reinject}")

        (self.folder / "etc").mkdir()
        (self.folder / "queue").mkdir()
        (self.folder / "data").mkdir()
        shutil.chown(self.folder / "data", "postfix")
        (self.folder / "etc" / "main.cf").write_text(self.main + placed(main))
        (self.folder / "etc" / "master.cf").write_text(SERVICES + "\n".join(map(placed, services)))

    def run(self, command: str) -> str:
        """`postfix -c`; its output."""
        arguments = (self.program, "-c", str(self.folder / "etc"), command)
        done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=30)
        assert done.returncode == 0, f"postfix {command}: {done.stdout}{done.stderr}{self.log()}"
        return done.stdout

    def log(self) -> str:
        """What it logged."""
        file = self.folder / "log"
        return file.read_text() if file.exists() else ""


@pytest.fixture
def postfix(debian: Callable[[str], str]) -> Iterator[Callable[[int], Postfix]]:
    """Makes a Postfix that is stopped and removed afterwards."""
    program = debian("postfix")
    if os.geteuid() != 0:
        unavailable("postfix must be started by root")
    made: list[Postfix] = []

    def make(final: int) -> Postfix:
        folder = Path(tempfile.mkdtemp(prefix="sievert-postfix-"))
        folder.chmod(0o755)
        made.append(Postfix(program, folder, final))
        return made[-1]

    yield make
    for instance in made:
        if (instance.folder / "queue" / "pid" / "master.pid").exists():
            instance.run("stop")
        shutil.rmtree(instance.folder)


@asynccontextmanager
async def beside(stage: Stage, instance: Postfix, main: str, *services: str) -> AsyncIterator[Client]:
    """The relay and Postfix up together; a client of Postfix's public side."""
    stage.hand_on_to(instance.reinject)
    async with stage.relay() as relay:
        instance.write(relay.port, main, *services)
        await asyncio.to_thread(instance.run, "start")
        for _ in range(100):
            try:
                client = await Client.greeted(instance.port)
                break
            except (OSError, AssertionError):
                await asyncio.sleep(0.1)
        yield client
        await client.close()


async def arrived(final: NextHop, instance: Postfix, count: int = 1) -> None:
    """Wait until so many messages reached the final destination."""
    for _ in range(150):
        if len(final.accepted) >= count:
            return
        await asyncio.sleep(0.1)
    pytest.fail(instance.log())


BACK_IN = "# master.cf: the way back in"
BEFORE = "# master.cf: the public side, before the queue"
AFTER = ("# main.cf: after the queue", "# master.cf: the way to Sievert, after the queue")
PLAIN = f"{PUBLIC}  n       -       n       -       20      smtpd\n"


async def test_before_the_queue(stage: Stage, postfix: Callable[[int], Postfix]) -> None:
    """The page's proxy filter delivers stamped mail, DSN parameters arrive, and a refusal is the sender's reply."""
    async with NextHop().running() as final:
        instance = postfix(final.port)
        async with beside(stage, instance, "", fence(BEFORE), fence(BACK_IN)) as client:
            assert (await client.say("MAIL FROM:<ann@example.org> RET=HDRS ENVID=aB+3Dc")).startswith("250")
            assert (await client.say("RCPT TO:<bob@example.net> NOTIFY=FAILURE ORCPT=rfc822;Bob@example.net")).startswith("250")
            assert (await client.say("DATA")).startswith("354")
            reply = await client.finish((b"\r\n" + MESSAGE).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n")
            assert reply.startswith("250 2.0.0 Ok: accepted "), instance.log()
            await arrived(final, instance)
            stage.judge.score = REJECTED
            assert (await client.send()).startswith("550 5.7.1 ")
            stage.judge.score = HELD
            assert (await client.send()).startswith("250 2.0.0 Ok: accepted ")
    (content,) = final.accepted
    assert email.message_from_bytes(content)["X-Sievert-Verdict"].startswith("deliver;")
    assert content.endswith(MESSAGE.partition(b"\r\n\r\n")[2])
    assert any("ENVID=aB+3Dc" in line and "RET=HDRS" in line for line in final.heard)
    assert any("ORCPT=rfc822;Bob@example.net" in line for line in final.heard)
    assert stage.journal.outcomes == ["delivered", "refused", "held"]


async def test_before_the_queue_with_the_next_hop_down(stage: Stage, postfix: Callable[[int], Postfix]) -> None:
    """Without the way back in the sender hears 451, and nothing is taken."""
    async with NextHop().running() as final:
        instance = postfix(final.port)
        async with beside(stage, instance, "", fence(BEFORE)) as client:
            assert (await client.send()).startswith("451 ")
    assert final.accepted == []


async def test_after_the_queue(stage: Stage, postfix: Callable[[int], Postfix]) -> None:
    """The page's content filter delivers stamped mail once, and held mail not at all."""
    async with NextHop().running() as final:
        instance = postfix(final.port)
        async with beside(stage, instance, fence(AFTER[0]), PLAIN, fence(AFTER[1]), fence(BACK_IN)) as client:
            assert (await client.send()).startswith("250")
            await arrived(final, instance)
            stage.judge.score = HELD
            assert (await client.send()).startswith("250")
            for _ in range(100):
                if stage.quarantine.held:
                    break
                await asyncio.sleep(0.1)
    (content,) = final.accepted
    assert email.message_from_bytes(content)["X-Sievert-Verdict"].startswith("deliver;")
    assert len(stage.quarantine.held) == 1


def test_the_pages_own_configuration_is_valid() -> None:
    """The TOML of the page is a configuration of Sievert, on the ports the page speaks of."""
    from filter.config import Config

    (block,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(), re.DOTALL)
    config = Config.model_validate(tomllib.loads(block))
    assert f"{config.listen.host}:{config.listen.port}" == RELAY
    assert f"{config.next_hop.host}:{config.next_hop.port}" == REINJECT


@pytest.fixture
def dumps() -> Iterator[Path]:
    """A folder that anybody may write to: smtp-sink will not run as root."""
    with tempfile.TemporaryDirectory(prefix="sievert-sink-") as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def contents(folder: Path) -> list[bytes]:
    """What the files of a folder hold."""
    return [file.read_bytes() for file in folder.iterdir()]


async def test_smtp_sink_as_the_next_hop(stage: Stage, debian: Callable[[str], str], dumps: Path) -> None:
    """A mail server nobody here wrote gets the octets that were judged."""
    port, sink = free_port(), debian("smtp-sink")
    user = ("-u", "nobody") if os.geteuid() == 0 else ()
    process = await asyncio.create_subprocess_exec(sink, *user, "-d", f"{dumps}/dump.", f"127.0.0.1:{port}", "10")
    try:
        stage.hand_on_to(port)
        async with stage.relay() as relay:
            await asyncio.sleep(0.3)
            client = await Client.greeted(relay.port)
            reply = await client.send()
            await client.close()
    finally:
        process.terminate()
        await process.wait()
    assert reply.startswith("250")
    (dump,) = await asyncio.to_thread(contents, dumps)
    assert MESSAGE.replace(b"\r\n", b"\n") in dump
