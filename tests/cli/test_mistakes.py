from __future__ import annotations

import socket
from pathlib import Path

import pytest
from invented import random_bundle

from filter.cli.mistakes import mistakes
from filter.config.file import load


def wrong(folder: Path, text: str) -> list[str]:
    """What is wrong with a configuration that keeps everything in a folder, and has a model of its own."""
    if not (folder / "model").exists():
        random_bundle(folder / "model")
    keys = {
        "store.quarantine": f"sqlite:///{folder}/state/q.db",
        "store.journal": f"sqlite:///{folder}/state/j.db",
        "store.lessons": f"sqlite:///{folder}/state/l.db",
        "history.url": f"sqlite:///{folder}/state/h.db",
        "next_hop.path": f"{folder}/state/maildir",
        "model.path": f"{folder}/model",
    }
    rest = "\n".join(f'{key} = "{value}"' for key, value in keys.items() if key not in text)
    (folder / "sievert.toml").write_text(f"{rest}\n{text}\n")
    return list(mistakes(load(folder / "sievert.toml")))


def test_what_would_start_is_right_and_leaves_nothing(tmp_path: Path) -> None:
    """Nothing is wrong, and nothing is made."""
    assert wrong(tmp_path, "") == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model", "sievert.toml"]


@pytest.mark.parametrize("key", ["store.quarantine", "store.journal", "history.url", "store.lessons"])
def test_a_store_that_is_no_database_is_told(tmp_path: Path, key: str) -> None:
    """By the key that names it."""
    (tmp_path / "x.db").write_bytes(b"garbage" * 1000)
    (problem,) = wrong(tmp_path, f'{key} = "sqlite:///{tmp_path}/x.db"')
    assert problem.startswith(f"{key}: sqlite:///{tmp_path}/x.db: file is not a database")


def test_places_that_cannot_be_made_are_told(tmp_path: Path) -> None:
    """Stores and a Maildir below what is no folder."""
    (tmp_path / "file").touch()
    assert wrong(tmp_path, f'store.quarantine = "sqlite:///{tmp_path}/file/x/q.db"\nnext_hop.path = "{tmp_path}/file/maildir"') == [
        f"next_hop.path: nothing can be made in {tmp_path}/file: Not a directory",
        f"store.quarantine: sqlite:///{tmp_path}/file/x/q.db: nothing can be made in {tmp_path}/file: Not a directory",
    ]


def test_an_address_of_another_machine_is_told(tmp_path: Path) -> None:
    """And not a port that somebody has: it may be the relay that is to be reloaded."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        (problem,) = wrong(tmp_path, f'[[listen]]\nport = {taken.getsockname()[1]}\n[[listen]]\nhost = "192.0.2.77"\nport = 10026')
    assert problem.startswith("listen.1.host: 192.0.2.77 is no address to listen on: ")


def test_a_model_that_would_not_load_is_told(tmp_path: Path) -> None:
    """A folder without one, and one that was changed."""
    (problem,) = wrong(tmp_path, f'model.path = "{tmp_path}"')
    assert problem == f"model.path: {tmp_path}: no model here (manifest.json is missing)"
    (tmp_path / "model" / "golden.jsonl").write_text("")
    (problem,) = wrong(tmp_path, "")
    assert problem.startswith(f"model.path: {tmp_path}/model/golden.jsonl: changed or truncated")


def test_authorities_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A file that is no certificate."""
    (tmp_path / "ca.pem").write_text("none")
    (problem,) = wrong(tmp_path, f'next_hop.kind = "smtp"\nnext_hop.tls = "required"\nnext_hop.tls_ca = "{tmp_path}/ca.pem"')
    assert problem.startswith(f"next_hop.tls_ca: {tmp_path}/ca.pem cannot be used: ")
