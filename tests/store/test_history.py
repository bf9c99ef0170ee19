from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from acquaintances import BOB, EVE, NOON, OWN, PIA, learn, past, written

from filter.errors import StoreError, UsageError
from filter.judge.correspondents import Correspondents, correspondents
from filter.judge.mail import Envelope, Mail
from filter.judge.past import Past
from filter.store import history as module
from filter.store.exchange import Exchange, exchange
from filter.store.history import History, opened

ANSWER = written(PIA, BOB, "9@supplier.example", "In-Reply-To: <o1@acme.example>")
SENT = written("Bob Wirth <bob@acme.example>", "pia@supplier.example", "o1@acme.example")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/state/history.db"


@pytest.fixture
def history(url: str) -> Iterator[History]:
    with opened(url, 730, create=True) as it:
        yield it


def test_a_stranger_has_no_past(history: History) -> None:
    """Nobody is known at first; looking does not make anybody known."""
    assert past(history, written()) == Past()
    assert past(history, written()) == Past()


def test_what_was_delivered_is_known(history: History) -> None:
    """Counts of the address, of its registrable domain and of the pair; of no other recipient, and of a colleague the domain alone."""
    for number in range(3):
        assert learn(history, written(id_=f"{number}@supplier.example"))
    assert past(history, written()) == Past(from_address=3, from_domain=3, between=3, silent_days=0, known_days=0)
    assert past(history, written(to=EVE)).between == 0
    assert past(history, written("Ole <ole@mail.supplier.example>")) == Past(from_domain=3)
    assert past(history, written("PIA LORRE <Pia@Supplier.Example>", "BOB@acme.example")).between == 3


def test_days_go_by(history: History) -> None:
    """Silence counts from the last mail's day and acquaintance from the first's, in whatever order they were learnt."""
    learn(history, written(id_="2"), 40)
    learn(history, written(id_="1"), 0)
    known = past(history, written(), 100)
    assert (known.silent_days, known.known_days) == (60, 100)
    assert past(history, written(), 10).silent_days == 0


def test_an_answer_to_what_we_sent(history: History) -> None:
    """An answer is one where the site sent that id to that address; the site's mail is counted as written to it."""
    assert not past(history, ANSWER).replied_to_us
    learn(history, SENT)
    known = past(history, ANSWER)
    assert (known.replied_to_us, known.to_address, known.from_address) == (True, 1, 0)
    long = "References: " + " ".join(f"<{number}@else.example>" for number in range(30)) + " <o1@acme.example>"
    assert past(history, written(PIA, BOB, "8", long)).replied_to_us


def test_an_answer_to_what_was_sent_to_another(history: History) -> None:
    """Who quotes an id that the site sent to somebody else, or that somebody else sent to the site, has not been answered."""
    learn(history, SENT)
    learn(history, written(PIA, BOB, "in@supplier.example"))
    thief = "Pia Lorre <pia.lorre@gmail.com>"
    assert not past(history, written(thief, BOB, "8", "In-Reply-To: <o1@acme.example>")).replied_to_us
    assert not past(history, written(thief, BOB, "8", "In-Reply-To: <in@supplier.example>")).replied_to_us
    assert not past(history, written(PIA, BOB, "8", "In-Reply-To: <in@supplier.example>")).replied_to_us


def test_a_borrowed_name(history: History) -> None:
    """A name is told of once another address is known well under it; however it is written, and not to its owner."""
    thief = written('"Lorre, P\u00eda" <desk@gmail.com>')
    for number in range(module.WELL_KNOWN):
        assert past(history, thief).same_name == 0
        learn(history, written(id_=str(number)))
    assert past(history, thief).same_name == module.WELL_KNOWN
    assert past(history, written()).same_name == 0
    assert past(history, written("Pia <desk@gmail.com>")).same_name == 0


def test_the_names_of_the_sites_own_people(history: History) -> None:
    """Who writes for the site is known by name from that alone."""
    for number in range(module.WELL_KNOWN):
        learn(history, written("Bob Wirth <bob@acme.example>", "pia@supplier.example", str(number)))
    assert past(history, written("Bob Wirth <bob@gmail.com>", EVE)).same_name == module.WELL_KNOWN
    assert past(history, written("Bob Wirth <bob@acme.example>", EVE)).from_address == 0


def test_the_same_mail_again(history: History) -> None:
    """Its second copy counts for nothing, be it in the same batch; a copy for another recipient counts for that one alone."""
    assert learn(history, written())
    assert not learn(history, written())
    assert not learn(history, written(id_="1@supplier.example") + b"and a footer\r\n")
    assert learn(history, written(), envelope=Envelope(recipients=(EVE,)))
    assert past(history, written()) == Past(from_address=1, from_domain=1, between=1, silent_days=0, known_days=0)
    assert past(history, written(to=EVE)).between == 1
    twice = exchange(Correspondents("ole@x.example", "x.example", recipients=(BOB,), identity="i"), None, OWN, NOON)
    assert twice
    assert history.record([twice, twice]) == 1
    assert past(history, written("ole@x.example")).from_address == 1


def test_a_mail_is_not_its_own_past(history: History) -> None:
    """Once a copy for another is recorded, or the same again, it has still the past of a stranger's; the next mail has not."""
    who = correspondents(Mail(written()))
    learn(history, written())
    assert history.past(who._replace(recipients=(EVE,)), NOON) == history.past(who, NOON) == Past()
    learn(history, written(id_="2"))
    assert history.past(who, NOON) == Past(from_address=1, from_domain=1, between=1, silent_days=0, known_days=0)
    learn(history, written(), envelope=Envelope(recipients=(EVE,)))
    assert history.past(who._replace(recipients=(EVE,)), NOON).between == 0


def test_a_mail_does_not_end_the_silence_before_it(history: History) -> None:
    """The second of its copies is told of the same silence as the first, on the same day or the next; once another came there is none."""
    learn(history, written())
    who = correspondents(Mail(written(id_="2")))
    late, later = NOON + timedelta(days=400), NOON + timedelta(days=401)
    assert history.past(who, late).silent_days == 400
    learn(history, written(id_="2"), 400)
    assert [history.past(who, when).silent_days for when in (late, later)] == [400, 401]
    assert past(history, written(), 400).silent_days == 0
    learn(history, written(id_="3"), 400)
    assert history.past(who, late).silent_days == 0


def test_a_history_that_did_not_keep_the_day_before(history: History, url: str) -> None:
    """One of an earlier version goes on; the silence before the second copy is left unsaid until it is known."""
    learn(history, written())
    learn(history, written(id_="2"), 400)
    history.close()
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.execute("ALTER TABLE counts DROP COLUMN before")
    who = correspondents(Mail(written(id_="2")))
    with opened(url, 730) as again:
        assert again.past(who, NOON + timedelta(days=400)) == Past(from_address=1, from_domain=1, between=1, known_days=400)
        assert past(again, written(), 410).silent_days == 10
        learn(again, written(id_="3"), 420)
        assert again.past(correspondents(Mail(written(id_="3"))), NOON + timedelta(days=420)).silent_days == 20


def test_in_and_out_are_marked_apart(history: History) -> None:
    """What was counted as incoming by mistake is still to be learnt as sent."""
    who = correspondents(Mail(SENT))
    history.record([Exchange(who, who.recipients, (), NOON)])
    history.record([Exchange(who, (), who.recipients, NOON)])
    assert past(history, ANSWER).to_address == 1


def test_mail_without_an_id(history: History) -> None:
    """Counts once by its content."""
    assert learn(history, written(id_=""))
    assert not learn(history, written(id_=""))
    assert learn(history, written(id_="") + b"more\r\n")


def test_nothing_can_be_read_in_it(history: History, url: str) -> None:
    """No address, domain, name or id is in the files, folded or not; two databases have different keys for the same address."""
    learn(history, written())
    learn(history, SENT)
    folder = Path(url.removeprefix("sqlite:///")).parent
    octets = b"".join(path.read_bytes() for path in folder.iterdir()).lower()
    assert b"counts" in octets
    for word in (b"pia", b"lorre", b"supplier", b"acme", b"bob", b"wirth", b"o1@"):
        assert word not in octets
    with closing(History(f"{url}2", 730)) as other:
        assert other._key(module._Kind.FROM, "a@b.example") != history._key(module._Kind.FROM, "a@b.example")
    with closing(History(url, 730)) as again:
        assert past(again, written()).from_address == 1


def test_parts_of_a_key_do_not_run_together(history: History) -> None:
    """What stands at the end of one part cannot pass for the beginning of the next."""
    assert history._key(module._Kind.PAIR, "ab", "c") != history._key(module._Kind.PAIR, "a", "bc")
    assert history._key(module._Kind.PAIR, "a1:b", "c") != history._key(module._Kind.PAIR, "a", "b1:c")


def test_surrogates_are_addresses_too(history: History) -> None:
    """A header of raw octets is remembered like any other."""
    content = written().replace(b"Pia Lorre <pia@", b"P\xeda <p\xeda@")
    learn(history, content)
    assert past(history, content).from_address == 1


def _told(number: int, days: int) -> Exchange | None:
    who = Correspondents(f"p{number}@supplier.example", "supplier.example", recipients=(BOB,), identity=str(number))
    return exchange(who, None, OWN, NOON.replace(year=NOON.year + days // 365))


def test_more_than_a_batch(history: History, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any number can be recorded at once, in transactions of BATCH; nothing at all as well."""
    monkeypatch.setattr(module, "BATCH", 3)
    assert history.record([one for one in (_told(number, 0) for number in range(8)) if one]) == 8
    assert past(history, written()).from_domain == 8
    assert history.record([]) == 0


def _learn_many(url: str, start: int) -> None:
    with opened(url, 730) as history:
        for number in range(start, start + 100):
            learn(history, written(id_=f"{number}@supplier.example"))
            learn(history, written(id_=f"both{number % 100}@supplier.example"))
            assert past(history, written()).from_address >= 1


def test_several_processes_at_once(history: History, url: str) -> None:
    """Processes that record and look up at the same time lose nothing of each other's, and count once what several of them saw."""
    processes = [get_context("spawn").Process(target=_learn_many, args=(url, start)) for start in (0, 1000, 2000)]
    for process in processes:
        process.start()
    while any(process.is_alive() for process in processes):
        past(history, written())
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert past(history, written()) == Past(from_address=400, from_domain=400, between=400, silent_days=0, known_days=0)


def _open_and_tell(url: str, number: int) -> None:
    with opened(url, 730, create=True) as history:
        learn(history, written(id_=f"{number}@supplier.example"))


def test_several_processes_make_it_at_once(url: str, tmp_path: Path) -> None:
    """Whoever comes first, all have the same salt: each knows what the others learnt."""
    processes = [get_context("spawn").Process(target=_open_and_tell, args=(url, number)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    with opened(url, 730) as history:
        assert past(history, written()).from_address == sum(process.exitcode == 0 for process in processes) > 0


def test_what_is_not_there_is_not_made(url: str, tmp_path: Path) -> None:
    """Without `create` a history that was never kept is a UsageError, and nothing is made."""
    with pytest.raises(UsageError, match="does not exist yet"):
        History(url, 730, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_a_store_error(tmp_path: Path) -> None:
    """What is no database is one of our errors."""
    (tmp_path / "h.db").write_bytes(b"no database, and long enough to see that" * 100)
    with pytest.raises(StoreError):
        History(f"sqlite:///{tmp_path}/h.db", 730)
