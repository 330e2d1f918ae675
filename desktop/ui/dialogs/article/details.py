"""Details of an article (headline, outlet, byline, date, address): correct them, or give them to pasted text."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from desktop.domain import Metadata
from desktop.translation import Text, tr
from desktop.ui import background
from desktop.ui.widgets.form_dialog import FormDialog
from desktop.ui.widgets.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Article, StoryId
    from desktop.ui.session.session import Session

_AT_ONCE = 60_000  # letters of a pasted text; what a longer one says of itself is read in the background
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_day(text: str) -> bool:
    """Say whether text is empty or a day like 2022-09-07."""
    if not text:
        return True
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


class MetadataForm(FormDialog):
    """Headline, outlet, byline, date and address."""

    def __init__(self, title: Text, sentence: str, metadata: Metadata, parent: QWidget, accept: str = "") -> None:
        super().__init__(title, sentence, parent, accept)
        self.title = self.line("meta-title", tr("&Headline"), metadata.title)
        self.outlet = self.line("meta-outlet", tr("&Outlet"), metadata.outlet, tr("not given"))
        self.byline = self.line("meta-byline", tr("&By"), metadata.byline, tr("not given"))
        self.published = self.line("meta-published", tr("&Date as printed"), metadata.published, tr("not given"))
        self.day = self.line("meta-day", tr("Da&y"), metadata.published_on, tr("year-month-day, e.g. 2022-09-07"))
        self.url = self.line("meta-url", tr("&Address"), metadata.url, tr("not given"))
        self.day.textChanged.connect(self._check)

    def metadata(self) -> Metadata:
        """Return what the fields say."""
        return Metadata(
            title=self.title.text().strip(),
            outlet=self.outlet.text().strip(),
            byline=self.byline.text().strip(),
            published=self.published.text().strip(),
            published_on=self.day.text().strip(),
            url=self.url.text().strip(),
        )

    def fill(self, metadata: Metadata) -> None:
        """Write into the lines that are still empty, and into which nobody wrote."""
        for line, words in (
            (self.title, metadata.title),
            (self.outlet, metadata.outlet),
            (self.byline, metadata.byline),
            (self.published, metadata.published),
            (self.day, metadata.published_on),
            (self.url, metadata.url),
        ):
            if not line.text() and not line.isModified():
                line.setText(words)

    def _check(self) -> None:
        good = is_day(self.day.text().strip())
        self.keep.setEnabled(good)
        self.day.setToolTip("" if good else tr("Please write the day as year-month-day, e.g. 2022-09-07."))


class DetailsDialog(MetadataForm):
    """Edit the details of one article."""

    def __init__(self, session: Session, article: Article, parent: QWidget) -> None:
        sentence = tr(
            "What you know of this article. An empty line means “not given”; the captured text never changes."
        )
        super().__init__(Text("Article details"), sentence, article.metadata, parent)
        self._session = session
        self._article = article
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        self._session.edit_metadata(self._article, self.metadata())


class PasteDialog(MetadataForm):
    """Look over pasted words before they come onto the desk; offsets and hashes are those of the words pasted."""

    def __init__(
        self,
        session: Session,
        text: str,
        story: StoryId | None,
        article: Article | None,
        parent: QWidget,
        html: str = "",
    ) -> None:
        sentence = tr(
            "The text is kept exactly as pasted. Lines you leave empty are filled only with what the text itself says."
        )
        stated = _metadata_of(text) if len(text) <= _AT_ONCE else Metadata()
        super().__init__(Text("Paste article"), sentence, stated, parent, accept=tr("Add"))
        if len(text) > _AT_ONCE:
            task = background.start(lambda _: _metadata_of(text), tr("Reading…"), self)
            task.done.connect(self.fill)
        self._session = session
        self._text = text
        self._html = html
        self._story = story
        self._article = article
        self.becomes = QComboBox()
        self.becomes.setObjectName("paste-becomes")
        self.becomes.addItem(tr("A new article"))
        if article is not None:
            self.becomes.addItem(tr("A new version of “{title}”", title=article.metadata.title[:60]))
        self.form.insertRow(0, tr("&This is"), self.becomes)
        shown = QPlainTextEdit()
        shown.setObjectName("paste-text")
        shown.setAccessibleName(tr("The pasted text"))
        ReadOnlyText(shown).show(partial(shown.setPlainText, text[:20_000]))
        shown.setProperty("look", "field")
        shown.setMinimumHeight(150)
        self.form.addRow(tr("Text"), shown)
        self.accepted.connect(self._add)

    def _add(self) -> None:
        version = self.becomes.currentIndex() == 1 and self._article is not None
        article = self._article.id if version and self._article is not None else None
        from desktop.ui.session.imports import import_text

        import_text(self._session, self._text, self.metadata(), self._story, article, self._html)


def _metadata_of(text: str) -> Metadata:
    """Return the metadata a text gives, or nothing if it cannot be read."""
    from desktop.domain import VerbatimError
    from desktop.intake.reading import read_text

    try:
        return read_text(text).metadata
    except VerbatimError:
        return Metadata()
