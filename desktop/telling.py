"""What of a desk goes into its log?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import __version__
from desktop.log.rows import LogSource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import StoryId
    from desktop.reader import DeskReader


def log_source(desk: DeskReader, stories: Sequence[StoryId]) -> LogSource:
    """Everything the log is written from: whole stories (all if none is named), all versions, all marks."""
    told = tuple(story for story in desk.stories() if not stories or story.id in stories)
    ids = {story.id for story in told}
    pieces = tuple(article for article in desk.articles() if article.story_id in ids)
    versions = {article.id: desk.versions(article.id) for article in pieces}
    quotes = {info.id: desk.quotes(info.id) for infos in versions.values() for info in infos}
    head = desk.head()
    return LogSource(
        desk_name=desk.path.stem,
        desk_uid=desk.uid,
        app_version=__version__,
        exported_at=desk.now(),
        head_chain=head.chain,
        head_marks=head.marks,
        head_hash=head.hash,
        filter_in_force="All stories." if not stories else f"{len(told)} of {len(desk.stories())} stories.",
        stories=told,
        articles=pieces,
        versions=versions,
        quotes=quotes,
        marks=desk.histories([quote.id for found in quotes.values() for quote in found]),
    )
