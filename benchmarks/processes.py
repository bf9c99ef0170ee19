"""What processes have used so far, from Linux's /proc: their family, CPU time and memory."""

from __future__ import annotations

import os
import re
from pathlib import Path

MB = 1_000_000


def family(pid: int) -> tuple[int, ...]:
    """A process and all that descend from it."""
    children = [int(child) for file in Path(f"/proc/{pid}/task").glob("*/children") for child in file.read_text().split()]
    return pid, *(one for child in children for one in family(child))


def cpu_seconds(pid: int) -> float:
    """User and system time of a family so far, that of children which have ended included (proc(5), fields 14 to 17); 0 for pid 0."""
    stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in family(pid) if one]
    return sum(int(ticks) for stat in stats for ticks in stat[11:15]) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> tuple[float, float]:
    """MB that the process shares with no other, now and at its peak; what it shares stays about the same."""
    text = "".join(Path(f"/proc/{pid}/{file}").read_text() for file in ("smaps_rollup", "status"))
    sizes = {name: int(kib) * 1024 / MB for name, kib in re.findall(r"^(\w+):\s+(\d+) kB$", text, re.MULTILINE)}
    private = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return private, sizes["VmHWM"] - sizes["Rss"] + private
