"""A list that follows changes one by one is the list that is made anew."""

from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING

import pytest

from desktop.domain import MarkChange, Metadata, Status
from desktop.ui.articles.model import ArticleModel, ArticleRow, Order, Show, StoryRow, VersionRow
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk
    from desktop.ui.articles.arrangement import Arrangement
    from desktop.ui.session.session import Session


def rows(model: ArticleModel) -> list[object]:
    return [model.row(number) for number in range(model.rowCount())]


def act(desk: Desk, chance: random.Random, number: int) -> None:
    """Do one of the things that change a list."""
    article = chance.choice(desk.articles())
    quotes = desk.quotes(article.newest)
    match chance.randrange(8):
        case 0:
            desk.add(prepared(f"“Something new {number},” she said.\n", title=f"New {number}"), story=article.story_id)
        case 1:
            desk.edit_metadata(article.id, Metadata(title=f"Headline {chance.random()}", outlet=f"Outlet {number % 3}"))
        case 2:
            desk.rename_story(article.story_id, f"Story {number}")
        case 3 if len(desk.articles()) > 3:
            desk.delete_articles([article.id])
        case 4:
            desk.move_article(article.id, desk.new_story(f"Story {number}").id)
        case 5:
            desk.add(prepared(f"“Something else {number},” she said.\n", title="Later"), article=article.id)
        case _ if quotes:
            desk.mark([chance.choice(quotes).id], MarkChange(chance.choice(list(Status))), checker="Ada")
        case _:
            pass


@pytest.mark.parametrize("show", list(Show))
@pytest.mark.parametrize("order", list(Order))
def test_following_changes_gives_the_list_made_anew(session: Session, show: Show, order: Order) -> None:
    assert session.desk is not None
    chance = random.Random(f"{show}{order}")
    model = ArticleModel(session)
    model.show, model.order = show, order
    model.reload()
    for number in range(25):
        act(session.desk, chance, number)
        model.reload()
        anew = ArticleModel(session)
        anew.show, anew.order = show, order
        anew.reload()
        assert rows(model) == rows(anew)
        assert model.totals == anew.totals


def test_words_go_on_filtering_while_headlines_change(session: Session) -> None:
    assert session.desk is not None
    model = ArticleModel(session)
    model.words = "DESPERATE"
    model.reload()
    [article] = [row.article for row in rows(model) if isinstance(row, ArticleRow)]
    session.desk.edit_metadata(article.id, Metadata(title="Calm"))
    model.reload()
    assert rows(model) == []
    model.words = "cal"
    model.reload()
    assert [type(row) for row in rows(model)] == [StoryRow, ArticleRow]
    assert model.totals[Show.ALL] == 1


def test_who_types_on_narrows_what_was_found_and_finds_what_a_new_list_finds(session: Session) -> None:
    model = ArticleModel(session)
    for words in ("r", "ru", "rus", "russia ", "russia n", "russia no", "u", "us says", "us sayz", ""):
        model.words = words
        model.reload()
        anew = ArticleModel(session)
        anew.words = words
        anew.reload()
        assert rows(model) == rows(anew)


def test_a_mark_paints_the_rows_of_its_article_and_its_story_and_no_others(session: Session) -> None:
    assert session.desk is not None
    model = ArticleModel(session)
    model.reload()
    expected = rows(model)
    painted: list[int] = []
    model.dataChanged.connect(lambda index, _: painted.append(index.row()))
    article = expected[3]
    assert isinstance(article, ArticleRow)
    session.desk.mark([session.desk.quotes(article.article.newest)[0].id], MarkChange(Status.VERIFIED), checker="Ada")
    model.reload()
    assert sorted(painted) == [0, 3]
    assert rows(model) != expected


def test_rows_that_are_lower_than_others_are_told_without_reading_them(session: Session) -> None:
    assert session.desk is not None
    article = session.desk.articles()[1]
    session.desk.add(prepared("“Something else,” she said.\n", title="Later"), article=article.id)
    model = ArticleModel(session)
    model.reload()
    stories, below, _ = model.odd_rows()
    kinds = [type(row) for row in rows(model)]
    assert list(stories) == [number for number, kind in enumerate(kinds) if kind is StoryRow]
    assert list(below) == [number for number, kind in enumerate(kinds) if kind is VersionRow]
    assert len(below) == 2
    versions = [row.version.id for row in rows(model) if isinstance(row, VersionRow)]
    assert [model.row_of(version) for version in versions] == [2, 4]
    assert model.row_of_story(article.story_id) == 0


def void(_: object) -> None:
    """Make an act of something that returns a value."""


def finished(model: ArticleModel, act: Callable[[], None] = lambda: None) -> None:
    """Arrange a part at a time, do something after the first part, and show what comes of it."""
    steps = model.arranging()
    arranged: Arrangement | None = None
    for number in count():
        try:
            next(steps)
        except StopIteration as ended:
            arranged = ended.value
            break
        if number == 0:
            act()
    model.put(arranged)


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("words", ["", "a", "the", "no such word", "a e"])
def test_a_list_arranged_a_part_at_a_time_is_the_list_made_at_once(session: Session, words: str, order: Order) -> None:
    model, anew = ArticleModel(session), ArticleModel(session)
    model.reload()
    for one in (model, anew):
        one.words, one.order = words, order
    finished(model)
    anew.reload()
    assert rows(model) == rows(anew)
    assert model.totals == anew.totals


def test_what_changes_while_a_list_is_arranged_is_in_it(session: Session) -> None:
    assert session.desk is not None
    desk, model = session.desk, ArticleModel(session)
    model.reload()
    model.words = "a"
    text = prepared("“Something new,” she said.\n", title="A later one")
    finished(model, lambda: model.fold(next(row for row in rows(model) if isinstance(row, StoryRow))))
    folded = model.rowCount()
    finished(model, lambda: void(desk.add(text)))
    assert model.rowCount() == folded + 2
    assert any(isinstance(row, ArticleRow) and row.article.metadata.title == "A later one" for row in rows(model))


def test_words_are_found_whatever_their_typography(session: Session) -> None:
    desk = session.desk
    assert desk is not None
    title = "The o\ufb03ce in Z\u00fcrich co\u00adoperates"
    added = desk.add(prepared("Harbour.\n", title=title, outlet="Le Soir\u00e9e"), checker="Kim")
    model = ArticleModel(session)
    for words in ("office", "zurich", "Zu\u0308rich", "COOPERATES", "soiree", "o\ufb03ce zur"):
        model.words = words
        model.reload()
        assert [row.article.id for row in rows(model) if isinstance(row, ArticleRow)] == [added.article_id], words
    model.words = ""
    model.reload()
    everything = rows(model)
    for nothing in ("\u00ad", " \u200b "):  # asks for nothing
        model.words = nothing
        model.reload()
        assert rows(model) == everything
