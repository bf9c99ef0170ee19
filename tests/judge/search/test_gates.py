"""Phrases are searched for only beside words they cannot do without: that no gate shuts out what a phrase describes."""

from __future__ import annotations

import pytest
import re2
from spoken import texts

from filter.judge.limits import PHRASE_OCTETS
from filter.judge.phrases.asks import WORDINGS
from filter.judge.search.notation import phrases, spelt
from filter.judge.search.wording import Wording, Wordings

_FOLDED = str.maketrans("äöüł", "aoul")  # nobody types one umlaut of a word in two letters and another in one


def lines(wording: Wording) -> list[str]:
    """Its phrases, one by one, as they are written."""
    joined = [line for block in (*wording.phrases, *wording.firm) for line in block.replace("\n    |", "|").splitlines()]
    return [line.strip().translate(_FOLDED) for line in joined if line.strip()]


def shut_out(line: str) -> list[str]:
    """Texts that a phrase's pattern finds and looking for it does not."""
    (phrase,) = phrases([line])
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    pattern, asks = re2.compile(rf"\b{phrase.pattern}".encode(), options), Wordings([Wording("one", firm=[line])])
    told = [text for text in texts(phrase.pattern) if (found := pattern.search(b" ".join(spelt(text)))) and len(found[0]) < PHRASE_OCTETS]
    return [text for text in told if not asks.find(asks.read(text), "one")]


@pytest.mark.parametrize("wording", WORDINGS, ids=[wording.name for wording in WORDINGS])
def test_every_phrase_can_be_found(wording: Wording) -> None:
    """Each alternative of each phrase, with and without what may be missing."""
    assert {line: missed for line in lines(wording) if (missed := shut_out(line))} == {}


@pytest.mark.parametrize("wording", WORDINGS, ids=[wording.name for wording in WORDINGS])
def test_every_phrase_can_be_said(wording: Wording) -> None:
    """No phrase asks for what no text has, such as two gaps in a row."""
    never = []
    for line in lines(wording):
        (phrase,) = phrases([line])
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        pattern = re2.compile(rf"\b{phrase.pattern}".encode(), options)
        if not any(pattern.search(b" ".join(spelt(text))) for text in texts(phrase.pattern)):
            never.append(line)
    assert never == []
