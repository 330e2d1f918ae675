"""Outlook messages made for tests: a compound file with storages and properties."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TypeAlias

Tree: TypeAlias = "dict[str, bytes | Tree]"

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


@dataclass
class _Entry:
    """A line of the directory."""

    name: str
    kind: int
    data: bytes = b""
    sibling: int = _FREE
    child: int = _FREE
    start: int = _END
    size: int = 0

    def pack(self) -> bytes:
        name = (self.name + "\0").encode("utf-16-le")
        links = struct.pack(
            "<HBBIII36xIQ", len(name), self.kind, 1, _FREE, self.sibling, self.child, self.start, self.size
        )
        return name.ljust(64, b"\0") + links


def compound(tree: Tree) -> bytes:
    """Write a compound file (MS-CFB, version 3) of a tree of streams."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, entries[0], tree)
    mini, mini_fat, sectors, fat = bytearray(), list[int](), bytearray(), list[int]()
    for entry in entries:
        small = len(entry.data) < _CUTOFF
        entry.start = _chain(mini, mini_fat, entry.data, _MINI) if small else _chain(sectors, fat, entry.data, _SECTOR)
        entry.size = len(entry.data)
    entries[0].start, entries[0].size = _chain(sectors, fat, bytes(mini), _SECTOR), len(mini)
    mini_fat_start = _chain(sectors, fat, struct.pack(f"<{len(mini_fat)}I", *mini_fat), _SECTOR)
    directory_start = _chain(sectors, fat, b"".join(entry.pack() for entry in entries), _SECTOR)
    size, fat_start = -(-(len(fat) + 2) // 127), len(fat)  # sectors of the table, which lists itself
    fat += [_FAT] * size
    table = struct.pack(f"<{size * 128}I", *fat, *[_FREE] * (size * 128 - len(fat)))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, size, directory_start, 0, _CUTOFF, mini_fat_start, -(-len(mini_fat) // 128), _END, 0, fat_start,
    )  # fmt: skip
    first = [fat_start + i for i in range(1, size)]
    return head + struct.pack("<108I", *first, *[_FREE] * (108 - len(first))) + bytes(sectors) + table


def message(
    texts: dict[int, str | bytes], numbers: dict[int, int] | None = None, more: Tree | None = None, head: int = 32
) -> Tree:
    """Give the storage of a message: texts are Unicode as str, by code page as bytes; bytes in a tuple are binary."""
    tree: Tree = dict(more or {})
    for number, value in texts.items():
        kind, data = ("001F", value.encode("utf-16-le")) if isinstance(value, str) else ("001E", value)
        tree[f"__substg1.0_{number:04X}{kind}"] = data
    fixed = b"".join(struct.pack("<HHIQ", 3, number, 6, value) for number, value in (numbers or {}).items())
    tree["__properties_version1.0"] = bytes(head) + fixed
    return tree


def _add(entries: list[_Entry], parent: _Entry, tree: Tree) -> None:
    before = None
    for name, value in tree.items():
        entry = _Entry(name, 2, value) if isinstance(value, bytes) else _Entry(name, 1)
        if before is None:
            parent.child = len(entries)
        else:
            before.sibling = len(entries)
        entries.append(entry)
        before = entry
        if not isinstance(value, bytes):
            _add(entries, entry, value)


def _chain(space: bytearray, table: list[int], data: bytes, size: int) -> int:
    """Append data in sectors and chain them; give the first."""
    start = len(table)
    count = -(-len(data) // size)
    if not count:
        return _END
    space += data.ljust(count * size, b"\0")
    table += [*range(start + 1, start + count), _END]
    return start
