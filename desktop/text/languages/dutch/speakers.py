"""Dutch words of attributions."""

from __future__ import annotations

from desktop.text.languages.dutch import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("hij zij ze"),
    articles=words("de het een"),
    definite=("de", "het"),
    sources=words("bron getuige"),
    offices=words("woordvoerder woordvoerster burgemeester"),
    bodies=words("ministerie regering politie partij"),
    coordinating=words("en of tot"),
)
