from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from malforming import blob, mail, repository

from filter.errors import UsageError
from filter.store.archives import limits, open_path, plumbing
from filter.store.archives.damage import refuse
from filter.store.archives.git import epoch, is_inbox, is_repository, messages


def git(path: Path, *words: str) -> str:
    return subprocess.run(["git", f"--git-dir={path}", *words], capture_output=True, check=True, text=True).stdout


def test_commits_give_their_messages_oldest_first(tmp_path: Path) -> None:
    """Each message has its commit in its name, and its octets as they were put in."""
    contents = [mail(2), b"Subject: \xff\n\n\0\r\n", mail(1)]
    repository(tmp_path / "list.git", *contents)
    found = list(messages(tmp_path / "list.git", refuse))
    assert [content for _, content in found] == contents
    commits = git(tmp_path / "list.git", "rev-list", "--reverse", "HEAD").split()
    assert [name for name, _ in found] == [f"{tmp_path}/list.git#{commit[:12]}" for commit in commits]


def test_what_takes_a_message_back_is_none(tmp_path: Path) -> None:
    """A commit with `d` gives nothing; the message that it takes back is still in the history, and read."""
    repository(tmp_path / "list.git", mail(1))
    stream = b"commit refs/heads/master\ncommitter A <a@a.example> 9 +0000\ndata 1\nx\nfrom refs/heads/master^0\ndeleteall\n"
    stream += b"M 100644 inline d\ndata 19\n" + mail(1) + b"\n"
    subprocess.run(["git", f"--git-dir={tmp_path}/list.git", "fast-import", "--quiet"], input=stream, check=True)
    assert git(tmp_path / "list.git", "ls-tree", "--name-only", "HEAD") == "d\n"
    assert [content for _, content in messages(tmp_path / "list.git", refuse)] == [mail(1)]


def test_version_1_has_a_path_for_each_message(tmp_path: Path) -> None:
    """A message by the hash of its Message-ID is read, and named by it."""
    place = "ab/" + "0" * 38
    repository(tmp_path / "v1.git", mail(1), place=place.encode())
    ((name, content),) = messages(tmp_path / "v1.git", refuse)
    assert name.endswith(f":{place}")
    assert content == mail(1)


def test_an_inbox_is_read_epoch_by_epoch(tmp_path: Path) -> None:
    """Epochs come by their numbers, whether the inbox is named, what holds it, or its all.git; its databases are no mail."""
    inbox = tmp_path / "lists" / "inbox"
    for number in (10, 2, 0):
        (inbox / "git").mkdir(parents=True, exist_ok=True)
        repository(inbox / "git" / f"{number}.git", mail(number))
    repository(inbox / "all.git")
    (inbox / "msgmap.sqlite3").write_bytes(b"\0")
    assert is_inbox(inbox)
    for path in (inbox, inbox / "all.git", tmp_path / "lists"):
        assert [content for _, content in open_path(path)] == [mail(0), mail(2), mail(10)]


def test_names_sort_by_the_numbers_of_epochs() -> None:
    """Only epochs are sorted by their numbers."""
    assert sorted(["10.git", "2.git", "a", "10.eml", "2.eml"], key=epoch) == ["2.git", "10.git", "10.eml", "2.eml", "a"]


def test_a_folder_that_is_no_repository_is_none(tmp_path: Path) -> None:
    """A folder of mail is not taken for a repository."""
    (tmp_path / "objects").mkdir()
    assert not is_repository(tmp_path)


def test_a_message_past_the_limit_is_told_and_the_next_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large is passed over on the pipe, to the octet; one of just the limit is taken."""
    monkeypatch.setattr(limits, "MAX_MESSAGE_BYTES", 3_000_000)
    monkeypatch.setattr(limits, "READ_BYTES", 1_000)
    fitting, large = (b"Subject: x\n\n" + b"x" * (size - 12) for size in (3_000_000, 3_000_001))
    repository(tmp_path / "x.git", large, fitting, mail(3))
    told: list[str] = []
    assert [content for _, content in messages(tmp_path / "x.git", lambda _, why: told.append(why))] == [fitting, mail(3)]
    assert told == ["larger than 3000000 octets"]


def test_without_git_it_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed the error says so before anything is read."""
    repository(tmp_path / "x.git", mail(1))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="needs the program git"):
        open_path(tmp_path / "x.git")


def test_reading_may_stop_at_any_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants but the first message leaves no program behind."""
    started: list[subprocess.Popen[bytes]] = []
    start = plumbing.start
    monkeypatch.setattr(plumbing, "start", lambda *words, **given: started.append(start(*words, **given)) or started[-1])
    repository(tmp_path / "x.git", *map(mail, range(50)))
    reading = messages(tmp_path / "x.git", refuse)
    assert next(reading)[1] == mail(0)
    reading.close()  # type: ignore[attr-defined]
    assert [process.returncode is None for process in started] == [False] * 3


def test_every_other_message_is_read_around_broken_objects(tmp_path: Path) -> None:
    """However many objects are broken, each is told by its message's name, and all others come."""
    repository(tmp_path / "x.git", *map(mail, range(9)))
    for number in (1, 2, 5, 8):
        file = blob(tmp_path / "x.git", mail(number))
        file.chmod(0o644)
        file.write_bytes(file.read_bytes()[:-4] if number % 2 else b"")
    told: list[str] = []
    found = [content for _, content in messages(tmp_path / "x.git", lambda name, _: told.append(name))]
    assert found == [mail(number) for number in (0, 3, 4, 6, 7)]
    assert len(told) == 4


def test_a_folder_that_may_not_be_looked_into_is_no_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever reads the folder then says that it may not."""

    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", denied)
    assert not is_repository(tmp_path) and not is_inbox(tmp_path)
