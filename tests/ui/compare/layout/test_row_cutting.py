"""A paragraph as long as a book is cut into parts that are level, and that nobody can see or copy."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.diff import compare
from desktop.ui.compare.layout.build_pages import inline_page, rows_of, side_pages
from desktop.ui.compare.layout.page import BlockKind, clean
from desktop.ui.compare.layout.row_cutting import TALL, is_tall, parts_of
from tests.ui.compare.screen import panes, row_tops, settle
from tests.ui.compare.texts import version

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.view import CompareView

_A = " ".join(f"Ship {n} left the port of town {n % 17} on a day in May." for n in range(1_200))
_B = _A.replace("Ship 7", "Boat 7").replace("town 3 ", "the small town 3 ")
_NO_SPACE = "x" * 50_000


def _whole(page: Page) -> str:
    return clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts)


def test_a_paragraph_of_common_length_is_left_whole() -> None:
    assert not is_tall([Span(0, TALL)], [Span(0, TALL + 200)])


def test_the_parts_begin_after_what_both_texts_say() -> None:
    a, b = version(_A, 1), version(_B, 2)
    rows = rows_of(a, b, compare(_A, _B))
    assert len(rows) > 10
    for row in rows[1:]:
        at, other = row.a[0].start, row.b[0].start
        assert _A[at - 20 : at] == _B[other - 20 : other]
        assert _A[at - 1] == " "


def test_no_part_is_much_longer_than_it_should_be() -> None:
    changed = [Span(0, len(_A))], [Span(0, len(_B))]
    parts = list(parts_of(_A, _B, (Span(0, len(_A)), Span(0, len(_B))), changed))
    assert max(len(span) for part in parts for span in part) < 3 * TALL


def test_without_words_or_a_comparison_it_is_cut_all_the_same() -> None:
    rows = rows_of(version(_NO_SPACE, 1), version(_NO_SPACE + "y", 2), None)
    assert len(rows) > 4
    assert "".join(span.of(_NO_SPACE) for row in rows for span in row.a) == _NO_SPACE


def test_a_copy_of_everything_is_the_text_without_a_break() -> None:
    a, b = version(_A, 1), version(_B, 2)
    comparison = compare(_A, _B)
    first, second = side_pages(a, b, comparison)
    assert _whole(first) == _A
    assert _whole(second) == _B
    assert "\n" not in _whole(inline_page(a, b, comparison))


def test_only_the_last_part_has_space_below_it() -> None:
    page = side_pages(version(_A, 1), version(_B, 2), compare(_A, _B))[0]
    tails = [block for block in page.blocks if block.kind is BlockKind.TAIL]
    assert [tail.goes_on for tail in tails] == [True] * (len(tails) - 1) + [False]


def test_one_line_against_many_paragraphs_is_cut_too() -> None:
    many = _A.replace(". ", ".\n\n")
    rows = rows_of(version(_A, 1), version(many, 2), compare(_A, many))
    assert len(rows) > 5
    assert " ".join(span.of(many) for row in rows for span in row.b).split() == many.split()


def test_the_parts_of_a_long_line_are_level_on_the_screen(view: CompareView, qtbot: QtBot) -> None:
    session = view._session
    session.pair.a, session.pair.b = version(_A, 1), version(_B, 2)
    session.pair.comparison = compare(_A, _B)
    session.pair.changed.emit()
    session.pair.comparison_changed.emit()
    settle(qtbot, view)
    left, right = panes(view)
    assert row_tops(left) == row_tops(right)


_SAID = "One more thing is said here. " * 40
_pieces = st.lists(st.sampled_from(("a b. ", "c. ", "word ", "\u2029", "x" * 3000, _SAID)), max_size=30)


@given(_pieces, _pieces)
def test_the_parts_follow_each_other_and_leave_nothing_out(mine: list[str], theirs: list[str]) -> None:
    a, b = "".join(mine), "".join(theirs)
    found = compare(a, b)
    changed = sorted(c.a for c in found.changes if len(c.a)), sorted(c.b for c in found.changes if len(c.b))
    whole = Span(0, len(a)), Span(0, len(b))
    parts = list(parts_of(a, b, whole, changed))
    for side in (0, 1):
        spans = [part[side] for part in parts]
        assert spans[0].start == 0
        assert spans[-1].end == whole[side].end
        assert all(one.end == other.start and one.start <= one.end for one, other in pairwise(spans))
