"""Every bound on what is read of an archive. Nothing else lives here."""

from __future__ import annotations

MAX_MESSAGE_BYTES = 52_428_800
"""Octets of the largest message taken from an archive; a larger one is reported and skipped."""

READ_BYTES = 1 << 20
"""Octets asked of a stream at a time."""

PIECE_BYTES = 1 << 18
"""Octets that a decompressor gives at a time."""

ZSTD_FEED_BYTES = 1 << 10
"""Octets given to zstd at a time: it gives all they stand for at once, at most 128 KiB for every four of them."""

MAX_WINDOW_BYTES = 1 << 27
"""Memory that a decompressor may take: what `zstd --long=27` and `xz -9` need."""

FREE_EXPANSION_BYTES = 1 << 28
"""Octets that anything may expand to, however small it is packed."""

MAX_EXPANSION = 250
"""How many times its packed size anything may expand to past that. Mail packs 3 to 10 times; a bomb 1,000 times and more."""

FROM_LINE_BYTES = 1_000
"""Octets of the longest line that can part two messages of an mbox."""

FIELD_NAME_BYTES = 200
"""Octets of the longest name of a header field that the line behind it is known by."""

MAX_TAR_HEADER_BYTES = 1 << 20
"""Octets of what a tar may say of one member: a long name, or extended attributes. tarfile holds them in memory."""

MAX_GIT_LINE_BYTES = 10_000
"""Octets of the longest line taken from git; one about a member of a public inbox has 200."""

MAX_DEPTH = 64
"""Folders within folders of an Outlook file."""

MAX_ATTACHMENTS = 1_000
"""Attachments taken of one message of an Outlook file."""
