"""Inputs of the command line: files, folders, batches and versions of desks, read one by one."""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_left
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from desktop.cli.output import say, sentence
from desktop.domain import Span, VerbatimError, value_type
from desktop.intake.errors import IntakeError
from desktop.intake.web.address import ARCHIVE, Access, Address
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Self

    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import Prepared
    from desktop.domain import BoilerplateRule, Capture, Story
    from desktop.intake.batch import Read
    from desktop.intake.worker import Worker, WorkerPool

T = TypeVar("T")
_SQLITE = b"SQLite format 3\0"
_MARK = "\ufeff"
_C1 = lazy_pattern("[\x80-\x9f]")  # control characters, where marks stood as a rule
_MUCH = 500_000  # bytes of a batch from which on it pays to start processes
_SHARE = 32  # documents that a process is given at once


@value_type
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

    An address is fetched as `access` allows. As a context it starts the processes that read, where many files are
    named, and they load `modules` while this one loads its own.
    """

    def __init__(
        self, paths: Sequence[Path | Address], access: Access | None = None, modules: Sequence[str] = ()
    ) -> None:
        self.paths = paths
        self._access = access or Access()
        self.failed = 0
        self._modules = modules
        self._pool: WorkerPool | None = None

    def __enter__(self) -> Self:
        self._pool = _started_pool(list(filter(_is_path, self.paths)), self._modules)
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.__exit__()

    def captures(self) -> Iterator[tuple[Path | Address, Capture]]:
        yield from self._each(self.paths, as_it_is)

    def prepared(
        self, rules: Sequence[BoilerplateRule] = (), *, dialogues: bool = False
    ) -> Iterator[list[tuple[Path | Address, Prepared]]]:
        """Captures with their quotes, found where they were read: on all cores where there are many files.

        Those of small files come together, some at once.
        """
        from desktop.desk.prepare import prepare
        from desktop.text.boilerplate_rules import RuleBook

        yield from self._read_together(self.paths, partial(prepare, rules=RuleBook.of(rules), dialogues=dialogues))

    def documents(self) -> Iterator[Document]:
        """Files as an import would see them; the lines of .jsonl batches with their raw texts."""
        return (replace(document, id=id_) for id_, document in self.results(_itself))

    def results(self, then: Callable[[Document], T]) -> Iterator[tuple[str, T]]:
        """Yield ids of documents, and what `then` makes of each: on all cores where there is much to do.

        `then` is a function of a module, and does not hear the ids of what is read from files.
        """
        for are_batches, named in groupby(filter(_is_path, self.paths), is_batch):
            if are_batches:
                for path in named:
                    yield from self._of_batch(path, then)
            else:
                for found, result in self._each(list(named), partial(_of_document, then=then)):
                    yield document_id(found), result

    def _of_batch(self, path: Path, then: Callable[[Document], T]) -> Iterator[tuple[str, T]]:
        documents = self.batch(path, _batch_line, '"id" and "text"')
        for document, outcome in _outcomes(documents, then, spread=_size(path) >= _MUCH):
            if _C1.search(document.text):
                from desktop.intake.characters.mojibake import notices

                for notice in notices(document.text):
                    say(f"{document.id}: {notice}")
            if isinstance(outcome, Exception):
                self.fail(document.id, outcome)
            else:
                yield document.id, outcome[0]

    def batch(self, path: Path, read_line: Callable[[str], T | None], keys: str) -> Iterator[T]:
        """Read the lines of a .jsonl batch; one that `read_line` makes nothing of is said to lack its `keys`."""
        try:
            with path.open(encoding="utf-8-sig", newline="\n") as lines:
                for number, line in enumerate(lines, 1):
                    if not line.strip():
                        continue
                    found = read_line(line)
                    if found is not None:
                        yield found
                    else:
                        self.fail(f"{path}, line {number}", VerbatimError(f"this is not an object with {keys}."))
        except (OSError, UnicodeDecodeError) as error:
            self.fail(path, error)

    def fail(self, name: object, error: Exception) -> None:
        self.failed += 1
        words, called = sentence(error), str(name)
        say(words if words.startswith((called, f"“{called}”")) else f"{called}: {words}")

    def _each(
        self, paths: Sequence[Path | Address], then: Callable[[Capture], T]
    ) -> Iterator[tuple[Path | Address, T]]:
        for found in self._read_together(paths, then):
            yield from found

    def _read_together(
        self, paths: Sequence[Path | Address], then: Callable[[Capture], T]
    ) -> Iterator[list[tuple[Path | Address, T]]]:
        together: list[tuple[Path | Address, T]] = []
        for read in self._reads(paths, then):
            if read.error is not None:
                self.fail(read.path, read.error)
            for warning in read.warnings:
                say(f"{read.path}: {warning}")
            together += [(read.path, found) for found in read.found]
            if not read.more:
                yield together
                together = []

    def _reads(self, paths: Sequence[Path | Address], then: Callable[[Capture], T]) -> Iterator[Read[T]]:
        """Read in the order named: files at once in a batch, addresses one after the other."""
        for are_files, named in groupby(paths, _is_path):
            if are_files:
                from desktop.intake.batch import read_batch
                from desktop.intake.reading import find_inputs

                pool, self._pool = self._pool, None
                with nullcontext() if pool is None else pool:
                    yield from read_batch(find_inputs([Path(each) for each in named]), then, pool=pool)
            else:
                from desktop.intake.web.batch import read_addresses

                yield from read_addresses([Address(each) for each in named], then, self._access)


def _started_pool(paths: Sequence[Path], modules: Sequence[str]) -> WorkerPool | None:
    """Start processes for what takes several, before this one loads what it needs; None where one is enough."""
    from desktop.intake.worker import CORES, FEW, WorkerPool

    if len(paths) < FEW and not any(_has_entries(path, FEW) for path in paths):
        return None
    return WorkerPool(CORES).start(("desktop.intake.batch", *modules))


def _has_entries(folder: Path, least: int) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(islice(entries, least - 1, None), None) is not None
    except (OSError, ValueError):  # a file; what cannot be opened is said when it is read
        return False


def _itself(document: Document) -> Document:
    """Make nothing more of a document, in whatever process it was read."""
    return document


def _of_document(capture: Capture, then: Callable[[Document], T]) -> T:
    return then(_document("", capture))


def _outcomes(
    documents: Iterator[Document], then: Callable[[Document], T], *, spread: bool
) -> Iterator[tuple[Document, tuple[T] | IntakeError]]:
    """Yield every document with a tuple of what is made of it, or with the error; `spread` over all cores."""
    from desktop.intake.worker import CORES, WorkerPool

    if not spread:
        for document in documents:
            yield document, _each_outcome([document], then)[0]
        return
    with WorkerPool(CORES) as pool:
        shares = iter(lambda: list(islice(documents, _SHARE)), [])
        for done in pool.in_order(partial(_on_worker, share, then) for share in shares):
            yield from done


def _on_worker(
    share: list[Document], then: Callable[[Document], T], worker: Callable[[], Worker]
) -> list[tuple[Document, tuple[T] | IntakeError]]:
    try:
        return list(zip(share, worker().run(_each_outcome, share, then, name=share[0].id), strict=True))
    except IntakeError as error:  # one of them made the process end: which one?
        if len(share) == 1:
            return [(share[0], error)]
        return [pair for document in share for pair in _on_worker([document], then, worker)]


def _each_outcome(share: list[Document], then: Callable[[Document], T]) -> list[tuple[T] | IntakeError]:
    from desktop.intake.worker import outcome_of

    return [outcome_of(then, (document,), document.id) for document in share]


def _batch_line(line: str) -> Document | None:
    try:
        row = json.loads(line)
        name, text, language = row["id"], row["text"], row.get("language", "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_right = isinstance(name, str | int) and isinstance(text, str) and isinstance(language, str)
    return Document(str(name), text, language=language) if is_right else None


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


def _size(path: Path) -> int:
    """Bytes of a file; 0 where nothing can be read."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def is_batch(path: Path) -> bool:
    """Say whether a file is a batch, by its name."""
    return path.suffix.casefold() == ".jsonl"


def desks_among(values: Iterable[object]) -> list[Path]:
    """Return those of the values of options that name a desk."""
    paths = [one for value in values for one in (value if isinstance(value, list | tuple) else [value])]
    return [path for path in paths if isinstance(path, Path) and path.is_file() and is_desk(path)]


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
    raw = original_text(capture)
    raw = raw.removeprefix(_MARK) if is_read_as_it_stands(raw, capture) else capture.text
    # Where, in the capture, the line ends stand that the file writes with two characters.
    long = [found.start() - number for number, found in enumerate(re.finditer("\r\n", raw))]
    moved = tuple(Span(*(place + bisect_left(long, place) for place in (cut.start, cut.end))) for cut in hidden)
    return Document(name, raw, moved, capture.language, capture.metadata.published_on)


def original_text(capture: Capture) -> str:
    """The characters of the file as it has them, a byte order mark too; empty where its bytes tell none."""
    try:
        return capture.original.decode(capture.encoding)
    except (LookupError, UnicodeError):
        return ""


def is_read_as_it_stands(raw: str, capture: Capture) -> bool:
    """Say whether only a byte order mark and line ends differ between the characters of the file and the capture."""
    return raw.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n") == capture.text
