"""Cues of a caption file: when they are shown, who speaks, and their words with their places in the file.

WebVTT as the W3C's note of 2019 has it, SubRip and SubViewer as programs write them. Broken parts are passed over as
far as the next line with times; what stands in no cue is given as a comment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = lazy_pattern(rf"[ \t]*{_CLOCK}[ \t]*(?:-->|,)[ \t]*{_CLOCK}(?:[ \t].*)?$")
_NUMBER = lazy_pattern(r"\s*\d{1,6}\s*$")
_TAG = lazy_pattern(
    r"<(/?)([a-zA-Z]+)((?:\.[^\s<>.&]*)*)(?:[ \t]([^<>]*))?>|<\d[\d:.]*>|\{\\[^{}]*\}|\{[biu]\}|\{/[biu]\}"
)
_SPOKEN_TAGS = frozenset(("b", "i", "u", "c", "v", "lang", "ruby", "rt", "font", "s", "em", "strong", "span", "br"))
_BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line and one voice; `start` and `end` are code points in the file's decoded text."""

    text: str
    start: int
    end: int
    voice: str = ""
    is_gloss: bool = False  # the small reading above a word


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption; times are seconds from the beginning. A line is its pieces."""

    start: float
    end: float
    lines: tuple[tuple[Piece, ...], ...]
    has_word_times: bool = False


@dataclass(slots=True)
class Captions:
    """What a caption file holds."""

    cues: list[Cue] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)  # NOTE blocks and what stands in no cue
    broken: int = 0  # cue numbers without times, times without words


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


def is_captions(head: str) -> bool:
    """Say whether the beginning of a text is that of a caption file."""
    lines = [line for line in head[:2000].splitlines() if line.strip()][:2]
    if head.startswith("WEBVTT"):
        return not head[6:7].strip()
    return any(_TIMES.match(line) is not None for line in lines[:1] + (lines[1:] if _is_number(lines) else []))


def _is_number(lines: list[str]) -> bool:
    return bool(lines) and _NUMBER.match(lines[0]) is not None


def read_captions(text: str) -> Captions:
    """Read the cues of a decoded file, in its order; offsets count from the beginning of `text`."""
    lines, found = list(_lines(text)), Captions()
    is_vtt = text.lstrip("\ufeff \n").startswith("WEBVTT")
    timed = [number for number, line in enumerate(lines) if _TIMES.match(line.text)]
    first = _before(lines, timed[0], is_vtt) if timed else len(lines)
    _outside(found, lines[:first], is_vtt)
    for place, number in enumerate(timed):
        last = _before(lines, timed[place + 1], is_vtt) if place + 1 < len(timed) else len(lines)
        _cue(found, lines[number : max(last, number + 1)], is_vtt)
    return found


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(line, start)
        start += len(line) + 1


def _before(lines: list[_Line], timed: int, is_vtt: bool) -> int:  # noqa: FBT001
    """Return where a cue begins: at its times, or at the number or name above them."""
    above = timed - 1
    if above < 0 or lines[above].is_blank:
        return timed
    alone = above == 0 or lines[above - 1].is_blank
    return above if _NUMBER.match(lines[above].text) or (is_vtt and alone) else timed


def _outside(found: Captions, lines: list[_Line], is_vtt: bool) -> None:  # noqa: FBT001
    """Keep the words above the first cue: a title behind WEBVTT and notes."""
    blocks = list(_blocks(lines))
    if is_vtt and blocks:  # the further lines of the first block are settings
        blocks[0] = [_Line(blocks[0][0].text.lstrip("\ufeff ").removeprefix("WEBVTT"), 0)]
    for block in blocks:
        _comment(found, block)


def _blocks(lines: list[_Line]) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for line in [*lines, _Line("", 0)]:
        if not line.is_blank:
            block.append(line)
        elif block:
            yield block
            block = []


def _comment(found: Captions, block: list[_Line]) -> None:
    words = " ".join(line.text.strip() for line in block)
    kind = next((kind for kind in _BLOCKS if words == kind or words.startswith(f"{kind} ")), "")
    words = words.removeprefix(kind).strip(" -")
    if kind in {"", "NOTE"} and words and not _NUMBER.match(words):
        found.comments.append(words)


def _cue(found: Captions, lines: list[_Line], is_vtt: bool) -> None:  # noqa: FBT001
    """Read a cue: its line of times, then its words, up to where the next one begins."""
    times = _TIMES.match(lines[0].text)
    if times is None:
        return
    own, rest = lines[1:], list[_Line]()
    if is_vtt:  # an empty line ends the cue; what follows are notes
        end = next((number for number, line in enumerate(own) if not line.text), len(own))  # blanks alone end nothing
        own, rest = own[:end], own[end:]
    spoken, voice, has_times = [], "", False
    for place, line in enumerate(own):
        if line.is_blank:
            continue
        if not is_vtt and _is_stray_number(own, place):
            found.broken += 1
            continue
        pieces, voice, timed = _pieces(line, voice)
        has_times = has_times or timed
        if pieces:
            spoken.append(tuple(pieces))
    for block in _blocks(rest):
        _comment(found, block)
    if spoken:
        found.cues.append(Cue(_seconds(times, 1), _seconds(times, 5), tuple(spoken), has_times))
    else:
        found.broken += 1


def _is_stray_number(own: list[_Line], place: int) -> bool:
    """Say whether a line is the number of a cue whose times are missing: a blank line before it, words behind."""
    behind = place + 1 < len(own) and not own[place + 1].is_blank
    return bool(_NUMBER.match(own[place].text)) and place > 0 and own[place - 1].is_blank and behind


def _pieces(line: _Line, voice: str) -> tuple[list[Piece], str, bool]:
    """Cut a line at its tags; returns the pieces, the voice that goes on, and whether words have times."""
    from html import unescape  # every format is asked for its texts, and few are captions

    pieces: list[Piece] = []
    place, gloss, timed = 0, False, False

    def add(end: int) -> None:
        words = unescape(line.text[place:end]).replace("\u200e", "").replace("\u200f", "")
        if words:
            pieces.append(Piece(words, line.start + place, line.start + end, voice, gloss))

    for tag in _TAG.finditer(line.text):
        name = (tag[2] or "").lower()
        if name and name not in _SPOKEN_TAGS:
            continue
        add(tag.start())
        place = tag.end()
        timed = timed or tag[0][1:2].isdigit()
        gloss = not tag[1] if name == "rt" else gloss
        if name == "v":
            voice = "" if tag[1] else unescape(tag[4] or "").strip()
    add(len(line.text))
    if not any(piece.text.strip() for piece in pieces):
        pieces = []
    return pieces, voice, timed


def _seconds(times: re.Match[str], first: int) -> float:
    hours, minutes, seconds, part = (times[first + each] or "0" for each in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(part.ljust(3, "0")) / 1000
