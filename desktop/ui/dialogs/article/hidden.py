"""Dialog of hidden passages: what was cut as boilerplate, to bring back or to hide again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QHeaderView

from desktop.text.display import one_line, shorten
from desktop.translation import Text, tr, tr_n
from desktop.ui.dialogs.desk_choices import BoilerplateRulesDialog
from desktop.ui.status_words import cut_words
from desktop.ui.widgets.basics import button
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Cut, VersionId
    from desktop.ui.session.session import Session

_WORDS = 400  # code points of a passage; the tip has as many
_NONE = Text("Nothing of this text was taken for boilerplate.")
_HOW = Text("A passage that is brought back is compared and searched for quotes like the rest; that can be undone.")


class HiddenDialog(TableDialog):
    """The passages in text order; each can be brought back and hidden again."""

    def __init__(self, session: Session, version_id: VersionId, parent: QWidget) -> None:
        self._session = session
        self._version_id = version_id
        self._cuts: tuple[Cut, ...] = ()
        super().__init__(Text("Hidden passages"), (tr("Why"), tr("Words"), tr("Now")), (), parent)
        self.resize(min(820, parent.width() - 40), 420)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.nothing.setWordWrap(True)
        self.nothing.show()
        self.turn = button("", "hidden-turn", "primary")
        self.turn.clicked.connect(self._turn)
        self.buttons.addButton(self.turn, QDialogButtonBox.ButtonRole.ActionRole)
        rules = button(tr("Rules…"), "hidden-rules")
        rules.setToolTip(tr("Which lines of which outlets are cut when a text comes in, and which stay"))
        rules.clicked.connect(lambda: BoilerplateRulesDialog(session, self).open())
        self.buttons.addButton(rules, QDialogButtonBox.ButtonRole.ActionRole)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        session.failed.connect(self.nothing.setText)
        self.reload()
        self.choose(0)
        self.table.setFocus()

    def reload(self) -> None:
        """Read the passages again, and stay on the chosen one."""
        desk, chosen = self._session.desk, self.chosen()
        if desk is None:
            return
        version = desk.version(self._version_id)
        headline = one_line(desk.article(version.info.article_id).metadata.title) or tr("no headline")
        self.setWindowTitle(
            tr("Hidden passages of “{headline}”, v{number}", headline=headline, number=version.info.number)
        )
        self._cuts = tuple(sorted(version.cuts, key=lambda cut: cut.span))
        self.fill(
            (
                cut_words(cut.why),
                shorten(cut.span.of(version.text), _WORDS),
                tr("shown") if cut.restored else tr("hidden"),
            )
            for cut in self._cuts
        )
        hidden = sum(not cut.restored for cut in self._cuts)
        counted = tr_n("{count} passage hidden.", "{count} passages hidden.", hidden)
        self.nothing.setText(f"{counted} {_HOW}" if self._cuts else str(_NONE))
        self.choose(chosen[0] if chosen else 0)
        self._show_chosen()

    def _chosen_cut(self) -> Cut | None:
        chosen = self.chosen()
        return self._cuts[chosen[0]] if len(chosen) == 1 else None

    def _show_chosen(self) -> None:
        cut = self._chosen_cut()
        self.turn.setEnabled(cut is not None and self._session.writable)
        self.turn.setText(tr("Hide again") if cut is not None and cut.restored else tr("Bring back"))

    def _turn(self) -> None:
        cut, desk = self._chosen_cut(), self._session.desk
        if cut is not None and desk is not None:
            version = desk.version(self._version_id)
            decide = self._session.hide_passage if cut.restored else self._session.show_passage
            if decide(version, cut.span):
                self.reload()
