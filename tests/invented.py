"""Invented mails for tests of the lab, the bundle and the commands: tiny corpora packed as the real ones are, a bundle of
random weights, and the program in a process of its own."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import zstandard

from filter.judge.hashing import SLOTS
from filter.judge.linear import COLUMNS, LinearModel
from filter.judge.verdict import THREATS
from filter.lab.corpora import CORPORA, SPAM_TEST_FROM, Corpus
from filter.store import bundle

ROOT = Path(__file__).parents[1]
HELD_BACK_AUTHOR, AUTHORS = "fir", ("ash", "oak")
MAILS = {
    "ham": (
        "meeting lunch report agenda garden train school minutes harvest ticket choir ladder kettle river",
        "the notes for monday",
    ),
    "spam": (
        "pills casino discount lottery loan rank offer backlinks miracle cheap winner traffic bonus deal",
        "a special offer",
    ),
    "phish": (
        "password verify account mailbox suspended login unusual confirm parcel expire quota signin",
        "your account is limited",
    ),
    "bec": (
        "wire transfer urgent ceo confidential gift cards invoice bank details changed discreet today",
        "are you at your desk",
    ),
}
LABELS = {"trec07p": ("ham", "spam"), "lists": ("ham", "spam", "fraud"), "nazario": ("phish",), "phishing_pot": ("phish",)}
LABELS |= {"spamassassin": ("ham", "spam"), "own": ("ham", "spam", "phish", "bec")}


def mail(label: str, number: int, day: str = "2020-01-02") -> bytes:
    """A mail of that label, the same for the same number."""
    words, subject = MAILS["spam" if label == "fraud" else label]
    draw = random.Random(f"{label} {number}")
    text = " ".join(draw.choices(words.split(), k=25))
    when = date.fromisoformat(day).strftime("%a, %d %b %Y 12:00:00 +0000")
    head = f"From: A {label} <a{number}@{label}.example>\nTo: b@firm.example\nDate: {when}\nSubject: {subject} {number}\n"
    return f"{head}\n{text}\n".encode()


def packed(folder: Path, files: Mapping[str, bytes], campaigns: Mapping[str, str] | None = None) -> Path:
    """Pack files by their first folder, with a manifest; a mail is its own campaign unless `campaigns` has its name."""
    folder.mkdir(parents=True, exist_ok=True)
    by_corpus: dict[str, dict[str, bytes]] = defaultdict(dict)
    for name, content in files.items():
        by_corpus[name.split("/")[0]][name] = content
    for corpus, members in by_corpus.items():
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for name, content in members.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        (folder / f"{corpus}.tar.zst").write_bytes(zstandard.compress(out.getvalue()))
    rows = [f"{name}\t{name.split('/')[1]}\t0\t{(campaigns or {}).get(name, name)}" for name in files if name.endswith(".eml")]
    (folder / "MANIFEST.tsv.zst").write_bytes(zstandard.compress("\n".join(rows).encode()))
    return folder


def boundary(corpus: Corpus, label: str) -> date:
    """The first day whose mail is held back."""
    first = SPAM_TEST_FROM if corpus.name == "lists" and label != "ham" else corpus.test_from
    return date.fromisoformat((first + "-01-01")[:10])


def corpora(folder: Path, each: int = 12, held_as: str = "", only: tuple[str, ...] = ()) -> Path:
    """Every corpus (or `only` some), with `each` mails a label to train on and half as many held back, these with the words
    of the label `held_as` where it is given. Our own mail goes into `folder`/own."""
    files: dict[str, bytes] = {}
    for corpus in CORPORA:
        if only and corpus.name not in only:
            continue
        for label in LABELS.get(corpus.name, ("ham",)):
            for number in range(each + each // 2):
                held = number >= each
                name, content = _placed(corpus, label, number, held, held_as)
                if corpus.name != "own":
                    files[name] = content
                else:
                    path = folder / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    (path.parents[1] / "INDEX.tsv").touch()
                    path.write_bytes(content)
        if corpus.name == "transactional":
            files = {"transactional/KINDS.tsv": _kinds(corpus, files), **files}
    return packed(folder, files)


def _placed(corpus: Corpus, label: str, number: int, held: bool, held_as: str) -> tuple[str, bytes]:
    """One mail's name and content, on the side of the split that is asked for."""
    seed = number + 1000 * CORPORA.index(corpus)
    day = "2020-01-02"
    if corpus.test_from:
        first = boundary(corpus, label)
        day = (first + timedelta(days=number) if held else first - timedelta(days=number + 1)).isoformat()
    author = HELD_BACK_AUTHOR if held else AUTHORS[number % len(AUTHORS)]
    place = f"own/{author}" if corpus.name == "own" else corpus.name
    return f"{place}/{label}/m{number + corpus.test_after if held else number}.eml", mail(held_as if held and held_as else label, seed, day)


def _kinds(corpus: Corpus, files: Mapping[str, bytes]) -> bytes:
    """The table that names each mail's application: the held-back ones are of the first one held back."""
    names = [Path(name).name for name in files if name.startswith(f"{corpus.name}/")]
    held = min(corpus.test_groups)
    trained = len(names) - len(names) // 3
    return "".join(f"{name}\t{held if place >= trained else 'some/application'}\n" for place, name in enumerate(names)).encode()


def random_bundle(folder: Path, scale: float = 0.03, seed: int = 1) -> LinearModel:
    """A valid bundle whose weights are seeded random numbers: it judges something, and always the same."""
    weights = np.random.default_rng(seed).integers(-127, 128, size=(SLOTS, COLUMNS), dtype=np.int8)
    numbers = {"scales": dict.fromkeys(THREATS, scale), "biases": {"spam": 0.5, "phish": 0.0, "bec": -0.5}}
    told = {
        "corpora": [{"name": "own", "terms": "Apache-2.0", "trained_on": {"ham": 1200}}],
        "metrics": {"pairs": [], "kinds": []},
    }
    golden = (mail("ham", 1).decode(), mail("bec", 2).decode(), "Subject: Grüße\n\nvöllig harmlos\n")
    return bundle.write(folder, weights, {**numbers, **told}, golden, "# card\n")


def sievert(*arguments: str | Path, cwd: Path | None = None, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The program, as a process that takes one core."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LOKY_MAX_CPU_COUNT": "1"}
    command = (sys.executable, "-m", "filter", *map(str, arguments))
    return subprocess.run(command, capture_output=True, input=stdin, cwd=cwd, env=environment, check=False, timeout=300)
