"""What the bec head makes of business email compromise and of the wanted mail nearest to it, with and without site facts.

    python benchmarks/bec.py                                authors never trained on
    python benchmarks/bec.py --authors acacia lime mimosa   others: seen in training, so flattering
    python benchmarks/bec.py --corpora <folder>             and how often wanted business, list and transactional mail is called BEC

The line is drawn where 1 % of the wanted mail of the same authors lies above it; attacks from mailboxes that were broken into and pass
authentication are told apart. Nothing of the receiver's past is known here, so what history adds does not show.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from filter.assemble import build_base_judge, build_policy, build_site
from filter.config.schema import Config
from filter.config.site import SiteSection
from filter.judge.judge import Judge
from filter.judge.mail import Mail
from filter.judge.site import NOWHERE, Site
from filter.lab.metrics import Share, recall_at, roc_area, threshold_at

HELD_BACK = ("basil", "betony", "comfrey", "damson", "hawkweed", "laburnum", "lavender", "mullein", "olive", "orris")
RATE = 0.01
BROKEN_INTO = "compromised-mailbox"
GROUPS = ("kind", "language", "device", "difficulty")
ORDINARY = ("enron", "lists", "transactional")


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of an author, as its INDEX.tsv tells of it, and the bec log-odds without and with its site's facts."""

    is_bec: bool
    told: dict[str, str]
    without: float
    within: float


def main() -> None:
    """The tables asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--own", type=Path, default=Path("models/corpus/bec"))
    options.add_argument("--authors", nargs="+", default=HELD_BACK)
    options.add_argument("--corpora", type=Path, help="folder of <corpus>.tar.zst")
    asked = options.parse_args()
    judge = build_base_judge(Config())
    letters = tuple(letter for author in asked.authors for letter in judged(judge, asked.own / author))
    print("| | attacks | wanted | ROC area | recall at 1 % | broken into, passing authentication |\n|---|---|---|---|---|---|")
    headline("without site facts", letters, lambda letter: letter.without)
    headline("with site facts", letters, lambda letter: letter.within)
    for group in GROUPS:
        by_group(group, letters)
    if asked.corpora:
        ordinary(judge, asked.corpora, asked.own)


def judged(judge: Judge, author: Path) -> Iterator[Letter]:
    """Every wanted mail and every attack of one author."""
    sites = {site["name"]: facts(site) for site in tomllib.loads((author / "SITES.toml").read_text())["site"]}
    with (author / "INDEX.tsv").open(newline="") as index:
        for told in csv.DictReader(index, delimiter="\t"):
            mail = Mail((author / told["path"]).read_bytes())
            values = [replace(judge, site=site).judge(mail).log_odds.bec for site in (NOWHERE, sites[told["site"]])]
            yield Letter(told["label"] == "bec", told, *values)


def facts(table: dict[str, object]) -> Site:
    """A site as an author describes it."""
    told = {"domains": table["domains"], "authserv_ids": table["authserv_ids"], "vip": table["vips"], "supplier": table["suppliers"]}
    return build_site(Config(site=SiteSection.model_validate(told)))


def headline(name: str, letters: tuple[Letter, ...], value: Callable[[Letter], float]) -> None:
    """One row: all attacks but those from mailboxes broken into, and these beside them."""
    ham = np.array([value(letter) for letter in letters if not letter.is_bec])
    apart = np.array([value(letter) for letter in letters if letter.is_bec and letter.told["device"] == BROKEN_INTO])
    bad = np.array([value(letter) for letter in letters if letter.is_bec and letter.told["device"] != BROKEN_INTO])
    print(f"| {name} | {len(bad)} | {len(ham)} | {roc_area(ham, bad):.3f} | {recall_at(ham, bad, RATE)} | {recall_at(ham, apart, RATE)} |")


def by_group(group: str, letters: tuple[Letter, ...]) -> None:
    """Recall at the same lines for each value of a column."""
    lines = [threshold_at(np.array([value(one) for one in letters if not one.is_bec]), RATE) for value in VALUES]
    found: dict[str, list[Letter]] = defaultdict(list)
    for letter in letters:
        if letter.is_bec:
            found[letter.told[group]].append(letter)
    print(f"\n| {group} | attacks | without site facts | with |\n|---|---|---|---|")
    for name, ones in sorted(found.items()):
        shares = [Share(sum(value(one) > line for one in ones), len(ones)) for value, line in zip(VALUES, lines, strict=True)]
        print(f"| {name} | {len(ones)} | {shares[0]} | {shares[1]} |")


VALUES: tuple[Callable[[Letter], float], ...] = (lambda letter: letter.without, lambda letter: letter.within)


def ordinary(judge: Judge, corpora: Path, own: Path) -> None:
    """How much wanted mail the shipped policy calls BEC: on held-back mail, and on all of enron, whose wanted mail is thin otherwise."""
    from filter.lab.corpora import BY_NAME, TEST, read  # noqa: PLC0415  (zstandard: only the extra `train` brings it)

    line = build_policy(Config()).bec.tag
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for sample in read(corpora, own, tuple(name for name in BY_NAME if name not in ORDINARY)):
        if sample.label == "ham" and sample.part == TEST:
            counts[sample.corpus][1] += 1
            counts[sample.corpus][0] += judge.judge(Mail(sample.content)).log_odds.bec >= line
    print(f"\n| wanted mail with bec log-odds of {line:g} or more | mails | share |\n|---|---|---|")
    for corpus, (above, total) in counts.items():
        print(f"| {corpus} | {total:,} | {Share(above, total)} |")


if __name__ == "__main__":
    main()
