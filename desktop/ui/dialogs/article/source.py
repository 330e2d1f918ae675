"""Source of quotes: naming an article as one, its kind, place and speakers; its recording, opened after a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop.desk.sources.recordings import recording_at
from desktop.domain import SourceDetails, SourceKind
from desktop.text.display import time_code
from desktop.translation import Text, tr
from desktop.ui.quotes.card.evidence_links import ask
from desktop.ui.session.commands.articles import NameSource
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.desk.sources.source_check import SourcePlace
    from desktop.domain import Article, Version
    from desktop.ui.session.session import Session

_KINDS = tuple(SourceKind)


def proposed_kind(extractor: str) -> SourceKind:
    """Return what kind of source a file is most likely, by what it was read with."""
    return SourceKind.CAPTIONS if extractor.startswith("captions ") else SourceKind.TRANSCRIPT


def offered_kind(version: Version, *, look: bool = True) -> SourceKind | None:
    """Return as what a text that was just added is offered as a source; None for what looks like an article.

    Words are looked at only if `look`.
    """
    if version.info.extractor.startswith("captions "):
        return SourceKind.CAPTIONS
    from desktop.text.sources.speech import looks_like_transcript

    return SourceKind.TRANSCRIPT if look and looks_like_transcript(version.text) else None


class SourceDialog(FormDialog):
    """Name an article a source of its story, or make a source an article again."""

    def __init__(self, session: Session, article: Article, parent: QWidget) -> None:
        sentence = tr(
            "Quotes of the story are looked for in its sources. What a source itself puts in quotation marks"
            " is not among the quotes to check."
        )
        super().__init__(Text("Source of the story"), sentence, parent)
        self._session = session
        self._article = article
        desk = session.desk
        assert desk is not None
        former = desk.article_list.sources().get(article.id)
        details = former or SourceDetails(proposed_kind(desk.version(article.newest).info.extractor))
        self.kind = QComboBox()
        self.kind.setObjectName("source-kind")
        for kind in _KINDS:
            self.kind.addItem(tr(kind))
        self.kind.addItem(tr("no source: an article"))
        self.kind.setCurrentIndex(_KINDS.index(details.kind))
        self.form.addRow(tr("&This is"), self.kind)
        self.primary = QCheckBox(tr("&Primary: it holds the words themselves, not a report of them"))
        self.primary.setObjectName("source-primary")
        self.primary.setChecked(details.primary)
        self.form.addRow("", self.primary)
        self.place = self.line("source-place", tr("P&lace"), details.place, tr("not given"))
        self.speakers = self.line("source-speakers", tr("&Who speaks"), details.speakers, tr("not given"))
        self._former = former
        self.accepted.connect(self._keep)

    def details(self) -> SourceDetails | None:
        """Return what the fields say; None for an article."""
        if self.kind.currentIndex() >= len(_KINDS):
            return None
        kind = _KINDS[self.kind.currentIndex()]
        place, speakers = self.place.text().strip(), self.speakers.text().strip()
        return SourceDetails(kind, self.primary.isChecked(), place, speakers)

    def _keep(self) -> None:
        if self.details() != self._former:
            self._session.do(NameSource(self._session, self._article, self.details()))


def ask_to_hear(session: Session, place: SourcePlace | None, parent: QWidget) -> None:
    """Ask whether the words of a source are to be heard, or say why they cannot be."""
    desk = session.desk
    if place is None or desk is None:
        session.announced.emit(tr("No place in the sources of this story was found for this quote."))
        return
    seconds = place.seconds
    if seconds is None:
        session.announced.emit(tr("“{source}” names no times.", source=place.source.title))
        return
    article = desk.article(place.source.version.info.article_id)
    recording = recording_at(place.source, seconds, article.metadata.url)
    if recording is None:
        session.announced.emit(
            tr(
                "No recording of “{source}” is known. Give its address in the details (Ctrl+E), or lay the file beside"
                " the captions, under the same name.",
                source=place.source.title,
            )
        )
        return
    at = time_code(seconds)
    if recording.path is not None:
        url, where = QUrl.fromLocalFile(str(recording.path)), str(recording.path)
        question = tr("Open this recording in the player? The words are at {time}.", time=at)
    else:
        url = QUrl(recording.address)
        where = url.toDisplayString()
        question = tr("Open the recording on {host} at {time} in the web browser?", host=url.host(), time=at)

    def hear() -> None:
        QDesktopServices.openUrl(url)
        session.announced.emit(tr("The words are at {time}.", time=at))

    ask(parent, question, where, hear)
