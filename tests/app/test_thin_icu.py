"""The data of ICU in the bundle: what is left out is gone, the rest is where it was said to be."""

from __future__ import annotations

import struct
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

_HEADER = struct.pack("<HBB", 32, 0xDA, 0x27).ljust(32, b"\0")


@pytest.fixture
def thin_icu(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that build.spec imports from its folder."""
    folder = Path(__file__).parents[2] / "resources" / "bundle"
    monkeypatch.syspath_prepend(str(folder))
    import thin_icu  # type: ignore[import-not-found]

    monkeypatch.delitem(sys.modules, "thin_icu")
    found: ModuleType = thin_icu
    return found


def package(items: dict[str, bytes]) -> bytes:
    """Put items together as ICU does; the lengths of all must be multiples of 16."""
    names = b"".join(name.encode() + b"\0" for name in items)
    at = 4 + 8 * len(items)
    starts = [at]
    for name in items:
        starts.append(starts[-1] + len(name) + 1)
    start = at + len(names) + -(len(_HEADER) + at + len(names)) % 16
    table, body = struct.pack("<I", len(items)), b""
    for (name_at, _), content in zip(pairwise(starts), items.values(), strict=True):
        table += struct.pack("<II", name_at, start + len(body))
        body += content
    return _HEADER + table + names + bytes(start - at - len(names)) + body


def read(content: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from("<I", content, 32)
    entries = [struct.unpack_from("<II", content, 36 + 8 * number) for number in range(count)]
    ends = [start for _, start in entries[1:]] + [len(content) - 32]
    assert all((32 + start) % 16 == 0 for _, start in entries)
    return {
        content[32 + name : content.index(b"\0", 32 + name)].decode(): content[32 + start : 32 + end]
        for (name, start), end in zip(entries, ends, strict=True)
    }


def test_unused_rooms_are_left_out_and_the_rest_is_found(thin_icu: ModuleType) -> None:
    items = {
        "icudt73l/coll/de.res": b"a" * 32,
        "icudt73l/curr/de.res": b"b" * 48,
        "icudt73l/ibm-37.cnv": b"c" * 16,
        "icudt73l/unit/de.res": b"d" * 16,
        "icudt73l/zone/de.res": b"e" * 64,
    }
    assert read(package(items)) == items
    thinned = read(thin_icu.thin(package(items)))
    assert {name: content.rstrip(b"\0") for name, content in thinned.items()} == {
        name: content for name, content in items.items() if "curr" not in name and "unit" not in name
    }
