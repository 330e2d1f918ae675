"""Context of a quotation: how it stands in its sentence, before anybody is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desktop.text.attribution.named_things import Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Span
    from desktop.text.attribution.sentences import Token
    from desktop.text.quotation.quotations import Quotation


Words = tuple[int, int]


class Evidence(Enum):
    """How plainly the text says that somebody speaks."""

    SAID = "a verb of saying beside the words"
    CLAIM = "a verb or noun of saying in the sentence"
    PLACE = "a label, or the subject of the sentence"


@dataclass(slots=True)
class QuotationContext:
    """How a quotation stands in its sentence, before anybody is looked up."""

    quotation: Quotation
    cue: Span | None = None
    speaker: Span | None = None
    tokens: Sequence[Token] = ()
    subject: Words | None = None
    alone: bool = False  # no reporter's words around it in its sentence
    carried: bool = False  # taken over from a neighbour
    evidence: Evidence = Evidence.CLAIM
    guess: str = ""  # why the speaker is only guessed
    named_thing: bool = False  # "which X has called a …"
    others: tuple[Words, ...] = ()  # who speaks with the subject
    thing: Thing = Thing.NOTHING
    without_subject: bool = False  # its sentence may go on with the subject of the one before: "«Nada», dijo."
    refused: bool = False  # "Lee did not say “…”": the words of nobody whom the sentence names
    begins: bool = True  # stands at the start of its sentence, after a colon, or after its cue and a comma

    def forget_words(self) -> None:
        """Keep only who speaks of the words that were read, and a word on each side."""
        named = [self.subject, *self.others] if self.subject else []
        first = max(0, min((start for start, _ in named), default=1) - 1)
        self.tokens = self.tokens[first : max((end for _, end in named), default=0) + 1] if named else ()
        self.subject = (self.subject[0] - first, self.subject[1] - first) if self.subject else None
        self.others = tuple((start - first, end - first) for start, end in self.others)
