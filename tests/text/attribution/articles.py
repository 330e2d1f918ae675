"""Short articles for tests of attribution: an introduction that names two people, and a sentence with quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.quotes import find_quotes

if TYPE_CHECKING:
    from desktop.domain import Attribution

INTRO = (
    "Council splits over bridge\n\n"
    "Mayor Ann Lee and the city's chief engineer, Tom Berg, spoke on Monday about the bridge.\n\n"
)


def attributions(sentence: str, *, intro: str = INTRO, language: str = "en") -> list[Attribution]:
    text = intro + sentence
    return [q.attribution for q in find_quotes(text, language=language)]


def who(sentence: str, **more: str) -> list[str]:
    return [a.name for a in attributions(sentence, **more)]
