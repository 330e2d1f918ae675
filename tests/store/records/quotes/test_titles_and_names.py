"""Titles and names in quotation marks: kept as a kind of their own, not counted, and never lost once worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import log_source
from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.domain import Counts, MarkChange, Quote, QuoteKind, Span, Status
from desktop.log.rows import counts, quote_rows
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import VersionId
    from desktop.log.rows import LogSource

TEXT = (
    "Pier film to open in spring\n\n"
    "The film “The Long Pier” opens in May. Its maker, known as “the Gull,” was born by the sea.\n\n"
    "“We shot for nine weeks and lost two cameras,” Ada Brink said on Monday.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        desk.add(prepared(TEXT, title="Pier"), checker="Kim")
        yield desk
        assert_sound(desk)


def version(desk: Desk) -> VersionId:
    return desk.articles()[0].newest


def title_of(desk: Desk) -> Quote:
    return next(quote for quote in desk.quotes(version(desk)) if quote.text == "The Long Pier")


def logged(desk: Desk) -> LogSource:
    return log_source(desk, [])


def test_they_are_kept_and_not_counted(desk: Desk) -> None:
    kinds = [quote.kind for quote in desk.quotes(version(desk))]
    assert kinds == [QuoteKind.TITLE, QuoteKind.NAME, QuoteKind.DIRECT]
    assert desk.article_list.counts() == Counts(unverified=1)
    story = desk.stories()[0].id
    assert [quote.kind for quote in desk.story_quotes(story)] == [QuoteKind.DIRECT]
    assert [one.text for one in read_story_quotes(desk, story).occurrences] == [
        "We shot for nine weeks and lost two cameras,"
    ]


def test_the_log_counts_them_and_lists_what_somebody_worked_on(desk: Desk) -> None:
    source = logged(desk)
    assert [row.quote.kind for row in quote_rows(source)] == [QuoteKind.DIRECT]
    assert "2 titles and names in quotation marks are left out: nobody said them." in source.filter_in_force
    title = title_of(desk)
    desk.mark([title.id], MarkChange(Status.VERIFIED), checker="Kim")
    source = logged(desk)
    assert next(row.quote.text for row in quote_rows(source)) == "The Long Pier"
    assert "1 title or name in quotation marks is left out" in source.filter_in_force
    assert counts(quote_rows(source)) == desk.article_list.counts() == Counts(verified=1, unverified=1)


def test_a_mark_that_was_taken_back_stays_in_the_log(desk: Desk) -> None:
    title = title_of(desk)
    desk.mark([title.id], MarkChange(Status.DISPUTED, reason="wording altered"), checker="Kim")
    desk.unmark([title], checker="Kim")
    source = logged(desk)
    assert [len(row.marks) for row in quote_rows(source)] == [2, 0]
    assert counts(quote_rows(source)) == desk.article_list.counts() == Counts(unverified=1)


@pytest.mark.parametrize(
    "change", [MarkChange(Status.UNVERIFIED), MarkChange(note="It runs in May"), MarkChange(basis="document")]
)
def test_work_on_one_makes_it_count(desk: Desk, change: MarkChange) -> None:
    title = title_of(desk)
    desk.mark([title.id], change, checker="Kim")
    assert desk.article_list.counts() == Counts(unverified=2)
    desk.unmark([title], checker="Kim")
    assert desk.article_list.counts() == Counts(unverified=1)


def test_a_quotation_that_is_called_a_title_is_not_counted_and_stays_in_the_log(desk: Desk) -> None:
    said = next(quote for quote in desk.quotes(version(desk)) if quote.kind is QuoteKind.DIRECT)
    desk.corrections.attribute([said.id], said.attribution, QuoteKind.TITLE, checker="Kim")
    assert desk.article_list.counts() == Counts()
    assert desk.story_quotes(desk.stories()[0].id) == []
    assert [row.quote.id for row in quote_rows(logged(desk))] == [said.id]
    desk.corrections.attribute([said.id], said.attribution, said.kind, checker="Kim")
    assert desk.article_list.counts() == Counts(unverified=1)


def test_a_marked_quotation_that_is_called_a_title_still_counts(desk: Desk) -> None:
    said = next(quote for quote in desk.quotes(version(desk)) if quote.kind is QuoteKind.DIRECT)
    desk.mark([said.id], MarkChange(Status.DISPUTED), checker="Kim")
    desk.corrections.attribute([said.id], said.attribution, QuoteKind.TITLE, checker="Kim")
    assert desk.article_list.counts() == Counts(disputed=1)
    assert [quote.id for quote in desk.story_quotes(desk.stories()[0].id)] == [said.id]


def test_the_next_unverified_quote_is_none_of_them(desk: Desk) -> None:
    other = desk.add(prepared("The film “The Dry Dock” came out in June.\n", title="Dock"), checker="Kim")
    assert desk.next_unverified(desk.articles()[0].story_id, other.version_id) is None or other.story_id != (
        desk.articles()[0].story_id
    )
    desk.move_article(other.article_id, desk.articles()[0].story_id)
    assert desk.next_unverified(desk.articles()[0].story_id, version(desk)) is None


def test_marks_of_one_are_carried_to_the_next_version(desk: Desk) -> None:
    article = desk.articles()[0]
    desk.mark([title_of(desk).id], MarkChange(Status.VERIFIED), checker="Kim")
    desk.add(prepared(TEXT.replace("born", "raised"), title="Pier"), article=article.id, checker="Kim")
    assert title_of(desk).status is Status.VERIFIED
    assert desk.article_list.counts() == Counts(verified=1, unverified=1)


def test_two_checkers_work_on_one(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "b.desk"
    desk.blind_copy(copy)
    with Desk.open(copy) as other:
        assert other.article_list.counts() == desk.article_list.counts()
        other.mark([title_of(other).id], MarkChange(Status.DISPUTED), checker="Lee")
        said = next(quote for quote in other.quotes(version(other)) if quote.kind is QuoteKind.DIRECT)
        other.corrections.attribute([said.id], said.attribution, QuoteKind.NAME, checker="Lee")
    desk.merge(copy)
    assert desk.article_list.counts() == Counts(disputed=1)
    assert_sound(desk)
    desk.merge(copy)
    assert desk.article_list.counts() == Counts(disputed=1)


def test_a_quote_put_in_by_hand_is_no_title(desk: Desk) -> None:
    desk.corrections.add(version(desk), Span(0, 4), QuoteKind.DIRECT, checker="Kim")
    assert desk.article_list.counts() == Counts(unverified=2)
