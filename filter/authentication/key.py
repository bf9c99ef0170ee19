"""A DKIM key as a domain publishes it (RFC 6376 3.6.1, RFC 8463), and the one calculation that is made with it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from filter.authentication import limits, tags
from filter.errors import RecordError


@dataclass(frozen=True, slots=True)
class Key:
    """A public key. `exact`: it signs for its own domain alone, not for what is below it; `trying`: its owner is only trying DKIM out."""

    public: RSAPublicKey | Ed25519PublicKey
    exact: bool
    trying: bool

    @property
    def kind(self) -> str:
        """The kind of key, as `k` has it."""
        return "rsa" if isinstance(self.public, RSAPublicKey) else "ed25519"

    def signed(self, digest: bytes, value: bytes) -> bool:
        """Whether a signature is this key's, of something with this SHA-256 (RFC 6376 6.1.3, RFC 8463 3)."""
        try:
            if isinstance(self.public, RSAPublicKey):
                self.public.verify(value, digest, PKCS1v15(), Prehashed(SHA256()))
            else:
                self.public.verify(value, digest)
        except InvalidSignature:
            return False
        return True


def read(text: str) -> Key:
    """A key record. Raises RecordError where it is wrong, revoked, for something other than mail, or weaker than is believed."""
    given = tags.read(text)
    if given.get("v", "DKIM1") != "DKIM1" or ("v" in given and next(iter(given)) != "v") or not given.get("p"):
        raise RecordError("no key, or one that was revoked")
    if "sha256" not in tags.words(given.get("h", "sha256")) or {"*", "email"}.isdisjoint(tags.words(given.get("s", "*"))):
        raise RecordError("a key for something else")
    flags = tags.words(given.get("t", ""))
    return Key(_public(given.get("k", "rsa").lower(), tags.unspaced(given["p"])), "s" in flags, "y" in flags)


def _public(kind: str, value: str) -> RSAPublicKey | Ed25519PublicKey:
    try:
        octets = base64.b64decode(value, validate=True)
        if kind == "ed25519":
            return Ed25519PublicKey.from_public_bytes(octets)
        public = load_der_public_key(octets)
    except (binascii.Error, ValueError, TypeError, UnsupportedAlgorithm):
        raise RecordError("a key that cannot be read") from None
    if kind != "rsa" or not isinstance(public, RSAPublicKey):
        raise RecordError("a key of another kind")
    fewest, most = limits.RSA_BITS
    if not fewest <= public.key_size <= most or public.public_numbers().e.bit_length() > limits.RSA_EXPONENT_BITS:
        raise RecordError("a key that is too short, or too long")
    return public
