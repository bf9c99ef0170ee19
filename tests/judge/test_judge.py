from __future__ import annotations

import hashlib
import json
import math
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hostile import HOSTILE, plain
from weights import model_of, random_judge

import filter.demo
from filter.assemble import build_judge
from filter.config.schema import Config
from filter.judge.features import extract
from filter.judge.judge import CLEARLY, LISTED, Judge
from filter.judge.mail import Address, Envelope, Mail, Message
from filter.judge.parse import parse
from filter.judge.past import Past
from filter.judge.rules.book import Rulebook
from filter.judge.rules.conditions import Condition, Holds
from filter.judge.rules.operators import Present
from filter.judge.scene import Signal
from filter.judge.site import NOWHERE, Site
from filter.judge.verdict import THREATS, Verdict, overall
from filter.store.verdicts import to_json

EXECUTABLE = (
    b'Subject: invoice\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nsee attached\n--b\n'
    b'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="invoice.pdf.exe"\n\nMZ\n--b--\n'
)
DEMO = {mail.name: Mail(mail.content) for mail in filter.demo.mails()}
SOME = {**DEMO, "executable": Mail(EXECUTABLE), "nothing": Mail(b"")}
FEW_HOSTILE = ("surrogates", "ligatures", "relative links", "many links", "closed links", "nothing", "addresses", "attachment names")
ROOT = Path(__file__).parent.parent.parent
SOME_RULE = random_judge().rulebook.rules[0]

ELSEWHERE = """
import json, sys
from hostile import HOSTILE
from weights import model_of, random_judge
import filter.demo
from filter.judge.mail import Mail
contents = [mail.content for mail in filter.demo.mails()] + [HOSTILE[name]() for name in sys.argv[1:]]
print(json.dumps([repr(random_judge().judge(Mail(content))) for content in contents]))
"""


@cache
def shipped_judge() -> Judge:
    """The one that the commands use."""
    return build_judge(Config())


def mails() -> list[Mail]:
    return [*DEMO.values(), *(Mail(HOSTILE[name]()) for name in FEW_HOSTILE)]


@pytest.mark.parametrize("mail", SOME.values(), ids=SOME)
def test_reasons_and_rest_sum_to_the_log_odds(mail: Mail) -> None:
    """For every threat, what is named, a rule's part included, and what is not make up the log-odds."""
    verdict = random_judge().judge(mail)
    for threat in THREATS:
        named = math.fsum(reason.weight for reason in verdict.reasons_for(threat))
        assert named + verdict.rest.of(threat) == pytest.approx(verdict.log_odds.of(threat), abs=1e-9)


def test_the_same_bytes_get_the_same_verdict_again() -> None:
    """Judging leaves nothing behind that a later judgement could see."""
    first = [random_judge().judge(mail) for mail in mails()]
    assert [random_judge().judge(mail) for mail in reversed(mails())] == first[::-1]


def test_the_same_bytes_get_the_same_verdict_in_threads() -> None:
    """A judge may be shared between threads."""
    expected = [random_judge().judge(mail) for mail in mails()]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(random_judge().judge, mails() * 3)) == expected * 3


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_bytes_get_the_same_verdict_elsewhere(seed: str) -> None:
    """Another process, with another order of its sets, says the same to the last bit."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    command = [sys.executable, "-c", ELSEWHERE, *FEW_HOSTILE]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert json.loads(told) == [repr(random_judge().judge(mail)) for mail in mails()]


def test_the_command_says_the_same() -> None:
    """`sievert score` in a process of its own tells the shipped judge's verdicts, to the last bit."""
    paths = sorted(map(str, Path(filter.demo.__file__).parent.rglob("*.eml")), key=os.path.basename)
    command = [sys.executable, "-m", "filter", "score", "--format", "jsonl", *paths]
    told = [json.loads(line) for line in subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.splitlines()]
    expected = [to_json(shipped_judge().judge(mail)) for mail in DEMO.values()]
    for key in ("score", "log_odds", "reasons"):
        assert [line[key] for line in told] == [verdict[key] for verdict in expected]


@pytest.mark.parametrize("mail", DEMO.values(), ids=DEMO)
def test_evidence_stands_in_the_message(mail: Mail) -> None:
    """A word given as a reason is one of the text that was judged; a structure token is one of the message's."""
    features = extract(parse(mail.content))
    for reason in shipped_judge().judge(mail).reasons:
        if reason.kind == "structure":
            assert reason.evidence in features.tokens
        elif reason.kind != "rule":
            assert reason.evidence.encode() in features.words


def worded(text: str, **by_word: int) -> Verdict:
    """The verdict on a text by a model that knows these words alone."""
    content = f"From: a@b.example\nContent-Type: text/plain\n\n{text}\n".encode()
    return Judge(model_of(**by_word), Rulebook((), "none")).judge(Mail(content))


@pytest.mark.parametrize("padded", ["{gift}{talk}", "{talk}{gift}"])
def test_talk_takes_nothing_away(padded: str) -> None:
    """What one end of a long text says for a threat counts as if the rest were not there, and is the reason given; the others stay."""
    gift, talk = "gift " * 80, "lunch and minutes of every meeting " * 200
    alone, long = worded(gift, gift=100, lunch=-100), worded(padded.format(gift=gift, talk=talk), gift=100, lunch=-100)
    assert long.log_odds == pytest.approx(alone.log_odds)
    assert [(reason.threat, reason.evidence) for reason in long.reasons] == [("spam", "gift")]


AROUND = (
    "gift gift gift gift now\n\nKind regards,\nlunch lunch lunch lunch lunch lunch lunch",
    "gift gift gift gift now\n\nOn 3 May 2024 at 9:10, Ann Weiss <a@b.example> wrote:\n> lunch lunch lunch lunch lunch lunch",
    "CAUTION: this message came from outside lunch lunch lunch lunch lunch lunch\n\ngift gift gift gift now",
)


@pytest.mark.parametrize("text", AROUND, ids=["signature", "quotation", "banner"])
def test_what_stands_around_takes_nothing_away(text: str) -> None:
    """What own words say for a threat counts as if nothing stood around them, and is the reason given."""
    alone, framed = worded("gift gift gift gift now", gift=100, lunch=-100), worded(text, gift=100, lunch=-100)
    assert framed.log_odds == pytest.approx(alone.log_odds)
    assert [(reason.threat, reason.evidence) for reason in framed.reasons] == [("spam", "gift")]


@pytest.mark.parametrize(
    ("text", "gift"),
    [
        ("lunch " * 80 + "gift card and voucher " * 60 + "lunch " * 80, 100),
        ("lunch " * 400, 100),
        ("gift " * 80 + "dinner and talk " * 200, 5),
    ],
    ids=["whole is louder", "against", "not clearly"],
)
def test_an_end_changes_nothing(text: str, gift: int) -> None:
    """That speaks less loudly than the whole, against a threat, or not clearly for it."""
    whole = model_of(gift=gift, lunch=-100).log_odds(extract(Message(sender=Address("", "a", "b.example"), text=text, markup="plain")))
    assert worded(text, gift=gift, lunch=-100).log_odds == whole


def test_the_envelope_and_the_past_are_the_rules_alone() -> None:
    """The model sees the content only, as archives have no more; what was known when the mail came changes no more than hits."""
    content, judge = next(iter(DEMO.values())).content, replace(random_judge(), rulebook=Rulebook((), "none"))
    met = Mail(content, Envelope("192.0.2.1", "x", "a@b.example", ("c@d.example",)), Past(from_address=3))
    assert judge.judge(met) == judge.judge(Mail(content))


def test_rules_see_what_the_site_knows() -> None:
    """Its facts, what it knew of the sender, and the envelope: a rule on a signal over all three hits with them alone."""
    site = Site(domains=frozenset({"own.example"}))
    known = Mail(EXECUTABLE, Envelope(sender="a@b.example"), Past(from_address=3))
    met = (site, known.envelope, known.past)
    signal = Signal("all", "relation", "nowhere", lambda scene: "so" if (scene.site, scene.envelope, scene.past) == met else "")
    judge = replace(random_judge(), rulebook=Rulebook((replace(SOME_RULE, match=Holds((signal,))),), "one"), site=site)
    assert [hit.evidence for hit in judge.judge(known).hits] == ["so"]
    for less in (replace(known, envelope=None), replace(known, past=None)):
        assert judge.judge(less).hits == ()
    assert replace(judge, site=NOWHERE).judge(known).hits == ()


@pytest.mark.parametrize("mail", SOME.values(), ids=SOME)
def test_a_floor_is_reached_and_told(mail: Mail) -> None:
    """Where a rule with a floor hits, its threat's log-odds are at least that, and reasons and rest still sum to them."""
    plain = random_judge()
    floors = tuple(
        replace(SOME_RULE, id=threat, threat=threat, weight=0.0, floor=7.5, match=Condition(("markup",), Present())) for threat in THREATS
    )
    verdict = replace(plain, rulebook=Rulebook((*floors, *plain.rulebook.rules), "floors")).judge(mail)
    for threat in THREATS:
        without = plain.judge(mail).log_odds.of(threat)
        assert verdict.log_odds.of(threat) == pytest.approx(max(7.5, without), abs=1e-9)
        (hit,) = (hit for hit in verdict.hits if hit.rule == threat)
        assert hit.weight == pytest.approx(max(0.0, 7.5 - without), abs=1e-9)
        named = math.fsum(reason.weight for reason in verdict.reasons_for(threat))
        assert named + verdict.rest.of(threat) == pytest.approx(verdict.log_odds.of(threat), abs=1e-9)


def test_a_verdict_names_what_made_it() -> None:
    """It carries the SHA-256 of the content, and the model's and the rulebook's ids."""
    mail, judge = next(iter(DEMO.values())), random_judge()
    verdict = judge.judge(mail)
    assert verdict.id == hashlib.sha256(mail.content).hexdigest()
    assert (verdict.model, verdict.rulebook) == (judge.model.id, judge.rulebook.id)


def test_hits_add_their_weights() -> None:
    """A rule that matches adds its weight to its threat's log-odds, and is among the reasons, in its place by weight."""
    judge = random_judge()
    verdict, without = judge.judge(Mail(EXECUTABLE)), judge.model.log_odds(extract(parse(EXECUTABLE)))
    assert verdict.hits
    for threat in THREATS:
        added = sum(hit.weight for hit in verdict.hits if hit.threat == threat)
        assert verdict.log_odds.of(threat) == pytest.approx(without.of(threat) + added, abs=1e-9)
        sizes = [abs(reason.weight) for reason in verdict.reasons_for(threat)]
        assert sizes == sorted(sizes, reverse=True)
    weights = [reason.weight for reason in verdict.reasons if reason.kind == "rule"]
    assert weights == sorted((hit.weight for hit in verdict.hits), reverse=True)


@pytest.mark.parametrize("header", [b"", b"List-Id: <choir.lists.example>\r\n", b"List-Post: <mailto:choir@lists.example>\r\n"])
@pytest.mark.parametrize("wanted", [True, False])
def test_bec_counts_less_in_the_score_of_list_mail(header: bytes, wanted: bool) -> None:
    """Where it is not clear. Its own log-odds are what the model and the rules say, and the probabilities sum to the score's."""
    judge = random_judge()
    bec = judge.judge(Mail(header + EXECUTABLE)).log_odds.bec
    bias = judge.model.biases.bec + CLEARLY - bec + (-0.1 if wanted else 0.1)
    verdict = replace(judge, model=replace(judge.model, biases=judge.model.biases._replace(bec=bias))).judge(Mail(header + EXECUTABLE))
    less = LISTED if header and wanted else 0.0
    assert verdict.score == overall(verdict.log_odds._replace(bec=verdict.log_odds.bec - less))
    assert sum(verdict.probability) == pytest.approx(1 / (1 + math.exp(-verdict.score)))
    assert verdict.log_odds.bec == pytest.approx(sum(reason.weight for reason in verdict.reasons_for("bec")) + verdict.rest.bec)


def test_defects_are_reported() -> None:
    """What was broken or cut is part of the verdict."""
    assert random_judge().judge(Mail(plain(b"x", b"Content-Type: multipart/mixed\r\n"))).defects == ("no boundary named",)
