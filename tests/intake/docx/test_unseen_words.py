"""Words of a Word file that a page does not show, or may not: said with their number, never silently dropped."""

from __future__ import annotations

import pytest

from tests.intake.docx.files import box, document, p, r

STYLES = (
    "<w:styles>"
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="character" w:styleId="Mask"><w:rPr><w:vanish/></w:rPr></w:style>'
    "</w:styles>"
)


def test_hidden_text_is_left_out_and_said() -> None:
    found = document(p(r("The vote was "), r("not ", "<w:vanish/>"), r("counted.")))
    assert found.text == "The vote was counted."
    assert found.notices == ("Not in the text: hidden text, 1 word (“not”).",)


def test_only_the_first_words_are_quoted() -> None:
    (notice,) = document(p(r("a b c d e f g h i j k", "<w:vanish/>"), r("Text"))).notices
    assert notice == "Not in the text: hidden text, 11 words (“a b c d e f g h …”)."


def test_a_box_that_hangs_on_hidden_text_is_left_out_and_said() -> None:
    hidden_box = box(p(r(" box"))).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    found = document(p(r("Text"), hidden_box) + p(r("more", "<w:vanish/>")))
    assert found.text == "Text"
    assert found.notices == ("Not in the text: hidden text, 2 words (“box more”).",)


def test_the_hidden_mark_of_a_row_hides_no_words() -> None:
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(r('row'))}</w:tc></w:tr>"
    assert document(f"<w:tbl>{row}</w:tbl>").text == "row"


@pytest.mark.parametrize("style", ["Secret", "Heir"])
def test_text_in_a_style_that_hides_stays_and_is_said(style: str) -> None:
    found = document(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{r("Top of form")}</w:p>', styles=STYLES)
    assert found.text == "Top of form"
    assert found.notices == (
        "In the text, but perhaps not seen on the page: text in a style that hides it, 3 words (“Top of form”).",
    )


def test_two_styles_that_hide_undo_one_another_as_in_word() -> None:
    run = r("Seen", '<w:rStyle w:val="Mask"/>')
    assert document(f'<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{run}</w:p>', styles=STYLES).notices == ()


def test_white_and_tiny_text_stays_and_is_said() -> None:
    white, tiny = r("white ", "<w:color w:val='ffffff'/>"), r("tiny", "<w:sz w:val='2'/>")
    found = document(p(r("Text "), white, tiny))
    assert found.text == "Text white tiny"
    assert [notice.partition(": ")[2] for notice in found.notices] == [
        "white text, 1 word (“white”).",
        "text in tiny letters, 1 word (“tiny”).",
    ]


def test_white_text_on_a_ground_of_its_own_is_not_doubted() -> None:
    white = r("Head", "<w:color w:val='FFFFFF'/>")
    shaded = f"<w:p><w:pPr><w:shd w:fill='000000'/></w:pPr>{white}</w:p>"
    marked = p(r("Head", "<w:color w:val='FFFFFF'/><w:highlight w:val='black'/>"))
    cell = f"<w:tbl><w:tr><w:tc>{p(white)}</w:tc></w:tr></w:tbl>"
    assert document(shaded + marked + cell + p(box(p(white)))).notices == ()


def test_words_in_what_is_not_understood_are_said() -> None:
    found = document(p(r("Text"), "<x:new>Words of tomorrow</x:new>"))
    assert found.text == "Text"
    assert found.notices == ("Not in the text: words in “new”, 3 words (“Words of tomorrow”).",)


def test_signs_of_unknown_fonts_are_said() -> None:
    (notice,) = document(p(r("Text"), "<w:r><w:sym w:font='Webdings' w:char='F04A'/></w:r>")).notices
    assert notice == "Not in the text: signs of the font Webdings, 1 word (“F04A”)."


@pytest.mark.parametrize(
    ("inside", "notice"),
    [
        ("<w:altChunk r:id='none'/>", "Not in the text: a part in another format."),
        (p("<w:r><w:object><o:OLEObject ProgID='Excel'/></w:object></w:r>"), "Not in the text: an embedded object."),
        (p("<w:subDoc r:id='none'/>") * 2, "Not in the text: a part in another file (2 times)."),
        (p("<w:r><w:drawing><c:chart r:id='none'/></w:drawing></w:r>"), "Not in the text: a chart."),
    ],
)
def test_what_is_not_read_is_said(inside: str, notice: str) -> None:
    assert document(p(r("Text")) + inside).notices == (notice,)
