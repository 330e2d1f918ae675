"""Descriptions of changes, pairs and quotes in words: for tooltips, the list of changes and a screen reader."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain import Span, Status
from desktop.text.changes import AlertKind, ChangeKind, Kind
from desktop.text.display import control_name, shorten
from desktop.translation import Text, number, per_cent, shown, tr, tr_n
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD, reason_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Quote, Version
    from desktop.text.changes import Alert, Change, Comparison, Pair

_SPACE = re.compile(r"\s+")
_CUT = re.compile("\0[\0\\s]*")  # see `masked`
_HIDDEN = re.compile("[\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
KIND_WORD = {
    ChangeKind.INSERTED: Text("added"),
    ChangeKind.DELETED: Text("deleted"),
    ChangeKind.REPLACED: Text("changed"),
    ChangeKind.MOVED: Text("moved"),
    ChangeKind.TYPOGRAPHY: Text("typography"),
    ChangeKind.PARAGRAPH: Text("paragraph break"),
}


def short(text: str, limit: int = 80) -> str:
    """Return a text on one line, cut at a word, with invisible characters named."""
    visible = _CUT.sub(" […] ", text)
    flat = _HIDDEN.sub(lambda match: f"[{control_name(match.group())}]", _SPACE.sub(" ", visible).strip())
    return shorten(flat, limit)


@lru_cache(maxsize=4)  # the pair that is shown, and the one before it
def _masked(text: str, hidden: tuple[Span, ...]) -> str:
    parts, at = [], 0
    for span in hidden:
        parts += [text[at : span.start], "\0" * len(span)]
        at = span.end
    return "".join([*parts, text[at:]])


def masked(version: Version) -> str:
    """Return the text of a version without the words of its hidden passages, and with every offset as it was."""
    return _masked(version.text, version.hidden) if version.hidden else version.text


def readings(change: Change, a: str, b: str, limit: int = 80) -> str:
    """Say what a change does to the words."""
    mine, theirs = short(change.a.of(a), limit), short(change.b.of(b), limit)
    if change.kind is ChangeKind.MOVED:
        return f"“{mine or theirs}”"
    if change.kind is ChangeKind.PARAGRAPH:
        return (
            tr("paragraphs joined") if "\n" in change.a.of(a) and "\n" not in change.b.of(b) else tr("paragraph split")
        )
    if not mine or not theirs:
        return f"“{mine or theirs}”"
    return f"“{mine}” → “{theirs}”"


def all_alerts(change: Change) -> list[Alert]:
    """Return the alerts of a change and of the edits inside it, most pressing first."""
    return sorted((alert for each in (change, *change.inner) for alert in each.alerts), key=lambda alert: alert.rank)


def alert_words(alert: Alert, limit: int = 80) -> str:
    """Name an alert with its two readings: "place: South Korea → North Korea"."""
    mine, theirs = short(alert.a_text, limit), short(alert.b_text, limit)
    kind = tr(alert.kind.value)
    if mine and theirs:
        return f"{kind}: {mine} → {theirs}"
    return tr("{kind}: {words} (only in {side})", kind=kind, words=mine or theirs, side="A" if mine else "B")


def count_kinds(alerts: Sequence[Alert]) -> str:
    """Say how many alerts there are of which kind: "8 alerts: place 2, quotation 6"."""
    counts = Counter(alert.kind for alert in alerts)
    kinds = ", ".join(f"{tr(kind.value)} {number(counts[kind])}" for kind in AlertKind if counts[kind])
    return tr_n("{count} alert: {kinds}", "{count} alerts: {kinds}", len(alerts), kinds=kinds)


def describe_change(change: Change, a: str, b: str, *, quoted: bool = False) -> str:
    """Say what a change is: "changed: “North” → “South”, inside a quotation, alert: place"."""
    parts = [f"{describe_kind(change)}: {readings(change, a, b)}"]
    if quoted:
        parts.append(tr("inside a quotation"))
    alerts = all_alerts(change)
    if alerts:
        kinds = ", ".join(dict.fromkeys(tr(alert.kind.value) for alert in alerts))
        parts.append(tr("alert: {kinds}", kinds=kinds))
    if change.ignored:
        parts.append(tr("ignored"))
    return ", ".join(parts)


def describe_kind(change: Change) -> str:
    """Say the kind of a change; a move with its number."""
    word = str(KIND_WORD[change.kind])
    return f"{word} ({change.move})" if change.move else word


def change_tip(change: Change, a: str, b: str) -> str:
    """Return the lines of a tip over a change."""
    lines = [f"{describe_kind(change).capitalize()}: {readings(change, a, b, 160)}"]
    lines += [f"{tr(alert.kind.value).capitalize()}: {shown(alert.why)}" for alert in all_alerts(change)]
    if change.move:
        lines.append(tr("Click the number to go to its other place."))
    if change.ignored:
        lines.append(tr("Ignored by your rules: shown, not counted."))
    return "\n".join(lines)


def share_alike(comparison: Comparison, *, full: bool = True) -> str:
    """Say what share of the words both have; in accounts only answering passages stand side by side.

    A coarse comparison knows only the words of whole sentences that are the same. Not in full, it is just the share.
    """
    share = per_cent(comparison.stats.alike)
    if comparison.coarse:
        return tr("at least {share} alike", share=share)
    if full and comparison.kind is Kind.ACCOUNTS and comparison.stats.moved:
        return tr_n(
            "{share} alike in answering passages, {count} of them in another order",
            "{share} alike in answering passages, {count} of them in another order",
            comparison.stats.moved,
            share=share,
        )
    if full and comparison.kind is Kind.ACCOUNTS:
        return tr("{share} alike in answering passages", share=share)
    return tr("{share} alike", share=share)


_UNRELATED = 0.15  # share of words alike under which marks would paint nearly everything


def why_unmarked(comparison: Comparison, *, chosen: bool) -> str:
    """Say why nothing is marked: unrelated or short texts say nothing by their changes; empty for all others.

    Passages that answer each other are always worth showing, and so is what was `chosen` by hand.
    """
    alike = comparison.stats.alike
    if comparison.coarse or alike >= _UNRELATED or comparison.pairs:
        return ""
    if comparison.kind is Kind.VERSIONS and chosen:
        return ""
    return tr(
        "These two have little in common ({share} of the words), so nothing is marked in them.", share=per_cent(alike)
    )


# Why two passages stand beside each other, from this share of alike words on.
_PAIRED = (
    (0.75, Text("Paired because they say it in nearly the same words (similarity {share}).")),
    (0.5, Text("Paired because they share many of their words (similarity {share}).")),
    (0.3, Text("Paired because they share several telling words (similarity {share}).")),
    (0.0, Text("Paired because they share a few telling words, at about the same place (similarity {share}).")),
)
_PINNED = (
    (0.75, Text("Paired by hand; they say it in nearly the same words (similarity {share}).")),
    (0.5, Text("Paired by hand; they share many of their words (similarity {share}).")),
    (0.3, Text("Paired by hand; they share several telling words (similarity {share}).")),
    (0.0, Text("Paired by hand; they share a few telling words (similarity {share}).")),
)


def describe_pair(pair: Pair) -> str:
    """Say why two passages stand beside each other."""
    if pair.pinned and not pair.similarity:
        return tr("Paired by hand; they share no telling word.")
    sentences = _PINNED if pair.pinned else _PAIRED
    likeness = next(sentence for least, sentence in sentences if pair.similarity >= least)
    return tr(likeness.english, share=per_cent(pair.similarity))


def quote_tip(quote: Quote) -> str:
    """Return the lines of a tip over a quote."""
    lines = [f"{STATUS_SIGN[quote.status]} {STATUS_WORD[quote.status]}"]
    if quote.attribution.name:
        role = f", {quote.attribution.role}" if quote.attribution.role else ""
        lines.append(f"{quote.attribution.name}{role}")
    else:
        lines.append(tr("Nobody is named as the speaker"))
    if quote.status is Status.DISPUTED and quote.reason:
        lines.append(reason_words(quote.reason).capitalize())
    if quote.note:
        lines.append(short(quote.note, 160))
    return "\n".join(lines)


def in_quotes(span: Span, quotes: Sequence[Quote]) -> bool:
    """Say whether a span touches a quote; an empty span, whether it stands in one."""
    return any(quote.span.touches(span) or quote.span.contains(span.start) for quote in quotes)


def context(span: Span, text: str, reach: int = 36) -> str:
    """Return the words around a span, on one line, with a gap where it stands; none beyond a hidden passage."""
    before = _SPACE.sub(" ", text[max(0, span.start - reach) : span.start].rpartition("\0")[2])
    after = _SPACE.sub(" ", text[span.end : span.end + reach].partition("\0")[0])
    if span.start > reach and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if span.end + reach < len(text) and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return f"{before}[ ]{after}".strip()
