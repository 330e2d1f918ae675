"""Captures of an address in a web archive: listed by its CDX server, else by the TimeMap of Memento (RFC 7089)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from desktop.intake.errors import Empty, IntakeError, Unreadable
from desktop.intake.web.address import Access, Address, read_capture_address
from desktop.intake.web.hosts import Refused
from desktop.intake.web_archive.capture_list import ListedCapture, about_odd, read_capture_list
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.intake.web.fetch import Fetched

_MOST = 10_000  # captures asked for, the newest of them
_FIELDS = "urlkey,timestamp,original,mimetype,statuscode,digest"
_LINK = lazy_pattern(r"<([^<>\s]{1,4000})>((?:\s*;\s*[\w-]+\s*=\s*(?:\"[^\"]*\"|[^\s,;\"]+))*)")
_DATETIME = lazy_pattern(r"\bdatetime\s*=\s*\"([^\"]+)\"")
_RELATION = lazy_pattern(r"\brel\s*=\s*\"?([^\";]+)")


@dataclass(frozen=True, slots=True)
class Captures:
    """The captures of an address that an archive lists, oldest first."""

    address: str
    listed: tuple[ListedCapture, ...]
    notices: tuple[str, ...] = ()


def list_captures(
    address: str, access: Access | None = None, *, cancelled: Callable[[], bool] = lambda: False
) -> Captures:
    """Ask the archive for the captures of an address that hold a page, oldest first.

    Raises an IntakeError with a plain sentence, Empty where there is none, or Cancelled.
    """
    access = access or Access()
    archived = read_capture_address(address, access.archive)
    target = archived.url if archived else address.strip()
    found, notices = _listed(target, access, cancelled)
    pages = sorted((each for each in found if each.status in {"", "200"}), key=lambda each: each.timestamp)
    if not pages:
        raise Empty(Sentence("The archive holds no capture of {address}.", address=Address(target).name))
    if len(found) >= _MOST:
        notices = (*notices, Sentence("Only the newest {number} captures are listed.", number=f"{_MOST:,}"))
    return Captures(target, tuple(pages), notices)


def capture_address(capture: ListedCapture, archive: str) -> Address:
    """Give the address under which the archive gives the bytes of a capture as they came."""
    return Address(f"{archive.rstrip('/')}/web/{capture.timestamp}id_/{capture.url}")


def _listed(target: str, access: Access, cancelled: Callable[[], bool]) -> tuple[list[ListedCapture], tuple[str, ...]]:
    """Ask the CDX server, and where that does not answer the TimeMap."""
    base = access.archive.rstrip("/")
    query = f"url={quote(target, safe='')}&output=json&fl={_FIELDS}&limit=-{_MOST}"
    try:
        answer = _fetched(f"{base}/cdx/search/cdx?{query}", access, cancelled)
        captures, odd = read_capture_list(answer.body.decode("utf-8", "replace").strip() or "[]")
        if captures or not odd:
            return captures, about_odd(odd)
    except Empty:
        return [], ()
    except Refused:
        raise
    except IntakeError as error:
        cdx_error: IntakeError = error
    else:
        cdx_error = Unreadable(Sentence("The archive's list of captures could not be understood."))
    try:
        answer = _fetched(f"{base}/web/timemap/link/{target}", access, cancelled)
    except IntakeError:
        raise cdx_error from None
    return read_time_map(answer.body.decode("utf-8", "replace"), access.archive), ()


def _fetched(address: str, access: Access, cancelled: Callable[[], bool]) -> Fetched:
    from desktop.intake.web.fetch import fetch

    return fetch(address, access, cancelled=cancelled)


def read_time_map(text: str, archive: str) -> list[ListedCapture]:
    """Read the mementos of a TimeMap in the link format; what is no memento of this archive is passed over."""
    found = list[ListedCapture]()
    for link in _LINK.finditer(text):
        relation, moment = _RELATION.search(link[2]), _DATETIME.search(link[2])
        archived = read_capture_address(link[1], archive)
        if relation is None or moment is None or archived is None or "memento" not in relation[1].split():
            continue
        found.append(ListedCapture(archived.url, _timestamp(moment[1]) or archived.timestamp))
    return found


def _timestamp(date: str) -> str:
    try:
        return parsedate_to_datetime(date).astimezone(UTC).strftime("%Y%m%d%H%M%S")
    except (ValueError, TypeError, OverflowError):
        return ""
