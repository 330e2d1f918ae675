"""Inputs of the command line: files, folders, batches and versions of desks, read one by one."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import say, sentence
from desktop.domain import Span, VerbatimError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Capture, Story


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its name; offsets of everything found in it are code points into `text`."""

    id: str
    text: str
    hidden: tuple[Span, ...] = ()
    language: str = ""
    published: str = ""  # ISO date where the text tells it
    article: str = ""  # the uid of the article of which a desk says that this is a version


class Inputs:
    """Reads what was named, one by one: what cannot be read is said and counted, and the rest goes on."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths
        self.failed = 0

    def captures(self) -> Iterator[tuple[Path, Capture]]:
        yield from self._captures(self.paths)

    def documents(self) -> Iterator[Document]:
        """Files as an import would see them; the lines of .jsonl batches with their raw texts."""
        for path in self.paths:
            if path.suffix.casefold() == ".jsonl":
                yield from self._batch(path)
            else:
                for found, capture in self._captures([path]):
                    yield _document(document_id(found), capture)

    def fail(self, name: object, error: Exception) -> None:
        self.failed += 1
        say(f"{name}: {sentence(error)}")

    def _captures(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Capture]]:
        from desktop.intake.reading import find_inputs, read_path

        for path in find_inputs(paths):
            try:
                capture = read_path(path)
            except Exception as error:  # whatever is wrong with one, the others are read
                self.fail(path, error)
                continue
            yield path, capture
            for warning in capture.warnings:
                say(f"{path}: {warning}")

    def _batch(self, path: Path) -> Iterator[Document]:
        try:
            with path.open(encoding="utf-8-sig", newline="\n") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        yield from self._batch_line(f"{path}, line {number}", line)
        except (OSError, UnicodeDecodeError) as error:
            self.fail(path, error)

    def _batch_line(self, place: str, line: str) -> Iterator[Document]:
        try:
            row = json.loads(line)
            name, text, language = row["id"], row["text"], row.get("language", "")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            name = text = language = None
        if isinstance(name, str | int) and isinstance(text, str) and isinstance(language, str):
            yield Document(str(name), text, language=language)
        else:
            self.fail(place, VerbatimError('this is not an object with "id" and "text".'))


def document_id(path: Path) -> str:
    """The file name up to the first `_` or `.`."""
    return path.name.replace(".", "_").split("_")[0] or path.name


def read_side(named: str) -> Document:
    """Read a file, or the version of a desk that `DESK#VERSION-ID` names; raises VerbatimError or OSError."""
    desk, mark, version = named.rpartition("#")
    if mark and not Path(named).exists():
        return _read_version(Path(desk), version)
    from desktop.intake.reading import read_path

    capture = read_path(Path(named))
    for warning in capture.warnings:
        say(f"{named}: {warning}")
    return _document(named, capture)


def find_story(desk: Desk, name: str) -> Story:
    found = matching_stories(desk, name)
    if not found:
        raise VerbatimError(f"There is no story “{name}” in this desk.")
    return found[0]


def matching_stories(desk: Desk, name: str) -> list[Story]:
    """By id first; a title that several stories have is refused rather than guessed."""
    stories = desk.stories()
    by_id = [story for story in stories if name in {str(story.id), story.uid}]
    found = by_id or [story for story in stories if story.title == name]
    if len(found) > 1:
        raise VerbatimError(f"{len(found)} stories are called “{name}”; please give the id instead.")
    return found


def _read_version(path: Path, id_or_uid: str) -> Document:
    from desktop.desk.open_desk import Desk
    from desktop.store.errors import Missing

    with Desk.open(path, read_only=True) as desk:
        try:
            version = desk.find_version(id_or_uid)
        except Missing as error:
            raise Missing(
                f"There is no version {id_or_uid} in {path}; `verbatim list {path}` shows the ids."
            ) from error
        article = desk.article(version.info.article_id)
    name = f"{path}#{version.id}"
    return Document(name, version.text, version.hidden, version.info.language, article=article.uid)


def _document(name: str, capture: Capture) -> Document:
    """A capture has its line ends made alike; offsets into a file count in the file as it is."""
    hidden = [cut.span for cut in capture.cuts if not cut.restored]
    raw = _with_line_ends(capture)
    # Where, in the capture, the line ends stand that the file writes with two characters.
    long = [found.start() - number for number, found in enumerate(re.finditer("\r\n", raw))]
    moved = tuple(Span(*(place + bisect_left(long, place) for place in (cut.start, cut.end))) for cut in hidden)
    return Document(name, raw, moved, capture.language, capture.metadata.published_on)


def _with_line_ends(capture: Capture) -> str:
    """The text as the file has it, where only its line ends differ from the capture; else that of the capture."""
    try:
        raw = capture.original.decode(capture.encoding).removeprefix("\ufeff")
    except (LookupError, UnicodeError):
        return capture.text
    return raw if raw.replace("\r\n", "\n").replace("\r", "\n") == capture.text else capture.text
