"""A tiny writer of PDFs: text at places, in the standard fonts, nothing compressed, so that a test can be read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842
FULL = 86  # characters of Helvetica at 12 points that fill a line of 450 points, about


@dataclass
class Sheet:
    """One page; places are in points from its lower left corner."""

    content: list[str] = field(default_factory=list)
    entries: str = ""  # more entries of the page's dictionary

    def text(self, x: float, y: float, words: str, size: float = 12, *, before: str = "", font: str = "F1") -> Sheet:
        """Write words at a place; `before` are operators that hold for these words alone."""
        self.content.append(f"q BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm {shown(words)} Tj ET Q")
        return self

    def lines(self, x: float, y: float, *lines: str, size: float = 12, pitch: float = 14) -> Sheet:
        """Write lines below one another, the first one at this place."""
        for number, line in enumerate(lines):
            self.text(x, y - number * pitch, line, size)
        return self

    def raw(self, operators: str) -> Sheet:
        self.content.append(operators)
        return self


def shown(words: str) -> str:
    """Give words as a string of PDF, in WinAnsiEncoding."""
    codes = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return f"({codes.decode('latin-1')})"


def pdf(*sheets: Sheet, info: str = "", catalog: str = "", fonts: str = "", more: tuple[str, ...] = ()) -> bytes:
    """Write a file of pages. Objects: 1 catalog, 2 pages, 3 and 4 fonts, 5 information; `more` from 10 on."""
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        2: "",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        5: f"<< {info} >>",
    }
    objects |= {10 + number: body for number, body in enumerate(more)}
    kids = []
    for number, sheet in enumerate(sheets):
        page, stream = 100 + 2 * number, 101 + 2 * number
        kids.append(f"{page} 0 R")
        content = "\n".join(sheet.content)
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {stream} 0 R {sheet.entries} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R {fonts} >> >> >>"
        )
        objects[stream] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _file(objects)


def _file(objects: dict[int, str], trailer: str = "") -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 1\n{0:010} 65535 f \n".encode()
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    trailer = f"/Size {max(objects) + 1} /Root 1 0 R /Info 5 0 R {trailer}"
    out += f"trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(words: str, password: str) -> bytes:
    """Write one page that a password of the user locks: RC4 with 40 bits, the oldest way."""
    mark, rights = bytes(16), -4
    pad = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(pad, usedforsecurity=False).digest()[:5], pad)
    key = hashlib.md5(pad + owner + rights.to_bytes(4, "little", signed=True) + mark, usedforsecurity=False).digest()[
        :5
    ]
    own = hashlib.md5(key + (101).to_bytes(3, "little") + bytes(2), usedforsecurity=False).digest()[:10]
    content = _rc4(own, f"BT /F1 12 Tf 72 700 Td {shown(words)} Tj ET".encode("latin-1")).decode("latin-1")
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Count 1 /Kids [100 0 R] >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        5: "<< >>",
        6: f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{_rc4(key, _PAD).hex()}> /P {rights} >>",
        100: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 101 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        101: f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    }
    return _file(objects, f"/Encrypt 6 0 R /ID [<{mark.hex()}> <{mark.hex()}>]")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
