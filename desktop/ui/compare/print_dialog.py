"""Print dialog: sends the comparison to an HTML page, a PDF file, or a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox

from desktop.domain import VerbatimError
from desktop.text.progress import Cancelled
from desktop.translation import Text, tr, tr_n
from desktop.ui import background
from desktop.ui.compare.print_sheet import paint, write
from desktop.ui.widgets.basics import plain_label
from desktop.ui.widgets.file_places import ask_place, beginning
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.compare.layout.change_steps import Filter
    from desktop.ui.compare.print_sheet import Sheet
    from desktop.ui.session.session import Session

_FORMS = (("html", Text("Page to read or send (HTML)")), ("pdf", Text("PDF file")))
_PRINTER = ("printer", Text("Printer…"))


def ask_print(session: Session, filtered: Filter, window: QWidget) -> None:
    """Ask where the comparison on the session is to go; `filtered` is what the window lists of it."""
    from desktop.ui.compare.print_sheet import sheet_of

    sheet = sheet_of(session, filtered)
    if sheet is None:
        session.announced.emit(tr("There is no comparison to print yet."))
    else:
        Printing(session, sheet, window).ask()


class PrintDialog(FormDialog):
    """Choose the form; says what will be on the page.

    Signals: chosen(str): "html", "pdf" or "printer"
    """

    chosen = Signal(str)

    def __init__(self, sheet: Sheet, parent: QWidget) -> None:
        explanation = tr("The two texts woven into one, with every change marked and nothing folded away.")
        super().__init__(Text("Print or save the comparison"), explanation, parent, accept=tr("Go on…"))
        self.where = QComboBox()
        self.where.setObjectName("print-form")
        forms = (*_FORMS, _PRINTER) if QPrinterInfo.availablePrinterNames() else _FORMS
        for value, words in forms:
            self.where.addItem(str(words), value)
        self.form.addRow(tr("&Form"), self.where)
        summary = plain_label("\n".join(sheet.head()[3:]), "faint")
        summary.setObjectName("print-told")
        summary.setWordWrap(True)
        self.form.addRow(tr("It says"), summary)
        self.accepted.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(str(self.where.currentData()))


class Printing(QObject):
    """One sheet on its way out of the window."""

    def __init__(self, session: Session, sheet: Sheet, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._sheet = sheet
        self._window = window

    def ask(self) -> None:
        """Ask for the form, then for the place."""
        dialog = PrintDialog(self._sheet, self._window)
        dialog.chosen.connect(self._on_form)
        dialog.open()

    def _on_form(self, form: str) -> None:
        if form == "printer":
            self._ask_printer()
            return
        desk = self._session.desk
        folder = beginning(desk.path.parent if desk is not None else None, self._session.settings.own_folder)
        proposed = folder / (tr("{desk} comparison", desk=self._sheet.desk) + f".{form}")
        filters = f"{form.upper()} (*.{form})"
        files = ask_place(self._window, tr("Save the comparison"), "print-file", proposed, filters)
        files.fileSelected.connect(self._save)
        files.open()

    def _save(self, place: str) -> None:
        """Write the file on another thread."""
        if self._session.work is not None:
            self._session.announced.emit(
                tr("{work} is still under way; please wait or cancel it below.", work=self._session.work.title)
            )
            return
        out, sheet = Path(place), self._sheet

        def work(task: background.Task) -> Path:
            write(sheet, out, cancelled=task.cancelled)
            return out

        task = background.start(work, tr("Writing the comparison"), self)
        task.done.connect(self._on_written)
        task.failed.connect(self._on_error)
        task.ended.connect(self._end)
        self._session.set_work(task)

    def _end(self) -> None:
        self._session.set_work(None)

    def _on_written(self, out: Path) -> None:
        self._session.exported.emit(out, tr("The comparison was written to {name}.", name=out.name))

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._session.announced.emit(tr("Writing was cancelled; no file was made."))
        elif isinstance(error, VerbatimError):
            self._session.failed.emit(str(error))
        else:
            raise error

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._sheet.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _print(self, printer: QPrinter) -> None:
        try:
            pages = paint(self._sheet, printer, lambda: False)
        except VerbatimError as error:
            self._session.failed.emit(str(error))
        else:
            self._session.announced.emit(
                tr_n(
                    "{count} page went to {printer}.",
                    "{count} pages went to {printer}.",
                    pages,
                    printer=printer.printerName(),
                )
            )
