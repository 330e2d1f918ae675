"""German words of attributions."""

from __future__ import annotations

from desktop.text.languages.german import LANGUAGE
from desktop.text.languages.language import words
from desktop.text.languages.speaker_words import SpeakerWords

SPEAKERS = SpeakerWords(
    short_names=(
        ("johannes", "hannes", "hans", "jo"),
        ("friedrich", "fritz"),
        ("josef", "sepp"),
        ("maximilian", "max"),
        ("katharina", "kathrin", "käthe"),
        ("elisabeth", "elsbeth", "lisa", "else"),
        ("heinrich", "heinz", "heiner"),
        ("wilhelm", "willi", "willy"),
        ("margarete", "grete", "greta"),
        ("georg", "schorsch"),
        ("ludwig", "lutz"),
        ("sebastian", "basti"),
        ("andreas", "andi"),
        ("stefan", "steffen"),
        ("ulrich", "uli"),
        ("ulrike", "uli"),
        ("wolfgang", "wolf"),
        ("joachim", "jochen", "achim"),
        ("franziska", "franzi"),
        ("susanne", "susi"),
    ),
    titles=frozenset(LANGUAGE.titles),
    title_surnames=LANGUAGE.title_surnames,
    pronouns=words("er sie"),
    articles=words("der die das ein eine"),
    definite=("der", "die"),
    sources=words("beamter quelle"),
    offices=words("sprecher sprecherin"),
    bodies=words("ministerium regierung polizei partei"),
    coordinating=words("und oder bis"),
)
