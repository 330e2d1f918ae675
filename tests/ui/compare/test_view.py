"""The compare view on the sample desk, by clicks and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTableView, QToolButton, QWidget

from desktop.domain import Quote, Status
from desktop.text.changes import Change, ChangeKind, Kind
from desktop.ui import theme
from desktop.ui.compare.ink import number_box
from desktop.ui.compare.inline import OneText
from desktop.ui.compare.page import BlockKind
from desktop.ui.compare.pane import TextPane
from desktop.ui.compare.side_by_side import SideBySide
from desktop.ui.compare.view import CompareView
from tests.ui.compare.making import spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.session import Session


@pytest.fixture
def view(qtbot: QtBot, session: Session) -> CompareView:
    session.set_kind(Kind.VERSIONS)
    view = CompareView(session)
    qtbot.addWidget(view)
    view.resize(760, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def _panes(view: CompareView) -> tuple[TextPane, TextPane]:
    return _pane(view, "compare-text-a"), _pane(view, "compare-text-b")


def _pane(view: CompareView, name: str) -> TextPane:
    pane = view.findChild(TextPane, name)
    assert pane is not None
    return pane


def _label(view: CompareView, name: str) -> str:
    label = view.findChild(QLabel, name)
    assert label is not None
    return label.text()


def _click(qtbot: QtBot, view: CompareView, name: str) -> None:
    button = view.findChild(QToolButton, name) or view.findChild(QPushButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _point(pane: TextPane, side: str, offset: int) -> QPoint:
    """The middle of the character at an offset, on the screen."""
    place = pane.page.place(side, offset)
    assert place is not None
    block = pane.document().findBlockByNumber(place[0])
    top = pane.blockBoundingGeometry(block).translated(pane.contentOffset()).top()
    line = block.layout().lineForTextPosition(place[1])
    left = line.cursorToX(place[1])
    assert isinstance(left, tuple)
    return QPoint(int(left[0]) + 3, int(top + line.y() + line.height() / 2))


def _row_tops(pane: TextPane) -> list[float]:
    """Where the rows begin, in pixels from the top of the page."""
    layout, tops, top = pane.document().documentLayout(), [], 0.0
    for number in range(len(pane.page.blocks)):
        if number in pane.page.firsts:
            tops.append(top)
        top += layout.blockBoundingRect(pane.document().findBlockByNumber(number)).height()
    return tops


def _settle(qtbot: QtBot, view: CompareView) -> None:
    stage = view.stage
    assert isinstance(stage, SideBySide)
    stage.level_all()


def _quotes(session: Session, side: str = "a") -> list[Quote]:
    version = session.a if side == "a" else session.b
    assert session.desk is not None
    assert version is not None
    return session.desk.quotes(version.id)


# -- level and together ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [480, 760, 1100])
def test_answering_rows_begin_at_the_same_height_whatever_the_width(
    qtbot: QtBot, view: CompareView, width: int
) -> None:
    view.resize(width, 640)
    _settle(qtbot, view)
    left, right = _panes(view)
    assert len(left.page.firsts) > 10
    assert _row_tops(left) == _row_tops(right)


def test_both_texts_scroll_together_and_come_back_without_drift(qtbot: QtBot, view: CompareView) -> None:
    left, right = _panes(view)
    bars = left.verticalScrollBar(), right.verticalScrollBar()
    for value in (7, 31, 12, 55, 3):
        bars[1].setValue(value)
        assert left.top() == right.top()
    view.resize(520, 600)
    for value in (40, 2, 23):
        bars[0].setValue(value)
        assert left.top() == right.top()
    bars[1].setValue(0)
    assert bars[0].value() == bars[1].value() == 0


def test_a_wider_text_keeps_what_is_at_the_top(view: CompareView) -> None:
    left, _ = _panes(view)
    left.verticalScrollBar().setValue(40)
    row, _ = left.top()
    view.resize(1000, 700)
    assert left.top()[0] == row


def test_panes_hold_the_article_as_text_and_say_what_they_are(view: CompareView, session: Session) -> None:
    left, right = _panes(view)
    assert session.a is not None
    shown = [block.text for block in left.page.blocks if block.kind is BlockKind.TEXT]
    assert all(text in left.toPlainText() for text in shown)
    assert left.accessibleName().startswith("A: United States: Russia could be")
    assert right.accessibleName().startswith("B: US says Russia buying")


# -- changes -----------------------------------------------------------------------------------------------------------


def _counted(session: Session) -> int:
    assert session.comparison is not None
    return session.comparison.stats.changes


def test_next_change_reaches_every_change_once_and_then_says_so(view: CompareView, session: Session) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    total = _counted(session)
    places = []
    for _ in range(total):
        view.next_change()
        places.append(_label(view, "compare-place"))
    assert places == [f"change {number} of {total}" for number in range(1, total + 1)]
    assert said == []
    view.next_change()
    assert said == ["Last change"]
    assert _label(view, "compare-place") == f"change {total} of {total}"


def test_the_current_change_is_on_the_screen(view: CompareView) -> None:
    for _ in range(25):
        view.next_change()
        visible = {block.number for pane in view.stage.panes for block in pane.visible_blocks()}
        outlined = {number for pane in view.stage.panes for number in pane.current}
        assert outlined & visible


def test_arrows_in_the_header_step(qtbot: QtBot, view: CompareView) -> None:
    _click(qtbot, view, "compare-next")
    _click(qtbot, view, "compare-next")
    assert _label(view, "compare-place").startswith("change 2 of")
    _click(qtbot, view, "compare-previous")
    assert _label(view, "compare-place").startswith("change 1 of")


def test_alerts_are_walked_and_filtered(qtbot: QtBot, view: CompareView, session: Session) -> None:
    assert session.comparison is not None
    if not session.comparison.alerts:
        return
    view.next_alert()
    steps = view._walk.steps
    assert steps.changes[steps.current].alerts
    _click(qtbot, view, "compare-filter-alerts")
    assert "with alert" in _label(view, "compare-place") or _label(view, "compare-place").endswith("of 1")
    _click(qtbot, view, "compare-filter-alerts")
    assert _label(view, "compare-place").startswith("change")


def test_a_click_on_the_ruler_goes_to_the_change(qtbot: QtBot, view: CompareView) -> None:
    ruler = view.stage.ruler
    mark = ruler.marks[len(ruler.marks) // 2]
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=ruler.box(mark).center().toPoint())
    assert view._walk.steps.current in {other.change for other in ruler.marks if abs(other.top - mark.top) < 0.02}


def test_a_click_on_changed_words_makes_them_current(qtbot: QtBot, view: CompareView, session: Session) -> None:
    assert session.comparison is not None
    assert session.b is not None
    _, right = _panes(view)
    quotes = _quotes(session, "b")
    number, change = next(
        (n, c)
        for n, c in enumerate(session.comparison.changes)
        if n in view._walk.steps.numbers() and len(c.b) > 4 and not any(q.span.touches(c.b) for q in quotes)
    )
    right.reveal("b", change.b)
    start = change.b.start + len(change.b.of(session.b.text)) - len(change.b.of(session.b.text).lstrip())
    qtbot.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=_point(right, "b", start + 1))
    assert view._walk.steps.current == number


def test_the_list_of_changes_and_the_text_follow_each_other(qtbot: QtBot, view: CompareView, session: Session) -> None:
    view.show_change_list(True)
    table = view.findChild(QTableView, "compare-list-table")
    assert table is not None
    assert table.model().rowCount() == _counted(session)
    table.selectRow(4)
    assert _label(view, "compare-place").startswith("change 5 of")
    view.next_change()
    assert table.currentIndex().row() == 5
    spoken = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(("changed: ", "added: ", "deleted: ", "moved"))


def test_the_list_can_be_filtered_by_words(view: CompareView) -> None:
    view.show_change_list(True)
    table = view.findChild(QTableView, "compare-list-table")
    field = view.findChild(QLineEdit, "compare-list-filter")
    assert table is not None
    assert field is not None
    field.setText("counteroffensives")
    assert table.model().rowCount() == 1


def test_typography_is_hidden_until_asked_for(view: CompareView) -> None:
    left, _ = _panes(view)

    def marked() -> int:
        return sum(len(left.layers.of(number).marks) for number in range(len(left.page.blocks)))

    before = marked()
    view._ignore.typography.setChecked(True)
    assert marked() > before


def test_ignored_changes_stay_but_do_not_count(view: CompareView, session: Session) -> None:
    total = _counted(session)
    view._ignore.fill()
    view._ignore._pattern.setText("counter-?offensives|Cold.War")
    view._ignore._add_pattern()
    assert _counted(session) < total
    assert _label(view, "compare-place") == f"change – of {_counted(session)}"


def test_a_broken_pattern_is_refused_in_words(view: CompareView, session: Session) -> None:
    failed: list[str] = []
    session.failed.connect(failed.append)
    view._ignore._pattern.setText("(")
    view._ignore._add_pattern()
    assert len(failed) == 1
    assert "regular expression" in failed[0]


def test_a_click_on_the_number_of_a_move_goes_to_its_other_place(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    assert session.a is not None
    assert session.b is not None
    first, last = spot(session.a.text, "WASHINGTON, Sept 6"), spot(session.b.text, "frustrate hostile military forces.")
    moved = Change(ChangeKind.MOVED, first, last, move=1)
    assert session.comparison is not None
    session._take(replace(session.comparison, changes=(moved,)))
    left, right = _panes(view)
    left.reveal("a", first)
    [block] = [each for each in left.visible_blocks() if left.layers.of(each.number).frames]
    box = number_box(block, left.layers.of(block.number).frames[0], left.font())
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert set(right.current) & {each.number for each in right.visible_blocks()}
    assert _label(view, "compare-place") == "change 1 of 1"


# -- quotes ------------------------------------------------------------------------------------------------------------


def test_a_click_inside_a_quote_chooses_it(qtbot: QtBot, view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    quote = next(quote for quote in _quotes(session) if len(quote.text) > 60)
    left.reveal("a", quote.span)
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=_point(left, "a", quote.span.start + 8))
    assert session.selected == quote


def test_a_click_in_b_lists_the_quotes_of_b(qtbot: QtBot, view: CompareView, session: Session) -> None:
    _, right = _panes(view)
    quote = _quotes(session, "b")[0]
    right.reveal("b", quote.span)
    qtbot.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=_point(right, "b", quote.span.start + 3))
    assert session.selected == quote
    assert session.side == "b"


def test_enter_at_the_caret_chooses_the_quote_there(qtbot: QtBot, view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    quote = next(quote for quote in _quotes(session) if len(quote.text) > 60)
    left.setFocus()
    left.put_caret("a", quote.span.start + 5)
    qtbot.keyClick(left, Qt.Key.Key_Return)
    assert session.selected == quote


def test_choosing_a_quote_shows_it_in_both_texts(view: CompareView, session: Session) -> None:
    left, right = _panes(view)
    quote = next(quote for quote in _quotes(session) if "very plausible" in quote.text)
    session.show_quote(quote)
    for pane in (left, right):
        visible = {block.number for block in pane.visible_blocks()}
        assert set(pane.chosen) & visible
        [(block, [(start, end)])] = pane.chosen.items()
        assert pane.page.blocks[block].text[start:end] == "very plausible"


def test_a_quote_that_is_on_the_screen_does_not_make_the_text_jump(view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    quotes = [quote for quote in _quotes(session) if "very plausible" in quote.text]
    session.show_quote(quotes[0])
    before = left.verticalScrollBar().value()
    session.select_quote(None)
    session.show_quote(quotes[0])
    assert left.verticalScrollBar().value() == before


def test_a_mark_changes_the_line_under_the_quote_and_nothing_else(view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    quote = _quotes(session)[0]
    page, text, top = left.page, left.toPlainText(), left.verticalScrollBar().value()
    session.set_status([quote], Status.DISPUTED)
    status = {mark.quote: mark.status for marks in left.quotes.values() for mark in marks}
    assert status[quote.id] is Status.DISPUTED
    assert (left.page, left.toPlainText(), left.verticalScrollBar().value()) == (page, text, top)


def test_tips_tell_changes_and_quotes_as_plain_text(view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    quote = next(quote for quote in _quotes(session) if len(quote.text) > 60)
    left.reveal("a", quote.span)
    said = left.tell(_point(left, "a", quote.span.start + 2))
    assert "Unverified quote" in said
    assert left.tell(QPoint(left.viewport().width() - 1, 1)) == ""


# -- layouts, empty, waiting -------------------------------------------------------------------------------------------


def test_inline_shows_both_texts_as_one_and_comes_back_to_the_same_place(qtbot: QtBot, view: CompareView) -> None:
    left, _ = _panes(view)
    left.verticalScrollBar().setValue(60)
    top = left.anchor()
    _click(qtbot, view, "compare-inline")
    assert isinstance(view.stage, OneText)
    pane = _pane(view, "compare-text-inline")
    assert "counter-offensives" in pane.toPlainText()
    assert "counteroffensives" in pane.toPlainText()
    view.next_change()
    assert _label(view, "compare-place").startswith("change 1 of")
    view.show_side_by_side()
    assert top is not None
    assert left.isVisible()


def test_accounts_fold_what_nothing_answers_and_unfold_by_click_and_key(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    session.set_kind(Kind.ACCOUNTS)
    left, _ = _panes(view)
    notes = [n for n, block in enumerate(left.page.blocks) if block.kind is BlockKind.NOTE and block.fold >= 0]
    assert notes
    assert "without an answer" in left.page.blocks[notes[0]].text
    before = len(left.page.blocks)
    block = left.document().findBlockByNumber(notes[0])
    left.verticalScrollBar().setValue(block.firstLineNumber())
    top = left.blockBoundingGeometry(block).translated(left.contentOffset()).top()
    qtbot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, int(top) + 10))
    assert len(left.page.blocks) > before
    left.touch((notes[0], 0))
    assert len(left.page.blocks) == before


def test_the_kind_can_be_switched_in_the_header(qtbot: QtBot, view: CompareView, session: Session) -> None:
    session.set_kind(Kind.ACCOUNTS)
    _click(qtbot, view, "compare-other-kind")
    assert session.comparison is not None
    assert session.comparison.kind is Kind.VERSIONS


def test_one_version_alone_says_what_to_do(view: CompareView, session: Session) -> None:
    assert session.a is not None
    session.compare(session.a.id, None)
    assert "Choose a second version" in _label(view, "compare-empty-sentence")
    view.next_change()
    view.copy_with_marks()
    assert view.print_html() == ""
    assert view.selected_span() is None


def test_closing_the_desk_empties_the_view(view: CompareView, session: Session) -> None:
    session.close_desk()
    assert "Add articles" in _label(view, "compare-empty-sentence")


def test_while_comparing_both_texts_are_there_with_cancel(qtbot: QtBot, view: CompareView, session: Session) -> None:
    made = session.comparison
    session._take(None)
    left, right = _panes(view)
    assert "WASHINGTON" in left.toPlainText()
    assert "WASHINGTON" in right.toPlainText()
    waiting = view.findChild(QWidget, "compare-waiting")
    assert waiting is not None
    assert waiting.isVisible()
    session._take(made)
    assert not waiting.isVisible()


def test_swap_and_the_menu_of_versions_change_the_pair(qtbot: QtBot, view: CompareView, session: Session) -> None:
    a, b = session.a, session.b
    _click(qtbot, view, "compare-swap")
    assert (session.a, session.b) == (b, a)
    chooser = view._header._versions["b"]
    chooser.fill()
    other = next(action for action in chooser._menu.actions() if not action.isChecked() and a and action.data() != a.id)
    other.trigger()
    assert session.b is not None
    assert session.b.id == other.data() or session.a is not None


# -- copy, find, zoom, state -------------------------------------------------------------------------------------------


def test_copy_gives_the_stored_text(view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    assert session.a is not None
    left.setFocus()
    left.selectAll()
    left.copy()
    copied = QGuiApplication.clipboard().text()
    paragraphs = [line for line in copied.split("\n") if line]
    assert all(line in session.a.text for line in paragraphs)
    assert "\u2028" not in copied
    assert "Join now for FREE" not in copied


def test_a_selection_is_told_as_version_and_span(view: CompareView, session: Session) -> None:
    left, _ = _panes(view)
    assert session.a is not None
    quote = _quotes(session)[0]
    left.setFocus()
    left.put_caret("a", quote.span.start)
    cursor = left.textCursor()
    cursor.setPosition(cursor.position() + len(quote.text), cursor.MoveMode.KeepAnchor)
    left.setTextCursor(cursor)
    assert view.selected_span() == (session.a, quote.span)


def test_copy_with_marks_is_separate(view: CompareView) -> None:
    view.copy_with_marks()
    copied = QGuiApplication.clipboard().text()
    assert "[-" in copied
    assert "{+" in copied


def test_find_counts_in_both_texts_and_stops_at_the_end(qtbot: QtBot, view: CompareView, session: Session) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    view.open_find()
    field = view.findChild(QLineEdit, "compare-find-field")
    assert field is not None
    qtbot.keyClicks(field, "counteroffensives|counter-offensives")
    assert _label(view, "compare-find-count") == "nothing found"
    _click(qtbot, view, "compare-find-pattern")
    assert _label(view, "compare-find-count") == "2 finds"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    view.find_next()
    assert _label(view, "compare-find-count") == "2 of 2 finds"
    view.find_next()
    assert said == ["Last find"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert not any(pane.found for pane in view.stage.panes)


@pytest.mark.parametrize("zoom", [80, 300])
def test_zoom_keeps_rows_level_and_stops_at_its_ends(
    qtbot: QtBot, view: CompareView, session: Session, zoom: int
) -> None:
    for _ in range(30):
        view.zoom_in() if zoom == 300 else view.zoom_out()
    assert session.settings.zoom == zoom
    _settle(qtbot, view)
    left, right = _panes(view)
    assert _row_tops(left) == _row_tops(right)
    view.zoom_reset()
    assert session.settings.zoom == 100


def test_state_brings_back_layout_and_place(view: CompareView) -> None:
    left, _ = _panes(view)
    left.verticalScrollBar().setValue(45)
    anchor, state = view.stage.anchor(), view.state()
    left.verticalScrollBar().setValue(0)
    view.restore(state)
    assert view.stage.anchor() == anchor
    view.show_inline()
    inline = view.state()
    view.show_side_by_side()
    view.restore(inline)
    assert isinstance(view.stage, OneText)
    view.restore("rubbish")
    view.restore('{"layout": 3}')
    assert isinstance(view.stage, OneText)


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    yield
    theme.force_dark(None)
    theme.apply(qapp)


@pytest.mark.usefixtures("dark")
def test_another_scheme_recolours_what_is_shown(qapp: QApplication, view: CompareView) -> None:
    left, _ = _panes(view)
    block = next(number for number in range(len(left.page.blocks)) if left.layers.of(number).marks)

    def colours() -> set[str]:
        formats = left.document().findBlockByNumber(block).layout().formats()
        return {each.format.foreground().color().name() for each in formats}

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
