"""What do pasted words become? A new article, or a new version of the chosen one, with details to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from desktop.domain import Metadata
from desktop.ui.dialogs.details import MetadataForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Article, StoryId
    from desktop.ui.session.session import Session


class PasteDialog(MetadataForm):
    """Look over pasted words before they come onto the desk; offsets and hashes are those of the words pasted."""

    def __init__(
        self, session: Session, text: str, story: StoryId | None, article: Article | None, parent: QWidget
    ) -> None:
        said = (
            "The text is kept exactly as pasted. Lines you leave empty are filled only with what the text itself says."
        )
        super().__init__("Paste article", said, _told(text), parent, accept="Add")
        self._session = session
        self._text = text
        self._story = story
        self._article = article
        self.becomes = QComboBox()
        self.becomes.setObjectName("paste-becomes")
        self.becomes.addItem("A new article")
        if article is not None:
            self.becomes.addItem(f"A new version of “{article.metadata.title[:60]}”")
        self.form.insertRow(0, "&This is", self.becomes)
        shown = QPlainTextEdit(text[:20_000])
        shown.setObjectName("paste-text")
        shown.setAccessibleName("The pasted text")
        shown.setReadOnly(True)
        shown.setProperty("look", "field")
        shown.setMinimumHeight(150)
        self.form.addRow("Text", shown)
        self.accepted.connect(self._add)

    def _add(self) -> None:
        version = self.becomes.currentIndex() == 1 and self._article is not None
        article = self._article.id if version and self._article is not None else None
        from desktop.ui.session.imports import import_text

        import_text(self._session, self._text, self.metadata(), self._story, article)


def _told(text: str) -> Metadata:
    """Return what the text tells of itself, or nothing if it cannot be read."""
    from desktop.domain import VerbatimError
    from desktop.intake.reading import read_text

    try:
        return read_text(text).metadata
    except VerbatimError:
        return Metadata()
