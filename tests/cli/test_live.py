from __future__ import annotations

import builtins
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from filter.cli import live
from filter.cli.live import SHOWN, SHOWN_SENDERS, show
from filter.config.schema import Config
from filter.errors import UsageError
from filter.judge.verdict import PerThreat, Reason
from filter.store.database import shown
from filter.store.differences import DROPPED, FAILED, Compared, Difference, Differences, Side

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
LIVE = Side("deliver", "", 1.5, PerThreat(1.5, -2.0, -3.0), (), (Reason("spam", "text", "offer", 1.25),), "default-1", "rules-1")
NEXT = replace(LIVE, action="tag", cause="overall", score=6.5, log_odds=PerThreat(-1.0, 6.5, -3.0), model="next-1")
NEXT = replace(NEXT, hits=("r1",), reasons=(Reason("phish", "rule", "Asks\x1b[31m", 4.0), Reason("spam", "text", "offer", 1.0)))
EQUAL = Compared("t1", NOON, "deliver", "deliver")


def different(
    live: Side = LIVE, shadow: Side = NEXT, sender: str = "ann@example.org", whom: tuple[str, ...] = ("bob@example.net",)
) -> Compared:
    return Compared("t1", NOON, live.action, shadow.action, Difference("f" * 64, NOON, sender, whom, live, shadow))


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config.model_validate({"store": {"journal": f"sqlite:///{tmp_path}/journal.db"}, "shadow": {"config": tmp_path / "next.toml"}})


def kept(config: Config, *rows: Compared, begun: datetime = NOON) -> None:
    with closing(Differences(config.store.journal)) as differences:
        differences.begin("t1", begun)
        if rows:
            differences.record(rows)


def off(config: Config) -> Config:
    """The same with nothing tried."""
    return Config(store=config.store)


def lines(capsys: pytest.CaptureFixture[str], config: Config) -> list[dict[str, Any]]:
    show(config, "jsonl")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_figures_and_both_reasons_are_told(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """How many were compared since when, the shares with their intervals, by pair, day and sender; each difference with why of both."""
    freed = different(replace(LIVE, action="quarantine", cause="spam"), replace(NEXT, action="deliver", cause=""), "zoe@example.org")
    kept(config, *[EQUAL] * 97, different(), different(), freed, EQUAL._replace(shadow=DROPPED), EQUAL._replace(shadow=FAILED))
    show(config, "table")
    told = capsys.readouterr().out
    assert "Compared 100 mails since 2024-05-01 12:00 UTC; 1 dropped for want of room, 1 failed." in told
    assert "  fare otherwise: 3 (3.000%, 95 % interval 0.623% to 8.518%)" in told
    assert "  newly caught: 2 (2.000%" in told
    assert "  newly freed: 1 (1.000%" in told
    assert "  otherwise moved: 0 (0.000%" in told
    assert "live: model default-1, rules rules-1; shadow: model next-1, rules rules-1" in told
    rows = [" ".join(line.split()) for line in told.splitlines()]
    assert "deliver │ deliver (same) │ 97" in rows
    assert "quarantine │ deliver │ 1" in rows
    assert any(row.startswith("2024-05-01 │ 100 │ 2 │ 1 │ 0 │ 3 (3.000%") for row in rows)
    assert "ann@example.org │ 2 │ 0 │ 0" in rows
    assert "ffffffffffffffff ann@example.org to bob@example.net" in told
    assert 'deliver, 1.50; spam +1.50: text "offer" +1.25' in told
    assert 'tag by overall, 6.50; phish +6.50: rule "Asks\\x1b[31m" +4.00' in told
    assert "\x1b" not in told


def test_programs_get_a_line_a_difference_and_the_summary(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """Both sides with scores, hits and reasons, then the figures."""
    kept(config, *[EQUAL] * 9, different())
    found, last = lines(capsys, config)
    assert (found["id"], found["when"], found["kind"]) == ("f" * 64, "2024-05-01T12:00:00+00:00", "caught")
    assert (found["sender"], found["recipients"]) == ("ann@example.org", ["bob@example.net"])
    assert (found["live"]["disposition"], found["live"]["model"], found["shadow"]["model"]) == ("deliver", "default-1", "next-1")
    assert (found["shadow"]["disposition"], found["shadow"]["cause"], found["shadow"]["hits"]) == ("tag", "overall", ["r1"])
    assert found["shadow"]["reasons"][0] == {"threat": "phish", "kind": "rule", "evidence": "Asks\x1b[31m", "weight": 4.0}
    assert found["shadow"]["log_odds"] == {"spam": -1.0, "phish": 6.5, "bec": -3.0}
    told = last["summary"]
    assert (told["compared"], told["dropped"], told["failed"], told["listed"]) == (10, 0, 0, 1)
    assert told["config"] == str(config.shadow.config)
    assert told["begun"] == "2024-05-01T12:00:00+00:00"
    assert (told["differ"]["count"], told["caught"]["rate"], told["freed"]["count"], told["moved"]["count"]) == (1, 0.1, 0, 0)
    assert told["pairs"] == [{"live": "deliver", "shadow": "deliver", "mails": 9}, {"live": "deliver", "shadow": "tag", "mails": 1}]
    assert (told["days"][0]["day"], told["days"][0]["compared"], told["days"][0]["caught"]["count"]) == ("2024-05-01", 10, 1)


def test_infinite_scores_are_json(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """As strings, as everywhere."""
    kept(config, different(shadow=replace(NEXT, score=float("inf"))))
    assert lines(capsys, config)[0]["shadow"]["score"] == "inf"


@pytest.mark.parametrize("begun", [False, True])
def test_a_shadow_that_compared_nothing_yet_is_told(config: Config, capsys: pytest.CaptureFixture[str], begun: bool) -> None:
    """It is on; before the relay has it, it is said how it gets it."""
    if begun:
        kept(config)
    show(config, "table")
    told = capsys.readouterr().out
    if begun:
        assert told == "Nothing was compared yet since 2024-05-01 12:00 UTC; 0 dropped for want of room, 0 failed.\n"
    else:
        where = f"{shown(config.store.journal)}: {config.shadow.config}"
        assert told == f"Nothing was compared yet in {where} is tried from the relay's next start or reload on.\n"
    (last,) = lines(capsys, config)
    assert last["summary"]["compared"] == 0


def test_a_shadow_that_is_off_is_told(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """And how to set it; what was compared before is still shown."""
    show(off(config), "table")
    told = capsys.readouterr().out
    assert told.startswith("Nothing is compared at the moment: the shadow is off: set shadow.config ")
    assert len(told.splitlines()) == 1
    assert not Path(config.store.journal.removeprefix("sqlite:///")).exists()
    kept(config, different())
    show(off(config), "table")
    told = capsys.readouterr().out
    assert told.startswith("Nothing is compared at the moment: ")
    assert "Compared 1 mail since" in told
    assert lines(capsys, off(config))[-1]["summary"]["config"] is None


def test_another_trial_begins_anew(config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """Figures of earlier thresholds are not shown as those of the ones that are tried now."""
    kept(config, different())
    with closing(Differences(config.store.journal)) as differences:
        differences.begin("t2", NOON + timedelta(hours=1))
    show(config, "table")
    assert capsys.readouterr().out.startswith("Nothing was compared yet since 2024-05-01 13:00 UTC; ")


def test_long_lists_are_cut(config: Config, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """So many senders, differences and recipients are shown, and how many more there are; so many differences are read."""
    whom = tuple(f"r{number}@example.net" for number in range(9))
    kept(config, *(different(sender=f"s{number}@example.org", whom=whom) for number in range(SHOWN_SENDERS + SHOWN)))
    show(config, "table")
    told = capsys.readouterr().out
    assert told.count("ffffffffffffffff") == SHOWN
    assert f"and {SHOWN:,} more" in told
    assert "r2@example.net and 6 more" in told
    assert "r3@example.net" not in told
    monkeypatch.setattr(live, "MAX_FOUND", 5)
    assert len(lines(capsys, config)) == 6
    show(config, "table")
    assert "  Senders are told by the latest 5 differences.\n" in capsys.readouterr().out


def test_without_the_extra_it_is_named(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SciPy is missing the error says what to install."""
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "filter.lab.live":
            raise ImportError("No module named 'scipy'", name="scipy")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"--live needs scipy \(pip install 'sievert\[tune\]'\)"):
        show(config, "table")
