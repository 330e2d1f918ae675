"""Pages: places in lines and offsets in the stored texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.ui.compare.layout import page as pages
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece, Stretch, clean, text_blocks

words = st.text(st.sampled_from("ab é中😀\t"), min_size=1, max_size=12)


def _page(paragraphs: list[str]) -> tuple[Page, str]:
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    at = 0
    for row, paragraph in enumerate(paragraphs):
        blocks += text_blocks(row, [Piece("a", Span(at, at + len(paragraph)))], {"a": text})
        blocks.append(Block(BlockKind.TAIL, row))
        at += len(paragraph) + 2
    return Page(blocks, {"a": text}), text


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_a_place_leads_back_to_its_offset(paragraphs: list[str], data: st.DataObject) -> None:
    page, text = _page(paragraphs)
    offset = data.draw(st.integers(0, len(text) - 1))
    place = page.place("a", offset)
    assert place is not None
    if text[offset] != "\n":
        assert page.source(*place) == ("a", offset)


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_the_stretches_of_a_span_hold_its_words(paragraphs: list[str], data: st.DataObject) -> None:
    page, text = _page(paragraphs)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    words_shown = "".join(page.words(stretch) for stretch in page.stretches("a", span))
    assert words_shown == span.of(text).replace("\n", "")


@given(st.lists(words, min_size=1, max_size=4), st.data())
def test_what_lies_between_two_places_spans_what_is_cut_out_there(paragraphs: list[str], data: st.DataObject) -> None:
    page, text = _page(paragraphs)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    places = page.place("a", start), page.place("a", end)
    assert places[0] is not None
    assert places[1] is not None
    pieces = [piece for piece in page.cut(places[0], places[1]) if isinstance(piece, Piece)]
    spanned = Span(pieces[0].span.start, pieces[-1].span.end) if pieces else None
    assert page.span_between(places[0], places[1]) == (("a", spanned) if spanned is not None else None)


def test_two_texts_have_no_span_in_common() -> None:
    blocks = [Block(BlockKind.TEXT, 0, "oneanother", (Piece("a", Span(0, 3)), Piece("b", Span(0, 7))))]
    page = Page(blocks, {"a": "one", "b": "another"})
    assert page.span_between((0, 1), (0, 3)) == ("a", Span(1, 3))
    assert page.span_between((0, 3), (0, 10)) == ("b", Span(0, 7))
    assert page.span_between((0, 1), (0, 5)) is None


@given(st.lists(words, min_size=1, max_size=4))
def test_everything_that_is_cut_out_is_the_stored_text(paragraphs: list[str]) -> None:
    page, text = _page(paragraphs)
    assert clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts) == text.strip("\n")


def test_a_line_of_5000_words_is_cut_and_loses_nothing() -> None:
    page, text = _page([" ".join(f"word{n}" for n in range(5_000))])
    lines = [block for block in page.blocks if block.kind is BlockKind.TEXT]
    assert [len(block.text.split()) for block in lines] == [2_000, 2_000, 1_000]
    assert [block.continues for block in lines] == [False, True, True]
    assert clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts) == text


def test_a_line_without_spaces_is_cut_too() -> None:
    page, text = _page(["字" * 100_000])
    assert max(len(block.text) for block in page.blocks) <= 20_000
    assert clean(page.cut((0, 0), (len(page.blocks) - 1, 0)), page.texts) == text


def test_white_space_at_the_ends_is_not_marked() -> None:
    page, _ = _page(["so it  was"])
    assert page.trimmed(Stretch(0, 2, 7)) == Stretch(0, 3, 5)
    assert page.trimmed(Stretch(0, 5, 7)) == Stretch(0, 5, 7)


def test_two_versions_are_never_run_together() -> None:
    texts = {"a": "no", "b": "yes"}
    both = [Piece("a", Span(0, 2), gone=True), Piece("b", Span(0, 3))]
    assert clean(both, texts) == "yes"
    assert clean(both[:1], texts) == "no"


texts = st.text(st.characters(exclude_categories=()), max_size=60)


@given(texts)
def test_what_is_shown_has_one_character_for_each_code_point(text: str) -> None:
    shown = pages.shown(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\n\r\u2028\u2029\x00")
    shown.encode("utf-16-le")


@given(texts, st.integers(0, 60))
def test_units_and_index_are_each_others_inverse(text: str, at: int) -> None:
    shown = pages.shown(text)
    place = min(at, len(shown))
    assert pages.code_points(shown, pages.units(shown, place)) == place


def test_an_astral_character_takes_two_units() -> None:
    assert pages.units("a😀b", 2) == 3
    assert pages.code_points("a😀b", 3) == 2
    assert pages.is_wide("a😀b")
    assert not pages.is_wide("añ中b")
