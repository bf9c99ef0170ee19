from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from filter.judge.features import extract
from filter.judge.links import host
from filter.judge.mail import Address, Attachment, Link, Message
from filter.judge.naming import TOKENS
from filter.judge.parse import parse
from filter.judge.structure import tokens, without_links

SHOP = Address("Shop", "news", "shop.example")
FREE = Address("Ann", "ann", "gmail.com")


def link(url: str, text: str = "here") -> Message:
    return Message(links=(Link(url, host(url), text),))


def links(*urls: str) -> Message:
    return Message(links=tuple(Link(url, host(url), "here") for url in urls))


@pytest.mark.parametrize(
    ("message", "token"),
    [
        (Message(sender=FREE), "sender is freemail"),
        (Message(sender=SHOP), "sender has an own domain"),
        (Message(sender=Address("", "shop", "x.example")), "sender has no name"),
        (Message(sender=Address("a@b.example", "shop", "x.example")), "sender's name is an address"),
        (Message(sender=Address("Anna Kerr", "a.k", "x.example")), "sender's initial is in the local part"),
        (Message(sender=Address("Jörg Lund", "joerg.lund", "x.example")), "sender's name is in the local part"),
        (Message(sender=Address("Velora Shop", "news", "mail.velora.example")), "sender's name is in the domain"),
        (Message(sender=Address("Tommie Lam", "kvxwq", "x.example")), "sender's name has nothing of the address"),
        (Message(attachments=(Attachment("", "message/rfc822", 0, b""),)), "a returned mail"),
        (Message(sender=Address("", "ann12345", "x.example")), "digits in the sender's local part"),
        (Message(sender=Address("", "a", "xn--a.example")), "sender's domain is punycode"),
        (Message(sender=Address("ann@bank.example", "a", "evil.example")), "display name holds another domain's address"),
        (Message(sender=FREE, reply_to=(Address("", "bob", "gmail.com"),)), "replies go to another freemail address"),
        (Message(sender=SHOP, reply_to=(Address("", "bob", "gmail.com"),)), "replies go to freemail, sender is not"),
        (Message(sender=SHOP, reply_to=(Address("", "bob", "evil.example"),)), "replies go to another domain"),
        (Message(sender=SHOP, recipients=(SHOP,)), "sent to the sender"),
        (Message(recipients=(SHOP,) * 10), "ten or more recipients"),
        (link("http://evil.example/", "www.bank.test"), "link text shows another host"),
        (link("http://evil.example/bank.test", "bank.test"), "link text shows another host"),
        (link("http://bank.test:x@evil.example/", "http://bank.test:x@evil.example/"), "link text shows another host"),
        (links("http://a.ch", "http://b.ca", "http://c.io", "http://d.eu"), "links to many top-level domains"),
        (link("http://evil.example:8080/"), "link with a port"),
        (link("http://bank.test@evil.example/"), "link with a user name before its host"),
        (link("http://evil.example/a/login.PHP?x=1"), "link to .php"),
        (replace(link("http://evil.example/?m=News@shop.example"), recipients=(SHOP,)), "link holds the recipient's address"),
        (link("http://192.0.2.7/"), "link to an IP address"),
        (link("http://[2001:db8::1]/"), "link to an IP address"),
        (link("http://bücher.test/"), "link to a punycode host"),
        (link("http://bit.ly/x"), "link by a shortener"),
        (link("http://evil.weebly.com/"), "link to a free host"),
        (link("http://my-bank-login.example/"), 'a link\'s host has the word "login"'),
        (link("http://bank123.example/"), "link host with many digits"),
        (replace(link("http://www.shop.example/"), sender=SHOP), "a link to the sender's domain"),
        (replace(link("http://evil.example/"), sender=SHOP), "no link to the sender's domain"),
        (Message(attachments=(Attachment("a.pdf", "application/pdf", 1, b""),)), "attached .pdf"),
        (Message(attachments=(Attachment("a.strange", "x/y", 1, b""),)), "attached file of another kind"),
        (Message(text="BUY NOW " * 20), "text mostly in capitals"),
        (Message(text="a! b! c! d!"), "many exclamation marks"),
        (Message(text="only 5 €"), "an amount of money"),
        (Message(text="$ 5"), "an amount of money"),
        (Message(text="a\u200bb"), "invisible characters"),
        (Message(text="a", hidden="b" * 300), "more hidden than visible text"),
        (Message(forms=1), "a form"),
    ],
)  # fmt: skip
def test_a_fact_gives_its_token(message: Message, token: str) -> None:
    """Each fact about a message gives the token that says it, once."""
    assert tokens(message).count(token) == 1


@pytest.mark.parametrize(
    ("message", "token"),
    [
        (Message(sender=Address("news@mail.shop.example", "a", "shop.example")), "display name holds another domain's address"),
        (Message(sender=SHOP, reply_to=(Address("", "other", "mail.shop.example"),)), "replies go to another domain"),
        (Message(sender=FREE, reply_to=(FREE,)), "replies go to another freemail address"),
        (link("http://mail.bank.test/", "bank.test"), "link text shows another host"),
        (link("http://bank.test/a", "bank.test/a"), "link text shows another host"),
        (links("http://a.ch", "http://b.ca", "http://c.io", "http://d.eu"), "link to .ch"),
        (links("http://a.com", "http://b.ch", "http://c.ch", "http://192.0.2.9/"), "links to many top-level domains"),
        (links("http://a.example/x#y.php"), "link to .php"),
        (Message(text="DEAR FRIEND, " * 3 + "and a long, quite ordinary text after that shout. " * 9), "text mostly in capitals"),
        (Message(text="ÄÖÜ É " * 40), "text mostly in capitals"),
        (link("http://bank.test/", "Version 2.0"), "link text shows another host"),
        (link("http://bank.test/a:80"), "link with a port"),
        (link("http://bank.test/a@b"), "link with a user name before its host"),
        (Message(text="5 kg for 3 $ a"), "many exclamation marks"),
        (Message(text="$ and €"), "an amount of money"),
        (Message(text="Grüße"), "invisible characters"),
    ],
)
def test_what_only_looks_alike_gives_none(message: Message, token: str) -> None:
    """What is usual in wanted mail is not told as a fact against it."""
    assert token not in tokens(message)


def test_nothing_gives_nothing() -> None:
    """A message without headers, links or text has no structure."""
    assert tokens(Message()) == ()


def test_tokens_are_in_a_fixed_order() -> None:
    """Links to many places give their tokens in the order of the links, not of a set."""
    for endings in permutations(("xz", "xa", "xm")):
        found = tokens(links(*(f"http://host.{ending}/" for ending in endings)))
        assert tuple(token for token in found if token.startswith("link to .")) == tuple(f"link to .{ending}" for ending in endings)


def test_a_missing_header_gives_no_token() -> None:
    """Archives without headers look like other mail."""
    assert tokens(parse(b"\r\nJust text.")) == ()


def test_what_links_tell_goes_without_them() -> None:
    """Every token that names a link, of whatever module, and no other."""
    linked = "https://a.b.one-two.ch http://bit.ly/x http://x.weebly.com http://1.2.3.4:81/c.php http://u@a12345.com http://xn--a.com"
    many = " ".join(f"http://a.{ending}" for ending in ["de", "fr", "pl", "nl", "it"])
    told = {
        token for text in (linked, many) for token in extract(parse(f"From: Ann <a@b.com>\nTo: c@d.com\n\n{text} c@d.com".encode())).tokens
    } | TOKENS
    assert {token for token in told if "link" in token} == told - set(without_links(told))
    assert len(told - set(without_links(told))) > 12
