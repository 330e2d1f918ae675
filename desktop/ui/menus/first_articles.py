"""First articles: chosen, dropped or pasted while no desk is open; then it is asked where to keep the new desk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.translation import tr
from desktop.ui.menus import file_dialogs
from desktop.ui.menus.clipboard_words import words_of
from desktop.ui.widgets import file_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.ui.settings import Settings
    from desktop.ui.widgets.message_bar import MessageBar

_NAME = 48  # letters of a headline in the name of a file


class FirstArticles(QObject):
    """What the start page takes.

    `make_desk` makes and opens a desk at a path and says whether that was done; `add` takes files or words into it.
    """

    def __init__(
        self,
        settings: Settings,
        message: MessageBar,
        window: QWidget,
        *,
        make_desk: Callable[[Path], bool],
        open_desk: Callable[[Path], bool],
        add: Callable[[QMimeData], None],
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._message = message
        self._window = window
        self._make_desk = make_desk
        self._open_desk = open_desk
        self._add = add

    def ask_add(self) -> None:
        """Ask which files, then where the desk is to be kept."""
        self._ask_texts(tr("Import articles"), QFileDialog.FileMode.ExistingFiles)

    def ask_add_folder(self) -> None:
        self._ask_texts(tr("Import a folder of articles"), QFileDialog.FileMode.Directory)

    def _ask_texts(self, title: str, mode: QFileDialog.FileMode) -> None:
        former = self._settings.text("import/folder")
        folder = file_places.beginning(Path(former) if former else None, self._settings.own_folder)
        files = QFileDialog(self._window, title, str(folder), file_dialogs.texts())
        files.setObjectName("add-files")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(mode)
        files.filesSelected.connect(self._chosen)
        files.open()

    def _chosen(self, names: list[str]) -> None:
        self._settings.set_text("import/folder", str(Path(names[0]).parent))
        articles = QMimeData()
        articles.setUrls([QUrl.fromLocalFile(name) for name in names])
        self.take(articles)

    def paste(self) -> None:
        """Take the words or files in the clipboard."""
        self.take(QApplication.clipboard().mimeData() or QMimeData())

    def take(self, mime: QMimeData) -> None:
        """Take dropped or pasted files and words: open a desk, or ask where to keep the desk that is made for them."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        desks = [path for path in paths if path.suffix == ".desk"]
        if desks:
            self._open_desk(desks[0])
        elif paths:
            self._ask_where(_copied(mime), paths[0].stem if len(paths) == 1 else paths[0].parent.name)
        elif words := words_of(mime).strip():
            self._ask_where(_copied(mime), words.splitlines()[0])
        else:
            self._message.say(tr("There is nothing here that can become an article: neither files nor words."))

    def _ask_where(self, articles: QMimeData, about: str) -> None:
        recent = self._settings.recent
        folder = file_places.beginning(recent[0].parent if recent else None, self._settings.own_folder)
        title = tr("Where should the new desk be kept?")
        files = file_places.ask_place(
            self._window, title, "new-desk-file", _free(folder, about), str(file_dialogs.DESKS)
        )
        # Making a desk never replaces a file; the store refuses with a sentence.
        files.setOption(QFileDialog.Option.DontConfirmOverwrite)
        files.fileSelected.connect(lambda path: self._begin(Path(path), articles))
        files.open()

    def _begin(self, path: Path, articles: QMimeData) -> None:
        if self._make_desk(path):
            self._add(articles)


def _copied(mime: QMimeData) -> QMimeData:
    """Return a copy that is ours: the clipboard and a drop take theirs away."""
    copied = QMimeData()
    if mime.hasUrls():
        copied.setUrls(mime.urls())
    if mime.hasText():
        copied.setText(mime.text())
    if mime.hasHtml():
        copied.setHtml(mime.html())
    return copied


def _free(folder: Path, about: str) -> Path:
    """Return a path for a desk about something, with a name that no file has."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", about[: 4 * _NAME])
    name = " ".join(name.split())[:_NAME].strip(" .") or tr("Articles")
    names = (f"{name}{f' {number}' if number > 1 else ''}.desk" for number in range(1, 10_000))
    return next(folder / each for each in names if not (folder / each).exists())
