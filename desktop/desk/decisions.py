"""Which quotes of a story report the same utterance, and which articles have one origin, as the checker decides?

What there is to decide about is read by `desktop.desk.story_quotes`. Every decision on a locked story raises Refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.desk.story_quotes import Pair, Told, kept_answers, origin_key, primary, same_key, told

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import StoryId

__all__ = [
    "Pair",
    "Told",
    "answers",
    "decide",
    "decide_all",
    "decide_origin",
    "decision",
    "name_primary",
    "origin_decision",
    "primary",
    "restore_answers",
    "told",
]


def decision(desk: Desk, story_id: StoryId, pair: Pair) -> bool | None:
    """Return what the checker said of two quotes: the same (True), not the same (False), nothing (None)."""
    return kept_answers(desk, same_key(story_id)).get(pair)


def decide(desk: Desk, story_id: StoryId, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - three answers
    """Remember that two quotes report the same utterance (True), do not (False), or leave it to the program (None)."""
    decide_all(desk, story_id, {pair: same})


def decide_all(desk: Desk, story_id: StoryId, answers: dict[Pair, bool | None]) -> None:
    """Remember several such answers at once."""
    _keep(desk, story_id, same_key(story_id), answers)


def answers(desk: Desk, story_id: StoryId) -> str:
    """Return all that was said of pairs of quotes as it is kept, for `restore_answers`."""
    return desk.remembered(same_key(story_id))


def restore_answers(desk: Desk, story_id: StoryId, kept: str) -> None:
    """Bring back what was kept at another time."""
    desk.require_open(story_id)
    desk.remember(same_key(story_id), kept)


def origin_decision(desk: Desk, story_id: StoryId, pair: Pair) -> bool | None:
    """Return what the checker said of two articles: one origin (True), each its own (False), nothing (None)."""
    return kept_answers(desk, origin_key(story_id)).get(pair)


def decide_origin(desk: Desk, story_id: StoryId, pair: Pair, same: bool | None) -> None:  # noqa: FBT001 - three answers
    """Remember that two articles have one origin (True), have not (False), or that nobody has said so (None)."""
    _keep(desk, story_id, origin_key(story_id), {pair: same})


def name_primary(desk: Desk, story_id: StoryId, uid: str) -> None:
    """Remember which article (by uid) is the primary source of a story; an empty string: none."""
    desk.require_open(story_id)
    desk.remember(f"primary/{story_id}", uid)


def _keep(desk: Desk, story_id: StoryId, key: str, answers: dict[Pair, bool | None]) -> None:
    desk.require_open(story_id)
    kept = {**kept_answers(desk, key), **answers}
    desk.remember(key, json.dumps([[*sorted(pair), same] for pair, same in kept.items()]))
