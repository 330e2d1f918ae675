"""The verb check: a desk, a log or an evidence bundle is verified, and what that proves is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.desk_verbs import many
from desktop.cli.output import FAILED, printable
from desktop.desk.evidence.stamping import STAMP_KINDS, check_stamps, entries_of_log, stamps, stamps_in
from desktop.desk.open_desk import Desk
from desktop.domain import Head, VerbatimError
from desktop.log import json_file
from desktop.log.evidence import check as log_check
from desktop.log.evidence.event_comparison import differences, entries_of, events_in, hashes_at
from desktop.log.evidence.standalone_check import NOT_PROVEN, STAMPS_NOT_VERIFIED, check_file, is_events

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from asn1crypto import x509

    from desktop.desk.evidence.stamping import Stamp
    from desktop.log.evidence.event_comparison import Place
    from desktop.log.rows import LogSource
    from desktop.stamps.opentimestamps import Block
    from desktop.stamps.statement import StatedHead


def check(options: argparse.Namespace) -> int:
    """Say what was looked at, what was found, and what that does not prove."""
    if _kind_of(options.path) != "desk" and options.against is not None:
        raise VerbatimError("--against takes a log and checks a desk; please name the desk first.")
    trusts = _Trusts(options)
    kind = _kind_of(options.path)
    if kind == "desk":
        return _check_desk(options, trusts)
    return _check_log(options.path, trusts) if kind == "log" else _check_events(options.path, trusts)


class _Trusts:
    """What the user brings to verify time stamps with."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.certificates: list[x509.Certificate] = []
        self.block: Block | None = None
        if options.authority:
            from desktop.stamps.rfc3161 import read_certificates

            self.certificates = [one for path in options.authority for one in read_certificates(path.read_bytes())]
        if options.block_header:
            from desktop.stamps.opentimestamps import read_block_header

            self.block = read_block_header(options.block_header)

    def check(
        self, found: Sequence[Stamp], holds: Callable[[StatedHead], bool | None], findings: list[str]
    ) -> list[str]:
        """Return what the stamps prove, and add what is wrong with them to the findings."""
        report = check_stamps(found, holds, self.certificates, self.block)
        findings += report.findings
        return [f"stamp: {proof}" for proof in report.proofs]


def _check_desk(options: argparse.Namespace, trusts: _Trusts) -> int:
    against = _log_to_compare(options.against)
    with Desk.open(options.path, read_only=True) as desk:
        end = Head(against.head_chain, against.head_marks, against.head_hash) if against is not None else None
        report = desk.check(end)
        found = list(report.findings)
        if against is not None:
            content = options.against.read_bytes()
            found += [*json_file.digest_findings(content), *compared(desk, against)]
            report.notes += json_file.format_notes(content)
        elif options.against is not None:
            found += _compared_with_events(desk, options.against)
        counts = f"{many(report.marks, 'mark')}, {many(report.versions, 'version')}, {many(report.quotes, 'quote')}"
        for line in (f"{desk.path}: {counts}", *(f"head {c.chain} {c.marks} {c.hash}" for c in report.chains)):
            print(printable(line))
        stamp_lines = trusts.check(
            stamps(desk), lambda head: desk.chains.holds(head.of, head.desk, head.length, head.head), found
        )
    return _tell(found, [*stamp_lines, *(f"note: {note}" for note in (*report.notes, report.not_proven))])


def _log_to_compare(path: Path | None) -> LogSource | None:
    return None if path is None or _kind_of(path) == "events" else json_file.read(path.read_bytes())


def _check_log(path: Path, trusts: _Trusts) -> int:
    content = path.read_bytes()
    log = json_file.read(content)
    quotes = sum(len(found) for found in log.quotes.values())
    print(printable(f"{path}: {many(log.head_marks, 'mark')} in the chain, {many(quotes, 'quote')}"))
    print(printable(f"head {log.head_chain} {log.head_marks} {log.head_hash}"))
    found = [*json_file.digest_findings(content), *log_check.findings(log)]
    stamped = stamps_in(entries_of_log((entry.act, entry.body) for entry in log.entries))
    holds = log_check.ends_of(log)
    stamp_lines = trusts.check(stamped, lambda head: holds(head.of, head.desk, head.length, head.head), found)
    notes = [*json_file.format_notes(content), log_check.NOT_PROVEN_ALONE]
    return _tell(found, [*stamp_lines, *(f"note: {note}" for note in notes)])


def _check_events(path: Path, trusts: _Trusts) -> int:
    """Check a log of events or a bundle with the very checks that a bundle brings along, and its stamps."""
    report = check_file(path)
    for line in report.checked:
        print(printable(f"checked: {line}"))
    found = list(report.findings)
    stamp_lines = _stamps_of_events(path, trusts, found) if not found else []
    notes = [note for note in report.notes if not note.startswith(STAMPS_NOT_VERIFIED)]
    return _tell(found, [*stamp_lines, *(f"note: {note}" for note in (*notes, *NOT_PROVEN))])


def _stamps_of_events(path: Path, trusts: _Trusts, findings: list[str]) -> list[str]:
    with events_in(path) as events:
        stamped = stamps_in(entries_of(events, STAMP_KINDS))
    places = {(head.of, head.desk, head.length) for stamp in stamped for head in stamp.statement.heads}
    with events_in(path) as events:
        there = hashes_at(events, places)

    def holds(head: StatedHead) -> bool:
        return head.head in there.get((head.of, head.desk, head.length), {""} if head.length == 0 else ())

    return trusts.check(stamped, holds, findings)


def compared(desk: Desk, against: LogSource) -> list[str]:
    """Hold the log against everything the desk has, what was put in the trash since too."""
    articles = [*desk.articles(), *desk.articles(deleted=True)]
    versions = [info.id for article in articles for info in desk.versions(article.id)]
    quotes = [quote for version in versions for trash in (False, True) for quote in desk.quotes(version, deleted=trash)]
    marks = (mark for quote in quotes for mark in desk.history(quote.id))
    found = list(log_check.findings(against))
    found += log_check.differences(against, marks, {quote.uid: quote.text for quote in quotes})
    entries = list(desk.chains.entries())
    found += log_check.entry_differences(against, ((entry.chain, entry.number, hash_) for hash_, entry in entries))
    logged = {entry.hash for entry in against.entries}
    on_desk = log_check.OnDesk(
        stories={story.uid: story for story in desk.stories()},
        articles={article.uid: article for article in articles},
        versions={info.uid: info for article in articles for info in desk.versions(article.id)},
        quotes={quote.uid: quote for quote in quotes},
        since={entry.subject for hash_, entry in entries if hash_ not in logged},
        chains=tuple(desk.chains.mark_heads()),
    )
    return found + list(log_check.field_differences(against, on_desk))


def _compared_with_events(desk: Desk, path: Path) -> list[str]:
    """Hold every record of a log of events, or of a bundle, against the chains of the desk."""
    report = check_file(path)
    if report.findings:
        return [f"{path.name}: {finding}" for finding in report.findings]
    ours: dict[Place, set[str]] = {}
    for head in desk.chains.heads():
        for event in desk.chains.events(head):
            ours.setdefault((head.of, head.desk, event.number), set()).add(event.hash)
    with events_in(path) as events:
        return list(differences(events, ours))


def _kind_of(path: Path) -> str:
    """Tell a log in JSON ("log"), events and bundles ("events") and everything else ("desk") by their first bytes."""
    try:
        with path.open("rb") as file:
            begins = file.read(2)
            file.seek(0)
            if begins == b"PK" or (begins[:1] == b"{" and is_events(file)):
                return "events"
    except OSError:
        return "desk"  # which says what is wrong
    return "log" if begins[:1] == b"{" else "desk"


def _tell(found: Sequence[str], notes: Sequence[str]) -> int:
    for finding in found:
        print(printable(f"wrong: {finding}"))
    print("nothing wrong was found" if not found else f"{many(len(found), 'thing')} wrong")
    for note in notes:
        print(printable(note))
    return FAILED if found else 0
