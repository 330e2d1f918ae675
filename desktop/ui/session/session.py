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
from desktop.ui.session.commands import base as commands
from desktop.ui.session.ignore_rules import Scope, Scopes
from desktop.ui.session.shown_pair import OpenPair

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from desktop.desk.open_desk import Desk
    from desktop.store.pending.acts import ActRequest
    from desktop.text.rules import Rules
    from desktop.ui import background
    from desktop.ui.session.pending import Outcome, Unwritten
    from desktop.ui.session.pins import Pins
    from desktop.ui.settings import Settings

_ZOOM_STEP = 10  # per cent


class Session(OpenPair):
    """The open desk, what of it is shown (see OpenPair), the undo stack, and every verb.

    Signals (facts, past tense; objects travel whole):
        desk_changed(): another desk is open, or none
        articles_changed(): stories, articles, versions or their counts are not what they were
        quotes_changed(object): tuple of quotes whose content changed; an empty tuple means "read them again"
        said(str): one sentence that needs no answer
        work_changed(): `work` is another task or None
        checker_wanted(): a mark waits for the checker's name
        zoom_changed(): article and quote text has another size, which the settings tell
        imported(object): an import has ended, with its ImportReport
        unwritten_changed(): other acts wait for the disk, or for another reason
        unsaved(): an act did not come onto the disk, and does not wait for it
    """

    desk_changed = Signal()
    articles_changed = Signal()
    quotes_changed = Signal(object)
    said = Signal(str)
    work_changed = Signal()
    checker_wanted = Signal()
    checker_changed = Signal()
    zoom_changed = Signal()
    imported = Signal(object)
    unwritten_changed = Signal()
    unsaved = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.undo_stack = QUndoStack(self)
        self.scopes = Scopes(self)
        self.work: background.Task | None = None
        self.unwritten: Unwritten | None = None  # acts that wait for the disk; there from the first desk on
        self._waiting: Callable[[], None] | None = None  # what is done once the checker has a name

    # -- the desk --------------------------------------------------------------------------------------------------

    def open_desk(self, desk: Desk) -> None:
        """Take over an open desk; the former one is closed."""
        self.close_desk()
        self.desk = desk
        self._await_disk(desk)
        self.settings.remember_desk(desk.path)
        self.desk_changed.emit()
        self.articles_changed.emit()
        self.open_last_pair()

    def _await_disk(self, desk: Desk) -> None:
        from desktop.ui.session.pending import Unwritten
        from desktop.ui.window.pending_bar import folder

        if self.unwritten is None:
            self.unwritten = Unwritten(self, folder())
        self.unwritten.take_desk(desk)

    def close_desk(self) -> None:
        if self.desk is None:
            return
        self.flush()
        if self.unwritten is not None:
            self.unwritten.take_desk(None)
        self.undo_stack.clear()
        self._let_go()
        self.desk.close()
        self.desk = None
        self.select_quote(None)
        self.desk_changed.emit()
        self.pair_changed.emit()

    @property
    def writable(self) -> bool:
        return self.desk is not None and not self.desk.read_only

    # -- quotes ----------------------------------------------------------------------------------------------------

    def mark(self, quotes: Sequence[Quote], change: MarkChange) -> None:
        """Append a mark to each quote; asks for the checker's name first if nobody gave it."""
        if quotes and self.is_open(versions={quote.version_id for quote in quotes}):
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

    def delete_quotes(self, quotes: Sequence[Quote]) -> bool:
        """Take quotes out of the list; say whether that was done."""
        return bool(quotes) and self.do(commands.DeleteQuotes(self, quotes))

    def resize_quote(self, quote: Quote, span: Span) -> None:
        if span != quote.span:
            self.undo_stack.push(commands.ResizeQuote(self, quote, span))

    def told(self, quotes: Sequence[Quote]) -> None:
        """Announce quotes as they are now on the disk (for commands)."""
        if self.selected is not None:
            self.selected = next((quote for quote in quotes if quote.id == self.selected.id), self.selected)
        self.quotes_changed.emit(tuple(quotes))
        self.articles_changed.emit()

    # -- the pair --------------------------------------------------------------------------------------------------

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

    def decide_pairs(self, decided: Pins, text: str) -> None:
        """Keep what was decided about passages of A and B; `text` names the act for undo."""
        from desktop.ui.session.commands.comparison import DecidePairs

        if self.a is not None and self.b is not None and decided != self.pins:
            self.undo_stack.push(DecidePairs(self, (self.a, self.b), decided, text))

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

    def delete_articles(self, articles: Sequence[Article]) -> bool:
        """Put articles in the trash; say whether that was done."""
        return bool(articles) and self.do(commands.DeleteArticles(self, articles))

    def restore_cut(self, version: Version, span: Span, *, restored: bool) -> bool:
        """Bring a passage back that was taken for boilerplate, or hide it again; say whether that was done."""
        return self.do(commands.RestoreCut(self, version, span, restored=restored))

    def import_paths(self, paths: Sequence[Path], story: StoryId | None, article: ArticleId | None = None) -> None:
        """Read files and folders in the background and add them one by one; see `desktop.ui.importing`."""
        from desktop.ui.session.imports import import_paths

        import_paths(self, paths, story, article)

    def import_text(self, text: str, metadata: Metadata, story: StoryId | None, article: ArticleId | None) -> None:
        from desktop.ui.session.imports import import_text

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
                self.open_last_pair()

    # -- size of the text ------------------------------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Enlarge all article and quote text, or reduce it where `steps` is negative."""
        self.set_zoom(self.settings.zoom + steps * _ZOOM_STEP)

    def set_zoom(self, percent: int) -> None:
        self.settings.zoom = percent
        self.zoom_changed.emit()

    # -- locked stories --------------------------------------------------------------------------------------------

    def why_locked(self, *stories: StoryId, versions: Collection[VersionId] = ()) -> str:
        """Return a sentence if one of these stories, or of those of these versions, takes no changes."""
        from desktop.store.errors import Refused

        try:
            if self.desk is not None:
                self.desk.require_open(*stories, versions=versions)
        except Refused as error:
            return str(error)
        except VerbatimError:
            pass  # the desk cannot be asked now; the act itself will say so
        return ""

    def is_open(self, *stories: StoryId, versions: Collection[VersionId] = ()) -> bool:
        """Say whether all of these stories take changes; if not, the sentence is told."""
        why = self.why_locked(*stories, versions=versions)
        if why:
            self.failed.emit(why)
        return not why

    # -- work and errors -------------------------------------------------------------------------------------------

    def do(self, command: commands.DeskCommand) -> bool:
        """Do what can be undone; say whether it was done, or waits for the disk. If not, the session has said why."""
        self.undo_stack.push(command)
        return command.done

    def attempt(self, act: Callable[[Desk], object]) -> bool:
        """Do something with the desk; a known error becomes a sentence, and the answer is False."""
        return self.attempt_or_wait(act, lambda: None).done

    def attempt_or_wait(self, act: Callable[[Desk], object], wanted: Callable[[], ActRequest | None]) -> Outcome:
        """Do something with the desk; what its disk does not take now waits, as `wanted` says it, or is not done."""
        from desktop.store.errors import Exists, NotOurs, Refused, TooNew, Unconfirmed
        from desktop.ui.session.pending import FAILED

        if self.desk is None or self.unwritten is None:
            return FAILED
        try:
            return self.unwritten.attempt(self.desk, act, wanted)
        except VerbatimError as error:
            if not isinstance(error, Refused | Exists | NotOurs | TooNew):
                self.unsaved.emit()
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
