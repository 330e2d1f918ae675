"""Laws of the search in sources, for texts made up by hypothesis."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.sources.kinds import Kind
from desktop.text.sources.match import SourceSearch, SourceText
from desktop.text.sources.units import printed_words

_NOUNS = (
    "river bridge council winter harbor engine lantern quarry ferry mayor copper island gravel tunnel orchard signal"
)
_COMMON = "the of and to in it was that we they is not never a on at for"
_WORDS = [*_NOUNS.split(), *_COMMON.split()]
_LIGHTER = {Kind.VERBATIM, Kind.SPELLING, Kind.CLEANED, Kind.TRIMMED, Kind.ELLIPSIS, Kind.BRACKET}


@st.composite
def speeches(draw: st.DrawFn) -> list[str]:
    return draw(st.lists(st.sampled_from(_WORDS), min_size=30, max_size=120))


def _words(text: str) -> list[str]:
    return [word.fold for word in printed_words(text)]


@given(speeches(), st.data())
def test_an_excerpt_is_found_word_for_word(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 12))
    last = data.draw(st.integers(first + 10, len(words)))
    quote = " ".join(words[first:last])
    text = "MAYOR LEE: " + " ".join(words) + "."
    [*found] = SourceSearch([SourceText("a", text)]).match(quote)
    assert found
    assert found[0].kinds == (Kind.VERBATIM,)
    assert text[found[0].start : found[0].end] == quote


@given(speeches(), st.data())
def test_a_word_that_was_never_said_is_never_passed_over(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 16))
    other = list(words[first : first + 16])
    other[data.draw(st.integers(0, 15))] = "zeppelin"
    for found in SourceSearch([SourceText("a", " ".join(words))]).match(" ".join(other)):
        assert found.kind not in _LIGHTER


@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=20))
def test_any_text_ends_without_an_error(text: str, quote: str, speaker: str) -> None:
    for found in SourceSearch([SourceText("a", text), SourceText("b", quote)]).match(quote, speaker):
        assert 0 <= found.start < found.end
        assert found.kinds


@given(st.text(alphabet="ab .,-—'’[]()…\n$%19", max_size=120), st.text(alphabet="ab .-—'’[]…$%19", max_size=60))
def test_marks_of_all_sorts_end_without_an_error(text: str, quote: str) -> None:
    for found in SourceSearch([SourceText("a", text)]).match(quote):
        assert 0 <= found.start < found.end <= len(text)
        for start, end in found.pieces:
            assert _words(text[start:end])
