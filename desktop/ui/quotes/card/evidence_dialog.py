"""Dialog for the evidence of one quote: its pieces in a list, the parts of the chosen one in fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desktop.text.evidence import PRIMARY, SECONDARY, Evidence
from desktop.translation import Text, tr
from desktop.ui.quotes.card.evidence_links import label, link_in
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.form_dialog import FormDialog, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_RANKS = (("", Text("not said")), (PRIMARY, PRIMARY), (SECONDARY, SECONDARY))
_ROWS = 4  # lines of the list


class EvidenceDialog(FormDialog):
    """Every field may stay empty. A file that is to be kept has no hash yet: whoever listens reads it.

    Signals: agreed(object): a list of Evidence
    """

    agreed = Signal(object)

    def __init__(self, pieces: Sequence[Evidence], parent: QWidget, *, chosen: int = 0, keep: bool = True) -> None:
        sentence = tr("Where the words can be heard or read. Nothing has to be given, and each piece is a line.")
        super().__init__(Text("Evidence"), sentence, parent)
        self.setObjectName("evidence")
        self._pieces = list(pieces) or [Evidence()]
        self._row = -1  # the piece in the fields; -1 while they are filled
        self._keep_files = keep
        self.list = QListWidget()
        self.list.setObjectName("evidence-list")
        self.list.setAccessibleName(tr("Pieces of evidence"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setProperty("look", "field")
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * (_ROWS + 1) + 8)
        self.add_button = button(tr("&Add"), "evidence-add")
        self.remove_button = button(tr("&Remove"), "evidence-remove")
        self.what, self.page, self.time, self.contact = (Line() for _ in range(4))
        self.file_button = button(tr("&File…"), "evidence-choose-file")
        self.rank, self.file = QComboBox(), QComboBox()
        self.file_state = plain_label("", "faint")
        self.excerpt = GrowingField("evidence-excerpt", tr("Words there"), "", self)
        self._lay_out()
        for line in self._lines():
            line.textChanged.connect(self._edited)
        self.excerpt.textChanged.connect(self._edited)
        self.excerpt.confirmed.connect(self.accept)
        self.excerpt.left_by_key.connect(self.reject)
        self.rank.currentIndexChanged.connect(self._edited)
        self.file.activated.connect(self._edited)
        self.list.currentRowChanged.connect(self._show_piece)
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.file_button.clicked.connect(self._ask_file)
        self.accepted.connect(lambda: self.agreed.emit(self.pieces))
        self._fill(chosen)
        self.what.setFocus()

    @property
    def pieces(self) -> list[Evidence]:
        """The pieces that say something; `kept` without a hash: the file is to be kept."""
        return [piece for piece in self._pieces if piece.line()]

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.what, self.page, self.time, self.contact

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        for each in (self.add_button, self.remove_button):
            beside.addWidget(each)
        beside.addStretch(1)
        top, what = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.list, 1)
        top.addLayout(beside)
        what.addWidget(self.what, 1)
        what.addWidget(self.file_button)
        self.form.addRow(top)
        for value, words in _RANKS:
            self.rank.addItem(str(words) if isinstance(words, Text) else tr(words), value)
        self.file.addItem(tr("Keep a copy in the desk, with its SHA-256"), True)
        self.file.addItem(tr("Only refer to it where it lies, with its SHA-256"), False)
        contact = tr("how the source was reached; stays out of logs")
        self.contact.setPlaceholderText(contact)
        self.excerpt.setTabChangesFocus(True)
        rows = (
            (tr("&Link, file or source"), "evidence-what", self.what, what),
            (tr("&Kind"), "evidence-rank", self.rank, None),
            (tr("&Page"), "evidence-page", self.page, None),
            (tr("&Time code"), "evidence-time", self.time, None),
            (tr("&Words there"), "evidence-excerpt", self.excerpt, None),
            (tr("&Contact"), "evidence-contact", self.contact, None),
            (tr("Fi&le"), "evidence-file-kept", self.file, None),
        )
        for title, name, field, layout in rows:
            field.setObjectName(name)
            field.setAccessibleName(title.replace("&", ""))
            named = plain_label(title)
            named.setBuddy(field)
            self.form.addRow(named, layout or field)
        self.form.addRow("", self.file_state)

    # -- the list ------------------------------------------------------------------------------------------------------

    def _fill(self, row: int) -> None:
        self.list.clear()
        for piece in self._pieces:
            self.list.addItem(label(piece) or tr("New piece"))
        self.list.setCurrentRow(min(row, len(self._pieces) - 1))
        self._show_removable()

    def _show_removable(self) -> None:
        self.remove_button.setEnabled(bool(self._pieces) and self._pieces != [Evidence()])

    def _add(self) -> None:
        self._pieces.append(Evidence())
        self._fill(len(self._pieces) - 1)
        self.what.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._pieces[row]
        self._pieces = self._pieces or [Evidence()]
        self._fill(row)

    # -- the fields ----------------------------------------------------------------------------------------------------

    def _show_piece(self, row: int) -> None:
        self._row = -1
        if 0 <= row < len(self._pieces):
            piece = self._pieces[row]
            for line, text in zip(self._lines(), (piece.what, piece.page, piece.time, piece.contact), strict=True):
                line.setText(text)
                line.home(False)
            self.excerpt.setPlainText(piece.excerpt)
            self.rank.setCurrentIndex(self.rank.findData(piece.rank))
            self.file.setCurrentIndex(self.file.findData(piece.kept or self._keep_files))
            self._row = row
            self._show_file(piece)

    def _show_file(self, piece: Evidence) -> None:
        """Offer to keep a file that is named; say of one whose hash is known what is so."""
        url = link_in(piece.what)
        new = not piece.sha256 and url is not None and url.isLocalFile()
        self.form.setRowVisible(self.file, new)
        self.form.setRowVisible(self.file_state, bool(piece.sha256 or piece.more))
        digest = f"SHA-256 {piece.sha256[:16]}…" if piece.sha256 else ""
        state = tr("kept in the desk") if piece.kept else tr("referred to where it lies")
        known = [f"{state}, {digest}"] if digest else []
        self.file_state.setText("\n".join([*known, *piece.more]))

    def _edited(self) -> None:
        if self._row < 0:
            return
        former = self._pieces[self._row]
        what, page, time, contact = (line.text().strip() for line in self._lines())
        piece = replace(
            former, what=what, page=page, time=time, contact=contact, rank=str(self.rank.currentData()),
            excerpt=" ".join(self.excerpt.toPlainText().split()).strip("“”"),
        )  # fmt: skip
        url = link_in(what)
        if what != former.what or not piece.sha256:  # another file has another hash
            keep = bool(self.file.currentData())
            piece = replace(piece, sha256="", kept=keep and url is not None and url.isLocalFile())
        self._pieces[self._row] = piece
        item = self.list.item(self._row)
        if item is not None:
            item.setText(label(piece) or tr("New piece"))
        self._show_file(piece)
        self._show_removable()

    def _ask_file(self) -> None:
        files = QFileDialog(self, tr("File that shows it"))
        files.setObjectName("evidence-file")
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.fileSelected.connect(self.what.setText)
        files.open()
