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

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from pathlib import Path

    from desktop.desk import Desk
    from desktop.text.changes import Comparison, Kind
    from desktop.text.rules import Rules
    from desktop.ui.settings import Settings

# Two texts of this many code points together are compared at once; longer ones in the background.
_AT_ONCE = 60_000
_KEPT = 60  # comparisons
_ZOOM_STEP = 10  # per cent


class Session(QObject):
    """The open desk, the two versions in the centre, the chosen quote, the undo stack, and every verb.

    Signals (facts, past tense; objects travel whole):
        desk_changed(): another desk is open, or none
        articles_changed(): stories, articles, versions or their counts are not what they were
        pair_changed(): A or B is another version (or None)
        side_changed(): the quotes listed are those of the other side
        comparison_changed(): `comparison` is another; None while it is being made
        quotes_changed(object): tuple of quotes whose content changed; an empty tuple means "read them again"
        quote_selected(object): the chosen Quote or None
        failed(str): one sentence for the user
        said(str): one sentence that needs no answer
        work_changed(): `work` is another task or None
        checker_wanted(): a mark waits for the checker's name
        zoom_changed(): article and quote text has another size, which the settings tell
        imported(object): an import has ended, with its ImportReport
    """

    desk_changed = Signal()
    articles_changed = Signal()
    pair_changed = Signal()
    side_changed = Signal()
    comparison_changed = Signal()
    quotes_changed = Signal(object)
    quote_selected = Signal(object)
    failed = Signal(str)
    said = Signal(str)
    work_changed = Signal()
    checker_wanted = Signal()
    checker_changed = Signal()
    zoom_changed = Signal()
    imported = Signal(object)

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
        self._partner: VersionId | None = None  # the B that was asked for
        self._comparing: background.Task | None = None
        self._compared: dict[Hashable, Comparison] = {}  # of this desk; the oldest go first
        self._waiting: Callable[[], None] | None = None  # what is done once the checker has a name
        self._flushers: list[Callable[[], None]] = []

    # -- the desk --------------------------------------------------------------------------------------------------

    def open_desk(self, desk: Desk) -> None:
        """Take over an open desk; the former one is closed."""
        self.close_desk()
        self.desk = desk
        self.settings.remember_desk(desk.path)
        self.desk_changed.emit()
        self.articles_changed.emit()
        self._open_first_pair()

    def close_desk(self) -> None:
        if self.desk is None:
            return
        self.flush()
        if self._comparing is not None:
            self._comparing.cancel()
        self.undo_stack.clear()
        self.forget_comparisons()
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
        articles = self.desk.articles()
        remembered = self.settings.text(f"pairs/{self.desk.uid}").split()
        a, b = (self._version_or_none(part) for part in (*remembered, "", "")[:2])
        a = a or (articles[0].newest if articles else None)
        b = b or next((article.newest for article in articles if article.newest != a), None)
        self.compare(a, b)

    def _version_or_none(self, text: str) -> VersionId | None:
        known = {article.newest for article in self.desk.articles()} if self.desk else set()
        if not text.isdigit() or self.desk is None:
            return None
        version = VersionId(int(text))
        if version in known:
            return version
        try:
            article = self.desk.article(self.desk.version(version).info.article_id)
        except (VerbatimError, LookupError):
            return None
        return None if article.deleted else version

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
        self._remember_pair()
        self.select_quote(None)
        self._read_choices()
        self.pair_changed.emit()
        self.compare_again()

    def _read_choices(self) -> None:
        """Take the rules and pins that were kept for the pair."""
        self.rules = self.scopes.in_force()[1]
        self.pins = pins.pins_of(self.desk, self.a, self.b)

    def _remember_pair(self) -> None:
        if self.desk is not None:
            ids = [str(version.id) for version in (self.a, self.b) if version is not None]
            self.settings.set_text(f"pairs/{self.desk.uid}", " ".join(ids))

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
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing = None
        if self.a is None or self.b is None:
            self._take(None)
            return
        known = self._compared.get(self._pair_key())
        if known is not None:
            self._take(known)
            return
        work = self._comparing_work(self.a, self.b)
        if len(self.a.text) + len(self.b.text) <= _AT_ONCE:
            self._take(work(None))
            return
        self._take(None)
        task = background.start(work, "Comparing", self)
        task.done.connect(lambda made: self._take(made) if task is self._comparing else None)
        task.failed.connect(lambda error: self._not_compared(task, error))
        self._comparing = task

    def cancel_comparing(self) -> None:
        """Give up the comparison in the background; the texts stay without marks."""
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing = None

    def _not_compared(self, task: background.Task, error: object) -> None:
        if task is self._comparing:
            self.failed.emit(f"The two texts could not be compared: {error}")

    def _comparing_work(self, a: Version, b: Version) -> Callable[[background.Task | None], Comparison | None]:
        kind, rules, decided = self.kind, self.rules, self.pins

        def work(task: background.Task | None) -> Comparison | None:
            from desktop.text.diff import compare
            from desktop.text.rules import Rules

            cancelled = task.cancelled if task is not None else None
            return compare(
                a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden, kind=kind, rules=rules or Rules(),
                pins=decided, cancelled=cancelled,
            )  # fmt: skip

        return work

    def _pair_key(self) -> Hashable:
        """Return all that a comparison depends on."""
        a, b = self.a, self.b
        return a and (a.id, a.hidden), b and (b.id, b.hidden), self.kind, self.rules, self.pins

    def forget_comparisons(self) -> None:
        """Compare again what was compared before, when it is shown next."""
        self._compared.clear()

    def _take(self, comparison: Comparison | None) -> None:
        if comparison is not None:
            if len(self._compared) >= _KEPT:
                self._compared.pop(next(iter(self._compared)))
            self._compared[self._pair_key()] = comparison
        self.comparison = comparison
        self.comparison_changed.emit()

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
        if self.desk is None:
            return False
        try:
            act(self.desk)
        except VerbatimError as error:
            self.failed.emit(str(error))
            return False
        return True

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
