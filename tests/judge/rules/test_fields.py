from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filter.judge.mail import Address, Attachment, Link, Message
from filter.judge.rules.fields import FIELDS, is_field, values

MESSAGE = Message(
    headers=(("x-mailer", "one"), ("x-mailer", "two")),
    sender=Address("Desk anna@bank.example", "desk", "xn--exmple-4nf.test"),
    reply_to=(Address("", "a", "gmail.com"), Address("", "b", "gmail.com")),
    subject="Hello",
    text="seen",
    hidden="unseen",
    markup="html",
    links=(
        Link("https://one.example/a", "one.example", "click"),
        Link("http://192.0.2.1/", "192.0.2.1", ""),
        Link("HTTPS://a@b:c@two.example/@x", "two.example", "at"),
    ),
    attachments=(Attachment("a.b.ZIP", "application/zip", 3, b"PK\xff"),),
    defects=("too many parts",),
)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("attachment.extension", ["zip"]),
        ("attachment.head", ["PK\u00ff"]),
        ("attachment.kind", ["application/zip"]),
        ("attachment.name", ["a.b.ZIP"]),
        ("defects", ["too many parts"]),
        ("header.X-Mailer", ["one", "two"]),
        ("hidden", ["unseen"]),
        ("link.address", ["192.0.2.1"]),
        ("link.host", ["one.example", "192.0.2.1", "two.example"]),
        ("link.text", ["click", "", "at"]),
        ("link.url", ["https://one.example/a", "http://192.0.2.1/", "HTTPS://a@b:c@two.example/@x"]),
        ("link.user", ["a%40b:c"]),
        ("markup", ["html"]),
        ("reply_to.domain", ["gmail.com"]),
        ("sender.domain", ["xn--exmple-4nf.test", "ex\u0430mple.test"]),
        ("sender.local", ["desk"]),
        ("sender.name", ["Desk anna@bank.example"]),
        ("sender.name_domain", ["bank.example"]),
        ("subject", ["Hello"]),
        ("text", ["seen"]),
    ],
)
def test_field_reads_its_part_of_the_message(field: str, expected: list[str]) -> None:
    """Each field gives the values of one part of the message, a host also in the letters a reader sees."""
    assert list(values(field, MESSAGE)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gift\r\ncards,  please\r\n\r\n\r\nAnna", "gift cards, please\nAnna"),
        ("gift \ncards\n\n  and\tmore", "gift cards\nand more"),
        ("", ""),
    ],
)
def test_lines_of_a_paragraph_run_on(text: str, expected: str) -> None:
    """A program that wraps at 72 columns takes no phrase apart; paragraphs stay apart."""
    assert list(values("text", Message(text=text))) == [expected]


def test_every_field_is_covered_and_known() -> None:
    """A name is a field if it stands in the table, or names a header."""
    assert all(is_field(name) for name in FIELDS)
    assert is_field("header.list-id")
    assert not is_field("header.")
    assert not is_field("body")


def test_fields_of_an_empty_message_hold_nothing() -> None:
    """A message without a sender, links or attachments has no value anywhere but its kind of markup."""
    assert {name: found for name in FIELDS if (found := [v for v in values(name, Message()) if v])} == {"markup": ["none"]}


@given(st.text(st.characters(codec=None), max_size=80))
def test_no_host_breaks_the_reading_of_hosts(host: str) -> None:
    """Whatever stands where a host should, reading it gives that text first and never raises."""
    hostile = f"xn--{host}"
    message = Message(sender=Address(f"x@{host}.test @{host}", host, hostile), links=(Link("", hostile, ""),))
    assert next(iter(values("link.host", message))) == hostile
    assert next(iter(values("sender.domain", message))) == hostile
    list(values("sender.name_domain", message))
