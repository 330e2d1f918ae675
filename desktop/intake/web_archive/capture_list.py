"""Lists of captures: CDX and CDXJ files, and the answers of a CDX server, as text or JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

# Letters of a CDX head, as the Internet Archive gave them out.
_LETTERS = {"N": "key", "a": "url", "b": "timestamp", "m": "media_type", "s": "status", "k": "digest"}
_FIELDS = {  # of CDXJ and of a server's answer
    "urlkey": "key",
    "timestamp": "timestamp",
    "original": "url",
    "url": "url",
    "mimetype": "media_type",
    "mime": "media_type",
    "statuscode": "status",
    "status": "status",
    "digest": "digest",
}
_DEFAULT = ("key", "timestamp", "url", "media_type", "status", "digest")
_TIMESTAMP = lazy_pattern(r"\d{4,14}$")


@dataclass(frozen=True, slots=True)
class ListedCapture:
    """One capture of a list; a field is empty where the list has "-" or nothing."""

    url: str
    timestamp: str  # up to 14 digits, UTC
    key: str = ""
    media_type: str = ""
    status: str = ""
    digest: str = ""

    @property
    def is_revisit(self) -> bool:
        """Say whether it says that nothing had changed; such a row often has no status."""
        return self.media_type == "warc/revisit"

    @property
    def moment(self) -> str:
        """The timestamp as "2014-01-03 03:03:21", as far as it goes."""
        digits = self.timestamp
        day = "-".join(filter(None, (digits[:4], digits[4:6], digits[6:8])))
        return f"{day} {':'.join(filter(None, (digits[8:10], digits[10:12], digits[12:14])))}".strip()


def is_capture_list(head: str) -> bool:
    """Say whether the beginning of a text is a CDX or CDXJ list."""
    lines = head.splitlines()
    first = lines[0] if lines else ""
    if re.match(r"\s?CDX( \w)+\s*$", first):
        return True
    parts = first.split(" ", 2)
    return len(parts) == 3 and bool(_TIMESTAMP.match(parts[1])) and parts[2].startswith("{") and ")" in parts[0]


def read_capture_list(text: str) -> tuple[list[ListedCapture], int]:
    """Read a list in any of its forms; returns the captures in its order and the number of lines not understood."""
    stripped = text.lstrip("\ufeff \n")
    if stripped.startswith("["):
        return _read_json(stripped)
    captures, odd = list[ListedCapture](), 0
    names: tuple[str, ...] = _DEFAULT
    for line in stripped.splitlines():
        if re.match(r"\s?CDX( \w)+\s*$", line):
            names = tuple(_LETTERS.get(letter, "") for letter in line.split()[1:])
        elif line.strip() and not line.startswith("!"):
            found = _cdxj(line) or _row(dict(zip(names, line.split(), strict=False)))
            captures += [found] if found else []
            odd += found is None
    return captures, odd


def about_odd(odd: int) -> tuple[str, ...]:
    """Say how many lines of a list were not understood; nothing where all were."""
    if not odd:
        return ()
    return (
        Sentence.counted(
            "{count} line of the list could not be understood.",
            "{count} lines of the list could not be understood.",
            odd,
        ),
    )


def _read_json(text: str) -> tuple[list[ListedCapture], int]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        return [], 1
    if not rows or not isinstance(rows[0], list):
        return [], len(rows)
    names = [_FIELDS.get(str(name), "") for name in rows[0]]
    found = [_row(dict(zip(names, map(str, row), strict=False))) for row in rows[1:] if isinstance(row, list)]
    return [each for each in found if each], sum(each is None for each in found)


def _cdxj(line: str) -> ListedCapture | None:
    key, _, rest = line.partition(" ")
    timestamp, _, fields = rest.partition(" ")
    if not fields.startswith("{") or not _TIMESTAMP.match(timestamp):
        return None
    try:
        stated = json.loads(fields)
    except (ValueError, RecursionError):
        return None
    named = {_FIELDS[name]: str(value) for name, value in stated.items() if name in _FIELDS}
    return _row({**named, "key": key, "timestamp": timestamp})


def _row(fields: dict[str, str]) -> ListedCapture | None:
    known = {name: "" if value == "-" else value for name, value in fields.items() if name}
    if not known.get("url") or not _TIMESTAMP.match(known.get("timestamp", "")):
        return None
    return ListedCapture(**{name: known.get(name, "") for name in ListedCapture.__slots__})
