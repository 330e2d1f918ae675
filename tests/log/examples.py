"""Logs to write, made without a desk file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.domain import (
    Act,
    Article,
    ArticleId,
    Attribution,
    Basis,
    Counts,
    Flag,
    Mark,
    Metadata,
    Quote,
    QuoteId,
    QuoteKind,
    Reason,
    Span,
    Status,
    Story,
    StoryId,
    VersionId,
    VersionInfo,
)
from desktop.log.rows import LogSource

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def mark(number: int, quote: int, status: Status, checker: str = "Ada", **more: object) -> Mark:
    result = Mark(
        number=number,
        chain="desk-0",
        quote_id=QuoteId(quote),
        act=Act.MARK,
        status=status,
        reason="",
        basis="",
        note="",
        evidence="",
        checker=checker,
        at=NOON + timedelta(minutes=number),
        hash=f"{number:064x}",
    )
    return replace(result, **more)  # type: ignore[arg-type]  # names are checked by replace itself


def quote(number: int, text: str, *marks: Mark, version: int = 1, **more: object) -> Quote:
    made = Quote(
        id=QuoteId(number),
        uid=f"quote-{number}",
        version_id=VersionId(version),
        span=Span(10 * number, 10 * number + len(text)),
        text=text,
        prefix="The mayor said: ",
        suffix=" Nobody answered.",
        kind=QuoteKind.DIRECT,
        attribution=Attribution(speaker="she", speaker_span=Span(0, 3), person="Mayor Ida Holm", cue="said"),
        paragraph=number,
        flags=frozenset() if marks else frozenset({Flag.NOT_STARTED}),
    )
    if marks:
        last = marks[-1]
        made = replace(
            made,
            status=last.status,
            reason=last.reason,
            basis=last.basis,
            note=last.note,
            evidence=last.evidence,
            checker=last.checker,
            marked_at=last.at,
            marks=len(marks),
        )
    return replace(made, **more)  # type: ignore[arg-type]  # names are checked by replace itself


def version(number: int, article: int = 1, *, identity: int | None = None) -> VersionInfo:
    identity = number if identity is None else identity
    return VersionInfo(
        id=VersionId(identity),
        uid=f"version-{identity}",
        article_id=ArticleId(article),
        number=number,
        captured_at=NOON - timedelta(days=1),
        source="/home/ada/bridge.txt",
        text_sha256="a" * 64,
        original_sha256="b" * 64,
        media_type="text/plain",
        encoding="utf-8",
        extractor="plain text 1",
        language="en",
        metadata=Metadata(title="Bridge closed"),
        words=200,
        counts=Counts(unverified=1),
    )


def article(number: int, newest: int, **metadata: str) -> Article:
    about = {
        "title": "Bridge closed",
        "outlet": "Harbour Post",
        "byline": "J. Doe",
        "published": "3 March 2026",
        "url": "https://example.org/bridge",
    }
    return Article(
        id=ArticleId(number),
        uid=f"article-{number}",
        story_id=StoryId(1),
        metadata=Metadata(**(about | metadata)),
        newest=VersionId(newest),
        versions=1,
        counts=Counts(),
        added_at=NOON - timedelta(days=1),
    )


def source(*quotes: tuple[Quote, tuple[Mark, ...]], story: str = "The bridge", **metadata: str) -> LogSource:
    """A log of one article with these quotes, each with its marks (oldest first)."""
    return LogSource(
        desk_name="bridge.desk",
        desk_uid="desk-0",
        app_version="0.1.0",
        exported_at=NOON + timedelta(hours=1),
        head_chain="desk-0",
        head_marks=sum(len(marks) for _, marks in quotes),
        head_hash="c" * 64,
        filter_in_force="All stories.",
        stories=(Story(StoryId(1), "story-1", story),),
        articles=(article(1, 1, **metadata),),
        versions={ArticleId(1): (version(1),)},
        quotes={VersionId(1): tuple(found for found, _ in quotes)},
        marks={found.id: tuple(reversed(marks)) for found, marks in quotes},
    )


def example() -> LogSource:
    """Three quotes: verified after a dispute, disputed, untouched."""
    first = (
        mark(1, 1, Status.DISPUTED, reason=Reason.WORDING, note="the recording says “shut”"),
        mark(2, 1, Status.VERIFIED, "Bo", basis=Basis.RECORDING, evidence="https://example.org/tape at 3:12"),
    )
    second = (mark(3, 2, Status.DISPUTED, reason=Reason.MISATTRIBUTED),)
    return source(
        (quote(1, "We had to close the bridge at once.", *first), first),
        (quote(2, "Nobody\n\ntold us, שלום and “nothing” else", *second), second),
        (quote(3, "unsafe", kind=QuoteKind.SCARE, doubt="closes early"), ()),
    )
