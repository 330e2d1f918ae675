"""The paragraph of a quote is counted over the lines before it that are not blank."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop.store.records.quotes.quote_columns import paragraph


@given(st.text(alphabet="a \n\t\u00a0\u2028\r", max_size=40), st.integers(0, 40))
def test_it_is_one_more_than_the_lines_with_letters_that_end_before(text: str, offset: int) -> None:
    before = text[:offset]
    assert paragraph(text, min(offset, len(text))) == 1 + len(re.findall(r"[^\n]*\S[^\n]*\n", before))


def test_a_blank_line_is_no_paragraph() -> None:
    text = "One\n\n \nTwo\nThree"
    assert [paragraph(text, text.index(word)) for word in ("One", "Two", "Three")] == [1, 2, 3]


def test_a_long_line_at_the_end_is_counted_as_fast_as_any() -> None:
    text = "One.\n" + "It was late. " * 20_000
    assert paragraph(text, len(text) - 5) == 2
