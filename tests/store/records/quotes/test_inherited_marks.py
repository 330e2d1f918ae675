"""Marks go over to a new version only where what was marked stands there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Span, Status
from tests.store.desks import TEXT, Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.domain import Quote


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
        yield desk


def newer(desk: Desk) -> list[Quote]:
    """Add the same text with another day, and return its quotes."""
    article = desk.articles()[0]
    return desk.quotes(desk.add(prepared(TEXT.replace("Monday", "Friday")), article=article.id).version_id)


CHANGES: dict[str, Callable[[Desk, Quote], object]] = {
    "not at all": lambda _desk, _quote: None,
    "other words": lambda desk, quote: desk.corrections.resize(quote.id, Span(quote.span.start, quote.span.end - 3)),
    "deleted": lambda desk, quote: desk.corrections.delete([quote.id]),
}


@pytest.mark.parametrize(("change", "carried"), [("not at all", 1), ("other words", 0), ("deleted", 0)])
def test_what_was_marked_in_other_words_or_deleted_is_not_carried(desk: Desk, change: str, carried: int) -> None:
    quote = desk.quotes(desk.articles()[0].newest)[1]
    CHANGES[change](desk, quote)
    desk.mark([quote.id], MarkChange(Status.VERIFIED, basis="tape"), checker="Kim")
    assert sum(quote.marks for quote in newer(desk)) == carried


def test_only_what_somebody_worked_on_is_carried(desk: Desk) -> None:
    quote = desk.quotes(desk.articles()[0].newest)[1]
    [marked] = desk.mark([quote.id], MarkChange(Status.VERIFIED), checker="Kim")
    desk.unmark([quote], checker="Kim")
    assert marked.marks == 1
    assert sum(quote.marks for quote in newer(desk)) == 0


def test_no_mark_is_carried_over_one_that_somebody_made_of_the_later_version(desk: Desk) -> None:
    first = desk.articles()[0]
    second = desk.add(prepared(TEXT.replace("Monday", "Friday"), title="Harbour, later"))
    earlier, later = (desk.quotes(version)[1] for version in (first.newest, second.version_id))
    desk.mark([earlier.id], MarkChange(Status.VERIFIED), checker="Kim")
    desk.mark([later.id], MarkChange(Status.DISPUTED), checker="Lee")
    desk.version_moves.join(second.article_id, first.id)
    assert [(mark.status, mark.checker) for mark in desk.history(later.id)] == [(Status.DISPUTED, "Lee")]
