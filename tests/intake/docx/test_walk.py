"""Words of a Word file: each comes out once, in its place, whatever stands around it."""

from __future__ import annotations

import pytest

from desktop.intake.docx.reader import read
from tests.intake.docx.files import body_of, box, document, docx, field, p, r


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


AB = r("The mayor ") + "{}" + r(" spoke.")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<w:hyperlink r:id='x'>{r('never')}</w:hyperlink>", "never"),
        (f"<w:fldSimple w:instr='DATE'>{r('never')}</w:fldSimple>", "never"),
        (field("DATE", r("never")), "never"),
        (field(" REF a ", r("ne") + field("PAGE", r("v")) + r("er")), "never"),
        (field("", field("PAGE", r("3")) + r("no words"), parted=False), ""),
        (field("MACROBUTTON Act never", "", parted=False), "never"),
        (field("SYMBOL 147", "", parted=False), "“"),
        (field("SYMBOL 0147", "", parted=False), "“"),
        (field(' SYMBOL 0xB3 \\f "Symbol" ', "", parted=False), "≥"),
        (f"<w:sdt><w:sdtPr><w:alias w:val='A'/></w:sdtPr><w:sdtContent>{r('never')}</w:sdtContent></w:sdt>", "never"),
        (f"<w:smartTag><w:smartTagPr/>{r('never')}</w:smartTag>", "never"),
        (f"<w:customXml><w:customXmlPr/>{r('never')}</w:customXml>", "never"),
        (f"<w:dir w:val='rtl'>{r('never')}</w:dir>", "never"),
        (f"<w:bdo w:val='rtl'>{r('never')}</w:bdo>", "never"),
        (f"<x:new><x:newer>{r('never')}</x:newer></x:new>", "never"),
        ("<w:r><w:t>nev</w:t><w:noBreakHyphen/><w:t>er</w:t></w:r>", "nev\u2011er"),
        ("<w:r><w:t>nev</w:t><w:softHyphen/><w:t>er</w:t></w:r>", "nev\u00ader"),
        ("<w:r><w:t>not</w:t><w:cr/><w:t>now</w:t></w:r>", "not\nnow"),
        ("<w:r><w:t>not</w:t><w:br/><w:t>now</w:t></w:r>", "not\nnow"),
        ("<w:r><w:t>not</w:t><w:tab/><w:t>now</w:t></w:r>", "not\tnow"),
        ("<w:r><w:t>not</w:t><w:ptab/><w:t>now</w:t></w:r>", "not\tnow"),
        ("<w:r><w:t>\n      never\n    </w:t></w:r>", "never"),
        ("<w:r><w:sym w:font='Arial' w:char='201C'/></w:r>", "“"),
        ("<w:r><w:sym w:font='Arial' w:char='F093'/></w:r>", "“"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>", "≥"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "☑"),
        ("<w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>\uf0b3</w:t></w:r>", "≥"),
        (r("never", "<w:caps/><w:webHidden/><w:vanish w:val='0'/>"), "never"),
        (
            f"<m:oMath><m:f><m:num>{m('1')}</m:num><m:den>{m('12')}</m:den></m:f></m:oMath>",
            "1/12",
        ),
        (
            f"<m:oMath><m:sSup><m:e>{m('10')}</m:e><m:sup>{m('6')}</m:sup></m:sSup></m:oMath>",
            "10⁶",
        ),
        (f"<m:oMath><m:d><m:e>{m('a+b')}</m:e></m:d></m:oMath>", "(a+b)"),
        (f"<m:oMath><m:rad><m:deg/><m:e>{m('2')}</m:e></m:rad></m:oMath>", "√2"),
        (
            "<mc:AlternateContent><mc:Choice Requires='x'>"
            f"{r('never')}</mc:Choice><mc:Fallback>{r('never')}</mc:Fallback></mc:AlternateContent>",
            "never",
        ),
        (
            "<mc:AlternateContent><mc:Choice Requires='x'><x:ink/></mc:Choice>"
            f"<mc:Fallback>{r('never')}</mc:Fallback></mc:AlternateContent>",
            "never",
        ),
    ],
)
def test_words_stand_where_they_are_read(inside: str, words: str) -> None:
    assert document(p(AB.format(inside))).text == f"The mayor {words} spoke."


def test_a_field_over_paragraphs_shows_its_result_only() -> None:
    begin, end = field("TOC", "|").split("|")
    assert document(p(begin, r("One")) + p(r("Two"), end) + p(r("Three"))).text == "One\n\nTwo\n\nThree"


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert document(p(begin, r("One")) + p(field("PAGE", r("Two")))).text == "One\n\nTwo"


def test_a_choice_in_a_form_is_read_from_its_list() -> None:
    form = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        '<w:listEntry w:val="yes"/><w:listEntry w:val="no"/></w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert document(p(r("Agreed: "), form)).text == "Agreed: no"
    for number in ("7", "-1", "9" * 5000, "x"):
        assert document(p(r("Agreed: "), form.replace('w:val="1"', f'w:val="{number}"'))).text == "Agreed:"


def test_paragraphs_are_parted_by_a_blank_line_and_empty_ones_dropped() -> None:
    assert document(p(r("One ")) + p() + p(r(" ")) + p(r("Two"))).text == "One\n\nTwo"


def test_cells_are_paragraphs_and_rows_follow_one_another() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p(r('A')), p(r('B')) + p(r('C')))}{row.format(p(r('D')), p())}</w:tbl>"
    assert document(p(r("Before")) + table + p(r("After"))).text == "Before\n\nA\n\nB\n\nC\n\nD\n\nAfter"


def test_a_text_box_stands_behind_its_paragraph_whose_own_words_stay_together() -> None:
    boxed = p(r("The council "), box(p(r("Box one")) + p(r("Box two"))), r("agreed."))
    assert document(boxed + p(r("Next."))).text == "The council agreed.\n\nBox one\n\nBox two\n\nNext."


def test_a_box_in_a_box_and_an_old_box_come_once() -> None:
    inner = p(r("outer "), box(p(r("inner"))), r("end"))
    old = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(r('old'))}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert document(p(r("Text"), box(inner), old)).text == "Text\n\nouter end\n\ninner\n\nold"


def test_fields_of_a_box_are_its_own() -> None:
    assert document(p(field("REF a", r("one") + box(p(r("boxed"))) + r(" two")))).text == "one two\n\nboxed"


def test_words_along_a_line_come_out() -> None:
    art = "<w:r><w:pict><v:shape><v:textpath string='CONFIDENTIAL'/></v:shape></w:pict></w:r>"
    assert document(p(r("Text"), art)).text == "Text\n\nCONFIDENTIAL"


def test_a_table_inside_a_run_parts_the_paragraph() -> None:
    table = f"<w:r><w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl></w:r>"
    assert document(p(r("One"), table, r("two"))).text == "One\n\ncell\n\ntwo"


def test_a_dropped_capital_begins_its_word() -> None:
    capital = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>{r("N")}</w:p>'
    assert document(capital + p(r("ever again.")) + p(r("Then."))).text == "Never again.\n\nThen."


def test_several_bodies_are_read_one_after_the_other() -> None:
    assert document(f"{p(r('One'))}</w:body><w:body>{p(r('Two'))}").text == "One\n\nTwo"


def test_a_raised_figure_is_no_digit_of_the_one_before_it() -> None:
    raised = r("2", "<w:vertAlign w:val='superscript'/>")
    assert document(p(r("It cost $5"), raised, r(" million."))).text == "It cost $5² million."


def test_a_reading_aid_is_cut_behind_its_word() -> None:
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('かん')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    found = document(p(ruby, r("字")))
    assert found.text == "漢(かん)字"
    assert [(cut.span.of(found.text), cut.why) for cut in found.cuts] == [("(かん)", "reading aid")]
    assert body_of(found) == "漢字"


def test_words_of_charts_and_diagrams_are_cut_but_there() -> None:
    chart = "<c:chartSpace><a:p><a:r><a:t>Votes</a:t></a:r></a:p><c:cat><c:v>North</c:v></c:cat></c:chartSpace>"
    diagram = "<dgm:dataModel><a:p><a:r><a:t>First </a:t></a:r><a:r><a:t>step</a:t></a:r></a:p></dgm:dataModel>"
    drawn = "<w:r><w:drawing><c:chart r:id='chart1'/><dgm:relIds r:dm='diagramData1'/></w:drawing></w:r>"
    found = document(p(r("Text"), drawn), chart1=chart, diagramData1=diagram)
    assert found.text == "Text\n\nVotes\n\nNorth\n\nFirst step"
    assert [cut.why for cut in found.cuts] == ["chart", "diagram"]


def test_a_chart_that_is_not_shown_is_not_read() -> None:
    chart = "<c:chartSpace><c:cat><c:v>North</c:v></c:cat></c:chartSpace>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing><c:chart r:id='chart1'/></w:drawing></w:r>"
    assert document(p(r("Text"), hidden), chart1=chart).text == "Text"


def test_a_broken_chart_does_not_cost_the_text() -> None:
    drawn = "<w:r><w:drawing><c:chart r:id='chart1'/></w:drawing></w:r>"
    found = document(p(r("Text"), drawn), chart1="<c:chartSpace>")
    assert (found.text, found.notices) == ("Text", ("Not in the text: a chart.",))


def test_numbers_of_positions_are_no_words() -> None:
    drawing = "<w:r><w:drawing><wp:anchor><wp:posOffset>458470</wp:posOffset></wp:anchor></w:drawing></w:r>"
    found = document(p(r("Text"), drawing))
    assert (found.text, found.notices) == ("Text", ())


def test_the_strict_form_of_the_format_is_read_too() -> None:
    plain = docx(p(r("Strictly.")), namespace="http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert read(plain, "letter.docx")[0].text == "Strictly."
