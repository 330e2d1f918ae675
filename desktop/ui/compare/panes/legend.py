"""Legend: every sign in the texts with its meaning and a sample that is painted as the texts are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPixmap

from desktop.domain import QuoteId, Span, Status
from desktop.text.changes import AlertKind
from desktop.ui.compare.layout.layers import BREAK, QUOTED, Frame, Layers, Look, Mark, Marked, QuoteMark, Tag
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece
from desktop.ui.compare.layout.rows import CLOSED, EARLIER, PAIRED, PARTED
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD

if TYPE_CHECKING:
    from desktop.ui.widgets.form_dialog import TableDialog


@dataclass(frozen=True, slots=True)
class Sign:
    """One way of drawing words, with words to show it on.

    `look` is the value of a `Look` of changed words; `struck` draws them as the inline view does.
    """

    name: str
    meaning: str
    sample: str = "some words"
    look: str = ""
    struck: bool = False
    whole: str = ""  # the `Look` of a whole paragraph
    move: int = 0
    tag: str = ""
    quote: Status | None = None
    chosen: bool = False  # as the chosen quote
    current: bool = False  # as the current change
    match: bool = False
    picked: bool = False
    note: bool = False  # a line of ours, not of the text


_ALERT_TAGS = (*AlertKind, QUOTED)


def _alerts() -> str:
    kinds = [kind.value for kind in AlertKind if kind is not AlertKind.QUOTATION]
    return f"{', '.join(kinds[:-1])} or {kinds[-1]}"


_STATUS_MEANS = {
    Status.VERIFIED: "A checker found that the speaker said these words: solid line.",
    Status.DISPUTED: "A checker found that something about the quote is wrong: dashed line.",
    Status.UNVERIFIED: "Not checked yet, or it could not be confirmed: dotted line.",
}

SIGNS = (
    Sign("Only in A", "Words of the left text that the right one does not have.", look="gone"),
    Sign("Only in A, inline", "The same where both texts stand as one: struck through.", look="gone", struck=True),
    Sign("Only in B", "Words of the right text that the left one does not have: always underlined.", look="new"),
    Sign("Only in A, whole sentence", "A sentence, or more, that B does not have: fainter.", look="gone-whole"),
    Sign("Only in B, whole sentence", "A sentence, or more, that A does not have: fainter.", look="new-whole"),
    Sign("Only in A, paragraph", "A paragraph that B does not have: bar and − at the margin.", look="gone-whole",
         whole="gone"),
    Sign("Only in B, paragraph", "A paragraph that A does not have: bar and + at the margin.", look="new-whole",
         whole="new"),
    Sign("Moved", "Words that stand elsewhere in the other text: a dotted frame with a number, the same at both"
         " places; click the number to go to the other one.", look="moved", move=1),
    Sign("Ignored", "Differs, but a rule says that it does not count: dotted line, no colour.", look="dim"),
    Sign("Alert", f"A difference that matters; the label says what it is about: {_alerts()}.",
         look="new", tag=AlertKind.NUMBER.value),
    Sign(f"Alert: {QUOTED}", "The words of a quotation differ.", look="gone", tag=QUOTED),
    Sign(f"Break {BREAK}", "A paragraph was split or joined here.", tag=BREAK),
    Sign("Invisible", "An invisible or direction-changing character stands here, by its short name.",
         look="new", tag="ZWSP"),
    Sign("Current change", "The one that the next step starts from: framed in both texts.", look="gone", current=True),
    Sign("Find", "Words found by the find bar; the current find is framed.", match=True),
    *(Sign(f"{STATUS_SIGN[status]} {STATUS_WORD[status]}", means, sample="“some words”", quote=status)
      for status, means in _STATUS_MEANS.items()),
    Sign("Chosen quote", "It lies on a light ground in both texts. Drag the grips at its ends, or use the keys, to"
         " make it longer or shorter.", sample="“some words”", quote=Status.UNVERIFIED, chosen=True),
    Sign("Paired by hand", "You said that these two passages answer each other.", sample=PAIRED, note=True),
    Sign("Parted by hand", "You said that this passage does not answer another one.", sample=PARTED, note=True),
    Sign("Out of order", "B says this earlier than A does; it stands here beside its answer.", sample=EARLIER,
         note=True),
    Sign("Held passage", "Waits for the passage of the other text that it is to be paired with.", picked=True),
    Sign("Folded", "Passages that nothing answers, or that were hidden as no part of the article; click to show them.",
         sample=f"{CLOSED} 3 passages · show", note=True),
)  # fmt: skip

ONE_COLOUR = (
    "All differences are drawn in one colour now (View ▸ All differences in one colour). What stands in A only, in B"
    " only or moved is told by its place, by the line through or under it, and by the frame with a number."
)


SAMPLE = QSize(232, 30)  # pixels
_SIDE = "a"


class _OneBlock(Layers):
    """What is marked on a page of one line."""

    def __init__(self, marked: Marked) -> None:
        super().__init__()
        self._known = {0: marked}


def rows(*, one_colour: bool) -> list[tuple[str, str]]:
    """Return name and meaning of every sign of the comparison."""
    explained = [(sign.name, sign.meaning) for sign in SIGNS]
    return [("One colour", ONE_COLOUR), *explained] if one_colour else explained


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
    _apply_marks(pane, sign)
    line = pane.visible_blocks()[0]
    top = round(line.origin.y() + line.layout.lineAt(0).y()) - 5
    made = pane.viewport().grab(QRect(2, max(0, top), SAMPLE.width(), SAMPLE.height()))
    pane.deleteLater()
    return made


def _marked(sign: Sign) -> Marked:
    end = len(sign.sample)
    marked = Marked()
    if sign.look:
        marked.marks.append(Mark(0, end, Look(sign.look), 0))
    if sign.whole:
        marked.whole = Look(sign.whole)
    if sign.move:
        marked.frames.append(Frame(0, end, sign.move, 0, first=True))
    if sign.tag:
        marked.tags.append(Tag(end - 1, end, sign.tag, 0, alert=sign.tag in _ALERT_TAGS))
    return marked


def _apply_marks(pane: TextPane, sign: Sign) -> None:
    whole, inside = [(0, len(sign.sample))], [(1, len(sign.sample) - 1)]
    if sign.quote is not None:
        pane.quotes = {0: [QuoteMark(*inside[0], QuoteId(0), sign.quote)]}
    if sign.chosen:
        pane.chosen = {0: inside}
        pane.handles.attach(_SIDE, Span(*inside[0]))
    if sign.current:
        pane.current = {0: whole}
    if sign.match:
        pane.matches, pane.current_match = {0: whole}, {0: whole}
    if sign.picked:
        pane.picked = {0}
