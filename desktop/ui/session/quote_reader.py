"""Reader of the quotes of the versions that are shown: those of long texts in parts, so that the window stays free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote, Version, VersionId
    from desktop.ui.session.writer import Writer

_LONG = 600  # quotes of a version; fewer are read at once
_MOST_TURNS = 400  # after which the rest is read at once: somebody writes into the desk all the time


class QuoteReader(QObject):
    """Reads quotes of the writer's desk, at once or a part in each turn of the event loop.

    Signals: arrived(object): the quotes of the version of this id, which were asked for, can be had from the desk now
    """

    arrived = Signal(object)

    def __init__(self, writer: Writer, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._desk: Desk | None = None  # from which is read
        self._due: list[VersionId] = []
        self._turns = 0  # that were taken for the first of these
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._read_some)

    def quotes(self, version: Version) -> list[Quote] | None:
        """Return the quotes of a version in text order; None of a long text: they are read now, and `arrived` follows.

        Raises what reading raises.
        """
        desk = self._writer.desk
        if desk is None:
            return []
        if version.info.counts.total < _LONG:
            return desk.quotes(version.id)
        if desk is not self._desk:
            self.forget()
            self._desk = desk
        if version.id not in self._due:
            self._due.append(version.id)
        self._timer.start()
        return None

    def finish(self, version_id: VersionId) -> None:
        """Read what is being read of a version at once: somebody wants to go on with it."""
        if version_id in self._due:
            self._arrive(version_id)

    def forget(self) -> None:
        """Read nothing more of what was asked for."""
        self._timer.stop()
        self._due, self._turns, self._desk = [], 0, None

    def _read_some(self) -> None:
        desk = self._desk
        if desk is None or self._writer.desk is not desk or not self._due:
            self.forget()
            return
        self._turns += 1
        first = self._due[0]
        if self._turns > _MOST_TURNS or not desk.read_quotes_ahead(first):
            self._arrive(first)
        if self._due:
            self._timer.start()

    def _arrive(self, version_id: VersionId) -> None:
        self._due.remove(version_id)
        self._turns = 0
        self.arrived.emit(version_id)
