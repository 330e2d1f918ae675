"""Question whether the recording of a source is to be opened at the time of the words; nothing is opened before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.desk.sources.recordings import recording_at
from desktop.text.display import time_code
from desktop.translation import tr
from desktop.ui.quotes.card.evidence_links import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.desk.sources.source_check import SourcePlace
    from desktop.ui.session.session import Session


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
