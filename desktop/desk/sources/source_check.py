"""Quotes of a story held against its sources: read from the desk here, searched on any thread.

A place in a source is evidence that a checker may take into a mark; nothing here marks anything.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.desk.sources.evidence_in_sources import version_words
from desktop.domain import AnchorKind, QuoteKind, Span
from desktop.log.rows import InSource
from desktop.text.display import one_line, shorten, time_code
from desktop.text.evidence import PRIMARY, SECONDARY, Evidence
from desktop.text.languages.registry import is_other_language
from desktop.text.sources.kinds import Kind
from desktop.translation import english, tr

if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Anchor, ArticleId, Flag, Quote, SourceDetails, StoryId, Version, VersionId
    from desktop.text.sources.match import Match, SourceText
    from desktop.text.sources.speech import Segment
    from desktop.text.statements import Wording

_EXCERPT = 400  # code points of a source's words that go into evidence
_JOINS = " … "  # between two pieces
KIND_WORDS = {
    Kind.VERBATIM: english("word for word"),
    Kind.SPELLING: english("spelling"),
    Kind.CLEANED: english("cleaned"),
    Kind.TRIMMED: english("trimmed"),
    Kind.BRACKET: english("bracket"),
    Kind.ELLIPSIS: english("ellipsis"),
    Kind.JOINED: english("joined from two places"),
    Kind.ALTERED: english("altered words"),
    Kind.OTHER_SPEAKER: english("other speaker"),
    Kind.NOT_FOUND: english("not in the attached sources"),
}

NOWHERE = KIND_WORDS[Kind.NOT_FOUND]
TOO_FEW = english("same words, too few to tell")  # of a place where the words may stand by chance


@dataclass(frozen=True)
class Source:
    """A source of a story with its newest text."""

    title: str
    details: SourceDetails
    version: Version
    anchors: tuple[Anchor, ...] = ()

    @property
    def key(self) -> tuple[int, tuple[Span, ...], str]:
        """What a search depends on."""
        return self.version.id, self.version.hidden, self.version.info.language

    @cached_property
    def searched(self) -> SourceText:
        """The text as it is searched: what is hidden is blank, offsets are those of the version."""
        text = blanked(self.version.text, self.version.hidden)
        segments = tuple(segments_between(len(text), self.anchors))
        from desktop.text.sources.match import SourceText

        return SourceText(str(self.version.id), text, segments, self.version.info.language)

    @cached_property
    def folded(self) -> str:
        """The words as they are compared, with one blank between, before and behind."""
        from desktop.text.sources.units import printed_words

        return f" {' '.join(word.fold for word in printed_words(self.searched.text))} "

    def label_at(self, kind: AnchorKind, offset: int) -> str:
        """Return the page or time that holds at an offset; empty where the source names none."""
        of_kind = [anchor for anchor in self.anchors if anchor.kind is kind]
        place = bisect_right([anchor.offset for anchor in of_kind], offset) - 1
        return of_kind[place].label if place >= 0 else ""

    def paragraph_at(self, offset: int) -> int:
        """Count the paragraphs up to an offset, from 1."""
        return 1 + sum(1 for line in self.version.text[:offset].split("\n")[:-1] if line.strip())


@dataclass(frozen=True)
class SourcePlace:
    """Where a source prints the words of a quote, and what was done to them."""

    quote: Quote
    source: Source
    match: Match

    @property
    def kind(self) -> Kind:
        return self.match.kind

    @property
    def span(self) -> Span:
        """The words there, or the longest piece of them, in code points of the source's version."""
        return Span(self.match.start, self.match.end)

    @cached_property
    def words(self) -> str:
        """The words of the source, on one line; “…” stands between two places."""
        text = self.source.version.text
        return _JOINS.join(one_line(text[start:end]) for start, end in self.match.pieces)

    @cached_property
    def difference(self) -> Wording:
        """How the article words what the source words: `base` are `words`, `other` is the quote on one line."""
        quote = self.quote.text.replace("\n", " ")
        from desktop.text.statements import difference

        return difference(self.words, quote, language=self.source.version.info.language)

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """Which facts read otherwise there: number, place, name and so on; the most pressing first."""
        altered = self.difference.facts if self.kind is Kind.ALTERED else ()
        # A thing called by another word is altered words, and said so.
        return tuple(dict.fromkeys(str(fact.kind) for fact in altered if fact.kind != "thing"))

    @cached_property
    def where(self) -> str:
        """Time code, page or paragraph."""
        time = self.source.label_at(AnchorKind.TIME, self.match.start)
        if time:
            until = self.source.label_at(AnchorKind.TIME, max(self.match.start, self.match.end - 1))
            return time if until == time else f"{time}–{until}"
        if self.match.seconds is not None:
            return time_code(self.match.seconds[0])
        page = self.source.label_at(AnchorKind.PAGE, self.match.start)
        if page:
            return f"p. {page}"
        return f"¶{self.source.paragraph_at(self.match.start)}"

    @property
    def seconds(self) -> float | None:
        """When the words begin, from the beginning of the recording; None where the source names no times."""
        anchored = _seconds(self.source.label_at(AnchorKind.TIME, self.match.start))
        if anchored is not None:
            return anchored
        return self.match.seconds[0] if self.match.seconds is not None else None

    @property
    def class_words(self) -> str:
        """Say what was done to the words: “word for word”, “number altered”."""
        if self.match.recurs:
            return tr(TOO_FEW)
        if not self.match.is_found:
            return tr("perhaps paraphrased")
        if self.facts:
            return tr("{fact} altered", fact=tr(self.facts[0]))
        return tr(KIND_WORDS[self.kind])

    def in_log(self) -> InSource:
        """Return the place as the log says it, in English."""
        kind = f"{self.facts[0]} altered" if self.facts else KIND_WORDS[self.kind]
        kind = TOO_FEW if self.match.recurs else kind
        digest = self.source.version.info.text_sha256
        return InSource(kind, self.source.title, self.where, self.match.speaker, self.words, digest)

    def evidence(self) -> str:
        """Return the place as evidence of a mark, on one line: source, place, speaker, hash of the text, excerpt."""
        info, where = self.source.version.info, self.where
        is_page, is_paragraph = where.startswith("p. "), where.startswith("¶")
        speaker = one_line(self.match.speaker)
        more = (where if is_paragraph else "", speaker, version_words(info.number, info.text_sha256))
        return Evidence(
            what=one_line(self.source.title),
            rank=PRIMARY if self.source.details.primary else SECONDARY,
            page=where.removeprefix("p. ") if is_page else "",
            time="" if is_page or is_paragraph else where,
            more=tuple(part for part in more if part),
            excerpt=shorten(self.words, _EXCERPT),
        ).line()


@dataclass(frozen=True)
class InSources:
    """What the sources of a story print of its quotes (by uid)."""

    sources: tuple[Source, ...] = ()
    places: dict[str, SourcePlace] = field(default_factory=dict)  # the best place of each quote that was found
    nearest: dict[str, SourcePlace] = field(default_factory=dict)  # of others, where words are near
    wordings: dict[str, tuple[str, str]] = field(default_factory=dict)  # words and speaker that were looked for
    perhaps: dict[str, SourcePlace] = field(default_factory=dict)  # ... where it is perhaps said in other words
    languages: Mapping[VersionId, str] = field(default_factory=dict)  # of the articles' newest versions
    texts: Mapping[str, ArticleId] = field(default_factory=dict)  # as `texts_of_sources` returns them
    changed: dict[str, Flag] = field(default_factory=dict)  # quotes whose evidence is not in the sources any more

    @property
    def searched(self) -> KeysView[str]:
        """The quotes (uids) that were looked for."""
        return self.wordings.keys()

    def other_languages(self, version: VersionId) -> list[str]:
        """Return the languages of the sources that are not in the language of an article, where both are known."""
        own = self.languages.get(version, "")
        codes = {source.version.info.language for source in self.sources}
        return sorted(code for code in codes if is_other_language(own, code))

    def kind_of(self, uid: str) -> Kind | None:
        """Return the kind of a quote; None while nobody has looked for it."""
        if uid not in self.searched:
            return None
        return self.places[uid].kind if uid in self.places else Kind.NOT_FOUND


def file_name(source: str) -> str:
    """Return the name of the file that a version was read from; empty where it was none."""
    return re.split(r"[/\\]", one_line(source))[-1]


def read_sources(desk: Desk, story: StoryId) -> tuple[Source, ...]:
    """Read the sources of a story, primary ones first."""
    details = desk.article_list.sources()
    found = []
    for article in desk.articles(story=story):
        if article.id in details:
            version = desk.version(article.newest)
            title = article.metadata.title or file_name(version.info.source) or tr("Without a headline")
            its_details = details[article.id]
            found.append(Source(title, its_details, version, desk.version_detail(version.id).anchors))
    return tuple(sorted(found, key=lambda source: not source.details.primary))


def languages_of(desk: Desk, story: StoryId) -> dict[VersionId, str]:
    """Return the languages of the newest versions of a story's articles."""
    newest = {article.id: article.newest for article in desk.articles(story=story)}
    infos = (info for article, newest_id in newest.items() for info in desk.versions(article) if info.id == newest_id)
    return {info.id: info.language for info in infos}


def quotes_to_find(desk: Desk, story: StoryId) -> list[Quote]:
    """Return the quotes of a story that sources may print."""
    return [quote for quote in desk.story_quotes(story) if may_be_printed(quote)]


def may_be_printed(quote: Quote) -> bool:
    """Say whether a quote is words that somebody said, and no single words in marks."""
    return is_looked_for(quote.kind)


def is_looked_for(kind: QuoteKind) -> bool:
    """Say whether quotes of a kind are looked for in sources."""
    return kind.is_said and kind is not QuoteKind.SCARE


def wording(quote: Quote) -> tuple[str, str]:
    """Return what is looked for: the words of a quote, and who is said to have said them."""
    return quote.text, quote.attribution.name


class Finder:
    """Looks for quotes in the sources of a story; keeps what it found, so that only new quotes are looked for."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = {str(source.version.id): source for source in sources}
        self._paraphrased: dict[tuple[str, ...], Match | None] = {}
        from desktop.text.sources.match import SourceSearch

        self._search = SourceSearch([source.searched for source in sources])
        self._known: dict[tuple[str, ...], list[Match]] = {}

    def find(self, quote: Quote, language: str = "en") -> tuple[SourcePlace | None, SourcePlace | None]:
        """Return the best place of a quote, or none and what is nearest to it; `language` is that of its article."""
        key = (*wording(quote), language or "en")
        if key not in self._known:
            self._known[key] = self._search.match(*key)
        best = next(iter(self._known[key]), None)
        if best is None:
            return None, None
        place = SourcePlace(quote, self.sources[best.source], best)
        return (place, None) if best.is_found else (None, place)

    def paraphrase(self, quote: Quote, language: str = "en") -> SourcePlace | None:
        """Return the passage that perhaps says what a quote says in other words; never evidence by itself."""
        key = (*wording(quote), language or "en")
        if key not in self._paraphrased:
            self._paraphrased[key] = self._search.paraphrase(*key)
        match = self._paraphrased[key]
        return SourcePlace(quote, self.sources[match.source], match) if match is not None else None


def _seconds(label: str) -> float | None:
    try:
        parts = [float(part.replace(",", ".")) for part in label.split(":")]
    except ValueError:
        return None
    return sum(part * 60.0**power for power, part in enumerate(reversed(parts)))


def blanked(text: str, hidden: Sequence[Span]) -> str:
    """Return a text of the same length with blanks in place of what is hidden."""
    parts, at = [], 0
    for span in sorted(hidden):
        parts += [text[at : span.start], " " * max(0, span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join([*parts, text[at:]])


def segments_between(length: int, anchors: Sequence[Anchor]) -> Iterator[Segment]:
    """Give the stretches between time codes and turns in `length` code points; nothing where there are neither."""
    from desktop.text.sources.speech import Segment

    labels = [anchor for anchor in anchors if anchor.kind in {AnchorKind.TIME, AnchorKind.SPEAKER}]
    if not labels:
        return
    speaker, seconds, start = "", None, 0
    named = any(anchor.kind is AnchorKind.SPEAKER for anchor in labels)
    for anchor in labels:
        if anchor.offset > start:
            yield Segment(start, anchor.offset, speaker, seconds, named and bool(speaker))
            start = anchor.offset
        if anchor.kind is AnchorKind.TIME:
            seconds = _seconds(anchor.label)
        else:
            speaker = anchor.label
    yield Segment(start, length, speaker, seconds, named and bool(speaker))
