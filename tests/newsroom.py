"""Checkers of a newsroom for tests: each with a desk of their own, and a real hub between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.desk.newsroom import Newsroom
    from desktop.desk.newsroom_state import Arrived
    from desktop.domain import Quote
    from tests.sharing_server import HubDatabase

SECRET = "The mayor told us “nothing of this may be printed” and left.\n"


class Checker:
    """One checker with a desk and a newsroom."""

    def __init__(self, path: Path, name: str, hub: HubDatabase) -> None:
        self._path, self._clock = path, Ticking()
        self.name, self.url = name, hub.url(name.lower())
        self.open()

    def open(self) -> None:
        there = self._path.exists()
        self.desk = (Desk.open if there else Desk.create)(self._path, clock=self._clock)
        self.room: Newsroom = self.desk.newsroom()

    def share(self, story: str) -> Arrived:
        return self.room.share(story, self.url, checker=self.name)

    def join(self, *stories: str, blind: bool = False) -> Arrived:
        arrived = self.room.join(self.url, stories, blind=blind, checker=self.name)
        self.desk.take_note(arrived)
        return arrived

    def sync(self) -> Arrived:
        arrived = self.room.sync_once()
        self.desk.take_note(arrived)
        return arrived

    def quotes(self) -> list[Quote]:
        return [quote for article in self.desk.articles() for quote in self.desk.quotes(article.newest)]

    def mark(self, index: int, status: Status = Status.VERIFIED, note: str = "") -> None:
        self.desk.mark([self.quotes()[index].id], MarkChange(status=status, note=note), checker=self.name)

    def reopen(self) -> None:
        """Close the newsroom and begin another one, as after a restart."""
        self.room.close()
        self.desk.end_newsroom()
        self.room = self.desk.newsroom()

    def close(self) -> None:
        self.room.close()
        self.desk.end_newsroom()
        self.desk.close()


@pytest.fixture
def ann(tmp_path: Path, hub_database: HubDatabase) -> Iterator[Checker]:
    """Ann has a story and another one that she keeps to herself."""
    checker = Checker(tmp_path / "ann.desk", "Ann", hub_database)
    story = checker.desk.new_story("Harbour", checker="Ann")
    checker.desk.add(prepared(), story=story.id, checker="Ann")
    checker.desk.add(prepared(SECRET), story=checker.desk.new_story("Private").id, checker="Ann")
    checker.mark(0)
    yield checker
    checker.close()


@pytest.fixture
def ben(tmp_path: Path, hub_database: HubDatabase) -> Iterator[Checker]:
    checker = Checker(tmp_path / "ben.desk", "Ben", hub_database)
    yield checker
    checker.close()


def harbour(checker: Checker) -> str:
    return next(story.uid for story in checker.desk.stories() if story.title == "Harbour")
