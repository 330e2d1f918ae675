"""Which quotes of the story hold exactly the words of a marked quote, and what would a mark taken from it say?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Flag, MarkChange
from desktop.text.grouping.speaker_match import Relation, relation, voice
from desktop.text.words import fold

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote

_WORDS = 60  # letters of the quote that a note names


@dataclass(frozen=True, slots=True)
class Alike:
    """A quote of the same words; `but` says why a checker should look before it is marked too, if there is a reason."""

    quote: Quote
    article: Article
    but: str = ""


def wording(text: str) -> str:
    """Return what two identical wordings share: quotation marks, dashes and spaces do not tell them apart."""
    return " ".join(fold(text).split())


def alike(desk: Desk, quote: Quote) -> list[Alike]:
    """Return the other quotes of the story's newest versions with exactly these words; first those nothing speaks of.

    A quote that has this very status already is left out.
    """
    story = desk.article(desk.version(quote.version_id).info.article_id).story_id
    articles = {article.newest: article for article in desk.articles(story=story)}
    words = wording(quote.text)
    same = [
        other
        for other in desk.story_quotes(story)
        if other.id != quote.id and other.status is not quote.status and wording(other.text) == words
    ]
    found = [Alike(other, articles[other.version_id], _but(quote, other)) for other in same]
    return sorted(found, key=lambda each: bool(each.but))


def _but(quote: Quote, other: Quote) -> str:
    said, says = quote.attribution, other.attribution
    who = relation(voice(said.name, said.role), voice(says.name, says.role))
    if who is Relation.UNKNOWN:
        return "speaker unknown" if not says.name else "speaker may be another"
    if who is not Relation.SAME:
        return "another speaker" if who is Relation.OTHER else "speaker may be another"
    if Flag.NOT_STARTED not in other.flags:
        return f"marked {other.status} already" + (f" by {other.checker}" if other.checker else "")
    return "has a note of its own" if other.note or other.evidence else ""


def change_from(quote: Quote, article: Article) -> MarkChange:
    """Say of another quote what was said of this one, and where that was taken from."""
    known = article.metadata
    place = known.outlet or (f"‘{known.title}’" if known.title else "another article")
    words = " ".join(quote.text.split())
    cut = words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + "…"
    by = f" by {quote.checker}" if quote.checker else ""
    note = f"Identical wording: taken from “{cut}” ({place}, paragraph {quote.paragraph}), marked {quote.status}{by}."
    return MarkChange(
        status=quote.status,
        reason=quote.reason,
        basis=quote.basis,
        evidence=quote.evidence or None,
        note=f"{note} {quote.note}".strip(),
    )
