"""Merge of two desks: a union of articles, quotes, entries and marks.

Everything is recognised by ids that both desks make alike: a text by its hash, a quote by its place in that text, a
record by its hash. So merging is a union: twice is the same as once, and either order gives the same content.
"""

from __future__ import annotations

import heapq
import json
from contextlib import suppress
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from desktop.domain import ArticleId
from desktop.store.records import (
    articles,
    boilerplate_rules,
    chain,
    desk_settings,
    entries,
    evidence_files,
    placing_index,
    stories,
    version_moves,
    withheld,
)
from desktop.store.records import search_index as search
from desktop.store.records.entries import EntryKind
from desktop.store.records.placements import homes
from desktop.store.records.quotes import corrections, follows, found_quotes, inherited_marks, marks
from desktop.store.records.quotes.quote_columns import FORM
from desktop.store.records.withheld import Withheld
from desktop.store.upkeep import same_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.domain import QuoteId
    from desktop.store.file.database import Database


OF_A_STORY = frozenset({"same", "origin", "primary", "rules"})  # kept as KIND/ROW of the story
_PAIRS = frozenset({"same", "origin"})  # lists of [uid, uid, answer]
_LISTS = frozenset({"reasons", "bases"})  # lists of words: both desks' are offered
_OF_ARTICLES = frozenset({"origin", "primary"})  # name articles by uid
_FACTS = articles.FACTS
_FOUND = f"uid, {FORM}, doubt, outer_start, outer_end, by_hand"
_ENTRY = "number, tick, act, subject, body, checker, at, prev, hash"
_MARK = (
    "number, tick, act, status, attempted, contested, reason, basis, note, evidence, checker, at, start,"
    ' "end", exact, after, prev, hash'
)


_SHOWN = "SELECT m.status FROM quote_now n JOIN mark m ON m.id = n.mark_id WHERE n.quote_id = ?"
# Acts that can give articles another place, and stories nothing more to hold.
_PLACING = frozenset({
    EntryKind.VERSION_ADDED, EntryKind.ARTICLE_MOVED, EntryKind.ARTICLE_SPLIT_OFF, EntryKind.VERSION_PLACED,
    EntryKind.VERSION_PLACED_BACK, EntryKind.STORY_ADDED,
})  # fmt: skip


@dataclass(slots=True)
class MergeResult:
    """What came from the other desk."""

    stories: int = 0
    articles: int = 0
    versions: int = 0
    quotes: int = 0
    marks: int = 0
    others: int = 0  # what was done beside marks: corrections, names, locks, deletions
    drafts: int = 0
    choices: int = 0  # what is remembered and no evidence: pins, "the same", origins, rules
    ours_retained: int = 0  # drafts and choices of which both desks had one
    restated: int = 0  # quotes that were marked here and show another status now


@dataclass(slots=True)
class Changed:
    """Rows of our desk about which anything came."""

    articles: set[int] = field(default_factory=set)
    versions: set[int] = field(default_factory=set)
    quotes: set[int] = field(default_factory=set)
    relocated: bool = False  # something that was here belongs to another story or article, or has another name


@dataclass(slots=True)
class _Union:
    """One merge under way: what stands where, and what has to be worked out again."""

    db: Database
    other: Database
    merged: MergeResult = field(default_factory=MergeResult)
    changed: Changed = field(default_factory=Changed)
    article_ids: dict[int, ArticleId] = field(default_factory=dict)  # theirs to ours
    version_ids: dict[int, int] = field(default_factory=dict)
    quote_ids: dict[int, int] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)  # our quotes, out of the index until the end
    versions: set[int] = field(default_factory=set)  # our versions
    articles: set[int] = field(default_factory=set)  # our articles of which anything is another than before
    played: set[int] = field(default_factory=set)  # our articles that were put where their entries say
    before: int = 0  # the row of the entry that was our newest before anything came in
    stories: set[str] = field(default_factory=set)  # uids: articles that may stand elsewhere by now stood there
    renamed: bool = False  # articles were found to be one
    subjects: set[str] = field(default_factory=set)  # of new entries; new stories, too
    acts: set[str] = field(default_factory=set)  # kinds of new entries
    shown: dict[int, str] = field(default_factory=dict)  # status that touched quotes showed before


def merge(db: Database, other: Database, *, with_marks: bool = True, changed: Changed | None = None) -> MergeResult:
    """Bring everything of `other` into `db`; to be called in a transaction.

    Without marks, drafts and choices do not come, either. `changed` gets what is another than before.
    """
    union = _Union(db, other, changed=changed or Changed(), before=placing_index.newest(db))
    db.write("INSERT INTO meta (key, value) VALUES ('merging', '1')")
    _originals(union)
    _stories(union)
    _records(union, chain.ENTRIES, _insert_entry)
    _articles(union)
    _quotes(union)
    if with_marks:
        _records(union, chain.MARKS, _insert_mark)
        evidence_files.copy(db, other)
    _work_out(union)
    if with_marks:
        _choices(union)
    db.write("DELETE FROM meta WHERE key = 'merging'")
    union.merged.restated = sum(db.value(_SHOWN, (id_,)) not in {None, was} for id_, was in union.shown.items())
    union.changed.quotes |= union.touched
    return union.merged


# -- what both may hold --------------------------------------------------------------------------------------------


def _originals(union: _Union) -> None:
    for (sha256,) in union.other.rows("SELECT sha256 FROM original"):
        if not union.db.value("SELECT 1 FROM original WHERE sha256 = ?", (sha256,)):
            content = union.other.value("SELECT bytes FROM original WHERE sha256 = ?", (sha256,))
            union.db.write("INSERT INTO original (sha256, bytes) VALUES (?, ?)", (sha256, content))


def _stories(union: _Union) -> None:
    theirs = union.other.rows("SELECT uid FROM story ORDER BY id")
    new = [row for row in theirs if not union.db.value("SELECT 1 FROM story WHERE uid = ?", row)]
    union.db.write_all("INSERT INTO story (uid, title) VALUES (?, '')", new)
    union.subjects.update(uid for (uid,) in new)
    union.merged.stories += len(new)


def _articles(union: _Union) -> None:
    db, other = union.db, union.other
    same = same_articles.same_articles(db, other, union.before)
    for article_id, uid, story_uid in other.rows(
        "SELECT a.id, a.uid, s.uid FROM article a JOIN story s ON s.id = a.story_id ORDER BY a.id"
    ):
        names = sorted(same.group(uid))
        there = db.rows(
            "SELECT id FROM article WHERE uid IN (SELECT value FROM json_each(?1)) UNION"
            " SELECT article_id FROM article_alias WHERE uid IN (SELECT value FROM json_each(?1)) ORDER BY 1",
            (json.dumps(names),),
        )
        ids = [int(id_) for (id_,) in there]
        union.article_ids[article_id] = _unite(union, ids, names) if ids else _new_article(union, names, story_uid)
    added_to = homes(other)  # a version may stand elsewhere by now: entries play it there
    for version_id, uid, article in other.rows(
        "SELECT v.id, v.uid, a.uid FROM version v JOIN article a ON a.id = v.article_id"
        " ORDER BY v.article_id, v.number, v.id"
    ):
        # Of what came from a hub, the article that it was added to may be withheld.
        home = articles.id_of(db, str(added_to.get(uid, article))) or articles.id_of(db, article)
        assert home is not None, "a version of an article that has no name"
        ours = union.version_ids[version_id] = _version(union, home, version_id, uid)
        if ours in union.versions:
            union.articles |= {home, int(db.value("SELECT article_id FROM version WHERE id = ?", (ours,)))}


def _new_article(union: _Union, names: list[str], story_uid: str) -> ArticleId:
    story_id = union.db.value("SELECT id FROM story WHERE uid = ?", (story_uid,))
    id_ = union.db.write(
        f"INSERT INTO article (uid, story_id, {articles.METADATA}, versions, added_at)"
        " VALUES (?, ?, '', '', '', '', '', '', 0, '')",
        (min(names), story_id),
    )
    _name(union.db, id_, names)
    union.articles.add(id_)
    union.merged.articles += 1
    return ArticleId(id_)


def _unite(union: _Union, ids: list[int], names: list[str]) -> ArticleId:
    """Make one article of ours of several; the one that was there first keeps its row, the smallest name stays."""
    db, survivor = union.db, ids[0]
    if len(ids) == 1 and names == sorted(
        articles.known_as(db, str(db.value("SELECT uid FROM article WHERE id = ?", (survivor,))))
    ):
        return ArticleId(survivor)
    union.changed.articles.update(ids)
    union.articles.add(survivor)
    union.changed.relocated = union.renamed = True
    union.stories |= stories.of_articles(db, ids)
    db.write_all("DELETE FROM article_alias WHERE article_id = ?", [(id_,) for id_ in ids])
    for id_ in ids[1:]:
        db.write("UPDATE version SET article_id = ? WHERE article_id = ?", (survivor, id_))
        db.write("DELETE FROM article WHERE id = ?", (id_,))
        db.write("DELETE FROM remembered WHERE key = ?", (f"source/{id_}",))
    db.write("UPDATE article SET uid = ? WHERE id = ?", (min(names), survivor))
    _name(db, survivor, names)
    return ArticleId(survivor)


def _name(db: Database, article_id: int, names: list[str]) -> None:
    others = sorted(set(names) - {min(names)})
    db.write_all("INSERT INTO article_alias (uid, article_id) VALUES (?, ?)", [(name, article_id) for name in others])


def _version(union: _Union, article_id: ArticleId, theirs: int, uid: str) -> int:
    db, other = union.db, union.other
    row = other.row(f"SELECT {_FACTS} FROM version WHERE id = ?", (theirs,)) or ()
    ours = db.value("SELECT id FROM version WHERE uid = ?", (uid,))
    if ours is None:
        marks_ = ", ".join("?" * len(row))
        ours = db.write(
            f"INSERT INTO version (uid, article_id, number, {_FACTS}) VALUES (?, ?, 1, {marks_})",
            (uid, article_id, *row),
        )
        _copy_text(union, theirs, ours)
        _copy_cuts_and_detail(union, theirs, ours)
        search.index_version(db, ours)  # finds nothing where the text was emptied from the trash
        union.versions.add(ours)
        union.merged.versions += 1
        return ours
    if not db.value("SELECT 1 FROM version_text WHERE version_id = ?", (ours,)) and _copy_text(union, theirs, ours):
        search.index_version(db, ours)  # ours was emptied; it may stand in an article by now that is not
        union.versions.add(ours)
    if _order(articles.facts(other, theirs)) < _order(articles.facts(db, ours)):  # type: ignore[arg-type]  # row numbers
        _take_facts(union, row, theirs, ours)
    return int(ours)


def _copy_text(union: _Union, theirs: int, ours: int) -> bool:
    text = union.other.value("SELECT text FROM version_text WHERE version_id = ?", (theirs,))
    if text is not None:
        union.db.write("INSERT INTO version_text (version_id, text) VALUES (?, ?)", (ours, text))
    return text is not None


def _order(facts: dict[str, object]) -> tuple[str, bytes]:
    """Two captures of one text: the earlier one stands."""
    return str(facts["captured_at"]), chain.canonical(facts)


def _take_facts(union: _Union, row: tuple[Any, ...], theirs: int, ours: int) -> None:
    db = union.db
    with search.reindexed_version(db, ours):
        settings = ", ".join(f"{name} = ?" for name in _FACTS.split(", "))
        db.write(f"UPDATE version SET {settings} WHERE id = ?", (*row, ours))
    for table in ("cut", "version_detail"):
        db.write(f"DELETE FROM {table} WHERE version_id = ?", (ours,))
    _copy_cuts_and_detail(union, theirs, ours)
    union.versions.add(ours)


def _copy_cuts_and_detail(union: _Union, theirs: int, ours: int) -> None:
    union.db.write_all(
        'INSERT INTO cut (version_id, start, "end", why) VALUES (?, ?, ?, ?)',
        [(ours, *row) for row in union.other.rows('SELECT start, "end", why FROM cut WHERE version_id = ?', (theirs,))],
    )
    if detail := articles.detail_row(union.other, theirs):
        articles.insert_detail(union.db, ours, *detail)


def _quotes(union: _Union) -> None:
    db = union.db
    for theirs, version_id, *row in union.other.each(f"SELECT id, version_id, {_FOUND} FROM quote ORDER BY id"):
        found = db.row(f"SELECT id, {_FOUND} FROM quote WHERE uid = ?", (row[0],))
        if found is None:
            version = union.version_ids[version_id]
            places = ", ".join("?" * len(row))
            ours = db.write(f"INSERT INTO quote (version_id, {_FOUND}) VALUES (?, {places})", (version, *row))
            union.touched.add(ours)
            union.versions.add(version)
            union.merged.quotes += 1
        else:
            ours = found[0]
            if tuple(row) != found[1:] and found_quotes.quote_digest(row) < found_quotes.quote_digest(found[1:]):
                _touch(union, ours)
                settings = ", ".join(f"{name.strip()} = ?" for name in _FOUND.split(","))
                db.write(f"UPDATE quote SET {settings} WHERE id = ?", (*row, ours))
        union.quote_ids[theirs] = ours


def _touch(union: _Union, quote_id: int) -> None:
    """Take a quote out of the index before anything about it changes; `_work_out` puts it back."""
    if quote_id not in union.touched:
        search.take_out_quotes(union.db, [quote_id])
        union.touched.add(quote_id)
        shown = union.db.value(_SHOWN, (quote_id,))
        if shown is not None:
            union.shown[quote_id] = shown


# -- chains --------------------------------------------------------------------------------------------------------


def _rows_in_order(db: Database, table: str, columns: str, chain_id: int) -> Iterator[dict[str, Any]]:
    """Yield the records of a chain by number; of those that are withheld number, prev and hash."""
    names = [name.strip().strip('"') for name in columns.split(",")]
    plain = (
        dict(zip(names, row, strict=True))
        for ids in chain.in_order(db, table, chain_id)
        for row in db.each(f"SELECT {columns} FROM {table} WHERE id IN ({ids}) ORDER BY number, id")
    )
    withheld_rows = (record._asdict() for record in withheld.of_chain(db, chain_id))
    return heapq.merge(plain, withheld_rows, key=itemgetter("number"))


def _records(union: _Union, of: str, insert: Any) -> None:  # noqa: ANN401 - one of the two functions below
    """Append what we lack of each of their chains; where theirs goes on otherwise than ours, it becomes a branch.

    What one of us did not receive and the other did takes its place in the chain.
    """
    db, table, some = union.db, withheld.table_of(of), withheld.any_at_all(union.db)
    columns = _MARK + ", quote_id" if of == chain.MARKS else _ENTRY
    for their_chain, desk in union.other.rows("SELECT id, desk FROM chain WHERE of = ? ORDER BY id", (of,)):
        ends = {head: id_ for id_, head in db.rows("SELECT id, head FROM chain WHERE desk = ? AND of = ?", (desk, of))}
        last: dict[int, tuple[int, str]] = {}
        ticks: dict[int, int] = {}
        for record in _rows_in_order(union.other, table, columns, their_chain):
            if db.value(f"SELECT 1 FROM {table} WHERE hash = ?", (record["hash"],)):
                continue
            is_plain, ours = "tick" in record, withheld.place(db, record["hash"]) if some else None
            if ours is not None and not is_plain:
                continue
            if ours is not None:
                chain_id = ours[0]
            else:
                chain_id = ends.pop(record["prev"], None) or _new_chain(db, desk, of, record)
                ends[record["hash"]] = chain_id
                last[chain_id] = (record["number"], record["hash"])
            if is_plain:
                ticks[chain_id] = max(record["tick"], ticks.get(chain_id, 0))
                insert(union, chain_id, record)
                if ours is not None:
                    withheld.drop(db, record["hash"])
            else:
                withheld.add(db, chain_id, [Withheld(record["number"], record["prev"], record["hash"])])
        db.write_all("UPDATE chain SET length = ?, head = ? WHERE id = ?", [(*end, id_) for id_, end in last.items()])
        db.write_all("UPDATE chain SET tick = max(tick, ?) WHERE id = ?", [(tick, id_) for id_, tick in ticks.items()])


def _new_chain(db: Database, desk: str, of: str, record: dict[str, Any]) -> int:
    branch = record["hash"] if record["prev"] else ""
    if not branch and db.value("SELECT 1 FROM chain WHERE desk = ? AND of = ? AND branch = ''", (desk, of)):
        branch = record["hash"]
    return db.write(
        "INSERT INTO chain (desk, of, branch, length, tick, head) VALUES (?, ?, ?, 0, 0, '')", (desk, of, branch)
    )


def _insert_entry(union: _Union, chain_id: int, record: dict[str, Any]) -> None:
    union.db.write(
        f"INSERT INTO entry (chain_id, {_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (chain_id, *record.values())
    )
    union.subjects.add(record["subject"])
    union.acts.add(record["act"])
    union.merged.others += record["act"] not in {EntryKind.STORY_ADDED, EntryKind.VERSION_ADDED}
    quote_id = union.db.value("SELECT id FROM quote WHERE uid = ?", (record["subject"],))
    if quote_id is not None:
        _touch(union, quote_id)


def _insert_mark(union: _Union, chain_id: int, record: dict[str, Any]) -> None:
    quote_id = union.quote_ids[record.pop("quote_id")]
    _touch(union, quote_id)
    places = ", ".join("?" * len(record))
    union.db.write(
        f"INSERT INTO mark (chain_id, quote_id, {_MARK}) VALUES (?, ?, {places})",
        (chain_id, quote_id, *record.values()),
    )
    union.merged.marks += 1


# -- what it comes to ----------------------------------------------------------------------------------------------


def _work_out(union: _Union) -> None:
    """Set everything that follows from entries and marks, where any came in."""
    db = union.db
    chosen = json.dumps(sorted(union.subjects))
    among = "WHERE uid IN (SELECT value FROM json_each(?))"
    _play_articles(union, chosen, among)
    for (uid,) in db.rows(f"SELECT uid FROM story {among}", (chosen,)):
        stories.play_story(db, uid)
    if union.acts & _PLACING:
        named = placing_index.stories_named(db, union.before, union.played)
        concerned = union.stories | stories.of_articles(db, union.played) | named | union.subjects
        union.changed.relocated |= stories.play_absorbed_among(db, concerned)
    versions = union.versions | {id_ for (id_,) in db.rows(f"SELECT id FROM version {among}", (chosen,))}
    versions |= _following(db, versions)
    for uid in sorted(union.subjects):
        boilerplate_rules.play(db, uid)
    for version_id, uid in _named(db, "version", versions):
        articles.play_version(db, uid)
        follows.follow(db, version_id)
    inheritance = inherited_marks.Inheritance(db)
    for quote_id in _heirs(union, versions, inheritance):
        _touch(union, quote_id)
    for quote_id, uid in _named(db, "quote", union.touched):
        versions.add(_play_quote(union, quote_id, uid, inheritance))
    search.index_quotes(db, sorted(union.touched))
    for version_id in versions:
        corrections.recount(db, version_id)
    union.changed.versions |= versions


def _heirs(union: _Union, versions: set[int], inheritance: inherited_marks.Inheritance) -> set[int]:
    """Return the quotes that have, or had, marks from the version before, in articles where anything came in."""
    db = union.db
    touched = json.dumps(sorted(union.touched))
    marked = {id_ for (id_,) in db.rows(
        "SELECT version_id FROM quote WHERE id IN (SELECT value FROM json_each(?))", (touched,)
    )}  # fmt: skip
    concerned = json.dumps(sorted(versions | marked))
    found = marks.former_heirs(db, concerned)
    for (version_id,) in db.rows(
        "SELECT id FROM version WHERE number > 1 AND article_id IN"
        " (SELECT article_id FROM version WHERE id IN (SELECT value FROM json_each(?))) ORDER BY id",
        (concerned,),
    ):
        found |= inheritance.of_version(version_id).keys() | marks.heirs(db, version_id)
    return found


def _following(db: Database, versions: set[int]) -> set[int]:
    """Return the versions right behind these: their quotes follow those of the ones before."""
    rows = db.rows(
        "SELECT b.id FROM version a JOIN version b ON b.article_id = a.article_id AND b.number = a.number + 1"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(versions)),),
    )
    return {id_ for (id_,) in rows}


def _play_articles(union: _Union, chosen: str, among: str) -> None:
    db = union.db
    ids = set(union.articles)
    # An entry may name its article as it was called before it was found to be one with another.
    ids |= {id_ for (id_,) in db.rows(f"SELECT id FROM article {among}", (chosen,))}
    ids |= {id_ for (id_,) in db.rows(f"SELECT article_id FROM article_alias {among}", (chosen,))}
    if union.acts & _PLACING:
        placing_index.catch_up(db)
        placed, moved = version_moves.play(db, _placed(union))
        ids |= placed
        union.stories |= stories.of_articles(db, ids)
        union.changed.relocated |= moved
    union.played = ids
    union.changed.articles |= ids | set(union.article_ids.values())
    for article_id, uid in _named(db, "article", ids):
        if articles.play_numbers(db, uid):
            union.versions |= {id_ for (id_,) in db.rows("SELECT id FROM version WHERE article_id = ?", (article_id,))}
        union.changed.relocated |= articles.play_article(db, uid)
        if db.value("SELECT emptied FROM article WHERE id = ?", (article_id,)):
            articles.drop_texts(db, article_id)


def _placed(union: _Union) -> list[str]:
    """Return the versions (uids) that were ever put elsewhere and may be so again: by their entries, or articles."""
    names = {uid for (uid,) in union.other.rows("SELECT uid FROM article UNION SELECT uid FROM article_alias")}
    chosen = json.dumps(sorted(set(union.article_ids.values())))
    names |= {uid for (uid,) in union.db.rows(
        "SELECT uid FROM article WHERE id IN (SELECT value FROM json_each(?1)) UNION"
        " SELECT uid FROM article_alias WHERE article_id IN (SELECT value FROM json_each(?1))", (chosen,)
    )}  # fmt: skip
    versions = {uid for (uid,) in union.other.rows("SELECT uid FROM version")}
    return placing_index.placed(union.db, versions | union.subjects, names)


def _named(db: Database, table: str, ids: set[int]) -> list[tuple[Any, ...]]:
    chosen = json.dumps(sorted(ids))
    return db.rows(f"SELECT id, uid FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (chosen,))


def _play_quote(union: _Union, quote_id: int, uid: str, inheritance: inherited_marks.Inheritance) -> int:
    """Set what a quote comes to; returns its version."""
    db = union.db
    mark_id, count, heads, contested = marks.state(db, quote_id, inheritance.of_quote(quote_id))
    known = entries.of_subject(db, uid)
    db.write("DELETE FROM quote_now WHERE quote_id = ?", (quote_id,))
    if count or any(entry.kind != EntryKind.QUOTE_ADDED for entry in known):
        form, deleted = corrections.quote_state(db, uid)
        corrections.set_form(db, quote_id, form)
        db.write(
            "INSERT INTO quote_now (quote_id, mark_id, marks, heads, contested, deleted) VALUES (?, ?, ?, ?, ?, ?)",
            (quote_id, mark_id, count, heads, contested, deleted),
        )
    return int(db.value("SELECT version_id FROM quote WHERE id = ?", (quote_id,)))


# -- drafts and choices --------------------------------------------------------------------------------------------


def _choices(union: _Union) -> None:
    """Take over drafts and choices of the other desk; where they contradict ours, ours stay and are counted."""
    db, other = union.db, union.other
    _drafts(union)
    theirs = other.rows(
        "SELECT key, value FROM remembered WHERE value <> '' AND key NOT GLOB 'source/*'"
        f" AND key NOT GLOB 'boilerplate/*' AND key NOT GLOB '{desk_settings.HUB_KEY}*' ORDER BY key"
    )  # what an article is as a source, and which rules hold, follows from their entries
    if not theirs and not union.renamed:
        return
    names: dict[str, str] = dict(
        db.rows("SELECT x.uid, a.uid FROM article_alias x JOIN article a ON a.id = x.article_id")
    )
    for key, value in db.rows("SELECT key, value FROM remembered"):
        if (renamed := _renamed(key, value, names)) != value:
            desk_settings.remember(db, key, renamed)
    for key, value in theirs:
        ours = _key(db, other, key, union.article_ids)
        if ours:
            _choice(union, ours, _renamed(key, value, names))


def _drafts(union: _Union) -> None:
    db = union.db
    drafts = marks.drafts(union.other)
    ours = {quote_id: (note, evidence) for quote_id, note, evidence in marks.drafts(db)} if drafts else {}
    for theirs, note, evidence in drafts:
        quote_id: QuoteId = union.quote_ids[theirs]  # type: ignore[assignment]  # a row of ours
        if quote_id not in ours:
            marks.save_draft(db, quote_id, note, evidence)
            union.merged.drafts += 1
        elif ours[quote_id] != (note, evidence):
            union.merged.ours_retained += 1


def _choice(union: _Union, key: str, theirs: str) -> None:
    ours = desk_settings.remembered(union.db, key)
    both, contradicted = _merged_choice(key, ours, theirs)
    union.merged.ours_retained += contradicted
    if both != ours:
        desk_settings.remember(union.db, key, both)
        union.merged.choices += 1


def _merged_choice(key: str, ours: str, theirs: str) -> tuple[str, int]:
    """Return what both say, and how often they say different things."""
    if not ours or ours == theirs:
        return theirs, 0
    if key.partition("/")[0] in _PAIRS:
        with suppress(ValueError, TypeError):
            own, more = _pairs(ours), _pairs(theirs)
            contradicted = sum(own[pair] != answer for pair, answer in more.items() if pair in own)
            if more.keys() <= own.keys():
                return ours, contradicted
            return json.dumps([[*pair, answer] for pair, answer in (more | own).items()]), contradicted
    if key in _LISTS:
        with suppress(ValueError, TypeError):
            return json.dumps(sorted({*json.loads(ours), *json.loads(theirs)}), ensure_ascii=False), 0
    return ours, 1


def _pairs(value: str) -> dict[tuple[str, str], Any]:
    return {(min(a, b), max(a, b)): answer for a, b, answer in json.loads(value)}


def _key(db: Database, other: Database, key: str, articles: Mapping[int, ArticleId]) -> str:
    """Return the key under which we keep what they keep under `key`; empty where the story is not here."""
    kind, _, row = key.partition("/")
    if kind not in OF_A_STORY or not row.isdigit():
        return key
    for (article_id,) in other.rows("SELECT id FROM article WHERE story_id = ? ORDER BY id", (int(row),)):
        if article_id in articles:
            return f"{kind}/{db.value('SELECT story_id FROM article WHERE id = ?', (articles[article_id],))}"
    uid = other.value("SELECT uid FROM story WHERE id = ?", (int(row),))
    ours = db.value("SELECT id FROM story WHERE uid = ?", (uid,))
    return f"{kind}/{ours}" if ours is not None else ""


def _renamed(key: str, value: str, names: Mapping[str, str]) -> str:
    """Let a choice about articles name them as they are called since they were found to be the same."""
    kind = key.partition("/")[0]
    if kind not in _OF_ARTICLES or not names:
        return value
    if kind == "primary":
        return names.get(value, value)
    with suppress(ValueError, TypeError):
        return json.dumps([[*sorted((names.get(a, a), names.get(b, b))), answer] for a, b, answer in json.loads(value)])
    return value
