from __future__ import annotations

from filter.judge.mail import Address, Message
from filter.judge.scene import Scene
from filter.judge.signals.senders import NOBODY, SHOWN_CHARS, is_theirs, is_vip, sender_of, shown
from filter.judge.site import Site, Vip

ANNA = Vip("Anna Weiss", ("anna@harlowvance.example",))


def test_sender_of() -> None:
    """The sender is the mail's From, and nobody where there is none."""
    desk = Address("Desk", "desk", "office.example")
    assert sender_of(Scene(Message(sender=desk))) == desk
    assert sender_of(Scene(Message())) == NOBODY


def test_shown() -> None:
    """Evidence shows a name in one line, cut with a mark past the limit."""
    assert shown("Anna\n  Weiss") == "Anna Weiss"
    assert shown(Address("Anna", "a", "b.example")) == "a@b.example"
    assert shown("a" * SHOWN_CHARS) == "a" * SHOWN_CHARS
    assert shown("a" * (SHOWN_CHARS + 1)) == "a" * (SHOWN_CHARS - 3) + "..."


def test_theirs() -> None:
    """An address is a VIP's in any case, and nobody else's."""
    scene = Scene(Message(), Site(vips=(ANNA,)))
    own, other = Address("", "Anna", "harlowvance.example"), Address("", "anna", "office.example")
    assert is_theirs(own, ANNA) and is_vip(scene, own)
    assert not is_theirs(other, ANNA) and not is_vip(scene, other)
