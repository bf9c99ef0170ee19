from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from actors import HELD, MESSAGE, verdict
from sqlalchemy import Connection, Engine, create_engine, event, text

from filter.errors import StoreError, StoreFullError, StoreMovedError, UsageError
from filter.judge.mail import Envelope, Mail
from filter.judge.policy import Action, Disposition
from filter.judge.verdict import Reason
from filter.store import quarantine as module
from filter.store import reserve
from filter.store.quarantine import CANDIDATES, RELEASE_SECONDS, SUBJECT_CHARS, Held, Quarantine, State
from filter.store.reserve import FULL_OCTETS
from filter.store.sought import Sought

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
MAIL = Mail(MESSAGE, Envelope("192.0.2.1", "client.test", "ann@example.org", ("bob@example.net", "cy@example.net")))
VERDICT = verdict(HELD, (Reason("spam", "text", "lunch", 0.1 + 0.2),))
TO_HOLD = Disposition(Action.QUARANTINE, "spam")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/state/quarantine.db"


@pytest.fixture
def quarantine(url: str) -> Iterator[Quarantine]:
    with closing(Quarantine(url)) as opened:
        yield opened


def hold(quarantine: Quarantine, content: bytes = MESSAGE, received: datetime = NOON) -> str:
    return quarantine.hold(replace(MAIL, content=content), VERDICT, TO_HOLD, received)


def release(quarantine: Quarantine, id_: str) -> None:
    quarantine.begin_release(id_, LATER)
    quarantine.end_release(id_, LATER, taken=True)


def test_what_is_held_comes_back_whole(quarantine: Quarantine, url: str) -> None:
    """Every fact given to `hold`, and every octet, is there for another process to see."""
    id_ = quarantine.hold(MAIL, VERDICT, TO_HOLD, NOON)
    assert Quarantine(url).show(id_) == Held(
        id=id_,
        received=NOON,
        sender="ann@example.org",
        recipients=("bob@example.net", "cy@example.net"),
        subject="Lunch",
        action="quarantine",
        cause="spam",
        verdict=VERDICT,
        size=len(MESSAGE),
        state=State.HELD,
        changed=NOON,
        content=MESSAGE,
    )


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 50, b"\r\n.\r\nno header\n\x00" * 100_000])
def test_octets_are_kept_exactly(quarantine: Quarantine, content: bytes) -> None:
    """Content that is no text, or no mail at all, comes out as it went in."""
    assert quarantine.show(hold(quarantine, content)).content == content


@pytest.mark.parametrize("sender", ["", None, 'a\udc80\x00"\\b@example.org'])
def test_the_envelope_is_kept_exactly(quarantine: Quarantine, sender: str | None) -> None:
    """The null sender, an unknown one and octets that are no UTF-8 come back as they were."""
    mail = Mail(MESSAGE, Envelope(sender=sender, recipients=("\udcff@example.net",)))
    held = quarantine.show(quarantine.hold(mail, VERDICT, TO_HOLD, NOON))
    assert (held.sender, held.recipients) == (sender, ("\udcff@example.net",))


def test_mail_without_an_envelope_is_held_too(quarantine: Quarantine) -> None:
    """Without an envelope the sender is unknown and there is no recipient."""
    held = quarantine.show(quarantine.hold(Mail(MESSAGE), VERDICT, TO_HOLD, NOON))
    assert (held.sender, held.recipients) == (None, ())


def test_the_subject_is_decoded_and_cut(quarantine: Quarantine) -> None:
    """Encoded words are decoded, and SUBJECT_CHARS characters kept."""
    assert quarantine.show(hold(quarantine, b"Subject: =?utf-8?q?caf=C3=A9?=\r\n\r\n")).subject == "café"
    assert quarantine.show(hold(quarantine, b"Subject: " + b"x" * 500 + b"\r\n\r\n")).subject == "x" * SUBJECT_CHARS


def test_ids_are_unique_and_sort_by_time(quarantine: Quarantine) -> None:
    """Messages of one microsecond have different ids, and a later microsecond sorts behind them all."""
    same = [hold(quarantine) for _ in range(40)]
    later = hold(quarantine, received=NOON + timedelta(microseconds=1))
    assert len(set(same)) == 40
    assert max(same) < later


def test_a_list_has_the_newest_first_without_content(quarantine: Quarantine) -> None:
    """A list takes the newest up to its limit and leaves the messages where they are."""
    ids = [hold(quarantine, received=NOON + timedelta(seconds=number)) for number in range(4)]
    listed = quarantine.list(limit=3)
    assert [held.id for held in listed] == ids[:0:-1]
    assert [held.content for held in listed] == [None] * 3


def test_a_list_is_of_one_state_or_all(quarantine: Quarantine) -> None:
    """Held messages are listed unless another state, or any, is asked for."""
    kept, released, deleted = (hold(quarantine, received=NOON + timedelta(seconds=number)) for number in range(3))
    release(quarantine, released)
    quarantine.delete(deleted, LATER)
    assert [held.id for held in quarantine.list()] == [kept]
    assert [held.id for held in quarantine.list(State.RELEASED)] == [released]
    assert [held.id for held in quarantine.list(None)] == [deleted, released, kept]


def test_a_release_is_noted_once(quarantine: Quarantine) -> None:
    """A released message keeps its content, says when, and cannot be released again."""
    id_ = hold(quarantine)
    release(quarantine, id_)
    held = quarantine.show(id_)
    assert (held.state, held.changed, held.content) == (State.RELEASED, LATER, MESSAGE)
    with pytest.raises(UsageError, match=f"{id_} is released already"):
        release(quarantine, id_)


def test_only_one_release_is_under_way(quarantine: Quarantine, url: str) -> None:
    """While one is about a message nobody else can release or delete it, and it is still listed as held."""
    id_ = hold(quarantine)
    quarantine.begin_release(id_, LATER)
    assert [(one.id, one.state) for one in quarantine.list()] == [(id_, State.RELEASING)]
    for other in (Quarantine(url).begin_release, quarantine.delete):
        with pytest.raises(UsageError, match=r"is being released since 13:00:00 UTC; .* free again at 13:15:00"):
            other(id_, LATER + timedelta(seconds=RELEASE_SECONDS))


def test_a_release_that_failed_leaves_it_held(quarantine: Quarantine) -> None:
    """What the next hop did not take is held as before, and ends only once."""
    id_ = hold(quarantine)
    quarantine.begin_release(id_, LATER)
    quarantine.end_release(id_, LATER, taken=False)
    assert quarantine.show(id_).state is State.HELD
    with pytest.raises(UsageError, match=f"{id_} is held"):
        quarantine.end_release(id_, LATER, taken=True)


def test_a_release_whose_process_died_can_be_begun_again(quarantine: Quarantine) -> None:
    """After a time in which any release ends, a message on its way is free again: to be released, or deleted."""
    id_, other = hold(quarantine), hold(quarantine)
    afterwards = LATER + timedelta(seconds=RELEASE_SECONDS + 1)
    for one in (id_, other):
        quarantine.begin_release(one, LATER)
    quarantine.begin_release(id_, afterwards)
    quarantine.delete(other, afterwards)
    assert (quarantine.show(id_).state, quarantine.show(other).state) == (State.RELEASING, State.DELETED)


def test_only_the_release_that_is_under_way_can_end(quarantine: Quarantine) -> None:
    """One that was given up on and taken over by another leaves the other's alone."""
    id_, afterwards = hold(quarantine), LATER + timedelta(seconds=RELEASE_SECONDS + 1)
    quarantine.begin_release(id_, LATER)
    quarantine.begin_release(id_, afterwards)
    for taken in (True, False):
        with pytest.raises(UsageError, match="is being released since"):
            quarantine.end_release(id_, LATER, taken)
    quarantine.end_release(id_, afterwards, taken=True)
    assert quarantine.show(id_).state is State.RELEASED


def test_deleting_removes_the_content_and_keeps_the_facts(quarantine: Quarantine) -> None:
    """A deleted message has its facts and no octets; deleting or releasing it again is refused."""
    id_ = hold(quarantine)
    before = quarantine.show(id_)
    quarantine.delete(id_, LATER)
    assert quarantine.show(id_) == replace(before, content=None, state=State.DELETED, changed=LATER)
    for again in (quarantine.delete, quarantine.begin_release):
        with pytest.raises(UsageError, match="is deleted already"):
            again(id_, LATER)


def test_a_released_message_can_be_deleted(quarantine: Quarantine) -> None:
    """What was sent on need not be kept."""
    id_ = hold(quarantine)
    release(quarantine, id_)
    quarantine.delete(id_, LATER)
    assert quarantine.show(id_).content is None


def test_the_beginning_of_an_id_will_do(quarantine: Quarantine) -> None:
    """A prefix that only one id has, in either case, names it."""
    first, second = hold(quarantine), hold(quarantine, received=NOON + timedelta(days=400))
    shared = next(place for place, (one, other) in enumerate(zip(first, second, strict=True)) if one != other)
    assert quarantine.show(second[: shared + 1].upper()).id == second


def test_an_ambiguous_id_is_refused_with_the_candidates(quarantine: Quarantine) -> None:
    """A prefix of several ids names them, up to CANDIDATES, and changes none."""
    ids = [hold(quarantine) for _ in range(CANDIDATES + 1)]
    with pytest.raises(UsageError) as raised:
        quarantine.delete(ids[0][:11], LATER)
    named = [id_ for id_ in ids if id_ in str(raised.value)]
    assert len(named) == CANDIDATES
    assert "and more" in str(raised.value)
    assert len(quarantine.list()) == CANDIDATES + 1


def test_an_unknown_id_is_refused_with_the_nearest(quarantine: Quarantine) -> None:
    """An id mistyped at its end names the one meant; something else names the latest; in an empty one nothing is named."""
    with pytest.raises(UsageError, match="it is empty"):
        quarantine.show("1k0yq2mq")
    id_ = hold(quarantine)
    with pytest.raises(UsageError, match=f"nearest: {id_}"):
        quarantine.show(f"{id_[:7]}zz")
    with pytest.raises(UsageError, match=f"the latest is {id_}"):
        quarantine.show("%")


def test_no_id_at_all_names_nothing(quarantine: Quarantine) -> None:
    """An empty id is refused even where there is only one message."""
    hold(quarantine)
    with pytest.raises(UsageError):
        quarantine.delete(" ", LATER)
    assert len(quarantine.list()) == 1


def test_threads_hold_while_others_list(quarantine: Quarantine) -> None:
    """Writers and readers at once lose nothing and see only whole messages."""
    ids: list[str] = []
    torn: list[Held] = []
    done = threading.Event()

    def write(number: int) -> None:
        ids.extend(hold(quarantine, b"%d\r\n" % number * 5000) for _ in range(10))

    def read() -> None:
        while not done.is_set():
            torn.extend(held for held in quarantine.list(None) if held.size != 15_000)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    reader = threading.Thread(target=read)
    for thread in (reader, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert sorted(ids) == sorted(held.id for held in quarantine.list(None))
    assert len(set(ids)) == 60
    assert torn == []


_HOLD_FOR_EVER = """
import sys, resource
sys.path[:0] = sys.argv[2:4]
if len(sys.argv) > 4:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
from test_quarantine import Quarantine, hold
from filter.errors import StoreError
quarantine = Quarantine(sys.argv[1])
number = 0
try:
    while True:
        number += 1
        print(hold(quarantine, b"%08d\\r\\n" % number * 3000), number, flush=True)
except StoreError as error:
    print(error, file=sys.stderr)
    sys.exit(7)
"""


def holder(url: str, *more: str) -> subprocess.Popen[str]:
    """A process that holds one message after another and prints each id with what its content repeats."""
    here = Path(__file__).parent
    command = [sys.executable, "-c", _HOLD_FOR_EVER, url, str(here), str(here.parent), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def promised(lines: list[str]) -> dict[str, bytes]:
    """The ids that were returned, with their contents."""
    pairs = [line.split() for line in lines if line.endswith("\n")]
    return {id_: b"%08d\r\n" % int(number) * 3000 for id_, number in pairs}


def test_whatever_was_promised_survives_kill_9(url: str) -> None:
    """Processes killed in the middle of holding leave every message whose id they returned, whole, and nothing half."""
    processes = [holder(url), holder(url)]
    lines: list[str] = []
    for process in processes:
        assert process.stdout is not None
        lines += [process.stdout.readline() for _ in range(15)]
    for process in processes:
        process.kill()
        assert process.stdout is not None
        lines += process.stdout.readlines()  # `communicate` would pass over what was read ahead, and begin within a line
        process.communicate()
    kept = {held.id: held for held in Quarantine(url).list(None, limit=100_000)}
    assert len(promised(lines)) >= 30
    for id_, content in promised(lines).items():
        assert Quarantine(url).show(id_).content == content
    assert {held.size for held in kept.values()} == {30_000}


def test_a_full_disk_is_a_store_error_and_loses_nothing(url: str) -> None:
    """Where no more can be written `hold` raises, and what it returned an id for before is all there."""
    process = holder(url, "600000")
    out, err = process.communicate(timeout=30)
    assert process.returncode == 7, err
    told = promised(out.splitlines(keepends=True))
    assert len(told) >= 3
    assert {held.id for held in Quarantine(url).list(None)} == set(told)
    assert all(Quarantine(url).show(id_).content == content for id_, content in told.items())


def test_messages_are_found_by_address_and_time(quarantine: Quarantine) -> None:
    """A whole address or all of a domain, in any case and in brackets or not; the null sender; what came before a moment."""
    first = hold(quarantine)
    bounce = replace(MAIL, envelope=Envelope(sender="", recipients=('"b%_c"@Example.NET', "d\u00e9@example.com")))
    second = quarantine.hold(bounce, VERDICT, TO_HOLD, LATER)

    def ids(**sought: Any) -> list[str]:
        found = Sought(**sought)
        listed = [held.id for held in quarantine.each(found)]
        assert quarantine.count(found) == len(listed)
        return listed

    assert ids() == [second, first]
    assert ids(recipient="<CY@example.net>") == [first]
    assert ids(recipient="@example.net") == [second, first]
    assert ids(recipient='"b%_c"@example.net') == ids(recipient="d\u00e9@example.com") == [second]
    assert ids(recipient="y@example.net") == ids(recipient="%") == ids(recipient="@ample.net") == ids(recipient="@") == []
    assert ids(sender="Ann@Example.ORG") == ids(sender="@example.org") == [first]
    assert ids(sender="") == ids(sender="<>") == [second]
    assert ids(before=LATER) == [first]
    assert ids(states=(State.RELEASED,)) == []


@pytest.mark.parametrize("page", [1, 3, 500])
def test_a_long_list_is_read_by_pages(quarantine: Quarantine, monkeypatch: pytest.MonkeyPatch, page: int) -> None:
    """Each message once, also where messages are deleted meanwhile, and no more than asked for."""
    monkeypatch.setattr(module, "PAGE", page)
    ids = [hold(quarantine, received=NOON + timedelta(seconds=number)) for number in range(7)][::-1]
    assert [held.id for held in quarantine.each(Sought())] == ids
    assert [[held.id for held in quarantine.each(Sought(), limit)] for limit in (0, 1, 4)] == [[], ids[:1], ids[:4]]
    seen = []
    for held in quarantine.each(Sought((State.HELD,))):
        seen.append(held.id)
        quarantine.delete(held.id, LATER)
    assert seen == ids


def test_a_deleted_message_was_released_before(quarantine: Quarantine) -> None:
    """When is still known once it is deleted; of one that never was, there is nothing."""
    id_, other = hold(quarantine), hold(quarantine)
    release(quarantine, id_)
    assert quarantine.show(id_).released == LATER
    for one in (id_, other):
        quarantine.delete(one, LATER + timedelta(days=1))
    assert (quarantine.show(id_).released, quarantine.show(id_).changed) == (LATER, LATER + timedelta(days=1))
    assert quarantine.show(other).released is None


def test_a_release_writes_no_content_anew(quarantine: Quarantine, tmp_path: Path) -> None:
    """However large the message is: else none could be released from a full disk."""
    id_ = hold(quarantine, b"x" * 2_000_000)
    journal = tmp_path / "state" / "quarantine.db-wal"
    with sqlite3.connect(tmp_path / "state" / "quarantine.db") as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    release(quarantine, id_)
    assert journal.stat().st_size < 100_000


def test_a_file_of_an_older_version_goes_on(url: str, tmp_path: Path) -> None:
    """Its states are of several lengths, its columns one less: it is read, released from and deleted from as ever."""
    with closing(Quarantine(url)) as quarantine:
        kept, released, going = (hold(quarantine) for _ in range(3))
        release(quarantine, released)
    with create_engine(url).begin() as connection:
        connection.execute(text("UPDATE held SET state = rtrim(state)"))
        connection.execute(text("ALTER TABLE held DROP COLUMN released"))
    with closing(Quarantine(url)) as quarantine:
        assert {held.id for held in quarantine.list()} == {kept, going}
        assert quarantine.show(released).released == LATER
        quarantine.delete(released, LATER + timedelta(days=1))
        release(quarantine, going)
        assert [held.id for held in quarantine.list(State.RELEASED)] == [going]
        assert quarantine.show(released).released == LATER
        quarantine.shrink()


def test_a_full_disk_can_be_left(url: str, tmp_path: Path) -> None:
    """With the reserve spent a message can be deleted where nothing can be held."""
    reserve = tmp_path / "state" / "quarantine.db-reserve"
    with closing(Quarantine(url)) as relay:
        ids = [hold(relay, b"x" * 50_000) for _ in range(3)]
        assert reserve.exists()
        asked: list[bool] = []

        def failing(full: str, *rest: Any) -> None:
            asked.append(reserve.exists())
            if reserve.exists():
                raise StoreFullError("full")

        relay._changed = failing  # type: ignore[method-assign]
        relay.delete(ids[0], LATER)
        assert asked == [True, False]
    assert reserve.exists()


def test_mail_is_held_where_it_can_be_found(quarantine: Quarantine, url: str, tmp_path: Path) -> None:
    """The file was removed under a running relay: what it promises from then on is in a new one."""
    hold(quarantine)
    for file in (tmp_path / "state").glob("quarantine.db*"):
        file.unlink()
    id_ = hold(quarantine)
    assert Quarantine(url, create=False).show(id_).content == MESSAGE


def test_mail_is_held_though_the_file_is_moved_meanwhile(
    quarantine: Quarantine, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is held once more, in the file that is made then; moved again and again, it is not."""
    file, times = tmp_path / "state" / "quarantine.db", [1]
    commit = Connection._commit_impl

    def moving(connection: Connection) -> None:
        commit(connection)
        if times and times.pop():
            file.rename(tmp_path / f"moved{len(times)}.db")

    monkeypatch.setattr(Connection, "_commit_impl", moving)
    id_ = hold(quarantine)
    assert Quarantine(url, create=False).show(id_).content == MESSAGE
    times += [1, 1]
    with pytest.raises(StoreMovedError):
        hold(quarantine)


@pytest.mark.parametrize(("free", "create"), [(0, False), (FULL_OCTETS, False), (0, True)])
def test_on_a_full_disk_it_is_opened_with_the_reserve(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, create: bool
) -> None:
    """SQLite needs some room for that, and says merely that it cannot; the relay does not spend the reserve, which it would fill."""
    Quarantine(url).close()
    kept, opens = tmp_path / "state" / "quarantine.db-reserve", not free and not create
    usual = module._opened

    def failing(*asked: Any) -> Any:
        if kept.exists():
            raise StoreError("disk I/O error")
        return usual(*asked)

    monkeypatch.setattr(module, "_opened", failing)
    monkeypatch.setattr(reserve, "_free", lambda _: free)
    with nullcontext() if opens else pytest.raises(StoreError):
        Quarantine(url, create=create).close()
    assert kept.exists() is not opens


def test_a_damaged_row_is_a_store_error(quarantine: Quarantine, url: str) -> None:
    """A verdict that cannot be read back is told with its message's id."""
    id_ = hold(quarantine)
    with create_engine(url).begin() as connection:
        connection.execute(text("UPDATE held SET verdict = '{}'"))
    with pytest.raises(StoreError, match=f"{id_} cannot be read"):
        quarantine.show(id_)


def test_a_content_that_the_database_refuses_is_a_store_error(url: str) -> None:
    """A content beyond SQLite's own limit is refused whole, and the next message is held."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 50_000)

    event.listen(Engine, "connect", limit)
    try:
        quarantine = Quarantine(url)
        with pytest.raises(StoreError, match="too big"):
            hold(quarantine, b"x" * 60_000)
        assert quarantine.list(None) == ()
        assert quarantine.show(hold(quarantine)).content == MESSAGE
    finally:
        event.remove(Engine, "connect", limit)


def test_a_database_without_room_is_a_store_full_error(url: str) -> None:
    """A content that finds no more room is refused whole and told as such, and a small one is held after it."""

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 20")

    event.listen(Engine, "connect", limit)
    try:
        quarantine = Quarantine(url)
        with pytest.raises(StoreFullError, match="full"):
            hold(quarantine, b"x" * 100_000)
        assert quarantine.list(None) == ()
        assert quarantine.show(hold(quarantine)).content == MESSAGE
    finally:
        event.remove(Engine, "connect", limit)


def test_what_is_withdrawn_was_never_there(quarantine: Quarantine, url: str) -> None:
    """The message withdrawn leaves no row in any state, for another process to see, and its neighbours of that moment stay."""
    first, withdrawn, last = (hold(quarantine) for _ in range(3))
    quarantine.withdraw(withdrawn)
    assert {held.id for held in Quarantine(url).list(None)} == {first, last}
    with pytest.raises(UsageError, match="nothing in the quarantine"):
        quarantine.show(withdrawn)


def test_withdrawing_names_one_message_and_may_come_twice(quarantine: Quarantine) -> None:
    """The beginning of an id withdraws nothing, nor does an id that is withdrawn already: neither is an error."""
    kept, withdrawn = hold(quarantine), hold(quarantine)
    for id_ in (withdrawn, withdrawn, kept[:-1], "", "%"):
        quarantine.withdraw(id_)
    assert [held.id for held in quarantine.list(None)] == [kept]


def test_what_cannot_be_withdrawn_is_told(quarantine: Quarantine, url: str) -> None:
    """Where the database fails the message stays held, and whoever withdraws hears it."""
    id_ = hold(quarantine)
    with create_engine(url).begin() as connection:
        connection.execute(text("CREATE TRIGGER keep BEFORE DELETE ON held BEGIN SELECT RAISE(ABORT, 'kept for good'); END"))
    with pytest.raises(StoreError, match="kept for good"):
        quarantine.withdraw(id_)
    assert quarantine.show(id_).content == MESSAGE
