"""Connections that break and servers that are killed: afterwards an exchange brings all that was done, once."""

from __future__ import annotations

import os
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import randrange
from typing import TYPE_CHECKING

import pytest

from desktop.domain import MarkChange, Status
from desktop.store.sharing.errors import NotReached
from tests.newsroom import Checker
from tests.proxy import Proxy
from tests.sharing_server import HubDatabase
from tests.store.desks import backed_up_today, prepared, quick_folder
from tests.store.upkeep.test_merge import content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MANY = 600  # marks: more than go in one message
# Messages from one cut to the next: each at night, else every fourth from another one in every run.
STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 4


class Pair:
    """Ann, whose connection can be cut, and Ben, whose connection is sound."""

    def __init__(self, folder: Path, hub: HubDatabase, proxy: Proxy) -> None:
        self.hub, self.proxy = hub, proxy
        behind = HubDatabase(replace(hub.server, port=proxy.port), hub.name)
        self.ann, self.ben = Checker(folder / "ann.desk", "Ann", behind), Checker(folder / "ben.desk", "Ben", hub)
        self.ann.url += "?sslmode=disable&gssencmode=disable"
        for checker in (self.ann, self.ben):
            backed_up_today(checker.desk)
        self.story = self.ann.desk.new_story("Harbour", checker="Ann")
        self.ann.desk.add(prepared(), story=self.story.id, checker="Ann")

    def close(self) -> None:
        self.ann.close()
        self.ben.close()

    def broken_off(self, after: int, act: Callable[[], object], then: Callable[[], object] = lambda: None) -> bool:
        """Do something during which Ann's connection is cut after so many messages; says whether it came that far."""
        self.proxy.cut_after(after, then)
        try:
            act()
        except NotReached:
            return True
        finally:
            self.proxy.cut_after(None)
        return bool(self.ann.room.sync_state().why)  # where something came in before, the state alone says it

    def assert_alike(self) -> None:
        """Exchange until nothing moves, and compare both desks with each other and with the hub."""
        while any((checker.sync().sent, checker.sync().received) != (0, 0) for checker in (self.ann, self.ben)):
            pass
        ours, theirs = content(self.ann.desk), content(self.ben.desk)
        assert ours == theirs
        assert self.ann.room.sync_state().in_step
        assert self.ben.room.sync_state().in_step
        for desk in (self.ann.desk, self.ben.desk):
            report = desk.check()
            assert report.findings == []
        [(there,)] = self.hub.run("SELECT count(*) FROM verbatim.record")
        here = [desk._db.value("SELECT sum(length) FROM chain") for desk in (self.ann.desk, self.ben.desk)]
        assert here == [there, there]


@pytest.fixture
def pair(hub_database: HubDatabase) -> Iterator[Pair]:
    with ExitStack() as stack:
        folder = stack.enter_context(quick_folder())
        proxy = stack.enter_context(Proxy(hub_database.server.port))
        pair = Pair(Path(folder), hub_database, proxy)
        stack.callback(pair.close)
        yield pair


def test_an_exchange_may_be_cut_at_any_message(pair: Pair) -> None:
    pair.ann.share(pair.story.uid)
    pair.ben.join(pair.story.uid)
    after, marks = randrange(STEP), 0
    while True:
        for index, checker in enumerate((pair.ben, pair.ann)):
            quote = checker.quotes()[index].id
            change = MarkChange(list(Status)[marks % 3], note=f"{checker.name} {marks}")
            checker.desk.mark([quote], change, checker=checker.name)
        marks += 1
        pair.ben.sync()
        if not pair.broken_off(after, pair.ann.sync):
            break
        assert pair.ann.room.sync_state().why
        if marks % 5 == 4:  # else with the next exchange, which is cut a message later
            pair.ann.sync()
            assert pair.ann.room.sync_state().in_step
            pair.ann.reopen()
        after += STEP
    assert after > 100
    pair.assert_alike()
    for desk in (pair.ann.desk, pair.ben.desk):
        [article] = desk.articles()
        for index, who in enumerate(("Ben", "Ann")):
            notes = [mark.note for mark in desk.history(desk.quotes(article.newest)[index].id)]
            assert sorted(notes) == sorted(f"{who} {number}" for number in range(marks))


def test_sharing_may_be_cut_at_any_message(pair: Pair) -> None:
    after = randrange(STEP)
    while pair.broken_off(after, lambda: pair.ann.share(pair.story.uid)):
        after += STEP
    assert after > 50
    pair.ben.join(pair.story.uid)
    pair.assert_alike()
    assert len(pair.ben.quotes()) == 4


def test_joining_may_be_cut_at_any_message(pair: Pair) -> None:
    theirs = pair.ben.desk.new_story("Quay", checker="Ben")
    pair.ben.desk.add(prepared("“Nobody came,” said Ada Brink.\n"), story=theirs.id, checker="Ben")
    pair.ben.mark(0, Status.DISPUTED)
    pair.ben.share(theirs.uid)
    pair.ann.share(pair.story.uid)
    pair.ben.join(pair.story.uid)
    after = randrange(STEP)
    while pair.broken_off(after, lambda: pair.ann.join(theirs.uid)):
        after += STEP
    assert after > 50
    pair.assert_alike()
    assert [quote.status for quote in pair.ann.quotes()].count(Status.DISPUTED) == 1


def _mark_often(checker: Checker) -> None:
    quotes = [quote.id for quote in checker.quotes()]
    for number in range(MANY // len(quotes)):
        change = MarkChange(status=list(Status)[number % 3], note=f"{checker.name} {number}")
        checker.desk.mark(quotes, change, checker=checker.name)


@pytest.fixture
def revived(pair: Pair) -> Iterator[Pair]:
    """A pair whose server runs again afterwards, whatever happens."""
    yield pair
    try:
        pair.hub.run("SELECT 1")
    except Exception:
        pair.hub.server.start()


@pytest.mark.parametrize("quarter", [1, 3])
@pytest.mark.parametrize("whose", ["ann", "ben"])
def test_a_server_killed_amid_an_exchange_has_and_gives_the_rest_at_the_next(
    revived: Pair, whose: str, quarter: int
) -> None:
    """Ann, whose connection is watched, pushes her own marks, or pulls those of Ben."""
    pair = revived
    pair.ann.share(pair.story.uid)
    pair.ben.join(pair.story.uid)
    messages = 0
    for _ in range(2):
        _mark_often(getattr(pair, whose))
        pair.ben.sync()
        pair.proxy.cut_after(None)
        pair.ann.sync()
        messages = pair.proxy.passed
    _mark_often(getattr(pair, whose))
    pair.ben.sync()
    assert pair.broken_off(messages * quarter // 4, pair.ann.sync, pair.hub.server.kill)
    with pytest.raises(NotReached):
        pair.ann.sync()
    assert pair.ann.room.sync_state().why
    pair.hub.server.start()
    with pytest.raises(NotReached):
        pair.ben.sync()  # hears only now that its connection is gone
    pair.assert_alike()
    for checker in (pair.ann, pair.ben):
        assert sum(len(checker.desk.history(quote.id)) for quote in checker.quotes()) == 3 * MANY


def test_sharing_that_was_cut_is_completed_by_exchanging(pair: Pair) -> None:
    """What was done before a story was shared lies sealed on the hub, and is told later, cut or not."""
    pair.ann.share(pair.story.uid)
    pair.ben.join(pair.story.uid)
    after, there = 0, []
    while True:
        later = pair.ann.desk.new_story(f"Later {after}", checker="Ann")
        added = pair.ann.desk.add(prepared(f"“Nobody came,” said Ada Brink {after}.\n"), story=later.id, checker="Ann")
        mark = MarkChange(Status.DISPUTED)
        pair.ann.desk.mark([pair.ann.desk.quotes(added.version_id)[0].id], mark, checker="Ann")
        pair.ann.sync()
        if not pair.broken_off(after, partial(pair.ann.share, later.uid)):
            there.append(later.uid)
            break
        pair.ann.sync()
        there += [one.story for one in pair.ann.desk.joined_stories() if one.story == later.uid]
        pair.ann.room.leave(later.uid)  # else each story makes the next exchange longer
        after += 9
    pair.ben.join(*there)
    here = {story.uid: story.title for story in pair.ben.desk.stories()}
    assert all(here[uid] for uid in there)
    theirs = {quote.uid: quote.status for quote in pair.ann.quotes()}
    assert all(theirs[quote.uid] is quote.status for quote in pair.ben.quotes())
    assert len(there) > 3
    assert len({quote.text for quote in pair.ben.quotes()}) > 1


def test_an_article_whose_move_was_cut_comes_by_exchanging(pair: Pair) -> None:
    pair.ann.share(pair.story.uid)
    pair.ben.join(pair.story.uid)
    private = pair.ann.desk.new_story("Private", checker="Ann")
    after, moved = 0, 0
    while True:
        added = pair.ann.desk.add(
            prepared(f"“Nobody came,” said Ada Brink {after}.\n"), story=private.id, checker="Ann"
        )
        mark = MarkChange(Status.DISPUTED)
        pair.ann.desk.mark([pair.ann.desk.quotes(added.version_id)[0].id], mark, checker="Ann")
        pair.ann.sync()
        pair.ann.desk.move_article(added.article_id, pair.story.id, checker="Ann")
        moved += 1
        if not pair.broken_off(after, pair.ann.sync):
            break
        pair.ann.sync()
        after += 9
    pair.ben.sync()
    pair.ben.sync()
    assert [quote.status for quote in pair.ben.quotes()].count(Status.DISPUTED) == moved
    assert len(pair.ben.desk.articles()) == 1 + moved
