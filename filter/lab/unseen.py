"""Structure tokens that a threat's regression does not see.

Two kinds are left out. Tokens that tell where an archive's people live, which servers they link to and which files they exchange: a link
to Switzerland came to speak for wanted mail as loudly as anything a mail can say, because a list's archive stands there. And what a sender
has for nothing and bad mail of ours seldom had: no name, a link in BEC.
"""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase
from types import MappingProxyType

from filter.judge import naming

_COUNTRIES = frozenset(f"link to .{one}{other}" for one, other in product(ascii_lowercase, repeat=2))  # ISO 3166
_SERVERS = frozenset({"link to .asp", "link to .aspx", "link to .cgi", "link to .jsp"})
_BELOW = frozenset({"a link's host is below a registered one", "sender's domain is below a registered one"})
_FILES = frozenset(f"attached .{ending}" for ending in ("asc", "csv", "doc", "docx", "patch", "pptx", "txt", "xls", "xlsx"))
_FREE = frozenset({"attached file of another kind", "sender has no name", "sent to the sender"})
_EVERYWHERE = _COUNTRIES | _SERVERS | _BELOW | _FILES | _FREE

_HOSTED = frozenset({"a form", "link by a shortener", "link to a free host"})
"""What phish has. In spam and BEC of ours it is rare, and came to speak for wanted mail."""

_OF_BEC = naming.TOKENS | frozenset(
    {
        "link text shows another host",
        "link to .php",
        "many exclamation marks",
        "replies go to another freemail address",
        "ten or more recipients",
        "undisclosed recipients",
    }
)
"""Who writes as a colleague names nobody, as a colleague would: of the little mail that shows BEC the tokens of names taught the authors'
habits. The others stand in little BEC of ours, and so came to speak against it."""

UNSEEN: MappingProxyType[str, frozenset[str]] = MappingProxyType(
    {"spam": _EVERYWHERE | _HOSTED, "phish": _EVERYWHERE, "bec": _EVERYWHERE | _HOSTED | _OF_BEC}
)
"""By threat."""
