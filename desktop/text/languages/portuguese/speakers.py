"""Portuguese words of attributions."""

from __future__ import annotations

from desktop.text.languages.language import words
from desktop.text.languages.portuguese import LANGUAGE
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("ele ela eles elas"),
    articles=words("o a os as um uma"),
    definite=("o", "a"),
    sources=words("fonte testemunha"),
    offices=words("ministro ministra porta-voz autarca"),
    bodies=words("governo ministério partido polícia"),
    coordinating=words("e ou"),
)
