"""Every bound on what the judge reads of one mail, in one place. A mail past a bound is cut there, marked and still judged."""

PARSED_BYTES = 256 * 1024
"""Octets handed to the MIME parser; a larger mail is judged by a view that keeps the head of every part."""

PART_BYTES = 48 * 1024
"""Octets kept of each part in that view."""

HEADER_BYTES = 32 * 1024
"""Octets kept of the header block; the MIME parser's time grows with its square in the worst case."""

PART_HEADER_BYTES = 4 * 1024
"""Octets kept of a part's own header block, for the same reason."""

HEADERS = 250
"""Header fields kept."""

HEADER_CHARS = 4096
"""Characters kept of one header field."""

NESTING = 40
"""Multiparts and attached messages in one mail; past it the body is read as flat text, for the MIME parser recurses."""

PARTS = 100
"""MIME parts looked at."""

TEXT_CHARS = 16 * 1024
"""Characters of visible text kept, and of hidden text."""

HTML_CHARS = 128 * 1024
"""Characters of HTML handed to the HTML parser."""

HTML_TAGS = 10_000
"""Tags in that HTML; what follows is cut: deep nesting costs the HTML parser more than its length."""

LINKS = 150
"""Links kept."""

URL_CHARS = 2048
"""Characters kept of one link."""

ATTACHMENTS = 50
"""Attachments kept."""

ATTACHMENT_HEAD = 512
"""Decoded octets kept of each attachment."""

ADDRESSES = 50
"""Recipients kept."""

EVIDENCE_CHARS = 120
"""Characters of evidence kept in a reason or a hit."""
