"""Labelled archives to samples: mail that a site has sorted itself, to try a model on. Nothing of it is ever learnt here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from filter.lab.corpora import TEST, Sample, date_of
from filter.store.archives import OnDamage, open_path, refuse


def read(archives: Iterable[tuple[str, str]], on_damage: OnDamage = refuse) -> Iterator[Sample]:
    """Every message of (label, path) pairs, in their order; a label is one of `corpora.THREAT_OF`, a path anything that
    `open_path` takes.

    The corpus is the name of the path, each mail a campaign of its own. UsageError where there is nothing to open.
    """
    for label, path in archives:
        corpus = Path(path).name if path == "-" else Path(path).absolute().name
        for name, content in open_path(path, on_damage):
            yield Sample(corpus, name, label, TEST, name, "", date_of(content), content)
