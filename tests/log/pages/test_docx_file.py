"""The editor's page as a Word document says what the page says, whatever stands in the desk, and can be opened."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx

from desktop.log.columns import ColumnSet
from desktop.log.pages.docx_file import compose
from desktop.log.pages.docx_page import COLOURS, writable
from desktop.log.pages.editor_page import editor_page
from tests.log.examples import example


def words_of(content: bytes) -> str:
    return "\n".join(line.text for line in docx.Document(BytesIO(content)).paragraphs)


def test_every_listed_quote_is_in_it_with_its_sign_and_colour() -> None:
    source = replace(example(), everything=True)
    content, rows = compose(source, ColumnSet.EDITOR)
    page = editor_page(source)
    assert rows == page.listed == 3
    words = words_of(content)
    assert page.summary in words
    for item in (*page.disputed, *page.no_source, *page.verified, *page.to_check):
        assert f"“{writable(item.row.quote.text)}”" in words
    document = docx.Document(BytesIO(content))
    colours = {run.font.color.rgb for line in document.paragraphs for run in line.runs if run.text[:1] in "✓≠?"}
    assert {str(colour) for colour in colours if colour} >= {COLOURS["disputed"]}
    assert "not proven" in words


def test_names_that_xml_cannot_hold_are_written_as_signs() -> None:
    source = example()
    nasty = "a\x00b\x0bc\ud800d & <w:t>\u202ee\uffff"
    stories = tuple(replace(story, title=nasty) for story in source.stories)
    content, _ = compose(replace(source, stories=stories, desk_name=nasty), ColumnSet.EDITOR)
    assert "<w:t>" in words_of(content)
    assert writable("a\x00\ud800") == "a[U+0000][U+D800]"


def test_a_desk_without_marks_is_one_sentence() -> None:
    source = example()
    empty = replace(source, quotes={}, stories=source.stories[:1] or (), marks={})
    assert "Nobody has marked a quote yet." in words_of(compose(empty, ColumnSet.EDITOR)[0])
