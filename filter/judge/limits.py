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
"""Starts of elements that a page may have more than ends; one that has more is read flat, with nothing inside anything."""

HTML_REOPENED = 60_000
"""Elements that the HTML parser may add to a mail's pages where formatting is never closed; a page that could add more is read flat."""

HTML_PAIRS = 8_000_000
"""Pairs of attributes that the HTML parser may compare in a mail's pages; a page that could have more is looked at closely."""

HTML_ATTRIBUTES = 250
"""Attributes that a tag of such a page may have, and names of attributes that the page may; of one that has more few are read."""

HOST_LABELS = 8
"""Labels of a host compared with a list of hosts, from its end; a host may have a thousand."""

LINK_DOMAINS = 5
"""Registered domains that links lead to of which words are told."""

HOST_WORDS = 6
"""Words looked at of one host's name."""

NAME_WORDS = 12
"""Words of a sender's display name looked at."""

LINKS = 150
"""Links kept."""

URL_CHARS = 2048
"""Characters kept of one link."""

ATTACHMENTS = 50
"""Attachments kept."""

ATTACHMENT_HEAD = 512
"""Decoded octets kept of each attachment."""

INSIDE_BYTES = 1024 * 1024
"""Octets of attachments looked into in one mail, as they are encoded."""

INSIDE_HEAD = 96 * 1024
"""Octets looked into at the beginning of each, as they are encoded."""

INSIDE_TAIL = 64 * 1024
"""And at its end, where archives keep their directory."""

PDF_STREAMS = 50
"""Streams of deflated objects looked into in one PDF."""

PDF_DICTIONARY = 16 * 1024
"""Octets before such a stream in which it is looked for what kind of stream it is."""

PDF_OBJECTS = 256 * 1024
"""Octets inflated of all of them."""

OFFICE_PARTS = 60
"""Files looked at in which an Office document says where it leads."""

OFFICE_BYTES = 32 * 1024
"""Octets unpacked of all of them in one mail."""

ARCHIVE_ENTRIES = 1000
"""Entries looked at in either end of an archive."""

ARCHIVE_NAMES = 100
"""Names kept of an archive's files."""

UNPACKED_BYTES = 128 * 1024
"""Octets unpacked of a gzip stream, to see what it holds."""

QR_PICTURES = 6
"""Pictures of one mail in which a QR code is looked for."""

QR_BYTES = 1024 * 1024
"""Octets of pictures, and of files with some, in which a code is looked for in one mail, as they are encoded."""

QR_PIXELS = 2_500_000
"""Pixels decoded for it in one mail."""

QR_READS = 2
"""Pictures among them that are searched to the end."""

QR_READ_PIXELS = 640_000
"""Pixels of each picture that the code is looked for in; a larger one is made smaller."""

PICTURE_CHUNKS = 256
"""Chunks, segments or blocks looked at of one picture."""

ADDRESSES = 50
"""Recipients kept."""

ANSWERS = 10
"""Message ids looked at that a mail says it answers."""

EVIDENCE_CHARS = 120
"""Characters of evidence kept in a reason or a hit, and of what one signal says."""

SIGNALS_CHARS = 3 * EVIDENCE_CHARS
"""Characters of evidence kept in a hit on what several signals say."""

PHRASE_OCTETS = 140
"""Octets from the first word to the last of what is found as one phrase."""

FIRST_CHARS = 1200
"""Characters that asks are looked for in, at the beginning of a mail's own text."""

END_CHARS = 1200
"""The same at its end."""
