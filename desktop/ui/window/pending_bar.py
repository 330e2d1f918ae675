"""The bar about pending acts, which the disk did not take: how many, why, and what can be done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desktop.store.file.location import pending_folder
from desktop.translation import tr, tr_n
from desktop.ui.widgets.basics import Bar, button, plain_label
from desktop.ui.widgets.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from desktop.store.pending.journal import OrphanedActs
    from desktop.ui.session.pending import RetryQueue
    from desktop.ui.session.session import Session


class PendingBar(Bar):
    """Stays as long as acts wait: how many, why, and four ways on.

    Signals:
        elsewhere_requested(): the checker wants desk and acts somewhere else
        open_requested(object): the path of a desk for which acts of an earlier run are pending
    """

    elsewhere_requested = Signal()
    open_requested = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left: OrphanedActs | None = None
        self._sure = False  # the question stands whether to discard
        self.setObjectName("pending")
        self.setProperty("look", "error")
        self._label = plain_label()
        self._label.setObjectName("pending-words")
        self._label.setWordWrap(True)
        self._list = QPlainTextEdit()
        self._list.setObjectName("pending-list")
        self._list.setAccessibleName(tr("Acts that wait"))
        self._guard = ReadOnlyText(self._list)
        self._list.setProperty("look", "field")
        self._list.setFixedHeight(90)
        self._list.hide()
        self._unfold = button(tr("List"), "pending-unfold")
        self._unfold.setCheckable(True)
        self._unfold.toggled.connect(self._list.setVisible)
        self._again = button("", "pending-again", "primary")
        self._elsewhere = button(tr("Save elsewhere…"), "pending-elsewhere")
        self._discard = button("", "pending-discard")
        self._keep = button(tr("Keep them"), "pending-keep")
        self.lay_out(self._label, self._buttons(), self._list)
        self._again.clicked.connect(self._on_again)
        self._elsewhere.clicked.connect(self.elsewhere_requested)
        self._discard.clicked.connect(self._on_discard)
        self._keep.clicked.connect(self._on_keep)
        session.pending_changed.connect(self.reload)
        session.desk_changed.connect(self.reload)
        self.reload()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._unfold, self._again, self._elsewhere, self._discard, self._keep

    def text(self) -> str:
        return self._label.text()

    # -- saying ----------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Say how things stand."""
        pending = self._session.pending
        has_acts = pending is not None and bool(pending.acts)
        self._left = None
        if pending is not None and has_acts:
            self._show_acts(pending)
        elif self._session.desk is None:
            self._show_left()
        else:
            self._sure = False
        self.setVisible(has_acts or self._left is not None)

    def _show_acts(self, pending: RetryQueue) -> None:
        from desktop.ui.session.pending import line_of

        sentence = self._question(pending) if self._sure else self._sentence(pending)
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        lines = (f"{line_of(act)}  {pending.contradicted.get(act.id, '')}".rstrip() for act in pending.acts)
        self._guard.show(partial(self._list.setPlainText, "\n".join(lines)))
        changed = len(pending.contradicted) == len(pending.acts)
        self._again.setText(
            tr("Write all the same") if changed else tr("Write them") if pending.offered else tr("Try again")
        )
        self._discard.setText(tr("Discard") if self._sure else tr("Discard…"))
        for widget in (self._unfold, self._again, self._elsewhere):
            widget.setVisible(not self._sure)
        self._discard.show()
        self._keep.setVisible(self._sure)

    @staticmethod
    def _sentence(pending: RetryQueue) -> str:
        count = len(pending.acts)
        if pending.offered:
            return tr_n(
                "⚠ {count} act of an earlier run never reached this desk. Write or discard it?",
                "⚠ {count} acts of an earlier run never reached this desk. Write or discard them?",
                count,
            )
        if len(pending.contradicted) == count:
            return tr_n(
                "⚠ {count} act waits: {why}",
                "⚠ {count} acts wait: {why}",
                count,
                why=next(iter(pending.contradicted.values())),
            )
        sentence = tr_n(
            "⚠ {count} act waits and is not on the disk yet. {why}",
            "⚠ {count} acts wait and are not on the disk yet. {why}",
            count,
            why=pending.why,
        )
        if pending.problem:
            warning = tr_n(
                "Do not close the program: it cannot be kept anywhere. {why}",
                "Do not close the program: they cannot be kept anywhere. {why}",
                count,
                why=pending.problem,
            )
            return f"{sentence} {warning}"
        reassurance = tr("What waits is kept on this computer and written as soon as that works.")
        return f"{sentence} {reassurance}"

    @staticmethod
    def _question(pending: RetryQueue) -> str:
        count = len(pending.acts)
        return tr_n(
            "⚠ Discard {count} act for good? It is on no desk.",
            "⚠ Discard {count} acts for good? They are on no desk.",
            count,
        )

    def _show_left(self) -> None:
        """On the start page: a desk that is not open has acts waiting."""
        folder = pending_folder(self._session.settings.own_folder)
        if not (folder.is_dir() and next(folder.glob("*.json"), None)):
            return
        from desktop.store.pending.journal import orphaned_acts

        there = [left for left in orphaned_acts(folder) if Path(left.path).exists()]
        if there:
            self._left = there[0]
            name, count = Path(self._left.path).name, len(self._left.acts)
            self._label.setText(
                tr_n(
                    "⚠ {count} act never reached “{name}”. Open it to write or discard them.",
                    "⚠ {count} acts never reached “{name}”. Open it to write or discard them.",
                    count,
                    name=name,
                )
            )
            self._again.setText(tr("Open it"))
            for widget in self._buttons():
                widget.setVisible(widget is self._again)

    def hold(self) -> bool:
        """Say whether closing now would lose acts that are on no disk at all; the bar then says what to do."""
        pending = self._session.pending
        if pending is not None and pending.problem:
            pending.try_again()
            return bool(pending.problem)
        return False

    # -- doing -----------------------------------------------------------------------------------------------------

    def _on_again(self) -> None:
        pending = self._session.pending
        if self._left is not None:
            self.open_requested.emit(Path(self._left.path))
        elif pending is not None and len(pending.contradicted) == len(pending.acts):
            pending.write_contradicted()
        elif pending is not None:
            pending.try_again()

    def _on_discard(self) -> None:
        pending = self._session.pending
        self._sure, was_sure = not self._sure, self._sure
        if was_sure and pending is not None:
            pending.discard()
        self.reload()

    def _on_keep(self) -> None:
        self._sure = False
        self.reload()
