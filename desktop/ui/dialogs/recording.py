"""Question whether the recording of a source is to be opened at the time of the words; nothing is opened before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from desktop.desk.recordings import recording_at
from desktop.text.display import time_code
from desktop.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.desk.source_check import SourcePlace
    from desktop.ui.session.session import Session


def ask_to_hear(session: Session, place: SourcePlace | None, parent: QWidget) -> None:
    """Ask whether the words of a source are to be heard, or say why they cannot be."""
    desk = session.desk
    if place is None or desk is None:
        session.said.emit(tr("No place in the sources of this story was found for this quote."))
        return
    seconds = place.seconds
    if seconds is None:
        session.said.emit(tr("“{source}” names no times.", source=place.source.title))
        return
    article = desk.article(place.source.version.info.article_id)
    recording = recording_at(place.source, seconds, article.metadata.url)
    if recording is None:
        session.said.emit(
            tr(
                "No recording of “{source}” is known. Give its address in the details (Ctrl+E), or lay the file beside"
                " the captions, under the same name.",
                source=place.source.title,
            )
        )
        return
    at = time_code(seconds)
    ask = QMessageBox(parent)
    ask.setObjectName("recording-open")
    ask.setTextFormat(Qt.TextFormat.PlainText)
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.setIcon(QMessageBox.Icon.Question)
    if recording.path is not None:
        url = QUrl.fromLocalFile(str(recording.path))
        ask.setText(tr("Open this recording in the player? The words are at {time}.", time=at))
        ask.setInformativeText(str(recording.path))
    else:
        url = QUrl(recording.address)
        ask.setText(tr("Open the recording on {host} at {time} in the web browser?", host=url.host(), time=at))
        ask.setInformativeText(url.toDisplayString())
    yes = ask.addButton(tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    yes.setObjectName("recording-open-yes")
    ask.addButton(QMessageBox.StandardButton.Cancel)
    ask.accepted.connect(lambda: QDesktopServices.openUrl(url))
    ask.accepted.connect(lambda: session.said.emit(tr("The words are at {time}.", time=at)))
    ask.open()
