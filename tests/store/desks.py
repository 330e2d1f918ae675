"""Captures, desks and clocks for tests."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.desk.prepare import Prepared, prepare
from desktop.domain import Capture, Cut, Metadata, Span
from desktop.store.file.migrations import FOLDED_INDEXES, built_upto

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.open_desk import Desk

RANDOM_RUNS = int(os.environ.get("VERBATIM_RANDOM_RUNS", "30"))  # a nightly run sets more

TEXT = (
    "Harbour to close in spring\n\n"
    "The harbour will be “closed for nine months”, the mayor said on Monday.\n\n"
    "“Nobody asked us,” said Ada Brink, who runs a café on the quay. “Nobody asked us,” her brother agreed.\n\n"
    "Sign up for our letter “the tide”.\n"
)
LETTER = Span(TEXT.index("Sign up"), len(TEXT))


def capture(text: str = TEXT, *, cuts: tuple[Cut, ...] = (), source: str = "clipboard", **metadata: str) -> Capture:
    original = text.encode()
    digest = hashlib.sha256(original).hexdigest()
    return Capture(
        text=text, metadata=Metadata(**metadata), cuts=cuts, original=original, original_sha256=digest,
        text_sha256=digest, source=source, media_type="text/plain", encoding="utf-8", extractor="plain text 1",
    )  # fmt: skip


def prepared(text: str = TEXT, *, cuts: tuple[Cut, ...] = (), source: str = "clipboard", **metadata: str) -> Prepared:
    return _prepared(capture(text, cuts=cuts, source=source, **metadata))


@lru_cache(1024)
def _prepared(it: Capture) -> Prepared:
    return prepare(it)  # pure, and most tests begin with the same few texts


class Ticking:
    """A clock that goes on by a second each time it is asked."""

    def __init__(self, start: datetime = datetime(2026, 9, 1, 12, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def assert_sound(desk: Desk) -> None:
    report = desk.check()
    assert report.findings == []
    assert report.notes == []


def backed_up_today(desk: Desk) -> Desk:
    """Let the desk take today's backup for made, where copying would be most of the work."""
    desk.backups.copies.checked_on = desk.now().date()
    return desk


def quick_folder() -> tempfile.TemporaryDirectory[str]:
    """Make a folder in memory where there is one: for what opens and writes a great many desks."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


def made_once(make: Callable[[Path], object], path: Path) -> Path:
    """Put a closed desk at `path`: a copy of what `make` made the first time, elsewhere."""
    path.write_bytes(_made(make))
    return path


@cache
def _made(make: Callable[[Path], object]) -> bytes:
    with quick_folder() as folder:
        make(Path(folder) / "once.desk")
        return (Path(folder) / "once.desk").read_bytes()


def unbuild_index(path: Path) -> None:
    """Leave a closed desk as it is when its search index was only begun by an update of the schema."""
    with closing(sqlite3.connect(path)) as db, db:
        for index in FOLDED_INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
            db.execute("INSERT INTO meta VALUES (?, '0')", (built_upto(index),))
