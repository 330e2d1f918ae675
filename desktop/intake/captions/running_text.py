"""Running text of captions: cues joined to paragraphs, rolling lines once, with a time code for every cue.

A paragraph ends where the speaker changes, at a dash or chevrons of a dialogue, and where a pause or enough words come
after the end of a sentence. Captions without punctuation end one at a pause, or at a cue after many words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Anchor, AnchorKind, Cut, Span
from desktop.intake.captions.cues import is_captions, read_captions
from desktop.lazy_pattern import lazy_pattern
from desktop.text.display import time_code
from desktop.text.sources.speech import Segment
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.captions.cues import Captions, Cue, Piece


NOTE = english("note in the file, not spoken")
GLOSS = english("reading aid above a word")
_PAUSE = 2.5  # seconds
_ENOUGH = 500  # code points of a paragraph
_TOO_MANY = 900
_TURN = lazy_pattern(r"\s*(?:[-–—]\s+\S|[-–—](?=[\w“\"])|>>)")
_TURN_INSIDE = lazy_pattern(r"(?<=[.?!)\]\"”-]) (?=[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){0,3}: )")
_FINAL = lazy_pattern(r"[.!?…。？！][\"'”’»)\]]*\s*$")
_TOUCHING = 0.2  # seconds between two cues that follow on one another
_ROLLING = 0.3  # share of cues that repeat a line, from which captions roll


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is read, once: its pieces and when it comes."""

    seconds: float
    end: float
    pieces: tuple[Piece, ...]
    opens_cue: bool

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class RunningText:
    """The text with its cuts and anchors, in code points of it, and how many lines stood there again."""

    text: str
    cuts: tuple[Cut, ...]
    anchors: tuple[Anchor, ...]
    repeated: int


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = self.paragraph = 0
        self.cuts: list[Cut] = []
        self.anchors: list[Anchor] = []
        self.voice = ""
        self.time = ""  # of the cue whose first words come next
        self.blank = ""  # what goes before the next words
        self.end = 0.0
        self.last = ""

    def line(self, line: Shown) -> None:
        self.blank = "\n\n" if self._ends(line) else " "
        self.time = time_code(line.seconds) if line.opens_cue else ""
        for piece in line.pieces:
            self._piece(piece)
        self.end, self.last = line.end, line.text

    def note(self, words: str) -> None:
        if self.parts:
            self.add("\n\n")
        start = self.length
        self.add(words)
        self.cuts.append(Cut(Span(start, self.length), NOTE))

    def add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _ends(self, line: Shown) -> bool:
        long = self.length - self.paragraph
        pause = line.seconds - self.end >= _PAUSE
        if _TURN.match(line.text):
            return True
        return (pause or long > _ENOUGH) if _FINAL.search(self.last) else (pause or long > _TOO_MANY) and line.opens_cue

    def _piece(self, piece: Piece) -> None:
        if piece.voice != self.voice and piece.text.strip():
            self.blank = "\n\n"
        if piece.text[:1].isspace():
            self.blank = self.blank or " "
        words = " ".join(piece.text.split())
        if not words:
            return
        self.add(self.blank if self.parts else "")
        if self.blank == "\n\n":
            self.paragraph = self.length
        if piece.voice != self.voice:  # an empty label: nobody is named from here on
            self.voice = piece.voice
            self.anchors.append(Anchor(self.length, AnchorKind.SPEAKER, piece.voice))
        if self.time:
            self.anchors.append(Anchor(self.length, AnchorKind.TIME, self.time))
            self.time = ""
        start = self.length
        self.add(words)
        if piece.is_gloss:
            self.cuts.append(Cut(Span(start, self.length), GLOSS))
        self.blank = " " if piece.text[-1:].isspace() else ""


def running_text(captions: Captions) -> RunningText:
    """Join the cues, in their order, and set the file's notes behind them as cuts."""
    lines, repeated = shown_lines(captions.cues)
    writer = _Writer()
    for line in lines:
        writer.line(line)
    for words in captions.comments:
        writer.note(words)
    text = _TURN_INSIDE.sub("\n", "".join(writer.parts))  # of one length, so that the offsets hold
    return RunningText(text, tuple(writer.cuts), tuple(writer.anchors), repeated)


def shown_lines(cues: Sequence[Cue]) -> tuple[list[Shown], int]:
    """Give every line once, and how often one stood there again because captions roll.

    A file rolls where many cues begin with the last line of the cue before. In one that does not, a line said twice
    stays twice.
    """
    rolls, lines, repeated = _rolls(cues), list[Shown](), 0
    before: list[str] = []
    end = float("-inf")
    for cue in cues:
        own = [_words(line) for line in cue.lines]
        again = _overlap(before, own) if rolls and cue.start <= end + _TOUCHING else 0
        repeated += again
        lines += [
            Shown(cue.start, cue.end, line, number == again) for number, line in enumerate(cue.lines) if number >= again
        ]
        before, end = own, max(end, cue.end)
    return lines, repeated


def _rolls(cues: Sequence[Cue]) -> bool:
    if len(cues) < 3:
        return False
    again = sum(_words(one.lines[-1]) == _words(two.lines[0]) for one, two in pairwise(cues))
    return again >= max(2, _ROLLING * (len(cues) - 1)) or (again > 1 and any(cue.has_word_times for cue in cues))


def _overlap(before: list[str], own: list[str]) -> int:
    """Count the lines with which a cue repeats the end of the one before."""
    return next((many for many in range(min(len(before), len(own)), 0, -1) if before[-many:] == own[:many]), 0)


def _words(line: tuple[Piece, ...]) -> str:
    return " ".join("".join(piece.text for piece in line).split())


def caption_segments(text: str) -> tuple[Segment, ...]:
    """Return where, in the decoded text of a caption file, words are spoken; nothing if it is none.

    Offsets are code points into `text`; a line that rolling captions repeat is given once.
    """
    if not is_captions(text.lstrip("\ufeff")[:4000]):
        return ()
    lines, _ = shown_lines(read_captions(text).cues)
    return tuple(
        Segment(piece.start, piece.end, piece.voice, line.seconds, bool(piece.voice))
        for line in lines
        for piece in line.pieces
    )
