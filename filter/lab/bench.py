"""What a replay judges by, built once in each process that judges, and how two processes tell that they judge alike. Judges nothing."""

from __future__ import annotations

import hashlib
import json
import socket
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from threading import Lock
from typing import NamedTuple

from filter import __version__
from filter.assemble import build_judge, build_policies
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.judge import Judge
from filter.judge.policy import Policies
from filter.judge.site import Site

BENCHES = 2
"""Benches a process keeps: the one that is asked for, and the one it is compared with."""


class Makes(NamedTuple):
    """What verdicts depend on beside the mail, by name: two benches that differ in none of it give the same verdicts and dispositions."""

    version: str
    model: str
    rulebook: str
    site: str
    policy: str
    qr: str


@dataclass(frozen=True, slots=True)
class Bench:
    """The judge, the thresholds, and what the relay puts before the subject of tagged mail."""

    judge: Judge
    policies: Policies
    tag: str
    makes: Makes


_building = Lock()


def bench(config: Config) -> Bench:
    """That of a configuration: built the first time a process asks. Raises as `assemble` does."""
    with _building:  # a worker of a cluster has threads
        return _built(config)


@lru_cache(maxsize=BENCHES)
def _built(config: Config) -> Bench:
    judge = build_judge(config)
    return Bench(judge, build_policies(config), config.relay.subject_tag, _makes(judge, config))


def _makes(judge: Judge, config: Config) -> Makes:
    policy = json.dumps(config.policy.model_dump(mode="json"), sort_keys=True)
    return Makes(
        version=__version__,
        model=judge.name,
        rulebook=judge.rulebook.id,
        site=_digest(_in_order(judge.site)),
        policy=_digest(f"{policy} {config.relay.subject_tag}"),
        qr="read" if find_spec("zxingcpp") and find_spec("PIL") else "not read",
    )


def _in_order(site: Site) -> str:
    """A site as text, the same in every process: sets have no order of their own."""
    return repr([sorted(site.domains), site.vips, site.suppliers, sorted(site.authserv_ids), sorted(site.freemail)])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def same_bench(config: Config, expected: Makes) -> Bench:
    """The bench of this process, if it makes what another does. UsageError says on which machine what differs."""
    here = bench(config)
    if here.makes != expected:
        differing = (
            f"{name} {there} where the command has {own}"
            for name, own, there in zip(Makes._fields, expected, here.makes, strict=True)
            if own != there
        )
        raise UsageError(f"the worker on {socket.gethostname()} would judge otherwise: it has {'; '.join(differing)}")
    return here
