"""What becomes of acts that the disk did not take? They wait, are tried again, and are never shown as if written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.domain import VerbatimError
from desktop.store.errors import Changed, DiskError, DiskFull, Gone, Locked, Refused, StoreError, Unconfirmed, may_pass
from desktop.store.pending import acts as pending
from desktop.store.pending import journal
from desktop.store.pending.acts import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop.desk.open_desk import Desk
    from desktop.domain import Head, Quote
    from desktop.store.pending.acts import ActRequest, PendingAct
    from desktop.ui.session.session import Session

_AGAIN_MS = 2000
_WORD = {
    Kind.UNDO: "undo",
    Kind.ATTRIBUTE: "correction",
    Kind.RESIZE: "new ends",
    Kind.DRAFT: "half-typed words",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an act: done, waiting under an id, or neither."""

    done: bool = False
    waits: str = ""


FAILED = Outcome()


class Unwritten(QObject):
    """The acts that wait for the open desk; they are tried again every two seconds, in order.

    Whenever others wait, or for another reason, the session says `unwritten_changed`.
    """

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(session)
        self.folder = folder
        self.why = ""  # one sentence: what the disk said
        self.offered = False  # they are of an earlier run, so nothing is written unasked
        self.contradicted: dict[str, str] = {}  # sentences by act: what was changed meanwhile
        self._session = session
        self._kept: journal.PendingActs | None = None
        self._head: Head | None = None
        self._timer = QTimer(self, interval=_AGAIN_MS)
        self._timer.timeout.connect(self.try_again)

    # -- what waits ------------------------------------------------------------------------------------------------

    @property
    def acts(self) -> Sequence[PendingAct]:
        return self._kept.acts if self._kept is not None else ()

    @property
    def problem(self) -> str:
        """One sentence if they are in memory only, on no disk at all."""
        return self._kept.problem if self._kept is not None else ""

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Return what is to stand on the cards of quotes, by uid: what was done and is not on the disk yet."""
        found: dict[str, tuple[str, ...]] = {}
        for act in self.acts:
            for target in act.targets:
                word = _WORD.get(act.kind) or str(target.body.get("status", "note"))
                found[target.uid] = (*found.get(target.uid, ()), f"{word}: not on the disk yet")
        return found

    def take_desk(self, desk: Desk | None) -> None:
        """Leave what waits for the former desk where the next opener finds it, and look what waits for this one."""
        if self._kept is not None:
            self._kept.release()
        self._kept, self.why, self.contradicted = None, "", {}
        self._timer.stop()
        if desk is not None and not desk.read_only:
            self._head = desk.head()
            self._kept = journal.PendingActs(self.folder, desk.uid, desk.path)
        self.offered = bool(self.acts)
        self._session.unwritten_changed.emit()

    # -- acting ----------------------------------------------------------------------------------------------------

    def attempt(self, desk: Desk, act: Callable[[Desk], object], wanted: Callable[[], ActRequest | None]) -> Outcome:
        """Do something with the desk after what waits; if the disk does not take it, let it wait if it can.

        Raises what `act` raises where that cannot wait.
        """
        if self.acts and not self.offered and not self._write() and (later := wanted()) is not None:
            return self._keep(desk, later)
        try:
            act(desk)
        except VerbatimError as error:
            later = wanted() if may_pass(error) and not desk.read_only else None
            if later is None:
                raise
            self.why = str(error)
            return self._keep(desk, later)
        return Outcome(done=True)

    def _keep(self, desk: Desk, wanted: ActRequest) -> Outcome:
        """Let an act wait; raises Refused where a locked story would refuse it later."""
        if wanted.kind != Kind.DRAFT:
            self._require_open(desk, wanted)
        assert self._kept is not None, "a desk that can be written has a place for acts that wait"
        with suppress(StoreError):  # where the disk gives nothing, what was known of the chain still holds
            self._head = desk.head()
        assert self._head is not None
        at = desk.now().isoformat(timespec="microseconds")
        act = self._kept.add(pending.pending_act(wanted, self._head, self._session.checker, at))
        self._timer.start(_AGAIN_MS)
        self._session.unwritten_changed.emit()
        self._session.quotes_changed.emit(wanted.quotes)
        return Outcome(waits=act.id)

    @staticmethod
    def _require_open(desk: Desk, wanted: ActRequest) -> None:
        try:
            desk.require_open(versions={quote.version_id for quote in wanted.quotes})
        except Refused:
            raise
        except StoreError:
            pass  # nothing can be asked of the desk now

    def take_back(self, act_id: str) -> bool:
        """Take an act back that still waits; it never was on the disk."""
        act = next((one for one in self.acts if one.id == act_id), None)
        if act is None or self._kept is None or not self._kept.remove([act_id]):
            return False
        self.contradicted.pop(act_id, None)
        self._settle()
        return True

    def discard(self) -> None:
        """Let go of everything that waits; undo knows nothing of it any more."""
        if self._kept is not None:
            self._kept.remove([act.id for act in self.acts])
            self._session.undo_stack.clear()
            self._settle()

    def take_in(self, acts: Iterable[PendingAct]) -> None:
        """Let acts of a file wait, too, and write what can be written."""
        if self._kept is not None:
            self._kept.add_all(acts)
            self.try_again()

    # -- writing ---------------------------------------------------------------------------------------------------

    def try_again(self) -> None:
        """Write what waits, as far as the disk takes it; what was changed meanwhile stays and is told."""
        self.offered = False
        if self._kept is not None and self.acts:
            self._kept.retry_save()
            self._write()
        if self.acts and len(self.contradicted) < len(self.acts):
            self._timer.start()

    def write_contradicted(self) -> None:
        """Write what waits although its quotes were changed meanwhile: somebody saw that and said so."""
        self._write(although_changed=True)

    def _write(self, *, although_changed: bool = False) -> bool:
        """Write what waits; returns whether the disk took all that was not changed meanwhile."""
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
        if written and self._kept is not None:
            self._kept.remove(written)
        if written or (self.why, self.contradicted) != former:
            self._settle()
        if written:
            self._session.told([quote for quotes in written.values() for quote in quotes])
            waited = "1 act that waited is" if len(written) == 1 else f"{len(written)} acts that waited are"
            self._session.said.emit(f"{waited} on the disk now.")
        return not self.why

    def _write_one(self, act: PendingAct, *, although_changed: bool) -> list[Quote]:
        desk = self._session.desk
        assert desk is not None
        try:
            return desk.write_pending(act, although_changed=although_changed)
        except (Gone, DiskError) as error:
            if isinstance(error, DiskFull | Unconfirmed):
                raise
            self._find_again(desk, error)
        written = desk.write_pending(act, although_changed=although_changed)
        self._session.read_again()  # it may hold more than the file that was here before
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
        if len(self.contradicted) >= len(self.acts):
            self._timer.stop()
        self._session.unwritten_changed.emit()


def told(act: PendingAct) -> str:
    """Return one line about an act that waits."""
    words = " ".join(act.targets[0].words.split())
    more = f" and {len(act.targets) - 1} more" if len(act.targets) > 1 else ""
    what = act.targets[0].body.get("status") or ("note" if act.kind == Kind.MARK else act.kind)
    return f"{act.at[:16].replace('T', ' ')} UTC, {act.checker or 'nobody named'}: {what}, “{words[:80]}”{more}"
