"""Every bound on what the judge reads of one mail, in one place. A mail past a bound is cut there, marked and still judged."""

TEXT_BYTES = 256 * 1024
"""Octets of text parts decoded in one mail, as they are encoded."""

PART_BYTES = 48 * 1024
"""Octets of each text part decoded, of a mail longer than that."""

HEADER_BYTES = 32 * 1024
"""Octets read of the header block."""

PART_HEADER_BYTES = 4 * 1024
"""Octets read of a part's own header block."""

HEADERS = 250
"""Header fields kept."""

HEADER_CHARS = 4096
"""Characters kept of one header field."""

NESTING = 15
"""Multiparts and attached messages inside one another; what lies deeper is read as flat text."""

PARTS = 100
"""MIME parts looked at."""

BOUNDARIES = 1000
"""Lines looked at that may delimit parts."""

DELIMITER_PASSES = 3
"""Times its length that a mail is looked through for such lines, all multiparts together; then `TEXT_BYTES` of each multipart."""

PARAMETERS = 100
"""Parameters looked at of one structured field."""

EXTENDED_CHARS = 1024
"""Characters read of a parameter that is split up or has a charset of its own (RFC 2231)."""

TEXT_CHARS = 16 * 1024
"""Characters of visible text kept, and of hidden text."""

LAST_CHARS = 4 * 1024
"""Characters kept of the end of a longer text."""

HTML_CHARS = 128 * 1024
"""Characters of HTML handed to the HTML parser."""

HTML_TAGS = 7000
"""Tags read in all HTML of one mail; what follows is cut: nesting costs the HTML parser more than length."""

HTML_OPEN = 1000
"""Elements that a page may leave open; one that leaves more is read flat, with nothing inside anything."""

HTML_REOPENED = 60_000
"""Elements that the HTML parser may add to a mail's pages where formatting is never closed; a page that could add more is read flat."""

HOST_LABELS = 8
"""Labels of a host compared with a list of hosts, from its end; a host may have a thousand."""

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
