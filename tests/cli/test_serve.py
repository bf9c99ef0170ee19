from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from actors import Client

# The command in a process of its own, with a judge that needs no model.
PROGRAM = f"""
import sys, types
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
import actors
from filter.judge.policy import Policy
assembled = types.ModuleType("filter.assemble")
assembled.build_judge = lambda config: actors.Judge()
assembled.build_policy = lambda config: Policy()
sys.modules["filter.assemble"] = assembled
from filter.cli import main
main()
"""

CONFIG = """
[listen]
port = 0
[next_hop]
path = "{folder}/maildir"
[store]
quarantine = "sqlite:///{folder}/quarantine.db"
journal = "sqlite:///{folder}/journal.db"
"""


@asynccontextmanager
async def serving(folder: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`sievert serve` as a process, killed at the end if need be."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", PROGRAM, "serve", *arguments),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": "/usr/bin:/bin"},
        cwd=folder,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def configured(folder: Path) -> str:
    """A configuration file with everything under this folder."""
    file = folder / "sievert.toml"
    file.write_text(CONFIG.format(folder=folder))
    return str(file)


@pytest.mark.parametrize("wanted", [signal.SIGTERM, signal.SIGINT])
async def test_it_relays_until_told_to_stop(tmp_path: Path, wanted: signal.Signals) -> None:
    """It says where it listens, logs JSON without the message, and on a signal finishes what is under way and exits 0."""
    async with serving(tmp_path, "--config", configured(tmp_path)) as process:
        line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
        assert f"mail goes to the Maildir {tmp_path}/maildir" in line
        client = await Client.greeted(int(re.search(r"port (\d+)", line)[1]))
        await client.begin()
        process.send_signal(wanted)
        assert b"finishing" in await asyncio.wait_for(process.stdout.readline(), 5)
        assert (await client.finish(b"Subject: Lunch\r\n\r\nnoon\r\n.\r\n")).startswith("250")
        await client.close()
        _, errors = await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == 0
    (event,) = [json.loads(line) for line in errors.splitlines()]
    assert (event["event"], event["level"], event["outcome"]) == ("transaction", "info", "delivered")
    assert b"Lunch" not in errors
    assert len(list((tmp_path / "maildir" / "new").iterdir())) == 1


@pytest.mark.parametrize("text", ["[listen]\nprot = 1\n", "[listen]\nport = 99999\n", "not toml"])
async def test_a_wrong_configuration_is_exit_status_2(tmp_path: Path, text: str) -> None:
    """What is wrong stands on stderr, and the status is 2."""
    (tmp_path / "sievert.toml").write_text(text)
    async with serving(tmp_path, "--config", "sievert.toml") as process:
        _, errors = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 2
    assert b"sievert.toml" in errors
    assert b"Traceback" not in errors


async def test_help_has_an_example(tmp_path: Path) -> None:
    """--help shows how it is called."""
    async with serving(tmp_path, "--help") as process:
        out, _ = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert b"sievert serve --config /etc/sievert.toml" in out
