from __future__ import annotations

import gzip
import lzma
from pathlib import Path

import pytest
from archived import LINE, MBOX, ONE, TWO, Damage, put, read, tarred, zipped

from filter.store.archives import limits, open_path


@pytest.mark.parametrize("content", [ONE, b"no header at all", b"From : ann@example.org\n\n", b"\xff\x00"])
def test_a_file_that_was_named_is_one_message(tmp_path: Path, content: bytes) -> None:
    """Whatever is no mbox is one message, octet for octet, under the file's own name."""
    file = put(tmp_path / "a.eml", content)
    assert list(open_path(file)) == [(str(file), content)]


def test_an_eml_loses_the_from_line_of_its_mailbox(tmp_path: Path) -> None:
    """One message with an mbox `From ` line in front keeps everything else, quoting too, and its name."""
    message = b"Subject: one\n\n>From me\n\n"
    assert read(put(tmp_path / "a.eml", LINE + message)) == {"": message}


def test_an_eml_of_several_messages_is_an_mbox(tmp_path: Path) -> None:
    """The end of a name does not turn two messages into one."""
    assert read(put(tmp_path / "a.eml", MBOX)) == {"#1": ONE, "#2": TWO}


def test_an_mbox_gives_each_message_a_number(tmp_path: Path) -> None:
    """Messages of an mbox are counted from 1; one message in it is one too."""
    assert read(put(tmp_path / "inbox", MBOX)) == {"#1": ONE, "#2": TWO}
    assert read(put(tmp_path / "single", LINE + ONE)) == {"#1": ONE}


def test_gzip_goes_around_an_mbox_or_a_message(tmp_path: Path) -> None:
    """A gzipped mailbox and a gzipped message are read as what they are."""
    assert read(put(tmp_path / "inbox.mbox.gz", gzip.compress(MBOX))) == {"#1": ONE, "#2": TWO}
    assert read(put(tmp_path / "a.eml.gz", gzip.compress(LINE + ONE))) == {"": ONE}


def test_a_mailbox_cut_inside_gzip_gives_its_whole_messages(tmp_path: Path) -> None:
    """A gzipped mailbox that lost its end is reported, after the messages that were whole."""
    messages = [b"Subject: %d\n\n" % number + bytes(range(11, 256)) * 6000 + b"\n" for number in range(3)]
    octets = gzip.compress(b"".join(LINE + message + b"\n" for message in messages), 0)
    damage = Damage()
    found = read(put(tmp_path / "inbox.mbox.gz", octets[: len(octets) - 100_000]), damage)
    assert list(found.values()) == messages[:2]
    assert len(damage) == 1


@pytest.mark.parametrize("name", ["a.eml", "inbox", "mail.tar", "mail.zip", "from.eml", "a.eml.gz", "box/cur/1"])
def test_a_message_past_the_limit_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Past MAX_MESSAGE_BYTES a message is skipped through every door; one of just that size is taken."""
    monkeypatch.setattr(limits, "MAX_MESSAGE_BYTES", 2_000_000)
    body = b"Subject: large\n\n" + b"x" * (2_000_000 - 16)
    for content, taken in ((body, 1), (body + b"x" * 100, 0)):
        octets = {
            "inbox": lambda content: LINE + content[len(LINE) :],
            "mail.tar": lambda content: tarred({"a.eml": content}),
            "mail.zip": lambda content: zipped({"a.eml": content}),
            "from.eml": lambda content: LINE + content[len(LINE) :],
            "a.eml.gz": gzip.compress,
        }.get(name, bytes)(content)
        put(tmp_path / name, octets)
        (tmp_path / "box" / "new").mkdir(parents=True, exist_ok=True)
        damage = Damage()
        path = tmp_path / "box" if name.startswith("box") else tmp_path / name
        assert len(read(path, damage)) == taken
        assert [why.partition(",")[0] for _, why in damage] == ["larger than 2000000 octets"] * (1 - taken)


@pytest.mark.parametrize("name", ["a.bin", "a", "a.mbox"])
def test_a_binary_file_is_no_mail_though_it_was_named(tmp_path: Path, name: str) -> None:
    """A picture that somebody names is not judged as a letter; bare text is, and so is a header with zeros behind it."""
    damage = Damage()
    assert read(put(tmp_path / name, b"\x89PNG\r\n\0\0"), damage) == {}
    assert [why for _, why in damage] == ["not mail: it does not begin with a header field"]
    assert read(put(tmp_path / name, ONE + bytes(9))) == {"": ONE + bytes(9)}


@pytest.mark.parametrize("name", ["run.jsonl", "list.yaml"])
def test_what_programs_write_is_no_mail(tmp_path: Path, name: str) -> None:
    """A colon behind a quoted word, or a brace, begins no header field: a run's own rows in a folder are not judged as mail."""
    octets = {"run.jsonl": b'{"path": "a.eml"}\n', "list.yaml": b'"to": a\n'}[name]
    damage = Damage()
    put(tmp_path / name, octets)
    assert read(tmp_path, damage) == {}
    assert [why for _, why in damage] == ["not mail: it does not begin with a header field"]


@pytest.mark.parametrize("octets", [gzip.compress(ONE), tarred({"a.eml": ONE}, "w:gz"), zipped({"a.eml": ONE}), lzma.compress(ONE)])
def test_what_is_packed_is_told_so(tmp_path: Path, octets: bytes) -> None:
    """Without an ending that says how, as standard input is, it is not called something else."""
    damage = Damage()
    assert read(put(tmp_path / "mail", octets), damage) == {}
    assert [why for _, why in damage] == ["packed: unpack it, or give a file whose name ends as such files do (.gz, .zip, .zst ...)"]


def test_text_in_utf_16_is_told(tmp_path: Path) -> None:
    """What Windows' shell makes of a mailbox is not judged as one letter of zeros."""
    damage = Damage()
    assert read(put(tmp_path / "a.mbox", MBOX.decode().encode("utf-16")), damage) == {}
    assert [why for _, why in damage] == ["text in UTF-16, which mail never is"]


def test_damage_in_an_mbox_names_the_message_and_its_octet(tmp_path: Path) -> None:
    """A message of nothing is told by its number and its place, and those around it are read under theirs."""
    damage = Damage()
    assert list(read(put(tmp_path / "a.mbox", MBOX + LINE + b"\n" + MBOX), damage)) == ["#1", "#2", "#4", "#5"]
    assert [(name.rpartition("#")[2], why) for name, why in damage] == [("3", f"empty, at octet {len(MBOX)}")]
