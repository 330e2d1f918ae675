"""The quick comparison by whole sentences: what it leaves unmarked is the same, and it says that it is coarse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.coarse import coarse
from desktop.text.progress import Cancelled
from desktop.text.words import fold

if TYPE_CHECKING:
    from desktop.text.changes import Comparison

_SENTENCES = ("The mayor left.", "Five ships sailed.", "Nobody was hurt!", "“It is late,” he said.", "Why?", "no stop")
_A = "The mayor left. Five ships sailed. Nobody was hurt.\n\nThe port is closed.\n\nIt rained."
_B = "The mayor left. Six ships sailed. Nobody was hurt.\n\nIt rained.\n\nThe sun came out."

texts = st.lists(st.lists(st.sampled_from(_SENTENCES), max_size=5).map(" ".join), max_size=8).map("\n\n".join)


def _words_outside(text: str, changed: list[Span]) -> list[str]:
    parts, at = [], 0
    for span in sorted(changed):
        parts.append(text[at : span.start])
        at = span.end
    return " ".join([*parts, text[at:]]).split()


def _a_and_b(found: Comparison, a: str, b: str) -> tuple[list[str], list[str]]:
    return [c.a.of(a) for c in found.changes], [c.b.of(b) for c in found.changes]


def test_changed_sentences_are_marked_whole() -> None:
    mine, theirs = _a_and_b(coarse(_A, _B), _A, _B)
    assert mine == ["Five ships sailed.", "The port is closed.", ""]
    assert theirs == ["Six ships sailed.", "", "The sun came out."]


def test_it_says_that_it_is_coarse() -> None:
    found = coarse(_A, _B)
    assert found.coarse
    assert found.why.startswith("Coarse")


def test_paragraphs_that_share_a_sentence_stand_beside_each_other() -> None:
    top = coarse(_A, _B).rows[0]
    assert top.a is not None
    assert top.b is not None
    assert (top.a.of(_A), top.b.of(_B)) == (_A.partition("\n")[0], _B.partition("\n")[0])


def test_texts_with_hardly_a_sentence_in_common_are_not_painted_all_over() -> None:
    found = coarse("One thing.\n\nAnother thing.", "Something else. And more of it.")
    assert not found.changes
    assert "hardly" in found.why


def test_typography_is_no_change() -> None:
    assert not coarse("He said: “It’s late.”", 'He said: "It\'s late."').changes


def test_hidden_text_is_left_out() -> None:
    a, b = "Join now!\n\nThe mayor left.", "The mayor left."
    assert not coarse(a, b, hidden_a=[Span(0, 9)]).changes


@pytest.mark.parametrize("word", ["the ", "x", "ab cd ", "语"])
def test_a_single_line_of_one_word_again_and_again_is_answered(word: str) -> None:
    found = coarse(word * 30_000, word * 29_000)
    assert len(found.rows) == 1


def test_one_long_line_without_stops_keeps_what_is_the_same() -> None:
    a = " ".join(f"word{n}" for n in range(20_000))
    found = coarse(a, a.replace("word700 ", "other "))
    assert 0 < sum(len(change.a) for change in found.changes) < 2_000


def test_it_stops_when_it_is_told_to() -> None:
    with pytest.raises(Cancelled):
        coarse(_A, _B, cancelled=lambda: True)


@given(texts, texts)
def test_what_is_not_marked_is_the_same_in_both(a: str, b: str) -> None:
    found = coarse(a, b)
    if found.changes or found.stats.alike == 1:
        kept_a = _words_outside(a, [change.a for change in found.changes])
        kept_b = _words_outside(b, [change.b for change in found.changes])
        assert fold(" ".join(kept_a)) == fold(" ".join(kept_b))


@given(texts, texts)
def test_changes_come_in_order_and_rows_hold_every_word(a: str, b: str) -> None:
    found = coarse(a, b)
    assert [change.a for change in found.changes] == sorted(change.a for change in found.changes)
    assert [change.b for change in found.changes] == sorted(change.b for change in found.changes)
    for text, spans in ((a, [row.a for row in found.rows]), (b, [row.b for row in found.rows])):
        assert " ".join(span.of(text) for span in spans if span is not None).split() == text.split()


@given(texts)
def test_a_text_against_itself_has_no_change(a: str) -> None:
    found = coarse(a, a)
    assert not found.changes
    assert found.stats.alike == 1
