"""Logs stay English, whatever the window speaks: they are compared by machines, and read years later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from desktop.log.columns import OF_STATEMENTS
from desktop.log.rows import Publisher
from desktop.log.writing import BUNDLE, COLUMNS_OF, EVENTS, write
from desktop.translation import choose, tr, write_numbers
from desktop.ui.widgets.page_pdf import page_pdf
from tests.log.examples import example
from tests.translations.pseudo import TAG, make

if TYPE_CHECKING:
    from pathlib import Path


LOGS = [
    (form, each)
    for form, sets in COLUMNS_OF.items()
    for each in sets
    if each not in OF_STATEMENTS and form not in (EVENTS, BUNDLE)
]


@pytest.mark.parametrize(("file_format", "columns"), LOGS)
def test_a_log_is_the_same_in_every_language(tmp_path: Path, file_format: str, columns: str) -> None:
    log = replace(example(), publisher=Publisher("Desk", "https://example.org"))
    write(log, tmp_path / "english", file_format, columns, _as_page)
    make(tmp_path)
    choose([TAG], folder=tmp_path)
    write_numbers(lambda number: f"<{number}>")
    write(log, tmp_path / "other", file_format, columns, _as_page)
    assert tr("Verified") != "Verified"
    assert (tmp_path / "other").read_bytes() == (tmp_path / "english").read_bytes()


def _as_page(page: bytes, _: str) -> bytes:
    """Take the page that would be printed: a PDF says when it was made."""
    return page


@pytest.mark.usefixtures("qapp")
def test_the_foot_of_a_printed_log_is_english_too(tmp_path: Path) -> None:
    make(tmp_path)
    choose([TAG], folder=tmp_path)
    printed = pypdfium2.PdfDocument(page_pdf(b"<p>All is well.</p>", "office"))
    assert "page 1 of 1" in printed[0].get_textpage().get_text_bounded()
