"""Open quote card: words, speaker form, status, note, evidence, and sections to unfold (wordings, history)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import Attribution, Quote, QuoteKind, Status
from desktop.text.display import one_line, shorten
from desktop.translation import tr, tr_n
from desktop.ui.quotes.card.drawn_parts import Labels, Meta, Words
from desktop.ui.quotes.card.mark_history import History
from desktop.ui.quotes.card.note_fields import NoteFields
from desktop.ui.quotes.related.earlier_list import EarlierList
from desktop.ui.quotes.related.wording_list import WordingList
from desktop.ui.status_words import KIND_WORD, STATUS_WORD, WORDINGS, doubt_words, label_words
from desktop.ui.widgets import card_painting as paint
from desktop.ui.widgets.basics import FlowLayout, button, plain_label, put_tip, tool_button
from desktop.ui.widgets.card_painting import UNKNOWN_SPEAKER, read_out
from desktop.ui.widgets.reason_choices import ReasonChoices
from desktop.ui.widgets.verdict_buttons import CardBox, VerdictButtons, is_cannot_confirm_key, status_for_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.domain import Mark
    from desktop.store.queries.quote_events import QuoteEvent
    from desktop.store.records.quotes.marked_form import Standing
    from desktop.ui.quotes.related.wording_list import Bases, Wording


# A quote longer than this is shown cut; the text in the centre has all of it.
_SHOWN = 3000
_MARKED = 600
_REASONS = 3
_GAP = 5  # pixels between the parts
_BUTTON_EDGES = 14  # pixels of a section's button that its words leave free
_LEAST_WORDS = 60  # pixels


class Sections(QWidget):
    """Parts of the card that are one click away; what was unfolded stays so from quote to quote.

    Signals: folded(): a part was shown or folded away
    """

    folded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._heads: dict[str, str] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._bodies: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._row = QWidget(self)
        self._flow = FlowLayout(self._row, 2)
        column.addWidget(self._row)
        self._column = column
        self.hide()

    def add(self, name: str, *parts: QWidget) -> None:
        """Make a section of these parts, which show and hide themselves."""
        button = tool_button("", f"quote-section-{name}", parent=self._row)
        button.setCheckable(True)
        button.setStyleSheet("QToolButton { padding: 1px 3px; margin: 0; }")
        button.toggled.connect(self._toggled)
        body = QWidget(self)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        for part in parts:
            inner.addWidget(part)
        self._buttons[name], self._bodies[name] = button, body
        self._flow.addWidget(button)
        self._column.addWidget(body)
        body.hide()

    def button(self, name: str) -> QToolButton:
        return self._buttons[name]

    def show_head(self, name: str, head: str) -> None:
        """Say what a section holds; an empty head takes it away."""
        self._heads[name] = head
        self._show(name)
        self._flow.invalidate()
        self._row.updateGeometry()
        self.setVisible(any(self._heads.values()))

    def _show(self, name: str) -> None:
        head, button = self._heads.get(name, ""), self._buttons[name]
        unfolded = button.isChecked()
        sign = " ▴" if unfolded else " ▾"
        room = self.width() - button.fontMetrics().horizontalAdvance(sign) - _BUTTON_EDGES
        words = button.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, max(room, _LEAST_WORDS))
        button.setText(f"{words}{sign}".replace("&", "&&"))
        put_tip(button, head if words != head else "")
        button.setAccessibleName(f"{head}, {tr('shown') if unfolded else tr('folded')}")
        button.setVisible(bool(head))
        self._bodies[name].setVisible(bool(head) and unfolded)

    def _toggled(self) -> None:
        for name in self._buttons:
            self._show(name)
        self.folded.emit()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for name in self._buttons:
                self._show(name)


class SpeakerForm(QWidget):
    """Speaker, role and kind of one quote; Enter keeps, Esc leaves all as it was.

    Signals: corrected(object, object): an Attribution, and a QuoteKind or None; closed(): done, either way
    """

    corrected = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._quote: Quote | None = None
        self.person = QLineEdit(self)
        self.role = QLineEdit(self)
        self.kind = CardBox(self)
        for kind in QuoteKind:
            self.kind.addItem(str(KIND_WORD[kind]), kind)
        form = QFormLayout(self)
        form.setContentsMargins(0, 2, 0, 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, name, field in (
            (tr("&Speaker"), "quote-speaker", self.person),
            (tr("R&ole"), "quote-role", self.role),
            (tr("&Kind"), "quote-kind", self.kind),
        ):
            field.setObjectName(name)
            field.setAccessibleName(title.replace("&", ""))
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            form.addRow(title, field)
        self.save = button(tr("Keep"), "quote-speaker-keep", "primary", self)
        cancel = button(tr("Cancel"), "quote-speaker-cancel", "button", self)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(cancel)
        row.addStretch(1)
        form.addRow(row)
        self.save.clicked.connect(self.keep)
        cancel.clicked.connect(self.leave)
        self.person.textChanged.connect(self._person_typed)
        self.person.returnPressed.connect(self.keep)
        self.role.returnPressed.connect(self.keep)
        self.hide()

    def open(self, quote: Quote, people: Iterable[str]) -> None:
        """Offer a quote's attribution for correction; `people` are suggested while typing."""
        self._quote = quote
        completer = QCompleter(sorted(set(people) - {""}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.person.setCompleter(completer)
        self.person.setText(quote.attribution.name)
        self.role.setText(quote.attribution.role)  # not modified by the checker after this
        self.kind.setCurrentIndex(self.kind.findData(quote.kind))
        self.show()
        self.person.setFocus()
        self.person.selectAll()

    def _person_typed(self, typed: str) -> None:
        """Another person has another role: let the one of the former go, and bring it back with the name."""
        if self._quote is None or self.role.isModified():
            return
        was = self._quote.attribution
        self.role.setText(was.role if _same_name(typed, was.name) else "")

    def keep(self) -> None:
        """Tell what was corrected; nothing if nothing was."""
        if self._quote is not None:
            was, person, role = self._quote.attribution, self.person.text().strip(), self.role.text().strip()
            now: Attribution = replace(was, person=person, role=role)
            if not person:
                now = replace(now, speaker="", speaker_span=None)
            kind = QuoteKind(self.kind.currentData())
            same_person = (person, role) == (was.name, was.role)
            if not same_person or kind is not self._quote.kind:
                attribution = was if same_person else now
                self.corrected.emit(attribution, None if kind is self._quote.kind else kind)
        self.leave()

    def leave(self) -> None:
        self._quote = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.kind.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)


def _same_name(one: str, other: str) -> bool:
    return one.split() == other.split()


def labels_of(quote: Quote, found: Sequence[str]) -> list[str]:
    """Labels to show beside the status: computed flags, alerts, doubt about the marks; wordings are counted below."""
    labels = [tr(flag) for flag in paint.flags_of(quote)]
    labels += [label_words(label) for label in found if not label.endswith(f" {WORDINGS}")]
    labels += [doubt_words(quote.doubt)] if quote.doubt else []
    return [*labels, tr(paint.BY_HAND)] if quote.by_hand else labels


def _named(known: Attribution) -> str:
    parts = (
        one_line(known.name) or str(UNKNOWN_SPEAKER),
        one_line(known.role),
        tr("via {outlet}", outlet=one_line(known.via)) if known.via else "",
    )
    return ", ".join(part for part in parts if part)


def attribution_line(quote: Quote, *, full: bool) -> str:
    """Say which printed words led to the speaker and what kind of quote it is; `full` repeats name and role whole."""
    known = quote.attribution
    whole = ", ".join(part for part in (one_line(known.name), one_line(known.role)) if part) if full else ""
    mention = one_line(known.speaker) if known.speaker != known.name else ""
    whole = "" if mention and all(part in mention for part in (known.name, known.role)) else whole
    led = (words for words in (mention, one_line(known.cue)) if any(map(str.isalnum, words)))  # a colon says nothing
    printed = ", ".join(f"“{words}”" for words in led)
    via = tr("via {outlet}", outlet=one_line(known.via)) if known.via else ""
    kind = str(KIND_WORD[quote.kind]) if quote.kind is not QuoteKind.DIRECT else ""
    printed = tr("printed {words}", words=printed) if printed else ""
    return " · ".join(part for part in (whole, printed, via, kind) if part)


class QuoteCard(QWidget):
    """The open card. It says what the checker did; the panel knows what that means.

    Signals: resized(): its height changed; left_by_key(): Esc, the list takes the focus; typed(Status): V, D or U on a
    button; could_not_confirm(): Shift+U there; corrected(object, object): as SpeakerForm
    """

    resized = Signal()
    left_by_key = Signal()
    typed = Signal(object)
    could_not_confirm = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quote-card")
        self.quote: Quote | None = None
        self.fonts = paint.Fonts.of_zoom()
        self._people: Sequence[str] = ()
        self._found: Sequence[str] = ()
        self._width = 320
        self.words = Words(self)
        self.meta = Meta(self)
        self.edit = self._edit_button()
        self.attribution = plain_label("", "faint", self)
        self.attribution.setWordWrap(True)
        self.labels = Labels(self)
        self.reasons = plain_label("", "faint", self)
        self.reasons.setObjectName("quote-alerts")
        self.reasons.setWordWrap(True)
        self.marked_words = plain_label("", "", self)
        self.marked_words.setObjectName("quote-words-marked")
        self.marked_words.setWordWrap(True)
        self.marked_words.hide()
        self.form = SpeakerForm(self)
        self.verdict = VerdictButtons(self)
        self.reason_choices = ReasonChoices("quote-reasons", self)
        self.fields = NoteFields(self)
        self.wordings = WordingList(self)
        self.earlier = EarlierList(self)
        self.history = History(self)
        self.sections = Sections(self)
        self._lay_out()
        self.fields.stay_for(
            [self.reason_choices, *self.verdict.buttons.values(), *self.verdict.boxes.values()]
            + [box.lineEdit() or box for box in self.verdict.boxes.values()]
        )
        self.fields.left_by_key.connect(self.left_by_key)
        self.form.closed.connect(self._form_closed)

    def _edit_button(self) -> QToolButton:
        edit = QToolButton(self)
        edit.setObjectName("quote-edit-speaker")
        edit.setProperty("look", "flat")
        edit.setText("✎")
        edit.setToolTip(tr("Correct speaker, role or kind (F2)"))
        edit.setAccessibleName(tr("Correct speaker, role or kind"))
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit.clicked.connect(self.open_form)
        return edit

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(paint.PAD_LEFT, paint.PAD_TOP, paint.PAD_RIGHT, paint.PAD_BOTTOM)
        column.setSpacing(_GAP)
        meta = QHBoxLayout()
        meta.setSpacing(2)
        meta.addWidget(self.meta, 1)
        meta.addWidget(self.edit)
        column.addWidget(self.words)
        column.addLayout(meta)
        parts = (
            self.labels,
            self.marked_words,
            self.form,
            self.verdict,
            self.reason_choices,
            self.fields,
            self.sections,
            self.history,
        )
        for part in parts:
            column.addWidget(part)
        self.sections.add("words")
        self.sections.button("words").toggled.connect(lambda whole: self.words.unfold(whole=whole))
        self.sections.add("details", self.attribution, self.reasons)
        self.sections.add("wordings", self.wordings)
        self.sections.add("earlier", self.earlier)

    # -- the quote -------------------------------------------------------------------------------------------------

    def show_quote(self, quote: Quote, found: Sequence[str], people: Iterable[str]) -> None:
        """Show another quote, or the same as it is now; `found` are labels of the story, `people` names to suggest."""
        if self.quote is None or self.quote.id != quote.id:
            self.form.hide()
            self.reason_choices.hide()
        if quote.status is not Status.DISPUTED or quote.reason:
            had_focus = self.reason_choices.hasFocus()
            self.reason_choices.hide()
            if had_focus:  # the keys go where they came from, not to whatever stands next
                self.left_by_key.emit()
        self.quote, self._found, self._people = quote, tuple(found), tuple(people)
        text = paint.quoted(quote, _SHOWN)
        if len(quote.text) > _SHOWN:
            rest = tr_n(
                "({count} character; the rest is in the text)",
                "({count} characters; the rest is in the text)",
                len(quote.text),
            )
            text = f"{text}… {rest}"
        self.words.show_text(text, self.fonts.words)
        self._show_cut()
        self.meta.show_quote(quote, self.fonts)
        self.labels.show_labels(labels_of(quote, found), self.fonts)
        self.verdict.show_status(None if quote.is_passed_over else quote.status, quote.reason, quote.basis)
        self._show_attribution(quote)
        self.setAccessibleName(read_out(quote))

    def _show_cut(self) -> None:
        """Offer the words that the first lines have no room for."""
        cut = self.words.is_cut(self._width - paint.PAD_LEFT - paint.PAD_RIGHT)
        self.sections.show_head("words", tr("All words") if cut else "")

    def _show_attribution(self, quote: Quote) -> None:
        room = self._width - paint.PAD_LEFT - paint.PAD_RIGHT - self.edit.sizeHint().width()
        self.attribution.setText(attribution_line(quote, full=paint.meta_width(quote, self.fonts) > room))
        self.attribution.setVisible(bool(self.attribution.text()))
        self._show_details()

    def take_width(self, width: int) -> None:
        """Know how wide the card is going to be, in pixels."""
        if width != self._width:
            self._width = width
            if self.quote is not None:
                self._show_attribution(self.quote)
                self._show_cut()

    def show_related(self, wordings: Sequence[Wording], reasons: Sequence[str], bases: Bases, origins: int = 0) -> None:
        """Show how other versions (of so many origins) print it, and why it has its alerts."""
        self.reasons.setText("\n".join(reasons[:_REASONS]))
        self.reasons.setVisible(bool(reasons))
        self.wordings.show_wordings(wordings, bases, origins)
        self.sections.show_head("wordings", self.wordings.title.text() if wordings else "")
        self._show_details()

    def show_earlier(self, found: Sequence[Wording]) -> None:
        """Show quotes of other stories that are like this one."""
        self.earlier.show_wordings(found)
        self.sections.show_head("earlier", self.earlier.title.text() if found else "")

    def _show_details(self) -> None:
        known = [part for part in (self.attribution, self.reasons) if part.text()]
        self.sections.show_head("details", tr("Details") if known else "")

    def show_marked(self, standing: Standing | None, status: Status) -> None:
        """Say which words of whom the status was given to, where they are others since; None says nothing."""
        sentences = []
        if standing is not None and standing.words:
            words = f"“{shorten(standing.words, _MARKED)}”"
            sentences.append(
                tr(
                    "The ends were moved since. {status} were the words: {words}",
                    status=STATUS_WORD[status],
                    words=words,
                )
            )
        if standing is not None and standing.attribution is not None:
            sentences.append(
                tr(
                    "{status} when the speaker was: {speaker}",
                    status=STATUS_WORD[status],
                    speaker=_named(standing.attribution),
                )
            )
        self.marked_words.setText("\n".join(sentences))
        self.marked_words.setVisible(bool(sentences))

    def show_history(self, marks: Sequence[Mark], events: Sequence[QuoteEvent], me: str, *, fold: bool) -> None:
        by_hand = self.quote is not None and self.quote.by_hand
        self.history.show_entries(marks, events, me, fold=fold, by_hand=by_hand)

    def set_fonts(self, fonts: paint.Fonts) -> None:
        self.fonts = fonts
        if self.quote is not None:
            self.show_quote(self.quote, self._found, self._people)

    def set_writable(self, writable: bool, why_not: str) -> None:  # noqa: FBT001 - as in Qt's own setters
        self.verdict.set_writable(writable, why_not)
        self.fields.set_writable(writable, why_not)
        self.wordings.set_writable(writable)
        self.edit.setEnabled(writable)

    def open_form(self) -> None:
        if self.quote is not None and self.edit.isEnabled():
            self.form.open(self.quote, self._people)

    def _form_closed(self) -> None:
        self.left_by_key.emit()

    # -- Qt asks ---------------------------------------------------------------------------------------------------

    def height_for(self, width: int) -> int:
        """Return the height the card needs at a width, in pixels."""
        self._column.activate()
        return max(self._column.totalHeightForWidth(width), 60)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a part of the card does not want end here: the list below must not take them for its own."""
        status = status_for_key(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        elif status is not None and not self.fields.isAncestorOf(self.focusWidget() or self):
            if is_cannot_confirm_key(event):
                self.could_not_confirm.emit()
            else:
                self.typed.emit(status)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.quote is None:
            return
        viewport = self.parentWidget()
        owner = viewport.parentWidget() if viewport else None
        painter = QPainter(self)
        focused = owner is not None and owner.hasFocus()
        paint.draw_frame(painter, QRectF(self.rect()), self.quote.status, chosen=True, focused=focused)


def bulk_strip(parent: QWidget) -> tuple[QWidget, VerdictButtons]:
    """Three buttons for several chosen quotes."""
    strip = QWidget(parent)
    column = QVBoxLayout(strip)
    column.setContentsMargins(12, 5, 12, 6)
    verdict = VerdictButtons(strip)
    for status, each in verdict.buttons.items():
        each.setObjectName(f"quotes-{status}")
    verdict.reason.call("quotes-reason")
    verdict.basis.call("quotes-basis")
    verdict.open.call("quotes-open")
    column.addWidget(verdict)
    return strip, verdict
