"""Whether a mail is from where it says: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489), asked of the DNS. An optional room: it needs
the extra `auth`, and is imported only where the configuration asks for it. What follows from its outcomes is the judge's.
"""
