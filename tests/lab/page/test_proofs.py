from __future__ import annotations

import math
from dataclasses import replace

import pytest
from proposed import tuned

from filter.lab.page.proofs import limits, per_action, sentence, votes
from filter.lab.tune.found import Proof

WHOLE = tuned()
TAG = replace(WHOLE.site.proofs[0], ham=3000, above=20, bound=0.0092, line=-0.5, allowed=20)


@pytest.mark.parametrize(
    ("proof", "told"),
    [
        (
            TAG,
            "Tag: 20 of 3,000 wanted messages are at or above the line; with 95\xa0% confidence at most 0.92\xa0% of such mail is",
        ),
        (replace(TAG, above=1), "Tag: 1 of 3,000 wanted messages is at or above"),
        (replace(TAG, budget=None), "(budget: none)"),
        (replace(TAG, named=False), "(budget: 1\xa0%, not asked for by name)"),
        (replace(TAG, bound=None), "are at or above the line; nothing is proven of it."),
        (replace(TAG, line=math.inf), "Tag: never."),
        (replace(TAG, off=True), "Tag: never taken now, so no line was sought."),
        (
            replace(TAG, ham=200, allowed=None, needed=299, tightest=0.01487),
            "Tag: its budget (1\xa0%) cannot be proven with 200 wanted messages, however high the line; that takes 299. "
            "The lowest that so many can prove is 1.49\xa0%. So it would not be taken any more.",
        ),
    ],
)
def test_a_proof_is_told_in_a_sentence(proof: Proof, told: str) -> None:
    """Of each case what an auditor must know: counts, confidence, bound and budget, or why there is none."""
    assert told in sentence(proof, 0.95)


def test_a_row_has_what_the_proof_rests_on() -> None:
    """The line, the budget, the ham, how much was allowed and is above, the bound; the site's line in a group is called so."""
    row = per_action("the site", (TAG,))
    for cell in ("\N{MINUS SIGN}0.50", "1\xa0%", "3,000", "20", "0.667\xa0%", "at most 0.92\xa0%"):
        assert f"<td>{cell}</td>" in row
    assert "<td>\N{MINUS SIGN}0.50, the site&#x27;s</td>" in per_action("group pay", (replace(TAG, inherited=True),))
    assert "cannot be proven" in per_action("the site", (replace(TAG, allowed=None, bound=None),))
    assert "never taken now" in per_action("the site", (replace(TAG, off=True),))


def test_a_sender_has_a_vote() -> None:
    """With whom most of the ham above is from, as text; nothing where it was not counted."""
    assert TAG.senders is not None
    loud = replace(TAG, senders=replace(TAG.senders, loudest="<b>@x.example", of_loudest=7))
    assert "&lt;b&gt;@x.example (7)" in votes((loud,))
    assert votes((replace(TAG, senders=None),)) == ""


def test_what_is_not_promised_is_said() -> None:
    """Other mail, alike messages, chance, importance, unknown bad mail, and lines tried one after another."""
    told = limits(replace(WHOLE, confidence=0.99))
    for words in ("tune again", "one vote a sender", "1\xa0% are wrong", "no important one", "nobody recognised", "named before looking"):
        assert words in told
