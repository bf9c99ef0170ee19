from __future__ import annotations

import math
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from judged import scored
from scipy.stats import norm

from filter.judge.verdict import THREATS, PerThreat
from filter.lab import plots as module
from filter.lab.drawing import DPI
from filter.lab.evaluate import diagram, figures
from filter.lab.metrics import det_curve, deviates
from filter.lab.plots import BESIDE, CALIBRATION, DET, curves, diagrams, draw

HAM = scored("a", "ham", 0.0, 1.0, 2.0, 3.0, log_odds=PerThreat(-2.0, -3.0, -4.0))
SPAM = scored("a", "spam", 2.5, 3.5, log_odds=PerThreat(1.0, 0.0, -5.0))
FRAUD = scored("a", "fraud", 0.5, log_odds=PerThreat(-2.5, 0.0, -5.0))
BEC = scored("a", "bec", 1.5, log_odds=PerThreat(-3.0, -3.0, 2.0))
MAIL = (*HAM, *SPAM, *FRAUD, *BEC)


def test_a_head_with_mail_has_a_curve() -> None:
    """Each head's own numbers of its own mail against all ham; a threat that there is no mail of has none."""
    overall, spam, bec = curves(MAIL)
    assert [(one.head, one.ham, one.bad) for one in (overall, spam, bec)] == [("overall", 4, 4), ("spam", 4, 3), ("bec", 4, 1)]
    expected = det_curve(np.array([0.0, 1.0, 2.0, 3.0]), np.array([2.5, 3.5, 0.5, 1.5]))
    assert (overall.false_positive.tolist(), overall.miss.tolist()) == (expected[0].tolist(), expected[1].tolist())
    expected = det_curve(np.full(4, -2.0), np.array([1.0, 1.0, -2.5]))
    assert (spam.false_positive.tolist(), spam.miss.tolist()) == (expected[0].tolist(), expected[1].tolist())
    assert curves(tuple(HAM)) == ()


def test_a_threat_has_a_diagram_and_its_error() -> None:
    """The bins that the error is made of, and the error that the figures tell."""
    found = diagrams(MAIL)
    assert [one.threat for one in found] == list(THREATS)
    assert [one.bins for one in found] == [diagram(MAIL, threat) for threat in THREATS]
    told = figures(MAIL).calibration_error
    assert [one.error for one in found] == list(told or ())


def test_what_is_drawn_is_the_curves() -> None:
    """A line a head in its order, with the curve's deviates, a legend that names its mail, and a line at each rate above zero."""
    made = curves(MAIL)
    axes = module._det({"m": made}, (0.2, 0.0)).axes[0]
    *lines, rate = axes.get_lines()
    for line, curve in zip(lines, made, strict=True):
        assert np.asarray(line.get_xdata()).tolist() == deviates(curve.false_positive, 4).tolist()
        assert np.asarray(line.get_ydata()).tolist() == deviates(curve.miss, 4).tolist()
        assert str(line.get_label()) == f"{curve.head} ({curve.bad} against {curve.ham} ham)"
        assert line.get_drawstyle() == "steps-pre"
    assert list(rate.get_xdata()) == pytest.approx([norm.ppf(0.2)] * 2)
    assert axes.get_xlim() == pytest.approx((norm.ppf(0.4 / 4), 0.0))
    assert [label.get_text() for label in axes.get_xticklabels()] == ["none", "50 %"]
    assert list(axes.get_xticks()) == pytest.approx([norm.ppf(0.5 / 4), 0.0])


def test_what_is_drawn_is_the_diagrams() -> None:
    """A point for each bin above, its number of mails below, the error in the title."""
    made = diagrams(MAIL)
    axes = module._calibration(made, "m").axes
    for one, above, below in zip(made, axes[:3], axes[3:], strict=True):
        diagonal, line = above.get_lines()
        assert list(diagonal.get_xdata()) == list(diagonal.get_ydata()) == [0, 1]
        assert list(line.get_xdata()) == [found.probability for found in one.bins]
        assert list(line.get_ydata()) == [found.share for found in one.bins]
        assert [bar.get_height() for bar in below.patches] == [found.count for found in one.bins]  # type: ignore[attr-defined]
        assert above.get_title(loc="left") == f"{one.threat}: expected calibration error {one.error:.3f}"


def test_pictures_are_written(tmp_path: Path) -> None:
    """Two PNG files of the size asked for, and the same octets again."""
    paths = draw(tmp_path, {"m": MAIL}, (0.01,))
    assert paths == (tmp_path / DET, tmp_path / CALIBRATION)
    octets = [path.read_bytes() for path in paths]
    for picture, inches in zip(octets, ((7, 7), (11, 5.4)), strict=True):
        assert picture[:16] == b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
        assert struct.unpack(">II", picture[16:24]) == tuple(math.floor(length * DPI + 0.5) for length in inches)
    assert [path.read_bytes() for path in draw(tmp_path, {"m": MAIL}, (0.01,))] == octets


def test_two_models_are_told_apart(tmp_path: Path) -> None:
    """The second's curves are thin, both are named; each has its calibration."""
    both = {"one": MAIL, "other": MAIL}
    assert draw(tmp_path, both, (0.01,)) == (tmp_path / DET, tmp_path / CALIBRATION, tmp_path / BESIDE)
    (axes,) = module._det({name: curves(mail) for name, mail in both.items()}, ()).axes
    labels = {str(line.get_label()): line.get_linewidth() for line in axes.get_lines()}
    assert [name.rpartition(", ")[2] for name in labels] == ["one"] * 3 + ["other"] * 3
    assert min(list(labels.values())[:3]) > max(list(labels.values())[3:])
    assert axes.get_title(loc="left") == "Detection error trade-off: model one and model other"


def test_nothing_else_loads_what_draws() -> None:
    """The figures and the command come without matplotlib."""
    program = "import sys, filter.cli.evaluate, filter.cli.figures, filter.lab.labelled; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
