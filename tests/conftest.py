"""Fixtures for every room."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from actors import Stage, unavailable
from hypothesis import settings

# A machine that is busy for a moment breaks no property.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def debian() -> Callable[[str], str]:
    """The path of a program from a Debian package; skips where it is missing, fails instead under SIEVERT_NO_SKIP=1."""

    def find(program: str) -> str:
        path = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
        if path is None:
            unavailable(f"{program} is not installed (a Debian package has it)")
        return path

    return find


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    """The events logged meanwhile."""
    with structlog.testing.capture_logs() as events:
        yield events


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A relay's cast: fake judge and stores, a real Maildir."""
    return Stage(tmp_path)
