"""Evidence of a mark: its lines read as links, files, pages, time codes and excerpts, and written again.

Each line of the evidence of a mark is one piece. Its parts stand between “ · ”, as a person would type them:
`https://example.org/talk · primary · p. 4 · 00:12:30 · contact: by phone · “the words”`. What fits no part stays as it
was typed, so every line that was ever written can be read. A file is named by its SHA-256 over the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = " · "
PRIVATE = "private:"  # begins a line of a note that stays out of logs unless it is asked for
PRIMARY, SECONDARY = english("primary"), english("secondary")
_CONTACT = "contact: "
_LONE_DOT = lazy_pattern(r"(?<!\S)·(?!\S)")
_FILE = lazy_pattern(r"(kept|file) sha256 ([0-9a-f]{64})")
_PAGE = lazy_pattern(r"p\. (\S.*)")
_TIME = lazy_pattern(r"\d+(?::[0-5]\d){1,2}(?:[.,]\d+)?(?:–\d+(?::[0-5]\d){1,2}(?:[.,]\d+)?)?")


@value_type
class Evidence:
    """One piece of evidence; an empty string is “not given”. All fields are one line each."""

    what: str = ""  # address of a page, path or name of a file, or the name of a source
    rank: str = ""  # PRIMARY or SECONDARY
    page: str = ""
    time: str = ""  # time code, or two with a dash between
    contact: str = ""  # how the source was reached; private
    sha256: str = ""  # of the file
    kept: bool = False  # the bytes of the file are in the desk
    more: tuple[str, ...] = ()  # other parts, as they were typed
    excerpt: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing is said but where."""
        return self == Evidence(self.what)

    def line(self) -> str:
        """Write it down; `read_line` reads it again."""
        file = [f"{'kept' if self.kept else 'file'} sha256 {self.sha256}"] if self.sha256 else []
        parts = [
            _plain(self.what),
            self.rank,
            f"p. {_plain(self.page)}" if self.page else "",
            _plain(self.time),
            f"{_CONTACT}{_plain(self.contact)}" if self.contact else "",
            *file,
            *map(_plain, self.more),
            f"“{_plain(self.excerpt)}”" if self.excerpt else "",
        ]
        return _BETWEEN.join(part for part in parts if part)


def read_evidence(text: str) -> list[Evidence]:
    """Return the pieces of an evidence text, one for each line that is not blank."""
    return [read_line(line) for line in text.splitlines() if line.strip()]


def read_line(line: str) -> Evidence:
    """Read one line; parts of a kind that is there already are kept as they were typed."""
    found: dict[str, str] = {}
    kept, more = False, []
    line, excerpt = _cut_excerpt(line.strip())
    for number, part in enumerate(line.split(_BETWEEN) if line else ()):
        kind, value = _kind_of(part)
        if kind and kind not in found:
            found[kind] = value
            kept = kept or part.startswith("kept ")
        elif number == 0:
            found["what"] = part
        else:
            more.append(part)
    return Evidence(**found, kept=kept, more=tuple(more), excerpt=excerpt)


def write_evidence(pieces: Iterable[Evidence]) -> str:
    return "\n".join(line for piece in pieces if (line := piece.line()))


def added(text: str, line: str) -> str:
    """Return an evidence text with one more line; the text itself where the line is in it."""
    lines = text.splitlines()
    return text if line in lines else f"{text.rstrip()}\n{line}".lstrip()


def stored_files(text: str) -> list[str]:
    """Return the SHA-256 of each file that an evidence text says is in the desk."""
    return [piece.sha256 for piece in read_evidence(text) if piece.kept]


# -- what stays out of logs unless it is asked for -----------------------------------------------------------------


def public_evidence(text: str) -> str:
    """Return an evidence text without how its sources were reached; other lines are left as they are."""
    return "\n".join(_public_line(line) for line in text.split("\n")) if _CONTACT in text else text


def public_note(note: str) -> str:
    """Return a note without its private lines."""
    if PRIVATE not in note.casefold():
        return note
    return "\n".join(line for line in note.split("\n") if not _is_private(line)).strip()


def is_public(note: str, evidence: str) -> bool:
    """Say whether a mark with this note and evidence has nothing private."""
    return public_note(note) == note and public_evidence(evidence) == evidence


def _public_line(line: str) -> str:
    """Drop the contact of a line, unless it stands in the excerpt."""
    before, excerpt = _cut_excerpt(line)
    if _CONTACT not in before:
        return line
    parts = [part for part in before.split(_BETWEEN) if not part.startswith(_CONTACT)]
    return _BETWEEN.join([*parts, f"“{excerpt}”"] if excerpt else parts)


def _is_private(line: str) -> bool:
    return line.lstrip().casefold().startswith(PRIVATE)


# -- parts of a line -----------------------------------------------------------------------------------------------


def _cut_excerpt(line: str) -> tuple[str, str]:
    """Return a line without the excerpt at its end, and the excerpt: it may hold anything but the end of itself."""
    if line.startswith("“"):
        start = 0
    else:
        at = line.find(f"{_BETWEEN}“")
        start = at + len(_BETWEEN) if at >= 0 else -1
    if start < 0 or not line.endswith("”") or len(line) - start < 3:
        return line, ""
    return line[: max(0, start - len(_BETWEEN))], line[start + 1 : -1]


def _kind_of(part: str) -> tuple[str, str]:
    """Return the field that a part belongs to and its value; nothing where it is none of them."""
    if part in {PRIMARY, SECONDARY}:
        return "rank", part
    if part.startswith(_CONTACT) and part[len(_CONTACT) :].strip():
        return "contact", part[len(_CONTACT) :]
    if file := _FILE.fullmatch(part):
        return "sha256", file[2]
    if page := _PAGE.fullmatch(part):
        return "page", page[1]
    return ("time", part) if _TIME.fullmatch(part) else ("", "")


def _plain(text: str) -> str:
    """Put a part on one line, without what stands between parts."""
    return _LONE_DOT.sub("•", " ".join(text.split()))
