from __future__ import annotations

import pytest

from filter.judge.mail import Address, Attachment, Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.scene import Scene
from filter.judge.signals import thread
from filter.judge.signals.thread import SIGNALS
from filter.judge.site import Site, Vip

SITE = Site(domains=frozenset({"acme.example"}), vips=(Vip("Eva Sand", ("eva@acme.example", "eva.sand@gmx.de")),))
BY_NAME = {signal.name: signal for signal in SIGNALS}
TOM = Address("Tom Lund", "tom", "shop.example")
IDS = (("message-id", "<1@shop.example>"), ("in-reply-to", "<0@acme.example>"))
ATTRIBUTION = "See below.\n\nOn 4/5/2024 10:00, {} wrote:\n> old words\n"
BLOCK = "See below.\n\nFrom: {}\nSent: 4 May 2024 10:00\nTo: {}\nSubject: Steel\n\nold words\n"
ANNA, EVA = "Anna Weiss <anna@acme.example>", "Eva Sand <eva@acme.example>"


def found(
    name: str,
    text: str = "",
    subject: str = "Re: Steel",
    *,
    sender: Address | None = TOM,
    ids: bool = True,
    past: Past | None = None,
) -> str:
    message = Message(headers=IDS if ids else IDS[:1], sender=sender, subject=subject, text=text)
    return Scene(message, SITE, past).evidence(BY_NAME[name])


@pytest.mark.parametrize("begins", ["Re:", "RE :", "AW:", "Antw:", "Odp:", "RES:", "R:", "Re[2]:", " re:"])
def test_a_reply_without_ids_is_fake(begins: str) -> None:
    """A subject that begins as a reply's in any of the languages, and no ids."""
    told = f"subject begins with {begins.strip()} but there is neither In-Reply-To nor References"
    assert found("fake-reply", subject=f"{begins} Steel", ids=False) == told
    assert found("fake-reply", subject=f"{begins} Steel") == ""


@pytest.mark.parametrize("subject", ["Steel", "Repair: Steel", "Reg: Steel", "Fwd: Steel", "Steel Re: Iron", "", "I: Steel"])
def test_other_subjects_are_no_reply(subject: str) -> None:
    """Words that begin alike, and forwards, are no replies."""
    assert found("fake-reply", subject=subject, ids=False) == ""


@pytest.mark.parametrize("begins", ["Fwd:", "FW:", "WG:", "TR :", "RV:", "ENC:", "I:", "Doorst:", "PD:"])
def test_a_forward_of_nothing_is_fake(begins: str) -> None:
    """A subject that begins as a forward's, while no forwarded mail is there."""
    assert (
        found("fake-forward", subject=f"{begins} Steel", ids=False)
        == f"subject begins with {begins} but no forwarded mail is recognised in it"
    )
    assert found("fake-forward", BLOCK.format(ANNA, EVA), f"{begins} Steel", ids=False) == ""
    assert found("fake-forward", subject=f"{begins} Steel") == ""


def test_a_forward_as_an_attachment_is_one() -> None:
    """An attached message is what was forwarded."""
    returned = Message(subject="Fwd: Steel", attachments=(Attachment("", "message/rfc822", 1, b""),))
    content = b"Subject: Fwd: Steel\r\nContent-Type: message/rfc822\r\n\r\nSubject: Steel\r\n\r\nIt has come.\r\n"
    for message in (returned, parse(content)):
        assert Scene(message).evidence(BY_NAME["fake-forward"]) == ""


def test_quotes_want_a_thread() -> None:
    """Quoted mail without ids is told with its author; with ids, or with lines that are only marked, it is not."""
    told = "quotes a mail of Anna Weiss but there is neither In-Reply-To nor References"
    assert found("quotes-without-thread", ATTRIBUTION.format(ANNA), ids=False) == told
    assert found("quotes-without-thread", BLOCK.format(ANNA, EVA), ids=False) == told
    assert found("quotes-without-thread", BLOCK.format(ANNA, EVA)) == ""
    assert found("quotes-without-thread", "Yes.\n> old words\n", ids=False) == ""


def test_a_sender_outside_the_quoted_mail() -> None:
    """An answer to a mail between two others; not where the sender's address, domain or name stands in the quote."""
    quoted = BLOCK.format(ANNA, EVA)
    told = "answers a mail of anna@acme.example to eva@acme.example, sender is tom@shop.example"
    assert found("sender-not-in-quote", quoted) == told
    for named in ("Cc: x@mail.shop.example", "as tom lund said", "mail to shop.example"):
        assert found("sender-not-in-quote", f"{quoted}{named}") == ""
    assert found("sender-not-in-quote", quoted, subject="Fwd: Steel") == ""
    assert found("sender-not-in-quote", BLOCK.format(ANNA, "Tom Lund")) == ""
    assert found("sender-not-in-quote", BLOCK.format("Anna", "Eva")) == ""
    assert found("sender-not-in-quote", ATTRIBUTION.format(ANNA)) == ""


def test_a_vip_quoted_with_another_address() -> None:
    """A VIP's name beside an address of neither theirs nor the site's, whatever the order of the name's words."""
    told = "the quoted thread has Eva Sand (VIP) at eva@evil.example, not known as theirs"
    assert found("quoted-vip-wrong-address", ATTRIBUTION.format("Eva Sand <eva@evil.example>")) == told
    assert found("quoted-vip-wrong-address", BLOCK.format(ANNA, "SAND Éva <eva@evil.example>; Eva Sand <eva.sand@gmx.de>")) == told
    for right in (
        EVA,
        "Eva Sand <eva.sand@GMX.de>",
        "Eva Sand <office@hq.acme.example>",
        "Eva Sander <e@evil.example>",
        "Eva Sand",
        "Eva <e@evil.example>",
    ):
        assert found("quoted-vip-wrong-address", ATTRIBUTION.format(right)) == ""


def test_a_domain_like_one_in_the_thread() -> None:
    """The sender's domain could be taken for one that the quoted thread has; not where the thread has its own as well."""
    told = "the quoted thread has northsteel.example, this mail comes from northstee1.example: look-alike letters"
    fake = Address("Tom Lund", "tom", "northstee1.example")
    assert found("quoted-lookalike", BLOCK.format(ANNA, "Tom Lund <tom@northsteel.example>"), sender=fake) == told
    assert found("quoted-lookalike", BLOCK.format("a@northsteel.example", "b@northstee1.example"), sender=fake) == ""
    assert found("quoted-lookalike", BLOCK.format(ANNA, EVA), sender=fake) == ""
    assert found("quoted-lookalike", "no quote", sender=fake) == ""


def test_domains_past_the_bound_are_not_compared() -> None:
    """Only so many quoted domains are compared, and only so many people looked at."""
    fake = Address("Tom Lund", "tom", "northstee1.example")
    others = [f"p{n}@{chr(97 + n) * 5}.example" for n in range(thread.DOMAINS)]
    for count, told in ((thread.DOMAINS, False), (thread.DOMAINS - 1, True)):
        quoted = BLOCK.format(others[0], "; ".join([*others[1:count], "b@northsteel.example"]))
        assert bool(found("quoted-lookalike", quoted, sender=fake)) == told
    other = BLOCK.format(ANNA, "Tom Lund <tom@other.example>")
    crowd = BLOCK.format(ANNA, "; ".join(["e@a.example"] * 19)) * (thread.PEOPLE // 20)
    assert found("new-domain-in-thread", crowd + other) == ""
    assert found("new-domain-in-thread", other)


def test_the_sender_quoted_under_another_domain() -> None:
    """The thread has the sender's name at a domain of another owner; not where it has it at the sender's own as well."""
    told = "the quoted thread has Tom Lund at other.example, this mail comes from shop.example"
    assert found("new-domain-in-thread", BLOCK.format(ANNA, "Lund, Tom <t.lund@other.example>")) == told
    assert found("new-domain-in-thread", BLOCK.format("Tom Lund <tom@mail.shop.example>", "Tom Lund <t@other.example>")) == ""
    assert found("new-domain-in-thread", BLOCK.format("Tom Lundgren <t@other.example>", "x")) == ""
    one_word = Address("Tom", "tom", "shop.example")
    assert found("new-domain-in-thread", BLOCK.format("Tom <t@other.example>", "x"), sender=one_word) == ""


def test_an_answer_to_oneself() -> None:
    """The latest quoted mail is of the sender's own address; an older one is no sign."""
    assert found("self-reply", ATTRIBUTION.format("Tom Lund <Tom@shop.example>")) == "answers a mail of tom@shop.example, its own sender"
    assert found("self-reply", BLOCK.format(ANNA, EVA) + BLOCK.format("tom@shop.example", ANNA)) == ""
    assert found("self-reply", ATTRIBUTION.format("Tom Lund <tom@shop.example>"), subject="Fwd: Steel") == ""


def test_an_established_thread() -> None:
    """Ids and a past that bears them out; never by the mail's own word alone."""
    answer, known = Past(replied_to_us=True), Past(4, 4, between=3)
    assert found("established-thread", past=answer) == "answers in a thread, a mail that was sent to tom@shop.example"
    assert found("established-thread", past=known) == "in a thread, 3 mails from tom@shop.example to these recipients before"
    assert found("established-thread", past=known, ids=False) == ""
    assert found("established-thread", past=Past(9, 9, 9)) == ""
    assert found("established-thread", past=None) == ""


@pytest.mark.parametrize("name", BY_NAME)
def test_nothing_is_said_of_a_mail_without_a_sender_or_a_thread(name: str) -> None:
    """A first mail says nothing of threads; a mail without a From says nothing of its sender."""
    assert found(name, "Hello.", subject="Steel", ids=False, past=Past()) == ""
    assert found(name, BLOCK.format(ANNA, EVA), sender=None, past=Past(replied_to_us=True)) == ""
