"""Recovery of a damaged or doctored desk: its readable rows are copied into a new one.

Nothing in the old file is run, and it is never written: its rows are read one by one from a copy, compared with their
hashes, and merged into a fresh desk. What could not be read or does not say what it said is listed.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.store.errors import Damaged, StoreError
from desktop.store.file import database as files
from desktop.store.file.migrations import columns_of_table
from desktop.store.records import articles, chain, entries, stories
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.placements import homes
from desktop.store.records.quotes import found_quotes, marks
from desktop.store.upkeep import merge, opening
from desktop.translation import Text, english, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator


_INTERIOR = 5  # a page of a table that leads to other pages
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from typing import Any

    from desktop.store.file.database import Database

    Row = dict[str, Any]

# In this order, each after what it belongs to: table and, by column, the table a row belongs to.
_TABLES: dict[str, dict[str, str]] = {
    "story": {},
    "article": {"story_id": "story"},
    "article_alias": {"article_id": "article"},
    "version": {"article_id": "article"},
    "version_text": {"version_id": "version"},
    "original": {},
    "cut": {"version_id": "version"},
    "version_detail": {"version_id": "version"},
    "quote": {"version_id": "version"},
    "chain": {},
    "entry": {"chain_id": "chain"},
    "mark": {"chain_id": "chain", "quote_id": "quote"},
    "withheld": {"chain_id": "chain"},
    "draft": {"quote_id": "quote"},
    "evidence_file": {},
    "remembered": {},
}
_CALLED = {
    "version_text": english("text of a version"),
    "original": english("original"),
    "article_alias": english("name of an article"),
    "evidence_file": english("part of an evidence file"),
}
_LISTED = 50  # losses listed one by one
_CHUNK = 200  # rows read at once
_FAR = 2000  # ids that are asked for after the last one found, and as many again, where nobody knows the last one
_NOBODY_KNOWS = 100_000
_INTO_A_STORY = (EntryKind.VERSION_ADDED, EntryKind.ARTICLE_SPLIT_OFF, EntryKind.ARTICLE_MOVED)
_MARK_LEFT_OUT = Text("Mark {number} was changed and is left out.")
_ENTRY_LEFT_OUT = Text("Entry {number} was changed and is left out.")
GAP = "▒"


def fill_up(copy: Path) -> None:
    """Put empty pages where the header says that there should be more: SQLite reads nothing of a file that is cut."""
    content = bytearray(copy.read_bytes())
    size = _page_size(content)
    if not size:
        return
    content.extend(bytes(-len(content) % size))
    pages = int.from_bytes(content[28:32], "big")
    if len(content) // size < pages <= 2 * len(content) // size + 1000:
        content.extend(bytes(pages * size - len(content)))
    else:
        content[28:32] = (len(content) // size).to_bytes(4, "big")
    copy.write_bytes(content)


def lend_schema(copy: Path, fresh: bytes) -> bool:
    """Put the list of tables of a `fresh` desk in the place of a broken one; False where the two cannot be alike.

    Every desk of one schema is made by the same steps, so its tables begin on the same pages.
    """
    content, size = bytearray(copy.read_bytes()), _page_size(fresh)
    pages = len(content) // size
    if max(_schema_pages(fresh, size)) > pages:
        return False
    for number in _schema_pages(fresh, size):
        start = (number - 1) * size
        content[start : start + size] = fresh[start : start + size]
    content[28:32] = pages.to_bytes(4, "big")
    content[32:40] = bytes(8)  # no list of free pages
    copy.write_bytes(content)
    return True


def _page_size(content: bytes | bytearray) -> int:
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size
    return size if len(content) >= 100 and size >= 512 and size & (size - 1) == 0 else 0


def _schema_pages(content: bytes, size: int, number: int = 1) -> Iterator[int]:
    """Yield the numbers of the pages that hold the list of tables."""
    yield number
    start = (number - 1) * size
    head = start + (100 if number == 1 else 0)
    if content[head] != _INTERIOR:
        return
    cells = int.from_bytes(content[head + 3 : head + 5], "big")
    places = [head + 12 + 2 * cell for cell in range(cells)]
    children = [start + int.from_bytes(content[at : at + 2], "big") for at in places] + [head + 8]
    for child in children:
        yield from _schema_pages(content, size, int.from_bytes(content[child : child + 4], "big"))


@dataclass(slots=True)
class RecoveryResult:
    """What was brought over, and in sentences what was not."""

    articles: int = 0
    versions: int = 0
    quotes: int = 0
    marks: int = 0
    lost: list[str] = field(default_factory=list)


def recover(damaged: Path, out: Path, at: datetime) -> RecoveryResult:
    """Make a new desk at `out` of what can be read in `damaged`; raises Damaged if that is nothing."""
    result = RecoveryResult()
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".recovering-") as folder:
        copy, staging = Path(folder) / "copy", Path(folder) / "staging"
        shutil.copyfile(damaged, copy)
        journal = damaged.with_name(damaged.name + "-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name("copy-journal"))
        opening.create(staging, at)
        fresh = staging.read_bytes()
        with opening.open_desk(staging).closing() as stage:
            _salvage(_open(copy, fresh), stage, result)
            opening.create(out, at)
            try:
                _rebuild(out, stage, result, at)
            except BaseException:
                out.unlink(missing_ok=True)
                raise
    return result


def _open(copy: Path, fresh: bytes) -> Database:
    """Open a copy to read its rows; where even its list of tables is broken, with that of a fresh desk."""
    try:
        old = files.open_as_data(copy)
        old.rows("SELECT count(*) FROM sqlite_master")
    except Damaged:
        fill_up(copy)
    else:
        return old
    try:
        return files.open_as_data(copy)
    except Damaged:
        if not lend_schema(copy, fresh):
            raise
    return files.open_as_data(copy)


# -- reading -------------------------------------------------------------------------------------------------------


def _salvage(old: Database, stage: Database, result: RecoveryResult) -> None:
    try:
        with stage.transaction():
            stage.write("DELETE FROM chain")
            there: dict[str, set[int]] = {}
            for table, parents in _TABLES.items():
                there[table] = _table(old, stage, table, parents, there, result)
            if not there["version"] and not there["mark"]:
                raise Damaged(tr("Nothing of an article or a mark could be read in that file. Restore a backup."))
            _drop_empty_articles(stage, result)
            _repair_texts(stage, result)
            _drop_changed(stage, result)
    finally:
        old.close()


def _table(
    old: Database,
    stage: Database,
    table: str,
    parents: dict[str, str],
    there: dict[str, set[int]],
    result: RecoveryResult,
) -> set[int]:
    """Copy what can be read of one table; returns the ids that came over."""
    columns, names = columns_of_table(table), _CALLED.get(table, table)
    copied, failed = set(), 0
    places = ", ".join("?" * len(columns))
    quoted = ", ".join(f'"{column}"' for column in columns)
    for row in _rows(old, table, columns):
        if row is None:
            failed += 1
            continue
        record = dict(zip(columns, row, strict=True))
        if table == "article" and record["story_id"] not in there["story"]:
            record["story_id"] = _some_story(stage, there)
        if table == "version" and record["article_id"] not in there["article"]:
            _lost_article(stage, there, record)
        if table == "quote":
            record["follows"] = None
        if any(record[column] not in there[parent] for column, parent in parents.items()):
            failed += 1
            continue
        if stage.write_if_fitting(f"INSERT OR IGNORE INTO {table} ({quoted}) VALUES ({places})", list(record.values())):
            copied.add(record.get("id", record.get("version_id", 0)))
        else:
            failed += 1
    if failed:
        result.lost.append(
            tr_n(
                "{count} row of the kind “{kind}” could not be read or belongs to something that is lost.",
                "{count} rows of the kind “{kind}” could not be read or belong to something that is lost.",
                failed,
                kind=tr(names),
            )
        )
    return copied


def _some_story(stage: Database, there: dict[str, set[int]]) -> int:
    """Give articles whose story is lost a place to be."""
    found = stage.value("SELECT id FROM story WHERE uid = 'recovered'")
    if found is None:
        found = stage.write("INSERT INTO story (uid, title) VALUES ('recovered', 'Recovered')")
        there["story"].add(found)
    return int(found)


def _lost_article(stage: Database, there: dict[str, set[int]], version: Row) -> None:
    """Make an article again that is lost itself; two desks that add the same text first make the same one."""
    if not isinstance(version["text_sha256"], str):
        return
    stage.write_if_fitting(
        f"INSERT OR IGNORE INTO article (id, uid, story_id, {articles.METADATA}, versions, added_at)"
        " VALUES (?, ?, ?, '', '', '', '', '', '', 0, '')",
        (version["article_id"], stories.uid_from("article", version["text_sha256"]), _some_story(stage, there)),
    )
    if stage.value("SELECT 1 FROM article WHERE id = ?", (version["article_id"],)):
        there["article"].add(version["article_id"])


def _rows(old: Database, table: str, columns: list[str]) -> Iterator[tuple[Any, ...] | None]:
    """Yield the rows of a table, None for each that cannot be read."""
    chosen = ", ".join(f'"{column}"' for column in columns)
    if columns[0] not in {"id", "version_id", "quote_id"} or table == "cut":
        with suppress(StoreError):
            yield from old.each(f"SELECT {chosen} FROM {table}")
        return
    last, most = 0, _most(old, table, columns[0])
    if not _some_readable(old, table, columns[0], most or _NOBODY_KNOWS):
        return
    found = 0  # the last id that was there
    while last < (most or 2 * found + _FAR):
        rows: list[tuple[Any, ...] | None]
        try:
            rows = old.rows(  # type: ignore[assignment]  # a list of rows is one of rows or nothing
                f"SELECT {chosen} FROM {table} WHERE {columns[0]} > ? AND {columns[0]} <= ? ORDER BY {columns[0]}",
                (last, last + _CHUNK),
            )
        except StoreError:
            rows = list(_one_by_one(old, table, chosen, columns[0], range(last + 1, last + _CHUNK + 1)))
        last += _CHUNK
        found = last if any(rows) else found
        yield from rows


def _some_readable(old: Database, table: str, key: str, most: int) -> bool:
    """Say whether the way to any row is whole; asking for each of very many would take minutes where none is."""
    id_ = 1
    while id_ <= most:
        with suppress(StoreError):
            old.row(f"SELECT {key} FROM {table} WHERE {key} = ?", (id_,))
            return True
        id_ += 1 + id_ // 25
    return False


def _one_by_one(old: Database, table: str, chosen: str, key: str, ids: range) -> Iterator[tuple[Any, ...] | None]:
    for id_ in ids:
        try:
            row = old.row(f"SELECT {chosen} FROM {table} WHERE {key} = ?", (id_,))
        except StoreError:
            yield None
        else:
            if row is not None:
                yield row


def _most(old: Database, table: str, key: str) -> int:
    for attempt in (f"SELECT max({key}) FROM {table}", f"SELECT {key} FROM {table} ORDER BY {key} DESC LIMIT 1"):
        with suppress(StoreError):
            return int(old.value(attempt) or 0)
    return 0  # the way to the last row is broken


def _drop_empty_articles(stage: Database, result: RecoveryResult) -> None:
    """Leave out articles no version of which is left: there is nothing to show of them."""
    empty = (
        "SELECT id FROM article WHERE id NOT IN (SELECT article_id FROM version) AND uid NOT IN"
        f" (SELECT body ->> '$.was' FROM entry WHERE act IN ('{EntryKind.VERSION_PLACED}',"
        f" '{EntryKind.VERSION_PLACED_BACK}'))"
    )
    titles = [title for (title,) in stage.rows(f"SELECT title FROM article WHERE id IN ({empty})")]
    result.lost += [tr("Nothing of the article “{title}” is left.", title=title) for title in titles[:_LISTED]]
    stage.write(f"DELETE FROM article_alias WHERE article_id IN ({empty})")
    stage.write(f"DELETE FROM article WHERE id IN ({empty})")


# -- repairing -------------------------------------------------------------------------------------------------------


def _repair_texts(stage: Database, result: RecoveryResult) -> None:
    """Read a lost or changed text from its original again; failing that, put its quotes where they stood."""
    stage.write("DROP TRIGGER version_text_is_never_changed")
    for version_id, title, sha256, encoding, original_sha256 in stage.rows(
        "SELECT id, title, text_sha256, encoding, original_sha256 FROM version ORDER BY id"
    ):
        text = stage.value("SELECT text FROM version_text WHERE version_id = ?", (version_id,))
        if text is not None and hashlib.sha256(text.encode()).hexdigest() == sha256:
            continue
        original = stage.value("SELECT bytes FROM original WHERE sha256 = ?", (original_sha256,)) or b""
        repaired = ""
        with suppress(ValueError, LookupError):  # not its words, or, on a damaged page, no name of an encoding
            repaired = original.decode(encoding)
        if hashlib.sha256(repaired.encode()).hexdigest() != sha256:
            result.lost.append(
                tr(
                    "The text of version {number} (“{title}”) is lost or was changed; its quotes are kept.",
                    number=version_id,
                    title=title,
                )
            )
            repaired = text if text is not None else _gaps(stage, version_id)
        if text is None:
            stage.write("INSERT INTO version_text (version_id, text) VALUES (?, ?)", (version_id, repaired))
        elif text != repaired:
            stage.write("UPDATE version_text SET text = ? WHERE version_id = ?", (repaired, version_id))


def _gaps(stage: Database, version_id: int) -> str:
    quotes = stage.rows(
        'SELECT start, "end", exact FROM quote WHERE version_id = ? AND "end" - start = length(exact)', (version_id,)
    )
    letters = [GAP] * max((end for _, end, _ in quotes), default=0)
    for start, end, exact in quotes:
        letters[start:end] = exact
    return "".join(letters)


def _drop_changed(stage: Database, result: RecoveryResult) -> None:
    """Leave out records that do not say what they said when they were made."""
    stage.write("DROP TRIGGER mark_is_never_deleted")
    stage.write("DROP TRIGGER entry_is_never_deleted")
    for chain_id, of in stage.rows("SELECT id, of FROM chain ORDER BY id"):
        read = marks.records(stage, chain_id) if of == chain.MARKS else entries.of_chain(stage, chain_id)
        table, sentence = ("mark", _MARK_LEFT_OUT) if of == chain.MARKS else ("entry", _ENTRY_LEFT_OUT)
        changed = [(stored, record.number) for stored, now, record in read if stored != now]
        stage.write_all(f"DELETE FROM {table} WHERE hash = ?", [(stored,) for stored, _ in changed])
        result.lost += [tr(sentence.english, number=number) for _, number in changed[:_LISTED]]


# -- building ------------------------------------------------------------------------------------------------------


def _rebuild(out: Path, stage: Database, result: RecoveryResult, at: datetime) -> None:
    with opening.open_desk(out).closing() as db, db.transaction():
        by = By(str(db.value("SELECT value FROM meta WHERE key = 'uid'")), "", at.isoformat(timespec="microseconds"))
        unknown = _add_story_entries(db, stage, by)
        _add_version_entries(db, stage, by)
        merged = merge.merge(db, stage)
        for uid in unknown:
            stories.play_story(db, uid)
    result.articles, result.versions, result.quotes, result.marks = (
        merged.articles, merged.versions, merged.quotes, merged.marks,
    )  # fmt: skip


def _add_story_entries(db: Database, stage: Database, by: By) -> list[str]:
    """Make entries for stories whose own were lost, and rows for those of which only the entry is left."""
    known = {entry.subject: entry for entry in _entries(stage, EntryKind.STORY_ADDED)}
    rows: dict[str, str] = dict(stage.rows("SELECT uid, title FROM story"))
    named = {entry.body.get("story") for kind in _INTO_A_STORY for entry in _entries(stage, kind)}
    lost = {str(uid): "Recovered" for uid in named if uid and uid not in rows and uid not in known}
    rows |= lost
    with stage.transaction():
        stage.write_all("INSERT INTO story (uid, title) VALUES (?, ?)", list(lost.items()))
        stage.write_all("INSERT INTO story (uid, title) VALUES (?, '')", [(uid,) for uid in known if uid not in rows])
    unknown = [uid for uid in rows if uid not in known]
    for uid in unknown:
        entries.append(db, by, EntryKind.STORY_ADDED, uid, {"title": rows[uid]})
    return unknown


def _add_version_entries(db: Database, stage: Database, by: By) -> None:
    """Make entries for versions and quotes whose own were lost."""
    known = {(str(entry.body["version"]), entry.subject) for entry in _entries(stage, EntryKind.VERSION_ADDED)}
    names: dict[str, str] = dict(
        stage.rows("SELECT x.uid, a.uid FROM article_alias x JOIN article a ON a.id = x.article_id")
    )
    known |= {(version, names.get(article, article)) for version, article in known}
    added, placed = {version for version, _ in known}, homes(stage)
    for version_id, uid, article, story in stage.rows(
        "SELECT v.id, v.uid, a.uid, s.uid FROM version v JOIN article a ON a.id = v.article_id"
        " JOIN story s ON s.id = a.story_id ORDER BY v.id"
    ):
        if (uid, article) not in known and not (uid in placed and uid in added):
            body: dict[str, object] = {"facts": articles.facts(stage, version_id), "version": uid, "story": story}
            body["quotes"] = found_quotes.quote_digests(stage, version_id)
            entries.append(db, by, EntryKind.VERSION_ADDED, article, body)


def _entries(stage: Database, kind: EntryKind) -> list[entries.Entry]:
    chains = stage.rows("SELECT id FROM chain WHERE of = 'entries'")
    return [one for (id_,) in chains for *_, one in entries.of_chain(stage, id_) if one.kind == kind]
