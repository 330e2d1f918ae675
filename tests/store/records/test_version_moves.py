from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Act, AddOutcome, MarkChange, Status
from desktop.store.errors import Refused
from tests.store.desks import TEXT, Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import ArticleId

LATER = TEXT.replace("on Monday", "on Monday evening")
LAST = LATER.replace("Nobody asked us,” her", "They never asked us,” her")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield desk
        assert_sound(desk)


def two_articles(desk: Desk) -> tuple[ArticleId, ArticleId]:
    first = desk.add(prepared(TEXT, title="Harbour to close"), checker="Ann")
    return first.article_id, desk.add(prepared(LATER, title="Harbour will close"), checker="Ann").article_id


def texts(desk: Desk, article: ArticleId) -> list[str]:
    """Of the versions, oldest first."""
    return [desk.version(info.id).text for info in reversed(desk.versions(article))]


def test_an_article_becomes_the_later_version_of_another_and_undo_parts_them(desk: Desk) -> None:
    first, second = two_articles(desk)
    before = desk.articles()
    move = desk.version_moves.join(second, first, checker="Ann")
    assert [article.id for article in desk.articles()] == [first]
    assert texts(desk, first) == [TEXT, LATER]
    assert desk.article(first).metadata.title == "Harbour will close"
    assert_sound(desk)
    desk.version_moves.take_back(move, checker="Ann")
    assert desk.articles() == before


def test_marks_stay_and_go_over_to_the_same_words_and_undo_takes_only_those_back(desk: Desk) -> None:
    first, second = two_articles(desk)
    old, new = (desk.quotes(desk.article(article).newest) for article in (first, second))
    desk.mark([old[0].id], MarkChange(Status.VERIFIED), checker="Ann")
    desk.mark([new[1].id], MarkChange(Status.DISPUTED), checker="Ben")
    move = desk.version_moves.join(second, first, checker="Ann")
    assert [desk.quote(quote.id).status for quote in new[:2]] == [Status.VERIFIED, Status.DISPUTED]
    assert desk.history(new[0].id)[0].act is Act.CARRIED
    assert desk.quote(old[0].id).status is Status.VERIFIED
    desk.version_moves.take_back(move, checker="Ann")
    assert [desk.quote(quote.id).status for quote in new[:2]] == [Status.UNVERIFIED, Status.DISPUTED]
    assert desk.quote(old[0].id).status is Status.VERIFIED


def test_a_version_is_split_off_and_comes_back_to_its_place(desk: Desk) -> None:
    first = desk.add(prepared(TEXT)).article_id
    for text in (LATER, LAST):
        desk.add(prepared(text), article=first)
    middle = desk.versions(first)[1].id
    move = desk.version_moves.split_off(middle, checker="Ann")
    assert texts(desk, first) == [TEXT, LAST]
    assert texts(desk, move.article) == [LATER]
    assert desk.article(move.article).story_id == desk.article(first).story_id
    assert_sound(desk)
    desk.version_moves.take_back(move)
    assert texts(desk, first) == [TEXT, LATER, LAST]
    assert [article.id for article in desk.articles()] == [first]
    assert desk.version_moves.place([middle], move.article).article == move.article
    assert texts(desk, move.article) == [LATER]


def test_the_only_version_is_not_split_off_and_no_article_is_a_version_of_itself(desk: Desk) -> None:
    first, _ = two_articles(desk)
    with pytest.raises(Refused):
        desk.version_moves.split_off(desk.article(first).newest)
    with pytest.raises(Refused):
        desk.version_moves.join(first, first)


def test_a_locked_story_gives_and_takes_no_version(desk: Desk) -> None:
    first, second = two_articles(desk)
    desk.lock_story(desk.article(first).story_id, locked=True)
    with pytest.raises(Refused):
        desk.version_moves.join(second, first)
    with pytest.raises(Refused):
        desk.version_moves.join(first, second)


def test_a_joined_article_is_found_by_its_text_and_gets_further_versions(desk: Desk) -> None:
    first, second = two_articles(desk)
    desk.version_moves.join(second, first)
    again = desk.add(prepared(LATER))
    assert (again.outcome, again.article_id) == (AddOutcome.SAME, first)
    desk.add(prepared(LAST), article=first)
    assert texts(desk, first) == [TEXT, LATER, LAST]


def test_moves_of_two_desks_come_together_in_either_order(tmp_path: Path) -> None:
    path, other = tmp_path / "one.desk", tmp_path / "two.desk"
    with Desk.create(path, clock=Ticking()) as desk:
        first, second = two_articles(desk)
        desk.blind_copy(other)
        desk.version_moves.join(second, first, checker="Ann")
    with Desk.open(other, clock=Ticking()) as copy:
        [one, _] = [article.id for article in copy.articles()]
        copy.version_moves.split_off(copy.add(prepared(LAST), article=one).version_id, checker="Ben")
        copy.merge(path)
        assert_sound(copy)
        ours = sorted(texts(copy, article.id) for article in copy.articles())
    with Desk.open(path, clock=Ticking()) as desk:
        desk.merge(other)
        assert_sound(desk)
        assert sorted(texts(desk, article.id) for article in desk.articles()) == ours == [[LAST], [TEXT, LATER]]
        assert desk.merge(other).versions == 0
