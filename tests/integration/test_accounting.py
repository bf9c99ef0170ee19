"""Every message sent is accounted for, and every door gives the same verdict; the same as benchmarks/accounting.py, smaller."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from actors import MESSAGE, verdict
from invented import ROOT, mail, random_bundle

from filter.demo import mails
from filter.judge.mail import Mail
from filter.judge.policy import Action, Disposition
from filter.store.quarantine import Held, State

HOSTILE = (
    b"",
    b"\r\n",
    b"no header at all",
    b"\r\n.\r\nQUIT\r\n..\r\n.",
    b".leading\r\n..dots\r\n...\r\n",
    b" continued\r\nSubject: first line continues nothing\r\n\r\nx",
    b"From a@b.example Thu Jan  1 00:00:00 1970\nSubject: of an mbox\n\nx\n\nFrom c@d.example\n\ny\n",
    b"Subject: bare\rreturns\rand\nfeeds\r\n\r\r\nbody\n.\nend\r",
    b"Subject: \xff\xfe\x00 octets\r\n\r\n\x00\x01\x02\xff" * 3,
    b"X-Spam-Flag: YES\r\n",
    b"X-Sievert-Verdict: deliver\r\n folded\r\nX-Spam-Flag: YES\r\nSubject: forged\r\n\r\nX-Spam-Flag: YES\r\n",
    b"Delivered-To: 0@accounting.example\r\nSubject: somebody else's\r\n\r\nx\r\n",
    b"Content-Type: multipart/mixed; boundary=a\r\n\r\n" + b"--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n" * 200,
    b"Content-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=utf-7\r\n\r\n" + b"PGEgaHJlZj0i" * 5_000,
    b"Subject: long\r\n\r\n" + b"viagra " * 60_000,
    b"Subject: line\r\n\r\n" + b"x" * 300_000 + b"\r\n",
    *(b"Subject: %d\r\n" % number * 2_000 + b"\r\nx" for number in range(2)),
)
LOOPING = b"Received: from a by b; Thu, 1 Jan 1970 00:00:00 +0000\r\n" * 60 + b"Subject: loop\r\n\r\nx\r\n"


@pytest.fixture(scope="module")
def accounting() -> ModuleType:
    """The benchmark as a module."""
    spec = importlib.util.spec_from_file_location("accounting", ROOT / "benchmarks" / "accounting.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["accounting"] = module
    spec.loader.exec_module(module)
    return module


def contents() -> tuple[bytes, ...]:
    """The demo's mails as they are, as replies and with an addition, mails of every label, and hostile ones."""
    demo = [one.content for one in mails()]
    replied = [content.replace(b"Subject: ", b"Subject: Re: ", 1) for content in demo]
    longer = [content.replace(b"\n", b"\r\n") + b"\r\n" * number for number, content in enumerate(demo)]
    return (*demo, *replied, *longer, *(mail(label, 9) for label in ("ham", "spam", "phish", "bec")), *HOSTILE, LOOPING)


def test_nothing_is_lost_and_all_verdicts_are_equal(accounting: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of some sixty messages each is in one place, and relay, quarantine, journal and `sievert score` agree with the judge."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    random_bundle(tmp_path / "model")
    policy = "[policy.overall]\ntag = 0.0\nquarantine = 2.5\nreject = 4.5\n"
    account = accounting.accounted(contents(), tmp_path, f'[model]\npath = "{tmp_path}/model"\n{policy}')
    assert account.balanced
    assert account.sent == len(contents()) >= 60
    assert account.delivered + account.tagged + account.held + account.refused == account.sent
    assert min(account.delivered, account.tagged, account.held, account.refused) > 0
    # The message that loops is refused before it is judged.
    assert account.equal == account.judged == account.sent - 1


SENT = MESSAGE
STAMPED = b"Delivered-To: 0@accounting.example\r\n\r\nX-Spam-Flag: YES\r\n"


def held(content: bytes) -> Held:
    """A row of the quarantine that holds this."""
    when, recipients = datetime(2024, 5, 1, tzinfo=UTC), ("0@accounting.example",)
    facts = ("", recipients, "", "quarantine", "overall", verdict(), len(content), State.HELD, when, None, content)
    return Held("id", when, *facts)


@pytest.mark.parametrize(
    ("reply", "delivered", "quarantined", "place"),
    [
        (250, (b"A: b\r\n" + SENT,), (), "delivered"),
        (250, (b"A: b\r\nX-Spam-Flag: YES\r\n" + SENT,), (), "tagged"),
        (250, (), (held(SENT),), "held"),
        (550, (), (), "refused"),
        (250, (), (), "lost"),
        (451, (), (), "lost"),
        (250, (SENT[:-1],), (), "lost"),
        (250, (SENT, SENT), (), "lost"),
        (250, (SENT,), (held(SENT),), "lost"),
        (250, (), (held(SENT[1:]),), "lost"),
        (550, (SENT,), (), "lost"),
    ],
)
def test_what_is_not_as_promised_is_lost(
    accounting: ModuleType, reply: int, delivered: tuple[bytes, ...], quarantined: tuple[Held, ...], place: str
) -> None:
    """A message that is gone, doubled, cut or contradicts its reply does not balance the account."""
    assert accounting._place(SENT, accounting.Found(reply, delivered, quarantined, ())) == place


def test_a_verdict_that_differs_in_one_bit_is_seen(accounting: ModuleType) -> None:
    """Another score in the quarantine, the journal or the line of `sievert score`, and they are not equal."""
    disposition = Disposition(Action.QUARANTINE, "overall")
    one = verdict()
    other = replace(one, score=one.score + 1e-15)
    assert one.score != other.score
    assert accounting._line(one, disposition) != accounting._line(other, disposition)
    entry = held(SENT)
    assert not accounting._equal(accounting.Found(250, (), (entry,), ()), other, disposition)


def test_content_is_sent_as_smtp_carries_it(accounting: ModuleType) -> None:
    """Line ends become CRLF, the last one is there, an mbox's first line is gone; what was so already stays."""
    assert accounting.as_sent(b"From x\nA: b\r\n\rc\n\nd") == b"A: b\r\n\r\nc\r\n\r\nd\r\n"
    assert accounting.as_sent(MESSAGE) == MESSAGE
    assert Mail(accounting.as_sent(b"")).content == b"\r\n"
