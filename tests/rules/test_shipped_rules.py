"""The shipped rules against mails of their own kind in other forms and languages, and against wanted mail that comes close."""

from __future__ import annotations

import re
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from filter.assemble import build_base_judge, build_policy
from filter.config.schema import Config
from filter.judge.mail import Mail
from filter.judge.policy import Action, decide
from filter.judge.rules.book import Rule
from filter.judge.scene import Scene
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.verdict import Hit, PerThreat, overall
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

MAILS = Path(__file__).parent / "mails"
BOOK = load_rulebook(shipped("rules"))


HARMLESS = PerThreat(-12.0, -12.0, -12.0)
"""What the model may say of the words around an attachment."""
PROGRAM = b"MZ\x90\x00\x03" + bytes(300)


def carrying(name: str, content: bytes, kind: str = "octet-stream") -> Mail:
    """An ordinary mail with an attachment."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Jo <jo@kestrel-papier.example>", "office@harlow-vance.example", "Offer"
    message.set_content("Hello Ines,\n\nit is attached. See you on Thursday.\n")
    message.add_attachment(content, maintype="application", subtype=kind, filename=name)
    return Mail(message.as_bytes())


def zipped(name: str) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(name, "x")
    return packed.getvalue()


def done_with(mail: Mail) -> Action:
    """What the default policy does with a mail of harmless words."""
    reached = HARMLESS.plus(BOOK.match(Scene.of(mail, BOOK.samples), HARMLESS))
    return build_policy(Config()).overall.action(overall(reached))


def hits(path: Path) -> set[str]:
    content = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return {hit.rule for hit in against(Mail(content))}


def against(mail: Mail) -> list[Hit]:
    """The hits that do not speak for the mail."""
    return [hit for hit in BOOK.match(Scene.of(mail, BOOK.samples)) if hit.weight >= 0]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_rule_matches_its_own_mail_and_no_other(rule: Rule) -> None:
    """A rule matches the mail it carries as a hit, and no rule at all speaks against the mail it carries as a miss."""
    assert rule.failures(BOOK.samples) == ()
    assert against(rule.miss) == []


@pytest.mark.parametrize("path", sorted((MAILS / "hit").glob("*.eml")), ids=lambda path: path.stem)
def test_rule_matches_other_forms(path: Path) -> None:
    """The rule named before the first dot of the file's name matches the mail."""
    assert path.name.partition(".")[0] in hits(path)


@pytest.mark.parametrize("path", sorted((MAILS / "ham").glob("*.eml")), ids=lambda path: path.stem)
def test_no_rule_matches_wanted_mail(path: Path) -> None:
    """Wanted mail that comes close to a rule is left alone by all of them."""
    assert hits(path) == set()


def test_a_borrowed_name_by_itself_decides_nothing() -> None:
    """People write from home: where the one named in [site] asks for nothing, the whole judge lets the mail pass."""
    judge, policy = build_base_judge(Config()), build_policy(Config())
    (rule,) = [rule for rule in BOOK.rules if rule.id == "vip-name-elsewhere"]
    verdict = replace(judge, site=BOOK.samples).judge(rule.hit)
    assert rule.id in {hit.rule for hit in verdict.hits}
    assert decide(verdict, policy).action is Action.DELIVER


@pytest.mark.parametrize(
    "mail",
    [
        carrying("invoice_2291.pdf.exe", PROGRAM),
        carrying("invoice_2291.pdf", PROGRAM, "pdf"),
        carrying("scan.jpg", b"\x7fELF" + bytes(300)),
        carrying("offer.docx.js", b"var a = 1;"),
        carrying("offer" + " " * 40 + ".scr", b"x"),
        carrying("offer\u202efdp.exe", b"x"),
        carrying("offer.zip", zipped("offer.pdf.lnk"), "zip"),
        carrying("calculator.exe", PROGRAM),
        carrying("calculator", PROGRAM),
        carrying("offer.hta", b"x"),
    ],
    ids=lambda mail: re.findall(rb"filename\S* *(.*)", mail.content)[0].decode(),
)
def test_a_program_is_held_whatever_the_words(mail: Mail) -> None:
    """Disguised as a document, or bare."""
    assert done_with(mail) is Action.QUARANTINE


@pytest.mark.parametrize(
    "mail",
    [
        carrying("offer.pdf", b"%PDF-1.4\n", "pdf"),
        carrying("offer.v2.pdf.zip", zipped("offer.pdf"), "zip"),
        carrying("tool.zip", zipped("tool.exe"), "zip"),
        carrying("build.bat", b"@echo off\r\n"),
        carrying("MZ notes.txt", b"MZ 80 was a computer of the seventies, says the catalogue of the museum that has one; see below."),
    ],
    ids=lambda mail: re.findall(rb"filename\S* *(.*)", mail.content)[0].decode(),
)
def test_what_may_be_wanted_is_not_held_by_its_attachment_alone(mail: Mail) -> None:
    """Documents, and programs as people send them: they weigh, no more."""
    assert done_with(mail) is Action.DELIVER


@pytest.mark.parametrize(
    "more",
    [
        "Nothing by mail: put them in the portal.",
        "This was an exercise: report such mail with the phishing button. Security awareness training",
    ],
)
def test_who_warns_of_a_changed_account_does_not_change_one(more: str) -> None:
    """Where a known number is pointed to, or people are trained, talk of calls is no trick."""
    (rule,) = [rule for rule in BOOK.rules if rule.id == "account-changed-no-calls"]
    assert rule.find(Scene.of(rule.hit)) is not None
    assert rule.find(Scene.of(Mail(rule.hit.content.rstrip() + f" {more}\r\n".encode()))) is None


def test_weights_stay_within_reason() -> None:
    """No rule weighs less than it takes to be seen, or so much that it alone gets ordinary mail held (business mail has bec log-odds of
    about -6, and is held at 4.75)."""
    assert all(0.25 <= abs(rule.weight) <= 7.5 for rule in BOOK.rules if rule.floor is None)


def test_what_speaks_for_mail_needs_authentication() -> None:
    """Nobody from outside can have it said of a forged mail; and it makes no mail pass whatever it asks, for it takes off little."""
    merits = [rule for rule in BOOK.rules if rule.weight < 0]
    assert {rule.id for rule in merits} == {"own-domain-vouched", "vip-private-vouched", "doubted-forward", "doubted-forward-spam"}
    for rule in merits:
        assert rule.weight >= -3.0
        content = re.sub(rb"Authentication-Results:[^\n]*\n", b"", rule.hit.content)
        assert content != rule.hit.content
        assert rule.find(Scene.of(Mail(content), BOOK.samples)) is None


def test_the_readme_names_every_signal() -> None:
    """Who writes a rule finds each signal there, under what it speaks of, and none that does not exist."""
    rows = [line for line in (shipped("rules") / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = {cells[1].strip(): re.findall(r"`([a-z0-9-]+)`", cells[2]) for cells in (row.split("|") for row in rows)}
    groups = {signal.group for signal in CATALOGUE.values()}
    assert {group: set(named.get(group, ())) for group in groups} == {
        group: {signal.name for signal in CATALOGUE.values() if signal.group == group} for group in groups
    }
