from __future__ import annotations

import io
import tarfile
import tracemalloc
from pathlib import Path

import pytest
from archived import ONE, TWO, Damage, put, read, tarred
from malforming import entry

from filter.store.archives import limits, open_path


def test_a_tar_cut_between_members_is_not_taken_for_whole(tmp_path: Path) -> None:
    """A tar that ends without its end mark is reported even where the cut hides between two members."""
    damage = Damage()
    assert len(read(put(tmp_path / "mail.tar", tarred({"1.eml": ONE, "2.eml": TWO})[:1024]), damage)) == 1
    assert "cut short" in damage[0][1]


def test_a_tar_overwritten_in_its_middle_is_reported(tmp_path: Path) -> None:
    """A header that is none ends the tar with a report, not as if it were the end."""
    octets = bytearray(tarred({"1.eml": ONE, "2.eml": TWO, "3.eml": ONE}))
    octets[1024 + 5 : 1024 + 50] = b"x" * 45
    damage = Damage()
    assert list(read(put(tmp_path / "mail.tar", bytes(octets)), damage)) == [":1.eml"]
    assert len(damage) == 1


def test_links_in_a_tar_are_reported_and_never_followed(tmp_path: Path) -> None:
    """A link in a tar is told with its target, and gives nothing of this machine."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind, target in ((tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "a.eml")):
            entry = tarfile.TarInfo(f"{kind.decode()}.eml")
            entry.type, entry.linkname = kind, target
            archive.addfile(entry)
    damage = Damage()
    assert read(put(tmp_path / "mail.tar", out.getvalue()), damage) == {}
    assert [why for _, why in damage] == [
        "a link to /etc/passwd, which is not followed",
        "a link to a.eml, which is read under its own name",
    ]


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a pipe"),
        (tarfile.GNUTYPE_SPARSE, "a sparse file, which mail never is"),
    ],
)
def test_what_is_no_file_is_told(tmp_path: Path, kind: bytes, why: str) -> None:
    """Devices, pipes and sparse files give nothing, and the members behind them are read."""
    header = entry("x.eml", kind).tobuf()
    damage = Damage()
    assert list(read(put(tmp_path / "mail.tar", header + tarred({"a.eml": ONE})), damage)) == [":a.eml"]
    assert damage == [(f"{tmp_path}/mail.tar:x.eml", why)]


def test_a_member_cut_short_is_never_given(tmp_path: Path) -> None:
    """Wherever the cut is within a member, it is told, and not taken for a shorter message."""
    content = ONE + b"x" * 2000
    octets = tarred({"a.eml": ONE, "b.eml": content})
    for length in (1537, 1600, 2048, 3000, 1536 + len(content) - 1):
        damage = Damage()
        assert read(put(tmp_path / "mail.tar", octets[:length]), damage) == {":a.eml": ONE}
        assert damage[0] == (
            f"{tmp_path}/mail.tar:b.eml",
            f"cut short: {1536 + len(content) - length} of its {len(content)} octets are missing",
        )


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE])
def test_what_a_tar_says_of_a_member_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: bytes) -> None:
    """A name or attributes past the limit end the archive, before they are read into memory."""
    monkeypatch.setattr(limits, "MAX_TAR_HEADER_BYTES", 1000)
    header = entry("x", kind)
    header.size = 1001
    damage = Damage()
    assert list(read(put(tmp_path / "mail.tar", tarred({"a.eml": ONE})[:1024] + header.tobuf() + bytes(9000)), damage)) == [":a.eml"]
    assert [why for _, why in damage] == ["a header of more than 1000 octets"]


def test_headers_are_let_go_of(tmp_path: Path) -> None:
    """The headers of members that were read take no memory: a tar of many costs what one of few does."""
    file = put(tmp_path / "mail.tar", tarred({f"{number}.eml": ONE for number in range(1500)}))
    reading = open_path(file)
    next(reading)
    tracemalloc.start()
    try:
        assert sum(1 for _ in reading) == 1499
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()
