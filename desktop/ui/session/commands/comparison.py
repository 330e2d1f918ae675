"""Undo commands on what belongs together: passages of two texts, quotes of one statement, articles of one origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.stories import decisions
from desktop.translation import Text
from desktop.ui.session.pins import key_of, packed
from desktop.ui.session.writer import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.stories.decisions import Pair
    from desktop.domain import StoryId, Version
    from desktop.text.changes import Pin
    from desktop.ui.session.writer import Writer

_SAME = {True: Text("say ‘the same’"), False: Text("say ‘not the same’"), None: Text("let the program decide")}
_ORIGIN = {True: Text("confirm one origin"), False: Text("say ‘separate origins’"), None: Text("leave the origin open")}


class DecidePairs(DeskCommand):
    """Say which passages of two versions answer each other, and which do not."""

    def __init__(self, writer: Writer, pair: tuple[Version, Version], pins: Sequence[Pin], text: str) -> None:
        super().__init__(writer, text)
        self._ids = [version.id for version in pair]
        self._key = key_of(*pair)
        self._pins = packed(pins, *pair)
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = desk.remembered(self._key)
        desk.remember(self._key, self._pins)

    def back(self, desk: Desk) -> None:
        desk.remember(self._key, self._former)

    def announce(self) -> None:
        self.writer.passages_decided.emit(self._ids)


class DecideSame(DeskCommand):
    """Say of pairs of quotes (by uid) that they report the same utterance, do not, or that the program may decide."""

    def __init__(self, writer: Writer, story_id: StoryId, pairs: Iterable[Pair], *, same: bool | None) -> None:
        super().__init__(writer, str(_SAME[same]))
        self._story_id = story_id
        self._answers: dict[Pair, bool | None] = dict.fromkeys(pairs, same)
        self._former = ""

    def act(self, desk: Desk) -> None:
        self._former = decisions.answers(desk, self._story_id)
        decisions.decide_all(desk, self._story_id, self._answers)

    def back(self, desk: Desk) -> None:
        decisions.restore_answers(desk, self._story_id, self._former)

    def announce(self) -> None:
        self.writer.announce(())


class DecideOrigin(DeskCommand):
    """Say of two articles (by uid) that they have one origin, have not, or that nobody has said so."""

    def __init__(self, writer: Writer, story_id: StoryId, pair: Pair, *, same: bool | None) -> None:
        super().__init__(writer, str(_ORIGIN[same]))
        self._story_id = story_id
        self._pair = pair
        self._same = same
        self._former: bool | None = None

    def act(self, desk: Desk) -> None:
        self._former = decisions.origin_decision(desk, self._story_id, self._pair)
        decisions.decide_origin(desk, self._story_id, self._pair, self._same)

    def back(self, desk: Desk) -> None:
        decisions.decide_origin(desk, self._story_id, self._pair, self._former)

    def announce(self) -> None:
        self.writer.announce(())
