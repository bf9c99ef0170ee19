from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from filter.lab import tallies as lab
from filter.lab.sightings import Sighting
from filter.lab.tallies import KEPT, Span, Tallies


def seen(sender: str = "cy@paper.example", *to: str, day: int = 1, **more: object) -> Sighting:
    """A mail on a day of March 2025; `more` are its other fields."""
    plain = Sighting(sender, "Cy", datetime(2025, 3, day, tzinfo=UTC), to, (), "", "", "", "", "", "", frozenset(), False)
    return plain._replace(**more)  # type: ignore[arg-type]


def test_a_span_is_count_days_and_the_first_name() -> None:
    """Whatever order mails come in; one without a date counts and has no day; two spans join into one."""
    span = Span()
    for path, day in (("b", 9), ("a", 2), ("c", 5)):
        span.add(path, seen(day=day))
    span.add("d", seen(when=None))
    assert span == Span(4, date(2025, 3, 2), date(2025, 3, 9), "b")
    assert span.days == 7
    assert span.joined(Span(1, date(2025, 4, 1), date(2025, 4, 1), "x")) == Span(5, date(2025, 3, 2), date(2025, 4, 1), "b")
    assert Span().joined(Span()).days == 0


def test_mail_for_a_domain_is_counted_once_a_mail() -> None:
    """However many recipients it has there; inside, delivered and signed mail apart."""
    found = Tallies()
    found.add("1", seen("cy@paper.example", "a@firm.example", "b@firm.example", delivered=("a@firm.example",), by="mx", authserv_id="id"))
    found.add("2", seen("a@firm.example", "b@firm.example"))
    row = found.received.rows["firm.example"]
    assert (found.mails, row.span.count, row.inside, row.delivered) == (2, 2, 1, 1)
    assert (row.senders, row.by) == ({"paper.example": 1, "firm.example": 1}, {"mx": 1})
    assert row.signed["id"].count == 1
    assert found.written["paper.example", "b@firm.example"] == 1


def test_asks_are_those_of_people_among_themselves() -> None:
    """Words of paying count to a colleague, not to others and not from a machine."""
    found = Tallies()
    found.add("1", seen("a@firm.example", "b@firm.example", pays="pay", title="CFO"))
    found.add("2", seen("a@firm.example", "cy@paper.example", pays="pay", title="CEO"))
    found.add("3", seen("a@firm.example", "b@firm.example", pays="pay", is_automatic=True))
    row = found.writers.rows["a@firm.example"]
    assert (row.span.count, row.asks.count, row.title, row.title_at) == (3, 1, "CFO", "1")


def test_trade_is_counted_by_firm() -> None:
    """Over all its addresses, with its words, names and whom it answers; a machine's mail is mail but no trade."""
    found = Tallies()
    found.add("1", seen("a@paper.example", "b@firm.example", trades="invoice", firm="Paper Ltd", answers=frozenset({"firm.example"})))
    found.add("2", seen("b@paper.example", "b@firm.example", trades="invoice", is_automatic=True))
    row = found.firms.rows["paper.example"]
    assert (row.span.count, row.trade.count, row.words, row.names) == (2, 1, {"invoice": 1}, {"Paper Ltd": 1})
    assert (row.to, row.answers) == ({"firm.example": 2}, {"firm.example": 1})


def test_tables_stay_bounded_and_keep_what_is_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past the bound the rarer rows are forgotten; of values in a row only so many are kept."""
    monkeypatch.setattr(lab, "ROWS", 10)
    found = Tallies()
    for number in range(100):
        found.add("x", seen("often@paper.example", f"a@to{number}.example", name=f"name {number}", authserv_id=f"id{number}"))
        found.add("x", seen(f"a@from{number}.example", "ann@firm.example", by="mx", authserv_id=f"id{number}"))
    for table in (found.received, found.writers, found.firms):
        assert len(table.rows) <= 10
    assert found.writers.rows["often@paper.example"].span.count == 100
    assert len(found.writers.rows["often@paper.example"].names) == KEPT
    assert len(found.received.rows["firm.example"].signed) == len(found.received.rows["firm.example"].senders) == KEPT
    assert len(found.written) <= 10 * KEPT
