from __future__ import annotations

import asyncio
import time

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest
from zone import HANGS, Zone

from filter.authentication import limits
from filter.authentication.dns import Answer, Kind, Resolver, Timely, is_name
from filter.errors import ConfigError, DnsError

LONG = '"' + '" "'.join(["x" * 250] * 40) + '"'
# What a server on this machine says: records in the notation of zone files, or the name of a response code.
ZONE: dict[tuple[str, str], tuple[str, ...] | str] = {
    ("a.example", "A"): ("192.0.2.1", "192.0.2.2"),
    ("a.example", "AAAA"): ("2001:db8::1",),
    ("a.example", "MX"): ("20 second.example.", "10 First.example."),
    ("a.example", "TXT"): ('"v=spf1 " "-all"', '"caf\\195\\169"'),
    ("null.example", "MX"): ("0 .",),
    ("1.2.0.192.in-addr.arpa", "PTR"): ("a.example.",),
    ("empty.example", "TXT"): (),
    ("broken.example", "TXT"): "SERVFAIL",
    ("long.example", "TXT"): (LONG,),
    ("longer.example", "TXT"): (LONG, LONG.replace("x", "y"), LONG.replace("x", "z"), LONG.replace("x", "w")),
    ("many.example", "A"): tuple(f"10.0.{number // 250}.{number % 250}" for number in range(limits.ANSWER_RECORDS + 1)),
}


class Server(asyncio.DatagramProtocol):
    """A DNS server on loopback. Names that begin with "silent" get no answer; "alias" leads to a.example, "loop" to itself and on."""

    async def start(self) -> int:
        """Its port."""
        loop = asyncio.get_running_loop()
        self._stream = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = int(self._stream.sockets[0].getsockname()[1])
        self._datagrams, _ = await loop.create_datagram_endpoint(lambda: self, ("127.0.0.1", port))
        return port

    def stop(self) -> None:
        """Let go of the port."""
        self._datagrams.close()
        self._stream.close()

    def datagram_received(self, octets: bytes, address: tuple[str, int]) -> None:
        """A query; a long answer is cut, so that it is asked for again over TCP."""
        if (answer := _answer(octets)) is None:
            return
        wire = answer.to_wire(max_size=65_535)
        if len(wire) > 1200:
            answer.answer.clear()
            answer.flags |= dns.flags.TC
            wire = answer.to_wire()
        self._datagrams.sendto(wire, address)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        size = int.from_bytes(await reader.readexactly(2), "big")
        answer = _answer(await reader.readexactly(size))
        assert answer is not None
        wire = answer.to_wire(max_size=65_535)
        writer.write(len(wire).to_bytes(2, "big") + wire)
        writer.close()


def _answer(octets: bytes) -> dns.message.Message | None:
    query = dns.message.from_wire(octets)
    name, kind = query.question[0].name.to_text(omit_final_dot=True), dns.rdatatype.to_text(query.question[0].rdtype)
    answer = dns.message.make_response(query)
    if name.startswith("silent"):
        return None
    if name.startswith("loop"):
        for number in range(40):
            answer.answer.append(
                dns.rrset.from_text(f"loop{number or ''}.example.", 60, "IN", "CNAME", f"loop{(number + 1) % 40 or ''}.example.")
            )
        return answer
    if name == "alias.example":
        answer.answer.append(dns.rrset.from_text("alias.example.", 60, "IN", "CNAME", "a.example."))
        name = "a.example"
    records = ZONE.get((name, kind), () if any(name == known for known, _ in ZONE) else "NXDOMAIN")
    if isinstance(records, str):
        answer.set_rcode(dns.rcode.from_text(records))
    elif records:
        answer.answer.append(dns.rrset.from_text(f"{name}.", 77, "IN", kind, *records))
    return answer


async def ask(name: str, kind: Kind, seconds: float = 2.0) -> Answer:
    """What the resolver makes of the server's answer."""
    server = Server()
    port = await server.start()
    try:
        return await Resolver(("127.0.0.1",), seconds, port)(name, kind)
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("name", "kind", "records"),
    [
        ("a.example", "A", ("192.0.2.1", "192.0.2.2")),
        ("A.Example", "AAAA", ("2001:db8::1",)),
        ("a.example", "MX", ("First.example", "second.example")),
        ("null.example", "MX", (".",)),
        ("a.example", "TXT", ("v=spf1 -all", "caf\u00c3\u00a9")),
        ("1.2.0.192.in-addr.arpa", "PTR", ("a.example",)),
        ("alias.example", "A", ("192.0.2.1", "192.0.2.2")),
        ("long.example", "TXT", ("x" * 10_000,)),
    ],
)
async def test_records_are_text(name: str, kind: Kind, records: tuple[str, ...]) -> None:
    """Addresses, hosts in their order, joined strings; through an alias, and over TCP where the answer is long."""
    found = await ask(name.lower(), kind)
    assert sorted(found.records) == sorted(records)
    assert kind != "MX" or found.records == records
    assert found.seconds == 77


@pytest.mark.parametrize("name", ["missing.example", "empty.example", "a..example", "x" * 64 + ".example", "caf\u00e9.example", ""])
async def test_nothing_there_is_an_answer(name: str) -> None:
    """No such name, no such record, and a name that nobody can have: there are no records, for a while."""
    assert await ask(name, "TXT") == Answer((), limits.EMPTY_SECONDS)


@pytest.mark.parametrize(
    ("name", "kind"), [("broken.example", "TXT"), ("loop.example", "A"), ("longer.example", "TXT"), ("many.example", "A")]
)
async def test_no_answer_is_an_error(name: str, kind: Kind) -> None:
    """A server that failed, aliases without end, and an answer of more records or characters than anybody needs."""
    began = time.monotonic()
    with pytest.raises(DnsError, match=name):
        await ask(name, kind)
    assert time.monotonic() - began < 4


async def test_a_silent_server_is_given_up() -> None:
    """After the time that was set."""
    began = time.monotonic()
    with pytest.raises(DnsError, match=r"silent\.example"):
        await ask("silent.example", "A", 0.3)
    assert time.monotonic() - began < 2


async def test_the_systems_resolver_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where none is configured and the system names none, that is told with the key to set."""

    def nothing(*_: object, **__: object) -> None:
        raise dns.resolver.NoResolverConfiguration

    monkeypatch.setattr(dns.resolver.BaseResolver, "read_resolv_conf", nothing)
    with pytest.raises(ConfigError, match=r"authentication\.resolver"):
        Resolver((), 1.0)
    Resolver(("192.0.2.53",), 1.0)


async def test_time_ends_for_all_questions_together() -> None:
    """What answers is heard; silence ends at the moment, and after it nothing is asked."""
    until = asyncio.get_running_loop().time() + 0.1
    zone = Zone({("a.example", "A"): "192.0.2.1", ("b.example", "A"): HANGS})
    timely = Timely(zone, until)
    assert await timely("a.example", "A") == ("192.0.2.1",)
    for _ in range(3):
        with pytest.raises(DnsError, match="not in time"):
            await timely("b.example", "A")
    assert asyncio.get_running_loop().time() - until < 1


def _checks() -> list[tuple[str, bool]]:
    longest = ".".join(["x" * 63] * 3 + ["y" * 61])
    return [
        ("a", True),
        ("_dmarc.a.example", True),
        (longest, True),
        (f"{longest}y", False),
        ("x" * 64, False),
        ("", False),
        (".", False),
        ("a b\n", False),
    ]


@pytest.mark.parametrize(("name", "known"), _checks())
def test_a_name_has_the_length_that_the_dns_allows(name: str, known: bool) -> None:
    """Labels of 63 characters, 253 in all, printable ASCII (RFC 1035 2.3.4)."""
    assert is_name(name) is known
