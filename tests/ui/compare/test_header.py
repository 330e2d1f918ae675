"""What stands above the texts says less where there is less room, and never half a word of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QToolButton

from desktop.text.changes import Kind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


@pytest.fixture(autouse=True)
def accounts(session: Session, view: CompareView) -> None:
    """000, whose date is long as printed, against 001, as accounts: then there is most to say."""
    assert view.isVisible()
    articles = session.desk.articles() if session.desk else []
    session.pair.compare(articles[0].newest, articles[1].newest)
    session.pair.set_kind(Kind.ACCOUNTS)


def _beside_a(view: CompareView) -> str:
    return next(label.text() for label in view._header._versions["a"].findChildren(QLabel) if label.text() != "A")


def _wide(view: CompareView, width: int) -> None:
    view.resize(width, 600)
    QCoreApplication.processEvents()


def test_the_date_is_told_in_one_style_and_as_printed_by_the_tip(
    view: CompareView,
) -> None:
    labels = []
    for width in (1500, 800, 560, 440):
        _wide(view, width)
        labels.append(_beside_a(view))
    assert labels[0].startswith("7 Sep 2022")
    assert [len(words) for words in labels] == sorted((len(words) for words in labels), reverse=True)
    assert "…" not in "".join(labels)
    assert labels[-1].startswith("v")
    button = view.findChild(QPushButton, "compare-version-a")
    assert button is not None
    assert "Wednesday 07 September 2022" in button.toolTip()


@pytest.mark.parametrize("width", [440, 547, 620, 769, 1000, 1500])
def test_no_button_is_narrower_than_its_words(qtbot: QtBot, view: CompareView, width: int) -> None:
    _wide(view, width)
    buttons = [each for each in view._header.findChildren(QToolButton) if each.isVisible()]
    assert len(buttons) > 7
    qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in buttons))


def test_one_figure_says_how_alike_two_texts_are(qtbot: QtBot, view: CompareView, session: Session) -> None:
    alike, why = view.findChild(QLabel, "compare-alike"), view.findChild(QLabel, "compare-why")
    assert alike is not None
    assert why is not None
    view.resize(900, 700)
    assert session.pair.comparison is not None
    assert session.pair.comparison.kind is Kind.ACCOUNTS
    assert why.text().count("%") == 1
    assert (alike.isVisible(), why.isVisible()) == (False, True)
    view.resize(900, 400)  # no room for a sentence
    assert (alike.isVisible(), why.isVisible()) == (True, False)
    assert why.text() in alike.toolTip()
    view.resize(900, 700)
    assert (alike.isVisible(), why.isVisible()) == (False, True)
    session.pair.set_kind(Kind.VERSIONS)
    session.pair.set_kind(None)
    assert alike.text().count("%") + (why.isVisible() and why.text().count("%")) == 1


def test_the_list_leaves_out_the_context_where_it_is_narrow(view: CompareView) -> None:
    view.show_change_list(True)
    table = view.findChild(QTableView, "compare-list-table")
    assert table is not None
    _wide(view, 440)
    assert table.isColumnHidden(2)
    _wide(view, 900)
    assert not table.isColumnHidden(2)
