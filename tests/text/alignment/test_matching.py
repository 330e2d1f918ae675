"""Matching of two lists of tokens: its edits are a way from one to the other, whichever of the two comes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.alignment.matching import Matcher

PIECES = st.lists(st.sampled_from(["the ", "gate ", "was ", "shut", ", ", ". ", "again ", "and ", "“"]), max_size=30)


def apply(edits: list[tuple[int, int, int, int]], first: list[str], second: list[str]) -> list[str]:
    result, at = [], 0
    for i1, i2, j1, j2 in edits:
        assert at <= i1 <= i2, "edits rise and do not overlap"
        assert i1 < i2 or j1 < j2, "no edit is empty"
        result += [*first[at:i1], *second[j1:j2]]
        at = i2
    return [*result, *first[at:]]


@given(PIECES, PIECES)
def test_the_edits_make_the_first_list_the_second(first: list[str], second: list[str]) -> None:
    assert apply(Matcher(first, second).edits(), first, second) == second


@given(PIECES, PIECES)
def test_exchanging_the_lists_exchanges_the_answer(first: list[str], second: list[str]) -> None:
    turned = [(j1, j2, i1, i2) for i1, i2, j1, j2 in Matcher(second, first).edits()]
    assert Matcher(first, second).edits() == turned


@given(PIECES)
def test_a_list_against_itself_has_no_edits_and_keeps_every_word(pieces: list[str]) -> None:
    matcher = Matcher(pieces, pieces)
    assert matcher.edits() == []
    assert matcher.words() == (matcher.retained_words([]),) * 2


@given(PIECES, PIECES)
def test_no_more_words_are_kept_than_can_be(first: list[str], second: list[str]) -> None:
    matcher = Matcher(first, second)
    most = matcher.most_retained_words()
    assert most is not None
    assert matcher.retained_words(matcher.edits()) <= most <= matcher.words_in_any_order() <= min(matcher.words())


def test_words_are_counted_without_punctuation() -> None:
    assert Matcher(["shut", ", ", "the ", "gate", "."], ["shut"]).words() == (3, 1)


def test_of_what_is_taken_as_moved_nothing_is_kept_in_its_place() -> None:
    first, second = ["one", "two", "three", "four", "five"], ["one", "three", "four", "five", "two"]
    matcher = Matcher(first, second)
    assert matcher.edits() == [(1, 2, 1, 1), (5, 5, 4, 5)]
    matcher.take_as_moved([((2, 5), (1, 4))])
    edits = matcher.edits()
    assert {at for i1, i2, _, _ in edits for at in range(i1, i2)} >= {2, 3, 4}
    assert (2, 5, 1, 4) in [(move.i1, move.i2, move.j1, move.j2) for move in matcher.moves(edits)]
