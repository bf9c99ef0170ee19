from __future__ import annotations

import base64
import time

import pytest
from signing import ed25519, rsa

from filter.authentication import limits
from filter.authentication.key import read
from filter.errors import RecordError

RSA = rsa().record.partition("p=")[2]


def integer(value: int) -> bytes:
    """An ASN.1 integer."""
    return wrapped(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def wrapped(kind: int, octets: bytes) -> bytes:
    """An ASN.1 value."""
    size = len(octets).to_bytes((len(octets).bit_length() + 7) // 8, "big")
    return bytes([kind, *([0x80 + len(size)] if len(octets) > 127 else []), *size]) + octets


def published(modulus: int, exponent: int) -> str:
    """The record of an RSA key of these numbers, which nobody needs to have a private key for."""
    return "p=" + base64.b64encode(wrapped(0x30, integer(modulus) + integer(exponent))).decode()


def test_keys_of_both_kinds_are_read() -> None:
    """RSA is what a record means that does not say; white space in the key is none; flags are told (RFC 6376 3.6.1, RFC 8463)."""
    assert read(rsa().record).kind == read(f"p={RSA[:40]} {RSA[40:]}").kind == "rsa"
    assert read(ed25519().record).kind == "ed25519"
    assert (read(f"p={RSA}").exact, read(f"p={RSA}").trying) == (False, False)
    assert (read(f"t=y:s; p={RSA}").exact, read(f"t=s : y;p={RSA}").trying) == (True, True)
    assert read(f"h=sha1:sha256; s=tlsrpt:email; p={RSA}").kind == "rsa"


@pytest.mark.parametrize(
    "record",
    [
        *("", "v=DKIM1", "v=DKIM1; p=", f"v=DKIM2; p={RSA}", f"k=rsa; v=DKIM1; p={RSA}", f"h=sha1; p={RSA}", f"s=tlsrpt; p={RSA}"),
        *("p=!!!", "p=AAAA", f"k=ed25519; p={RSA}", f"k=dsa; p={RSA}", f"p={RSA}; p={RSA}", ed25519().record.replace("k=ed25519; ", "")),
    ],
)
def test_a_wrong_or_revoked_key_is_told(record: str) -> None:
    """Nothing is verified with what is no key, is revoked, is for something else or is of another kind than it says."""
    with pytest.raises(RecordError):
        read(record)


def test_a_key_has_a_length_that_is_believed() -> None:
    """RSA of 1024 bits is the least (RFC 8301 3.2); beyond the most, and with a long exponent, a check would take its time."""
    least, most = limits.RSA_BITS
    assert read(published(2 ** (least - 1) + 1, 65537)).kind == "rsa"
    assert read(published(2 ** (most - 1) + 1, 65537)).kind == "rsa"
    for modulus, exponent in (
        (2 ** (least - 2) + 1, 65537),
        (2**most + 1, 65537),
        (2**2047 + 1, 2**limits.RSA_EXPONENT_BITS + 1),
        (2**100_000 + 1, 2**99_999 + 1),
    ):
        began = time.perf_counter()
        with pytest.raises(RecordError):
            read(published(modulus, exponent))
        assert time.perf_counter() - began < 1
