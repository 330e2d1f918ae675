"""First steps of the window: what is made once the first desk's list is painted."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from desktop.gc_pause import gc_paused

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_APPEARING = 50  # milliseconds in which a system puts a new window on the screen


class FirstSteps(QObject):
    """What is made once the first desk's list is painted: a piece a turn, and all of it before anybody's first act."""

    _ACTS = frozenset({
        QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin, QEvent.Type.InputMethod, QEvent.Type.ContextMenu, QEvent.Type.DragEnter,
        QEvent.Type.Drop, QEvent.Type.NativeGesture,
    })  # fmt: skip

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._steps: deque[Callable[[], object]] = deque()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_one)

    def begin(self, *steps: Callable[[], object]) -> None:
        """Take these steps from the next turn of the event loop on."""
        self._steps.extend(steps)
        QCoreApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there while a window is
        handle = self._window.windowHandle()
        # Where the system has not put the window on the screen yet, its first picture would wait for the first step.
        self._turns.start(0 if handle is not None and handle.isExposed() else _APPEARING)

    def finish(self) -> None:
        """Take all steps that are left."""
        while self._steps:
            self._take_one()

    def _take_one(self) -> None:
        self._turns.setInterval(0)
        step = self._steps.popleft()
        if not self._steps:
            self.drop()
        try:
            with gc_paused():
                step()
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Leave out the steps that are left: the window closes."""
        self._steps.clear()
        self._turns.stop()
        QCoreApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() in self._ACTS:
            self.finish()
        return False
