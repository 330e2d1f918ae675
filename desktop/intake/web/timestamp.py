"""Question to a time-stamping authority over HTTP (RFC 3161 section 3.4), by the guarded way that pages are fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.web.fetch import Message, fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.intake.web.address import Access


def ask_authority(
    address: str, request: bytes, access: Access | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """Send a request and return the reply, unread; raises an IntakeError whose sentence begins with the address."""
    message = Message(request, "application/timestamp-query", "application/timestamp-reply")
    return fetch(address, access, message=message, cancelled=cancelled).body
