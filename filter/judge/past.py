"""What the site knew of a mail's sender when it came: a value that travels with the mail, as its envelope does.

`store.history` fills it in; judging only reads it, so the same mail with the same past gets the same verdict anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Past:
    """Counts are of mails before this one; `silent_days` is None where the address never wrote.

    `from_address`, `from_domain`: delivered from the header From's address, and from its registrable domain. `to_address`: sent by
    the site to that address. `between`: delivered from it to one of these recipients. `replied_to_us`: this mail answers one that the
    site sent to this address. `same_name`: delivered under this display name from another address that is known well.
    """

    from_address: int = 0
    from_domain: int = 0
    to_address: int = 0
    between: int = 0
    silent_days: int | None = None
    replied_to_us: bool = False
    same_name: int = 0
