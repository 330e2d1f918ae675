"""What assistive software meets in the window: descriptions, order, formats, and what it may write."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTableView, QTextEdit, QWidget

from desktop.domain import MarkChange, Status
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.quotes.card.quote_card import QuoteCard
from tests.journeys.window_driver import find, open_sample, press
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

_DEEPEST = 200  # children of one object: a table has one for each cell


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield everything that a screen reader can reach from a widget, in its order."""
    queue = [QAccessible.queryAccessibleInterface(widget)]
    while queue:
        each = queue.pop()
        yield each
        children = [each.child(number) for number in range(min(each.childCount(), _DEEPEST))]
        queue += [child for child in reversed(children) if child is not None and child.isValid()]


def described(widget: QWidget) -> list[str]:
    return [each.text(QAccessible.Text.Description) for each in tree(widget)]


def written_into(widget: QWidget, words: str) -> None:
    """Write as assistive software does."""
    QAccessible.queryAccessibleInterface(widget).editableTextInterface().insertText(0, words)


def _says(field: QPlainTextEdit | QTextEdit, words: str) -> bool:
    return field.toPlainText() == words


def test_no_description_is_markup(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    count = 0
    for keys in (("Alt+1", "F7"), ("Alt+2",), ("Alt+3",)):
        press(window, *keys)
        found = described(window)
        assert [text for text in found if "<" in text] == []
        count += sum(map(bool, found))
    assert count > 100
    press(window, "F1")
    assert [text for text in described(find(window, QWidget, "guide")) if "<" in text] == []


def test_the_versions_that_are_compared_describe_themselves_in_plain_words(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    name = QAccessible.Text.Name
    [button] = [each for each in tree(window) if each.text(name).startswith("A: ") and not each.textInterface()]
    lines = button.text(QAccessible.Text.Description).split("\n")
    assert window.session.pair.a is not None
    assert lines[0] == window.session.pair.a.info.metadata.title
    assert any(line.endswith(" words") for line in lines)


def test_the_columns_are_met_from_left_to_right(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+L")
    names = [each.text(QAccessible.Text.Name) for each in tree(window)]
    text = next(name for name in names if name.startswith("B: ") and name.endswith("outlet not given"))
    places = [len(names) - names[::-1].index(each) for each in ("Articles", text, "Changes", "Quotes")]
    assert places == sorted(places)


def test_a_change_in_the_list_reads_its_kind_words_place_and_alert(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+L")
    table = find(window, QTableView, "compare-list-table")
    model = table.model()
    row = next(
        n for n in range(model.rowCount()) if model.index(n, 4).data() and "quotation" in model.index(n, 3).data()
    )
    words = [model.index(row, column).data() for column in range(model.columnCount())]
    table.selectRow(row)
    read = [each.text(QAccessible.Text.Name) for each in tree(table)]
    [spoken] = {each for each in read if each.startswith(f"{words[0]}: {words[1]}")}
    paragraph = words[3].split(" ")[0].removeprefix("¶")
    assert spoken.endswith(f"inside a quotation, alert: {words[4]}, paragraph {paragraph}")


def test_each_status_of_a_quote_is_another_format_of_the_text(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk, version = window.session.desk, window.session.pair.a
    assert desk is not None
    assert version is not None
    window.session.set_checker("Ada")
    quotes = desk.quotes(version.id)[:3]
    for quote, status in zip(quotes, Status, strict=True):
        window.session.mark([quote], MarkChange(status=status))
    press(window, "Alt+2")
    pane = find(window, TextPane, "reading-text")
    colours = set()
    for quote in quotes:
        place = pane.page.place("a", quote.span.start + 1)
        assert place is not None
        pane.reveal("a", quote.span)
        pane.shade_visible()
        cursor = QTextCursor(pane.document().findBlockByNumber(place[0]))
        cursor.setPosition(cursor.position() + place[1] + 1)
        colours.add(cursor.charFormat().background().color().name())  # of an underline, only that it is there is told
    assert len(colours) == 3


def test_read_only_text_says_again_what_it_said_when_something_was_written_into_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_sample(qtbot, window)
    window.message.fail("Something happened.", details=["one", "two"])
    press(window, "Alt+2", "Alt+1", "F1")
    widgets: list[QPlainTextEdit | QTextEdit] = [
        *window.findChildren(QPlainTextEdit),
        *window.findChildren(QTextEdit),
    ]
    fixed = [widget for widget in widgets if widget.isReadOnly() and widget.toPlainText()]
    assert {widget.objectName() for widget in fixed} >= {"message-details", "guide-text", "reading-text"}
    for widget in fixed:
        before = widget.toPlainText()
        written_into(widget, "Not so: ")
        qtbot.waitUntil(partial(_says, widget, before))


def test_a_note_of_a_locked_story_stays_as_it_is_stored(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk, version = window.session.desk, window.session.pair.a
    assert desk is not None
    assert version is not None
    window.session.set_checker("Ada")
    quote = desk.quotes(version.id)[0]
    window.session.mark([quote], MarkChange(status=Status.VERIFIED, note="Heard it."))
    window.session.pair.show_quote(quote)
    window.actions_["lock_story"].trigger()
    note = find(find(window, QuoteCard, "quote-card"), QPlainTextEdit, "quote-note")
    assert note.isReadOnly()
    written_into(note, "Not so: ")
    qtbot.waitUntil(partial(_says, note, "Heard it."))
    assert desk.drafts() == []
    assert desk.quotes(version.id)[0].note == "Heard it."


def test_a_turned_quotation_has_the_sign_of_the_comparison_on_its_card(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    text = "The harbour\n\n“We paid \u202enoillim owt\u202c for it,” the mayor said."
    added = desk.add(prepared(text, title="The harbour"), story=desk.stories()[0].id)
    window.session.pair.show(added.version_id)
    window.session.pair.show_quote(desk.quotes(added.version_id)[0])
    card = find(window, QuoteCard, "quote-card")
    assert card.words._text == "“We paid [RLO]noillim owt[PDF] for it,”"
    assert "We paid [RLO]noillim owt[PDF] for it," in card.accessibleName()
    assert desk.quotes(added.version_id)[0].text == "We paid \u202enoillim owt\u202c for it,"
