"""Sources of a story: named and taken back by entries, kept apart from the articles and their counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import log_source
from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.domain import Counts, SourceDetails, SourceKind, VerbatimError
from tests.ui.matrix.conftest import make_story

if TYPE_CHECKING:
    from pathlib import Path

NOTES = SourceDetails(SourceKind.NOTES, primary=False, place="the quay", speakers="Ada Brink")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_story(tmp_path / "harbour.desk")


def test_a_source_is_remembered_with_what_was_said_about_it(path: Path) -> None:
    with Desk.open(path) as desk:
        article = desk.articles()[0]
        desk.name_source(article.id, NOTES, checker="Ada")
    with Desk.open(path) as desk:
        assert dict(desk.article_list.sources()) == {article.id: NOTES}
        assert desk.check().sound
        desk.name_source(article.id, None, checker="Ada")
        assert not desk.article_list.sources()
        kinds = [entry.kind for _, entry in desk.chains.entries() if entry.subject == article.uid]
        assert kinds.count("source named") == 2


def test_quotes_of_a_source_are_not_among_those_to_check(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        first, *others = desk.articles(story=story)
        before = desk.article_list.totals()[1]
        desk.name_source(first.id, NOTES)
        assert desk.article_list.state().lines[first.id].source
        assert desk.article_list.totals()[1] == Counts(0, 0, before.unverified - first.counts.unverified)
        assert [article.id for article in read_story_quotes(desk, story).articles] == [each.id for each in others]
        assert first.newest not in {quote.version_id for quote in desk.story_quotes(story)}
        reached = desk.next_unverified(story, others[-1].newest)
        assert reached is not None
        assert reached.version_id == others[0].newest
        assert not log_source(desk, []).quotes[first.newest]
        desk.name_source(first.id, None)
        assert desk.article_list.totals()[1] == before


def test_a_locked_story_takes_no_source(path: Path) -> None:
    with Desk.open(path) as desk:
        article = desk.articles()[0]
        desk.lock_story(article.story_id, locked=True)
        with pytest.raises(VerbatimError):
            desk.name_source(article.id, NOTES)
        assert not desk.article_list.sources()


def test_sources_come_with_a_merge_whatever_the_numbers_of_the_articles(path: Path, tmp_path: Path) -> None:
    with Desk.open(path) as desk:
        last = desk.articles()[-1]
        desk.name_source(last.id, NOTES)
    with Desk.create(tmp_path / "other.desk") as other:
        other.merge(path)
        (id_,) = other.article_list.sources()
        assert other.article(id_).uid == last.uid
        assert other.article_list.sources()[id_] == NOTES
    with Desk.open(path) as desk:
        desk.merge(tmp_path / "other.desk")
        assert dict(desk.article_list.sources()) == {last.id: NOTES}
