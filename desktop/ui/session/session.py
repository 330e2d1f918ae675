"""Session: the open desk, its shown pair with the history of what was shown, and every verb of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import (
    Article,
    Attribution,
    MarkChange,
    Metadata,
    Quote,
    QuoteKind,
    Span,
    Status,
    StoryId,
    VerbatimError,
    Version,
    VersionId,
)
from desktop.translation import tr, tr_n
from desktop.ui.session.commands import articles, quotes
from desktop.ui.session.index_build import IndexBuild
from desktop.ui.session.newsroom_sync import NewsroomSync
from desktop.ui.session.shown_pair import ShownPair
from desktop.ui.session.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import QuoteId
    from desktop.ui import background
    from desktop.ui.session.pending import RetryQueue
    from desktop.ui.session.pins import Pins
    from desktop.ui.session.source_search import QuotesInSources
    from desktop.ui.settings import Settings


_MOST_PLACES = 100  # places
_ZOOM_STEP = 10  # per cent


@dataclass(frozen=True, slots=True)
class Place:
    """What was shown at one time, by ids: any of it may be gone by now."""

    a: VersionId | None
    b: VersionId | None
    side: str  # whose quotes were listed
    quote: QuoteId | None = None
    beside: QuoteId | None = None

    @property
    def pair(self) -> tuple[VersionId | None, VersionId | None, str]:
        return self.a, self.b, self.side


class History(QObject):
    """The places before and after the one that is shown; what one act changes in several steps is one place.

    Signals: changed(): there is something to go back or forward to, or no more
    """

    changed = Signal()

    def __init__(self, writer: Writer, pair: ShownPair) -> None:
        super().__init__(writer)
        self._writer = writer
        self._pair = pair
        self._before: list[Place] = []
        self._after: list[Place] = []
        self._now: Place | None = None
        self._idle_timer = QTimer(self, interval=0, singleShot=True)
        self._idle_timer.timeout.connect(self._record)
        pair.changed.connect(self._idle_timer.start)
        pair.side_changed.connect(self._idle_timer.start)
        pair.quote_selected.connect(self._idle_timer.start)

    @property
    def can_go_back(self) -> bool:
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._after)

    def clear(self) -> None:
        """Forget all: another desk is open, or none."""
        self._idle_timer.stop()
        self._before, self._after, self._now = [], [], None
        self.changed.emit()

    def back(self) -> None:
        """Show what was shown before, as far as it is still there."""
        self._go(self._before, self._after)

    def forward(self) -> None:
        """Show again what `back` left."""
        self._go(self._after, self._before)

    def _go(self, source: list[Place], other: list[Place]) -> None:
        self._record()
        while source:
            place = source.pop()
            if self._is_there(place):
                if self._now is not None:
                    other.append(self._now)
                self._show(place)
                self._idle_timer.stop()
                self._now = self._place()
                break
        self.changed.emit()

    def _record(self) -> None:
        """Take up what is shown; another quote of the same pair belongs to the same place."""
        self._idle_timer.stop()
        place, now = self._place(), self._now
        if self._writer.desk is None or place.a is None:
            return
        self._now = place
        if now is not None and place.pair != now.pair:
            self._before = [*self._before, now][-_MOST_PLACES:]
            self._after.clear()
            self.changed.emit()

    def _place(self) -> Place:
        pair, beside = self._pair, self._pair.beside
        a, b = (version.id if version is not None else None for version in (pair.a, pair.b))
        chosen = pair.selected.id if pair.selected is not None else None
        return Place(a, b, pair.side, chosen, beside.id if beside is not None else None)

    def _is_there(self, place: Place) -> bool:
        desk = self._writer.desk
        if desk is None:
            return False
        try:
            versions = [desk.version(each) for each in (place.a, place.b) if each is not None]
            return not any(desk.article(version.info.article_id).deleted for version in versions)
        except (VerbatimError, LookupError):
            return False

    def _show(self, place: Place) -> None:
        quote = self._writer.quote_now(place.quote) if place.quote is not None else None
        beside = self._writer.quote_now(place.beside) if place.beside is not None else None
        there = quote if quote is not None and not quote.deleted else None
        self._pair.show_place(place.a, place.b, place.side, there, beside if there is not None else None)


class Session(Writer):
    """What panels get, and nothing else: the open desk with its undo stack, the shown `pair`, and every verb.

    Signals (besides those of Writer and ShownPair):
        desk_changed(): another desk is open, or none
        work_changed(): `work` is another task or None
        checker_requested(): a mark waits for the checker's name
        checker_changed(): the checker has another name
        zoom_changed(): article and quote text has another size, which the settings tell
        imported(object): an import has ended, with its ImportReport
    """

    desk_changed = Signal()
    work_changed = Signal()
    checker_requested = Signal()
    checker_changed = Signal()
    zoom_changed = Signal()
    imported = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.pair = ShownPair(self)
        self.history = History(self, self.pair)
        self.desk_changed.connect(self.history.clear)
        self.work: background.Task | None = None
        self.index_build = IndexBuild(self)
        self.index_build.changed.connect(self.work_changed)
        self.newsroom = NewsroomSync(self)
        self.index_build.failed.connect(self._on_index_failed)
        self._for_checker: Callable[[], None] | None = None  # what is done once the checker has a name

    @cached_property
    def in_sources(self) -> QuotesInSources:
        """The search of the listed story's quotes in its sources; made for the first desk."""
        from desktop.ui.session.source_search import QuotesInSources

        return QuotesInSources(self)

    @property
    def task(self) -> background.Task | None:
        """The work under way that is shown: what somebody asked for before what goes on by itself."""
        in_sources = self.in_sources.task if "in_sources" in vars(self) else None
        return self.work or self.index_build.task or in_sources

    # -- the desk --------------------------------------------------------------------------------------------------

    def open_desk(self, desk: Desk) -> None:
        """Take over an open desk; the former one is closed."""
        if self.desk is not desk:
            self.close_desk()
        self.desk = desk
        _ = self.in_sources  # made by now, so that it hears of all that follows
        self._pending_acts().set_desk(desk)
        self.settings.remember_desk(desk.path)
        self.desk_changed.emit()
        self.articles_changed.emit()
        self.pair.open_last()
        self.index_build.set_desk(desk)
        self.newsroom.set_desk(desk)

    def preview(self, desk: Desk) -> None:
        """Let an open desk be read where none was, before `open_desk` tells all panels of it."""
        assert self.desk is None, "a desk is open"
        self.desk = desk
        self.settings.remember_desk(desk.path)

    def _on_index_failed(self, error: object) -> None:
        sentence = tr(
            "The search index is not finished; it goes on when the desk is opened again. {error}", error=str(error)
        )
        self.failed.emit(sentence)

    def _pending_acts(self) -> RetryQueue:
        from desktop.store.file.location import pending_folder
        from desktop.ui.session.pending import RetryQueue

        if self.pending is None:
            pending = self.pending = RetryQueue(pending_folder(self.settings.own_folder), self)
            pending.changed.connect(self.pending_changed)
            pending.quotes_pending.connect(self.quotes_changed)
            pending.written.connect(self._say_written)
            pending.reopened.connect(self.read_again)
            pending.discarded.connect(self.undo_stack.clear)
        return self.pending

    def _say_written(self, quotes: Sequence[Quote], acts: int) -> None:
        self.announce(quotes)
        self.announced.emit(
            tr_n("{count} act that waited is on the disk now.", "{count} acts that waited are on the disk now.", acts)
        )

    def close_desk(self) -> None:
        if self.desk is None:
            return
        self.flush()
        self.index_build.set_desk(None)
        self.newsroom.set_desk(None)
        if self.pending is not None:
            self.pending.set_desk(None)
        self.undo_stack.clear()
        self.pair.clear()
        self.desk.close()
        self.desk = None
        self.pair.select_quote(None)
        self.desk_changed.emit()
        self.pair.changed.emit()

    # -- quotes ----------------------------------------------------------------------------------------------------

    def mark(self, marked: Sequence[Quote], change: MarkChange) -> None:
        """Append a mark to each quote; asks for the checker's name first if nobody gave it."""
        if marked and (self.checker or self.is_open(versions={quote.version_id for quote in marked})):
            self._as_checker(lambda: self.undo_stack.push(quotes.MarkQuotes(self, marked, change)))

    def set_status(self, marked: Sequence[Quote], status: Status) -> None:
        """Give quotes a status and nothing else."""
        self.mark(marked, MarkChange(status=status))

    def note(self, quote: Quote, note: str, evidence: str) -> None:
        """Keep a note and evidence, as a mark that leaves the status."""
        if (note, evidence) != (quote.note, quote.evidence):
            change = MarkChange(note=note, evidence=evidence)
            self._as_checker(lambda: self.undo_stack.push(quotes.MarkQuotes(self, [quote], change)))

    def attribute(self, corrected: Sequence[Quote], attribution: Attribution, kind: QuoteKind | None = None) -> None:
        if corrected:
            self.undo_stack.push(quotes.Attribute(self, corrected, attribution, kind))

    def change_kind(self, corrected: Sequence[Quote], kind: QuoteKind) -> None:
        """Say what kind of quotes these are, where they are of another."""
        other = [quote for quote in corrected if quote.kind is not kind]
        if other:
            self.undo_stack.push(quotes.ChangeKind(self, other, kind))

    def add_quote(self, version_id: VersionId, span: Span) -> None:
        """Make a quote of a span, and choose it; what was taken for a title or a name there is one, too."""
        there = self.desk.quotes(version_id) if self.desk is not None else []
        named = next((quote for quote in there if quote.span == span and not quote.kind.is_said), None)
        if named is not None:
            self.change_kind([named], QuoteKind.DIRECT)
            self.pair.show_quote(self.quote_now(named.id) or named)
            return
        command = quotes.AddQuote(self, version_id, span)
        if self.do(command) and command.added is not None:
            self.pair.show_quote(command.added)

    def delete_quotes(self, deleted: Sequence[Quote]) -> bool:
        """Take quotes out of the list; say whether that was done."""
        return bool(deleted) and self.do(quotes.DeleteQuotes(self, deleted))

    def resize_quote(self, quote: Quote, span: Span) -> None:
        if span != quote.span:
            self.undo_stack.push(quotes.ResizeQuote(self, quote, span))

    # -- passages --------------------------------------------------------------------------------------------------

    def decide_pairs(self, decided: Pins, text: str) -> None:
        """Keep what was decided about passages of A and B; `text` names the act for undo."""
        from desktop.ui.session.commands.comparison import DecidePairs

        a, b = self.pair.a, self.pair.b
        if a is not None and b is not None and decided != self.pair.pins:
            self.undo_stack.push(DecidePairs(self, (a, b), decided, text))

    # -- articles --------------------------------------------------------------------------------------------------

    def rename_story(self, story_id: StoryId, title: str) -> None:
        self.undo_stack.push(articles.RenameStory(self, story_id, title))

    def edit_metadata(self, article: Article, metadata: Metadata) -> None:
        if metadata != article.metadata:
            self.undo_stack.push(articles.EditMetadata(self, article, metadata))

    def rename(self, article: Article, title: str) -> None:
        self.edit_metadata(article, replace(article.metadata, title=title))

    def move_article(self, article: Article, story_id: StoryId | None, title: str = "") -> None:
        """Move an article to a story; None makes a new one called `title`."""
        if story_id != article.story_id:
            self.undo_stack.push(articles.MoveArticle(self, article, story_id, title))

    def join_article(self, article: Article, into: Article) -> bool:
        """Make an article later versions of another one; say whether that was done."""
        return self.do(articles.JoinArticle(self, article, into))

    def split_off(self, version_id: VersionId) -> bool:
        """Make a version an article of its own; say whether that was done."""
        return self.do(articles.SplitOff(self, version_id))

    def delete_articles(self, deleted: Sequence[Article]) -> bool:
        """Put articles in the trash; say whether that was done."""
        return bool(deleted) and self.do(articles.DeleteArticles(self, deleted))

    def hide_passage(self, version: Version, span: Span) -> bool:
        """Hide a passage as boilerplate, and remember its lines for its outlet; say whether that was done."""
        return self._decide_line(version, span, hides=True)

    def show_passage(self, version: Version, span: Span) -> bool:
        """Bring a passage back that was taken for boilerplate, and remember its lines; say whether that was done."""
        return self._decide_line(version, span, hides=False)

    def _decide_line(self, version: Version, span: Span, *, hides: bool) -> bool:
        command = articles.DecideLine(self, version, span, hides=hides)
        done = self.do(command)
        if done:
            lines = [*command.passage.rules, *command.passage.former]
            outlet = lines[0].outlet if lines else ""
            if hides and not outlet:
                known = version.info.metadata.outlet or (
                    self.desk is not None and self.desk.article(version.info.article_id).metadata.outlet
                )
                self.announced.emit(
                    tr("Cut from this text only: for a rule, choose whole lines.")
                    if known
                    else tr("Cut from this text only: for a rule, its outlet has to be known.")
                )
            elif hides:
                self.announced.emit(
                    tr("Cut, and from later articles of {outlet} too; see Boilerplate rules.", outlet=outlet)
                )
            elif outlet:
                self.announced.emit(
                    tr(
                        "Brought back; it stays in later articles of {outlet} too. See Boilerplate rules.",
                        outlet=outlet,
                    )
                )
        return done

    # -- who checks ------------------------------------------------------------------------------------------------

    def set_checker(self, name: str) -> None:
        """Take the checker's name, and do what waited for it."""
        self.settings.checker = name
        self.checker = self.settings.checker
        self.checker_changed.emit()
        act, self._for_checker = self._for_checker, None
        if act is not None and self.checker:
            act()

    def decline_name(self) -> None:
        """Drop the mark that waits for the checker's name: none is given."""
        self._for_checker = None

    def _as_checker(self, act: Callable[[], None]) -> None:
        if self.checker:
            act()
            return
        self._for_checker = act
        self.checker_requested.emit()

    # -- size of the text, work in the background ------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Enlarge all article and quote text, or reduce it where `steps` is negative."""
        self.set_zoom(self.settings.zoom + steps * _ZOOM_STEP)

    def set_zoom(self, percent: int) -> None:
        self.settings.zoom = percent
        self.zoom_changed.emit()

    def set_work(self, task: background.Task | None) -> None:
        self.work = task
        self.work_changed.emit()
