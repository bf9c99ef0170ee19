from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from workforce import Workforce, alive, ask, eventually, free_port


@pytest.fixture
def force(tmp_path: Path) -> Workforce:
    """A supervisor with two workers on one free port, not yet started."""
    force = Workforce(tmp_path)
    force.configure()
    return force


def test_a_leaving_worker_has_the_time_of_its_own_configuration(force: Workforce) -> None:
    """A shorter judge_seconds does not get workers killed that judge under the longer one."""
    force.configure("one-lingers", workers=1, judge_seconds=60)
    with force.running(WATCHDOG_SECONDS=0.2):
        force.configure("two", workers=1, judge_seconds=0.1)
        force.hang_up()
        eventually(lambda: (force.folder / "lingered").exists() or force.log("worker stuck, killed"))
        assert force.log("worker stuck, killed") == []


def test_sighup_brings_what_is_new_and_turns_nobody_away(force: Workforce) -> None:
    """While workers are replaced again and again every client is answered; then only new workers are left, with what is new."""
    answered, failed, over = [], [], threading.Event()

    def call() -> None:
        while not over.is_set():
            try:
                answered.append(ask(force.port)["name"])
            except (OSError, ValueError) as error:
                failed.append(error)

    with force.running():
        before, calling = force.children(), threading.Thread(target=call)
        calling.start()
        for number in range(10):
            force.configure(f"n{number}")
            force.hang_up()
        over.set()
        calling.join()
        assert failed == []
        assert len(set(answered)) > 3
        assert not before & force.settled()
        assert {told["name"] for told in force.everybody().values()} == {"n9"}


def unreadable(force: Workforce) -> None:
    (force.folder / "sievert.toml").write_text("[[listen]]\nprot = 1\n")


def taken(force: Workforce) -> None:
    force.configure("two", force.port, 0, workers=4)
    text = (force.folder / "sievert.toml").read_text()
    (force.folder / "sievert.toml").write_text(f'{text}[[listen]]\nhost = "192.0.2.1"\nport = 1\n')


def failing(force: Workforce) -> None:
    force.configure("two-fails", 0, free_port(), workers=4)


def unforeseen(force: Workforce) -> None:
    (force.folder / "bug").touch()


def unforkable(force: Workforce) -> None:
    (force.folder / "nofork").touch()


@pytest.mark.parametrize("spoil", [unreadable, taken, failing, unforeseen, unforkable])
def test_whatever_is_wrong_on_sighup_the_old_stays_in_force(force: Workforce, spoil: Callable[[Workforce], None]) -> None:
    """The log says why, every worker goes on, every client is answered, nothing more is open; a later SIGHUP can succeed."""
    with force.running():
        before, open_before = force.children(), force.descriptors()
        spoil(force)
        force.hang_up()
        assert len(force.log("not reloaded")) == 1
        assert force.settled() == before
        eventually(lambda: force.descriptors() == open_before)
        assert {ask(force.port, 5)["name"] for _ in range(40)} == {"one"}
        for switch in ("bug", "nofork"):
            (force.folder / switch).unlink(missing_ok=True)
        force.configure("three")
        force.hang_up()
        assert force.settled() == set(force.everybody())


def test_listeners_come_and_go(force: Workforce) -> None:
    """After SIGHUP a new listener answers, one that is gone refuses, and the one that stays has answered all along."""
    old, stays, new = free_port(), free_port(), free_port()
    force.configure("one", old, stays)
    with force.running():
        force.configure("two", stays, new)
        force.hang_up()
        assert ask(new)["listener"] == 1
        assert ask(stays)["listener"] in {0, 1}
        force.settled()
        assert {told["listener"] for told in force.everybody(stays).values()} == {0}
        with pytest.raises(ConnectionRefusedError):
            ask(old)


def test_a_listener_may_move_to_every_address_of_its_port(force: Workforce) -> None:
    """From 127.0.0.1 to 0.0.0.0 on one port: the relay's own sockets do not count as somebody else's."""
    force.configure("one", free_port())
    with force.running():
        force.configure("two", force.port)
        file = force.folder / "sievert.toml"
        file.write_text(file.read_text().replace("[[listen]]", '[[listen]]\nhost = "0.0.0.0"'))
        force.hang_up()
        assert force.log("not reloaded") == []
        force.settled()
        assert {told["name"] for told in force.everybody().values()} == {"two"}


def test_the_number_of_workers_changes(force: Workforce) -> None:
    """More and fewer workers on SIGHUP; where there are fewer, they answer for the sockets of those that are gone as well."""
    with force.running():
        for number in (4, 1, 3):
            force.configure("many", workers=number)
            force.hang_up()
            assert force.settled(number) == set(force.everybody(calls=60))
        assert len(force.log("reloaded")) == 3


def test_a_worker_that_dies_during_a_reload_is_no_loss(force: Workforce) -> None:
    """An old worker killed while new ones get ready is not replaced by an old one, and no zombie stays."""
    with force.running():
        old = force.children()
        (force.folder / "wait").touch()
        force.signal(signal.SIGHUP)
        fresh = eventually(lambda: len(force.children()) == 4 and force.children() - old)
        os.kill(min(old), signal.SIGKILL)
        (force.folder / "wait").unlink()
        eventually(lambda: force.log("reloaded"))
        eventually(lambda: force.children() == fresh)
        assert set(force.everybody()) == fresh


def test_a_new_worker_that_dies_before_it_is_ready_stops_the_reload(force: Workforce) -> None:
    """One of the new ones killed: none of the new ones stays, and the old ones go on."""
    with force.running():
        old = force.children()
        (force.folder / "wait").touch()
        force.signal(signal.SIGHUP)
        fresh = eventually(lambda: len(force.children()) == 4 and force.children() - old)
        os.kill(max(fresh), signal.SIGKILL)
        (force.folder / "wait").unlink()
        eventually(lambda: force.log("not reloaded"))
        assert force.settled() == old == set(force.everybody())


def test_a_new_worker_that_has_clients_already_is_not_killed_for_another(force: Workforce) -> None:
    """Where a reload fails after some new workers got ready they let their clients finish: a kill could double what they deliver."""
    with force.running():
        old = force.children()
        force.configure("two-lingers")
        for switch in ("wait", "first"):
            (force.folder / switch).touch()
        force.signal(signal.SIGHUP)
        fresh = eventually(lambda: len(force.children()) == 4 and force.children() - old)
        (clients,) = eventually(lambda: {told["pid"] for told in force.everybody().values()} - old)
        os.kill((fresh - {clients}).pop(), signal.SIGKILL)
        eventually(lambda: force.log("not reloaded"))
        assert force.settled() == old
        assert (force.folder / "lingered").exists()


def test_two_hundred_reloads_leave_nothing_behind(force: Workforce) -> None:
    """Neither a descriptor nor a process is left over."""
    force.configure(workers=1)
    with force.running():
        before = force.descriptors()
        for _ in range(200):
            force.hang_up()
        force.settled(1)
        assert force.descriptors() == before
        assert force.end() == 0


def test_workers_linger_for_their_clients_up_to_a_number(force: Workforce) -> None:
    """Replaced workers may stay for the sessions they have; of more than MAX_LEAVING the oldest end, and all of them on SIGTERM."""
    force.configure("one-stays", workers=1)
    with force.running(MAX_LEAVING=2):
        (first,) = force.children()
        for _ in range(2):
            force.hang_up()
        assert len(force.children()) == 3
        force.hang_up()
        eventually(lambda: not alive(first))
        assert len(force.settled(3)) == 3
        assert force.end() == 0


def test_no_worker_of_the_generation_just_replaced_is_cut_short(force: Workforce) -> None:
    """However many workers there are, their clients' sessions go on over one reload."""
    force.configure("one-stays")
    with force.running(MAX_LEAVING=1):
        old = force.children()
        force.hang_up()
        time.sleep(0.3)
        assert all(map(alive, old))
