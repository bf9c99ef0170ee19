from __future__ import annotations

from typing import Any

import pytest
from actors import MESSAGE
from cast import ANN, BOB, EVE, SITE, STERN, STRICT, Cast

from filter.errors import NextHopError
from filter.judge.mail import Envelope
from filter.judge.policy import Policy, Thresholds
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.intake import Content
from filter.smtp.replies import Reply

TO_BOB, TO_EVE = EnvelopePath(BOB), EnvelopePath(EVE)
FORWARDED = {"ADDR": "198.51.100.9", "HELO": "far.test", "NAME": "far.test"}


@pytest.fixture
async def cast() -> Cast:
    return Cast()


async def test_the_next_hop_answers_rcpt(cast: Cast) -> None:
    """MAIL waits for the first RCPT; each RCPT goes to the next hop as it comes, and the client hears its very reply."""
    cast.hop.says = {"rcpt 1": Reply(450, "4.2.1 later"), "rcpt 2": Reply(251, "2.1.5 moved")}
    assert cast.session.mail(ANN) == replies.SENDER_OK
    assert (cast.hop.calls, cast.onward.senders) == ([], [ANN])
    assert await cast.session.rcpt(TO_BOB) == Reply(450, "4.2.1 later")
    assert await cast.session.rcpt(TO_EVE) == Reply(251, "2.1.5 moved")
    assert cast.hop.calls == ["rcpt", "rcpt"]


async def test_a_refused_recipient_is_none(cast: Cast) -> None:
    """Whom the next hop refused, the judge and the delivery do not see."""
    cast.hop.says = {"rcpt 2": Reply(550, "5.1.1 no")}
    cast.session.mail(ANN)
    for recipient in ("a@b", "c@d", "e@f"):
        await cast.session.rcpt(EnvelopePath(recipient))
    content = cast.session.content()
    assert isinstance(content, Content)
    content.add(MESSAGE)
    assert len(await cast.session.finish()) == 2
    assert cast.judge.judged[0].envelope == Envelope("192.0.2.7", "client.test", "ann@example.org", ("a@b", "e@f"))
    assert [whom for whom, _ in cast.hop.taken] == [(0, 1)]


async def test_the_next_hop_is_told_of_the_client(cast: Cast) -> None:
    """Who nobody spoke for is introduced as what we see of it."""
    cast.session.mail(ANN)
    assert cast.onward.introduced == [{"ADDR": "192.0.2.7", "HELO": "client.test", "PROTO": "ESMTP"}]


@pytest.mark.parametrize("error", [NextHopError(451, "4.4.1 gone"), NextHopError(554, "5.7.1 no")])
async def test_a_next_hop_that_fails(cast: Cast, error: NextHopError) -> None:
    """The client hears what the failure carries, and its transaction goes on without that recipient."""
    cast.hop.says["rcpt 1"] = error
    cast.session.mail(ANN)
    assert await cast.session.rcpt(TO_BOB) == Reply(error.code, error.text)
    assert cast.session.content() == replies.NO_RECIPIENT
    assert await cast.session.rcpt(TO_EVE) == replies.RECIPIENT_OK
    assert isinstance(cast.session.content(), Content)


async def test_commands_out_of_order(cast: Cast) -> None:
    """RCPT and content need what comes before them, MAIL comes once, and nothing of it reaches the next hop."""
    assert await cast.session.rcpt(TO_BOB) == replies.NEED_MAIL
    assert cast.session.content() == replies.NEED_MAIL
    assert await cast.session.finish() == (replies.NEED_MAIL,)
    cast.session.mail(ANN)
    assert cast.session.mail(ANN) == replies.NESTED_MAIL
    assert cast.session.content() == replies.NEED_RECIPIENT
    assert cast.onward.senders == [ANN]
    cast.hop.says["rcpt"] = Reply(550, "5.1.1 no")
    await cast.session.rcpt(TO_BOB)
    assert cast.session.content() == replies.NO_RECIPIENT


@pytest.mark.parametrize(
    ("parameters", "reply"),
    [
        (("SIZE=x",), replies.BAD_PARAMETER),
        (("SIZE",), replies.BAD_PARAMETER),
        (("SIZE=-1",), replies.BAD_PARAMETER),
        (("SIZE=\u0663",), replies.BAD_PARAMETER),
        (("SIZE=" + "9" * 5000,), replies.BAD_PARAMETER),
        (("SIZE=65537",), replies.TOO_LARGE),
        (("size=65537",), replies.TOO_LARGE),
        (("SIZE=65536",), replies.SENDER_OK),
        (("BODY=BINARYMIME",), replies.BAD_PARAMETER),
        (("BODY",), replies.BAD_PARAMETER),
        (("body=8bitmime",), replies.SENDER_OK),
        (("RET=HALF",), replies.BAD_PARAMETER),
        (("ret=full",), replies.SENDER_OK),
        (("RET=HDRS", "X-Unknown=1"), replies.SENDER_OK),
    ],
)
async def test_parameters_of_mail(parameters: tuple[str, ...], reply: Reply) -> None:
    """Only SIZE, BODY and RET are judged here, and what is refused here never reaches the next hop."""
    cast = Cast(max_message_bytes=65536)
    assert cast.session.mail(EnvelopePath("a@b", parameters)) == reply
    assert bool(cast.onward.senders) is cast.session.begun is reply.accepted


async def test_mail_larger_than_what_is_free(cast: Cast) -> None:
    """A message for which there is no room now is a 452 at MAIL; one that just fits is not."""
    free = 1_000_000
    assert cast.site.budget.take(cast.site.budget.free - free)
    assert cast.session.mail(EnvelopePath("a@b", (f"SIZE={free + 1}",))) == replies.NO_ROOM
    assert cast.session.mail(EnvelopePath("a@b", (f"SIZE={free}",))) == replies.SENDER_OK
    assert cast.site.budget.free == free


async def test_malformed_paths(cast: Cast) -> None:
    """What could not be read is a syntax error and never reaches the next hop."""
    assert cast.session.mail(None) == replies.BAD_SENDER
    cast.session.mail(ANN)
    assert await cast.session.rcpt(None) == replies.BAD_RECIPIENT
    assert (cast.hop.calls, cast.onward.senders) == ([], [ANN])


@pytest.mark.parametrize("answer", [replies.RECIPIENT_OK, Reply(550, "5.1.1 no")])
async def test_recipients_are_bounded(answer: Reply) -> None:
    """The recipient past the limit is a 452, also if the ones before it were refused."""
    cast = Cast(max_recipients=100)
    cast.hop.says["rcpt"] = answer
    cast.session.mail(ANN)
    for _ in range(100):
        assert await cast.session.rcpt(TO_BOB) == answer
    assert await cast.session.rcpt(TO_BOB) == replies.TOO_MANY_RECIPIENTS
    assert cast.hop.calls.count("rcpt") == 100


async def test_relaying_is_denied_here() -> None:
    """A recipient that this client may not send to never reaches the next hop; the others of the transaction do."""
    cast = Cast({"role": "mx", "relay_domains": ["example.net"], "allowed_networks": []})
    cast.session.mail(ANN)
    assert await cast.session.rcpt(EnvelopePath("x@elsewhere.test")) == replies.RELAY_DENIED
    assert cast.session.content() == replies.NEED_RECIPIENT
    assert await cast.session.rcpt(TO_BOB) == replies.RECIPIENT_OK
    assert cast.hop.calls == ["rcpt"]


async def test_a_forwarded_address_relays_nowhere() -> None:
    """XFORWARD says where mail began, not who may relay: rights go by who is connected."""
    cast = Cast({"role": "mx", "relay_domains": ["example.net"], "allowed_networks": ["198.51.100.0/24"]})
    cast.session.forward(FORWARDED)
    cast.session.mail(ANN)
    assert await cast.session.rcpt(EnvelopePath("x@elsewhere.test")) == replies.RELAY_DENIED


MILDER = Policy(overall=Thresholds(tag=9.0, quarantine=10.0, reject=12.0), group="milder")


@pytest.mark.parametrize(
    ("listen", "lmtp_next", "observe", "policy", "alone"),
    [
        ({}, False, False, SITE, False),
        ({}, False, False, MILDER, False),
        ({}, False, False, STRICT, False),
        ({}, False, False, STERN, True),
        ({}, False, True, STERN, False),
        ({"role": "after-queue"}, False, False, STERN, False),
        ({"role": "mx", "relay_domains": ["example.net"]}, False, False, STERN, True),
        ({"protocol": "lmtp"}, False, False, STERN, False),
        ({"protocol": "lmtp"}, True, False, STERN, False),
        ({}, True, False, SITE, True),
        ({}, True, True, SITE, True),
        ({"role": "after-queue"}, True, False, SITE, True),
    ],
)
async def test_who_needs_a_transaction_of_its_own(
    listen: dict[str, Any], lmtp_next: bool, observe: bool, policy: Policy, alone: bool
) -> None:
    """452 4.5.3 where one reply could not be true for both: an LMTP next hop, or refusals at other scores; not otherwise."""
    cast = Cast(listen, observe=observe)
    cast.onward.answers_each = lmtp_next
    cast.group(policy, EVE)
    cast.session.mail(ANN)
    assert await cast.session.rcpt(TO_BOB) == replies.RECIPIENT_OK
    assert await cast.session.rcpt(TO_EVE) == (replies.OWN_TRANSACTION if alone else replies.RECIPIENT_OK)
    assert cast.hop.calls.count("rcpt") == 2 - alone


async def test_whoever_needs_a_transaction_of_its_own_gets_one(cast: Cast) -> None:
    """The first recipient decides who may join; the one sent away is taken in the next transaction, and is first there."""
    cast.group(STERN, EVE)
    cast.session.mail(ANN)
    cast.hop.says["rcpt 1"] = Reply(550, "5.1.1 no")
    await cast.session.rcpt(TO_BOB)
    assert await cast.session.rcpt(TO_EVE) == replies.RECIPIENT_OK
    assert await cast.session.rcpt(TO_BOB) == replies.OWN_TRANSACTION
    cast.session.reset()
    cast.session.mail(ANN)
    assert await cast.session.rcpt(TO_BOB) == replies.RECIPIENT_OK


async def test_forwarded_attributes_add_up(cast: Cast) -> None:
    """XFORWARD may come in several commands; judge and next hop hear of the client behind the peer."""
    for name, value in FORWARDED.items():
        assert cast.session.forward({name: value}) == replies.OK
    await cast.send()
    assert cast.onward.introduced == [FORWARDED]
    assert cast.judge.judged[0].envelope == Envelope("198.51.100.9", "far.test", "ann@example.org", (BOB,))
    assert b"Received: from client.test ([192.0.2.7])" in cast.hop.taken[0][1]


@pytest.mark.parametrize("ending", ["content", "reset", "greeted"])
async def test_forwarded_attributes_last_for_one_transaction(cast: Cast, ending: str) -> None:
    """However a transaction ends, the next one is the peer's own again."""
    cast.session.forward(FORWARDED)
    if ending == "content":
        await cast.send()
    else:
        cast.session.mail(ANN)
    if ending == "reset":
        cast.session.reset()
    if ending == "greeted":
        cast.session.greeted("client.test", "ESMTP")
    cast.session.mail(ANN)
    assert [client.get("ADDR") for client in cast.onward.introduced] == ["198.51.100.9", "192.0.2.7"]


async def test_nothing_is_forwarded_within_a_transaction(cast: Cast) -> None:
    """XFORWARD after MAIL is an error and changes nothing."""
    cast.session.mail(ANN)
    assert cast.session.forward(FORWARDED) == replies.IN_TRANSACTION
    assert cast.session.peer.client == "192.0.2.7"


@pytest.mark.parametrize("again", [False, True])
async def test_reset_ends_it_without_content(cast: Cast, again: bool) -> None:
    """A transaction that is reset, or ended by a greeting, is closed at the next hop, frees its content, and leaves no recipient."""
    (await cast.address()).add(MESSAGE)
    assert not cast.untouched
    if again:
        cast.session.greeted("other.test", "ESMTP")
    else:
        cast.session.reset()
    await cast.settled()
    assert cast.untouched
    assert cast.hop.calls == ["rcpt", "close"]
    assert not cast.session.begun
    await cast.send(MESSAGE, EVE)
    assert cast.judge.judged[0].envelope is not None
    assert cast.judge.judged[0].envelope.recipients == (EVE,)
    assert cast.judge.judged[0].content == MESSAGE


async def test_content_in_chunks(cast: Cast) -> None:
    """All chunks go to one content, and no recipient is added once the first was taken."""
    cast.session.mail(ANN)
    await cast.session.rcpt(TO_BOB)
    assert not cast.session.in_chunks
    content = cast.session.content()
    assert isinstance(content, Content)
    assert cast.session.in_chunks
    assert cast.session.content() is content
    assert await cast.session.rcpt(TO_EVE) == replies.IN_BDAT
    content.add(MESSAGE)
    assert (await cast.session.finish())[0].accepted
    assert not cast.session.in_chunks
    assert cast.hop.calls.count("rcpt") == 1


@pytest.mark.parametrize("protocol", ["smtp", "lmtp"])
@pytest.mark.parametrize(("free", "reply"), [(500_000, replies.TOO_LARGE), (50_000, replies.NO_ROOM)])
async def test_content_past_a_bound(protocol: str, free: int, reply: Reply) -> None:
    """Content past the limit or the budget is refused for every recipient, unjudged, and takes no room afterwards."""
    cast = Cast({"protocol": protocol}, max_message_bytes=65_536)
    cast.site.budget.take(cast.site.budget.free - free)
    content = await cast.address(BOB, EVE)
    for _ in range(3):
        content.add(b"x" * 30_000)
    assert await cast.session.finish() == (reply, reply)
    await cast.settled()
    assert cast.site.budget.free == free
    assert cast.judge.judged == []
    assert cast.hop.calls == ["rcpt", "rcpt", "close"]
    assert not cast.session.begun


@pytest.mark.parametrize(("octets", "free", "reply"), [(65_535, 500_000, replies.TOO_LARGE), (60_000, 60_001, replies.NO_ROOM)])
async def test_content_whose_last_octet_passes_a_bound(octets: int, free: int, reply: Reply) -> None:
    """A CR alone at the very end, which becomes two octets, may be what is too much: then nothing is delivered in its place."""
    cast = Cast(max_message_bytes=65_536)
    cast.site.budget.take(cast.site.budget.free - free)
    (await cast.address()).add(b"\r\n" + b"x" * (octets - 2) + b"\r")
    assert await cast.session.finish() == (reply,)
    await cast.settled()
    assert cast.hop.taken == []
    assert cast.site.budget.free == free


@pytest.mark.parametrize(
    ("protocol", "parameters", "told"),
    [
        ("ESMTP", (), b"ESMTP"),
        ("ESMTPS", (), b"ESMTPS"),
        ("LMTPS", (), b"LMTPS"),
        ("ESMTP", ("SMTPUTF8",), b"UTF8SMTP"),
        ("ESMTPS", ("smtputf8",), b"UTF8SMTPS"),
        ("LMTP", ("SMTPUTF8",), b"UTF8LMTP"),
    ],
)
async def test_received_names_the_protocol(cast: Cast, protocol: str, parameters: tuple[str, ...], told: bytes) -> None:
    """As RFC 3848 and RFC 6531 4.3 spell it."""
    cast.session.greeted("client.test", protocol)
    cast.session.mail(EnvelopePath("a@b", parameters))
    await cast.session.rcpt(TO_BOB)
    content = cast.session.content()
    assert isinstance(content, Content)
    content.add(MESSAGE)
    await cast.session.finish()
    assert b"(Sievert) with " + told + b"\r\n" in cast.hop.taken[0][1]
