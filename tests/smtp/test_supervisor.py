from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from workforce import Workforce, alive, ask, eventually, free_port

from filter.config.relay import Listen, RelaySection
from filter.config.schema import Config
from filter.smtp.supervisor import BACK_OFF_SECONDS, Supervisor


@pytest.fixture
def force(tmp_path: Path) -> Workforce:
    """A supervisor with two workers on one free port, not yet started."""
    force = Workforce(tmp_path)
    force.configure()
    return force


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_runs_workers_until_it_is_told_to_stop(force: Workforce, number: signal.Signals) -> None:
    """Every worker gets clients of every listener, has its own sockets and no others, and ends with the supervisor, whose status is 0."""
    force.configure("one", free_port(), free_port())
    with force.running():
        for listener, port in enumerate(force.ports):
            met = force.everybody(port)
            assert set(met) == force.children()
            assert {told["listener"] for told in met.values()} == {listener}
            assert {told["ears"] for told in met.values()} == {2}
        force.signal(number)
        assert force.ended() == 0
        assert not any(map(alive, met))


def test_each_listener_on_a_free_port_has_its_own(force: Workforce) -> None:
    """Two listeners that take any port get two, and a client of each is told apart."""
    force.configure("one", 0, 0)
    with force.running():
        assert len(set(force.ports)) == 2
        assert [ask(port)["listener"] for port in force.ports] == [0, 1]


def test_workers_that_cannot_start_are_told(force: Workforce) -> None:
    """Where the first workers fail, nothing is left running and the error says so."""
    force.configure("one-fails")
    with force.running():
        assert force.ended() == 1
        assert force.ports == ()
    assert "no certificate, say" in (force.folder / "log").read_text()
    assert "told: a worker could not start" in (force.folder / "log").read_text()


def test_a_dead_worker_is_replaced_and_its_queue_greeted(force: Workforce) -> None:
    """A client that waits in the queue of a worker which is killed is answered by the next."""
    (force.folder / "deaf").touch()
    force.configure(workers=1)
    with force.running(), socket.create_connection(("127.0.0.1", force.port), timeout=30) as client:
        (first,) = force.children()
        (force.folder / "deaf").unlink()
        os.kill(first, signal.SIGKILL)
        assert b'"name": "one"' in client.recv(1000)
        assert force.children() != {first}
        assert [line["status"] for line in force.log("worker ended")] == [-signal.SIGKILL]


def test_quick_deaths_are_followed_more_slowly_each_time(force: Workforce) -> None:
    """A worker that dies at once is not started again in a tight loop."""
    force.configure("one-dies", workers=1)
    with force.running():
        eventually(lambda: len(force.log("worker ended")) >= 3)
        assert [line["again_in"] for line in force.log("worker ended")][:3] == [0.2, 0.4, 0.8]
        assert force.end() == 0


def test_however_many_quick_deaths_there_were_the_wait_has_a_bound() -> None:
    """After hours of quick deaths the next start is still BACK_OFF_SECONDS away, and nothing overflows."""
    setup = SimpleNamespace(config=Config(relay=RelaySection(workers=1), listen=(Listen(port=0),)))
    supervisor = Supervisor(lambda: setup, lambda *_: None)
    supervisor._ports.open(setup.config, 1)
    supervisor._workers = [supervisor._fork(setup, 0, 5_000)]
    eventually(lambda: not alive(supervisor._workers[0].pid))
    supervisor._bury()
    when, quick = supervisor._due[0]
    assert quick == 5_001
    assert 0 < when - time.monotonic() <= BACK_OFF_SECONDS


def test_a_worker_whose_loop_stands_still_is_killed(force: Workforce) -> None:
    """Past judge_seconds and WATCHDOG_SECONDS without a sign of life the worker is killed and replaced; one that beats is not."""
    force.configure("one-sticks", workers=1, judge_seconds=0.1)
    with force.running(WATCHDOG_SECONDS=0.4):
        time.sleep(0.8)
        stuck = ask(force.port)["pid"]
        assert ask(force.port)["pid"] != stuck
        assert [line["pid"] for line in force.log("worker stuck, killed")] == [stuck]


def test_a_pause_of_all_is_no_standstill(force: Workforce) -> None:
    """Stopped together and continued, as a container or a shell does it, no worker is held to have been stuck meanwhile."""
    force.configure(judge_seconds=0.1)
    with force.running(WATCHDOG_SECONDS=0.6):
        before = force.children()
        force.signal(signal.SIGSTOP, everybody=True)
        time.sleep(1)
        force.signal(signal.SIGCONT, everybody=True)
        time.sleep(0.5)
        assert force.log("worker stuck, killed") == []
        assert force.children() == before


def test_where_no_process_can_be_started_it_tries_again(force: Workforce) -> None:
    """A dead worker that cannot be replaced at the moment is replaced later, and until then the others go on."""
    with force.running(BACK_OFF_SECONDS=0.2):
        (force.folder / "nofork").touch()
        dead, other = force.children()
        os.kill(dead, signal.SIGKILL)
        eventually(lambda: force.log("worker ended"))
        time.sleep(0.3)
        assert force.children() == {other}
        (force.folder / "nofork").unlink()
        assert force.settled() == set(force.everybody())


def test_it_does_not_inherit_that_nobody_waits_for_children(force: Workforce) -> None:
    """Started by a process that ignores SIGCHLD, which is passed on, it still sees its workers die, and ends."""
    (force.folder / "childless").touch()
    with force.running():
        dead = min(force.children())
        os.kill(dead, signal.SIGKILL)
        eventually(lambda: force.log("worker ended"))
        assert dead not in force.settled()
        assert force.end() == 0


def test_a_storm_of_signals_ends_in_order(force: Workforce) -> None:
    """Signals faster than they can be answered, SIGTERM the last of them: every worker ends, and the status is 0."""
    with force.running():
        for _ in range(300):
            force.signal(signal.SIGHUP)
            force.signal(signal.SIGCHLD)
        assert force.end() == 0
        with pytest.raises(ProcessLookupError):
            force.signal(0, everybody=True)


def test_workers_end_when_the_supervisor_is_killed(force: Workforce) -> None:
    """After kill -9 no worker is left, of no generation, and the port is free."""
    force.configure("one", free_port())
    with force.running():
        force.hang_up()
        workers = force.children()
        force.signal(signal.SIGKILL)
        eventually(lambda: not any(map(alive, workers)))
        with pytest.raises(ConnectionRefusedError):
            ask(force.port)


def test_descriptors_beyond_a_thousand_are_no_trouble(force: Workforce) -> None:
    """Many workers on many listeners have descriptors with numbers that select(2) does not take."""
    (force.folder / "crowd").touch()
    with force.running():
        assert set(force.everybody()) == force.children()
