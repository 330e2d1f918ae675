"""W3C Web Annotations of the log: one annotation a quote, as JSON-LD.

Positions count code points, as the standard's text positions do; each quote also has exact, prefix and suffix.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.log.rows import head_lines, quote_rows, utc

if TYPE_CHECKING:
    from desktop.log.columns import ColumnSet
    from desktop.log.rows import LogSource, QuoteRow

UNIT = "Positions count Unicode code points into the text whose SHA-256 is named, not UTF-16 units."


def compose(source: LogSource, _: ColumnSet) -> tuple[bytes, int]:
    """Return the whole file and the number of annotations in it."""
    items = [_annotation(row) for row in quote_rows(source)]
    document = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "id": f"urn:uuid:{source.desk_uid}",
        "label": "; ".join(f"{name}: {value}" for name, value in [*head_lines(source), ("positions", UNIT)]),
        "items": items,
    }
    return (json.dumps(document, indent=1) + "\n").encode(), len(items)


def _annotation(row: QuoteRow) -> dict[str, Any]:
    quote = row.quote
    annotation: dict[str, Any] = {
        "id": f"urn:uuid:{quote.uid}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
            for purpose, value in (
                ("tagging", quote.status.value), ("tagging", quote.reason), ("tagging", quote.basis),
                ("commenting", quote.note), ("linking", quote.evidence),
            )
            if value
        ],
        "target": {
            "source": row.article.metadata.url or f"urn:uuid:{row.version.uid}",
            "state": {"type": "State", "value": f"sha256:{row.version.text_sha256}"},
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.text, "prefix": quote.prefix, "suffix": quote.suffix},
                {"type": "TextPositionSelector", "start": quote.span.start, "end": quote.span.end},
            ],
        },
    }  # fmt: skip
    if row.marks:
        annotation |= {"created": utc(row.marks[0].at), "modified": utc(row.marks[-1].at)}
    if quote.checker:
        annotation["creator"] = {"type": "Person", "name": quote.checker}
    return annotation
