"""Menu of ignore rules: which differences do not count, by class or pattern, and how far the rules reach."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget, QWidgetAction

from desktop.text.ignore_rules.rules import Rules
from desktop.translation import Text, number, tr, tr_n
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter
from desktop.ui.compare.layout.descriptions import short
from desktop.ui.session.ignore_rules import Scope

if TYPE_CHECKING:
    from desktop.ui.session.session import Session

_RULES = (
    ("case", Text("Ignore upper and lower case")),
    ("punctuation", Text("Ignore punctuation")),
    ("numbers", Text("Ignore numbers")),
    ("white_space", Text("Ignore white space")),
    ("typography", Text("Ignore typography: quotation marks, dashes")),
)
_SCOPES = (
    (Scope.VIEW, Text("For these two only")),
    (Scope.STORY, Text("For this story")),
    (Scope.ALWAYS, Text("Always")),
)
_BACK = {
    None: Text("Back to the usual rules"),
    Scope.STORY: Text("Back to the rules of the story"),
    Scope.ALWAYS: Text("Back to the rules that always hold"),
}


class IgnoreMenu(QMenu):
    """Rules as switches, patterns of the checker's own, how far they reach, and whether typography shows.

    Signals: typography_toggled(bool)
    """

    typography_toggled = Signal(bool)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare-ignore-menu")
        self._session = session
        self._rules: dict[str, QAction] = {}
        for name, words in _RULES:
            action = self.addAction(str(words))
            action.setObjectName(f"compare-ignore-{name}")
            action.setCheckable(True)
            action.toggled.connect(self._apply)
            self._rules[name] = action
        self._add_field()
        self._add_scopes()
        self._add_counts()
        self.aboutToShow.connect(self.fill)

    def _add_field(self) -> None:
        self._pattern = QLineEdit(self)
        self._pattern.setObjectName("compare-ignore-pattern")
        self._pattern.setPlaceholderText(tr("Ignore a pattern (regular expression), Enter"))
        self._pattern.setAccessibleName(tr("Pattern to ignore, a regular expression"))
        self._pattern.setMinimumWidth(280)
        self._pattern.returnPressed.connect(self._add_pattern)
        field = QWidgetAction(self)
        field.setDefaultWidget(self._pattern)
        self.addAction(field)
        self._forget = self.addAction(tr("Forget my patterns"))
        self._forget.triggered.connect(self._forget_patterns)

    def _add_scopes(self) -> None:
        self.addSection(tr("These rules hold"))
        group = QActionGroup(self)
        self._scopes: dict[Scope, QAction] = {}
        for scope, words in _SCOPES:
            action = self.addAction(str(words))
            action.setObjectName(f"compare-scope-{scope.value}")
            action.setCheckable(True)
            action.triggered.connect(partial(self._session.pair.set_scope, scope))
            group.addAction(action)
            self._scopes[scope] = action
        self._drop = self.addAction("")
        self._drop.setObjectName("compare-scope-drop")
        self._drop.triggered.connect(partial(self._session.pair.set_scope, None))

    def _add_counts(self) -> None:
        self.addSeparator()
        self.typography = self.addAction(tr("Show typography"))
        self.typography.setObjectName("compare-typography")
        self.typography.setCheckable(True)
        self.typography.toggled.connect(self.typography_toggled)
        self._ignored = self.addAction("")
        self._ignored.setEnabled(False)

    def fill(self) -> None:
        """Say what the rules are and do now."""
        for name, action in self._rules.items():
            action.blockSignals(True)
            action.setChecked(bool(getattr(self._now(), name)))
            action.blockSignals(False)
        steps = ChangeSteps(self._session.pair.comparison)
        typography, ignored = len(steps.numbers(Filter.TYPOGRAPHY)), len(steps.numbers(Filter.IGNORED))
        self.typography.setText(
            tr("Show typography ({number}): quotation marks, dashes, spaces", number=number(typography))
        )
        self._show_scope()
        self._ignored.setText(tr_n("{count} ignored, shown dimmed", "{count} ignored, shown dimmed", ignored))
        patterns = self._now().patterns
        self._forget.setVisible(bool(patterns))
        self._forget.setText(tr("Forget my patterns: {patterns}", patterns=", ".join(patterns).replace("&", "&&")))

    def _show_scope(self) -> None:
        """Say how far the rules in force reach, and what would hold without them."""
        scopes = self._session.pair.scopes
        scope, rules = scopes.in_force()
        self._scopes[scope].setChecked(True)
        story = short(scopes.story(), 40).replace("&", "&&")
        self._scopes[Scope.STORY].setText(tr("For this story: {story}", story=story) if story else tr("For this story"))
        self._drop.setVisible(rules is not None)
        self._drop.setText(str(_BACK[scopes.broader()]))

    def _now(self) -> Rules:
        return self._session.pair.rules or Rules()

    def _apply(self) -> None:
        on = {name: action.isChecked() for name, action in self._rules.items()}
        rules = replace(
            self._now(),
            case=on["case"],
            punctuation=on["punctuation"],
            numbers=on["numbers"],
            white_space=on["white_space"],
            typography=on["typography"],
        )
        self._session.pair.set_rules(rules)

    def _add_pattern(self) -> None:
        pattern = self._pattern.text()
        if not pattern:
            return
        try:
            rules = replace(self._now(), patterns=(*self._now().patterns, pattern))
        except ValueError as error:
            self._session.failed.emit(str(error))
            return
        self._pattern.clear()
        self.close()
        self._session.pair.set_rules(rules)

    def _forget_patterns(self) -> None:
        self._session.pair.set_rules(replace(self._now(), patterns=()))
