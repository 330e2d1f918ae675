"""View of quotes across versions: statements of a story as rows, versions as columns, with toolbar and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.translation import Text, tr
from desktop.ui.matrix.background_grouping import LONGEST, PRIMARY, Grouped, Grouper
from desktop.ui.matrix.decisions import Decisions, open_pairs
from desktop.ui.matrix.matrix_actions import CellActions, CellMenu
from desktop.ui.matrix.model import MatrixModel, Order, Show
from desktop.ui.matrix.table import MatrixTable
from desktop.ui.matrix.toolbar import MatrixToolbar
from desktop.ui.widgets.basics import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QShowEvent

    from desktop.domain import Quote, StoryId
    from desktop.ui.matrix.cell_wordings import Readings
    from desktop.ui.session.session import Session

_CANCEL, _AGAIN, _SHOW_ALL = Text("Cancel"), Text("Group again"), Text("Show all")
_CALM = 200  # ms that changes of articles are gathered before the quotes are grouped again
_TABLE, _NOTE = 0, 1


class MatrixView(QWidget):
    """Counts, filter and order above the table.

    Signals: opened(): a quote was opened, the comparison should come to the front
    """

    opened = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix")
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._stale = True
        self._shown_state: object = None  # what the table was made of
        self._of: tuple[str, StoryId | None] = ("", None)  # desk and story the table is about
        self._base = LONGEST
        self._keep = ("", 0, 0)  # the current quote, column and scroll position, to be found again after grouping
        self.grouper = Grouper(self)
        self.model = MatrixModel(self)
        self.table = MatrixTable(self.model)
        self.cell_actions = CellActions(session, self.model, self.table)
        self.decisions = Decisions(session, self.model, self.table)
        self.head = MatrixToolbar(self)
        self._note = plain_label("", "faint")
        self._again = button(str(_CANCEL), "matrix-cancel")
        self._offered: Text | None = _CANCEL
        self._stack = QStackedLayout()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_CALM)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setWordWrap(True)
        self._note.setObjectName("matrix-note")
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(30, 30, 30, 30)
        inside.addStretch(1)
        inside.addWidget(self._note)
        inside.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._stack, 1)  # before it is filled: else the table would flash as a window of its own
        self._stack.addWidget(self.table)
        self._stack.addWidget(page)

    def _connect(self) -> None:
        session, table, head = self._session, self.table, self.head
        session.articles_changed.connect(self._on_articles)
        session.desk_changed.connect(self._on_articles)
        session.pair.changed.connect(self._on_pair)
        session.quotes_changed.connect(self._on_quotes)
        session.zoom_changed.connect(self._on_zoom)
        self._on_zoom()
        self.grouper.started.connect(self._on_started)
        self.grouper.grouped.connect(self._take)
        self.grouper.compared.connect(self._settle)
        self.grouper.failed.connect(self._on_failed)
        self._later.timeout.connect(self._regroup)
        self._again.clicked.connect(self._on_again)
        self.cell_actions.opened.connect(self.opened)
        table.menu_requested.connect(self.open_menu)
        table.selectionModel().currentChanged.connect(self._on_current)
        head.show_picked.connect(self.pick_show)
        head.order_picked.connect(self.pick_order)
        head.base_picked.connect(self.pick_base)
        head.origins_requested.connect(self.decisions.open_origins)
        head.copy_requested.connect(self.cell_actions.copy)
        head.save_requested.connect(self.cell_actions.ask_save)

    def _on_zoom(self) -> None:
        self.table.set_zoom(self._session.settings.zoom)

    # -- content ---------------------------------------------------------------------------------------------------

    def story(self) -> StoryId | None:
        """Return the story of the article in front."""
        desk, shown = self._session.desk, self._session.pair.a
        return desk.article(shown.info.article_id).story_id if desk is not None and shown is not None else None

    def reload(self) -> None:
        """Group the story's quotes again; many are grouped in the background."""
        self._later.stop()
        self._remember()
        self._shown_state = self._now()
        story, desk = self.story(), self._session.desk
        if (desk.uid if desk is not None else "", story) != self._of:
            self._of = (desk.uid if desk is not None else "", story)
            self.model.fill(None)
        story_quotes = read_story_quotes(desk, story) if story is not None and desk is not None else None
        self._stale = False  # only now: what could not be read is read again when this is shown next
        if story_quotes is None:
            self._say(tr("Statements that several versions print will stand here, each wording beside the others."))
        elif not story_quotes.quotes:
            self._say(tr("No quotation was found in the articles of this story."))
        else:
            self.grouper.ask(story_quotes, self._base)

    def _say(self, sentence: str, act: Text | None = None) -> None:
        """Show a sentence in place of the table."""
        self.grouper.cancel()
        self.model.fill(None)
        self._show_note(sentence, act)

    def _show_note(self, sentence: str, act: Text | None) -> None:
        self._note.setText(sentence)
        self._offer(act)
        self._again.setVisible(act is not None)
        self.head.say_counts(None)
        self.head.say_choices(self.model.show, self.model.order)
        self.head.say_origins(0, 0, 0, 0)
        self._stack.setCurrentIndex(_NOTE)

    def _offer(self, act: Text | None) -> None:
        self._offered = act
        self._again.setText(str(act or ""))

    def _on_started(self) -> None:
        """Keep a table of the same story in sight: its words and marks hold, only the rows may become others."""
        if self.model.grouped is not None:
            self.head.counts.setText(tr("Grouping the quotes again…"))
            return
        self._show_note(tr("Grouping the quotes of this story…"), _CANCEL)

    def _on_failed(self, error: object) -> None:
        self._say(tr("The quotes of this story could not be grouped: {error}", error=error), _AGAIN)

    def _on_again(self) -> None:
        if self._offered is _CANCEL:
            self._say(tr("Grouping was cancelled; nothing is lost."), _AGAIN)
        elif self._offered is _SHOW_ALL:
            self.pick_show(Show.ALL)
        else:
            self.reload()

    def _take(self, grouped: Grouped) -> None:
        self.model.fill(grouped)
        sources = list(self.model.names.items())
        if self._base not in self.model.names:
            self._base = self._base if not self._base.isdigit() else LONGEST
        primary = grouped.story_quotes.primary_version
        if self._base == PRIMARY and not primary:
            self._base = LONGEST
        self.head.say_base(sources, self._base, self.model.names[primary] if primary else "")
        self._say_origins(grouped)
        self._label()
        self._on_pair_letters()
        self._find_again()

    def _settle(self, readings: Readings) -> None:
        self._remember()
        self.model.settle(readings)
        self._label()
        self._find_again()

    def _label(self) -> None:
        """Say what is shown, and say so where a filter leaves nothing."""
        if self.model.grouped is None:
            return
        self.head.say_choices(self.model.show, self.model.order)
        self.head.say_counts(self.model.totals)
        empty = not self.model.rowCount()
        if empty:
            self._note.setText(tr("No statement is listed under “{filter}”.", filter=tr(self.model.show.value)))
            self._offer(_SHOW_ALL)
            self._again.show()
        self._stack.setCurrentIndex(_NOTE if empty else _TABLE)

    def _say_origins(self, grouped: Grouped) -> None:
        story_quotes = grouped.story_quotes
        outlets = {article.metadata.outlet.casefold() for article in story_quotes.articles if article.metadata.outlet}
        suggestions = open_pairs(story_quotes, grouped.shared)
        self.head.say_origins(len(story_quotes.articles), len(outlets), len(story_quotes.origins()), suggestions)

    # -- the current cell ------------------------------------------------------------------------------------------

    def _remember(self) -> None:
        """Note the current cell by its quote, because rows come and go."""
        row, cell = self.table.row(), self.table.cell()
        if row is not None:
            member = cell.members[0] if cell is not None and cell.members else row.base
            place = self.table.verticalScrollBar().value()
            self._keep = (str(member.key), self.table.currentIndex().column(), place)

    def _find_again(self) -> None:
        uid, column, place = self._keep
        row, _ = self.model.place_of(uid) if uid else (-1, -1)
        if row >= 0:
            index = self.model.index(row, min(column, self.model.columnCount() - 1))
            self.table.setCurrentIndex(index)
            self.table.verticalScrollBar().setValue(place)
            self.table.scrollTo(index)

    # -- following -------------------------------------------------------------------------------------------------

    def pick_show(self, show: Show) -> None:
        self._pick(show, self.model.order)

    def pick_order(self, order: Order) -> None:
        self._pick(self.model.show, order)

    def _pick(self, show: Show, order: Order) -> None:
        self._remember()
        self.model.pick(show, order)
        self._label()
        self._find_again()

    def pick_base(self, base: str) -> None:
        """Compare the wordings with another one: the longest, the earliest, or that of a version."""
        self._base = base
        grouped = self.model.grouped
        if grouped is not None:
            self._remember()
            self.grouper.lay_out(grouped, base)

    def _now(self) -> object:
        """Return all that the groups depend on, except the quotes themselves."""
        story, desk = self.story(), self._session.desk
        if desk is None or story is None:
            return None
        sources = desk.article_list.sources()
        versions = [(each.newest, each.metadata) for each in desk.articles(story=story) if each.id not in sources]
        return desk.uid, story, versions

    def _on_articles(self) -> None:
        """Group again only if articles or versions came, went or were renamed; a mark alone changes no group."""
        if self._now() != self._shown_state:
            self._stale = True
            if self._session.desk is None:
                self._regroup()
            else:
                self._later.start()

    def _regroup(self) -> None:
        self._stale = True
        self._later.stop()
        if self.isVisible():
            self.reload()

    def _on_pair(self) -> None:
        self._on_articles()
        self._on_pair_letters()

    def _on_pair_letters(self) -> None:
        sides = {"A": self._session.pair.a, "B": self._session.pair.b}
        self.table.show_letters({int(side.id): letter for letter, side in sides.items() if side is not None})

    def _on_quotes(self, quotes: tuple[Quote, ...]) -> None:
        if quotes and all(self._same_words(quote) for quote in quotes):
            self.model.renew(quotes)
            self._label()
        else:
            self._regroup()

    def _same_words(self, quote: Quote) -> bool:
        """Say whether nothing changed that the groups depend on."""
        known = self.model.known(quote.uid)
        if known is None:
            return quote.version_id not in {self.model.version(c) for c in range(1, self.model.columnCount())}
        former = (known.span, known.attribution, known.kind, known.deleted)
        return former == (quote.span, quote.attribution, quote.kind, quote.deleted)

    def _on_current(self) -> None:
        """The panel follows to a quote of A or B; other versions wait for a click or Enter."""
        if not self.table.hasFocus():
            return
        shown = {version.id for version in (self._session.pair.a, self._session.pair.b) if version is not None}
        quotes = self.table.quotes() if self.table.in_a_version() else []
        if quotes and quotes[0].version_id in shown:
            self._session.pair.show_quote(quotes[0])

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with the current cell, at a global position."""
        if self.table.row() is not None:
            CellMenu(self.cell_actions, self.decisions, self.model, self.table).popup(at)

    def focus_table(self) -> None:
        self.table.setFocus()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
        self.table.fit()
