"""What a locked story refuses: everything that would change what was signed off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories import decisions
from desktop.domain import Attribution, Cut, MarkChange, QuoteKind, Span, Status
from desktop.store.errors import Refused
from tests.store.desks import LETTER, TEXT, Ticking, assert_sound, backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain import Article, QuoteId

VERIFIED = MarkChange(Status.VERIFIED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with a locked story of two articles, one of them in the trash, and an open story of one."""
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        backed_up_today(desk)
        signed = desk.new_story("Harbour")
        desk.add(prepared(cuts=(Cut(LETTER, "a letter to sign up for"),), title="Harbour"), story=signed.id)
        trashed = desk.add(prepared(TEXT.replace("nine", "ten"), title="Trash"), story=signed.id)
        desk.delete_articles([trashed.article_id])
        desk.add(prepared(TEXT.replace("nine", "six"), title="Quay"), story=desk.new_story("Quay").id)
        desk.lock_story(signed.id, locked=True, checker="Chief")
        yield desk
        assert_sound(desk)


def signed(desk: Desk) -> Article:
    return desk.articles()[0]


def elsewhere(desk: Desk) -> Article:
    return desk.articles()[-1]


def first(desk: Desk) -> Span:
    return desk.quotes(signed(desk).newest)[0].span


def pair(desk: Desk) -> frozenset[str]:
    return frozenset(quote.uid for quote in desk.quotes(signed(desk).newest)[:2])


def quote_ids(desk: Desk) -> list[QuoteId]:
    return [quote.id for quote in desk.quotes(signed(desk).newest)]


ACTS: dict[str, Callable[[Desk], object]] = {
    "add an article": lambda desk: desk.add(prepared("New\n\n“It is over,” she said.\n"), story=signed(desk).story_id),
    "add a version": lambda desk: desk.add(prepared(TEXT.replace("nine", "four")), article=signed(desk).id),
    "rename the story": lambda desk: desk.rename_story(signed(desk).story_id, "Port"),
    "edit metadata": lambda desk: desk.edit_metadata(
        signed(desk).id, replace(signed(desk).metadata, outlet="The Tide")
    ),
    "move an article out": lambda desk: desk.move_article(signed(desk).id, elsewhere(desk).story_id),
    "move an article in": lambda desk: desk.move_article(elsewhere(desk).id, signed(desk).story_id),
    "delete": lambda desk: desk.delete_articles([signed(desk).id]),
    "delete with others": lambda desk: desk.delete_articles([elsewhere(desk).id, signed(desk).id]),
    "bring back": lambda desk: desk.restore_articles([desk.articles(deleted=True)[0].id]),
    "show a hidden passage": lambda desk: desk.boilerplate.restore_cut(signed(desk).newest, LETTER, restored=True),
    "mark": lambda desk: desk.mark(quote_ids(desk)[:1], VERIFIED, checker="Kim"),
    "add a quote": lambda desk: desk.corrections.add(signed(desk).newest, Span(0, 7), QuoteKind.SCARE),
    "change the ends": lambda desk: desk.corrections.resize(
        quote_ids(desk)[0], Span(first(desk).start, first(desk).end - 7)
    ),
    "correct the speaker": lambda desk: desk.corrections.attribute(quote_ids(desk)[:1], Attribution(person="Ada")),
    "delete a quote": lambda desk: desk.corrections.delete(quote_ids(desk)[:1]),
    "say the same": lambda desk: decisions.decide(desk, signed(desk).story_id, pair(desk), True),
    "say one origin": lambda desk: decisions.decide_origin(desk, signed(desk).story_id, pair(desk), True),
    "name the primary source": lambda desk: decisions.name_primary(desk, signed(desk).story_id, signed(desk).uid),
}


@pytest.mark.parametrize("act", ACTS)
def test_a_locked_story_refuses_and_is_as_it_was_and_takes_it_once_it_is_open(desk: Desk, act: str) -> None:
    def state() -> object:
        return desk.stories(), desk.articles(), desk.articles(deleted=True), desk.story_quotes(signed(desk).story_id)

    before, entries = state(), len(list(desk.chains.entries()))
    with pytest.raises(Refused, match="“Harbour” is locked, so nothing was changed"):
        ACTS[act](desk)
    assert state() == before
    assert len(list(desk.chains.entries())) == entries
    desk.lock_story(signed(desk).story_id, locked=False, checker="Chief")
    ACTS[act](desk)


def test_other_stories_go_on(desk: Desk) -> None:
    desk.mark([desk.quotes(elsewhere(desk).newest)[0].id], VERIFIED, checker="Kim")
    desk.delete_articles([elsewhere(desk).id])
    assert len(desk.articles()) == 1


def test_a_text_that_a_locked_story_holds_already_is_found_there(desk: Desk) -> None:
    assert desk.add(prepared(title="Harbour"), story=signed(desk).story_id).article_id == signed(desk).id


def test_the_trash_can_be_emptied_whatever_is_locked_for_it_holds_nothing_that_was_signed_off(desk: Desk) -> None:
    assert desk.empty_trash(checker="Chief") == 1


def test_a_merge_brings_the_marks_of_another_checker_into_a_locked_story(desk: Desk, tmp_path: Path) -> None:
    desk.blind_copy(tmp_path / "second.desk")
    with Desk.open(tmp_path / "second.desk", clock=Ticking()) as second:
        [story] = [story for story in second.stories() if story.title == "Harbour"]
        if story.locked:
            second.lock_story(story.id, locked=False)
        quote = second.story_quotes(story.id)[0]
        second.mark([quote.id], VERIFIED, checker="Kim")
    desk.merge(tmp_path / "second.desk")
    assert Status.VERIFIED in {quote.status for quote in desk.story_quotes(signed(desk).story_id)}


def test_a_story_is_as_it_was_locked_or_reopened_last(desk: Desk) -> None:
    story = signed(desk).story_id
    for locked in (False, True, True, False, False, True):
        desk.lock_story(story, locked=locked, checker="Chief")
        assert desk.is_locked(story) is locked
