"""Dialog of the rules of boilerplate: which lines of which outlets are cut when a text comes in, and which stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QHeaderView

from desktop.text.display import shorten
from desktop.translation import Text, tr, tr_n
from desktop.ui.session.commands.articles import DeleteRules
from desktop.ui.widgets.basics import button
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import BoilerplateRule
    from desktop.ui.session.session import Session

_WORDS = 300  # code points of a line
_NONE = Text(
    "No rule yet. Cut a passage of a text as boilerplate, or bring one back: the same line goes that way in later "
    "articles of its outlet."
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
