"""How does the comparison look as one text, what is gone struck through and what is new underlined?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.compare.panes.page_document import show
from desktop.ui.compare.panes.ruler import Ruler
from desktop.ui.compare.panes.text_pane import TextPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from desktop.domain import Span
    from desktop.ui.compare.layout.laid_out import Laid
    from desktop.ui.compare.panes.page_document import Draft


class OneText(QWidget):
    """One page and its ruler."""

    def __init__(self, name: str, *, struck: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = TextPane(name, struck=struck, parent=self)
        self.panes = (self.pane,)
        self.ruler = Ruler(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane, 1)
        row.addWidget(self.ruler)
        self._shares: list[float] = [0.0]
        self.pane.verticalScrollBar().valueChanged.connect(self._show_view)
        self.pane.resized.connect(self._show_view)

    def show_laid(self, laid: Laid, drafts: Sequence[Draft] = (), *, same: bool = False) -> None:
        """Show a page; `drafts` holds the document of a long one."""
        show(self.panes, laid, drafts, same=same)
        self._shares = laid.shares
        self._show_view()

    def reveal(self, side: str, span: Span) -> None:
        """Bring a span on the screen."""
        self.pane.reveal(side, span)

    def anchor(self) -> tuple[str, int] | None:
        """Return side and offset of the first text on the screen."""
        return self.pane.anchor()

    def go_to_anchor(self, side: str, offset: int) -> None:
        """Scroll so that an offset is at the top."""
        self.pane.go_to_anchor(side, offset)

    def scroll_to_share(self, share: float) -> None:
        """Scroll to a place given as a share of the whole."""
        block = max(0, next((n for n, done in enumerate(self._shares) if done > share), len(self._shares) - 1) - 1)
        line = self.pane.document().findBlockByNumber(block).firstLineNumber()
        self.pane.verticalScrollBar().setValue(line)

    def _show_view(self) -> None:
        numbers = [block.number for block in self.pane.visible_blocks()]
        if numbers and numbers[-1] + 1 < len(self._shares):
            self.ruler.set_view(self._shares[numbers[0]], self._shares[numbers[-1] + 1])

    def retheme(self) -> None:
        self.ruler.redraw()
        self.pane.retheme()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self.retheme()
