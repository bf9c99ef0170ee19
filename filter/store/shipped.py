"""Where the things that ship with Sievert are: in the checkout beside the package, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

import filter as package
from filter.errors import UsageError

_PACKAGE = Path(package.__file__).parent


def shipped(name: str) -> Path:
    """Where this copy of Sievert has "models/default", "rules" or "config.example.toml". UsageError where it has not."""
    checkout, installed = _PACKAGE.parent / name, _PACKAGE / "_shipped" / name
    # An editable install leaves a copy behind that no longer changes, so the checkout goes first.
    if (_PACKAGE.parent / "pyproject.toml").is_file() and checkout.exists():
        return checkout
    if installed.exists():
        return installed
    raise UsageError(f"{name} did not ship with this copy of Sievert: looked in {checkout.parent} and {installed.parent}")
