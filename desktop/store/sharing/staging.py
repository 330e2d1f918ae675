"""Staging: what came from a hub, put together as a small desk in memory, which is then merged like any other desk.

Beside the records it holds what they need to make sense: the versions and quotes that they name, as they came or as
they are on our desk already.
"""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from desktop.domain import CUT_BY_HAND
from desktop.store.errors import NONSENSE
from desktop.store.file import database as files
from desktop.store.records import articles, chain, withheld
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes import marks
from desktop.store.records.quotes.found_quotes import FOUND, quote_digest, uid_at
from desktop.store.records.withheld import Withheld
from desktop.store.sharing.records import SENSELESS, tampered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from desktop.store.file.database import Database
    from desktop.store.sharing.records import ChainName, ReceivedRecord

_PLACES = ", ".join("?" * len(FOUND.split(",")))


class UnknownQuote(Exception):  # noqa: N818 - a question, not an error of the user
    """A record is about a quote, or a version, that has not come yet."""


class Staging:
    """One small desk in memory; `close` it."""

    def __init__(self, ours: Database) -> None:
        self.db = files.in_memory(ours.path)
        self._ours = ours
        self._chains: dict[ChainName, int] = {}
        self._stories: dict[str, int] = {}
        self._articles: dict[str, int] = {}
        self._versions: dict[str, int] = {}
        self._quotes: dict[str, int] = {}
        self.db.note("BEGIN")

    def close(self) -> None:
        if self.db.in_transaction:
            self.db.note("ROLLBACK")
        self.db.close()

    # -- records -------------------------------------------------------------------------------------------------------

    def add(self, received: ReceivedRecord, story: str) -> None:
        """Put in one record; raises UnknownQuote, or Tampered where it makes no sense.

        `story` (uid) is where it is told: there an article stands until something says where it belongs.
        """
        try:
            if received.entry is not None:
                self._add_entry(received, story)
            elif received.mark is not None:
                self._add_mark(received)
            else:
                wire = received.wire
                withheld.add(self.db, self._chain(received.name), [Withheld(wire.number, wire.prev, wire.hash)])
        except (*NONSENSE, sqlite3.Error) as error:
            raise tampered(received.name, received.wire.number, SENSELESS) from error

    def _add_entry(self, received: ReceivedRecord, story: str) -> None:
        entry = received.entry
        assert entry is not None
        if entry.kind == EntryKind.STORY_ADDED:
            self._story_row(entry.subject)
        elif entry.kind == EntryKind.VERSION_ADDED:
            self._version_added(received, story)
        elif entry.kind == EntryKind.ARTICLE_SPLIT_OFF:
            self._article_row(entry.subject, str(entry.body["story"]))
        elif entry.kind == EntryKind.ARTICLE_MOVED:
            self._story_row(str(entry.body["story"]))
        elif entry.kind == EntryKind.QUOTE_ADDED:
            self._add_found(received, str(entry.body["version"]))
        self.db.write(
            "INSERT INTO entry (chain_id, number, tick, act, subject, body, checker, at, prev, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._chain(received.name), entry.number, entry.tick, entry.kind, entry.subject,
                chain.canonical(entry.body).decode(), entry.checker, entry.at, entry.prev, received.wire.hash,
            ),
        )  # fmt: skip

    def _add_mark(self, received: ReceivedRecord) -> None:
        mark = received.mark
        assert mark is not None
        marks.insert(self.db, self._chain(received.name), self._quote_row(mark.quote), mark, received.wire.hash)

    def _chain(self, name: ChainName) -> int:
        if name not in self._chains:
            self._chains[name] = self.db.write(
                "INSERT INTO chain (desk, of, branch, length, tick, head) VALUES (?, ?, ?, 0, 0, '')",
                (name.desk, name.of, name.branch),
            )
        return self._chains[name]

    # -- what they are about -------------------------------------------------------------------------------------------

    def _story_row(self, uid: str) -> int:
        if uid not in self._stories:
            self._stories[uid] = self.db.write("INSERT INTO story (uid, title) VALUES (?, '')", (uid,))
        return self._stories[uid]

    def _article_row(self, uid: str, story: str) -> int:
        if uid not in self._articles:
            self._articles[uid] = self.db.write(
                f"INSERT INTO article (uid, story_id, {articles.METADATA}, versions, added_at)"
                " VALUES (?, ?, '', '', '', '', '', '', 0, '')",
                (uid, self._story_row(story)),
            )
        return self._articles[uid]

    def _story_of(self, article: str) -> str:
        """Return the story (uid) in which an article stands on our desk, if it is there."""
        ours = articles.id_of(self._ours, article)
        found = self._ours.value(
            "SELECT s.uid FROM article a JOIN story s ON s.id = a.story_id WHERE a.id = ?", (ours,)
        )
        return str(found or "")

    def _version_added(self, received: ReceivedRecord, story: str) -> None:
        entry = received.entry
        assert entry is not None
        uid, facts = str(entry.body["version"]), entry.body["facts"]
        into = str(entry.body.get("story", "")) or self._story_of(entry.subject) or story
        article_id = self._article_row(entry.subject, into)
        if not isinstance(facts, dict):
            raise TypeError
        if uid not in self._versions:
            self._versions[uid] = self._insert_version(uid, article_id, facts)
        elif chain.canonical(facts) != chain.canonical(self._facts(uid)):
            self._earlier(uid, facts)
        self._add_found(received, uid)

    def _insert_version(self, uid: str, article_id: int, facts: Mapping[str, Any]) -> int:
        names = articles.FACTS.split(", ")
        version_id = self.db.write(
            f"INSERT INTO version (uid, article_id, number, {articles.FACTS})"
            f" VALUES (?, ?, 1, {', '.join('?' * len(names))})",
            (uid, article_id, *(facts[name] for name in names)),
        )
        self._insert_cuts_and_detail(version_id, facts)
        return version_id

    def _insert_cuts_and_detail(self, version_id: int, facts: Mapping[str, Any]) -> None:
        self.db.write_all(
            'INSERT INTO cut (version_id, start, "end", why) VALUES (?, ?, ?, ?)',
            [(version_id, start, end, why) for start, end, why in facts["cuts"] if why != CUT_BY_HAND],
        )
        if "stated" in facts:
            articles.insert_detail(self.db, version_id, facts["stated"], facts["anchors"])

    def _facts(self, uid: str) -> dict[str, object]:
        return articles.facts(self.db, self._versions[uid])  # type: ignore[arg-type]  # a row number

    def _earlier(self, uid: str, facts: Mapping[str, Any]) -> None:
        """Two desks captured one text: the earlier capture stands, as it does where two desks are merged."""
        now = self._facts(uid)
        if (str(facts["captured_at"]), chain.canonical(facts)) < (str(now["captured_at"]), chain.canonical(now)):
            version_id = self._versions[uid]
            self.db.write("INSERT INTO meta (key, value) VALUES ('merging', '1')")
            names = articles.FACTS.split(", ")
            self.db.write(
                f"UPDATE version SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
                (*(facts[name] for name in names), version_id),
            )
            for table in ("cut", "version_detail"):
                self.db.write(f"DELETE FROM {table} WHERE version_id = ?", (version_id,))
            self._insert_cuts_and_detail(version_id, facts)
            self.db.write("DELETE FROM meta WHERE key = 'merging'")

    def _add_found(self, received: ReceivedRecord, version: str) -> None:
        """Put in the quotes that an entry names, as they were found, each compared with the digest in the entry."""
        entry = received.entry
        assert entry is not None
        if not received.wire.found:
            return
        version_id, named = self._version_row(version), entry.body["quotes"]
        if not isinstance(named, dict):
            raise TypeError
        for row in json.loads(received.wire.found):
            where = f"{row[1]}:{row[2]}"
            if named.get(where) != quote_digest(row) or row[0] != uid_at(version, where):
                raise tampered(received.name, received.wire.number, SENSELESS)
            known = self._quotes.get(row[0])
            if known is None:
                self._quotes[row[0]] = self._insert_quote(version_id, row)
            # Found in two ways, the smaller digest stands; the merge compares it with ours likewise.
            elif quote_digest(row) < quote_digest(
                self.db.row(f"SELECT {FOUND} FROM quote WHERE id = ?", (known,)) or ()
            ):
                self._replace_quote(known, row)

    def _insert_quote(self, version_id: int, row: Iterable[object]) -> int:
        return self.db.write(f"INSERT INTO quote (version_id, {FOUND}) VALUES (?, {_PLACES})", (version_id, *row))

    def _replace_quote(self, quote_id: int, row: Iterable[object]) -> None:
        self.db.write("INSERT INTO meta (key, value) VALUES ('merging', '1')")
        settings = ", ".join(f"{name.strip()} = ?" for name in FOUND.split(","))
        self.db.write(f"UPDATE quote SET {settings} WHERE id = ?", (*row, quote_id))
        self.db.write("DELETE FROM meta WHERE key = 'merging'")

    def _version_row(self, uid: str) -> int:
        """Return the row of a version that came, or of a copy of ours; raises UnknownQuote if there is none."""
        if uid not in self._versions:
            row = self._ours.row(
                "SELECT v.id, a.uid, s.uid FROM version v JOIN article a ON a.id = v.article_id"
                " JOIN story s ON s.id = a.story_id WHERE v.uid = ?",
                (uid,),
            )
            if row is None:
                raise UnknownQuote
            facts = articles.facts(self._ours, row[0])
            self._versions[uid] = self._insert_version(uid, self._article_row(row[1], row[2]), facts)
        return self._versions[uid]

    def _quote_row(self, uid: str) -> int:
        if uid not in self._quotes:
            row = self._ours.row(
                f"SELECT v.uid, {', '.join('q.' + name.strip() for name in FOUND.split(','))} FROM quote q"
                " JOIN version v ON v.id = q.version_id WHERE q.uid = ?",
                (uid,),
            )
            if row is None:
                raise UnknownQuote
            self._quotes[uid] = self._insert_quote(self._version_row(row[0]), row[1:])
        return self._quotes[uid]

    # -- texts ---------------------------------------------------------------------------------------------------------

    def missing_texts(self) -> dict[str, tuple[str, str]]:
        """Return the SHA-256 of text and original of each version (uid) that came and that our desk lacks."""
        rows = self.db.rows("SELECT uid, text_sha256, original_sha256 FROM version ORDER BY id")
        return {uid: (text, original) for uid, text, original in rows if not self._is_ours(uid)}

    def _is_ours(self, uid: str) -> bool:
        return bool(
            self._ours.value(
                "SELECT 1 FROM version v JOIN version_text t ON t.version_id = v.id WHERE v.uid = ?", (uid,)
            )
        )

    def add_text(self, version: str, text: str) -> None:
        self.db.write("INSERT INTO version_text (version_id, text) VALUES (?, ?)", (self._versions[version], text))

    def add_original(self, sha256: str, content: bytes) -> None:
        self.db.write(
            "INSERT INTO original (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", (sha256, content)
        )
