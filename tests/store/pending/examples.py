"""Pending acts for tests: quotes of a desk, and acts on them that it did not take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import MarkChange, Status
from desktop.store.pending import acts as pending

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote
    from desktop.store.pending.acts import ActRequest, PendingAct

VERIFIED, DISPUTED = MarkChange(Status.VERIFIED, basis="recording"), MarkChange(Status.DISPUTED, reason="denied")


def quotes(desk: Desk) -> list[Quote]:
    return desk.quotes(desk.articles()[0].newest)


def pending_act(desk: Desk, request: ActRequest, checker: str = "Ada") -> PendingAct:
    """Make the act that was asked for pending on a desk as it is now."""
    return pending.pending_act(request, desk.chains.mark_head(), checker, desk.now().isoformat())
