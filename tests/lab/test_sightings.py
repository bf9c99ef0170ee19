from __future__ import annotations

from datetime import UTC, datetime

import pytest

from filter.lab.sightings import LINE_CHARS, SIGNATURE_LINES, sighting

HEAD = """\
Received: from mx.paper.example (mx.paper.example [192.0.2.7])
\tby mx.firm.example (Postfix) with ESMTPS id 1
\tfor <Ann@firm.example>; Tue, 4 Mar 2025 10:00:00 +0100
Authentication-Results: (by us) mx.firm.example 1; spf=pass smtp.mailfrom=paper.example
From: "Cy Example (CFO)" <Cy@Paper.example>
To: Ann <ann@firm.example>, Bo <bo@firm.example>
Date: Mon, 3 Mar 2025 09:00:00 +0000
Subject: Our invoice 12
"""


def test_one_mail_tells_who_and_when_and_through_what() -> None:
    """Sender, recipients, server, signer of the results, day of arrival, name and title, and words of paying and trade."""
    mail = sighting(f"{HEAD}\nPlease pay it.\n".encode())
    assert mail is not None
    assert (mail.sender, mail.name, mail.title) == ("cy@paper.example", "Cy Example", "CFO")
    assert mail.when == datetime(2025, 3, 4, 9, tzinfo=UTC)
    assert mail.recipients == ("ann@firm.example", "bo@firm.example")
    assert (mail.delivered, mail.by, mail.authserv_id) == (("ann@firm.example",), "mx.firm.example", "mx.firm.example")
    assert (mail.pays, mail.trades) == ("invoice", "invoice")
    assert not mail.is_automatic


def test_only_the_topmost_results_and_server_count() -> None:
    """What stands beneath may be the sender's."""
    lower = "Authentication-Results: mx.forged.example; spf=pass\nReceived: by mx.forged.example for <x@forged.example>; x\n"
    mail = sighting(f"{HEAD}{lower}\nx".encode())
    assert mail is not None
    assert (mail.authserv_id, mail.by, mail.delivered) == ("mx.firm.example", "mx.firm.example", ("ann@firm.example",))


@pytest.mark.parametrize("value", ["spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=none", "", "(a comment)"])
def test_results_without_a_name_have_none(value: str) -> None:
    """Some servers leave the authserv-id out: then the first result is not taken for it."""
    mail = sighting(f"Authentication-Results: {value}\nFrom: a@b.example\n\nx".encode())
    assert mail is not None
    assert mail.authserv_id == ""


def test_where_it_was_delivered_is_told_by_other_fields_too() -> None:
    """Delivered-To and its kin, which servers write that do not say it in Received."""
    mail = sighting(b"Delivered-To: <ann@firm.example>\nX-Original-To: info@firm.example\nFrom: a@b.example\nTo: list@c.example\n\nx")
    assert mail is not None
    assert mail.delivered == ("ann@firm.example", "info@firm.example")
    assert mail.recipients == ("list@c.example", "ann@firm.example", "info@firm.example")


def test_a_title_stands_at_the_name_in_the_signature() -> None:
    """At it or within two lines under it; not elsewhere, not in what is quoted, not in a long line."""

    def title(text: str) -> str:
        mail = sighting(f"From: Ann Weiss <ann@firm.example>\n\n{text}\n".encode())
        assert mail is not None
        return mail.title

    assert title("Hello\n\nAnn Weiss\nFinance Director\nFirm Ltd") == "Finance Director"
    assert title("Hello\n\nAnn Weiss, Geschäftsführerin") == "Ann Weiss, Geschäftsführerin"
    assert title("Ask the Finance Director.\n\nAnn") == ""
    assert title("Ann Weiss\nFirm\nStreet\nFinance Director") == ""
    assert title(f"Ann Weiss, Finance Director{' x' * LINE_CHARS}") == ""
    assert title("Ann Weiss\nFinance Director" + "\nx" * SIGNATURE_LINES) == ""
    assert title("ok\n\nOn Mon, 3 Mar 2025, Bo <bo@firm.example> wrote:\n> Ann Weiss\n> Finance Director") == ""


def test_a_firm_is_named_by_a_line_that_has_the_domains_words() -> None:
    """A line of the signature with a legal form, if it could be the name behind the domain."""

    def firm(text: str) -> str:
        mail = sighting(f"From: Cy <cy@rivalta-paper.example>\n\n{text}\n".encode())
        assert mail is not None
        return mail.firm

    assert firm("Hello\nCy\nRivalta Paper Ltd | ") == "Rivalta Paper Ltd"
    assert firm("Hello\nCy\nOther Glass Ltd") == ""
    assert firm("Hello\nCy\nRivalta") == ""


def test_what_it_answers_is_known_by_whom_it_quotes() -> None:
    """The domains of quoted authors."""
    mail = sighting(b"From: cy@paper.example\n\nok\n\nOn Mon, 3 Mar 2025 at 9:00, Ann <ann@firm.example> wrote:\n> hello\n")
    assert mail is not None
    assert mail.answers == {"firm.example"}


@pytest.mark.parametrize("field", ["List-Id: <a.b.example>", "Auto-Submitted: auto-replied", "List-Unsubscribe: <mailto:a@b.example>"])
def test_lists_and_machines_are_told(field: str) -> None:
    """What was not written to one person by another."""
    mail = sighting(f"{field}\nFrom: a@b.example\n\nx".encode())
    assert mail is not None
    assert mail.is_automatic


@pytest.mark.parametrize("content", [b"", b"\n\nhello", b"From: nobody\n\nx", b"From: @b.example\n\nx", b"\x00\xff" * 500])
def test_without_a_sender_nothing_is_told(content: bytes) -> None:
    """Nobody wrote it."""
    assert sighting(content) is None
