"""Tracked changes of a Word file: the text before and the text after, with author and date."""

from __future__ import annotations

import pytest

from desktop.intake.docx.reader import read
from tests.intake.docx.files import body_of, change, deleted, docx, field, inserted, p, r

HALVES = "<m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den>"
MARK_IN, MARK_OUT = change("ins"), change("del")


def both(body: str, **parts: str) -> tuple[str, str]:
    documents = read(docx(body, **parts), "letter.docx")
    return body_of(documents[0]), body_of(documents[-1])


def row(text: str, properties: str = "", cell: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{p(r(text))}</w:tc></w:tr>"


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (p(r("Kept"), inserted(" new"), deleted(" old"), r(".")), "Kept old.", "Kept new."),
        (p(r("Kept"), change("ins", deleted(" both", "Bob")), inserted(" new")), "Kept", "Kept new"),
        (
            p(r("A "), change("moveFrom", r("moved ")), r("b "), change("moveTo", r("moved")), r(".")),
            "A moved b .",
            "A b moved.",
        ),
        (p(f"<w:hyperlink>{inserted('new')}{deleted('old')}</w:hyperlink>"), "old", "new"),
        (p(r("agree"), mark=MARK_OUT) + p(r("ment")), "agree\n\nment", "agreement"),
        (p(r("“so it,"), mark=MARK_IN) + p(r("” she said")), "“so it,” she said", "“so it,\n\n” she said"),
        (p(r("one"), mark=MARK_IN + MARK_OUT) + p(r("two"), inserted("!")), "onetwo", "onetwo!"),
        (p(deleted("gone"), mark=MARK_OUT) + p(r("stays")), "gone\n\nstays", "stays"),
        (p(inserted("new"), mark=MARK_IN) + p(r("stays")), "stays", "new\n\nstays"),
        (
            p(r("here"), mark=MARK_OUT) + f"<w:tbl>{row('cell')}</w:tbl>" + p(deleted("x")),
            "here\n\ncell\n\nx",
            "here\n\ncell",
        ),
        (f"<w:tbl>{row('a')}{row('b', MARK_IN)}{row('c', MARK_OUT)}</w:tbl>", "a\n\nc", "a\n\nb"),
        (f"<w:tbl>{row('a', '', change('cellIns'))}{row('b', '', change('cellDel'))}</w:tbl>", "b", "a"),
        (p(r("Page "), change("del", field("PAGE", r("7"))), inserted("8")), "Page 7", "Page 8"),
        (
            p(f"<m:oMath><m:f><m:fPr><m:ctrlPr>{MARK_OUT}</m:ctrlPr></m:fPr>{HALVES}</m:f></m:oMath>"),
            "a/b",
            "ab",
        ),
        (p(f"<w14:conflictIns>{r('a')}</w14:conflictIns><w14:conflictDel>{r('b')}</w14:conflictDel>"), "b", "a"),
        (p(r("x"), r("deleted text without its change", tag="w:delText"), inserted("y")),
         "xdeleted text without its change", "xy"),
    ],
)  # fmt: skip
def test_both_sides(body: str, before: str, after: str) -> None:
    assert both(body) == (before, after)


def test_two_documents_say_which_they_are_and_who_changed_what() -> None:
    early = change("ins", r(" twice"), author="Bob", date="2026-01-03T00:00:00Z")
    late = change("ins", r(" more"), author="Bob", date="2026-02-05T00:00:00Z")
    before, after = read(docx(p(r("Kept"), deleted(" old"), early, late)), "letter.docx")
    assert (before.part, before.follows) == ("before changes", False)
    assert (after.part, after.follows) == ("after changes", True)
    assert before.notices == after.notices == (
        "Tracked changes, read as two versions: 3 in all; "
        "1 by Ann Lee, 2 January 2026; 2 by Bob, 3 January 2026 to 5 February 2026.",
    )  # fmt: skip


def test_a_side_without_any_text_is_said_by_the_other() -> None:
    (before,) = read(docx(p(deleted("All of it."), mark=MARK_OUT)), "letter.docx")
    assert (before.text, before.part) == ("All of it.", "before changes")
    assert before.notices[-1] == "After its changes the file holds no text."
    (after,) = read(docx(p(inserted("All of it."), mark=MARK_IN)), "letter.docx")
    assert (after.text, after.part, after.follows) == ("All of it.", "after changes", False)
    assert after.notices[-1] == "Before its changes the file held no text."


@pytest.mark.parametrize("date", ["", "0000-13-45T99:99", "yesterday", "2026"])
def test_a_date_that_is_none_is_not_said(date: str) -> None:
    _, after = read(docx(p(r("A"), change("ins", r("b"), author="", date=date))), "letter.docx")
    assert after.notices[-1].endswith(": 1 in all; 1 by somebody unnamed.")


def test_changes_of_form_alone_make_one_document() -> None:
    form = r("Kept", "<w:b/><w:rPrChange w:author='Ann'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    numbering = "<w:p><w:pPr><w:numPr><w:ins w:author='Ann'/></w:numPr></w:pPr></w:p>"
    (found,) = read(docx(p(form) + numbering), "letter.docx")
    assert (found.text, found.part, found.notices) == ("Kept", "", ())


def test_a_change_in_a_note_makes_two_documents() -> None:
    notes = f"<w:footnotes><w:footnote w:id='2'>{p(r('Note'), inserted(' changed'))}</w:footnote></w:footnotes>"
    before, after = read(docx(p(r("Text"), "<w:r><w:footnoteReference w:id='2'/></w:r>"), footnotes=notes), "a.docx")
    assert before.text == "Text[1]\n\n[1] Note"
    assert after.text == "Text[1]\n\n[1] Note changed"


def test_a_deleted_note_is_in_the_text_before_only() -> None:
    reference = change("del", "<w:r><w:footnoteReference w:id='2'/></w:r>")
    notes = f"<w:footnotes><w:footnote w:id='2'>{p(r('Note'))}</w:footnote></w:footnotes>"
    before, after = read(docx(p(r("Text"), reference, deleted(" old")), footnotes=notes), "a.docx")
    assert before.text == "Text[1] old\n\n[1] Note"
    assert after.text == "Text"
