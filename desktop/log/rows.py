"""Content of the verification log: its rows of quotes, head lines, counts, verdicts, and what private words stay out.

Decided here once; the files beside this one only say it in their format. Rows are strings and numbers, ready to print.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from desktop.domain import Counts, Flag, Mark, Quote, Status
from desktop.text.evidence import is_public, public_evidence, public_note
from desktop.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from desktop.domain import Article, ArticleId, Head, QuoteId, Story, StoryId, VersionId, VersionInfo
    from desktop.text.statements import Matrix
    from desktop.verdicts import Verdict


SCHEMA = 3  # of the JSON log: resources/log.schema.json
NOT_PROVEN = (
    "This log does not prove that the computer's clock was right, who sat at the keyboard or that a text was captured "
    "completely, and the chain of marks shows a later change only to someone who was given the head hash before it."
)


@dataclass(frozen=True, slots=True)
class InSource:
    """What the sources of a story print of a quote; all but the class is empty where none prints it."""

    kind: str
    source: str = ""
    place: str = ""  # time code, page or paragraph
    speaker: str = ""
    words: str = ""
    sha256: str = ""  # of the text of the source's version


@dataclass(frozen=True, slots=True)
class LogSource:
    """Everything the log is made of; quotes of earlier versions may be given too and are then kept apart."""

    desk_name: str
    desk_uid: str
    app_version: str
    exported_at: datetime  # aware, UTC
    head_chain: str
    head_marks: int
    head_hash: str
    filter_in_force: str  # one sentence
    stories: tuple[Story, ...]
    articles: tuple[Article, ...]
    versions: Mapping[ArticleId, Sequence[VersionInfo]]  # newest first
    quotes: Mapping[VersionId, Sequence[Quote]]  # in text order
    marks: Mapping[QuoteId, Sequence[Mark]]  # newest first
    entries: Sequence[ChainEntry] = ()  # every entry of the desk's chains, each chain in order
    matrices: Mapping[StoryId, Matrix] = field(default_factory=dict)  # statements over versions, where asked for
    chains: tuple[Head, ...] = ()  # the ends of all chains of marks, of merged desks too
    alerts: Sequence[StoryAlert] = ()  # what the program found between the texts, where asked for
    alerts_left_out: str = ""  # one sentence where not all texts were compared
    in_sources: Mapping[str, InSource] = field(default_factory=dict)  # by uid of the quote, where asked for
    everything: bool = False  # whether the editor's page lists what nobody looked at, too
    stamps: tuple[str, ...] = ()  # time stamps over the heads of the chains, one phrase each
    publisher: Publisher | None = None  # of a review of claims
    private: bool = True  # whether private lines of notes and contacts are in it, see `public`


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes a review of claims."""

    name: str
    url: str  # http or https


@dataclass(frozen=True, slots=True)
class StoryAlert:
    """A fact that two texts of a story tell differently; an empty text where one of them does not tell it."""

    kind: str
    a_name: str
    b_name: str
    a_text: str
    b_text: str


@dataclass(frozen=True, slots=True)
class ChainEntry:
    """One entry of a chain: an act that is no mark; of a story that is not in the log only its place is given.

    Its hash is the SHA-256 of the canonical JSON (sorted keys, no spaces) of act, at, body, chain, checker, number,
    prev, subject and tick.
    """

    chain: str
    number: int
    prev: str
    hash: str
    tick: int = 0
    act: str = ""  # empty where the entry is withheld, as everything below
    subject: str = ""  # uid of the story, article, version or quote
    body: str = ""  # canonical JSON
    checker: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One quote with where it stands and its marks."""

    story: Story
    article: Article
    version: VersionInfo
    quote: Quote
    marks: tuple[Mark, ...]  # oldest first

    @property
    def current(self) -> bool:
        """Whether it stands in the newest version of its article."""
        return self.version.id == self.article.newest


def quote_rows(source: LogSource) -> Iterator[QuoteRow]:
    """Every quote by story, article, version (newest first) and place in the text."""
    for story in source.stories:
        for article in articles_of(source, story):
            yield from rows_of(source, story, article)


def rows_of(source: LogSource, story: Story, article: Article) -> Iterator[QuoteRow]:
    """Every quote of one article, as `quote_rows` has them."""
    for version in source.versions.get(article.id, ()):
        for quote in source.quotes.get(version.id, ()):
            yield QuoteRow(story, article, version, quote, history(source, quote))


def articles_of(source: LogSource, story: Story) -> list[Article]:
    return [article for article in source.articles if article.story_id == story.id]


def history(source: LogSource, quote: Quote) -> tuple[Mark, ...]:
    """Oldest first."""
    return tuple(reversed(source.marks.get(quote.id, ())))


def counts(found: Iterable[QuoteRow]) -> Counts:
    """Over the quotes of the newest versions that are not deleted, as the window counts them."""
    counted = (row.quote for row in found if row.current)
    tally = Counter(quote.status for quote in counted if not (quote.deleted or quote.is_passed_over))
    return Counts(*(tally[status] for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED)))


def head_lines(source: LogSource) -> list[tuple[str, str]]:
    """Name and value of each line that stands before the rows, in every format."""
    tally = counts(quote_rows(source))
    marks = [len(row.marks) for row in quote_rows(source)]
    return [
        ("Verbatim", f"verification log, program version {source.app_version}, log schema {SCHEMA}"),
        ("desk", one_line(source.desk_name)),
        ("desk id", source.desk_uid),
        ("exported at (UTC)", utc(source.exported_at)),
        ("exported at (local)", local(source.exported_at)),
        ("filter", one_line(source.filter_in_force)),
        ("stories", str(len(source.stories))),
        ("articles", str(len(source.articles))),
        ("counted", "the newest version of each article, without deleted quotes"),
        ("quotes", str(tally.total)),
        *((status.value, str(getattr(tally, status.value))) for status in Status),
        ("quotes in all versions", f"{len(marks)}, deleted ones too where they are told"),
        ("marks in this log", str(sum(marks))),
        ("marks in the desk's chain", str(source.head_marks)),
        ("chain", source.head_chain),
        ("head hash", source.head_hash or "no marks yet"),
        *((f"chain {chain.chain}", f"{chain.marks} marks, head hash {chain.hash}") for chain in _other_chains(source)),
        *_entry_lines(source),
        *(("time stamp", stamp) for stamp in source.stamps),
        ("private notes and contacts", "included" if source.private else "left out"),
        ("not proven", NOT_PROVEN),
    ]


def last_entry(source: LogSource) -> ChainEntry | None:
    """Return the last entry of the desk's own chain."""
    own = [entry for entry in source.entries if entry.chain == source.desk_uid]
    return max(own, key=lambda entry: entry.number, default=None)


def _other_chains(source: LogSource) -> list[Head]:
    return [chain for chain in source.chains if chain.chain != source.head_chain]


def _entry_lines(source: LogSource) -> list[tuple[str, str]]:
    last = last_entry(source)
    if last is None:
        return []
    return [("entries in the desk's chain", str(last.number)), ("entry head hash", last.hash)]


def utc(at: datetime | None) -> str:
    """ISO 8601 with a Z; empty for None."""
    return "" if at is None else at.isoformat(timespec="seconds").replace("+00:00", "Z")


def local(at: datetime) -> str:
    """The same moment on this machine's clock, with its offset and the name of the zone."""
    here = at.astimezone()
    return f"{here.isoformat(sep=' ', timespec='seconds')} ({here.tzname()})"


def one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def flags(quote: Quote) -> list[str]:
    """The computed flags in a fixed order, and whether the quote was taken out of the desk."""
    return [flag.value for flag in Flag if flag in quote.flags] + ["deleted"] * quote.deleted


def second_verdict(row: QuoteRow) -> Verdict | None:
    """The newest verdict of another checker than the one whose status stands; None if nobody else gave one."""
    if all(mark.checker == row.quote.checker for mark in row.marks):  # nearly always, decided quickly
        return None
    others = [verdict for verdict in verdicts(row.marks[::-1]) if verdict.checker != row.quote.checker]
    return max(others, key=lambda verdict: verdict.at, default=None)


def agreement(row: QuoteRow, second: Verdict) -> str:
    """Say whether another checker's verdict is the status that stands."""
    return "agree" if second.status is row.quote.status else "disagree"


Words = TypeVar("Words", Mark, Quote)


def public(words: Words) -> Words:
    """Return a mark or a quote without what is private in it; a mark keeps the hash of all that it said."""
    if is_public(words.note, words.evidence):
        return words
    return replace(words, note=public_note(words.note), evidence=public_evidence(words.evidence))


def without_private(source: LogSource) -> LogSource:
    """Return the source of a log that can be given to anybody."""
    return replace(
        source,
        private=False,
        quotes={version: [public(quote) for quote in quotes] for version, quotes in source.quotes.items()},
        marks={quote: [public(mark) for mark in marks] for quote, marks in source.marks.items()},
    )
