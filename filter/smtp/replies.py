"""Every reply Sievert gives of its own, as constants, and the one way to repeat a reply of the next hop.

The client gets a generic text; the cause goes to the log. Nothing here decides which reply is due.
"""

from __future__ import annotations

from dataclasses import dataclass

# A reply line may have 512 octets with its code and CRLF (RFC 5321 4.5.3.1.5), and a next hop may not make ours endless.
LINE_CHARACTERS = 500
REPLY_LINES = 20


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply (RFC 5321 4.2): its code, and its text opening with an enhanced status code (RFC 3463); "\\n" parts its lines."""

    code: int
    text: str

    def __str__(self) -> str:
        """As it goes on the wire, without the last CRLF."""
        if "\n" not in self.text:
            return f"{self.code} {self.text}"
        *above, last = self.text.split("\n")
        return "".join(f"{self.code}-{line}\r\n" for line in above) + f"{self.code} {last}"

    @property
    def accepted(self) -> bool:
        """Whether it is a positive completion (2yz)."""
        return self.code // 100 == 2


START_DATA = Reply(354, "End data with <CR><LF>.<CR><LF>")
SENDER_OK = Reply(250, "2.1.0 Ok")
RECIPIENT_OK = Reply(250, "2.1.5 Ok")

GREETING = "ESMTP Sievert"
OK = Reply(250, "2.0.0 Ok")
GOODBYE = Reply(221, "2.0.0 Bye")
START_TLS = Reply(220, "2.0.0 Ready to start TLS")
HELP = Reply(214, "2.0.0 RFC 5321 has the commands")
CANNOT_VERIFY = Reply(252, "2.5.2 Cannot verify, but will take mail for it and try")

REFUSED = Reply(550, "5.7.1 Message refused")
BARE_NEWLINE = Reply(550, "5.5.2 Bare CR or LF in the content")
RELAY_DENIED = Reply(554, "5.7.1 Relay access denied")
NEED_TLS = Reply(530, "5.7.0 Must issue a STARTTLS command first")
NOT_TRUSTED = Reply(550, "5.7.0 Not authorised")
NOT_ADMITTED = Reply(554, "5.7.1 Access denied")
LOOP = Reply(554, "5.4.6 Too many hops")
TOO_LARGE = Reply(552, "5.3.4 Message too large")
HEADER_TOO_LARGE = Reply(552, "5.3.4 Message header too large")
NEEDS_8BIT = Reply(554, "5.6.3 8-bit content cannot be passed on")
NEEDS_SMTPUTF8 = Reply(550, "5.6.7 Internationalised mail cannot be passed on")

BAD_SENDER = Reply(501, "5.1.7 Syntax: MAIL FROM:<address>")
BAD_RECIPIENT = Reply(501, "5.1.3 Syntax: RCPT TO:<address>")
BAD_PARAMETER = Reply(501, "5.5.4 Parameter value not understood")
BAD_DATA = Reply(501, "5.5.4 Syntax: DATA")
BAD_BDAT = Reply(501, "5.5.4 Syntax: BDAT octets [LAST]")
BAD_HELLO = Reply(501, "5.5.4 Syntax: the name of the client's host")
BAD_ATTRIBUTES = Reply(501, "5.5.4 Syntax: attribute=value in xtext")
NEED_ARGUMENT = Reply(501, "5.5.4 Argument expected")
NO_ARGUMENT = Reply(501, "5.5.4 No argument expected")
LINE_TOO_LONG = Reply(500, "5.5.2 Command line too long")
NOT_KNOWN = Reply(500, "5.5.2 Command not recognised")
NOT_OFFERED = Reply(502, "5.5.1 Command not implemented")
NEED_HELLO = Reply(503, "5.5.1 Need EHLO first")
IN_TRANSACTION = Reply(503, "5.5.1 Not within a transaction")
IN_BDAT = Reply(503, "5.5.1 BDAT has begun")
UNDER_TLS = Reply(503, "5.5.1 TLS has begun already")
NESTED_MAIL = Reply(503, "5.5.1 Sender already given")
NEED_MAIL = Reply(503, "5.5.1 Need MAIL first")
NEED_RECIPIENT = Reply(503, "5.5.1 Need RCPT first")
NO_RECIPIENT = Reply(554, "5.5.1 No valid recipients")
OWN_TRANSACTION = Reply(452, "4.5.3 This recipient needs a transaction of its own")
TOO_MANY_RECIPIENTS = Reply(452, "4.5.3 Too many recipients")

LOCAL_ERROR = Reply(451, "4.3.0 Temporary failure, try again later")
DISK_FULL = Reply(452, "4.3.1 Temporary lack of space, try again later")
NO_ROOM = Reply(452, "4.3.1 Too much mail at a time, try again later")
TOO_MANY_CLIENTS = Reply(421, "4.7.0 Too many connections, try again later")
TOO_MANY_ERRORS = Reply(421, "4.7.0 Too many errors, closing")
NEXT_HOP_FAILED = Reply(451, "4.4.1 Temporary failure, try again later")
IDLE = Reply(421, "4.4.2 Idle for too long, closing")
SHUTTING_DOWN = Reply(421, "4.3.2 Service shutting down, try again later")


def chunk_taken(octets: int) -> Reply:
    """A BDAT that was not the last (RFC 3030 2)."""
    return Reply(250, f"2.0.0 {octets} octets received")


def accepted(identity: str) -> Reply:
    """What the client hears when its message was taken, whether delivered or held: the two must not differ."""
    return Reply(250, f"2.0.0 Ok: accepted {identity}")


def mirrored(code: int, text: str) -> Reply:
    """The next hop's reply, made safe to repeat: printable ASCII, bounded, each line with an enhanced status code (RFC 2034).

    451 for what is no final reply to a command, and for 421: the next hop closes its channel, not we ours.
    """
    if code == 421 or code // 100 not in (2, 4, 5):
        code, text = NEXT_HOP_FAILED.code, NEXT_HOP_FAILED.text
    lines = [_printable(line) for line in (text or "Ok").split("\n")[:REPLY_LINES]]
    status = lines[0].partition(" ")[0]
    if _enhanced(code, status):
        return Reply(code, "\n".join((line if line.startswith(status) else f"{status} {line}")[:LINE_CHARACTERS] for line in lines))
    return Reply(code, "\n".join(f"{code // 100}.0.0 {line}"[:LINE_CHARACTERS] for line in lines))


def _enhanced(code: int, status: str) -> bool:
    numbers = status.split(".")
    return len(numbers) == 3 and numbers[0] == str(code // 100) and all(number.isdigit() and len(number) < 4 for number in numbers)


def _printable(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    return "".join(char if " " <= char <= "~" else "?" for char in line)
