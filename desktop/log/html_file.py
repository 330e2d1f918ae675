"""How is the log written as one page that can be read, printed and handed over, without any script?"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from desktop.assets import resource
from desktop.log.columns import events
from desktop.log.rows import (
    NOT_PROVEN,
    agreement,
    articles_of,
    counts,
    entries,
    flags,
    head_lines,
    one_line,
    second_verdict,
    utc,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import Article, ArticleId, Counts, Story, VersionInfo
    from desktop.log.columns import ColumnSet
    from desktop.log.rows import Entry, LogSource

SHAPES = {"verified": "✓", "disputed": "≠", "unverified": "?"}
_ORDINARY = {"\n", "\t", "\u00ad"}  # the soft hyphen is common in what newsrooms print, and harmless


@dataclass(frozen=True, slots=True)
class _Piece:
    article: Article
    versions: Sequence[VersionInfo]
    counts: Counts
    current: list[Entry]
    earlier: list[Entry]


@dataclass(frozen=True, slots=True)
class _Part:
    story: Story
    pieces: list[_Piece]


def compose(source: LogSource, columns: ColumnSet) -> tuple[bytes, int]:
    """Return the whole page and the number of quotes on it."""
    found = list(entries(source))
    page = _template("log.html.jinja").render(
        source=source,
        columns=columns.value,
        head=head_lines(source),
        counts=counts(found),
        stories=_parts(source, found),
        shapes=SHAPES,
        not_proven=NOT_PROVEN,
        flags=flags,
        events=events,
        second_verdict=second_verdict,
        agreement=agreement,
    )
    return page.encode("utf-8", "replace"), len(found)


def shown(text: str) -> Markup:
    """Escape a text and make its invisible control characters visible without changing it."""
    return Markup("").join(_visible(letter) for letter in _runs(text))


def is_web(url: str) -> bool:
    """Whether a link may lead there: http and https only, nothing that a browser would read otherwise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and url.isprintable() and " " not in url


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"shown": shown, "one_line": one_line, "utc": utc, "is_web": is_web}
    return environment.from_string(resource(name).read_text(encoding="utf-8"))


def _parts(source: LogSource, found: list[Entry]) -> list[_Part]:
    own: defaultdict[ArticleId, list[Entry]] = defaultdict(list)
    for entry in found:
        own[entry.article.id].append(entry)
    return [
        _Part(story, [_piece(source, article, own[article.id]) for article in articles_of(source, story)])
        for story in source.stories
    ]


def _piece(source: LogSource, article: Article, own: list[Entry]) -> _Piece:
    current = [entry for entry in own if entry.current]
    earlier = [entry for entry in own if not entry.current]
    return _Piece(article, source.versions.get(article.id, ()), counts(own), current, earlier)


def _runs(text: str) -> list[str]:
    """Cut a text into stretches of plain letters and single control characters."""
    runs: list[str] = []
    plain = 0
    for place, letter in enumerate(text):
        if letter not in _ORDINARY and unicodedata.category(letter) in {"Cc", "Cf", "Cs"}:
            runs += [text[plain:place], letter]
            plain = place + 1
    return [*runs, text[plain:]]


def _visible(run: str) -> Markup:
    if len(run) != 1 or run in _ORDINARY or unicodedata.category(run) not in {"Cc", "Cf", "Cs"}:
        return escape(run)
    # A carriage return has to be a reference, or a browser reads a line feed.
    letter = Markup("&#13;") if run == "\r" else escape(run)
    return Markup('<span class="point" data-point="U+{:04X}">{}</span>').format(ord(run), letter)
