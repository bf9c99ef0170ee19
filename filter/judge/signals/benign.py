"""What ordinary mail is that looks like trouble: lists, bounces, forwards, automatic answers, warnings. The negations of the other signals.

A sender can add any header and write any sentence: these are facts of what was seen, named as seen. What they are worth, and beside what,
is the rules' to say.
"""

from __future__ import annotations

from collections.abc import Callable

from filter.judge import automatic
from filter.judge.charset import header_text
from filter.judge.ownwords import below_banner
from filter.judge.phrases import cautions
from filter.judge.phrases.doubts import doubt
from filter.judge.scene import Scene, Signal
from filter.judge.signals.authentication import is_own, vouched
from filter.judge.signals.senders import shown

VALUE_CHARS = 70
"""Characters of a header's value that are shown."""

NOTE_CHARS = 600
"""Characters that people write at most above a mail that they pass on."""

_LIST = frozenset({"list-id", "list-post"})
_LEAVE = frozenset({"list-unsubscribe"})
_FORWARDED = frozenset({"x-forwarded-for", "x-forwarded-to", "resent-from", "resent-to"})
_CAMPAIGN = frozenset({"list-unsubscribe-post", "feedback-id", "x-campaign-id", "x-campaign", "x-mc-user", "x-csa-complaints"})
_SIMULATION = frozenset({"x-phishtest", "x-threatsim-header", "x-threatsim-id", "x-phishme", "x-phishmetracking", "x-gophish-contact"})


def _shown(name: str, value: str) -> str:
    """A header as it is told in evidence."""
    label = "-".join("ID" if part == "id" else part.capitalize() for part in name.split("-"))
    return f"header {label}: {header_text(value)[:VALUE_CHARS]}".rstrip(": ")


def _first(scene: Scene, names: frozenset[str]) -> str:
    """The first header of one of these names, as it is told; "" where the mail has none."""
    for name, value in scene.message.headers:
        if name in names:
            return _shown(name, value)
    return ""


def _any_of(names: frozenset[str]) -> Callable[[Scene], str]:
    return lambda scene: _first(scene, names)


def _value(scene: Scene, name: str) -> str:
    return automatic.value(scene.message, name)


def _bounce(scene: Scene) -> str:
    if scene.envelope is not None and scene.envelope.sender == "":
        return "envelope sender is the null sender"
    return automatic.returns(scene.message)


def _auto_reply(scene: Scene) -> str:
    found = automatic.answer(scene.message)
    return _shown(*found) if found else ""


def _calendar(scene: Scene) -> str:
    if _value(scene, "content-type") == "text/calendar":
        return "content type is text/calendar"
    for attachment in scene.message.attachments:
        if attachment.kind == "text/calendar":
            head = attachment.head.upper()
            methods = [method for method in ("REQUEST", "REPLY", "CANCEL", "COUNTER", "PUBLISH") if f"METHOD:{method}".encode() in head]
            return f"a calendar part, method {methods[0]}" if methods else "a calendar part"
    return ""


def _forwarded(scene: Scene) -> str:
    sender = scene.envelope.sender if scene.envelope and scene.envelope.sender else _value(scene, "return-path").strip("<>")
    if "+caf_=" in sender.lower() or sender.lower().startswith(("srs0=", "srs1=")):
        return f"envelope sender {sender[:VALUE_CHARS]} is a forwarder's"
    return _first(scene, _FORWARDED)


def _bulk(scene: Scene) -> str:
    if (precedence := _value(scene, "precedence")) in ("bulk", "list", "junk"):
        return f"header Precedence: {precedence}"
    return _first(scene, _LEAVE)


def _newsletter(scene: Scene) -> str:
    """A campaign's mail that can be left: both marks, and no list where people write to one another."""
    leave, campaign = _first(scene, _LEAVE), _first(scene, _CAMPAIGN)
    if not (leave and campaign) or scene.message.header("list-post"):
        return ""
    return f"header List-Unsubscribe, {campaign}"


def _internal(scene: Scene) -> str:
    sender = scene.message.sender
    if sender is None or not is_own(sender.domain, scene.site) or not (how := vouched(scene)):
        return ""
    return f"{how} for the site's own {sender.domain}"


def _training(scene: Scene) -> str:
    if marked := _first(scene, _SIMULATION):
        return marked
    found = cautions.training(scene.plain)
    return f'speaks of training or reporting: "{found}"' if found else ""


def _warns(scene: Scene) -> str:
    found = cautions.warning(scene.plain)
    return f'warns: "{found}"' if found else ""


def _doubted(scene: Scene) -> str:
    """Not where the writer's own words lead to a page: then it is not only the other's mail that does."""
    quotes = scene.quotes
    if not quotes.blocks or len(quotes.new) > NOTE_CHARS or "://" in quotes.new or "www." in quotes.new.lower():
        return ""
    found = doubt(" ".join(below_banner(quotes.new).split()))
    author = quotes.authors[0]
    return f'passes on a mail of {shown(author if author.domain else author.name)}, and above it says "{found}"' if found else ""


_GROUP = "benign"
SIGNALS: tuple[Signal, ...] = (
    Signal("mailing-list", _GROUP, "RFC 2919; RFC 2369 3.4; rspamd MAILLIST", _any_of(_LIST)),
    Signal("bounce", _GROUP, "RFC 5321 4.5.5; RFC 6522; RFC 3464; rspamd BOUNCE", _bounce),
    Signal("auto-reply", _GROUP, "RFC 3834 5", _auto_reply),
    Signal("calendar", _GROUP, "RFC 6047 2.4; RFC 5546 1.4", _calendar),
    Signal("forwarded-by-filter", _GROUP, "RFC 5322 3.6.6; Gmail's +caf_= senders; Sender Rewriting Scheme; rspamd FORWARDED", _forwarded),
    Signal("bulk", _GROUP, "RFC 2369 3.2; RFC 3834 2; rspamd PRECEDENCE_BULK", _bulk),
    Signal("newsletter", _GROUP, "RFC 2369 3.2; RFC 8058", _newsletter),
    Signal("awareness-training", _GROUP, "sublime-rules: phishing simulations left out; vendors' manuals on their headers", _training),
    Signal("warns-of-fraud", _GROUP, "FBI IC3 on BEC: verify by a known number", _warns),
    Signal("doubted-forward", _GROUP, "own", _doubted),
    Signal("internal", _GROUP, "RFC 7489 3.1; sublime-rules: sender in the organisation's domains, authenticated", _internal),
)
