"""Which stories are offered where one is to be chosen: all, or of very many the newest and the way to the others?"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.desk.open_desk import Desk
    from desktop.domain import Story

FEW = 12  # more than these are no menu any more
OTHER = "Another story…"
_PART = 1_000


class Offered(NamedTuple):
    """Stories with articles in them, and whether there are others besides."""

    stories: list[Story]
    more: bool


def offer(desk: Desk) -> Offered:
    """Return what a menu offers: all stories in the order they were made, or the newest of many, the last first."""
    listed = desk.article_list()
    lived_in = {line.story_id for line in listed.lines.values()}
    newest = list(islice((id_ for id_ in reversed(listed.stories) if id_ in lived_in), FEW))
    stories = desk.stories_by_ids(newest)
    more = len(lived_in) > FEW
    return Offered(stories[::-1] if more else stories, more)


def every(desk: Desk) -> Iterator[list[Story]]:
    """Yield all stories with articles in them, the newest first, a part at a time, each of which takes no time."""
    listed = desk.article_list()
    lived_in = {line.story_id for line in listed.lines.values()}
    newest = [id_ for id_ in reversed(listed.stories) if id_ in lived_in]
    for start in range(0, len(newest), _PART):
        yield desk.stories_by_ids(newest[start : start + _PART])[::-1]
