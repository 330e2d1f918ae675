"""Dialogs on what a desk decides for all its stories: reasons and bases of its own, and the rules of boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QPlainTextEdit

from desktop.desk.reasons import OwnReasons
from desktop.domain import Basis, Reason
from desktop.text.display import shorten
from desktop.translation import Text, tr, tr_n
from desktop.ui.session.commands.articles import DeleteRules
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.form_dialog import FormDialog, TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import BoilerplateRule
    from desktop.ui.session.session import Session

_LINES = 5
_WORDS = 300  # code points of a line
_NONE = Text(
    "No rule yet. Cut a passage of a text as boilerplate, or bring one back: the same line goes that way in later "
    "articles of its outlet."
)


class ReasonsDialog(FormDialog):
    """A reason or basis a line. Signals: agreed(object): OwnReasons"""

    agreed = Signal(object)

    def __init__(self, own: OwnReasons, parent: QWidget) -> None:
        sentence = tr(
            "What this desk offers on its cards beside the lists that every desk has: one a line. Marks that were made "
            "keep what they say."
        )
        super().__init__(Text("Reasons and bases"), sentence, parent)
        self.reasons = self._area("own-reasons", tr("&Disputed because"), own.reasons, list(Reason))
        self.bases = self._area("own-bases", tr("&Verified by"), own.bases, list(Basis))
        self.accepted.connect(self._agree)

    def _area(self, name: str, title: str, words: tuple[str, ...], built_in: list[str]) -> QPlainTextEdit:
        field = QPlainTextEdit("\n".join(words))
        field.setObjectName(name)
        field.setProperty("look", "field")
        field.setAccessibleName(title.replace("&", ""))
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 14)
        named = plain_label(title)
        named.setBuddy(field)
        self.form.addRow(named, field)
        known = plain_label(tr("In every desk: {words}", words=", ".join(map(tr, built_in))), "faint")
        known.setWordWrap(True)
        self.form.addRow("", known)
        return field

    def _agree(self) -> None:
        self.agreed.emit(
            OwnReasons(tuple(self.reasons.toPlainText().splitlines()), tuple(self.bases.toPlainText().splitlines()))
        )


class BoilerplateRulesDialog(TableDialog):
    """The rules by outlet; those that are chosen can be deleted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        self._session = session
        self._rules: list[BoilerplateRule] = []
        super().__init__(Text("Boilerplate rules"), (tr("Outlet"), tr("Line"), tr("When a text comes in")), (), parent)
        self.resize(min(820, parent.width() - 40), 420)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.nothing.setWordWrap(True)
        self.nothing.show()
        self.delete = button(tr("Delete rule"), "rules-delete", "primary")
        self.delete.clicked.connect(self._delete)
        self.buttons.addButton(self.delete, QDialogButtonBox.ButtonRole.ActionRole)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        session.undo_stack.indexChanged.connect(self._reload)
        self._reload()
        self.table.setFocus()

    def _reload(self) -> None:
        desk = self._session.desk
        self._rules = desk.boilerplate.rules() if desk is not None else []
        self.fill(
            (rule.outlet, shorten(rule.line, _WORDS), tr("is cut") if rule.hides else tr("stays"))
            for rule in self._rules
        )
        count = tr_n(
            "{count} rule; texts that are here stay as they are when it is deleted.",
            "{count} rules; texts that are here stay as they are when one is deleted.",
            len(self._rules),
        )
        self.nothing.setText(count if self._rules else str(_NONE))
        if self._rules:
            self.choose(0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.delete.setEnabled(bool(self.chosen()) and self._session.writable)

    def _delete(self) -> None:
        chosen = [self._rules[row] for row in self.chosen()]
        if chosen:
            self._session.do(DeleteRules(self._session, chosen))
