"""One held message to the next hop; noted as released, and remembered as delivered, only once the next hop has it. Prints nothing."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from filter.assemble import build_site
from filter.cli.held import content_of
from filter.config.schema import Config
from filter.errors import NextHopError, SievertError, StoreError, UsageError
from filter.judge.correspondents import correspondents
from filter.judge.mail import Envelope, Mail
from filter.smtp.commands import EnvelopePath
from filter.smtp.nexthop import Destination, Hop
from filter.smtp.replies import NEXT_HOP_FAILED, Reply
from filter.smtp.stamp import Stamped, unforged
from filter.store.exchange import exchange
from filter.store.history import opened
from filter.store.quarantine import RELEASE_SECONDS, Held, Quarantine


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one release: the message's id (what was asked, where that names none) and the reply, or our reason.

    `released` is None where it was sent and no word came back, or where that it was taken could not be noted.
    """

    id: str
    released: bool | None
    reply: str


def release_one(quarantine: Quarantine, config: Config, asked: str) -> Outcome:
    """Send the message whose id begins so. Never raises what another message's release should survive."""
    try:
        message = quarantine.show(asked)
    except (UsageError, StoreError) as error:
        return Outcome(asked, False, str(error))
    if not message.recipients:
        return Outcome(message.id, False, "it has no recipients: it did not come over SMTP")
    when = datetime.now(UTC)
    try:
        quarantine.begin_release(message.id, when)
    except SievertError as error:
        return Outcome(message.id, False, str(error))
    attempt = _Attempt()
    try:
        taken, reply = _sent(message, config, when, attempt)
    except BaseException as error:  # Ctrl-C, or a bug: it is held as before, unless the next hop may have it
        if not attempt.content_sent:
            quarantine.end_release(message.id, when, taken=False)
        error.add_note(f"{message.id}: broken off{_unsure(when) if attempt.content_sent else ' before it was sent; it is held as before'}")
        raise
    if not taken and attempt.content_sent:
        return Outcome(message.id, None, f"{reply}{_unsure(when)}")
    try:
        quarantine.end_release(message.id, when, taken)
    except SievertError as error:
        done = f"the next hop took it ({reply})" if taken else reply
        return Outcome(message.id, None if taken else False, f"{done}, but that could not be noted: {error}")
    forgotten = _remember(message, config, when, attempt.taken) if taken else ""
    return Outcome(message.id, taken, reply + forgotten)


@dataclass(slots=True)
class _Attempt:
    """How far one release came, and who has it. `content_sent`: the next hop may have it, until it says that it has not."""

    content_sent: bool = False
    taken: tuple[str, ...] = ()


def _unsure(when: datetime) -> str:
    free = when + timedelta(seconds=RELEASE_SECONDS)
    return f"; it may have arrived all the same: look there first; from {free:%H:%M:%S} UTC on it can be released again"


def _remember(message: Held, config: Config, when: datetime, recipients: tuple[str, ...]) -> str:
    """Tell the history, where the relay keeps one, that it was delivered; "", or why that could not be done."""
    if not config.history.days:
        return ""
    try:
        who = correspondents(Mail(content_of(message), Envelope(sender=message.sender, recipients=recipients)))
        told = exchange(who, message.sender, build_site(config).domains, when)
        with opened(config.history.url, config.history.days) as history:
            history.record([told] if told else [])
    except UsageError:  # nothing was ever remembered there
        return ""
    except Exception as error:  # a bug as well: the next hop has it, and who heard of a failure would release it again
        return f"; but the history does not know it: {str(error) or type(error).__name__}"
    return ""


def _sent(message: Held, config: Config, when: datetime, attempt: _Attempt) -> tuple[bool, str]:
    """Whether the next hop took it, and its reply or what went wrong."""
    try:
        return True, str(asyncio.run(_send(message, config, when, attempt)))
    except NextHopError as error:
        cause = f" ({error.__cause__})" if error.__cause__ else ""
        return False, f"the next hop says {error}{cause}"
    except (SievertError, OSError, UnicodeError) as error:  # a timeout of ours has no words of its own
        return False, str(error) or f"the next hop took over {RELEASE_SECONDS} seconds"


async def _send(message: Held, config: Config, when: datetime, attempt: _Attempt) -> Reply:
    """The next hop's 250. All or nothing: one recipient refused, and nobody gets it. NextHopError or OSError."""
    content = released(message, when)
    next_hop = Destination(config.next_hop, config.relay.hostname or socket.getfqdn())
    if config.next_hop.kind == "maildir":
        await next_hop.prepare()
    hop = next_hop.open({}, _sender(message, eight_bit=not content.isascii()))
    try:
        async with asyncio.timeout(RELEASE_SECONDS):
            for recipient in message.recipients:
                await _address(hop, message, recipient)
            said = await _delivered(hop, Stamped(b"", content), tuple(range(len(message.recipients))), attempt)
            attempt.taken = tuple(whom for whom, reply in zip(message.recipients, said, strict=True) if reply.accepted)
            return _word(said, message.recipients)
    finally:
        await hop.close()
        await next_hop.close()


async def _delivered(hop: Hop, content: Stamped, everyone: tuple[int, ...], attempt: _Attempt) -> tuple[Reply, ...]:
    """The replies to the content. Whatever it raises, `attempt` knows then whether it may have arrived all the same."""
    attempt.content_sent = True  # until it is known better
    try:
        said = await hop.deliver(content, everyone)
    except BaseException:
        attempt.content_sent = hop.content_sent
        raise
    attempt.content_sent = any(reply.accepted or reply == NEXT_HOP_FAILED for reply in said)
    return said


def _word(said: tuple[Reply, ...], recipients: tuple[str, ...]) -> Reply:
    """The next hop's word; NextHopError where nobody gets it. With LMTP some may and others not: then it says who does not."""
    taken = [reply for reply in said if reply.accepted]
    if not taken:
        raise NextHopError(said[0].code, said[0].text)
    refused = [_refused(whom, reply) for whom, reply in zip(recipients, said, strict=True) if not reply.accepted]
    return Reply(taken[0].code, taken[0].text + "".join(refused))


def _refused(whom: str, reply: Reply) -> str:
    return f"; {'perhaps ' if reply == NEXT_HOP_FAILED else ''}not for {whom}: {reply}"


def released(message: Held, when: datetime) -> bytes:
    """The held octets, less header fields that pretend to be ours, behind a line that says who let them through and when."""
    kept = unforged(content_of(message))
    front = f"X-Sievert-Released: {message.id}; {when:%Y-%m-%dT%H:%M:%SZ}\r\n"
    # A first line that begins with white space would continue our header: give it one that says so, as the relay does.
    defect = "X-Sievert-Defect: continuation before the first header\r\n" if kept[:1] in (b" ", b"\t") else ""
    return f"{front}{defect}".encode() + kept


def _sender(message: Held, eight_bit: bool) -> EnvelopePath:
    """For MAIL. The parameters the client gave are not kept, so those that the message needs are worked out anew."""
    addresses = (message.sender or "", *message.recipients)
    parameters = (
        *(("BODY=8BITMIME",) if eight_bit else ()),
        *(() if all(map(str.isascii, addresses)) else ("SMTPUTF8",)),
    )
    return EnvelopePath(addresses[0], parameters)


async def _address(hop: Hop, message: Held, recipient: str) -> None:
    """RCPT, and before the first one MAIL."""
    reply = await hop.rcpt(EnvelopePath(recipient))
    if not reply.accepted:
        raise NextHopError(reply.code, f"{reply.text} [<{message.sender or ''}> to <{recipient}>]")
