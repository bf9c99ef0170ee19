from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from actors import verdict
from click.testing import CliRunner, Result
from invented import mail, random_bundle
from invented import sievert as program
from rich.console import Console

from filter.assemble import build_judge, build_policy
from filter.cli import score as module
from filter.cli import sievert
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.mail import Mail
from filter.judge.policy import decide
from filter.judge.verdict import Reason, Verdict
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped
from filter.store.verdicts import from_json

FIELDS = ["path", "id", "score", "threats", "log_odds", "disposition", "cause", "hits", "reasons", "rest", "defects"]
FIELDS += ["model", "rulebook", "ms"]
ONE, TWO = mail("spam", 1), mail("ham", 2)
LINE = b"From ann@example.org Wed May  1 12:00:00 2024\n"
HIT = load_rulebook(shipped("rules")).rules[0].hit.content


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration with a small model and with thresholds in the middle of what it says."""
    folder = tmp_path_factory.mktemp("score")
    random_bundle(folder / "model")
    file = folder / "sievert.toml"
    file.write_text(f'[model]\npath = "{folder}/model"\n[policy.overall]\ntag = 0.0\nquarantine = 2.0\nreject = 5.0\n')
    return file


def run(config: Path, *arguments: str | Path, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(sievert, ["score", "--config", str(config), *map(str, arguments)], input=stdin)


def lines(config: Path, *arguments: str | Path, stdin: bytes = b"") -> list[dict[str, Any]]:
    """The documents of `--format jsonl`."""
    outcome = run(config, "--format", "jsonl", *arguments, stdin=stdin)
    assert outcome.exception is None
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def judged(config: Path, content: bytes) -> Verdict:
    """The verdict from the same judge, without the command."""
    return build_judge(load(config)).judge(Mail(content))


def tarred(members: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def test_a_line_has_the_promised_fields(config: Path, tmp_path: Path) -> None:
    """These and no other, in this order: scripts rely on them."""
    (tmp_path / "a.eml").write_bytes(HIT)
    (line,) = lines(config, tmp_path / "a.eml")
    assert list(line) == FIELDS
    assert line["path"] == str(tmp_path / "a.eml")
    assert list(line["threats"]) == list(line["log_odds"]) == list(line["rest"]) == ["spam", "phish", "bec"]
    assert all(list(reason) == ["threat", "kind", "evidence", "weight"] for reason in line["reasons"])
    assert line["hits"]
    assert all(list(hit) == ["rule", "threat", "weight", "title", "evidence"] for hit in line["hits"])
    assert line["ms"] > 0


@pytest.mark.parametrize("content", [ONE, TWO, HIT, b"no mail at all", b"\r\n" * 9, b"Subject: \xff\x00\n\n\xff"])
def test_a_line_is_the_verdict_to_the_last_bit(config: Path, tmp_path: Path, content: bytes) -> None:
    """Every number of a line, read back, is the judge's own, and the disposition is the policy's."""
    (tmp_path / "a.eml").write_bytes(content)
    (line,) = lines(config, tmp_path / "a.eml")
    expected = judged(config, content)
    assert from_json({**line, "probability": line["threats"]}) == expected
    disposition = decide(expected, build_policy(load(config)))
    assert (line["disposition"], line["cause"]) == (disposition.action.value, disposition.cause)


def written(tmp_path: Path, kind: str) -> Path:
    """ONE and TWO, in that order, in an archive of that kind."""
    path = tmp_path / f"mail{kind}"
    inner = [("a/1.eml", ONE), ("a/2.eml", TWO)]
    mbox = LINE + ONE + b"\n" + LINE + TWO + b"\n"
    octets = {".mbox": mbox, ".mbox.gz": gzip.compress(mbox), ".tar.gz": gzip.compress(tarred(inner)), ".zip": zipped(inner)}
    if kind in octets:
        path.write_bytes(octets[kind])
    for place in {"/Maildir": ("new/1.host", "cur/2.host:2,S", "tmp/3.host"), "/folder": ("1.eml", "inner/2.eml")}.get(kind, ()):
        file = tmp_path / f"mail{kind}" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(ONE if "1." in place else TWO)
    return path


@pytest.mark.parametrize("kind", [".mbox", ".mbox.gz", ".tar.gz", ".zip", "/Maildir", "/folder"])
def test_every_message_of_an_archive_has_its_line(config: Path, tmp_path: Path, kind: str) -> None:
    """Each message is judged as it would be alone, and its path says where it stood."""
    found = {line["id"]: line for line in lines(config, written(tmp_path, kind))}
    assert len(found) == 2
    for content in (ONE, TWO):
        expected = judged(config, content)
        assert found[expected.id]["score"] == expected.score
        assert found[expected.id]["path"].startswith(str(tmp_path / "mail"))


def test_several_paths_and_standard_input(config: Path, tmp_path: Path) -> None:
    """Paths are taken in their order; - stands for standard input."""
    (tmp_path / "b.eml").write_bytes(TWO)
    found = lines(config, "-", tmp_path / "b.eml", stdin=ONE)
    assert [line["path"] for line in found] == ["-", str(tmp_path / "b.eml")]
    assert [line["id"] for line in found] == [judged(config, content).id for content in (ONE, TWO)]


def test_nothing_is_changed_or_kept(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Maildir is as it was afterwards, and no state is left where the command ran."""
    monkeypatch.chdir(tmp_path)
    maildir = written(tmp_path, "/Maildir")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    lines(config, maildir)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_missing_path_is_one_line_and_status_2(config: Path, tmp_path: Path) -> None:
    """Standard error says which path and why, in one line; nothing is printed."""
    told = program("score", "--config", config, "--format", "jsonl", tmp_path / "gone.eml")
    assert (told.returncode, told.stdout) == (2, b"")
    assert told.stderr.decode() == f"sievert: {tmp_path}/gone.eml: No such file or directory\n"


@pytest.mark.parametrize("shape", ["table", "jsonl"])
def test_a_damaged_member_is_told_and_passed_over(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    """What is damaged, and what is no mail, is named on standard error; the rest is judged and the status is 0."""
    octets = zipped([("bad.eml", b"Subject: damaged\n\nx\n"), ("program", b"\x7fELF"), ("good.eml", ONE)])
    monkeypatch.chdir(tmp_path)
    Path("mail.zip").write_bytes(octets.replace(b"Subject: damaged", b"Subject: DAMAGED"))
    outcome = run(config, "--format", shape, "mail.zip")
    assert outcome.exit_code == 0
    bad, program = outcome.stderr.splitlines()
    assert bad.startswith("sievert: mail.zip:bad.eml: skipped: ")
    assert program == "sievert: mail.zip:program: skipped: not mail: it does not begin with a header field"
    assert "good.eml" in outcome.stdout
    assert "bad.eml" not in outcome.stdout


def test_a_narrow_terminal_has_lines_in_place_of_columns(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is cut, and the reasons have the whole width."""
    (tmp_path / "a.eml").write_bytes(ONE)
    monkeypatch.setattr(module, "console", lambda: Console(width=60, markup=False, highlight=False))
    shown = run(config, tmp_path / "a.eml").stdout
    verdict = judged(config, ONE)
    words = " ".join(shown.split())
    assert f"score {verdict.score:.2f}: spam {verdict.probability.spam:.1%}, phish" in words
    assert module.why(verdict).partition(" ")[0] in words
    assert not {"message", "disposition"} & set(words.split())


def test_a_hostile_name_is_written_out(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member's name cannot move the terminal, neither in the report of damage nor in the table."""
    (tmp_path / "mail.zip").write_bytes(zipped([("\x1b[2Jbad", b"\x7fELF"), ("\x1b]0;x\x07\u202e.eml", ONE)]))
    monkeypatch.chdir(tmp_path)
    outcome = run(config, "mail.zip")
    for text in (outcome.stdout, outcome.stderr):
        assert r"\x1b" in text
        assert all(char.isprintable() or char == "\n" for char in text)


def test_a_table_tells_score_shares_and_reasons(config: Path, tmp_path: Path) -> None:
    """Path, score, a share for each threat, the disposition in plain letters and the leading threat's reasons."""
    (tmp_path / "a.eml").write_bytes(ONE)
    outcome = run(config, tmp_path / "a.eml")
    row = next(line for line in outcome.stdout.splitlines() if "a.eml" in line)
    cells = [cell.strip() for cell in row.split("│")]
    expected = judged(config, ONE)
    assert cells[:2] == [str(tmp_path / "a.eml"), f"{expected.score:.2f}"]
    assert cells[2:5] == [f"{share:.1%}" for share in expected.probability]
    assert cells[5] == decide(expected, build_policy(load(config))).action.value
    assert cells[6].startswith(f"{expected.leading}: ")
    assert expected.reasons_for(expected.leading)[0].evidence in cells[6]


def test_a_row_is_shown_once_it_is_there(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt loses nothing of what was judged before; the columns stand below each other, under one head."""

    def messages(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        yield from (("a" * 200, ONE), ("b", TWO))
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_messages", messages)
    monkeypatch.setattr(module, "console", lambda: Console(width=130, markup=False, highlight=False))
    outcome = run(config, "x")
    shown = outcome.stdout.splitlines()
    assert outcome.exit_code != 0
    assert shown[0].split("┃")[0].strip() == "message"
    assert sum("message" in line for line in shown) == 1
    assert "".join(line.split("│")[0].strip() for line in shown[2:]) == "a" * 200 + "b"
    assert (
        len({tuple(place for place, char in enumerate(line) if char in "┃│") for line in shown if "─" not in line and "━" not in line}) == 1
    )
    assert max(map(len, shown)) <= 130


def test_a_reason_stands_between_plain_quotes(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the stamp writes it, whatever quotes are in it."""
    reasons = (Reason("spam", "rule", "The sender's domain", 3.0),)
    assert module.why(verdict(5.0, reasons)) == 'spam: rule "The sender\'s domain" +3.00'


HOSTILE = "\x1b[31m\x07 [bold]x[/bold] \u202e \x9b \r\n"


def test_evidence_cannot_move_the_terminal(config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters in a reason are written out, and brackets in it are no markup."""
    reasons = (Reason("spam", "subject", HOSTILE, 3.0),)

    class Forged:
        def judge(self, mail: Mail) -> Verdict:
            return replace(verdict(5.0, reasons), id="0" * 64)

    monkeypatch.setattr(module, "build_judge", lambda config: Forged())
    (tmp_path / "a.eml").write_bytes(ONE)
    text = run(config, tmp_path / "a.eml").stdout
    assert all(char.isprintable() or char == "\n" for char in text)
    assert "[bold]x[/bold]" in text
    raw = run(config, "--format", "jsonl", tmp_path / "a.eml").stdout
    assert raw.isascii()
    assert "\x1b" not in raw
    assert json.loads(raw)["reasons"][0]["evidence"] == HOSTILE


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: \x1b]0;owned\x07 \x1b[2J viagra\n\n\x1b[31m text \x9b2J\n",
        b"Subject: =?utf-8?B?G1sySgfCmzJK4oCu?=\n\nx\n",
        b'From: "\x1b[2J" <a@\x1b[2J.example>\nTo: b@c.example\n\nx\n',
        b'Content-Type: application/x; name="a.\x1b[2J"\nContent-Disposition: attachment; filename="a.\x1b[2J"\n\nx\n',
    ],
)
def test_a_hostile_mail_cannot_move_the_terminal(config: Path, tmp_path: Path, content: bytes) -> None:
    """Control characters of subject, sender, text and attachment names never reach a table."""
    (tmp_path / "a.eml").write_bytes(content)
    text = run(config, tmp_path / "a.eml").stdout
    assert "a.eml" in text
    assert all(char.isprintable() or char == "\n" for char in text)


def test_no_message_at_all_is_told(config: Path, tmp_path: Path) -> None:
    """A table of nothing would look like a clean archive."""
    assert isinstance(run(config, tmp_path).exception, UsageError)
