"""Integrity check of a desk: pages, hash chains, texts, offsets, sums and search index.

Findings are sentences. What changed in pages, chains, texts or quotes is named by its number or place.
"""

from __future__ import annotations

import hashlib
import heapq
from dataclasses import dataclass, field
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop.domain import CUT_BY_HAND, value_type
from desktop.store.errors import NONSENSE, StoreError
from desktop.store.records import articles, chain, entries, evidence_files, search_index, stories, taking, withheld
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes import (
    corrections,
    follows,
    found_quotes,
    inherited_marks,
    marks,
    quote_columns,
)
from desktop.translation import Text, english, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from desktop.domain import VersionId
    from desktop.store.file.database import Database

NOT_PROVEN = english(
    "A desk is one file, and whoever can write it can rewrite all of it, with a chain that "
    "fits. So this check finds every change that leaves the rest as it was, and, given the "
    "head of an earlier log, a chain that was cut or rewritten since. It does not prove who "
    "sat at the keyboard, that the computer's clock was right, or that a text was captured "
    "completely."
)
_MOST = 200  # findings listed of each part


@value_type
class ChainEnd:
    """The end of a chain of marks, as a desk has it or as a log tells it."""

    chain: str
    marks: int
    hash: str


@dataclass(slots=True)
class Report:
    """What a check looked at and what it found wrong; `sound` where nothing was."""

    marks: int = 0
    entries: int = 0
    versions: int = 0
    quotes: int = 0
    chains: list[ChainEnd] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what is worth knowing and not wrong
    not_proven: str = NOT_PROVEN

    @property
    def sound(self) -> bool:
        return not self.findings


def check(
    db: Database, expected: ChainEnd | None = None, progress: Callable[[float], object] = lambda _: None
) -> Report:
    """Verify everything; `expected` is the head an exported log carries; an exception in `progress` ends the check."""
    report = Report()
    parts = (_pages, _chains, _projected, _versions, _marked, _evidence, _search)
    for done, part in enumerate(parts):
        progress(done / len(parts))
        report.findings.extend(islice(_safely(part(db, report)), _MOST))
    if expected is not None:
        report.findings.extend(_against(db, expected))
    progress(1.0)
    return report


def _safely(findings: Iterator[str]) -> Iterator[str]:
    """Turn what cannot be read at all into a finding."""
    try:
        yield from findings
    except StoreError as error:
        yield str(error)
    except NONSENSE as error:
        yield tr(
            "Something in the desk makes no sense and could not be checked ({kind}: {error}).",
            kind=type(error).__name__,
            error=error,
        )


def _pages(db: Database, _: Report) -> Iterator[str]:
    for (line,) in db.rows("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield tr("The file itself is damaged: {line}.", line=line)
    for table, row, parent, _number in db.rows("PRAGMA foreign_key_check"):
        yield tr(
            "Row {row} of {table} belongs to something in {parent} that is not there.",
            row=row,
            table=table,
            parent=parent,
        )


# -- chains --------------------------------------------------------------------------------------------------------


@value_type
class _Found:
    """One record of a chain as the file has it, and the hash of what it now says; a withheld one has no tick."""

    number: int
    tick: int | None
    prev: str
    hash: str
    now: str


def _chains(db: Database, report: Report) -> Iterator[str]:
    own = db.value("SELECT value FROM meta WHERE key = 'uid'")
    for desk, of, count in withheld.counts(db):
        report.notes.append(_withheld_note(desk, of, count))
    if not db.value("SELECT count(*) = 2 FROM chain WHERE desk = ? AND branch = ''", (own,)):
        yield tr("The desk's own chain is missing, or the desk's name was changed.")
    for table in ("mark", "entry"):
        stray = db.value(f"SELECT count(*) FROM {table} WHERE chain_id NOT IN (SELECT id FROM chain)")
        if stray:
            yield tr_n(
                "{count} record of {table} belongs to no chain.",
                "{count} records of {table} belong to no chain.",
                stray,
                table=table,
            )
    for id_, desk, of, branch, length, tick, head in db.rows(
        "SELECT id, desk, of, branch, length, tick, head FROM chain ORDER BY id"
    ):
        plain = _mark_records(db, id_) if of == chain.MARKS else _entry_records(db, id_)
        records = heapq.merge(plain, _withheld_records(db, id_), key=attrgetter("number"))
        records_of = _Records(of == chain.MARKS, "" if desk == own else desk[:8])
        first = branching(db, desk, of, branch)
        if branch:
            report.notes.append(
                tr(
                    "The chain of the desk {desk} goes on in two ways after number {number}.",
                    desk=desk[:8],
                    number=first[0],
                )
            )
        yield from _chain(records, records_of, first, (length, tick, head))
        if of == chain.MARKS:
            report.marks += length - first[0]
            report.chains.append(ChainEnd(desk, length, head))
        else:
            report.entries += length - first[0]


def _withheld_note(desk: str, of: str, count: int) -> str:
    if of == chain.MARKS:
        return tr_n(
            "{count} mark of the desk {desk} is withheld: it belongs to a story that is not shared with this desk, or "
            "is not shown here yet. Its place in the chain is kept.",
            "{count} marks of the desk {desk} are withheld: they belong to stories that are not shared with this desk, "
            "or are not shown here yet. Their places in the chain are kept.",
            count,
            desk=desk[:8],
        )
    return tr_n(
        "{count} entry of the desk {desk} is withheld: it is not about a story that is shared with this desk. Its "
        "place in the chain is kept.",
        "{count} entries of the desk {desk} are withheld: they are not about a story that is shared with this desk. "
        "Their places in the chain are kept.",
        count,
        desk=desk[:8],
    )


def branching(db: Database, desk: str, of: str, branch: str) -> tuple[int, str]:
    """Return number and hash of the record that a chain goes on from; a trunk from nothing."""
    if not branch:
        return 0, ""
    table = withheld.table_of(of)
    first = db.row(f"SELECT number, prev FROM {table} WHERE hash = ?", (branch,)) or withheld.link(db, branch)
    if first is not None:
        former = db.row(
            f"SELECT f.number FROM {table} f JOIN chain c ON c.id = f.chain_id AND c.desk = ? WHERE f.hash = ?",
            (desk, first[1]),
        )
        if former is not None or withheld.place(db, first[1]) is not None:
            return first[0] - 1 if former is None else former[0], first[1]
    # What it went on from is lost: say from where on.
    own = first or (1, "")
    before = db.value(
        f"SELECT max(r.number) FROM {table} r JOIN chain c ON c.id = r.chain_id"
        " WHERE c.desk = ? AND c.of = ? AND r.number < ?",
        (desk, of, own[0]),
    )
    return int(before or 0), str(own[1])


@value_type
class _Records:
    """The records of one chain, as they are called."""

    are_marks: bool
    desk: str  # the first signs of its uid where it is another desk

    def one(self, number: int) -> str:
        if self.desk:
            words = _MARK_OF if self.are_marks else _ENTRY_OF
            return tr(words.english, number=number, desk=self.desk)
        return tr((_MARK if self.are_marks else _ENTRY).english, number=number)

    def range(self, first: int, last: int) -> str:
        return self.one(first) if first == last else tr("{first} to {last}", first=self.one(first), last=self.one(last))


_MARK, _ENTRY = Text("Mark {number}"), Text("Entry {number}")
_MARK_OF, _ENTRY_OF = Text("Mark {number} of the desk {desk}"), Text("Entry {number} of the desk {desk}")


def _chain(
    records: Iterator[_Found], called: _Records, first: tuple[int, str], recorded: tuple[int, int, str]
) -> Iterator[str]:
    """Follow one chain from record to record; `recorded` is length, tick and head as the desk keeps them."""
    number, prev, tick = *first, 0
    for found in records:
        record = called.one(found.number)
        if found.number > number + 1:
            yield tr("Missing: {records}.", records=called.range(number + 1, found.number - 1))
        elif found.number <= number:
            yield tr("{record} is there twice.", record=record)
        elif found.prev != prev:
            yield tr("{record} does not follow the one before it: one of the two was changed.", record=record)
        if found.hash != found.now:
            yield tr("{record} was changed after it was made.", record=record)
        if found.tick is not None and found.tick <= tick:
            yield tr("{record} stands in the wrong order.", record=record)
        number, prev, tick = found.number, found.hash, tick if found.tick is None else found.tick
    if number < recorded[0]:
        yield tr("Missing at the end: {records}.", records=called.range(number + 1, recorded[0]))
    elif (number, tick, prev) != recorded and (number or recorded[0]):
        last = called.one(number)
        yield tr("{record} is not the last one the desk recorded: it was added or changed.", record=last)


def _mark_records(db: Database, chain_id: int) -> Iterator[_Found]:
    for hash_, now, record in marks.records(db, chain_id):
        yield _Found(record.number, record.tick, record.prev, hash_, now)


def _entry_records(db: Database, chain_id: int) -> Iterator[_Found]:
    for hash_, now, entry in entries.of_chain(db, chain_id):
        yield _Found(entry.number, entry.tick, entry.prev, hash_, now)


def _withheld_records(db: Database, chain_id: int) -> Iterator[_Found]:
    for record in withheld.of_chain(db, chain_id):
        yield _Found(record.number, None, record.prev, record.hash, record.hash)


def _against(db: Database, expected: ChainEnd) -> Iterator[str]:
    """Compare with the head that an earlier log carries."""
    if expected.marks == 0:
        return
    found = db.rows(
        "SELECT m.hash FROM mark m JOIN chain c ON c.id = m.chain_id WHERE c.desk = ? AND m.number = ?",
        (expected.chain, expected.marks),
    ) or withheld.at(db, expected.chain, chain.MARKS, expected.marks)
    if not found:
        yield tr(
            "The log tells of {number} marks of the desk {desk}; here the chain ends earlier.",
            number=expected.marks,
            desk=expected.chain[:8],
        )
    elif (expected.hash,) not in found:
        yield tr(
            "Mark {number} of the desk {desk} is not the one in the log: it was rewritten.",
            number=expected.marks,
            desk=expected.chain[:8],
        )


# -- what the entries come to --------------------------------------------------------------------------------------


def _projected(db: Database, _: Report) -> Iterator[str]:
    yield from _stories(db)
    yield from _articles(db)
    stray = db.rows(
        "SELECT uid FROM article_alias WHERE uid IN (SELECT uid FROM article)"
        " OR uid NOT IN (SELECT subject FROM entry WHERE act = ?)",
        (EntryKind.VERSION_ADDED,),
    )
    yield from (tr("The name {uid} was given to an article without an entry.", uid=uid[:8]) for (uid,) in stray)
    for table, kind in (
        ("story", EntryKind.STORY_ADDED),
        ("article", EntryKind.VERSION_ADDED),
        ("quote", EntryKind.QUOTE_ADDED),
    ):
        lost = db.rows(
            f"SELECT DISTINCT subject FROM entry WHERE act = ? AND subject NOT IN (SELECT uid FROM {table})"
            " AND subject NOT IN (SELECT uid FROM article_alias)",
            (kind,),
        )
        yield from (tr("The {table} {subject} was removed.", table=table, subject=subject[:8]) for (subject,) in lost)


def _stories(db: Database) -> Iterator[str]:
    gone = stories.absorbed_stories(db)
    for uid, title, locked, absorbed in db.rows("SELECT uid, title, locked, absorbed FROM story ORDER BY id"):
        if (title, bool(locked)) != stories.story_state(db, uid) or bool(absorbed) != (uid in gone):
            yield tr("The story “{title}” was changed, or put in, without an entry.", title=title)


_ARTICLE_NOW = (
    "SELECT a.uid, s.uid, a.title, a.outlet, a.byline, a.published, a.published_on, a.url, a.newest_id, a.versions,"
    " a.added_at, a.deleted, a.emptied FROM article a LEFT JOIN story s ON s.id = a.story_id ORDER BY a.id"
)


def _articles(db: Database) -> Iterator[str]:
    for uid, *now in db.each(_ARTICLE_NOW):
        if tuple(now) != articles.article_state(db, uid):
            yield tr("The article “{title}” was changed, or put in, without an entry.", title=now[1])


# -- versions, their texts and quotes ------------------------------------------------------------------------------


def _versions(db: Database, report: Report) -> Iterator[str]:
    recorded = _recorded(db)
    rows = db.each(
        "SELECT v.id, v.uid, v.title, a.emptied, v.number, v.verified, v.disputed, v.unverified FROM version v"
        " LEFT JOIN article a ON a.id = v.article_id ORDER BY v.id"
    )
    for version_id, uid, title, emptied, number, *counts in rows:
        report.versions += 1
        name = tr("version {number} (“{title}”)", number=version_id, title=title)
        facts, digests = recorded.pop(uid, ([], {}))
        if articles.facts(db, version_id) not in facts or not _in_place(db, version_id, uid, number):
            yield tr("What is recorded about {name} was changed.", name=name)
        if tuple(counts) != corrections.tally(db, version_id):
            yield tr("The counts of {name} were changed.", name=name)
        yield from _cuts(db, version_id, uid, name)
        text = None if emptied else db.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,))
        if not emptied:
            yield from _texts(db, version_id, text, name)
        yield from _quotes(db, report, (version_id, uid, name), text, digests)
    for uid in recorded:
        yield tr("The version {uid} was removed.", uid=uid[:8])


def _in_place(db: Database, version_id: VersionId, uid: str, number: int) -> bool:
    """Whether the version stands in the article, and at the number, that its entries say."""
    article = db.value(
        "SELECT uid FROM article WHERE id = (SELECT article_id FROM version WHERE id = ?)", (version_id,)
    )
    return article is not None and articles.version_numbers(db, article).get(uid) == number


def _recorded(db: Database) -> dict[str, tuple[list[Any], dict[str, set[str]]]]:
    """For each version the facts and quotes that its entries name."""
    found: dict[str, tuple[list[Any], dict[str, set[str]]]] = {}
    for body in entries.bodies(db, (EntryKind.VERSION_ADDED, EntryKind.QUOTE_ADDED)):
        facts, digests = found.setdefault(body["version"], ([], {}))
        if "facts" in body:
            facts.append(body["facts"])
        for where, digest in body["quotes"].items():
            digests.setdefault(where, set()).add(digest)
    return found


def _texts(db: Database, version_id: VersionId, text: str | None, name: str) -> Iterator[str]:
    text_sha256, original_sha256 = db.row(
        "SELECT text_sha256, original_sha256 FROM version WHERE id = ?", (version_id,)
    ) or ("", "")
    if text is None or hashlib.sha256(text.encode()).hexdigest() != text_sha256:
        yield tr("The text of {name} was changed.", name=name)
    original = db.value("SELECT bytes FROM original WHERE sha256 = ?", (original_sha256,))
    if original is None or hashlib.sha256(original).hexdigest() != original_sha256:
        yield tr("The original of {name} was changed.", name=name)


def _cuts(db: Database, version_id: VersionId, uid: str, name: str) -> Iterator[str]:
    state, by_hand = articles.cut_state(db, uid), set()
    for cut in articles.cuts(db, version_id):
        place = (cut.span.start, cut.span.end)
        if cut.why == CUT_BY_HAND:
            by_hand.add(place)
        if cut.restored != state.get(place, False):
            yield tr("A hidden passage of {name} was shown or hidden without an entry.", name=name)
    if by_hand.symmetric_difference(articles.cuts_by_hand(db, version_id, uid)):
        yield tr("A hidden passage of {name} was shown or hidden without an entry.", name=name)


def _quotes(
    db: Database, report: Report, version: tuple[VersionId, str, str], text: str | None, digests: dict[str, set[str]]
) -> Iterator[str]:
    """Compare the quotes of a version with how they were found, and with the text."""
    version_id, version_uid, name = version
    missing = dict(digests)
    ties = follows.follow_state(db, version_id)
    for quote in found_quotes.stored_quotes(db, version_id):
        report.quotes += 1
        which = tr("Quote {number} at {place} of {version}", number=quote.id, place=quote.where, version=name)
        missing.pop(quote.where, None)
        known = found_quotes.quote_digest(quote.found) in digests.get(quote.where, ())
        if not known or quote.uid != found_quotes.uid_at(version_uid, quote.where):
            yield tr("{which} was changed, or put in, without an entry.", which=which)
        elif text is not None and not quote_columns.fits(text, quote.form):
            yield tr("{which} does not say what the text says there.", which=which)
        elif text is not None and not _as_corrected(db, quote):
            yield tr("{which} was corrected without an entry.", which=which)
        if quote.follows != ties.get(quote.id, (None,))[0]:
            # How quotes are followed is a matter of this program's version, so this is no proof of a change.
            report.notes.append(
                tr("{which} is tied to another quote of the version before than this program would tie.", which=which)
            )
    yield from (tr("The quote at {where} of {name} was removed.", where=where, name=name) for where in missing)


def _as_corrected(db: Database, quote: found_quotes.StoredQuote) -> bool:
    touched = quote.corrected or quote.entries
    return not touched or quote.corrected == corrections.quote_state(db, quote.uid)[0]


# -- what the marks come to ----------------------------------------------------------------------------------------


def _marked(db: Database, _: Report) -> Iterator[str]:
    lost = db.rows(
        "SELECT quote_id FROM mark WHERE quote_id NOT IN (SELECT quote_id FROM quote_now)"
        " UNION SELECT q.id FROM quote q JOIN entry e ON e.subject = q.uid AND e.act NOT IN (?, ?, ?)"
        " WHERE q.id NOT IN (SELECT quote_id FROM quote_now)",
        (EntryKind.QUOTE_ADDED, *taking.ABOUT),
    )
    yield from (tr("What the marks of quote {number} come to was removed.", number=quote_id) for (quote_id,) in lost)
    inheritance = inherited_marks.Inheritance(db)
    for quote_id, uid, *now in db.each(
        "SELECT n.quote_id, q.uid, n.mark_id, n.marks, n.heads, n.contested, n.deleted FROM quote_now n"
        " LEFT JOIN quote q ON q.id = n.quote_id ORDER BY n.quote_id"
    ):
        inherited = inheritance.of_quote(quote_id)
        # What is inherited hangs on how quotes are followed, which is a matter of this program's version.
        either = [marks.state(db, quote_id, inherited), marks.state(db, quote_id)] if uid is not None else []
        if all(tuple(now) != (*comes_to, corrections.is_deleted(db, uid)) for comes_to in either):
            yield tr("What the marks of quote {number} come to was changed.", number=quote_id)


def _evidence(db: Database, _: Report) -> Iterator[str]:
    return evidence_files.findings(db)


def _search(db: Database, report: Report) -> Iterator[str]:
    if not db.read_only and not search_index.fits(db):
        report.notes.append(
            tr("The search index did not fit the texts; nothing marked is touched by that. Rebuild it.")
        )
    yield from ()
