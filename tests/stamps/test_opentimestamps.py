"""Proofs of OpenTimestamps are followed as their inventors' library follows them."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.stamps.errors import StampError
from desktop.stamps.opentimestamps import Attestation, read_block_header, read_proof

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
DIGEST = hashlib.sha256(b"the heads of all chains").digest()
PENDING = bytes.fromhex("00 83dfe30d2ef90c8e")
BITCOIN = bytes.fromhex("00 0588960d73d71901")
CALENDAR = b"https://calendar.example.org"
# The first block of Bitcoin there is.
GENESIS = (
    "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3"
    "888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c"
)


def varied(content: bytes) -> bytes:
    return bytes([len(content)]) + content


def proof(steps: bytes) -> bytes:
    return MAGIC + b"\x01\x08" + DIGEST + steps


def pending(address: bytes = CALENDAR) -> bytes:
    return PENDING + varied(varied(address))


def in_block(height: int) -> bytes:
    assert height < 128
    return BITCOIN + varied(bytes([height]))


def test_a_promise_of_a_calendar_is_read_and_proves_no_block() -> None:
    found = read_proof(proof(b"\xf0" + varied(b"salt") + b"\x08" + pending()))
    assert found.sha256 == DIGEST.hex()
    assert found.calendars == (CALENDAR.decode(),)
    assert found.in_blocks == ()


def test_every_way_is_followed_by_its_own_steps() -> None:
    """Two ways fork off after the first step, and one of them forks again."""
    steps = b"\xf1" + varied(b"left") + b"\x08" + b"\xff" + pending() + b"\xff" + b"\x08" + in_block(7) + b"\xf0"
    found = read_proof(proof(steps + varied(b"right") + b"\x08" + in_block(9)))
    first = hashlib.sha256(b"left" + DIGEST).digest()
    assert found.attestations == (
        Attestation(None, first, CALENDAR.decode()),
        Attestation(7, hashlib.sha256(first).digest()),
        Attestation(9, hashlib.sha256(first + b"right").digest()),
    )


def test_it_reads_what_the_library_of_the_inventors_writes() -> None:
    timestamp = pytest.importorskip("opentimestamps.core.timestamp")
    op = pytest.importorskip("opentimestamps.core.op")
    notary = pytest.importorskip("opentimestamps.core.notary")
    serialize = pytest.importorskip("opentimestamps.core.serialize")
    stamp = timestamp.DetachedTimestampFile(op.OpSHA256(), timestamp.Timestamp(DIGEST))
    inner = stamp.timestamp.ops.add(op.OpAppend(b"salt")).ops.add(op.OpSHA256())
    inner.attestations.add(notary.PendingAttestation(CALENDAR.decode()))
    block = inner.ops.add(op.OpPrepend(b"tree")).ops.add(op.OpSHA256()).ops.add(op.OpSHA256())
    block.attestations.add(notary.BitcoinBlockHeaderAttestation(800_000))
    written = serialize.BytesSerializationContext()
    stamp.serialize(written)
    found = read_proof(written.getbytes())
    assert found.calendars == (CALENDAR.decode(),)
    assert found.in_blocks == (Attestation(800_000, block.msg),)


def test_a_block_header_is_read_as_block_explorers_print_it() -> None:
    block = read_block_header(GENESIS)
    assert block.hash == "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"
    assert block.root[::-1].hex() == "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
    assert block.time.isoformat() == "2009-01-03T18:15:05+00:00"
    assert block.leading_zeros == 43


@pytest.mark.parametrize("text", ["", "00" * 80, GENESIS[:-2], GENESIS[:-2] + "7d", "no digits", GENESIS + "00"])
def test_a_block_header_that_carries_no_work_is_refused(text: str) -> None:
    with pytest.raises(StampError):
        read_block_header(text)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        MAGIC,
        proof(b""),
        proof(pending() + b"\x00"),
        proof(pending()[:-1]),
        proof(b"\x67" + pending()),
        proof(b"\xf0" + b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f"),
        proof(b"\x08" * 300 + pending()),
        proof(b"\xf3" * 20 + pending()),
        proof(b"\xf0" + varied(b"x") + in_block(7)),
        proof(b"\xff" * 2000),
        MAGIC + b"\x02\x08" + DIGEST + pending(),
        MAGIC + b"\x01\x02" + DIGEST[:20] + pending(),
    ],
)
def test_what_is_no_whole_proof_is_refused_by_a_sentence(content: bytes) -> None:
    with pytest.raises(StampError):
        read_proof(content)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_whatever_follows_the_head_is_followed_or_refused(steps: bytes) -> None:
    try:
        found = read_proof(proof(steps))
    except StampError:
        return
    assert found.attestations
