"""Candidates for an earlier quote are found by the words they share, wherever they stand on the desk."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import Prepared
from desktop.desk.stories.earlier_quotes import read_candidates
from desktop.domain import FoundQuote, QuoteKind, Span
from tests.benchmarks.big_desk import Words, altered
from tests.store.desks import capture

if TYPE_CHECKING:
    from pathlib import Path


def quoted(*said: str, title: str = "") -> Prepared:
    """Make an article of nothing but quotes."""
    text, found = "", []
    for one in said:
        start = len(text) + 1
        found.append(FoundQuote(Span(start, start + len(one)), QuoteKind.DIRECT))
        text += f"“{one}”\n\n"
    return Prepared(capture(text, title=title or said[0]), tuple(found))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.create(tmp_path / "one.desk")
    desk.add(quoted("The harbour bridge stays closed until the cable is tested", "We regret nothing"))
    return desk


def test_a_quote_of_another_story_is_found_and_one_of_its_own_is_not(desk: Desk) -> None:
    first = desk.articles()[0]
    own = desk.add(quoted("Harbour bridge: closed, the cable untested", "Cable and bridge and harbour"))
    [new, _] = desk.quotes(own.version_id)
    found, telling = desk.search.quotes_sharing_words(new)
    assert [quote.id for quote in found] == [desk.quotes(first.newest)[0].id]
    assert telling["closed"] > telling["harbour"] > 0
    assert "the" not in telling
    desk.close()


def test_deleted_quotes_and_articles_are_not_found(desk: Desk) -> None:
    first = desk.articles()[0]
    new = desk.quotes(desk.add(quoted("The harbour bridge is closed")).version_id)[0]
    old = desk.quotes(first.newest)[0]
    desk.corrections.delete([old.id])
    assert desk.search.quotes_sharing_words(new)[0] == []
    desk.corrections.restore([old.id])
    assert desk.search.quotes_sharing_words(new)[0] == [old]
    desk.delete_articles([first.id])
    assert desk.search.quotes_sharing_words(new)[0] == []
    desk.close()


@pytest.mark.parametrize("text", ["To be or not to be", "…", "!!", "\x00", '"', "a" * 20_000, "cable " * 5000])
def test_any_text_can_be_looked_up(desk: Desk, text: str) -> None:
    new = desk.quotes(desk.add(quoted(text)).version_id)[0]
    assert isinstance(read_candidates(desk, new).rated(), list)
    desk.close()


def test_altered_and_cut_copies_find_their_originals_among_common_words(tmp_path: Path) -> None:
    words = Words(seed=11)
    sentences = [" ".join(words.draw(words.chance.randrange(10, 30))) for _ in range(1500)]
    chosen = random.Random(3).sample(range(len(sentences)), 40)
    with Desk.create(tmp_path / "many.desk") as desk:
        originals = [desk.quotes(desk.add(quoted(*sentences[n : n + 300])).version_id) for n in range(0, 1500, 300)]
        by_place = [quote for quotes in originals for quote in quotes]
        hits = 0
        for place in chosen:
            copy = desk.add(quoted(" ".join(altered(sentences[place].split(), words)), title=f"copy {place}"))
            found = read_candidates(desk, desk.quotes(copy.version_id)[0]).rated()
            hits += any(before.quote.id == by_place[place].id for before in found)
    assert hits >= 38
