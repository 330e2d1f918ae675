"""Signatures of certificates and time stamps, verified: RSA (PKCS #1 v1.5) and ECDSA. Nothing here signs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import ecdsa
from ecdsa.util import sigdecode_der

from desktop.stamps.errors import StampError
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from asn1crypto import algos, keys

# What stands before the digest in a signature: the DER of DigestInfo, RFC 8017 section 9.2.
_BEFORE = {
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}
NOT_VERIFIABLE = english("The signature is of a kind that Verbatim cannot verify, or does not trust.")
_CURVES = {"secp256r1": ecdsa.NIST256p, "secp384r1": ecdsa.NIST384p, "secp521r1": ecdsa.NIST521p}
_LEAST_BITS, _MOST_BITS = 2048, 16_384  # of an RSA key


def signature_fits(
    key: keys.PublicKeyInfo, algorithm: algos.SignedDigestAlgorithm, digest_name: str, signature: bytes, content: bytes
) -> bool:
    """Say whether a signature over some bytes was made with the key; raises StampError for a way it cannot verify."""
    if digest_name not in _BEFORE or algorithm["algorithm"].native not in _names(digest_name):
        raise StampError(Sentence(NOT_VERIFIABLE))
    if key.algorithm == "rsa" and algorithm.signature_algo == "rsassa_pkcs1v15":
        return _rsa_fits(key, digest_name, signature, content)
    if key.algorithm == "ec" and algorithm.signature_algo == "ecdsa":
        return _ecdsa_fits(key, digest_name, signature, content)
    raise StampError(Sentence(NOT_VERIFIABLE))


def _names(digest_name: str) -> set[str]:
    return {"rsassa_pkcs1v15", f"{digest_name}_rsa", f"{digest_name}_ecdsa"}


def _rsa_fits(key: keys.PublicKeyInfo, digest_name: str, signature: bytes, content: bytes) -> bool:
    """Compare with the one form that a signature of this content has; nothing of what it hides is read."""
    numbers = key["public_key"].parsed
    modulus, exponent = numbers["modulus"].native, numbers["public_exponent"].native
    size = (modulus.bit_length() + 7) // 8
    if not _LEAST_BITS <= modulus.bit_length() <= _MOST_BITS or not 3 <= exponent < 1 << 32:
        raise StampError(Sentence(NOT_VERIFIABLE))
    number = int.from_bytes(signature, "big")
    if len(signature) != size or number >= modulus:
        return False
    end = _BEFORE[digest_name] + hashlib.new(digest_name, content).digest()
    expected = b"\x00\x01" + b"\xff" * (size - len(end) - 3) + b"\x00" + end
    return bool(pow(number, exponent, modulus).to_bytes(size, "big") == expected)


def _ecdsa_fits(key: keys.PublicKeyInfo, digest_name: str, signature: bytes, content: bytes) -> bool:
    kind, curve = key.curve
    if kind != "named" or curve not in _CURVES:
        raise StampError(Sentence(NOT_VERIFIABLE))
    try:
        point = ecdsa.VerifyingKey.from_string(key["public_key"].native, curve=_CURVES[curve])
        digest = hashlib.new(digest_name, content).digest()
        return bool(point.verify_digest(signature, digest, sigdecode=sigdecode_der, allow_truncate=True))
    except (ecdsa.BadSignatureError, ecdsa.errors.MalformedPointError, ecdsa.der.UnexpectedDER, AssertionError):
        return False
