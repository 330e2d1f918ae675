"""Addresses of pages, and what a fetch may do; nothing here loads a library of the network."""

from __future__ import annotations

import re

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern

ARCHIVE = "https://web.archive.org"  # where captures are asked for, unless another one is named
_LONE = lazy_pattern(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_CAPTURE = lazy_pattern(r"/web/(\d{4,14})([a-z]{2}_)?/(.+)", re.DOTALL)


class Address(str):
    """The address of a page, http or https; called by itself where a file is called by its name."""

    __slots__ = ()

    @property
    def name(self) -> str:
        return str(self) if len(self) <= 120 else f"{self[:80]}…{self[-36:]}"


@value_type
class Access:
    """What a fetch may do, and how much of it."""

    allow_private: bool = False  # also addresses of this computer and of the network it is in
    archive: str = ARCHIVE  # base address of the archive
    seconds: float = 60  # in all, from the first question for the host to the last byte
    connecting: float = 15  # seconds for one connection
    size: int = 50_000_000  # bytes, as they travel and unpacked
    redirects: int = 10


@value_type
class ArchivedPage:
    """What the address of a capture in an archive says."""

    timestamp: str  # up to 14 digits, UTC
    url: str


def lone_address(text: str) -> Address | None:
    """Give the address if a text is one http or https address and nothing else."""
    stripped = text.strip()
    return Address(stripped) if _LONE.fullmatch(stripped) else None


def read_capture_address(address: str, archive: str = ARCHIVE) -> ArchivedPage | None:
    """Read the address of a capture in the archive; None for any other address."""
    base = archive.rstrip("/").split("://", 1)[-1]
    rest = address.split("://", 1)[-1]
    found = _CAPTURE.match(rest[len(base) :]) if rest.lower().startswith(base.lower()) else None
    return ArchivedPage(found[1], found[3]) if found else None


def original_address(address: str, archive: str = ARCHIVE) -> Address:
    """Give the address under which the archive gives the bytes as they came; other addresses stay as they are."""
    found = read_capture_address(address, archive)
    if found is None:
        return Address(address)
    return Address(f"{archive.rstrip('/')}/web/{found.timestamp}id_/{found.url}")
