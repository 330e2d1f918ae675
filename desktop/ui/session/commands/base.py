"""Undo commands: one QUndoCommand for each act on the desk; undoing appends to the desk, it never takes away.

Every command writes in `redo`, before anything is shown. A known error makes the command obsolete, so that the
undo stack drops it, and the writer says the sentence.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote
    from desktop.store.pending.acts import ActRequest
    from desktop.ui.session.writer import Writer


def several(count: int, one: str, many: str) -> str:
    """Return `one`, or `many` with the count in place of its braces."""
    return one if count == 1 else many.format(count)


class DeskCommand(QUndoCommand):
    """An act on the desk with its way back."""

    def __init__(self, writer: Writer, text: str) -> None:
        super().__init__(text)
        self.writer = writer
        self.done = False  # done or pending, the last time it was to be done or taken back
        self._pending = ""  # the id of the act that is pending for the disk

    @abstractmethod
    def act(self, desk: Desk) -> None:
        """Do it on the disk."""

    @abstractmethod
    def back(self, desk: Desk) -> None:
        """Take it back on the disk."""

    @abstractmethod
    def tell(self) -> None:
        """Announce what is so now."""

    def wanted(self, *, back: bool) -> ActRequest | None:  # noqa: ARG002 - those that can wait ask for it
        """Say what is to be pending if the disk does not take it, there or `back`; None: it is not done then."""
        return None

    def as_now(self, quotes: Sequence[Quote]) -> list[Quote]:
        """Return quotes as they are on the disk, as far as it can be read."""
        return [self.writer.quote_now(quote.id) or quote for quote in quotes]

    def redo(self) -> None:
        self._do(self.act, back=False)

    def undo(self) -> None:
        self._do(self.back, back=True)

    def _do(self, act: Callable[[Desk], None], *, back: bool) -> None:
        """Do it, or keep it pending; what is still pending the other way is dropped instead."""
        if self._pending and self.writer.pending is not None and self.writer.pending.take_back(self._pending):
            self._pending, self.done = "", True
            return
        outcome = self.writer.attempt_or_wait(act, partial(self.wanted, back=back))
        self._pending, self.done = outcome.pending, outcome.done or bool(outcome.pending)
        if not outcome.pending:
            self.setObsolete(not outcome.done)
            self.tell()
