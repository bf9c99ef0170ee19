"""The corpora: what they are, on what terms, which part of each is never trained on, and reading them. Nothing is learnt here."""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

import zstandard

from filter.errors import CorpusError

TRAIN, TEST = "train", "test"
AGAIN = "#again"
"""What the path of a sample ends in that is learnt a second time, changed."""

THREAT_OF = {"ham": "ham", "spam": "spam", "fraud": "spam", "phish": "phish", "bec": "bec"}
"""Advance-fee fraud counts as spam: it asks strangers, where BEC claims to be somebody known."""

_DATE = re.compile(rb"^date:[ \t]*(.+?)\r?$", re.IGNORECASE | re.MULTILINE)
_HEADER_OCTETS = 32_768
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus. Mail dated `test_from` or later is held back; `test_groups` (applications, authors) or numbers past
    `test_after` likewise. `built` marks headers that the corpus' makers put there, which then teach nothing."""

    name: str
    terms: str
    test_from: str = ""
    test_after: int = 0
    test_groups: frozenset[str] = frozenset()
    built: bool = False


CORPORA = (
    Corpus("trec07p", "usage agreement on the official site, none in the mirror", test_after=40_000),
    Corpus("spamassassin", "senders keep their copyright; posted for filter developers", test_from="2002-10"),
    Corpus("nazario", "none stated; public corpus", test_from="2005-10"),
    Corpus("phishing_pot", "CC BY-NC 4.0", test_from="2024-07"),
    Corpus("lists", "none stated; public list archives", test_from="2023"),
    Corpus("enron", "public release by FERC", test_from="2001-11"),
    Corpus("rlists", "none stated; public list archives", test_from="2019-08"),
    Corpus(
        "transactional",
        "mail templates of 18 open-source applications, mixed terms, many copyleft",
        test_groups=frozenset({"pretix/pretix", "bitwarden/server", "liberapay/liberapay.com", "sendwithus/templates"}),
    ),
    Corpus("office", "public release under a freedom-of-information act; none stated", test_from="2010-10", built=True),
    Corpus("letters", "CC BY 3.0", test_from="2015", built=True),
    Corpus("rjobs", "MIT (the mirror)", test_from="2016", built=True),
    Corpus("spanish", "none stated; public list archive", test_from="2017"),
    Corpus("german", "CC BY-SA 4.0", test_after=144_000, built=True),
    Corpus("newsletters", "none stated", test_from="2024", built=True),
    Corpus(
        "own",
        "Apache-2.0; written for Sievert",
        test_groups=frozenset(
            """
            basil betony comfrey damson fir hawkweed laburnum lavender mullein olive orris periwinkle saxifrage teak yew
            """.split()  # noqa: SIM905  (a wall of names reads better so)
        ),
    ),
)
BY_NAME = {corpus.name: corpus for corpus in CORPORA}
SPAM_TEST_FROM = "2022-07"
"""In `lists` the spam and fraud end a year before the ham does; their last half year is the test."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled mail. Mails of one `campaign` share a body; `group` is its application or author, "" where there is none.

    `kind` and `language` are as its corpus' own table states them, "" where it states none. `near` is the threat that its author wrote
    about and beside it, "" where of all.
    """

    corpus: str
    path: str
    label: str
    part: str
    campaign: str
    group: str
    date: str
    content: bytes
    kind: str = ""
    language: str = ""
    near: str = ""

    @property
    def threat(self) -> str:
        """What the label means to the model: "ham" or a threat."""
        return THREAT_OF[self.label]

    @property
    def order(self) -> tuple[str, int, str]:
        """Its place within its corpus, oldest first: by date, or by number where the numbers are the order."""
        numbered = bool(BY_NAME[self.corpus].test_after)
        return "" if numbered else self.date, _number(self.path) if numbered else 0, self.path

    @property
    def is_again(self) -> bool:
        """Whether it is a sample learnt a second time, changed (`augment`)."""
        return self.path.endswith(AGAIN)


class _Stated(NamedTuple):
    """What a corpus' own table states of a mail."""

    group: str = ""
    kind: str = ""
    language: str = ""


def read(folder: Path, own: Path, without: tuple[str, ...] = ()) -> Iterator[Sample]:
    """Every sample of the corpora in `folder` (`<corpus>.tar.zst`, `MANIFEST.tsv.zst`) and of our own mail in `own`."""
    wanted = [corpus for corpus in CORPORA if corpus.name not in without]
    manifest = _manifest(folder) if any(corpus.name != "own" for corpus in wanted) else {}
    for corpus in wanted:
        if corpus.name == "own":
            yield from _read_own(corpus, own)
        else:
            yield from _read_packed(corpus, folder, manifest)


def count(folder: Path, own: Path, without: tuple[str, ...] = ()) -> int:
    """How many samples `read` yields, by the tables alone."""
    packed = {corpus.name for corpus in CORPORA} - {"own", *without}
    listed = sum(name.partition("/")[0] in packed for name in _manifest(folder)) if packed else 0
    return listed + (0 if "own" in without else sum(1 for _ in own.rglob("*.eml")))


def _manifest(folder: Path) -> dict[str, str]:
    path = folder / "MANIFEST.tsv.zst"
    if not path.exists():
        raise CorpusError(f"{path}: no such file; it lists every message with its campaign")
    with path.open("rb") as packed:
        text = zstandard.ZstdDecompressor().stream_reader(packed).read().decode()
    return {fields[0]: fields[3] for fields in (line.split("\t") for line in text.splitlines())}


def _read_packed(corpus: Corpus, folder: Path, manifest: dict[str, str]) -> Iterator[Sample]:
    path = folder / f"{corpus.name}.tar.zst"
    if not path.exists():
        raise CorpusError(f"{path}: no such file; leave the corpus out with --without {corpus.name}")
    stated: dict[str, _Stated] = {}
    for name, content in _unpacked(path):
        if name.endswith("KINDS.tsv"):
            stated = {row[0]: _Stated(*row[1:4]) for row in _rows(content)}
        elif name.endswith(".eml"):
            yield _sample(corpus, name, content, manifest.get(name, name), stated.get(Path(name).name, _Stated()))


def _unpacked(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file in an archive, one in memory at a time."""
    try:
        with (
            path.open("rb") as packed,
            zstandard.ZstdDecompressor(max_window_size=2**31).stream_reader(packed) as stream,
            tarfile.open(fileobj=stream, mode="r|") as archive,
        ):
            for member in archive:
                if (unpacked := archive.extractfile(member)) is not None:
                    yield member.name.removeprefix("./"), unpacked.read()
    except (tarfile.TarError, zstandard.ZstdError, OSError) as error:
        raise CorpusError(f"{path}: damaged: {error}") from error


def _rows(table: bytes) -> Iterator[list[str]]:
    """The lines of a corpus' own table: file, application, kind, language; or, of our own mail, path, label, kind, language, markup."""
    return (line.split("\t") for line in table.decode().splitlines())


def _read_own(corpus: Corpus, own: Path) -> Iterator[Sample]:
    authors = sorted((path.parent for path in own.rglob("INDEX.tsv")), key=lambda author: author.name)
    if not authors:
        raise CorpusError(f"{own}: no mail of ours here (author/INDEX.tsv); leave it out with --without own")
    for author in authors:
        stated = {row[0]: _Stated(author.name, *row[2:4]) for row in _rows((author / "INDEX.tsv").read_bytes())}
        near = author.parent.name if author.parent.name in THREAT_OF else ""
        for path in sorted(author.glob("*/*.eml")):
            name = f"own/{path.parent.name}/{author.name}-{path.name}"
            known = stated.get(f"{path.parent.name}/{path.name}", _Stated(author.name))
            yield replace(_sample(corpus, name, path.read_bytes(), name, known), near=near)


def _sample(corpus: Corpus, name: str, content: bytes, campaign: str, stated: _Stated) -> Sample:
    label, date = name.split("/")[1], date_of(content)
    part = _part(corpus, name, label, date, stated.group)
    return Sample(corpus.name, name, label, part, campaign, stated.group, date, content, stated.kind, stated.language)


def _part(corpus: Corpus, name: str, label: str, date: str, group: str) -> str:
    """Which side of the split a mail is on."""
    if corpus.test_groups:
        held = group in corpus.test_groups
    elif corpus.test_after:
        held = _number(name) > corpus.test_after
    else:
        held = date >= (SPAM_TEST_FROM if corpus.name == "lists" and label != "ham" else corpus.test_from)
    return TEST if held else TRAIN


def _number(name: str) -> int:
    """The last number in a file's name."""
    return int(_NUMBER.findall(Path(name).stem)[-1])


def date_of(content: bytes) -> str:
    """The Date header of a mail's octets as an ISO date in UTC; "" where it is missing or broken."""
    match = _DATE.search(content[:_HEADER_OCTETS].partition(b"\n\n")[0].partition(b"\n\r\n")[0])
    if match is None:
        return ""
    try:
        date = parsedate_to_datetime(match[1].decode("latin-1"))
        return (date if date.tzinfo is None else date.astimezone(UTC)).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""
