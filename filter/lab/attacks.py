"""Ways to get a bad mail past a filter without changing what its reader sees, or much of it. Octets in, octets out.

Each takes a mail and a wanted text, and writes the mail anew with the same header fields but MIME's, or puts some before them: body,
links and addresses are the original's (one changes the sender's domain). `tests/evasion` and the model's card measure what each costs in
recall. Where they are known from: SpamAssassin's and rspamd's rules against obfuscation; Lowd and Meek 2005 for good words; Unicode UTS
39 for look-alikes.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable
from itertools import cycle
from types import MappingProxyType

from filter.judge import mime
from filter.judge.mail import Message
from filter.judge.parse import parse

Attack = Callable[[bytes, str], bytes]

_WORD = re.compile(r"\w{4,}")
_LONG = re.compile(r"\w{6,}")
_BOUNDARY = "=_d3f1a09c"
_LOOKALIKES = str.maketrans("aeopcxyisj", "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0455\u0458")
_INVISIBLE = "\u200b\u00ad\u2060\u200d"
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_PARAGRAPH = "The minutes of the meeting are in the folder, and the next one is on Thursday. "
_LIST_FIELDS = (
    b"List-Id: <news.garden.example>\nList-Post: <mailto:news@garden.example>\nList-Unsubscribe: <mailto:leave@garden.example>\n"
    b"Precedence: list\nAuto-Submitted: auto-replied\n"
)
_SIGNATURE = (
    '<p>Kim Arden<br>Head of Operations, Arden Lowe Ltd<br>T 01632 960114 | M 07700 900265<br><a href="https://www.ardenlowe.example">'
    'www.ardenlowe.example</a></p><p><a href="https://www.linkedin.com/company/ardenlowe">LinkedIn</a> | '
    '<a href="https://www.facebook.com/ardenlowe">Facebook</a> | <a href="https://www.instagram.com/ardenlowe">Instagram</a></p>'
)
_NOTICE = (
    "Registered in England No. 01234567, registered office 12 Bridge Street, Leeds. This message holds confidential information and is "
    "meant only for the person named. If you are not the intended recipient you should not copy or forward it; please tell the sender at "
    "once and delete it from your system. Transmission by e-mail cannot be guaranteed to be secure or free of errors or viruses, for "
    "which the sender accepts no liability."
)
_EARLIER = (
    "On Mon, 3 Mar 2025 at 10:12, Office <office@ardenlowe.example> wrote:\n"
    "> Thanks, that is fine for us. See you on Thursday.\n> Best\n> Jane"
)
_FOOTER = (
    '<p>You are receiving this because you are a customer of Arden Lowe. <a href="https://news.ardenlowe.example/out?u=4711">Unsubscribe'
    '</a> | <a href="https://news.ardenlowe.example/set?u=4711">Preferences</a> | <a href="https://news.ardenlowe.example/web?u=4711">View '
    "in browser</a><br>Arden Lowe Ltd, 12 Bridge Street, Leeds</p>"
)
_FROM = re.compile(rb"^from:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE)
LATE_OCTETS = 60_000
"""Talk before the payload of a very long mail."""


def zero_width(content: bytes, _: str) -> bytes:
    """Invisible characters inside every word."""
    signs = cycle(_INVISIBLE)
    return _as_html(content, lambda text: html.escape(_WORD.sub(lambda word: word[0][:2] + next(signs) + word[0][2:], text)))


def lookalikes(content: bytes, _: str) -> bytes:
    """Cyrillic letters for Latin ones that look the same."""
    return _as_html(content, lambda text: html.escape(text.translate(_LOOKALIKES)))


def split_words(content: bytes, _: str) -> bytes:
    """Long words cut in two, every third spelt out by letters."""
    turns = cycle((" ", "-", ""))

    def cut(word: re.Match[str]) -> str:
        turn, middle = next(turns), len(word[0]) // 2
        return f"{word[0][:middle]}{turn}{word[0][middle:]}" if turn else " ".join(word[0])

    return _as_html(content, lambda text: html.escape(_LONG.sub(cut, text)))


def comments(content: bytes, _: str) -> bytes:
    """HTML comments and empty elements inside words."""
    signs = cycle(("<!-- k2 -->", "<b></b>", "<wbr>"))

    def commented(text: str) -> str:
        marked = html.escape(_WORD.sub(lambda word: f"{word[0][:3]}\0{word[0][3:]}", text))
        return re.sub("\0", lambda _: next(signs), marked)

    return _as_html(content, commented)


def hidden_padding(content: bytes, wanted: str) -> bytes:
    """Wanted text that the style hides."""
    return _as_html(content, html.escape, before=f'<div style="display:none;max-height:0">{html.escape(wanted)}</div>')


def visible_padding(content: bytes, wanted: str) -> bytes:
    """Wanted text below what is to be read."""
    return _as_html(content, html.escape, after=f"<p>{html.escape(wanted)}</p>")


def quoted_padding(content: bytes, wanted: str) -> bytes:
    """Wanted text above it, in plain text."""
    return _with(content, "text/plain; charset=utf-8", "8bit", f"{wanted}\n\n{_plain(parse(content))}".encode("utf-8", "replace"))


def returned(content: bytes, wanted: str) -> bytes:
    """Below wanted text and the line behind which a server's report has the mail that it returns."""
    text = f"{wanted}\n\n--- Below this line is a copy of the message.\n\n{_plain(parse(content))}"
    return _with(content, "text/plain; charset=utf-8", "8bit", text.encode("utf-8", "replace"))


def signature(content: bytes, _: str) -> bytes:
    """A firm's signature with its site and its pages elsewhere."""
    return _as_html(content, html.escape, after=_SIGNATURE)


def notice(content: bytes, _: str) -> bytes:
    """A notice of confidentiality."""
    return _as_html(content, html.escape, after=f"<p>{_NOTICE}</p>")


def quotation(content: bytes, _: str) -> bytes:
    """An earlier mail quoted below, in plain text."""
    return _with(content, "text/plain; charset=utf-8", "8bit", f"{_plain(parse(content))}\n\n{_EARLIER}\n".encode("utf-8", "replace"))


def footer(content: bytes, _: str) -> bytes:
    """A footer of bulk mail."""
    return _as_html(content, html.escape, after=_FOOTER)


def nameless(content: bytes, _: str) -> bytes:
    """The sender's name left out."""
    sender = parse(content).sender
    return _FROM.sub(lambda _: f"From: {sender}".encode("utf-8", "surrogateescape"), content, count=1) if sender else content


def no_hyphens(content: bytes, _: str) -> bytes:
    """The sender's domain registered without its hyphens, and so written wherever it stands."""
    domain = sender.domain.encode("utf-8", "surrogateescape") if (sender := parse(content).sender) else b""
    return re.sub(re.escape(domain), domain.replace(b"-", b""), content, flags=re.IGNORECASE) if b"-" in domain else content


def strange_charset(content: bytes, _: str) -> bytes:
    """UTF-16 in base64 with broken lines."""
    coded = base64.b64encode(_page(parse(content), html.escape).encode("utf-16", "replace"))
    lines = b"\n".join(coded[place : place + 61] for place in range(0, len(coded), 61))
    return _with(content, 'text/html; charset="UTF-16"', "BASE64", lines)


def every_octet_quoted(content: bytes, _: str) -> bytes:
    """Quoted-printable where it is not needed, with soft breaks inside words."""
    page = _page(parse(content), html.escape).encode("utf-8", "replace")
    body = b"=\n".join(b"".join(b"=%02X" % octet for octet in page[place : place + 20]) for place in range(0, len(page), 20))
    return _with(content, "text/html; charset=utf-8", "quoted-printable", body)


def broken_mime(content: bytes, _: str) -> bytes:
    """A multipart that is never closed, with a header field cut off and an odd boundary."""
    page = _page(parse(content), html.escape)
    body = f"--{_BOUNDARY}\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\nX-Cut\n\n{page}\n"
    return _with(content, f"multipart/mixed;\n boundary={_BOUNDARY}  ", "7bit", body.encode("utf-8", "replace"))


def picture(content: bytes, _: str) -> bytes:
    """All words in a picture that is a link."""
    message = parse(content)
    href = next((link.url for link in message.links if link.host), "")
    image = f'<a href="{html.escape(href)}"><img src="cid:p1"></a>' if href else '<img src="cid:p1">'
    body = (
        f"--{_BOUNDARY}\nContent-Type: text/html; charset=utf-8\n\n<html><body>{image}</body></html>\n"
        f"--{_BOUNDARY}\nContent-Type: image/png\nContent-ID: <p1>\nContent-Transfer-Encoding: base64\n\n{_PIXEL}\n--{_BOUNDARY}--\n"
    )
    return _with(content, f'multipart/related; boundary="{_BOUNDARY}"', "7bit", body.encode("utf-8", "replace"))


def attached_page(content: bytes, _: str) -> bytes:
    """The whole text in an attached page."""
    page = base64.encodebytes(_page(parse(content), html.escape).encode("utf-8", "replace")).decode()
    body = (
        f"--{_BOUNDARY}\nContent-Type: text/plain\n\nPlease see the attached.\n--{_BOUNDARY}\nContent-Type: application/octet-stream\n"
        f'Content-Disposition: attachment; filename="message.html"\nContent-Transfer-Encoding: base64\n\n{page}--{_BOUNDARY}--\n'
    )
    return _with(content, f'multipart/mixed; boundary="{_BOUNDARY}"', "7bit", body.encode())


def late_payload(content: bytes, wanted: str) -> bytes:
    """Talk for pages, and the payload at the end."""
    talk = (f"{wanted}\n{_PARAGRAPH}" * (1 + LATE_OCTETS // (len(wanted) + len(_PARAGRAPH))))[:LATE_OCTETS]
    return _with(content, "text/plain; charset=utf-8", "8bit", f"{talk}\n\n{_plain(parse(content))}".encode("utf-8", "replace"))


def list_headers(content: bytes, _: str) -> bytes:
    """Header fields of a mailing list and of an answer by a program, that mail wanted by many has."""
    fields = _LIST_FIELDS.replace(b"\n", b"\r\n") if b"\r\n" in content else _LIST_FIELDS
    before = content.find(b"\n") + 1 if content.startswith(b"From ") else 0  # the line that an mbox has before each mail
    return content[:before] + fields + content[before:]


ATTACKS: MappingProxyType[str, Attack] = MappingProxyType(
    {
        "zero-width letters": zero_width,
        "look-alike letters": lookalikes,
        "split words": split_words,
        "comments inside words": comments,
        "hidden padding": hidden_padding,
        "visible padding": visible_padding,
        "padding above, plain": quoted_padding,
        "as a returned copy": returned,
        "signature with links": signature,
        "legal notice": notice,
        "earlier mail quoted": quotation,
        "bulk footer": footer,
        "no sender's name": nameless,
        "no hyphens in a domain": no_hyphens,
        "strange charset, base64": strange_charset,
        "every octet quoted": every_octet_quoted,
        "broken MIME": broken_mime,
        "picture": picture,
        "attached page": attached_page,
        "late payload": late_payload,
        "a list's headers": list_headers,
    }
)


def _page(message: Message, disguised: Callable[[str], str], before: str = "", after: str = "") -> str:
    """An HTML page of a message's text and links."""
    lines = "<br>".join(disguised(line) for line in message.text.splitlines())
    links = "".join(f'<p><a href="{html.escape(link.url)}">{html.escape(link.text)}</a></p>' for link in message.links if link.host)
    return f"<html><body>{before}<p>{lines}</p>{links}{after}</body></html>"


def _plain(message: Message) -> str:
    return "\n".join([message.text, *(link.url for link in message.links if link.host)])


def _as_html(content: bytes, disguised: Callable[[str], str], before: str = "", after: str = "") -> bytes:
    page = _page(parse(content), disguised, before, after)
    return _with(content, "text/html; charset=utf-8", "8bit", page.encode("utf-8", "replace"))


def _with(content: bytes, kind: str, encoding: str, body: bytes) -> bytes:
    """The mail's own header fields but those of MIME, and another body."""
    fields = [(name, value) for name, value in mime.read(content).headers if not name.startswith("content-") and name != "mime-version"]
    kept = "".join(f"{name}: {value}\n" for name, value in fields).encode("utf-8", "surrogateescape")
    return kept + f"MIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + body
