"""What the signals of identity, reply path and look-alikes share: a scene's sender as they ask for it, and how evidence shows it."""

from __future__ import annotations

from filter.judge.likeness.known import known
from filter.judge.mail import Address
from filter.judge.scene import Scene
from filter.judge.site import Vip

SHOWN_CHARS = 44
"""Characters of a name or an address that go into evidence: a longer one would push the claim out of it."""

NOBODY = Address("", "", "")


def sender_of(scene: Scene) -> Address:
    """The header From's mailbox; NOBODY where the mail has none."""
    return scene.message.sender or NOBODY


def shown(value: object) -> str:
    """A name or an address as evidence shows it: in one line and not too long."""
    text = " ".join(str(value).split())
    return text if len(text) <= SHOWN_CHARS else f"{text[: SHOWN_CHARS - 3]}..."


def is_theirs(address: Address, vip: Vip) -> bool:
    """Whether an address is one of a VIP's."""
    return str(address).lower() in vip.addresses


def is_vip(scene: Scene, address: Address) -> bool:
    """Whether an address is any VIP's."""
    return str(address).lower() in known(scene.site).addresses
