"""Which other configuration is tried beside the one in force. Nothing here reads it: that is `file`'s."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from filter.config.types import Section


class ShadowSection(Section):
    """Another model, rulebook or policy that judges in shadow: where it differs is kept for sievert tune --live; no mail hangs on it."""

    config: Path | None = Field(
        default=None,
        description="A second configuration: its [model], [rules], [site] and [policy] are what is tried; unset tries nothing.",
    )
