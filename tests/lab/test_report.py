from __future__ import annotations

import re
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from proposed import part, scope, tuned

from filter.errors import UsageError
from filter.lab import report as module
from filter.lab.report import page, plotly, write
from filter.lab.tune.found import Near

EVIL = "</script><script>owned()</script><img src=x onerror=owned()>\u2028"
WHOLE = tuned(later={"ham": 300, "spam": 90}, nearest=(Near("tag", 0.1, EVIL, 5.5, "ham", EVIL),), files=(EVIL,), model=EVIL)
BLOCK = "[policy.overall]\ntag = 5.0\n"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def test_the_page_asks_for_nothing() -> None:
    """No address is loaded from, and its own policy forbids all that is not inside."""
    told = page(WHOLE, BLOCK, "library()")
    assert not re.search(r"""(?:src|href|action)\s*=|@import|url\(""", told.replace("img src=x", ""))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', told)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1].split("script-src")[1].split(";")[0]


def test_only_its_own_scripts_may_run() -> None:
    """There are two, whose hashes the policy has; none is of a message's making."""
    told = page(WHOLE, BLOCK, "library()")
    scripts = SCRIPT.findall(told)
    assert scripts[0] == "library()"
    assert len(scripts) == 2
    for script in scripts:
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in told
    assert "<img" not in told
    assert told.count("&lt;script&gt;owned()&lt;/script&gt;") >= 4


def test_plotly_is_fit_to_be_inside() -> None:
    """Nothing in it ends a script element or is changed by a parser, which would break its hash."""
    source = plotly()
    assert not re.search(r"</script|<!--|\r|\x00", source, re.IGNORECASE)
    assert not re.search(r"</script|<!--|\r", module._beside("page.js"), re.IGNORECASE)


def test_it_is_read_from_the_top() -> None:
    """Language, title, every section in its order, one heading of the first rank."""
    told = page(WHOLE, BLOCK, "")
    assert told.startswith('<!doctype html>\n<html lang="en">')
    assert told.count("<h1>") == 1
    heads = re.findall(r"<h2>(.*?)</h2>", told)
    assert heads == [
        "In short", "Proposed thresholds", "What it was tuned on", "What is proven", "What they do", "On later mail",
        "Any other line: tag and quarantine", "Any other line: reject", "Messages acted on a day", "Nearest to the lines",
        "What this does not promise",
    ]  # fmt: skip
    assert told.count("<table>") == told.count("<caption>") > 5


def test_a_report_weighs_little_enough(tmp_path: Path) -> None:
    """With a hundred thousand messages it is below its limit, for what is plotted is thinned."""
    many = part({"ham": 60_000, "spam": 30_000, "phish": 8_000, "bec": 2_000}, days=1100)
    file = tmp_path / "report.html"
    write(file, tuned(tuning=many, site=scope(many, None)), BLOCK)
    assert file.stat().st_size < 8_000_000  # it goes by mail; 4.8 MB of it is plotly


def test_a_new_report_is_its_owners_alone(tmp_path: Path) -> None:
    """One that is there keeps its mode, and nothing of what was in it."""
    file = tmp_path / "report.html"
    small = tuned({"ham": 30, "spam": 9})
    write(file, small, BLOCK)
    assert file.stat().st_mode & 0o777 == 0o600
    whole = file.read_bytes()
    file.write_bytes(whole * 2)
    file.chmod(0o644)
    write(file, small, BLOCK)
    assert (file.stat().st_mode & 0o777, file.read_bytes()) == (0o644, whole)


def test_half_a_surrogate_is_written(tmp_path: Path) -> None:
    """A path that is no UTF-8 does not break the page."""
    file = tmp_path / "report.html"
    write(file, tuned({"ham": 30, "spam": 9}, nearest=(Near("tag", 0.1, "\udc80.eml", 5.5, "ham", ""),)), BLOCK)
    assert "\\udc80.eml" in file.read_text(encoding="utf-8")


def test_what_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder, and a machine without plotly, with the extra to install."""
    small = tuned({"ham": 30, "spam": 9})
    with pytest.raises(UsageError, match=f"{tmp_path}: Is a directory"):
        write(tmp_path, small, BLOCK)
    monkeypatch.setitem(sys.modules, "plotly.offline", None)
    with pytest.raises(UsageError, match=r"a report needs plotly.offline \(pip install 'sievert\[tune\]'\)"):
        write(tmp_path / "report.html", small, BLOCK)


def test_without_dates_and_proof_there_is_a_page() -> None:
    """Few messages, none with a date, nothing proven."""
    small = tuned({"ham": 3, "bec": 1})
    nothing = np.full(len(small.tuning), np.datetime64("NaT", "s"))
    assert "cannot be proven" in page(replace(small, tuning=replace(small.tuning, date=nothing), volume=None), BLOCK, "")
