"""Trace of what a process did to the files of one folder, in order, with what it printed in between.

Read from `strace -f -xx`: every write, sync, cut, new name and lost name, and every line on standard output.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_CALLS = (
    "openat,open,creat,close,write,pwrite64,writev,pwritev,pwritev2,lseek,fsync,fdatasync,ftruncate,truncate,unlink,"
    "unlinkat,rename,renameat,renameat2,link,linkat,dup,dup2,dup3,sendfile,copy_file_range,fallocate"
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True)
class Written:
    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """Names that now lead to a file, or (None) nowhere; all of them at once."""

    names: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class FolderSynced:
    folder: str


@dataclass(frozen=True, slots=True)
class Line:
    """What the process said on its standard output."""

    text: str


Event = Written | Cut | Synced | Named | FolderSynced | Line


def hindrance() -> str:
    """Return why nothing can be traced here, or an empty string."""
    try:
        tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, text=True, check=False)
    except OSError as error:
        return f"strace is not there: {error}"
    return "" if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.strip()}"


def trace(command: Sequence[str], folder: Path, out: Path) -> list[Event]:
    """Run a command under strace and return what it did to the files of `folder`, which has to be empty before."""
    strace = ["strace", "-f", "-xx", "-s", str(2**22), "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(out)]
    done = subprocess.run([*strace, *command], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    with out.open(encoding="ascii") as lines:
        return list(_Files(str(folder)).events(lines))


@dataclass
class _Open:
    """One descriptor: of a file (its number), or of a folder (its name)."""

    file: int | None
    path: str
    place: int = 0
    appends: bool = False


class _Files:
    """Follows descriptors and names through a trace."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._open: dict[int, _Open] = {}
        self._names: dict[str, int] = {}
        self._sizes: list[int] = []

    def events(self, lines: Iterator[str]) -> Iterator[Event]:
        for line in lines:
            found = _LINE.match(line)
            assert "<unfinished" not in line, "two threads at once: their order cannot be told"
            if found and int(found[3]) >= 0:
                strings = [bytes.fromhex(text.replace("\\x", "")) for text, _ in _STRING.findall(found[2])]
                assert not any(cut for _, cut in _STRING.findall(found[2])), "a write was not recorded whole"
                rest = [part.strip() for part in _STRING.sub("", found[2]).split(",")]
                yield from self._event(found[1], strings, rest, int(found[3]))

    def _event(self, call: str, strings: list[bytes], rest: list[str], result: int) -> Iterator[Event]:
        if call in {"openat", "open", "creat"}:
            yield from self._on_open(os.fsdecode(strings[0]), rest, result)
        elif strings and call in {"unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat"}:
            yield from self._on_name(call.removesuffix("at2").removesuffix("at"), [os.fsdecode(one) for one in strings])
        elif call == "write" and rest[0] == "1":
            yield from (Line(text) for text in strings[0].decode().splitlines())
        elif rest[0].isdigit() and int(rest[0]) in self._open:
            yield from self._on_descriptor(call, int(rest[0]), strings, rest, result)

    def _on_open(self, path: str, rest: list[str], descriptor: int) -> Iterator[Event]:
        self._open.pop(descriptor, None)
        if not path.startswith(self._folder):
            return
        flags = " ".join(rest)
        if "O_CREAT" in flags and path not in self._names:
            self._names[path] = len(self._sizes)
            self._sizes.append(0)
            yield Named(((path, self._names[path]),))
        file = self._names.get(path)
        self._open[descriptor] = _Open(file, path, appends="O_APPEND" in flags)
        if file is not None and "O_TRUNC" in flags and self._sizes[file]:
            self._sizes[file] = 0
            yield Cut(file, 0)

    def _on_name(self, call: str, paths: list[str]) -> Iterator[Event]:
        if not paths[-1].startswith(self._folder):
            return
        if call == "unlink":
            del self._names[paths[0]]
            yield Named(((paths[0], None),))
            return
        self._names[paths[1]] = self._names[paths[0]]
        names: list[tuple[str, int | None]] = [(paths[1], self._names[paths[1]])]
        if call == "rename":
            del self._names[paths[0]]
            names.append((paths[0], None))
        yield Named(tuple(names))

    def _on_descriptor(
        self, call: str, number: int, strings: list[bytes], rest: list[str], result: int
    ) -> Iterator[Event]:
        one = self._open[number]
        if call == "close":
            del self._open[number]
        elif one.file is None:
            assert call in {"fsync", "fdatasync"}, call
            yield FolderSynced(one.path)
        elif call == "lseek":
            one.place = result
        elif call in {"fsync", "fdatasync"}:
            yield Synced(one.file)
        elif call == "ftruncate":
            self._sizes[one.file] = int(rest[1])
            yield Cut(one.file, int(rest[1]))
        else:
            yield self._on_write(call, one.file, one, strings[0][:result], rest)

    def _on_write(self, call: str, file: int, one: _Open, data: bytes, rest: list[str]) -> Written:
        assert call in {"write", "pwrite64"}, f"{call} is not known here"
        if call == "pwrite64":
            offset = int(rest[-1])
        else:
            offset = self._sizes[file] if one.appends else one.place
            one.place = offset + len(data)
        self._sizes[file] = max(self._sizes[file], offset + len(data))
        return Written(file, offset, data)
