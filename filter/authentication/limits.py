"""Every bound on what is checked of one mail's origin, in one place. What lies past a bound is not looked at, or is a permerror."""

SPF_LOOKUPS = 10
"""Terms of an SPF record, and of those it includes, that may ask the DNS (RFC 7208 4.6.4)."""

SPF_VOIDS = 2
"""Answers without a record that such terms may get (RFC 7208 4.6.4)."""

SPF_HOSTS = 10
"""Mail exchangers of one `mx`, past which it is wrong; and names of the client looked at (RFC 7208 4.6.4)."""

SPF_TERMS = 500
"""Terms of one SPF record."""

SIGNATURES = 6
"""DKIM signatures checked of one mail: those of the author's domain first."""

SIGNATURES_READ = 50
"""DKIM-Signature fields read to choose them."""

SIGNED_NAMES = 300
"""Names of header fields that one signature may list."""

HEADER_BYTES = 128 * 1024
"""Octets of a header block; signatures in a longer one are not checked."""

INLINE_BYTES = 64 * 1024
"""Octets of a body hashed at once; a longer one is hashed in a thread, in pieces of this size."""

TAGS = 60
"""Tags of one tag list: a signature, a key, a policy."""

RSA_BITS = 1024, 8192
"""Fewest bits of an RSA key that is believed (RFC 8301 3.2), and most that are calculated with."""

RSA_EXPONENT_BITS = 64
"""Most bits of an RSA key's public exponent: it says how long a signature takes to check."""

KEYS = 3
"""TXT records looked at for a key; RFC 6376 3.6.2.2 allows one."""

NAME_CHARS = 253
"""Characters of a domain name."""

LABEL_CHARS = 63
"""Characters of one of its labels (RFC 1035 2.3.4)."""

ANSWER_RECORDS = 200
"""Records of one answer; more are no answer."""

ANSWER_CHARS = 32 * 1024
"""Characters of one answer's records together; more are no answer."""

CACHED_ANSWERS = 4096
"""Answers kept for the next mail, in one process."""

CACHED_CHARS = 4096
"""Characters of an answer that is kept."""

CACHED_SECONDS = 3600.0
"""Longest that an answer is kept, whatever its TTL."""

EMPTY_SECONDS = 60.0
"""How long an answer without a record is kept."""
