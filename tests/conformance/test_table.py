"""docs/conformance.md and the tests say the same: each docstring is a row, and nothing that the relay knows is missing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from neighbours import ROOT

from filter.smtp.dialogue import _COMMANDS
from filter.smtp.esmtp import _NEEDS, Extensions, announced
from filter.smtp.peer import XCLIENT, XFORWARD

HERE = Path(__file__)
PAGE = ROOT / "docs" / "conformance.md"
ROW = re.compile(r"([^(]+) \(([^()]+)\): (.+\.)", re.DOTALL)
PASSED_ON = Extensions({"8BITMIME": "", "SMTPUTF8": "", "DSN": ""})


def rows() -> list[str]:
    """The table as the docstrings of the tests beside this one have it."""
    found = []
    for name in ("test_verbs", "test_esmtp", "test_peers"):
        for test in ast.parse((HERE.parent / f"{name}.py").read_text()).body:
            if isinstance(test, ast.AsyncFunctionDef) and test.name.startswith("test_"):
                row = ROW.fullmatch(" ".join((ast.get_docstring(test) or "").split()))
                assert row, f"{test.name}: a docstring of the kind 'VERB (RFC 5321 4.1): what is true.'"
                what, where, truth = row.groups()
                found.append(f"| {what} | {where} | {truth.removesuffix('.')} | `{name}.{test.name}` |")
    return found


def test_the_page_is_what_is_tested() -> None:
    """Every row of the page is a test's docstring, and the other way round, in the same order."""
    shown = [line for line in PAGE.read_text().splitlines() if line.startswith("| ") and "| `test_" in line]
    assert shown == rows(), "docs/conformance.md should have:\n" + "\n".join(rows())


def test_nothing_is_missing() -> None:
    """Every verb, extension, parameter and attribute that the relay knows is in a row's first column."""
    offered = announced(PASSED_ON, 1, starttls=True, trusted=True)
    known = {*_COMMANDS, *_NEEDS, *XFORWARD, *XCLIENT, "EXPN", *(line.split(" ")[0] for line in offered)}
    assert known - set(re.findall(r"[A-Z0-9]+", " ".join(row.split(" | ")[0] for row in rows()))) == set()
