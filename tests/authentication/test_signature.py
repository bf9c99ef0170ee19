from __future__ import annotations

import pytest

from filter.authentication import limits
from filter.authentication.canonical import Field, Hashed
from filter.authentication.signature import domain_of, read, unsigned
from filter.errors import RecordError

GOOD = {"v": "1", "a": "rsa-sha256", "b": "AAAA", "bh": "BBBB", "d": "Acme.example", "h": "From : to:subject", "s": "s1"}


def made(**changes: str | None) -> Field:
    """A field with these tags in place of the good ones; None takes a tag away."""
    tags = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return Field(b"dkim-signature", b"DKIM-Signature: " + "; ".join(f"{name}={value}" for name, value in tags.items()).encode())


def test_a_signature_is_read() -> None:
    """What it says, and what it means where it does not say (RFC 6376 3.5)."""
    found = read(made())
    assert (found.domain, found.agent, found.key_name) == ("acme.example", "acme.example", "s1._domainkey.acme.example")
    assert found.headers == (b"from", b"to", b"subject")
    assert (found.header_form, found.body_form, found.length, found.expires) == ("simple", "simple", None, None)
    full = read(made(a="ed25519-sha256", c="relaxed", i="ann@mail.acme.example", l="7", x="20", t="10", q="dns/txt:x", z="x", new="y"))
    assert (full.kind, full.header_form, full.body_form, full.agent) == ("ed25519", "relaxed", "simple", "mail.acme.example")
    assert (full.length, full.expires) == (7, 20)


@pytest.mark.parametrize(
    "change",
    [
        *({name: None} for name in GOOD),
        *({"v": "2"}, {"a": "rsa-sha1"}, {"a": "rsa-md5"}, {"q": "dns/other"}, {"h": "to:subject"}, {"c": "nofws/simple"}, {"b": "!"}),
        *({"bh": "A"}, {"d": "a..example"}, {"d": "x" * 254}, {"s": "y" * 64}, {"i": "@other.example"}, {"i": "@xacme.example"}),
        *({"l": "-1"}, {"l": "x"}, {"l": "9" * 77}, {"x": "5", "t": "9"}, {"x": "\u0663"}, {"d": "caf\u00e9.example"}),
    ],
)
def test_a_wrong_signature_is_told(change: dict[str, str | None]) -> None:
    """A missing tag, an algorithm that is not believed any more (RFC 8301), an identity of somebody else: all are permanent errors."""
    with pytest.raises(RecordError):
        read(made(**change))


def test_a_signature_lists_only_so_many_fields() -> None:
    """One more than the limit is an error."""
    names = "from" + ":a" * (limits.SIGNED_NAMES - 1)
    assert len(read(made(h=names)).headers) == limits.SIGNED_NAMES
    with pytest.raises(RecordError):
        read(made(h=f"{names}:a"))


def test_its_domain_is_known_though_the_rest_be_wrong() -> None:
    """A broken signature is told with the domain that it names, if it names one."""
    assert domain_of(made(v="7", b=None)) == "acme.example"
    assert domain_of(made(d=None)) == domain_of(made(d="a b\x01")) == domain_of(Field(b"x", b"x: ;;;")) == ""


def test_it_signs_itself_without_its_value() -> None:
    """Only `b` is emptied, wherever it stands and however it is folded; `bh` is not (RFC 6376 3.7)."""
    field = Field(b"dkim-signature", b"DKIM-Signature: v=1; bh=AA==;\r\n b =\r\n\tCC\r\n\tDD==; d=b.example")
    assert unsigned(field).octets == b"DKIM-Signature: v=1; bh=AA==;\r\n b =; d=b.example"
    assert unsigned(Field(b"x", b"X:b=1;c=2;b")).octets == b"X:b=;c=2;b"


def test_a_length_that_leaves_out_the_end_is_a_matter_of_policy() -> None:
    """Whoever passed the mail on could have added to it; a length beyond the end is an error (RFC 6376 8.2)."""
    digest = read(made()).body_hash
    assert read(made()).covers(Hashed(digest, 10)) == read(made(l="10")).covers(Hashed(digest, 10)) == "pass"
    assert read(made(l="9")).covers(Hashed(digest, 10)) == "policy"
    assert read(made(l="11")).covers(Hashed(digest, 10)) == "permerror"
    assert read(made(l="9")).covers(Hashed(b"other", 10)) == "fail"
