"""Undo command for what a checker takes on: quotes and articles that nobody else is to check meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.translation import tr
from desktop.ui.session.writer import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.open_desk import Desk
    from desktop.ui.session.session import Session


class TakeOn(DeskCommand):
    """Say that the checker works on quotes or articles (uids), or that nobody does any more."""

    def __init__(self, session: Session, subjects: Sequence[str], *, taken: bool) -> None:
        super().__init__(session, tr("take on") if taken else tr("release"))
        self._session = session
        self._subjects = list(subjects)
        self._taken = taken

    def act(self, desk: Desk) -> None:
        self._set(desk, taken=self._taken)

    def back(self, desk: Desk) -> None:
        self._set(desk, taken=not self._taken)

    def _set(self, desk: Desk, *, taken: bool) -> None:
        (desk.take if taken else desk.release)(self._subjects, checker=self.writer.checker)

    def announce(self) -> None:
        self._session.newsroom.read_taken()
        self._session.newsroom.wake()
