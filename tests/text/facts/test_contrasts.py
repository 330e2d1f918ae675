"""Contrast of two readings: which facts one side alone has, which answer each other, and how that is told."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.changes import AlertKind
from desktop.text.facts.contrasts import Contrast, apart, idle
from desktop.text.facts.stated_facts import Fact, Reading, Side, forms_in
from desktop.text.languages.registry import lexicon_of
from desktop.text.words import Tokens

FACTS = st.lists(st.builds(Fact, st.sampled_from(["5", "6", "7"]), st.just(0), st.just(1)), max_size=8)


def reading(text: str, words: str) -> Reading:
    """What stands at `words`, which stand once in the text."""
    tokens = Tokens(text)
    side = Side(tokens, forms_in(lexicon_of(text, text)), lambda _: False)
    starts = list(tokens.starts)
    at = text.index(words)
    first = starts.index(at)
    last = next((n for n, start in enumerate(starts) if start >= at + len(words)), len(starts))
    return Reading(side, first, last)


def contrast(a: str, mine: str, b: str, theirs: str) -> Contrast:
    return Contrast(reading(a, mine), reading(b, theirs), (a.index(mine), b.index(theirs)))


@given(FACTS, FACTS)
def test_what_one_side_alone_states_and_what_both_do_is_all_that_is_stated(
    mine: list[Fact], theirs: list[Fact]
) -> None:
    first, second = ([fact.value for fact in side] for side in apart(mine, theirs))
    assert not set(first) & set(second)
    both = Counter(fact.value for fact in mine) & Counter(fact.value for fact in theirs)
    assert both + Counter(first) == Counter(fact.value for fact in mine)
    assert both + Counter(second) == Counter(fact.value for fact in theirs)


def test_numbers_in_the_same_place_answer_each_other_and_both_are_told() -> None:
    found = contrast("They saw 5 boats there.", "5", "They saw 6 boats there.", "6")
    [pair] = found.answering(*apart(found.mine.numbers, found.theirs.numbers))
    assert found.printed(pair) == ("5", "6")
    alert = found.alert(AlertKind.NUMBER, pair, "The number")
    assert (alert.a, alert.b, alert.a_text, alert.b_text) == (Span(9, 10), Span(9, 10), "5", "6")
    assert alert.why == "The number differs: “5” against “6”."


@pytest.mark.parametrize(("in_a", "side"), [(True, "A"), (False, "B")])
def test_what_only_one_side_has_is_told_of_that_side_and_the_other_has_its_place(in_a: bool, side: str) -> None:
    found = contrast("They saw 5 boats there.", "5", "They saw 5 boats there.", "5")
    fact = found.mine.numbers[0]
    alert = found.alert(AlertKind.NUMBER, (fact, None) if in_a else (None, fact), "The number")
    assert alert.why == f"Only {side} has the number “5”."
    assert len(alert.b if in_a else alert.a) == 0


def test_a_long_rewriting_is_not_read_fact_by_fact() -> None:
    short, long = "The 5 boats left.", "The harbour master and all of his many crews, 5 of them, left."
    assert contrast(short, "5 boats", short, "5 boats").readable
    assert not contrast(short, "5 boats", long, long[4:-7]).readable


def test_only_articles_titles_and_punctuation_are_idle() -> None:
    found = reading("the, a boat", "the, a boat")
    size = len(found.side.tokens.pieces)
    boat = next(at for at in range(size) if found.side.around(at) == "boat")
    assert idle(found.side, 0, boat)
    assert not idle(found.side, 0, boat + 1)
