"""ClaimReview of the log: what is verified and disputed as JSON-LD for a publisher's page (schema.org).

A quote that is open, deleted, changed since it was marked, or on which checkers disagree, is no review and is left out;
so are private words. The address of the page that will print a review is not known here, so `url` is left to whoever
puts it there.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from desktop.domain import Flag, Status, VerbatimError
from desktop.lazy_pattern import lazy_pattern
from desktop.log.pages.html_page import ADDRESS, is_web
from desktop.log.rows import one_line, quote_rows, utc
from desktop.text.evidence import public_evidence, public_note

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.log.columns import ColumnSet
    from desktop.log.rows import LogSource, Publisher, QuoteRow

_RATINGS = {Status.VERIFIED: 5, Status.DISPUTED: 1}
_UNRESOLVED = {Flag.CHECKERS_DISAGREE, Flag.CHANGED_SINCE, Flag.ANCHOR_LOST}
_ASPECT = "whether the words were said, and as they are printed; not whether what they say is true"
_DAY = lazy_pattern(r"\d{4}-\d\d-\d\d")


class NoPublisherError(VerbatimError):
    """Nobody is named who publishes the reviews."""


def compose(source: LogSource, _: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of reviews in it; raises NoPublisherError."""
    publisher = source.publisher
    if publisher is None or not one_line(publisher.name):
        raise NoPublisherError(
            "Reviews of claims (ClaimReview) need a publisher: name it in the preferences, or with --publisher."
        )
    if not is_web(publisher.url):
        raise NoPublisherError("The address of the publisher has to begin with http:// or https://.")
    rows = [row for row in quote_rows(source) if row.current and not row.quote.deleted]
    same: defaultdict[tuple[object, ...], list[QuoteRow]] = defaultdict(list)
    for row in rows:
        same[_key(row)].append(row)
    reviews = [_review(row, same[_key(row)], source, publisher) for row in rows if is_reviewed(row)]
    text = json.dumps({"@context": "https://schema.org", "@graph": reviews}, indent=1)
    # Pages print it between tags, which no quote may close.
    return (text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n").encode(), len(reviews)


def is_reviewed(row: QuoteRow) -> bool:
    """Say whether a review can be written of a quote: it is settled, and its words are what somebody said."""
    return row.quote.status in _RATINGS and not row.quote.flags & _UNRESOLVED


def _key(row: QuoteRow) -> tuple[object, ...]:
    """What the same words by the same speaker in one story have in common."""
    return row.story.id, row.quote.text, row.quote.attribution.name


def _review(row: QuoteRow, same: Iterable[QuoteRow], source: LogSource, publisher: Publisher) -> dict[str, Any]:
    quote = row.quote
    verdict = f"{quote.status.value.capitalize()} quote"
    publishing = {"@type": "Organization", "name": one_line(publisher.name), "url": publisher.url}
    return {
        "@type": "ClaimReview",
        "@id": f"urn:uuid:{quote.uid}",
        "claimReviewed": quote.text,
        "itemReviewed": _claim(row, same),
        "reviewRating": _filled(
            {
                "@type": "Rating",
                "ratingValue": _RATINGS[quote.status],
                "worstRating": 1,
                "bestRating": 5,
                "alternateName": f"{verdict}: {quote.reason}" if quote.reason else verdict,
                "reviewAspect": _ASPECT,
                "ratingExplanation": public_note(quote.note).strip(),
            }
        ),
        "author": publishing,
        "publisher": publishing,
        **_filled(
            {
                "dateCreated": utc(row.marks[0].at) if row.marks else "",
                "dateModified": utc(quote.marked_at),
                "sdDatePublished": utc(source.exported_at),
                "citation": _addresses(quote.evidence),
            }
        ),
    }


def _claim(row: QuoteRow, same: Iterable[QuoteRow]) -> dict[str, Any]:
    name = one_line(row.quote.attribution.name)
    return _filled(
        {
            "@type": "Claim",
            "author": {"name": name} if name else "",  # whether a person or an office, nobody knows
            "appearance": [found for other in same if (found := _appearance(other))],
        }
    )


def _appearance(row: QuoteRow) -> dict[str, Any]:
    about = row.article.metadata
    outlet = one_line(about.outlet)
    found = _filled(
        {
            "url": about.url if is_web(about.url) else "",
            "headline": one_line(about.title),
            "publisher": {"@type": "Organization", "name": outlet} if outlet else "",
            "datePublished": about.published_on if _DAY.fullmatch(about.published_on) else "",
        }
    )
    return {"@type": "CreativeWork", **found} if found else {}


def _addresses(evidence: str) -> list[str]:
    return list(dict.fromkeys(ADDRESS.findall(public_evidence(evidence))))


def _filled(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what nothing is known of."""
    return {name: value for name, value in properties.items() if value not in ("", [])}
