"""French words of attributions."""

from __future__ import annotations

from desktop.text.languages.french import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("il elle ils elles"),
    articles=words("le la les un une"),
    definite=("le", "la"),
    sources=words("responsable"),
    offices=words("ministre"),
    bodies=words("gouvernement ministère"),
    coordinating=words("et ou"),
)
