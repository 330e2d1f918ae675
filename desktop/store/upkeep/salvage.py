"""Salvage of SQLite pages: a copy of a file that lost its end or its list of tables becomes readable.

Nothing is guessed about rows: those that are there come within reach, and their hashes say whether they are whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_INTERIOR = 5  # a page of a table that leads to other pages


def fill_up(copy: Path) -> None:
    """Put empty pages where the header says that there should be more: SQLite reads nothing of a file that is cut."""
    content = bytearray(copy.read_bytes())
    size = _page_size(content)
    if not size:
        return
    content.extend(bytes(-len(content) % size))
    pages = int.from_bytes(content[28:32], "big")
    if len(content) // size < pages <= 2 * len(content) // size + 1000:
        content.extend(bytes(pages * size - len(content)))
    else:
        content[28:32] = (len(content) // size).to_bytes(4, "big")
    copy.write_bytes(content)


def lend_schema(copy: Path, fresh: bytes) -> bool:
    """Put the list of tables of a `fresh` desk in the place of a broken one; False where the two cannot be alike.

    Every desk of one schema is made by the same steps, so its tables begin on the same pages.
    """
    content, size = bytearray(copy.read_bytes()), _page_size(fresh)
    pages = len(content) // size
    if max(_schema_pages(fresh, size)) > pages:
        return False
    for number in _schema_pages(fresh, size):
        start = (number - 1) * size
        content[start : start + size] = fresh[start : start + size]
    content[28:32] = pages.to_bytes(4, "big")
    content[32:40] = bytes(8)  # no list of free pages
    copy.write_bytes(content)
    return True


def _page_size(content: bytes | bytearray) -> int:
    size = int.from_bytes(content[16:18], "big")
    size = 65536 if size == 1 else size
    return size if len(content) >= 100 and size >= 512 and size & (size - 1) == 0 else 0


def _schema_pages(content: bytes, size: int, number: int = 1) -> Iterator[int]:
    """Yield the numbers of the pages that hold the list of tables."""
    yield number
    start = (number - 1) * size
    head = start + (100 if number == 1 else 0)
    if content[head] != _INTERIOR:
        return
    cells = int.from_bytes(content[head + 3 : head + 5], "big")
    places = [head + 12 + 2 * cell for cell in range(cells)]
    children = [start + int.from_bytes(content[at : at + 2], "big") for at in places] + [head + 8]
    for child in children:
        yield from _schema_pages(content, size, int.from_bytes(content[child : child + 4], "big"))
