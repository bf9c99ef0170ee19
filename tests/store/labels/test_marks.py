from __future__ import annotations

from pathlib import Path

import pytest

from filter.store.labels import marks
from filter.store.labels.label import Label
from filter.store.labels.marks import DETAIL_CHARS, HEAD_BYTES, gmail, keywords, x_spam

TRACE = b"Received: from a.example by b.example; Fri, 1 May 2026 10:00:00 +0000\n"
REST = b"From: ann@example.org\nSubject: lunch\n"
BODY = b"\nX-Gmail-Labels: Spam\nX-Spam-Flag: YES\nX-Keywords: Junk\nX-UID: 1\n\nhello\n"


def values(labels: tuple[Label, ...]) -> list[str]:
    return [label.value for label in labels]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Spam,Unread", ["spam"]),
        ("Inbox,Important,Category promotions", []),
        ('"a, Spam",Inbox', []),
        ("=?UTF-8?Q?Cat=C3=A9gorie,Spam?=", ["spam"]),
        ("=?UTF-8?B?0KHQv9Cw0Lw=?=,\n =?UTF-8?Q?Ge=C3=B6ffnet?=", ["spam"]),
        ("=?UTF-8?Q?=D0=A1=D0=BF=D0=B0=D0=BC,?=\n =?UTF-8?Q?_x?=", ["spam"]),
        ("Archived,Work/Phishing", ["phish"]),
        ("ham,Spam", ["ham", "spam"]),
        ("=?UTF-8?B?broken", []),
        ("Spammers", []),
        ('"Spam', ["spam"]),
        ("", []),
    ],
)
def test_gmails_labels_are_read_as_takeout_writes_them(written: str, told: list[str]) -> None:
    """Between commas, in encoded words, folded, in any language; labels in labels by their last name."""
    for end in (b"\n", b"\r\n"):
        content = (b"X-GM-THRID: 17\nX-Gmail-Labels: " + written.encode() + b"\n" + TRACE + REST + BODY).replace(b"\n", end)
        assert values(gmail(content)) == told


@pytest.mark.parametrize(
    "content",
    [
        TRACE + b"X-Gmail-Labels: ham\n" + REST + BODY,
        b"X-Gmail-Labels: ham\n" + REST + BODY,
        REST + BODY,
        REST + b"\n" + b"X-Gmail-Labels: ham\n" + TRACE,
        b"Subject: X-Gmail-Labels: ham\n" + TRACE + REST + BODY,
        b"",
        b"\n\nX-Gmail-Labels: ham\n" + TRACE,
    ],
)
def test_gmails_labels_count_above_the_trace_alone(content: bytes) -> None:
    """Below the first Received, without any, in the body or in another field a sender may have written them."""
    assert gmail(content) == ()


def test_a_header_is_looked_at_to_a_limit() -> None:
    """What stands further down than that in a header is not found, and does no harm."""
    far = b"X-Filler: " + b"x" * HEAD_BYTES + b"\n"
    assert values(gmail(b"X-Gmail-Labels: Spam\n" + TRACE + far + REST)) == ["spam"]
    assert gmail(far + b"X-Gmail-Labels: Spam\n" + TRACE + REST) == ()
    assert x_spam(far + b"X-Spam-Flag: YES\n" + TRACE + REST) == ()
    assert keywords("a#1", far + b"X-UID: 1\nX-Keywords: Junk\n\n") == ()


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    """A Maildir whose keywords a, b, c, d and f have names."""
    (tmp_path / "dovecot-keywords").write_text("0 $Forwarded\n1 Junk\n2 NonJunk\n3 $Phishing\n5 $NotJunk\nx y\n\n99999 Junk\n")
    return tmp_path


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ("Sb", ["spam"]),
        ("ac", ["ham"]),
        ("Sbd", ["spam", "phish"]),
        ("f", ["ham"]),
        ("bc", ["spam", "ham"]),
        ("ez", []),
        ("BCS", []),
        ("", []),
    ],
)
def test_a_maildirs_letters_are_keywords(maildir: Path, flags: str, told: list[str]) -> None:
    """By the file beside cur; capitals are flags, and a letter without a name is nothing."""
    assert values(keywords(f"{maildir}/cur/17.host:2,{flags}", REST + BODY)) == told
    assert keywords(f"{maildir}/new/17.host:2,{flags}", REST + BODY) == ()


def test_a_maildir_without_names_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one in an archive, or one whose file is past its limit there."""
    assert keywords(f"{tmp_path}/cur/17:2,b", REST) == ()
    assert keywords("mail.tar:Maildir/cur/17:2,b", REST) == ()
    monkeypatch.setattr(marks, "KEYWORDS_BYTES", 12)
    (tmp_path / "long").mkdir()
    (tmp_path / "long" / "dovecot-keywords").write_bytes(b"0 $Forwarded\n1 Junk\n")
    assert keywords(f"{tmp_path}/long/cur/17:2,b", REST) == ()


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (b"Status: RO\nX-Status: \nX-Keywords: $Forwarded Junk      \nX-UID: 7\n", ["spam"]),
        (b"X-UID: 7\nX-Keywords: $Junk $Phishing\n", ["spam", "phish"]),
        (b"X-UID: 7\nX-Keywords: NonJunk\n", []),
        (b"X-Keywords: Junk\n", []),
        (b"X-Keywords: Junk\nX-UID: 7\nX-Mailer: y\n", []),
        (b"X-UID: 7\nX-Status: A\n", []),
    ],
)
def test_an_mboxs_keywords_stand_at_the_end_of_a_header(last: bytes, told: list[str]) -> None:
    """Beside the server's other fields; a sender can write them there too, so nobody is wanted by them."""
    for end in (b"\n", b"\r\n"):
        content = (TRACE + REST + last + BODY).replace(b"\n", end)
        assert values(keywords("INBOX#3", content)) == told
        assert keywords("INBOX/3.eml", content) == ()


SAID = [
    (b"X-Spam-Flag: YES", "spam"),
    (b"X-Spam-Flag: no", "ham"),
    (b"X-Spam-Status: Yes, score=9.1 required=5.0", "spam"),
    (b"x-spam-status: No,score=0.1", "ham"),
    (b"X-Spam: Yes", "spam"),
    (b"X-Bogosity: Spam, tests=bogofilter", "spam"),
    (b"X-Bogosity: Ham, tests=bogofilter", "ham"),
    (b"X-Bogosity: Unsure, tests=bogofilter", ""),
    (b"X-MS-Exchange-Organization-SCL: 6", "spam"),
    (b"X-MS-Exchange-Organization-SCL: 1", "ham"),
    (b"X-MS-Exchange-Organization-SCL: -1", ""),
    (b"X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:;\n SFV:SPM;SCL:5", "spam"),
    (b"X-Forefront-Antispam-Report: CIP:192.0.2.1;SFV:NSPM;", "ham"),
    (b"X-Forefront-Antispam-Report: CIP:192.0.2.1;XSFV:SPM;", ""),
    (b"X-Spam-Level: *****", ""),
    (b"X-Spam-Flag: maybe", ""),
]


@pytest.mark.parametrize(("field", "value"), SAID)
def test_other_filters_fields_are_read(field: bytes, value: str) -> None:
    """Yes and no, and Microsoft's levels and verdicts; what is neither says nothing."""
    assert values(x_spam(field + b"\n" + TRACE + REST + BODY)) == [value] * bool(value)


@pytest.mark.parametrize(("field", "value"), SAID)
def test_nobody_is_wanted_by_a_field_that_a_sender_can_write(field: bytes, value: str) -> None:
    """Below the first Received, or without one, a filter's field counts against its sender only."""
    expected = [value] * (value == "spam")
    assert values(x_spam(TRACE + field + b"\n" + REST + BODY)) == expected
    assert values(x_spam(field + b"\n" + REST + BODY)) == expected
    assert x_spam(TRACE + REST + b"\n" + field + BODY) == ()


def test_our_own_mark_is_no_other_filters() -> None:
    """Mail that we flagged is not spam for that; what another filter says of it still counts."""
    ours = TRACE + b"X-Sievert-Id: 0123456789abcdef\nX-Spam-Flag: YES\n"
    assert x_spam(ours + REST + BODY) == ()
    assert values(x_spam(ours + b"X-Spam: Yes\n" + REST + BODY)) == ["spam"]


def test_what_a_field_says_is_told_in_short() -> None:
    """Its name and its first words."""
    (label,) = x_spam(b"X-Spam-Status: Yes, " + b"x" * 500 + b"\n" + TRACE)
    assert label.detail.startswith("x-spam-status: Yes, xxx")
    assert len(label.detail) == DETAIL_CHARS
