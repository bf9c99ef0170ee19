"""Mail signed by another implementation of DKIM, with keys made here, and the records that publish them."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import cache
from typing import Any

import dkim
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

CONTENT = (
    b"From: Ann  Invented <ann@acme.example>\r\nTo: bob@site.example\r\nSubject: The\r\n\tplan\r\n"
    b"Date: Mon, 1 Jun 2026 10:00:00 +0000\r\n\r\nHello  Bob, \r\n\r\nas\tagreed.\r\n\r\n\r\n"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A private key as the signer wants it, and the record of its public key."""

    private: bytes
    record: str
    algorithm: bytes


@cache
def rsa(bits: int = 2048, exponent: int = 65537) -> Pair:
    """An RSA key."""
    private = generate_private_key(exponent, bits)
    public = private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return Pair(pem, f"v=DKIM1; k=rsa; p={base64.b64encode(public).decode()}", b"rsa-sha256")


@cache
def ed25519() -> Pair:
    """An Ed25519 key (RFC 8463)."""
    private = Ed25519PrivateKey.generate()
    public = base64.b64encode(private.public_key().public_bytes_raw()).decode()
    return Pair(base64.b64encode(private.private_bytes_raw()), f"v=DKIM1; k=ed25519; p={public}", b"ed25519-sha256")


def signed(
    content: bytes = CONTENT, domain: str = "acme.example", key: Pair | None = None, forms: str = "relaxed/relaxed", **more: Any
) -> bytes:
    """The content below a signature of selector s1."""
    pair = key or rsa()
    more = {"signature_algorithm": pair.algorithm, "canonicalize": tuple(forms.encode().split(b"/"))} | more
    return bytes(dkim.sign(content, b"s1", domain.encode(), pair.private, **more)) + content
