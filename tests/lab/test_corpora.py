from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import zstandard
from invented import HELD_BACK_AUTHOR, boundary, corpora, mail, packed

from filter.errors import CorpusError
from filter.lab import corpora as module
from filter.lab.corpora import BY_NAME, CORPORA, TEST, THREAT_OF, TRAIN, Sample, count, read

DATED = [corpus.name for corpus in CORPORA if corpus.test_from]
NUMBERED = [corpus.name for corpus in CORPORA if corpus.test_after]


def alone(name: str) -> tuple[str, ...]:
    """What to leave out so that one corpus stays."""
    return tuple(corpus.name for corpus in CORPORA if corpus.name != name)


def samples(folder: Path, name: str) -> dict[str, Sample]:
    """One corpus' samples by path."""
    return {sample.path: sample for sample in read(folder, folder / "own", alone(name))}


@pytest.mark.parametrize("name", DATED)
@pytest.mark.parametrize("label", ["ham", "spam"])
def test_the_latest_mail_of_a_dated_corpus_is_held_back(tmp_path: Path, name: str, label: str) -> None:
    """Mail of the boundary's day is held back, that of the day before is learnt, as is mail without a date."""
    first = boundary(BY_NAME[name], label)
    files = {
        f"{name}/{label}/before.eml": mail(label, 1, (first - timedelta(days=1)).isoformat()),
        f"{name}/{label}/on.eml": mail(label, 2, first.isoformat()),
        f"{name}/{label}/none.eml": b"Subject: x\n\nDate: Fri, 01 Jan 2038 12:00:00 +0000\n",
    }
    found = samples(packed(tmp_path, files), name)
    assert {Path(path).stem: sample.part for path, sample in found.items()} == {"before": TRAIN, "on": TEST, "none": TRAIN}


def test_bad_mail_of_the_lists_is_held_back_from_an_earlier_day(tmp_path: Path) -> None:
    """In `lists` spam and fraud of a day on which ham is still learnt are held back."""
    day = boundary(BY_NAME["lists"], "spam")
    assert day < boundary(BY_NAME["lists"], "ham")
    files = {f"lists/{label}/1.eml": mail(label, 1, day.isoformat()) for label in ("ham", "spam", "fraud")}
    found = samples(packed(tmp_path, files), "lists")
    assert {sample.label: sample.part for sample in found.values()} == {"ham": TRAIN, "spam": TEST, "fraud": TEST}


def test_an_author_may_stand_in_a_folder_of_a_subject(tmp_path: Path) -> None:
    """Authors are where an index is, however deep; held back or not, their name decides."""
    for author in ("ash", "bec/elm", f"bec/{HELD_BACK_AUTHOR}"):
        folder = tmp_path / "own" / author / "ham"
        folder.mkdir(parents=True)
        (folder / "1.eml").write_bytes(mail("ham", 1))
        (folder.parent / "INDEX.tsv").touch()
    found = samples(tmp_path, "own")
    assert [(path, one.group, one.part) for path, one in found.items()] == [
        ("own/ham/ash-1.eml", "ash", TRAIN),
        ("own/ham/elm-1.eml", "elm", TRAIN),
        (f"own/ham/{HELD_BACK_AUTHOR}-1.eml", HELD_BACK_AUTHOR, TEST),
    ]


@pytest.mark.parametrize("without", [(), ("own",), alone("own"), ("lists", "own")])
def test_samples_are_counted_by_the_tables(tmp_path: Path, without: tuple[str, ...]) -> None:
    """As many as are read, whatever is left out."""
    corpora(tmp_path)
    assert count(tmp_path, tmp_path / "own", without) == sum(1 for _ in read(tmp_path, tmp_path / "own", without)) > 0


@pytest.mark.parametrize("name", NUMBERED)
def test_the_highest_numbers_of_a_numbered_corpus_are_held_back(tmp_path: Path, name: str) -> None:
    """The number of the file decides, its last one where it has several."""
    last = BY_NAME[name].test_after
    files = {f"{name}/ham/part_99999999_-{number}.eml": mail("ham", number) for number in (1, last, last + 1)}
    found = samples(packed(tmp_path, files), name)
    assert [sample.part for sample in found.values()] == [TRAIN, TRAIN, TEST]


def test_whole_applications_are_held_back(tmp_path: Path) -> None:
    """Mail of the applications named is held back, that of all others learnt; the table itself is no mail."""
    held = min(BY_NAME["transactional"].test_groups)
    table = f"a.eml\t{held}\treset\ten\nb.eml\tsome/other\treset\ten\n"
    mails = {f"transactional/ham/{name}.eml": mail("ham", 1) for name in "ab"}
    found = samples(packed(tmp_path, {"transactional/KINDS.tsv": table.encode(), **mails}), "transactional")
    assert [(sample.group, sample.part) for sample in found.values()] == [(held, TEST), ("some/other", TRAIN)]


def test_whole_authors_of_ours_are_held_back(tmp_path: Path) -> None:
    """Of our own mail everything by the authors held back is on the test side, and no one else's."""
    corpora(tmp_path, only=("own",))
    found = samples(tmp_path, "own").values()
    assert {sample.group for sample in found if sample.part == TEST} == {HELD_BACK_AUTHOR}
    assert HELD_BACK_AUTHOR in BY_NAME["own"].test_groups
    assert {sample.group for sample in found if sample.part == TRAIN} == {"ash", "oak"}
    assert {sample.threat for sample in found} == {"ham", "spam", "phish", "bec"}


def test_kind_and_language_are_as_the_corpus_states_them(tmp_path: Path) -> None:
    """From the table of the applications and from our own index; a mail that neither names has none."""
    table = b"a.eml\tsome/other\treset\tpt_BR\nb.eml\tsome/other\n"
    mails = {f"transactional/ham/{name}.eml": mail("ham", 1) for name in "abc"}
    found = samples(packed(tmp_path, {"transactional/KINDS.tsv": table, **mails}), "transactional").values()
    assert [(one.group, one.kind, one.language) for one in found] == [
        ("some/other", "reset", "pt_BR"),
        ("some/other", "", ""),
        ("", "", ""),
    ]
    author = tmp_path / "own" / "ash"
    (author / "bec").mkdir(parents=True)
    (author / "INDEX.tsv").write_text("path\tlabel\tkind\tlanguage\tmarkup\nbec/1.eml\tbec\tgift-cards/freemail\tde\tplain\n")
    for number in (1, 2):
        (author / "bec" / f"{number}.eml").write_bytes(mail("bec", number))
    mine = samples(tmp_path, "own").values()
    assert [(one.group, one.kind, one.language) for one in mine] == [("ash", "gift-cards/freemail", "de"), ("ash", "", "")]


def test_what_an_author_wrote_about_is_known_by_the_folder(tmp_path: Path) -> None:
    """The authors in `bec/` wrote that and what comes near it, ham included; the others wrote of everything."""
    for author in ("ash", "bec/lime"):
        folder = tmp_path / "own" / author / "ham"
        folder.mkdir(parents=True)
        (folder.parent / "INDEX.tsv").touch()
        (folder / "1.eml").write_bytes(mail("ham", 1))
    assert {one.group: one.near for one in samples(tmp_path, "own").values()} == {"ash": "", "lime": "bec"}


def test_every_corpus_holds_something_back() -> None:
    """No corpus is without a rule for its test side, none has two, and its terms are stated."""
    for corpus in CORPORA:
        assert sum(map(bool, (corpus.test_from, corpus.test_after, corpus.test_groups))) == 1
        assert corpus.terms
    assert len(BY_NAME) == len(CORPORA)


def test_a_date_counts_in_utc(tmp_path: Path) -> None:
    """A mail of the evening before, in a zone behind, is of the boundary's day in UTC; a broken date is none."""
    first = boundary(BY_NAME["enron"], "ham")
    eve = (first - timedelta(days=1)).strftime("%d %b %Y")
    files = {
        "enron/ham/1.eml": f"Subject: x\nDATE: {eve} 23:00:00 -0500\n\nx\n".encode(),
        "enron/ham/2.eml": b"Date: the day before yesterday\n\nx\n",
        "enron/ham/3.eml": b"Date: Thu, 99 Jan 99999 12:00:00 +9999\n\nx\n",
    }
    found = list(samples(packed(tmp_path, files), "enron").values())
    assert [sample.date for sample in found] == [first.isoformat(), "", ""]
    assert found[0].part == TEST


def test_the_manifest_names_campaigns(tmp_path: Path) -> None:
    """Mails that the manifest gives one body are one campaign; a mail it does not know is its own."""
    files = {f"nazario/phish/{number}.eml": mail("phish", number) for number in range(3)}
    names = list(files)
    packed(tmp_path, files, campaigns={names[0]: "c1", names[1]: "c1"})
    assert [sample.campaign for sample in samples(tmp_path, "nazario").values()] == ["c1", "c1", names[2]]


def test_labels_become_threats() -> None:
    """Fraud counts as spam; ham stays ham."""
    assert THREAT_OF["fraud"] == "spam"
    assert {THREAT_OF[label] for label in THREAT_OF} == {"ham", "spam", "phish", "bec"}


def test_reading_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first sample comes before the second is unpacked, and no later corpus is opened for it."""
    unpacked: list[str] = []
    sample = module._sample

    def noted(corpus, name, *rest):  # type: ignore[no-untyped-def]
        unpacked.append(name)
        return sample(corpus, name, *rest)

    monkeypatch.setattr(module, "_sample", noted)
    packed(tmp_path, {"trec07p/ham/1.eml": mail("ham", 1), "trec07p/ham/2.eml": mail("ham", 2)})
    stream = read(tmp_path, tmp_path)
    assert next(stream).path == "trec07p/ham/1.eml"
    assert unpacked == ["trec07p/ham/1.eml"]


def test_the_content_is_the_octets(tmp_path: Path) -> None:
    """A sample's content is the file, whatever line ends and octets it has."""
    content = b"From x Mon Jan  1\r\nSubject: \xff\x00\r\n\r\nbare\rreturns\n"
    assert samples(packed(tmp_path, {"trec07p/ham/1.eml": content}), "trec07p")["trec07p/ham/1.eml"].content == content


@pytest.mark.parametrize("name", [corpus.name for corpus in CORPORA])
def test_a_missing_corpus_names_the_flag(tmp_path: Path, name: str) -> None:
    """What is not there is a CorpusError that says how to go on without it."""
    packed(tmp_path, {})
    with pytest.raises(CorpusError, match=f"--without {name}"):
        list(read(tmp_path, tmp_path / "own", alone(name)))


def test_a_missing_manifest_is_told(tmp_path: Path) -> None:
    """Without the manifest nobody knows the campaigns: nothing is read."""
    packed(tmp_path, {"trec07p/ham/1.eml": mail("ham", 1)})
    (tmp_path / "MANIFEST.tsv.zst").unlink()
    with pytest.raises(CorpusError, match=r"MANIFEST\.tsv\.zst"):
        next(read(tmp_path, tmp_path))


@pytest.mark.parametrize(
    "damage",
    [
        lambda octets: octets[: len(octets) // 2],
        lambda octets: b"not zstd",
        lambda octets: zstandard.compress(b"not tar" * 999),
    ],
)
def test_a_damaged_corpus_is_told(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    """An archive that is cut short or none at all is a CorpusError naming it, never a smaller corpus."""
    file = packed(tmp_path, {f"trec07p/ham/{n}.eml": mail("ham", n) + b"x" * 9999 for n in range(9)}) / "trec07p.tar.zst"
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(CorpusError, match=r"trec07p\.tar\.zst: damaged"):
        samples(tmp_path, "trec07p")


def ordered(corpus: str, *mails: tuple[str, str]) -> list[str]:
    """(path, date) pairs from the oldest to the newest, by path."""
    blank = Sample(corpus, "", "ham", TRAIN, "", "", "", b"")
    return [one.path for one in sorted((replace(blank, path=path, date=date) for path, date in mails), key=lambda one: one.order)]


def test_mail_stands_in_the_order_it_came() -> None:
    """By date, or by number where numbers are the order."""
    assert ordered("enron", ("a/ham/1.eml", "2001-02-03"), ("a/ham/2.eml", "1999-12-31")) == ["a/ham/2.eml", "a/ham/1.eml"]
    late, early = ("t/ham/m.10.eml", "1980-01-01"), ("t/ham/m.9.eml", "2038-01-01")
    assert ordered("trec07p", late, early) == ["t/ham/m.9.eml", "t/ham/m.10.eml"]
