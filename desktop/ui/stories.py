"""Which stories are offered where one is to be chosen: all, or of very many the newest and the way to the others?"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.domain import Story

FEW = 12  # more than these are no menu any more
OTHER = "Another story…"


class Offered(NamedTuple):
    """Stories with articles in them, and whether there are others besides."""

    stories: list[Story]
    more: bool


def offer(desk: Desk) -> Offered:
    """Return what a menu offers: all stories in the order they were made, or the newest of many, the last first."""
    listed = desk.listed()
    lived_in = {line.story_id for line in listed.lines.values()}
    newest = list(islice((id_ for id_ in reversed(listed.stories) if id_ in lived_in), FEW))
    stories = desk.stories_by_ids(newest)
    more = len(lived_in) > FEW
    return Offered(stories[::-1] if more else stories, more)


def every(desk: Desk) -> list[Story]:
    """Return all stories with articles in them, the newest first."""
    lived_in = {line.story_id for line in desk.listed().lines.values()}
    return [story for story in reversed(desk.stories()) if story.id in lived_in]
