"""Dialog that applies a mark to identical wordings: a list with ticks; nothing is marked before OK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox

from desktop.text.display import one_line, shorten
from desktop.translation import Text, tr, tr_n
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.basics import button, plain_tip, resize_within_screen
from desktop.ui.widgets.card_painting import speaker, speaker_and_role
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.desk.stories.earlier_quotes import IdenticalQuote
    from desktop.domain import Quote
    from desktop.ui.session.session import Session

_HEADS = (Text("Outlet"), Text("Headline"), Text("Speaker"), Text("Look first"), "¶")


class AlikeDialog(TableDialog):
    """Quotes of the same words, ticked where speaker and history agree.

    Signals: agreed(object): the quotes that are ticked, a list
    """

    agreed = Signal(object)

    def __init__(self, quote: Quote, found: Sequence[IdenticalQuote], parent: QWidget) -> None:
        super().__init__(Text("Apply to identical wordings"), _HEADS, [_row(each) for each in found], parent)
        self.setObjectName("identical-wordings")
        resize_within_screen(self, 780, 400)
        self.table.setWordWrap(False)
        self._found = found
        self.filter.hide()
        for row, each in enumerate(found):
            item = self.model.item(row, 0)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Unchecked if each.caution else Qt.CheckState.Checked)
            self.model.item(row, 2).setToolTip(plain_tip(speaker_and_role(each.quote)))
        self.nothing.setText(_intro(quote, found))
        self.nothing.setWordWrap(True)
        self.nothing.show()
        self.apply = button("", "identical-apply", "primary")
        self.apply.setDefault(True)
        self.apply.clicked.connect(self._agree)
        self.buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.ActionRole)
        self._status = quote.status
        self.model.itemChanged.connect(self._count)
        self.table.activated.connect(self._toggle)
        self._count()
        if found:
            self.choose(0)
            self.table.setFocus()

    def ticked(self) -> list[Quote]:
        checked = Qt.CheckState.Checked
        return [each.quote for row, each in enumerate(self._found) if self.model.item(row, 0).checkState() is checked]

    def _toggle(self) -> None:
        """Enter ticks or unticks the current row, as a click on its box does."""
        for row in self.chosen():
            item = self.model.item(row, 0)
            on = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _count(self) -> None:
        count = len(self.ticked())
        words = tr_n("Mark {count} quote {status}", "Mark {count} quotes {status}", count, status=tr(self._status))
        self.apply.setText(f"{STATUS_SIGN[self._status]} {words}")
        self.apply.setEnabled(count > 0)

    def _agree(self) -> None:
        quotes = self.ticked()
        self.accept()
        self.agreed.emit(quotes)


def _row(each: IdenticalQuote) -> list[str]:
    known = each.article.metadata
    return [
        one_line(known.outlet) or tr("Outlet not given"),
        one_line(known.title) or tr("No headline"),
        shorten(speaker(each.quote), 32),
        each.caution,
        str(each.quote.paragraph),
    ]


def _intro(quote: Quote, found: Sequence[IdenticalQuote]) -> str:
    words = shorten(quote.text, 120)
    if not found:
        return tr("No other quote of this story has exactly these words and another status: “{words}”", words=words)
    return tr(
        "“{words}” is marked {status}. These quotes have exactly the same words. Those that are "
        "ticked get the same mark, by you, with a note that says where it was taken from.",
        words=words,
        status=tr(quote.status),
    )


def open_dialog(session: Session, quote: Quote | None, parent: QWidget) -> AlikeDialog | None:
    """Show where the mark of a quote may go; marks are made when the checker agrees, all undone at once."""
    from desktop.desk.stories.earlier_quotes import change_from, find_identical

    desk = session.desk
    now = session.quote_now(quote.id) if quote is not None else None
    if desk is None or now is None:
        session.announced.emit(tr("Choose a quote first"))
        return None
    if not session.writable or now.checker == "" or str(now.status) == "unverified":
        session.announced.emit(tr("Mark this quote verified or disputed first; then its mark can be applied to others"))
        return None
    dialog = AlikeDialog(now, find_identical(desk, now), parent)
    change = change_from(now, desk.article(desk.version(now.version_id).info.article_id))
    dialog.agreed.connect(lambda quotes: session.mark(quotes, change))
    dialog.open()
    return dialog
