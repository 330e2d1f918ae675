"""Who makes the comparison of two versions, and which ones are still at hand?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from desktop.domain import Version
    from desktop.text.changes import Comparison, Kind
    from desktop.text.rules import Rules
    from desktop.ui.compare.pins import Pins

# Two texts of this many code points together are compared at once; longer ones in the background.
_AT_ONCE = 60_000
_KEPT = 60  # comparisons


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a comparison depends on; `kind` None lets the measured overlap decide."""

    a: Version
    b: Version
    kind: Kind | None
    rules: Rules | None
    pins: Pins

    @property
    def key(self) -> Hashable:
        sides = tuple((version.id, version.hidden) for version in (self.a, self.b))
        return sides, self.kind, self.rules, self.pins

    @property
    def is_long(self) -> bool:
        return len(self.a.text) + len(self.b.text) > _AT_ONCE

    def make(self, cancelled: Callable[[], bool] | None = None) -> Comparison:
        """Compare; raises Cancelled (desktop.text.difference.cancelling) once `cancelled` says so."""
        from desktop.text.diff import compare
        from desktop.text.rules import Rules

        return compare(
            self.a.text,
            self.b.text,
            hidden_a=self.a.hidden,
            hidden_b=self.b.hidden,
            kind=self.kind,
            rules=self.rules or Rules(),
            pins=self.pins,
            cancelled=cancelled,
        )


class Comparisons(QObject):
    """Makes one comparison at a time, long ones in the background, and keeps the last few of the desk.

    `made` gets each one that was asked for last, `failed` the exception of one that could not be made.
    """

    def __init__(self, parent: QObject, made: Callable[[Comparison], None], failed: Callable[[object], None]) -> None:
        super().__init__(parent)
        self._made = made
        self._failed = failed
        self._kept: dict[Hashable, Comparison] = {}  # the oldest go first
        self._task: background.Task | None = None

    def ask(self, asked: Asked) -> Comparison | None:
        """Return the comparison if it is there or quick to make; otherwise `made` gets it later."""
        self.cancel()
        known = self._kept.get(asked.key)
        if known is not None:
            return known
        if not asked.is_long:
            return self._keep(asked, asked.make())
        task = background.start(lambda task: asked.make(task.cancelled), "Comparing", self)
        task.done.connect(partial(self._arrived, task, asked))
        task.failed.connect(partial(self._gone_wrong, task))
        self._task = task
        return None

    def cancel(self) -> None:
        """Give up what is being made in the background."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def forget(self) -> None:
        """Make every comparison anew when it is asked for next."""
        self._kept.clear()

    def _keep(self, asked: Asked, made: Comparison) -> Comparison:
        if len(self._kept) >= _KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[asked.key] = made
        return made

    def _arrived(self, task: background.Task, asked: Asked, made: Comparison) -> None:
        if task is self._task:
            self._task = None
            self._made(self._keep(asked, made))

    def _gone_wrong(self, task: background.Task, error: object) -> None:
        if task is self._task:
            self._task = None
            self._failed(error)
