"""Report on a story in a window of its own: small charts that can be printed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from desktop.domain import Counts, Status, VerbatimError
from desktop.translation import number, tr, tr_n
from desktop.ui import background
from desktop.ui.status_words import STATUS_SIGN, status_name
from desktop.ui.widgets import file_places
from desktop.ui.widgets.bar_chart import BarChart, Chart, ChartLine, Segment, paint_pages
from desktop.ui.widgets.basics import plain_label, resize_within_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from desktop.desk.stories.story_report import ReportLine, StoryReport
    from desktop.domain import StoryId
    from desktop.ui.session.session import Session

_NAMES = ("report-status", "report-speakers", "report-outlets", "report-alerts", "report-days")


def open_report(session: Session, parent: QWidget) -> ReportDialog | None:
    """Show the report on the story of the listed version."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or listed is None:
        session.announced.emit(tr("Choose an article first"))
        return None
    dialog = ReportDialog(session, desk.article(listed.info.article_id).story_id, parent)
    dialog.show()
    return dialog


class ReportDialog(QDialog):
    """The charts of one story, read again whenever a mark or an article changes."""

    def __init__(self, session: Session, story: StoryId, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("report")
        self.setWindowTitle(tr("Story report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._story = story
        self._task: background.Task | None = None
        self.heading = plain_label("", "heading", self)
        self.heading.setWordWrap(True)
        self.summary = plain_label(tr("Reading the story…"), "faint", self)
        self.summary.setWordWrap(True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        self.charts = [BarChart(name, inner) for name in _NAMES]
        for chart in self.charts:
            column.addWidget(chart)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.pdf = self.buttons.addButton(tr("Save as PDF…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.pdf.setObjectName("report-pdf")
        self.print = self.buttons.addButton(tr("Print…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print.setObjectName("report-print")
        self.buttons.rejected.connect(self.reject)
        self.pdf.clicked.connect(self.ask_pdf)
        self.print.clicked.connect(self.ask_printer)
        outer = QVBoxLayout(self)
        for widget in (self.heading, self.summary):
            outer.addWidget(widget)
        outer.addWidget(area, 1)
        outer.addWidget(self.buttons)
        resize_within_screen(self, 640, 640)
        session.quotes_changed.connect(self.read)
        session.articles_changed.connect(self.read)
        session.desk_changed.connect(self.close)
        self.read()

    # -- what is shown -------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the story again, on another thread; what is asked for meanwhile is read after that."""
        desk = self._session.desk
        if desk is None:
            return
        path, story = desk.path, self._story

        def work(_: background.Task) -> StoryReport:
            from desktop.desk.open_desk import Desk
            from desktop.desk.stories.story_report import story_report

            with Desk.open(path, read_only=True) as reading:
                return story_report(reading, story)

        self._task = task = background.start(work, tr("Reading the story"), self)
        task.done.connect(partial(self._show, task))
        task.failed.connect(self._failed)

    def _show(self, task: background.Task, report: StoryReport) -> None:
        if task is not self._task:
            return
        self.heading.setText(report.title or tr("Without a headline"))
        articles = tr_n("{count} article", "{count} articles", report.articles)
        origins = tr_n("{count} origin", "{count} origins", report.origins)
        quotes = tr_n("{count} quote", "{count} quotes", report.counts.total)
        self.summary.setText(f"{articles} · {origins} · {quotes}")
        for widget, chart in zip(self.charts, _charts(report), strict=True):
            widget.show_chart(chart)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VerbatimError):
            raise error
        self.summary.setText(str(error))

    # -- on paper ------------------------------------------------------------------------------------------------------

    def ask_pdf(self) -> None:
        name = tr("{stem} report.pdf", stem=self._session.desk.path.stem if self._session.desk else "Verbatim")
        place = file_places.documents() / name
        files = file_places.ask_place(self, tr("Save as PDF"), "report-file", place, tr("PDF files (*.pdf)"))
        files.fileSelected.connect(lambda path: self.write_pdf(Path(path)))
        files.open()

    def write_pdf(self, out: Path) -> None:
        """Write the charts to a file that is replaced whole, or say why not."""
        from PySide6.QtCore import QBuffer, QIODevice

        from desktop.log.writing import write_whole

        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        device = QPdfWriter(buffer)
        device.setResolution(300)
        device.setTitle(self.heading.text())
        device.setCreator("Verbatim")
        device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        device.setPageMargins(QMarginsF(16, 14, 16, 14), QPageLayout.Unit.Millimeter)
        self._paint(device)
        try:
            write_whole(out, bytes(buffer.data().data()))
        except VerbatimError as error:
            self.summary.setText(str(error))
            return
        self._session.exported.emit(out, tr("The report was written to {name}.", name=out.name))

    def ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("report-printer")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._paint(printer))
        dialog.setModal(True)
        dialog.show()

    def _paint(self, device: QPdfWriter | QPrinter) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        title = f"{self.heading.text()} · {self.summary.text()}"
        paint_pages(device, title, [widget.chart for widget in self.charts], self.font(), mirrored=mirrored)


def _charts(report: StoryReport) -> list[Chart]:
    statuses = tuple(
        ChartLine(status_name(status), (_segment(report.counts, status),))
        for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED)
    )
    alerts = tuple(ChartLine(tr(kind), (Segment(count, "alert", "", number(count)),)) for kind, count in report.alerts)
    days = tuple(ChartLine(day, (Segment(count, "accent", "", number(count)),)) for day, count in report.days)
    partly = "" if report.alerts_complete else tr("Of this many articles only versions of one article were compared.")
    return [
        Chart(tr("Quotes by status"), statuses),
        _named(tr("Speakers"), report.speakers, report.more_speakers, tr("speaker unknown")),
        _named(tr("Outlets"), report.outlets, report.more_outlets, tr("Outlet not given")),
        Chart(tr("Facts told differently"), alerts, partly or ("" if alerts else tr("None was found."))),
        Chart(tr("Marks by day"), days, "" if days else tr("Nobody has marked a quote yet.")),
    ]


def _named(title: str, lines: Sequence[ReportLine], more: int, unknown: str) -> Chart:
    bars = tuple(
        ChartLine(
            line.name or unknown,
            tuple(_segment(line.counts, status) for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED)),
        )
        for line in lines
    )
    return Chart(title, bars, tr_n("and {count} more", "and {count} more", more) if more else "")


def _segment(counts: Counts, status: Status) -> Segment:
    count = int(getattr(counts, status.value))
    return Segment(count, status.value, STATUS_SIGN[status], f"{number(count)} {status_name(status)}")
