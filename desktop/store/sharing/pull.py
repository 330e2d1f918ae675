"""Pull: what others did comes from a hub, is verified record by record, and is merged as a small desk.

Where a chain goes on is told by the chain itself, so a pull that was broken off goes on where it stood, and one after a
restored backup takes back what the desk has lost. Pages are ordered by the records' own clock, so that the places of
all that a desk had seen come before what it did. What is told comes in any order, as others share it: a record about
something that has not come is sealed until then.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.errors import NONSENSE
from desktop.store.records import chain, evidence_files
from desktop.store.records.entries import EntryKind
from desktop.store.sharing import blobs, extract
from desktop.store.sharing.errors import Forked, Tampered
from desktop.store.sharing.push import HubChain, chains_of, hashes_there
from desktop.store.sharing.records import (
    IS_MISSING,
    NOT_AS_BEFORE,
    OUT_OF_ORDER,
    SENSELESS,
    ReceivedRecord,
    WireRecord,
    tampered,
    tell,
)
from desktop.store.sharing.schema import PART
from desktop.store.sharing.staging import Staging, UnknownQuote
from desktop.store.upkeep import merge
from desktop.store.upkeep.merge import Changed
from desktop.text.evidence import stored_files
from desktop.translation import Text, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from desktop.store.file.database import Database
    from desktop.store.sharing.extract import OwnChain
    from desktop.store.sharing.hub import Hub
    from desktop.store.sharing.membership import StoryState
    from desktop.store.sharing.records import ChainName
    from desktop.store.upkeep.merge import MergeResult

_FETCHED = 500  # rows asked for at once
_LARGE_PAGE, _SMALL_PAGE, _SMALLEST_PAGE = 20_000, 30, 20  # kilobytes of one page, each record rounded up
_VERSIONS = 250  # of one page at most: their texts and originals are held until it is merged
_SMALL = 50  # blobs of one part that are asked for at once
# What SQLite says of values that no record of ours has; not what it says of a full or busy disk.
_NO_ROW = (sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError)
_NO_TEXT = Text("is about a text that is not there")

# Records of wanted chains by the clock of the records; what is sealed, or not to be seen yet, comes as number and hash.
_ROWS = """
    SELECT r.chain_id, r.number, r.prev, r.hash, t.content, t.found, t.story_id
    FROM unnest(%(chains)s::integer[], %(after)s::bigint[], %(upto)s::bigint[], %(plain)s::boolean[])
        AS w (chain_id, after, upto, plain)
    JOIN verbatim.record r ON r.chain_id = w.chain_id AND r.number > w.after AND r.number <= w.upto
    LEFT JOIN LATERAL (
        SELECT c.content, c.found, c.tick, c.story_id FROM verbatim.content c
        WHERE c.chain_id = r.chain_id AND c.number = r.number AND (
            c.story_id = ANY(%(open)s) OR (c.story_id = ANY(%(blind)s) AND (w.plain OR c.subject = ANY(%(marked)s)))
        ) LIMIT 1
    ) t ON true
    ORDER BY coalesce(max(t.tick) OVER (PARTITION BY r.chain_id ORDER BY r.number), 0), r.chain_id, r.number
"""
# Records that lie within what is here, and say something by now.
_LATER = """
    SELECT c.chain_id, c.number, r.prev, r.hash, c.content, c.found
    FROM unnest(%(chains)s::integer[], %(here)s::bigint[], %(plain)s::boolean[]) AS w (chain_id, here, plain)
    JOIN verbatim.content c ON c.chain_id = w.chain_id AND c.number <= w.here
    JOIN verbatim.record r ON r.chain_id = c.chain_id AND r.number = c.number
    WHERE {which} ORDER BY c.tick, c.chain_id, c.number
"""


@value_type
class Page:
    """What one transaction brought."""

    records: int
    merged: MergeResult
    changed: Changed


@dataclass(slots=True)
class _Course:
    """One chain while its records come in."""

    chain: HubChain
    after: int
    hash: str  # of the record before the next


@value_type
class _Coming:
    """One record on its way in."""

    record: ReceivedRecord
    story: str  # uid: in which it is told; empty where it is sealed
    new: bool  # its place in the chain is new, too


@dataclass(slots=True)
class Pull:
    """One desk pulling from one hub."""

    db: Database
    hub: Hub
    desk: str  # uid
    stories: Mapping[str, int]  # uid, and number on the hub
    states: dict[str, StoryState]
    seen: dict[str, tuple[int, str]]  # heads of chains that the hub gave before
    remember: Callable[[], None]  # writes `states` and `seen`; called in the transaction of a page
    hold: Callable[[], float] | None = None  # seconds for which a transaction may hold the desk now; None: any
    page: int = 0  # kilobytes of one transaction; 0: what is fitting
    findings: list[str] = field(default_factory=list)  # what the hub has lost since
    postponed: dict[ChainName, str] = field(
        default_factory=dict
    )  # sentences: whose records wait for what they are about
    _page: int = 0  # kilobytes of the next transaction
    _total: int = 1
    _done: int = 0
    _arrived: int = 0  # records that this desk had not, or had sealed
    _incomplete: set[str] = field(default_factory=set)  # stories with records about what has not come

    @property
    def share(self) -> float:
        """How much of what is new has come, 0 to 1."""
        return min(1.0, self._done / self._total)

    def pages(self) -> Generator[Page]:
        """Take all there is, a transaction at a time; raises Tampered, Forked, NotReached…

        Whatever came in before an error stays.
        """
        self._page = self.page or (_LARGE_PAGE if self.hold is None else _SMALL_PAGE)
        # Those of all desks that are known: what one had seen of another tells which articles are one.
        known = {self.desk, *(one.name.desk for one in extract.chains(self.db))}
        there = chains_of(self.hub, known, list(self.stories.values()))
        self._compare_with_known_heads(there)
        new = [one for one in there if one.length >= one.first and not self._is_here(one)]
        alike = self._ends_alike(new)
        courses = [self._course(one, alike) for one in new]
        self._total = max(1, sum(course.chain.length - course.after for course in courses))
        yield from self._taken(courses)
        before = -1
        while self._arrived > before:  # what came may be what other records waited for
            before = self._arrived
            self.postponed.clear()
            yield from self._later(there)

    # -- where chains stand --------------------------------------------------------------------------------------------

    def _is_here(self, there: HubChain) -> bool:
        return extract.knows(self.db, there.name.of, there.head)

    def _ends_alike(self, new: Sequence[HubChain]) -> dict[int, OwnChain]:
        """Return for chains of the hub, by their number there, the chain of ours that goes on in them."""
        ours: dict[tuple[str, str], list[OwnChain]] = {}
        for one in extract.chains(self.db):
            ours.setdefault((one.name.desk, one.name.of), []).append(one)
        questions = [
            (there, one)
            for there in new
            for one in ours.get((there.name.desk, there.name.of), ())
            if there.first - 1 <= one.length <= there.length
        ]
        found = hashes_there(self.hub, [(there.id, one.length) for there, one in questions])
        alike: dict[int, OwnChain] = {}
        for there, one in questions:
            longest = alike.get(there.id)
            if found.get((there.id, one.length)) == one.head and (longest is None or longest.length < one.length):
                alike[there.id] = one
        return alike

    def _course(self, there: HubChain, alike: Mapping[int, OwnChain]) -> _Course:
        """Say from where a chain is to be taken."""
        known = alike.get(there.id)
        if known is not None:
            return _Course(there, known.length, known.head)
        own = there.name.desk == self.desk and not there.name.branch
        if own and any(one.name == there.name for one in extract.chains(self.db, self.desk)):
            raise forked()
        prev = self.hub.value("SELECT prev FROM verbatim.chain WHERE id = %s", (there.id,))
        return _Course(there, there.first - 1, bytes(prev).hex())

    def _compare_with_known_heads(self, there: Sequence[HubChain]) -> None:
        """Raise Tampered where a record that was there is another one now; note what is not there any more."""
        before = {one.id: (one, *self.seen.get(_key(one.name), (0, ""))) for one in there}
        questions = [(one.id, number) for one, number, hash_ in before.values() if number and hash_ != one.head]
        found = hashes_there(self.hub, questions)
        for id_, number in questions:
            one, _, hash_ = before[id_]
            if one.length < number:
                self.findings.append(
                    tr(
                        "The hub has lost something: it had {record} and ends before it now. Your desk keeps it. If "
                        "the hub was not restored from a backup, show this to whoever looks after the server.",
                        record=one.name.called(number),
                    )
                )
            elif found.get((id_, number)) != hash_:
                raise tampered(one.name, number, NOT_AS_BEFORE)

    # -- new records ---------------------------------------------------------------------------------------------------

    def _taken(self, courses: Sequence[_Course]) -> Iterator[Page]:
        if not courses:
            return
        by_id = {course.chain.id: course for course in courses}
        rows = self.hub.each(
            _ROWS,
            {
                "chains": [course.chain.id for course in courses],
                "after": [course.after for course in courses],
                "upto": [course.chain.length for course in courses],
                "plain": [self._is_plain(course.chain.name) for course in courses],
                **self._story_parameters(),
            },
            _FETCHED,
        )
        with closing(rows):
            yield from self._merged(self._next(by_id[chain_id], row) for chain_id, *row in rows)
        for course in courses:
            if course.after != course.chain.length:
                raise tampered(course.chain.name, course.after + 1, IS_MISSING)

    def _is_plain(self, name: ChainName) -> bool:
        """Say whether a chain may be seen in a story that is worked on blindly."""
        return name.of == chain.ENTRIES or name.desk == self.desk

    def _story_parameters(self) -> dict[str, list[Any]]:
        blind = [uid for uid in self.stories if self.states[uid].blind]
        return {
            "open": [number for uid, number in self.stories.items() if uid not in blind],
            "blind": [self.stories[uid] for uid in blind],
            "marked": self._marked(blind),
        }

    def _marked(self, stories: Sequence[str], after: int = 0) -> list[str]:
        """Return the quotes (uids) of these stories to which this desk gave a mark of its own, behind a number."""
        if not stories:
            return []
        rows = self.db.rows(
            "SELECT DISTINCT q.uid FROM mark m JOIN chain c ON c.id = m.chain_id AND c.desk = ? JOIN quote q"
            " ON q.id = m.quote_id JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
            " JOIN story s ON s.id = a.story_id WHERE m.number > ? AND m.act IN ('mark', 'settled')"
            " AND s.uid IN (SELECT value FROM json_each(?))",
            (self.desk, after, json.dumps(list(stories))),
        )
        return [uid for (uid,) in rows]

    def _next(self, course: _Course, row: Sequence[Any]) -> _Coming:
        """Compare a record with the one before it and with its hash."""
        number, prev, hash_, content, found, story = row
        wire = WireRecord(number, bytes(prev).hex(), bytes(hash_).hex(), content, found or "")
        if number != course.after + 1:
            raise tampered(course.chain.name, course.after + 1, IS_MISSING)
        if wire.prev != course.hash:
            raise tampered(course.chain.name, number, OUT_OF_ORDER)
        record = tell(course.chain.name, wire)
        course.after, course.hash = number, wire.hash
        return _Coming(record, next((uid for uid, id_ in self.stories.items() if id_ == story), ""), new=True)

    # -- records that were withheld ------------------------------------------------------------------------------------

    def _later(self, there: Sequence[HubChain]) -> Iterator[Page]:
        """Take what was withheld and need not be any more."""
        own = max((one.length for one in extract.chains(self.db, self.desk) if one.name.of == chain.MARKS), default=0)
        for uid, number in self.stories.items():
            state = self.states[uid]
            late = int(self.hub.value("SELECT count(*) FROM verbatim.late WHERE story_id = %s", (number,)))
            self._incomplete.discard(uid)
            if not state.whole:
                yield from self._unsealed(there, "c.story_id = %(story)s", uid)
            elif late != state.late:
                which = (
                    "c.story_id = %(story)s AND EXISTS (SELECT 1 FROM verbatim.late l WHERE l.story_id = c.story_id"
                    " AND l.chain_id = c.chain_id AND l.number = c.number)"
                )
                yield from self._unsealed(there, which, uid)
            if state.blind and state.whole and own > state.unblinded:
                newly = self._marked([uid], state.unblinded)
                if newly:
                    yield from self._unsealed(
                        there, "c.story_id = %(story)s AND c.subject = ANY(%(newly)s)", uid, newly
                    )
            whole = uid not in self._incomplete
            if (whole, late, own) != (state.whole, state.late, state.unblinded):
                state.whole, state.late, state.unblinded = whole, late, own
                with self.db.transaction():
                    self.remember()

    def _unsealed(self, there: Sequence[HubChain], which: str, uid: str, newly: Sequence[str] = ()) -> Iterator[Page]:
        withheld_in = {row for (row,) in self.db.rows("SELECT DISTINCT chain_id FROM withheld")}
        ours = [one for one in extract.chains(self.db) if one.id in withheld_in]
        known = {(one.name.desk, one.name.of): one for one in ours}
        chains = [one for one in there if (one.name.desk, one.name.of) in known]
        if not chains:
            return
        if self.states[uid].blind:
            which += " AND (w.plain OR c.subject = ANY(%(marked)s))"
        rows = self.hub.each(
            _LATER.format(which=which),
            {
                "chains": [one.id for one in chains],
                "here": [one.length for one in chains],
                "plain": [self._is_plain(one.name) for one in chains],
                "story": self.stories[uid],
                "newly": list(newly),
                "marked": self._marked([uid]) if self.states[uid].blind else [],
            },
            _FETCHED,
        )
        by_id = {one.id: one for one in chains}
        with closing(rows):
            yield from self._merged(_Coming(one, uid, new=False) for one in self._with_known_place(by_id, rows))

    def _with_known_place(
        self, by_id: Mapping[int, HubChain], rows: Iterable[Sequence[Any]]
    ) -> Iterator[ReceivedRecord]:
        """Yield those records of which we know the place only; their hash is the one that we know."""
        for chain_id, number, prev, hash_, content, found in rows:
            name = by_id[chain_id].name
            wire = WireRecord(number, bytes(prev).hex(), bytes(hash_).hex(), content, found or "")
            row = self.db.row("SELECT number FROM withheld WHERE hash = ?", (wire.hash,))
            if row is not None:
                yield tell(name, wire)

    # -- pages ---------------------------------------------------------------------------------------------------------

    def _merged(self, coming: Iterable[_Coming]) -> Iterator[Page]:
        """Put records together to pages and merge each in a transaction."""
        page: list[_Coming] = []
        size = versions = 0
        for one in coming:
            page.append(one)
            entry, wire = one.record.entry, one.record.wire
            size += 1 + (len(wire.content or "") + len(wire.found)) // 1000
            versions += entry is not None and entry.kind == EntryKind.VERSION_ADDED
            if size >= self._page or versions >= _VERSIONS:
                yield self._merge(page)
                page, size, versions = [], 0, 0
        if page:
            yield self._merge(page)

    def _merge(self, page: Sequence[_Coming]) -> Page:
        staging = Staging(self.db)
        try:
            come = self._stage(staging, page)
            taken = [one.record for one in come]
            self._add_texts(staging, taken)
            self._add_evidence(taken)
            own, changed = self._own_end(), Changed()
            with self._holding(), self.db.transaction():
                if any(one.name.desk == self.desk for one in taken) and self._own_end() != own:
                    raise forked()
                filled = self._filled()
                try:
                    merged = merge.merge(self.db, staging.db, changed=changed)
                except (*NONSENSE, *_NO_ROW) as error:
                    raise tampered(taken[-1].name, taken[-1].wire.number, SENSELESS) from error
                for one in taken:
                    self.seen[_key(one.name)] = max(
                        self.seen.get(_key(one.name), (0, "")), (one.wire.number, one.wire.hash)
                    )
                lacking = self._lacking(come, changed)
                for uid, state in self.states.items():
                    state.filled = extract.newest(self.db) if uid in filled - lacking else 0
                    state.whole = state.whole and uid not in self._incomplete
                self.remember()
            self._done += len(page)
            self._arrived += len(taken)
            return Page(len(taken), merged, changed)
        finally:
            staging.close()

    @contextmanager
    def _holding(self) -> Iterator[None]:
        """Fit the pages that follow to how long the desk may be held."""
        began = monotonic()
        yield
        if self.hold is not None and not self.page:
            fitting = self._page * self.hold() / max(1e-4, monotonic() - began)
            self._page = round(min(2 * self._page, max(_SMALLEST_PAGE, fitting)))

    def _own_end(self) -> list[tuple[Any, ...]]:
        return self.db.rows("SELECT id, length, head FROM chain WHERE desk = ? ORDER BY id", (self.desk,))

    def _filled(self) -> set[str]:
        """Return the stories of which the hub has been told all that it had sealed, as far as this desk knows it."""
        return {
            uid
            for uid, state in self.states.items()
            if state.filled and not extract.moved_since(self.db, state.filled, self.desk)
        }

    def _lacking(self, come: Sequence[_Coming], changed: Changed) -> set[str]:
        """Return the stories of which the hub may have something sealed that this desk knows since it merged a page.

        Whoever sent it may not have known where that lies by now.
        """
        if changed.relocated:
            return set(self.states)
        if len(self.states) < 2:
            return set()
        plain = [one for one in come if one.record.entry is not None or one.record.mark is not None]
        belonging = extract.stories_of(self.db, [one.record.entry or one.record.mark for one in plain])  # type: ignore[misc]
        return {uid for one, belongs in zip(plain, belonging, strict=True) for uid in belongs - {one.story}}

    def _stage(self, staging: Staging, page: Sequence[_Coming]) -> list[_Coming]:
        """Put in what makes sense; of what is about something that has not come, the place alone."""
        taken, early = [], []
        for one in page:
            try:
                staging.add(one.record, one.story)
            except UnknownQuote:
                early.append(one)
            else:
                taken.append(one)
        for one in early:
            try:
                staging.add(one.record, one.story)  # what it is about may stand behind it
            except UnknownQuote:
                self._incomplete.add(one.story)
                self.postponed.setdefault(one.record.name, _postponed(one.record))
                if one.new:
                    taken.append(replace(one, record=one.record.sealed()))
                    staging.add(taken[-1].record, "")
            else:
                taken.append(one)
        return taken

    def _add_texts(self, staging: Staging, taken: Sequence[ReceivedRecord]) -> None:
        texts = staging.missing_texts()
        named = {sha256 for both in texts.values() for sha256 in both}
        there = blobs.sizes(self.hub, named)
        small = [sha256 for sha256, size in there.items() if size <= PART]
        contents: dict[str, bytes] = {}
        for start in range(0, len(small), _SMALL):
            contents |= blobs.take_small(self.hub, small[start : start + _SMALL])
        for sha256 in there.keys() - contents.keys():
            contents[sha256] = b"".join(blobs.take(self.hub, sha256, there[sha256]))
        for version, (text, original) in texts.items():
            if text in contents and original in contents:
                try:
                    staging.add_text(version, contents[text].decode())
                except UnicodeDecodeError as error:
                    raise self._about(version, taken) from error
                staging.add_original(original, contents[original])
            elif not self._is_emptied(version, taken):
                raise self._about(version, taken)

    def _about(self, version: str, taken: Sequence[ReceivedRecord]) -> Tampered:
        """Name the record that added a version."""
        named = next(
            (one for one in taken if one.entry is not None and one.entry.body.get("version") == version), taken[0]
        )
        return tampered(named.name, named.wire.number, _NO_TEXT)

    def _is_emptied(self, version: str, taken: Sequence[ReceivedRecord]) -> bool:
        """Say whether the article of a version was emptied from the trash: then its text need not be there."""
        names = [
            one.entry.subject for one in taken if one.entry is not None and one.entry.body.get("version") == version
        ]
        return bool(
            self.hub.value(
                "SELECT count(*) FROM verbatim.content WHERE subject = ANY(%s) AND content LIKE %s",
                (names, f'{{"act":"{EntryKind.ARTICLE_EMPTIED}"%'),
            )
        )

    def _add_evidence(self, taken: Sequence[ReceivedRecord]) -> None:
        """Bring the files on which marks rest, a part in a transaction."""
        named = {sha256 for one in taken if one.mark is not None for sha256 in stored_files(one.mark.evidence)}
        lacking = [sha256 for sha256 in sorted(named) if not evidence_files.is_there(self.db, sha256)]
        for sha256, size in blobs.sizes(self.hub, lacking).items():
            with tempfile.TemporaryFile() as file:  # what is in a desk is never taken away, so it is verified before
                for content in blobs.take(self.hub, sha256, size):
                    file.write(content)
                file.seek(0)
                contents = iter(partial(file.read, PART), b"")
                pieces = evidence_files.cut(contents, evidence_files.part_size(self.db, sha256))
                for part, piece in enumerate(pieces):
                    with self.db.transaction():
                        evidence_files.add_part(self.db, sha256, part, size, piece)


def _postponed(record: ReceivedRecord) -> str:
    """Name a record that waits, and who made it."""
    content = record.entry or record.mark
    return tr(
        "{record}, by {checker}, waits: what it is about has not come.",
        record=record.name.called(record.wire.number),
        checker=content.checker if content is not None and content.checker else tr("somebody"),
    )


def _key(name: ChainName) -> str:
    return f"{name.desk}/{name.of}/{name.branch}"


def forked() -> Forked:
    return Forked(
        tr(
            "Two copies of this desk were both worked on: the hub has acts of this desk that are not in this file, and "
            "this file has others. Nothing was sent. Make one of the two a desk of its own, and both come together "
            "without a loss."
        )
    )
