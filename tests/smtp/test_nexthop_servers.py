from __future__ import annotations

import asyncio
from typing import Any

import pytest
from actors import MESSAGE, SECONDS
from servers import ANN, BOB, EVE, FAY, Kept, Octets, begun, onward, settings, through

from filter.errors import NextHopError
from filter.smtp import replies
from filter.smtp.commands import EnvelopePath
from filter.smtp.nexthop import Destination
from filter.smtp.stamp import Stamped

SHORT = 0.3
QUEUED = "250 2.0.0 queued as 4711"
HELLO = "EHLO relay.test"
MAIL = "MAIL FROM:<ann@example.org>"
RCPT = "RCPT TO:<bob@example.net>"
HELLO_SAID = b"250-next.test\r\n250 DSN\r\n"
IMPATIENT = dict.fromkeys(("connect_seconds", "reply_seconds", "handover_seconds", "done_seconds"), SHORT)


@pytest.mark.parametrize(
    "how",
    [
        *({how: moment} for how in ("dies", "hangs") for moment in ("greeting", "EHLO", "MAIL", "RCPT")),
        *({"says": dict.fromkeys(moments, "421 busy")} for moments in (("greeting",), ("EHLO", "HELO"), ("MAIL",), ("RCPT",))),
    ],
)
async def test_the_next_server_takes_over(how: dict[str, Any]) -> None:
    """A server that fails before it answered MAIL and RCPT, or says 421 to them, has taken nothing: the next one gets it, once."""
    failing, living = Kept(**how), Kept()
    async with onward(failing, living, **(IMPATIENT if "hangs" in how else {})) as destination:
        assert str(await through(destination)) == QUEUED
        if "hangs" not in how:
            await failing.left(0)
    assert (failing.accepted, living.accepted) == ([], [MESSAGE])


@pytest.mark.parametrize(
    "how", [{"dies": "DATA"}, {"dies": "dot"}, {"says": {"MAIL": "451 4.3.0 later"}}, {"says": {"RCPT": "451 4.3.0 later"}}]
)
async def test_a_server_that_answered_is_held_to_it(how: dict[str, Any]) -> None:
    """Once it was answered the transaction is this server's: no other is turned to, the client tries again."""
    failing, other = Kept(**how), Kept()
    async with onward(failing, other) as destination:
        with pytest.raises(NextHopError) as error:
            await through(destination)
    assert error.value.code == 451
    assert other.heard == []


@pytest.mark.parametrize("known", [1, 3])
async def test_a_connection_grown_old_is_replaced(known: int, logged: list[Any]) -> None:
    """Where kept connections break off at MAIL, the same server is turned to anew: nobody notices, and the message goes once."""
    next_hop, other = Kept(), Kept()
    async with onward(next_hop, other) as destination:
        hops = [destination.open({}, ANN) for _ in range(known)]
        for hop in hops:
            await begun(hop, BOB)
        for hop in hops:
            await hop.close()
        next_hop.ages |= set(range(known))
        assert str(await through(destination)) == QUEUED
    assert (next_hop.accepted, other.heard, logged) == ([MESSAGE], [], [])


async def test_a_probe_grown_old_is_no_failure(logged: list[Any]) -> None:
    """The connection that was kept before the first message may have been given up too, and the server is well."""
    next_hop, other = Kept(ages={0}), Kept()
    async with onward(next_hop, other) as destination:
        await destination.prepare()
        assert str(await through(destination)) == QUEUED
    assert (next_hop.accepted, other.heard, logged) == ([MESSAGE], [], [])


async def test_silence_is_not_waited_for_on_every_connection() -> None:
    """A server that has fallen silent is given up after one wait or two, however many connections to it were kept."""
    next_hop = Kept()
    async with onward(next_hop, reply_seconds=SHORT) as destination:
        hops = [destination.open({}, ANN) for _ in range(5)]
        for hop in hops:
            await begun(hop, BOB)
        for hop in hops:
            await hop.close()
        next_hop.hangs = "MAIL"
        with pytest.raises(NextHopError):
            await through(destination)
    assert next_hop.heard.count(MAIL) <= 5 + 2


CLIENT = {"NAME": "far.test", "ADDR": "IPV6:2001:db8::1", "HELO": "a b", "PROTO": "ESMTP"}


@pytest.mark.parametrize(
    ("offered", "heard"),
    [
        (("XFORWARD NAME ADDR PROTO HELO",), ["XFORWARD NAME=far.test ADDR=IPV6:2001:db8::1 PROTO=ESMTP HELO=a+20b"]),
        (("XFORWARD ADDR SOURCE", "PIPELINING"), ["XFORWARD ADDR=IPV6:2001:db8::1"]),
        (("XFORWARD",), []),
        ((), []),
    ],
)
async def test_the_client_is_introduced(offered: tuple[str, ...], heard: list[str]) -> None:
    """XFORWARD goes before MAIL of every message, with what the next hop takes, and not at all where it takes nothing."""
    next_hop = Kept(extensions=offered)
    async with onward(next_hop) as destination:
        for _ in range(2):
            await through(destination, client=CLIENT)
    assert next_hop.talks == [[HELLO, *[*heard, MAIL, RCPT, "DATA"] * 2, "QUIT"]]


@pytest.mark.parametrize("pipelining", [("PIPELINING",), ()])
async def test_a_next_hop_that_does_not_want_to_know_the_client(pipelining: tuple[str, ...]) -> None:
    """A refused XFORWARD stops no mail."""
    next_hop = Kept(extensions=("XFORWARD ADDR", *pipelining), says={"XFORWARD": "550 5.7.0 not from you"})
    async with onward(next_hop) as destination:
        assert str(await through(destination, client=CLIENT)) == QUEUED


@pytest.mark.parametrize("pipelining", [("PIPELINING",), ()])
async def test_a_sender_that_the_next_hop_refuses(pipelining: tuple[str, ...]) -> None:
    """MAIL goes with the first RCPT, and what the next hop says of the sender is the reply to each; it is asked once."""
    next_hop = Kept(extensions=pipelining, says={"MAIL": "550 5.7.1 not from there", "RCPT": "503 5.5.1 no MAIL"})
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        assert next_hop.heard == []
        for one in (BOB, EVE, FAY):
            assert str(await hop.rcpt(one)) == "550 5.7.1 not from there"
        await hop.close()
    assert next_hop.heard == [HELLO, MAIL, RCPT, "QUIT"]


async def test_a_sender_that_is_refused_for_some_of_the_recipients() -> None:
    """Where the same transaction is begun anew for others, a refusal that comes then ends it."""
    next_hop = Kept()
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB, EVE)
        next_hop.says = {"MAIL": "450 4.7.1 too many of yours"}
        with pytest.raises(NextHopError, match=r"4\.7\.1 too many"):
            await hop.deliver(Stamped(b"", MESSAGE), (1,))
        await hop.close()
    assert next_hop.accepted == []


async def test_only_accepted_recipients_count() -> None:
    """Recipients are numbered as they were accepted; a refused one has no number and gets nothing."""
    next_hop = Kept(says={"RCPT": "550 5.1.1 nobody"})
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        assert (await hop.rcpt(BOB)).code == 550
        next_hop.says.clear()
        assert [(await hop.rcpt(one)).code for one in (EVE, FAY)] == [250, 250]
        assert [str(reply) for reply in await hop.deliver(Stamped(b"", MESSAGE), (0, 1))] == [QUEUED] * 2
        await hop.close()
    assert next_hop.heard[1:] == [MAIL, RCPT, "RCPT TO:<eve@example.net>", "RCPT TO:<fay@example.net>", "DATA", "QUIT"]


async def test_some_of_the_recipients() -> None:
    """For some of the recipients the transaction is begun anew with these alone, and for the others once more."""
    sender, eve = EnvelopePath(ANN.address, ("RET=HDRS",)), EnvelopePath(EVE.address, ("NOTIFY=NEVER",))
    next_hop = Kept(extensions=("DSN", "XFORWARD ADDR"))
    async with onward(next_hop) as destination:
        hop = destination.open({"ADDR": "192.0.2.7"}, sender)
        await begun(hop, BOB, eve, FAY)
        assert len(await hop.deliver(Stamped(b"", b"one\r\n"), (0, 2))) == 2
        assert len(await hop.deliver(Stamped(b"", b"two\r\n"), (1,))) == 1
        await hop.close()
    again, bob, one, fay = (
        ["XFORWARD ADDR=192.0.2.7", f"{MAIL} RET=HDRS"],
        RCPT,
        "RCPT TO:<eve@example.net> NOTIFY=NEVER",
        "RCPT TO:<fay@example.net>",
    )
    assert next_hop.heard[1:] == [*again, bob, one, fay, "RSET", *again, bob, fay, "DATA", *again, one, "DATA", "QUIT"]
    assert next_hop.accepted == [b"one\r\n", b"two\r\n"]


@pytest.mark.parametrize(
    ("how", "heard"),
    [
        ({"dies": "RSET"}, "451 "),
        ({"says": {"MAIL": "452 4.3.1 full"}}, "452 4.3.1 full"),
        ({"says": {"MAIL": "421 4.3.2 closing"}}, "451 "),
        ({"says": {"RCPT": "550 5.1.1 nobody"}}, "550 5.1.1 nobody"),
        ({"dies": "RCPT"}, "451 "),
        ({"says": {"DATA": "452 4.3.1 full"}}, "452 4.3.1 full"),
        ({"dies": "dot"}, "451 "),
    ],
)
async def test_a_transaction_begun_anew_can_be_refused(how: dict[str, Any], heard: str) -> None:
    """What fails the second time fails for these recipients alone, and nothing was taken for them."""
    next_hop = Kept()
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB, EVE)
        for name, value in how.items():
            setattr(next_hop, name, value)
        with pytest.raises(NextHopError) as error:
            await hop.deliver(Stamped(b"", MESSAGE), (1,))
        await hop.close()
    assert str(error.value).startswith(heard)
    assert next_hop.accepted == []


async def test_an_lmtp_server_answers_for_each() -> None:
    """With LMTP each recipient has its own reply, in their order (RFC 2033 4.2)."""
    next_hop = Kept(lmtp=True, says={"dot 2": "452 4.2.2 full", "dot 3": "550 5.7.1 no"})
    async with onward(next_hop, kind="lmtp") as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB, EVE, FAY)
        said = await hop.deliver(Stamped(b"", MESSAGE), (0, 1, 2))
        assert [str(reply) for reply in said] == [QUEUED, "452 4.2.2 full", "550 5.7.1 no"]
        assert [str(reply) for reply in await hop.deliver(Stamped(b"", MESSAGE), (2,))] == [QUEUED]
        await hop.close()
        assert destination.answers_each
    assert next_hop.heard[0] == "LHLO relay.test"


@pytest.mark.parametrize("second", ["gibberish", "250-wait", "421 4.3.2 closing"])
async def test_an_lmtp_server_that_fails_between_its_replies(second: str) -> None:
    """Who was told 250 has the message, and would have it twice if it was sent again; the others can be tried again."""
    next_hop = Kept(lmtp=True, says={"dot 2": second})
    async with onward(next_hop, kind="lmtp", done_seconds=SHORT) as destination:
        hop = destination.open({}, ANN)
        await begun(hop, BOB, EVE)
        said = await hop.deliver(Stamped(b"", MESSAGE), (0, 1))
        await hop.close()
    assert [str(reply) for reply in said] == [QUEUED, str(replies.NEXT_HOP_FAILED)]


@pytest.mark.parametrize("moment", ["EHLO", "MAIL", "RCPT", "DATA", "dot", "RSET"])
async def test_who_gives_up_leaves_no_connection_behind(moment: str) -> None:
    """A step that is cancelled leaves a reply outstanding: its connection is dropped and serves no other transaction."""
    next_hop = Kept(hangs=moment)
    async with onward(next_hop) as destination:
        hop = destination.open({}, ANN)

        async def steps() -> None:
            await begun(hop, BOB)
            await hop.deliver(Stamped(b"", MESSAGE), (0,))

        if moment == "RSET":
            await begun(hop, BOB)
        task = asyncio.ensure_future(hop.close() if moment == "RSET" else steps())
        await next_hop.reaching(moment)
        task.cancel()
        await asyncio.wait([task])
        async with asyncio.timeout(SECONDS / 2):
            await hop.close()
        next_hop.hangs = ""
        assert destination._pool._idle == []  # type: ignore[union-attr]
        assert str(await through(destination)) == QUEUED
    assert len(next_hop.talks) == 2


@pytest.mark.parametrize("says", [(), (HELLO_SAID,), (HELLO_SAID, b"250 ok\r\n")])
async def test_who_gives_up_hangs_up(says: tuple[bytes, ...]) -> None:
    """A server that answers no more sees the connection end, at whatever step it was given up."""
    server = Octets((b"220 next.test ESMTP\r\n", *says))
    async with server.running() as where:
        hop = Destination(settings(where), "relay.test").open({}, ANN)
        task = asyncio.ensure_future(begun(hop, BOB))
        async with asyncio.timeout(SECONDS):
            while server.heard.count(b"\n") <= len(says):  # noqa: ASYNC110  (what is waited for has no event)
                await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        await hop.close()
        await server.gone()
