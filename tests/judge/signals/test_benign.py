from __future__ import annotations

import pytest

from filter.judge.mail import Address, Attachment, Envelope, Message
from filter.judge.scene import Scene
from filter.judge.signals.benign import SIGNALS, VALUE_CHARS
from filter.judge.site import Site

BY_NAME = {signal.name: signal for signal in SIGNALS}
SITE = Site(domains=frozenset({"acme.example"}), authserv_ids=frozenset({"mx.acme.example"}))


def found(name: str, *headers: tuple[str, str], text: str = "", envelope: Envelope | None = None) -> str:
    message = Message(headers=headers, sender=Address("", "anna", "acme.example"), text=text)
    return Scene(message, SITE, envelope=envelope).evidence(BY_NAME[name])


@pytest.mark.parametrize(
    ("name", "header", "evidence"),
    [
        ("mailing-list", ("list-id", "Cooks <cooks.example>"), "header List-ID: Cooks <cooks.example>"),
        ("mailing-list", ("list-post", "<mailto:cooks@b.example>"), "header List-Post: <mailto:cooks@b.example>"),
        ("bounce", ("return-path", " <>"), "header Return-Path: <>"),
        ("bounce", ("content-type", "Multipart/Report; report-type=delivery-status"), "content type is multipart/report"),
        ("auto-reply", ("auto-submitted", "Auto-Replied (vacation)"), "header Auto-Submitted: auto-replied"),
        ("auto-reply", ("auto-submitted", "auto-replied; x=1"), "header Auto-Submitted: auto-replied"),
        ("auto-reply", ("x-autoreply", "yes"), "header X-Autoreply: yes"),
        ("auto-reply", ("precedence", "auto_reply"), "header Precedence: auto_reply"),
        ("calendar", ("content-type", "text/calendar; method=REPLY"), "content type is text/calendar"),
        ("forwarded-by-filter", ("x-forwarded-to", "b@c.example"), "header X-Forwarded-To: b@c.example"),
        ("forwarded-by-filter", ("resent-from", "b@c.example"), "header Resent-From: b@c.example"),
        (
            "forwarded-by-filter",
            ("return-path", "<anna+caf_=tom=b.example@gmail.com>"),
            "envelope sender anna+caf_=tom=b.example@gmail.com is a forwarder's",
        ),
        ("bulk", ("precedence", "Bulk"), "header Precedence: bulk"),
        ("bulk", ("list-unsubscribe", "<https://b.example/u>"), "header List-Unsubscribe: <https://b.example/u>"),
        ("awareness-training", ("x-phishtest", "yes"), "header X-Phishtest: yes"),
    ],
)
def test_a_header_is_told(name: str, header: tuple[str, str], evidence: str) -> None:
    """The evidence names the header that was seen and its value."""
    assert found(name, header) == evidence


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("mailing-list", ("list-unsubscribe", "<https://b.example/u>")),
        ("bounce", ("return-path", "<anna@b.example>")),
        ("bounce", ("content-type", "multipart/mixed; x=multipart/report")),
        ("auto-reply", ("auto-submitted", "no")),
        ("auto-reply", ("auto-submitted", "auto-generated")),
        ("auto-reply", ("x-auto-response-suppress", "All")),
        ("calendar", ("content-type", "text/plain; name=text/calendar")),
        ("forwarded-by-filter", ("return-path", "<anna+tag@gmail.com>")),
        ("bulk", ("precedence", "first-class")),
        ("newsletter", ("list-unsubscribe", "<https://b.example/u>")),
        ("newsletter", ("feedback-id", "1:b")),
        ("awareness-training", ("subject", "x-phishtest")),
        ("internal", ("x-internal", "yes")),
    ],
)
def test_what_comes_close_is_not_told(name: str, header: tuple[str, str]) -> None:
    """Neighbouring headers and values are not the fact."""
    assert found(name, header) == ""


def test_the_envelope_tells_first() -> None:
    """The null sender and a forwarder's sender are known by the envelope; an unknown one says nothing."""
    assert found("bounce", envelope=Envelope(sender="")) == "envelope sender is the null sender"
    assert found("bounce", envelope=Envelope(sender=None)) == ""
    srs = Envelope(sender="SRS0=abc=de=b.example=anna@fwd.example")
    assert found("forwarded-by-filter", envelope=srs) == "envelope sender SRS0=abc=de=b.example=anna@fwd.example is a forwarder's"
    assert found("forwarded-by-filter", envelope=Envelope(sender="anna@b.example")) == ""


def test_a_calendar_part() -> None:
    """A calendar among the parts is told with its method, if one is there."""
    for head, told in (
        (b"BEGIN:VCALENDAR\nMethod:request\n", "a calendar part, method REQUEST"),
        (b"BEGIN:VCALENDAR\n", "a calendar part"),
    ):
        message = Message(attachments=(Attachment("a.ics", "text/calendar", 40, head),))
        assert Scene(message).evidence(BY_NAME["calendar"]) == told
    assert Scene(Message(attachments=(Attachment("calendar.pdf", "application/pdf", 1, b""),))).evidence(BY_NAME["calendar"]) == ""


def test_a_newsletter_bears_both_marks() -> None:
    """A way to leave and a campaign's mark; a list where people write is none."""
    leave, campaign = ("list-unsubscribe", "<https://b.example/u>"), ("list-unsubscribe-post", "List-Unsubscribe=One-Click")
    assert found("newsletter", leave, campaign) == "header List-Unsubscribe, header List-Unsubscribe-Post: List-Unsubscribe=One-Click"
    assert found("newsletter", leave, campaign, ("list-post", "<mailto:a@b.example>")) == ""


def test_words_of_warning_and_training() -> None:
    """What the text says is quoted in the evidence."""
    assert found("warns-of-fraud", text="We will never ask you for your password.") == 'warns: "never ask you for your password"'
    assert found("warns-of-fraud", text="Our account has changed.") == ""
    told = 'speaks of training or reporting: "report suspicious mails"'
    assert found("awareness-training", text="Please report suspicious mails.") == told
    assert found("awareness-training", text="Please report on sales.") == ""


PASSED_ON = "\n\nFrom: Mail Desk <desk@reset.example>\nSubject: Full\n\nSign in at https://reset.example/in"


@pytest.mark.parametrize(
    ("note", "wording"),
    [
        ("Is this one genuine? We have no such mailbox.", "is this one genuine?"),
        ("Hi both, this looks dodgy to me.", "looks dodgy"),
        ("I haven't touched it. Rosa", "haven't touched"),
        ("Ist das echt? Gruß, Ute", "ist das echt?"),
        ("Das kommt mir komisch vor.", "kommt mir komisch"),
        ("C'est un vrai ?", "c'est un vrai ?"),
        ("¿Esto es verdad?", "esto es verdad?"),
        ("Isto é golpe?", "isto e golpe?"),
        ("Ma è una truffa?", "e una truffa?"),
        ("Dit lijkt me nep.", "lijkt me nep"),
        ("Czy to prawda?", "czy to prawda?"),
        ("[EXTERNAL] Caution: this mail came from outside, and if it looks suspicious, report it.\n\nNie klikałam. Ola", "nie klikałam"),
    ],
)
def test_a_forward_that_doubts(note: str, wording: str) -> None:
    """In each of the eight languages."""
    told = f'passes on a mail of desk@reset.example, and above it says "{wording}"'
    assert found("doubted-forward", text=note + PASSED_ON) == told


@pytest.mark.parametrize(
    "text",
    [
        "Is this genuine?",
        f"Please see to this today.{PASSED_ON}",
        f"Is this genuine? See https://other.example/check{PASSED_ON}",
        f"Is this genuine? See www.other.example{PASSED_ON}",
        f"{'The matter is long. ' * 40}Is this genuine?{PASSED_ON}",
        f"Have a look.{PASSED_ON}\n\nIs this genuine?",
        f"The file didn't open here, can you print it?{PASSED_ON}",
        f"The new account may look strange to you, it is ours.{PASSED_ON}",
        f"Il treno \u00e8 cambiato, vero?{PASSED_ON}",
        f"Vamos ma\u00f1ana, \u00bfverdad?{PASSED_ON}",
        f"[EXTERNAL] Caution: this mail came from outside, and if it looks suspicious, report it.\n\nSee below.{PASSED_ON}",
    ],
)
def test_no_forward_that_doubts(text: str) -> None:
    """Nothing is passed on, or nothing doubted by whoever does, or the words lead somewhere, or are many, or a gateway's."""
    assert found("doubted-forward", text=text) == ""


def test_internal_mail_is_authenticated() -> None:
    """From an own domain and vouched for by the trusted server; neither alone."""
    passed = ("authentication-results", "mx.acme.example; dmarc=pass header.from=acme.example")
    assert found("internal", passed) == "mx.acme.example says dmarc=pass for the site's own acme.example"
    assert found("internal") == ""
    assert found("internal", ("authentication-results", "mx.acme.example; dmarc=fail")) == ""
    outside = Message(headers=(("authentication-results", "mx.acme.example; dmarc=pass"),), sender=Address("", "a", "shop.example"))
    assert Scene(outside, SITE).evidence(BY_NAME["internal"]) == ""
    assert Scene(Message(headers=(passed,)), SITE).evidence(BY_NAME["internal"]) == ""


def test_long_values_are_shortened() -> None:
    """Only the beginning of a header's value is shown, decoded."""
    assert found("mailing-list", ("list-id", f"=?utf-8?q?K=C3=B6che?= {'x' * 500}")) == f"header List-ID: Köche {'x' * (VALUE_CHARS - 6)}"


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.name)
def test_an_ordinary_mail_says_nothing(signal: object) -> None:
    """A plain mail without marks is none of these."""
    assert found(signal.name, ("subject", "Steel"), text="Shall we meet on Monday?") == ""  # type: ignore[attr-defined]
