"""Inter-rater agreement: which marks count, and Cohen's kappa of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Flag, MarkChange, Status
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import QuoteId

VERIFIED, DISPUTED = MarkChange(Status.VERIFIED), MarkChange(Status.DISPUTED)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared())
        yield desk


@pytest.fixture
def quotes(desk: Desk) -> list[QuoteId]:
    return [quote.id for quote in desk.quotes(desk.articles()[0].newest)]


def test_the_newest_mark_of_each_checker_counts_once_for_a_quote(desk: Desk, quotes: list[QuoteId]) -> None:
    desk.mark(quotes, VERIFIED, checker="Kim")
    assert desk.agreements() == []
    desk.mark(quotes[:3], VERIFIED, checker="Lee")
    [found] = desk.agreements()
    assert (found.one, found.other, found.both, found.same, found.per_cent) == ("Kim", "Lee", 3, 3, 100)
    assert found.kappa is None
    desk.mark(quotes[:1], DISPUTED, checker="Kim")
    desk.mark(quotes[:2], DISPUTED, checker="Lee")
    [found] = desk.agreements()
    assert found.same == 2
    assert found.kappa == pytest.approx(0.4)


def test_a_mark_that_was_undone_does_not_count(desk: Desk, quotes: list[QuoteId]) -> None:
    desk.mark(quotes[:2], VERIFIED, checker="Kim")
    former = [desk.quote(id_) for id_ in quotes[:2]]
    desk.mark(quotes[:2], DISPUTED, checker="Lee")
    desk.unmark(former[:1], checker="Lee")
    [found] = desk.agreements()
    assert (found.both, found.same) == (1, 0)
    desk.unmark(former[1:], checker="Lee")
    assert desk.agreements() == []


def test_undo_brings_the_former_mark_of_the_checker_back(desk: Desk, quotes: list[QuoteId]) -> None:
    desk.mark(quotes[:1], VERIFIED, checker="Kim")
    desk.mark(quotes[:1], VERIFIED, checker="Lee")
    former = [desk.quote(id_) for id_ in quotes[:1]]
    desk.mark(quotes[:1], DISPUTED, checker="Lee")
    assert desk.agreements()[0].same == 0
    desk.unmark(former, checker="Lee")
    assert desk.agreements()[0].same == 1


def test_what_was_carried_over_or_settled_is_no_judgement_of_its_own(tmp_path: Path, desk: Desk) -> None:
    article = desk.articles()[0]
    first = desk.quotes(article.newest)[0].id
    copy = tmp_path / "lee.desk"
    desk.blind_copy(copy)
    desk.mark([first], VERIFIED, checker="Kim")
    with Desk.open(copy, clock=Ticking()) as other:
        other.mark([other.quotes(other.articles()[0].newest)[0].id], DISPUTED, checker="Lee")
    desk.merge(copy)
    assert Flag.CHECKERS_DISAGREE in desk.quote(first).flags
    desk.mark([first], VERIFIED, checker="Lee")  # settles it: both say so now
    desk.add(prepared(prepared().capture.text + "\nMore.\n"), article=article.id)
    [found] = desk.agreements()
    assert (found.both, found.same) == (1, 0)
