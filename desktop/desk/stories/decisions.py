"""Decisions of the checker on pairs of quotes (same utterance or not), pairs of articles (one origin), primary source.

The quotes and articles to decide about are read by `desktop.desk.stories.story_quotes`. Every decision on a locked
story raises Refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import StoryId


Pair = frozenset[str]  # uids of two quotes, or of two articles


def decision(desk: Desk, story_id: StoryId, pair: Pair) -> bool | None:
    """Return what the checker decided of two quotes: the same (True), not the same (False), nothing (None)."""
    return stored_answers(desk, same_key(story_id)).get(pair)


def decide(desk: Desk, story_id: StoryId, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - three answers
    """Remember that two quotes report the same utterance (True), do not (False), or leave it to the program (None)."""
    decide_all(desk, story_id, {pair: same})


def decide_all(desk: Desk, story_id: StoryId, answers: dict[Pair, bool | None]) -> None:
    """Remember several such answers at once."""
    _store(desk, story_id, same_key(story_id), answers)


def answers(desk: Desk, story_id: StoryId) -> str:
    """Return all answers on pairs of quotes as the desk stores them, for `restore_answers`."""
    return desk.remembered(same_key(story_id))


def restore_answers(desk: Desk, story_id: StoryId, stored: str) -> None:
    """Bring back what `answers` returned at another time."""
    desk.require_open(story_id)
    desk.remember(same_key(story_id), stored)


def origin_decision(desk: Desk, story_id: StoryId, pair: Pair) -> bool | None:
    """Return what the checker decided of two articles: one origin (True), each its own (False), nothing (None)."""
    return stored_answers(desk, origin_key(story_id)).get(pair)


def decide_origin(desk: Desk, story_id: StoryId, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - three answers
    """Remember that two articles have one origin (True), have not (False), or that nobody has decided (None)."""
    _store(desk, story_id, origin_key(story_id), {pair: same})


def name_primary(desk: Desk, story_id: StoryId, uid: str) -> None:
    """Remember which article (by uid) is the primary source of a story; an empty string: none."""
    desk.require_open(story_id)
    desk.remember(f"primary/{story_id}", uid)


def _store(desk: Desk, story_id: StoryId, key: str, answers: dict[Pair, bool | None]) -> None:
    desk.require_open(story_id)
    together = {**stored_answers(desk, key), **answers}
    desk.remember(key, json.dumps([[*sorted(pair), same] for pair, same in together.items()]))


def primary(desk: Desk, story_id: StoryId) -> str:
    """Return the uid of the article that was named as the primary source of a story, or an empty string."""
    return desk.remembered(f"primary/{story_id}")


def same_key(story_id: StoryId) -> str:
    """Return the key under which the desk stores the answers on pairs of quotes."""
    return f"same/{story_id}"


def origin_key(story_id: StoryId) -> str:
    """Return the key under which the desk stores the answers on pairs of articles."""
    return f"origin/{story_id}"


def stored_answers(desk: Desk, key: str) -> dict[Pair, bool | None]:
    """Return every answer; None says that the program may decide, whatever was decided of an earlier version."""
    return {frozenset((a, b)): same for a, b, same in json.loads(desk.remembered(key) or "[]")}
