"""Lines of a head that say themselves what they hold: “Author: Jane Doe”, the front matter of Markdown, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.lines import Line

# Fields of Metadata and what labels name them, as people and programs write them.
_LABELS_OF = {
    "title": "title headline titel überschrift titre titular título",
    "outlet": "source publication outlet newspaper publisher site-name quelle zeitung medium journal fuente medio",
    "byline": "author authors byline autor autorin autoren auteur auteurs autora autores",
    "published": "date published pubdate published-at publication-date datum veröffentlicht fecha publié",
    "url": "url link address source-url permalink canonical web adresse enlace",
}
_FIELD_OF = {label: field for field, labels in _LABELS_OF.items() for label in labels.split()}
_LABELLED = lazy_pattern(r"(?P<label>[^\W\d_][\w -]{1,18}?)\s?:\s+(?P<value>\S.*)")
_KEY = lazy_pattern(r"[\w-]+\s*:(\s|$)|\s*- |\s+\S")
_ADDRESS = lazy_pattern(r"<?(?P<url>https?://[^\s<>/]+\.[^\s<>]+)>?")
_FENCE = "---"
_MOST = 40  # lines of front matter
_LONGEST = 300  # code points of a labelled line


@value_type
class Labelled:
    """A line that names a field of Metadata, and the value as printed."""

    field: str
    value: str


def read_labelled(text: str, *, is_quoted: bool = False) -> Labelled | None:
    """Read a line “Label: value”, or one that is nothing but an address; None for any other line.

    `is_quoted` says that quotation marks around a value are no part of it, as in front matter.
    """
    if len(text) > _LONGEST:
        return None
    address = _ADDRESS.fullmatch(text)
    if address:
        return Labelled("url", address["url"])
    found = _LABELLED.fullmatch(text)
    field = _FIELD_OF.get("-".join(found["label"].lower().split())) if found else None
    if found is None or field is None:
        return None
    value = found["value"].strip()
    if is_quoted and len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1].strip()
    address = _ADDRESS.fullmatch(value)
    if address:
        return Labelled("url", address["url"])
    return None if field == "url" else Labelled(field, value)


def front_matter(lines: Sequence[Line]) -> int:
    """Return how many of the first lines are the front matter of Markdown, its two fences among them; 0 without one."""
    if not lines or lines[0].text != _FENCE:
        return 0
    end = next((i for i, line in enumerate(lines[1 : _MOST + 1], 1) if line.text in {_FENCE, "..."}), 0)
    return end + 1 if end > 1 and all(_KEY.match(line.text) for line in lines[1:end]) else 0
