"""What archived mail was: labels that people gave it, found where it lies, and how far each source is trusted.

`sources` joins them, `label` settles what they say against each other; the others read one source each. Nothing here judges a message,
and none of it is ever shown to the judge.
"""

from filter.store.labels.label import VALUES, Conflict, Conflicts, Label, conflict, contradictory, settled
from filter.store.labels.matched import Matched
from filter.store.labels.sources import DEFAULT, SOURCES, Labels, collect

__all__ = [
    "DEFAULT",
    "SOURCES",
    "VALUES",
    "Conflict",
    "Conflicts",
    "Label",
    "Labels",
    "Matched",
    "collect",
    "conflict",
    "contradictory",
    "settled",
]
