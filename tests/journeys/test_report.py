"""The report on a story counts what the desk holds, follows marks, and is written as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from desktop.desk.stories.story_report import story_report
from desktop.domain import Counts, Status
from desktop.ui import theme
from desktop.ui.dialogs.report import ReportDialog
from desktop.ui.widgets.bar_chart import BarChart, Chart, ChartLine, Segment
from tests.journeys.test_disputing import sample
from tests.journeys.window_driver import find, messages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

__all__ = ["sample"]


@pytest.fixture
def report(qtbot: QtBot, sample: MainWindow) -> ReportDialog:
    sample.actions_["report"].trigger()
    dialog = find(sample, ReportDialog, "report")
    qtbot.waitUntil(lambda: bool(find(dialog, BarChart, "report-speakers").chart.lines))
    return dialog


def test_the_charts_are_what_the_desk_holds(sample: MainWindow, report: ReportDialog) -> None:
    desk = sample.session.desk
    assert desk is not None
    made = story_report(desk, desk.stories()[0].id)
    assert made.counts.total == sum(int(line.counts.total) for line in made.outlets)
    assert made.counts == Counts(0, 0, made.counts.total)
    assert [line.name for line in find(report, BarChart, "report-outlets").chart.lines if line.name == "Reuters"]
    assert "place" in find(report, BarChart, "report-alerts").accessibleName()
    assert "Nobody has marked a quote yet." in find(report, BarChart, "report-days").accessibleName()


def test_a_mark_is_in_the_charts_and_the_pdf_has_their_words(
    qtbot: QtBot, sample: MainWindow, report: ReportDialog, tmp_path: Path
) -> None:
    desk, pair = sample.session.desk, sample.session.pair
    assert desk is not None
    assert pair.a is not None
    sample.session.set_status(desk.quotes(pair.a.id)[:3], Status.VERIFIED)
    qtbot.waitUntil(lambda: "3 verified" in find(report, BarChart, "report-status").accessibleName())
    qtbot.waitUntil(lambda: bool(find(report, BarChart, "report-days").chart.lines))
    out = tmp_path / "report.pdf"
    report.write_pdf(out)
    document = pypdfium2.PdfDocument(str(out))
    words = "".join(document[page].get_textpage().get_text_bounded() for page in range(len(document)))
    document.close()
    for expected in ("Quotes by status", "Reuters", "Marks by day", "✓ 3"):
        assert expected in words
    assert "report.pdf" in messages(sample)
    report.write_pdf(tmp_path / "none" / "report.pdf")
    assert "does not exist" in report.summary.text()


def test_a_chart_runs_from_right_to_left_where_the_language_does(qtbot: QtBot, report: ReportDialog) -> None:
    widget = BarChart("alone", report)
    widget.resize(400, 80)
    widget.show_chart(Chart("", (ChartLine("", (Segment(5, "accent", "", "5"),)),)))
    ends = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        widget.setLayoutDirection(direction)
        image = widget.grab().toImage().scaled(400, 80)
        bar = [x for x in range(400) for y in range(80) if image.pixelColor(x, y) == theme.current().colour("accent")]
        ends.append((min(bar), max(bar)))
    (left, right), (mirrored_left, mirrored_right) = ends
    assert right - left > 100
    assert abs(mirrored_right - (399 - left)) <= 2
    assert mirrored_left < left
