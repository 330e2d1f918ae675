"""Domain types: stories, articles, versions, quotes, marks and what belongs to them.

All offsets are code points into the full text of a version; all times are aware and in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NewType, TypeVar, dataclass_transform, overload

from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

T = TypeVar("T")

StoryId = NewType("StoryId", int)
ArticleId = NewType("ArticleId", int)
VersionId = NewType("VersionId", int)
QuoteId = NewType("QuoteId", int)


@overload
def value_type(cls: type[T], /) -> type[T]: ...
@overload
def value_type(*, order: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value_type(cls: type[T] | None = None, /, *, order: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a data class of values that never change, which the type checker sees to.

    One that is frozen when it runs takes two to five times as long to make; texts have thousands of spans and changes.
    Only those that have an order compile all their methods: for every class that is a third of what an import takes.
    """

    def decorate(cls: type[T]) -> type[T]:
        if order:
            return dataclass(cls, slots=True, unsafe_hash=True, order=True)
        return _with_methods(dataclass(cls, slots=True, eq=False, repr=False, match_args=False))

    return decorate if cls is None else decorate(cls)


def _with_methods(cls: type[T]) -> type[T]:
    """Give a data class the methods that it does not have itself: equal by all its fields, hashed by them, printed."""
    known = fields(cls)  # type: ignore[arg-type]
    values = attrgetter(*(each.name for each in known if each.compare))

    def equal(self: T, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: T) -> int:
        return hash(values(self))

    def printed(self: T) -> str:
        shown = [f"{each.name}={getattr(self, each.name)!r}" for each in known if each.repr]
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    own = vars(cls)
    for name, method in (("__eq__", equal), ("__hash__", hashed), ("__repr__", printed)):
        if name not in own:
            setattr(cls, name, method)
    return cls


@value_type(order=True)
class Span:
    """A half-open range of code points; empty when start == end."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        return self.start <= offset < self.end


class Status(StrEnum):
    """What the newest mark says; a quote without a mark is unverified."""

    VERIFIED = english("verified")
    DISPUTED = english("disputed")
    UNVERIFIED = english("unverified")


# Why a speaker is only guessed: `doubt` of a quote that names nobody itself.
GUESSES = (
    english("speaker guessed: quoted just before"),
    english("speaker guessed: reported just before"),
)


class QuoteKind(StrEnum):
    """How a quotation stands in the text."""

    DIRECT = "direct"
    MIXED = "mixed"
    SCARE = "scare"
    HEADLINE = "headline"
    INDIRECT = "indirect"
    TITLE = "title"  # of a work, a programme: nobody said it
    NAME = "name"  # by-name, nickname, rubric, named thing: nobody said it

    @property
    def is_said(self) -> bool:
        """Say whether words of this kind are somebody's, and not what something is called."""
        return self is not QuoteKind.TITLE and self is not QuoteKind.NAME


class Reason(StrEnum):
    """Why a quote is disputed."""

    WORDING = english("wording altered")
    TRUNCATED = english("truncated")
    MERGED = english("merged")
    MISATTRIBUTED = english("misattributed")
    TRANSLATED = english("translated, not as said")
    CONTEXT = english("out of context")
    DENIED = english("speaker denies")
    CONFLICT = english("sources conflict")
    FACT = english("number, name or date wrong")


class OpenReason(StrEnum):
    """Why a quote is still unverified although somebody worked on it; kept as the reason of its mark."""

    COULD_NOT_CONFIRM = english("could not confirm")


class Basis(StrEnum):
    """What a verification rests on."""

    RECORDING = english("recording")
    TRANSCRIPT = english("transcript")
    DOCUMENT = english("document")
    SPEAKER = english("speaker or press office")
    ORIGINS = english("two or more independent origins")


class Flag(StrEnum):
    """What the program computes beside the status; never chosen by hand."""

    NOT_STARTED = english("not started")
    COULD_NOT_CONFIRM = english("could not confirm")
    NO_SOURCE = english("no source given")
    CHANGED_SINCE = english("changed since marked")
    ANCHOR_LOST = english("anchor lost")
    SINGLE_ORIGIN = english("single origin")
    CHECKERS_DISAGREE = english("checkers disagree")
    SOURCE_CHANGED = english("evidence: its source changed")  # the newest text of the source lacks the excerpt
    SOURCE_GONE = english("evidence: its source is gone")  # from the desk, or from the sources of the story


class Act(StrEnum):
    """What kind of entry a mark is."""

    MARK = "mark"  # a checker gave a status
    NOTE = "note"  # the status stayed, note, evidence, reason or basis changed
    UNDO = "undo"  # the former status came back
    CARRIED = "carried"  # taken over from an earlier version with exactly the same wording
    SETTLED = "settled"  # two checkers disagreed and this ends it


@value_type
class Metadata:
    """What a text or a checker says about an article; an empty string is "not given", never a guess."""

    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""  # as printed
    published_on: str = ""  # ISO date (YYYY-MM-DD) read from it, where it can be read
    url: str = ""


class SourceKind(StrEnum):
    """What a source of a story is."""

    TRANSCRIPT = english("transcript")
    CAPTIONS = english("captions of a recording")
    DOCUMENT = english("document")
    NOTES = english("notes")


@value_type
class SourceDetails:
    """What a checker says about an article that is a source: quotes are checked against it, its own are not."""

    kind: SourceKind
    primary: bool = True  # it holds the words themselves; else somebody reports them
    place: str = ""  # where it was said; empty where nobody gave it
    speakers: str = ""  # who speaks in it, as given by hand


@value_type
class Cut:
    """A passage proposed as boilerplate: hidden, never thrown away, restorable."""

    span: Span
    why: str  # one plain phrase, e.g. "call to subscribe"
    restored: bool = False


CUT_BY_HAND = english("cut as boilerplate")
CUT_BY_RULE = english("cut as boilerplate, by a rule")


@value_type
class BoilerplateRule:
    """What is done with a line wherever it comes again in articles of an outlet."""

    outlet: str
    line: str  # as printed where it was decided
    hides: bool = True  # False: it stays, though it would be proposed as boilerplate


@value_type
class HiddenPassage:
    """What a checker cut by hand or brought back, as far as it takes to take that back."""

    spans: tuple[Span, ...]  # of the version, as hidden
    rules: tuple[BoilerplateRule, ...]  # made with it, where there was none
    former: tuple[BoilerplateRule, ...] = ()  # that others took the place of

    @property
    def is_remembered(self) -> bool:
        """Say whether a rule was made of it."""
        return bool(self.rules or self.former)


@value_type
class Fact:
    """Something that a file, a page or a text states about itself, and where it does."""

    field: str  # a field of Metadata, or another word, which is shown and fills none: "creator"
    value: str  # as stated
    origin: str  # plain words: "JSON-LD headline", "PDF information", "mail head From"
    offered: bool = False  # it fills nothing until the checker takes it: it can be wrong, or there are two


class AnchorKind(StrEnum):
    """What an anchor counts."""

    PAGE = "page"
    TIME = "time"
    SPEAKER = "speaker"
    MESSAGE = "message"


@value_type
class Anchor:
    """A place in a text which its source names: a page, a time code, a speaker's turn."""

    offset: int  # in code points; holds until the next anchor of its kind
    kind: AnchorKind
    label: str  # "12", "0:14:32", "Kirby"


@value_type
class Attribution:
    """Who is said to have said it, and what in the text says so; spans are None where nothing is printed."""

    speaker: str = ""  # the mention as printed: "he", "the top Russian envoy"
    speaker_span: Span | None = None
    person: str = ""  # resolved: full name as the article gives it, or the unnamed source
    role: str = ""
    cue: str = ""
    cue_span: Span | None = None
    via: str = ""  # second-hand: "Associated Press"

    @property
    def name(self) -> str:
        """The person where known, else the printed mention, else an empty string."""
        return self.person or self.speaker


@value_type
class FoundQuote:
    """A quotation found in a text; the span leaves the quotation marks out."""

    span: Span
    kind: QuoteKind
    attribution: Attribution = field(default_factory=Attribution)
    doubt: str = ""  # one plain phrase where the marks are odd, or the speaker is guessed: "never closed"
    outer: Span | None = None  # with its marks, where they stand
    in_headline: bool = False  # so does a title or name, which is of a kind of its own


@value_type
class Capture:
    """What an importer made of bytes."""

    text: str
    metadata: Metadata
    cuts: tuple[Cut, ...]
    original: bytes
    original_sha256: str
    text_sha256: str
    source: str  # path, address, or "clipboard"
    media_type: str
    encoding: str
    extractor: str  # name and version
    language: str = "en"
    warnings: tuple[str, ...] = ()  # sentences for the checker, e.g. about replaced bytes
    facts: tuple[Fact, ...] = ()  # all that is stated about it, the metadata's among them
    anchors: tuple[Anchor, ...] = ()  # by offset
    part: str = ""  # where one file gives several: "before changes", "forwarded message 2", an address
    follows: bool = False  # a later version of the capture before it from the same file
    heads: tuple[Cut, ...] = ()  # headline and standfirst: shown and compared, though not running text


@value_type
class Counts:
    """How many quotes have which status."""

    verified: int = 0
    disputed: int = 0
    unverified: int = 0

    @property
    def total(self) -> int:
        return self.verified + self.disputed + self.unverified

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.verified + other.verified, self.disputed + other.disputed, self.unverified + other.unverified
        )


@value_type
class Story:
    """The event that several articles report."""

    id: StoryId
    uid: str
    title: str
    locked: bool = False  # takes no marks and no corrections until it is reopened


@value_type
class Article:
    """One piece by one outlet, as the list shows it; counts are those of its newest version."""

    id: ArticleId
    uid: str
    story_id: StoryId
    metadata: Metadata
    newest: VersionId
    versions: int
    counts: Counts
    added_at: datetime
    deleted: bool = False


@value_type
class VersionInfo:
    """A version without its text."""

    id: VersionId
    uid: str
    article_id: ArticleId
    number: int
    captured_at: datetime
    source: str
    text_sha256: str
    original_sha256: str
    media_type: str
    encoding: str
    extractor: str
    language: str
    metadata: Metadata  # as this version's text gives it
    words: int
    counts: Counts
    label: str = ""  # "example" for what the program itself made up


@value_type
class Version:
    """One captured text of an article, never changed after capture; the cuts may be restored."""

    info: VersionInfo
    text: str
    cuts: tuple[Cut, ...]

    @property
    def id(self) -> VersionId:
        return self.info.id

    @property
    def hidden(self) -> tuple[Span, ...]:
        return tuple(cut.span for cut in self.cuts if not cut.restored)

    @property
    def inner_cuts(self) -> tuple[Cut, ...]:
        return inner_cuts(self.text, self.cuts)


# Reasons of cuts above the text that only tell what the sheet of an import has in its fields.
BYLINE, DATE_LINE, OUTLET_LINE = english("byline"), english("date line"), english("line of the outlet")
_HEADER_LINES = frozenset({BYLINE, DATE_LINE, OUTLET_LINE})
_HEADER = 2  # kept lines above them at most: headline and standfirst


def inner_cuts(text: str, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """Return the cuts with kept words on both sides, in the order of the text: what its reader would miss first.

    Note numbers and the like, of up to 4 code points, are left out, as are byline, date and outlet below a headline.
    """
    ordered = sorted(cuts, key=lambda cut: cut.span)
    first = 0
    while ordered and not text[first : ordered[0].span.start].strip():
        first = ordered.pop(0).span.end
    last = len(text)
    while ordered and not text[ordered[-1].span.end : last].strip():
        last = ordered.pop().span.start
    return tuple(cut for cut in _below_header(text, ordered, first) if len(cut.span) > 4)


def _below_header(text: str, cuts: Sequence[Cut], start: int) -> Iterator[Cut]:
    """Leave out the lines of a header; of the text before `start` nothing is kept."""
    lines = 0  # kept so far
    for cut in cuts:
        lines += sum(1 for line in text[start : cut.span.start].split("\n") if line.strip())
        start = cut.span.end
        if lines > _HEADER or cut.why not in _HEADER_LINES:
            yield cut


@value_type
class VersionDetail:
    """What a version's source states about it, and the places that the source names."""

    facts: tuple[Fact, ...] = ()
    anchors: tuple[Anchor, ...] = ()  # by offset


@value_type
class Mark:
    """One recorded act on a quote; only ever appended."""

    number: int  # place in its chain, from 1
    chain: str  # the desk it was made on
    quote_id: QuoteId
    act: Act
    status: Status
    reason: str
    basis: str
    note: str
    evidence: str
    checker: str
    at: datetime
    hash: str


@value_type
class Quote:
    """A span of a version between quotation marks, with its newest mark."""

    id: QuoteId
    uid: str
    version_id: VersionId
    span: Span
    text: str  # exact, as printed
    prefix: str
    suffix: str
    kind: QuoteKind
    attribution: Attribution
    paragraph: int  # from 1, as the text counts them
    status: Status = Status.UNVERIFIED
    reason: str = ""
    basis: str = ""
    note: str = ""
    evidence: str = ""
    checker: str = ""
    marked_at: datetime | None = None
    marks: int = 0
    doubt: str = ""
    by_hand: bool = False
    flags: frozenset[Flag] = frozenset()
    deleted: bool = False

    @property
    def place(self) -> tuple[int, int, QuoteId]:
        """Where it comes among the quotes of its version: tuples are sorted sooner than spans."""
        return self.span.start, self.span.end, self.id

    @property
    def is_passed_over(self) -> bool:
        """Say whether it is a title or a name that nobody worked on: listed only on request, and never counted."""
        return not self.kind.is_said and Flag.NOT_STARTED in self.flags

    @property
    def is_to_check(self) -> bool:
        """Say whether it waits for a checker."""
        return self.status is Status.UNVERIFIED and not self.is_passed_over


@value_type
class MarkChange:
    """What a mark is to say; None leaves what the quote has now."""

    status: Status | None = None
    reason: str | None = None
    basis: str | None = None
    note: str | None = None
    evidence: str | None = None


class AddOutcome(StrEnum):
    """What adding a capture did."""

    NEW_ARTICLE = "new article"
    NEW_VERSION = "new version"
    SAME = "already here"


@value_type
class Added:
    """The result of adding one capture; `article` and `version` are those that hold the text."""

    outcome: AddOutcome
    story_id: StoryId
    article_id: ArticleId
    version_id: VersionId
    title: str
    quotes: int


class VerbatimError(Exception):
    """Something in the user's world went wrong; the text is a sentence for the user."""

    def __str__(self) -> str:
        sentence = self.args[0] if self.args else ""
        return sentence.shown() if isinstance(sentence, Sentence) else super().__str__()


@value_type
class Head:
    """The end of the desk's own chain of marks: printed in every export, so that a cut chain shows."""

    chain: str  # the desk's uid
    marks: int
    hash: str


@value_type
class ChainHead:
    """Where a chain begins and ends; a branch goes on from a record of another chain of the same desk."""

    of: str  # "marks" or "entries"
    desk: str  # uid
    branch: str  # hash of its first record; empty for a trunk
    after: int  # number of the record that it goes on from, 0 for a trunk
    prev: str  # hash of that record
    length: int  # number of its last record
    head: str  # hash of its last record


@value_type
class Taken:
    """A quote or an article that a checker works on, so that others leave it."""

    subject: str  # uid of the quote or the article
    checker: str
    desk: str  # where it was said
    at: datetime


@value_type
class SharedStory:
    """A story on a hub, as it is listed there."""

    uid: str
    title: str
    locked: bool
    articles: int
    login: str  # who shared it
    at: datetime
    checkers: tuple[str, ...] = ()  # who has worked on it


@value_type
class Presence:
    """Somebody who looks at a story at the moment."""

    desk: str
    story: str  # uid
    checker: str
    seen: datetime


@value_type
class JoinedStory:
    """A story of this desk that is shared on a hub."""

    hub: str  # address, without a password
    story: str  # uid
    blind: bool = False  # marks of others are shown once one's own are given


@value_type
class Draft:
    """Half-typed words that are not yet a mark."""

    quote_id: QuoteId
    note: str
    evidence: str


@value_type
class Hit:
    """One find of a search; `quote_id` is None where the article's own text or title holds the words."""

    article_id: ArticleId
    version_id: VersionId
    quote_id: QuoteId | None
    span: Span  # in the text of the version
    excerpt: str  # plain text


@value_type
class PersonHit:
    """Somebody who speaks in the newest version of an article, and the first quote there."""

    name: str
    role: str  # as that quote gives it, or empty
    article_id: ArticleId
    quote_id: QuoteId
