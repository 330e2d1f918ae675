"""Evidence of marks that was taken from sources, held against those sources as they are now.

The excerpt and the hash stay in the mark whatever becomes of the source; here it is only said what became of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Flag
from desktop.lazy_pattern import lazy_pattern
from desktop.text.evidence import read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.sources.source_check import Source
    from desktop.domain import ArticleId, Quote
    from desktop.text.evidence import Evidence

HASH = 12  # hexadecimal digits that name a text
_VERSION = lazy_pattern(rf"version \d+, text sha256 ([0-9a-f]{{{HASH}}})")
_CUTS = lazy_pattern(r"\s*…\s*")


def version_words(number: int, sha256: str) -> str:
    """Return how evidence names the version of a source whose text has this hash."""
    return f"version {number}, text sha256 {sha256[:HASH]}"


def texts_of_sources(desk: Desk) -> dict[str, ArticleId]:
    """Return which source each text is of, by the beginning of its hash; all versions of all sources of the desk."""
    return {
        version.text_sha256[:HASH]: article
        for article in desk.article_list.sources()
        for version in desk.versions(article)
        if version.text_sha256
    }


def is_from_source(evidence: str) -> bool:
    """Say whether an evidence names the text of a source."""
    return _VERSION.search(evidence) is not None


def changed_evidence(
    quotes: Iterable[Quote], sources: Sequence[Source], texts: Mapping[str, ArticleId]
) -> dict[str, Flag]:
    """Return by uid the quotes whose evidence is from a source that is gone, or whose newest text lacks its words.

    `sources` are those of the story as they are now, `texts` as `texts_of_sources` returns them.
    """
    newest = {source.version.info.article_id: source for source in sources}
    found: dict[str, Flag] = {}
    for quote in quotes:
        flags = {_flag(piece, newest, texts) for piece in read_evidence(quote.evidence)} if quote.evidence else set()
        flag = next((each for each in (Flag.SOURCE_GONE, Flag.SOURCE_CHANGED) if each in flags), None)
        if flag is not None:
            found[quote.uid] = flag
    return found


def _flag(piece: Evidence, newest: Mapping[ArticleId, Source], texts: Mapping[str, ArticleId]) -> Flag | None:
    named = next((match[1] for part in piece.more if (match := _VERSION.fullmatch(part))), None)
    if named is None:
        return None
    article = texts.get(named)
    source = newest.get(article) if article is not None else None
    if source is None:
        return Flag.SOURCE_GONE
    if source.version.info.text_sha256.startswith(named) or _prints(source, piece.excerpt):
        return None
    return Flag.SOURCE_CHANGED


def _prints(source: Source, excerpt: str) -> bool:
    """Say whether a source still has the words of an excerpt, those between two cuts one after the other."""
    from desktop.text.sources.units import printed_words

    pieces = (" ".join(word.fold for word in printed_words(piece)) for piece in _CUTS.split(excerpt))
    return all(f" {piece} " in source.folded for piece in pieces if piece)
