"""Inputs of the command line: files, folders, batches and versions of desks, read one by one."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from desktop.cli.output import say, sentence
from desktop.domain import Span, VerbatimError
from desktop.intake.web.address import ARCHIVE, Access, Address

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import Prepared
    from desktop.domain import Capture, Story
    from desktop.intake.batch import Read

T = TypeVar("T")
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its name; offsets of everything found in it are code points into `text`."""

    id: str
    text: str
    hidden: tuple[Span, ...] = ()
    language: str = ""
    published: str = ""  # ISO date where the text tells it
    article: str = ""  # the uid of the article of which a desk says that this is a version


def as_it_is(capture: Capture) -> Capture:
    """Make nothing more of a capture, in whatever process it was read."""
    return capture


class Inputs:
    """Reads what was named, one by one: what cannot be read is said and counted, and the rest goes on.

    An address is fetched as `access` allows.
    """

    def __init__(self, paths: Sequence[Path | Address], access: Access | None = None) -> None:
        self.paths = paths
        self._access = access or Access()
        self.failed = 0

    def captures(self) -> Iterator[tuple[Path | Address, Capture]]:
        yield from self._each(self.paths, as_it_is)

    def prepared(self) -> Iterator[tuple[Path | Address, Prepared]]:
        """Captures with their quotes, found where they were read: on all cores where there are many files."""
        from desktop.desk.prepare import prepare

        yield from self._each(self.paths, prepare)

    def documents(self) -> Iterator[Document]:
        """Files as an import would see them; the lines of .jsonl batches with their raw texts."""
        for path in filter(_is_path, self.paths):
            if path.suffix.casefold() == ".jsonl":
                yield from self._batch(path)
            else:
                for found, capture in self._each([path], as_it_is):
                    yield _document(document_id(found), capture)

    def fail(self, name: object, error: Exception) -> None:
        self.failed += 1
        say(f"{name}: {sentence(error)}")

    def _each(
        self, paths: Sequence[Path | Address], then: Callable[[Capture], T]
    ) -> Iterator[tuple[Path | Address, T]]:
        for read in self._reads(paths, then):
            if read.error is not None:
                self.fail(read.path, read.error)
            for warning in read.warnings:
                say(f"{read.path}: {warning}")
            for found in read.found:
                yield read.path, found

    def _reads(self, paths: Sequence[Path | Address], then: Callable[[Capture], T]) -> Iterator[Read[T]]:
        """Read in the order named: files at once in a batch, addresses one after the other."""
        from desktop.intake.batch import read_batch
        from desktop.intake.reading import find_inputs
        from desktop.intake.web.batch import read_addresses

        for are_files, named in groupby(paths, _is_path):
            if are_files:
                yield from read_batch(find_inputs([Path(each) for each in named]), then)
            else:
                yield from read_addresses([Address(each) for each in named], then, self._access)

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


def document_id(path: Path | Address) -> str:
    """The file name up to the first `_` or `.`."""
    return path.name.replace(".", "_").split("_")[0] or path.name


def access_of(options: argparse.Namespace) -> Access:
    """What the options say about fetching."""
    return Access(allow_private=options.allow_private, archive=options.archive or ARCHIVE)


def _is_path(named: Path | Address) -> TypeGuard[Path]:
    return isinstance(named, Path)


def read_side(named: str) -> Document:
    """Read a file, or the version of a desk that `DESK#VERSION-ID` names; raises VerbatimError or OSError."""
    desk, mark, version = named.rpartition("#")
    if mark and not Path(named).exists():
        return _read_version(Path(desk), version)
    from desktop.intake.batch import read_batch

    [read] = read_batch([Path(named)], as_it_is)
    if read.error is not None:
        raise read.error
    for warning in read.warnings:
        say(f"{named}: {warning}")
    return _document(named, read.found[-1])  # after the changes, where a file tells both sides


def is_desk(path: Path) -> bool:
    """Say whether a file is a desk."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


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
