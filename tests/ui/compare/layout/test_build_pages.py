"""The page builder: rows, folds, weaving, and the cutting of tall rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Cut, Span
from desktop.text.changes import Change, ChangeKind, Kind, Row
from desktop.text.diff import compare
from desktop.ui.compare.layout.build_pages import (
    inline_page,
    reading_page,
    side_pages,
)
from desktop.ui.compare.layout.options import Fold, FoldKind, PageOptions
from desktop.ui.compare.layout.page import BlockKind, clean
from desktop.ui.compare.layout.rows import TALL, is_tall, parts_of, rows_of
from tests.ui.compare.screen import assert_level, panes, settle
from tests.ui.compare.texts import A, B, comparison, pair, spot, version

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Version
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.view import CompareView


def _shown(page: object) -> list[str]:
    return [block.text for block in page.blocks if block.kind is not BlockKind.TAIL]  # type: ignore[attr-defined]  # a Page


def noted(text: str, hidden: dict[str, str], number: int = 1) -> Version:
    """A text of which words are hidden, each with the reason why."""
    cuts = tuple(Cut(spot(text, words), why) for words, why in hidden.items())
    return replace(version(text, number), cuts=cuts)


def test_two_pages_have_the_same_rows() -> None:
    a, b, compared = pair()
    left, right = side_pages(a, b, compared)
    assert len(left.tails) == len(right.tails) == 3
    assert _shown(left) == A.split("\n\n")
    assert _shown(right) == B.split("\n\n")


def test_without_a_comparison_both_texts_are_there_whole() -> None:
    left, right = side_pages(version("One.\n\nTwo.\n\nThree."), version("Uno."), None)
    assert _shown(left) == ["One.", "Two.", "Three."]
    assert _shown(right) == ["Uno."]
    assert len(left.tails) == len(right.tails)


def test_hidden_passages_are_not_shown() -> None:
    text = "Subscribe now!\n\nThe news."
    left, _ = side_pages(version(text, hidden=(Span(0, 14),)), version("The news."), None)
    assert _shown(left) == ["▸ 1 hidden: call to subscribe", "The news."]


def test_a_note_number_is_left_out_of_its_sentence_and_what_else_is_hidden_in_a_line_is_said_behind_it() -> None:
    text = "It cost $5[1] million.\nHe would not come."
    a = noted(text, {"[1]": "note number", "not ": "struck out"})
    b = noted(text, {"[1]": "note number"}, 2)
    left, right = side_pages(a, b, compare(a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden))
    assert _shown(left) == ["It cost $5 million.", "He would come.", "▸ 1 hidden: struck out"]
    assert _shown(right) == ["It cost $5 million.", "He would not come."]
    assert _shown(reading_page(a)) == ["It cost $5 million.", "He would come.", "▸ 1 hidden: struck out"]
    inline = inline_page(a, b, compare(a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden))
    assert _shown(inline)[:2] == ["It cost $5 million.", "He would not come."]


def test_a_reader_can_unfold_what_is_hidden() -> None:
    text = "Headline\n\nSubscribe now!\n\nThe news."
    shown = version(text, hidden=(spot(text, "Subscribe now!"),))
    folded = reading_page(shown)
    assert _shown(folded) == ["Headline", "▸ 1 hidden: call to subscribe", "The news."]
    note = next(block for block in folded.blocks if block.kind is BlockKind.NOTE)
    assert note.fold is not None
    assert "Subscribe now!" in _shown(reading_page(shown, {note.fold}))


def test_inline_has_every_word_of_both_in_reading_order() -> None:
    a, b, compared = pair()
    assert _shown(inline_page(a, b, compared)) == [
        "The mayor said no.yes.",
        "FiveSix ships left the port on Monday, late.",
        "Nobody was hurt.",
    ]


def test_copying_all_of_inline_gives_the_text_of_b() -> None:
    a, b, compared = pair()
    page = inline_page(a, b, compared)
    assert clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts) == B


def test_inline_shows_moved_text_at_both_places() -> None:
    a = "Alpha went home. Beta stayed. Gamma sang."
    b = "Beta stayed. Gamma sang. Alpha went home."
    moved = Change(ChangeKind.MOVED, spot(a, "Alpha went home. "), spot(b, " Alpha went home."), move=1)
    compared = comparison((moved,), (Row(Span(0, len(a)), Span(0, len(b))),))
    page = inline_page(version(a, 1), version(b, 2), compared)
    gone = [piece for block in page.blocks for piece in block.pieces if piece.gone]
    assert [piece.span.of(a) for piece in gone] == ["Alpha went home. "]
    assert page.text.startswith("Alpha went home. Beta stayed.")


def test_a_change_across_paragraphs_is_struck_once_in_each() -> None:
    a = "One is here.\n\nTwo is here."
    b = "Nothing."
    compared = comparison(
        (Change(ChangeKind.REPLACED, Span(0, len(a)), Span(0, 8)),),
        (Row(Span(0, 12), Span(0, 8)), Row(Span(14, 26), None)),
    )
    text = inline_page(version(a, 1), version(b, 2), compared).text
    assert text.count("One is here.") == text.count("Two is here.") == 1


def test_passages_without_an_answer_are_one_line_with_their_count() -> None:
    a, b = "One two.\n\nThree.\n\nSame here.", "Same here."
    rows = (Row(Span(0, 8), None, folded=True), Row(Span(10, 16), None, folded=True), Row(Span(18, 28), Span(0, 10)))
    compared = comparison((), rows, Kind.ACCOUNTS)
    left, right = side_pages(version(a, 1), version(b, 2), compared)
    assert _shown(left) == ["▸ 2 passages without an answer · 3 words", "Same here."]
    assert len(left.tails) == len(right.tails) == 2
    fold = Fold(FoldKind.UNANSWERED, 0)
    assert left.fold_at("a", 11) == fold
    assert left.fold_at("a", 20) is None
    opened, _ = side_pages(version(a, 1), version(b, 2), compared, PageOptions(frozenset({fold})))
    assert _shown(opened) == ["▾ 2 passages without an answer · 3 words", "One two.", "Three.", "Same here."]


def test_unfolded_passages_without_an_answer_stand_beside_those_of_the_other_side() -> None:
    a, b = "One two.\n\nThree.\n\nSame here.", "Four.\n\nSame here."
    rows = (
        Row(Span(0, 8), None, folded=True),
        Row(Span(10, 16), None, folded=True),
        Row(None, Span(0, 5), folded=True),
        Row(Span(18, 28), Span(7, 17)),
    )
    compared = comparison((), rows, Kind.ACCOUNTS)
    options = PageOptions(frozenset({Fold(FoldKind.UNANSWERED, 0)}))
    left, right = side_pages(version(a, 1), version(b, 2), compared, options)
    assert [block.row for block in left.blocks if block.text in ("One two.", "Three.", "Same here.")] == [1, 2, 3]
    assert [block.row for block in right.blocks if block.text in ("Four.", "Same here.")] == [1, 3]
    assert _shown(inline_page(version(a, 1), version(b, 2), compared, options))[1:] == [
        "▾ 1 passage without an answer · 1 word", "One two.", "Three.", "Four.", "Same here.",
    ]  # fmt: skip


def test_what_is_hidden_at_the_same_place_of_both_texts_stands_in_one_row() -> None:
    text = "The news.\n\nSubscribe now!"
    a, b = (version(text, number, hidden=(spot(text, "Subscribe now!"),)) for number in (1, 2))
    left, right = side_pages(a, b, compare("The news.", "The news."))
    notes = [[block.row for block in page.blocks if block.kind is BlockKind.NOTE] for page in (left, right)]
    assert notes == [[1], [1]]


def test_an_answer_out_of_order_says_so() -> None:
    a, b = "First.\n\nSecond.", "Second.\n\nFirst."
    rows = (Row(Span(0, 6), Span(9, 15)), Row(Span(8, 15), Span(0, 7)))
    _, right = side_pages(version(a, 1), version(b, 2), comparison((), rows, Kind.ACCOUNTS))
    assert _shown(right) == ["First.", "↕ stands earlier in B", "Second."]


def test_the_headline_is_set_as_one() -> None:
    left, _ = side_pages(version("Big news\n\nIt happened.", title="Big news"), version("x"), None)
    assert [block.title for block in left.blocks if block.kind is BlockKind.TEXT] == [True, False]


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
    assert [tail.continues for tail in tails] == [True] * (len(tails) - 1) + [False]


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
    assert_level(left, right)


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
