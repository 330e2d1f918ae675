"""Evidence bundle of a desk: texts and originals with the log in three forms, and what checks them without Verbatim."""

from __future__ import annotations

import mimetypes
from functools import partial
from typing import TYPE_CHECKING

from desktop.desk.evidence.chain_export import write_events
from desktop.desk.evidence.stamping import stamp_files
from desktop.lazy_pattern import lazy_pattern
from desktop.log import json_file
from desktop.log.columns import ColumnSet
from desktop.log.evidence.bundle_file import BundleWriter, checker_source
from desktop.log.evidence.standalone_check import DIGEST, EVENTS_NAME, LOG_NAME, MANIFEST
from desktop.log.pages import html_file
from desktop.log.rows import NOT_PROVEN, articles_of, one_line
from desktop.text.evidence import stored_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from desktop.desk.evidence.chain_export import Ends
    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, VersionInfo
    from desktop.log.rows import LogSource

_ENDING = lazy_pattern(r"\.[a-z0-9]{1,5}")
_WIDTH = 110
_ABOUT = f"""\
Evidence bundle of Verbatim
===========================

To check it, with nothing but Python 3.8 or newer:

    python3 check.py                 in the folder that it was unpacked into, or
    python3 check.py BUNDLE.zip      without unpacking it; this also covers the bytes of the archive itself

`verbatim check BUNDLE.zip` does the same, and verifies time stamps too; `sha256sum -c {DIGEST} {MANIFEST}` compares
the files alone. The SHA-256 of {MANIFEST}, which stands in {DIGEST}, is the digest of the bundle: give it to
somebody else, or have it stamped, and nobody can change the bundle afterwards without its showing.

    log/log.html        the log to read: every quote with its marks, by whom, when and why
    log/log.json        the same, for programs
    log/events.jsonl    every record of the chains, by which its hashes are verified
    texts/              every captured text (UTF-8), named by its SHA-256; places in the log count its code points
    originals/          the bytes from which they were read, named by their SHA-256
    evidence/           files that a checker kept with a mark, named by their SHA-256
    stamps/             time stamps over the heads of the chains, and the statements that they are over
    check.py            what checks all this; it is short, and meant to be read
    {MANIFEST}     the SHA-256 of every file

A statement in stamps/ names the ends of all chains at one moment; its SHA-256 is what was stamped. To verify one with
OpenSSL and the certificate of its authority, or with a client of OpenTimestamps:

    openssl ts -verify -data NAME.json -in NAME.tsr -token_in -CAfile CERTIFICATE.pem
    ots verify -f NAME.json NAME.ots

It holds the names of those who checked, their notes and sources, and the texts of others: hand it on with care.

{{not_proven}}

What is what
------------

"""


def write_bundle(desk: Desk, out: BinaryIO, source: LogSource, ends: Ends) -> int:
    """Write the bundle of what `source` and `ends` say, which were read together; returns how many quotes it has."""
    bundle = BundleWriter(out)
    bundle.add("readme.txt", _readme(source).encode("utf-8", "replace"))
    bundle.add("check.py", checker_source())
    bundle.add_written(LOG_NAME, partial(json_file.write, source))
    bundle.add_written("log/log.html", partial(html_file.write, source, ColumnSet.AUDIT))
    bundle.add_written(EVENTS_NAME, partial(_write_events, desk, ends, source.private))
    for name, content in stamp_files(desk):
        bundle.add(name, content)
    for _, info in _versions(source):
        _add_once(bundle, _text_name(info), partial(_text, desk, info))
        _add_once(bundle, _original_name(info), partial(desk.original, info.id))
    for sha256 in _stored_files(desk, source):
        bundle.add_written(f"evidence/{sha256}.bin", partial(_write_stored_file, desk, sha256))
    bundle.finish()
    return sum(len(found) for found in source.quotes.values())


def _write_events(desk: Desk, ends: Ends, private: bool, out: BinaryIO) -> None:  # noqa: FBT001 - called by `partial`
    write_events(desk, out, ends, private=private)


def _write_stored_file(desk: Desk, sha256: str, out: BinaryIO) -> None:
    for part in desk.evidence_parts(sha256):
        out.write(part)


def _stored_files(desk: Desk, source: LogSource) -> list[str]:
    """Return the SHA-256 of each file that a mark says is kept in the desk, and that is there."""
    named = {sha256 for marks in source.marks.values() for mark in marks for sha256 in stored_files(mark.evidence)}
    return sorted(sha256 for sha256 in named if desk.keeps_evidence(sha256))


def _text(desk: Desk, info: VersionInfo) -> bytes:
    return desk.version(info.id).text.encode()


def _add_once(bundle: BundleWriter, name: str, content: Callable[[], bytes]) -> None:
    if name not in bundle:
        bundle.add(name, content())


def _versions(source: LogSource) -> Iterator[tuple[Article, VersionInfo]]:
    for story in source.stories:
        for article in articles_of(source, story):
            for info in source.versions.get(article.id, ()):
                yield article, info


def _text_name(info: VersionInfo) -> str:
    return f"texts/{info.text_sha256}.txt"


def _original_name(info: VersionInfo) -> str:
    ending = mimetypes.guess_extension(info.media_type, strict=False) or ""
    return f"originals/{info.original_sha256}{ending if _ENDING.fullmatch(ending) else '.bin'}"


def _readme(source: LogSource) -> str:
    lines = [_ABOUT.format(not_proven=NOT_PROVEN)]
    for article, info in _versions(source):
        about = article.metadata
        what = ", ".join(one_line(part) for part in (about.outlet, about.title, about.published) if part)
        lines += [f"{what or 'no headline'} (version {info.number})", f"    {_text_name(info)}"]
        lines += [f"    {_original_name(info)}  from {one_line(info.source)[:_WIDTH]}", ""]
    return "\n".join(lines)
