"""The relay: one client's SMTP transaction, mirrored to the next hop while it happens.

Holds the wire and nothing else: what is said, in which order, and what was promised. 250 is given only after the next hop's
250 or a durable quarantine. Never judges, never knows a threshold, never parses a message beyond finding its header block,
never rewrites the octets that came. Only `server` imports aiosmtpd.
"""
