"""Titles and names in quotation marks stay out of the list until asked for; a checker can say what a quotation is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.desk.open_desk import Desk
from desktop.domain import QuoteKind
from tests.journeys.window_driver import click, find, open_sample, press
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.window.main_window import MainWindow

TEXT = (
    "Pier film to open in spring\n\n"
    "The film “The Long Pier” opens in May. Its maker, known as “the Gull,” was born by the sea.\n\n"
    "“We shot for nine weeks and lost two cameras,” Ada Brink said on Monday.\n\n"
    "“Nobody had filmed the pier from below before us,” Brink said.\n"
)


def opened(qtbot: QtBot, window: MainWindow) -> QuotePanel:
    open_sample(qtbot, window)
    session = window.session
    session.set_checker("Ada")
    assert session.desk is not None
    added = session.desk.add(prepared(TEXT, title="Pier"), story=session.desk.stories()[0].id)
    session.articles_changed.emit()
    session.pair.show(added.version_id)
    assert window.bench is not None
    panel = window.bench.quotes
    qtbot.waitUntil(lambda: len(panel.model.all) == 4)
    return panel


def shown(panel: QuotePanel) -> list[str]:
    return [quote.text for quote in panel.model.shown]


def chosen(panel: QuotePanel) -> Quote:
    [quote] = panel.list.selected_quotes()
    return quote


def type_in_list(panel: QuotePanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.list, key)


def test_they_are_hidden_and_counted_and_one_click_lists_them(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    assert len(shown(panel)) == 2
    assert panel.bar.progress.text() == "0 of 2 checked"
    chip = find(window, QToolButton, "quotes-names")
    assert chip.text() == "2 titles and names"
    click(chip)
    assert shown(panel)[:2] == ["The Long Pier", "the Gull,"]
    assert panel.bar.progress.text() == "0 of 2 checked"
    assert "Title" in panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) or (
        "title of a work" in panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    click(chip)
    assert len(shown(panel)) == 2


def test_keys_go_past_them(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    click(find(window, QToolButton, "quotes-names"))
    panel.focus_list()
    assert chosen(panel).text.startswith("We shot")
    type_in_list(panel, Qt.Key.Key_V)
    assert chosen(panel).text.startswith("Nobody had filmed")


def test_a_title_is_called_somebodys_words_and_undo_takes_that_back(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    click(find(window, QToolButton, "quotes-names"))
    panel._choose([panel.model.shown[0].id])
    type_in_list(panel, Qt.Key.Key_T)
    assert chosen(panel).kind is QuoteKind.MIXED
    assert panel.bar.progress.text() == "0 of 3 checked"
    assert find(window, QToolButton, "quotes-names").text() == "1 title or name"
    press(window, "Ctrl+Z")
    assert panel.bar.progress.text() == "0 of 2 checked"
    assert next(quote for quote in panel.model.all if quote.text == "The Long Pier").kind is QuoteKind.TITLE


def test_a_quotation_is_called_a_name_in_the_menu_and_that_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    panel._choose([panel.model.shown[1].id])
    kinds = find(panel.quote_actions.make_menu(), QMenu, "menu-kind")
    next(action for action in kinds.actions() if action.objectName() == "menu-kind-name").trigger()
    assert chosen(panel).kind is QuoteKind.NAME  # stays while it is chosen
    assert chosen(panel).attribution.name == ""
    assert panel.bar.progress.text() == "0 of 1 checked"
    type_in_list(panel, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(shown(panel)) == 1)
    desk = window.session.desk
    assert desk is not None
    with Desk.open(desk.path, read_only=True) as saved:
        assert [quote.kind for quote in saved.quotes(panel.model.all[0].version_id)][-1] is QuoteKind.NAME


def test_a_marked_title_is_never_hidden(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    chip = find(window, QToolButton, "quotes-names")
    click(chip)
    panel._choose([panel.model.shown[0].id])
    type_in_list(panel, Qt.Key.Key_D)
    click(chip)
    assert "The Long Pier" in shown(panel)
    assert panel.bar.progress.text() == "1 of 3 checked"


def test_words_selected_in_the_text_are_a_quote_though_they_were_taken_for_a_title(
    qtbot: QtBot, window: MainWindow
) -> None:
    panel = opened(qtbot, window)
    title = panel.model.all[0]
    window.session.add_quote(title.version_id, title.span)
    assert chosen(panel).id == title.id
    assert chosen(panel).kind is QuoteKind.DIRECT
    press(window, "Ctrl+Z")
    assert panel.model.all[0].kind is QuoteKind.TITLE


def test_a_title_found_by_the_search_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    panel = opened(qtbot, window)
    title = panel.model.all[0]
    window.session.pair.show_quote(title)
    assert chosen(panel).id == title.id
    assert find(window, QToolButton, "quotes-names").isChecked()
