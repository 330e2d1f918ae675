from __future__ import annotations

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind, Kind, Row
from desktop.ui.compare.layout.build_pages import fold_of, inline_page, reading_page, side_pages
from desktop.ui.compare.layout.page import BlockKind, clean
from tests.ui.compare.texts import A, B, comparison, pair, spot, version


def _shown(page: object) -> list[str]:
    return [block.text for block in page.blocks if block.kind is not BlockKind.TAIL]  # type: ignore[attr-defined]  # a Page


def test_two_pages_have_the_same_rows() -> None:
    a, b, made = pair()
    left, right = side_pages(a, b, made)
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
    assert _shown(left) == ["The news."]


def test_a_reader_can_unfold_what_is_hidden() -> None:
    text = "Headline\n\nSubscribe now!\n\nThe news."
    shown = version(text, hidden=(spot(text, "Subscribe now!"),))
    folded = reading_page(shown)
    assert _shown(folded) == ["Headline", "▸ 1 passage hidden: call to subscribe · Show", "The news."]
    note = next(block for block in folded.blocks if block.kind is BlockKind.NOTE)
    assert "Subscribe now!" in _shown(reading_page(shown, {note.fold}))


def test_inline_has_every_word_of_both_in_reading_order() -> None:
    a, b, made = pair()
    assert _shown(inline_page(a, b, made)) == [
        "The mayor said no.yes.",
        "FiveSix ships left the port on Monday, late.",
        "Nobody was hurt.",
    ]


def test_copying_all_of_inline_gives_the_text_of_b() -> None:
    a, b, made = pair()
    page = inline_page(a, b, made)
    assert clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts) == B


def test_inline_shows_moved_text_at_both_places() -> None:
    a = "Alpha went home. Beta stayed. Gamma sang."
    b = "Beta stayed. Gamma sang. Alpha went home."
    moved = Change(ChangeKind.MOVED, spot(a, "Alpha went home. "), spot(b, " Alpha went home."), move=1)
    made = comparison((moved,), (Row(Span(0, len(a)), Span(0, len(b))),))
    page = inline_page(version(a, 1), version(b, 2), made)
    gone = [piece for block in page.blocks for piece in block.pieces if piece.gone]
    assert [piece.span.of(a) for piece in gone] == ["Alpha went home. "]
    assert page.text.startswith("Alpha went home. Beta stayed.")


def test_a_change_across_paragraphs_is_struck_once_in_each() -> None:
    a = "One is here.\n\nTwo is here."
    b = "Nothing."
    made = comparison(
        (Change(ChangeKind.REPLACED, Span(0, len(a)), Span(0, 8)),),
        (Row(Span(0, 12), Span(0, 8)), Row(Span(14, 26), None)),
    )
    text = inline_page(version(a, 1), version(b, 2), made).text
    assert text.count("One is here.") == text.count("Two is here.") == 1


def test_passages_without_an_answer_are_one_line_with_their_count() -> None:
    a, b = "One two.\n\nThree.\n\nSame here.", "Same here."
    rows = (Row(Span(0, 8), None, folded=True), Row(Span(10, 16), None, folded=True), Row(Span(18, 28), Span(0, 10)))
    made = comparison((), rows, Kind.ACCOUNTS)
    left, right = side_pages(version(a, 1), version(b, 2), made)
    assert _shown(left) == ["▸ 2 passages without an answer · 3 words · show", "Same here."]
    assert len(left.tails) == len(right.tails) == 2
    assert fold_of(made, "a", 11) == 0
    assert fold_of(made, "a", 20) == -1
    opened, _ = side_pages(version(a, 1), version(b, 2), made, {0})
    assert _shown(opened) == ["▾ 2 passages without an answer · 3 words · hide", "One two.", "Three.", "Same here."]


def test_an_answer_out_of_order_says_so() -> None:
    a, b = "First.\n\nSecond.", "Second.\n\nFirst."
    rows = (Row(Span(0, 6), Span(9, 15)), Row(Span(8, 15), Span(0, 7)))
    _, right = side_pages(version(a, 1), version(b, 2), comparison((), rows, Kind.ACCOUNTS))
    assert _shown(right) == ["First.", "↕ stands earlier in B", "Second."]


def test_the_headline_is_set_as_one() -> None:
    left, _ = side_pages(version("Big news\n\nIt happened.", title="Big news"), version("x"), None)
    assert [block.title for block in left.blocks if block.kind is BlockKind.TEXT] == [True, False]
