"""The legend shows every sign that the texts can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain import Status
from desktop.ui import theme
from desktop.ui.compare.layout.layers import BREAK, QUOTED, Look
from desktop.ui.compare.layout.rows import CLOSED, EARLIER, PAIRED, PARTED
from desktop.ui.compare.panes.legend import Sign, sample, signs
from desktop.ui.dialogs.help import legend_dialog

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from desktop.ui.compare.view import CompareView


def _colours(picture: QPixmap) -> set[str]:
    image = picture.toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def _named(name: str) -> Sign:
    return next(sign for sign in signs() if sign.name == name)


def test_every_way_of_drawing_changed_words_and_quotes_is_told() -> None:
    assert {sign.look for sign in signs() if sign.look} == {look.value for look in Look}
    assert {sign.quote for sign in signs() if sign.quote is not None} == set(Status)


@pytest.mark.parametrize("words", [str(PAIRED), str(PARTED), str(EARLIER), CLOSED, BREAK, QUOTED])
def test_every_sign_of_ours_is_told(words: str) -> None:
    assert any(words in (sign.sample, sign.tag) or words in sign.sample.split() for sign in signs())


def test_the_dialog_has_a_painted_sample_for_each(view: CompareView) -> None:
    dialog = legend_dialog(view)
    pictures = [dialog.model.item(row, 0).icon() for row in range(len(signs()))]
    assert not any(picture.isNull() for picture in pictures)
    assert dialog.model.item(0, 0).text() == "Only in A"
    dialog.close()


def test_samples_are_painted_in_the_colours_of_the_texts(view: CompareView) -> None:
    assert view.isVisible()
    colours = theme.current()
    assert {colours.gone, colours.gone_ground} <= _colours(sample(_named("Only in A")))
    assert {colours.new, colours.new_ground} <= _colours(sample(_named("Only in B")))
    assert colours.quote_ground in _colours(sample(_named("Chosen quote")))
    assert colours.find_ground in _colours(sample(_named("Find")))


def test_in_one_colour_the_samples_are_too_and_the_first_row_says_so(view: CompareView) -> None:
    colours = theme.current()
    painted = _colours(sample(_named("Only in A"), one_colour=True))
    assert colours.gone not in painted
    assert colours.accent in painted
    dialog = legend_dialog(view, one_colour=True)
    assert dialog.model.item(0, 0).text() == "One colour"
    assert dialog.model.item(0, 0).icon().isNull()
    assert dialog.model.item(1, 0).text() == "Only in A"
    dialog.close()
