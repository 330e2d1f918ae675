"""Verbs that change nothing: read, quotes and diff of texts, the matrix of texts or of a desk."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cli.inputs import Document, Inputs, find_story, read_side
from desktop.cli.output import FAILED, printable
from desktop.desk.open_desk import Desk
from desktop.domain import FoundQuote, VerbatimError
from desktop.log.csv_file import guard
from desktop.text.display import amount, one_line
from desktop.text.quotes import find_quotes
from desktop.text.statements import Band, cells, group, occurrences_of, to_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.domain import Capture, Span
    from desktop.text.statements import Matrix, Occurrence, Statement, Statements


_SQLITE = b"SQLite format 3\0"


def matrix(options: argparse.Namespace) -> int:
    failed = 0
    if len(options.inputs) == 1 and _is_desk(options.inputs[0]):
        found = _of_desk(options.inputs[0], options.story)
    else:
        if options.story is not None:
            raise VerbatimError("--story chooses a story of a desk; the inputs are texts.")
        inputs = Inputs(options.inputs)
        found = _of_texts(_numbered(list(inputs.documents())))
        failed = inputs.failed
    sources = [document.id for document, _ in found]
    statements = group([occurrence for _, occurrences in found for occurrence in occurrences])
    if options.format == "json":
        print(json.dumps(to_json(statements), ensure_ascii=False, indent=1))
    elif options.format == "csv":
        print(_as_csv(cells(statements, sources)), end="")
    else:
        print(printable("\n".join(_lines(cells(statements, sources), statements))))
    return FAILED if failed else 0


_Found = list[tuple[Document, list["Occurrence"]]]


def _is_desk(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _of_desk(path: Path, story_name: str | None) -> _Found:
    """The quotes of the newest versions of one story, as the desk has them."""
    with Desk.open(path, read_only=True) as desk:
        stories = desk.stories()
        if story_name is None and len(stories) > 1:
            raise VerbatimError(f"There are {len(stories)} stories on this desk; please choose one with --story.")
        story = find_story(desk, story_name) if story_name is not None else stories[0] if stories else None
        found: _Found = []
        for article in desk.articles(story=story.id) if story is not None else ():
            version = desk.version(article.newest)
            quotes = [FoundQuote(q.span, q.kind, q.attribution, q.doubt) for q in desk.quotes(version.id)]
            name = " ".join(part for part in (article.metadata.outlet, f"version {version.id}") if part)
            document = Document(name, version.text, (), version.info.language, article.metadata.published_on)
            found.append((document, _occurrences(document, quotes)))
        return found


def _of_texts(documents: Sequence[Document]) -> _Found:
    return [
        (each, _occurrences(each, find_quotes(each.text, hidden=each.hidden, language=each.language)))
        for each in documents
    ]


def _numbered(documents: list[Document]) -> list[Document]:
    """Two texts of one name would become one column: give the later ones a number."""
    count: Counter[str] = Counter()
    apart: list[Document] = []
    for document in documents:
        count[document.id] += 1
        number = count[document.id]
        apart.append(document if number == 1 else replace(document, id=f"{document.id} ({number})"))
    return apart


def _occurrences(document: Document, quotes: Sequence[FoundQuote]) -> list[Occurrence]:
    return [
        replace(found, language=document.language or found.language, published=document.published)
        for found in occurrences_of(document.id, document.text, quotes)
    ]


def _as_csv(found: Matrix) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([guard(cell) for cell in row] for row in found.table())
    return out.getvalue()


def _lines(found: Matrix, statements: Statements) -> Iterator[str]:
    yield f"{len(found.rows)} statements in {len(found.sources)} texts"
    for row in found.rows:
        yield ""
        speaker = one_line(row.statement.speaker) or "no speaker found"
        yield f"{row.statement.number}. “{one_line(row.base.text)}”  {speaker}"
        for source, cell in zip(found.sources, row.cells, strict=True):
            if cell.members:
                yield f"     {source}: {cell.label}  “{one_line(cell.printed)}”"
        yield from _link_lines(row.statement, statements)


def _link_lines(statement: Statement, statements: Statements) -> list[str]:
    """What else is alike, each quote once."""
    found: dict[object, str] = {}
    for link in statements.links:
        if link.band is not Band.GROUPED and link.a in statement.members:
            line = f"   ~ {link.band}: {link.b.source}  “{one_line(link.b.text)}”  {link.why}"
            found.setdefault(link.b.key, line)
    return list(found.values())


def read(options: argparse.Namespace) -> int:
    inputs = Inputs(options.inputs)
    if options.format == "json":
        found = [_read_object(path, capture) for path, capture in inputs.captures()]
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for path, capture in inputs.captures():
            print(printable("\n".join(_read_lines(path, capture))))
    return FAILED if inputs.failed else 0


def quotes(options: argparse.Namespace) -> int:
    from desktop.text.quotes import find_quotes

    inputs = Inputs(options.inputs)
    for document in inputs.documents():
        try:
            found = find_quotes(document.text, hidden=document.hidden, language=document.language)
        except Exception as error:  # whatever is wrong with one, the others are read
            inputs.fail(document.id, error)
            continue
        if options.format == "jsonl":
            print(json.dumps(_quotes_object(document, found), ensure_ascii=False))
        else:
            print(printable("\n".join(_quotes_lines(document, found))))
    return FAILED if inputs.failed else 0


def diff(options: argparse.Namespace) -> int:
    from desktop.cli import diff_report
    from desktop.text.changes import Kind
    from desktop.text.diff import compare

    a, b = read_side(options.a), read_side(options.b)
    kind = None if options.kind == "auto" else Kind(options.kind)
    one_article = bool(a.article) and a.article == b.article
    comparison = compare(a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden, kind=kind, one_article=one_article)
    report = diff_report.Report(a, b, comparison)
    if options.format == "text":
        print(printable(diff_report.as_text(report)))
    else:
        print(diff_report.as_json(report) if options.format == "json" else diff_report.as_html(report))
    return 0


def _read_object(path: Path, capture: Capture) -> dict[str, object]:
    about = capture.metadata
    return {
        "input": str(path),
        "title": about.title,
        "outlet": about.outlet,
        "byline": about.byline,
        "published": about.published,
        "published_on": about.published_on,
        "url": about.url,
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "language": capture.language,
        "extractor": capture.extractor,
        "original_bytes": len(capture.original),
        "original_sha256": capture.original_sha256,
        "text_sha256": capture.text_sha256,
        "warnings": list(capture.warnings),
        "cuts": [
            {"start": cut.span.start, "end": cut.span.end, "why": cut.why, "text": cut.span.of(capture.text)}
            for cut in capture.cuts
        ],
        "text": capture.text,
    }


def _read_lines(path: Path, capture: Capture) -> Iterator[str]:
    about = capture.metadata
    yield f"input:     {path}"
    for name in ("title", "outlet", "byline", "published", "url"):
        yield f"{name + ':':<10} {' '.join(getattr(about, name).split()) or 'not given'}"
    yield f"read as:   {capture.media_type}, {capture.encoding}, by {capture.extractor}; language {capture.language}"
    yield f"SHA-256:   {capture.original_sha256} (original), {capture.text_sha256} (text)"
    yield f"cut:       {len(capture.cuts) or 'nothing'}"
    for cut in capture.cuts:
        yield f"  {cut.span.start}-{cut.span.end}  {cut.why}: {' '.join(cut.span.of(capture.text).split())}"
    yield from ("", _without(capture.text, [cut.span for cut in capture.cuts]), "")


def _without(text: str, hidden: Sequence[Span]) -> str:
    """The text that an import would show: what is hidden leaves no more than one blank line."""
    shown, place = [], 0
    for span in sorted(hidden):
        shown.append(text[place : span.start].strip())
        place = max(place, span.end)
    return "\n\n".join(part for part in (*shown, text[place:].strip()) if part)


def _quotes_object(document: Document, found: Sequence[FoundQuote]) -> dict[str, object]:
    return {"id": document.id, "quotes": [_quote_object(document.text, quote) for quote in found]}


def _quote_object(text: str, quote: FoundQuote) -> dict[str, object]:
    by = quote.attribution
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.span.of(text),
        "speaker": by.name,
        "speaker_start": by.speaker_span.start if by.speaker_span else None,
        "speaker_end": by.speaker_span.end if by.speaker_span else None,
        "cue": by.cue,
        "kind": quote.kind.value,
        "mention": by.speaker,
        "role": by.role,
        "via": by.via,
        "doubt": quote.doubt,
    }


def _quotes_lines(document: Document, found: Sequence[FoundQuote]) -> Iterator[str]:
    yield f"{document.id}: {amount(len(found), 'quote', thousands='')}"
    for quote in found:
        by = quote.attribution
        words = " ".join(quote.span.of(document.text).split())
        place = f"{quote.span.start}-{quote.span.end}"
        speaker = by.name if by.name == by.speaker or not by.speaker else f"{by.name} (printed as {by.speaker})"
        doubt = f"  [marks: {quote.doubt}]" if quote.doubt else ""
        yield f"  {place:<13} {quote.kind.value:<8} “{words}”  {speaker or 'no speaker found'}{doubt}"
