"""What an open desk finds by words: articles, quotes, people, and quotes of other stories that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WALL = "“The wall of the northern quay is no longer safe for anybody,” said Ada Brink.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(prepared(url="https://example.org/harbour"), story=desk.new_story("Harbour").id)
        desk.add(prepared(WALL, source="a"), story=desk.new_story("Quay").id)
        desk.add(prepared(f"{WALL}\nIt rained.", source="b"), story=desk.new_story("Wall").id)
        yield desk


def test_the_last_word_may_be_unfinished(desk: Desk) -> None:
    assert desk.search.find("northern qua")
    assert desk.search.find("harbour")
    assert desk.search.find("qua northern") == []
    assert desk.search.find("xylophone") == []
    assert len(desk.search.find("the", limit=1)) == 1


def test_people_are_found_by_a_part_of_their_name(desk: Desk) -> None:
    assert {hit.name for hit in desk.search.people("brin")} == {"Ada Brink"}
    assert desk.search.people("nobody") == []


def test_quotes_that_share_rare_words_are_those_of_other_stories(desk: Desk) -> None:
    quote = next(quote for article in desk.articles() for quote in desk.quotes(article.newest) if "wall" in quote.text)
    found, weights = desk.search.quotes_sharing_words(quote)
    assert [each.text for each in found] == [quote.text]
    assert found[0].version_id != quote.version_id
    assert weights["northern"] > 0


def test_articles_are_found_by_words_in_a_row_and_by_their_address(desk: Desk) -> None:
    assert len(desk.search.holders_of_words(["northern"])["northern"]) == 2
    assert len(desk.search.holders_of_address("example.org/harbour")) == 1
    assert desk.search.holders_of_address("example.net") == []
