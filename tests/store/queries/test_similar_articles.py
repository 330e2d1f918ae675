from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.queries import similar_articles
from desktop.store.queries.similar_articles import Holders
from tests.store.desks import Ticking, backed_up_today, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import Added, ArticleId


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield backed_up_today(desk)


def _articles(desk: Desk, words: str) -> list[ArticleId]:
    return [desk.search.holder(version).article for version in desk.search.holders_of_words([words])[words].versions]


def test_holders_follow_what_becomes_of_articles(desk: Desk) -> None:
    first = desk.add(prepared("The heron left the weir.\n"))
    second = desk.add(prepared("A heron came to the harbour.\n"), story=first.story_id)
    assert _articles(desk, "heron") == [second.article_id, first.article_id]
    desk.add(prepared("A stork came to the harbour.\n"), article=second.article_id)  # which says no more of it
    assert _articles(desk, "heron") == [first.article_id]
    desk.delete_articles([first.article_id])
    assert desk.search.holders_of_words(["heron", "the harbour"])["heron"] == Holders([], 0)
    desk.restore_articles([first.article_id])
    [version] = desk.search.holders_of_words(["the weir"])["the weir"].versions
    holder = desk.search.holder(version)
    assert (holder.version, holder.story) == (first.version_id, first.story_id)


def test_no_more_than_the_newest_holders_are_given_however_many_versions_are_passed_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar_articles, "MOST", 2)
    added = [desk.add(prepared(f"The heron was seen again, for the {n}. time.\n")) for n in range(4)]
    for n in range(3):
        desk.add(prepared(f"The heron has come back, they say, {n}.\n"), article=added[3].article_id)
    assert _articles(desk, "heron") == [added[3].article_id, added[2].article_id]


@pytest.mark.parametrize("long", [20_000, 3])
def test_what_is_remembered_of_words_is_what_a_fresh_look_finds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, long: int
) -> None:
    monkeypatch.setattr(similar_articles, "MOST", 5)
    monkeypatch.setattr(similar_articles, "_LONG", long)
    chance = random.Random(6)
    words = ["heron", "weir", "harbour bridge", "Königs_platz", "the", "O’Neill", "stork", "…"]
    added: list[Added] = []
    for number in range(60):
        sentence = " ".join(chance.choices(words, k=4))
        text, there = prepared(f"Day {number}.\n\n{sentence}\n"), chance.choice(added) if added else None
        if there is None or chance.random() < 0.8:
            story = there.story_id if there is not None and chance.random() < 0.8 else None
            added.append(desk.add(text, story=story))
        elif chance.random() < 0.5:
            desk.add(text, article=there.article_id)
        else:
            added.remove(there)
            desk.delete_articles([there.article_id])
        asked = [*chance.sample(words, 5), "weir heron"]
        remembered = desk.search.holders_of_words(asked)
        with Desk.open(desk.path, read_only=True) as other:
            assert remembered == other.search.holders_of_words(asked)
    assert len(added) > 20


def test_a_new_title_is_found_where_the_words_were_asked_for_before(desk: Desk) -> None:
    first = desk.add(prepared("The heron left the weir.\n"))
    assert desk.search.holders_of_words(["heron", "stork"])["stork"] == Holders([], 0)
    desk.add(prepared("A stork came to the weir.\n", title="The heron has gone"))
    found = desk.search.holders_of_words(["heron", "stork", "gone a", "the weir"])
    assert [len(found[words].versions) for words in ("heron", "stork", "gone a", "the weir")] == [2, 1, 0, 2]
    assert desk.search.holder(found["heron"].versions[1]).article == first.article_id
