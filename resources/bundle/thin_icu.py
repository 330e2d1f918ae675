"""Thin ICU data for the bundle: a library libicudata.so without the rooms that Qt has no call for.

Of ICU, Qt's core library calls only converters of old encodings, collation, time zones and upper and lower case
(`nm -D` names the functions). The full data is a fifth of the bundle. The format is ICU's own: a header, a table of
contents with offsets of names and of data from its start, sorted by name, then both; data begin at multiples of 16.
"""

from __future__ import annotations

import re
import struct
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

UNUSED = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")

_SOURCE = """
    .section .rodata
    .globl {symbol}
    .type {symbol}, %object
    .balign 16
{symbol}:
    .incbin "{data}"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",%progbits
"""


def thin_library(library: Path, folder: Path) -> Path:
    """Write the thin library into a folder, under the same name; needs nm, as and ld. Raises what goes wrong."""
    listed = _run("nm", "-DS", str(library))
    found = re.search(r"(\w+) \w (icudt\d+_dat)", listed)
    content = library.read_bytes()
    start = content.index(b"CmnD") - 12
    if found is None or content[start + 2 : start + 4] != b"\xda\x27":
        raise ValueError(f"{library} is not ICU data as we know it")
    data = folder / "icu.dat"
    data.write_bytes(thin(content[start : start + int(found[1], 16)]))
    source, made = folder / "icu.s", folder / library.name
    source.write_text(_SOURCE.format(symbol=found[2], data=data), encoding="ascii")
    _run("as", "-o", str(folder / "icu.o"), str(source))
    _run("ld", "-shared", "-soname", library.name, "-o", str(made), str(folder / "icu.o"))
    return made


def thin(package: bytes) -> bytes:
    """Return an ICU package without the unused rooms."""
    (header,) = struct.unpack_from("<H", package)
    kept = [item for item in _items(package, header) if item[0].split(b"/")[1].decode() not in UNUSED]
    names, at = b"", 4 + 8 * len(kept)
    offsets = []
    for name, _ in kept:
        offsets.append(at + len(names))
        names += name + b"\0"
    at += len(names)
    contents, body = struct.pack("<I", len(kept)), b""
    for offset, (_, item) in zip(offsets, kept, strict=True):
        body += b"\0" * (-(header + at + len(body)) % 16)
        contents += struct.pack("<II", offset, at + len(body))
        body += item
    return package[:header] + contents + names + body


def _items(package: bytes, header: int) -> list[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from("<I", package, header)
    entries = [struct.unpack_from("<II", package, header + 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in entries[1:]] + [len(package) - header]
    return [
        (package[header + name : package.index(b"\0", header + name)], package[header + start : header + end])
        for (name, start), end in zip(entries, ends, strict=True)
    ]


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - names of ours
