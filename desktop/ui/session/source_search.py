"""Search of a story's quotes in its sources, on a worker thread; kept until quotes or sources are others."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.desk.sources.evidence_in_sources import changed_evidence, is_from_source, texts_of_sources
from desktop.desk.sources.source_check import Finder, InSources, languages_of, may_be_printed, read_sources, wording
from desktop.translation import tr
from desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.desk.sources.source_check import Source
    from desktop.domain import ArticleId, Quote, StoryId, VersionId
    from desktop.ui.session.session import Session

_CALM = 150  # ms in which changes gather before anything is read again
_BREATH = 0.002  # seconds that the worker leaves to the window
_WORK = 0.008  # ... after so many of its own


class QuotesInSources(QObject):
    """What the sources of the listed story print of its quotes.

    Signals: changed(): `found` is another
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.found = InSources()
        self.story: StoryId | None = None
        self.perhaps = False  # whether passages are looked for that perhaps say the same in other words
        self.task: background.Task | None = None
        self._key: object = None
        self._finder: tuple[object, Finder] | None = None
        self._later = QTimer(self, interval=_CALM, singleShot=True)
        self._later.timeout.connect(self._look)
        session.desk_changed.connect(self._forget)
        session.cuts_changed.connect(self._read_again)
        session.quotes_changed.connect(self._on_quotes)
        for signal in (session.articles_changed, session.pair.changed, session.pair.side_changed):
            signal.connect(self._later.start)

    def look_for_paraphrases(self, *, on: bool) -> None:
        """Look, or no longer, for passages that perhaps say in other words what no source prints."""
        self.perhaps = on
        self._read_again()

    def _read_again(self) -> None:
        self._key = None
        self._later.start()

    def _on_quotes(self, changed: Sequence[Quote]) -> None:
        """Other words, speakers or ends are looked for; of a mark only its evidence is of interest here."""
        desk, found = self._session.desk, self.found
        if desk is None or not desk.article_list.sources():
            return  # once there is one, everything is read
        if not changed or any(quote.deleted or self._is_new(quote) for quote in changed):
            self._read_again()
            return
        uids = {quote.uid for quote in changed}
        others = {uid: flag for uid, flag in found.changed.items() if uid not in uids}
        if any(is_from_source(quote.evidence) for quote in changed) or len(others) < len(found.changed):
            texts = texts_of_sources(desk)
            self._show(replace(found, texts=texts, changed=others | changed_evidence(changed, found.sources, texts)))

    def _is_new(self, quote: Quote) -> bool:
        return may_be_printed(quote) and self.found.wordings.get(quote.uid) != wording(quote)

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
            self.task = None
            self._session.work_changed.emit()

    def _forget(self) -> None:
        self._stop()
        self._key = self._finder = self.story = None
        self._show(InSources())
        self._later.start()

    def _look(self) -> None:
        """Look for the quotes of the listed story, unless nothing changed."""
        desk, listed = self._session.desk, self._session.pair.listed
        if desk is None or listed is None:
            return
        line = desk.article_list.state().lines.get(listed.info.article_id)
        self.story = line.story_id if line is not None else desk.article(listed.info.article_id).story_id
        details = desk.article_list.sources()
        articles = desk.articles(story=self.story) if details else []
        key = (desk.uid, [(each.id, each.newest, each.metadata.title, details.get(each.id)) for each in articles])
        if key == self._key:
            return
        self._key = key
        quotes = desk.story_quotes(self.story)
        texts = texts_of_sources(desk) if any(is_from_source(quote.evidence) for quote in quotes) else {}
        if any(article.id in details for article in articles):
            self._start(read_sources(desk, self.story), quotes, texts, languages_of(desk, self.story))
        else:
            self._stop()
            self._show(InSources(texts=texts, changed=changed_evidence(quotes, (), texts)))

    def _start(
        self,
        sources: Sequence[Source],
        quotes: Sequence[Quote],
        texts: Mapping[str, ArticleId],
        languages: Mapping[VersionId, str],
    ) -> None:
        self._stop()
        known = self._finder[1] if self._finder is not None and self._finder[0] == _key(sources) else None
        request = InSources(tuple(sources), texts=texts, languages=languages)
        perhaps = self.perhaps
        # The task may outlive this window, and with it what hears of its end.
        task = self.task = background.start(
            lambda task: _search(task, quotes, request, known, perhaps=perhaps),
            tr("Looking for quotes in sources"),
            QApplication.instance() or self,
        )
        task.done.connect(self._take)
        task.failed.connect(self._failed)
        task.ended.connect(self._ended)
        task.ended.connect(task.deleteLater)
        self._session.work_changed.emit()

    def _take(self, done: tuple[Finder, InSources] | None) -> None:
        if self.sender() is self.task and done is not None:
            finder, found = done
            self._finder = (_key(found.sources), finder)
            self._show(found)

    def _failed(self, error: object) -> None:
        if self.sender() is self.task:
            self._session.failed.emit(tr("The quotes could not be looked for in the sources: {error}", error=error))

    def _ended(self) -> None:
        if self.sender() is self.task:
            self.task = None
            self._session.work_changed.emit()

    def _show(self, found: InSources) -> None:
        if found != self.found:
            self.found = found
            self.changed.emit()


def _key(sources: Sequence[Source]) -> list[object]:
    return [(source.key, source.title, source.details) for source in sources]


def _search(
    task: background.Task, quotes: Sequence[Quote], request: InSources, known: Finder | None, *, perhaps: bool
) -> tuple[Finder, InSources] | None:
    """Look for quotes one after the other; None if nobody wants to know any more."""
    finder = known or Finder(request.sources)
    printable = [quote for quote in quotes if may_be_printed(quote)]
    changed = changed_evidence(quotes, request.sources, request.texts)
    found = replace(request, wordings={quote.uid: wording(quote) for quote in printable}, changed=changed)
    begun = monotonic()
    for done, quote in enumerate(printable):
        if task.cancelled():
            return None
        language = request.languages.get(quote.version_id, "")
        place, near = finder.find(quote, language)
        if place is not None:
            found.places[quote.uid] = place
            _ = place.difference, place.where  # worked out here, not where they are painted
        elif near is not None:
            found.nearest[quote.uid] = near
        if place is None and perhaps and (other := finder.paraphrase(quote, language)) is not None:
            found.perhaps[quote.uid] = other
            _ = other.where
        task.report_progress(done, len(printable), "")
        if monotonic() - begun > _WORK:
            task.pause(_BREATH)
            begun = monotonic()
    return finder, found
