"""Thresholds as they are written in the configuration. What they mean is `judge/policy`'s."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Annotated, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator

from filter.config.types import Line, LogOdds, Recipient, Section


def _somebody(recipients: tuple[str, ...]) -> tuple[str, ...]:
    if not recipients:
        raise ValueError("expected at least one address")
    return recipients


class ThresholdRow(Section):
    """The log-odds at which each action begins. inf: never."""

    tag: LogOdds = Field(default=math.inf, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=math.inf, description="Hold the message; the client hears 250.")
    reject: LogOdds = Field(default=math.inf, description="Refuse with 550; the sender is told.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        # What never happens has no place in the order: a row may quarantine without tagging.
        row = [(name, getattr(self, name)) for name in ("tag", "quarantine", "reject") if getattr(self, name) != math.inf]
        for (milder, low), (stronger, high) in pairwise(row):
            if low > high:
                raise ValueError(f"{milder} ({low}) must not be above {stronger} ({high})")
        return self


class OverallRow(ThresholdRow):
    """The same on the overall score; a row that names only one action keeps the other defaults."""

    tag: LogOdds = Field(default=3.5, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=5.5, description="Hold the message; the client hears 250.")
    reject: LogOdds = Field(default=12.0, description="Refuse with 550; the sender is told.")


class SpamRow(ThresholdRow):
    """The same on the spam log-odds: wanted mail looks less like spam than like phish, so less is enough."""

    tag: LogOdds = Field(default=2.25, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=4.0, description="Hold the message; the client hears 250.")


class BecRow(ThresholdRow):
    """The same on the bec log-odds: such mail is rare, so small odds are much."""

    tag: LogOdds = Field(default=2.25, description="Deliver with X-Spam-Flag: YES.")
    quarantine: LogOdds = Field(default=4.25, description="Hold the message; the client hears 250.")


class Rows(Section):
    """Thresholds on the overall score and on each threat's log-odds; the strongest action any of them asks for is taken."""

    overall: OverallRow = Field(default=OverallRow(), description="On the score: unwanted in any way.")
    spam: SpamRow = Field(default=SpamRow(), description="On the spam log-odds.")
    phish: ThresholdRow = Field(default=ThresholdRow(), description="On the phish log-odds.")
    bec: BecRow = Field(default=BecRow(), description="On the bec log-odds.")


class Group(Section):
    """Recipients with thresholds of their own, in rows like the site's; what a row leaves out is as the site has it."""

    name: Line = Field(min_length=1, description="What the journal calls it.")
    recipients: Annotated[tuple[Recipient, ...], AfterValidator(_somebody)] = Field(
        description="Addresses, or @example.org for a whole domain; the first group wins."
    )
    overall: ThresholdRow = Field(default=ThresholdRow(), description="On the score.")
    spam: ThresholdRow = Field(default=ThresholdRow(), description="On the spam log-odds.")
    phish: ThresholdRow = Field(default=ThresholdRow(), description="On the phish log-odds.")
    bec: ThresholdRow = Field(default=ThresholdRow(), description="On the bec log-odds.")

    def over(self, site: Rows) -> Rows:
        """The rows that hold for this group. Raises ValidationError where its own and the site's are out of order."""
        rows = {name: getattr(site, name).model_dump() for name in Rows.model_fields}
        for name in self.model_fields_set & rows.keys():
            rows[name] |= getattr(self, name).model_dump(exclude_unset=True)
        return Rows.model_validate(rows)


class PolicySection(Rows):
    """Thresholds on the overall score and on each threat's log-odds; the strongest action any of them asks for is taken."""

    group: tuple[Group, ...] = Field(default=(), description="Recipients with thresholds of their own.")

    @model_validator(mode="after")
    def _groups_in_order(self) -> Self:
        for group in self.group:
            try:
                group.over(self)
            except ValidationError as error:
                told = error.errors()[0]
                raise ValueError(f"group {group.name}: {told['loc'][0]}: {told['msg'].removeprefix('Value error, ')}") from None
        return self
