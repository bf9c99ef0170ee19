from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest
from archived import LINE, MBOX, ONE, TWO, Damage, put, read, zipped

from filter.store.archives import cutzip
from filter.store.archives.damage import refuse


class Pipe(io.BytesIO):
    """What cannot go back."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise io.UnsupportedOperation


def streamed(files: dict[str, bytes]) -> bytes:
    """A zip written to a pipe: sizes and sums stand behind each member."""
    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def stored(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


FILES = {"a.eml": ONE, "folder/": b"", "b.mbox": MBOX, "c/d.eml": TWO * 300}


@pytest.mark.parametrize("octets", [zipped(FILES), streamed(FILES), stored(FILES)])
def test_a_zip_is_read_without_its_directory(octets: bytes) -> None:
    """Every member comes, in order and under its name, whether its header knows its size or not."""
    cut = octets[: octets.index(b"PK\x01\x02")]
    found = list(cutzip.messages("x.zip", io.BytesIO(cut), refuse))
    assert found == [("x.zip:a.eml", ONE), ("x.zip:b.mbox#1", ONE), ("x.zip:b.mbox#2", TWO), ("x.zip:c/d.eml", TWO * 300)]


@pytest.mark.parametrize("octets", [zipped(FILES), streamed(FILES), stored(FILES)])
def test_a_cut_anywhere_loses_only_what_it_cuts(tmp_path: Path, octets: bytes) -> None:
    """Wherever a zip is cut, the messages before that are read, and the cut is told."""
    whole = read(put(tmp_path / "whole.zip", octets))
    for length in range(1, len(octets) - 1, 7 + len(octets) // 100):
        damage = Damage()
        found = read(put(tmp_path / "cut.zip", octets[:length]), damage)
        short = {name.rpartition(".zip")[2]: content for name, content in found.items()}
        assert short.items() <= {name.rpartition(".zip")[2]: content for name, content in whole.items()}.items()
        assert list(short) == list(whole)[: len(found)]
        assert "no directory at its end" in damage[0][1]
        assert len(damage) <= 2


def test_damage_before_the_cut_is_found_by_its_sum(tmp_path: Path) -> None:
    """A member whose octets changed is told, and the next one read."""
    octets = stored({"a.eml": ONE, "b.eml": TWO}).replace(b"first", b"First")[:-40]
    damage = Damage()
    assert read(put(tmp_path / "x.zip", octets), damage) == {":b.eml": TWO}
    assert damage[1] == (f"{tmp_path}/x.zip:a.eml", "damaged: its sum is another")


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Members that are encrypted, or packed in another way, are skipped by their size."""
    octets = bytearray(zipped({"a.eml": ONE, "b.eml": TWO, "c.eml": ONE})[:-40])
    octets[6] |= 1
    octets[octets.index(b"PK\x03\x04", 4) + 8] = 99
    damage = Damage()
    assert read(put(tmp_path / "x.zip", bytes(octets)), damage) == {":c.eml": ONE}
    assert [why for _, why in damage[1:]] == ["encrypted", "packed in a way that is not read (method 99): unpack it first"]


def test_names_are_read_in_their_charset(tmp_path: Path) -> None:
    """A name is UTF-8 where the member says so."""
    assert list(read(put(tmp_path / "x.zip", zipped({"grün.eml": ONE})[:-30]), Damage())) == [":grün.eml"]


def test_a_mailbox_that_is_cut_gives_its_whole_messages(tmp_path: Path) -> None:
    """Of a large mailbox in a zip that lost its end, the messages before that come."""
    box = b"".join(LINE + b"Subject: %d\n\n" % number + b"x" * 300_000 + b"\n\n" for number in range(5))
    found = read(put(tmp_path / "x.zip", stored({"a.mbox": box})[:1_000_000]), Damage())
    assert list(found) == [":a.mbox#1", ":a.mbox#2", ":a.mbox#3"]


def test_a_mailbox_whose_writing_broke_off_gives_its_whole_messages(tmp_path: Path) -> None:
    """A header that was never filled in, with no size and no sum, does not hide what was packed behind it."""
    box = b"".join(LINE + b"Subject: %d\n\n" % number + bytes(range(256)) * 4000 + b"\n\n" for number in range(3))
    octets = bytearray(zipped({"a.mbox": box}))
    octets[14:26] = bytes(12)
    assert list(read(put(tmp_path / "x.zip", bytes(octets[: octets.index(b"PK\x01\x02") - 9])), Damage())) == [":a.mbox#1", ":a.mbox#2"]


class Counted(io.BytesIO):
    """Counts the octets that are read of it."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        octets = super().read(size)
        self.count += len(octets)
        return octets


@pytest.mark.parametrize("sized", [True, False])
def test_no_member_is_read_past_its_end(sized: bool) -> None:
    """Members that go on into each other, as in a bomb, cost no more than the octets they have, whether they tell a size or none."""
    head = struct.pack("<4s2xHH4xIIIHH", b"PK\x03\x04", 0, 8, 0, 5 * sized, 9, 1, 0) + b"a"
    # A block of deflate that is stored, and holds the next member's header and what follows it.
    length = len(head)
    octets = (head + b"\0" + struct.pack("<HH", length, length ^ 0xFFFF)) * 2000
    stream, damage = Counted(octets), Damage()
    assert list(cutzip.messages("x.zip", stream, damage)) == []
    assert len(damage) == (2000 if sized else 1)
    assert stream.count < 4 * len(octets)
