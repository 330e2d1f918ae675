"""Types of grouping: occurrences, members, statements, and the links between them.

Spans of quotes, members and links are code points into the text of the version; those of a wording count
inside the two strings compared.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import QuoteKind, Span, value_type
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop.text.grouping.wording_difference import Wording


class Band(StrEnum):
    """How sure it is that two quotes report one utterance."""

    GROUPED = english("grouped")
    SUGGESTED = english("suggested")
    OTHER_SPEAKER = english("other speaker")
    OTHER_OCCASION = english("other occasion")


@value_type
class Occurrence:
    """A quote as one version prints it, with what is needed to judge whether it says what another says."""

    key: Hashable  # unique among the occurrences handed in
    source: str  # the version
    span: Span
    text: str  # exactly as printed
    speaker: str = ""  # resolved, or as printed
    role: str = ""
    via: str = ""
    kind: QuoteKind = QuoteKind.DIRECT
    order: int = 0  # place among the quotes of its version
    language: str = "en"  # of the text it stands in
    published: str = ""  # ISO date where known
    before: str = ""  # the reporter's words before it in its paragraph
    after: str = ""  # and after it
    mention: str = ""  # the speaker as printed, where it is not the same: "he", "the envoy"

    def __hash__(self) -> int:
        return hash(self.key)


@value_type
class Member:
    """A quote, or the part of it, that reports a statement."""

    occurrence: Occurrence
    span: Span  # of the part, in the text of the version

    def __hash__(self) -> int:
        return hash((self.occurrence.key, self.span.start))

    @property
    def key(self) -> Hashable:
        return self.occurrence.key

    @property
    def source(self) -> str:
        return self.occurrence.source

    @property
    def whole(self) -> bool:
        """Say whether the whole quote belongs to this one statement."""
        return self.span == self.occurrence.span

    @property
    def text(self) -> str:
        start = self.occurrence.span.start
        return self.occurrence.text[self.span.start - start : self.span.end - start]


@value_type
class Statement:
    """Quotes that report one utterance; the base is the wording that the others are compared with."""

    number: int  # from 1, in reading order
    members: tuple[Member, ...]  # by source and place
    base: Member

    @property
    def text(self) -> str:
        return self.base.text

    @property
    def speaker(self) -> str:
        return self.base.occurrence.speaker

    def wording(self, member: Member) -> Wording:
        """How a member is worded against the base."""
        from desktop.text.grouping.wording_difference import difference  # which loads all that compares texts

        joined = not member.whole and self.base.whole
        return difference(self.base.text, member.text, joined=joined, language=self.base.occurrence.language)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(member.source for member in self.members))


@value_type
class Link:
    """Two quotes, or parts of them, that belong together or look as if they did."""

    a: Member
    b: Member
    band: Band
    why: str  # one plain sentence
    strength: float = 1.0  # how alike, 0 to 1: to sort by, and to leave faint likenesses out
    by_hand: bool = False

    @property
    def difference(self) -> Wording:
        """How B is worded against A."""
        from desktop.text.grouping.wording_difference import difference

        same = self.band is not Band.OTHER_SPEAKER
        return difference(self.a.text, self.b.text, same_speaker=same, language=self.a.occurrence.language)


@value_type
class Statements:
    """All statements of a story and the links between its quotes."""

    statements: tuple[Statement, ...]
    links: tuple[Link, ...]

    def holding(self, member: Member) -> Statement:
        """The statement a member lies in; KeyError if it lies in none."""
        for statement in self.statements:
            if member in statement.members:
                return statement
        raise KeyError(member)

    def of(self, key: Hashable) -> tuple[Statement, ...]:
        """The statements that a quote belongs to: one, or one for each part."""
        return tuple(s for s in self.statements if any(member.key == key for member in s.members))
