"""What the checker decides of pairs is kept on the desk, and followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories import decisions
from desktop.desk.stories.story_quotes import StoryQuotes, read_story_quotes
from desktop.domain import VerbatimError
from tests.store.desks import prepared
from tests.ui.matrix.conftest import TEXTS, make_story

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_story(tmp_path / "harbour.desk")


def pair_of(quotes: StoryQuotes, *words: str) -> frozenset[str]:
    return frozenset(next(uid for uid, quote in quotes.quotes.items() if word in quote.text) for word in words)


def test_quotes_of_the_newest_versions_are_told_with_their_surroundings(path: Path) -> None:
    with Desk.open(path) as desk:
        quotes = read_story_quotes(desk, desk.stories()[0].id)
        assert len(quotes.articles) == 3
        assert len(quotes.occurrences) == len(quotes.quotes) == 7
        first = quotes.occurrences[0]
        assert first.after.startswith("” said Ada Brink")
        assert TEXTS["Daily Quay"][first.span.start : first.span.end] == first.text


def test_not_the_same_parts_and_is_kept_and_forgotten(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        quotes = read_story_quotes(desk, story)
        before = len(quotes.group().statements)
        pair = pair_of(quotes, "nine months", "six months")
        decisions.decide(desk, story, pair, False)
    with Desk.open(path) as desk:
        assert decisions.decision(desk, story, pair) is False
        assert len(read_story_quotes(desk, story).group().statements) == before + 1
        decisions.decide(desk, story, pair, None)
        assert decisions.decision(desk, story, pair) is None
        assert len(read_story_quotes(desk, story).group().statements) == before


def test_the_same_joins_what_the_program_only_suggests(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        quotes = read_story_quotes(desk, story)
        pair = pair_of(quotes, "were asked", "were consulted")
        decisions.decide(desk, story, pair, True)
        joined = read_story_quotes(desk, story).group()
        assert len(joined.statements) == len(quotes.group().statements) - 1
        assert any(link.by_hand for link in joined.links)


def test_decisions_of_one_story_say_nothing_of_another(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        pair = frozenset({"a", "b"})
        decisions.decide(desk, story, pair, True)
        assert decisions.decision(desk, desk.new_story("Other").id, pair) is None


def test_origins_count_only_what_was_confirmed(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        quotes = read_story_quotes(desk, story)
        assert len(quotes.origins()) == 3
        most = quotes.shared_runs()[0]
        assert most.suggested
        pair = frozenset((str(most.a), str(most.b)))
        decisions.decide_origin(desk, story, pair, True)
        assert len(read_story_quotes(desk, story).origins()) == 2
        decisions.decide_origin(desk, story, pair, False)
        assert decisions.origin_decision(desk, story, pair) is False
        assert len(read_story_quotes(desk, story).origins()) == 3


def test_a_desk_that_can_only_be_read_keeps_no_decision(path: Path) -> None:
    with Desk.open(path, read_only=True) as desk:
        with pytest.raises(VerbatimError):
            decisions.decide(desk, desk.stories()[0].id, frozenset({"a", "b"}), True)
        assert decisions.decision(desk, desk.stories()[0].id, frozenset({"a", "b"})) is None


def test_a_decision_holds_for_the_same_words_in_a_newer_version(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        quotes = read_story_quotes(desk, story)
        pair = pair_of(quotes, "nine months", "six months")
        decisions.decide(desk, story, pair, False)
        longer = TEXTS["Daily Quay"] + "\nMore is to be said on Monday.\n"
        desk.add(prepared(longer, source="later.txt"), article=quotes.articles[0].id)
        again = read_story_quotes(desk, story)
        now = pair_of(again, "nine months", "six months")
        assert now != pair
        assert again.decisions == {now: False}
        decisions.decide(desk, story, now, None)
        assert read_story_quotes(desk, story).decisions == {}


def test_a_decision_does_not_move_to_words_that_only_look_alike(path: Path) -> None:
    with Desk.open(path) as desk:
        story = desk.stories()[0].id
        quotes = read_story_quotes(desk, story)
        decisions.decide(desk, story, pair_of(quotes, "nine months", "six months"), False)
        changed = TEXTS["Daily Quay"].replace("nine months", "eight months")
        desk.add(prepared(changed, source="later.txt"), article=quotes.articles[0].id)
        assert read_story_quotes(desk, story).decisions == {}
