"""How do files and pasted words come onto the desk? Reading is done in the background, adding one by one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop.domain import AddOutcome, VerbatimError
from desktop.ui import background, commands

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk import Desk
    from desktop.domain import Added, ArticleId, Metadata, StoryId
    from desktop.prepared import Prepared
    from desktop.ui.session import Session


_AT_ONCE = 60_000  # letters of pasted words; more are read in the background
_CLIPBOARD = Path("The clipboard")  # what pasted words are called in a report; no file


@dataclass
class ImportReport:
    """What became of an import."""

    added: list[Added] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)  # name, sentence
    warnings: list[str] = field(default_factory=list)
    again: list[Path] = field(default_factory=list)  # what can be tried again
    cancelled: bool = False

    def of(self, outcome: AddOutcome) -> list[Added]:
        return [added for added in self.added if added.outcome is outcome]

    def sentence(self) -> str:
        """Return what happened in one sentence; a single input that adds nothing is named."""
        if len(self.added) + len(self.failed) == 1 and not self.of(AddOutcome.NEW_ARTICLE):
            if self.failed:
                return self.failed[0][1]
            if here := self.of(AddOutcome.SAME):
                return f"“{here[0].title}” is already here with exactly this text; nothing was added."
        new, versions, same = (len(self.of(outcome)) for outcome in AddOutcome)
        said = [
            f"{count} {one if count == 1 else many}"
            for count, one, many in (
                (new, "article added", "articles added"),
                (versions, "new version added", "new versions added"),
                (same, "file was already here and adds nothing", "files were already here and add nothing"),
                (len(self.failed), "file could not be read", "files could not be read"),
            )
            if count
        ]
        if self.cancelled:
            said.append("then cancelled")
        return (", ".join(said) or "Nothing was found to import") + "."

    def details(self) -> list[str]:
        """Return one line for each thing the checker should know."""
        lines = [sentence for _, sentence in self.failed]
        lines += [f"“{added.title}” was already here." for added in self.of(AddOutcome.SAME)]
        return lines + self.warnings


class _Import(QObject):
    """One running import: takes what the worker has read and puts it on the desk."""

    def __init__(self, session: Session, story: StoryId | None, article: ArticleId | None) -> None:
        super().__init__(session)
        self._session = session
        self._desk = session.desk
        self._story = story
        self._article = article
        self.report = ImportReport()

    def start(self, work: Callable[[background.Task], None], title: str) -> None:
        task = background.start(work, title, self)
        task.found.connect(self._take)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task = task
        self._session.set_work(task)

    def _take(self, found: object) -> None:
        path, what = cast("tuple[Path, Prepared | VerbatimError]", found)
        if isinstance(what, VerbatimError):
            self._refuse(path, what)
        elif self._session.desk is self._desk and self._desk is not None:
            self._add(self._desk, path, what)

    def _add(self, desk: Desk, path: Path, prepared: Prepared) -> None:
        try:
            added = desk.add(prepared, story=self._story, article=self._article, checker=self._session.checker)
        except VerbatimError as error:
            self._refuse(path, error)
            return
        self._story = self._story if self._story is not None else added.story_id
        self.report.added.append(added)
        self.report.warnings += [f"{path.name}: {warning}" for warning in prepared.capture.warnings]
        self._session.articles_changed.emit()

    def _refuse(self, path: Path, error: VerbatimError) -> None:
        self.report.failed.append((path.name, str(error)))
        if path is not _CLIPBOARD:
            self.report.again.append(path)

    def _fail(self, error: object) -> None:
        self.report.failed.append(("The import", f"stopped on an unexpected error: {error}"))

    def _end(self) -> None:
        self.report.cancelled = self._task.cancelled()
        self._session.set_work(None)
        if self._session.desk is self._desk:
            finish(self._session, self.report)
        # Not deleted here: the worker may still be leaving the signal that called this.


def finish(session: Session, report: ImportReport) -> None:
    """Announce an import: one undo step, the first new article shown, one sentence."""
    new = [added.article_id for added in report.of(AddOutcome.NEW_ARTICLE)]
    if new:
        text = "add article" if len(new) == 1 else f"add {len(new)} articles"
        session.undo_stack.push(commands.AddArticles(session, new, text))
    if report.added and (len(report.added) == 1 or session.a is None):
        _show(session, report.added[0])
    session.imported.emit(report)


def _show(session: Session, added: Added) -> None:
    """Show what was added; a new version beside the one before it, with its own quotes, for they are what is asked."""
    versions = session.desk.versions(added.article_id) if session.desk is not None else []
    if added.outcome is AddOutcome.NEW_VERSION and len(versions) > 1:
        session.compare(versions[1].id, versions[0].id)
        session.set_side("b")
    else:
        session.show(added.version_id)


def import_paths(session: Session, paths: Sequence[Path], story: StoryId | None, article: ArticleId | None) -> None:
    """Read files and folders in the background and add what can be read."""

    def work(task: background.Task) -> None:
        from desktop.intake.reading import find_inputs, read_path
        from desktop.prepared import prepare

        found = find_inputs(paths)
        for number, path in enumerate(found):
            if task.cancelled():
                return
            task.progressed.emit(number, len(found), path.name)
            try:
                task.found.emit((path, prepare(read_path(path))))
            except VerbatimError as error:
                task.found.emit((path, error))

    _Import(session, story, article).start(work, "Importing")


def import_text(
    session: Session, text: str, metadata: Metadata, story: StoryId | None, article: ArticleId | None
) -> None:
    """Add pasted words, long ones in the background; what the checker filled in stands above what the text says."""
    from desktop.intake.reading import read_text
    from desktop.prepared import prepare

    def read() -> Prepared:
        capture = read_text(text)
        given = {name: value for name in metadata.__slots__ if (value := getattr(metadata, name))}
        return prepare(replace(capture, metadata=replace(capture.metadata, **given)))

    def work(task: background.Task) -> None:
        try:
            task.found.emit((_CLIPBOARD, read()))
        except VerbatimError as error:
            task.found.emit((_CLIPBOARD, error))

    if len(text) > _AT_ONCE:
        _Import(session, story, article).start(work, "Importing")
        return
    report = ImportReport()
    try:
        if session.desk is not None:
            added = session.desk.add(read(), story=story, article=article, checker=session.checker)
            report.added.append(added)
    except VerbatimError as error:
        report.failed.append((_CLIPBOARD.name, str(error)))
    session.articles_changed.emit()
    finish(session, report)
