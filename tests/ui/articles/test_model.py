"""The list shows stories, articles and versions as the desk has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from desktop.domain import Counts, MarkChange, Status
from desktop.ui.articles.model import ArticleModel, ArticleRow, Order, Show, StoryRow, counts_in_words

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


def titles(model: ArticleModel) -> list[str]:
    rows = [model.row(number) for number in range(model.rowCount())]
    return [row.article.metadata.title for row in rows if isinstance(row, ArticleRow)]


def test_the_model_keeps_the_rules_of_qt(session: Session) -> None:
    model = ArticleModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.reload()
    model.show = Show.DISPUTED
    model.reload()
    assert tester.model() is model


def test_a_story_stands_above_its_five_articles(session: Session) -> None:
    model = ArticleModel(session)
    model.reload()
    assert isinstance(model.row(0), StoryRow)
    assert len(titles(model)) == 5
    assert titles(model)[2].startswith("US says Russia buying North Korea shells")


def test_words_filter_by_headline(session: Session) -> None:
    model = ArticleModel(session)
    model.words = "desperate"
    model.reload()
    assert len(titles(model)) == 1


def test_a_filter_shows_only_articles_with_a_disputed_quote(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.b is not None
    quote = session.desk.quotes(session.pair.b.id)[0]
    session.desk.mark([quote.id], MarkChange(status=Status.DISPUTED), checker="Ada")
    model = ArticleModel(session)
    model.show = Show.DISPUTED
    model.reload()
    assert titles(model) == [session.pair.b.info.metadata.title]
    assert model.totals[Show.DISPUTED] == 1


def test_sorting_by_headline_ignores_quotation_marks(session: Session) -> None:
    model = ArticleModel(session)
    model.order = Order.HEADLINE
    model.reload()
    assert titles(model)[0].startswith("‘Desperate’")


def test_folding_a_story_hides_its_articles_and_unfolding_brings_them_back(session: Session) -> None:
    model = ArticleModel(session)
    model.reload()
    story = model.row(0)
    assert isinstance(story, StoryRow)
    model.fold(story)
    assert titles(model) == []
    model.fold(story)
    assert len(titles(model)) == 5


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_counts_in_words_have_right_plurals(verified: int, disputed: int, unverified: int) -> None:
    words = counts_in_words(Counts(verified, disputed, unverified))
    total = verified + disputed + unverified
    assert words.startswith("no quotes" if total == 0 else "1 quote ·" if total == 1 else f"{total} quotes ·")
    if total:
        assert words.endswith("all checked") == (unverified == 0)
