from __future__ import annotations

import pytest
from attachments import attached, letter, zipped
from codes import code, drawn
from hostile import encoded, mixed, page, part, plain

import filter.demo
from filter.judge import limits
from filter.judge.mail import Address, Attachment, Link, Message
from filter.judge.parse import parse

HTML = b"Content-Type: text/html; charset=utf-8\r\n"


@pytest.mark.parametrize(
    ("value", "sender"),
    [
        ('"The Shop", "The Shop" <a@b.example>', Address("The Shop", "a", "b.example")),
        ("Service, <a@b.example>, Service, <c@d.example>", Address("Service", "a", "b.example")),
        ("Shop <>, a@b.example", Address("Shop", "a", "b.example")),
        ("Brook, Ann <a@b.example>", Address("Ann", "a", "b.example")),
        ("<a@b.example>, Ann <c@d.example>", Address("", "a", "b.example")),
        ("Ann, Bob", Address("", "Ann", "")),
        ("", None),
    ],
)
def test_the_sender_is_the_first_with_an_address(value: str, sender: Address | None) -> None:
    """Under its own name, else the one that stands by itself before it; without any address, who is named first."""
    assert parse(f"From: {value}\n\nx\n".encode()).sender == sender


def test_a_plain_mail() -> None:
    """What a reader sees of a plain mail: who wrote, to whom, about what, and the text with its link."""
    content = (
        b'From: =?utf-8?Q?J=C3=BCrgen?= <J@Shop.Example>\r\nTo: a@b.example, "C, D" <c@d.example>\r\nCc: e@f.example\r\n'
        b"Reply-To: Help <help@shop.example>\r\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\r\n\r\nSee http://shop.example/x."
    )
    message = parse(content)
    assert message.sender == Address("Jürgen", "J", "shop.example")
    assert message.recipients == (Address("", "a", "b.example"), Address("C, D", "c", "d.example"), Address("", "e", "f.example"))
    assert message.reply_to == (Address("Help", "help", "shop.example"),)
    assert (message.subject, message.text, message.markup) == ("Grüße", "See http://shop.example/x.", "plain")
    assert message.links == (Link("http://shop.example/x", "shop.example", "http://shop.example/x"),)
    assert message.defects == ()


@pytest.mark.parametrize(
    ("value", "addresses"),
    [
        ("a@b.example", [Address("", "a", "b.example")]),
        ("<a@b.example>", [Address("", "a", "b.example")]),
        ("Ann <a@B.example>,", [Address("Ann", "a", "b.example")]),
        ("Ann <a@b.example.>", [Address("Ann", "a", "b.example")]),
        ("a@b.example (Ann)", [Address("Ann", "a", "b.example")]),
        ('"Ann \\"A\\"" <a@b.example>', [Address('Ann "A"', "a", "b.example")]),
        ("Friends: a@b.example, c@d.example;", [Address("", "a", "b.example"), Address("", "c", "d.example")]),
        ("undisclosed-recipients:;", []),
        ("Ann", [Address("", "Ann", "")]),
        ("", []),
    ],
)
def test_address_forms(value: str, addresses: list[Address]) -> None:
    """Mailboxes in the forms that mail programs write, common and not."""
    assert list(parse(f"To: {value}\r\n\r\n".encode()).recipients) == addresses


@pytest.mark.parametrize("raw", ["Jürgen".encode(), "Jürgen".encode("latin-1")])
def test_raw_octets_in_headers(raw: bytes) -> None:
    """Headers with unencoded characters are read as UTF-8 or Windows-1252."""
    message = parse(b"From: " + raw + b" <j@shop.example>\r\nSubject: " + raw + b"\r\n\r\n")
    assert message.sender == Address("Jürgen", "j", "shop.example")
    assert message.subject == "Jürgen"


def test_the_first_field_of_a_name_counts() -> None:
    """Of two subjects the first is read."""
    assert parse(b"Subject: one\r\nSubject: two\r\n\r\n").subject == "one"


def test_html_shows_its_text() -> None:
    """Of an HTML mail the text is what the markup shows."""
    message = parse(page(b"<p>Pay</p><p style='display:none'>ham</p><img><form></form><a href='http://e.example'>here</a>"))
    assert (message.text.split(), message.hidden, message.markup) == (["Pay", "here"], "ham", "html")
    assert (message.images, message.forms, message.links[0].host) == (1, 1, "e.example")


def alternative(one: bytes, other: bytes) -> bytes:
    return mixed(one, other).replace(b"multipart/mixed", b"multipart/alternative")


def test_of_alternatives_the_html_is_read() -> None:
    """Where there is an HTML version the plain one is not text, for no reader sees it; its links count."""
    message = parse(alternative(part(b"ham http://plain.example"), part(b"<b>offer</b>", HTML)))
    assert (message.text, message.markup) == ("offer", "both")
    assert [link.host for link in message.links] == ["plain.example"]


def test_a_plain_version_alone_is_read() -> None:
    """Without an HTML version the plain one is the text."""
    assert parse(alternative(part(b"text"), part(b"BEGIN", b"Content-Type: text/calendar\r\n"))).text == "text"


def test_parts_are_read_in_order() -> None:
    """The texts of a mail come in the order a reader meets them."""
    assert parse(mixed(part(b"one"), part(b"<i>two</i>", HTML), part(b"three"))).text.split() == ["one", "two", "three"]


def test_attachments() -> None:
    """What is not shown is attached: with its name, kind, size and first octets; a text too, if its sender says so."""
    image = part(b"iVBORw==", b"Content-Type: image/PNG; name=a.png\r\nContent-Transfer-Encoding: base64\r\n")
    note = part(b"note", b"Content-Type: text/plain\r\nContent-Disposition: ATTACHMENT; filename=n.txt\r\n")
    message = parse(mixed(part(b"see"), image, note))
    assert message.attachments == (Attachment("a.png", "image/png", 4, b"\x89PNG"), Attachment("n.txt", "text/plain", 4, b"note"))
    assert message.text == "see\nnote"
    assert message.markup == "plain"


def test_an_attached_page_is_read_last() -> None:
    """What a click shows is read, by its kind or its name, after what is shown without one; it does not tell how the mail is written."""
    page = part(b"<p>Sign in <a href='https://a.test/x'>here</a>", b"Content-Type: application/octet-stream; name=Page.HTM\r\n")
    message = parse(mixed(page, part(b"see")))
    assert message.text.split() == ["see", "Sign", "in", "here"]
    assert [link.host for link in message.links] == ["a.test"]
    assert message.markup == "plain"


def test_the_end_of_a_long_text_is_kept() -> None:
    """Talk cannot push what follows past the limit."""
    message = parse(b"Subject: x\r\n\r\n" + b"talk " * 12_000 + b"pay now")
    assert len(message.text) == limits.TEXT_CHARS
    assert message.text.startswith("talk talk")
    assert message.text.endswith("talk pay now")


RETURNED = part(b"Subject: x\r\n\r\nBuy now https://a.example/", b"Content-Type: message/rfc822\r\n")


def report(*parts: bytes) -> Message:
    return parse(mixed(*parts).replace(b"multipart/mixed", b"Multipart/Report; report-type=delivery-status"))


@pytest.mark.parametrize("kind", [b"delivery-status", b"Delivery-Status", b"disposition-notification", b"feedback-report"])
def test_what_a_report_returns_is_not_its_text(kind: bytes) -> None:
    """A returned message was written by somebody else; but its links can be followed."""
    message = report(part(b"Not delivered."), part(b"Action: failed", b"Content-Type: message/" + kind + b"\r\n"), RETURNED)
    assert "Not delivered." in message.text and "Buy now" not in message.text
    assert message.attachments == (Attachment("", "message/rfc822", 0, b""),)
    assert [link.host for link in message.links] == ["a.example"]
    assert message.enclosed == 0


def test_what_merely_calls_itself_a_report_is_read() -> None:
    """Where it tells of no delivery, reading or complaint, a mail inside it is a mail like any attached one."""
    message = report(part(b"Please see below."), RETURNED)
    assert message.text == "Please see below.\nBuy now https://a.example/"
    assert [link.host for link in message.links] == ["a.example"]


def test_an_attached_page_is_no_other_version_of_the_text() -> None:
    """The text beside it is what a reader sees: only a page that is shown takes its place."""
    attachment = part(b"<p>hi</p>", b"Content-Type: text/html\r\nContent-Disposition: attachment; filename=a.html\r\n")
    shown = part(b"<p>hi</p>", b"Content-Type: text/html\r\n")
    for other, text in ((attachment, "Buy now\nhi\n"), (shown, "hi\n")):
        message = parse(mixed(part(b"Buy now"), other).replace(b"multipart/mixed", b"multipart/alternative"))
        assert message.text == text


def test_an_attached_text_is_no_other_version_of_a_page() -> None:
    """A click shows it, as any attached text."""
    attachment = part(b"Buy now", b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n")
    mail = mixed(attachment, part(b"<p>hi</p>", b"Content-Type: text/html\r\n"))
    assert parse(mail.replace(b"multipart/mixed", b"multipart/alternative")).text == "hi\n\nBuy now"


def test_a_forwarded_message_is_text() -> None:
    """A message that is attached to another is read with it."""
    assert parse(mixed(part(b"see"), part(b"Subject: x\r\n\r\nBuy now", b"Content-Type: message/rfc822\r\n"))).text == "see\nBuy now"


@pytest.mark.parametrize("how", [b"base64", b"Base64 ", b"BASE64"])
def test_encodings_are_read_as_mail_readers_do(how: bytes) -> None:
    """A space behind the name of an encoding does not hide the text from the judge alone."""
    assert parse(encoded(b"QnV5IG5vdw==", how)).text == "Buy now"


def test_dashes_in_a_text_are_text() -> None:
    """A line that begins with two dashes is no boundary unless it is the boundary, however long the text behind it."""
    patch = b"--- a\r\n" + b"+ added\r\n" * 1000 + b"-- \r\nAnn"
    assert parse(plain(patch)).text == patch.decode()
    assert parse(mixed(part(patch))).text == patch.decode()


def test_long_gaps_do_not_push_the_text_away() -> None:
    """What shows nothing takes no room in a long text."""
    text = parse(plain(b"a\r\n" + b" \r\n" * 20_000 + "\u200b".encode() * 5_000 + b" offer")).text
    assert text.startswith("a\n") and text.endswith("offer")
    assert parse(plain(b"a\r\n" + b" \t\r\n" * 20_000 + b"offer")).text == "a\noffer"


@pytest.mark.parametrize("mail", filter.demo.mails(), ids=lambda mail: mail.name)
def test_line_ends_make_no_difference(mail: filter.demo.DemoMail) -> None:
    """A file with bare LF and the same mail off the wire show the same words and links."""
    unix = mail.content.replace(b"\r\n", b"\n")
    one, other = parse(unix), parse(unix.replace(b"\n", b"\r\n"))
    assert one.text.split() == other.text.split()
    assert (one.links, one.sender, one.subject) == (other.links, other.sender, other.subject)
    assert [file.name for file in one.attachments] == [file.name for file in other.attachments]
    assert one.defects == other.defects == ()


def test_what_lies_inside_changes_nothing_that_is_shown() -> None:
    """Names, links and codes found inside attachments have fields of their own: text and links are those of the mail."""
    files = (
        attached(zipped("order.exe"), "a.zip"),
        attached(b"%PDF-1.7 /URI (https://a.example/)", "a.pdf"),
        attached(drawn(code()), "a.png"),
    )
    message = parse(letter("see https://b.example/", *files))
    assert [attachment.inside for attachment in message.attachments] == [("order.exe",), (), ()]
    assert [link.host for link in message.attachments[1].links] == ["a.example"]
    assert [link.host for link in message.qr_links] == ["login.evil.example"]
    assert [link.host for link in message.links] == ["b.example"]
    assert message.text == "see https://b.example/"


def test_mails_attached_are_counted() -> None:
    """Each mail inside a mail is counted; what a report returns is an attachment already."""
    inner = b"Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n\r\nx"
    assert parse(mixed(inner, inner)).enclosed == 2
    assert report(inner).enclosed == 1
    assert parse(plain(b"x")).enclosed == 0


def test_a_page_that_builds_a_file() -> None:
    """A script that builds a file is seen, though no script is shown."""
    message = parse(page(b"<p>wait</p><script>URL.createObjectURL(b)</script>"))
    assert (message.smuggles, message.text.strip()) == (True, "wait")
    assert not parse(page(b"<p>wait</p><script>go()</script>")).smuggles
