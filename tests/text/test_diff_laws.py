from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.text.alignment import token_codes as codes
from desktop.text.changes import ChangeKind, Comparison, Kind
from desktop.text.diff import compare, token_edits
from desktop.text.passages import paragraphs
from desktop.text.words import tokenise
from tests.text.revisions import articles, as_a_newsroom_would, changes_of, crowded, outside, pairs, revisions, texts

SWAPPED = {ChangeKind.INSERTED: ChangeKind.DELETED, ChangeKind.DELETED: ChangeKind.INSERTED}

pytestmark = pytest.mark.timeout(3_600)  # a night's examples take their time

# Five hundred examples by day; a profile may ask for more.
law = settings(max_examples=max(500, settings().max_examples))


def rows_cover(comparison: Comparison, a: str, b: str) -> None:
    for text, sides in ((a, [row.a for row in comparison.rows]), (b, [row.b for row in comparison.rows])):
        shown = "".join(span.of(text) for span in sorted(side for side in sides if side))
        assert "".join(shown.split()) == "".join("".join(span.of(text) for span in paragraphs(text)).split())


@law
@given(pairs)
@example(as_a_newsroom_would(318867405))  # text that moved stands beside a paragraph that did, in both texts
def test_what_is_left_outside_the_changes_is_the_same_on_both_sides(pair: tuple[str, str]) -> None:
    a, b = pair
    found = changes_of(a, b)
    assert outside(a, [change.a for change in found]) == outside(b, [change.b for change in found])


@law
@given(crowded, crowded)
@example(").l,", "e).n.\n,")
def test_two_edits_never_touch_however_far_the_first_was_moved_along_equal_text(a: str, b: str) -> None:
    edits = token_edits(list(a), list(b))
    assert all(one[1] < other[0] or one[3] < other[2] for one, other in pairwise(edits))
    found = changes_of(a, b)
    assert outside(a, [change.a for change in found]) == outside(b, [change.b for change in found])


@law
@given(pairs)
def test_no_change_starts_or_ends_inside_a_token(pair: tuple[str, str]) -> None:
    a, b = pair
    within_a = {at for word in tokenise(a) for at in range(word.start + 1, word.end)}
    within_b = {at for word in tokenise(b) for at in range(word.start + 1, word.end)}
    for change in changes_of(a, b):
        assert not within_a & {change.a.start, change.a.end}
        assert not within_b & {change.b.start, change.b.end}


@law
@given(pairs)
def test_swapping_the_texts_swaps_inserted_and_deleted_and_nothing_else(pair: tuple[str, str]) -> None:
    a, b = pair
    one = sorted((change.kind, change.a, change.b) for change in changes_of(a, b))
    other = sorted((SWAPPED.get(change.kind, change.kind), change.b, change.a) for change in changes_of(b, a))
    assert one == other


@law
@given(st.one_of(texts, articles.map(lambda pair: pair[1])))
def test_a_text_against_itself_has_no_changes(text: str) -> None:
    assert changes_of(text, text) == ()


@law
@given(st.one_of(revisions(), articles))
def test_the_same_input_gives_the_same_output_whatever_was_compared_before(pair: tuple[str, str]) -> None:
    first = compare(*pair)
    codes._shared_codebook.cache_clear()
    assert compare(*pair) == first


@law
@given(pairs)
def test_every_change_is_listed_once_in_reading_order(pair: tuple[str, str]) -> None:
    places = [(change.a.start, change.a.end, change.b.start, change.b.end) for change in changes_of(*pair)]
    assert places == sorted(set(places))


@given(pairs)
def test_rows_hold_every_paragraph_once_and_rise_on_both_sides(pair: tuple[str, str]) -> None:
    found = compare(*pair, kind=Kind.VERSIONS)
    rows_cover(found, *pair)
    for side in ("a", "b"):
        spans = [getattr(row, side) for row in found.rows if getattr(row, side)]
        assert spans == sorted(spans)


@given(revisions())
def test_accounts_hold_every_paragraph_once_and_pair_each_at_most_once(pair: tuple[str, str]) -> None:
    found = compare(*pair, kind=Kind.ACCOUNTS)
    rows_cover(found, *pair)
    assert len({match.a for match in found.pairs}) == len({match.b for match in found.pairs}) == len(found.pairs)


words = st.lists(st.sampled_from(["the", "of", "a", "cat", "dog", "ran", "Ran", ".", ","]), max_size=14)


@settings(max_examples=60)
@given(words, words)
def test_token_edits_make_the_first_list_the_second(a: list[str], b: list[str]) -> None:
    i = j = 0
    for i1, i2, j1, j2 in [*token_edits(a, b), (len(a), len(a), len(b), len(b))]:
        assert [word.lower() for word in a[i:i1]] == [word.lower() for word in b[j:j1]]
        i, j = i2, j2
    assert (i, j) == (len(a), len(b))
