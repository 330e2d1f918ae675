"""Links in evidence: which pieces can be opened, their names in a menu, the question before."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from desktop.text.display import shorten
from desktop.text.evidence import read_evidence
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from desktop.text.evidence import Evidence

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_PATH = re.compile(r"(?:file://|~?/|[A-Za-z]:[\\/])[^\n]+")
# Opened by what the system has for them; of any other file only the folder is shown, for opening it might run it.
_DOCUMENTS = (".pdf", ".txt", ".md", ".csv", ".srt", ".vtt", ".docx", ".odt", ".rtf", ".xlsx", ".ods", ".eml")
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".webm")


def link_in(text: str) -> QUrl | None:
    """Return the first address of a page (http or https) in a text, or the file that it names; None if there is none.

    Whether the file is there is not looked up: its disk may be slow.
    """
    found = _ADDRESS.search(text)
    if found is not None:
        url = QUrl(found.group().rstrip(".,;:!?)’”'"), QUrl.ParsingMode.StrictMode)
        return url if url.isValid() and url.host() else None
    path = _PATH.match(text.strip())
    if path is None:
        return None
    named = path.group().strip()
    url = QUrl(named) if named.startswith("file://") else QUrl.fromLocalFile(str(Path(named).expanduser()))
    return url if url.isLocalFile() and not url.host() else None


def openable(text: str) -> list[Evidence]:
    """Return the pieces of an evidence text that name a page or a file."""
    return [piece for piece in read_evidence(text) if piece.kept or link_in(piece.what) is not None]


def dropped_urls(data: QMimeData) -> list[QUrl]:
    """Return the files and pages that are dragged; a text counts where it is an address and nothing else."""
    if data.hasUrls():
        return [url for url in data.urls() if url.isLocalFile() or url.scheme() in {"http", "https"}]
    words = data.text().strip() if data.hasText() else ""
    url = link_in(words) if _ADDRESS.fullmatch(words) else None
    return [url] if url is not None else []


def label(piece: Evidence) -> str:
    """Return a piece of evidence in a few words: host or file, page, time code."""
    url = link_in(piece.what)
    where = shorten(piece.what)
    if url is not None:
        where = Path(url.toLocalFile()).name if url.isLocalFile() else f"{url.host()}{shorten(url.path(), 24)}"
    parts = (
        where,
        tr("p. {page}", page=piece.page) if piece.page else "",
        piece.time,
        tr(piece.rank) if piece.rank else "",
    )
    return " · ".join(part for part in parts if part)


def is_document(name: str) -> bool:
    """Say whether a file of this name is opened by what the system has for it."""
    return Path(name).suffix.lower() in (*_DOCUMENTS, *_MEDIA)


def ask_to_open(piece: Evidence, window: QWidget, then: Callable[[QUrl], object] = QDesktopServices.openUrl) -> None:
    """Ask whether the page or file of a piece is to be opened, or its folder shown; `then` does it."""
    url = link_in(piece.what)
    if url is not None:
        opened, question, where = _question(url)
        ask(window, question, where, lambda: then(opened))


def ask(window: QWidget, question: str, where: str, then: Callable[[], object]) -> None:
    """Ask before something is opened."""
    box = QMessageBox(window)
    box.setObjectName("evidence-open")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(question)
    box.setInformativeText(where)
    yes = box.addButton(tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    yes.setObjectName("evidence-open-yes")
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.accepted.connect(then)
    box.open()


def _question(url: QUrl) -> tuple[QUrl, str, str]:
    """Return what would be opened, the question, and the whole address."""
    if not url.isLocalFile():
        return url, tr("Open this page of {host} in the web browser?", host=url.host()), url.toDisplayString()
    path = Path(url.toLocalFile())
    if is_document(path.name):
        return url, tr("Open this file?"), str(path)
    folder = QUrl.fromLocalFile(str(path.parent))
    return folder, tr("Show the folder of this file? Files of this kind are not opened from here."), str(path)
