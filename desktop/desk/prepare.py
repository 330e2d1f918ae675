"""Preparing a capture: its quotes are found before it is added to a desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import inner_cuts, value_type
from desktop.store.records.index_words import index_words
from desktop.text.boilerplate_rules import RuleBook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Capture, FoundQuote, Span
    from desktop.store.records.index_words import IndexWords
    from desktop.text.stories.same_event import Piece


NO_RULES = RuleBook()


@value_type
class Prepared:
    """A capture with what was found in it: everything slow is done, so that adding it is one short transaction."""

    capture: Capture
    quotes: tuple[FoundQuote, ...]
    looks: int = 0  # how many things the checker should look at: notices, passages cut inside the text
    piece: Piece | None = None  # by which its event is recognised
    words: IndexWords | None = None  # by which a search finds it


def prepare(capture: Capture, rules: RuleBook = NO_RULES, *, dialogues: bool = False) -> Prepared:
    """Find the quotes of a capture, cut as the rules of its outlet say; pure, may run on any thread.

    `dialogues` says that speech may open with a dash.
    """
    cuts = rules.cuts(capture.text, capture.metadata.outlet, capture.cuts, capture.heads)
    if cuts != capture.cuts:
        capture = replace(capture, cuts=cuts)
    hidden = tuple(cut.span for cut in capture.cuts if not cut.restored)
    looks = len(capture.warnings) + len(inner_cuts(capture.text, capture.cuts))
    quotes = find_quotes(capture.text, hidden, capture.language, dialogues=dialogues)
    from desktop.text.stories.same_event import read_piece

    piece = read_piece(capture.metadata.title, capture.text, capture.metadata.published_on)
    return Prepared(capture, quotes, looks, piece, index_words(capture, quotes))


def find_quotes(text: str, hidden: Sequence[Span], language: str, *, dialogues: bool = False) -> tuple[FoundQuote, ...]:
    from desktop.text import quotes

    return tuple(quotes.find_quotes(text, hidden=hidden, language=language, dialogues=dialogues))
