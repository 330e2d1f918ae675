"""Pending acts of the open desk in the window: tried again, offered to the checker, never shown as if written.

store/pending has the acts themselves: acts.py makes and writes them, journal.py keeps them through a crash.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import VerbatimError
from desktop.store.errors import Changed, DiskError, DiskFull, Gone, Locked, Refused, StoreError, Unconfirmed
from desktop.store.pending import acts, journal
from desktop.store.pending.acts import Kind
from desktop.translation import Text, english, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from desktop.desk.open_desk import Desk
    from desktop.domain import Head, Quote
    from desktop.store.pending.acts import ActRequest, PendingAct

_AGAIN_MS = 2000
NOTE = english("note")
_WORD = {
    Kind.UNDO: Text("undo"),
    Kind.ATTRIBUTE: Text("correction"),
    Kind.RESIZE: Text("new ends"),
    Kind.DRAFT: Text("half-typed words"),
}


class RetryQueue(QObject):
    """The acts that are pending for the open desk; they are tried again every two seconds, in order.

    Signals:
        changed(): other acts are pending, or for another reason
        quotes_pending(object): tuple of quotes for which one more act is pending
        written(object, int): the quotes, as they are now, of that many acts that came onto the disk
        reopened(): the desk's file was found again, and may hold more than before
        discarded(): somebody dropped all of them
    """

    changed = Signal()
    quotes_pending = Signal(object)
    written = Signal(object, int)
    reopened = Signal()
    discarded = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.has_pending = False  # whether any act is pending
        self.why = ""  # one sentence: what the disk said
        self.offered = False  # they are of an earlier run, so nothing is written unasked
        self.contradicted: dict[str, str] = {}  # sentences by act: what was changed meanwhile
        self._desk: Desk | None = None
        self._journal: journal.PendingActs | None = None
        self._head: Head | None = None
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.try_again)

    # -- what is pending -------------------------------------------------------------------------------------------

    @property
    def acts(self) -> Sequence[PendingAct]:
        return self._journal.acts if self._journal is not None else ()

    @property
    def problem(self) -> str:
        """One sentence if they are in memory only, on no disk at all."""
        return self._journal.problem if self._journal is not None else ""

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Return what is to stand on the cards of quotes, by uid: what was done and is not on the disk yet."""
        found: dict[str, tuple[str, ...]] = {}
        for act in self.acts:
            for target in act.targets:
                word = _WORD.get(act.kind) or tr(str(target.body.get("status", NOTE)))
                found[target.uid] = (*found.get(target.uid, ()), tr("{word}: not on the disk yet", word=word))
        return found

    def set_desk(self, desk: Desk | None) -> None:
        """Leave what is pending for the former desk where the next opener finds it, and read that of this one."""
        if self._journal is not None:
            self._journal.release()
        self._desk, self._journal, self.why, self.contradicted = desk, None, "", {}
        self._timer.stop()
        if desk is not None and not desk.read_only:
            self._head = desk.chains.mark_head()
            self._journal = journal.PendingActs(self.folder, desk.uid, desk.path)
        self.has_pending = self.offered = bool(self.acts)
        self.changed.emit()

    # -- acting ----------------------------------------------------------------------------------------------------

    def write_first(self) -> bool:
        """Write what is pending before something else is done; returns whether that may be done now."""
        return self.offered or self._write()

    def enqueue(self, request: ActRequest, checker: str, why: str = "") -> str:
        """Keep an act pending (`why`: what the disk said of it), and return its id.

        Raises Refused where a locked story would refuse it later.
        """
        desk = self._desk
        assert desk is not None
        self.why = why or self.why
        if request.kind != Kind.DRAFT:
            self._require_open(desk, request)
        assert self._journal is not None, "a desk that can be written has a journal"
        with suppress(StoreError):  # where the disk gives nothing, what was known of the chain still holds
            self._head = desk.chains.mark_head()
        assert self._head is not None
        at = desk.now().isoformat(timespec="microseconds")
        act = self._journal.add(acts.pending_act(request, self._head, checker, at))
        self._timer.start(_AGAIN_MS)
        self.has_pending = True
        self.changed.emit()
        self.quotes_pending.emit(request.quotes)
        return act.id

    @staticmethod
    def _require_open(desk: Desk, request: ActRequest) -> None:
        try:
            desk.require_open(versions={quote.version_id for quote in request.quotes})
        except Refused:
            raise
        except StoreError:
            pass  # nothing can be asked of the desk now

    def take_back(self, act_id: str) -> bool:
        """Take an act back that is still pending; it never was on the disk."""
        act = next((one for one in self.acts if one.id == act_id), None)
        if act is None or self._journal is None or not self._journal.remove([act_id]):
            return False
        self.contradicted.pop(act_id, None)
        self._settle()
        return True

    def discard(self) -> None:
        """Drop everything that is pending; undo knows nothing of it any more."""
        if self._journal is not None:
            self._journal.remove([act.id for act in self.acts])
            self.discarded.emit()
            self._settle()

    def add(self, more: Iterable[PendingAct]) -> None:
        """Take in the acts of a file, too, and write what can be written."""
        if self._journal is not None:
            self._journal.add_all(more)
            self.has_pending = bool(self.acts)
            self.try_again()

    # -- writing ---------------------------------------------------------------------------------------------------

    def try_again(self) -> None:
        """Write what is pending, as far as the disk takes it; what was changed meanwhile stays, with a sentence."""
        self.offered = False
        if self._journal is not None and self.acts:
            self._journal.retry_save()
            self._write()
        if self.acts and len(self.contradicted) < len(self.acts):
            self._timer.start()

    def write_contradicted(self) -> None:
        """Write what is pending although its quotes were changed meanwhile: somebody saw that and said so."""
        self._write(although_changed=True)

    def _write(self, *, although_changed: bool = False) -> bool:
        """Write what is pending; returns whether the disk took all that was not changed meanwhile."""
        written: dict[str, list[Quote]] = {}
        former = (self.why, dict(self.contradicted))
        self.why, self.contradicted = "", {}
        for act in self.acts:
            try:
                written[act.id] = self._write_one(act, although_changed=although_changed)
            except Refused as error:
                self.contradicted[act.id] = str(error)
            except VerbatimError as error:
                self.why = str(error)
                # Asking another program for its turn holds the window up for a quarter of a second.
                self._timer.setInterval(_AGAIN_MS * (5 if isinstance(error, Locked) else 1))
                break
        if written and self._journal is not None:
            self._journal.remove(written)
        if written or (self.why, self.contradicted) != former:
            self._settle()
        if written:
            self.written.emit([quote for quotes in written.values() for quote in quotes], len(written))
        return not self.why

    def _write_one(self, act: PendingAct, *, although_changed: bool) -> list[Quote]:
        desk = self._desk
        assert desk is not None
        try:
            return desk.write_pending(act, although_changed=although_changed)
        except (Gone, DiskError) as error:
            if isinstance(error, DiskFull | Unconfirmed):
                raise
            self._find_again(desk, error)
        written = desk.write_pending(act, although_changed=although_changed)
        self.reopened.emit()  # it may hold more than the file that was here before
        return written

    def _find_again(self, desk: Desk, error: StoreError) -> None:
        """The file may be back as another one, or its disk under another handle."""
        try:
            desk.reopen()
        except Changed:
            raise
        except StoreError:
            raise error from None

    def _settle(self) -> None:
        self.has_pending = bool(self.acts)
        if len(self.contradicted) >= len(self.acts):
            self._timer.stop()
        self.changed.emit()


def line_of(act: PendingAct) -> str:
    """Return one line about a pending act."""
    words = " ".join(act.targets[0].words.split())
    what = act.targets[0].body.get("status") or (NOTE if act.kind == Kind.MARK else act.kind)
    line = tr(
        "{at} UTC, {checker}: {what}, “{words}”",
        at=act.at[:16].replace("T", " "),
        checker=act.checker or tr("nobody named"),
        what=tr(str(what)),
        words=words[:80],
    )
    others = len(act.targets) - 1
    return tr_n("{line} and {count} more", "{line} and {count} more", others, line=line) if others else line
