"""The dialog of the log offers no form that cannot hold what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.domain import Story, StoryId
from desktop.log.scope import LogScope
from desktop.ui.dialogs.export import ExportDialog, LogChoice, Narrow
from desktop.ui.dialogs.story_picker import OTHER, Offered, StoryPicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def test_no_page_is_offered_for_what_only_fits_a_table(host: QWidget) -> None:
    dialog = ExportDialog(Offered([], more=False), list, host)
    page = dialog.format.findData("html")

    def offered() -> bool:
        return bool(dialog.format.model().flags(dialog.format.model().index(page, 0)) & Qt.ItemFlag.ItemIsEnabled)

    assert offered()
    dialog.columns.setCurrentIndex(dialog.columns.findData("matrix"))
    assert dialog.format.currentData() == "xlsx"
    assert not offered()
    dialog.columns.setCurrentIndex(dialog.columns.findData("audit"))
    assert offered()
    dialog.close()


def test_it_begins_with_what_was_chosen_last_as_far_as_that_exists(host: QWidget) -> None:
    dialog = ExportDialog(Offered([], more=False), list, host)
    dialog.prefer("xlsx", "audit")
    assert (dialog.format.currentData(), dialog.columns.currentData()) == ("xlsx", "audit")
    dialog.prefer("pdf", "matrix")
    assert (dialog.format.currentData(), dialog.columns.currentData()) == ("xlsx", "matrix")
    dialog.prefer("gone", "")
    assert dialog.format.currentData() == "xlsx"
    dialog.close()


def _story(number: int) -> Story:
    return Story(StoryId(number), f"s{number}", f"Story {number}")


def test_of_very_many_stories_the_newest_are_offered_and_any_other_can_be_looked_for(
    qtbot: QtBot, host: QWidget
) -> None:
    many = [_story(number) for number in range(40, 0, -1)]
    dialog = ExportDialog(Offered(many[:3], more=True), lambda: [many[:10], many[10:]], host)
    box = dialog.story
    lines = [box.itemText(line) for line in range(box.count())]
    assert lines == ["All stories", "Story 40", "Story 39", "Story 38", str(OTHER)]
    box.setCurrentIndex(4)
    box.activated.emit(4)
    assert box.currentText() == "All stories", "until another one is chosen"
    picker = dialog.findChild(StoryPicker)
    assert picker is not None
    qtbot.waitUntil(lambda: picker.count.text() == "40 of 40 stories")
    picker.field.setText("17")
    picker.accept()
    assert box.currentText() == "Story 17"
    chosen: list[LogChoice] = []
    dialog.chosen.connect(chosen.append)
    dialog.accept()
    assert chosen[0].stories == (StoryId(17),)


def test_a_part_of_a_story_and_what_stays_out_can_be_chosen(qtbot: QtBot, host: QWidget) -> None:
    scope = LogScope("3 quotes chosen.", "article", ("a", "b", "c"))
    narrow = [Narrow("The 3 chosen quotes", StoryId(4), scope)]
    dialog = ExportDialog(Offered([], more=False), list, host, narrow)
    asked: list[LogChoice] = []
    dialog.preview_requested.connect(asked.append)
    dialog.story.setCurrentIndex(1)
    dialog.private.setChecked(True)
    dialog.everything.setChecked(True)
    assert dialog.choice == LogChoice("html", "editor", (StoryId(4),), everything=True, private=True, scope=scope)
    assert asked[-1].scope == scope
    dialog.columns.setCurrentIndex(dialog.columns.findData("audit"))
    assert not dialog.everything.isEnabled()
    assert not dialog.choice.everything


def test_the_first_rows_are_those_of_the_choice_and_late_ones_of_another_are_not_shown(
    qtbot: QtBot, host: QWidget
) -> None:
    dialog = ExportDialog(Offered([], more=False), list, host)
    former = dialog.choice
    dialog.private.setChecked(True)
    dialog.show_preview(former, (("quote",), [("late",)]))
    assert dialog.preview.rowCount() == 0
    dialog.show_preview(dialog.choice, (("quote", "note"), [("<b>a</b>", "x\ny")]))
    cells = [dialog.preview.item(0, column) for column in range(2)]
    assert [cell.text() for cell in cells if cell is not None] == ["<b>a</b>", "x y"]
