"""A PDF gives its article in the order of reading, with all else behind it as cuts, or one plain sentence."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Fact
from desktop.intake.errors import Binary, Damaged, Empty, IntakeError, Locked
from desktop.intake.formats.pdf import FORMAT, read
from desktop.intake.reading import read_bytes
from tests.intake.pdf.writer import Sheet, locked, pdf, shown

if TYPE_CHECKING:
    from desktop.intake.document import Document

SENTENCE = "The mayor said on Monday that the council would open the old bridge again in May."
SMALL = pdf(Sheet().lines(72, 700, "The council reached an agree-", "ment on the well-known “bridge”."))


def document(*sheets: Sheet, info: str = "", catalog: str = "", fonts: str = "") -> Document:
    """Read pages and check what holds of every document."""
    (found,) = read(pdf(*sheets, info=info, catalog=catalog, fonts=fonts), "a.pdf")
    end = 0
    for cut in found.cuts:
        assert end <= cut.span.start < cut.span.end <= len(found.text)
        assert "\n" not in cut.span.of(found.text)
        end = cut.span.end
    assert [anchor.offset for anchor in found.anchors] == sorted(anchor.offset for anchor in found.anchors)
    assert not set("\ufffe\x02\r\xad") & set(found.text)
    assert found.text == found.text.strip()
    return found


def body(found: Document) -> str:
    """Give the text without its cuts."""
    text = found.text
    for cut in reversed(found.cuts):
        text = text[: cut.span.start] + text[cut.span.end :]
    return text.strip()


def cuts(found: Document) -> list[tuple[str, str]]:
    return [(cut.why, cut.span.of(found.text)) for cut in found.cuts]


# Lines, paragraphs, pages


def test_lines_are_joined_to_paragraphs_which_indents_and_blanks_part() -> None:
    sheet = Sheet().lines(
        72, 700, "The first paragraph goes on over the end of a line, until", "it ends. Here it ends."
    )
    sheet.text(86, 672, "The second one is indented and goes on over the end of").text(
        72, 658, "the line. It ends here, too."
    )
    sheet.text(72, 630, "The third one stands apart from what is above it on this.")
    assert body(document(sheet)).split("\n\n") == [
        "The first paragraph goes on over the end of a line, until it ends. Here it ends.",
        "The second one is indented and goes on over the end of the line. It ends here, too.",
        "The third one stands apart from what is above it on this.",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page_whose_number_is_kept_as_anchor() -> None:
    found = document(
        Sheet().text(72, 30, "- 1 -").lines(72, 700, "The mayor spoke of an agree-"),
        Sheet().text(72, 30, "- 2 -").lines(72, 700, "ment with the town."),
        catalog="/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /P (A-) /St 7 >>] >>",
    )
    assert body(found) == "The mayor spoke of an agreement with the town."
    assert [(found.text[anchor.offset :][:5], anchor.label) for anchor in found.anchors] == [
        ("The m", "i"),
        ("ment ", "A-7"),
        ("- 1 -", "i"),
        ("- 2 -", "A-7"),
    ]


def test_lines_of_a_list_or_an_address_stay_lines() -> None:
    rules = ["Open the bridge in May.", "Close the road at night.", "Tell the whole town.", "Never do it at once."]
    address = ["Orange Bridge Inc.", "23 Main Street", "Central City", "Millbrook 12345"]
    found = document(Sheet().lines(72, 700, *rules).lines(72, 600, *address))
    assert found.text == "\n".join(rules) + "\n\n" + "\n".join(address)


def test_rows_of_a_table_stay_rows() -> None:
    sheet = Sheet()
    rows = [
        ("Town", "People", "Votes"),
        ("Millbrook", "12,400", "3,210"),
        ("Ashford", "9,100", "2,011"),
        ("Weston", "24", "9"),
    ]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.text(72 + 110 * column, 700 - 14 * number, cell)
    assert body(document(sheet)) == "\n".join("\t".join(row) for row in rows)


# Columns

LEFT = [
    "The mayor said on",
    "Monday that the old",
    "bridge would open in",
    "May, as the council",
    "of the town had long",
    "ago agreed to do.",
]
RIGHT = [
    "“We will keep it",
    "open,” she said, and",
    "left the hall. Some",
    "of the people in the",
    "room were glad that",
    "it was over at last.",
]
IN_ORDER = f"{' '.join(LEFT)}\n\n{' '.join(RIGHT)}"


@pytest.mark.parametrize("right", [72 + 126, 72 + 230])
def test_columns_are_read_one_after_the_other_though_written_row_by_row(right: float) -> None:
    sheet = Sheet()
    for number, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True)):
        sheet.text(72, 700 - 14 * number, a).text(right, 700 - 14 * number, b)
    assert body(document(sheet)) == IN_ORDER


def test_columns_that_one_string_crosses_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    for number, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True)):
        gap = (24 - len(a)) * 600  # letters of this font are all 600 wide
        sheet.raw(f"BT /F3 12 Tf 72 {700 - 14 * number} Td [{shown(a)} {-gap} {shown(b)}] TJ ET")
    fonts = "/F3 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    assert body(document(sheet, fonts=fonts)) == IN_ORDER


def test_columns_written_one_after_the_other_stay_so() -> None:
    sheet = Sheet().lines(72, 700, *LEFT).lines(72 + 126, 700, *RIGHT)
    assert body(document(sheet)) == IN_ORDER


def test_a_byline_across_the_columns_does_not_part_the_lines_below_it() -> None:
    sheet = Sheet().text(140, 730, "By Jane Doe of Millbrook, and Ann Lee", 12)
    sheet.lines(72, 716, *LEFT).lines(72 + 126, 716, *RIGHT)
    assert body(document(sheet)) == f"By Jane Doe of Millbrook, and Ann Lee\n\n{IN_ORDER}"


def test_a_headline_written_last_is_read_first() -> None:
    sheet = Sheet().lines(72, 700, *LEFT).text(72, 730, "The bridge opens", 20)
    assert body(document(sheet)) == f"The bridge opens\n\n{' '.join(LEFT)}"


@pytest.mark.parametrize(
    ("letter", "left", "first", "expected"),
    [
        ("T", 104, "he mayor said on Monday that", "The mayor said"),
        ("A", 110, "mayor said on Monday that", "A mayor said"),
        ("“", 104, "The mayor said on Monday that", "“The mayor said"),
        ("1", 104, "2 mayors said on Monday that", "12 mayors said"),
    ],
)
def test_a_dropped_letter_stands_before_its_word(letter: str, left: float, first: str, expected: str) -> None:
    sheet = Sheet().text(72, 660, letter, 48).text(left, 690, first)
    sheet.lines(104, 676, "the council would open it", "in May.").lines(72, 640, "And so it was.")
    assert body(document(sheet)).startswith(f"{expected} on Monday that the council")


# Hyphens


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["They reached an agree-", "ment at last."], "an agreement at last"),
        (["It is a well-known bridge. It is well-", "known to all."], "well-known to all"),
        (["In the season of 2024-", "25 it was shut."], "of 2024-25 it"),
        (["A new Anglo-", "American group came."], "Anglo-American group"),
        (["A bill on anti-", "drug laws. An anti-drug law."], "on anti-drug laws"),
        (["The state-of-the-", "art bridge opened."], "state-of-the-art bridge"),
        (["A price –", "too high, they said."], "A price – too high"),
        (["He said no—", "and left."], "said no—and left"),
        (["Read https://example.org/news/", "bridge and more."], "https://example.org/news/bridge"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_kept_where_the_word_has_one(lines: list[str], expected: str) -> None:
    assert expected in body(document(Sheet().lines(72, 700, *lines)))


def test_hyphens_drawn_apart_were_added_and_all_others_belong_to_their_words() -> None:
    sheet = Sheet()
    for number, (word, hyphen) in enumerate(
        [("un agree", True), ("ment and a gov", True), ("ernment and a light-", False)]
    ):
        sheet.raw(f"BT /F1 12 Tf 72 {700 - 14 * number} Td {shown(word)} Tj {'(-) Tj' if hyphen else ''} ET")
    assert (
        body(document(sheet.text(72, 658, "hearted man."))) == "un agreement and a government and a light-hearted man."
    )


def test_a_hyphen_of_code_255_is_one() -> None:
    sheet = Sheet().raw(r"BT /F1 12 Tf 14 TL 72 700 Td (They reached an agree\255) Tj T* (ment at last.) Tj ET")
    assert body(document(sheet)) == "They reached an agreement at last."


# Notes, heads, feet


def test_a_raised_number_is_cut_and_never_glued_to_a_figure() -> None:
    raised = "4 Ts /F1 7 Tf ({}) Tj 0 Ts /F1 12 Tf"
    sheet = Sheet().raw(
        f"BT /F1 12 Tf 72 700 Td (It costs $5) Tj {raised.format(2)} ( a head, said ) Tj "
        f"{shown('“It is done.”')} Tj {raised.format(13)} ( Then he left 5 km) Tj {raised.format(2)} ( of it.) Tj ET"
    )
    found = document(sheet)
    assert cuts(found) == [("note number", "2"), ("note number", "13")]
    assert body(found) == "It costs $5 a head, said “It is done.” Then he left 5 km² of it."


def test_footnotes_stand_behind_the_body_as_cuts() -> None:
    first = Sheet().raw(
        "BT /F1 12 Tf 72 700 Td (The mayor spoke of a bridge) Tj "
        "4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 12 Tf ( and of a road) Tj ET"
    )
    first.text(72, 686, "that was never built by the")
    first.raw("BT /F1 6 Tf 72 104 Td 3 Ts (1) Tj 0 Ts /F1 9 Tf ( See the record of the council.) Tj ET")
    first.text(72, 93, "It is kept in the hall.", 9)
    found = document(first, Sheet().text(72, 700, "town, or so they say."))
    assert body(found) == "The mayor spoke of a bridge and of a road that was never built by the town, or so they say."
    assert cuts(found)[1:] == [("footnote", "1 See the record of the council. It is kept in the hall.")]


def test_running_heads_and_page_numbers_are_cut() -> None:
    sheets = [
        Sheet().text(72, 800, "The Daily Bridge").text(300, 30, f"Page {n} of 3").text(72, 700, f"{SENTENCE} Part {n}.")
        for n in (1, 2, 3)
    ]
    found = document(*sheets)
    assert "Daily Bridge" not in body(found)
    assert "of 3" not in body(found)
    assert {why for why, _ in cuts(found)} == {"running head", "page number"}
    assert len(found.cuts) == 6


def test_pages_that_are_copies_of_one_another_have_no_running_heads() -> None:
    rows = ["Invoice 12", "The Daily Bridge, Millbrook", "To the town", "One page of notices", "Paid"]
    sheet = Sheet().lines(72, 800, *rows, size=10, pitch=12)
    assert document(sheet, sheet).cuts == ()


def test_on_a_single_page_a_headline_is_no_running_head() -> None:
    found = document(Sheet().text(72, 800, "The bridge opens", 18).lines(72, 770, SENTENCE, SENTENCE, SENTENCE))
    assert found.cuts == ()
    assert found.text.startswith("The bridge opens\n\n")


def test_a_head_written_together_with_the_page_number_is_cut_on_a_single_page() -> None:
    sheet = Sheet().text(72, 780, "The Daily Bridge, Monday").text(72, 40, "Page 7").lines(72, 764, SENTENCE, SENTENCE)
    assert cuts(document(sheet.lines(72, 736, SENTENCE))) == [
        ("page number", "Page 7"),
        ("running head", "The Daily Bridge, Monday"),
    ]


def test_a_head_in_two_parts_far_above_the_text_is_cut_on_a_single_page() -> None:
    sheet = Sheet().text(72, 800, "The Daily Bridge", 10).text(400, 800, "Autumn 2025", 10)
    found = document(sheet.lines(72, 740, SENTENCE, SENTENCE, SENTENCE))
    assert cuts(found) == [("running head", "The Daily Bridge\tAutumn 2025")]


def test_numbers_of_lines_at_the_margin_are_cut() -> None:
    lines = [
        "The mayor said that",
        "the council would",
        "open the bridge in",
        "May of this year.",
        "",
        "It had been closed",
        "for two years and",
        "a half.",
        "",
    ]
    sheet = Sheet()
    for number, words in enumerate(lines, 1):
        sheet.text(72 - 6 * len(str(number)), 720 - 24 * number, str(number))
        if words:
            sheet.text(100, 720 - 24 * number, words)
    found = document(sheet)
    assert cuts(found) == [("line numbers", "1 2 3 4 5 6 7 8 9")]
    assert " ".join(body(found).split()) == " ".join(filter(None, lines))


def test_the_ranks_of_a_table_are_no_numbers_of_lines() -> None:
    sheet = Sheet()
    for number in range(1, 10):
        sheet.text(72, 720 - 14 * number, str(number)).text(100, 720 - 14 * number, f"Team {number}, Millbrook")
    assert document(sheet).cuts == ()


def test_text_set_sideways_stands_behind() -> None:
    sheet = Sheet().lines(72, 700, SENTENCE).raw("BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Photo: Ann Lee) Tj ET")
    assert cuts(document(sheet)) == [("text set sideways", "Photo: Ann Lee")]


def test_a_page_that_lies_on_its_side_is_read_as_any_other() -> None:
    sheet = Sheet(entries="/Rotate 90")
    sheet.raw(f"BT /F1 12 Tf 0 1 -1 0 100 100 Tm {shown(SENTENCE)} Tj 0 -1.2 TD (And that is all of it.) Tj ET")
    assert " ".join(body(document(sheet)).split()) == f"{SENTENCE} And that is all of it."


def typed(words: str) -> str:
    """Give the drawing of an annotation."""
    content = f"BT /F1 12 Tf 2 5 Td {shown(words)} Tj ET"
    resources = "/Resources << /Font << /F1 3 0 R >> >>"
    dictionary = f"/Type /XObject /Subtype /Form /BBox [0 0 200 20] {resources} /Length {len(content)}"
    return f"<< {dictionary} >>\nstream\n{content}\nendstream"


def test_comments_stand_behind_and_what_was_filled_in_stands_where_it_shows() -> None:
    sheet = Sheet(entries="/Annots [10 0 R 12 0 R 13 0 R 14 0 R 15 0 R]").text(72, 700, SENTENCE)
    sheet.text(72, 660, "Name:").text(72, 560, "And so it ended, they say.")
    more = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [120 655 320 675] /F 4 /AP << /N 11 0 R >> >>",
        typed("Jane Doe"),
        "<< /Type /Annot /Subtype /Text /Contents (Is this so?) /T (Ann Lee) /Rect [300 700 320 720] >>",
        "<< /Type /Annot /Subtype /Highlight /Contents (Check it) /Rect [72 700 200 712] >>",
        "<< /Type /Annot /Subtype /FreeText /Contents (x) /Rect [72 600 272 620] /F 4 /AP << /N 16 0 R >> >>",
        "<< /Type /Annot /Subtype /Link /Contents (A link) /Rect [72 700 200 712] >>",
        typed("A typed note"),
    )
    (found,) = read(pdf(sheet, more=more, catalog="/AcroForm << /Fields [10 0 R] >>"), "a.pdf")
    assert body(found).split("\n\n") == [SENTENCE, "Name:\nJane Doe", "A typed note", "And so it ended, they say."]
    assert cuts(found) == [("comment by Ann Lee", "Is this so?"), ("comment", "Check it")]


# What does not show


@pytest.mark.parametrize(
    ("hide", "place", "size", "why"),
    [
        ("3 Tr", 680, 12, "drawn invisibly"),
        ("1 1 1 rg", 680, 12, "in the colour of the paper"),
        ("", 680, 1, "too small to read"),
        ("", -80, 12, "off the page"),
    ],
)
def test_words_that_do_not_show_are_left_out_and_said(hide: str, place: float, size: float, why: str) -> None:
    found = document(Sheet().text(72, 700, SENTENCE).text(72, place, "a secret promise", size, before=hide))
    assert found.text == SENTENCE
    assert found.notices == (f"Page 1: 3 words were left out, {why}: a secret promise",)


@pytest.mark.parametrize(("hide", "why"), [("3 Tr", "drawn invisibly"), ("1 1 1 rg", "in the colour of the paper")])
def test_hidden_words_inside_a_line_that_shows_are_left_out_and_said(hide: str, why: str) -> None:
    sheet = Sheet().text(72, 700, "The mayor did").text(154, 700, "not", before=hide)
    found = document(sheet.text(175, 700, "sign the plan on Monday."))
    assert found.text.split() == ["The", "mayor", "did", "sign", "the", "plan", "on", "Monday."]
    assert found.notices == (f"Page 1: 1 word was left out, {why}: not",)


def _with_layer(state: str, *sheets: Sheet) -> Document:
    """Read pages whose mark /L is a layer that is ON or OFF."""
    catalog = f"/OCProperties << /OCGs [10 0 R] /D << /{state} [10 0 R] >> >>"
    layer = "<< /Type /OCG /Name (Draft) >>"
    data = pdf(*sheets, catalog=catalog, fonts=">> /Properties << /L 10 0 R", more=(layer,))
    (found,) = read(data, "a.pdf")
    return found


def test_words_on_a_layer_that_is_off_are_left_out_and_said() -> None:
    sheet = Sheet().text(72, 700, "The mayor did").raw("/OC /L BDC").text(154, 700, "not").raw("EMC")
    sheet.text(175, 700, "sign the plan on Monday.")
    found = _with_layer("OFF", sheet)
    assert found.text.split() == ["The", "mayor", "did", "sign", "the", "plan", "on", "Monday."]
    assert found.notices == ("Page 1: 1 word was left out, on a layer that is switched off: not",)
    shown_too = _with_layer("ON", sheet)
    assert shown_too.text == "The mayor did not sign the plan on Monday."
    assert shown_too.notices == ()


def test_white_words_on_a_dark_ground_show() -> None:
    sheet = Sheet().raw("0 0 0 rg 60 670 400 25 re f").text(72, 680, "A headline in white", before="1 1 1 rg")
    assert document(sheet).text == "A headline in white"


def test_words_off_the_visible_part_of_the_page_are_said() -> None:
    sheet = Sheet(entries="/CropBox [0 600 595 842]").text(72, 700, SENTENCE).text(72, 80, "a secret promise")
    assert document(sheet).notices == ("Page 1: 3 words were left out, off the page: a secret promise",)


def test_a_line_that_runs_off_the_page_is_read_as_far_as_it_shows() -> None:
    found = document(Sheet().text(300, 700, f"{SENTENCE} And nobody sees it."))
    assert found.text.startswith("The mayor said on Monday")
    assert found.notices[0].endswith("And nobody sees it.")
    assert f"{found.text} {found.notices[0].rpartition(': ')[2]}" == f"{SENTENCE} And nobody sees it."


def test_text_drawn_twice_is_read_once() -> None:
    assert document(Sheet().text(72, 700, SENTENCE).text(72.3, 700, SENTENCE)).text == SENTENCE


def test_words_recognised_in_a_scan_are_said_to_be_so() -> None:
    found = document(Sheet().text(72, 700, SENTENCE, before="3 Tr"))
    assert found.text == SENTENCE
    assert found.notices[0].startswith("Page 1: the words come from an invisible layer")


def test_a_stamp_on_a_scan_does_not_hide_its_words() -> None:
    sheet = Sheet().lines(72, 700, SENTENCE).text(72, 60, "Received", 8)
    sheet.text(72, 600, f"{SENTENCE} {SENTENCE}", 5, before="3 Tr")
    found = document(sheet)
    assert found.text.count("bridge") == 3
    assert len(found.notices) == 1


UNNAMED = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Abc /Encoding /Identity-H /DescendantFonts [11 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Abc /DW 600 /FontDescriptor 12 0 R "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    "<< /Type /FontDescriptor /FontName /Abc /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 "
    "/Descent -200 /CapHeight 700 /StemV 80 >>",
)


def test_letters_that_nothing_names_are_counted_and_shown_as_unknown() -> None:
    sheet = Sheet().text(72, 700, SENTENCE).raw("BT /F3 12 Tf 72 600 Td <0024002500260027> Tj ET")
    (found,) = read(pdf(sheet, fonts="/F3 10 0 R", more=UNNAMED), "a.pdf")
    assert found.text.endswith("\ufffd" * 4)
    assert found.notices == ("4 letters on page 1 cannot be read: the file does not say what they are.",)


def test_letters_numbered_as_unicode_does_are_read() -> None:
    words = "the mayor said on monday that it would open"
    codes = "".join(f"{ord(letter):04x}" for letter in words)
    sheet = Sheet().raw(f"BT /F3 12 Tf 20 600 Td <{codes}> Tj ET")
    (found,) = read(pdf(sheet, fonts="/F3 10 0 R", more=UNNAMED), "a.pdf")
    assert found.text == words


def test_curly_quotes_that_nothing_names_are_read_by_their_numbers() -> None:
    codes = "".join(f"{ord(letter):04x}" for letter in "“No,” she said")
    sheet = Sheet().raw(f"BT /F3 12 Tf 20 600 Td <{codes}> Tj ET")
    (found,) = read(pdf(sheet, fonts="/F3 10 0 R", more=UNNAMED), "a.pdf")
    assert (found.text, found.notices) == ("“No,” she said", ())


# Writing from right to left

HEBREW = ["ראש העיר אמר ביום שני כי", "המועצה תפתח את הגשר הישן", "במאי. לא נסגור אותו שוב,", "אמרה."]


def right_to_left(letters: list[str], lines: list[tuple[float, float, list[str]]]) -> bytes:
    """Write lines, given by place and glyphs in the order of reading, with a font that names each glyph's letters."""
    codes = {glyph: number for number, glyph in enumerate(letters, 33)}
    named = "\n".join(f"<{code:02x}> <{glyph.encode('utf-16-be').hex()}>" for glyph, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(codes)} beginbfchar\n{named}\nendbfchar endcmap end end"
    )
    sheet = Sheet()
    for right, y, glyphs in lines:
        shown_codes = "".join(f"{codes[glyph]:02x}" for glyph in reversed(glyphs))
        sheet.raw(f"BT /F3 12 Tf 1 0 0 1 {right - 7.2 * len(glyphs)} {y} Tm <{shown_codes}> Tj ET")
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode 11 0 R >>"
    stream = f"<< /Length {len(table)} >>\nstream\n{table}\nendstream"
    return pdf(sheet, fonts="/F3 10 0 R", more=(font, stream))


def test_lines_from_right_to_left_are_joined() -> None:
    lines = [(400.0, 700 - 14.0 * number, list(line)) for number, line in enumerate(HEBREW)]
    (found,) = read(right_to_left(sorted(set("".join(HEBREW))), lines), "a.pdf")
    assert found.text == " ".join(HEBREW)


def test_letters_of_an_arabic_ligature_are_in_their_order() -> None:
    word = ["ا", "لا", "ث", "ن", "ي", "ن"]
    (found,) = read(right_to_left(word[:5], [(400, 700, word)]), "a.pdf")
    assert found.text == "".join(word)


# What the file states


def test_title_and_author_are_facts_where_they_are_printed() -> None:
    sheet = Sheet().text(72, 730, "The bridge opens", 20).text(72, 700, "By Jane Doe")
    info = "/Title (The bridge opens) /Author (Jane Doe) /CreationDate (D:20240514103000Z)"
    found = document(sheet, info=info, catalog="/Lang (en-GB)")
    assert [(fact.field, fact.value, fact.origin) for fact in found.facts] == [
        ("title", "The bridge opens", "PDF information"),
        ("byline", "Jane Doe", "PDF information"),
        ("published_on", "2024-05-14", "PDF information: the day it was made"),
    ]
    assert [fact.offered for fact in found.facts] == [False, False, True]
    assert found.language == "en-GB"


def test_an_author_of_one_word_is_only_offered() -> None:
    found = document(Sheet().text(72, 700, "The supreme court met."), info="/Author (supreme)")
    assert found.facts == (Fact("byline", "supreme", "PDF information", offered=True),)


def test_what_programs_fill_in_is_no_title_and_no_author() -> None:
    info = "/Title (Microsoft Word - draft3.doc) /Author (admin) /CreationDate (D:20241514)"
    found = document(Sheet().text(72, 700, SENTENCE), info=info)
    assert (found.facts, found.notices) == ((), ())


# What cannot be read


@pytest.mark.parametrize(
    ("data", "error", "sentence"),
    [
        (b"", Empty, "a.pdf is empty."),
        (b"hello", Binary, "a.pdf is not a PDF."),
        (SMALL[:300], Damaged, "a.pdf is damaged or cut off: its pages cannot be found."),
        (pdf(), Damaged, "a.pdf is damaged or cut off: its pages cannot be found."),
        (locked(SENTENCE, "x"), Locked, "a.pdf is locked with a password. Save a copy without one, and add that."),
        (pdf(Sheet().raw("0 0 0 rg 60 60 99 99 re f")), Empty, "a.pdf holds no text: its pages are pictures"),
        (pdf(Sheet().text(72, 700, "unseen", before="1 1 1 rg")), Empty, "a.pdf holds no text that shows"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, error: type[IntakeError], sentence: str) -> None:
    with pytest.raises(error) as raised:
        read(data, "a.pdf")
    assert str(raised.value).startswith(sentence)


def test_a_file_without_pages_is_not_called_locked_after_one_that_is() -> None:
    with pytest.raises(Locked):
        read(locked(SENTENCE, "x"), "a.pdf")
    with pytest.raises(Damaged):
        read(pdf(), "b.pdf")


def test_a_file_locked_with_an_empty_password_opens() -> None:
    (found,) = read(locked(SENTENCE, ""), "a.pdf")
    assert found.text == SENTENCE


def test_a_pdf_becomes_a_capture_whatever_its_name() -> None:
    (capture,) = read_bytes(SMALL, source="/x/letter.dat")
    assert (capture.text, capture.media_type, capture.extractor) == (
        "The council reached an agreement on the well-known “bridge”.",
        FORMAT.media_type,
        FORMAT.reader,
    )


@given(st.binary(max_size=200))
def test_any_bytes_end_in_documents_or_a_sentence(data: bytes) -> None:
    check_outcome(data)


def check_outcome(data: bytes) -> None:
    """Assert that bytes give documents, or an error with one sentence."""
    sentence = ""
    try:
        assert read(data, "a.pdf")
    except IntakeError as error:
        sentence = str(error)
    assert not sentence or sentence.startswith("a.pdf ")


MUTATIONS = """
import random
from tests.intake.pdf.test_reader import SMALL, check_outcome

random.seed({seed})
for _ in range({count}):
    data = bytearray(SMALL)
    for _ in range(random.randrange(1, 9)):
        at = random.randrange(len(data))
        match random.randrange(4):
            case 0: data[at] = random.randrange(256)
            case 1: del data[at : at + random.randrange(1, 40)]
            case 2: data[at:at] = data[random.randrange(len(data)) :][: random.randrange(1, 60)]
            case 3: data[at : at + 1] = b"%d" % random.choice([0, -1, 9, 65536, 2**31, 2**63])
    check_outcome(bytes(data))
"""


def test_damaged_files_end_in_documents_or_a_sentence() -> None:
    """In a process of its own, since PDFium may crash."""
    script = MUTATIONS.format(seed=8, count=300)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
