"""A model on disk: a folder of plain arrays and JSON, checked to the last octet before it judges anything. Nothing in it can run.

manifest.json   schema, hashes, scales and biases, corpora with their terms, metrics
weights.npy     (slots, threats and a column of zeros) int8, memory-mapped, so that all workers share its pages
golden.jsonl    mails written by us with their log-odds; reproduced on every load
CARD.md         for people
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from filter.errors import BundleError, UsageError
from filter.judge.features import SCHEMA, extract
from filter.judge.hashing import SLOTS
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, PerThreat

MANIFEST, WEIGHTS, GOLDEN, CARD = "manifest.json", "weights.npy", "golden.jsonl", "CARD.md"
MAX_BYTES = 8 * 1024 * 1024
"""A bundle's largest size on disk."""

_HASHED = (WEIGHTS, GOLDEN)
_FILES = frozenset((MANIFEST, WEIGHTS, GOLDEN, CARD))
_ID_CHARS = 12

Manifest = dict[str, Any]


def load(folder: Path) -> LinearModel:
    """The model in a folder, verified. Raises BundleError where anything is missing, changed, or of another schema."""
    manifest = read_manifest(folder)
    if manifest.get("schema") != SCHEMA:
        raise BundleError(f"{folder}: made for features {manifest.get('schema')!r}, this program extracts {SCHEMA!r}; train it anew")
    for name in _HASHED:
        _check_hash(folder, name, manifest)
    model = _model(folder, manifest)
    if model.id != _identity(manifest["sha256"][WEIGHTS], manifest):
        raise BundleError(f"{folder / MANIFEST}: changed (its id is not that of its scales, biases and weights)")
    _check_golden(folder, model)
    return model


def read_manifest(folder: Path) -> Manifest:
    """The manifest alone, unchecked beyond its syntax."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BundleError(f"{folder}: no model here ({MANIFEST} is missing)") from error
    except (OSError, ValueError) as error:
        raise BundleError(f"{folder / MANIFEST}: cannot be read: {error}") from error
    if not isinstance(manifest, dict):
        raise BundleError(f"{folder / MANIFEST}: not a JSON object")
    return manifest


def compared(folder: Path) -> dict[str, Any]:
    """What two bundles can differ in, flat: id, schema, biases, scales, mail trained on, figures, and the weights' hash."""
    manifest = read_manifest(folder)
    return dict(_flat({key: value for key, value in manifest.items() if key != "name"}))


def _flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):  # of tables that say what they are
        value = {str(one.get("title") or one.get("kind") or one.get("name")) if isinstance(one, dict) else str(one): one for one in value}
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}".lstrip("."))
    else:
        yield path, value


def write(folder: Path, weights: np.ndarray[Any, np.dtype[np.int8]], manifest: Manifest, golden: tuple[str, ...], card: str) -> LinearModel:
    """Write a bundle and load it back. `manifest` brings scales, biases, corpora and metrics; `golden` the texts of mails."""
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / WEIGHTS, np.ascontiguousarray(weights), allow_pickle=False)
    manifest = {"id": _identity(_sha256(folder / WEIGHTS), manifest), "schema": SCHEMA, **manifest}
    model = _model(folder, manifest)
    lines = [json.dumps({"mail": text, "log_odds": list(_log_odds(model, text))}, ensure_ascii=False) for text in golden]
    (folder / GOLDEN).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    manifest["sha256"] = {name: _sha256(folder / name) for name in _HASHED}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / CARD).write_text(card, encoding="utf-8")
    if (size := sum(path.stat().st_size for path in folder.iterdir())) > MAX_BYTES:
        raise BundleError(f"{folder}: {size} octets, over the {MAX_BYTES} allowed")
    return load(folder)


def check_place(place: Path) -> None:
    """UsageError where a bundle put there would take the place of anything but another bundle, or cannot be put there at all."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        others = sorted(path.name for path in place.iterdir() if path.name not in _FILES or path.is_dir()) if place.exists() else []
    except OSError as error:
        raise UsageError(f"{place}: {error.strerror}") from None
    if others:
        raise UsageError(f"{place}: holds {others[0]}, which is no file of a bundle; name a folder that is new, empty or a bundle's")


def put(bundle: Path, place: Path) -> None:
    """Move a bundle to its place, beside which it stands; the one that was there goes once the new one is there. As `check_place`."""
    place = place.resolve()  # what a link names is replaced, not the link
    check_place(place)
    try:
        aside = Path(tempfile.mkdtemp(prefix=f"{place.name}.", dir=place.parent))
        _rename(bundle, place, aside)
        shutil.rmtree(aside)
    except OSError as error:
        raise UsageError(f"{place}: {error.strerror}") from None


def _rename(bundle: Path, place: Path, aside: Path) -> None:
    was_there = place.exists()
    try:
        if was_there:
            place.rename(aside)
        bundle.rename(place)
    except BaseException:
        if was_there and not place.exists():
            aside.rename(place)
        else:
            aside.rmdir()
        raise


def _model(folder: Path, manifest: Manifest) -> LinearModel:
    try:
        weights = np.load(folder / WEIGHTS, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError) as error:
        raise BundleError(f"{folder / WEIGHTS}: cannot be read: {error}") from error
    try:
        scales, biases = (PerThreat(*(float(manifest[key][threat]) for threat in THREATS)) for key in ("scales", "biases"))
        model = LinearModel(weights, scales, biases, str(manifest["id"]))
    except (ValueError, KeyError, TypeError) as error:
        raise BundleError(f"{folder / MANIFEST}: cannot be used: {type(error).__name__}: {error}") from error
    if weights.shape != (SLOTS, COLUMNS) or weights.dtype != np.int8:
        raise BundleError(f"{folder / WEIGHTS}: holds {weights.dtype} {weights.shape}, not int8 {(SLOTS, COLUMNS)}")
    return model


def _check_hash(folder: Path, name: str, manifest: Manifest) -> None:
    try:
        found = _sha256(folder / name)
    except OSError as error:
        raise BundleError(f"{folder / name}: cannot be read: {error}") from error
    expected = manifest.get("sha256")
    if not isinstance(expected, dict) or found != expected.get(name):
        raise BundleError(f"{folder / name}: changed or truncated (its SHA-256 is not the manifest's)")


def _check_golden(folder: Path, model: LinearModel) -> None:
    try:
        lines = (folder / GOLDEN).read_text(encoding="utf-8").splitlines()
        golden = [(str(document["mail"]), document["log_odds"]) for document in map(json.loads, lines)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BundleError(f"{folder / GOLDEN}: cannot be read: {type(error).__name__}: {error}") from error
    for number, (mail, expected) in enumerate(golden, 1):
        found = list(_log_odds(model, mail))
        if found != expected:
            place = f"{folder / GOLDEN}: mail {number}"
            raise BundleError(f"{place} is judged {found}, not {expected}; a library differs from training's")


def _log_odds(model: LinearModel, mail: str) -> PerThreat:
    return model.log_odds(extract(parse(mail.encode("utf-8"))))


def _identity(weights_hash: str, manifest: Manifest) -> str:
    """A bundle's id: a hash of all that its judgements hang on."""
    parts = json.dumps([weights_hash, manifest["scales"], manifest["biases"], SCHEMA], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:_ID_CHARS]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
