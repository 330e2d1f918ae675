"""German words of attributions."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=words("herr frau"),
    pronouns=words("er sie"),
    articles=words("der die das ein eine"),
    definite=("der", "die"),
    sources=words("beamter quelle"),
    offices=words("sprecher sprecherin"),
    bodies=words("ministerium regierung polizei partei"),
    coordinating=words("und oder bis"),
)
