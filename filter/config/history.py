"""What is remembered of correspondents, and for how long. Nothing here remembers."""

from __future__ import annotations

from pydantic import Field

from filter.config.types import DatabaseUrl, Section

MAX_DAYS = 36_500


class HistorySection(Section):
    """Who wrote to whom and when, kept as counts under salted hashes: what tells a known correspondent from a stranger."""

    url: DatabaseUrl = Field(
        default="sqlite:///sievert-state/history.db",
        description="The counts: an SQLAlchemy URL, of SQLite, or of PostgreSQL with the extra postgres.",
    )
    days: int = Field(
        default=730, ge=0, le=MAX_DAYS, description="Days after its last mail that a correspondent is remembered; 0 keeps no history."
    )
