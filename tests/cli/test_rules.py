from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from filter.cli.rules import rules
from filter.errors import UsageError
from filter.judge.rules.wording import signals_of
from filter.judge.signals.catalogue import CATALOGUE
from filter.judge.signals.meanings import MEANINGS
from filter.store.rulebook import load_rulebook
from filter.store.shipped import shipped

BOOK = load_rulebook(shipped("rules"))
WANTED = "From: Ann <ann@own.example>\nTo: bob@own.example\nSubject: Lunch\n\nThe notes for Monday, {number}.\n"
FAULTY = {"sender/address-in-name.toml": ("differs_from", "difers_from"), "text/hidden-text.toml": ("rate = 0.001", "rate = 2")}


def outcome(*arguments: str) -> Result:
    return CliRunner().invoke(rules, arguments)


def run(*arguments: str) -> tuple[int, list[str]]:
    done = outcome(*arguments)
    return done.exit_code, done.stdout.splitlines()


def changed_copy(tmp_path: Path, changes: dict[str, tuple[str, str]]) -> Path:
    """The shipped rules, in some files one text in the place of another."""
    folder = Path(shutil.copytree(shipped("rules"), tmp_path / "rules"))
    for name, (old, new) in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def broken_copy(tmp_path: Path) -> str:
    """The shipped rules, one of them with its hit mail emptied of what it looks for."""
    return str(changed_copy(tmp_path, {"text/split-letters.toml": ("&#8203;", "")}))


def wanted(tmp_path: Path, count: int, hits: int) -> str:
    """A folder of wanted mail, some of it such that `split-letters` matches."""
    folder = tmp_path / "ham"
    folder.mkdir()
    split = next(rule.hit.content for rule in BOOK.rules if rule.id == "split-letters")
    for number in range(count):
        (folder / f"{number:04}.eml").write_bytes(split if number < hits else WANTED.format(number=number).encode())
    return str(folder)


def test_list_shows_every_rule() -> None:
    """`list` prints a line a rule with its id, threat and what it does."""
    status, lines = run("list")
    assert status == 0
    assert [line.split()[:2] for line in lines] == [[rule.id, rule.threat] for rule in BOOK.rules]
    told = [line.split()[2] for line in lines]
    assert [float(word.removeprefix(">=")) for word in told] == [rule.weight if rule.floor is None else rule.floor for rule in BOOK.rules]
    assert [word.startswith(">=") for word in told] == [rule.floor is not None for rule in BOOK.rules]


def test_one_rule_is_one(tmp_path: Path) -> None:
    """Not "1 rules"."""
    (tmp_path / "text").mkdir()
    shutil.copy(shipped("rules") / "text" / "hidden-text.toml", tmp_path / "text")
    assert ": ok, 1 rule, rulebook " in outcome("check", str(tmp_path)).stdout
    assert outcome("list", "--rules", str(tmp_path)).stderr.startswith("1 rule, rulebook ")
    assert outcome("test", "--rules", str(tmp_path)).stdout.splitlines()[-1] == "1 rule tried on their own mails: all hold"


def test_list_may_be_for_one_threat() -> None:
    """`list --threat` leaves the others out."""
    status, lines = run("list", "--threat", "bec")
    assert status == 0
    assert [line.split()[0] for line in lines] == [rule.id for rule in BOOK.rules if rule.threat == "bec"]


def test_list_as_json_lines_tells_everything() -> None:
    """`list --format jsonl` gives what each rule says of itself, false positives and rate included, and the rulebook's id."""
    status, lines = run("list", "--format", "jsonl")
    told = [json.loads(line) for line in lines]
    assert status == 0
    assert all(rule["false_positives"] and rule["references"] and 0 < rule["rate"] <= 1 for rule in told)
    assert all(rule["weight"] or rule["floor"] > 0 for rule in told)
    assert {rule["rulebook"] for rule in told} == {BOOK.id}


def test_check_passes_sound_rules() -> None:
    """`check` of the shipped folder says how many there are and ends with status 0."""
    status, lines = run("check", str(shipped("rules")))
    assert status == 0
    assert lines == [f"{shipped('rules')}: ok, {len(BOOK.rules)} rules, rulebook {BOOK.id}"]


def test_check_tells_all_faults_with_file_line_and_key(tmp_path: Path) -> None:
    """Each fault of each file stands on a line that an editor can follow, and the status is 1."""
    folder = changed_copy(tmp_path, FAULTY)
    sender, hidden = ((folder / name).read_text(encoding="utf-8").splitlines() for name in FAULTY)
    expected = (
        f"sender/address-in-name.toml:{_line(sender, 'difers_from')}: "
        "rule 'address-in-name': match.all[0].difers_from is not known; the nearest is 'differs_from'",
        f"text/hidden-text.toml:{_line(hidden, 'rate')}: rule 'hidden-text': rate must be a number above 0 and at most 1",
    )
    assert run("check", str(folder)) == (1, [f"{folder}/{line}" for line in expected])
    status, (line,) = run("check", str(folder), "--format", "jsonl")
    assert status == 1
    assert json.loads(line) == {"ok": False, "folder": str(folder), "rulebook": None, "problems": list(expected)}


def _line(lines: list[str], start: str) -> int:
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def test_check_needs_a_folder(tmp_path: Path) -> None:
    """A folder that is not there is a wrong call, not a finding."""
    assert outcome("check", str(tmp_path / "none")).exit_code == 2


def test_shipped_rules_hold() -> None:
    """`test` passes every shipped rule on its own two mails and ends with status 0."""
    status, lines = run("test")
    assert status == 0
    assert lines.pop() == f"{len(BOOK.rules)} rules tried on their own mails: all hold"
    assert lines
    assert all(line.startswith("ok ") for line in lines)


def test_broken_rule_is_found(tmp_path: Path) -> None:
    """`test` names the rule that no longer matches its mail and ends with status 1."""
    folder = broken_copy(tmp_path)
    status, lines = run("test", "--rules", folder)
    assert status == 1
    assert lines.pop() == f"{len(BOOK.rules)} rules tried on their own mails: 1 failed"
    assert [line for line in lines if not line.startswith("ok ")] == ["FAIL  split-letters: does not match its hit mail"]
    status, lines = run("test", "--rules", folder, "--format", "jsonl")
    assert status == 1
    assert {"id": "split-letters", "ok": False, "failures": ["does not match its hit mail"]} in map(json.loads, lines)


def test_a_rule_that_matches_too_much_wanted_mail_is_found(tmp_path: Path) -> None:
    """`test --ham` names the rule, how often it matched of how many, the first such mails and its rate; the status is 1."""
    ham = wanted(tmp_path, 40, 4)
    status, lines = run("test", "--ham", ham)
    assert status == 1
    assert lines.pop() == f"{len(BOOK.rules)} rules tried on their own mails and on 40 wanted mails: 1 failed"
    (failed,) = (line for line in lines if not line.startswith("ok "))
    assert failed.startswith("FAIL  split-letters: matches 4 of 40 wanted mails (")
    assert failed.endswith("0002.eml, ...), its rate is 0.100%")
    status, lines = run("test", "--ham", ham, "--format", "jsonl")
    told = {one["id"]: one for one in map(json.loads, lines)}
    assert status == 1
    assert {key: told["split-letters"][key] for key in ("ok", "matched", "wanted", "rate")} == {
        "ok": False,
        "matched": 4,
        "wanted": 40,
        "rate": 0.001,
    }
    assert len(told["split-letters"]["examples"]) == 3
    assert all(one["ok"] and one["matched"] == 0 for name, one in told.items() if name != "split-letters")


def test_a_match_that_chance_explains_is_told_and_no_failure(tmp_path: Path) -> None:
    """One in a hundred mails does not prove that a rate of one in a thousand is exceeded; the count stands there."""
    status, lines = run("test", "--ham", wanted(tmp_path, 100, 1))
    assert status == 0
    assert "ok    split-letters: 1 of 100 wanted mails, its rate is 0.100%" in lines


def test_no_wanted_mail_is_a_wrong_call(tmp_path: Path) -> None:
    """An empty folder proves nothing."""
    (tmp_path / "empty").mkdir()
    assert isinstance(outcome("test", "--ham", str(tmp_path / "empty")).exception, UsageError)


def test_explain_tells_a_rule(tmp_path: Path) -> None:
    """What it says of itself, what it adds, its rate and false positives, and its conditions in words."""
    status, lines = run("explain", "address-in-name")
    assert status == 0
    rule = next(rule for rule in BOOK.rules if rule.id == "address-in-name")
    text = "\n".join(lines)
    for piece in (rule.title, rule.description, *rule.false_positives, *rule.references, "adds 2.5 to the log-odds of phish", "0.100%"):
        assert piece in text
    assert "      sender.name_domain has no domain in common with sender.domain" in lines


def test_explain_tells_a_signal() -> None:
    """What it speaks of, what it means, and where it is known from."""
    (told,) = explained("first-time-sender")
    assert told == {
        "signal": "first-time-sender",
        "group": "relation",
        "meaning": MEANINGS["first-time-sender"],
        "source": CATALOGUE["first-time-sender"].source,
        "rules": [rule.id for rule in BOOK.rules if CATALOGUE["first-time-sender"] in signals_of(rule.match)],
    }
    assert run("explain", "first-time-sender")[1][:2] == ["first-time-sender (relation)", f"  {MEANINGS['first-time-sender']}"]


def explained(*arguments: str) -> list[dict[str, Any]]:
    status, lines = run("explain", "--format", "jsonl", *arguments)
    assert status == 0
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("rule", [BOOK.rules[0], BOOK.rules[-1]], ids=lambda rule: rule.id)
def test_explain_tells_what_is_seen_in_a_mail(tmp_path: Path, rule: Any) -> None:
    """Which rules hit, with evidence and what they really added; the same to read."""
    mail = tmp_path / "m.eml"
    mail.write_bytes(rule.hit.content)
    (told,) = explained(str(mail))
    assert told["path"] == str(mail)
    (hit,) = (hit for hit in told["hits"] if hit["rule"] == rule.id)
    assert hit["weight"] == rule.weight
    status, lines = run("explain", str(mail))
    assert status == 0
    assert f"    {rule.id} ({rule.threat} {rule.weight:+.2f}): {hit['evidence']}" in lines


def test_explain_tells_what_a_rule_lacked(tmp_path: Path) -> None:
    """A rule that all but one condition would let match is named with that condition."""
    rule = next(rule for rule in BOOK.rules if rule.id == "freemail-changes-pay")
    mail = tmp_path / "m.eml"
    mail.write_bytes(rule.miss.content)
    (told,) = explained(str(mail))
    (near,) = (near for near in told["nearly"] if near["rule"] == rule.id)
    assert "ask-payroll-change" in near["lacks"]
    assert f"    {rule.id} lacks: {near['lacks']}" in run("explain", str(mail))[1]


def test_explain_names_no_rule_that_a_bare_ask_nearly_meets(tmp_path: Path) -> None:
    """Whatever asks for something would be near to dozens, each lacking what it is about."""
    mail = tmp_path / "m.eml"
    mail.write_text("From: Ann <ann@own.example>\nTo: bob@own.example\nSubject: x\n\nPlease pay the attached invoice by wire transfer.\n")
    (told,) = explained(str(mail))
    assert "ask-payment" in {one["signal"] for one in told["signals"]}
    assert not [near for near in told["nearly"] if near["rule"].endswith("-asks")]


def test_explain_tells_the_signals_of_the_configured_site(tmp_path: Path) -> None:
    """Signals that need site facts are silent without a configuration, and true with it."""
    mail, config = tmp_path / "m.eml", tmp_path / "sievert.toml"
    mail.write_text('From: "Anna Weiss" <aw@elsewhere.example>\nTo: bob@own.example\nSubject: x\n\nAre you there?\n')
    config.write_text('[site]\ndomains = ["own.example"]\n[[site.vip]]\nname = "Anna Weiss"\naddresses = ["anna@own.example"]\n')
    without, within = (explained(str(mail), *more)[0] for more in ((), ("--config", str(config))))
    assert [one for one in within["signals"] if "Anna Weiss" in one["evidence"]]
    assert not [one for one in without["signals"] if "Anna Weiss" in one["evidence"]]
    assert all(one["group"] for one in within["signals"])


def test_explain_takes_several_and_names_the_nearest(tmp_path: Path) -> None:
    """Rules and mails may be mixed; what is neither comes with the nearest rule."""
    mail = tmp_path / "m.eml"
    mail.write_text(WANTED.format(number=1))
    rule, message = explained("hidden-text", str(mail))
    assert (rule["id"], message["path"], message["hits"]) == ("hidden-text", str(mail), [])
    wrong = outcome("explain", "hiden-text").exception
    assert str(wrong) == "hiden-text is no rule, no signal and no file; the nearest name is hidden-text"
    assert isinstance(wrong, UsageError)


def test_help_gives_examples() -> None:
    """Each command shows how it is used."""
    for command in ((), ("list",), ("check",), ("test",), ("explain",)):
        _, lines = run(*command, "--help")
        assert any(" ".join(("sievert rules", *command)) in line for line in lines)
