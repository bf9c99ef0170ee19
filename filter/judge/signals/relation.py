"""What the site's past with the sender says. Silent where no history is kept, and where the mail names no sender.

Facts only: that a sender is known excuses nothing (a known mailbox may be in other hands), that one is new accuses nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from filter.judge.domains import registered
from filter.judge.mail import Address
from filter.judge.past import Past
from filter.judge.scene import Scene, Signal

KNOWN_MAILS = 3
"""Mails delivered from an address before it counts as known."""

SILENT_DAYS = 180
"""Days without a mail that are a long silence."""


def _told(tell: Callable[[Past, Address], str]) -> Callable[[Scene], str]:
    """A signal's evidence from the past and the sender, where both are there."""

    def find(scene: Scene) -> str:
        sender = scene.message.sender
        return tell(scene.past, sender) if scene.past is not None and sender is not None else ""

    return find


def _first_time_sender(past: Past, sender: Address) -> str:
    return "" if past.from_address else f"no mail from {sender} was delivered before"


def _first_time_domain(past: Past, sender: Address) -> str:
    return "" if past.from_domain or not sender.domain else f"no mail from {registered(sender.domain)} was delivered before"


def _known_sender(past: Past, sender: Address) -> str:
    if past.from_address < KNOWN_MAILS or not past.to_address:
        return ""
    return f"{past.from_address} mails from {sender} were delivered before, {past.to_address} sent there"


def _long_silence(past: Past, sender: Address) -> str:
    if past.silent_days is None or past.silent_days <= SILENT_DAYS:
        return ""
    return f"last mail from {sender} came {past.silent_days} days ago"


def _known_name(past: Past, sender: Address) -> str:
    if not past.same_name or past.from_address:
        return ""
    return f"{sender.name} is known from another address ({past.same_name} mails), never wrote from {sender}"


def _answers_us(past: Past, sender: Address) -> str:
    return f"answers a mail that was sent to {sender}" if past.replied_to_us else ""


def _first_to_recipient(past: Past, sender: Address) -> str:
    return "" if past.between else f"no mail from {sender} was delivered to these recipients before"


def _never_wrote(past: Past, sender: Address) -> str:
    return "" if past.to_address else f"nobody here ever wrote to {sender}"


_GROUP = "relation"
SIGNALS: tuple[Signal, ...] = (
    Signal("first-time-sender", _GROUP, "sublime-rules: new sender; Microsoft first contact safety tip", _told(_first_time_sender)),
    Signal("first-time-domain", _GROUP, "sublime-rules: new sender domain", _told(_first_time_domain)),
    Signal("known-sender", _GROUP, "rspamd known_senders, KNOWN_SENDER; sublime-rules: solicited sender", _told(_known_sender)),
    Signal("long-silence", _GROUP, "sublime-rules: days since last contact", _told(_long_silence)),
    Signal("known-name-new-address", _GROUP, "BEC-Guard (USENIX Security 2019): name popularity", _told(_known_name)),
    Signal("answers-us", _GROUP, "RFC 5322 3.6.4; rspamd replies, REPLY", _told(_answers_us)),
    Signal("first-time-to-recipient", _GROUP, "Microsoft first contact safety tip", _told(_first_to_recipient)),
    Signal("we-never-wrote", _GROUP, "sublime-rules: unsolicited sender; rspamd known_senders", _told(_never_wrote)),
)
