"""Dialogs on disagreements: adjudication of contested quotes by three buttons, and agreement with kappa."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import Act, Status
from desktop.text.display import one_line, shorten
from desktop.translation import Text, number, per_cent, tr, tr_n
from desktop.ui.quotes.card.mark_history import local_time
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD, reason_words, status_name
from desktop.ui.widgets.basics import button, calm, plain_label, read_in_order
from desktop.ui.widgets.card_painting import Fonts, speaker, speaker_and_role
from desktop.ui.widgets.form_dialog import TableDialog
from desktop.ui.widgets.verdict_buttons import KEYS, status_for_key
from desktop.verdicts import Verdict, settlement, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.domain import Quote
    from desktop.store.queries.agreement import Agreement
    from desktop.ui.session.session import Session


HEADS = (
    Text("Checkers"),
    Text("Both checked"),
    Text("Agree"),
    Text("Per cent"),
    Text("Cohen’s kappa"),
    Text("What that means"),
)
_FEW = 20  # quotes; with fewer, one mark more or less moves the number a lot
# From this kappa on, after Landis and Koch (1977).
_BANDS = (
    (0.995, Text("full agreement")),
    (0.81, Text("almost complete agreement beyond chance")),
    (0.61, Text("good agreement beyond chance")),
    (0.41, Text("moderate agreement beyond chance")),
    (0.21, Text("fair agreement beyond chance")),
    (0.005, Text("hardly more agreement than chance would give")),
)
_NO_MORE = Text("no more agreement than chance would give")
_LESS = Text("less agreement than chance would give")
_EXPLAINED = Text(
    "Counted are quotes to which both gave a status themselves; the newest one counts. Kappa "
    "takes away the agreement that chance alone would give: 1 is full agreement, 0 is what "
    "chance gives."
)
_EMPTY = Text(
    "No two checkers have given a status to the same quote. Copy the desk without marks for "
    "a colleague and merge what comes back: then this says how far the two of you agree."
)
_HEADS = (Text("Quote"), Text("Speaker"), Text("Who says what"), Text("Article"), Text("Story"))
_NONE = Text(
    "No disagreement waits to be settled. Quotes that two checkers marked differently, neither of them "
    "knowing the other’s mark, are listed here after a merge."
)
_CTRL_KEYS = {Status.VERIFIED: "Ctrl+1", Status.DISPUTED: "Ctrl+2", Status.UNVERIFIED: "Ctrl+3"}


def meaning(agreement: Agreement) -> str:
    """Say in one sentence what kappa says of two checkers, or why there is none."""
    if agreement.kappa is None:
        return tr(
            "Cannot be computed: both gave every quote the same status, so chance alone would have them agree always"
        )
    band = next((words for least, words in _BANDS if agreement.kappa >= least), None)
    if band is None:
        band = _LESS if agreement.kappa < -0.005 else _NO_MORE
    words = str(band).capitalize()
    if agreement.both >= _FEW:
        return words
    return tr_n(
        "{words}; with {count} quote only a hint",
        "{words}; with {count} quotes only a hint",
        agreement.both,
        words=words,
    )


def row(agreement: Agreement) -> tuple[str, ...]:
    kappa = "–" if agreement.kappa is None else QLocale().toString(agreement.kappa, "f", 2).replace("-", "−")
    return (
        tr("{one} and {other}", one=agreement.one or tr("Nobody named"), other=agreement.other or tr("nobody named")),
        tr_n("{count} quote", "{count} quotes", agreement.both),
        number(agreement.same),
        per_cent(agreement.per_cent / 100),
        kappa,
        meaning(agreement),
    )


class AgreementDialog(TableDialog):
    """One row for each pair of checkers."""

    def __init__(self, agreements: Sequence[Agreement], parent: QWidget) -> None:
        self._rows = [row(agreement) for agreement in agreements]
        super().__init__(Text("Agreement"), HEADS, self._rows, parent)
        self.resize(min(980, parent.width() - 40), 360)
        self.filter.setVisible(len(self._rows) > 5)
        self.table.setWordWrap(True)
        self.table.setVisible(bool(self._rows))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)
        self.nothing.setText(str(_EXPLAINED if self._rows else _EMPTY))
        self.nothing.setWordWrap(True)
        self.nothing.show()
        copy = button(tr("Copy as table"), "agreement-copy")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self._copy)
        copy.setToolTip(tr("Copy the rows with their headings, for a spreadsheet (Ctrl+C)"))
        copy.clicked.connect(self._copy)
        self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.setVisible(bool(self._rows))
        self.copied = plain_label("", "faint")
        self.copied.hide()
        self.column.insertWidget(self.column.count() - 1, self.copied)
        if self._rows:
            self.choose(0)
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        else:
            width = min(520, parent.width() - 40)
            self.resize(width, self.column.totalHeightForWidth(width))

    def _copy(self) -> None:
        if not self._rows:
            return
        lines = [[str(head) for head in HEADS], *self._rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))
        self.copied.show()
        self.copied.setText(
            tr_n("Copied: {count} row and the headings", "Copied: {count} rows and the headings", len(self._rows))
        )
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def verdicts_in_words(known: Sequence[Verdict]) -> str:
    """Return e.g. “Ada ✓ · Grace ≠”."""
    return " · ".join(f"{verdict.checker or tr('Nobody named')} {STATUS_SIGN[verdict.status]}" for verdict in known)


def _what(verdict: Verdict, me: str) -> str:
    who = tr("You") if me and verdict.checker == me else verdict.checker or tr("Nobody named")
    parts = [who, local_time(verdict.mark.at), tr("settled") if verdict.mark.act is Act.SETTLED else ""]
    return ", ".join(filter(None, parts))


class VerdictView(QWidget):
    """One row for each checker: status by sign and word, reason or basis, note, evidence, time."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        self._rows: list[QWidget] = []

    def show_verdicts(self, known: Sequence[Verdict], me: str) -> None:
        """Show these in place of the former."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(verdict, me) for verdict in known]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, verdict: Verdict, me: str) -> QWidget:
        frame = QFrame(self)
        frame.setObjectName("stance")
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setColumnMinimumWidth(0, 110)
        grid.setColumnStretch(1, 1)
        status = plain_label(f"{STATUS_SIGN[verdict.status]} {STATUS_WORD[verdict.status]}", f"status-{verdict.status}")
        grid.addWidget(status, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(_what(verdict, me), "title"), 0, 1)
        parts = [("", reason_words(verdict.why)), ("", verdict.note), (tr("Evidence:") + " ", verdict.evidence)]
        words = "\n".join(f"{name}{text}" for name, text in parts if text) or tr("No reason, note or evidence given.")
        more = plain_label(words, "")
        more.setWordWrap(True)
        grid.addWidget(more, 1, 1)
        frame.setAccessibleName(f"{STATUS_WORD[verdict.status]}: {_what(verdict, me)}. {words}")
        return frame


class ContestedTable(QTableView):
    """One contested quote a row. Signals: settled(object): V, D or U was pressed, as a Status"""

    settled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = status_for_key(event)
        if status is not None:
            self.settled.emit(status)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters settle here; they do not jump."""


class SettleDialog(QDialog):
    """The quotes on which checkers disagree; it stays open beside the window, and follows what is done there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settle")
        self.setWindowTitle(tr("Settle disagreements"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(940, parent.width() - 40), min(640, parent.height() - 40))
        self._session = session
        self._quotes: list[Quote] = []
        self._known: list[Verdict] = []
        self.about = plain_label("", "title")
        self.about.setObjectName("settle-about")
        self.outcome = plain_label("", "faint")
        self.outcome.setObjectName("settle-happened")
        self.model = QStandardItemModel(0, len(_HEADS), self)
        self.table = ContestedTable()
        self.words = plain_label("")
        self.place = plain_label("", "faint")
        self.verdicts = VerdictView()
        self.note = QLineEdit()
        self.buttons: dict[Status, QPushButton] = {}
        self._lay_out()
        self._connect()
        self.reload()

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for label in (self.about, self.outcome, self.words, self.place):
            label.setWordWrap(True)
        self._set_up_table()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self._detail())
        read_in_order(split)
        split.setStretchFactor(1, 1)
        split.setSizes([170, 330])
        self.middle = split
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(split, 1)
        column.addLayout(self._settle_column())
        column.addWidget(self.outcome)
        column.addStretch(0)
        column.addWidget(self._foot())

    def _set_up_table(self) -> None:
        table = self.table
        self.model.setHorizontalHeaderLabels([str(head) for head in _HEADS])
        table.setObjectName("settle-quotes")
        table.setAccessibleName(tr("Quotes on which checkers disagree"))
        table.setModel(self.model)
        calm(table)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        table.setStyleSheet("QTableView::item { padding: 0 5px; }")
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        for section, width in enumerate((300, 140, 190, 160)):
            head.resizeSection(section, width)

    def _detail(self) -> QWidget:
        inside = QFrame()
        inside.setProperty("look", "pane")
        column = QVBoxLayout(inside)
        column.setSpacing(8)
        self.words.setObjectName("settle-words")
        self.words.setFont(Fonts.of_zoom(self._session.settings.zoom).words)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for part in (self.words, self.place, self.verdicts):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _settle_column(self) -> QVBoxLayout:
        self.note.setObjectName("settle-note")
        self.note.setAccessibleName(tr("Note on the settlement"))
        self.note.setPlaceholderText(tr("Note on the settlement: why does this word stand?"))
        row = QHBoxLayout()
        for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED):
            own_button = button(
                f"{STATUS_SIGN[status]} {tr('Settle as {status}', status=status_name(status))}  {KEYS[status]}",
                f"settle-{status}",
            )
            own_button.setToolTip(
                tr(
                    "{key} in the list, {keys} anywhere here; can be undone",
                    key=KEYS[status],
                    keys=_CTRL_KEYS[status],
                )
            )
            own_button.clicked.connect(self._pressed)
            self.buttons[status] = own_button
            row.addWidget(own_button)
        column = QVBoxLayout()
        column.addWidget(self.note)
        column.addLayout(row)
        return column

    def _foot(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.before = button(tr("◂ Previous"), "settle-previous")
        self.after = button(tr("Next ▸"), "settle-next")
        self.show_button = button(tr("Show in text"), "settle-show")
        self.undo_button = button(tr("Undo"), "settle-undo")
        self.before.setToolTip("Alt+Up")
        self.after.setToolTip("Alt+Down")
        for each in (self.before, self.after, self.show_button, self.undo_button):
            box.addButton(each, role)
        close = box.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setProperty("look", "button")
        box.rejected.connect(self.reject)
        return box

    def _connect(self) -> None:
        session = self._session
        session.quotes_changed.connect(self._quotes_changed)
        session.articles_changed.connect(self._articles_changed)
        session.desk_changed.connect(self.reject)
        session.failed.connect(self.outcome.setText)
        session.checker_requested.connect(self._name_requested)
        session.undo_stack.indexChanged.connect(self._show_undo)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.table.settled.connect(self.settle)
        self.table.doubleClicked.connect(self._show_in_text)
        self.before.clicked.connect(self._previous)
        self.after.clicked.connect(self._next)
        self.show_button.clicked.connect(self._show_in_text)
        self.undo_button.clicked.connect(self._undo)
        for keys, act in (("Alt+Up", self._previous), ("Alt+Down", self._next), ("Ctrl+Z", self._undo)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        for status, keys in _CTRL_KEYS.items():
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.settle, status))

    # -- what is shown ---------------------------------------------------------------------------------------------

    def current(self) -> Quote | None:
        row = self.table.currentIndex().row()
        return self._quotes[row] if 0 <= row < len(self._quotes) else None

    def reload(self) -> None:
        """Read the contested quotes again; the row stays as near as can be."""
        desk = self._session.desk
        if desk is None:
            return
        row, was = max(self.table.currentIndex().row(), 0), self.current()
        self._quotes = desk.disagreements()
        self._fill()
        ids = [quote.id for quote in self._quotes]
        if was is not None and was.id in ids:
            row = ids.index(was.id)
        self._go(min(row, len(ids) - 1))
        some = bool(self._quotes)
        self.about.setText(
            tr_n(
                "Checkers disagree on {count} quote. What you settle is a mark of yours; theirs stay.",
                "Checkers disagree on {count} quotes. What you settle is a mark of yours; theirs stay.",
                len(ids),
            )
            if some
            else str(_NONE)
        )
        for part in (self.middle, self.note, *self.buttons.values(), self.before, self.after, self.show_button):
            part.setVisible(some)
        self._show_current()
        self._show_undo()

    def _fill(self) -> None:
        desk = self._session.desk
        assert desk is not None
        histories = desk.histories([quote.id for quote in self._quotes])
        titles = {story.id: story.title for story in desk.stories()}
        self.model.removeRows(0, self.model.rowCount())
        article_ids = {
            version: desk.version(version).info.article_id for version in {q.version_id for q in self._quotes}
        }
        for quote in self._quotes:
            article = desk.article(article_ids[quote.version_id])
            known = article.metadata
            cells = (
                shorten(quote.text, 80),
                speaker(quote),
                verdicts_in_words(verdicts(histories[quote.id])),
                one_line(known.outlet) or one_line(known.title) or tr("Outlet not given"),
                one_line(titles.get(article.story_id, "")),
            )
            self.model.appendRow([QStandardItem(cell) for cell in cells])

    def _show_current(self) -> None:
        quote, desk = self.current(), self._session.desk
        writable = self._session.writable and quote is not None
        for each in self.buttons.values():
            each.setEnabled(writable)
        self.note.setEnabled(writable)
        if quote is None or desk is None:
            return
        row = self.table.currentIndex().row()
        self.before.setEnabled(row > 0)
        self.after.setEnabled(row < len(self._quotes) - 1)
        self._known = verdicts(desk.history(quote.id))
        self.words.setText(f"“{quote.text[:3000]}”")
        article = desk.article(desk.version(quote.version_id).info.article_id).metadata
        where = ", ".join(part for part in (one_line(article.title), one_line(article.outlet)) if part)
        self.place.setText(
            tr(
                "{speaker} · {article} · paragraph {number}",
                speaker=speaker_and_role(quote),
                article=where,
                number=quote.paragraph,
            )
        )
        self.verdicts.show_verdicts(self._known, self._session.checker)

    def _show_undo(self) -> None:
        stack = self._session.undo_stack
        self.undo_button.setEnabled(stack.canUndo())
        self.undo_button.setToolTip(
            tr("Undo {act} (Ctrl+Z)", act=stack.undoText()) if stack.canUndo() else tr("Nothing to undo")
        )

    def _quotes_changed(self) -> None:
        self.reload()

    def _articles_changed(self) -> None:
        """An article came or went, and its quotes with it."""
        desk = self._session.desk
        if desk is not None and [quote.id for quote in desk.disagreements()] != [quote.id for quote in self._quotes]:
            self.reload()

    def _name_requested(self) -> None:
        self.outcome.setText(tr("Your name is asked for in the window behind this one; it stands on every mark."))
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()

    # -- actions ---------------------------------------------------------------------------------------------------

    def settle(self, status: Status) -> None:
        """Let this status stand for the current quote."""
        quote = self.current()
        if quote is None or not self._session.writable:
            return
        change = settlement(self._known, status, self.note.text().strip())
        self.outcome.clear()
        self._session.mark([quote], change)
        if quote.id not in {other.id for other in self._quotes}:
            self.note.clear()
            self.outcome.setText(
                tr(
                    "Settled as {status}: “{quote}”. Ctrl+Z takes it back.",
                    status=status_name(status),
                    quote=shorten(quote.text),
                )
            )

    def _pressed(self) -> None:
        sender = self.sender()
        self.settle(next(status for status, each in self.buttons.items() if each is sender))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # where the next key settles the next quote

    def _undo(self) -> None:
        command, before = self._session.undo_stack.undoText(), {quote.id for quote in self._quotes}
        if command:
            self._session.undo_stack.undo()
            self.outcome.setText(tr("Taken back: {act}", act=command))
            # What came back is what the next key is meant for, not the quote that had taken its place.
            self._go(next((row for row, quote in enumerate(self._quotes) if quote.id not in before), -1))

    def _previous(self) -> None:
        self._go(self.table.currentIndex().row() - 1)

    def _next(self) -> None:
        self._go(self.table.currentIndex().row() + 1)

    def _go(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            flag = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(self.model.index(row, 0), flag.ClearAndSelect | flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the note back to the list, with the words kept; from there it closes."""
        if event.key() == Qt.Key.Key_Escape and self.note.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _show_in_text(self) -> None:
        quote = self.current()
        if quote is not None:
            self._session.pair.show_quote(quote)
