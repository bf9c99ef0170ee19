from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from actors import HELD, MESSAGE, verdict
from rich.console import Console

from filter.cli.held import HEADER_LINES, LINE_CHARS, REASONS, TEXT_LINES, content_of, listing, printed, told
from filter.errors import UsageError
from filter.judge.verdict import Reason
from filter.store.quarantine import Held, State
from filter.store.verdicts import from_json

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
MESSAGE_HELD = Held(
    id="1k0yq2mqhq9-0cnqpf",
    received=NOON,
    sender="ann@example.org",
    recipients=("bob@example.net", "cy@example.net"),
    subject="Lunch",
    action="quarantine",
    cause="spam",
    verdict=verdict(HELD, (Reason("spam", "subject", "lunch", 2.5),)),
    size=len(MESSAGE),
    state=State.HELD,
    changed=NOON,
    content=MESSAGE,
)


def shown(message: Held) -> str:
    """What `show` prints, on a wide terminal without colour."""
    out = Console(file=io.StringIO(), width=250, markup=False, highlight=False, emoji=False)
    for part in printed(message):
        out.print(part)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def test_a_message_is_shown_with_all_that_is_known() -> None:
    """The envelope, the verdict per threat, the reasons, the headers and the text are all there."""
    text = shown(MESSAGE_HELD)
    for piece in (
        "<ann@example.org>",
        "and 1 more",
        "+5.000",
        "+2.50",
        "To: bob@example.net",
        "At noon?",
        "quarantine for spam",
    ):
        assert piece in text


def test_nothing_of_a_message_reaches_the_terminal_raw() -> None:
    """Control characters in subject, sender, reasons, headers or text come out spelled; brackets are no markup."""
    evil = "[red]\x1b[2J\x9b\u202e\x07"
    content = f"From: {evil}\r\nSubject: x\r\n{evil}: y\r\n\r\n{evil}\rline\r\n".encode()
    reason = Reason("spam", evil, evil, 1.0)
    text = shown(replace(MESSAGE_HELD, subject=evil, sender=evil, recipients=(evil,), verdict=verdict(HELD, (reason,)), content=content))
    assert text.replace("\n", "").isprintable()
    assert text.count(r"[red]\x1b[2J") >= 7


def test_a_long_message_is_shown_in_part() -> None:
    """Headers, text, lines and reasons end at their named limits, and what is left out is counted."""
    headers = "".join(f"X-{number}: y\r\n" for number in range(HEADER_LINES + 5))
    body = "".join(f"line {number}\r\n" for number in range(TEXT_LINES + 7)) + "x" * LINE_CHARS * 2
    reasons = tuple(Reason("spam", "text", f"word{number}", float(number)) for number in range(REASONS + 3))
    text = shown(replace(MESSAGE_HELD, verdict=verdict(HELD, reasons), content=f"{headers}\r\n{body}".encode()))
    assert "... 5 lines more" in text
    assert f"X-{HEADER_LINES - 1}:" in text and f"X-{HEADER_LINES}:" not in text
    assert f"line {TEXT_LINES - 1}\n" in text and f"line {TEXT_LINES}\n" not in text
    assert "... 8 lines more" in text
    assert "word3 " in text and "word2 " not in text
    wide = shown(replace(MESSAGE_HELD, content=b"Subject: x\r\n\r\n" + b"x" * LINE_CHARS * 2))
    assert f"  {'x' * LINE_CHARS}...\n" in wide


def test_a_deleted_message_is_shown_without_content() -> None:
    """Once deleted there are facts and reasons, no headers and no octets."""
    deleted = replace(MESSAGE_HELD, content=None, state=State.DELETED, changed=NOON.replace(hour=13))
    text = shown(deleted)
    assert "deleted since 2024-05-01 13:00:00 UTC" in text
    assert "bob@example.net" in text and "To: bob" not in text
    with pytest.raises(UsageError, match="is deleted: its content is gone"):
        content_of(deleted)


def test_a_list_has_a_line_for_each() -> None:
    """A long subject does not break a line of the list in two."""
    out = Console(file=io.StringIO(), width=100)
    out.print(listing((MESSAGE_HELD, replace(MESSAGE_HELD, id="other", subject="x" * 200, sender=None, recipients=()))))
    assert isinstance(out.file, io.StringIO)
    _, first, second = out.file.getvalue().splitlines()
    assert "1k0yq2mqhq9-0cnqpf" in first and "Lunch" in first
    assert "unknown" in second and "none" in second


def test_nothing_in_a_list_reaches_the_terminal_raw() -> None:
    """Subject and addresses come out spelled, and brackets in them are no markup."""
    evil = "[red]\x1b[2J\x9b\u202e"
    out = Console(file=io.StringIO(), width=200)
    out.print(listing((replace(MESSAGE_HELD, subject=evil, sender=evil, recipients=(evil,)),)))
    assert isinstance(out.file, io.StringIO)
    assert out.file.getvalue().replace("\n", "").isprintable()
    assert out.file.getvalue().count(r"[red]\x1b[2J\x9b\u202e") == 3


def test_as_json_a_message_has_its_facts_and_on_request_its_verdict() -> None:
    """The JSON has plain facts; the whole one has the verdict as it was given."""
    facts = told(MESSAGE_HELD)
    assert (facts["id"], facts["received"], facts["score"]) == (MESSAGE_HELD.id, "2024-05-01T12:00:00+00:00", HELD)
    assert "verdict" not in facts
    assert from_json(told(MESSAGE_HELD, whole=True)["verdict"]) == MESSAGE_HELD.verdict
