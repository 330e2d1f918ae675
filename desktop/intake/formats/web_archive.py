"""Web archives (WARC, ARC, WACZ): every page in them, with its address, its date and whether its digest holds.

Pages are listed from the records themselves, never from an index. Several captures of one address are versions.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from desktop.domain import Fact
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Damaged, Empty, IntakeError
from desktop.intake.formats.plain_text import FORMAT as PLAIN_TEXT
from desktop.intake.registry import format_of
from desktop.intake.web_archive.records import Record, is_archive, read_records
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.intake.containers.zip_package import Packed

_MOST = 2_000  # pages of one archive
_KINDS = frozenset({"response", "resource", "conversion"})
_ORIGIN = "web archive"


@dataclass
class _Pages:
    """What was found in an archive."""

    documents: dict[str, list[tuple[str, Document]]]  # by address: date and document
    faults: list[str]
    records: int = 0

    @property
    def count(self) -> int:
        return sum(map(len, self.documents.values()))


def read(data: bytes, name: str) -> list[Document]:
    """Read every page of an archive, those of one address by date, each but the first as a later version.

    Raises Empty where it holds no page, Damaged or TooLarge; sentences begin with `name`.
    """
    if data.startswith(b"PK"):
        from desktop.intake.containers.zip_package import open_packed

        packed = open_packed(data, name)
        notices, records = _check_package(packed), _packed_records(packed, name)
    else:
        notices, records = [], read_records(data, name)
    pages = _read_pages(records)
    if not pages.documents:
        raise Empty(_why_empty(pages, name))
    notices += _notices(pages)
    found = [each for of_address in pages.documents.values() for each in _in_order(of_address)]
    return [replace(found[0], notices=(*notices, *found[0].notices)), *found[1:]]


def _why_empty(pages: _Pages, name: str) -> Sentence:
    if pages.faults:
        return Sentence("{name} holds no page with text: {fault}", name=name, fault=pages.faults[0])
    return Sentence.counted(
        "{name} holds no page with text: {count} record of other kinds.",
        "{name} holds no page with text: {count} records of other kinds.",
        pages.records,
        name=name,
    )


def _notices(pages: _Pages) -> list[str]:
    notices: list[str] = [
        Sentence(
            "The archive holds {pages} in {records}.",
            pages=Sentence.counted("{count} page", "{count} pages", pages.count),
            records=Sentence.counted("{count} record", "{count} records", pages.records),
        )
    ]
    if pages.faults:
        notices.append(
            Sentence.counted(
                "{count} page could not be read. {faults}",
                "{count} pages could not be read. {faults}",
                len(pages.faults),
                faults=" ".join(pages.faults[:3]),
            )
        )
    return notices


def _in_order(of_address: list[tuple[str, Document]]) -> list[Document]:
    ordered = [document for _, document in sorted(of_address, key=lambda each: each[0])]
    return [ordered[0], *(replace(each, follows=True) for each in ordered[1:])]


def _read_pages(records: Iterable[Record]) -> _Pages:
    pages = _Pages({}, [])
    try:
        for record in records:
            pages.records += 1
            if _is_page(record):
                _add_page(pages, record)
            if pages.count >= _MOST:
                pages.faults.append(Sentence("Only the first {number} pages were read.", number=f"{_MOST:,}"))
                break
    except Damaged as error:  # what was read until there is whole
        if not pages.documents:
            raise
        pages.faults.append(str(error))
    return pages


def _is_page(record: Record) -> bool:
    return record.kind in _KINDS and record.status in {"", "200", "203"} and bool(record.url)


def _add_page(pages: _Pages, record: Record) -> None:
    if record.fault:
        pages.faults.append(record.fault)
        return
    try:
        document = _read_body(record)
    except IntakeError as error:
        if record.media_type in {"text/html", "application/xhtml+xml"} and not isinstance(error, Empty):
            pages.faults.append(str(error))
        return
    if document is not None:
        pages.documents.setdefault(record.url, []).append((record.date, document))


def _read_body(record: Record) -> Document | None:
    """Read the body of a record if it is a page or another document; None for scripts, data and the like."""
    shown = PurePosixPath(urlsplit(record.url).path).name or "page.html"
    found = format_of(record.body, shown)
    if (found is PLAIN_TEXT and record.media_type != "text/plain") or found is FORMAT:
        return None
    from desktop.intake.characters.labels import as_labelled

    data, label_notices = as_labelled(record.body, record.media_type, record.charset)
    [first, *_] = found.read(data, record.url)
    facts = (Fact("url", record.url, _ORIGIN), Fact("captured", record.date, _ORIGIN))
    return replace(
        first,
        part=record.url,
        facts=(*facts, *first.facts),
        notices=(*label_notices, *first.notices, *_about_digest(record)),
        original=record.body,
        media_type=found.media_type,
    )


def _about_digest(record: Record) -> tuple[str, ...]:
    if record.digest_holds is False:
        return (
            Sentence(
                "The archive's digest of this page ({digest}) does not hold: it was changed or damaged.",
                digest=record.digest,
            ),
        )
    return ()


# -- WACZ ----------------------------------------------------------------------------------------------------------


def _packed_records(packed: Packed, name: str) -> Iterator[Record]:
    archives = [each for each in packed.names() if each.lower().endswith((".warc", ".warc.gz", ".arc", ".arc.gz"))]
    for each in archives:
        yield from read_records(packed.read(each), f"{name} ({PurePosixPath(each).name})")


def _check_package(packed: Packed) -> list[str]:
    """Hold the parts against the digests of the package's own list."""
    try:
        stated: dict[str, Any] = json.loads(packed.read("datapackage.json"))
        resources = [(str(each["path"]), str(each["hash"])) for each in stated.get("resources", ())]
    except (IntakeError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return [
            Sentence("The package's own list of its parts is missing or damaged, so its digests could not be verified.")
        ]
    wrong = [path for path, digest in resources if path in packed and not _is_digest_of(packed.read(path), digest)]
    return [
        Sentence("The package's digest of {part} does not hold: it was changed or damaged.", part=path)
        for path in wrong
    ]


def _is_digest_of(data: bytes, stated: str) -> bool:
    algorithm, _, value = stated.rpartition(":")
    if algorithm.lower() not in {"", "sha256", "sha-256", "md5"}:
        return True  # of a kind not known: nothing can be said
    algorithm = "md5" if algorithm.lower() == "md5" else "sha256"
    return hashlib.new(algorithm, data, usedforsecurity=False).hexdigest() == value.lower()


def _recognise(sample: Sample) -> bool:
    if is_archive(sample.data[:4096]):
        return True
    return sample.data.startswith(b"PK\x03\x04") and sample.ending == ".wacz"


FORMAT = Format(
    english("web archive"),
    "application/warc",
    read,
    "web archive 1",
    _recognise,
    (".warc", ".arc", ".wacz"),
    has_boilerplate=True,
)
