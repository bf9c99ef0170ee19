from __future__ import annotations

import json
import os
import re
import signal
import smtplib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from actors import MESSAGE
from click.testing import CliRunner, Result
from invented import ROOT, random_bundle
from invented import sievert as program

from filter import assemble
from filter.cli import demo as module
from filter.cli import sievert
from filter.cli.demo import EXPECTED, HELD, INBOX, LOST, REFUSED, TAGGED, configuration
from filter.demo import mails
from filter.store.shipped import shipped

ANYWHERE = frozenset({INBOX, TAGGED, HELD, REFUSED})


@pytest.fixture
def anyhow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A model of random weights, temporary files under tmp_path, and mail may go anywhere but be lost."""
    random_bundle(tmp_path / "model")
    monkeypatch.setattr(assemble, "shipped", lambda name: tmp_path / "model" if "model" in name else shipped(name))
    monkeypatch.setattr(module, "EXPECTED", dict.fromkeys(EXPECTED, ANYWHERE))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    yield
    structlog.reset_defaults()


def run(*words: str) -> Result:
    return CliRunner().invoke(sievert, ["demo", "--once", *words])


def test_every_mail_goes_where_it_should(tmp_path: Path) -> None:
    """With the shipped model: status 0, every mail a document with these fields, nothing else printed, nothing left behind."""
    (tmp_path / "temporary").mkdir()
    (tmp_path / "here").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "temporary")}
    words = (sys.executable, "-m", "filter", "demo", "--once", "--format", "jsonl")
    told = subprocess.run(words, capture_output=True, env=environment, cwd=tmp_path / "here", check=False, timeout=60)
    documents = [json.loads(line) for line in told.stdout.splitlines()]
    assert [document["mail"] for document in documents] == [mail.name for mail in mails()]
    assert all(list(document) == ["mail", "kind", "score", "log_odds", "place", "ok"] for document in documents)
    assert [document["mail"] for document in documents if not document["ok"]] == []
    assert all((document["place"] == INBOX) == (document["kind"] == "ham") for document in documents)
    assert {document["place"] for document in documents} == ANYWHERE, "an action no mail shows: change those in between"
    assert [document["place"] for document in documents if document["mail"] == "17-phish-shared-document"] == [HELD]  # as README.md has it
    assert (told.returncode, told.stderr) == (0, b"")
    assert [*(tmp_path / "temporary").iterdir(), *(tmp_path / "here").iterdir()] == []


def test_the_shipped_table_says_so() -> None:
    """People are told in a sentence that none was lost."""
    told = program("demo", "--once")
    assert told.returncode == 0
    assert f"{len(mails())} of {len(mails())} mails went where they should; none was lost." in told.stdout.decode()


@pytest.mark.usefixtures("anyhow")
def test_the_mails_cover_every_kind() -> None:
    """The demo has wanted mail and each threat, in the order of its names."""
    kinds = [mail.kind for mail in mails()]
    assert set(kinds) == set(EXPECTED) == {"ham", "spam", "phish", "bec"}
    assert len(kinds) == len({mail.name for mail in mails()}) >= 12


@pytest.mark.usefixtures("anyhow")
def test_no_mail_is_lost_whatever_the_model_says(tmp_path: Path) -> None:
    """With random weights too each mail is found in exactly one place, status 0, and the temporary folder is gone."""
    outcome = run("--format", "jsonl")
    places = [json.loads(line)["place"] for line in outcome.stdout.splitlines()]
    assert outcome.exit_code == 0
    assert len(places) == len(mails())
    assert len(set(places)) > 1
    assert set(places) <= ANYWHERE
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.usefixtures("anyhow")
@pytest.mark.parametrize("shape", ["table", "jsonl"])
def test_a_mail_that_goes_elsewhere_is_status_1(monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    """One kind expected nowhere: the status is 1, and its mails are marked."""
    monkeypatch.setitem(module.EXPECTED, "bec", frozenset())
    outcome = run("--format", shape)
    assert outcome.exit_code == 1
    bec = sum(mail.kind == "bec" for mail in mails())
    if shape == "table":
        assert outcome.stdout.count(" (!)") == bec
        assert f"\n{len(mails()) - bec} of {len(mails())} mails went where they should.\n" in outcome.stdout
    else:
        assert [json.loads(line)["kind"] for line in outcome.stdout.splitlines() if not json.loads(line)["ok"]] == ["bec"] * bec


@pytest.mark.usefixtures("anyhow")
def test_a_mail_found_nowhere_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relay that promised and did not deliver would be seen: the mail is LOST, which is right for no kind."""
    monkeypatch.setattr(module, "_place", lambda *_: module.LOST)
    outcome = run()
    assert outcome.exit_code == 1
    assert outcome.stdout.count(f"{LOST} (!)") == len(mails())


def test_expectations_are_these() -> None:
    """Wanted mail goes to the inbox unmarked, every threat anywhere else, and being lost is never right."""
    assert EXPECTED["ham"] == {INBOX}
    assert EXPECTED["spam"] == EXPECTED["phish"] == EXPECTED["bec"] == {TAGGED, HELD, REFUSED}


@pytest.mark.parametrize(
    ("delivered", "held", "reply", "place"),
    [
        ([b"X-Spam-Flag: YES\r\n\r\n"], 0, "250", TAGGED),
        ([b"X: y\r\n\r\nX-Spam-Flag: YES\r\n"], 0, "250", INBOX),
        ([], 1, "250", HELD),
        ([], 0, "550", REFUSED),
        ([], 0, "250", LOST),
        ([], 0, "451", LOST),
        ([b"\r\n"], 1, "250", LOST),
        ([b"\r\n", b"\r\n"], 0, "250", LOST),
        ([b"\r\n"], 0, "550", LOST),
        ([], 1, "550", LOST),
    ],
)
def test_a_mail_is_in_one_place_or_lost(tmp_path: Path, delivered: list[bytes], held: int, reply: str, place: str) -> None:
    """Only what is found once and matches the reply counts as kept."""
    files = {tmp_path / str(number): octets for number, octets in enumerate(delivered)}
    for file, octets in files.items():
        file.write_bytes(octets)
    assert module._place(set(files), held, reply) == place


def test_it_keeps_everything_in_its_folder(tmp_path: Path) -> None:
    """The demo listens on a free port of this machine only and writes below the folder it was given."""
    config = configuration(tmp_path)
    assert [(listen.port, listen.host) for listen in config.listen] == [(0, "127.0.0.1")]
    assert config.next_hop.path.is_relative_to(tmp_path)
    assert all(str(tmp_path) in url for url in (config.store.quarantine, config.store.journal))


# The demo in a process of its own, with the model in the folder it is given.
WITH_MODEL = """
import signal
import sys
from pathlib import Path
from filter import assemble
from filter.store.shipped import shipped
model = Path(sys.argv[1])
assemble.shipped = lambda name: model if "model" in name else shipped(name)
sys.argv[1:] = ["demo"]
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # and this under nohup
from filter.cli import main
main()
"""


@pytest.mark.parametrize(("ending", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_it_relays_on_until_interrupted(tmp_path: Path, ending: signal.Signals, status: int) -> None:
    """Without --once the relay takes mail after the table; Ctrl-C, SIGTERM or a closed terminal ends it, and nothing is left behind."""
    random_bundle(tmp_path / "model")
    (tmp_path / "temporary").mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path / "temporary")}
    words = (sys.executable, "-c", WITH_MODEL, str(tmp_path / "model"))
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=tmp_path) as process:
        try:
            line = process.stderr.readline().decode()  # type: ignore[union-attr]
            with smtplib.SMTP("127.0.0.1", int(re.search(r"port (\d+)", line)[1]), timeout=20) as client:  # type: ignore[index]
                client.sendmail("a@b.example", ["c@d.example"], MESSAGE)
            process.send_signal(ending)
            _, errors = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == status
    assert b"Traceback" not in errors
    assert list((tmp_path / "temporary").iterdir()) == []
