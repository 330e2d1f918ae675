"""What does a mark change, and which quote comes next?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Flag, MarkChange, Quote, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.domain import QuoteId
    from desktop.ui.quotes.card.note_fields import Words
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.verdict_buttons import Verdict

# The same status once more does say something here: somebody tried, settles what two checkers said, or means the
# words that the quote holds since its ends were moved.
_OPEN = frozenset({Flag.NOT_STARTED, Flag.CHECKERS_DISAGREE, Flag.CHANGED_SINCE})


@dataclass(frozen=True, slots=True)
class Next:
    """Where to go on, and what to say about it; no quote where all are checked."""

    quote: Quote | None
    said: str = ""


def may_be_marked(session: Session) -> tuple[bool, str]:
    """Say whether the listed quotes can be marked, and else why not, in a sentence."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or not session.writable:
        return False, (desk.read_only_why if desk is not None else "") or "This desk can only be read."
    if listed is not None and session.why_locked(versions=[listed.id]):
        return False, "The story is locked. Story ▸ Reopen story opens it again."
    return True, ""


def change_for(quotes: Sequence[Quote], status: Status, words: Words | None, verdict: Verdict) -> MarkChange:
    """Say what a press of a status means: a reason belongs to disputed, a basis to verified, and to nothing else."""
    note, evidence = words if words is not None else (None, None)
    reason = verdict.reason.pending if status is Status.DISPUTED else None
    basis = verdict.basis.pending if status is Status.VERIFIED else None
    if any(quote.status is not status for quote in quotes):
        reason = reason if status is Status.DISPUTED else ""
        basis = basis if status is Status.VERIFIED else ""
    return MarkChange(status=status, reason=reason, basis=basis, note=note, evidence=evidence)


def would_change(quote: Quote, change: MarkChange) -> bool:
    """Say whether a mark would say anything new; the first one always does, also "tried and not confirmed"."""
    if _OPEN & quote.flags or quote.status is not change.status:
        return True
    asked = ((change.reason, quote.reason), (change.basis, quote.basis), (change.note, quote.note))
    return any(new is not None and new != old for new, old in (*asked, (change.evidence, quote.evidence)))


def next_in_list(shown: Sequence[Quote], row: int, leaving: Collection[QuoteId]) -> Next:
    """Find the next unverified quote below a row, or else the first one above it, and then say so."""
    waits = [quote.status is Status.UNVERIFIED and quote.id not in leaving for quote in shown]
    below = next((shown[place] for place in range(row + 1, len(shown)) if waits[place]), None)
    if below is not None:
        return Next(below)
    above = next((shown[place] for place in range(min(row, len(shown))) if waits[place]), None)
    return Next(
        above, "Went on at the top: this one is still unverified" if above else "No unverified quote is left here"
    )


def next_in_story(session: Session) -> Next:
    """Find the next unverified quote in the articles after the listed one, going round."""
    desk, listed = session.desk, session.pair.listed
    if desk is None or listed is None:
        return Next(None, "No unverified quote is left here")
    article = desk.article(listed.info.article_id)
    articles = desk.articles(story=article.story_id)
    order = {other.newest: place for place, other in enumerate(articles)}
    here = next((place for place, other in enumerate(articles) if other.id == article.id), 0)
    waiting = [
        quote
        for quote in desk.story_quotes(article.story_id)
        if quote.status is Status.UNVERIFIED and quote.version_id != listed.id
    ]
    if not waiting:
        return Next(None, "No unverified quote is left in this story")
    quote = min(waiting, key=lambda quote: (order.get(quote.version_id, 0) - here - 1) % max(len(articles), 1))
    found = next((other for other in articles if other.newest == quote.version_id), None)
    title = found.metadata.title or found.metadata.outlet if found else ""
    return Next(quote, f"Went on in ‘{title}’" if title else "Went on in the next article")
