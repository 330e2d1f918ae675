"""Captions as broadcasters send them: TTML and its kinds (DFXP, SMPTE-TT, EBU-TT, IMSC, iTT)."""

from __future__ import annotations

from desktop.intake.containers.xml_tree import root_pattern
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Empty
from desktop.translation import Sentence, english

_START = root_pattern("tt")


def read(data: bytes, name: str) -> list[Document]:
    """Read the captions, each language as a document of its own; raises an IntakeError that begins with `name`."""
    from desktop.intake.captions.caption_document import caption_document
    from desktop.intake.captions.timed_text import holds_pictures, read_timed_text
    from desktop.intake.containers.xml_tree import parse

    root = parse(data, name)
    languages = read_timed_text(root)
    if not any(captions.cues for captions in languages.values()):
        if holds_pictures(root):
            raise Empty(Sentence("{name} holds captions as pictures. Their words cannot be read.", name=name))
        raise Empty(Sentence("{name} holds no captions: no line of times with words below it.", name=name))
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    parts = languages if len(languages) > 1 else {}
    return [
        caption_document(captions, encoding, part=language if language in parts else "", language=language)
        for language, captions in languages.items()
    ]


def _recognise(sample: Sample) -> bool:
    return _START.match(sample.head) is not None


FORMAT = Format(
    english("caption file (TTML)"),
    "application/ttml+xml",
    read,
    "TTML 1",
    _recognise,
    (".ttml", ".dfxp", ".itt"),
    has_headline=False,
)
