"""Versions and comparisons made by hand, so that what is shown can be told from what was found."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.domain import (
    ArticleId,
    Attribution,
    Counts,
    Cut,
    Metadata,
    Quote,
    QuoteId,
    QuoteKind,
    Span,
    Status,
    Version,
    VersionId,
    VersionInfo,
)
from desktop.text.changes import Change, ChangeKind, Comparison, Kind, Row, Stats


def version(text: str, number: int = 1, *, hidden: tuple[Span, ...] = (), title: str = "") -> Version:
    info = VersionInfo(
        VersionId(number), f"v{number}", ArticleId(number), 1, datetime(2026, 1, 2, tzinfo=UTC), "x", "0" * 64,
        "1" * 64, "text/plain", "utf-8", "by hand", "en", Metadata(title=title), len(text.split()), Counts(),
    )  # fmt: skip
    return Version(info, text, tuple(Cut(span, "call to subscribe") for span in hidden))


def spot(text: str, words: str) -> Span:
    """The place of some words that stand once in a text."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def replaced(a: str, b: str, mine: str, theirs: str, **more: object) -> Change:
    return Change(ChangeKind.REPLACED, spot(a, mine), spot(b, theirs), **more)  # type: ignore[arg-type]  # any field


def comparison(changes: tuple[Change, ...], rows: tuple[Row, ...], kind: Kind = Kind.VERSIONS) -> Comparison:
    return Comparison(kind, "By hand.", changes, rows, (), Stats(9, 9, 0.9, 0, 0, 0, len(changes), 0, 0))


def quote(number: int, version_id: VersionId, text: str, words: str, status: Status = Status.UNVERIFIED) -> Quote:
    return Quote(
        QuoteId(number), f"q{number}", version_id, spot(text, words), words, "", "", QuoteKind.DIRECT, Attribution(), 1,
        status,
    )  # fmt: skip


A = "The mayor said no.\n\nFive ships left the port on Monday.\n\nNobody was hurt."
B = "The mayor said yes.\n\nSix ships left the port on Monday, late.\n\nNobody was hurt."


def pair() -> tuple[Version, Version, Comparison]:
    """Two short versions that differ in three places."""
    at_a, at_b = A.index(" on Monday") + 10, B.index(", late")
    changes = (
        replaced(A, B, "no.", "yes."),
        replaced(A, B, "Five", "Six"),
        Change(ChangeKind.INSERTED, Span(at_a, at_a), Span(at_b, at_b + 6)),
    )
    rows = tuple(Row(mine, theirs) for mine, theirs in zip(_rows(A), _rows(B), strict=True))
    return version(A, 1), version(B, 2), comparison(changes, rows)


def _rows(text: str) -> list[Span]:
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return spans
