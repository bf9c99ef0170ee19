from __future__ import annotations

import time

import pytest

from filter.judge.mail import Address, Envelope, Message
from filter.judge.scene import Scene
from filter.judge.signals.reply_path import ASKED_CHARS, SIGNALS, TEXT_ADDRESSES
from filter.judge.site import Site

HERE = Site(domains=frozenset({"harlowvance.example"}), freemail=frozenset({"townmail.example"}))
FIND = {signal.name: signal.find for signal in SIGNALS}


def mailbox(written: str) -> Address:
    """An address, with the name before it if there is one."""
    name, _, address = written.rpartition(" ")
    local, _, domain = address.partition("@")
    return Address(name, local, domain)


def fired(sender: str, reply_to: str, *to: str) -> dict[str, str]:
    """All evidence for a mail of this From and Reply-To."""
    message = Message(sender=mailbox(sender), reply_to=(mailbox(reply_to),), recipients=tuple(map(mailbox, to)))
    scene = Scene(message, HERE)
    return {name: told for name, find in FIND.items() if (told := find(scene))}


def test_freemail_behind_a_firm() -> None:
    """Answers to freemail behind a firm's address are told, and that the firm is the site's own."""
    told = {"freemail-reply": "answers go to freemail desk44@gmail.com, sender is office.example"}
    assert fired("a@office.example", "desk44@gmail.com") == told
    told = fired("a@harlowvance.example", "desk44@townmail.example")
    assert told["freemail-reply"] == "answers go to freemail desk44@townmail.example, sender is harlowvance.example"
    assert told["reply-other-than-own"] == "From is of the own harlowvance.example, answers go outside to desk44@townmail.example"


def test_two_freemails() -> None:
    """Answers to another freemail mailbox than the sender's are told."""
    told = "answers go to freemail b@yahoo.com, sender is freemail a@gmail.com"
    assert fired("a@gmail.com", "b@yahoo.com") == {"two-freemails": told}


def test_elsewhere() -> None:
    """Answers to another owner are told; to another host of the same owner, or from freemail to a firm, they are not."""
    assert fired("a@office.example", "b@tidehull.example") == {
        "reply-elsewhere": "answers go to b@tidehull.example, sender is office.example"
    }
    assert fired("a@office.example", "b@mail.office.example") == {}
    assert fired("a@gmail.com", "b@office.example") == {}


def test_own() -> None:
    """Answers within the own domains are nothing to tell."""
    assert fired("a@harlowvance.example", "b@mail.harlowvance.example") == {}


def test_same_name() -> None:
    """The same name at another address is told; another name or none is not."""
    told = fired("Anna Weiss a@office.example", "Weiss, Anna b@office.example")
    assert told == {"same-name-other-address": "answers go to another address of the name Weiss, Anna: b@office.example"}
    assert fired("Anna Weiss a@office.example", "Karl Weiss b@office.example") == fired("a@office.example", "b@office.example") == {}


def test_recipient() -> None:
    """Answers to one of the recipients are told."""
    told = fired("a@office.example", "b@office.example", "c@office.example", "B@office.example")
    assert told == {"reply-is-recipient": "answers go to a recipient: b@office.example"}
    assert fired("a@office.example", "b@office.example", "c@office.example") == {}


def test_lookalike() -> None:
    """Answers to a domain that looks like the sender's are told; freemail providers resemble each other by chance."""
    told = fired("a@harlowvance.example", "a@har1owvance.example")["reply-lookalike"]
    assert told == "answers go to har1owvance.example, like sender's harlowvance.example (look-alike letters)"
    assert "reply-lookalike" not in fired("a@gmail.com", "a@ymail.com")
    assert "reply-lookalike" not in fired("a@harlowvance.example", "a@tidehull.example")


def test_only_the_sender() -> None:
    """Answers to the sender, to nowhere and of a mail without a sender say nothing."""
    assert fired("Anna a@office.example", "Anna A@office.example") == fired("a@office.example", "nobody") == {}
    assert not any(find(Scene(Message(reply_to=(mailbox("b@gmail.com"),)), HERE)) for find in FIND.values())
    assert not any(find(Scene(Message(sender=mailbox("a@office.example")), HERE)) for find in FIND.values())


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("x@mailer.example", "three domains: From office.example, Reply-To tidehull.example, envelope mailer.example"),
        ("x@mail.office.example", ""),
        ("", ""),
    ],
)
def test_three_domains(path: str, told: str) -> None:
    """From, Reply-To and envelope of three owners are told, by the envelope or by what it left in the header."""
    message = Message(sender=mailbox("a@office.example"), reply_to=(mailbox("b@tidehull.example"),))
    assert FIND["three-domains"](Scene(message, envelope=Envelope(sender=path))) == told
    headed = Message((("return-path", f"<{path}>"),), message.sender, message.reply_to)
    assert FIND["three-domains"](Scene(headed)) == told


def in_text(text: str) -> str:
    """The evidence for a text of a sender at gmail.com."""
    message = Message(sender=mailbox("anna@gmail.com"), recipients=(mailbox("karl@gmx.de"),), text=text)
    return FIND["other-freemail-in-text"](Scene(message, HERE))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Please reply to my private address: desk44@outlook.com.", "reply"),
        ("Bitte schreib mir an desk44@outlook.com", "schreib"),
        ("R\u00e9pondez-moi sur desk44@outlook.com", "repondez"),
        ("Escribe a desk44@outlook.com", "escribe"),
        ("Scrivimi a <desk44@outlook.com>", "scrivimi"),
        ("Stuur het naar desk44@outlook.com", "stuur"),
        ("Napisz na desk44@outlook.com", "napisz"),
        ("Responda para desk44@outlook.com", "responda"),
        ("Just email me at\nDesk44@Outlook.com", "email me"),
        ("Reply to desk44\N{FULLWIDTH COMMERCIAL AT}outlook.com", "reply"),
        ("Reply to desk44\N{SMALL COMMERCIAL AT}outlook.com", "reply"),
    ],
)
def test_other_in_text(text: str, word: str) -> None:
    """A text that says to write to another freemail address is told, with its word, in eight languages."""
    assert in_text(text) == f'text says "{word}" and names freemail desk44@outlook.com, not the sender\'s'


@pytest.mark.parametrize(
    "text",
    [
        "Reply to anna@gmail.com",
        "Reply to karl@gmx.de",
        "Reply to desk@office.example",
        "Anna Weiss\nE-mail: desk44@outlook.com",
        "From: desk44@outlook.com",
        f"Reply {'x' * ASKED_CHARS} desk44@outlook.com",
        "Reply to karl@gmx.de or see desk44@outlook.com",
        f"{'a@b ' * TEXT_ADDRESSES}reply to desk44@outlook.com",
        "Reply to @ or @@outlook.com",
        "Reply soon",
    ],
)
def test_nothing_in_text(text: str) -> None:
    """The sender's and recipients' addresses, a firm's, a signature's, and what stands too far away are not."""
    assert not in_text(text)


def test_hostile_text() -> None:
    """Nothing but signs of addresses costs little."""
    start = time.perf_counter()
    in_text("reply a.b@" * 1600)
    in_text("a." * 8000 + "@" + "a." * 100)
    assert time.perf_counter() - start < 0.2
