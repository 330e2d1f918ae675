"""The document of a caption file: its running text, and what a checker should know of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.captions.running_text import running_text
from desktop.intake.document import Document
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.captions.cues import Captions


def caption_document(
    captions: Captions, encoding: str, *, part: str = "", language: str = "", notices: Sequence[str] = ()
) -> Document:
    """Return captions as a text with time codes and voices; behind `notices` stands what repeats, what is broken."""
    found = running_text(captions)
    sentences = list(notices)
    if found.repeated:
        sentences.append(
            Sentence.counted(
                "The captions roll: {count} repeated line left out.",
                "The captions roll: {count} repeated lines left out.",
                found.repeated,
            )
        )
    if captions.broken:
        sentences.append(
            Sentence.counted(
                "{count} caption without times or without words. Please look at the file.",
                "{count} captions without times or without words. Please look at the file.",
                captions.broken,
            )
        )
    return Document(found.text, found.cuts, (), found.anchors, tuple(sentences), encoding, part=part, language=language)
