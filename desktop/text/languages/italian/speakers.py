"""Italian words of attributions."""

from __future__ import annotations

from desktop.text.languages.italian import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("lui lei loro egli ella essi"),
    articles=words("il lo la gli le un uno una"),
    definite=("il", "lo", "la"),
    sources=words("fonte testimone"),
    offices=words("ministro ministra portavoce sindaco sindaca"),
    bodies=words("governo ministero procura partito"),
    coordinating=words("ed"),
)
