from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from archived import LINE, MBOX, ONE, TWO, Damage, put, read, zipped

from filter.store.archives import limits


def test_a_damaged_member_of_a_zip_is_skipped(tmp_path: Path) -> None:
    """One broken member of a zip is reported by its name, and the others are read."""
    octets = zipped({"1.eml": ONE, "2.eml": TWO * 50, "3.eml": ONE})
    at = octets.index(b"2.eml") + 8
    damage = Damage()
    found = read(put(tmp_path / "mail.zip", octets[:at] + b"\xff\xff\xff" + octets[at + 3 :]), damage)
    assert list(found) == [":1.eml", ":3.eml"]
    assert [name for name, _ in damage] == [f"{tmp_path}/mail.zip:2.eml"]


def test_encrypted_and_overlapping_members_are_told(tmp_path: Path) -> None:
    """What needs a password, and what lies over another member as in a bomb, is skipped by its name."""
    octets = zipped({"a.eml": ONE * 9, "b.eml": TWO, "c.eml": ONE})
    first, second = octets.index(b"PK\x01\x02"), octets.index(b"PK\x01\x02", octets.index(b"PK\x01\x02") + 4)
    changed = bytearray(octets)
    changed[first + 20 : first + 24] = struct.pack("<I", 100)
    changed[second + 8] |= 1
    damage = Damage()
    assert read(put(tmp_path / "mail.zip", bytes(changed)), damage) == {":c.eml": ONE}
    assert damage == [
        (f"{tmp_path}/mail.zip:a.eml", "its octets are another member's too, as in a bomb"),
        (f"{tmp_path}/mail.zip:b.eml", "encrypted"),
    ]


def test_a_bomb_ends_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member that expands past the limits ends there; messages before that and the other members come."""
    monkeypatch.setattr(limits, "FREE_EXPANSION_BYTES", 1_000_000)
    damage = Damage()
    file = put(tmp_path / "mail.zip", zipped({"bomb.mbox": MBOX + LINE + bytes(3_000_000), "c.eml": ONE}))
    assert list(read(file, damage)) == [":bomb.mbox#1", ":bomb.mbox#2", ":c.eml"]
    assert "expands to more than 250 times" in damage[0][1]


def test_whole_messages_before_a_damaged_place_are_read(tmp_path: Path) -> None:
    """A mailbox in a zip gives what comes before its damage."""
    messages = [b"Subject: %d\n\n" % number + bytes(range(11, 256)) * 9000 for number in range(3)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.mbox", b"".join(LINE + message + b"\n\n" for message in messages))
    octets = out.getvalue()
    at = octets.index(b"Subject: 2")
    damage = Damage()
    found = read(put(tmp_path / "mail.zip", octets[:at] + b"S" + octets[at:at] + b"x" + octets[at + 2 :]), damage)
    assert len(found) == 2
    assert "Bad CRC-32" in damage[0][1]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_no_bomb_takes_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: int) -> None:
    """However a member is packed, what its few octets stand for is never in memory at once; bzip2 and LZMA are not read."""
    monkeypatch.setattr(limits, "MAX_MESSAGE_BYTES", 1_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("bomb.eml", bytes(1 << 25))
        archive.writestr("a.eml", ONE, zipfile.ZIP_DEFLATED)
    file, damage = put(tmp_path / "mail.zip", out.getvalue()), Damage()
    tracemalloc.start()
    try:
        assert read(file, damage) == {":a.eml": ONE}
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1 << 23
    said = f"packed in a way that is not read (method {method}): unpack it first"
    assert [why for _, why in damage] == ["larger than 1000000 octets" if method == zipfile.ZIP_DEFLATED else said]
