"""Model of what may lie on a disk after the power went off.

What was synced is there. Of what was not, each write may be there, not, or in parts (sectors of 512 bytes), and each
new or lost name may be there or not, whatever the order was.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tests.faults.traced import Cut, FolderSynced, Line, Named, Synced, Written

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from tests.faults.traced import Event

_SECTOR = 512


class CrashDisk:
    """A disk while a recorded process works on it."""

    def __init__(self) -> None:
        self._contents: dict[int, bytearray] = {}  # by file: what is surely there
        self._changes: dict[int, list[Written | Cut]] = {}  # what came since it was last synced
        self._names: dict[str, int | None] = {}
        self._renamings: list[Named] = []

    def play(self, event: Event) -> None:
        match event:
            case Written() | Cut():
                self._changes.setdefault(event.file, []).append(event)
            case Synced():
                content = self._contents.setdefault(event.file, bytearray())
                for change in self._changes.pop(event.file, ()):
                    _apply(content, change)
            case Named():
                self._renamings.append(event)
            case FolderSynced():
                self._sync_folder(event.folder)
            case Line():
                pass

    def _sync_folder(self, folder: str) -> None:
        left = []
        for naming in self._renamings:
            if any(str(PurePath(name).parent) == folder for name, _ in naming.names):
                self._names.update(naming.names)
            else:
                left.append(naming)
        self._renamings = left

    def crash(self, chance: random.Random, folder: str, out: Path) -> None:
        """Write one of the images that a power cut now may leave of `folder` to `out`."""
        names, share = dict(self._names), chance.choice((0.0, 0.5, 0.5, 0.9, 1.0))
        for naming in self._renamings:
            if chance.random() < share:
                names.update(naming.names)
        share = chance.choice((0.0, 0.4, 0.8, 1.0))
        for name, file in names.items():
            if file is not None:
                path = out / PurePath(name).relative_to(folder)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self._after_crash(chance, file, share))

    def _after_crash(self, chance: random.Random, file: int, share: float) -> bytes:
        content = bytearray(self._contents.get(file, b""))
        for change in self._changes.get(file, ()):
            fate = chance.random()
            if fate < share:
                _apply(content, change)
            elif isinstance(change, Written) and fate < (1 + share) / 2:
                _tear(chance, content, change)
        return bytes(content)


def _apply(content: bytearray, change: Written | Cut) -> None:
    if isinstance(change, Cut):
        del content[change.size :]
        content.extend(bytes(change.size - len(content)))
        return
    content.extend(bytes(max(0, change.offset - len(content))))
    content[change.offset : change.offset + len(change.data)] = change.data


def _tear(chance: random.Random, content: bytearray, change: Written) -> None:
    """Apply some of the sectors of a write."""
    start = change.offset
    while start < (end := change.offset + len(change.data)):
        stop = min(end, (start // _SECTOR + 1) * _SECTOR)
        if chance.random() < 0.5:
            _apply(content, Written(change.file, start, change.data[start - change.offset : stop - change.offset]))
        start = stop
