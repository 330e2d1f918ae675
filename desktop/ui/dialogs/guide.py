"""The guide: help without a network, opened at what it says of the place where one is."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from desktop import assets
from desktop.translation import tr, tr_as
from desktop.ui import theme
from desktop.ui.widgets.basics import button, plain_label, resize_within_screen
from desktop.ui.widgets.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from collections.abc import Callable

# What the guide says of each place begins with these words.
TOPICS = {
    "start-page": "A first quarter of an hour",
    "articles-panel": "Left:",
    "compare": "Centre:",
    "quotes-panel": "Right:",
    "matrix": "The tab Quotes across versions",
    "export": "Export log…",
    "print": "prints the comparison",
    "preferences": "sets your name",
    "add": "Add articles…",
    "versions": "A later text of an article",
    "desks": "A desk is backed up",
    "settle": "After a merge,",
    "story": "Story ▸ People…",
}
# Which of them speaks of a dialog, by its class; those of other dialogs are of the place behind them.
_OF_DIALOGS = {
    "ExportDialog": "export",
    "PrintDialog": "print",
    "PreferencesDialog": "preferences",
    "DetailsDialog": "add",
    "PasteDialog": "add",
    "HiddenDialog": "add",
    "HistoryDialog": "versions",
    "BackupsDialog": "desks",
    "SettleDialog": "settle",
    "AgreementDialog": "settle",
    "PeopleDialog": "story",
    "StoryPicker": "story",
    "TrashDialog": "story",
    "EmptyTrashDialog": "story",
    "WorkList": "quotes-panel",
    "SeveralDialog": "quotes-panel",
    "AlikeDialog": "quotes-panel",
    "OriginsDialog": "matrix",
}
USE = "guide"  # of its texts, for who translates them
_HEAD = re.compile(r"#+ |\d+\. ")
_ENOUGH = 40  # characters, to find a block again
_FIRST, _AFTER = "A first quarter of an hour", "For contributors"


def guide_blocks() -> tuple[str, ...]:
    """Return headings, paragraphs and entries of the guide, in English and Markdown, each on one line.

    They are the part of the README on the window; raises FileNotFoundError.
    """
    readme = assets.guide().read_text(encoding="utf-8")
    start, end = readme.index(f"## {_FIRST}"), readme.index(f"## {_AFTER}")
    whole = re.sub(r"## The command line\n.*?(?=^## )", "", readme[start:end], flags=re.DOTALL | re.MULTILINE)
    plain = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", whole)  # nothing here leads to the network
    return tuple(" ".join(block.split()) for block in re.split(r"\n\n+|\n(?=\d+\. )", plain) if block.strip())


def guide_text() -> str:
    """Return the guide as Markdown, in the language of the window; raises FileNotFoundError."""
    return "\n\n".join(map(_translated, guide_blocks()))


def _translated(block: str) -> str:
    head, words = _HEAD.match(block), _words(block)
    return f"{head[0] if head else ''}{tr_as(USE, words)}"


def _words(block: str) -> str:
    """Return a block without the sign of its heading or its number."""
    return _HEAD.sub("", block)


def guide_texts() -> tuple[str, ...]:
    """Return what of the guide is to be translated, as `tr_as` takes it."""
    return tuple(map(_words, guide_blocks()))


def _beginning(topic: str) -> str:
    """Return how the first block that holds the words of a topic begins, as it is shown."""
    of_topic = next((block for block in guide_blocks() if topic in _plain(block)), "")
    return _plain(_translated(of_topic))[:_ENOUGH].replace("\N{NO-BREAK SPACE}", " ")  # as Qt looks for it


def _plain(block: str) -> str:
    return re.sub(r"[*`]", "", _words(block))


def topic_of(dialog: QWidget, behind: str) -> str:
    """Return the topic of a dialog, or that of the place behind it."""
    return _OF_DIALOGS.get(type(dialog).__name__, behind)


class GuideDialog(QDialog):
    """The guide, beside the window; `show_topic` goes to a place in it."""

    def __init__(self, parent: QWidget, show_keys: Callable[[QWidget], object]) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self.setWindowTitle(tr("Help"))
        resize_within_screen(self, 640, 560)
        self.find_line = QLineEdit()
        self.find_line.setObjectName("guide-find")
        self.find_line.setPlaceholderText(tr("Find in the guide"))
        self.find_line.setAccessibleName(tr("Find in the guide"))
        self.find_line.textEdited.connect(self._find)
        self.find_line.returnPressed.connect(self._find_next)
        self.nothing = plain_label(tr("The guide has no such words."), "faint")
        self.nothing.hide()
        self.text = QTextBrowser()  # only ever our own text
        self.text.setObjectName("guide-text")
        self.text.setAccessibleName(tr("Guide"))
        self.text.setOpenLinks(False)
        self.text.setFont(theme.reading_font(90))
        self.text.document().setDocumentMargin(14)
        ReadOnlyText(self.text).show(partial(self.text.setMarkdown, guide_text()))
        keys = button(tr("Keyboard shortcuts"), "guide-keys")
        keys.clicked.connect(lambda: show_keys(self))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(keys, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self.find_line, self.nothing, self.text, buttons):
            column.addWidget(widget)

    def show_topic(self, place: str) -> None:
        """Go to what the guide says of a place (a key of TOPICS), and show which lines those are."""
        self._go_to(self.text.document().find(_beginning(TOPICS.get(place, _FIRST))), whole=True)
        self.text.setFocus()

    def topic(self) -> str:
        """Return the lines that are shown as those that were asked for."""
        marked = self.text.extraSelections()
        return marked[0].cursor.selectedText() if marked else ""

    def _find(self) -> None:
        words = self.find_line.text()
        found = self.text.document().find(words) if words else QTextCursor()
        self.nothing.setVisible(bool(words) and found.isNull())
        self._go_to(found, whole=False)

    def _find_next(self) -> None:
        marked, words = self.text.extraSelections(), self.find_line.text()
        if marked and words:
            found = self.text.document().find(words, marked[0].cursor)
            self._go_to(found if not found.isNull() else self.text.document().find(words), whole=False)

    def _go_to(self, found: QTextCursor, *, whole: bool) -> None:
        """Bring what was found to the top, marked: the words, or the whole paragraph."""
        marked = []
        if not found.isNull():
            if whole:
                found.movePosition(QTextCursor.MoveOperation.StartOfBlock)
                found.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = found
            mark.format.setBackground(theme.current().colour("quote_ground"))
            marked.append(mark)
            place = self.text.document().documentLayout().blockBoundingRect(found.block())
            self.text.verticalScrollBar().setValue(max(0, round(place.top()) - 12))
        self.text.setExtraSelections(marked)
