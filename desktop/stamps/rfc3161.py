"""RFC 3161: requests for time stamps, and replies of authorities read and verified without the network.

`verify` follows RFC 3161 section 2.3, RFC 5652 (the signature), RFC 5035 (which certificate signed) and RFC 5280 (from
that certificate to one that the user trusts). Revocation is not asked for: that would take the network.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import ecdsa
from asn1crypto import algos, cms, core, pem, tsp, x509
from ecdsa.util import sigdecode_der

from desktop.stamps.errors import StampError, UntrustedError
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Sequence

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


_LARGEST = 1_000_000  # bytes of a reply
_LONGEST_CHAIN = 8  # certificates
_GRANTED = {"granted", "granted_with_mods"}
_NO_CERTIFICATE = english("There is no certificate (PEM or DER) in this file.")
_FALSE = english("The signature of the time stamp is false, or is over something else.")
_NOT_VALID = english(
    "A certificate of the authority was not valid at the time of the stamp, or has limits that Verbatim does not know."
)
_NOT_READ = english("This is no reply of a time-stamping authority (RFC 3161).")
_HANDLED = {"basic_constraints", "key_usage", "extended_key_usage", "certificate_policies", "subject_alt_name"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What an authority states; nothing of it is verified."""

    sha256: str  # of what was stamped
    time: datetime  # UTC
    authority: str  # as its certificate, or the token, names it; may be empty
    serial: int
    nonce: int | None
    policy: str
    token: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """A reply whose signature leads to a certificate that the user trusts."""

    signer: str
    trusted: str  # the certificate in which the trust ends


def make_request(sha256: str) -> tuple[bytes, int]:
    """Return a request for a stamp over a SHA-256, and its nonce."""
    nonce = secrets.randbits(63)
    request = tsp.TimeStampReq(
        {
            "version": "v1",
            "message_imprint": {
                "hash_algorithm": {"algorithm": "sha256", "parameters": core.Null()},
                "hashed_message": bytes.fromhex(sha256),
            },
            "nonce": nonce,
            "cert_req": True,
        }
    )
    return bytes(request.dump()), nonce


def read_reply(content: bytes) -> Reply:
    """Read a reply (.tsr), or a bare token; raises StampError, with the authority's words where it refused."""
    token = _token(content)
    try:
        info = _info(token)
        signer = _signer(token, ())
        imprint = info["message_imprint"]
        stated = info["tsa"].native if info["tsa"].native is not None else None
        name = _name_of(signer) if signer is not None else str(stated or "")
        time = info["gen_time"].native
        if imprint["hash_algorithm"]["algorithm"].native != "sha256" or not isinstance(time, datetime):
            raise StampError(Sentence(_NOT_READ))
        return Reply(
            imprint["hashed_message"].native.hex(), time.astimezone(UTC), name, int(info["serial_number"].native),
            info["nonce"].native, str(info["policy"].native), bytes(token.dump()),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        raise StampError(Sentence(_NOT_READ)) from error


def read_certificates(content: bytes) -> list[x509.Certificate]:
    """Read certificates, in PEM (any number) or DER (one); raises StampError."""
    try:
        if pem.detect(content):
            parts = [der for kind, _, der in pem.unarmor(content, multiple=True) if kind == "CERTIFICATE"]
        else:
            parts = [content]
        found = [x509.Certificate.load(part, strict=True) for part in parts]
        for one in found:
            _ = one.native
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise StampError(Sentence(_NO_CERTIFICATE)) from error
    if not found:
        raise StampError(Sentence(_NO_CERTIFICATE))
    return found


def verify(reply: Reply, trusted: Sequence[x509.Certificate]) -> Verified:
    """Verify that the authority signed this, and that its certificate leads to a trusted one; raises StampError.

    UntrustedError is raised where that is only not known, for want of the right certificate.
    """
    try:
        token = _token(reply.token)
        info = _info(token)
        signer = _signer(token, trusted)
        if signer is None:
            raise UntrustedError(
                Sentence("The time stamp does not hold the certificate of its signer; please give that one, too.")
            )
        time = info["gen_time"].native.astimezone(UTC)
        _require_signature(token, signer)
        _require_purpose(signer)
        end = _trusted_end(signer, [*trusted, *_certificates(token)], trusted, time)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, IndexError) as error:
        raise StampError(Sentence(_NOT_READ)) from error
    return Verified(_name_of(signer), _name_of(end))


class _Response(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    """TimeStampResp; a refusal holds no token, which the class of asn1crypto does not allow for."""

    _fields = [("status", tsp.PKIStatusInfo), ("time_stamp_token", cms.ContentInfo, {"optional": True})]  # noqa: RUF012


# -- reading ---------------------------------------------------------------------------------------------------------


def _token(content: bytes) -> cms.ContentInfo:
    if not content or len(content) > _LARGEST:
        raise StampError(Sentence(_NOT_READ))
    try:
        reply = _Response.load(content, strict=True)
        status = reply["status"]["status"].native
    except (ValueError, TypeError, KeyError, OverflowError):
        status = None
    try:
        if status is None:  # a bare token, as some clients keep it
            token = cms.ContentInfo.load(content, strict=True)
        elif status not in _GRANTED:
            texts = reply["status"]["status_string"].native
            why = " ".join([str(status), *map(str, texts or ())])
            raise StampError(Sentence("The authority gave no time stamp: {why}.", why=" ".join(why.split())[:300]))
        else:
            token = reply["time_stamp_token"]
        if token["content_type"].native != "signed_data":
            raise StampError(Sentence(_NOT_READ))
        _ = token.native  # reads all of it
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise StampError(Sentence(_NOT_READ)) from error
    return token


def _info(token: cms.ContentInfo) -> tsp.TSTInfo:
    content = token["content"]["encap_content_info"]
    if content["content_type"].native != "tst_info":
        raise StampError(Sentence(_NOT_READ))
    return tsp.TSTInfo.load(_signed_content(token), strict=True)


def _signed_content(token: cms.ContentInfo) -> bytes:
    return bytes(token["content"]["encap_content_info"]["content"])


def _certificates(token: cms.ContentInfo) -> list[x509.Certificate]:
    found = token["content"]["certificates"]
    return [one.chosen for one in found if one.name == "certificate"] if found.native is not None else []


def _signer_info(token: cms.ContentInfo) -> Any:  # noqa: ANN401 - asn1crypto has no types
    infos = token["content"]["signer_infos"]
    if len(infos) != 1:
        raise StampError(Sentence(_NOT_READ))
    return infos[0]


def _signer(token: cms.ContentInfo, more: Sequence[x509.Certificate]) -> x509.Certificate | None:
    """Return the certificate that the signature names, if it is there."""
    sid = _signer_info(token)["sid"]
    for one in (*_certificates(token), *more):
        if sid.name == "issuer_and_serial_number":
            signer = sid.chosen
            if one.issuer == signer["issuer"] and one.serial_number == signer["serial_number"].native:
                return one
        elif one.key_identifier == sid.chosen.native:
            return one
    return None


def _name_of(certificate: x509.Certificate) -> str:
    names = certificate.subject.native
    return str(names.get("common_name") or names.get("organization_name") or certificate.subject.human_friendly)


# -- verifying -------------------------------------------------------------------------------------------------------


def _require_signature(token: cms.ContentInfo, signer: x509.Certificate) -> None:
    """Raise StampError unless the signer signed this very content, and named its own certificate in what it signed."""
    info = _signer_info(token)
    digest_name, signed = info["digest_algorithm"]["algorithm"].native, info["signed_attrs"]
    named = [one["algorithm"].native for one in token["content"]["digest_algorithms"]]
    if signed.native is None or digest_name not in named:
        raise StampError(Sentence(_FALSE))
    attributes = {one["type"].native: one["values"] for one in signed}
    if len(attributes) != len(signed) or [str(v.native) for v in attributes["content_type"]] != ["tst_info"]:
        raise StampError(Sentence(_FALSE))
    if [v.native for v in attributes["message_digest"]] != [_hashed(digest_name, _signed_content(token))]:
        raise StampError(Sentence(_FALSE))
    if not _names_certificate(attributes, signer):
        raise StampError(Sentence(_FALSE))
    bytes_signed = b"\x31" + signed.dump()[1:]  # as a SET, not as the field it stands in
    algorithm = info["signature_algorithm"]
    if not signature_fits(signer.public_key, algorithm, digest_name, info["signature"].native, bytes_signed):
        raise StampError(Sentence(_FALSE))


def _names_certificate(attributes: dict[str, Any], signer: x509.Certificate) -> bool:
    whole = signer.dump()
    for name in ("signing_certificate_v2", "signing_certificate"):
        if name in attributes:
            first = attributes[name][0]["certs"][0]
            algorithm = first["hash_algorithm"]["algorithm"].native if name.endswith("v2") else "sha1"
            return bool(first["cert_hash"].native == _hashed(algorithm, whole, old=True))
    return False


def _hashed(name: str, content: bytes, *, old: bool = False) -> bytes:
    allowed = {"sha256", "sha384", "sha512"} | ({"sha1"} if old else set())
    if name not in allowed:
        raise StampError(Sentence(NOT_VERIFIABLE))
    return hashlib.new(name, content, usedforsecurity=False).digest()


def _require_purpose(signer: x509.Certificate) -> None:
    purpose = signer.extended_key_usage_value
    if (
        purpose is None
        or purpose.native != ["time_stamping"]
        or "extended_key_usage" not in signer.critical_extensions
        or (
            signer.key_usage_value is not None
            and not signer.key_usage_value.native & {"digital_signature", "non_repudiation"}
        )
    ):
        raise StampError(Sentence("The certificate that signed is not one for time stamps."))


def _trusted_end(
    signer: x509.Certificate, known: Sequence[x509.Certificate], trusted: Sequence[x509.Certificate], time: datetime
) -> x509.Certificate:
    """Go from certificate to issuer until one is trusted; raises UntrustedError if none is."""
    anchors = {one.dump() for one in trusted}
    ways = [[signer]]
    _require_valid(signer, time)
    while ways:
        way = ways.pop()
        if way[-1].dump() in anchors:
            return way[-1]
        if len(way) < _LONGEST_CHAIN:
            ways += [[*way, issuer] for issuer in known if issuer not in way and _issued(way, issuer, time)]
    raise UntrustedError(Sentence("The certificate of the authority does not lead to the certificate that you trust."))


def _issued(way: Sequence[x509.Certificate], issuer: x509.Certificate, time: datetime) -> bool:
    """Whether a certificate of an authority, valid at that time, signed the last one on the way."""
    child = way[-1]
    if child.issuer != issuer.subject or not issuer.ca:
        return False
    usage, most = issuer.key_usage_value, issuer.max_path_length
    if (usage is not None and "key_cert_sign" not in usage.native) or (most is not None and len(way) - 1 > most):
        return False
    try:
        _require_valid(issuer, time)
        algorithm: algos.SignedDigestAlgorithm = child["signature_algorithm"]
        if algorithm.dump() != child["tbs_certificate"]["signature"].dump():
            return False
        name = algorithm.hash_algo
        _hashed(name, b"")
        return signature_fits(issuer.public_key, algorithm, name, child.signature, child["tbs_certificate"].dump())
    except (StampError, ValueError):
        return False


def _require_valid(certificate: x509.Certificate, time: datetime) -> None:
    if not certificate.not_valid_before <= time <= certificate.not_valid_after:
        raise StampError(Sentence(_NOT_VALID))
    if set(certificate.critical_extensions) - _HANDLED:
        raise StampError(Sentence(_NOT_VALID))
