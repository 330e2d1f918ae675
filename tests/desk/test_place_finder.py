from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.place_finder import PlaceFinder
from desktop.desk.prepare import Prepared, prepare
from desktop.text.stories.same_event import Answer
from tests.desk.mixed_news import grouped, mixed_set, unquoted
from tests.store.desks import Ticking, backed_up_today, capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield backed_up_today(desk)


def test_pieces_of_a_mixed_set_go_to_the_stories_of_their_events(desk: Desk) -> None:
    precision, recall = grouped(desk, mixed_set(7, events=10))
    assert precision >= 0.98
    assert recall >= 0.90


def test_it_says_what_two_pieces_share(desk: Desk) -> None:
    first, second = [article for article in mixed_set(3) if article.event == 5][:2]
    story = desk.add(unquoted(first)).story_id
    place = PlaceFinder(desk).find(unquoted(second).capture)
    assert (place.answer, place.story) == (Answer.SAME, story)
    assert place.shared
    assert all(words.strip("“”").casefold() in second.text.casefold() for words in place.shared)


def test_a_piece_on_another_event_is_told_from_the_story_it_would_go_to(desk: Desk) -> None:
    articles = mixed_set(3, events=2)
    first = next(article for article in articles if article.event == 0)
    other = next(article for article in articles if article.event == 1)
    story = desk.add(unquoted(first)).story_id
    finder = PlaceFinder(desk)
    assert finder.find(unquoted(other).capture, story).answer is Answer.OTHER
    assert finder.find(capture("Short.\n\nNothing is known of it.\n"), story).answer is Answer.UNKNOWN


def test_a_later_version_is_found_by_its_words_and_by_its_address(desk: Desk) -> None:
    article = mixed_set(3)[0]
    added = desk.add(unquoted(article))
    text = article.text.replace("people", "persons")
    finder = PlaceFinder(desk)
    found = finder.find(capture(text, title=article.title, outlet=article.outlet)).later_of
    assert found is not None
    assert (found.article, found.why.percent >= 80) == (added.article_id, True)
    assert finder.find(capture(text, title=article.title, outlet="Another Paper")).later_of is None
    page = desk.add(Prepared(capture("One.\n\nQuite short.\n", url="https://www.example.org/news/7?utm_source=x"), ()))
    again = finder.find(capture("All is new.\n", url="http://example.org/news/7/")).later_of
    assert again is not None
    assert (again.article, again.why.same_address) == (page.article_id, True)


def test_what_was_read_before_an_addition_is_not_read_again(desk: Desk) -> None:
    """Whether it comes from the desk, or was kept when it was added: the answer is the same."""
    first, second = [article for article in mixed_set(3) if article.event == 5][:2]
    finder = PlaceFinder(desk)
    finder.find(unquoted(first).capture)
    finder.note_addition(desk.add(unquoted(first)))
    result = finder.find(unquoted(second).capture)
    assert result.answer is Answer.SAME
    assert result == PlaceFinder(desk).find(unquoted(second).capture, piece=prepare(unquoted(second).capture).piece)
