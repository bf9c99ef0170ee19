from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from archived import MBOX, ONE, Damage, put, read

from filter.errors import UsageError
from filter.store.archives import open_path


@pytest.mark.parametrize(("octets", "names"), [(ONE, ["-"]), (MBOX, ["-#1", "-#2"]), (b"bare", ["-"])])
def test_standard_input_is_a_message_or_an_mbox(monkeypatch: pytest.MonkeyPatch, octets: bytes, names: list[str]) -> None:
    """`-` reads what is piped in."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(octets)))
    assert [name for name, _ in open_path("-")] == names


def test_a_missing_path_is_told_before_anything_is_read(tmp_path: Path) -> None:
    """What is not there is a UsageError at once."""
    with pytest.raises(UsageError, match="No such file"):
        open_path(tmp_path / "none.eml")


def test_damage_stops_unless_somebody_listens(tmp_path: Path) -> None:
    """Without a callback the first damage is a UsageError: no message is left out in silence."""
    with pytest.raises(UsageError, match="empty"):
        list(open_path(put(tmp_path / "a.eml", b"")))


def test_damage_in_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped in and breaks is told as `-`."""

    def broken(size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=broken)))
    damage = Damage()
    assert list(open_path("-", damage)) == []
    assert damage == [("-", "Input/output error")]


def test_the_order_is_the_same_every_time(tmp_path: Path) -> None:
    """A run that was stopped can go on where it was: names and order of a folder are those of the last time."""
    for name in ("b.eml", "a.eml", "c/z.eml", "c.eml", "C.eml"):
        put(tmp_path / name, ONE)
    assert list(read(tmp_path)) == list(read(tmp_path)) == ["/C.eml", "/a.eml", "/b.eml", "/c/z.eml", "/c.eml"]
