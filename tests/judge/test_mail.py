from __future__ import annotations

import pytest

from filter.judge.mail import Address, Attachment, Envelope, Mail, Message


@pytest.mark.parametrize(
    ("address", "text"), [(Address("A", "a", "b.example"), "a@b.example"), (Address("A", "a", ""), "a"), (Address("", "", ""), "")]
)
def test_address_in_writing(address: Address, text: str) -> None:
    """An address without a domain is written without an at sign."""
    assert str(address) == text


@pytest.mark.parametrize(("name", "ending"), [("a.b.PDF", "pdf"), ("none", ""), ("", ""), ("dot.", "")])
def test_extension(name: str, ending: str) -> None:
    """An attachment's extension follows the last dot, in lower case."""
    assert Attachment(name, "application/pdf", 1, b"").extension == ending


def test_header_is_the_first_of_its_name_decoded() -> None:
    """Of several fields of a name the first is read, its encoded words decoded; a missing one is empty."""
    message = Message(headers=(("x-a", "=?utf-8?Q?=C3=BC?="), ("x-a", "second")))
    assert (message.header("x-a"), message.header("x-b")) == ("ü", "")


@pytest.mark.parametrize(
    ("value", "field"), [(Envelope(), "sender"), (Mail(b""), "content"), (Message(), "text"), (Address("", "", ""), "name")]
)
def test_values_cannot_be_changed(value: object, field: str) -> None:
    """What is known of a mail is frozen."""
    with pytest.raises(AttributeError):
        setattr(value, field, "")
