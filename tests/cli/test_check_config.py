from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from invented import random_bundle
from servers import certificate

from filter.cli import sievert
from filter.errors import ConfigError
from filter.judge.layer import FAMILIES, Lesson
from filter.store.lessons import Lessons, Noted


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(sievert, ["check-config", *map(str, words)])


def written(folder: Path, text: str) -> Path:
    file = folder / "sievert.toml"
    file.write_text(text)
    return file


def test_a_good_file_is_told_in_sentences(tmp_path: Path) -> None:
    """Where it listens, for whom, where mail goes, what each threshold does and what is kept: nothing is left to guess."""
    file = written(
        tmp_path,
        '[[listen]]\nport = 0\nallowed_networks = ["192.0.2.0/24"]\n[next_hop]\nkind = "smtp"\nservers = ["mx.test:2525"]\n'
        "[policy.overall]\ntag = 1.5\nquarantine = inf\n[policy.bec]\nquarantine = 5\n"
        f'[store]\njournal = "sqlite:///{tmp_path}/j.db"\n[model]\npath = "{tmp_path}/model"\n',
    )
    random_bundle(tmp_path / "model")
    outcome = run(file)
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines() == [
        f"{file}: ok",
        "  Listens on 127.0.0.1, a free port (smtp, before-queue); takes mail from 192.0.2.0/24.",
        "  Hands mail on by smtp to mx.test:2525, waiting at most 45 s for its word.",
        "  On the overall score: tags from 1.5, refuses from 12.",
        "  On the spam log-odds: tags from 2.25, holds from 4.",
        "  On the phish log-odds: never acts.",
        "  On the bec log-odds: tags from 2.25, holds from 5.",
        f"  Judges with the model in {tmp_path}/model and the shipped rules.",
        "  Knows nothing of the site; sievert site suggest proposes its domains, VIPs and suppliers from past mail.",
        "  Mail that cannot be judged is put off with 451.",
        f"  Keeps held messages in sqlite:///{Path.cwd()}/sievert-state/quarantine.db and its journal in sqlite:///{tmp_path}/j.db.",
        "  This site has taught nothing yet; sievert learn and sievert quarantine release --learn do.",
        f"  Remembers correspondents for 730 days in sqlite:///{Path.cwd()}/sievert-state/history.db.",
    ]


def test_every_listener_and_server_is_told(tmp_path: Path, debian: Callable[[str], str]) -> None:
    """Each listener has a sentence with its role, protocol, TLS and who may; servers are named in their order."""
    made, _ = certificate(debian("openssl"), tmp_path, "DNS:mx.test")
    sentences = run(
        written(
            tmp_path,
            f"""
            [[listen]]
            protocol = "lmtp"
            role = "after-queue"
            [[listen]]
            role = "mx"
            host = "0.0.0.0"
            port = 25
            relay_domains = ["example.org", ".example.org"]
            allowed_networks = []
            tls = "required"
            tls_certificate = "{made}"
            tls_key = "{made.with_suffix(".key")}"
            proxy_protocol = true
            [next_hop]
            kind = "lmtp"
            servers = ["unix:/run/lmtp", "[2001:db8::1]:24"]
            tls = "opportunistic"
            done_seconds = 7.5
            """,
        )
    ).stdout.splitlines()
    assert sentences[1] == "  Listens on 127.0.0.1, port 10025 (lmtp, after-queue); takes mail from 127.0.0.0/8, ::1/128."
    assert sentences[2].startswith("  Listens on 0.0.0.0, port 25 (smtp, mx, TLS required, behind a PROXY header); takes mail from anybody")
    assert sentences[2].endswith(" from anybody for example.org, .example.org only.")
    assert sentences[3] == (
        "  Hands mail on by lmtp to unix:/run/lmtp, else to [2001:db8::1]:24, TLS opportunistic, waiting at most 7.5 s for its word."
    )


def test_groups_are_told_with_what_holds_for_them(tmp_path: Path) -> None:
    """A group's rows are told as they hold, the site's thresholds that it leaves included; one without rows is as all."""
    told = run(
        written(
            tmp_path,
            "policy.overall.tag = 1.5\n"
            '[[policy.group]]\nname = "finance"\nrecipients = ["pay@example.org", "@f.example"]\noverall.quarantine = 6\nbec.reject = 6\n'
            '[[policy.group]]\nname = "rest"\nrecipients = ["@example.org"]\n',
        )
    ).stdout
    (finance,) = [line for line in told.splitlines() if "(finance)" in line]
    assert finance.startswith("  For pay@example.org, @f.example (finance): ")
    assert "On the overall score: tags from 1.5, holds from 6, refuses from 12" in finance
    assert "On the bec log-odds: tags from 2.25, holds from 4.25, refuses from 6" in finance
    assert "spam" not in finance
    assert "  For @example.org (rest): as for all.\n" in told


def test_what_lets_mail_through_unjudged_is_told(tmp_path: Path) -> None:
    """Observing only, and delivering what could not be judged, do not go without saying."""
    told = run(written(tmp_path, '[relay]\nobserve = true\non_failure = "deliver"\n')).stdout
    assert "  Only observes: everything is delivered" in told
    assert "  Mail that cannot be judged is delivered unjudged.\n" in told
    assert "Only observes" not in run().stdout


def test_without_a_file_the_defaults_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The defaults are a configuration too, and telling them makes no file."""
    monkeypatch.chdir(tmp_path)
    outcome = run()
    assert outcome.stdout.startswith("the defaults: ok\n  Listens on 127.0.0.1, port 10025 (smtp, before-queue);")
    assert f"Delivers into the Maildir {tmp_path}/sievert-state/maildir." in outcome.stdout
    assert list(tmp_path.iterdir()) == []


def test_problems_end_in_status_2_with_a_line_each(tmp_path: Path) -> None:
    """As a program, a wrong file prints every problem on stderr, nothing on stdout, and exits with 2."""
    file = written(tmp_path, "[[listen]]\nprot = 1\n[lisen]\n")
    command = [sys.executable, "-m", "filter", "check-config", str(file)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "  listen.0.prot: unknown key; did you mean listen.port?\n  lisen: unknown key" in ended.stderr


def test_what_the_site_taught_is_told(tmp_path: Path) -> None:
    """How many lessons stand, and where; a store of them that cannot be read is a problem, for no judge could be built."""
    url = f"sqlite:///{tmp_path}/lessons.db"
    file = written(tmp_path, f'[store]\nlessons = "{url}"\n')
    with closing(Lessons(url)) as lessons:
        noted = Noted(0, "a" * 64, True, datetime(2026, 5, 1, tzinfo=UTC), "a.eml", "m", 0.0, 1.0, standing=True, usable=True)
        lessons.note(noted, Lesson(np.zeros(0, np.uint32), (0,) * len(FAMILIES), (0,) * len(FAMILIES)))
    assert f"  Judges with 1 lesson that this site taught as well, kept in {url}." in run(file).stdout.splitlines()
    (tmp_path / "lessons.db").write_bytes(b"no database" * 100)
    problems = run(file, "--format", "jsonl")
    assert problems.exit_code == 2
    assert [problem.partition(": ")[0] for problem in json.loads(problems.stdout)["problems"]] == ["store.lessons"]


def test_programs_get_one_document(tmp_path: Path) -> None:
    """With --format jsonl there is one JSON document, right or wrong, and the same status."""
    wrong = run(written(tmp_path, "[[listen]]\nprot = 1"), "--format", "jsonl")
    assert wrong.exit_code == 2
    assert json.loads(wrong.stdout) == {
        "ok": False,
        "file": str(tmp_path / "sievert.toml"),
        "problems": ["listen.0.prot: unknown key; did you mean listen.port?"],
    }
    right = run(written(tmp_path, ""), "--format", "jsonl")
    assert right.exit_code == 0
    assert json.loads(right.stdout)["ok"] is True
    assert len(json.loads(right.stdout)["sentences"]) == 12
    assert json.loads(right.stdout)["warnings"] == []


def test_times_past_postfixs_are_a_warning(tmp_path: Path) -> None:
    """Status 0 and a line more, from where they add up to Postfix's 100 s; not for a Maildir, nor where only the internet waits."""
    hop = '[next_hop]\nkind = "smtp"\nhandover_seconds = 30\ndone_seconds = 60\n'
    outcome = run(written(tmp_path, hop))
    assert outcome.exit_code == 0
    assert outcome.stdout.splitlines()[-1].startswith(
        "  Warning: A client may wait 100 s for its reply (next_hop: 30 handover_seconds and 60 "
    )
    (warning,) = json.loads(run(tmp_path / "sievert.toml", "--format", "jsonl").stdout)["warnings"]
    assert warning.endswith("what is taken after that arrives twice.")
    facing = '[[listen]]\nrole = "mx"\nrelay_domains = ["example.org"]\n'
    for text in (hop.replace("60", "59.9"), hop.replace("smtp", "maildir"), hop + facing, ""):
        assert "Warning" not in run(written(tmp_path, text)).stdout


def test_folders_and_databases_that_are_not_there_are_problems(tmp_path: Path) -> None:
    """A file right in itself is wrong where it names a missing folder or a database nobody can open."""
    file = written(tmp_path, '[model]\npath = "/none"\n[rules]\npath = "/none/either"\n[store]\njournal = "sevenql://u:secret@h/d"\n')
    outcome = run(file)
    assert isinstance(outcome.exception, ConfigError)
    first, second, third = outcome.exception.problems
    assert (first, second) == ("model.path: no folder /none", "rules.path: no folder /none/either")
    assert third.startswith("store.journal: ") and "sevenql" in third and "secret" not in third


def test_tls_files_that_are_not_there_are_problems(tmp_path: Path) -> None:
    """Certificates, keys and authorities are looked for, of every listener."""
    outcome = run(
        written(
            tmp_path,
            '[[listen]]\nport = 1\n[[listen]]\ntls = "required"\ntls_certificate = "/none/c.pem"\ntls_key = "/none/k.pem"\n'
            '[next_hop]\nkind = "smtp"\ntls = "required"\ntls_ca = "/none/ca.pem"\n',
        )
    )
    assert isinstance(outcome.exception, ConfigError)
    assert outcome.exception.problems == (
        "listen.1.tls_certificate: no file /none/c.pem",
        "listen.1.tls_key: no file /none/k.pem",
        "next_hop.tls_ca: no file /none/ca.pem",
    )


def test_a_certificate_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    """A file that is no certificate is found here, and not first by the relay that would not start with it."""
    (tmp_path / "c.pem").write_text("-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n")
    outcome = run(written(tmp_path, f'[[listen]]\ntls = "required"\ntls_certificate = "{tmp_path}/c.pem"\n'))
    assert isinstance(outcome.exception, ConfigError)
    assert outcome.exception.problems[0].startswith("listen.0.tls_certificate: ")


def test_a_password_is_not_printed(tmp_path: Path) -> None:
    """A database's password stays out of the sentences."""
    outcome = run(written(tmp_path, '[store]\njournal = "sqlite://u:secret@/j.db"'))
    assert "secret" not in outcome.stdout


def test_what_is_known_of_the_site_is_counted(tmp_path: Path) -> None:
    """The facts of the file and of its folder of lists are told together."""
    (tmp_path / "vips.csv").write_text("Bo Example,bo@firm.example\nCy Example,cy@firm.example\n")
    (tmp_path / "suppliers.csv").write_text("Paper Ltd,paper.example\n")
    vip = '[[site.vip]]\nname = "Ann Example"\naddresses = ["ann@firm.example"]\n'
    file = written(tmp_path, f'[site]\ndomains = ["firm.example"]\nfolder = "{tmp_path}"\n{vip}')
    told = "Knows of the site: 1 own domain, 3 VIPs, 1 supplier, 0 trusted authserv-ids, 0 further freemail domains."
    assert f"  {told}\n" in run(file).stdout


def test_what_is_wrong_with_the_lists_is_a_problem(tmp_path: Path) -> None:
    """Each fault in the folder is told beside the others of the file, by list and line; so is a folder that is not there."""
    (tmp_path / "vips.csv").write_text("Bo Example\n")
    outcome = run(written(tmp_path, f'[site]\nfolder = "{tmp_path}"\n[model]\npath = "/none"\n'))
    assert isinstance(outcome.exception, ConfigError)
    assert outcome.exception.problems == (
        "model.path: no folder /none",
        f"site.folder: {tmp_path}: vips.csv:1: expected a name and at least one address, with commas between",
    )
    missing = run(written(tmp_path, '[site]\nfolder = "/none"\n'))
    assert isinstance(missing.exception, ConfigError)
    assert missing.exception.problems == ("site.folder: /none: is not a folder",)


def test_what_is_wrong_with_the_rules_is_a_problem(tmp_path: Path) -> None:
    """A rulebook that would not load is told with file, line and key, as are its neighbours in the file."""
    folder = tmp_path / "rules" / "bec"
    folder.mkdir(parents=True)
    (folder / "broken.toml").write_text('id = "broken"\nwieght = 2\n')
    outcome = run(written(tmp_path, f'[rules]\npath = "{folder.parent}"\n[model]\npath = "{tmp_path}/none"\n'))
    assert isinstance(outcome.exception, ConfigError)
    problems = outcome.exception.problems
    assert f"model.path: no folder {tmp_path}/none" in problems
    assert [line for line in problems if line.startswith(f"rules.path: {folder.parent}: bec/broken.toml:2:") and "wieght" in line]


def test_what_is_remembered_of_correspondents_is_told(tmp_path: Path) -> None:
    """A history that is off is told, and nothing is asked of its URL; that of one that is kept has to be of use."""
    off = '[history]\ndays = 0\nurl = "oracle+nothing://x"\n'
    assert run(written(tmp_path, off)).stdout.endswith("  Remembers no correspondents.\n")
    outcome = run(written(tmp_path, off.replace("0", "9")))
    assert isinstance(outcome.exception, ConfigError)
    assert outcome.exception.problems[0].startswith("history.url: cannot be used")


def test_what_is_tried_in_shadow_is_told(tmp_path: Path) -> None:
    """The second file, and in which tables it differs: one that differs in nothing is most often a mistake."""
    tried = tmp_path / "next.toml"
    tried.write_text('[policy.overall]\ntag = 1.5\n[site]\ndomains = ["firm.example"]\n[relay]\nworkers = 1\n')
    file = written(tmp_path, f'[shadow]\nconfig = "{tried}"\n')
    assert (
        f"Judges in shadow by {tried}, which differs in [site], [policy]; sievert tune --live shows the differences.\n" in run(file).stdout
    )
    tried.write_text("")
    assert f"Judges in shadow by {tried}, which differs in nothing, so no mail will; " in run(file).stdout


def test_what_is_wrong_with_what_is_tried_is_a_problem(tmp_path: Path) -> None:
    """A second file that is not there, is wrong or names what is not there is told by the key that leads to it; what is not used of it
    is not looked at."""
    tried = tmp_path / "next.toml"
    file = written(tmp_path, f'[shadow]\nconfig = "{tried}"\n')
    told = []
    for text in (None, "[model]\nfolder = 1\n", '[model]\npath = "/none"\n[site]\nfolder = "/none"\n[next_hop]\ntls_ca = "/none"\n'):
        if text is not None:
            tried.write_text(text)
        outcome = run(file)
        assert isinstance(outcome.exception, ConfigError)
        told.append(outcome.exception.problems)
    begin = f"shadow.config: {tried}: "
    assert told[0] == (f"{begin}cannot be read: No such file or directory",)
    assert told[1][0].startswith(f"{begin}model.folder: unknown key; ")
    assert told[2] == (f"{begin}model.path: no folder /none", f"{begin}site.folder: /none: is not a folder")
