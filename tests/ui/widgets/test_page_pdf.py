"""A printed page reads back letter for letter, in every reader of PDFs."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from desktop.assets import resource
from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample
from desktop.desk.stories.log_source import export_log
from desktop.domain import MarkChange, Status, VerbatimError
from desktop.log.columns import ColumnSet
from desktop.log.writing import compose
from desktop.ui.theme import LIGHT
from desktop.ui.widgets.page_pdf import page_pdf
from tests.log.examples import mark, quote, source

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "The office finally sniffed flu affluence: “first”, fjord."
pytestmark = pytest.mark.usefixtures("qapp")


def printed(text: str) -> bytes:
    marks = (mark(1, 1, Status.VERIFIED),)
    log = replace(source((quote(1, text, *marks), marks)), desk_name="office")
    return page_pdf(compose(log, "html", ColumnSet.EDITOR)[0], "office")


def letters(text: str) -> str:
    return "".join(text.split())


def test_words_read_back_with_their_letters_and_spaces() -> None:
    content = printed(WORDS)
    readers = (
        pypdfium2.PdfDocument(content)[0].get_textpage().get_text_bounded(),
        pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(),
        extract_text(io.BytesIO(content)),
    )
    for text in readers:
        assert letters(WORDS) in letters(text)
        assert "\t" not in text
        assert "The office finally" in text


def test_a_joined_letter_of_the_text_itself_stays_one() -> None:
    content = printed("The \ufb01nal o\ufb03ce \ufb02ew, first.")  # PDFium gives its parts, whatever the page holds
    for text in (pypdf.PdfReader(io.BytesIO(content)).pages[0].extract_text(), extract_text(io.BytesIO(content))):
        assert "The \ufb01nal o\ufb03ce \ufb02ew, first." in text


def test_characters_that_turn_the_reading_order_stand_there_as_their_number() -> None:
    text = pypdfium2.PdfDocument(printed("a\u202eb"))[0].get_textpage().get_text_bounded()
    assert "aU+202Eb" in letters(text)


def test_each_page_says_which_of_how_many_it_is() -> None:
    document = pypdfium2.PdfDocument(printed("A long story. " * 900))
    pages = len(document)
    assert pages > 1
    for number in range(pages):
        assert f"page {number + 1} of {pages}" in document[number].get_textpage().get_text_bounded()


def test_a_page_that_would_hold_up_the_window_is_refused() -> None:
    with pytest.raises(VerbatimError, match="too long"):
        page_pdf(b"x" * 700_000, "long")


def test_the_sample_with_ten_marks_fills_two_pages(tmp_path: Path) -> None:
    make_sample(tmp_path / "sample.desk")
    with Desk.open(tmp_path / "sample.desk") as desk:
        quotes = desk.story_quotes(desk.stories()[0].id)
        statuses = [*[Status.DISPUTED] * 3, *[Status.VERIFIED] * 7]
        for found, status in zip(quotes[4:40:3], statuses, strict=False):
            desk.mark([found.id], MarkChange(status, evidence="https://example.org/tape"), checker="Ada")
        export_log(desk, tmp_path / "page.pdf", "pdf", to_pdf=page_pdf)
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    assert len(document) <= 2
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "North Korea" in text
    assert "South Korea" in text


def test_the_page_has_the_colours_of_the_window() -> None:
    style = resource("editor.html.jinja").read_text("utf-8")
    for colour in (LIGHT.verified, LIGHT.disputed, LIGHT.unverified, LIGHT.gone, LIGHT.new):
        assert colour in style
