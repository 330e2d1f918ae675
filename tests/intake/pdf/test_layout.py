"""Layout: whatever stands on a page, each letter of it comes out once."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.pdf.article import write
from desktop.intake.pdf.layout import reading_order, whole_lines
from desktop.intake.pdf.page import Line, Page

WORDS = st.sampled_from(
    ["The", "mayor", "said", "agree-", "ment", "12", "“No,”", "1", "-", "A", "https://e.org/", "2024-"]
)


@st.composite
def lines(draw: st.DrawFn) -> list[Line]:
    """Draw lines of a page in any order of writing, near one another so that they meet often."""
    drawn = []
    for row in range(draw(st.integers(0, 14))):
        text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=3)))
        left = draw(st.sampled_from([40.0, 52.0, 150.0, 240.0, 251.0, 400.0]))
        size = draw(st.sampled_from([5.0, 9.0, 10.0, 30.0]))
        base = draw(st.integers(2, 40)) * draw(st.sampled_from([20.0, 12.0]))
        drawn.append(Line(text, left, left + len(text) * size / 2, base, size, row=row // 2))
    return drawn


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace() and c != "-")


@given(lines())
def test_every_line_is_read_once(drawn: list[Line]) -> None:
    whole, _ = whole_lines(drawn)
    assert letters("".join(line.text for line in whole)) == letters("".join(line.text for line in drawn))
    for by_place in (True, False):
        read = reading_order(whole, by_place=by_place)
        assert sorted(map(id, read)) == sorted(map(id, whole))


@given(st.lists(lines(), min_size=1, max_size=3))
def test_every_letter_of_all_pages_stands_in_the_text_once(drawn: list[list[Line]]) -> None:
    pages = [Page(str(number), 595, 842, lines=page) for number, page in enumerate(drawn, 1)]
    expected = letters("".join(line.text for page in drawn for line in page))
    text, cuts, anchors = write(pages)
    assert letters(text) == expected
    ends = [0]
    for cut in cuts:
        assert ends[-1] <= cut.span.start < cut.span.end <= len(text)
        ends.append(cut.span.end)
    assert all(0 <= anchor.offset <= len(text) for anchor in anchors)
    assert "\n\n\n" not in text


def test_columns_below_a_headline_are_read_one_after_the_other() -> None:
    """Where the order of writing is no help: rows from the foot of the page to its top."""
    left = ["the mayor said", "that the bridge", "would be open", "in may of the", "year to come."]
    right = ["and the council", "agreed to that", "without one no", "from any side", "of the hall."]
    headline = Line("A bridge for all of the town", 40, 300, 50, 20)
    rows = [
        Line(text, x, x + 80, 80 + 12 * number, 10)
        for number, row in enumerate(zip(left, right, strict=True))
        for x, text in zip((40, 140), row, strict=True)
    ]
    read = reading_order([*reversed(rows), headline], by_place=True)
    assert [line.text for line in read] == [headline.text, *left, *right]
