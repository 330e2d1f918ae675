"""Records of WARC and ARC files: what was captured, from which address, when, and whether its digests hold."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.intake.containers.content_coding import LARGEST, dechunk, decode_content
from desktop.intake.errors import Damaged, IntakeError, TooLarge
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 100_000  # records of one file
_SUM = 2_000_000_000  # bytes of all bodies of one file, as they lie there
_GZIP = b"\x1f\x8b"
_DATE = lazy_pattern(r"(\d{4})-?(\d\d)-?(\d\d)T?(\d\d)?:?(\d\d)?:?(\d\d)?")


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `body` is decoded, empty where `fault` says why it could not be."""

    kind: str  # response, resource, revisit, request, warcinfo, …
    url: str
    date: str  # as written, ISO 8601 in UTC
    status: str  # "200"; empty without one
    media_type: str  # as the server said it, without parameters, lower case
    charset: str  # as the server said it
    body: bytes
    digest: str  # of the body as the archive states it, "sha1:…"; empty without one
    digest_holds: bool | None  # None: no digest, or of a kind not known
    fault: str = ""  # a sentence


def is_archive(head: bytes) -> bool:
    """Say whether bytes begin as a WARC or ARC file, packed or not."""
    if head.startswith(_GZIP):
        head = _first_unpacked(head)
    return bool(re.match(rb"WARC/[01]\.\d+\r?\n", head)) or head.startswith(b"filedesc://")


def read_records(data: bytes, name: str) -> Iterator[Record]:
    """Read the records in their order; raises Damaged or TooLarge, beginning with `name`, where it cannot go on."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if data.startswith(_GZIP) and _is_one_member(data):
        data = decode_content(data, "gzip", name)  # packed as a whole, where each record should be
    count = size = 0
    try:
        for found in ArchiveIterator(io.BytesIO(data), arc2warc=True):
            record, raw = _record(found, name)
            count, size = count + 1, size + raw
            if count > _MOST or size > _SUM:
                raise TooLarge(
                    Sentence(
                        "{name} holds more than {number} records or {size} GB.",
                        name=name,
                        number=f"{_MOST:,}",
                        size=_SUM // 1_000_000_000,
                    )
                )
            yield record
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, KeyError, AttributeError, IndexError) as error:
        raise Damaged(
            Sentence("{name} is damaged or cut off after {number} records.", name=name, number=f"{count:,}")
        ) from error


def _record(found: object, name: str) -> tuple[Record, int]:
    """Read one record of warcio; returns it with the bytes of its body."""
    heads, http, kind = found.rec_headers, found.http_headers, found.rec_type  # type: ignore[attr-defined]
    raw: bytes = found.raw_stream.read(LARGEST + 1)  # type: ignore[attr-defined]
    url = heads.get_header("WARC-Target-URI") or ""
    stated = (http.get_header("Content-Type") if http else heads.get_header("Content-Type")) or ""
    body, fault = raw, ""
    digest = heads.get_header("WARC-Payload-Digest") or ("" if http else heads.get_header("WARC-Block-Digest") or "")
    plain = dechunk(raw) if http and "chunked" in (http.get_header("Transfer-Encoding") or "").lower() else raw
    try:
        if len(raw) > LARGEST:
            raise TooLarge(Sentence("{name} has more than {limit} MB.", name=url or name, limit=LARGEST // 1_000_000))
        body = decode_content(plain, http.get_header("Content-Encoding") or "", url or name) if http else raw
    except IntakeError as error:
        body, fault = b"", str(error)
    record = Record(
        kind,
        url.strip("<>"),
        heads.get_header("WARC-Date") or "",
        (http.get_statuscode() or "") if http and kind != "request" else "",
        stated.split(";")[0].strip().lower(),
        charset_of(stated),
        body,
        digest,
        _holds(digest, raw, plain, body) if kind != "revisit" else None,
        fault,
    )
    return record, len(raw)


def charset_of(content_type: str) -> str:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", content_type, re.IGNORECASE)
    return found[1] if found else ""


def _holds(digest: str, *bodies: bytes) -> bool | None:
    """Compare a digest with the body as it travelled, as it lies there, and decoded: tools differ in what they take."""
    algorithm, _, value = digest.partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in {"sha1", "sha256", "md5", "sha512"} or not value:
        return None
    for body in bodies:
        found = hashlib.new(algorithm, body, usedforsecurity=False)
        if value.lower() == found.hexdigest() or value.upper().rstrip("=") == _base32(found.digest()):
            return True
    return False


def _base32(digest: bytes) -> str:
    return base64.b32encode(digest).decode("ascii").rstrip("=")


def _is_one_member(data: bytes) -> bool:
    """Say whether a packed file is one stream, which warcio refuses, and not one for each record."""
    import zlib

    inflating = zlib.decompressobj(31)
    try:
        first = inflating.decompress(data, 4_000_000)
    except zlib.error:
        return False
    return not inflating.unused_data and len(re.findall(rb"^WARC/[01]\.\d", first, re.MULTILINE)) > 1


def _first_unpacked(head: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompressobj(31).decompress(head, 1024)
    except zlib.error:
        return b""
