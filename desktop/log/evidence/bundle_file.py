"""Evidence bundle: a zip of the plainest kind, in which every byte is covered by a digest or by a fixed layout.

The layout is that of `standalone_check`, which also checks it; a copy of that file lies in every bundle as check.py.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError
from desktop.log.evidence import standalone_check
from desktop.log.evidence.standalone_check import DIGEST, MANIFEST, central_header, end_record, local_header

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

_LARGEST = 0xFFFFFFFF  # bytes: what a zip file without extensions can hold
_MOST_FILES = 65_000
_BLOCK = 1 << 20


class BundleTooLargeError(VerbatimError):
    """What was chosen does not fit into one bundle."""


def checker_source() -> bytes:
    """Return the file with which a bundle is checked without this program."""
    return Path(standalone_check.__file__).with_suffix(".py").read_bytes()


class BundleWriter:
    """Writes a bundle file by file; `finish` adds the manifest and its digest."""

    def __init__(self, out: BinaryIO) -> None:
        """Begin at the beginning of a file that can be sought in."""
        self._out = out
        self._directory: list[bytes] = []
        self._manifest: dict[str, str] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._manifest

    def add(self, name: str, content: bytes) -> None:
        """Add a file whose content is at hand; raises BundleTooLargeError."""

        def fill(out: BinaryIO) -> None:
            out.write(content)

        self.add_written(name, fill)

    def add_written(self, name: str, fill: Callable[[BinaryIO], object]) -> None:
        """Add a file whose content is written by `fill`, at the end of what it is given; raises BundleTooLargeError."""
        assert name not in self._manifest, name
        raw, offset = name.encode("ascii"), self._out.tell()
        start = offset + len(local_header(raw, 0, 0))
        self._out.write(bytes(start - offset))
        fill(self._out)
        end = self._out.tell()
        if end > _LARGEST or len(self._directory) >= _MOST_FILES:
            raise BundleTooLargeError(
                "A bundle holds at most 4 GB and 65,000 files; please export fewer stories at once."
            )
        crc, sha256 = 0, hashlib.sha256()
        self._out.seek(start)
        for block in iter(lambda: self._out.read(_BLOCK), b""):
            crc = zlib.crc32(block, crc)
            sha256.update(block)
        self._out.seek(offset)
        self._out.write(local_header(raw, crc, end - start))
        self._out.seek(end)
        self._directory.append(central_header(raw, crc, end - start, offset))
        self._manifest[name] = sha256.hexdigest()

    def finish(self) -> str:
        """Write the manifest, its digest and the directory; returns the digest of the bundle."""
        self.add(MANIFEST, "".join(f"{sha256}  {name}\n" for name, sha256 in self._manifest.items()).encode())
        digest = self._manifest[MANIFEST]
        self.add(DIGEST, f"{digest}  {MANIFEST}\n".encode())
        offset, directory = self._out.tell(), b"".join(self._directory)
        self._out.write(directory + end_record(len(self._directory), len(directory), offset))
        return digest
