"""Which articles lie on the desk and how many quotes do they hold, without reading all of them after every mark?

The connection notes in tables of its own (temp, in memory) which articles a change touched; only those are read again.
A rolled-back change takes its notes with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import ArticleId, Counts
from desktop.store import articles

if TYPE_CHECKING:
    from desktop.domain import Article
    from desktop.store.database import Database

_NOTE = "BEGIN INSERT INTO touched SELECT {0} WHERE {0} NOT IN (SELECT article_id FROM touched); END"
_SETUP = (
    "CREATE TEMP TABLE touched (article_id INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE counted (article_id INTEGER PRIMARY KEY, verified, disputed, unverified)",
    f"CREATE TEMP TRIGGER article_put_in AFTER INSERT ON main.article {_NOTE.format('NEW.id')}",
    f"CREATE TEMP TRIGGER article_changed AFTER UPDATE ON main.article {_NOTE.format('NEW.id')}",
    f"CREATE TEMP TRIGGER article_taken_out AFTER DELETE ON main.article {_NOTE.format('OLD.id')}",
    "CREATE TEMP TRIGGER version_counted AFTER UPDATE OF verified, disputed, unverified ON main.version"
    f" {_NOTE.format('NEW.article_id')}",
)
_COUNTED = (
    "SELECT a.id, v.verified, v.disputed, v.unverified FROM article a JOIN version v ON v.id = a.newest_id"
    " WHERE a.deleted = 0 AND a.emptied = 0"
)
_SUM = "SELECT count(*), total(verified), total(disputed), total(unverified) FROM"
_TOUCHED = "(SELECT article_id FROM touched)"


class Listing:
    """The articles that are not deleted and their sums, kept up to date; for one open desk."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._articles: dict[ArticleId, Article] | None = None
        self._sums: tuple[int, ...] | None = None  # articles, verified, disputed, unverified
        self._seen: tuple[int, int] | None = None

    def articles(self) -> list[Article]:
        """In the order they were added."""
        if self._db.in_transaction:  # what is seen here may yet be taken back
            return articles.articles(self._db)
        self._catch_up()
        if self._articles is None:
            self._articles = {article.id: article for article in articles.articles(self._db)}
        return list(self._articles.values())

    def count(self) -> int:
        return self._summed()[0]

    def counts(self) -> Counts:
        return Counts(*self._summed()[1:])

    def _summed(self) -> tuple[int, ...]:
        if self._db.in_transaction:
            return self._sum(f"({_COUNTED})")
        self._catch_up()
        if self._sums is None:
            self._db.note("DELETE FROM counted")
            self._db.note(f"INSERT INTO counted {_COUNTED}")
            self._sums = self._sum("counted")
        return self._sums

    def _sum(self, rows: str) -> tuple[int, ...]:
        return tuple(int(value) for value in self._db.row(f"{_SUM} {rows}") or ())

    def _catch_up(self) -> None:
        """Read again what changed since the last time; everything, if another program changed it."""
        now = self._db.changed_elsewhere()
        if now != self._seen:
            if self._seen is None:
                for statement in _SETUP:
                    self._db.note(statement)
            self._articles = self._sums = None
            self._db.note("DELETE FROM touched")
            self._seen = now
            return
        touched = [ArticleId(id_) for (id_,) in self._db.rows("SELECT article_id FROM touched ORDER BY 1")]
        if touched:
            self._list_again(touched)
            self._count_again()
            self._db.note("DELETE FROM touched")

    def _list_again(self, touched: list[ArticleId]) -> None:
        if self._articles is None:
            return
        now = {one.id: one for one in articles.by_ids(self._db, touched) if not one.deleted}
        added = [id_ for id_ in now if id_ not in self._articles]
        in_order = not added or not self._articles or added[0] > next(reversed(self._articles))
        for id_ in touched:
            if id_ not in now:
                self._articles.pop(id_, None)
        self._articles |= now
        if not in_order:
            self._articles = dict(sorted(self._articles.items()))

    def _count_again(self) -> None:
        if self._sums is None:
            return
        among = f"WHERE article_id IN {_TOUCHED}"
        before = self._sum(f"counted {among}")
        self._db.note(f"DELETE FROM counted {among}")
        self._db.note(f"INSERT INTO counted {_COUNTED} AND a.id IN {_TOUCHED}")
        after = self._sum(f"counted {among}")
        self._sums = tuple(sums - old + new for sums, old, new in zip(self._sums, before, after, strict=True))
