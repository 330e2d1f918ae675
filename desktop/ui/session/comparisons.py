"""Comparisons of two versions, made at once or in the background, and the cache of the last ones."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.gc_pause import gc_resumed
from desktop.translation import tr
from desktop.ui import background

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from desktop.domain import Version
    from desktop.text.changes import Comparison, Kind
    from desktop.text.ignore_rules.rules import Rules
    from desktop.ui.session.pins import Pins

# Two texts of this many code points together are compared at once; longer ones in the background.
_AT_ONCE = 60_000
_CACHED = 60  # comparisons
_CACHED_TEXT = 8_000_000  # code points in all of them; a comparison of long texts takes much memory
_LOOK = 0.05  # seconds between two looks of work that pauses
_PATIENCE = 2_000  # milliseconds after which a coarse comparison is shown


@dataclass(frozen=True, slots=True)
class ComparisonRequest:
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
    def length(self) -> int:
        """Return how many code points both texts have."""
        return len(self.a.text) + len(self.b.text)

    @property
    def is_long(self) -> bool:
        return self.length > _AT_ONCE

    def make(self, cancelled: Callable[[], bool] | None = None) -> Comparison:
        """Compare, and look for alerts; raises Cancelled (desktop.text.progress) once `cancelled` says so."""
        from desktop.text.diff import compare
        from desktop.text.ignore_rules.rules import Rules

        comparison = compare(
            self.a.text,
            self.b.text,
            hidden_a=self.a.hidden,
            hidden_b=self.b.hidden,
            kind=self.kind,
            one_article=self.a.info.article_id == self.b.info.article_id,
            rules=self.rules or Rules(),
            pins=self.pins,
            cancelled=cancelled,
        )
        _ = comparison.changes  # here, where it may take its time
        return comparison

    def make_coarse(self, cancelled: Callable[[], bool]) -> Comparison:
        """Compare whole sentences only, which is quick; raises Cancelled like `make`."""
        from desktop.text.coarse import coarse

        return coarse(self.a.text, self.b.text, hidden_a=self.a.hidden, hidden_b=self.b.hidden, cancelled=cancelled)


class Comparisons(QObject):
    """Makes one comparison at a time, long ones in the background, and keeps the last few of the desk.

    `on_made` gets each one that was asked for last, `failed` the exception of one that could not be made. Where that
    takes long, or is given up, `on_made` gets a coarse one meanwhile. `share_changed` is called when `share` changes.
    """

    def __init__(
        self,
        parent: QObject,
        on_made: Callable[[Comparison], None],
        failed: Callable[[object], None],
        share_changed: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._on_made = on_made
        self._failed = failed
        self._share_changed = share_changed
        self.share: float | None = None  # of the work in the background, 0 to 1; None: none is being done
        self._cache: dict[Hashable, tuple[ComparisonRequest, Comparison]] = {}  # the oldest go first
        self._task: background.Task | None = None
        self._request: ComparisonRequest | None = None  # what was asked for last, if it is long
        self._coarse_task: background.Task | None = None
        self._coarse_delivered = False  # for what was asked for last
        self._free = threading.Event()  # cleared while the fine work is to pause: for the coarse, and the window
        self._free.set()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._make_coarse)

    def ask(self, request: ComparisonRequest) -> Comparison | None:
        """Return the comparison if it is there or quick to make; otherwise `on_made` gets it later."""
        self._coarse_delivered = False
        return self.go_on(request)

    def go_on(self, request: ComparisonRequest) -> Comparison | None:
        """Like `ask`, for what was given up: the coarse one is not given again."""
        self.cancel()
        known = self._cache.get(request.key)
        if known is not None:
            return known[1]
        if not request.is_long:
            return self._remember(request, request.make())
        task = background.start(partial(_make, request, self._free), tr("Comparing"), self)
        task.progressed.connect(partial(self._progressed, task))
        task.done.connect(partial(self._arrived, task, request))
        task.failed.connect(partial(self._gone_wrong, task))
        self._task, self._request = task, request
        self._patience.start()
        self._set_share(0.0)
        return None

    def give_up(self) -> None:
        """Do not make the fine comparison; the coarse one has to do."""
        self._drop_task()
        self._set_share(None)
        self._make_coarse()

    def cancel(self) -> None:
        """Give up everything that is being made in the background."""
        self._drop_task()
        if self._coarse_task is not None:
            self._coarse_task.cancel()
            self._coarse_task = None
        self._request = None
        self._set_share(None)

    def forget(self) -> None:
        """Empty the cache: every comparison is made again when it is asked for next."""
        self._cache.clear()
        gc_resumed()

    def _set_share(self, share: float | None) -> None:
        if share != self.share:
            self.share = share
            self._share_changed()

    def _drop_task(self) -> None:
        self._patience.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _remember(self, request: ComparisonRequest, comparison: Comparison) -> Comparison:
        self._cache[request.key] = request, comparison
        while len(self._cache) > _CACHED or (len(self._cache) > 1 and self._cached_text() > _CACHED_TEXT):
            self._cache.pop(next(iter(self._cache)))
        return comparison

    def _cached_text(self) -> int:
        return sum(request.length for request, _ in self._cache.values())

    def _progressed(self, task: background.Task, done: int, total: int, _what: str) -> None:
        if task is self._task:
            self._set_share(done / total)

    def _arrived(self, task: background.Task, request: ComparisonRequest, comparison: Comparison) -> None:
        if task is self._task:
            self.cancel()
            self._on_made(self._remember(request, comparison))

    def _gone_wrong(self, task: background.Task, error: object) -> None:
        if task is self._task:
            self.give_up()
            self._failed(error)

    # -- the coarse one --------------------------------------------------------------------------------------------

    def _make_coarse(self) -> None:
        """Make the coarse comparison of what was asked for last, unless it was made."""
        request = self._request
        if request is None or self._coarse_task is not None or self._coarse_delivered:
            return
        task = background.start(partial(_make_coarse, request, self._free), tr("Comparing coarsely"), self)
        task.done.connect(partial(self._coarse_arrived, task))
        self._coarse_task = task

    def _coarse_arrived(self, task: background.Task, comparison: Comparison) -> None:
        if task is self._coarse_task:
            self._coarse_task = None
            self._coarse_delivered = True
            self._free.clear()
            self._on_made(comparison)
            self._free.set()


def _make(request: ComparisonRequest, free: threading.Event, task: background.Task) -> Comparison:
    """Make the fine comparison on another thread, reporting each per cent once, and only while that is `free` to."""
    from desktop.text.diff import Reporter

    reported = 0

    def report(share: float) -> None:
        nonlocal reported
        if (now := int(share * 100)) > reported:
            reported = now
            task.report_progress(now, 100, tr("Comparing"))

    def cancelled() -> bool:
        while not task.cancelled() and not free.wait(_LOOK):
            pass
        return task.cancelled()

    return request.make(Reporter(cancelled, report))


def _make_coarse(request: ComparisonRequest, free: threading.Event, task: background.Task) -> Comparison:
    """Make the coarse comparison on another thread; once that has begun, the fine one pauses."""
    free.clear()
    try:
        return request.make_coarse(task.cancelled)
    finally:
        free.set()
