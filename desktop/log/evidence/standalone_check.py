"""Check of a log or an evidence bundle of Verbatim, without Verbatim: python3 check.py [FILE]

FILE is an evidence bundle (.zip), a log of events (.jsonl) or a log in JSON (.json). Without FILE the folder is checked
in which this file lies, which a bundle was unpacked into. Nothing is written, unpacked, run or fetched, and nothing but
Python 3.8 or newer is needed. The exit code is 0 if nothing wrong was found, 1 if something was, 2 if there is nothing
to check.

How it is checked:

* Events (.jsonl): the first line names the chains; every further line is one record of a chain. The hash of a record
  is the SHA-256 of its JSON with sorted keys and without spaces, in UTF-8. In each record stand the hash of the one
  before it (`prev`) and its number, so none can be changed, taken out or put in unless all later hashes change.
* Digest (.json, .jsonl): the SHA-256 of the whole file, in which the 64 digits of the digest itself are 64 zeros.
* Bundle (.zip): `manifest.sha256` names every file with its SHA-256, `bundle.sha256` has the SHA-256 of the manifest:
  the digest of the bundle. All files are stored as they are, and every byte between them is compared with what this
  layout makes of names, sizes and sums: the archive has no byte that may be changed.
* Contents of a bundle: each text and original has the hash that the log names; each quote stands in its text at the
  place that the log names; log and events tell the same marks.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, BinaryIO

LOG, EVENTS = "verbatim-log", "verbatim-events"
FIRST_WITH_DIGEST_OF_BYTES = 3  # schema of the log in JSON; earlier ones are checked by Verbatim only
MANIFEST, DIGEST = "manifest.sha256", "bundle.sha256"
LOG_NAME, EVENTS_NAME = "log/log.json", "log/events.jsonl"
NOT_PROVEN = (
    "That everything fits does not prove who made it: whoever can write all of a file can make all of it fit. Compare "
    "the digest of the bundle, or the head hashes, with a copy that somebody else was given before, or with a time "
    "stamp of an authority.",
    "It does not prove that the computer's clock was right, who sat at the keyboard, or that a text was captured "
    "completely.",
)
STAMPS_NOT_VERIFIED = "This check does not verify the signatures of the time stamps in the folder stamps"
_ZEROS = b"0" * 64
_MOST = 200  # findings printed
_LONGEST_LINE = 64_000_000  # bytes
_MOST_FILES = 65_000
_BLOCK = 1 << 20
_DIGEST_AT = re.compile(rb'(?:\A\{|\n|,)"digest":"([0-9a-f]{64})"')
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*)*(?:\.[a-z0-9]{1,8})?")
_MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError)


class Report:
    """What was looked at, what was found wrong, and what is worth knowing."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.checked: list[str] = []
        self.findings: list[str] = []
        self.notes: list[str] = []
        self.heads: list[dict[str, Any]] = []  # the chains as the events name them

    def wrong(self, finding: str) -> None:
        """Take down what is wrong; of very many findings the first are kept."""
        if len(self.findings) < _MOST:
            self.findings.append(finding)
        elif len(self.findings) == _MOST:
            self.findings.append("There is more that is wrong.")


def check_file(path: Path) -> Report:
    """Check a bundle or a log by what its first bytes say it is; raises OSError, or ValueError if it is neither."""
    report = Report()
    with path.open("rb") as file:
        begins = file.read(4)
        file.seek(0)
        if begins[:2] == b"PK":
            check_bundle(file, report)
        elif is_events(file):
            check_events(file, report)
        elif begins[:1] == b"{":
            check_log(file.read(), report)
        else:
            raise ValueError(f"{path} is neither a bundle nor a log of Verbatim.")
    return report


def is_events(file: BinaryIO) -> bool:
    """Say whether a file is a log of events; the file is at its beginning afterwards."""
    first = file.readline(_LONGEST_LINE)
    file.seek(0)
    return first[:1] == b"{" and f'"format":"{EVENTS}"'.encode() in first


# -- the log in JSON -------------------------------------------------------------------------------------------------


def check_log(content: bytes, report: Report) -> dict[str, Any] | None:
    """Check the digest of a log in JSON and return what it says; None if it cannot be read."""
    log = _object(content)
    if log is None or log.get("format") != LOG or not isinstance(log.get("schema"), int):
        report.wrong("The log in JSON cannot be read.")
        return None
    if log["schema"] < FIRST_WITH_DIGEST_OF_BYTES:
        report.wrong("This log is said to be of an earlier version, whose digest only Verbatim itself can verify.")
        return log
    if digest_of([content]) != log.get("digest"):
        report.wrong("The digest in the head of the log in JSON does not fit its content: something was changed.")
    try:
        head = log["head"]
        report.checked.append(f"log in JSON: {head['marks']} marks in the chain, digest {log['digest']}")
    except _MISSHAPEN:
        report.wrong("The log in JSON lacks its head.")
    return log


def digest_of(parts: Iterable[bytes]) -> str:
    """Return the SHA-256 of a log with zeros in the place of its digest; the digest must stand in the first part."""
    found = hashlib.sha256()
    first = True
    for part in parts:
        place = _DIGEST_AT.search(part) if first else None
        if place is None:
            found.update(part)
        else:
            found.update(part[: place.start(1)] + _ZEROS + part[place.end(1) :])
        first = False
    return found.hexdigest()


# -- events ----------------------------------------------------------------------------------------------------------


def check_events(file: BinaryIO, report: Report, each: Callable[[dict[str, Any], str], object] | None = None) -> None:
    """Follow the chains of a log of events line by line; memory does not grow with its length.

    `each` gets every record that fits its hash, or is given without private words, with this hash.
    """
    first = file.readline(_LONGEST_LINE)
    head = _object(first)
    if head is None or head.get("format") != EVENTS or not isinstance(head.get("chains"), list):
        report.wrong("The events cannot be read: their first line is not a head.")
        return
    if head.get("schema") != 1:
        report.wrong("The events were written by a newer version of the program than this check is for.")
        return
    digest = hashlib.sha256()
    place = _DIGEST_AT.search(first)
    digest.update(first if place is None else first[: place.start(1)] + _ZEROS + first[place.end(1) :])
    chains = _Chains(head["chains"], report)
    number = 1
    for line in iter(lambda: file.readline(_LONGEST_LINE), b""):
        number += 1
        digest.update(line)
        found = _object(line) if line.endswith(b"\n") else None
        if found is None or not chains.follow(found, each):
            report.wrong(f"Line {number} of the events is not as the program writes lines.")
    chains.end()
    if digest.hexdigest() != head.get("digest") or place is None:
        report.wrong("The digest in the head of the events does not fit the lines: something was changed.")
    if chains.not_whole:
        report.notes.append(
            f"{chains.not_whole} records are given without private words, or without all that they say: their places "
            "in the chains hold, and their words cannot be verified by this file alone."
        )
    report.heads = chains.heads
    report.checked.append(f"events: {number - 1} lines, digest {head.get('digest')}")
    report.checked += [
        f"head of the {'marks' if one.get('of') == 'marks' else 'other acts'} of the desk {one.get('desk')}"
        f"{' (a branch)' if one.get('branch') else ''}: number {one.get('length')}, hash {one.get('head')}"
        for one in chains.heads
    ]


class _Chains:
    """Where each chain of a log of events has got to."""

    def __init__(self, heads: list[Any], report: Report) -> None:
        self._report = report
        self.not_whole = 0  # records whose hash cannot be verified
        self.heads = [one for one in heads if isinstance(one, dict)]
        if len(self.heads) < len(heads):
            report.wrong("The head of the events names a chain that is none.")
        self._at = [(one.get("after"), one.get("prev")) for one in self.heads]
        trunks = {(one.get("of"), one.get("desk")) for one in self.heads if not one.get("branch")}
        for one in self.heads:
            if one.get("branch") and (one.get("of"), one.get("desk")) not in trunks:
                report.wrong(f"A branch of the chain {one.get('desk')} is there without its trunk.")
            if not one.get("branch") and (one.get("after"), one.get("prev")) != (0, ""):
                report.wrong(f"The chain {one.get('desk')} does not begin at its beginning.")
        # What branches go on from, until it is seen: the only records that have to be remembered.
        branches = [one for one in self.heads if one.get("branch")]
        self._forks = {(one.get("of"), one.get("desk"), one.get("after"), one.get("prev")) for one in branches}

    def follow(self, line: dict[str, Any], each: Callable[[dict[str, Any], str], object] | None) -> bool:
        """Take the next line; False if it is misshapen, everything else that is wrong is reported."""
        try:
            index, hash_ = line["chain"], line["hash"]
            head = self.heads[index] if isinstance(index, int) and index >= 0 else {}
            record = line.get("record")
            plain = record or line.get("public") or line
            number, prev = plain["number"], plain["prev"]
            name = f"{'Mark' if head['of'] == 'marks' else 'Act'} {number} of the chain {head['desk']}"
            after, before = self._at[index]
            if record is not None and (record_hash(record) != hash_ or record["chain"] != head["desk"]):
                self._report.wrong(f"{name} was changed: its hash does not fit.")
            elif plain is not line and each is not None:
                each(plain, hash_)
            self.not_whole += record is None
            if number != after + 1:
                self._report.wrong(f"{name} is not the next one after number {after}.")
            elif prev != before:
                self._report.wrong(f"{name} does not follow the one before it.")
            self._at[index] = (number, hash_)
            self._forks.discard((head["of"], head["desk"], number, hash_))
        except _MISSHAPEN:
            return False
        return True

    def end(self) -> None:
        """Compare where the chains have got to with where their heads say that they end."""
        for one, (number, hash_) in zip(self.heads, self._at):  # noqa: B905 - of equal length, and Python 3.8 has no strict
            if (number, hash_) != (one.get("length"), one.get("head")):
                self._report.wrong(
                    f"The chain {one.get('desk')} is said to end with number {one.get('length')}, "
                    f"but ends with number {number}, or with another record."
                )
        for of, desk, number, _ in self._forks:
            self._report.wrong(
                f"What a branch of {of} of the chain {desk} goes on from, number {number}, is not there."
            )


def record_hash(record: dict[str, Any]) -> str:
    """Return the hash that a record of a chain should have."""
    text = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# -- the bundle ------------------------------------------------------------------------------------------------------
#
# A zip file of the plainest kind: stored entries, no extra fields, no comments, one fixed date. The three functions
# below say what the bytes around the contents must be; the program writes bundles with them, too.

_DATE = 0x21  # 1 January 1980, the first day there is


def local_header(name: bytes, crc: int, size: int) -> bytes:
    """Return the bytes before the content of a file."""
    return struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 0, 0, _DATE, crc, size, size, len(name), 0) + name


def central_header(name: bytes, crc: int, size: int, offset: int) -> bytes:
    """Return the bytes of a file in the directory at the end."""
    fixed = (0x0314, 20, 0, 0, 0, _DATE, crc, size, size, len(name), 0, 0, 0, 0, 0o100644 << 16, offset)
    return struct.pack("<4s6H3I5H2I", b"PK\1\2", *fixed) + name


def end_record(files: int, size: int, offset: int) -> bytes:
    """Return the last bytes."""
    return struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, files, files, size, offset, 0)


class Member:
    """One file of a bundle: where its content lies, and what it comes to."""

    def __init__(self, name: str, offset: int, size: int, sha256: str) -> None:
        """Name, first byte of the content, length in bytes, SHA-256."""
        self.name = name
        self.offset = offset
        self.size = size
        self.sha256 = sha256


def check_bundle(file: BinaryIO, report: Report) -> None:
    """Check an evidence bundle from its first byte to its last, without unpacking it."""
    members = _members(file, report)
    if members is None:
        return

    def content(name: str) -> bytes:
        return _content(file, members[name])

    _check_manifest({name: one.sha256 for name, one in members.items()}, content, report)
    _check_contents(list(members), content, report)


def check_folder(folder: Path, report: Report) -> None:
    """Check a bundle that was unpacked into a folder."""
    if not (folder / MANIFEST).is_file():
        raise ValueError(f"there is no bundle in the folder {folder}.")
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            report.wrong(f"{name!a} is a link, and a bundle has none.")
        elif path.is_file() and "__pycache__" not in path.parts:
            found[name] = _sha256(path)

    def content(name: str) -> bytes:
        return (folder / name).read_bytes()

    _check_manifest(found, content, report)
    _check_contents(list(found), content, report)


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(_BLOCK), b""):
            found.update(block)
    return found.hexdigest()


def _members(file: BinaryIO, report: Report) -> dict[str, Member] | None:
    """Walk over all bytes of a bundle; None if they are not laid out as the program lays them out."""
    total = file.seek(0, 2)
    file.seek(0)
    members: dict[str, Member] = {}
    directory = b""
    while True:
        offset = file.tell()
        fixed = file.read(30)
        if fixed[:4] != b"PK\3\4":
            break
        if len(fixed) < 30 or len(members) >= _MOST_FILES:
            report.wrong("The archive breaks off, or holds more files than a bundle has.")
            return None
        method, (size, length) = struct.unpack_from("<H", fixed, 8)[0], struct.unpack_from("<IH", fixed, 22)
        raw = file.read(length)
        name = raw.decode("ascii", "replace")
        why_not = _why_refused(name, method, size, total - file.tell(), members)
        if why_not:
            report.wrong(why_not)
            return None
        start, crc, sha256 = file.tell(), 0, hashlib.sha256()
        for block in _blocks(file, size):
            crc = zlib.crc32(block, crc)
            sha256.update(block)
        if fixed + raw != local_header(raw, crc, size):
            report.wrong(f"What stands before the file {name} in the archive was changed, or its content was.")
        members[name] = Member(name, start, size, sha256.hexdigest())
        directory += central_header(raw, crc, size, offset)
    file.seek(offset)
    if file.read(len(directory) + 23) != directory + end_record(len(members), len(directory), offset):
        report.wrong("The directory at the end of the archive was changed, or something was put behind it.")
    return members


def _why_refused(name: str, method: int, size: int, left: int, members: dict[str, Member]) -> str:
    """Say why a file cannot be one of a bundle; an empty string if it can."""
    if not _NAME.fullmatch(name) or len(name) > 120:
        return f"A file in the archive has a name that no bundle has: {name[:120]!a}. Do not unpack it."
    if name in members:
        return f"The file {name} is in the archive twice. Do not unpack it."
    if method != 0:
        return f"The file {name} is compressed, and a bundle stores its files as they are. Do not unpack it."
    if size > left:
        return f"The file {name} is said to be larger than the archive: the archive was cut off, or is made to mislead."
    return ""


def _blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size:
        block = file.read(min(size, _BLOCK))
        size -= len(block)
        yield block


def _content(file: BinaryIO, member: Member) -> bytes:
    file.seek(member.offset)
    return file.read(member.size)


def _check_manifest(found: dict[str, str], content: Callable[[str], bytes], report: Report) -> None:
    """Compare the files, in their order, with the manifest, and the manifest with the digest of the bundle."""
    if MANIFEST not in found or DIGEST not in found:
        report.wrong("There is no manifest, or no digest of it: this is not a whole bundle.")
        return
    digest = found[MANIFEST]
    if content(DIGEST) != f"{digest}  {MANIFEST}\n".encode():
        report.wrong("The manifest does not have the digest that the bundle names: one of the two was changed.")
    listed: dict[str, str] = {}
    for line in content(MANIFEST).decode("ascii", "replace").splitlines():
        listed[line[66:]] = line[:64]
        if line[64:66] != "  ":
            report.wrong("A line of the manifest is not as the program writes them.")
    for name in sorted(found.keys() - listed.keys() - {MANIFEST, DIGEST}):
        report.wrong(f"The file {name!a} is not in the manifest: it was put in.")
    for name, sha256 in listed.items():
        if name not in found:
            report.wrong(f"The file {name!a} is in the manifest but not in the bundle: it was taken out.")
        elif found[name] != sha256:
            report.wrong(f"The file {name} was changed: it does not have the SHA-256 of the manifest.")
    report.checked.append(f"bundle: {len(listed)} files in the manifest, digest of the bundle {digest}")


def _check_contents(names: list[str], content: Callable[[str], bytes], report: Report) -> None:
    """Compare log, events, texts and originals with each other."""
    if LOG_NAME not in names or EVENTS_NAME not in names:
        report.wrong("The log or the events are missing.")
        return
    log = check_log(content(LOG_NAME), report)
    known: dict[str, tuple[Any, ...]] = {}

    def each(record: dict[str, Any], hash_: str) -> None:
        if "status" in record:
            known[hash_] = _mark_content(record)

    check_events(io.BytesIO(content(EVENTS_NAME)), report, each)
    if log is not None:
        try:
            _check_log_against(log, known, set(names), content, report)
        except _MISSHAPEN:
            report.wrong("The log in JSON is not as the program writes it.")
    for name in names:
        stem = name.rpartition("/")[2].partition(".")[0]
        if name.startswith(("originals/", "texts/", "evidence/")) and hashlib.sha256(content(name)).hexdigest() != stem:
            report.wrong(f"The file {name} is not named by its SHA-256.")
    if any(name.startswith("stamps/") for name in names):
        report.notes.append(
            f"{STAMPS_NOT_VERIFIED}; what each is over, and how it is verified with OpenSSL or a client of "
            "OpenTimestamps, stands in the file readme.txt."
        )


def _check_log_against(
    log: dict[str, Any],
    known: dict[str, tuple[Any, ...]],
    names: set[str],
    content: Callable[[str], bytes],
    report: Report,
) -> None:
    originals = {name.rpartition("/")[2].partition(".")[0] for name in names if name.startswith("originals/")}
    texts = quotes = marks = 0
    for version in [one for story in log["stories"] for article in story["articles"] for one in article["captures"]]:
        name = f"texts/{version['text_sha256']}.txt"
        if name not in names or version["original_sha256"] not in originals:
            report.wrong(f"Text or original of the version {version['uid']} is not in the bundle.")
            continue
        text = content(name).decode("utf-8", "replace")
        texts += 1
        for quote in version.get("quotes", ()):
            quotes += 1
            if text[quote["span"]["start"] : quote["span"]["end"]] != quote["text"]:
                report.wrong(f"The quote {quote['uid']} does not stand in its text at the place that the log names.")
            for mark in quote["history"]:
                marks += 1
                if known.get(mark["hash"]) != _mark_content(mark):
                    report.wrong(f"Mark {mark['number']} says something else in the log than in the events.")
    report.checked.append(f"contents: {texts} texts with their originals, {quotes} quotes in them, {marks} marks")


def _mark_content(mark: dict[str, Any]) -> tuple[Any, ...]:
    names = ("chain", "number", "act", "status", "reason", "basis", "note", "evidence", "checker")
    return tuple(mark[name] for name in names)


def _object(content: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(content.decode("utf-8"))
    except _MISSHAPEN:
        return None
    return found if isinstance(found, dict) else None


# -- telling ---------------------------------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Check what is named and tell it; returns the exit code."""
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        if path.is_dir():
            report = Report()
            check_folder(path, report)
        else:
            report = check_file(path)
    except (OSError, ValueError) as error:
        print(f"There is nothing to check: {error}")
        return 2
    for line in report.checked:
        print(f"checked: {line}")
    for line in report.findings:
        print(f"WRONG: {line}")
    print("Nothing wrong was found." if not report.findings else f"{len(report.findings)} findings: see above.")
    for line in (*report.notes, *NOT_PROVEN):
        print(f"note: {line}")
    return 1 if report.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
