"""Pages of long texts are set while the window stays free: the beginning at once, all of it soon after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from desktop.text.changes import Kind
from desktop.ui.compare.layout import page_set
from desktop.ui.compare.panes.lined_text import SteppedLayout
from desktop.ui.compare.read_view import ReadView
from tests.ui.compare.screen import assert_level, label, pane_called, panes, quotes_of, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.view import CompareView
    from desktop.ui.session.session import Session


@pytest.fixture(autouse=True)
def short_texts_count_as_long(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(page_set, "_AT_ONCE", 0)
    monkeypatch.setattr(page_set, "_HEAD", 800)
    yield
    QThreadPool.globalInstance().waitForDone()


def _set(qtbot: QtBot, view: CompareView) -> None:
    qtbot.waitUntil(lambda: not view._view_stack.background_layout.busy)


def _lines(pane: TextPane) -> list[tuple[str, int]]:
    """The blocks of a document without the fillers, and the state that the layout reads of each."""
    block, found = pane.document().begin(), []
    while block.isValid():
        found.append((block.text().strip("\u2028"), block.userState()))
        block = block.next()
    return found


def test_the_beginning_is_there_at_once_and_all_of_it_soon_after(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    assert session.pair.a is not None
    left, _ = panes(view)
    assert view._view_stack.background_layout.busy
    assert session.pair.a.text[:200] in left.page.texts["a"]
    assert len(left.page.texts["a"]) < len(session.pair.a.text)
    assert label(view, "compare-place") == ""
    _set(qtbot, view)
    for pane, whole in zip(panes(view), (session.pair.a, session.pair.b), strict=True):
        assert whole is not None
        assert pane.page.texts[pane.objectName()[-1]] == whole.text
        assert [words for words, _ in _lines(pane)] == [block.text for block in pane.page.blocks]
    settle(qtbot, view)
    assert_level(*panes(view))


def test_a_document_filled_by_parts_is_laid_out_as_one_filled_at_once(
    qtbot: QtBot, view: CompareView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_side_by_side()  # the size of the window is known now
    _set(qtbot, view)
    by_parts = [_lines(pane) for pane in panes(view)]
    monkeypatch.setattr(page_set, "_AT_ONCE", 10_000_000)
    session.pair.swap()
    session.pair.swap()
    assert not view._view_stack.background_layout.busy
    assert [_lines(pane) for pane in panes(view)] == by_parts
    assert SteppedLayout.TAIL in {state for _, state in by_parts[0]}


def test_a_step_asked_for_meanwhile_is_made_once_the_changes_are_there(qtbot: QtBot, view: CompareView) -> None:
    view.next_change()
    view.next_change()
    _set(qtbot, view)
    assert label(view, "compare-place").startswith("change 2 of")


def test_what_was_asked_of_the_former_pair_is_forgotten(qtbot: QtBot, view: CompareView, session: Session) -> None:
    view.next_change()
    session.pair.swap()
    _set(qtbot, view)
    assert session.pair.a is not None
    assert label(view, "compare-place").startswith("change – of")
    assert panes(view)[0].page.texts["a"] == session.pair.a.text


def test_a_quote_chosen_meanwhile_is_on_the_screen_afterwards(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    session.pair.select_quote(quotes_of(session)[-1])
    _set(qtbot, view)
    left, _ = panes(view)
    shown = {block.number for block in left.visible_blocks()}
    assert shown & set(left.chosen)


def test_another_comparison_of_the_same_texts_keeps_the_place(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    _set(qtbot, view)
    settle(qtbot, view)
    left, _ = panes(view)
    left.verticalScrollBar().setValue(20)
    place = view.page_view.anchor()
    session.pair.comparison_changed.emit()
    _set(qtbot, view)
    assert view.page_view.anchor() == place
    assert any(left.layers.of(number).marks for number in range(len(left.page.blocks)))


def test_while_the_same_texts_are_compared_again_they_stay_and_nothing_is_marked(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    _set(qtbot, view)
    left, _ = panes(view)
    blocks, compared = left.page.blocks, session.pair.comparison
    session.pair.comparison = None
    session.pair.comparison_changed.emit()
    assert not view._view_stack.background_layout.busy
    assert left.page.blocks is blocks
    assert not any(left.layers.of(number).marks for number in range(len(blocks)))
    assert not view.page_view.ruler.marks
    messages: list[str] = []
    session.announced.connect(messages.append)
    view.next_change()
    assert messages == ["The two texts are still being compared"]
    session.pair.comparison = compared
    session.pair.comparison_changed.emit()
    _set(qtbot, view)
    assert view.page_view.ruler.marks


def test_the_other_layout_comes_with_the_place_in_the_text(qtbot: QtBot, view: CompareView) -> None:
    _set(qtbot, view)
    settle(qtbot, view)
    left, _ = panes(view)
    left.verticalScrollBar().setValue(30)
    place = view.page_view.anchor()
    view.show_inline()
    assert left.isVisible(), "what is there is shown until the other is"
    _set(qtbot, view)
    assert not left.isVisible()
    assert place is not None
    line = pane_called(view, "compare-text-inline").line_of(*place)
    assert line == pane_called(view, "compare-text-inline").verticalScrollBar().value()


def test_a_fold_that_hides_the_wanted_change_is_opened_and_the_change_shown(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    session.pair.set_kind(Kind.ACCOUNTS)
    _set(qtbot, view)
    left, _ = panes(view)
    fold = next(block.fold for block in left.page.blocks if block.fold is not None)
    before = len(left.page.blocks)
    left.fold_toggled.emit(fold)
    _set(qtbot, view)
    assert len(left.page.blocks) > before


def test_reading_begins_at_once_and_words_asked_for_meanwhile_are_found_afterwards(
    qtbot: QtBot, session: Session
) -> None:
    reader = ReadView(session)
    qtbot.addWidget(reader)
    reader.resize(600, 400)
    reader.show()
    assert session.pair.a is not None
    pane = reader._pane
    assert reader._background_layout.busy
    assert len(pane.page.texts["a"]) < len(session.pair.a.text)
    span = quotes_of(session)[-1].span
    assert reader.show_find(session.pair.a.id, span)
    qtbot.waitUntil(lambda: not reader._background_layout.busy)
    assert pane.selected_span() == ("a", span)


def test_words_in_long_texts_are_found_in_the_background_and_steps_wait_for_them(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    _set(qtbot, view)
    view.finder.open()
    view._find_bar.field.setText("Korea")
    assert view._find_bar.count.text() == "looking…"
    view.finder.next()
    view.finder.next()
    qtbot.waitUntil(lambda: view._find_bar.count.text().startswith("2 of"))
    left, right = panes(view)
    assert left.matches
    assert right.matches
    assert left.current_match
    view._find_bar.field.setText("Korea!")
    view._find_bar.close_bar()
    QThreadPool.globalInstance().waitForDone()
    assert not left.matches
