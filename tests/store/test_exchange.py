from __future__ import annotations

from datetime import UTC, datetime

import pytest

from filter.judge.correspondents import Correspondents
from filter.judge.mail import Message
from filter.store.exchange import came, exchange

OWN = frozenset({"acme.example"})
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
PIA, BOB, EVE, DESK = "pia@supplier.example", "bob@acme.example", "eve@mail.acme.example", "desk@gmail.com"


def parts(
    address: str, *recipients: str, sender: str | None = None, automatic: bool = False
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who received it and to whom it was sent; None where it tells of nobody."""
    told = exchange(Correspondents(address, recipients=recipients, automatic=automatic), sender, OWN, NOON)
    return (told.received, told.sent) if told else None


def test_mail_from_outside_was_received() -> None:
    """By the site's own, those of a subdomain as well; by all where none is; and by nobody known without recipients."""
    assert parts(PIA, BOB, DESK, EVE) == ((BOB, EVE), ())
    assert parts(PIA, DESK) == ((DESK,), ())
    assert parts(PIA) == ((), ())
    assert parts("x@notacme.example", BOB) == ((BOB,), ())


def test_mail_of_the_site() -> None:
    """Received by colleagues, sent to those outside; with neither it tells nothing."""
    assert parts(BOB, PIA, EVE, DESK) == ((EVE,), (PIA, DESK))
    assert parts(EVE, PIA) == ((), (PIA,))
    assert parts(BOB) is None


@pytest.mark.parametrize(("sender", "automatic"), [("", False), ("srs@list.example", False), (BOB, True), (None, True)])
def test_what_no_person_of_the_site_sent_makes_nobody_known(sender: str | None, automatic: bool) -> None:
    """Bounces, what is forwarded, absence notes: nobody outside was written to, and a colleague was."""
    assert parts(BOB, PIA, sender=sender, automatic=automatic) is None
    assert parts(BOB, PIA, EVE, sender=sender, automatic=automatic) == ((EVE,), ())


def test_the_envelope_sender_of_the_site() -> None:
    """Where it is the site's own, in any case, the site sent it."""
    assert parts(BOB, PIA, sender="Bounces@ACME.example") == ((), (PIA,))


def test_without_domains_of_its_own_all_is_incoming() -> None:
    """A site that says nothing of itself sent nothing."""
    told = exchange(Correspondents(BOB, recipients=(PIA,)), None, frozenset(), NOON)
    assert told
    assert (told.received, told.sent) == ((PIA,), ())


def test_nobody_wrote_it() -> None:
    """Without an address in From it tells nothing."""
    assert parts("", BOB) is None


@pytest.mark.parametrize(
    ("received", "date", "hour"),
    [
        ("from a by b; Fri, 1 May 2026 14:00:00 +0200", "Mon, 1 Jan 2024 00:00:00 +0000", 12),
        ("from a (b; c) by d; Fri, 1 May 2026 12:00:00 -0000 (UTC)", "", 12),
        ("from a by b", "Fri, 1 May 2026 09:00:00 +0000", 9),
        ("from a by b; yesterday", "Fri, 1 May 2026 09:00:00 +0000", 9),
        ("", "Fri, 1 May 2026 09:00:00", 9),
    ],
)
def test_when_it_came(received: str, date: str, hour: int) -> None:
    """By the topmost Received, in UTC; by Date where that has none."""
    headers = (("received", received), ("received", "x; Thu, 2 Apr 2026 00:00:00 +0000"), ("date", date))
    assert came(Message(headers=headers)) == datetime(2026, 5, 1, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    "date", ["", "soon", "Fri, 99 May 2026 09:00:00 +0000", "Fri, 31 Dec 9999 23:00:00 -2359", "1 Jan 99999999999999999999 1:1 +99999999"]
)
def test_no_date_at_all(date: str) -> None:
    """Whatever is no date gives none."""
    assert came(Message(headers=(("date", date),))) is None
