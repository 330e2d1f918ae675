"""Placing index: the entries of a desk that say where versions and articles belong, found by what they name.

It lies on the connection alone (temp tables, in memory), is made when first asked for, and reads only what came since
then; what a transaction that is taken back had put in goes with it. So a page of records costs what is in it, and not
what is on the desk.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.store.records.entries import EntryKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.store.file.database import Database

_ADDED, _PLACED, _MOVED = EntryKind.VERSION_ADDED, EntryKind.VERSION_PLACED, EntryKind.ARTICLE_MOVED
# `article` is what an entry names: whose version was added, or into which one it was put; `home` where it was before.
_SETUP = (
    "CREATE TEMP TABLE IF NOT EXISTS placing"
    " (id INTEGER PRIMARY KEY, act TEXT, version TEXT, article TEXT, home TEXT, url TEXT, story TEXT)",
    "CREATE INDEX IF NOT EXISTS temp.placing_version ON placing (version)",
    "CREATE INDEX IF NOT EXISTS temp.placing_url ON placing (url) WHERE url <> ''",
    "CREATE INDEX IF NOT EXISTS temp.placing_story ON placing (story)",
    f"CREATE INDEX IF NOT EXISTS temp.placing_article ON placing (article) WHERE act = '{_PLACED}'",
    f"CREATE INDEX IF NOT EXISTS temp.placing_home ON placing (home) WHERE act = '{_PLACED}'",
    "CREATE TEMP TABLE IF NOT EXISTS placing_upto (id INTEGER)",
    "INSERT INTO placing_upto SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM placing_upto)",
)
_READ = f"""
    INSERT INTO placing
    SELECT id, act,
        CASE act WHEN '{_ADDED}' THEN body ->> '$.version' WHEN '{_PLACED}' THEN subject END,
        CASE act WHEN '{_PLACED}' THEN body ->> '$.article' ELSE subject END,
        CASE act WHEN '{_PLACED}' THEN body ->> '$.home' END,
        CASE act WHEN '{_ADDED}' THEN body ->> '$.facts.url' END,
        CASE act WHEN '{_PLACED}' THEN NULL ELSE body ->> '$.story' END
    FROM entry WHERE id > (SELECT id FROM placing_upto) AND act IN ('{_ADDED}', '{_PLACED}', '{_MOVED}')
"""
_AMONG = "IN (SELECT value FROM json_each(?))"


def newest(db: Database) -> int:
    """Return the row of the entry that came to the desk last: no entry ever goes, so those behind it came later."""
    return int(db.value("SELECT max(id) FROM entry") or 0)


def catch_up(db: Database) -> None:
    """Read the entries that came since the last time; to be called in a transaction, before anything else here is."""
    for statement in _SETUP:
        db.write(statement)
    db.write(_READ)
    db.write("UPDATE placing_upto SET id = ?", (newest(db),))


def additions_since(db: Database, row: int) -> list[tuple[Any, ...]]:
    """Return row, article, version and address of the additions of versions behind a row of an entry."""
    return db.rows(
        "SELECT id, article, version, coalesce(url, '') FROM placing WHERE id > ? AND act = ? ORDER BY id",
        (row, _ADDED),
    )


def adders(db: Database, versions: Collection[str]) -> list[tuple[Any, ...]]:
    """Return each version with each article, by name, to which it was added."""
    return db.rows(
        f"SELECT DISTINCT version, article FROM placing WHERE version {_AMONG} AND act = ?",
        (json.dumps(sorted(versions)), _ADDED),
    )


def added_at(db: Database, url: str) -> list[int]:
    """Return the rows of the entries by which versions were added that were captured at an address."""
    rows = db.rows("SELECT id FROM placing WHERE url = ? AND url <> '' AND act = ? ORDER BY id", (url, _ADDED))
    return [int(id_) for (id_,) in rows]


def placed(db: Database, versions: Collection[str], articles: Collection[str]) -> list[str]:
    """Return those of the versions that were ever put elsewhere, and all that were put into or out of the articles."""
    named = json.dumps(sorted(articles))
    rows = db.rows(
        f"SELECT version FROM placing WHERE version {_AMONG} AND act = '{_PLACED}'"
        f" UNION SELECT version FROM placing WHERE article {_AMONG} AND act = '{_PLACED}'"
        f" UNION SELECT version FROM placing WHERE home {_AMONG} AND act = '{_PLACED}' ORDER BY 1",
        (json.dumps(sorted(versions)), named, named),
    )
    return [str(version) for (version,) in rows]


def stories_named(db: Database, row: int, articles: Collection[int]) -> set[str]:
    """Return the stories (uids) that entries behind a row name, or additions of what these articles (rows) hold."""
    rows = db.rows(
        "SELECT story FROM placing WHERE id > ? UNION SELECT p.story FROM version v JOIN placing p"
        f" ON p.version = v.uid AND p.act = '{_ADDED}' WHERE v.article_id {_AMONG}",
        (row, json.dumps(sorted(articles))),
    )
    return {str(story) for (story,) in rows if story is not None}


def is_moved_to(db: Database, story: str) -> bool:
    """Say whether an article was ever moved to a story (uid)."""
    return bool(db.value("SELECT 1 FROM placing WHERE story = ? AND act = ? LIMIT 1", (story, _MOVED)))


def gave_all(db: Database, story: str) -> bool:
    """Say whether an article to which a version was added in a story (uid) has its home in another one."""
    return bool(
        db.value(
            "SELECT 1 FROM (SELECT DISTINCT v.article_id FROM placing p JOIN version v ON v.uid = p.version"
            f" WHERE p.story = ?1 AND p.act = '{_ADDED}') a WHERE ?1 <> (SELECT p.story FROM version v"
            f" JOIN placing p ON p.version = v.uid AND p.act = '{_ADDED}' AND p.story IS NOT NULL"
            " JOIN entry e ON e.id = p.id JOIN chain c ON c.id = e.chain_id WHERE v.article_id = a.article_id"
            " ORDER BY e.tick, c.desk, e.number, e.hash LIMIT 1) LIMIT 1",
            (story,),
        )
    )
