"""Spanish words of attributions."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.spanish import LANGUAGE
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("él ella ellos"),
    articles=words("un una el los las la"),
    definite=("el", "la"),
    sources=words("fuente"),
    offices=words("ministro portavoz"),
    bodies=words("gobierno ministerio"),
    coordinating=words("y o"),
)
