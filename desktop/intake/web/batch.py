"""Batches of addresses: fetched one after the other on the thread that asks, each read in a worker process."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from desktop.intake.batch import Read, read_of
from desktop.intake.errors import IntakeError
from desktop.intake.web.address import Access, Address, original_address, read_capture_address
from desktop.intake.worker import Cancelled, Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.domain import Capture
    from desktop.intake.web.fetch import Fetched

T = TypeVar("T")


def read_addresses(
    addresses: Sequence[Address],
    then: Callable[[Capture], T],
    access: Access | None = None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Read[T]]:
    """Fetch and read addresses in their order, as `read_batch` does files; captures in an archive as originals.

    A capture of the same page as the one before it is a later version of that.
    """
    from desktop.intake.web.fetch import fetch

    access, before = access or Access(), ""
    with closing(Worker()) as worker:
        for address in addresses:
            try:
                fetched = fetch(original_address(address, access.archive), access, cancelled=cancelled)
                page = _archived_page(fetched, access)
                follows = bool(page) and page == before
                read: Read[T] = worker.run(
                    _read, address, fetched, then, access.archive, follows, name=address.name, cancelled=cancelled
                )
            except Cancelled:
                return
            except IntakeError as error:
                read = Read(address, error=error)
            else:
                before = page
            yield read


def _archived_page(fetched: Fetched, access: Access) -> str:
    """Name the page of which a capture was fetched, however its address was written; empty for what is no capture."""
    found = read_capture_address(fetched.address, access.archive)
    page = found.url.lower().split("://", 1)[-1] if found else ""
    return page.removeprefix("www.").replace(":80/", "/").rstrip("/")


def _read(
    address: Address,
    fetched: Fetched,
    then: Callable[[Capture], T],
    archive: str,
    follows: bool,  # noqa: FBT001
) -> Read[T]:
    """Read what was fetched; runs in the worker process."""
    from desktop.intake.web.page import read_fetched

    captures = read_fetched(fetched, archive)
    if follows:
        captures = [replace(captures[0], follows=True), *captures[1:]]
    return read_of(address, captures, then)
