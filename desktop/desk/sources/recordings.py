"""Recordings of sources: the address or file at which the words of a transcript can be heard, with the time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from desktop.domain import value_type

if TYPE_CHECKING:
    from desktop.desk.sources.source_check import Source

# Endings of files that a player opens; a file of another kind is never handed to the system from here.
MEDIA = (
    ".mp4",
    ".m4v",
    ".webm",
    ".mkv",
    ".mov",
    ".avi",
    ".mp3",
    ".m4a",
    ".aac",
    ".ogg",
    ".oga",
    ".opus",
    ".wav",
    ".flac",
)
_QUERY = "t"  # both the media fragment and the query that sites of videos read
_BY_QUERY = ("youtube.com", "youtu.be", "www.youtube.com", "m.youtube.com")


@value_type
class Recording:
    """Where words can be heard: an address with its time in it, or a file, whose player has to be told the time."""

    address: str = ""
    path: Path | None = None


def recording_at(source: Source, seconds: float, address: str = "") -> Recording | None:
    """Return the recording of a source at a time; None where none is known.

    It is at the address of the source (`address`, else what its text states), or lies beside the captions under their
    name.
    """
    info = source.version.info
    address = address or info.metadata.url
    if urlsplit(address).scheme in {"http", "https"}:
        return Recording(address=_at_time(address, int(seconds)))
    beside = Path(info.source)
    for ending in MEDIA if info.source else ():
        path = beside.with_suffix(ending)
        if path.is_file():
            return Recording(path=path)
    return None


def _at_time(address: str, seconds: int) -> str:
    """Put a time into an address: as a media fragment (#t=872), or as the query that the site reads instead."""
    parts = urlsplit(address)
    if (parts.hostname or "") in _BY_QUERY:
        query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != _QUERY]
        return urlunsplit(parts._replace(query=urlencode([*query, (_QUERY, f"{seconds}s")]), fragment=""))
    return urlunsplit(parts._replace(fragment=f"{_QUERY}={seconds}"))
