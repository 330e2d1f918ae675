"""Dialog "Read as": the original of a version in another encoding or format, shown before anything changes."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from desktop.desk.prepare import Prepared
from desktop.translation import Text, shown, tr, tr_n
from desktop.ui import background
from desktop.ui.session.imports import add_version
from desktop.ui.widgets.basics import plain_label, resize_within_screen
from desktop.ui.widgets.form_dialog import FormDialog
from desktop.ui.widgets.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import ArticleId, VersionId
    from desktop.ui.session.session import Session

_SHOWN = 20_000  # code points of the text


class ReadAsDialog(FormDialog):
    """Two lists and what comes of the choice; the version that is there never changes, another one is added."""

    def __init__(self, session: Session, version_id: VersionId, parent: QWidget) -> None:
        from desktop.intake.read_as import ENCODINGS, format_names

        sentence = tr("Choose how the original is read. What you see below is added as a version; nothing is replaced.")
        super().__init__(Text("Read as"), sentence, parent, accept=tr("Add as version"))
        desk = session.desk
        assert desk is not None
        info = desk.version(version_id).info
        self._session = session
        self._article: ArticleId = info.article_id
        self._source = info.source
        self._data = desk.original(version_id)
        self._prepared: Prepared | None = None
        self._task: background.Task | None = None
        self.encoding = QComboBox()
        self.encoding.setObjectName("read-as-encoding")
        self.encoding.addItem(tr("as found: {encoding}", encoding=info.encoding), "")
        for codec, name in ENCODINGS:
            self.encoding.addItem(tr(name), codec)
        self.format = QComboBox()
        self.format.setObjectName("read-as-format")
        self.format.addItem(tr("as found: {encoding}", encoding=info.media_type), "")
        for name in format_names():
            self.format.addItem(tr(name), name)
        self.form.addRow(tr("&Encoding"), self.encoding)
        self.form.addRow(tr("&Format"), self.format)
        self._make_page()
        self.encoding.currentIndexChanged.connect(self._read)
        self.format.currentIndexChanged.connect(self._read)
        self.accepted.connect(self._add)
        self.finished.connect(self._leave)
        self._read()

    def _make_page(self) -> None:
        self._page = QPlainTextEdit()
        self._page.setObjectName("read-as-text")
        self._page.setAccessibleName(tr("The text as it would be"))
        self._page.setProperty("look", "field")
        self._page.setMinimumHeight(160)
        self._guard = ReadOnlyText(self._page)
        self.note = plain_label("", "faint")
        self.note.setObjectName("read-as-said")
        self.note.setWordWrap(True)
        self.form.addRow(tr("Text"), self._page)
        self.note.setMinimumHeight(3 * self.note.fontMetrics().lineSpacing())
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.form.addRow("", self.note)
        resize_within_screen(self, 760, 560)

    @property
    def preview(self) -> str:
        """The text as it would be, as far as it is shown."""
        return self._page.toPlainText()

    def _read(self) -> None:
        """Read the original as chosen, in a process of its own."""
        from desktop.intake.worker import Worker

        self._leave()
        self.keep.setEnabled(False)
        self._prepared = None
        self.note.setText(tr("Reading…"))
        from desktop.desk.read_again import read_again
        from desktop.text.boilerplate_rules import RuleBook

        desk = self._session.desk
        rules = RuleBook.of(desk.boilerplate.rules() if desk is not None else ())
        name = PurePath(self._source).name or self._source
        arguments = (self._data, self._source, name, self.encoding.currentData(), self.format.currentData(), rules)

        def work(task: background.Task) -> Prepared:
            with closing(Worker()) as worker:
                return worker.run(read_again, *arguments, name=name, cancelled=task.cancelled)

        self._task = background.start(work, tr("Read as"), self)
        self._task.done.connect(partial(self._show, self._task))
        self._task.failed.connect(partial(self._refuse, self._task))

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, task: background.Task, prepared: object) -> None:
        if task is not self._task or not isinstance(prepared, Prepared):
            return
        text = prepared.capture.text
        self._guard.show(partial(self._page.setPlainText, text[:_SHOWN]))
        self._prepared = prepared
        words = tr_n("{count} word", "{count} words", len(text.split()))
        quotes = tr_n("{count} quote", "{count} quotes", len(prepared.quotes))
        notices = " ".join(shown(warning) for warning in prepared.capture.warnings)
        self.note.setText(f"{words}, {quotes}. {notices}".strip())
        chosen = bool(self.encoding.currentData() or self.format.currentData())
        self.keep.setEnabled(chosen and self._session.writable)

    def _refuse(self, task: background.Task, error: object) -> None:
        if task is self._task:
            self._guard.show(partial(self._page.setPlainText, ""))
            self.note.setText(shown(str(error)))

    def _add(self) -> None:
        if self._prepared is not None:
            add_version(self._session, self._prepared, self._article)
