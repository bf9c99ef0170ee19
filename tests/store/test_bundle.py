from __future__ import annotations

import hashlib
import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from invented import ROOT, random_bundle

from filter.errors import BundleError, UsageError
from filter.judge.features import SCHEMA, extract
from filter.judge.hashing import SLOTS
from filter.judge.linear import COLUMNS
from filter.judge.parse import parse
from filter.judge.verdict import THREATS
from filter.store import bundle
from filter.store.bundle import CARD, GOLDEN, MANIFEST, MAX_BYTES, WEIGHTS, load, read_manifest, write

SHIPPED = ROOT / "models" / "default"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle") / "original"
    random_bundle(folder)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    """A bundle to break."""
    return Path(shutil.copytree(original, tmp_path / "bundle"))


def altered(folder: Path, change: Callable[[dict], None]) -> None:  # type: ignore[type-arg]
    """Change the manifest."""
    manifest = json.loads((folder / MANIFEST).read_text())
    change(manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest))


def rehashed(folder: Path, name: str, octets: bytes) -> None:
    """Other octets under that name, and a manifest that vouches for them: what is behind the hash has to be checked too."""
    (folder / name).write_bytes(octets)
    altered(folder, lambda manifest: manifest["sha256"].update({name: hashlib.sha256(octets).hexdigest()}))
    hashes = read_manifest(folder)["sha256"]
    altered(folder, lambda manifest: manifest.update(id=bundle._identity(hashes[WEIGHTS], manifest)))


def saved(array: np.ndarray, folder: Path) -> bytes:
    np.save(folder / "other.npy", array, allow_pickle=True)
    return (folder / "other.npy").read_bytes()


def test_what_is_written_is_what_is_loaded(folder: Path, tmp_path: Path) -> None:
    """Weights, scales, biases and id come back to the last bit, and every golden mail has the log-odds it was given."""
    written, found = random_bundle(tmp_path / "again"), load(folder)
    assert np.array_equal(written.weights, found.weights)
    assert (written.scales, written.biases, written.id) == (found.scales, found.biases, found.id)
    for line in map(json.loads, (folder / GOLDEN).read_text().splitlines()):
        assert list(found.log_odds(extract(parse(line["mail"].encode())))) == line["log_odds"]


def test_the_same_model_gives_the_same_octets(folder: Path, tmp_path: Path) -> None:
    """Nothing of the time or the place gets into a bundle."""
    random_bundle(tmp_path / "again")
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_weights_are_mapped_and_cannot_be_written(folder: Path) -> None:
    """All workers share the pages of one file, and none can change them."""
    weights = load(folder).weights
    assert isinstance(weights, np.memmap)
    assert not weights.flags.writeable
    with pytest.raises(ValueError, match="read-only"):
        weights[0, 0] = 1


@pytest.mark.parametrize("name", [WEIGHTS, GOLDEN])
@pytest.mark.parametrize("place", [0, 0.5, 1])
def test_a_changed_octet_is_found(folder: Path, name: str, place: float) -> None:
    """Wherever it is, in the first octet, the middle or the last: the error names the file."""
    octets = bytearray((folder / name).read_bytes())
    octets[int(place * (len(octets) - 1))] ^= 1
    (folder / name).write_bytes(octets)
    with pytest.raises(BundleError, match=f"{name}: changed or truncated"):
        load(folder)


@pytest.mark.parametrize("name", [WEIGHTS, GOLDEN])
@pytest.mark.parametrize("left", [0, 100, -1])
def test_a_truncated_file_is_found(folder: Path, name: str, left: int) -> None:
    """Empty, cut short or one octet short: the error names the file."""
    (folder / name).write_bytes((folder / name).read_bytes()[:left])
    with pytest.raises(BundleError, match=f"{name}: changed or truncated"):
        load(folder)


@pytest.mark.parametrize("name", [WEIGHTS, GOLDEN, MANIFEST])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """Each file is needed, and the error says which is not there."""
    (folder / name).unlink()
    with pytest.raises(BundleError, match=name):
        load(folder)


@pytest.mark.parametrize("key", ["scales", "biases"])
@pytest.mark.parametrize("threat", THREATS)
def test_a_changed_number_of_the_manifest_is_found(folder: Path, key: str, threat: str) -> None:
    """The last bit of a scale or bias turned, and the model is not loaded."""
    altered(folder, lambda manifest: manifest[key].update({threat: np.nextafter(manifest[key][threat], 9.0)}))
    with pytest.raises(BundleError, match=f"{MANIFEST}: changed"):
        load(folder)


def test_another_schema_is_refused(folder: Path) -> None:
    """A model made for other features would judge nonsense: the error names both schemas."""
    altered(folder, lambda manifest: manifest.update(schema="sievert-features-0/9"))
    with pytest.raises(BundleError, match=f"sievert-features-0/9.*{SCHEMA}"):
        load(folder)


@pytest.mark.parametrize(
    "weights",
    [
        np.zeros((SLOTS, len(THREATS)), dtype=np.int8),
        np.zeros((SLOTS // 2, COLUMNS), dtype=np.int8),
        np.zeros(SLOTS, dtype=np.int8),
        np.zeros((SLOTS, COLUMNS), dtype=np.uint8),
        np.zeros((SLOTS // 4, COLUMNS), dtype=np.float32),
    ],
    ids=lambda weights: f"{weights.dtype}{weights.shape}",
)
def test_weights_of_another_shape_or_type_are_refused(folder: Path, weights: np.ndarray) -> None:
    """Even where the hash is right: the error says what is there and what should be."""
    rehashed(folder, WEIGHTS, saved(weights, folder))
    with pytest.raises(BundleError, match=rf"{WEIGHTS}: holds {weights.dtype} \("):
        load(folder)


class Bomb:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_no_load_runs_code(folder: Path, tmp_path: Path) -> None:
    """Weights that hold pickled objects, or are a pickle, are refused and never unpickled: then they would have run."""
    bomb = np.array([Bomb(tmp_path / "ran")], dtype=object)
    for octets in (saved(bomb, folder), pickle.dumps(Bomb(tmp_path / "ran"))):
        rehashed(folder, WEIGHTS, octets)
        with pytest.raises(BundleError, match=WEIGHTS):
            load(folder)
    assert not (tmp_path / "ran").exists()
    pickle.loads(octets)
    assert (tmp_path / "ran").exists()


def test_other_golden_verdicts_are_found(folder: Path) -> None:
    """A library that extracts other features than training's shows in the first golden mail: the error names it."""
    lines = [json.loads(line) for line in (folder / GOLDEN).read_text().splitlines()]
    lines[1]["log_odds"][2] = float(np.nextafter(lines[1]["log_odds"][2], 99))
    rehashed(folder, GOLDEN, "".join(f"{json.dumps(line)}\n" for line in lines).encode())
    with pytest.raises(BundleError, match=f"{GOLDEN}: mail 2 is judged"):
        load(folder)


@pytest.mark.parametrize("octets", [b"\xff\n", b"{\n", b"[]\n", b'{"mail": "x"}\n', b"1\n"])
def test_golden_mail_that_is_none_is_told(folder: Path, octets: bytes) -> None:
    """What cannot be read as golden mail is a BundleError naming the file."""
    rehashed(folder, GOLDEN, octets)
    with pytest.raises(BundleError, match=f"{GOLDEN}: cannot be read"):
        load(folder)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '"x"', "\udcff"])
def test_a_manifest_that_is_none_is_told(folder: Path, text: str) -> None:
    """What is not a JSON object is a BundleError naming the file."""
    (folder / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BundleError, match=MANIFEST):
        load(folder)


@pytest.mark.parametrize("key", ["schema", "sha256", "scales", "biases", "id"])
@pytest.mark.parametrize("value", [None, [], "x", {"spam": "much", "phish": 0, "bec": 0}])
def test_a_manifest_without_what_is_needed_is_told(folder: Path, key: str, value: object) -> None:
    """Whatever stands in its place, it is a BundleError and no other."""
    altered(folder, lambda manifest: manifest.update({key: value}))
    with pytest.raises(BundleError):
        load(folder)
    altered(folder, lambda manifest: manifest.pop(key))
    with pytest.raises(BundleError):
        load(folder)


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    """No folder, or one of something else: no model here."""
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(BundleError, match=f"{folder}: no model here"):
            load(folder)


def test_a_bundle_past_the_limit_is_refused(folder: Path, tmp_path: Path) -> None:
    """With its card it may have MAX_BYTES and not an octet more."""
    manifest = {key: value for key, value in read_manifest(folder).items() if key not in {"id", "schema", "sha256"}}
    weights, golden = np.load(folder / WEIGHTS), ("Subject: x\n\nx\n",)
    write(tmp_path / "full", weights, manifest, golden, "")
    room = MAX_BYTES - sum(path.stat().st_size for path in (tmp_path / "full").iterdir())
    write(tmp_path / "full", weights, manifest, golden, "x" * room)
    with pytest.raises(BundleError, match=f"{MAX_BYTES + 1} octets, over the {MAX_BYTES} allowed"):
        write(tmp_path / "full", weights, manifest, golden, "x" * (room + 1))


def test_the_shipped_model_is_whole() -> None:
    """It loads, which reproduces its golden verdicts, has at most MAX_BYTES, and its golden mails are the demo's but the quiet ones."""
    assert load(SHIPPED).id == read_manifest(SHIPPED)["id"]
    assert {path.name for path in SHIPPED.iterdir()} == {MANIFEST, WEIGHTS, GOLDEN, CARD}
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) <= MAX_BYTES
    golden = [json.loads(line)["mail"] for line in (SHIPPED / GOLDEN).read_text(encoding="utf-8").splitlines()]
    assert golden == [path.read_text(encoding="utf-8") for path in sorted((ROOT / "filter" / "demo").glob("*.eml"))]


def test_the_shipped_card_names_every_corpus() -> None:
    """Each corpus of the manifest stands in the card with its terms, CC BY-NC 4.0 among them, and so do the figures."""
    text, manifest = (SHIPPED / CARD).read_text(encoding="utf-8"), read_manifest(SHIPPED)
    assert manifest["corpora"]
    for corpus in manifest["corpora"]:
        assert f"| `{corpus['name']}` | {corpus['terms']} |" in text
        assert sum(corpus["trained_on"].values()) > 0
    assert "CC BY-NC 4.0" in text
    assert all(pair["title"] in text for pair in manifest["metrics"]["pairs"])


def beside(folder: Path, seed: int) -> Path:
    """Another bundle, there to be put in the place of the first."""
    random_bundle(folder.with_name("new"), seed=seed)
    return folder.with_name("new")


def test_a_bundle_takes_anothers_place_and_leaves_nothing(folder: Path) -> None:
    """Also a link's, which stays; also that of an empty folder, or none."""
    names = [path.name for path in folder.parent.iterdir()]
    link = folder.parent / "link"
    link.symlink_to(folder)
    for place in (folder, link, folder.parent / "none"):
        new = beside(folder, seed=3)
        expected = read_manifest(new)["id"]
        bundle.put(new, place)
        assert load(place).id == expected
    (folder.parent / "empty").mkdir()
    bundle.put(beside(folder, seed=4), folder.parent / "empty")
    assert link.is_symlink()
    assert {path.name for path in folder.parent.iterdir()} == {*names, "link", "none", "empty"}


@pytest.mark.parametrize("stray", ["corpus/a.eml", "notes.txt", f"{CARD}/inner.txt"])
def test_a_bundle_takes_the_place_of_nothing_else(folder: Path, tmp_path: Path, stray: str) -> None:
    """What is no bundle's file stays where it is, and the new bundle too."""
    place = tmp_path / "place"
    (place / stray).parent.mkdir(parents=True)
    (place / stray).write_text("mine")
    with pytest.raises(UsageError, match=rf"place: holds {stray.partition('/')[0]}, which is no file of a bundle"):
        bundle.check_place(place)
    with pytest.raises(UsageError, match="which is no file of a bundle"):
        bundle.put(new := beside(folder, seed=3), place)
    assert (place / stray).read_text() == "mine"
    assert load(new)


@pytest.mark.parametrize("fails", ["new", "old"])
@pytest.mark.parametrize("there", [True, False])
def test_a_bundle_that_cannot_be_put_leaves_what_was_there(folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str, there: bool) -> None:
    """The old one under its name, or nothing; and nothing else is left."""
    before, new = read_manifest(folder)["id"], beside(folder, seed=3)
    place = folder if there else folder.with_name("none")
    names = {path.name for path in folder.parent.iterdir()}
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self == (new if fails == "new" or not there else place):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(UsageError, match="No space left on device"):
        bundle.put(new, place)
    assert load(folder).id == before
    assert {path.name for path in folder.parent.iterdir()} == names


def test_a_place_that_cannot_be_is_told(tmp_path: Path) -> None:
    """Below a file no folder can be, and a file is none."""
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file" / "model", tmp_path / "file"):
        with pytest.raises(UsageError, match="file"):
            bundle.check_place(place)
