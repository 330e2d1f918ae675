"""Comparing as a checker does it: kinds, alerts by name, folds, the first change, and what a screen reader is told."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTableView, QToolButton

from desktop.domain import QuoteKind
from desktop.text.changes import Kind
from desktop.ui import theme
from desktop.ui.compare.layout.page import BlockKind
from desktop.ui.compare.panes.text_pane import TextPane
from tests.journeys.window_driver import click, find, open_sample, press
from tests.store.desks import prepared
from tests.ui.compare.screen import colours_of, panes, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain import Version
    from desktop.ui.compare.view import CompareView
    from desktop.ui.window.main_window import MainWindow


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> CompareView:
    """The sample story, 001 against 002."""
    open_sample(qtbot, window)
    assert window.bench is not None
    return window.bench.centre.compare


def pair_of(window: MainWindow, a: str, b: str) -> tuple[Version, Version]:
    """Show two texts beside each other."""
    desk = window.session.desk
    assert desk is not None
    added = [desk.add(prepared(text, title=text.split("\n")[0]), story=desk.stories()[0].id) for text in (a, b)]
    window.session.pair.compare(added[0].version_id, added[1].version_id)
    first, second = window.session.pair.a, window.session.pair.b
    assert first is not None
    assert second is not None
    return first, second


def kind(window: MainWindow) -> Kind:
    assert window.session.pair.comparison is not None
    return window.session.pair.comparison.kind


def shown(pane: TextPane) -> list[str]:
    return [block.text for block in pane.page.blocks if block.text]


def on_screen(pane: TextPane, words: str) -> bool:
    return any(words in pane.page.blocks[block.number].text for block in pane.visible_blocks())


def strip(window: MainWindow) -> str:
    return find(window, QLabel, "compare-alert-words").text()


def test_the_kind_stands_beside_the_layout_and_is_switched_by_mouse_and_key(
    window: MainWindow, view: CompareView
) -> None:
    passages, words = (
        find(window, QToolButton, f"compare-kind-{each.value}") for each in (Kind.ACCOUNTS, Kind.VERSIONS)
    )
    layout = find(window, QToolButton, "compare-inline")
    assert passages.isVisible()
    assert words.isVisible()
    assert passages.mapTo(view, passages.rect().center()).y() == layout.mapTo(view, layout.rect().center()).y()
    for button, key, expected in ((passages, "Ctrl+Shift+E", Kind.ACCOUNTS), (words, "Ctrl+B", Kind.VERSIONS)):
        press(window, key)
        assert kind(window) is expected
        assert button.isChecked()
        click(passages if button is words else words)
        assert kind(window) is not expected
        click(button)
        assert kind(window) is expected


def test_the_strip_names_the_current_alert_and_which_of_how_many(window: MainWindow, view: CompareView) -> None:
    assert window.session.pair.comparison is not None
    total = len(window.session.pair.comparison.alerts)
    assert total > 2
    assert view.isVisible()
    assert strip(window).startswith(f"{total} alerts: ")
    for number in (1, 2):
        press(window, "F7")
        assert re.fullmatch(rf"\w+: .+ · {number} of {total}", strip(window))
    click(find(window, QToolButton, "compare-previous-alert"))
    assert strip(window).endswith(f"· 1 of {total}")


def test_a_place_is_named_in_the_strip_with_both_readings(window: MainWindow, view: CompareView) -> None:
    story = "The ministry spoke about the treaty on Monday.\n\nIt bought the shells from {} in May, the ministry said."
    pair_of(window, story.format("South Korea"), story.format("North Korea"))
    assert view.isVisible()
    press(window, "F7")
    assert strip(window) == "place: South Korea → North Korea · 1 of 1"


def test_unrelated_short_texts_stand_side_by_side_without_marks_and_one_sentence_says_so(
    window: MainWindow, view: CompareView
) -> None:
    pair_of(
        window,
        "Library to open\n\nThe council approved a budget for the new library after two hours of debate.",
        "Weather\n\nRain will cross northern farms tomorrow.\n\nFarmers welcomed this news.",
    )
    left, right = panes(view)
    assert all(not pane.layers.of(n).marks for pane in (left, right) for n in range(len(pane.page.blocks)))
    assert [shown(pane)[0] for pane in (left, right)] == ["Library to open", "Weather"]
    assert "nothing is marked" in find(window, QLabel, "compare-why").text()
    assert not find(window, QToolButton, "compare-filter-all").isVisible()
    press(window, "Ctrl+B")  # asked for, they are marked all the same
    assert any(left.layers.of(n).marks for n in range(len(left.page.blocks)))


PARAGRAPHS = [
    f"Paragraph {n} says what the harbour of town {n} paid for its {n + 3} cranes last year." for n in range(60)
]


def test_two_versions_open_at_their_first_change(qtbot: QtBot, window: MainWindow, view: CompareView) -> None:
    changed = [*PARAGRAPHS[:45], "Nobody expected the quay to burn.", *PARAGRAPHS[45:]]
    pair_of(window, "\n\n".join(PARAGRAPHS), "\n\n".join(changed))
    left, right = panes(view)
    qtbot.waitUntil(lambda: on_screen(right, "Nobody expected the quay to burn."))
    assert find(window, QLabel, "compare-place").text().startswith("change – of 1")  # F8 goes to it, not past it
    press(window, "F8")
    assert find(window, QLabel, "compare-place").text().startswith("change 1 of 1")
    assert left.isVisible()


def test_the_two_sides_of_the_current_change_and_of_the_chosen_quote_begin_level(
    window: MainWindow, view: CompareView
) -> None:
    left, right = panes(view)
    places = [("F8",)] * 12
    for keys in places:
        press(window, *keys)
        change = view._navigation.steps.changes[view._navigation.steps.current]
        place = left.page.place("a", change.a.start) if len(change.a) else right.page.place("b", change.b.start)
        assert place is not None
        pane = left if len(change.a) else right
        row = pane.page.blocks[place[0]].row
        tops = [pane.document().findBlockByNumber(pane.page.firsts[row]) for pane in (left, right)]
        heights = [
            pane.blockBoundingGeometry(block).translated(pane.contentOffset()).top()
            for pane, block in zip((left, right), tops, strict=True)
        ]
        assert abs(heights[0] - heights[1]) < 12  # less than half a line


def test_show_changes_only_folds_the_paragraphs_that_are_the_same(window: MainWindow, view: CompareView) -> None:
    changed = [text.replace("cranes", "boats") if n == 30 else text for n, text in enumerate(PARAGRAPHS)]
    pair_of(window, "\n\n".join(PARAGRAPHS), "\n\n".join(changed))
    left, _ = panes(view)
    press(window, "Ctrl+U")
    assert [text for text in shown(left) if text.startswith("Paragraph")] == [PARAGRAPHS[30]]
    assert shown(left)[0].startswith("▸ 30 passages the same · ")
    left.touch((0, 0))
    assert PARAGRAPHS[0] in shown(left)
    press(window, "Ctrl+U")
    assert [text for text in shown(left) if text.startswith("Paragraph")] == PARAGRAPHS


def test_what_only_one_side_has_is_at_most_a_third_of_the_screen_high_with_the_count_of_the_rest(
    qtbot: QtBot, window: MainWindow, view: CompareView
) -> None:
    added = [f"New paragraph {n} tells what the mayor, the port and its people want from the bank." for n in range(40)]
    pair_of(window, "\n\n".join(PARAGRAPHS), "\n\n".join([*PARAGRAPHS[:2], *added, *PARAGRAPHS[2:]]))
    press(window, "Ctrl+B")
    settle(qtbot, view)
    left, right = panes(view)
    row = next(n for n, block in enumerate(right.page.blocks) if block.text in added)
    alone = right.page.blocks[row].row
    assert right.row_lines(alone) <= right.lines_shown() / 3 + 2
    note = next(block for block in right.page.blocks if "only in B" in block.text)
    folded = sum(len(text.split()) for text in added if text not in shown(right))
    assert note.text == f"▸ {folded} more words only in B"
    for words in (added[-1], added[20]):  # what is folded away is found all the same
        press(window, "Ctrl+F")
        view._find_bar.field.setText(words)
        press(window, "Return")
        assert words in shown(right)
        assert on_screen(right, words)
    assert left.isVisible()


def test_no_hidden_passage_is_listed_or_run_across_and_each_is_told_in_its_place(
    window: MainWindow, view: CompareView
) -> None:
    a, b = window.session.pair.a, window.session.pair.b
    assert a is not None
    assert b is not None
    hidden = [span.of(each.text) for each in (a, b) for span in each.hidden]
    assert hidden
    for pane, version in zip(panes(view), (a, b), strict=True):
        notes = [text for text in shown(pane) if " hidden: " in text]
        assert sum(int(text.split()[1]) for text in notes) == len(version.hidden)
    for key in ("Ctrl+B", "Ctrl+L"):
        press(window, key)
    model = find(window, QTableView, "compare-list-table").model()
    cells = [model.index(row, column).data() for row in range(model.rowCount()) for column in range(3)]
    assert len(cells) > 100
    for words in hidden:
        assert not any(" ".join(words.split())[:40] in cell for cell in cells)
    assert not any("\0" in cell for cell in cells)


def test_the_list_opens_at_the_current_change_and_says_its_words_once(
    qtbot: QtBot, window: MainWindow, view: CompareView
) -> None:
    assert view.isVisible()
    press(window, *["F8"] * 30)
    press(window, "Ctrl+L")
    table = find(window, QTableView, "compare-list-table")
    assert table.currentIndex().row() == 29
    qtbot.waitUntil(lambda: table.viewport().rect().contains(table.visualRect(table.currentIndex()).center()))
    words, context = (table.model().index(29, column).data() for column in (1, 2))
    changed = words.split("”")[0].strip("“")
    assert f"[{changed}]" not in context
    assert "[ ]" in context


def test_a_line_holds_no_more_than_is_good_to_read(qtbot: QtBot, window: MainWindow, view: CompareView) -> None:
    window.resize(2200, 900)
    press(window, "Ctrl+Shift+L")
    pane = view._inline.pane
    qtbot.waitUntil(lambda: pane.width() > 800)
    longest = max(
        block.layout.lineAt(n).textLength() for block in pane.visible_blocks() for n in range(block.layout.lineCount())
    )
    assert 40 < longest < 95
    assert abs(pane.line_length() - 75) <= 1


# -- assistive software ------------------------------------------------------------------------------------------------


def test_fillers_are_no_text(qtbot: QtBot, window: MainWindow, view: CompareView) -> None:
    longer = [f"{text} {'It was said to be a good bargain. ' * 20}" for text in PARAGRAPHS[:9]]
    pair_of(window, "\n\n".join(PARAGRAPHS), "\n\n".join([*longer, *PARAGRAPHS[9:]]))
    settle(qtbot, view)
    left, right = panes(view)
    assert sum(left.document().findBlockByNumber(tail).lineCount() - 1 for tail in left.page.tails) > 0
    for pane in (left, right):
        assert pane.toPlainText() == pane.page.text


def _format(pane: TextPane, position: int) -> QTextCharFormat:
    """The format of the character at a position of the document."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(position + 1)
    return cursor.charFormat()


def test_changes_quotes_and_alerts_are_formats_of_the_document(window: MainWindow, view: CompareView) -> None:
    press(window, "F7")
    a, b = panes(view)
    colours = theme.current()
    marked = [(pane, block.number) for pane in (a, b) for block in pane.visible_blocks()]
    assert {colours.gone, colours.new} & {each for pane, number in marked for each in colours_of(pane, number)}
    pane, place = next((p, p.layers.of(n).alerts[0][0] + p.document().findBlockByNumber(n).position())
                       for p, n in marked if p.layers.of(n).alerts)  # fmt: skip
    assert _format(pane, place).background().color().rgb() & 0xFFFFFF == colours.colour("alert_ground").rgb() & 0xFFFFFF
    quote = next(quote for quote in view._quotes.quotes["a"] if quote.kind is QuoteKind.DIRECT)
    window.session.pair.show_quote(quote)
    block, column = a.page.place("a", quote.span.start) or (0, 0)
    form = _format(a, a.document().findBlockByNumber(block).position() + column)
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine


def _as_stored(pane: TextPane) -> bool:
    return pane.toPlainText() == pane.page.text


def test_what_assistive_software_writes_into_a_text_is_gone_at_once(
    qtbot: QtBot, window: MainWindow, view: CompareView
) -> None:
    press(window, "F8", "F8")
    for pane in panes(view):
        block = next(n for n in range(len(pane.page.blocks)) if pane.layers.of(n).marks)
        before = colours_of(pane, block)
        cursor = QTextCursor(pane.document())
        cursor.insertText("Nobody printed this.\n\nNor this.")
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("Words at the end")
        press(window, "F8")
        qtbot.waitUntil(partial(_as_stored, pane))
        pane.shade_visible()
        pane.go_to_anchor(*(pane.page.source(block, 0) or ("a", 0)))
        assert colours_of(pane, block) == before
        tails = [n for n, each in enumerate(pane.page.blocks) if each.kind is BlockKind.TAIL]
        assert all(pane.document().findBlockByNumber(n).userState() > 0 for n in tails)


def _signs(pane: TextPane) -> list[str]:
    return [tag.text for n in range(len(pane.page.blocks)) for tag in pane.layers.of(n).tags]


def test_turned_text_has_the_same_sign_in_read_as_in_compare(window: MainWindow, view: CompareView) -> None:
    text = "The harbour\n\n“We paid \u202enoillim owt\u202c for it,” the mayor said."
    pair_of(window, text, text.replace("harbour", "port"))
    compared = _signs(panes(view)[0])
    press(window, "Alt+2")
    assert window.bench is not None
    reading = find(window, TextPane, "reading-text")
    assert _signs(reading) == compared == ["RLO", "PDF"]
