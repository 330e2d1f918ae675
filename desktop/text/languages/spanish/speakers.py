"""Spanish words of attributions."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=words("señor señora don doña"),
    pronouns=words("él ella ellos"),
    articles=words("un una el los las la"),
    definite=("el", "la"),
    sources=words("fuente"),
    offices=words("ministro portavoz"),
    bodies=words("gobierno ministerio"),
    coordinating=words("y o"),
)
