from __future__ import annotations

import pytest

from filter.judge import naming
from filter.judge.mail import Address, Message
from filter.judge.parse import parse
from filter.judge.structure import tokens
from filter.judge.verdict import THREATS
from filter.lab.unseen import UNSEEN

FORM = b"Content-Type: text/html\n\n<form action=x><input></form>"
PARTS = b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Disposition: attachment; filename="a.%b"\n\nx\n--b--\n'


def told() -> set[str]:
    """Structure tokens of mails that show each thing that is left out."""
    links = "http://a.ch http://bit.ly/x http://x.weebly.com http://a.b.com/c/d.php http://a.com/b/c.asp !!!!"
    links += " http://a.com/b/c.aspx http://a.com/b/c.cgi http://a.com/b/c.jsp"
    plain = f"From: a@mail.b.com\nTo: {', '.join(f'r{number}@c.com' for number in range(12))}, a@mail.b.com\n\n{links}".encode()
    mails = [plain, FORM, b"To: undisclosed-recipients:;\nFrom: a@b.com\n\nx"]
    mails += [b"From: a@gmail.com\nReply-To: b@gmail.com\n\nx", b"Content-Type: text/html\n\n<a href=http://a.com>www.b.com</a>"]
    mails += [PARTS % ending for ending in b"asc csv doc docx patch pptx txt xls xlsx odd".split()]
    return {token for mail in mails for token in tokens(parse(mail))}


@pytest.mark.parametrize("threat", THREATS)
def test_what_is_left_out_is_a_token(threat: str) -> None:
    """Each stands for something that a mail can have, so that none is left over when a token is called otherwise."""
    closed = {token for token in UNSEEN[threat] - naming.TOKENS if not token.startswith("link to .")}
    assert closed <= told()
    assert {token for token in told() if token.startswith("link to .")} - UNSEEN[threat] <= {"link to .php"}


def test_no_country_speaks_for_mail() -> None:
    """A link to any is seen by no threat's regression; how an address hangs together is."""
    sender = Message(sender=Address("Ann Weiss", "weiss", "b.ch"), text="http://c.ch http://d.pl", markup="plain")
    seen = {threat: [token for token in tokens(sender) if token not in UNSEEN[threat]] for threat in THREATS}
    assert all("sender's name is in the local part" in left for left in seen.values())
    assert not any("link to ." in token for left in seen.values() for token in left)
