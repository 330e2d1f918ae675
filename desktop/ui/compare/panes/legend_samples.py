"""How does each sign look? Samples for the legend, painted as the texts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPixmap

from desktop.domain import QuoteId, Span
from desktop.ui.compare.layout.layers import Frame, Layers, Look, Mark, Marked, QuoteMark, Tag
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece
from desktop.ui.compare.layout.signs import ONE_COLOUR, SIGNS, Sign
from desktop.ui.compare.panes.text_pane import TextPane

if TYPE_CHECKING:
    from desktop.ui.widgets.table_dialog import TableDialog

SAMPLE = QSize(232, 30)  # pixels
_SIDE = "a"


class _OneBlock(Layers):
    """What is marked on a page of one line."""

    def __init__(self, marked: Marked) -> None:
        super().__init__()
        self._known = {0: marked}


def rows(*, one_colour: bool) -> list[tuple[str, str]]:
    """Return name and meaning of every sign of the comparison."""
    told = [(sign.name, sign.meaning) for sign in SIGNS]
    return [("One colour", ONE_COLOUR), *told] if one_colour else told


def paint_samples(dialog: TableDialog, *, one_colour: bool) -> None:
    """Put the samples before the names of the signs in a legend that begins with `rows`."""
    dialog.table.setIconSize(SAMPLE)
    dialog.table.verticalHeader().setDefaultSectionSize(SAMPLE.height() + 6)
    for row, sign in enumerate(SIGNS, start=int(one_colour)):
        dialog.model.item(row, 0).setIcon(QIcon(sample(sign, one_colour=one_colour)))


def sample(sign: Sign, *, one_colour: bool = False) -> QPixmap:
    """Paint the words of a sign as they would stand in a text."""
    pane = TextPane("legend-sample", struck=sign.struck)
    pane.resize(SAMPLE.width() + 40, 120)
    pane.set_one_colour(on=one_colour)
    piece = Piece(_SIDE, Span(0, len(sign.sample)))
    kind = BlockKind.NOTE if sign.note else BlockKind.TEXT
    page = Page([Block(kind, 0, sign.sample, (piece,)), Block(BlockKind.TAIL, 0)], {_SIDE: sign.sample})
    pane.show_page(page, _OneBlock(_marked(sign)))
    _dress(pane, sign)
    line = next(pane.visible_blocks())
    top = round(line.origin.y() + line.layout.lineAt(0).y()) - 5
    made = pane.viewport().grab(QRect(2, max(0, top), SAMPLE.width(), SAMPLE.height()))
    pane.deleteLater()
    return made


def _marked(sign: Sign) -> Marked:
    end = len(sign.sample)
    marked = Marked()
    if sign.look:
        marked.marks.append(Mark(0, end, Look(sign.look), 0))
    if sign.move:
        marked.frames.append(Frame(0, end, sign.move, 0, first=True))
    if sign.tag:
        marked.tags.append(Tag(end - 1, end, sign.tag, 0))
    return marked


def _dress(pane: TextPane, sign: Sign) -> None:
    whole, inside = [(0, len(sign.sample))], [(1, len(sign.sample) - 1)]
    if sign.quote is not None:
        pane.quotes = {0: [QuoteMark(*inside[0], QuoteId(0), sign.quote)]}
    if sign.chosen:
        pane.chosen = {0: inside}
        pane.handles.hold(_SIDE, Span(*inside[0]))
    if sign.current:
        pane.current = {0: whole}
    if sign.found:
        pane.found, pane.found_now = {0: whole}, {0: whole}
    if sign.held:
        pane.held = {0}
