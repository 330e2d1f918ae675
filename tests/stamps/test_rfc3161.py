"""Replies of a real authority hold, what anybody changed in them does not, and OpenSSL agrees."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from asn1crypto import tsp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.stamps import rfc3161
from desktop.stamps.errors import StampError
from tests.stamps.authority import Authority, needs_openssl

if TYPE_CHECKING:
    from pathlib import Path

    from asn1crypto.x509 import Certificate

pytestmark = needs_openssl
SHA256 = hashlib.sha256(b"the heads of all chains").hexdigest()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def answer(authority: Authority) -> bytes:
    return authority.reply(rfc3161.make_request(SHA256)[0])


def trusted(path: Path) -> list[Certificate]:
    return rfc3161.read_certificates(path.read_bytes())


@pytest.mark.parametrize("key", ["rsa", "P-256", "P-384"])
def test_a_reply_says_what_was_asked_and_leads_to_the_root_that_is_trusted(tmp_path: Path, key: str) -> None:
    authority = Authority(tmp_path, key=key)
    request, nonce = rfc3161.make_request(SHA256)
    answer = authority.reply(request)
    reply = rfc3161.read_reply(answer)
    assert (reply.sha256, reply.nonce, reply.policy) == (SHA256, nonce, "1.2.3.4")
    assert reply.authority == "Clock of the Harbour Authority"
    assert rfc3161.verify(reply, trusted(authority.root)) == rfc3161.Verified(
        "Clock of the Harbour Authority", "Root of the Harbour Authority"
    )
    assert rfc3161.verify(reply, trusted(authority.signer)).trusted == "Clock of the Harbour Authority"
    assert authority.openssl_accepts(answer, SHA256)
    assert rfc3161.read_reply(reply.token) == reply  # the bare token, as desks keep it


def test_a_request_is_as_other_programs_read_it() -> None:
    request, nonce = rfc3161.make_request(SHA256)
    read = tsp.TimeStampReq.load(request, strict=True).native
    assert read["message_imprint"]["hashed_message"].hex() == SHA256
    assert (read["nonce"], read["cert_req"]) == (nonce, True)


def test_another_authority_is_not_trusted_and_nobody_is_not_either(answer: bytes, tmp_path: Path) -> None:
    reply = rfc3161.read_reply(answer)
    for certificates in ([], trusted(Authority(tmp_path).root)):
        with pytest.raises(StampError, match="does not lead to the certificate that you trust"):
            rfc3161.verify(reply, certificates)


def test_a_certificate_for_another_purpose_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"(?i)purpose|usage|extended"):  # OpenSSL itself refuses to sign with it
        Authority(tmp_path, purpose="other").reply(rfc3161.make_request(SHA256)[0])


# A twelfth of the examples of the profile: each takes a quarter of a second.
@settings(max_examples=settings().max_examples // 12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_reply_with_a_changed_byte_says_the_same_or_is_refused(
    authority: Authority, answer: bytes, data: st.DataObject
) -> None:
    """Some bytes of a reply are not signed; none of those changes what it says."""
    place = data.draw(st.integers(0, len(answer) - 1))
    other = bytearray(answer)
    other[place] ^= data.draw(st.integers(1, 255))
    expected = rfc3161.read_reply(answer)
    try:
        reply = rfc3161.read_reply(bytes(other))
        rfc3161.verify(reply, trusted(authority.root))
    except StampError:
        return
    assert replace(reply, token=b"") == replace(expected, token=b"")


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300))
def test_whatever_bytes_come_they_are_read_or_refused_by_a_sentence(content: bytes) -> None:
    for read in (rfc3161.read_reply, rfc3161.read_certificates):
        with pytest.raises(StampError):
            read(content)


def test_a_refusal_is_told_in_the_words_of_the_authority() -> None:
    status = tsp.PKIStatusInfo({"status": "rejection", "status_string": ["Come back tomorrow"]}).dump()
    with pytest.raises(StampError, match="gave no time stamp: rejection Come back tomorrow"):
        rfc3161.read_reply(b"\x30" + bytes([len(status)]) + status)
