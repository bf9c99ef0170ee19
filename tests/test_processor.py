"""numpy is kept from AVX-512 where that is slow, and nowhere else."""

import os
from pathlib import Path

import pytest

from filter.processor import spare_avx512

VARIABLE = "NPY_DISABLE_CPU_FEATURES"
SLOW = "vendor_id\t: AuthenticAMD\nflags\t\t: fpu sse2 avx2 avx512f avx512dq\n"


@pytest.mark.parametrize(
    ("cpuinfo", "spared"),
    [
        (SLOW, True),
        (SLOW.replace("avx512f avx512dq", ""), False),
        (SLOW.replace("AuthenticAMD", "GenuineIntel"), False),
        ("", False),
    ],
)
def test_only_amd_with_avx512_is_spared(cpuinfo: str, spared: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.delenv(VARIABLE)
    (tmp_path / "cpuinfo").write_text(cpuinfo)
    spare_avx512(tmp_path / "cpuinfo")

    assert (VARIABLE in os.environ) is spared


def test_a_choice_already_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "AVX512_ICL")
    (tmp_path / "cpuinfo").write_text(SLOW)
    spare_avx512(tmp_path / "cpuinfo")
    assert os.environ[VARIABLE] == "AVX512_ICL"


def test_a_system_without_cpuinfo_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "AVX512_ICL")
    spare_avx512(tmp_path / "missing")
    assert os.environ[VARIABLE] == "AVX512_ICL"
