"""Drawing and measuring of the pieces of a quote card, all as plain text; citation and speaker in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop.domain import Flag, QuoteKind, Status
from desktop.text.display import one_line, runs_leftwards, shorten
from desktop.translation import Text, english, tr, tr_n
from desktop.ui import theme
from desktop.ui.status_words import KIND_WORD, STATUS_SIGN, STATUS_WORD, doubt_words, label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Metadata, Quote
    from desktop.ui.theme import Theme


UNKNOWN_SPEAKER = Text("Speaker unknown")
_NOBODY = Text("Nobody’s words")
_NO_STATUS = {QuoteKind.TITLE: Text("Title"), QuoteKind.NAME: Text("Name")}
# All in pixels.
BAR = 4
PAD_LEFT, PAD_RIGHT, PAD_TOP, PAD_BOTTOM = 14, 11, 9, 9
GAP = 6
RADIUS = 6
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

MAX_LINES = 4
# A card shows a few lines; nothing beyond this is laid out.
_LAYOUT_LIMIT = 600
# Flags that say "look again"; the others stand only on the open card.
PRESSING = (
    Flag.CHANGED_SINCE,
    Flag.ANCHOR_LOST,
    Flag.CHECKERS_DISAGREE,
    Flag.NO_SOURCE,
    Flag.COULD_NOT_CONFIRM,
)


def speaker(quote: Quote) -> str:
    """Name who said it, or say that nobody is named, or that nobody said it."""
    return one_line(quote.attribution.name) or str(UNKNOWN_SPEAKER if quote.kind.is_said else _NOBODY)


def speaker_and_role(quote: Quote) -> str:
    role = one_line(quote.attribution.role)
    return f"{speaker(quote)}, {role}" if role else speaker(quote)


def read_out(quote: Quote) -> str:
    """Say a quote in the order a screen reader should: words, speaker, status, place."""
    place = tr("paragraph {number}", number=quote.paragraph)
    flags = [tr(flag) for flag in sorted(flags_of(quote))]
    doubt = [tr(quote.doubt)] if quote.doubt else []
    state = KIND_WORD[quote.kind] if quote.is_passed_over else STATUS_WORD[quote.status]
    words = [shorten(quote.text, 400), speaker_and_role(quote), str(state)]
    return ", ".join([*words, *flags, *doubt, place])


def flags_of(quote: Quote) -> list[Flag]:
    """Return the flags that a card shows, in their order; nobody has to start on a title or a name."""
    return [] if quote.is_passed_over else [flag for flag in Flag if flag in quote.flags]


def status_sentence(quotes: Sequence[Quote]) -> str:
    """Say the new status of quotes once, with the words of the one quote or how many there are."""
    if not quotes:
        return ""
    what = shorten(quotes[0].text) if len(quotes) == 1 else tr_n("{count} quote", "{count} quotes", len(quotes))
    return f"{STATUS_WORD[quotes[0].status]}: {what}"


def citation(quote: Quote, article: Metadata) -> str:
    """Return the exact stored words and where they stand, as plain text."""
    outlet = one_line(article.outlet) or tr("outlet not given")
    date = one_line(article.published) or tr("no date given")
    parts = [
        f"‘{one_line(article.title) or tr('no headline')}’",
        outlet,
        date,
        tr("paragraph {number}", number=quote.paragraph),
    ]
    place = ", ".join(parts) + "."
    lines = [f"“{quote.text}”", f"— {speaker_and_role(quote)}. {place}"]
    return "\n".join([*lines, article.url] if article.url else lines)


@dataclass(frozen=True)
class Fonts:
    """The faces of a card."""

    words: QFont
    meta: QFont
    bold: QFont
    small: QFont

    @classmethod
    def of_zoom(cls, zoom: int = 100) -> Fonts:
        words = theme.reading_font(zoom)
        words.setPointSizeF(words.pointSizeF() * 0.95)
        meta, bold, small = (QFont(QApplication.font()) for _ in range(3))
        base = meta.pointSizeF() if meta.pointSizeF() > 0 else 10.0
        meta.setPointSizeF(base * 0.95)
        bold.setPointSizeF(base * 0.95)
        bold.setBold(True)
        small.setPointSizeF(base * 0.85)
        return cls(words, meta, bold, small)


def quoted(quote: Quote, limit: int | None = None) -> str:
    """The words in quotation marks, on one line; no more than `limit` code points of them."""
    return f"“{one_line(quote.text[:limit])}”" if limit is None or len(quote.text) <= limit else (
        f"“{one_line(quote.text[:limit])}"
    )  # fmt: skip


class Lines:
    """Plain text broken into lines of a width, the last one elided if `limit` lines do not hold it.

    The lines begin where its letters do, whatever the direction of the window.
    """

    def __init__(self, text: str, font: QFont, width: float, limit: int | None = None) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._direction = Qt.LayoutDirection.LeftToRight
        if runs_leftwards(text):
            self._direction = Qt.LayoutDirection.RightToLeft
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(self._direction)
        self._layout.setTextOption(option)
        self._width = max(width, 10.0)
        self.leading = QFontMetricsF(font).lineSpacing() + 1
        self._rest = ""
        self._break(text, font, limit)

    def _break(self, text: str, font: QFont, limit: int | None) -> None:
        self._layout.beginLayout()
        count = 0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, count * self.leading))
            count += 1
            if limit is not None and count == limit:
                start, end = line.textStart(), line.textStart() + line.textLength()
                units = text.encode("utf-16-le", "replace")
                if end * 2 < len(units):
                    rest = units[start * 2 :].decode("utf-16-le", "replace")
                    self._rest = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, self._width)
                break
        self._layout.endLayout()
        self.count = count

    @property
    def height(self) -> float:
        return self.count * self.leading

    def draw(self, painter: QPainter, at: QPointF) -> None:
        last = self.count - 1 if self._rest else self.count
        for number in range(last):
            self._layout.lineAt(number).draw(painter, at)
        if self._rest:
            painter.save()
            painter.setLayoutDirection(self._direction)
            painter.setFont(self._layout.font())
            box = QRectF(at + QPointF(0, last * self.leading), QSizeF(self._width, self.leading))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._rest)
            painter.restore()


def words_of(quote: Quote, fonts: Fonts, width: float) -> Lines:
    """The first lines of a quote, as a closed card shows them."""
    return Lines(quoted(quote, _LAYOUT_LIMIT), fonts.words, width, MAX_LINES)


# -- pieces ------------------------------------------------------------------------------------------------------------


def draw_frame(painter: QPainter, card: QRectF, status: Status, *, chosen: bool, focused: bool) -> None:
    """The box of a card: its ground, the bar in the colour of its status, and the frame of a chosen one."""
    colours = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.fillPath(shape, colours.colour("raised"))
    painter.save()
    painter.setClipPath(shape)
    painter.fillRect(QRectF(card.left(), card.top(), BAR, card.height()), colours.status(status))
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours.colour("line"), 1))
    painter.drawPath(shape)
    if chosen:
        width = 2.5 if focused else 1.5
        painter.setPen(QPen(colours.colour("accent"), width))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def pill_text(quote: Quote) -> str:
    """Say how far the work on a quote is; of a title or name, that there is none."""
    if quote.is_passed_over:
        return str(_NO_STATUS[quote.kind])
    return f"{STATUS_SIGN[quote.status]} {STATUS_WORD[quote.status]}"


def pill_size(quote: Quote, fonts: Fonts) -> QSizeF:
    metrics = QFontMetricsF(fonts.bold)
    return QSizeF(metrics.horizontalAdvance(pill_text(quote)) + 16, metrics.height() + 2)


def draw_pill(painter: QPainter, box: QRectF, quote: Quote, fonts: Fonts) -> None:
    colours = theme.current()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.status_ground(quote.status))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(colours.status(quote.status))
    painter.setFont(fonts.bold)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pill_text(quote))


def meta_width(quote: Quote, fonts: Fonts) -> float:
    """Return the room that speaker, role, paragraph and status need to stand there whole, in pixels."""
    role = one_line(quote.attribution.role)
    words = QFontMetricsF(fonts.meta).horizontalAdvance(f"{', ' if role else ''}{role} · ¶{quote.paragraph}")
    name = QFontMetricsF(fonts.bold).horizontalAdvance(speaker(quote))
    return name + words + GAP + pill_size(quote, fonts).width()


def meta_height(fonts: Fonts) -> float:
    return QFontMetricsF(fonts.bold).height() + 2


def draw_meta(painter: QPainter, box: QRectF, quote: Quote, fonts: Fonts) -> None:
    """Speaker, role and paragraph on the left, the status on the right; the role gives way first."""
    colours = theme.current()
    size = pill_size(quote, fonts)
    draw_pill(painter, QRectF(QPointF(box.right() - size.width(), box.top()), size), quote, fonts)
    _draw_speaker(painter, box.adjusted(0, 0, -size.width() - GAP, 0), quote, fonts, colours)


def _draw_speaker(painter: QPainter, box: QRectF, quote: Quote, fonts: Fonts, colours: Theme) -> None:
    bold, plain = QFontMetricsF(fonts.bold), QFontMetricsF(fonts.meta)
    place = f" · ¶{quote.paragraph}"
    place_width = plain.horizontalAdvance(place)
    name, name_width = _elided(speaker(quote), bold, box.width() - place_width)
    left = box.width() - place_width - name_width
    role = one_line(quote.attribution.role)
    role, role_width = _elided(f", {role}", plain, left) if role and left > 40 else ("", 0.0)
    x = box.left()
    painter.setPen(colours.colour("faint"))
    for words, font, width in (
        (name, fonts.bold, name_width),
        (role, fonts.meta, role_width),
        (place, fonts.meta, place_width),
    ):
        painter.setFont(font)
        painter.drawText(QRectF(x, box.top(), width + 2, box.height()), _BESIDE, words)
        x += width


def _elided(words: str, metrics: QFontMetricsF, room: float) -> tuple[str, float]:
    """Return what of some words fits, with an ellipsis where that is not all, and its width in pixels."""
    width = metrics.horizontalAdvance(words)
    if width <= room:
        return words, width
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    return words, metrics.horizontalAdvance(words)


# -- labels ------------------------------------------------------------------------------------------------------------


def pressing(quote: Quote, found: Sequence[str]) -> list[str]:
    """What a closed card says beside the status, with what was `found` about it in its story."""
    labels = [tr(flag) for flag in PRESSING if flag in quote.flags]
    doubt = [doubt_words(quote.doubt)] if quote.doubt else []
    return [*labels, *map(label_words, found), *doubt]


def place_labels(labels: Sequence[str], fonts: Fonts, width: float) -> tuple[list[QRectF], float]:
    """Boxes for small labels, wrapped to a width, and the height they take."""
    metrics = QFontMetricsF(fonts.small)
    height = metrics.height() + 3
    boxes, x, y = [], 0.0, 0.0
    for label in labels:
        wide = min(_fitted(label, metrics, width - 12)[1] + 12, width)
        if x > 0 and x + wide > width:
            x, y = 0.0, y + height + 4
        boxes.append(QRectF(x, y, wide, height))
        x += wide + 5
    return boxes, y + height if labels else 0.0


def _fitted(label: str, metrics: QFontMetricsF, room: float) -> tuple[str, float]:
    """Return what of a label fits, and its width: places behind what it says go first, whole ones, from the last on."""
    while (width := metrics.horizontalAdvance(label)) > room and " · " in label:
        label = label.rpartition(" · ")[0]
    return (label, width) if width <= room else _elided(label, metrics, room)


def draw_labels(painter: QPainter, at: QPointF, labels: Sequence[str], fonts: Fonts, width: float) -> None:
    colours = theme.current()
    metrics = QFontMetricsF(fonts.small)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    all_calm = {tr(label) for label in _CALM}
    for label, box in zip(labels, place_labels(labels, fonts, width)[0], strict=True):
        calm = label in all_calm or label.startswith(CALM_SIGNS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.unverified_ground if calm else colours.alert_ground))
        area = box.translated(at)
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(colours.unverified if calm else colours.alert))
        painter.setFont(fonts.small)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _fitted(label, metrics, width - 12)[0])


# Labels that state how far the work is, not that something is wrong.
BY_HAND = english("added by hand")
CALM_SIGNS = ("= ", "~ ", "— ")  # of what sources print: nothing that is wrong
_CALM = (Flag.NOT_STARTED, Flag.NO_SOURCE, Flag.COULD_NOT_CONFIRM, BY_HAND)
