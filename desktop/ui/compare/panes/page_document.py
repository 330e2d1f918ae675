"""How is the document of a long page filled out of sight, a part at a time?"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop.ui.compare.layout.page import BlockKind
from desktop.ui.compare.panes.line_layout import SteppedLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from desktop.ui.compare.layout.laid_out import Laid
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.lined_text import LinedText

_PART = 20_000  # code points, or a few more: what is put in at a time
_BLOCKS = 200  # at most in a part


class Draft:
    """A document for a pane; it shows nothing until the pane takes it."""

    def __init__(self, pane: LinedText, page: Page) -> None:
        self.document = pane.blank()
        self._page = page
        self._done = 0  # blocks

    @property
    def full(self) -> bool:
        """Say whether all of the page is there."""
        return self._done == len(self._page.blocks)

    def fill(self, until: float) -> None:
        """Fill it until a moment by `monotonic`."""
        while not self.full and monotonic() < until:
            self._put(self._end())

    def _end(self) -> int:
        """Return where the next part ends."""
        blocks, letters, end = self._page.blocks, 0, self._done
        while end < len(blocks) and letters < _PART and end < self._done + _BLOCKS:
            letters += len(blocks[end].text)
            end += 1
        return end

    def _put(self, end: int) -> None:
        cursor = QTextCursor(self.document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        words = "\n".join(block.text for block in self._page.blocks[self._done : end])
        cursor.insertText(f"\n{words}" if self._done else words)
        mark_tails(self.document, self._page, self._done, end)
        self._done = end


def mark_tails(document: QTextDocument, page: Page, start: int, end: int) -> None:
    """Tell the layout which of some blocks are tails."""
    block = document.findBlockByNumber(start)
    for number in range(start, end):
        each = page.blocks[number]
        if each.kind is BlockKind.TAIL:
            block.setUserState(SteppedLayout.SEAM if each.goes_on else SteppedLayout.TAIL)
        block = block.next()


def show(panes: Sequence[LinedText], laid: Laid, drafts: Sequence[Draft], *, same: bool) -> None:
    """Show pages in their panes, with the `drafts` of long ones; the `same` pages as before are only marked anew."""
    for number, (pane, page, layers) in enumerate(zip(panes, laid.pages, laid.layers, strict=True)):
        if same:
            pane.mark_page(page, layers)
        else:
            pane.show_page(page, layers, drafts[number].document if drafts else None)
