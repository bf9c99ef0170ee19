from __future__ import annotations

import pytest

from filter.authentication import limits
from filter.authentication.cache import Cached
from filter.authentication.dns import Answer, Kind
from filter.errors import DnsError


class Source:
    """Answers of one length and time, counted."""

    def __init__(self, seconds: float = 100.0, records: tuple[str, ...] = ("a",)) -> None:
        self.seconds, self.records = seconds, records
        self.asked: list[tuple[str, Kind]] = []
        self.now = 0.0

    async def __call__(self, name: str, kind: Kind) -> Answer:
        """The answer; names that begin with "fail" have none."""
        self.asked.append((name, kind))
        if name.startswith("fail"):
            raise DnsError(name)
        return Answer(self.records, self.seconds)

    def clock(self) -> float:
        """As late as the test says."""
        return self.now


async def test_an_answer_is_kept_as_long_as_it_holds() -> None:
    """Its TTL decides, in any case of letters, each kind for itself; also that there is no record is kept."""
    for records in (("a", "b"), ()):
        source = Source(records=records)
        dns = Cached(source, source.clock)
        for now, name in ((0.0, "x.example"), (99.0, "X.example"), (100.0, "x.example")):
            source.now = now
            assert await dns(name, "TXT") == records
        assert len(source.asked) == 2
        await dns("x.example", "A")
        assert len(source.asked) == 3


async def test_no_answer_is_kept_for_ever() -> None:
    """A TTL of years is cut to the limit, and one of nothing is not kept."""
    source = Source(seconds=1e9)
    dns = Cached(source, source.clock)
    await dns("x.example", "TXT")
    source.now = limits.CACHED_SECONDS
    await dns("x.example", "TXT")
    assert len(source.asked) == 2
    source = Source(seconds=0.0)
    dns = Cached(source, source.clock)
    await dns("x.example", "TXT")
    assert len(dns) == 0


async def test_a_failure_is_not_kept() -> None:
    """It is asked for again."""
    source = Source()
    dns = Cached(source, source.clock)
    for _ in range(2):
        with pytest.raises(DnsError):
            await dns("fail.example", "TXT")
    assert len(source.asked) == 2
    assert len(dns) == 0


async def test_only_so_much_is_kept() -> None:
    """Past the limit the answer goes that nobody asked for longest; a long one is given and not kept."""
    source = Source()
    dns = Cached(source, source.clock)
    for number in range(limits.CACHED_ANSWERS):
        await dns(f"n{number}.example", "TXT")
    await dns("n0.example", "TXT")
    await dns("new.example", "TXT")
    assert len(dns) == limits.CACHED_ANSWERS
    asked = len(source.asked)
    await dns("n0.example", "TXT")
    assert len(source.asked) == asked
    await dns("n1.example", "TXT")
    assert len(source.asked) == asked + 1
    source = Source(records=("x" * limits.CACHED_CHARS, "y"))
    dns = Cached(source, source.clock)
    assert await dns("x.example", "TXT") == source.records
    assert len(dns) == 0
