"""Words of an OpenDocument text: each comes out once, in its place, whatever stands around it."""

from __future__ import annotations

import pytest

from desktop.intake.document import Fact
from desktop.intake.odt.reader import read
from tests.intake.odt.files import document, flat, odt, p

RAISED = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<text:span>never</text:span>", "never"),
        ('<text:a xlink:href="http://e.org">never</text:a>', "never"),
        ("<loext:content-control>never</loext:content-control>", "never"),
        ("<text:bookmark-ref>never</text:bookmark-ref>", "never"),
        ("<text:sequence-ref>never</text:sequence-ref><text:sequence> 2</text:sequence>", "never 2"),
        ("<text:meta>never</text:meta>", "never"),
        ("<text:text-input>never</text:text-input>", "never"),
        ("<text:user-field-get>never</text:user-field-get>", "never"),
        ("<text:date>2 May</text:date>", "2 May"),
        ("ne<text:bookmark/>v<text:soft-page-break/>er", "never"),
        ("ne<!-- no -->ver", "never"),
        ("not<text:line-break/>now", "not\nnow"),
        ("not<text:tab/>now", "not\tnow"),
        ('not<text:s text:c="3"/>now', "not   now"),
        ('not<text:s text:c="x"/>now', "not now"),
        ("not\n      <text:span>   now</text:span>", "not now"),
        ("never<text:script>alert</text:script><text:toc-mark/>", "never"),
        ("<text:number>3.</text:number>never", "never"),
        ('never<draw:frame><svg:title>Dam</svg:title><draw:image xlink:href="a.png"/></draw:frame>', "never"),
    ],
)
def test_words_stand_where_they_are_read(inside: str, words: str) -> None:
    assert document(p(f"\n  The mayor {inside} spoke.\n")).text == f"The mayor {words} spoke."


def test_lists_sections_and_tables_are_paragraphs() -> None:
    text = (
        "<text:h>Head</text:h><text:list><text:list-header><text:p>One</text:p></text:list-header>"
        "<text:list-item><text:p>Two</text:p></text:list-item></text:list>"
        "<text:section><text:p>Three</text:p></text:section>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
        "<table:table-cell><text:p>B</text:p><text:p/></table:table-cell></table:table-row></table:table-header-rows>"
        "</table:table><text:p>Four</text:p>"
    )
    assert document(text).text == "Head\n\nOne\n\nTwo\n\nThree\n\nA\n\nB\n\nFour"


def test_a_table_of_contents_is_read_without_its_templates() -> None:
    text = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>T</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title>"
        "<text:p>Dam 3</text:p></text:index-body></text:table-of-content>"
    )
    assert document(text).text == "Contents\n\nDam 3"


@pytest.mark.parametrize(
    "box",
    [
        "<draw:frame><draw:text-box><text:p>One</text:p><text:p>two</text:p></draw:text-box></draw:frame>",
        "<draw:custom-shape><text:p>One</text:p><text:p>two</text:p><draw:enhanced-geometry/></draw:custom-shape>",
        "<draw:g><draw:rect><text:p>One</text:p></draw:rect><draw:rect><text:p>two</text:p></draw:rect></draw:g>",
    ],
)
def test_a_text_box_stands_behind_its_paragraph(box: str) -> None:
    assert document(p(f"The council {box}agreed.") + p("Next.")).text == "The council agreed.\n\nOne\n\ntwo\n\nNext."


def test_a_raised_figure_is_no_digit_of_the_one_before_it() -> None:
    assert document(p('It cost $5<text:span text:style-name="T1">2</text:span>.'), styles=RAISED).text == "It cost $5²."


def test_a_reading_aid_is_cut_behind_its_word() -> None:
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby>字"
    found = document(p(ruby))
    assert found.text == "漢(かん)字"
    assert [(cut.span.of(found.text), cut.why) for cut in found.cuts] == [("(かん)", "reading aid")]


def note(kind: str, label: str, *paragraphs: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{''.join(map(p, paragraphs))}</text:note-body></text:note>"
    )


def test_a_note_number_never_joins_a_figure() -> None:
    found = document(p(f"It cost $5{note('footnote', '2', 'First.', 'More.')} million{note('endnote', 'i', 'Last.')}."))
    assert found.text == "It cost $5[2] million[i].\n\n[2] First.\n\nMore.\n\n[i] Last."
    assert [(cut.span.of(found.text), cut.why) for cut in found.cuts] == [
        ("[2]", "note number"),
        ("[i]", "note number"),
        ("[2] First.\n\nMore.", "footnote"),
        ("[i] Last.", "endnote"),
    ]


def test_comments_stand_behind_with_author_day_and_place() -> None:
    comment = (
        '<office:annotation office:name="c1"><dc:creator>Ann Lee</dc:creator><dc:date>2026-01-02T10:00:00</dc:date>'
        "<text:list><text:list-item><text:p>Is this so?</text:p></text:list-item></text:list></office:annotation>"
    )
    found = document(p(f'He {comment}never said<office:annotation-end office:name="c1"/> it.'))
    assert found.text == "He never said it.\n\nIs this so?"
    assert [cut.why for cut in found.cuts] == ["comment by Ann Lee, 2 January 2026, on “never said”"]


def test_heads_of_the_pages_in_use_stand_behind() -> None:
    page = (
        '<style:master-page style:name="{}"{}><style:header>{}</style:header>'
        "<style:footer{}>{}</style:footer></style:master-page>"
    )
    pages = (
        page.format("Standard", ' style:next-style-name="Rest"', p("Daily Post"), "", p("1"))
        + page.format("Rest", "", p("Rest"), ' style:display="false"', p("none"))
        + page.format("Envelope", "", p("To"), "", p("From"))
    )
    found = document(p("Text"), pages=pages)
    assert found.text == "Text\n\nDaily Post\n\n1\n\nRest"
    assert [cut.why for cut in found.cuts] == ["page header", "page footer", "page header"]


HIDING = '<style:style style:name="{}" style:family="{}"{}><style:text-properties text:display="none"/></style:style>'


@pytest.mark.parametrize(
    "text",
    [
        p('Seen <text:span text:style-name="T1">not seen</text:span>'),
        p("Seen") + p("not seen", ' text:style-name="P2"'),
        p("Seen") + f'<text:section text:display="none">{p("not seen")}</text:section>',
        p("Seen") + f'<text:section text:display="condition" text:is-hidden="true">{p("not seen")}</text:section>',
        p("Seen") + p('<text:hidden-paragraph text:is-hidden="true"/>not seen'),
        p('Seen <text:hidden-text text:is-hidden="true">not seen</text:hidden-text>'),
        p('Seen <text:variable-set text:display="none">not seen</text:variable-set>'),
    ],
)
def test_hidden_text_is_left_out_and_said(text: str) -> None:
    heir = '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P1"/>'
    found = document(text, styles=HIDING.format("T1", "text", "") + HIDING.format("P1", "paragraph", "") + heir)
    assert found.text == "Seen"
    assert found.notices == ("Not in the text: hidden text, 2 words (“not seen”).",)


def test_what_is_not_read_is_said() -> None:
    cell = f"<table:table-row><table:covered-table-cell>{p('below')}</table:covered-table-cell>"
    text = p('Text<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>') + (
        f"<table:table>{cell}</table:table-row></table:table>"
    )
    found = document(text)
    assert found.text == "Text"
    assert found.notices == (
        "Not in the text: cells under a joined cell, 1 word (“below”).",
        "Not in the text: an embedded object (a formula, a chart or a table).",
    )


def test_white_text_stays_and_is_said_where_nothing_dark_is_behind_it() -> None:
    white = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:color="#FFFFFF"{}/></style:style>'
    )
    text = p('Text <text:span text:style-name="T1">white</text:span>')
    notice = "In the text, but perhaps not seen on the page: white text, 1 word (“white”)."
    found = document(text, styles=white.format(""))
    assert (found.text, found.notices) == ("Text white", (notice,))
    assert document(text, styles=white.format(' fo:background-color="#000000"')).notices == ()
    cell = f"<table:table><table:table-row><table:table-cell>{text}</table:table-cell></table:table-row></table:table>"
    assert document(cell, styles=white.format("")).notices == ()


def test_words_outside_of_paragraphs_are_said() -> None:
    found = document(f"Stray{p('Text')}<loext:new>word</loext:new>")
    assert found.text == "Text"
    assert found.notices == ("Not in the text: words outside of any paragraph, 2 words (“Stray word”).",)


MATH = (
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mn>1</mn><mn>12</mn></mfrac><mo>+</mo>'
    "<msup><mi>x</mi><mn>2</mn></msup><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt></mrow>"
    "<annotation>{1} over {12}</annotation></semantics></math>"
)


@pytest.mark.parametrize("inside", ['<draw:object xlink:href="./Formula"/>', f"<draw:object>{MATH}</draw:object>"])
def test_a_formula_is_cut_behind_its_paragraph_with_its_figures_apart(inside: str) -> None:
    found = document(p(f"Text<draw:frame>{inside}</draw:frame>"), Formula=MATH)
    assert found.text == "Text\n\n1/12+x^2√(a+b)"
    assert [cut.why for cut in found.cuts] == ["formula"]
    assert found.notices == ()


def test_a_broken_formula_does_not_cost_the_text() -> None:
    found = document(p('Text<draw:frame><draw:object xlink:href="./Formula"/></draw:frame>'), Formula="<math")
    assert found.text == "Text"
    assert found.notices == ("Not in the text: an embedded object (a formula, a chart or a table).",)


META = (
    "<dc:title>Dam opens</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator>"
    "<meta:creation-date>2026-01-02T03:04:05</meta:creation-date><meta:keyword>dam</meta:keyword>"
)


@pytest.mark.parametrize(
    "data", [odt(p("Text"), meta=META), flat(p("Text"), META), b"\xef\xbb\xbf" + flat(p("Text"), META)]
)
def test_packed_and_flat_files_read_alike_with_their_properties(data: bytes) -> None:
    (found,) = read(data, "letter.odt")
    assert found.text == "Text"
    assert found.facts == (
        Fact("title", "Dam opens", "OpenDocument properties", offered=True),
        Fact("creator", "Ann Lee", "OpenDocument properties"),
        Fact("created", "2026-01-02T03:04:05", "OpenDocument properties"),
    )
