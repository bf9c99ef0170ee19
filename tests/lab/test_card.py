from __future__ import annotations

import re
from dataclasses import replace

from filter.judge.verdict import PerThreat
from filter.lab.breakdown import Slice
from filter.lab.card import card
from filter.lab.corpora import CORPORA
from filter.lab.evaluate import RATES, Figures, KindFigures, PairFigures
from filter.lab.evasion import Cost
from filter.lab.metrics import Share
from filter.lab.proof import Proof

FIGURES = Figures(
    (PairFigures("spam against ham", 0.98765, (Share(99, 100), Share(90, 100)), 0.02, 1000),),
    (KindFigures("lists ham", Share(3, 100), Share(1, 100)),),
)
PROOF = Proof(
    FIGURES,
    (KindFigures("wanted: bounces", Share(1, 100), Share(0, 100)),),
    (Slice("language", "de", Share(1, 50), Share(40, 50)), Slice("length", "", Share(0, 5), Share(1, 5))),
    (Cost("split words", Share(90, 100), Share(82, 100)),),
)
LESSER = Figures((PairFigures("spam against ham", 0.91234, (Share(9, 100), Share(8, 100)), 0.5, 1000),), ())


def test_it_names_every_corpus_with_its_terms() -> None:
    """Each corpus trained on has a row with the terms its source states, and CC BY-NC 4.0 is told with the way around it."""
    text = card(PROOF, (), None)
    for corpus in CORPORA:
        assert f"| `{corpus.name}` | {corpus.terms} |\n" in text
    assert "**CC BY-NC 4.0**" in text
    assert "sievert train --corpora <folder> --without phishing_pot" in text


def test_a_rate_that_the_wanted_mail_cannot_show_is_marked() -> None:
    """With what the mark means."""
    few = replace(FIGURES, pairs=(replace(FIGURES.pairs[0], ham=200),))
    text = card(replace(PROOF, figures=few), (), None)
    assert "| 99.00 % [94.55, 99.97] | 90.00 % [82.38, 95.10] * |\n" in text
    assert "\\* above all of the wanted mail" in text
    assert "above all of the wanted mail" not in card(PROOF, (), None)


def test_it_names_no_corpus_that_was_left_out() -> None:
    """A model trained without a corpus does not answer for its terms."""
    text = card(PROOF, ("phishing_pot", "letters"), None)
    assert "| `phishing_pot` |" not in text
    assert "| `letters` |" not in text
    assert "CC BY-NC" not in text
    assert "| `lists` |" in text


def test_it_tells_every_figure_with_its_interval() -> None:
    """Area, recall at each rate and the shares acted on, as percentages with both ends of the interval."""
    text = card(PROOF, (), None)
    recall = Share(99, 100)
    shown = f"{recall.rate * 100:.2f} % [{recall.low * 100:.2f}, {recall.high * 100:.2f}]"
    assert f"| spam against ham | 0.98765 | {shown} | 90.00 % [" in text
    assert "| lists ham | 100 | 3.00 % [0.62, 8.52] | 1.00 % [0.03, 5.45] |" in text
    assert all(f"recall at {rate * 100:g} %" in text for rate in RATES)


def test_two_models_stand_one_after_the_other() -> None:
    """With a second model its figures follow under a heading that says what it lacks; alone there is no such heading."""
    text = card(PROOF, (), ("phishing_pot", LESSER))
    first, second = text.split("## The same without phishing_pot")
    assert "0.98765" in first
    assert "0.91234" in second
    assert "The same without" not in card(PROOF, (), None)


def test_its_tables_are_whole() -> None:
    """Every row of a table has as many cells as its head."""
    for table in re.findall(r"(?:^\|.*\n)+", card(PROOF, (), ("phishing_pot", LESSER)), re.MULTILINE):
        assert len({row.count("|") for row in table.splitlines()}) == 1


def test_it_tells_sorts_balance_and_evasion() -> None:
    """What became of each sort of mail, of ours by each fact, and of attacked mail with the points it cost."""
    text = card(PROOF, (), None)
    assert "| wanted: bounces | 100 | 1.00 % [0.03, 5.45] | 0.00 % [0.00, 3.62] |\n" in text
    assert "| language: de | 50 | 2.00 % [" in text
    assert "| length: unknown | 5 | 0.00 % [" in text
    assert re.search(r"\| split words \| 90.00 % \[.*\] \| 82.00 % \[.*\] \| 8.0 \|\n", text)


def test_the_calibration_error_is_told_where_there_is_one() -> None:
    """One number a threat."""
    told = replace(PROOF, figures=replace(FIGURES, calibration_error=PerThreat(0.01, 0.0123, 0.002)))
    assert "spam 0.0100, phish 0.0123, bec 0.0020." in card(told, (), None)
    assert "calibration error" not in card(PROOF, (), None)
