"""Search of a story's quotes in its sources, on a worker thread; kept until quotes or sources are others.

The quotes of the listed version are looked for first. Those of the other articles wait until nobody has done anything
for a while, or until something asks for them: a list of theirs, a source that is read.
"""

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
    from collections.abc import Collection, Sequence

    from desktop.desk.sources.source_check import Source
    from desktop.domain import Quote, StoryId, VersionId
    from desktop.ui.session.session import Session

_CALM = 150  # ms in which changes gather before anything is read again
_IDLE = 2_000  # ms without any act after which the quotes of the other articles are looked for
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
        self._finder: tuple[object, bool, Finder] | None = None  # for which sources, and whether `perhaps` was on
        self._versions: frozenset[VersionId] = frozenset()  # the newest ones of the story
        self._quotes: dict[str, Quote] = {}  # of these, by uid, all that sources may print; marks may be older
        self._sought: frozenset[str] = frozenset()  # the quotes (uids) of the last search, also where it was cancelled
        self._marked: dict[str, Quote] = {}  # since that began, by uid
        self._hurried = False  # the others are to follow at once
        self._later = QTimer(self, interval=_CALM, singleShot=True)
        self._later.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(lambda: self._begin(whole=True))
        self._whole = False  # what `_begin` was called for, where it goes on in another turn
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(lambda: self._begin(whole=self._whole))
        session.desk_changed.connect(self._forget)
        session.cuts_changed.connect(self._read_again)
        session.quotes_changed.connect(self._on_quotes)
        for signal in (session.articles_changed, session.pair.changed, session.pair.side_changed):
            signal.connect(self._later.start)
        session.pair.comparison_changed.connect(self._put_off)
        for signal in (session.quotes_changed, session.pair.quote_selected):
            signal.connect(self._wait)

    @property
    def complete(self) -> bool:
        """Whether the quotes of all articles of the story were looked for."""
        return self._quotes.keys() <= self.found.searched

    def hurry(self) -> None:
        """Look for the quotes of all articles of the story at once: somebody asks for them."""
        if self._rest.isActive():
            self._rest.start(0)
        elif self.task is not None:
            self._hurried = True

    def _wait(self) -> None:
        """Leave the computer to whoever works on the desk."""
        if self._rest.isActive():
            self._rest.start(_IDLE)

    def _put_off(self) -> None:
        """Look later where that is still to come: to compare the texts may have taken all the time until then."""
        if self._later.isActive():
            self._later.start()

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
        if desk is None:
            return
        if not changed or any(quote.deleted or self._is_new(quote) for quote in changed):
            self._read_again()
            return
        if self.task is not None:
            self._marked.update((quote.uid, quote) for quote in changed)
        self._show(self._with_evidence(found, changed))

    def _with_evidence(self, found: InSources, marked: Collection[Quote]) -> InSources:
        """Return what was found, with what is to be said of the evidence of these quotes as they are now."""
        desk, uids = self._session.desk, {quote.uid for quote in marked}
        others = {uid: flag for uid, flag in found.changed.items() if uid not in uids}
        has_evidence = len(others) < len(found.changed) or any(is_from_source(quote.evidence) for quote in marked)
        if desk is None or not has_evidence:
            return found
        texts = texts_of_sources(desk)
        return replace(found, texts=texts, changed=others | changed_evidence(marked, found.sources, texts))

    def _is_new(self, quote: Quote) -> bool:
        """Say whether other words, or words of somebody else, are to be looked for than when the story was read."""
        if quote.version_id not in self._versions:
            return False
        known = self._quotes.get(quote.uid)
        return (wording(known) if known is not None else None) != (wording(quote) if may_be_printed(quote) else None)

    def _stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
            self.task, self._sought = None, frozenset()
            self._session.work_changed.emit()

    def _forget(self) -> None:
        self._stop()
        self._rest.stop()
        self._more.stop()
        self._key = self._finder = self.story = None
        self._versions, self._quotes = frozenset(), {}
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
        if key != self._key:
            self._key = key
            self._versions = frozenset(article.newest for article in articles)
            self._begin(whole=False)
        elif any(each.version_id == listed.id and not self._is_found(each) for each in self._quotes.values()):
            self._begin(whole=False)
        else:
            self._wait()

    def _is_found(self, quote: Quote) -> bool:
        """Say whether the words of a quote were looked for, or are about to be."""
        return quote.uid in self._sought or self.found.wordings.get(quote.uid) == wording(quote)

    def _begin(self, *, whole: bool) -> None:
        """Look for the quotes of the listed version and those that were looked for before, or for all of the story."""
        desk, listed, story = self._session.desk, self._session.pair.listed, self.story
        if desk is None or listed is None or story is None:
            return
        self._rest.stop()
        if not desk.article_list.sources():
            self._quotes = {}
            self._show_without_sources(desk.story_quotes(story, with_evidence=True))
            return
        if desk.read_ahead(story):
            self._whole = whole
            self._more.start()
            return
        self._more.stop()
        quotes = desk.story_quotes(story)
        self._quotes = {quote.uid: quote for quote in quotes if may_be_printed(quote)}
        sources = read_sources(desk, story)
        if not sources:
            self._show_without_sources(quotes)
            return
        texts = texts_of_sources(desk) if any(is_from_source(quote.evidence) for quote in quotes) else {}
        request = InSources(sources, texts=texts, languages=languages_of(desk, story))
        known = self.found.searched
        self._start(
            request,
            [each for each in self._quotes.values() if whole or each.version_id == listed.id or each.uid in known],
            [quote for quote in quotes if quote.evidence],
        )

    def _show_without_sources(self, quotes: Sequence[Quote]) -> None:
        """Say of the evidence of a story without sources what is still to be said."""
        desk = self._session.desk
        texts = texts_of_sources(desk) if desk and any(is_from_source(quote.evidence) for quote in quotes) else {}
        self._stop()
        self._show(InSources(texts=texts, changed=changed_evidence(quotes, (), texts)))

    def _start(self, request: InSources, quotes: Sequence[Quote], with_evidence: Sequence[Quote]) -> None:
        self._stop()
        self._marked, self._hurried = {}, False
        self._sought = frozenset(quote.uid for quote in quotes)
        known, perhaps = None, self.perhaps
        if self._finder is not None and self._finder[0] == _key(request.sources):
            known = self._finder[2], self.found if self._finder[1] == perhaps else InSources()
        # The task may outlive this window, and with it what hears of its end.
        task = self.task = background.start(
            lambda task: _search(task, quotes, with_evidence, request, known, perhaps=perhaps),
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
            self._finder = _key(found.sources), self.perhaps, finder
            found = self._with_evidence(found, self._marked.values())
            if not self._quotes.keys() <= found.searched:  # those of the other articles
                self._rest.start(0 if self._hurried else _IDLE)
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
    task: background.Task,
    quotes: Sequence[Quote],
    with_evidence: Sequence[Quote],
    request: InSources,
    known: tuple[Finder, InSources] | None,
    *,
    perhaps: bool,
) -> tuple[Finder, InSources] | None:
    """Look for quotes one after the other; None if nobody wants to know any more.

    `known` are who looked in these sources before, and what was found: that holds for the same words.
    """
    finder, before = known or (Finder(request.sources), InSources())
    changed = changed_evidence(with_evidence, request.sources, request.texts)
    found = replace(request, wordings={quote.uid: wording(quote) for quote in quotes}, changed=changed)
    begun = monotonic()
    for done, quote in enumerate(quotes):
        if task.cancelled():
            return None
        if before.wordings.get(quote.uid) == wording(quote):
            _take_over(found, before, quote.uid)
            continue
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
        task.report_progress(done, len(quotes), "")
        if monotonic() - begun > _WORK:
            task.pause(_BREATH)
            begun = monotonic()
    return finder, found


def _take_over(found: InSources, before: InSources, uid: str) -> None:
    for new, old in (
        (found.places, before.places),
        (found.nearest, before.nearest),
        (found.perhaps, before.perhaps),
    ):
        if uid in old:
            new[uid] = old[uid]
