"""What is open, and which verbs are there? Panels get the session and nothing else; only it speaks of the domain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.domain import (
    Article,
    ArticleId,
    Attribution,
    MarkChange,
    Metadata,
    Quote,
    QuoteId,
    QuoteKind,
    Span,
    Status,
    StoryId,
    VerbatimError,
    Version,
    VersionId,
)
from desktop.ui import background, commands
from desktop.ui.compare import pins
from desktop.ui.compare.scopes import Scope, Scopes
from desktop.ui.comparisons import Asked, Comparisons
from desktop.ui.last_pair import last_pair, remember_pair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.desk import Desk
    from desktop.store.waiting import Wanted
    from desktop.text.changes import Comparison, Kind
    from desktop.text.rules import Rules
    from desktop.ui.settings import Settings
    from desktop.ui.unwritten import Outcome, Unwritten

_ZOOM_STEP = 10  # per cent


class Session(QObject):
    """The open desk, the two versions in the centre, the chosen quote, the undo stack, and every verb.

    Signals (facts, past tense; objects travel whole):
        desk_changed(): another desk is open, or none
        articles_changed(): stories, articles, versions or their counts are not what they were
        pair_changed(): A or B is another version (or None)
        side_changed(): the quotes listed are those of the other side
        comparison_changed(): `comparison` is another; None while it is being made, coarse if that takes long
        comparing_changed(): `comparing` is another
        quotes_changed(object): tuple of quotes whose content changed; an empty tuple means "read them again"
        quote_selected(object): the chosen Quote or None
        failed(str): one sentence for the user
        said(str): one sentence that needs no answer
        work_changed(): `work` is another task or None
        checker_wanted(): a mark waits for the checker's name
        zoom_changed(): article and quote text has another size, which the settings tell
        imported(object): an import has ended, with its ImportReport
        unwritten_changed(): other acts wait for the disk, or for another reason
    """

    desk_changed = Signal()
    articles_changed = Signal()
    pair_changed = Signal()
    side_changed = Signal()
    comparison_changed = Signal()
    comparing_changed = Signal()
    quotes_changed = Signal(object)
    quote_selected = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    work_changed = Signal()
    checker_wanted = Signal()
    checker_changed = Signal()
    zoom_changed = Signal()
    imported = Signal(object)
    unwritten_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.undo_stack = QUndoStack(self)
        self.desk: Desk | None = None
        self.a: Version | None = None
        self.b: Version | None = None
        self.comparison: Comparison | None = None
        self.kind: Kind | None = None  # None: chosen by measured overlap
        self.scopes = Scopes(self)  # which ignore rules hold where
        self.rules: Rules | None = None  # those in force; None: nobody made any
        self.pins: pins.Pins = ()  # what was decided by hand about passages of A and B
        self.selected: Quote | None = None
        self.side = "a"  # whose quotes are listed: "a" or "b"
        self.work: background.Task | None = None
        self.unwritten: Unwritten | None = None  # acts that wait for the disk; there from the first desk on
        self._partner: VersionId | None = None  # the B that was asked for
        self._comparisons = Comparisons(self, self._take, self._not_compared, self.comparing_changed.emit)
        self._waiting: Callable[[], None] | None = None  # what is done once the checker has a name
        self._flushers: list[Callable[[], None]] = []

    # -- the desk --------------------------------------------------------------------------------------------------

    def open_desk(self, desk: Desk) -> None:
        """Take over an open desk; the former one is closed."""
        self.close_desk()
        self.desk = desk
        self._await_disk(desk)
        self.settings.remember_desk(desk.path)
        self.desk_changed.emit()
        self.articles_changed.emit()
        self._open_first_pair()

    def _await_disk(self, desk: Desk) -> None:
        from desktop.ui.unwritten import Unwritten
        from desktop.ui.unwritten_bar import folder

        if self.unwritten is None:
            self.unwritten = Unwritten(self, folder())
        self.unwritten.take_desk(desk)

    def close_desk(self) -> None:
        if self.desk is None:
            return
        self.flush()
        if self.unwritten is not None:
            self.unwritten.take_desk(None)
        self._comparisons.cancel()
        self._comparisons.forget()
        self.undo_stack.clear()
        self.scopes.forget_views()
        self.desk.close()
        self.desk = self.a = self.b = self.comparison = self._partner = None
        self.select_quote(None)
        self.desk_changed.emit()
        self.pair_changed.emit()

    def on_flush(self, flusher: Callable[[], None]) -> None:
        """Ask to be called before anything that must find typed words saved: closing, marking, moving on."""
        self._flushers.append(flusher)

    def flush(self) -> None:
        for flusher in self._flushers:
            flusher()

    @property
    def writable(self) -> bool:
        return self.desk is not None and not self.desk.read_only

    def _open_first_pair(self) -> None:
        if self.desk is None:
            return
        self.compare(*last_pair(self.desk, self.settings))

    # -- the pair --------------------------------------------------------------------------------------------------

    def select_article(self, article: Article) -> None:
        """Show an article as A; choosing the one that is B puts the former A on its other side for as long."""
        self.show(article.newest)

    def show(self, version_id: VersionId) -> None:
        """Put a version on side A. B stays what was asked for, unless that is the same."""
        former = self.a.id if self.a else None
        if former == version_id:
            return
        other = self._partner if self._partner != version_id else former
        self._set_pair(version_id, other)

    def set_b(self, version_id: VersionId) -> None:
        """Put a version on side B; if it stood on A, the two swap."""
        if self.a is not None and self.a.id == version_id:
            self.swap()
            return
        self._partner = version_id
        self._set_pair(self.a.id if self.a else None, version_id)

    def compare(self, a: VersionId | None, b: VersionId | None) -> None:
        self._partner = b
        self._set_pair(a, b)

    def swap(self) -> None:
        if self.a is not None and self.b is not None:
            self.compare(self.b.id, self.a.id)

    def _set_pair(self, a: VersionId | None, b: VersionId | None) -> None:
        if self.desk is None:
            return
        self.flush()
        try:
            self.a = self.desk.version(a) if a is not None else None
            self.b = self.desk.version(b) if b is not None and b != a else None
        except VerbatimError as error:
            self.failed.emit(str(error))
            return
        remember_pair(self.desk, self.settings, self.a, self.b)
        self.select_quote(None)
        self._read_choices()
        self.pair_changed.emit()
        self.compare_again()

    def _read_choices(self) -> None:
        """Take the rules and pins that were kept for the pair."""
        self.rules = self.scopes.in_force()[1]
        self.pins = pins.pins_of(self.desk, self.a, self.b)

    def reload_pair(self) -> None:
        """Read A and B again, after their cuts or quotes changed."""
        if self.desk is not None:
            self.a = self.desk.version(self.a.id) if self.a else None
            self.b = self.desk.version(self.b.id) if self.b else None
            self.pair_changed.emit()
            self.compare_again()

    def set_kind(self, kind: Kind | None) -> None:
        """Compare as versions or as accounts; None lets the measured overlap decide."""
        self.kind = kind
        self.compare_again()

    def set_rules(self, rules: Rules) -> None:
        """Say which differences do not count, as far as the rules in force reach."""
        self.scopes.keep(rules)
        self._rules_told()

    def set_scope(self, scope: Scope | None) -> None:
        """Let the rules in force reach this far; None drops them for those of the next scope."""
        from desktop.text.rules import Rules

        if scope is None:
            self.scopes.drop()
        else:
            self.scopes.choose(scope, self.rules or Rules())
        self._rules_told()

    def _rules_told(self) -> None:
        self.rules = self.scopes.in_force()[1]
        self.compare_again()

    def decide_pairs(self, decided: pins.Pins, text: str) -> None:
        """Keep what was decided about passages of A and B; `text` names the act for undo."""
        from desktop.ui.compare.commands import DecidePairs

        if self.a is not None and self.b is not None and decided != self.pins:
            self.undo_stack.push(DecidePairs(self, (self.a, self.b), decided, text))

    def pins_told(self) -> None:
        """Compare with the pins as they are now on the disk (for commands)."""
        self.pins = pins.pins_of(self.desk, self.a, self.b)
        self.compare_again()

    def compare_again(self) -> None:
        """Make the comparison of A and B; long texts are compared in the background."""
        if self.a is None or self.b is None:
            self._comparisons.cancel()
            self._take(None)
        else:
            self._take(self._comparisons.ask(Asked(self.a, self.b, self.kind, self.rules, self.pins)))

    def cancel_comparing(self) -> None:
        """Give up the fine comparison in the background; a coarse one takes its place."""
        self._comparisons.give_up()

    def go_on_comparing(self) -> None:
        """Make the fine comparison after all; what is shown stays until it is there."""
        if self.a is not None and self.b is not None:
            made = self._comparisons.go_on(Asked(self.a, self.b, self.kind, self.rules, self.pins))
            if made is not None:
                self._take(made)

    @property
    def comparing(self) -> float | None:
        """Say which share, 0 to 1, of the fine comparison is made in the background; None if none is being made."""
        return self._comparisons.share

    def forget_comparisons(self) -> None:
        """Compare again what was compared before, when it is shown next."""
        self._comparisons.forget()

    def _take(self, comparison: Comparison | None) -> None:
        self.comparison = comparison
        self.comparison_changed.emit()

    def _not_compared(self, error: object) -> None:
        self.failed.emit(f"The two texts could not be compared: {error}")

    # -- quotes ----------------------------------------------------------------------------------------------------

    def select_quote(self, quote: Quote | None) -> None:
        """Choose a quote; both texts and the panel follow."""
        if quote is None and self.selected is None:
            return
        self.selected = quote
        self.quote_selected.emit(quote)

    @property
    def listed(self) -> Version | None:
        """The version whose quotes the panel lists."""
        return self.b if self.side == "b" and self.b is not None else self.a

    def set_side(self, side: str) -> None:
        """List the quotes of side "a" or "b"."""
        if side != self.side:
            self.side = side
            self.select_quote(None)
            self.side_changed.emit()

    def show_quote(self, quote: Quote) -> None:
        """Choose a quote wherever it stands: on A, on B, or in a version that is then shown as A."""
        if self.b is not None and quote.version_id == self.b.id:
            self.set_side("b")
        else:
            self.set_side("a")
            self.show(quote.version_id)
        self.select_quote(quote)

    def mark(self, quotes: Sequence[Quote], change: MarkChange) -> None:
        """Append a mark to each quote; asks for the checker's name first if nobody gave it."""
        if quotes:
            self._as_checker(lambda: self.undo_stack.push(commands.MarkQuotes(self, quotes, change)))

    def note(self, quote: Quote, note: str, evidence: str) -> None:
        """Keep a note and evidence, as a mark that leaves the status."""
        if (note, evidence) != (quote.note, quote.evidence):
            change = MarkChange(note=note, evidence=evidence)
            self._as_checker(lambda: self.undo_stack.push(commands.MarkQuotes(self, [quote], change)))

    def attribute(self, quotes: Sequence[Quote], attribution: Attribution, kind: QuoteKind | None = None) -> None:
        if quotes:
            self.undo_stack.push(commands.Attribute(self, quotes, attribution, kind))

    def add_quote(self, version_id: VersionId, span: Span) -> None:
        self.undo_stack.push(commands.AddQuote(self, version_id, span))

    def delete_quotes(self, quotes: Sequence[Quote]) -> None:
        if quotes:
            self.undo_stack.push(commands.DeleteQuotes(self, quotes))

    def resize_quote(self, quote: Quote, span: Span) -> None:
        if span != quote.span:
            self.undo_stack.push(commands.ResizeQuote(self, quote, span))

    def told(self, quotes: Sequence[Quote]) -> None:
        """Announce quotes as they are now on the disk (for commands)."""
        if self.selected is not None:
            self.selected = next((quote for quote in quotes if quote.id == self.selected.id), self.selected)
        self.quotes_changed.emit(tuple(quotes))
        self.articles_changed.emit()

    # -- articles --------------------------------------------------------------------------------------------------

    def rename_story(self, story_id: StoryId, title: str) -> None:
        self.undo_stack.push(commands.RenameStory(self, story_id, title))

    def edit_metadata(self, article: Article, metadata: Metadata) -> None:
        if metadata != article.metadata:
            self.undo_stack.push(commands.EditMetadata(self, article, metadata))

    def rename(self, article: Article, title: str) -> None:
        self.edit_metadata(article, replace(article.metadata, title=title))

    def move_article(self, article: Article, story_id: StoryId | None, title: str = "") -> None:
        """Move an article to a story; None makes a new one called `title`."""
        if story_id != article.story_id:
            self.undo_stack.push(commands.MoveArticle(self, article, story_id, title))

    def delete_articles(self, articles: Sequence[Article]) -> None:
        if articles:
            self.undo_stack.push(commands.DeleteArticles(self, articles))

    def restore_articles(self, articles: Sequence[ArticleId]) -> None:

        def restore(desk: Desk) -> None:
            for article_id in articles:
                desk.restore_article(article_id, checker=self.checker)

        self.attempt(restore)
        self.articles_gone()

    def restore_cut(self, version: Version, span: Span, *, restored: bool) -> None:
        self.undo_stack.push(commands.RestoreCut(self, version, span, restored=restored))

    def import_paths(self, paths: Sequence[Path], story: StoryId | None, article: ArticleId | None = None) -> None:
        """Read files and folders in the background and add them one by one; see `desktop.ui.importing`."""
        from desktop.ui.importing import import_paths

        import_paths(self, paths, story, article)

    def import_text(self, text: str, metadata: Metadata, story: StoryId | None, article: ArticleId | None) -> None:
        from desktop.ui.importing import import_text

        import_text(self, text, metadata, story, article)

    # -- who checks ------------------------------------------------------------------------------------------------

    @property
    def checker(self) -> str:
        return self.settings.checker

    def set_checker(self, name: str) -> None:
        """Take the checker's name, and do what waited for it."""
        self.settings.checker = name
        self.checker_changed.emit()
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.checker:
            waiting()

    def give_up_waiting(self) -> None:
        self._waiting = None

    def _as_checker(self, act: Callable[[], None]) -> None:
        if self.checker:
            act()
            return
        self._waiting = act
        self.checker_wanted.emit()

    def articles_gone(self) -> None:
        """Announce that articles came or went; a side that showed one that is gone takes another."""
        if self.desk is not None:
            self.articles_changed.emit()
            shown = [version for version in (self.a, self.b) if version is not None]
            if len(shown) < 2 or any(self.desk.article(version.info.article_id).deleted for version in shown):
                self._open_first_pair()

    # -- size of the text ------------------------------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Enlarge all article and quote text, or reduce it where `steps` is negative."""
        self.set_zoom(self.settings.zoom + steps * _ZOOM_STEP)

    def set_zoom(self, percent: int) -> None:
        self.settings.zoom = percent
        self.zoom_changed.emit()

    # -- work and errors -------------------------------------------------------------------------------------------

    def attempt(self, act: Callable[[Desk], object]) -> bool:
        """Do something with the desk; a known error becomes a sentence, and the answer is False."""
        return self.attempt_or_wait(act, lambda: None).done

    def attempt_or_wait(self, act: Callable[[Desk], object], wanted: Callable[[], Wanted | None]) -> Outcome:
        """Do something with the desk; what its disk does not take now waits, as `wanted` says it, or is not done."""
        from desktop.store.errors import Unconfirmed
        from desktop.ui.unwritten import FAILED

        if self.desk is None or self.unwritten is None:
            return FAILED
        try:
            return self.unwritten.attempt(self.desk, act, wanted)
        except VerbatimError as error:
            self.failed.emit(str(error))
            if isinstance(error, Unconfirmed):
                self.read_again()
        return FAILED

    def read_again(self) -> None:
        """Let everything that shows quotes and articles read them again: the disk may hold others than were shown."""
        self.told(())

    def set_work(self, task: background.Task | None) -> None:
        self.work = task
        self.work_changed.emit()

    def set_status(self, quotes: Sequence[Quote], status: Status) -> None:
        """Give quotes a status and nothing else."""
        self.mark(quotes, MarkChange(status=status))

    def quote_now(self, quote_id: QuoteId) -> Quote | None:
        """Read one quote again, or None if it is gone."""
        if self.desk is None:
            return None
        try:
            return self.desk.quote(quote_id)
        except (VerbatimError, LookupError):
            return None
