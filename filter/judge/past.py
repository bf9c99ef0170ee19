"""What the site knew of a mail's sender when it came: a value that travels with the mail, as its envelope does.

`store.history` fills it in; judging only reads it, so the same mail with the same past gets the same verdict anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Past:
    """Counts are of delivered mails before this one; the days are None where the address never wrote. `Past()` is a stranger's.

    `from_address`, `from_domain`: from the header From's address, and from its registrable domain. `to_address`: sent by the site to
    that address. `between`: from it to one of these recipients, the one it wrote to most. `silent_days`, `known_days`: since its last
    mail and since its first. `replied_to_us`: this mail answers one that the site sent to this address. `same_name`: in or out under
    this display name from one other address, where that is known well.
    """

    from_address: int = 0
    from_domain: int = 0
    to_address: int = 0
    between: int = 0
    silent_days: int | None = None
    known_days: int | None = None
    replied_to_us: bool = False
    same_name: int = 0
