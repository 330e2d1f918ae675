"""A quote in words, as a screen reader says them and as they are painted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from desktop.domain import Status
from desktop.text.display import shorten
from desktop.ui.widgets.card_painting import Fonts, Lines, place_labels, status_sentence

if TYPE_CHECKING:
    from desktop.ui.session.session import Session

_WIDTH = 300


def inked(text: str, limit: int | None = None) -> list[tuple[int, int]]:
    """Where the ink of each line begins and ends."""
    fonts = Fonts.of_zoom()
    lines = Lines(text, fonts.words, _WIDTH, limit)
    image = QImage(_WIDTH, round(lines.height) + 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lines.draw(painter, QPointF(0, 0))
    painter.end()
    white = image.pixel(0, image.height() - 1)
    found = []
    for number in range(lines.count):
        rows = range(round(number * lines.leading) + 1, round((number + 1) * lines.leading) - 1)
        columns = [x for x in range(_WIDTH) if any(image.pixel(x, y) != white for y in rows)]
        found.append((min(columns), max(columns)))
    return found


def test_lines_begin_where_their_letters_do(session: Session) -> None:
    [(begin, end)] = inked("“Short words.”")
    assert begin < 10
    assert end < _WIDTH / 2
    [(begin, end)] = inked("“שלום לכם.”")
    assert begin > _WIDTH / 2
    assert end > _WIDTH - 10
    long = "“" + "הגשר ייבנה לפני החורף ואיש לא יצטער על כך. " * 8 + "”"
    assert all(end > _WIDTH - 15 for _, end in inked(long, 3))


def test_a_label_that_is_too_long_loses_its_places_before_what_it_says(session: Session) -> None:
    fonts = Fonts.of_zoom()
    room = QFontMetricsF(fonts.small).horizontalAdvance("— same words · transcript") + 13
    [whole] = place_labels(["— same words · transcript"], fonts, room)[0]
    [short] = place_labels(["— same words · transcript · page 3"], fonts, room)[0]
    assert short.width() == whole.width() <= room
    boxes, _ = place_labels(["— same words · transcript of the second hearing", "1"], fonts, room)
    assert boxes[0].top() == boxes[1].top()


def test_a_screen_reader_hears_the_status_once(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    first, second = (replace(quote, status=Status.VERIFIED) for quote in session.desk.quotes(session.pair.a.id)[:2])
    assert status_sentence([first]) == f"Verified: {shorten(first.text)}"
    assert status_sentence([first, second]) == "Verified: 2 quotes"
    assert status_sentence([]) == ""
