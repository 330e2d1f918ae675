"""Segments of speech in a caption file: its words as they are read, once each, with voice and time."""

from __future__ import annotations

from desktop.intake.captions.cues import is_captions, read_captions
from desktop.intake.captions.running_text import shown_lines
from desktop.text.sources.speech import Segment


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
