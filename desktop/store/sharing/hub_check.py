"""Check of a hub: every chain, every content and every text on it is verified, in memory that does not grow with it.

Nothing that the server says of itself is believed: the hashes are made here.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.sharing.errors import Tampered
from desktop.store.sharing.records import CHANGED, IS_MISSING, OUT_OF_ORDER, ChainName, WireRecord, tell
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from typing import Any

    from desktop.store.sharing.hub import Hub
    from desktop.translation import Text

_MOST = 200  # findings that are listed of each part
_AT_ONCE = 1000  # rows that are held
_BLOBS_AT_ONCE = 4  # parts of 1 MB
_RECORDS = """
    SELECT r.chain_id, r.number, r.prev, r.hash, c.content
    FROM verbatim.record r LEFT JOIN verbatim.content c ON c.chain_id = r.chain_id AND c.number = r.number
    ORDER BY r.chain_id, r.number
"""
_BLOBS = "SELECT sha256, part, size, bytes FROM verbatim.blob_part ORDER BY sha256, part"


@value_type
class HubHead:
    """Where a chain ends on a hub."""

    name: ChainName
    length: int
    hash: str


@dataclass(slots=True)
class HubReport:
    """What a check looked at and what it found wrong."""

    records: int = 0
    sealed: int = 0  # of them: their words are not on the hub
    blobs: int = 0
    heads: list[HubHead] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.findings


def check(hub: Hub, progress: Callable[[float], object] = lambda _: None) -> HubReport:
    """Verify all that the user may see; an exception in `progress` ends it. Raises a HubError where it cannot."""
    report = HubReport()
    with closing(_chains(hub, report, progress)) as found:
        report.findings += islice(found, _MOST)
    report.findings += islice(_blobs(hub, report), _MOST)
    progress(1.0)
    return report


@dataclass(slots=True)
class _Chain:
    """A chain as far as it was read."""

    name: ChainName
    number: int
    hash: str


def _chains(hub: Hub, report: HubReport, progress: Callable[[float], object]) -> Generator[str]:
    begun = {
        id_: _Chain(ChainName(desk, of, bytes(branch).hex()), first - 1, bytes(prev).hex())
        for id_, desk, of, branch, first, prev in hub.rows(
            "SELECT id, desk, of, branch, first, prev FROM verbatim.chain ORDER BY id"
        )
    }
    total = 1 + int(hub.value("SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = 'verbatim.record'::regclass"))
    with closing(hub.each(_RECORDS, {}, _AT_ONCE)) as rows:
        for chain_id, *row in rows:
            chain = begun.get(chain_id)
            if chain is None:
                yield tr("Records of a chain that is not there: {number}.", number=chain_id)
                continue
            yield from _record(chain, row, report)
            if report.records % 10_000 == 0:
                progress(min(0.9, 0.9 * report.records / total))
    report.heads += [HubHead(one.name, one.number, one.hash) for one in begun.values() if one.hash]


def _record(chain: _Chain, row: list[Any], report: HubReport) -> Iterator[str]:
    number, prev, hash_, content = row[0], bytes(row[1]).hex(), bytes(row[2]).hex(), row[3]
    if (number, hash_) != (chain.number, chain.hash):  # else it is the same record in a second story
        report.records += 1
        report.sealed += content is None
        if number != chain.number + 1:
            yield _finding(chain.name, chain.number + 1, IS_MISSING)
        elif prev != chain.hash:
            yield _finding(chain.name, number, OUT_OF_ORDER)
        chain.number, chain.hash = number, hash_
    if content is not None:
        try:
            tell(chain.name, WireRecord(number, prev, hash_, content))
        except Tampered:
            yield _finding(chain.name, number, CHANGED)


def _finding(name: ChainName, number: int, why: Text) -> str:
    return tr("{record} {why}.", record=name.called(number), why=tr(why.english))


def _blobs(hub: Hub, report: HubReport) -> Iterator[str]:
    sha256, digest, size, come, part = b"", hashlib.sha256(), 0, 0, 0

    def whole() -> bool:
        return not sha256 or (come == size and digest.digest() == sha256)

    for one, number, all_, content in hub.each(_BLOBS, {}, _BLOBS_AT_ONCE):
        if bytes(one) != sha256:
            if not whole():
                yield _changed(sha256)
            report.blobs += 1
            sha256, digest, size, come, part = bytes(one), hashlib.sha256(), all_, 0, 0
        come += len(content) if number == part else size + 1
        part += 1
        digest.update(content)
    if not whole():
        yield _changed(sha256)


def _changed(sha256: bytes) -> str:
    return tr("The text or file {sha256} was changed, or is not there whole.", sha256=sha256.hex()[:12])
