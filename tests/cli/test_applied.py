from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from proposed import scope, tuned

from filter.assemble import build_policies
from filter.cli.applied import Edit, apply, edited
from filter.config.file import load
from filter.errors import UsageError
from filter.judge.policy import Policies
from filter.lab.tune.found import Tuned

TEXT = "[policy.overall]\ntag = 5.4  # tag\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "sievert.toml"
    file.write_text(TEXT)
    return file


def found(file: Path) -> Tuned:
    whole = tuned()
    return replace(whole, site=scope(whole.tuning, None, "", build_policies(load(file)).site))


def wanted(file: Path) -> Policies:
    return Policies(found(file).site.after)


def test_the_difference_is_what_changes(file: Path) -> None:
    """As a unified diff that names the file; the file is untouched; none where nothing changes."""
    edit = edited(file, found(file))
    assert edit.difference.startswith(f"--- {file}\n+++ {file} (tuned)\n@@ -1,2 +1,")
    assert "-tag = 5.4  # tag" in edit.difference
    assert file.read_text() == edit.before == TEXT
    assert not replace(edit, after=edit.before).difference


def test_the_file_is_replaced_with_its_mode_kept(file: Path) -> None:
    """And nothing else is left in its folder."""
    file.chmod(0o640)
    policies, edit = wanted(file), edited(file, found(file))
    apply(edit, policies)
    assert build_policies(load(file)) == policies
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file away")
def test_its_owner_is_kept(file: Path) -> None:
    """Root changes somebody's file, and it stays theirs."""
    os.chown(file, 12_345, 23_456)
    apply(edited(file, found(file)), wanted(file))
    assert (file.stat().st_uid, file.stat().st_gid) == (12_345, 23_456)


def test_a_link_stays_one(file: Path) -> None:
    """What it leads to is replaced."""
    link = file.parent / "link.toml"
    link.symlink_to(file.name)
    policies = wanted(link)
    apply(edited(link, found(link)), policies)
    assert link.is_symlink()
    assert build_policies(load(file)) == policies


@pytest.mark.parametrize("first", [b"\xef\xbb\xbf", b""], ids=["with", "without"])
def test_a_byte_order_mark_and_line_ends_are_kept(file: Path, first: bytes) -> None:
    """As an editor on Windows writes them."""
    file.write_bytes(first + TEXT.replace("\n", "\r\n").encode())
    apply(edited(file, found(file)), wanted(file))
    assert file.read_bytes().startswith(first + b"[policy.overall]\r\ntag = ")


def refused(edit: Edit, policies: Policies) -> str:
    """The error; the file and its folder are as they were."""
    before = {path: path.read_bytes() for path in edit.file.parent.iterdir()}
    with pytest.raises(UsageError) as told:
        apply(edit, policies)
    assert {path: path.read_bytes() for path in edit.file.parent.iterdir()} == before
    return str(told.value)


def test_a_file_that_was_changed_meanwhile_is_left_alone(file: Path) -> None:
    """Somebody's edit is not lost."""
    policies, edit = wanted(file), edited(file, found(file))
    file.write_text(TEXT + "# more\n")
    assert "was changed since it was read" in refused(edit, policies)


def test_what_would_not_be_valid_is_not_written(file: Path) -> None:
    """The problem is told."""
    said = refused(Edit(file, TEXT, "[policy.overall]\ntag = 9.0\nquarantine = 1.0\n"), wanted(file))
    assert said == f"{file}: nothing was written, it would not be valid: policy.overall: tag (9.0) must not be above quarantine (1.0)"


def test_a_form_that_cannot_be_changed_in_place_is_told(file: Path) -> None:
    """By the file's name, before anything is shown; what was meant is told too."""
    file.write_text("policy.group = []\nmodel = {}\n")
    with pytest.raises(UsageError, match=f"^{file}: nothing was written: .policy. cannot be changed as it is written: use tables"):
        edited(file, found(file))


def test_what_would_say_something_else_is_not_written(file: Path) -> None:
    """Valid is not enough."""
    assert "paste the [policy] block yourself" in refused(Edit(file, TEXT, "# nothing\n"), wanted(file))


def test_a_file_that_is_gone_is_told(file: Path) -> None:
    """By its name."""
    policies, edit = wanted(file), edited(file, found(file))
    file.unlink()
    assert refused(edit, policies) == f"{file}: cannot be read: No such file or directory"


def test_a_disk_without_room_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing was written, and no draft is left."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    policies, edit = wanted(file), edited(file, found(file))
    monkeypatch.setattr(os, "fsync", full)
    assert refused(edit, policies) == f"{file}: nothing was written: No space left on device"


def test_a_folder_that_cannot_be_synced_is_no_failure(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is in place by then; nobody is told that nothing was written."""
    real = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    policies, edit = wanted(file), edited(file, found(file))
    monkeypatch.setattr(os, "fsync", files_only)
    apply(edit, policies)
    assert build_policies(load(file)) == policies


def test_a_read_only_file_is_left_alone(file: Path) -> None:
    """Though its folder would let it be replaced: whoever took the right to write away meant it."""
    file.chmod(0o440)
    with pytest.raises(UsageError, match="is read-only"):
        edited(file, found(file))
