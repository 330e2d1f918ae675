"""The open card is at most half as high as it was; the same words are one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.domain import Flag, MarkChange, QuoteKind, Status
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.quotes.list_view import CardDelegate
from desktop.ui.quotes.model import Role
from desktop.ui.widgets import card_painting as paint
from tests.ui.quotes.panel_driver import click_row, find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session.session import Session

HIGHEST = 330  # pixels, at the size of the window's pictures


@pytest.fixture
def small_font(panel: QuotePanel) -> Iterator[None]:
    former = QApplication.font()
    QApplication.setFont(QFont("DejaVu Sans", 9))
    panel.set_zoom(100)
    yield
    QApplication.setFont(former)


def fold(panel: QuotePanel) -> None:
    for name in ("words", "details", "wordings", "earlier"):
        panel.card.sections.button(name).setChecked(False)


@pytest.mark.usefixtures("small_font")
def test_no_card_of_the_sample_is_higher_than_half_of_what_it_was(panel: QuotePanel) -> None:
    fold(panel)
    heights = {}
    for row, quote in enumerate(panel.model.shown):
        click_row(panel, row)
        QApplication.processEvents()
        heights[quote.text[:30]] = panel.card.height()
    assert {words: height for words, height in heights.items() if height > HIGHEST} == {}


@pytest.mark.usefixtures("small_font")
def test_words_and_labels_are_whole_where_the_card_gets_narrower(panel: QuotePanel) -> None:
    fold(panel)
    row = next(row for row, quote in enumerate(panel.model.shown) if "just another indication" in quote.text)
    click_row(panel, row)
    card = panel.card
    card.labels.show_labels(["altered fact", "speaker unnamed elsewhere", "not in the attached sources"], card.fonts)
    for width in (420, 244, 420, 300):
        panel.resize(width, panel.height())
        for _ in range(3):
            QApplication.processEvents()
        for part in (card.words, card.labels):
            assert part.height() == part.heightForWidth(part.width())


def test_all_words_other_wordings_and_details_are_one_click_away(panel: QuotePanel) -> None:
    fold(panel)
    row = next(row for row, quote in enumerate(panel.model.shown) if "just another indication" in quote.text)
    click_row(panel, row)
    card = panel.card
    assert not card.wordings.isVisible()
    assert not card.reasons.isVisible()
    for name, part in (("wordings", card.wordings), ("details", card.reasons)):
        card.sections.button(name).click()
        assert part.isVisible()
    folded = card.words.height()
    card.sections.button("words").click()
    QApplication.processEvents()
    assert card.words.height() > folded
    click_row(panel, 0)
    click_row(panel, row)
    assert card.wordings.isVisible()  # what was unfolded stays so


def test_kinds_and_alerts_are_in_plain_words(panel: QuotePanel) -> None:
    words = " ".join(str(panel.model.index(row).data(Role.LABELS)) for row in range(panel.model.rowCount()))
    for term in ("boundary broken", "unnamed there", "translated back"):
        assert term not in words
    row = next(row for row, quote in enumerate(panel.model.shown) if quote.kind is QuoteKind.MIXED)
    click_row(panel, row)
    assert "part of a sentence" in panel.card.attribution.text()
    panel.card.open_form()
    assert panel.card.form.kind.currentText() == "part of a sentence"
    find(panel, QPushButton, "quote-speaker-keep").click()
    assert panel.model.shown[row].kind is QuoteKind.MIXED


def test_a_verdict_without_a_source_says_so_on_the_closed_card_and_is_a_filter(
    panel: QuotePanel, session: Session
) -> None:
    first, second = panel.model.shown[:2]
    session.mark([first], MarkChange(Status.VERIFIED))
    session.mark([second], MarkChange(Status.VERIFIED, evidence="tape 3"))
    assert "no source given" in paint.pressing(panel.model.shown[0], ())
    assert "no source given" not in paint.pressing(panel.model.shown[1], ())
    assert isinstance(panel.list.itemDelegate(), CardDelegate)
    menu = panel.bar.make_menu()
    action = next(each for each in menu.actions() if each.objectName() == "quote-filter-no-source")
    assert action.text() == "No source given (1)"
    action.trigger()
    assert [quote.id for quote in panel.model.shown] == [first.id]
    assert Flag.NO_SOURCE in panel.model.shown[0].flags


def test_an_empty_field_has_one_line_and_a_long_address_all_of_its_lines(panel: QuotePanel) -> None:
    click_row(panel, 0)
    note = find(panel, GrowingField, "quote-note")
    assert note.lines_at(note.width()) == 1
    note.setPlainText("https://www.example.org/briefings/department-press-briefing-september-6-2022/ page 3, line 4")
    QApplication.processEvents()
    height = round(note.document().documentLayout().documentSize().height())  # in lines, for plain text
    assert note.lines_at(note.width()) == height
