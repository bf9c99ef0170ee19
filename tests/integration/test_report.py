"""The report as a browser shows it: headless Chromium, from a file, with no network to reach."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from proposed import costing, tuned

from filter.lab.report import page, write
from filter.lab.tune.found import Near

pytestmark = pytest.mark.debian

Find = Callable[[str], str]

SECONDS = 90
OWN = "document.documentElement.dataset.owned = 1"
EVIL = f"</td></script><script>{OWN}</script><img src=x onerror=\"{OWN}\"><svg onload='{OWN}'>\u2028"
BLOCK = "[policy.overall]\ntag = 5.0\n"


class Shown(NamedTuple):
    """A page's document once its scripts have run, and what the browser's console said meanwhile."""

    document: str
    console: tuple[str, ...]

    @property
    def root(self) -> str:
        """The page's outermost element, opened: scripts leave their marks there."""
        found = re.search(r"<html[^>]*>", self.document)
        assert found is not None
        return found[0]


def browsed(find: Find, file: Path, *options: str) -> Shown:
    """Load a page and wait until it is still."""
    words = (
        find("chromium"),
        "--headless=new",
        "--no-sandbox",  # a container has no user namespaces to build one of; the page is ours
        "--disable-gpu",
        "--disable-dev-shm-usage",
        f"--user-data-dir={file.parent / 'profile'}",
        "--proxy-server=127.0.0.1:9",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--enable-logging=stderr",
        "--virtual-time-budget=10000",
        "--dump-dom",
        *options,
        file.as_uri(),
    )
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=SECONDS)
    assert done.returncode == 0, done.stderr
    return Shown(done.stdout, tuple(line for line in done.stderr.splitlines() if "CONSOLE" in line))


def written(folder: Path) -> Path:
    """A report whose every text of a message would be script."""
    whole = tuned(later={"ham": 300, "spam": 90}, nearest=(Near("tag", 0.1, EVIL, 5.5, "ham", EVIL),), files=(EVIL,))
    loud = tuple(replace(proof, senders=proof.senders and replace(proof.senders, loudest=EVIL)) for proof in whole.site.proofs)
    site = replace(whole.site, proofs=loud)
    file = folder / "report.html"
    write(file, replace(whole, site=site, costing=costing(site)), BLOCK + EVIL)
    return file


def test_it_draws_itself_alone_and_harmlessly(debian: Find, tmp_path: Path) -> None:
    """Without a network all plots are drawn and the slider's tables filled, no script fails, and nothing a message says runs."""
    shown = browsed(debian, written(tmp_path))
    assert shown.console == ()
    assert 'data-drawn="all"' in shown.root
    assert "data-owned" not in shown.root
    plots = re.findall(r'<div class="plot (\w+)[^"]*"[^>]*>(.{40})', shown.document)
    assert [name for name, _ in plots] == ["histogram", "trade", "histogram", "trade", "days", "cost"]
    assert shown.document.count('class="main-svg"') >= 2 * len(plots)
    assert shown.document.count('class="trace bars"') == 2 + 3 * 3
    assert shown.document.count('class="trace scatter') > 20
    assert len(re.findall(r"<caption>At a line of ", shown.document)) == 2
    assert "As thresholds: overall " in shown.document


def test_a_script_that_is_not_its_own_does_not_run(debian: Find, tmp_path: Path) -> None:
    """Even where text got into the page unescaped, its policy keeps it from running; without that policy it would."""
    file = tmp_path / "report.html"
    bare = page(tuned({"ham": 30, "spam": 9}), BLOCK, "").replace("<main>", f"<main><script>{OWN}</script>")
    file.write_text(bare, encoding="utf-8")
    shown = browsed(debian, file)
    assert "data-owned" not in shown.root
    assert any("Content Security Policy" in line for line in shown.console)
    file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", bare), encoding="utf-8")
    assert "data-owned" in browsed(debian, file).root


def test_it_fits_a_phone_and_the_line_can_be_moved(debian: Find, tmp_path: Path) -> None:
    """Nothing is wider than the frame, tables scroll within theirs; a press on the quarantine's line tells that line's counts."""
    file = written(tmp_path)
    press = "document.querySelectorAll('.jumps button')[1].click()"
    tell = "parent.postMessage([document.documentElement.scrollWidth, document.querySelector('.told').textContent].join('|'), '*')"
    text = re.sub(r"<meta http-equiv[^>]*>", "", file.read_text(encoding="utf-8"))
    script = f"<script>{press}; new ResizeObserver(() => {tell}).observe(document.body)</script></body>"
    file.write_text(text.replace("</body>", script), encoding="utf-8")
    # A window is 500 pixels wide at least; a frame may be narrower.
    phone = tmp_path / "phone.html"
    listen = "addEventListener('message', (told) => { document.title = told.data })"
    phone.write_text(f'<title></title><script>{listen}</script><iframe src="report.html" width="360" height="800"></iframe>')
    title = re.search(r"<title>(\d+)\|(.*)</title>", browsed(debian, phone).document)
    assert title is not None
    assert 300 < int(title[1]) <= 360
    whole = tuned()
    assert f"At a line of {whole.line('quarantine'):+.2f}, of the mail" in title[2].replace("\N{MINUS SIGN}", "-")
    assert f"ham{whole.site.proofs[1].above} of 3,000" in title[2]
    assert f"overall {whole.site.after.overall.quarantine:.2f}, spam {whole.site.after.spam.quarantine:.2f}, bec" in title[2]
