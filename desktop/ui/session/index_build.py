"""Building of the search index of an old desk in the background, while the desk is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.translation import tr
from desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.desk.open_desk import Desk

_PAUSE = 0.01  # seconds after each part, in which the window may write
_LET_GO = 5.0  # seconds at most until a part is on the disk
_PER_CENT = 100


class IndexBuild(QObject):
    """The search index of the open desk, as long as it is unfinished.

    Signals:
        changed(): it is being built, or no more
        failed(object): the error that ended it
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.task: background.Task | None = None
        self._desk: Desk | None = None

    @property
    def unfinished(self) -> float | None:
        """The share of what can be found, 0 to 1, that is in the index; None where all is."""
        return self._desk.index_build.share() if self._desk is not None else None

    def set_desk(self, desk: Desk | None) -> None:
        """Follow another desk, and go on with its index if it is unfinished; the former one is left where it is."""
        self._stop()
        self._desk = desk
        self.go_on()

    def go_on(self) -> None:
        """Build what is missing, if anything is, the desk can be written and nobody builds already."""
        desk = self._desk
        if desk is None or desk.read_only or self.task is not None or self.unfinished is None:
            return
        parts = desk.index_build.begin_beside(desk.uid)
        self.task = background.start(lambda task: _build(parts, task), tr("Building the search index"), self)
        self.task.failed.connect(self.failed)
        self.task.ended.connect(self._on_ended)
        self.changed.emit()

    def _stop(self) -> None:
        task, self.task = self.task, None
        if task is not None:
            task.blockSignals(True)
            task.cancel()
            task.wait(_LET_GO)
            self.changed.emit()

    def _on_ended(self) -> None:
        self.task = None
        if self._desk is not None:
            self._desk.index_build.ended_beside()
        self.changed.emit()


def _build(parts: Callable[[], Iterator[float]], task: background.Task) -> None:
    if task.cancelled():
        return  # the desk may be closed
    for share in parts():
        task.report_progress(round(share * _PER_CENT), _PER_CENT, "")
        if task.pause(_PAUSE):
            return
