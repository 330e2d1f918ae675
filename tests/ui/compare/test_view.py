"""Layouts, empty states, copy, find, zoom of the compare view."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QWidget

from desktop.text.changes import Kind
from desktop.ui import theme
from desktop.ui.compare import find_bar
from desktop.ui.compare.panes.view_stack import SinglePane

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


from tests.ui.compare.screen import assert_level, click, colours_of, label, pane_called, panes, quotes_of, settle


def test_inline_shows_both_texts_as_one(qtbot: QtBot, view: CompareView) -> None:
    left, _ = panes(view)
    click(qtbot, view, "compare-inline")
    assert isinstance(view.page_view, SinglePane)
    pane = pane_called(view, "compare-text-inline")
    assert "counter-offensives" in pane.toPlainText()
    assert "counteroffensives" in pane.toPlainText()
    view.next_change()
    assert label(view, "compare-place").startswith("change 1 of")
    view.show_side_by_side()
    assert left.isVisible()


def test_accounts_fold_what_nothing_answers_and_unfold_by_click_and_key(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    session.pair.set_kind(Kind.ACCOUNTS)
    left, _ = panes(view)
    notes = [n for n, block in enumerate(left.page.blocks) if "without an answer" in block.text]
    assert notes
    before = len(left.page.blocks)
    block = left.document().findBlockByNumber(notes[0])
    left.verticalScrollBar().setValue(block.firstLineNumber())
    top = left.blockBoundingGeometry(block).translated(left.contentOffset()).top()
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, int(top) + 10))
    assert len(left.page.blocks) > before
    left.touch((notes[0], 0))
    assert len(left.page.blocks) == before


def test_the_kind_can_be_switched_in_the_header(qtbot: QtBot, view: CompareView, session: Session) -> None:
    for kind in (Kind.ACCOUNTS, Kind.VERSIONS):
        click(qtbot, view, f"compare-kind-{kind.value}")
        assert session.pair.comparison is not None
        assert session.pair.comparison.kind is kind


def test_one_version_alone_says_what_to_do(view: CompareView, session: Session) -> None:
    assert session.pair.a is not None
    session.pair.compare(session.pair.a.id, None)
    assert "Choose a second version" in label(view, "compare-empty-sentence")
    view.next_change()
    view.copy_with_marks()
    assert view.selected_span() is None


def test_closing_the_desk_empties_the_view(view: CompareView, session: Session) -> None:
    session.close_desk()
    assert "Add articles" in label(view, "compare-empty-sentence")


def test_while_comparing_both_texts_are_there_with_cancel(qtbot: QtBot, view: CompareView, session: Session) -> None:
    compared = session.pair.comparison
    session.pair._set_comparison(None)
    left, right = panes(view)
    assert "WASHINGTON" in left.toPlainText()
    assert "WASHINGTON" in right.toPlainText()
    waiting = view.findChild(QWidget, "compare-waiting")
    assert waiting is not None
    assert waiting.isVisible()
    session.pair._set_comparison(compared)
    assert not waiting.isVisible()


def test_swap_and_the_menu_of_versions_change_the_pair(qtbot: QtBot, view: CompareView, session: Session) -> None:
    a, b = session.pair.a, session.pair.b
    click(qtbot, view, "compare-swap")
    assert (session.pair.a, session.pair.b) == (b, a)
    chooser = view._header._versions["b"]
    chooser.fill()
    other = next(action for action in chooser._menu.actions() if not action.isChecked() and a and action.data() != a.id)
    other.trigger()
    assert session.pair.b is not None
    assert session.pair.b.id == other.data() or session.pair.a is not None


def test_two_texts_with_the_same_words_say_so(view: CompareView, session: Session) -> None:
    assert session.pair.comparison is not None
    same = replace(
        session.pair.comparison,
        late_alerts=None,
        bare_changes=(),
        stats=replace(session.pair.comparison.stats, alike=1.0, changes=0),
    )
    session.pair._set_comparison(same)
    assert label(view, "compare-place") == "no changes"
    assert label(view, "compare-why") == "The words of the two are the same."


def test_restoring_a_passage_keeps_the_place(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    left.verticalScrollBar().setValue(40)
    anchor = view.page_view.anchor()
    session.pair.reload()
    assert view.page_view.anchor() == anchor


def test_copy_gives_the_stored_text(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    assert session.pair.a is not None
    left.setFocus()
    left.selectAll()
    left.copy()
    copied = QGuiApplication.clipboard().text()
    paragraphs = [line for line in copied.split("\n") if line]
    assert all(line in session.pair.a.text for line in paragraphs)
    assert "\u2028" not in copied
    assert "Join now for FREE" not in copied


def test_a_selection_is_told_as_version_and_span(view: CompareView, session: Session) -> None:
    left, _ = panes(view)
    assert session.pair.a is not None
    quote = quotes_of(session)[0]
    left.setFocus()
    left.put_caret("a", quote.span.start)
    cursor = left.textCursor()
    cursor.setPosition(cursor.position() + len(quote.text), cursor.MoveMode.KeepAnchor)
    left.setTextCursor(cursor)
    assert view.selected_span() == (session.pair.a, quote.span)


def test_copy_with_marks_is_separate(view: CompareView) -> None:
    view.copy_with_marks()
    copied = QGuiApplication.clipboard().text()
    assert "[-" in copied
    assert "{+" in copied


def test_a_pattern_that_takes_too_long_is_stopped_and_said(
    qtbot: QtBot, view: CompareView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_bar, "_AT_ONCE", 0.0)
    view.finder.open()
    click(qtbot, view, "compare-find-pattern")
    field = view.findChild(QLineEdit, "compare-find-field")
    assert field is not None
    field.setText("the")
    qtbot.waitUntil(lambda: "find" in label(view, "compare-find-count"))  # looked for once more, off the window
    monkeypatch.setattr(find_bar, "_IN_ALL", 0.0)
    field.setText("they?")
    sentence = "The pattern “they?” takes too long, so it was stopped."
    qtbot.waitUntil(lambda: label(view, "compare-find-count") == sentence)


def test_find_counts_in_both_texts_and_stops_at_the_end(qtbot: QtBot, view: CompareView, session: Session) -> None:
    messages: list[str] = []
    session.announced.connect(messages.append)
    view.finder.open()
    field = view.findChild(QLineEdit, "compare-find-field")
    assert field is not None
    qtbot.keyClicks(field, "counteroffensives|counter-offensives")
    assert label(view, "compare-find-count") == "nothing found"
    click(qtbot, view, "compare-find-pattern")
    assert label(view, "compare-find-count") == "2 finds"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    view.finder.next()
    assert label(view, "compare-find-count") == "2 of 2 finds"
    view.finder.next()
    assert messages == ["Last find"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert not any(pane.matches for pane in view.page_view.panes)


@pytest.mark.parametrize("zoom", [80, 300])
def test_zoom_keeps_rows_level_and_stops_at_its_ends(
    qtbot: QtBot, view: CompareView, session: Session, zoom: int
) -> None:
    for _ in range(30):
        session.zoom_by(1 if zoom == 300 else -1)
    assert session.settings.zoom == zoom
    settle(qtbot, view)
    left, right = panes(view)
    assert_level(left, right)
    session.set_zoom(100)
    assert session.settings.zoom == 100


def test_state_brings_back_layout_and_place(view: CompareView) -> None:
    left, _ = panes(view)
    left.verticalScrollBar().setValue(45)
    anchor, state = view.page_view.anchor(), view.state()
    left.verticalScrollBar().setValue(0)
    view.restore(state)
    assert view.page_view.anchor() == anchor
    view.show_inline()
    inline = view.state()
    view.show_side_by_side()
    view.restore(inline)
    assert isinstance(view.page_view, SinglePane)
    view.restore("rubbish")
    view.restore('{"layout": 3}')
    assert isinstance(view.page_view, SinglePane)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    yield
    theme.force_dark(None)
    theme.apply(qapp)


@pytest.mark.usefixtures("dark")
def test_another_scheme_recolours_what_is_shown(qapp: QApplication, view: CompareView) -> None:
    left, _ = panes(view)
    block = next(number for number in range(len(left.page.blocks)) if left.layers.of(number).marks)

    def colours() -> set[str]:
        return colours_of(left, block)

    theme.force_dark(True)
    theme.apply(qapp)
    assert theme.DARK.gone in colours()
    theme.force_dark(False)
    theme.apply(qapp)
    assert theme.LIGHT.gone in colours()


def test_no_control_is_without_a_name(view: CompareView) -> None:
    for button in (*view.findChildren(QToolButton), *view.findChildren(QPushButton)):
        if isinstance(button.parent(), QLineEdit):
            continue  # the cross that Qt puts into a field
        if not button.isVisible():
            continue
        assert button.objectName()
        assert button.accessibleName() or button.text()
