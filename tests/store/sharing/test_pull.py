"""What others tell comes in any order, of stories that one shares in part: it is taken as soon as it makes sense."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from desktop.domain import ArticleId, MarkChange, Metadata, StoryId, VersionId
from tests.newsroom import SECRET, Checker, ann, ben, harbour
from tests.store.desks import TEXT, prepared
from tests.store.upkeep.test_merge import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.sharing_server import HubDatabase

__all__ = ["ann", "ben"]  # fixtures
SECOND = TEXT.replace("on Monday", "on Tuesday")


@pytest.fixture
def cleo(tmp_path: Path, hub_database: HubDatabase) -> Iterator[Checker]:
    checker = Checker(tmp_path / "cleo.desk", "Cleo", hub_database)
    yield checker
    checker.close()


@contextmanager
def not_yet_told(hub: HubDatabase, text: str) -> Iterator[None]:
    """Let a hub be as it is while another desk is still telling it of the addition of a version, and tell it then."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    which = f"""content LIKE '{{"act":"version added"%%' AND content LIKE '%%{sha256}%%'""".replace("%%", "%")
    hub.doctored(f"CREATE TABLE kept AS SELECT * FROM verbatim.content WHERE {which}")
    [(count,)] = hub.run("SELECT count(*) FROM kept")
    assert count
    hub.doctored(f"DELETE FROM verbatim.content WHERE {which}")
    yield
    hub.doctored(
        "INSERT INTO verbatim.late SELECT story_id, chain_id, number FROM kept ON CONFLICT DO NOTHING;"
        " INSERT INTO verbatim.content SELECT * FROM kept; DROP TABLE kept"
    )


def story(checker: Checker, title: str) -> StoryId:
    return next(one.id for one in checker.desk.stories() if one.title == title)


def uid(checker: Checker, title: str) -> str:
    return next(one.uid for one in checker.desk.stories() if one.title == title)


def holding(checker: Checker, text: str) -> tuple[ArticleId, VersionId]:
    """Return the article and the version that hold a text."""
    return next(
        (article.id, info.id)
        for article in checker.desk.articles()
        for info in checker.desk.versions(article.id)
        if checker.desk.version(info.id).text == text
    )


def assert_sound(*checkers: Checker) -> None:
    for checker in checkers:
        assert checker.desk.check().findings == []


def entries(checker: Checker) -> set[str]:
    return {hash_ for hash_, _ in checker.desk.chains.entries()}


# -- what is told before what it needs ---------------------------------------------------------------------------------


def test_marks_wait_for_the_quote_that_they_are_about_and_hold_up_nothing_else(
    ann: Checker, ben: Checker, hub_database: HubDatabase
) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    article, version = holding(ann, SECRET)
    ann.desk.mark([ann.desk.quotes(version)[0].id], MarkChange(note="of the secret"), checker="Ann")
    ann.sync()
    ben.sync()  # knows the place of that mark
    ann.desk.move_article(article, story(ann, "Harbour"), checker="Ann")
    ann.desk.mark([ann.desk.quotes(version)[0].id], MarkChange(note="in the harbour"), checker="Ann")
    ann.mark(1)
    ann.sync()
    with not_yet_told(hub_database, SECRET):
        assert ben.sync()
        assert ben.quotes()[1].marks == 1
        assert not ben.sync()
        assert_sound(ben)
    ben.sync()
    assert {mark.note for mark in ben.desk.history(ben.quotes()[-1].id)} == {"of the secret", "in the harbour"}
    assert_sound(ann, ben)


def test_a_version_may_be_told_before_the_one_that_says_to_which_story_its_article_belongs(
    ann: Checker, ben: Checker, hub_database: HubDatabase
) -> None:
    ann.desk.add(prepared(SECOND), article=holding(ann, TEXT)[0], checker="Ann")
    ann.share(harbour(ann))
    with not_yet_told(hub_database, TEXT):
        ben.join(harbour(ann))
        [article] = ben.desk.articles()
        assert (ben.desk.version(article.newest).text, article.story_id) == (SECOND, story(ben, "Harbour"))
        assert_sound(ben)
    ben.sync()
    assert [one.text_sha256 for one in ben.desk.versions(article.id)] == [
        hashlib.sha256(text.encode()).hexdigest() for text in (SECOND, TEXT)
    ]
    assert_sound(ben)


# -- what comes of stories that are not shared -------------------------------------------------------------------------


def test_a_version_that_was_put_into_a_shared_article_comes_without_the_private_one_it_is_from(
    ann: Checker, ben: Checker
) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    private, shared = holding(ann, SECRET)[0], holding(ann, TEXT)[0]
    added = ann.desk.add(prepared(SECOND), article=private, checker="Ann")
    ann.desk.version_moves.place([added.version_id], shared, checker="Ann")
    ann.sync()
    ben.sync()
    assert [ben.desk.version(info.id).text for info in ben.desk.versions(holding(ben, TEXT)[0])] == [SECOND, TEXT]
    assert len(ben.desk.articles()) == 1
    assert "may be printed" not in str(content(ben.desk))
    assert_sound(ann, ben)


def test_a_version_that_was_put_into_a_private_article_stays_where_it_was(ann: Checker, ben: Checker) -> None:
    article = holding(ann, TEXT)[0]
    added = ann.desk.add(prepared(SECOND), article=article, checker="Ann")
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    ann.desk.version_moves.place([added.version_id], holding(ann, SECRET)[0], checker="Ann")
    ann.sync()
    ben.sync()
    assert len(ben.desk.versions(holding(ben, TEXT)[0])) == 2
    assert_sound(ann, ben)
    private = uid(ann, "Private")
    ann.share(private)
    ben.join(private)
    assert [len(ben.desk.versions(article.id)) for article in ben.desk.articles()] == [1, 2]
    assert content(ann.desk) == content(ben.desk)
    assert_sound(ann, ben)


# -- what is one by now ------------------------------------------------------------------------------------------------


def test_what_is_said_of_an_article_under_a_name_that_it_had_before_counts(
    ann: Checker, ben: Checker, cleo: Checker
) -> None:
    """Ann and Ben captured one address; Cleo knows what one of them captured."""
    shared = []
    for checker in (ann, ben):
        story = checker.desk.new_story("Quay", checker=checker.name)
        text = f"“Nobody came,” said Ada Brink to {checker.name}.\n"
        checker.desk.add(prepared(text, url="https://x.example/quay"), story=story.id, checker=checker.name)
        checker.share(story.uid)
        shared.append(story.uid)
    names = [one.uid for checker in (ann, ben) for one in checker.desk.articles() if one.metadata.url]
    behind, before = (ben, ann) if names[1] > names[0] else (ann, ben)  # the smaller name stays
    cleo.join(shared[behind is ben])
    [article] = cleo.desk.articles()
    ann.join(shared[1])
    ben.join(shared[0])
    for checker in (behind, before, behind, before):
        checker.sync()
    cleo.desk.edit_metadata(article.id, Metadata(title="As Cleo calls it"), checker="Cleo")
    cleo.room.sync_once(take=False)
    for checker in (ann, ben):
        checker.sync()
        assert [one.metadata.title for one in checker.desk.articles() if one.uid in names] == ["As Cleo calls it"]
    assert_sound(ann, ben, cleo)


def test_a_quote_loses_the_marks_it_had_from_the_version_before_when_that_is_put_behind_it(
    ann: Checker, ben: Checker
) -> None:
    ann.share(harbour(ann))
    ben.join(harbour(ann))
    article, first = holding(ann, TEXT)
    ann.desk.add(prepared(SECOND), article=article, checker="Ann")
    ann.room.sync_once(take=False)
    ben.mark(1, note="of the first version")  # without knowing the second one
    ben.sync()
    ann.sync()
    quote = ben.quotes()[1]
    assert quote.marks == 1  # of the second version by now
    ann.desk.version_moves.place([first], article, checker="Ann")
    ann.sync()
    ben.sync()
    assert_sound(ann, ben)
    assert content(ben.desk)["articles"].items() <= content(ann.desk)["articles"].items()
