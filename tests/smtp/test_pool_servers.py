from __future__ import annotations

from typing import Any

import pytest
from servers import Clock, Kept, pooled, taken

from filter.config.types import Server
from filter.smtp.esmtp import UNKNOWN

SHORT = 0.1


async def test_servers_are_tried_in_their_order() -> None:
    """The first one that can be had is used, each is tried once, and the last one's failure is known."""
    dead, refusing, living = Kept(dies="greeting"), Kept(says={"greeting": "554 no"}), Kept()
    async with pooled(dead, refusing, living) as pool:
        tried: set[Server] = set()
        first = await pool.channel(tried)
        assert first is not None
        assert (first.server, tried) == (living.server, {dead.server, refusing.server, living.server})
        assert "554 no" in str(pool.failure)
        assert await pool.channel(tried) is None
        first.abort()
    assert [len(each.talks) for each in (dead, refusing, living)] == [1, 1, 1]


@pytest.mark.parametrize(
    "how", [{"hangs": "greeting"}, {"hangs": "EHLO"}, {"dies": "EHLO"}, {"says": {"EHLO": "500 no", "HELO": "421 no"}}]
)
async def test_a_server_that_does_not_greet_us_is_passed_over(how: dict[str, Any]) -> None:
    """Silence, an end or a refusal before a transaction could begin: the next server is turned to."""
    failing, living = Kept(**how), Kept()
    async with pooled(failing, living, connect_seconds=4 * SHORT) as pool:
        assert (await taken(pool)).server == living.server


async def test_a_server_that_failed_rests(clock: Clock) -> None:
    """For `retry_seconds` the others are turned to first, then it has its turn again."""
    first, second = Kept(dies="greeting"), Kept()
    async with pooled(first, second, retry_seconds=5, max_messages=1) as pool:
        for _ in range(3):
            await pool.give_back(await taken(pool))
        assert (len(first.talks), len(second.talks)) == (1, 3)
        first.dies = ""
        clock.now += 5
        assert (await taken(pool)).server == first.server


async def test_a_server_that_failed_loses_its_connections() -> None:
    """What befell a server befell the connections kept to it, and no others."""
    first, second = Kept(dies="greeting"), Kept()
    async with pooled(first, second, retry_seconds=60) as pool:
        await pool.give_back(await taken(pool))
        first.dies, second.dies = "", "greeting"
        kept = [await pool.channel({second.server}) for _ in range(2)]
        for channel in kept:
            assert channel is not None
            await pool.give_back(channel)
        pool.failed(first.server, TimeoutError("silent"))
        await first.left(0)
        assert (await taken(pool)).server == second.server
        assert len(second.talks) == 1


async def test_a_server_that_rests_is_better_than_none() -> None:
    """Where all have failed a moment ago, each is tried again at once, and one that answers rests no longer."""
    first, second = Kept(dies="greeting"), Kept(dies="greeting")
    async with pooled(first, second, retry_seconds=60, max_messages=1) as pool:
        assert await pool.channel(set()) is None
        second.dies = ""
        for _ in range(3):
            await pool.give_back(await taken(pool))
    assert (len(first.talks), len(second.talks)) == (2, 4)


async def test_each_server_has_its_own_connections(clock: Clock) -> None:
    """A connection kept to a later server is not used while an earlier one can be had."""
    first, second = Kept(dies="greeting"), Kept()
    async with pooled(first, second, retry_seconds=5) as pool:
        await pool.give_back(await taken(pool))
        first.dies = ""
        clock.now += 5
        assert (await taken(pool)).server == first.server
        assert len(second.talks) == 1


async def test_a_failure_is_logged(logged: list[Any]) -> None:
    """The log has the server and the cause."""
    async with pooled(Kept(says={"greeting": "554 5.7.1 go away"})) as pool:
        assert await pool.channel(set()) is None
    (event,) = [event for event in logged if event["event"] == "next hop failed"]
    assert event["server"].startswith("127.0.0.1:")
    assert "554 5.7.1 go away" in event["cause"]


async def test_a_probe_learns_what_is_offered() -> None:
    """What a server offers is known before the first message, which then uses the probe's connection; once is enough."""
    next_hop = Kept(extensions=("DSN", "SIZE 1000"))
    async with pooled(next_hop) as pool:
        assert pool.extensions is UNKNOWN
        await pool.probe()
        assert dict(pool.extensions.offered) == {"DSN": "", "SIZE": "1000"}
        channel = await taken(pool)
        await pool.probe()
        channel.abort()
    assert len(next_hop.talks) == 1


async def test_a_probe_of_a_server_that_is_down(clock: Clock) -> None:
    """Raises nothing and knows nothing, and does not disturb a server that rests; what it offers is learned when it is back."""
    next_hop = Kept(dies="greeting")
    async with pooled(next_hop, retry_seconds=5) as pool:
        for _ in range(3):
            await pool.probe()
        assert pool.extensions is UNKNOWN
        assert len(next_hop.talks) == 1
        next_hop.dies = ""
        clock.now += 5
        await pool.probe()
        assert "DSN" in pool.extensions
