"""Notes, comments, headers and properties of a Word file: apart from the body, each with a reason."""

from __future__ import annotations

from desktop.intake.document import Fact
from tests.intake.docx.files import body_of, document, p, r

NOTES = (
    "<w:{0}s><w:{0} w:id='0' w:type='separator'><w:p/></w:{0}>"
    "<w:{0} w:id='2'>" + p("<w:r><w:footnoteRef/></w:r>", r("First note.")) + p(r("Its second paragraph.")) + "</w:{0}>"
    "<w:{0} w:id='3'>" + p(r("Second note.")) + "</w:{0}></w:{0}s>"
)


def reference(kind: str, number: int, more: str = "") -> str:
    return f"<w:r><w:{kind}Reference w:id='{number}'{more}/></w:r>"


def test_a_note_number_never_joins_a_figure() -> None:
    body = p(r("It cost $5"), reference("footnote", 2), r(" million"), reference("footnote", 3), r("."))
    found = document(body, footnotes=NOTES.format("footnote"))
    assert found.text == ("It cost $5[1] million[2].\n\n[1] First note.\n\nIts second paragraph.\n\n[2] Second note.")
    assert [(cut.span.of(found.text), cut.why) for cut in found.cuts] == [
        ("[1]", "note number"),
        ("[2]", "note number"),
        ("[1] First note.\n\nIts second paragraph.", "footnote"),
        ("[2] Second note.", "footnote"),
    ]
    assert body_of(found) == "It cost $5 million."


def test_endnotes_count_for_themselves_in_roman_numbers() -> None:
    body = p(r("A"), reference("endnote", 2), reference("footnote", 2), reference("endnote", 3))
    found = document(body, endnotes=NOTES.format("endnote"), footnotes=NOTES.format("footnote"))
    assert found.text.startswith("A[i][1][ii]\n\n[i] First note.")


def test_a_mark_of_its_own_is_cut() -> None:
    body = p(r("$5"), "<w:r><w:footnoteReference w:id='2' w:customMarkFollows='1'/><w:t>7</w:t></w:r>", r(" million"))
    assert body_of(document(body, footnotes=NOTES.format("footnote"))) == "$5 million"


def test_comments_stand_behind_with_author_day_and_place() -> None:
    comments = (
        "<w:comments><w:comment w:id='4' w:author='Ann Lee' w:date='2026-01-02T10:00:00Z'>"
        + p(r("Is this so?")) + "</w:comment></w:comments>"
    )  # fmt: skip
    body = p(
        r("He "), "<w:commentRangeStart w:id='4'/>", r("never "), r("said"), "<w:commentRangeEnd w:id='4'/>",
        "<w:r><w:commentReference w:id='4'/></w:r>", r(" it."),
    )  # fmt: skip
    found = document(body, comments=comments)
    assert found.text == "He never said it.\n\nIs this so?"
    assert [cut.why for cut in found.cuts] == ["comment by Ann Lee, 2 January 2026, on “never said”"]


def test_words_at_two_places_with_one_comment_are_not_joined() -> None:
    comments = f"<w:comments><w:comment w:id='0' w:author='Ann Lee'>{p(r('Not so.'))}</w:comment></w:comments>"
    marked = p(
        "<w:commentRangeStart w:id='0'/>", r("signed"), "<w:commentRangeEnd w:id='0'/>",
        "<w:r><w:commentReference w:id='0'/></w:r>",
    )  # fmt: skip
    found = document(marked + marked, comments=comments)
    assert found.text == "signed\n\nsigned\n\nNot so."
    assert [cut.why for cut in found.cuts] == ["comment by Ann Lee, on “signed … signed”"]


def test_headers_and_footers_stand_behind_once() -> None:
    head = f"<w:hdr>{p(r('Daily Post'))}</w:hdr>"
    first = f"<w:hdr>{p(r('First page'))}</w:hdr>"
    foot = f"<w:ftr>{p(r('Page 1'))}</w:ftr>"
    section = (
        "<w:sectPr><w:headerReference w:type='default' r:id='header1'/>"
        "<w:headerReference w:type='first' r:id='header2'/>"
        "<w:footerReference w:type='default' r:id='footer1'/></w:sectPr>"
    )
    body = f"<w:p><w:pPr>{section}</w:pPr>{r('Text')}</w:p>{section}"
    found = document(body, header1=head, header2=first, footer1=foot)
    assert found.text == "Text\n\nDaily Post\n\nPage 1"
    assert [cut.why for cut in found.cuts] == ["page header", "page footer"]
    titled = document(body.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>"), header1=head, header2=first, footer1=foot)
    assert "First page" in titled.text


def test_headers_of_even_pages_are_there_where_they_are_shown() -> None:
    body = p(r("Text")) + "<w:sectPr><w:headerReference w:type='even' r:id='header1'/></w:sectPr>"
    head, settings = f"<w:hdr>{p(r('Left'))}</w:hdr>", "<w:settings><w:evenAndOddHeaders/></w:settings>"
    assert document(body, header1=head).text == "Text"
    assert document(body, header1=head, settings=settings).text == "Text\n\nLeft"


def test_properties_are_facts_with_their_origin() -> None:
    core = (
        "<c xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:t='http://purl.org/dc/terms/'>"
        "<d:title> Dam opens </d:title>"
        "<d:creator>Ann Lee</d:creator><t:created>2026-01-02T03:04:05Z</t:created><d:subject>x</d:subject></c>"
    )
    assert document(p(r("Text")), core=core).facts == (
        Fact("title", "Dam opens", "Word properties", offered=True),
        Fact("creator", "Ann Lee", "Word properties"),
        Fact("created", "2026-01-02T03:04:05Z", "Word properties"),
    )
