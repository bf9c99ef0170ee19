"""What later mail says of an action's budget. Counts nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from filter.lab.metrics import Share

Kept = Literal["kept", "unproven", "refuted"]
"""What later mail says of a budget: its rate is within it; above it, but its interval is not; the whole interval is above it."""


@dataclass(frozen=True, slots=True)
class Check:
    """An action's budget on later mail: `measured` is ham that it or a stronger action is taken on; `of_loudest` from one sender."""

    action: str
    budget: float | None
    measured: Share
    loudest: str = ""
    of_loudest: int = 0

    @property
    def kept(self) -> Kept | None:
        """None without a budget of the scope's own or without later ham."""
        if self.budget is None or not self.measured.total:
            return None
        if self.measured.rate <= self.budget:
            return "kept"
        return "refuted" if self.measured.low > self.budget else "unproven"

    @property
    def too_few(self) -> bool:
        """Whether the budget is kept by mail that would not prove it on its own: its interval reaches above."""
        return self.kept == "kept" and self.budget is not None and self.measured.high > self.budget
