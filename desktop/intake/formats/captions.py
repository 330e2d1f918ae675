"""Captions of recordings: SubRip (SRT), WebVTT and SubViewer (SBV)."""

from __future__ import annotations

from desktop.intake.captions.cues import is_captions, read_captions
from desktop.intake.characters.decoding import decode_text
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Empty
from desktop.translation import Sentence, english


def read(data: bytes, name: str) -> list[Document]:
    """Read the cues as running text with time codes and voices; raises Binary or Empty, beginning with `name`."""
    from desktop.intake.captions.caption_document import caption_document

    decoded = decode_text(data, name)
    captions = read_captions(decoded.text)
    if not captions.cues:
        raise Empty(Sentence("{name} holds no captions: no line of times with words below it.", name=name))
    return [caption_document(captions, decoded.encoding, notices=decoded.warnings)]


def _recognise(sample: Sample) -> bool:
    return is_captions(sample.head)


FORMAT = Format(
    english("caption file"),
    "text/vtt",
    read,
    "captions 1",
    _recognise,
    (".srt", ".vtt", ".sbv"),
    has_headline=False,
    is_risky=False,
)
