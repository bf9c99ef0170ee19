from __future__ import annotations

from pathlib import Path

import pytest

from filter.errors import UsageError
from filter.store import shipped as module
from filter.store.shipped import shipped


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder that `shipped` takes for its own, with an installed copy of the rules inside."""
    folder = tmp_path / "top" / "filter"
    (folder / "_shipped" / "rules").mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", folder)
    return folder


def test_a_checkout_gives_the_folder_beside_the_package(package: Path) -> None:
    """In a checkout the rules beside the package go before the copy that an editable install left inside."""
    (package.parent / "pyproject.toml").touch()
    (package.parent / "rules").mkdir()
    assert shipped("rules") == package.parent / "rules"


def test_an_installed_package_gives_its_own_copy(package: Path) -> None:
    """Where there is no checkout, a folder of that name beside the package is somebody else's."""
    (package.parent / "rules").mkdir()
    assert shipped("rules") == package / "_shipped" / "rules"


def test_what_did_not_ship_is_told(package: Path) -> None:
    """A missing piece is a UsageError that says where it was looked for."""
    with pytest.raises(UsageError, match=r"models/default did not ship.*_shipped"):
        shipped("models/default")
