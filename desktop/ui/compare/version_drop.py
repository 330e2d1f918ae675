"""Drag and drop of a version onto the texts: it goes to the side that it is dropped on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from desktop.ui.session.dragged_version import version_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain import VersionId
    from desktop.ui.session.session import Session


class VersionDrop(QObject):
    """Hears what is dragged over a widget; its left half is A, its right half is B.

    Signals:
        hovered(str): a version is over the side "a" or "b", or over none any more: ""
        dropped(str, object): the side, and the VersionId that is to stand there
    """

    hovered = Signal(str)
    dropped = Signal(str, object)

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session = session
        self._over = over
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def _version(self, event: QDropEvent) -> VersionId | None:
        return version_in(event.mimeData(), self._session.desk)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit("")
        if not isinstance(event, QDropEvent) or self._version(event) is None:
            return super().eventFilter(watched, event)
        side = "a" if event.position().x() < self._over.width() / 2 else "b"
        event.acceptProposedAction()
        if isinstance(event, QDragMoveEvent):
            self.hovered.emit(side)
        else:
            self.hovered.emit("")
            self.dropped.emit(side, self._version(event))
        return True
