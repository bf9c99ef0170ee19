from __future__ import annotations

import base64

import pytest

from filter.judge import links
from filter.judge.mail import Address, Envelope, Link, Message
from filter.judge.scene import Scene
from filter.judge.signals.link import SIGNALS
from filter.judge.site import NOWHERE, Site, Supplier

SITE = Site(domains=frozenset({"acme.example"}), suppliers=(Supplier("Boltworks", ("boltworks.example",)),))
BY_NAME = {signal.name: signal for signal in SIGNALS}
CID = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"


def told(name: str, *pairs: tuple[str, str] | str, site: Site = NOWHERE, envelope: Envelope | None = None, codes: str = "") -> str:
    """A signal's evidence in a mail from shop.example to ann@acme.example with these links, as (url, text) or with a text of no host."""
    message = Message(
        sender=Address("Shop", "desk", "shop.example"),
        recipients=(Address("Ann", "Ann", "acme.example"),),
        links=links.resolve((pair, "here") if isinstance(pair, str) else pair for pair in pairs),
        qr_links=(Link(codes, links.host(codes), "a.png"),) if codes else (),
    )
    return BY_NAME[name].find(Scene(message, site, envelope=envelope))


@pytest.mark.parametrize(
    ("name", "url", "evidence"),
    [
        ("link-ip-address", "http://192.0.2.7/a", "link to the IP address 192.0.2.7"),
        ("link-ip-address", "http://3221225991/a", "link to the IP address 192.0.2.7"),
        ("link-shortener", "https://bit.ly/a", "link by the shortener bit.ly"),
        ("link-free-host", "https://desk.weebly.com/", "link to desk.weebly.com, where anybody can put a page"),
        ("link-ipfs", "https://ipfs.io/x", "link to the IPFS gateway ipfs.io"),
        ("link-ipfs", f"https://files.example/ipfs/{CID}", f"link to a file on IPFS: /ipfs/{CID}"[:64]),
        ("link-punycode", "https://xn--bcher-kva.example/", "link to xn--bcher-kva.example, a name in foreign letters"),
        ("link-punycode", "https://bücher.example/", "link to xn--bcher-kva.example, a name in foreign letters"),
        (
            "link-user-info",
            "https://www.acme.example@evil.example/",
            "link begins with www.acme.example, which is a user name, and leads to evil.example",
        ),
        ("link-data-uri", "data:text/html;base64,QUJD", "link holds a page itself: data:text/html;base64,QUJD"),
        ("link-recipient-address", "https://evil.example/?u=ANN@acme.example", "link holds the recipient's address Ann@acme.example"),
        ("link-recipient-address", "https://evil.example/?u=ann%40acme.example", "link holds the recipient's address Ann@acme.example"),
        ("no-link-of-sender", "https://evil.example/", "no link leads to the sender's shop.example; the first leads to evil.example"),
    ],
)
def test_told(name: str, url: str, evidence: str) -> None:
    """Each signal names what it found, in the text's links and in those of codes, and nothing of a link without it."""
    assert told(name, url) == evidence
    if name != "link-data-uri":
        assert told(name, "https://www.shop.example/", codes=url) == ("" if name == "no-link-of-sender" else evidence)
    assert told(name, "https://www.shop.example/ipfs/intro?u=bob@acme.example") == ""
    assert told(name, "mailto:ann@acme.example") == ""
    assert told(name) == ""


@pytest.mark.parametrize("address", ["Ann@acme.example", "ann@acme.example"])
def test_a_recipient_in_base64(address: str) -> None:
    """An address is found as base64 writes it, whatever follows it."""
    for after in ("", "1", "12"):
        url = f"https://evil.example/?x={base64.b64encode((address + after).encode()).decode()}"
        assert told("link-recipient-address", url) == "link holds the recipient's address Ann@acme.example in base64"
    assert told("link-recipient-address", "https://evil.example/?x=" + base64.b64encode(b"bob@acme.example").decode()) == ""


def test_a_recipient_of_the_envelope() -> None:
    """Somebody to whom the mail was sent without being named in it is a recipient."""
    url = "https://evil.example/?u=carl@acme.example"
    assert told("link-recipient-address", url) == ""
    assert told("link-recipient-address", url, envelope=Envelope(recipients=("carl@acme.example",))).endswith("carl@acme.example")


@pytest.mark.parametrize(
    ("url", "text", "shown"),
    [
        ("https://evil.example/", "https://www.acme.example/login", "www.acme.example"),
        ("https://evil.example/", "bank.com", "bank.com"),
        ("https://evil.example/", "www.bank.museum", "bank.museum"),
        ("https://login.acme.example/", "www.acme.example", ""),
        ("https://evil.example/", "invoice.pdf", ""),
        ("https://evil.example/", "ask bank.com", ""),
        ("https://emea.safelinks.protection.outlook.com/?url=x", "www.acme.example", ""),
        ("mailto:desk@evil.example", "www.acme.example", ""),
    ],
)
def test_another_host_shown(url: str, text: str, shown: str) -> None:
    """A text that is a host, and another than the link's, is told; files, sentences, hosts of one owner and gateways are not."""
    assert told("link-text-other-host", (url, text)) == (f"link shows {shown}, leads to evil.example" if shown else "")


@pytest.mark.parametrize(
    ("host", "whose"),
    [
        ("acme-login.evil.example", "acme.example"),
        ("acme.evil.example", "acme.example"),
        ("myboltworks.evil.example", "boltworks.example"),
        ("boltwork.evil.example", ""),
        ("boltwoboltworks.evil.example", "boltworks.example"),
        ("www.acme.example", ""),
        ("pay.boltworks.example", ""),
        ("pacmen.evil.example", ""),
        ("evil.example", ""),
    ],
)
def test_an_own_name(host: str, whose: str) -> None:
    """The site's or a supplier's name in a host that is not theirs; a short one only where it stands alone."""
    evidence = f"link to {host} bears the name of {whose}, is not under it" if whose else ""
    assert told("link-own-name-foreign-host", f"https://{host}/", site=SITE) == evidence
    assert told("link-own-name-foreign-host", f"https://{host}/") == ""


@pytest.mark.parametrize(
    ("url", "onward"),
    [
        ("https://www.google.com/url?q=https://evil.example/a", "evil.example"),
        ("https://news.example/r?id=4&redirect=https%3A%2F%2Fevil.example%2Fa", "evil.example"),
        ("https://news.example/r?URL=HTTPS%3a%2f%2fevil.example", "evil.example"),
        ("https://news.example/r?next=https://shop.news.example/", ""),
        ("https://news.example/r?next=/shop", ""),
        ("https://news.example/r?text=https://evil.example/", ""),
        ("https://urldefense.com/v3/?url=https://evil.example/", ""),
        ("https://www.google.co.uk/amp/s/Evil.example/a", "evil.example"),
        ("http://google.de/amp/evil.example", "evil.example"),
        ("https://www.google.com/amplify/", ""),
        ("https://news.example/amp/s/evil.example/", ""),
    ],
)
def test_passing_on(url: str, onward: str) -> None:
    """A link that holds another owner's address where it says where to go; not within one owner, not by a mail gateway."""
    evidence = told("link-open-redirect", url)
    assert evidence == (f"link to {links.host(url)} passes on to {onward}" if onward else "")


def test_many_hosts() -> None:
    """Fifteen domains are many; hosts of one domain are not."""
    assert told("link-many-hosts", *[f"https://a{n}.example/" for n in range(15)]) == "links lead to 15 domains"
    assert told("link-many-hosts", *[f"https://a{n}.example/" for n in range(14)]) == ""
    assert told("link-many-hosts", *[f"https://a{n}.shop.example/" for n in range(30)]) == ""


def test_a_link_of_the_sender_among_others() -> None:
    """One link to the sender's domain is enough; a mail whose sender has none says nothing."""
    assert told("no-link-of-sender", "https://evil.example/", "https://www.shop.example/") == ""
    message = Message(links=links.resolve([("https://evil.example/", "x")]))
    assert BY_NAME["no-link-of-sender"].find(Scene(message)) == ""


def test_every_signal_is_tested_and_sourced() -> None:
    """Names are one of a kind, of this group, and tell where they are from."""
    assert len(BY_NAME) == len(SIGNALS)
    assert all(signal.group == "link" and signal.source for signal in SIGNALS)
