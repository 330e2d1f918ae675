"""Version moves: an article becomes later versions of another one, a version an article of its own, and back."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from desktop.domain import ArticleId, value_type
from desktop.store.errors import Missing, Refused
from desktop.store.records import add_capture, articles, entries
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.placements import homes, placements
from desktop.store.records.quotes import corrections, follows, marks
from desktop.store.records.quotes import quote_table as quotes
from desktop.store.records.stories import play_emptied, require_open, story
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain import Quote, QuoteId, VersionId
    from desktop.store.file.database import Database


@value_type
class VersionMove:
    """What a move did, to be taken back with."""

    versions: tuple[VersionId, ...]  # in their order
    article: ArticleId  # where they are now
    carried: tuple[Quote, ...] = ()  # as they were before marks were carried over to them


def join(db: Database, by: By, article_id: ArticleId, into: ArticleId) -> VersionMove:
    """Make all versions of an article the newest ones of another; marks of the same wording are carried over."""
    if article_id == into:
        raise Refused(tr("An article is no later version of itself."))
    moved = tuple(info.id for info in reversed(articles.versions(db, article_id)))
    _require_there(db, article_id, into)
    return place(db, by, moved, into)


def split_off(db: Database, by: By, version_id: VersionId) -> VersionMove:
    """Make a version an article of its own, in the same story."""
    version = articles.version(db, version_id).info
    was = articles.article(db, version.article_id)
    if was.versions == 1:
        raise Refused(tr("This is the only version of its article."))
    uid = secrets.token_hex(16)
    new = db.write(
        f"INSERT INTO article (uid, story_id, {articles.METADATA}, versions, added_at)"
        " VALUES (?, ?, '', '', '', '', '', '', 0, ?)",
        (uid, was.story_id, by.at),
    )
    body = {"from": was.uid, "story": story(db, was.story_id).uid, "version": version.uid}
    entries.append(db, by, EntryKind.ARTICLE_SPLIT_OFF, uid, body)
    return place(db, by, (version_id,), ArticleId(new))


def place(db: Database, by: By, version_ids: Sequence[VersionId], into: ArticleId) -> VersionMove:
    """Put versions, in this order, behind those of an article."""
    to = _uid(db, into)
    before = _article_ids(db, version_ids)
    _require_open(db, {*before, into})
    named = [_uids(db, version_id) for version_id in version_ids]
    home = homes(db, [uid for uid, _ in named])
    for uid, was in named:
        body = {"article": to, "home": home.get(uid, was), "was": was}
        entries.append(db, by, EntryKind.VERSION_PLACED, uid, body)
    _play(db, version_ids)
    return VersionMove(tuple(version_ids), into, _carry(db, by, into, version_ids))


def take_back(db: Database, by: By, move: VersionMove) -> None:
    """Put versions back where they were, and let quotes that got marks by it say what they said before."""
    _require_open(db, _article_ids(db, move.versions))
    now = {quote.id: quote for quote in quotes.by_ids(db, [quote.id for quote in move.carried])}
    back = [quote for quote in move.carried if now[quote.id].marks == quote.marks + 1]
    marks.append(db, by, [(quote.id, marks.content_of_undo(quote, by.checker)) for quote in back])
    for version_id in move.versions:
        uid, was = _uids(db, version_id)
        entries.append(db, by, EntryKind.VERSION_PLACED_BACK, uid, {"was": was})
    _play(db, move.versions)


def play(db: Database, version_uids: Iterable[str]) -> tuple[set[int], bool]:
    """Put versions where their entries say.

    Returns the articles concerned, whose numbers are to be set again, and whether any version had stood elsewhere.
    """
    uids = list(version_uids)
    placed, home = placements(db, uids), homes(db, uids)
    touched: set[int] = set()
    moved = False
    for uid in uids:
        article = placed[uid].article if uid in placed else home.get(uid)
        to = articles.id_of(db, article) if article else None
        was = db.value("SELECT article_id FROM version WHERE uid = ?", (uid,))
        if to is not None and was is not None and to != was:
            db.write("UPDATE version SET article_id = ? WHERE uid = ?", (to, uid))
            touched |= {to, was}
            moved = True
        elif to is not None:
            touched.add(to)
    return touched, moved


def _play(db: Database, version_ids: Sequence[VersionId]) -> None:
    concerned, _ = play(db, [_uids(db, version_id)[0] for version_id in version_ids])
    for article_id in sorted(concerned):
        uid = _uid(db, ArticleId(article_id))
        articles.play_numbers(db, uid)
        articles.play_article(db, uid)
        for version in reversed(articles.versions(db, ArticleId(article_id))):
            follows.follow(db, version.id)
        marks.play_heirs(db, [version.id for version in articles.versions(db, ArticleId(article_id))])
        for version in articles.versions(db, ArticleId(article_id)):
            corrections.recount(db, version.id)
    play_emptied(db, _named_stories(db, concerned))


def _named_stories(db: Database, article_ids: Iterable[int]) -> set[str]:
    """Return the stories (uids) for which versions of these articles were added."""
    uids = db.rows(
        "SELECT a.uid FROM article a WHERE a.id IN (SELECT value FROM json_each(?1)) UNION SELECT x.uid FROM"
        " article_alias x WHERE x.article_id IN (SELECT value FROM json_each(?1)) UNION SELECT e.body ->> '$.home'"
        " FROM entry e JOIN version v ON v.uid = e.subject AND v.article_id IN (SELECT value FROM json_each(?1))"
        " WHERE e.act = ?2",
        (json.dumps(sorted(article_ids)), EntryKind.VERSION_PLACED),
    )
    added = entries.of_subject(db, *(uid for (uid,) in uids), kinds=(EntryKind.VERSION_ADDED,))
    return {str(entry.body["story"]) for entry in added if "story" in entry.body}


def _carry(db: Database, by: By, into: ArticleId, version_ids: Sequence[VersionId]) -> tuple[Quote, ...]:
    """Carry marks over to quotes of the same wording that have none; returns those as they were."""
    before: dict[QuoteId, Quote] = {}
    for version_id in version_ids:
        there = {quote.id: quote for quote in quotes.of_versions(db, [version_id])}
        add_capture.carry_marks(db, by, into, follows.follow(db, version_id))
        now = {quote.id: quote.marks for quote in quotes.of_versions(db, [version_id])}
        before |= {id_: quote for id_, quote in there.items() if now.get(id_, quote.marks) != quote.marks}
    return tuple(before.values())


def _require_there(db: Database, *article_ids: ArticleId) -> None:
    for article_id in article_ids:
        if articles.article(db, article_id).deleted:
            raise Missing(tr("That article is in the trash."))


def _require_open(db: Database, article_ids: Iterable[int]) -> None:
    for (story_id,) in [db.row("SELECT story_id FROM article WHERE id = ?", (id_,)) or (0,) for id_ in article_ids]:
        require_open(db, story_id)


def _article_ids(db: Database, version_ids: Iterable[VersionId]) -> set[int]:
    return {int(db.value("SELECT article_id FROM version WHERE id = ?", (id_,)) or 0) for id_ in version_ids}


def _uid(db: Database, article_id: ArticleId) -> str:
    return str(db.value("SELECT uid FROM article WHERE id = ?", (article_id,)))


def _uids(db: Database, version_id: VersionId) -> tuple[str, str]:
    """Return the uid of a version and that of its article."""
    row = db.row(
        "SELECT v.uid, a.uid FROM version v JOIN article a ON a.id = v.article_id WHERE v.id = ?", (version_id,)
    )
    if row is None:
        raise Missing(tr("That version is not on this desk."))
    return str(row[0]), str(row[1])
