"""What the relay said of a mail, replay says of it: of the mail as it came, and of the mail as the relay delivered it."""

from __future__ import annotations

import asyncio
import smtplib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from served import configure, serving

from filter.cli.replay import replay
from filter.judge.mail import Message
from filter.judge.parse import parse
from filter.store import runs
from filter.store.archives import open_path
from filter.store.journal import Entry, Journal, heaviest
from filter.store.quarantine import Quarantine
from filter.store.rows import REASONS, Row

ROOT = Path(__file__).parents[2]
OWN = 48
"""Mails taken of our own corpus, beside the demo's."""

# Low enough that mail of every kind is delivered, tagged and held.
POLICY = f"""
[model]
path = "{ROOT}/models/default"
[rules]
path = "{ROOT}/rules"
[history]
days = 0
[site]
domains = ["alder.example", "example.com"]
[policy.overall]
tag = -2.0
quarantine = 2.0
reject = inf
[policy.spam]
tag = inf
quarantine = inf
[policy.bec]
tag = inf
quarantine = inf
"""
TAGGING = 'subject_tag = "[SUSPECT]"'

ODD = (
    b"Subject: no sender at all\r\n\r\nhello\r\n",
    b"\r\nno header at all\r\n",
    b" continues what is not there\r\nFrom: ann@example.org\r\n\r\nx\r\n",
    b"From: ann@example.org\r\nSubject: [SUSPECT] tagged before it came\r\n\r\nPay now https://192.0.2.1/a\r\n",
    b"From: ann@example.org\r\n\r\nNo subject. Your mailbox is full, verify your password at https://login.example.net/\r\n",
    b"Received: from a by mx.example.com; Wed, 1 Jan 2025 12:30:15 +0000\r\nFrom: \xff\xfe <ann@example.org>\r\n\r\n\x00\xff\r\n",
)
"""Mails that a stamp has to be careful with."""


@pytest.fixture(scope="module")
def mails() -> tuple[bytes, ...]:
    """The demo's, some of our own, odd ones; each once, as SMTP carries them."""
    places = sorted((ROOT / "models" / "corpus").rglob("*.eml"))
    chosen = [*sorted((ROOT / "filter" / "demo").glob("*.eml")), *places[:: len(places) // OWN]]
    whole = (b"\r\n".join((*path.read_bytes().splitlines(), b"")) for path in chosen)
    return tuple(dict.fromkeys((*whole, *ODD)))


def test_replay_says_what_the_relay_said(tmp_path: Path, mails: Sequence[bytes]) -> None:
    """Every float, hit and reason, of the originals and of the Maildir, is the journal's and the quarantine's to the last bit."""
    configure(tmp_path, POLICY, listen=f"{TAGGING}\n[[listen]]\nport = 0\n")
    asyncio.run(_relayed(tmp_path, mails))
    with closing(Journal(f"sqlite:///{tmp_path}/journal.db")) as journal:
        said = {entry.verdict_id: entry for entry in journal.recent(1000)}
    assert len(said) == len(mails)
    assert {entry.action for entry in said.values()} == {"deliver", "tag", "quarantine"}

    (tmp_path / "originals").mkdir()
    for number, mail in enumerate(mails):
        (tmp_path / "originals" / f"{number:03}.eml").write_bytes(mail)
    originals, delivered = _replayed(tmp_path, "originals"), _replayed(tmp_path, "maildir")
    assert len(originals) == len(mails)
    assert len(delivered) == sum(entry.outcome == "delivered" for entry in said.values())
    for row in delivered:
        _agree(row, said[row.verdict.id])
        assert (row.sender, set(row.recipients)) == _lowered(said[row.verdict.id])
    whole = {row.verdict.id: row for row, mail in zip(originals, mails, strict=True) if _is_whole(parse(mail))}
    for row in whole.values():
        _agree(row, said[row.verdict.id])

    with closing(Quarantine(f"sqlite:///{tmp_path}/quarantine.db", create=False)) as quarantine:
        held = quarantine.list()
    assert len(held) == sum(entry.outcome == "held" for entry in said.values())
    compared = [(whole[one.verdict.id].verdict, one.verdict) for one in held if one.verdict.id in whole]
    assert compared
    for ours, theirs in compared:
        assert ours == replace(theirs, reasons=heaviest(theirs)[:REASONS], rest=ours.rest, defects=())


def _is_whole(message: Message) -> bool:
    """Whether the header alone tells the envelope that it was sent with."""
    return bool(message.sender and message.sender.domain and any(one.domain for one in message.recipients))


def _lowered(entry: Entry) -> tuple[str, set[str]]:
    return (entry.sender or "").lower(), {one.lower() for one in entry.recipients}


def _agree(row: Row, entry: Entry) -> None:
    verdict = row.verdict
    assert (verdict.score, verdict.log_odds) == (entry.score, entry.log_odds), row.path
    assert tuple(hit.rule for hit in verdict.hits) == entry.hits
    assert verdict.reasons == entry.reasons[:REASONS]
    assert (verdict.model, verdict.rulebook) == (entry.model, entry.rulebook)
    assert (row.disposition.action, row.disposition.cause) == (entry.action, entry.cause)


async def _relayed(folder: Path, mails: Sequence[bytes]) -> None:
    async with serving(folder) as served:
        port = await served.port()
        await asyncio.to_thread(_send, port, mails)
        served.process.terminate()
        assert await served.ended() == 0


def _send(port: int, mails: Sequence[bytes]) -> None:
    with smtplib.SMTP("127.0.0.1", port) as client:
        for mail in mails:
            client.sendmail(*_envelope(parse(mail)), mail)


def _envelope(message: Message) -> tuple[str, list[str]]:
    """From whom and to whom the header says it is: what an original that lost its envelope still tells."""
    sender = str(message.sender) if message.sender and message.sender.domain and str(message.sender).isascii() else "ann@example.org"
    named = [str(one) for one in message.recipients if one.local and one.domain and str(one).isascii()]
    return sender, named or ["bob@example.com"]


def _replayed(folder: Path, archive: str) -> list[Row]:
    out = folder / f"{archive}.jsonl"
    words = (str(folder / archive), "--out", str(out), "--config", str(folder / "sievert.toml"), "--jobs", "1")
    outcome = CliRunner().invoke(replay, words, catch_exceptions=False)
    assert outcome.exit_code == 0, outcome.output
    assert sum(1 for _ in open_path(folder / archive)) > 0
    return list(runs.read(out))
