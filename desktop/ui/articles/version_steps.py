"""Changes from each version to the next, computed one by one while the window is idle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.domain import VerbatimError
from desktop.ui.session.commands.articles import RestoreCut

if TYPE_CHECKING:
    from desktop.domain import VersionId, VersionInfo
    from desktop.text.version_history import Captured, Step
    from desktop.ui.session.session import Session

# Two texts of this many code points together are compared here; the list says nothing of longer ones.
AT_ONCE = 60_000
_WORDS_AT_ONCE = 15_000  # more than fit: such texts are not even read


def captured(session: Session, version_id: VersionId) -> Captured | None:
    """Read a version with its text; None if it is gone."""
    if session.desk is None:
        return None
    try:
        version = session.desk.version(version_id)
    except (VerbatimError, LookupError):
        return None
    return version.info, version.text, version.hidden


class CutWatch(QObject):
    """Notices when a passage of some version was brought back or hidden again, so that its words are others.

    Signals: changed()
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = session.undo_stack
        self._stack.indexChanged.connect(self._on_command)

    def _on_command(self, index: int) -> None:
        """Look at the command just done, which is before the index, and the one just undone, which is at it."""
        if not isValid(self._stack):  # the program ends, and the stack empties itself on its way out
            return
        if any(isinstance(self._stack.command(number), RestoreCut) for number in (index - 1, index)):
            self.changed.emit()


class VersionSteps(QObject):
    """What each version changed, once it was asked for.

    Signals: computed(object): what the version of this id changed is known now; None: ask again for all
    """

    computed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[tuple[VersionId, VersionId], Step | None] = {}
        self._requested: dict[tuple[VersionId, VersionId], None] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._compute_one)
        self._cuts = CutWatch(session, self)
        self._cuts.changed.connect(self.forget)

    def of(self, version: VersionInfo, before: VersionInfo) -> Step | None:
        """Return what a version changed, or None while nobody knows; then it is worked out soon."""
        pair = before.id, version.id
        if pair not in self._known and before.words + version.words <= _WORDS_AT_ONCE:
            self._requested[pair] = None
            self._idle.start()
        return self._known.get(pair)

    def forget(self) -> None:
        """Another desk is open, or texts show other passages."""
        self._known.clear()
        self._requested.clear()
        self._idle.stop()
        self.computed.emit(None)

    def _compute_one(self) -> None:
        """Work out one step a turn, so that keys and clicks come in between."""
        from desktop.text.version_history import step

        if self._session.desk is None or not self._requested:
            self._idle.stop()
            return
        pair = next(iter(self._requested))
        del self._requested[pair]
        older, newer = (captured(self._session, version_id) for version_id in pair)
        short = older is not None and newer is not None and len(older[1]) + len(newer[1]) <= AT_ONCE
        self._known[pair] = step(older, newer) if short and newer is not None else None
        self.computed.emit(pair[1])
