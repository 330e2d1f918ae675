"""Legend: every sign in the texts with its meaning and a sample that is painted as the texts are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPixmap

from desktop.domain import QuoteId, Span, Status
from desktop.text.changes import AlertKind
from desktop.translation import Text, tr, tr_n
from desktop.ui.compare.layout.layers import BREAK, QUOTED, Frame, Layers, Look, Mark, Marked, QuoteMark, Tag
from desktop.ui.compare.layout.page import Block, BlockKind, Page, Piece
from desktop.ui.compare.layout.rows import CLOSED, EARLIER, PAIRED, PARTED
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.ui.widgets.form_dialog import TableDialog


def _some_words() -> str:
    return tr("some words")


@dataclass(frozen=True, slots=True)
class Sign:
    """One way of drawing words, with words to show it on.

    `look` is the value of a `Look` of changed words; `struck` draws them as the inline view does.
    """

    name: str
    meaning: str
    sample: str = field(default_factory=_some_words)
    look: str = ""
    struck: bool = False
    whole: str = ""  # the `Look` of a whole paragraph
    move: int = 0
    tag: str = ""
    alert: bool = False  # the tag tells of an alert
    quote: Status | None = None
    chosen: bool = False  # as the chosen quote
    current: bool = False  # as the current change
    match: bool = False
    picked: bool = False
    note: bool = False  # a line of ours, not of the text


_STATUS_MEANS = {
    Status.VERIFIED: Text("A checker found that the speaker said these words: solid line."),
    Status.DISPUTED: Text("A checker found that something about the quote is wrong: dashed line."),
    Status.UNVERIFIED: Text("Not checked yet, or it could not be confirmed: dotted line."),
}


def _alerts() -> str:
    kinds = [tr(kind.value) for kind in AlertKind if kind is not AlertKind.QUOTATION]
    return tr("{first} or {last}", first=", ".join(kinds[:-1]), last=kinds[-1])


def signs() -> tuple[Sign, ...]:
    """Return every sign of the comparison with what it means."""
    return (*_changes(), *_places(), *_quotes(), *_passages())


def _changes() -> tuple[Sign, ...]:
    return (
        Sign(tr("Only in A"), tr("Words of the left text that the right one does not have."), look="gone"),
        Sign(
            tr("Only in A, inline"),
            tr("The same where both texts stand as one: struck through."),
            look="gone",
            struck=True,
        ),
        Sign(
            tr("Only in B"),
            tr("Words of the right text that the left one does not have: always underlined."),
            look="new",
        ),
        Sign(
            tr("Only in A, whole sentence"),
            tr("A sentence, or more, that B does not have: fainter."),
            look="gone-whole",
        ),
        Sign(
            tr("Only in B, whole sentence"), tr("A sentence, or more, that A does not have: fainter."), look="new-whole"
        ),
        Sign(
            tr("Only in A, paragraph"),
            tr("A paragraph that B does not have: bar and − at the margin."),
            look="gone-whole",
            whole="gone",
        ),
        Sign(
            tr("Only in B, paragraph"),
            tr("A paragraph that A does not have: bar and + at the margin."),
            look="new-whole",
            whole="new",
        ),
        Sign(
            tr("Moved"),
            tr(
                "Words that stand elsewhere in the other text: a dotted frame with a number, the same at "
                "both places; click the number to go to the other one."
            ),
            look="moved",
            move=1,
        ),
        Sign(tr("Ignored"), tr("Differs, but a rule says that it does not count: dotted line, no colour."), look="dim"),
    )


def _places() -> tuple[Sign, ...]:
    kinds = _alerts()
    quoted, number_tag, invisible = tr(QUOTED), tr(AlertKind.NUMBER.value), "ZWSP"
    return (
        Sign(
            tr("Alert"),
            tr("A difference that matters; the label says what it is about: {kinds}.", kinds=kinds),
            look="new",
            tag=number_tag,
            alert=True,
        ),
        Sign(
            tr("Alert: {kind}", kind=quoted),
            tr("The words of a quotation differ."),
            look="gone",
            tag=quoted,
            alert=True,
        ),
        Sign(tr("Break {sign}", sign=BREAK), tr("A paragraph was split or joined here."), tag=BREAK),
        Sign(
            tr("Invisible"),
            tr("An invisible or direction-changing character stands here, by its short name."),
            look="new",
            tag=invisible,
        ),
        Sign(
            tr("Current change"),
            tr("The one that the next step starts from: framed in both texts."),
            look="gone",
            current=True,
        ),
        Sign(tr("Find"), tr("Words found by the find bar; the current find is framed."), match=True),
    )


def _quotes() -> Iterator[Sign]:
    words = tr("“some words”")
    for status, means in _STATUS_MEANS.items():
        yield Sign(f"{STATUS_SIGN[status]} {STATUS_WORD[status]}", str(means), sample=words, quote=status)
    yield Sign(
        tr("Chosen quote"),
        tr(
            "It lies on a light ground in both texts. Drag the grips at its ends, or use the keys, "
            "to make it longer or shorter."
        ),
        sample=words,
        quote=Status.UNVERIFIED,
        chosen=True,
    )


def _passages() -> tuple[Sign, ...]:
    folded = tr_n("{count} passage", "{count} passages", 3)
    return (
        Sign(
            tr("Paired by hand"),
            tr("You said that these two passages answer each other."),
            sample=str(PAIRED),
            note=True,
        ),
        Sign(
            tr("Parted by hand"),
            tr("You said that this passage does not answer another one."),
            sample=str(PARTED),
            note=True,
        ),
        Sign(
            tr("Out of order"),
            tr("B says this earlier than A does; it stands here beside its answer."),
            sample=str(EARLIER),
            note=True,
        ),
        Sign(
            tr("Held passage"), tr("Waits for the passage of the other text that it is to be paired with."), picked=True
        ),
        Sign(
            tr("Folded"),
            tr("Passages that nothing answers, or that were hidden as no part of the article; click to show them."),
            sample=f"{CLOSED} {folded}",
            note=True,
        ),
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
    explained = [(sign.name, sign.meaning) for sign in signs()]
    if not one_colour:
        return explained
    return [
        (
            tr("One colour"),
            tr(
                "All differences are drawn in one colour now (View ▸ All differences in one colour). "
                "What stands in A only, in B only or moved is told by its place, by the line through or "
                "under it, and by the frame with a number."
            ),
        ),
        *explained,
    ]


def paint_samples(dialog: TableDialog, *, one_colour: bool) -> None:
    """Put the samples before the names of the signs in a legend that begins with `rows`."""
    dialog.table.setIconSize(SAMPLE)
    dialog.table.verticalHeader().setDefaultSectionSize(SAMPLE.height() + 6)
    for row, sign in enumerate(signs(), start=int(one_colour)):
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
    picture = pane.viewport().grab(QRect(2, max(0, top), SAMPLE.width(), SAMPLE.height()))
    pane.deleteLater()
    return picture


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
        marked.tags.append(Tag(end - 1, end, sign.tag, 0, alert=sign.alert))
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
