"""Every named bound, with a mail that goes past it; and every hostile mail we could think of, against the clock and the memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import numpy as np
import pytest
from attachments import HYPERLINK, attached, chunk, letter, office, packed, png, related, tarred, zipped
from codes import code, drawn, flood
from hostile import HOSTILE, PAYLOAD, encoded, mixed, nested, page, part, plain
from hostile_files import HOSTILE_FILES
from hostile_tags import HOSTILE_TAGS
from weights import random_judge

from filter.judge import limits, mime
from filter.judge.correspondents import correspondents
from filter.judge.domains import SHORTENERS, under
from filter.judge.features import extract
from filter.judge.inside import archives, magic, pictures
from filter.judge.inside import attached as inside
from filter.judge.inside.office import Outside, Reader
from filter.judge.mail import Mail, Message
from filter.judge.parse import parse
from filter.judge.rules.conditions import All, Holds
from filter.judge.scene import Scene, Signal
from filter.judge.search.wording import Wording, Wordings
from filter.judge.structure import tokens

SECONDS, ROUNDS = 0.25, 3
MEMORY_TIMES, MEMORY_BYTES = 4, 40 * 1024 * 1024

PNG = b"Content-Type: image/png; name=a.png\r\n"
SHOWN = PAYLOAD.decode()


@pytest.mark.parametrize("name", [*HOSTILE, *HOSTILE_FILES, *HOSTILE_TAGS])
def test_hostile_mail_is_judged_quickly(name: str) -> None:
    """No hostile mail takes longer, the best of some times; on a quiet machine none takes half of it, nearly all a tenth."""
    mail = Mail((HOSTILE | HOSTILE_FILES | HOSTILE_TAGS)[name]())
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        verdict = random_judge().judge(mail)
        times.append(perf_counter() - start)
    assert min(times) < SECONDS
    assert all(-1e6 < value < 1e6 for value in verdict.log_odds)


LARGE = ["25 MB before the text", "nested around 8 MB", "CR in a multipart", "attributes", "headers", "parts"]
LARGE_INSIDE = ["gzip bombs", "huge picture in few octets", "picture that is dear", "pdf of pictures", "zips"]


@pytest.mark.parametrize("name", LARGE + LARGE_INSIDE)
def test_hostile_mail_takes_little_memory(name: str) -> None:
    """Reading a mail takes at most four times its size and 40 MB."""
    content = (HOSTILE | HOSTILE_FILES)[name]()
    tracemalloc.start()
    extract(parse(content))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEMORY_TIMES * len(content) + MEMORY_BYTES


@pytest.mark.parametrize(
    "name", ["25 MB before the text", "25 MB of dashes before the text", "semicolons in a part", "gaps before the text"]
)
def test_text_behind_the_bulk_is_seen(name: str) -> None:
    """What is put in front of the text does not hide it."""
    assert SHOWN in parse(HOSTILE[name]()).text


def fields(count: int, name: bytes = b"X-Some") -> bytes:
    return b"".join(b"%s-%d: v\r\n" % (name, n) for n in range(count))


def test_header_bytes() -> None:
    """Fields past the bound are not read, the body is."""
    message = parse(b"X-Long: " + b"a" * limits.HEADER_BYTES + b"\r\nSubject: late\r\n\r\n" + PAYLOAD)
    assert (message.subject, message.text) == ("", SHOWN)
    assert "header block cut" in message.defects


def test_header_bytes_cut_after_a_whole_field() -> None:
    """The field that the bound falls into is dropped, not shortened."""
    names = [name for name, _ in parse(fields(10_000) + b"\r\n" + PAYLOAD).headers]
    assert names == [f"x-some-{n}" for n in range(len(names))]


def test_part_header_bytes() -> None:
    """A part's fields past the bound are not read, its text is."""
    long = b"X-Long: " + b"a" * limits.PART_HEADER_BYTES + b"\r\nContent-Type: image/png\r\n"
    message = parse(mixed(part(PAYLOAD, long)))
    assert message.text == SHOWN
    assert "header block cut" in message.defects


def test_headers() -> None:
    """Fields past the count are not kept."""
    assert len(parse(fields(limits.HEADERS + 5, b"X") + b"\r\n").headers) == limits.HEADERS


def test_header_chars() -> None:
    """A long field is cut, and so is the subject."""
    message = parse(b"Subject: " + b"s" * (limits.HEADER_CHARS + 9) + b"\r\n\r\n")
    assert len(message.headers[0][1]) == len(message.subject) == limits.HEADER_CHARS


def test_nesting() -> None:
    """What lies at the bound is read as MIME; what lies deeper is read as flat text."""
    at, past = parse(nested(limits.NESTING, part(PAYLOAD))), parse(nested(limits.NESTING + 1, part(PAYLOAD)))
    assert (at.text, at.defects) == (SHOWN, ())
    assert SHOWN in past.text and "Content-Type" in past.text
    assert past.defects == ("nested too deep",)


def test_parts() -> None:
    """Parts past the count are not read."""
    at = parse(mixed(*[part(b"one")] * (limits.PARTS - 1)))
    past = parse(mixed(*[part(b"one")] * limits.PARTS))
    assert at.defects == ()
    assert past.text == at.text
    assert past.defects == ("too many parts",)


def test_boundaries() -> None:
    """Lines that only look like delimiters are passed over as far as the bound, and what follows them belongs to the last part."""
    at = parse(mixed(part(b"--bb\r\n" * (limits.BOUNDARIES - 3)), part(b"", PNG)))
    past = parse(mixed(part(b"--bb\r\n" * limits.BOUNDARIES), part(b"", PNG)))
    assert (len(at.attachments), len(past.attachments)) == (1, 0)
    assert past.defects == ("no closing boundary",)


def wrapped(depth: int, inner: bytes) -> bytes:
    """Multiparts inside one another that nothing closes, `inner` at the end of the deepest."""
    names = [b"n%d" % level for level in range(depth)]
    return b"".join(b"Content-Type: multipart/mixed; boundary=" + name + b"\r\n\r\n--" + name + b"\r\n" for name in names) + inner


def test_delimiter_passes() -> None:
    """Past so many times a long mail's length only the beginning of each multipart is looked through: its first part is read."""
    bulk = part(b"A" * 75 + b"\r\n" * limits.TEXT_BYTES, b"Content-Type: image/png\r\n")
    for depth, kept, defect in ((limits.DELIMITER_PASSES, 2, "no closing boundary"), (limits.DELIMITER_PASSES + 1, 1, "multipart cut")):
        message = parse(
            wrapped(depth, part(PAYLOAD) + b"\r\n--n%d\r\n" % (depth - 1) + bulk + b"\r\n--n%d\r\n" % (depth - 1) + part(b"x", PNG))
        )
        assert message.text.strip() == SHOWN
        assert (len(message.attachments), message.defects[-1]) == (kept, defect)


def test_parameters() -> None:
    """Parameters past the count are not looked at."""
    for count, name in ((limits.PARAMETERS - 1, "a.png"), (limits.PARAMETERS, "")):
        fields = b"Content-Type: image/png\r\nContent-Disposition: attachment" + b";a=b" * count + b";filename=a.png\r\n"
        assert parse(mixed(part(b"x", fields))).attachments[0].name == name


def test_extended_chars() -> None:
    """Of a parameter in the extended form, what lies past so many characters is not read, wherever others stand."""
    long = b"".join(b"; filename*%d=%s" % (n, b"b" * 50) for n in range(30))
    fields = b"Content-Type: image/png\r\nContent-Disposition: attachment; size=" + b"1" * limits.EXTENDED_CHARS + long + b"\r\n"
    filename = mime.read(mixed(part(b"x", fields))).parts[0].filename  # type: ignore[index]  # a multipart has parts
    assert set(filename) == {"b"}
    assert limits.EXTENDED_CHARS // 2 < len(filename) < limits.EXTENDED_CHARS


def test_text_bytes() -> None:
    """Text parts past the sum are not decoded, and the mail says so."""
    some = part(b"<!--" + b"x" * limits.PART_BYTES + b"-->", b"Content-Type: text/html\r\n")
    count = limits.TEXT_BYTES // limits.PART_BYTES + 1
    within, past = parse(mixed(*[some] * (count - 2), part(PAYLOAD))), parse(mixed(*[some] * count, part(PAYLOAD)))
    assert within.text.strip() == SHOWN
    assert past.text.strip() == ""
    assert "body cut" in past.defects


def test_part_bytes() -> None:
    """In a long mail, no text part takes all that may be decoded."""
    long = part(b"<!--" + b"x" * limits.TEXT_BYTES + b"-->", b"Content-Type: text/html\r\n")
    message = parse(mixed(long, part(PAYLOAD)))
    assert message.text.strip() == SHOWN
    assert "body cut" in message.defects


def test_text_chars() -> None:
    """No more text is kept, visible or hidden, whatever it comes from."""
    many = b"word " * limits.TEXT_CHARS
    hidden = b'<p style="display:none">' + many + b"</p>"
    for message in (parse(plain(many)), parse(page(many)), parse(mixed(part(many), part(many)))):
        assert len(message.text) == limits.TEXT_CHARS
    assert len(parse(page(hidden)).hidden) == limits.TEXT_CHARS


def test_last_chars() -> None:
    """So much of a longer text's end is kept, and the beginning before it."""
    text = parse(plain(b"a" * limits.TEXT_CHARS + b"b" * limits.LAST_CHARS)).text
    assert text == "a" * (limits.TEXT_CHARS - limits.LAST_CHARS - 1) + " " + "b" * limits.LAST_CHARS


def test_html_chars() -> None:
    """HTML past the bound is not read."""
    comment = b"<!--" + b"x" * (limits.HTML_CHARS - 100) + b"-->"
    assert SHOWN in parse(page(comment + PAYLOAD)).text
    past = parse(page(comment + b" " * 100 + PAYLOAD))
    assert past.text.strip() == ""
    assert past.defects == ("page cut",)


def test_html_tags() -> None:
    """HTML behind so many tags is not read."""
    assert SHOWN in parse(page(b"<p>" * (limits.HTML_TAGS - 1) + PAYLOAD)).text
    past = parse(page(b"<p>" * limits.HTML_TAGS + b"<p>" + PAYLOAD))
    assert SHOWN not in past.text
    assert past.defects == ("page cut",)


def test_html_tags_of_all_pages() -> None:
    """Several pages share the count."""
    html = b"Content-Type: text/html\r\n"
    half, shown = part(b"<p>" * (limits.HTML_TAGS // 2), html), part(b"<p>" + PAYLOAD, html)
    assert parse(mixed(half, shown)).text.strip() == SHOWN
    past = parse(mixed(half, half, shown))
    assert past.text.strip() == ""
    assert past.defects == ("page cut",)


def test_html_open() -> None:
    """A page that leaves more open is read flat: its words, links, pictures and forms are those it has, and what it hides is seen."""
    shown = b'<b>wire</b> the <a href="http://h.example/">invoice</a> payment<img><form></form> today'
    at, past = parse(page(b"<div>" * (limits.HTML_OPEN - 10) + shown)), parse(page(b"<div>" * (limits.HTML_OPEN + 1) + shown))
    for message in (at, past):
        assert " ".join(message.text.split()) == SHOWN
        assert [(link.host, link.text) for link in message.links] == [("h.example", "invoice")]
        assert (message.images, message.forms) == (1, 1)
    assert (at.defects, past.defects) == ((), ("page read flat",))


def test_html_reopened() -> None:
    """A page, or all of a mail's, whose formatting could be opened anew more often is read flat."""
    tags = int((4 * limits.HTML_REOPENED) ** 0.5)
    one = b"".join(b"<p><font id=%d>" % n for n in range(tags // 2)) + PAYLOAD
    html = b"Content-Type: text/html\r\n"
    assert parse(page(one)).defects == ()
    assert parse(page(b"<p><font>" + one)).defects == ("page read flat",)
    both = parse(mixed(part(one, html), part(one, html)))
    assert both.text.split() == [*SHOWN.split(), *SHOWN.split()]
    assert both.defects == ("page read flat",)


NAMED = b" ".join(b"a%d" % n for n in range(limits.HTML_ATTRIBUTES))
LINKED = b"<a href='http://h.example/'>" + PAYLOAD + b"</a><p style='display:none'>hide</p>"


def test_html_attributes() -> None:
    """A tag of more, or a page of more names, is read without them: its words and links are there, what it hides is hidden."""
    words = b"<p>" + b"word " * 4_000
    for crowd, defects in ((b"<p %s>" % NAMED, ()), (b"<p %s b>" % NAMED, ("page cut",)), (b"<p %s><p b>" % NAMED, ("page cut",))):
        message = parse(page(crowd + LINKED.replace(b" href", b"\thref") + words))
        assert SHOWN in message.text
        assert ([link.host for link in message.links], message.hidden) == (["h.example"], "hide")
        assert message.defects == (defects if b" b" in crowd else ("page cut",))


def test_html_pairs() -> None:
    """A mail's pages that could have fewer pairs are not looked at so closely, all of them together."""
    count = int((2 * limits.HTML_PAIRS) ** 0.5) - 9
    html = b"Content-Type: text/html\r\n"
    one = b"<p %s>" % b" ".join(b"a%d" % n for n in range(count)) + PAYLOAD
    assert parse(page(one)).defects == ()
    assert parse(page(b"x " * 9 + one)).defects == ("page cut",)
    assert parse(mixed(part(b"<p %s b>" % NAMED, html), part(one, html))).defects == ("page cut",)


@pytest.mark.parametrize(
    "build",
    [
        lambda count: plain(b"".join(b"http://h%d.example/ " % n for n in range(count))),
        lambda count: page(b"".join(b"<a href='http://h%d.example/'>x</a>" % n for n in range(count))),
        lambda count: mixed(*[part(b"".join(b"http://h%d.example/%d " % (n, m) for n in range(count))) for m in range(2)]),
    ],
)
def test_links(build: Callable[[int], bytes]) -> None:
    """Links past the count are not kept."""
    assert len(parse(build(limits.LINKS + 5)).links) == limits.LINKS


def test_link_domains() -> None:
    """Words of domains past the count are not told."""
    content = b" ".join([b"http://word%s-one.example/" % b"abcdefghijklmnop"[n : n + 1] for n in range(limits.LINK_DOMAINS + 3)])
    assert sum(token.startswith("a link's host has the word \"word") for token in tokens(parse(plain(content)))) == limits.LINK_DOMAINS


def test_name_words() -> None:
    """Words of a display name past the count are not compared with hosts."""
    names = [bytes([letter]) * 4 for letter in range(ord("a"), ord("a") + limits.NAME_WORDS + 1)]

    def told(name: bytes) -> bool:
        content = b"From: " + b" ".join(names) + b" <x@" + name + b"-account.example>\r\n\r\n"
        return "sender's domain has the sender's name and more" in tokens(parse(content))

    assert (told(names[-2]), told(names[-1])) == (True, False)


def test_host_words() -> None:
    """Words of one host's name past the count are not told."""
    name = b"-".join([b"word" + b"abcdefghijklmnop"[n : n + 1] for n in range(limits.HOST_WORDS + 3)])
    assert sum("the word" in token for token in tokens(parse(plain(b"http://" + name + b".example/")))) == limits.HOST_WORDS


@pytest.mark.parametrize("build", [plain, lambda url: page(b"<a href='" + url + b"'>x</a>")])
def test_url_chars(build: Callable[[bytes], bytes]) -> None:
    """A long link is cut, its host still known."""
    link = parse(build(b"http://h.example/" + b"a" * limits.URL_CHARS)).links[0]
    assert (len(link.url), link.host) == (limits.URL_CHARS, "h.example")


def test_base_chars() -> None:
    """The link that a page names as its base is cut as the others are."""
    link = parse(page(b"<base href='http://h.example/" + b"a" * limits.URL_CHARS + b"'>")).links[0]
    assert len(link.url) == limits.URL_CHARS


def attachments(count: int) -> Message:
    return parse(mixed(*[part(b"x", PNG)] * count))


def test_attachments() -> None:
    """Attachments past the count are not kept."""
    assert len(attachments(limits.ATTACHMENTS).attachments) == len(attachments(limits.ATTACHMENTS + 3).attachments) == limits.ATTACHMENTS


def test_returned_messages_count_as_attachments() -> None:
    """What a bounce returns is bounded by the same count."""
    status = part(b"Reporting-MTA: dns; mx.example", b"Content-Type: message/delivery-status\r\n")
    returned = mixed(status, *[part(b"x", b"Content-Type: text/rfc822-headers\r\n")] * (limits.ATTACHMENTS + 3))
    assert len(parse(returned.replace(b"multipart/mixed", b"multipart/report")).attachments) == limits.ATTACHMENTS


def test_attachment_head() -> None:
    """Of an attachment only its first octets are kept, and its size."""
    one = parse(encoded(b"QUJD" * 10_000, b"base64", b"application/pdf")).attachments[0]
    assert (one.size, one.head) == (30_000, (b"ABC" * limits.ATTACHMENT_HEAD)[: limits.ATTACHMENT_HEAD])


PDF = b"%PDF-1.7 "
LAUNCH = b"/Launch (a)"


def launches(*files: bytes) -> list[bool]:
    """Of each attached PDF, whether its launch action was seen."""
    message = parse(letter("see", *[attached(octets, "a.pdf") for octets in files]))
    return [inside.LAUNCH in attachment.active for attachment in message.attachments]


def test_inside_bytes() -> None:
    """Attachments are looked into in their order until so many octets are."""
    long = PDF + b"x" * (limits.INSIDE_HEAD + limits.INSIDE_TAIL) + LAUNCH
    at = limits.INSIDE_BYTES // (limits.INSIDE_HEAD + limits.INSIDE_TAIL)
    assert launches(*[long] * (at + 2)) == [True] * at + [False] * 2


def test_inside_head() -> None:
    """What lies between an attachment's first octets and its last ones is not looked at."""
    ends = b"x" * (limits.INSIDE_HEAD // 2), b"x" * (limits.INSIDE_HEAD + limits.INSIDE_TAIL)
    assert launches(PDF + ends[0] + LAUNCH + ends[1], PDF + ends[1] + LAUNCH + ends[1]) == [True, False]


def test_inside_tail() -> None:
    """Nor is what lies before so many at its end."""
    before, after = b"x" * 3 * limits.INSIDE_HEAD, b"x" * (limits.INSIDE_TAIL // 2)
    assert launches(PDF + before + LAUNCH + after, PDF + before + LAUNCH + after * 2) == [True, False]


def test_pdf_streams() -> None:
    """Streams of objects past the count are not inflated."""
    others = packed(b"<<>>") * (limits.PDF_STREAMS - 1)
    assert launches(PDF + others + packed(LAUNCH), PDF + others + packed(b"<<>>") + packed(LAUNCH)) == [True, False]


def test_pdf_objects() -> None:
    """Nor is more than so much, of all of them together."""
    room = limits.PDF_OBJECTS - len(b"/Launch")
    assert launches(*[PDF + packed(b" " * (room + more)) + packed(b"/Launch") for more in (0, 1)]) == [True, False]
    assert launches(PDF + packed(b" " * limits.PDF_OBJECTS) + packed(LAUNCH)) == [False]


def test_pdf_dictionary() -> None:
    """A stream is one of objects where its kind is named not further before it."""
    gaps = limits.PDF_DICTIONARY, limits.PDF_DICTIONARY + 1
    assert launches(*[PDF + packed(LAUNCH, b"/ObjStm>" + b" " * gap + b"stream\n") for gap in gaps]) == [True, False]


def outside(octets: bytes) -> Outside:
    """Where the one document of a mail leads."""
    return Reader().outside(octets)


def test_office_parts() -> None:
    """Of what a document says of where it leads, files past the count are not looked at."""
    empty, whole = zipped("a.rels", octets=b""), office(related(HYPERLINK, "https://a.example/"))
    found = [bool(outside(empty * others + whole).addresses) for others in (limits.OFFICE_PARTS - 1, limits.OFFICE_PARTS)]
    assert found == [True, False]


def test_office_bytes() -> None:
    """Nor is more unpacked of all of them, in one document or in all of a mail's."""
    room = limits.OFFICE_BYTES - len(b"<Relationships>" + (link := related(HYPERLINK, "https://a.example/")))
    assert [bool(outside(office(b" " * (room + more), link)).addresses) for more in (0, 1)] == [True, False]
    full = attached(office(link, b" " * room), "a.docx")
    assert [bool(one.links) for one in parse(letter("see", full, full)).attachments] == [True, False]


def test_archive_entries() -> None:
    """Entries past the count are not looked at, even for a program."""
    for others, names in ((limits.ARCHIVE_ENTRIES - 1, ("a.exe",)), (limits.ARCHIVE_ENTRIES, ())):
        archive = tarred(*["b.txt"] * others, "a.exe")
        found = archives.contents(magic.TAR, archive, b"").names
        assert tuple(name for name in found if name == "a.exe") == names


def test_archive_names() -> None:
    """Names past the count are not kept, and programs are the last to go."""
    archive = zipped(*[f"{n}.txt" for n in range(limits.ARCHIVE_NAMES + 50)], "a.exe")
    (attachment,) = parse(letter("see", attached(archive, "a.zip"))).attachments
    assert (len(attachment.inside), attachment.inside[0]) == (limits.ARCHIVE_NAMES, "a.exe")


def test_unpacked_bytes() -> None:
    """Of a gzip stream no more is unpacked."""
    fitting = limits.UNPACKED_BYTES // (3 * 512)  # a header and 700 octets take three blocks
    archive = tarred(*[f"{n}" for n in range(fitting * 3)], mode="w:gz")
    assert abs(len(archives.contents(magic.GZIP, archive, b"").names) - fitting) <= 1


def pictured(*octets: bytes) -> list[str]:
    """Where the codes of a mail's pictures lead."""
    return [link.host for link in parse(letter("scan", *[attached(one, "a.png", "image/png") for one in octets])).qr_links]


CODE = drawn(code("https://h.example/"))


def test_qr_reads() -> None:
    """Of more pictures those with a code's corners are searched, whichever come first; of more with corners, the first."""
    blank, other = drawn(np.full((200, 200), 255, np.uint8)), drawn(code("hello"))
    assert pictured(*[blank] * limits.QR_READS, CODE) == ["h.example"]
    assert pictured(*[other] * (limits.QR_READS - 1), CODE) == ["h.example"]
    assert pictured(*[other] * limits.QR_READS, CODE) == []


def test_qr_pictures() -> None:
    """Pictures past the count are not looked at."""
    blank = drawn(np.full((200, 200), 255, np.uint8))
    assert pictured(*[blank] * (limits.QR_PICTURES - 1), CODE) == ["h.example"]
    assert pictured(*[blank] * limits.QR_PICTURES, CODE) == []


def test_qr_bytes() -> None:
    """A picture of more octets than are left is passed over, a smaller one is not."""
    half = limits.QR_BYTES // 2
    long = png(200, 200, bytes(201) * 200, chunk(b"aaAa", b"x" * half))
    assert pictured(long, CODE) == ["h.example"]
    assert pictured(CODE + b"x" * limits.QR_BYTES, CODE + b"x" * half) == ["h.example"]
    assert pictured(CODE + b"x" * limits.QR_BYTES) == []


def test_qr_pixels() -> None:
    """Pictures of more pixels than are left are passed over."""
    side = int(limits.QR_PIXELS**0.5)
    large = png(side, side, bytes(side + 1) * side)
    assert pictured(png(side + 9, side + 9, b"\0"), CODE) == ["h.example"]
    assert pictured(large, CODE) == []


def test_qr_read_pixels() -> None:
    """A larger picture is made smaller before a code is looked for."""
    assert pictures.pixels(drawn(flood(1500, 9)), limits.QR_READ_PIXELS).size <= limits.QR_READ_PIXELS  # type: ignore[union-attr]  # it decodes


def test_picture_chunks() -> None:
    """A PNG of more chunks has no picture; one of fewer has."""
    few, many = (
        png(200, 200, bytes(201) * 200, chunk(b"aaAa", b"") * count) for count in (limits.PICTURE_CHUNKS - 3, limits.PICTURE_CHUNKS)
    )
    assert pictures.pixels(few, 10**6) is not None
    assert pictures.pixels(many, 10**6) is None


@pytest.mark.parametrize("form", ["u%d@x.example", "u%d@x.example (someone)"])
def test_addresses(form: str) -> None:
    """Recipients past the count are not kept, in the common form and in others."""
    many = ", ".join(form % n for n in range(limits.ADDRESSES + 9)).encode()
    message = parse(b"To: " + many + b"\r\nCc: " + many + b"\r\nReply-To: " + many + b"\r\n\r\n")
    assert (len(message.recipients), len(message.reply_to)) == (limits.ADDRESSES, limits.ADDRESSES)


def test_evidence_chars() -> None:
    """No evidence is longer: not a word's, a subject's, a link's text, a file's name."""
    long = "W" * 3000
    content = f"Subject: {long}\r\nContent-Type: text/html\r\n\r\n{long} <a href='http://h.example'>{long}</a>".encode()
    named = b"Content-Type: image/png\r\nContent-Disposition: attachment; filename=" + long.encode() + b"\r\n"
    verdict = random_judge().judge(Mail(content))
    assert verdict.reasons
    assert all(len(reason.evidence) <= limits.EVIDENCE_CHARS for reason in verdict.reasons if reason.kind != "rule")
    assert len(parse(content).links[0].text) == limits.EVIDENCE_CHARS
    assert len(parse(mixed(part(b"x", named))).attachments[0].name) == limits.EVIDENCE_CHARS


def test_signals_chars() -> None:
    """What a few signals say at length is kept, each cut to its own limit, and what more of them say is cut."""
    said = [Signal(f"s{number}", "ask", "nowhere", lambda _, number=number: f"{number}" * 1000) for number in range(5)]
    rule = replace(random_judge().rulebook.rules[0], match=All.of(Holds((signal,)) for signal in said))
    hit = rule.find(Scene(Message()))
    assert hit
    assert len(hit.evidence) == limits.SIGNALS_CHARS
    assert hit.evidence.startswith("0" * (limits.EVIDENCE_CHARS - 1) + "…; 1")


def test_host_labels() -> None:
    """A host of a thousand labels is compared from its end; an entry with more labels than are compared is not found."""
    assert under("a." * 1000 + "bit.ly", SHORTENERS)
    for count, found in ((limits.HOST_LABELS, True), (limits.HOST_LABELS + 1, False)):
        entry = ".".join(["x"] * count)
        assert under(f"y.{entry}", frozenset({entry})) is found


def test_answers() -> None:
    """Of more ids that a mail says it answers, the parent and the last ones of the thread are looked at."""
    ids = [f"<{number}@a.example>" for number in range(3 * limits.ANSWERS)]
    content = f"In-Reply-To: <parent@a.example>\r\nReferences: {' '.join(ids)}\r\n\r\n".encode()
    answered = correspondents(Mail(content)).answers
    assert len(answered) == limits.ANSWERS
    assert answered[1] == ids[-1].strip("<>")


def test_first_chars() -> None:
    """Of a long text's beginning so much is looked at for asks, and no more of what stands between its ends."""
    text = "a" * (limits.FIRST_CHARS + limits.END_CHARS) + "b" * 100 + "c" * limits.END_CHARS
    assert Scene(Message(text=text)).own == f"{text[: limits.FIRST_CHARS]} . {'.' * limits.PHRASE_OCTETS} {text[-limits.END_CHARS :]}"


def test_phrase_octets() -> None:
    """What lies further apart is not one phrase."""
    asks = Wordings([Wording("gift", ["buy ~~ vouchers"])])
    for octets, found in ((limits.PHRASE_OCTETS, True), (limits.PHRASE_OCTETS + 1, False)):
        text = f"buy {'x' * (octets - len('buy  vouchers'))} vouchers"
        assert len(text) == octets
        assert bool(asks.find(asks.read(text), "gift")) is found


def test_end_chars() -> None:
    """A text that is no longer than both ends together is looked at whole."""
    text = "a" * limits.FIRST_CHARS + "b" * limits.END_CHARS
    assert Scene(Message(text=text)).own == text


def test_every_bound_is_tested() -> None:
    """Each named bound has a test of its name here."""
    bounds = {name.lower() for name in vars(limits) if name.isupper()}
    assert bounds - {name.removeprefix("test_") for name in globals()} == set()
