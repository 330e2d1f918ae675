"""The verb matrix: which quotes of several texts report one utterance, as text, CSV or JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.cli.inputs import Document, Inputs, find_story, is_desk
from desktop.cli.output import FAILED, printable
from desktop.desk.open_desk import Desk
from desktop.domain import FoundQuote, VerbatimError
from desktop.log.csv_file import as_csv
from desktop.text.display import amount, one_line
from desktop.text.quotes import find_quotes
from desktop.text.statements import Band, cells, group, occurrences_of, to_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.text.statements import Matrix, Occurrence, Statement, Statements


def matrix(options: argparse.Namespace) -> int:
    failed = 0
    if len(options.inputs) == 1 and is_desk(options.inputs[0]):
        found = _of_desk(options.inputs[0], options.story)
    else:
        if options.story is not None:
            raise VerbatimError("--story chooses a story of a desk; the inputs are texts.")
        inputs = Inputs(options.inputs)
        found = _of_texts(_numbered(list(inputs.documents())), dialogues=options.dialogues)
        failed = inputs.failed
    sources = [document.id for document, _ in found]
    statements = group([occurrence for _, occurrences in found for occurrence in occurrences])
    if options.format == "json":
        print(json.dumps(to_json(statements), ensure_ascii=False, indent=1))
    elif options.format == "csv":
        print(as_csv(cells(statements, sources).table()), end="")
    else:
        print(printable("\n".join(_lines(cells(statements, sources), statements))))
    return FAILED if failed else 0


_Found = list[tuple[Document, list["Occurrence"]]]


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


def _of_texts(documents: Sequence[Document], *, dialogues: bool) -> _Found:
    return [
        (
            each,
            _occurrences(each, find_quotes(each.text, hidden=each.hidden, language=each.language, dialogues=dialogues)),
        )
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


def _lines(found: Matrix, statements: Statements) -> Iterator[str]:
    statements_found = amount(len(found.rows), "statement", thousands="")
    yield f"{statements_found} in {amount(len(found.sources), 'text', thousands='')}"
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
