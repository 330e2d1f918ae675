"""Stories: rows, titles and locks."""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING

from desktop.domain import Story, StoryId
from desktop.store.errors import Missing, Refused
from desktop.store.records import entries, placing_index
from desktop.store.records.entries import By, EntryKind
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.store.file.database import Database


# Not those that are one with another, and not those of which nothing is known but that an article has left them.
LISTED = (
    "absorbed = 0 AND (title <> '' OR id IN (SELECT story_id FROM article)"
    f" OR EXISTS (SELECT 1 FROM entry WHERE subject = story.uid AND act = '{EntryKind.STORY_ADDED}'))"
)


def uid_from(*parts: str) -> str:
    """Make an id that everyone who has the same parts makes, too."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def stories(db: Database) -> list[Story]:
    return [
        Story(StoryId(id_), uid, title, bool(locked))
        for id_, uid, title, locked in db.rows(f"SELECT id, uid, title, locked FROM story WHERE {LISTED} ORDER BY id")
    ]


def by_ids(db: Database, story_ids: Sequence[StoryId]) -> list[Story]:
    """Return those of the stories that are there, in the order they were made."""
    rows = db.rows(
        "SELECT id, uid, title, locked FROM story WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(story_ids),),
    )
    return [Story(StoryId(id_), uid, title, bool(locked)) for id_, uid, title, locked in rows]


def of_articles(db: Database, article_ids: Iterable[int]) -> set[str]:
    """Return the stories (uids) in which articles (rows) stand, in the trash or not."""
    rows = db.rows(
        "SELECT DISTINCT s.uid FROM article a JOIN story s ON s.id = a.story_id"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(article_ids)),),
    )
    return {uid for (uid,) in rows}


def story(db: Database, story_id: StoryId) -> Story:
    row = db.row("SELECT id, uid, title, locked FROM story WHERE id = ?", (story_id,))
    if row is None:
        raise Missing(tr("That story is not on this desk."))
    id_, uid, title, locked = row
    return Story(StoryId(id_), uid, title, bool(locked))


def add_story(db: Database, by: By, title: str, uid: str = "") -> Story:
    uid = uid or secrets.token_hex(16)
    story_id = db.write("INSERT INTO story (uid, title) VALUES (?, '')", (uid,))
    entries.append(db, by, EntryKind.STORY_ADDED, uid, {"title": title})
    play_story(db, uid)
    return story(db, StoryId(story_id))


def story_named_after(db: Database, by: By, text_sha256: str, title: str) -> Story:
    """Make a story for its first text; two desks that start with the same text make the same story."""
    uid = uid_from("story", text_sha256)
    return add_story(db, by, title, "" if db.value("SELECT 1 FROM story WHERE uid = ?", (uid,)) else uid)


def used_open_story(db: Database, story_id: StoryId) -> Story:
    """Return a story that something is put into, as `used_story` does; raises Refused if it is locked."""
    found = story(db, story_id)
    if found.locked:
        raise locked_out(found.title)
    return _used(db, found)


def used_story(db: Database, story_id: StoryId) -> Story:
    """Return a story that something is put into: from then on it is a story of its own."""
    return _used(db, story(db, story_id))


def _used(db: Database, found: Story) -> Story:
    db.write("UPDATE story SET absorbed = 0 WHERE id = ? AND absorbed", (found.id,))
    return found


def absorbed_stories(db: Database) -> set[str]:
    """Return the stories (uids) that gave all they had to the same story of another desk, and are hidden beside it."""
    home: dict[int, str] = {}
    named: set[str] = set()
    moved = {str(body["story"]) for body in entries.bodies(db, (EntryKind.ARTICLE_MOVED,))}
    for article_id, story_uid in db.rows(
        "SELECT v.article_id, e.body ->> '$.story' FROM entry e JOIN chain c ON c.id = e.chain_id"
        " JOIN version v ON v.uid = e.body ->> '$.version'"
        " WHERE e.act = ? AND e.body ->> '$.story' IS NOT NULL ORDER BY e.tick, c.desk, e.number, e.hash",
        (EntryKind.VERSION_ADDED,),
    ):
        if home.setdefault(article_id, story_uid) != story_uid:
            named.add(story_uid)
    used = {uid for (uid,) in db.rows("SELECT uid FROM story WHERE id IN (SELECT story_id FROM article)")}
    return named - used - moved


def play_absorbed_among(db: Database, uids: Iterable[str]) -> bool:
    """Do as `play_absorbed` for these stories only; `placing_index` knows all entries by now."""
    turned = []
    for uid in sorted(uids):
        row = db.row(
            "SELECT id, absorbed, EXISTS (SELECT 1 FROM article WHERE story_id = s.id) FROM story s WHERE uid = ?",
            (uid,),
        )
        if row is None:
            continue
        id_, was, used = row
        absorbed = not used and not placing_index.is_moved_to(db, uid) and placing_index.gave_all(db, uid)
        if bool(was) != absorbed:
            turned.append((absorbed, id_))
    db.write_all("UPDATE story SET absorbed = ? WHERE id = ?", turned)
    return bool(turned)


def play_absorbed(db: Database) -> bool:
    """Hide the stories that gave all they had to another one, and show those that did not; says whether any turned."""
    absorbed = absorbed_stories(db)
    turned = [
        (uid in absorbed, id_)
        for id_, uid, was in db.rows("SELECT id, uid, absorbed FROM story")
        if bool(was) != (uid in absorbed)
    ]
    db.write_all("UPDATE story SET absorbed = ? WHERE id = ?", turned)
    return bool(turned)


def play_emptied(db: Database, uids: Iterable[str]) -> None:
    """Do so after something was taken out of these stories by hand; nothing is read where one still holds articles."""
    emptied = db.value(
        "SELECT 1 FROM story WHERE uid IN (SELECT value FROM json_each(?))"
        " AND id NOT IN (SELECT story_id FROM article)",
        (json.dumps(sorted(uids)),),
    )
    # Where one desk alone ever did anything, and no version was put elsewhere, no two stories are one.
    several = emptied and db.value(
        "SELECT (SELECT count(DISTINCT desk) FROM chain WHERE length > 0) > 1"
        " OR EXISTS (SELECT 1 FROM entry WHERE act = ?)",
        (EntryKind.VERSION_PLACED,),
    )
    if several:
        play_absorbed(db)


def rename_story(db: Database, by: By, story_id: StoryId, title: str) -> None:
    require_open(db, story_id)
    old = story(db, story_id)
    entries.append(db, by, EntryKind.STORY_RENAMED, old.uid, {"title": title, "was": old.title})
    play_story(db, old.uid)


def lock_story(db: Database, by: By, story_id: StoryId, *, locked: bool) -> None:
    uid = story(db, story_id).uid
    entries.append(db, by, EntryKind.STORY_LOCKED if locked else EntryKind.STORY_REOPENED, uid, {})
    play_story(db, uid)


def is_locked(db: Database, story_id: StoryId) -> bool:
    return bool(db.value("SELECT locked FROM story WHERE id = ?", (story_id,)))


def require_open(db: Database, story_id: StoryId) -> None:
    """Raise Refused if a story is locked."""
    record = story(db, story_id)
    if record.locked:
        raise locked_out(record.title)


def locked_out(title: str) -> Refused:
    return Refused(
        tr("The story “{title}” is locked, so nothing was changed. Reopen it in the Story menu to go on.", title=title)
    )


def play_story(db: Database, uid: str) -> None:
    db.write("UPDATE story SET title = ?, locked = ? WHERE uid = ?", (*story_state(db, uid), uid))


def story_state(db: Database, uid: str) -> tuple[str, bool]:
    """Return title and lock of a story as its entries have it."""
    title, locked = "", False
    for entry in entries.of_subject(db, uid):
        title = str(entry.body.get("title", title))
        if entry.kind in {EntryKind.STORY_LOCKED, EntryKind.STORY_REOPENED}:
            locked = entry.kind == EntryKind.STORY_LOCKED
    return title, locked
