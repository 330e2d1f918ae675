"""Writing to the open desk: acts that can be undone, what they know of the session, and the signals they send."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.domain import VerbatimError
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote, QuoteId, StoryId, VersionId
    from desktop.store.pending.acts import ActRequest
    from desktop.ui.session.pending import RetryQueue
    from desktop.ui.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act: done, pending under an id, or neither."""

    done: bool = False
    pending: str = ""


_DONE, _FAILED = Outcome(done=True), Outcome()


class Writer(QObject):
    """The open desk, the checker's name, the undo stack, and acts on the desk, which are done, wait or fail.

    Signals (facts, past tense; objects travel whole):
        articles_changed(): stories, articles, versions or their counts are not what they were
        articles_gone(): articles were deleted or brought back (`articles_changed` comes first)
        quotes_changed(object): tuple of quotes whose content changed; an empty tuple means "read them again"
        cuts_changed(): passages of a text were hidden or shown
        passages_decided(object): which passages of two versions (a list of their ids) belong together was decided
        announced(str): one sentence that needs no answer
        failed(str): one sentence about what could not be done
        exported(object, str): a file was written at this path for the user, and one sentence about it
        unsaved(): an act did not come onto the disk, and is not pending
        pending_changed(): other acts are pending, or for another reason
        reasons_changed(): the desk offers other reasons or bases
    """

    articles_changed = Signal()
    articles_gone = Signal()
    quotes_changed = Signal(object)
    cuts_changed = Signal()
    passages_decided = Signal(object)
    announced = Signal(str)
    failed = Signal(str)
    exported = Signal(object, str)
    unsaved = Signal()
    pending_changed = Signal()
    reasons_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.checker = settings.checker  # the name that stands on marks; empty until it was given
        self.desk: Desk | None = None
        self.undo_stack = QUndoStack(self)
        self.pending: RetryQueue | None = None  # there from the first desk on
        # Marks of these quotes belong to the act before, which asked for them: one undo takes all of it back.
        self.completing: frozenset[QuoteId] = frozenset()
        self._flushers: list[Callable[[], None]] = []
        self.articles_gone.connect(self.articles_changed)

    @property
    def writable(self) -> bool:
        return self.desk is not None and not self.desk.read_only

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
        return self.attempt_or_queue(act, lambda: None).done

    def attempt_or_queue(self, act: Callable[[Desk], object], request: Callable[[], ActRequest | None]) -> Outcome:
        """Do something with the desk; what its disk does not take now is pending, as `request` says, or is not done."""
        if self.desk is None or self.pending is None:
            return _FAILED
        try:
            if self.pending.has_pending and not self.pending.write_first() and (later := request()) is not None:
                return Outcome(pending=self.pending.enqueue(later, self.checker))
            act(self.desk)
        except VerbatimError as error:
            return self._queue(error, request)
        return _DONE

    def _queue(self, error: VerbatimError, request: Callable[[], ActRequest | None]) -> Outcome:
        """The disk did not take an act: keep it pending if that helps, else say why it was not done."""
        from desktop.store.errors import Exists, NotOurs, Refused, TooNew, Unconfirmed, may_pass

        assert self.pending is not None
        try:
            later = request() if may_pass(error) and self.writable else None
            if later is not None:
                return Outcome(pending=self.pending.enqueue(later, self.checker, why=str(error)))
        except VerbatimError as second:
            error = second
        if not isinstance(error, Refused | Exists | NotOurs | TooNew):
            self.unsaved.emit()
        self.failed.emit(str(error))
        if isinstance(error, Unconfirmed):
            self.read_again()
        return _FAILED

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


class DeskCommand(QUndoCommand):
    """An act on the desk with its way back; undoing appends to the desk, it never takes away.

    It writes in `redo`, before anything is shown. A known error makes it obsolete, so that the undo stack drops it, and
    the writer says the sentence.
    """

    def __init__(self, writer: Writer, text: str) -> None:
        super().__init__(text)
        self.writer = writer
        self.done = False  # done or pending, the last time it was to be done or taken back
        self.overtaken = False  # others have worked on the same quotes since
        self._pending = ""  # the id of the act that is pending for the disk

    @property
    def waits(self) -> bool:
        """Say whether it is pending for the disk."""
        return bool(self._pending)

    def quote_ids(self) -> Collection[QuoteId]:
        """Return the quotes that it changed."""
        return ()

    @abstractmethod
    def act(self, desk: Desk) -> None:
        """Do it on the disk."""

    @abstractmethod
    def back(self, desk: Desk) -> None:
        """Take it back on the disk."""

    @abstractmethod
    def announce(self) -> None:
        """Announce what is so now."""

    def request(self, *, back: bool) -> ActRequest | None:  # noqa: ARG002 - those that can wait ask for it
        """Say what is to be pending if the disk does not take it, there or `back`; None: it is not done then."""
        return None

    def as_now(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Return quotes as they are on the disk, as far as it can be read."""
        return [self.writer.quote_now(quote.id) or quote for quote in quotes]

    def redo(self) -> None:
        if not self._is_overtaken():
            self._do(self.act, back=False)

    def undo(self) -> None:
        if not self._is_overtaken():
            self._do(self.back, back=True)

    def _is_overtaken(self) -> bool:
        """Leave what others have worked on since as it is: what was so before is not what would be so now."""
        if self.overtaken:
            self.setObsolete(True)
            sentence = tr("Somebody else has worked on it meanwhile, so “{act}” was not taken back.", act=self.text())
            self.writer.failed.emit(sentence)
        return self.overtaken

    def _do(self, act: Callable[[Desk], None], *, back: bool) -> None:
        """Do it, or keep it pending; what is still pending the other way is dropped instead."""
        if self._pending and self.writer.pending is not None and self.writer.pending.take_back(self._pending):
            self._pending, self.done = "", True
            return
        outcome = self.writer.attempt_or_queue(act, partial(self.request, back=back))
        self._pending, self.done = outcome.pending, outcome.done or bool(outcome.pending)
        if not outcome.pending:
            self.setObsolete(not outcome.done)
            self.announce()
