"""Blobs: texts, originals and evidence files on a hub, by the SHA-256 of their bytes, in parts, each stored once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from desktop.store.records import evidence_files
from desktop.store.sharing.errors import Tampered
from desktop.store.sharing.schema import PART
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from desktop.store.file.database import Database
    from desktop.store.sharing.hub import Hub

MOST = 256 << 20  # bytes of one blob; intake and evidence files keep below that
_AT_ONCE = 200


def send(hub: Hub, db: Database, named: Mapping[str, Collection[int]]) -> None:
    """Send blobs that the hub lacks, for the stories (numbers on the hub) that name them; what we lack is left out."""
    if not named:
        return
    links = [(bytes.fromhex(sha256), story) for sha256, stories in named.items() for story in sorted(stories)]
    hub.write(
        "INSERT INTO verbatim.story_blob (sha256, story_id) SELECT * FROM unnest(%s::bytea[], %s::integer[])"
        " ON CONFLICT DO NOTHING",
        ([sha256 for sha256, _ in links], [story for _, story in links]),
    )
    there = _parts_there(hub, list(named))
    small: list[tuple[bytes, bytes]] = []
    for sha256 in named:
        have, size = there.get(sha256, (0, -1))
        if size >= 0 and have == _count(size):
            continue
        for part, whole, content in _parts(db, sha256):
            if part == 0 and whole == len(content):
                small.append((bytes.fromhex(sha256), content))
            else:
                _put(hub, bytes.fromhex(sha256), part, whole, content)
        if len(small) >= _AT_ONCE or sum(len(content) for _, content in small) > 8 * PART:
            _put_small(hub, small)
            small = []
    if small:
        _put_small(hub, small)


def _parts_there(hub: Hub, sha256s: list[str]) -> dict[str, tuple[int, int]]:
    rows = hub.rows(
        "SELECT sha256, count(*), max(size) FROM verbatim.blob_part WHERE sha256 = ANY(%s) GROUP BY sha256",
        ([bytes.fromhex(sha256) for sha256 in sha256s],),
    )
    return {bytes(sha256).hex(): (count, size) for sha256, count, size in rows}


def _count(size: int) -> int:
    """How many parts bytes of this size have."""
    return max(1, -(-size // PART))


def _put(hub: Hub, sha256: bytes, part: int, size: int, content: bytes) -> None:
    hub.write(
        "INSERT INTO verbatim.blob_part (sha256, part, size, bytes) VALUES (%s, %s, %s, %b) ON CONFLICT DO NOTHING",
        (sha256, part, size, content),
    )


def _put_small(hub: Hub, contents: list[tuple[bytes, bytes]]) -> None:
    hub.write(
        "INSERT INTO verbatim.blob_part (sha256, part, size, bytes)"
        " SELECT sha256, 0, octet_length(bytes), bytes FROM unnest(%b::bytea[], %b::bytea[]) AS g (sha256, bytes)"
        " ON CONFLICT DO NOTHING",
        ([sha256 for sha256, _ in contents], [content for _, content in contents]),
    )


def _parts(db: Database, sha256: str) -> Iterator[tuple[int, int, bytes]]:
    """Yield the parts (number, size of the whole, bytes) of what a desk has under a hash; nothing if it has not."""
    content = db.value("SELECT bytes FROM original WHERE sha256 = ?", (sha256,))
    if content is None:
        text = db.value(
            "SELECT t.text FROM version v JOIN version_text t ON t.version_id = v.id WHERE v.text_sha256 = ? LIMIT 1",
            (sha256,),
        )
        content = None if text is None else text.encode()
    if content is not None:
        if hashlib.sha256(content).hexdigest() == sha256:
            for part in range(_count(len(content))):
                yield part, len(content), content[part * PART : (part + 1) * PART]
    elif evidence_files.is_there(db, sha256):
        size = int(db.value("SELECT max(size) FROM evidence_file WHERE sha256 = ?", (sha256,)))
        for part, piece in enumerate(evidence_files.cut(evidence_files.parts(db, sha256), PART)):
            yield part, size, piece


# -- taking ------------------------------------------------------------------------------------------------------------


def sizes(hub: Hub, sha256s: Collection[str]) -> dict[str, int]:
    """Return how many bytes blobs have that are there whole."""
    there = _parts_there(hub, list(sha256s)) if sha256s else {}
    return {sha256: size for sha256, (count, size) in there.items() if count == _count(size)}


def take(hub: Hub, sha256: str, size: int) -> Iterator[bytes]:
    """Yield the parts of a blob; raises Tampered, naming it, if it is far too big or has another hash in the end."""
    if size > MOST:
        raise _wrong(sha256)
    digest, rest = hashlib.sha256(), size
    for part in range(_count(size)):
        content = hub.value(
            "SELECT bytes FROM verbatim.blob_part WHERE sha256 = %s AND part = %s AND octet_length(bytes) <= %s",
            (bytes.fromhex(sha256), part, PART),
        )
        if content is None or len(content) > rest:
            raise _wrong(sha256)
        digest.update(content)
        rest -= len(content)
        yield bytes(content)
    if rest or digest.hexdigest() != sha256:
        raise _wrong(sha256)


def take_small(hub: Hub, sha256s: Collection[str]) -> dict[str, bytes]:
    """Return blobs of one part at once; raises Tampered, naming one that has another hash."""
    rows = hub.rows(
        "SELECT sha256, bytes FROM verbatim.blob_part"
        " WHERE sha256 = ANY(%s) AND part = 0 AND octet_length(bytes) <= %s",
        ([bytes.fromhex(sha256) for sha256 in sha256s], PART),
    )
    found = {bytes(sha256).hex(): bytes(content) for sha256, content in rows}
    for sha256, content in found.items():
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _wrong(sha256)
    return found


def _wrong(sha256: str) -> Tampered:
    return Tampered(
        tr(
            "The hub gives something else than a desk once sent: the text or file {sha256} was changed or is far too "
            "big. It was not taken; show this to whoever looks after the server.",
            sha256=sha256[:12],
        )
    )
