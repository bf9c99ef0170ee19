"""A run: what is done is passed over, what is judged is labelled and counted."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from invented import mail

from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.policy import Action
from filter.lab.running import Extent, Order, Run, extent, facts
from filter.lab.workforce import Workforce
from filter.store.labels import Labels, collect
from filter.store.runs.part import Seen, files_of, seen


def archive(folder: Path) -> Path:
    for number, label in enumerate(("ham", "spam", "spam")):
        (folder / "mails" / label).mkdir(parents=True, exist_ok=True)
        (folder / "mails" / label / f"{number}.eml").write_bytes(mail(label, number))
    return folder / "mails"


def order(*paths: Path, labels: Labels = Labels()) -> Order:  # noqa: B008  (frozen)
    return Order(Config(), tuple(map(str, paths)), labels, Workforce(1))


def told(run: Run, *done: Seen) -> list[Seen | None]:
    return [seen(line) for line in run.lines(done)]


def test_each_message_is_judged_labelled_and_counted(tmp_path: Path) -> None:
    """The tally agrees with the lines; damage is counted as it is told."""
    heard: list[tuple[str, str]] = []
    mails = archive(tmp_path)
    (mails / "broken.zip").write_bytes(b"PK\x03\x04 no zip")
    run = Run(order(mails), lambda *said: heard.append(said))
    lines = told(run)
    assert [(line.label, Path(line.path).name) for line in lines if line] == [("ham", "0.eml"), ("spam", "1.eml"), ("spam", "2.eml")]
    assert (run.tally.messages, run.tally.passed, run.tally.damaged) == (3, 0, len(heard)) and len(heard) == 1
    assert run.tally.octets == sum(path.stat().st_size for path in mails.rglob("*.eml"))
    assert sum(run.tally.of(action) for action in Action) == 3


def test_what_is_done_is_not_judged_again(tmp_path: Path) -> None:
    """The first messages are passed over, and count as what they were found to be."""
    mails = archive(tmp_path)
    first, *rest = told(Run(order(mails), lambda *_: None))
    assert first
    run = Run(order(mails), lambda *_: None)
    assert told(run, first) == rest
    assert (run.tally.messages, run.tally.passed) == (3, 1)


@pytest.mark.parametrize("path", ["mails/ham/9.eml", "mails/spam/1.eml"])
def test_an_archive_that_changed_under_a_run_is_an_error(tmp_path: Path, path: str) -> None:
    """It names the message that is not where it was; also where there are fewer than were done."""
    mails = archive(tmp_path)
    with pytest.raises(UsageError, match=f"the archives changed since: {path} was judged where .*--anew"):
        told(Run(order(mails), lambda *_: None), Seen(path, "0", "", "deliver"))
    every = [one for one in told(Run(order(mails), lambda *_: None)) if one]
    with pytest.raises(UsageError, match="was judged where nothing more is"):
        told(Run(order(mails), lambda *_: None), *every, every[0])


def test_another_message_at_the_same_place_is_an_error(tmp_path: Path) -> None:
    """Sizes and dates need not tell of it: two mails that change places, or other mail on standard input."""
    mails = archive(tmp_path)
    first, *_ = told(Run(order(mails), lambda *_: None))
    assert first
    (mails / "ham" / "0.eml").write_bytes(mail("ham", 7))
    with pytest.raises(UsageError, match=r"0\.eml is another message now; --anew"):
        told(Run(order(mails), lambda *_: None), first)


def test_labels_that_contradict_are_counted_through_a_resume(tmp_path: Path) -> None:
    """A CSV against a folder: the CSV holds, and the conflict is told also of what was done before."""
    mails = archive(tmp_path)
    (tmp_path / "l.csv").write_text(f"path,label\n{mails}/ham/0.eml,phish\n")
    labels = collect((str(tmp_path / "l.csv"), "folders"), Config())
    run = Run(order(mails, labels=labels), lambda *_: None)
    first, *_ = told(run)
    assert first and first.label == "phish" and run.tally.conflicts.count == 1
    again = Run(order(mails, labels=labels), lambda *_: None)
    told(again, first)
    assert again.tally.conflicts.count == 1


def test_labels_of_a_file_that_found_a_message_are_noted(tmp_path: Path) -> None:
    """Also of a message that was done before; the others are left."""
    mails = archive(tmp_path)
    (tmp_path / "l.csv").write_text(f"path,label\n{mails}/ham/0.eml,ham\nelsewhere/ham/0.eml,ham\n")
    labels = collect((str(tmp_path / "l.csv"),), Config())
    run = Run(order(mails, labels=labels), lambda *_: None)
    first, *_ = told(run)
    again = Run(order(mails, labels=labels), lambda *_: None)
    assert first
    told(again, first)
    for one in (run, again):
        assert [(file.labels, file.found, file.line) for file in one.tally.matched.unmatched()] == [(2, 1, 3)]


def test_an_extent_is_of_all_files_below(tmp_path: Path) -> None:
    """Files, octets, the newest change, and whether any is packed; nothing is known of standard input."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one").write_bytes(b"12345")
    (tmp_path / "a" / "b" / "two.mbox.gz").write_bytes(b"123")
    for number, name in enumerate(("a/one", "a/b/two.mbox.gz"), 1):
        os.utime(tmp_path / name, (1000 * number, 1000 * number))
    assert extent(str(tmp_path / "a")) == Extent(2, 8, datetime.fromtimestamp(2000, UTC), packed=True)
    assert extent(str(tmp_path / "a" / "one")) == Extent(1, 5, datetime.fromtimestamp(1000, UTC), packed=False)
    assert extent("-") == Extent(0, 0, None, packed=True)
    with pytest.raises(UsageError, match="nowhere: No such file"):
        extent("nowhere")


def test_what_cannot_be_found_below_a_folder_is_passed_over(tmp_path: Path) -> None:
    """A link that leads nowhere, as an Emacs lock is, or mail that was moved meanwhile: reading names it, and goes on."""
    (tmp_path / "cur").mkdir()
    (tmp_path / "cur" / "one").write_bytes(b"12345")
    (tmp_path / "cur" / ".#draft").symlink_to("me@host.1:2")
    assert extent(str(tmp_path))[:2] == (1, 5)
    with pytest.raises(UsageError, match=r"\.#draft: No such file"):
        extent(str(tmp_path / "cur" / ".#draft"))


def test_a_runs_own_files_are_no_part_of_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither counted nor told as damage, however their path is written; another run's are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    for name in ("run.jsonl.part", ".run.jsonl.part.new", "other.jsonl"):
        (tmp_path / "a" / name).write_text('{"path": "x"}\n')
    own = files_of(tmp_path / "a" / "run.jsonl")
    assert extent("a", own)[:2] == (1, 14)
    heard: list[str] = []
    run = Run(order(Path("a")), lambda name, _: heard.append(name), own)
    assert list(run._messages()) == []
    assert (heard, run.tally.damaged) == (["a/other.jsonl"], 1)


def test_the_facts_of_a_run(tmp_path: Path) -> None:
    """What it is judged by, every archive as it is now, and the labels' files: any of them changed, it is another run."""
    mails, listed = archive(tmp_path), tmp_path / "l.csv"
    listed.write_text("id,label\n")
    it = order(mails)
    before = facts(it, [extent(str(mails))], ["folders", str(listed)])
    assert {"model", "rulebook", "site", "policy", "labels", "archives", f"archive {mails}", f"labels {listed}"} <= set(before)
    assert before == facts(it, [extent(str(mails))], ["folders", str(listed)])
    listed.write_text("id,label\n\n")
    os.utime(mails / "ham" / "0.eml", (1, 1))
    (mails / "ham" / "new.eml").write_bytes(b"Subject: x\n\n")
    after = facts(it, [extent(str(mails))], ["folders", str(listed)])
    assert {name for name in before if before[name] != after[name]} == {f"archive {mails}", f"labels {listed}"}


def test_by_two_configurations_the_mail_is_read_once(tmp_path: Path) -> None:
    """Each message has the line that either gives it alone, the first with its label; it counts once, as the first has it."""
    mails = archive(tmp_path)
    other = Config.model_validate({"policy": {"overall": {"tag": -99.0}}})
    run = Run(order(mails), lambda *_: None)
    both = list(run.lines_of_both(other))
    assert [first for first, _ in both] == list(Run(order(mails), lambda *_: None).lines())
    alone = Run(Order(other, (str(mails),), Labels(frozenset()), Workforce(1)), lambda *_: None)
    assert [second for _, second in both] == list(alone.lines())
    assert run.tally.messages == 3 and run.tally.octets == alone.tally.octets
