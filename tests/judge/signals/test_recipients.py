from __future__ import annotations

import pytest

from filter.judge.mail import Address, Envelope, Message
from filter.judge.scene import Scene
from filter.judge.signals.recipients import MANY, SIGNALS
from filter.judge.site import NOWHERE, Site

HERE = Site(domains=frozenset({"harlowvance.example"}))
FIND = {signal.name: signal.find for signal in SIGNALS}
SENT = Envelope(sender="a@office.example", recipients=("b@harlowvance.example",))


def fired(*to: str, headed: str = "", envelope: Envelope | None = None, site: Site = HERE) -> dict[str, str]:
    """All evidence for a mail of a@office.example to these."""
    recipients = tuple(Address("", *address.split("@")) for address in to)
    headers = (("to", headed),) if headed else ()
    scene = Scene(Message(headers, Address("", "a", "office.example"), recipients=recipients), site, envelope=envelope)
    return {name: told for name, find in FIND.items() if (told := find(scene))}


def test_one_here() -> None:
    """One recipient in an own domain is told as the only one, and nothing else."""
    assert fired("b@mail.harlowvance.example") == {"single-recipient": "the only recipient is b@mail.harlowvance.example"}
    assert fired("b@harlowvance.example", "c@tidehull.example") == {}


def test_to_itself() -> None:
    """A sender among the recipients is told, whatever the case; another of its domain is not."""
    assert fired("A@office.example", "b@harlowvance.example") == {"to-is-from": "sender and recipient are both a@office.example"}
    assert fired("aa@office.example", "b@harlowvance.example") == {}


@pytest.mark.parametrize(("headed", "told"), [("undisclosed-recipients:;", "recipients are undisclosed"), ("", "no recipient in To or Cc")])
def test_undisclosed(headed: str, told: str) -> None:
    """A mail that came to somebody and names nobody hides its recipients, by word or by silence."""
    assert fired(headed=headed, envelope=SENT) == {"undisclosed-recipients": told}


def test_disclosed() -> None:
    """Without an envelope a missing To proves nothing, and a named recipient is one whatever the name says."""
    assert fired() == {}
    assert fired("b@harlowvance.example", "c@d.example", headed="undisclosed <b@harlowvance.example>", envelope=SENT) == {}


def test_none_here() -> None:
    """Recipients of whom none is in an own domain are told, where own domains are known."""
    told = "no recipient in an own domain, the first is in tidehull.example"
    assert fired("b@tidehull.example", "c@d.example") == {"no-recipient-here": told}
    assert fired("b@tidehull.example", "c@d.example", site=NOWHERE) == {}


def test_many() -> None:
    """From ten recipients on they are many."""
    to = [f"b{number}@harlowvance.example" for number in range(MANY)]
    assert fired(*to) == {"many-recipients": "at least 10 recipients"}
    assert fired(*to[1:]) == {}
