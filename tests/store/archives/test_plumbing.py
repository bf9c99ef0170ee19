from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from malforming import blob, mail, repository

from filter.store.archives import plumbing
from filter.store.archives.damage import DamageError
from filter.store.archives.git import messages


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A repository whose configuration names a program wherever git knows one, and that lacks an object a remote promised."""
    path, mark = tmp_path / "hostile.git", tmp_path / "ran"
    repository(path, mail(1), mail(2))
    blob(path, mail(1)).unlink()
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> {mark}\n")
    program.chmod(0o755)
    settings = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::{program} %S",
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": str(program),
        "protocol.ext.allow": "always",
        "protocol.allow": "always",
        "core.fsmonitor": str(program),
        "core.pager": str(program),
        "core.editor": str(program),
        "core.sshCommand": str(program),
        "core.hooksPath": str(tmp_path),
        "diff.external": str(program),
        "gpg.program": str(program),
        "log.showSignature": "true",
        "credential.helper": str(program),
        "alias.rev-list": f"!{program}",
    }
    for key, value in settings.items():
        subprocess.run(["git", f"--git-dir={path}", "config", key, value], check=True)
    return path


def test_nothing_in_a_repository_is_run(hostile: Path, tmp_path: Path) -> None:
    """Reading a repository that git itself would run a program for runs none, and reads what is there."""
    ran = tmp_path / "ran"
    asked = ["git", f"--git-dir={hostile}", "cat-file", "-p", blob(hostile, mail(1)).parent.name + blob(hostile, mail(1)).name]
    subprocess.run(asked, capture_output=True, check=False, timeout=20)
    assert ran.exists(), "the trap itself does not work"
    ran.unlink()
    told: list[str] = []
    assert [content for _, content in messages(hostile, lambda _, why: told.append(why))] == [mail(2)]
    assert len(told) == 1
    assert not ran.exists()


def test_our_environment_is_not_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says of git, another repository say, changes nothing."""
    repository(tmp_path / "a.git", mail(1))
    repository(tmp_path / "b.git", mail(2))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "b.git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "b.git" / "objects"))
    assert plumbing.told(tmp_path / "a.git", "cat-file", "blob", "HEAD:m") == mail(1).decode().strip()


def test_a_complaint_of_git_is_one_line(tmp_path: Path) -> None:
    """Where git refuses, its last line says why."""
    repository(tmp_path / "a.git")
    with pytest.raises(DamageError) as caught:
        plumbing.told(tmp_path / "a.git", "rev-parse", "--verify", "HEAD")
    assert "\n" not in str(caught.value)
    assert "fatal" in str(caught.value)


def test_an_ended_command_is_gone(tmp_path: Path) -> None:
    """A command that waits for input is ended, and waited for."""
    repository(tmp_path / "a.git", mail(1))
    process = plumbing.start(tmp_path / "a.git", "cat-file", "--batch", given=subprocess.PIPE)
    plumbing.end(process)
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_what_is_no_blob_is_told(tmp_path: Path) -> None:
    """A commit asked for as a message is refused, and the next object is read all the same."""
    repository(tmp_path / "a.git", mail(1))
    with plumbing.Blobs(tmp_path / "a.git") as blobs:
        with pytest.raises(DamageError, match="missing or damaged"):
            blobs.read(plumbing.told(tmp_path / "a.git", "rev-parse", "HEAD"))
        assert blobs.read(plumbing.told(tmp_path / "a.git", "rev-parse", "HEAD:m")) == mail(1)
