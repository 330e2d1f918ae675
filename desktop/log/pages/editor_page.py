"""Content of the editor's page: what is disputed, what lacks a source, what is verified and what is still to check.

Only what somebody looked at is listed, unless everything is asked for; the rest is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Reason, Status
from desktop.log.rows import quote_rows
from desktop.text.statements import difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Article, Span
    from desktop.log.rows import LogSource, QuoteRow, StoryAlert
    from desktop.text.statements import Member, Statement

ADVICE = {
    Reason.WORDING: "Print the words of the source.",
    Reason.TRUNCATED: "Print the whole sentence, or say that words were left out.",
    Reason.MERGED: "Part what was said separately.",
    Reason.MISATTRIBUTED: "Name who said it.",
    Reason.TRANSLATED: "Print the words as said, or say that they are a translation.",
    Reason.CONTEXT: "Give what was said around it.",
    Reason.DENIED: "Say that the speaker denies it.",
    Reason.CONFLICT: "Say that the sources conflict.",
    Reason.FACT: "Correct the number, name or date.",
}
MOST_ALERTS = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; `changed` where the other wording has it otherwise."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class OtherWording:
    """How another article of the story prints the same statement."""

    article: Article
    status: Status
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One quote on the page; `pieces` join to its exact text."""

    row: QuoteRow
    pieces: tuple[Piece, ...]
    other: OtherWording | None = None

    @property
    def advice(self) -> str:
        """What the reason of a dispute asks for; empty for a reason of the checker's own."""
        return next((words for reason, words in ADVICE.items() if reason == self.row.quote.reason), "")


@dataclass(frozen=True, slots=True)
class EditorPage:
    """The lists of the page, each in the order of stories, articles and text."""

    disputed: tuple[Item, ...]
    no_source: tuple[Item, ...]  # verified
    verified: tuple[Item, ...]  # with a source
    to_check: tuple[Item, ...]  # those listed
    untouched: int  # nobody looked at them
    earlier: int  # marked quotes that stand only in earlier versions
    alerts: tuple[StoryAlert, ...]
    more_alerts: int
    everything: bool

    @property
    def summary(self) -> str:
        """The first line, e.g. “2 disputed, 3 verified without a source, 4 to check, 25 not looked at”."""
        parts = [f"{len(self.disputed)} disputed", f"{len(self.no_source)} verified without a source"]
        parts.append(f"{len(self.to_check)} to check")
        if self.untouched and not self.everything:
            parts.append(f"{self.untouched} not looked at")
        return ", ".join(parts)

    @property
    def listed(self) -> int:
        return sum(map(len, (self.disputed, self.no_source, self.verified, self.to_check)))


def editor_page(source: LogSource) -> EditorPage:
    """Sort the quotes of the newest versions into the lists of the page."""
    every = [row for row in quote_rows(source) if not row.quote.deleted]
    current = [row for row in every if row.current]
    reviewed = [row for row in current if row.marks or source.everything]
    of = {status: [row for row in reviewed if row.quote.status is status] for status in Status}
    verified = [Item(row, _whole(row)) for row in of[Status.VERIFIED]]
    wordings = _Wordings(source, current)
    return EditorPage(
        disputed=tuple(wordings.item(row) for row in of[Status.DISPUTED]),
        no_source=tuple(item for item in verified if not item.row.quote.evidence.strip()),
        verified=tuple(item for item in verified if item.row.quote.evidence.strip()),
        to_check=tuple(Item(row, _whole(row)) for row in of[Status.UNVERIFIED]),
        untouched=sum(not row.marks for row in current),
        earlier=sum(bool(row.marks) for row in every if not row.current),
        alerts=tuple(source.alerts[:MOST_ALERTS]),
        more_alerts=max(0, len(source.alerts) - MOST_ALERTS),
        everything=source.everything,
    )


class _Wordings:
    """Other wordings of the same statements in the newest versions of a story."""

    def __init__(self, source: LogSource, rows: list[QuoteRow]) -> None:
        self._rows = {row.quote.uid: row for row in rows}
        self._statements: dict[str, Statement] = {}
        for matrix in source.matrices.values():
            for line in matrix.rows:
                for member in line.statement.members:
                    self._statements.setdefault(str(member.key), line.statement)

    def item(self, row: QuoteRow) -> Item:
        """A quote with the wording that tells most: a verified one before the fullest."""
        statement = self._statements.get(row.quote.uid)
        others = list(self._others(row, statement)) if statement is not None else []
        if not others:
            return Item(row, _whole(row))
        other = min(others, key=lambda each: each.quote.status is not Status.VERIFIED)
        edits = difference(row.quote.text, other.quote.text, language=row.version.language).edits
        pieces = _pieces(row.quote.text, [edit.base for edit in edits])
        theirs = _pieces(other.quote.text, [edit.other for edit in edits])
        return Item(row, pieces, OtherWording(other.article, other.quote.status, theirs))

    def _others(self, row: QuoteRow, statement: Statement) -> Iterator[QuoteRow]:
        """Quotes of other articles that are worded otherwise, the base of the statement first."""

        def rank(member: Member) -> bool:
            return member != statement.base

        for member in sorted(statement.members, key=rank):
            found = self._rows.get(str(member.key))
            if found is not None and found.article.id != row.article.id and found.quote.text != row.quote.text:
                yield found


def _whole(row: QuoteRow) -> tuple[Piece, ...]:
    return (Piece(row.quote.text),)


def _pieces(text: str, changed: list[Span]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for span in sorted(span for span in changed if len(span)):
        start = max(span.start, at)
        pieces += [Piece(text[at:start]), Piece(text[start : span.end], changed=True)]
        at = max(at, span.end)
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)
