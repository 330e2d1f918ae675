"""Filter, order and grouping of the quote list, kept as JSON between runs; labels from the whole story."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.domain import GUESSES, QuoteKind, Status
from desktop.text.word_search import search_form
from desktop.translation import Text, english, tr
from desktop.ui.widgets.card_painting import speaker

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop.domain import Quote, QuoteId

DOUBTFUL_MARKS = english("doubtful marks")
GUESSED_SPEAKER = english("guessed speaker")
_NO_STATEMENT, _NOT_SAID = -1, -2
_OTHERS = {_NO_STATEMENT: Text("Too short to be a statement"), _NOT_SAID: Text("Titles and names")}


@dataclass(frozen=True, slots=True)
class StoryLabels:
    """Labels of the quotes of a story and the statements they report, by uid; headings of statements by number."""

    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statements: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)
    in_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by uid: what can be filtered by, English


@dataclass(frozen=True, slots=True)
class Selection:
    """What the checker asked to see; an empty one shows everything but titles and names."""

    status: Status | None = None
    words: str = ""
    speaker: str | None = None
    kind: QuoteKind | None = None
    alert: str | None = None  # a computed flag, DOUBTFUL_MARKS, GUESSED_SPEAKER, or a label of the story
    by_speaker: bool = False
    by_statement: bool = False
    names: bool = False  # whether titles and names that nobody worked on are shown, too
    story: StoryLabels = field(default_factory=StoryLabels, compare=False)

    @property
    def narrows(self) -> bool:
        return replace(self, by_speaker=False, by_statement=False, names=False) != Selection()

    def takes(self, quote: Quote) -> bool:
        """Say whether a quote is among what was asked for."""
        if quote.is_passed_over and (self.status is not None or not (self.names or self.kind is quote.kind)):
            return False
        if self.status is not None and quote.status is not self.status:
            return False
        if self.speaker is not None and speaker(quote) != self.speaker:
            return False
        if self.kind is not None and quote.kind is not self.kind:
            return False
        if self.alert is not None and not self._has(quote, self.alert):
            return False
        return not self.words or _holds(quote, self.words)

    def _has(self, quote: Quote, alert: str) -> bool:
        if alert == DOUBTFUL_MARKS:
            return bool(quote.doubt) and quote.doubt not in GUESSES
        if alert == GUESSED_SPEAKER:
            return quote.doubt in GUESSES
        story = self.story
        return any(alert in of.get(quote.uid, ()) for of in (story.labels, story.in_sources)) or alert in quote.flags

    def of(self, quotes: Iterable[Quote], retained: Collection[QuoteId] = ()) -> list[Quote]:
        """Return the quotes to show; those in `retained` stay although they no longer match."""
        shown = [quote for quote in quotes if quote.id in retained or self.takes(quote)]
        if self.by_speaker:
            shown.sort(key=lambda quote: speaker(quote).casefold())
        return self._grouped(shown) if self.by_statement else shown

    def _grouped(self, quotes: list[Quote]) -> list[Quote]:
        """Let quotes that report one statement stand together, where the first of them does; the others come last."""
        groups: dict[int, list[Quote]] = {}
        for quote in quotes:
            groups.setdefault(self._statement(quote), []).append(quote)
        last = [groups.pop(number, []) for number in _OTHERS]
        return [quote for group in (*groups.values(), *last) for quote in group]

    def _statement(self, quote: Quote) -> int:
        return self.story.statements.get(quote.uid, _NO_STATEMENT if quote.kind.is_said else _NOT_SAID)

    def heading(self, quote: Quote) -> str:
        """Return what stands above the group that a quote belongs to; empty where nothing is grouped."""
        if self.by_speaker:
            return speaker(quote)
        if self.by_statement and self.story.statements:
            number = self._statement(quote)
            others = str(_OTHERS[number]) if number in _OTHERS else tr("Statement {number}", number=number)
            return self.story.headings.get(number, others)
        return ""


def _holds(quote: Quote, words: str) -> bool:
    known = quote.attribution
    place = " ".join((quote.text, known.person, known.speaker, known.role, quote.note, quote.evidence))
    form = search_form(place)
    return all(word in form for word in search_form(words).split())


def to_json(selection: Selection, quote: str) -> str:
    """Write down what is shown and which quote (its uid) is chosen."""
    names = ("status", "words", "speaker", "kind", "alert", "by_speaker", "by_statement", "names")
    return json.dumps({name: getattr(selection, name) for name in names} | {"quote": quote})


def from_json(text: str) -> tuple[Selection, str] | None:
    """Read that again; None if it is not such a thing."""
    try:
        read = json.loads(text)
        status, kind = read["status"], read["kind"]
        selection = Selection(
            status=Status(status) if status else None,
            words=str(read["words"]),
            speaker=read["speaker"],
            kind=QuoteKind(kind) if kind else None,
            alert=read["alert"],
            by_speaker=bool(read["by_speaker"]),
            by_statement=bool(read.get("by_statement")),
            names=bool(read.get("names")),
        )
        return selection, str(read["quote"])
    except (ValueError, KeyError, TypeError):
        return None
