"""JSON Lines of the log: every record of every chain on a line of its own, complete, so that each hash can be verified.

The first line is the head: what the file is of, its chains with their ends, and the digest, which is the SHA-256 of the
file with zeros in its place. Every further line is one record with its hash; of a record that concerns none of the
chosen stories only number, hash and the hash before it are given, and one from which private words were left out is
called "public": its hash is that of the whole record. `standalone_check` verifies the file, and
`resources/events.schema.json` says what each line holds.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from desktop.log.evidence.standalone_check import EVENTS
from desktop.log.rows import NOT_PROVEN, utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import BinaryIO

    from desktop.domain import ChainHead, Counts

SCHEMA = 1
_NO_DIGEST = "0" * 64
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Event:
    """One record of a chain."""

    chain: int  # index of its chain
    number: int
    prev: str
    hash: str  # of the whole record
    record: Mapping[str, object] | None  # None where it is withheld
    whole: bool = True  # False where private words were left out of it


@dataclass(frozen=True, slots=True)
class EventsHead:
    """What the events are of."""

    desk_name: str
    desk_uid: str
    app_version: str
    exported_at: datetime  # aware, UTC
    filter_in_force: str
    counts: Counts  # of the quotes of the newest versions
    chains: Sequence[ChainHead]
    stamps: Sequence[str] = ()  # one sentence each
    private: bool = True  # whether private lines of notes and contacts are in it, see `rows.public`


def write(out: BinaryIO, head: EventsHead, events: Iterable[Event]) -> int:
    """Write the file, which can be sought in, line by line; returns the number of records."""
    first = _line(
        {
            "app_version": head.app_version,
            "chains": [asdict(chain) for chain in head.chains],
            "counts": asdict(head.counts),
            "desk": {"name": head.desk_name, "uid": head.desk_uid},
            "digest": _NO_DIGEST,
            "exported_at": utc(head.exported_at),
            "filter": head.filter_in_force,
            "format": EVENTS,
            "not_proven": NOT_PROVEN,
            "private": head.private,
            "schema": SCHEMA,
            "stamps": list(head.stamps),
        }
    )
    start, digest, written = out.tell(), hashlib.sha256(first), 0
    out.write(first)
    for event in events:
        line = _line(_record(event))
        digest.update(line)
        out.write(line)
        written += 1
    end = out.tell()
    out.seek(start + first.index(f'"digest":"{_NO_DIGEST}"'.encode()) + len('"digest":"'))
    out.write(digest.hexdigest().encode())
    out.seek(end)
    return written


def _record(event: Event) -> dict[str, object]:
    if event.record is None:
        return {"chain": event.chain, "hash": event.hash, "number": event.number, "prev": event.prev}
    return {"chain": event.chain, "hash": event.hash, "record" if event.whole else "public": event.record}


def _line(content: Mapping[str, object]) -> bytes:
    return _JSON.encode(content).encode() + b"\n"
