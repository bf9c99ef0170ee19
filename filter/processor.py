"""What must be settled about the processor before numpy is imported.

numpy sorts with AVX-512 where there is some. Its way of doing so stores packed lanes, which AMD's Zen 4 does slowly: the 4,096 keys of
a mail's 4-grams take 42 us, and 12 us with AVX2. A judgement costs 11 % less for it, one through the relay 5 to 8 %. The keys come
out the same.
"""

from __future__ import annotations

import os
from pathlib import Path

_VARIABLE = "NPY_DISABLE_CPU_FEATURES"
_AVX512 = "X86_V4 AVX512_ICL AVX512_SPR"
_FIRST_OCTETS = 4_096
"""Of /proc/cpuinfo: the first processor's lines. On a large machine all of them take a while."""


def spare_avx512(cpuinfo: Path = Path("/proc/cpuinfo")) -> None:
    """Have numpy use AVX2 on AMD's processors, unless the environment says otherwise already."""
    try:
        with cpuinfo.open("rb") as lines:
            first = lines.read(_FIRST_OCTETS)
    except OSError:
        return
    if b"AuthenticAMD" in first and b"avx512f" in first:
        os.environ.setdefault(_VARIABLE, _AVX512)
