from __future__ import annotations

import asyncio
import threading
from ipaddress import ip_network

import pytest
from actors import MESSAGE
from cast import Cast, Stuck

from filter.config.relay import LOOPBACK, Listen
from filter.errors import StoreError
from filter.judge.mail import Mail
from filter.smtp.deadline import OverdueError
from filter.smtp.site import HOLDING_THREADS, JUDGING_THREADS, relays_to, within

MX = Listen.model_validate({"role": "mx", "relay_domains": ["example.org", ".example.net"], "allowed_networks": ["192.0.2.0/24"]})
CLOSED = Listen.model_validate({"role": "mx", "relay_domains": ["example.org"], "allowed_networks": []})
STRANGER, FRIEND = "198.51.100.9", "192.0.2.7"


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("127.0.0.1", True),
        ("127.255.255.255", True),
        ("::1", True),
        ("192.0.2.7", False),
        ("2001:db8::1", False),
        ("::ffff:192.0.2.7", False),
        ("", False),
        ("nonsense", False),
        ("127.1", False),
        ("127.0.0.1 ", False),
        ("[127.0.0.1]", False),
        ("localhost", False),
    ],
)
def test_loopback_alone_unless_told_otherwise(address: str, inside: bool) -> None:
    """The default networks have this machine and nobody else, and what is no address is nobody."""
    assert within(address, LOOPBACK) is inside
    assert within(address, ()) is False


def test_networks_of_either_family() -> None:
    """A network has the addresses of its own family alone, also where all of them are meant."""
    everybody4, everybody6 = (ip_network("0.0.0.0/0"),), (ip_network("::/0"),)
    assert within("198.51.100.9", everybody4)
    assert not within("2001:db8::1", everybody4)
    assert within("2001:db8::1", everybody6)
    assert within("fe80::1%eth0", (ip_network("fe80::/10"),))
    assert not within("198.51.100.9", everybody6)


@pytest.mark.parametrize(
    "recipient",
    [
        "ann@example.org",
        "Ann@EXAMPLE.Org",
        "ann@example.org.",
        "ann+detail@example.org",
        '"ann smith"@example.org',
        "ann@mail.example.net",
        "ann@a.b.Example.NET.",
        "j\u00fcrgen@example.org",
    ],
)
def test_an_mx_takes_mail_for_its_domains(recipient: str) -> None:
    """From anybody, whatever the case, with or without the dot of the root; .example.net is all below it."""
    assert relays_to(MX, STRANGER, recipient)


@pytest.mark.parametrize(
    "recipient",
    [
        "ann@elsewhere.test",
        "ann@example.net",
        "ann@sub.example.org",
        "ann@notexample.org",
        "ann@example.org.evil.test",
        "ann@example.net.evil.test",
        "ann@example.com",
        "ann@example.org..",
        "ann@[192.0.2.1]",
        "ann@[IPv6:2001:db8::1]",
        "ann@192.0.2.1",
        "ann@",
        "@",
        "",
        "ann",
        "example.org",
        "ann@localhost",
        # routes that a next hop may still read
        "eve%elsewhere.test@example.org",
        "elsewhere.test!eve@example.org",
        "eve@elsewhere.test@example.org",
        "@elsewhere.test:eve@example.org",
        "@elsewhere.test,@other.test:eve@example.org",
        '"eve@elsewhere.test"@example.org',
        '"eve%elsewhere.test"@example.org',
        '"elsewhere.test!eve"@example.org',
        r"eve\@elsewhere.test@example.org",
        "eve%elsewhere.test%other.test@mail.example.net",
        "ann@example.org@",
        "ann@example.org\u3002evil.test",
        "ann@ex\u0430mple.org",
        "ann@example\uff0eorg",
    ],
)
@pytest.mark.parametrize("client", [STRANGER, "2001:db8::9", f"::ffff:{FRIEND}", "::ffff:127.0.0.1", "", "unknown", "192.0.2.7.evil.test"])
def test_an_mx_is_no_open_relay(recipient: str, client: str) -> None:
    """Nobody outside the networks sends anywhere else, by no way to write an address, or where there is none."""
    assert not relays_to(MX, client, recipient)


@pytest.mark.parametrize("recipient", ["ann@elsewhere.test", "eve%elsewhere.test@example.org", "ann", "ann@[192.0.2.1]"])
@pytest.mark.parametrize("role", ["before-queue", "after-queue", "mx"])
def test_who_is_in_a_network_sends_anywhere(recipient: str, role: str) -> None:
    """In every role, and in every way to write an address; a listener without networks has no such client."""
    domains = ["example.org"] if role == "mx" else []
    listen = Listen.model_validate({"role": role, "relay_domains": domains, "allowed_networks": ["192.0.2.0/24", "2001:db8::/32"]})
    assert relays_to(listen, FRIEND, recipient)
    assert relays_to(listen, "2001:db8::1", recipient)
    assert not relays_to(CLOSED, FRIEND, recipient)


@pytest.mark.parametrize("role", ["before-queue", "after-queue"])
def test_other_roles_know_no_domains(role: str) -> None:
    """Only an mx takes mail from outside its networks."""
    listen = Listen.model_validate({"role": role, "allowed_networks": ["192.0.2.0/24"]})
    assert not relays_to(listen, STRANGER, "ann@example.org")


async def test_kept_work_is_not_lost() -> None:
    """Work that is kept stands in `pending` until it is done, and nobody's cancellation ends it."""
    go = asyncio.Event()

    async def work() -> int:
        await go.wait()
        return 7

    site = Cast().site
    task = site.keep(work())
    assert site.pending == {task}
    caller = asyncio.create_task(asyncio.wait_for(asyncio.shield(task), 5))
    await asyncio.sleep(0)
    caller.cancel()
    await asyncio.wait([caller])
    assert site.pending == {task}
    go.set()
    assert await task == 7
    await asyncio.sleep(0)
    assert not site.pending


# --- judging aside


async def test_judged_in_a_thread() -> None:
    """The verdict, or the judge's own error, comes out as it is, and the event loop goes on meanwhile."""
    cast = Cast()
    assert (await cast.site.aside(Mail(MESSAGE))).score == cast.judge.score
    cast.judge.error = ValueError("secret")
    with pytest.raises(ValueError, match="secret"):
        await cast.site.aside(Mail(MESSAGE))
    assert not cast.site.stuck.is_set()


async def test_a_judgement_that_does_not_end() -> None:
    """Past judge_seconds it is overdue and the site is stuck; what waits for its turn, or comes later, fails at once."""
    cast = Cast(judge_seconds=0.1)
    cast.site.judge = judge = Stuck()
    try:
        asked = [asyncio.create_task(cast.site.aside(Mail(MESSAGE))) for _ in range(20)]
        done, _ = await asyncio.wait(asked, timeout=5)
        assert len(done) == 20
        assert {type(each.exception()) for each in done} == {OverdueError}
        assert cast.site.stuck.is_set()
        with pytest.raises(OverdueError):
            await asyncio.wait_for(cast.site.aside(Mail(MESSAGE)), 0.05)
    finally:
        judge.go.set()


async def test_a_judgement_whose_turn_does_not_come(stuck: Stuck) -> None:
    """Behind others, all threads taken: it is overdue when its time is over, and nobody is stuck for that."""
    cast = Cast(judge_seconds=5)
    cast.site.judge = stuck
    busy = [asyncio.create_task(cast.site.aside(Mail(MESSAGE))) for _ in range(JUDGING_THREADS)]
    await stuck.begun.wait()
    with pytest.raises(OverdueError):
        await asyncio.wait_for(cast.site.aside(Mail(MESSAGE), by=asyncio.get_running_loop().time() + 0.05), 2)
    assert not cast.site.stuck.is_set()
    stuck.go.set()
    await asyncio.gather(*busy)


# --- holding


async def test_a_hold_whose_turn_does_not_come_never_is() -> None:
    """Past its time it fails, and is not done after all; one that has begun is waited for."""
    cast, go = Cast(), threading.Event()
    done: list[int] = []
    soon = asyncio.get_running_loop().time() + 0.05
    busy = [asyncio.create_task(cast.site.hold(go.wait, 5, by=soon)) for _ in range(HOLDING_THREADS)]
    await asyncio.sleep(0)
    with pytest.raises(StoreError):
        await asyncio.wait_for(cast.site.hold(done.append, 1, by=soon), 2)
    assert not any(each.done() for each in busy)
    go.set()
    assert await asyncio.gather(*busy) == [True] * HOLDING_THREADS
    with pytest.raises(StoreError):
        await cast.site.hold(done.append, 2, by=soon)
    await cast.site.hold(done.append, 3)
    assert done == [3]
