from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filter.demo
from filter.assemble import build_judge
from filter.config import Config
from filter.judge.features import extract
from filter.judge.judge import Judge
from filter.judge.mail import Envelope, Mail
from filter.judge.parse import parse
from filter.judge.verdict import THREATS, PerThreat
from filter.store.verdicts import to_json

MAILS = [mail.content for mail in filter.demo.mails()]
EXECUTABLE = (
    b'Subject: invoice\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nsee attached\n--b\n'
    b'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="invoice.pdf.exe"\n\nMZ\n--b--\n'
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    """The shipped judge."""
    return build_judge(Config())


@pytest.mark.parametrize("content", [*MAILS, EXECUTABLE, b""], ids=lambda content: str(len(content)))
def test_reasons_and_rest_sum_to_the_log_odds(judge: Judge, content: bytes) -> None:
    """Nothing of a judgement is left unsaid, a rule's part included."""
    verdict = judge.judge(Mail(content))
    for threat in THREATS:
        said = sum(reason.weight for reason in verdict.reasons_for(threat)) + verdict.rest.of(threat)
        assert said == pytest.approx(verdict.log_odds.of(threat), abs=1e-9)


@pytest.mark.parametrize("content", MAILS, ids=lambda content: str(len(content)))
def test_evidence_stands_in_the_message(judge: Judge, content: bytes) -> None:
    """A word given as a reason is in the text that was judged; a structure token is one of the message's."""
    features = extract(parse(content))
    for reason in judge.judge(Mail(content)).reasons:
        if reason.kind == "structure":
            assert reason.evidence in features.tokens
        else:
            assert reason.evidence in features.text.decode() or reason.evidence in features.subject


def test_a_hit_adds_its_weight(judge: Judge) -> None:
    """A rule's log-odds come on top of the model's, and the hit is among the reasons."""
    verdict = judge.judge(Mail(EXECUTABLE))
    plain = judge.model.log_odds(extract(parse(EXECUTABLE)))
    assert verdict.hits
    for threat in THREATS:
        added = sum(hit.weight for hit in verdict.hits if hit.threat == threat)
        assert verdict.log_odds.of(threat) == pytest.approx(plain.of(threat) + added, abs=1e-9)
    assert any(reason.kind == "rule" for reason in verdict.reasons)


def test_the_same_octets_get_the_same_verdict_anywhere(judge: Judge) -> None:
    """Again, beside others in threads, with an envelope, and in a fresh process: to the last bit."""
    first = [judge.judge(Mail(content)) for content in MAILS]
    envelope = Envelope("192.0.2.1", "helo.example", "a@b.example", ("c@d.example",))
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda content: judge.judge(Mail(content, envelope)), MAILS)) == first
    paths = _files()
    run = subprocess.run([sys.executable, "-m", "filter", "score", "--format", "jsonl", *paths], capture_output=True, check=True)
    elsewhere = [json.loads(line) for line in run.stdout.splitlines()]
    assert [(line["score"], line["log_odds"], line["reasons"]) for line in elsewhere] == [
        (told["score"], told["log_odds"], told["reasons"]) for told in map(to_json, first)
    ]


def _files() -> list[str]:
    return [str(path) for path in sorted(Path(filter.demo.__file__).parent.glob("*.eml"))]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_no_octets_raise(judge: Judge, content: bytes) -> None:
    """Whatever comes is judged, with finite numbers, and twice the same."""
    verdict = judge.judge(Mail(content))
    assert isinstance(verdict.log_odds, PerThreat)
    assert all(abs(value) < 1000 for value in verdict.log_odds)
    assert judge.judge(Mail(content)) == verdict
