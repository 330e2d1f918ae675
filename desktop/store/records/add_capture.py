"""Adding a capture to a desk: article, version, quotes, and marks carried over from the version before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Added, AddOutcome, Flag
from desktop.store.errors import Missing
from desktop.store.records import articles, entries, lineage, stories
from desktop.store.records import search_index as search
from desktop.store.records.entries import EntryKind
from desktop.store.records.index_words import index_words
from desktop.store.records.quotes import corrections, follows, found_quotes, marks, people
from desktop.store.records.quotes import quote_table as quotes
from desktop.text.display import first_words
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.domain import ArticleId, Capture, FoundQuote, Quote, QuoteId, Story, StoryId, VersionId
    from desktop.store.file.database import Database
    from desktop.store.records.entries import By
    from desktop.store.records.index_words import IndexWords

_TITLE_LETTERS = 120


def add(  # noqa: PLR0913 - what, whose, where
    db: Database,
    by: By,
    capture: Capture,
    found: Sequence[FoundQuote],
    words: IndexWords | None = None,
    *,
    story: StoryId | None,
    article: ArticleId | None,
    label: str = "",
) -> Added:
    """Add a capture as Desk.add says; to be called in a transaction.

    `words` are those of the capture for the search indexes, if somebody has looked them up.
    """
    there = articles.find_text(db, capture.text_sha256, article)
    if there is not None:
        holder = articles.article(db, there.article_id)
        return Added(AddOutcome.SAME, holder.story_id, holder.id, there.id, holder.metadata.title, there.counts.total)
    place, new_in = _place(db, by, capture, story, article)
    version_id, version_uid, facts = articles.insert_version(db, place, capture, by, label)
    words = words or index_words(capture, found)
    search.index_new_version(db, version_id, words.version)
    quotes_in = found_quotes.insert_quotes(db, (version_id, version_uid), capture.text, found, words.quotes)
    body: dict[str, object] = {
        "facts": facts,
        "quotes": quotes_in.digests,
        "seen": lineage.seen_heads(db, by.desk),
        "version": version_uid,
    }
    if new_in is not None:
        body["story"] = new_in.uid
    entries.append(db, by, EntryKind.VERSION_ADDED, place[1], body)
    if new_in is not None:
        articles.play_new_article(db, place, version_id, capture.metadata)
        people.name_found(db, by, new_in.uid, quotes_in.ids)
    else:
        articles.play_article(db, place[1])
        people.name_found(db, by, stories.story(db, articles.article(db, place[0]).story_id).uid, quotes_in.ids)
        _carry(db, by, place[0], version_id)
    now = articles.article(db, place[0])
    outcome = AddOutcome.NEW_VERSION if new_in is None else AddOutcome.NEW_ARTICLE
    return Added(outcome, now.story_id, now.id, version_id, now.metadata.title, len(quotes_in.ids))


def _place(
    db: Database, by: By, capture: Capture, story_id: StoryId | None, article_id: ArticleId | None
) -> tuple[tuple[ArticleId, str], Story | None]:
    """Find or make the article; returns its id and uid, and the story that a new one is put into."""
    if article_id is not None:
        article = articles.article(db, article_id)
        stories.require_open(db, article.story_id)
        if db.value("SELECT emptied FROM article WHERE id = ?", (article_id,)):
            raise Missing(
                tr("That article was emptied from the trash, so nothing was added to it. Add it as a new one.")
            )
        return (article.id, article.uid), None
    if story_id is not None:
        story = stories.used_open_story(db, story_id)
    else:
        story = stories.story_named_after(db, by, capture.text_sha256, _title(capture))
    return articles.add_article(db, story.id, capture.text_sha256, by.at), story


def _title(capture: Capture) -> str:
    if capture.metadata.title:
        return capture.metadata.title
    first = next((line.strip() for line in capture.text.splitlines() if line.strip()), "")
    return first_words(first, _TITLE_LETTERS)


def _carry(db: Database, by: By, article_id: ArticleId, version_id: VersionId) -> None:
    """Take corrections and marks over to quotes of exactly the same wording, and say so."""
    followed = follows.follow(db, version_id)
    if not followed:
        return
    old = {quote.id: quote for quote in quotes.by_ids(db, list(followed.values()))}
    _carry_speakers(db, by, followed, old)
    carry_marks(db, by, article_id, followed)


def carry_marks(db: Database, by: By, article_id: ArticleId, followed: Mapping[QuoteId, QuoteId]) -> None:
    """Take marks over from quotes of the version before (new: old) to those of the same wording that have none."""
    old = {quote.id: quote for quote in quotes.by_ids(db, list(followed.values()))}
    new = {quote.id: quote for quote in quotes.by_ids(db, list(followed))}
    number = {info.id: info.number for info in articles.versions(db, article_id)}
    heads = marks.newest_of(db, list(old))
    marks.append(
        db,
        by,
        [
            (now, marks.content_of_carry(old[was], number[old[was].version_id], heads.get(was, ())))
            for now, was in followed.items()
            if not {Flag.NOT_STARTED, Flag.CHANGED_SINCE} & old[was].flags
            and not old[was].deleted
            and old[was].text == new[now].text
            and not new[now].marks
        ],
    )


def _carry_speakers(db: Database, by: By, followed: dict[QuoteId, QuoteId], old: dict[QuoteId, Quote]) -> None:
    """Carry the corrected speakers over to the same words in the new version."""
    for new_id, old_id in followed.items():
        was = old[old_id]
        if not corrections.is_attributed(db, was.uid):
            continue
        [quote] = quotes.by_ids(db, [new_id], compared=False)
        now = replace(quote.attribution, person=was.attribution.person, role=was.attribution.role)
        if not was.attribution.name:
            now = replace(now, speaker="", speaker_span=None)
        if quote.text == was.text and (now, was.kind) != (quote.attribution, quote.kind):
            corrections.attribute(db, by, quote, now, was.kind)
