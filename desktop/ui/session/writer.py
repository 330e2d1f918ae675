"""Writing to the open desk: what undo commands know of the session, and the signals that say what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.domain import VerbatimError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote, QuoteId, StoryId, VersionId
    from desktop.store.pending.acts import ActRequest
    from desktop.ui.session.commands.base import DeskCommand
    from desktop.ui.session.pending import Outcome, RetryQueue
    from desktop.ui.settings import Settings


class Writer(QObject):
    """The open desk, the checker's name, the undo stack, and acts on the desk, which are done, wait or fail.

    Signals (facts, past tense; objects travel whole):
        articles_changed(): stories, articles, versions or their counts are not what they were
        articles_gone(): articles were deleted or brought back (`articles_changed` comes first)
        quotes_changed(object): tuple of quotes whose content changed; an empty tuple means "read them again"
        cuts_changed(): passages of a text were hidden or shown
        passages_decided(object): which passages of two versions (a list of their ids) belong together was decided
        said(str): one sentence that needs no answer
        failed(str): one sentence about what could not be done
        unsaved(): an act did not come onto the disk, and is not pending
        pending_changed(): other acts are pending, or for another reason
    """

    articles_changed = Signal()
    articles_gone = Signal()
    quotes_changed = Signal(object)
    cuts_changed = Signal()
    passages_decided = Signal(object)
    said = Signal(str)
    failed = Signal(str)
    unsaved = Signal()
    pending_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.desk: Desk | None = None
        self.undo_stack = QUndoStack(self)
        self.pending: RetryQueue | None = None  # there from the first desk on
        self._flushers: list[Callable[[], None]] = []
        self.articles_gone.connect(self.articles_changed)

    @property
    def writable(self) -> bool:
        return self.desk is not None and not self.desk.read_only

    @property
    def checker(self) -> str:
        """The name that stands on marks; empty until it was given."""
        return self.settings.checker

    # -- typed words -----------------------------------------------------------------------------------------------

    def on_flush(self, flusher: Callable[[], None]) -> None:
        """Ask to be called before anything that must find typed words saved: closing, exporting, another pair."""
        self._flushers.append(flusher)

    def flush(self) -> None:
        for flusher in self._flushers:
            flusher()

    # -- writing ---------------------------------------------------------------------------------------------------

    def do(self, command: DeskCommand) -> bool:
        """Do what can be undone; say whether it was done, or is pending. If not, the session has said why."""
        self.undo_stack.push(command)
        return command.done

    def attempt(self, act: Callable[[Desk], object]) -> bool:
        """Do something with the desk; a known error becomes a sentence, and the answer is False."""
        return self.attempt_or_wait(act, lambda: None).done

    def attempt_or_wait(self, act: Callable[[Desk], object], wanted: Callable[[], ActRequest | None]) -> Outcome:
        """Do something with the desk; what its disk does not take now is pending, as `wanted` says, or is not done."""
        from desktop.store.errors import Exists, NotOurs, Refused, TooNew, Unconfirmed
        from desktop.ui.session.pending import FAILED

        if self.desk is None or self.pending is None:
            return FAILED
        try:
            return self.pending.attempt(act, wanted, self.checker)
        except VerbatimError as error:
            if not isinstance(error, Refused | Exists | NotOurs | TooNew):
                self.unsaved.emit()
            self.failed.emit(str(error))
            if isinstance(error, Unconfirmed):
                self.read_again()
        return FAILED

    def announce(self, quotes: Sequence[Quote]) -> None:
        """Say that quotes are so on the disk now; none of them means that all are to be read again."""
        self.quotes_changed.emit(tuple(quotes))
        self.articles_changed.emit()

    def read_again(self) -> None:
        """Let everything that shows quotes and articles read them again: the disk may hold others than were shown."""
        self.announce(())

    # -- asking ----------------------------------------------------------------------------------------------------

    def quote_now(self, quote_id: QuoteId) -> Quote | None:
        """Read one quote again, or None if it is gone or cannot be read."""
        if self.desk is None:
            return None
        try:
            return self.desk.quote(quote_id)
        except (VerbatimError, LookupError):
            return None

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
        """Say whether all of these stories take changes; if not, the session says why."""
        why = self.why_locked(*stories, versions=versions)
        if why:
            self.failed.emit(why)
        return not why
