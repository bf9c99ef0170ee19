"""Worker processes on the same ports: started, restarted, replaced on SIGHUP, ended on SIGTERM. Touches no mail.

The supervisor loads configuration, model and rules once and forks, so all workers share those pages. It also holds the listening
sockets, one for each worker and listener (SO_REUSEPORT: the kernel spreads clients over them): when a worker dies or is replaced,
whoever waits in its socket's queue is greeted by the next one, and nobody is turned away.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

import structlog

from filter.config.schema import Config
from filter.errors import SievertError, UsageError
from filter.smtp.ports import Ports, Sockets
from filter.smtp.worker import Heart, Worker, all_ready

SIGNALS = {signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGCHLD}
LOOK_SECONDS = 0.25
PAUSE_SECONDS = 1.0
"""Between two looks; more means that the supervisor did not run."""
READY_SECONDS = 30.0
WATCHDOG_SECONDS = 5.0
"""Silence of a worker's event loop beyond what a judgement may take; then it is killed."""
QUICK_SECONDS = 1.0
"""A worker that dies sooner is restarted more slowly each time, up to `BACK_OFF_SECONDS`."""
BACK_OFF_SECONDS = 5.0
MAX_LEAVING = 16
"""Replaced workers that may wait for their clients' sessions to end; the oldest beyond them drain."""
GC_THRESHOLD = 10_000
"""Objects made before the collector looks for cycles: mail makes many objects and hardly any cycle."""

log = structlog.get_logger("filter.smtp")


class Setup(Protocol):
    """What a generation of workers is made of."""

    @property
    def config(self) -> Config:
        """Its configuration."""


S = TypeVar("S", bound=Setup)


class Supervisor(Generic[S]):
    """Runs workers until it is told to stop."""

    def __init__(self, load: Callable[[], S], work: Callable[[S, Sockets, Heart, int, Callable[[], None]], None]) -> None:
        """`load` reads everything anew; `work` is a worker's life, with its sockets, heart, lifeline and the call to say it listens."""
        self._load = load
        self._work = work
        self._setup = load()
        self._ports = Ports()
        self._workers: list[Worker] = []
        self._leaving: list[Worker] = []
        self._due: dict[int, tuple[float, int]] = {}
        self._lifeline = os.pipe()
        self._looked = time.monotonic()

    def run(self, listening: Callable[[Config, tuple[int, ...]], None]) -> int:
        """Until SIGTERM or SIGINT; the exit status. `listening` is told once, with the ports. Raises SievertError at the start."""
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, which is inherited, nobody could be waited for
        signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # each client is a descriptor, and the usual limit is 1,024
        self._ports.open(self._setup.config, _count(self._setup.config))
        self._workers = self._generation(self._setup)
        listening(self._setup.config, self._ports.numbers(self._setup.config))
        while True:
            told = signal.sigtimedwait(SIGNALS, LOOK_SECONDS)
            if told and told.si_signo in (signal.SIGTERM, signal.SIGINT):
                return self._end()
            if told and told.si_signo == signal.SIGHUP and not signal.sigpending() & {signal.SIGTERM, signal.SIGINT}:
                self._reload()
            self._bury()
            self._watch()
            self._replace()
            self._restart()

    def _reload(self) -> None:
        """New workers with everything new; the old ones finish their transactions. Whatever is wrong, the old ones stay."""
        opened: list[socket.socket] = []
        try:
            setup = self._load()
            opened = self._ports.open(setup.config, _count(setup.config))
            fresh = self._generation(setup)
        except Exception as error:  # whatever a changed file did to the loading of it
            self._ports.close(opened)
            log.error("not reloaded, the old configuration stays in force", cause=f"{type(error).__name__}: {error}")
            return
        for worker in self._leaving[: max(0, len(self._leaving) + len(self._workers) - MAX_LEAVING)]:
            worker.send(signal.SIGTERM)
        for worker in self._workers:
            worker.send(signal.SIGUSR1)
        self._leaving += self._workers
        self._workers, self._setup = fresh, setup
        self._due.clear()
        self._ports.close_unused(setup.config)
        log.info("reloaded", workers=len(fresh))

    def _generation(self, setup: S) -> list[Worker]:
        gc.collect()
        gc.freeze()  # or the first collection in a worker would write to, and so copy, every shared page
        workers: list[Worker] = []
        try:
            for slot in range(_count(setup.config)):
                workers.append(self._fork(setup, slot, 0))  # noqa: PERF401  (those that were made must end if one cannot be)
            if not all_ready(workers, READY_SECONDS):
                raise UsageError("a worker could not start; its reason is above")
        except BaseException:
            self._give_up(workers)
            raise
        return workers

    def _fork(self, setup: S, slot: int, quick: int) -> Worker:
        sys.stdout.flush()
        heart, (ended, ready) = Heart(), os.pipe()
        try:
            pid = os.fork()
        except OSError:
            os.close(ended)
            os.close(ready)
            raise
        if pid == 0:
            self._live(setup, slot, heart, ready)
        os.close(ready)
        return Worker(pid, slot, ended, heart, quick, setup.config.relay.judge_seconds + WATCHDOG_SECONDS)

    def _live(self, setup: S, slot: int, heart: Heart, ready: int) -> None:
        """In the worker; does not return."""
        status = 1
        try:
            os.close(self._lifeline[1])
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the supervisor says when to end
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
            gc.set_threshold(GC_THRESHOLD)
            share = self._ports.share(setup.config, slot, _count(setup.config))
            self._ports.let_go_but(share)
            self._work(setup, share, heart, self._lifeline[0], lambda: _say_ready(ready))
            status = 0
        except SievertError as error:
            log.error("worker cannot start", cause=str(error))
        except BaseException:
            log.exception("worker failed")
        finally:
            os._exit(status)  # whatever thread is stuck, and past the parent's clean-up

    def _bury(self) -> None:
        """Take note of workers that ended; those that should not have are due again."""
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            for worker in [one for one in (*self._workers, *self._leaving) if one.pid == pid]:
                os.close(worker.ready)
                if worker in self._leaving:
                    self._leaving.remove(worker)
                    continue
                self._workers.remove(worker)
                lived = time.monotonic() - worker.born
                quick = worker.quick + 1 if lived < QUICK_SECONDS else 0
                wait = min(BACK_OFF_SECONDS, 0.1 * 2 ** min(quick, 10)) if quick else 0.0
                self._due[worker.slot] = (time.monotonic() + wait, quick)
                log.error("worker ended", pid=pid, status=os.waitstatus_to_exitcode(status), seconds=round(lived, 1), again_in=wait)

    def _watch(self) -> None:
        """A worker whose event loop stands still is stuck in a judgement that nothing interrupts."""
        paused, self._looked = time.monotonic() - self._looked > PAUSE_SECONDS, time.monotonic()
        for worker in (*self._workers, *self._leaving):
            if paused:  # so was the supervisor: all were stopped, as a container is, and go on now
                worker.heart.beat()
            elif worker.heart.silent > worker.patience:
                log.error("worker stuck, killed", pid=worker.pid, silent=round(worker.heart.silent, 1))
                worker.send(signal.SIGKILL)

    def _replace(self) -> None:
        """A worker that ends by itself may take a while; whoever comes meanwhile should not wait for it."""
        for worker in [worker for worker in self._workers if worker.heart.ending]:
            self._workers.remove(worker)
            self._leaving.append(worker)
            self._due[worker.slot] = (time.monotonic(), worker.quick)

    def _restart(self) -> None:
        for slot, (when, quick) in tuple(self._due.items()):
            if when <= time.monotonic():
                del self._due[slot]
                try:
                    self._workers.append(self._fork(self._setup, slot, quick))
                except OSError as error:
                    self._due[slot] = (time.monotonic() + BACK_OFF_SECONDS, quick)
                    log.error("worker cannot be started", cause=str(error))

    def _end(self) -> int:
        """Let every worker drain."""
        log.info("stopping", workers=len(self._workers))
        self._leaving += self._workers
        self._workers = []
        for worker in self._leaving:
            worker.send(signal.SIGTERM)
        self._ports.close_all()  # or whoever comes now would wait for a greeting until the last client is gone
        while self._leaving:
            signal.sigtimedwait(SIGNALS, LOOK_SECONDS)
            self._bury()
            self._watch()
        return 0

    def _give_up(self, workers: list[Worker]) -> None:
        """End a generation that did not get ready; those of it that did have clients, who may finish."""
        for worker in workers:
            worker.send(signal.SIGTERM if worker.up else signal.SIGKILL)
        self._leaving += workers


def _count(config: Config) -> int:
    return config.relay.workers or os.cpu_count() or 1


def _say_ready(pipe: int) -> None:
    os.write(pipe, b"1")
    os.close(pipe)
