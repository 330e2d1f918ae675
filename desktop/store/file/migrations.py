"""Schema of a desk: tables, triggers, search indexes, and the migrations between schemas.

A step is never edited once it was released. `desk_schema(n)` is what a desk of that schema must hold, row by row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import cache

from desktop.domain import value_type

APPLICATION_ID = 0x56726274  # "Vrbt"
SCHEMA = 5

_FORM = """
    start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, paragraph INTEGER NOT NULL CHECK (paragraph >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'scare', 'headline', 'indirect')),
    speaker TEXT NOT NULL, speaker_start INTEGER, speaker_end INTEGER,
    person TEXT NOT NULL, role TEXT NOT NULL, cue TEXT NOT NULL, cue_start INTEGER, cue_end INTEGER,
    via TEXT NOT NULL,
"""

_TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE story (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
    absorbed INTEGER NOT NULL DEFAULT 0 CHECK (absorbed IN (0, 1))
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    story_id INTEGER NOT NULL REFERENCES story ON DELETE RESTRICT,
    title TEXT NOT NULL, outlet TEXT NOT NULL, byline TEXT NOT NULL,
    published TEXT NOT NULL, published_on TEXT NOT NULL, url TEXT NOT NULL,
    newest_id INTEGER, versions INTEGER NOT NULL, added_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    emptied INTEGER NOT NULL DEFAULT 0 CHECK (emptied IN (0, 1))
) STRICT;
CREATE INDEX article_of_story ON article (story_id, id);
CREATE TABLE article_alias (
    uid TEXT PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE TABLE version (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    verified INTEGER NOT NULL DEFAULT 0, disputed INTEGER NOT NULL DEFAULT 0, unverified INTEGER NOT NULL DEFAULT 0,
    captured_at TEXT NOT NULL, text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
    original_sha256 TEXT NOT NULL CHECK (length(original_sha256) = 64),
    source TEXT NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL, extractor TEXT NOT NULL,
    language TEXT NOT NULL, words INTEGER NOT NULL, label TEXT NOT NULL,
    title TEXT NOT NULL, outlet TEXT NOT NULL, byline TEXT NOT NULL,
    published TEXT NOT NULL, published_on TEXT NOT NULL, url TEXT NOT NULL, warnings TEXT NOT NULL
) STRICT;
CREATE INDEX version_of_article ON version (article_id, number);
CREATE INDEX version_by_text ON version (text_sha256);
CREATE INDEX version_by_original ON version (original_sha256);
CREATE TABLE version_text (version_id INTEGER PRIMARY KEY REFERENCES version, text TEXT NOT NULL) STRICT;
CREATE TABLE original (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT;
CREATE TABLE cut (
    version_id INTEGER NOT NULL REFERENCES version, start INTEGER NOT NULL CHECK (start >= 0), "end" INTEGER NOT NULL,
    why TEXT NOT NULL, restored INTEGER NOT NULL DEFAULT 0 CHECK (restored IN (0, 1)),
    PRIMARY KEY (version_id, start, "end"), CHECK ("end" >= start)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, version_id INTEGER NOT NULL REFERENCES version, {_FORM}
    doubt TEXT NOT NULL, outer_start INTEGER, outer_end INTEGER,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    follows INTEGER REFERENCES quote, CHECK ("end" >= start)
) STRICT;
CREATE INDEX quote_of_version ON quote (version_id, start);
CREATE INDEX quote_follows ON quote (follows) WHERE follows IS NOT NULL;
CREATE TABLE quote_edit (
    quote_id INTEGER PRIMARY KEY REFERENCES quote, {_FORM} CHECK ("end" >= start)
) STRICT;

CREATE TABLE chain (
    id INTEGER PRIMARY KEY, desk TEXT NOT NULL, of TEXT NOT NULL CHECK (of IN ('marks', 'entries')),
    branch TEXT NOT NULL, length INTEGER NOT NULL, tick INTEGER NOT NULL, head TEXT NOT NULL,
    UNIQUE (desk, of, branch)
) STRICT;
CREATE TABLE mark (
    id INTEGER PRIMARY KEY, chain_id INTEGER NOT NULL REFERENCES chain,
    number INTEGER NOT NULL CHECK (number >= 1), tick INTEGER NOT NULL CHECK (tick >= 1),
    quote_id INTEGER NOT NULL REFERENCES quote,
    act TEXT NOT NULL CHECK (act IN ('mark', 'note', 'undo', 'carried', 'settled')),
    status TEXT NOT NULL CHECK (status IN ('verified', 'disputed', 'unverified')),
    attempted INTEGER NOT NULL CHECK (attempted IN (0, 1)), contested INTEGER NOT NULL CHECK (contested IN (0, 1)),
    reason TEXT NOT NULL, basis TEXT NOT NULL, note TEXT NOT NULL, evidence TEXT NOT NULL, checker TEXT NOT NULL,
    at TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, exact TEXT NOT NULL,
    after TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX mark_of_quote ON mark (quote_id, id);
CREATE TABLE quote_now (
    quote_id INTEGER PRIMARY KEY REFERENCES quote, mark_id INTEGER REFERENCES mark,
    marks INTEGER NOT NULL DEFAULT 0, heads TEXT NOT NULL DEFAULT '',
    contested INTEGER NOT NULL DEFAULT 0 CHECK (contested IN (0, 1)),
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
) STRICT;
CREATE TABLE draft (
    quote_id INTEGER PRIMARY KEY REFERENCES quote, note TEXT NOT NULL, evidence TEXT NOT NULL
) STRICT;

CREATE TABLE entry (
    id INTEGER PRIMARY KEY, chain_id INTEGER NOT NULL REFERENCES chain,
    number INTEGER NOT NULL CHECK (number >= 1), tick INTEGER NOT NULL CHECK (tick >= 1),
    act TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL, checker TEXT NOT NULL, at TEXT NOT NULL,
    prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX entry_of_subject ON entry (subject, id);
CREATE INDEX entry_of_chain ON entry (chain_id, number);
"""

_SEARCH = """
CREATE VIEW article_words (id, title, people, text) AS
    SELECT v.id, v.title, v.outlet || ' ' || v.byline, t.text FROM version v JOIN version_text t ON t.version_id = v.id;
CREATE VIEW quote_words (id, exact, people, notes) AS
    SELECT q.id, coalesce(e.exact, q.exact),
        CASE WHEN e.quote_id IS NULL THEN q.speaker || ' ' || q.person || ' ' || q.role || ' ' || q.via
        ELSE e.speaker || ' ' || e.person || ' ' || e.role || ' ' || e.via END,
        coalesce(m.note || ' ' || m.evidence, '')
    FROM quote q LEFT JOIN quote_edit e ON e.quote_id = q.id
    LEFT JOIN quote_now n ON n.quote_id = q.id LEFT JOIN mark m ON m.id = n.mark_id;
CREATE VIRTUAL TABLE article_index USING fts5 (
    title, people, text, content='article_words', content_rowid='id', prefix='2 3',
    tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_index USING fts5 (
    exact, people, notes, content='quote_words', content_rowid='id', prefix='2 3',
    tokenize='unicode61 remove_diacritics 2'
);
"""

# Both indexes hold words in the form that a search takes them in, which SQL cannot make; so they read no view.
FOLDED_INDEXES = {
    "article_index": ("article_words", "title, people, text"),
    "quote_index": ("quote_words", "exact, people, notes"),
}


def index_sql(index: str) -> str:
    """Return what makes a search index with nothing in it."""
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5 ({FOLDED_INDEXES[index][1]}, content='', prefix='2 3',"
        " tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\")"
    )


def _append_only(table: str, columns: str = "", *, merging: bool = False, goes: str = "0") -> str:
    """Triggers that refuse to change (all or the named columns of) a table, and to delete from it unless `goes`."""
    of = f"OF {columns} " if columns else ""
    changes = f"WHEN {_NOT_MERGING} " if merging else ""
    return f"""
CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE {of}ON {table} {changes}
    BEGIN SELECT raise(ABORT, '{table} is never changed'); END;
CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table} WHEN NOT ({goes})
    BEGIN SELECT raise(ABORT, '{table} is never deleted'); END;
"""


_VERSION_FIXED = (
    "id, uid, captured_at, text_sha256, original_sha256, source, media_type, encoding, extractor, language, words, "
    "label, title, outlet, byline, published, published_on, url, warnings"
)
_QUOTE_FIXED = (
    'id, uid, version_id, start, "end", exact, prefix, suffix, paragraph, kind, speaker, speaker_start, speaker_end, '
    "person, role, cue, cue_start, cue_end, via, doubt, outer_start, outer_end, by_hand"
)
# Two desks may have captured one text in different ways; while they are merged, the earlier capture is put in place.
_NOT_MERGING = "NOT EXISTS (SELECT 1 FROM meta WHERE key = 'merging')"
_TEXT_GOES = (
    "EXISTS (SELECT 1 FROM version v JOIN article a ON a.id = v.article_id WHERE v.id = OLD.version_id AND a.emptied)"
)
_ORIGINAL_GOES = (
    "NOT EXISTS (SELECT 1 FROM version v JOIN article a ON a.id = v.article_id"
    " WHERE v.original_sha256 = OLD.sha256 AND NOT a.emptied)"
)

_IS_HERE = "EXISTS (SELECT 1 FROM mark WHERE hash = OLD.hash) OR EXISTS (SELECT 1 FROM entry WHERE hash = OLD.hash)"


def _run(db: sqlite3.Connection, script: str) -> None:
    """Run CREATE statements, each at the start of a line; to look for their ends would take ten times as long."""
    for statement in script.split("\nCREATE ")[1:]:
        db.execute(f"CREATE {statement}")


def m001_desk(db: sqlite3.Connection) -> None:
    _run(db, _TABLES + _SEARCH)
    _run(db, _append_only("mark") + _append_only("entry"))
    _run(db, _append_only("version", _VERSION_FIXED, merging=True) + _append_only("quote", _QUOTE_FIXED, merging=True))
    _run(db, _append_only("cut", 'version_id, start, "end", why', goes=f"NOT ({_NOT_MERGING})"))
    _run(db, _append_only("version_text", goes=_TEXT_GOES) + _append_only("original", goes=_ORIGINAL_GOES))


def built_upto(index: str) -> str:
    """Return the key in `meta` of the last row that is in an unfinished index; a finished one has no such key."""
    return f"{index} built up to"


def m002_folded_search(db: sqlite3.Connection) -> None:
    """Search finds words whatever their typography; vowel signs are parts of words.

    The indexes are only begun here: their words are put in a part at a time, see `search_index.build_part`.
    """
    for index, (view, _) in FOLDED_INDEXES.items():
        db.execute(f"DROP TABLE {index}")
        db.execute(index_sql(index))
        db.execute(f"INSERT INTO meta SELECT ?, '0' WHERE EXISTS (SELECT 1 FROM {view})", (built_upto(index),))


def m003_version_detail(db: sqlite3.Connection) -> None:
    """A version keeps what its source states about it, and the places that the source names: pages, times, speakers."""
    db.execute(
        "CREATE TABLE version_detail (version_id INTEGER PRIMARY KEY REFERENCES version, facts TEXT NOT NULL,"
        " anchors TEXT NOT NULL) STRICT"
    )
    _run(db, _append_only("version_detail", goes=f"NOT ({_NOT_MERGING})"))


def m004_evidence_file(db: sqlite3.Connection) -> None:
    """A desk can keep files as evidence; see `evidence_files`."""
    db.execute(
        "CREATE TABLE evidence_file (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),"
        " part INTEGER NOT NULL CHECK (part >= 0), size INTEGER NOT NULL, bytes BLOB NOT NULL, UNIQUE (sha256, part))"
        " STRICT"
    )
    _run(db, _append_only("evidence_file"))


_KINDS = "CHECK (kind IN ('direct', 'mixed', 'scare', 'headline', 'indirect'"


def m005_kinds_and_newsroom(db: sqlite3.Connection) -> None:
    """A quote may be a title or a name; a desk keeps the place of records that others do not share with it."""
    _allow_titles_and_names(db)
    _make_room_for_withheld(db)


def _allow_titles_and_names(db: sqlite3.Connection) -> None:
    """Let quotes be titles and names.

    Only what a CHECK allows becomes more, so the tables stay and their SQL is changed: created again, those of
    a large desk would take minutes. See "Making Other Kinds Of Table Schema Changes" in SQLite's ALTER TABLE.
    """
    db.execute("PRAGMA writable_schema=ON")
    db.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name IN ('quote', 'quote_edit')",
        (_KINDS, f"{_KINDS}, 'title', 'name'"),
    )
    db.execute("PRAGMA writable_schema=RESET")


def _make_room_for_withheld(db: sqlite3.Connection) -> None:
    """Keep number and hash of records whose words are not shared, and find quickly who has taken what."""
    db.execute(
        "CREATE TABLE withheld (hash TEXT PRIMARY KEY CHECK (length(hash) = 64), chain_id INTEGER NOT NULL REFERENCES"
        " chain, number INTEGER NOT NULL CHECK (number >= 1), prev TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )
    db.execute("CREATE INDEX withheld_of_chain ON withheld (chain_id, number)")
    _run(db, _append_only("withheld", goes=_IS_HERE))
    db.execute("CREATE INDEX entry_of_taking ON entry (subject) WHERE act IN ('taken', 'released')")


# Where sqlite-utils keeps which steps were applied, letter by letter as it makes it.
_STEPS_APPLIED = (
    'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n   "migration_set" TEXT,\n   "name" TEXT,\n'
    '   "applied_at" TEXT\n)',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n    ON "_sqlite_migrations"'
    ' ("migration_set", "name")',
)
Step = Callable[[sqlite3.Connection], None]


@value_type
class Plan:
    """The steps by which a desk comes to the newest schema; each is applied once, whole or not at all."""

    steps: tuple[Step, ...]

    @property
    def schema(self) -> int:
        """The number of the newest schema."""
        return len(self.steps)

    def apply(self, db: sqlite3.Connection, upto: int | None = None) -> None:
        """Apply the steps that an open database lacks, up to a schema."""
        if db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            self._apply_missing(db, upto)
        else:
            self._fill(db, upto)

    def _apply_missing(self, db: sqlite3.Connection, upto: int | None) -> None:
        from sqlite_utils import Database as SqliteUtils  # takes longer to load than a desk to open
        from sqlite_utils import Migrations

        migrations = Migrations("desk")
        for step in self.steps[:upto]:
            migrations(name=step.__name__)(lambda _db, step=step: step(db))
        migrations.apply(SqliteUtils(db, recursive_triggers=False, execute_plugins=False))

    def create_in_memory(self, upto: int) -> sqlite3.Connection:
        """Return an empty database of a schema, as `apply` would make it."""
        db = sqlite3.connect(":memory:", isolation_level=None)
        self._fill(db, upto)
        return db

    def _fill(self, db: sqlite3.Connection, upto: int | None) -> None:
        """Apply steps to a database with nothing in it, and note them, as sqlite-utils would, which need not load."""
        for statement in _STEPS_APPLIED:
            db.execute(statement)
        for step in self.steps[:upto]:
            step(db)
            db.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('desk', ?, ?)",
                (step.__name__, str(datetime.now(UTC))),
            )


PLAN = Plan((m001_desk, m002_folded_search, m003_version_detail, m004_evidence_file, m005_kinds_and_newsroom))
assert PLAN.schema == SCHEMA


def schema_rows(db: sqlite3.Connection) -> frozenset[tuple[str, str, str, str]]:
    """Everything the schema of an open file holds: type, name, table, SQL."""
    rows = db.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return frozenset((str(kind), str(name), str(table), str(sql)) for kind, name, table, sql in rows)


@cache
def columns_of_table(table: str) -> list[str]:
    """Return the columns of a table of the newest schema, in order."""
    with closing(PLAN.create_in_memory(SCHEMA)) as db:
        return [str(row[1]) for row in db.execute(f"PRAGMA table_info({table})").fetchall()]


@cache
def desk_schema(number: int = SCHEMA, plan: Plan = PLAN) -> frozenset[tuple[str, str, str, str]]:
    """Return what a desk of schema `number` holds, made by running the steps on an empty database."""
    with closing(plan.create_in_memory(number)) as db:
        return schema_rows(db)
