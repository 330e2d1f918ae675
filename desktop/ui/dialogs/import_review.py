"""Review sheet of an import: what came of each file, what is stated of it, what was cut, and what to look at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import AddOutcome
from desktop.text.display import one_line, shorten
from desktop.translation import Text, shown, tr, tr_as, tr_n
from desktop.ui.dialogs.article.details import is_day
from desktop.ui.session.imports import later_sentence
from desktop.ui.widgets.basics import bold, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.domain import Added, Article, ArticleId, Cut, Fact, Version
    from desktop.ui.session.imports import ImportReport
    from desktop.ui.session.session import Session

_FIELDS = {
    "title": Text("Headline"),
    "outlet": Text("Outlet"),
    "byline": Text("By"),
    "published": Text("Date as printed"),
    "published_on": Text("Day"),
    "url": Text("Address"),
}
_OUTCOMES = {
    AddOutcome.NEW_ARTICLE: Text("added"),
    AddOutcome.NEW_VERSION: Text("new version"),
    AddOutcome.SAME: Text("was already here"),
}
_PASSAGE = 300  # code points shown of a passage
_MOST = 40  # passages listed one by one
_MOST_OFFERS = 3  # of a field


class ImportReview(QDialog):
    """The files on the left, the chosen one on the right; does not stop the window.

    Signals: again(list[Path]): the user wants to try these files again
    """

    again = Signal(list)
    hidden_requested = Signal(object)  # VersionId: list all hidden passages of this version
    read_as_requested = Signal(object)  # VersionId: read its original another way
    join_requested = Signal(object, object)  # ArticleId, ArticleId: make the first later versions of the second

    def __init__(self, session: Session, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._report = report
        self.setWindowTitle(tr("Review of the import"))
        self.setObjectName("import-review")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(960, parent.width() - 40), min(640, parent.height() - 40))
        self.files = QListWidget()
        self.files.setObjectName("review-files")
        self.files.setAccessibleName(tr("Files of the import"))
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long headlines are cut at …
        self.files.setStyleSheet("QListWidget::item { padding: 6px 8px; }")
        self.page = QScrollArea()
        self.page.setObjectName("review-page")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidgetResizable(True)
        parts = QSplitter()
        parts.addWidget(self.files)
        parts.addWidget(self.page)
        parts.setSizes([300, 660])
        parts.setStretchFactor(1, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        self._try_again = button(tr("Try again"), "review-again")
        self._try_again.clicked.connect(self._ask_again)
        self.buttons.addButton(self._try_again, QDialogButtonBox.ButtonRole.ActionRole)
        self._try_again.setVisible(bool(report.again))  # the box shows what it is given
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(plain_label(report.sentence()))
        column.addWidget(parts, 1)
        column.addWidget(self.buttons)
        self._fill()
        self.files.currentRowChanged.connect(self._show)
        self.files.setCurrentRow(self._first())
        self.files.setFocus()

    def _fill(self) -> None:
        for added in self._report.added:
            name = self._report.names.get(added.version_id, "")
            self.files.addItem(QListWidgetItem(f"{shorten(added.title or name, 90)}\n{self._outcome(added)}"))
        for name, sentence in self._report.failed:
            item = QListWidgetItem(f"{name}\n{tr('could not be read')}")
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, sentence)
            self.files.addItem(item)

    def _outcome(self, added: Added) -> str:
        words = str(_OUTCOMES[added.outcome])
        if added.outcome is AddOutcome.SAME:
            return words
        quotes = tr_n("{count} quote", "{count} quotes", added.quotes)
        looks = self._report.looks.get(added.version_id, 0)
        return f"{words}, {quotes}" + (f" · {tr('to look at')}" if looks else "")

    def _first(self) -> int:
        """Return the first that needs a look: a file that was not read, then one with something to look at."""
        if self._report.failed:
            return len(self._report.added)
        rows = (row for row, added in enumerate(self._report.added) if self._report.looks.get(added.version_id))
        return next(rows, 0)

    def _show(self, row: int) -> None:
        desk, added = self._session.desk, self._report.added
        if row < 0 or desk is None:
            return
        if row >= len(added):
            self.page.setWidget(_refusal(self._report.failed[row - len(added)]))
            return
        version = desk.version(added[row].version_id)
        article = desk.article(version.info.article_id)
        facts = desk.version_detail(version.id).facts
        page = VersionPage(self._session, article, version, facts, self._report.notices_of(added[row]))
        later = self._report.later_of.get(version.id)
        if later is not None and article.id != later.article:
            page.offer_join(later_sentence(later), partial(self._join, row, article.id, later.article))
        page.hidden_requested.connect(self.hidden_requested)
        page.read_as_requested.connect(self.read_as_requested)
        page.changed.connect(partial(self._show, row))
        self.page.setWidget(page)

    def _join(self, row: int, article: ArticleId, into: ArticleId) -> None:
        self.join_requested.emit(article, into)
        self._show(row)

    def _ask_again(self) -> None:
        self.again.emit(list(self._report.again))
        self.accept()


class VersionPage(QWidget):
    """What is known of one version: fields to accept or correct, what to look at, how it was read.

    Signals: hidden_requested(VersionId), read_as_requested(VersionId), changed(): another page has to be made of it
    """

    hidden_requested = Signal(object)
    read_as_requested = Signal(object)
    changed = Signal()

    def __init__(
        self, session: Session, article: Article, version: Version, facts: Sequence[Fact], notices: Sequence[str]
    ) -> None:
        super().__init__()
        self._session = session
        self._article = article
        self._version = version
        self.fields: dict[str, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(self._form(facts))
        for widget in self._looks(notices):
            column.addWidget(widget)
        column.addWidget(self._how())
        column.addStretch(1)

    def offer_join(self, sentence: str, join: Callable[[], None]) -> None:
        """Say on top that it looks like a later version, with the button that makes it one."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(_sentence(sentence), 1)
        make = button(tr("Make it one"), "review-join")
        make.setEnabled(self._session.writable)
        make.clicked.connect(join)
        line.addWidget(make, 0, Qt.AlignmentFlag.AlignTop)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, row)

    def _form(self, facts: Sequence[Fact]) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, label in _FIELDS.items():
            field = _offers(name, getattr(self._article.metadata, name), [fact for fact in facts if fact.field == name])
            field.setEnabled(self._session.writable)
            field.activated.connect(partial(self._keep, name))
            edit = field.lineEdit()
            if edit is not None:
                edit.editingFinished.connect(partial(self._keep, name))
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(field)
            rows = list(self._offered(name, facts))
            listed = [fact for fact in facts if fact.field == name and not (rows and fact.offered)]
            if stated := _where_stated(field.currentText(), listed):
                cell.addWidget(plain_label(stated, "faint"))
            for row in rows:
                cell.addWidget(row)
            form.addRow(str(label), cell)
            self.fields[name] = field
        return form

    def _offered(self, name: str, facts: Sequence[Fact]) -> Iterator[QWidget]:
        """Show what is only offered for a field that holds nothing, each with the button that takes it."""
        offers = [fact for fact in facts if fact.field == name and fact.offered]
        if getattr(self._article.metadata, name):
            return
        for fact in offers[:_MOST_OFFERS]:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            words = tr("{value} ({origin})", value=shorten(fact.value, 90), origin=tr(fact.origin))
            label = plain_label(words)
            label.setWordWrap(True)
            take = button(tr_as("offer", "Take"), f"review-take-{name}")
            take.setAccessibleDescription(words)
            take.setEnabled(self._session.writable)
            take.clicked.connect(partial(self._take, name, fact.value))
            line.addWidget(label, 1)
            line.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
            yield row

    def _take(self, name: str, value: str) -> None:
        """Fill a field with what is offered for it."""
        self.fields[name].setEditText(value)
        self._keep(name)
        self.changed.emit()

    def _keep(self, name: str, *_: object) -> None:
        """Take what stands in a field; a day that is none is not taken."""
        value = self.fields[name].currentText().strip()
        if name == "published_on" and not is_day(value):
            self.fields[name].setEditText(self._article.metadata.published_on)
            return
        metadata = replace(self._article.metadata, **{name: value})
        if metadata != self._article.metadata:
            self._session.edit_metadata(self._article, metadata)
            self._article = replace(self._article, metadata=metadata)

    def _looks(self, notices: Sequence[str]) -> Iterator[QWidget]:
        inner = self._version.inner_cuts
        if notices or inner:
            heading = plain_label(tr("To look at"))
            heading.setFont(bold(heading.font()))
            yield heading
        for notice in notices:
            yield _sentence(shown(notice))
        for cut in inner[:_MOST]:
            yield self._passage(cut)
        if len(inner) > _MOST:
            yield _sentence(tr_n("{count} more inside the text", "{count} more inside the text", len(inner) - _MOST))
        if self._version.cuts:
            words = sum(len(cut.span.of(self._version.text).split()) for cut in self._version.cuts)
            count = tr_n("{count} passage", "{count} passages", len(self._version.cuts))
            all_cuts = tr_n("{passages} with {count} word", "{passages} with {count} words", words, passages=count)
            hidden = button(tr("Hidden passages: {what}…", what=all_cuts), "review-hidden")
            hidden.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            hidden.clicked.connect(lambda: self.hidden_requested.emit(self._version.id))
            yield hidden

    def _passage(self, cut: Cut) -> QWidget:
        """Show a passage that was cut between words that stay, with the button that brings it back."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = shorten(cut.span.of(self._version.text), _PASSAGE)
        label = plain_label(f"{tr(cut.why)}: {words}")
        label.setWordWrap(True)
        line.addWidget(label, 1)
        turn = button(tr("Hide again") if cut.restored else tr("Bring back"), "review-turn")
        turn.setEnabled(self._session.writable)
        turn.setAccessibleDescription(words)
        turn.clicked.connect(partial(self._turn, cut))
        line.addWidget(turn, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _turn(self, cut: Cut) -> None:
        decide = self._session.hide_passage if cut.restored else self._session.show_passage
        if decide(self._version, cut.span):
            self.changed.emit()

    def _how(self) -> QWidget:
        info = self._version.info
        words = tr_n("{count} word", "{count} words", info.words)
        line = tr(
            "Read as {reader}, encoding {encoding}; {words}. From {source}.",
            reader=info.extractor,
            encoding=info.encoding,
            words=words,
            source=one_line(info.source),
        )
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(_sentence(line, "faint"), 1)
        other = button(tr("Read as…"), "review-read-as")
        other.setEnabled(self._session.writable)
        other.clicked.connect(lambda: self.read_as_requested.emit(self._version.id))
        beside.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _offers(name: str, value: str, facts: Sequence[Fact]) -> QComboBox:
    """Return a field with what is stated for it, each with where it is stated; a click takes one."""
    field = QComboBox()
    field.setObjectName(f"review-{name}")
    field.setEditable(True)
    field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(24)
    field.addItem(value)
    origins = [tr("{value} ({origin})", value=fact.value, origin=tr(fact.origin)) for fact in facts]
    for fact, origin in zip(facts, origins, strict=True):
        if field.findText(fact.value) < 0:
            field.addItem(fact.value)
        field.setItemData(field.findText(fact.value), origin, Qt.ItemDataRole.AccessibleDescriptionRole)
    edit = field.lineEdit()
    if edit is not None:
        edit.setPlaceholderText(tr("not given"))
        edit.setCursorPosition(0)
    field.setAccessibleDescription("; ".join(origins))
    return field


def _where_stated(value: str, facts: Sequence[Fact]) -> str:
    """Say where the source states a value, and how many other values it states."""
    origins = ", ".join(dict.fromkeys(tr(fact.origin) for fact in facts if fact.value == value))
    others = len({fact.value for fact in facts} - {value})
    parts = [tr("stated in: {origins}", origins=origins)] if origins else []
    if others:
        parts.append(tr_n("{count} other offer in the list", "{count} other offers in the list", others))
    return " · ".join(parts)


def _refusal(failed: tuple[str, str]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(_sentence(failed[1]))
    column.addStretch(1)
    return page


def _sentence(text: str, look: str = "") -> QWidget:
    label = plain_label(text, look)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
