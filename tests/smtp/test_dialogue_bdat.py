"""Content in chunks (RFC 3030): what a client may say when, and what becomes of the octets."""

from __future__ import annotations

import pytest
from actors import MESSAGE
from cast import ADDRESSED, MAIL, RCPT, Talk

from filter.smtp.replies import Reply


async def test_chunks_make_one_content() -> None:
    """Chunks are taken as they are: no dot is special, no line has to end, and each is answered."""
    talk = await Talk().after(*ADDRESSED)
    assert (await talk.hear("BDAT 9", b"A: b\r\n\r\n.")).startswith("250 2.0.0 9 octets")
    assert (await talk.hear("bdat 7", b"\r\n..\r\n.")).startswith("250 2.0.0 7 octets")
    assert (await talk.hear("BDAT 2", b"\r\n")).startswith("250 2.0.0 2 octets")
    assert (await talk.hear("BDAT 0")).startswith("250 2.0.0 0 octets")
    assert (await talk.hear("BDAT 0 last")).startswith("250 2.0.0 Ok: accepted")
    assert talk.cast.judge.judged[0].content == b"A: b\r\n\r\n.\r\n..\r\n.\r\n"


async def test_within_chunks() -> None:
    """Between chunks MAIL, RCPT and DATA are out of order and change nothing, NOOP is not, and RSET forgets the chunks."""
    talk = await Talk().after(*ADDRESSED)
    await talk.hear("BDAT 3", b"old")
    for line in (MAIL, RCPT, "DATA"):
        assert (await talk.hear(line)).startswith("503 5.5.1")
    await talk.after("NOOP", "RSET")
    assert talk.cast.untouched
    await talk.after(MAIL, RCPT)
    assert (await talk.hear(f"BDAT {len(MESSAGE)} LAST", MESSAGE)).startswith("250")
    assert [mail.content for mail in talk.cast.judge.judged] == [MESSAGE]
    assert [whom for whom, _ in talk.cast.hop.taken] == [(0,)]


@pytest.mark.parametrize("before", [0, 1, 2])
async def test_chunks_that_are_out_of_order(before: int) -> None:
    """Their octets are not commands: they are read and dropped, and every chunk behind them is refused as well."""
    talk = await Talk().after(*ADDRESSED[:before])
    for command in ("BDAT 10", "BDAT 10", "BDAT 10 LAST"):
        assert (await talk.hear(command, b"RSET\r\nNOOP")).startswith("503 5.5.1")
    assert talk.cast.untouched
    assert talk.cast.judge.judged == []
    await talk.after(*ADDRESSED[before:])
    assert (await talk.hear("BDAT 4 LAST", b"x\r\n\r\n")).startswith("250")


async def test_chunks_whose_recipients_were_all_refused() -> None:
    """A pipelining client sends its chunks unasked: they are 554, and nothing is judged."""
    talk = await Talk().after("EHLO c", MAIL)
    talk.cast.hop.says["rcpt"] = Reply(550, "5.1.1 no")
    assert (await talk.hear(RCPT)).startswith("550")
    assert (await talk.hear("BDAT 5 LAST", b"hello")).startswith("554 5.5.1")
    assert talk.cast.judge.judged == []


async def test_chunks_past_the_limit() -> None:
    """Octets past the limit are read and dropped; the last chunk hears 552, and the next transaction is fine."""
    talk = await Talk(max_message_bytes=65_536).after(*ADDRESSED)
    for _ in range(3):
        await talk.hear("BDAT 30000", b"x" * 30_000)
        assert talk.cast.site.settings.max_in_flight_bytes - talk.cast.site.budget.free <= 65_536
    assert (await talk.hear("BDAT 4 LAST", b"x\r\n\r\n")).startswith("552 5.3.4")
    assert talk.cast.untouched
    await talk.after(MAIL, RCPT)
    assert (await talk.hear("BDAT 4 LAST", b"x\r\n\r\n")).startswith("250")


@pytest.mark.parametrize("form", ["", "x", "-1", "+1", "1.0", "0x10", "5 FIRST", "5 LAST x", "9" * 21, "\u0663", "5LAST"])
async def test_chunks_of_no_known_length(form: str) -> None:
    """Nobody can tell where the next command begins, so the connection ends there."""
    talk = await Talk().after(*ADDRESSED)
    assert (await talk.hear(f"BDAT {form}")).startswith("501 5.5.4")
    assert talk.gone
