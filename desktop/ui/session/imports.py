"""Imports: files and pasted text are read in the background and added to the desk one by one."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, cast

from PySide6.QtCore import QObject, QTimer

from desktop.domain import AddOutcome, VerbatimError
from desktop.intake.errors import Binary, TooLarge, Unsupported
from desktop.text.display import one_line, shorten
from desktop.translation import Plural, Text, per_cent, shown, tr, tr_n
from desktop.ui import background
from desktop.ui.session.commands.articles import AddArticles

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.place_finder import FoundPlace, LaterOf, PlaceFinder
    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, ArticleId, Capture, Metadata, StoryId, VersionId
    from desktop.intake.web.address import Address
    from desktop.ui.session.session import Session

    Source = Path | Address
    _Found = tuple[Source, Prepared | VerbatimError]


class _Where(TypedDict):
    story: StoryId | None
    article: ArticleId | None
    checker: str


_LONG = 200_000  # letters of a capture, and quotes in it; more are written on another thread
_MANY = 300
_LASTING = (Binary, TooLarge, Unsupported)  # no second try reads them; an empty file may still be on its way
_CLIPBOARD = Path("The clipboard")  # what pasted words are called in a report; no file


_MOVED = Text("{name} went to the story “{story}”: both have {shared}.")
_PARTS = (
    Plural("{count} article added", "{count} articles added"),
    Plural("{count} new version added", "{count} new versions added"),
    Plural("{count} file was already here and adds nothing", "{count} files were already here and add nothing"),
    Plural("{count} file could not be read", "{count} files could not be read"),
)


@dataclass
class ImportReport:
    """What became of an import."""

    added: list[Added] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)  # name, sentence
    warnings: list[str] = field(default_factory=list)
    again: list[Source] = field(default_factory=list)  # what can be tried again
    notices: dict[VersionId, tuple[str, ...]] = field(default_factory=dict)  # of what was added
    names: dict[VersionId, str] = field(default_factory=dict)  # of the files
    desk: object = None  # into which it went
    looks: dict[VersionId, int] = field(default_factory=dict)  # how many things to look at: notices, cuts inside
    later_of: dict[VersionId, LaterOf] = field(default_factory=dict)  # articles of which it may be a later version
    cancelled: bool = False
    unchanged: list[str] = field(default_factory=list)  # headlines of what was asked again and has the same words

    def of(self, outcome: AddOutcome) -> list[Added]:
        return [added for added in self.added if added.outcome is outcome]

    def sentence(self) -> str:
        """Return what happened in one sentence; a single input that adds nothing is named."""
        if len(self.unchanged) == 1 and not self.added and not self.failed:
            return tr("“{title}” is unchanged: its page has the same words.", title=self.unchanged[0])
        if len(self.added) + len(self.failed) + len(self.unchanged) == 1 and not self.of(AddOutcome.NEW_ARTICLE):
            if self.failed:
                return self.failed[0][1]
            if here := self.of(AddOutcome.SAME):
                return tr("“{title}” is already here with exactly this text; nothing was added.", title=here[0].title)
        new, versions, same = (len(self.of(outcome)) for outcome in AddOutcome)
        counts = zip(_PARTS, (new, versions, same, len(self.failed)), strict=True)
        parts = [words.of(count) for words, count in counts if count]
        if self.unchanged:
            parts.append(tr_n("{count} article is unchanged", "{count} articles are unchanged", len(self.unchanged)))
        if self.cancelled:
            parts.append(tr("then cancelled"))
        return (", ".join(parts) or tr("Nothing was found to import")) + "."

    def notices_of(self, added: Added) -> tuple[str, ...]:
        """Return the sentences about one capture."""
        return self.notices.get(added.version_id, ())

    def details(self) -> list[str]:
        """Return one line for each thing the checker should know."""
        lines = [sentence for _, sentence in self.failed]
        lines += [tr("“{title}” was already here.", title=added.title) for added in self.of(AddOutcome.SAME)]
        return list(dict.fromkeys(lines + self.warnings))  # a feed may say the same of each piece


# What the window's thread needs to put texts on the desk, and would be held up by loading.
_ON_THE_WAY = ("desktop.desk.place_finder", "desktop.text.anchors", "desktop.text.alerts")


class Import(QObject):
    """One running import: takes what the worker has read and puts it on the desk, one thing at a time.

    What takes long to write is written on another thread; it is announced, and the next one follows, once it is on
    the disk.
    """

    def __init__(
        self, session: Session, story: StoryId | None, article: ArticleId | None, *, mixed: bool = False
    ) -> None:
        """`mixed`: there may be texts on other events than that of the story, which go to stories of their own."""
        super().__init__(session)
        self._mixed = mixed
        self._finder: PlaceFinder | None = None
        self._session = session
        self._desk = session.desk
        self._story = story
        self._article = article
        self._found: deque[_Found] = deque()  # read, but not on the desk
        self._writing = False  # on another thread
        self._long_story: StoryId | None = None  # into which a long text went
        self._read = False  # all that there is to read
        self._found_place: FoundPlace | None = None  # of the one that is added
        self._place_read = False  # for the place of the next one
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)
        self.report = ImportReport(desk=session.desk)

    def start(self, work: Callable[[background.Task], None], title: str) -> None:
        def loaded(task: background.Task) -> None:
            for name in _ON_THE_WAY:
                import_module(name)
            work(task)

        task = background.start(loaded, title, self)
        task.found.connect(self._take)
        task.failed.connect(self._fail)
        task.ended.connect(self._end)
        self._task = task
        self._session.set_work(task)

    def _take(self, found: object) -> None:
        self._found.append(cast("_Found", found))
        self._turn.start()

    def _next(self) -> None:
        """Put one thing on the desk; what else is to be done has its turn before the next."""
        if self._writing:
            return
        if self._found:
            what = self._found[0][1]
            if not self._place_read and not isinstance(what, VerbatimError):
                self._look(what)
                self._turn.start()
                return
            self._place_read = False
            self._place(*self._found.popleft())
            self._turn.start()
        elif self._read:
            if self._reads_ahead():
                self._turn.start()
            else:
                self._finish()

    def _reads_ahead(self) -> bool:
        """Read some quotes of a long text before it is shown; say whether to go on."""
        desk = self._desk
        return (
            self._long_story is not None
            and desk is not None
            and self._session.desk is desk
            and desk.read_ahead(self._long_story)
        )

    def _place(self, path: Source, what: Prepared | VerbatimError) -> None:
        if isinstance(what, VerbatimError):
            self._refuse(path, what)
        elif self._session.desk is self._desk and self._desk is not None:
            self._add(self._desk, path, what)

    def _add(self, desk: Desk, path: Source, prepared: Prepared) -> None:
        try:
            if _is_long(prepared):
                self._add_in_background(desk, path, prepared)
            else:
                self._added(path, prepared, desk.add(prepared, **self._where(prepared)))
        except VerbatimError as error:
            self._refuse(path, error)

    def _add_in_background(self, desk: Desk, path: Source, prepared: Prepared) -> None:
        adder, where = desk.background_adder(), self._where(prepared)
        task = background.start(lambda _: adder.add(prepared, **where), tr("Importing"), self)
        outcomes: list[Added | Exception] = []
        task.done.connect(outcomes.append)
        task.failed.connect(outcomes.append)
        task.ended.connect(partial(self._background_ended, desk, path, prepared, outcomes))
        self._writing = True

    def _where(self, prepared: Prepared) -> _Where:
        return {"story": self._story_by_place(), "article": self._before(prepared), "checker": self._session.checker}

    def _before(self, prepared: Prepared) -> ArticleId | None:
        """Return the article of which it is known to be a version."""
        return self.report.added[-1].article_id if prepared.capture.follows and self.report.added else self._article

    def _look(self, prepared: Prepared) -> None:
        """Look where the next one belongs; adding it has a turn of its own."""
        from desktop.desk.place_finder import PlaceFinder

        self._place_read, self._found_place = True, None
        desk = self._desk
        if desk is None or self._session.desk is not desk or self._before(prepared) is not None:
            return
        self._finder = self._finder or PlaceFinder(desk)
        with suppress(VerbatimError):  # what cannot be read is said when it is added
            self._found_place = self._finder.find(prepared.capture, self._story, prepared.piece)

    def _story_by_place(self) -> StoryId | None:
        """Return the story of the event; that of the import where it is not known, or takes nothing."""
        place, desk = self._found_place, self._desk
        if place is None or desk is None:
            return self._story
        if place.story is not None and not desk.is_locked(place.story):
            return place.story
        return None if self._mixed and place.is_other else self._story

    def _background_ended(
        self, desk: Desk, path: Source, prepared: Prepared, outcomes: list[Added | Exception]
    ) -> None:
        self._writing = False
        [outcome] = outcomes
        added = None if isinstance(outcome, Exception) else outcome
        if self._session.desk is desk:
            desk.added_in_background(added)
        if isinstance(outcome, VerbatimError):
            self._refuse(path, outcome)
        elif isinstance(outcome, Exception):
            self._fail(outcome)
        elif self._session.desk is desk:
            self._long_story = outcome.story_id
            self._added(path, prepared, outcome)
        self._turn.start()

    def _added(self, path: Source, prepared: Prepared, added: Added) -> None:
        self._story = self._story if self._story is not None else added.story_id
        if self._finder is not None:
            self._finder.note_addition(added)
        self.report.added.append(added)
        self.report.names[added.version_id] = path.name
        if added.outcome is not AddOutcome.SAME:
            self.report.notices[added.version_id] = prepared.capture.warnings
            self.report.looks[added.version_id] = prepared.looks
        if added.outcome is AddOutcome.NEW_ARTICLE and self._found_place is not None:
            self._tell_place(path, added, self._found_place)
        self.report.warnings += [f"{path.name}: {shown(warning)}" for warning in prepared.capture.warnings]
        self._session.articles_changed.emit()

    def _tell_place(self, path: Source, added: Added, place: FoundPlace) -> None:
        """Say why it went to its story, and of what it may be a later version."""
        if place.later_of is not None:
            self.report.later_of[added.version_id] = place.later_of
            self.report.looks[added.version_id] += 1
        elif place.story == added.story_id and place.verdict is not None and self._desk is not None:
            [story] = self._desk.stories_by_ids([added.story_id])
            shared = ", ".join(place.shared)
            self.report.warnings.append(tr(_MOVED.english, name=path.name, story=story.title, shared=shared))

    def _refuse(self, path: Source, error: VerbatimError) -> None:
        self.report.failed.append((path.name, str(error)))
        if path is not _CLIPBOARD and not isinstance(error, _LASTING):
            self.report.again.append(path)

    def _fail(self, error: object) -> None:
        self.report.failed.append((tr("The import"), tr("stopped on an unexpected error: {error}", error=error)))

    def _end(self) -> None:
        self._read = True
        self._turn.start()

    def _finish(self) -> None:
        self._read = False
        self.report.cancelled = self._task.cancelled()
        self._session.set_work(None)
        if self._session.desk is self._desk:
            finish(self._session, self.report)
        # Not deleted here: the worker may still be leaving the signal that called this.


def _is_long(prepared: Prepared) -> bool:
    """Say whether a capture takes longer to write than one should wait."""
    return len(prepared.capture.text) > _LONG or len(prepared.quotes) > _MANY


def finish(session: Session, report: ImportReport) -> None:
    """Announce an import: one undo step, the first new article shown, one sentence."""
    new = [added.article_id for added in report.of(AddOutcome.NEW_ARTICLE)]
    added: Added | None = None
    with session.pair.shown_once():
        if new:
            text = tr_n("add article", "add {count} articles", len(new))
            session.undo_stack.push(AddArticles(session, new, text))
        if len({each.article_id for each in report.added}) == 1:
            added = report.added[-1]
        elif report.added and session.pair.a is None:
            added = report.added[0]
        beside = added is not None and _show(session, added)
    if beside:
        session.pair.set_side("b")  # with its own quotes, for they are what is asked
    session.imported.emit(report)


def add_version(session: Session, prepared: Prepared, article: ArticleId) -> None:
    """Add a version that the program made of another one, and show it beside that."""
    report = ImportReport(desk=session.desk)
    try:
        if session.desk is not None:
            added = session.desk.add(prepared, article=article, checker=session.checker)
            report.added.append(added)
            session.articles_changed.emit()
    except VerbatimError as error:
        report.failed.append((prepared.capture.source, str(error)))
    finish(session, report)


def _show(session: Session, added: Added) -> bool:
    """Show what was added; a new version beside the one before it: say whether it is one."""
    versions = session.desk.versions(added.article_id) if session.desk is not None else []
    if added.outcome is AddOutcome.NEW_VERSION and len(versions) > 1:
        session.pair.compare(versions[1].id, versions[0].id)
        return True
    session.pair.show(added.version_id)
    return False


def import_paths(
    session: Session, paths: Sequence[Path], story: StoryId | None, article: ArticleId | None = None
) -> None:
    """Read files and folders in the background and add what can be read."""
    ready = preparation(session)

    def work(task: background.Task) -> None:
        from desktop.intake.batch import read_batch
        from desktop.intake.reading import find_inputs

        found = find_inputs(paths)
        task.report_progress(0, len(found), found[0].name if found else "")
        for number, read in enumerate(read_batch(found, ready, cancelled=task.cancelled), 1):
            for what in read.found or [read.error]:
                task.report_found((read.path, what))
            task.report_progress(number, len(found), read.path.name)

    mixed = len(paths) > 1 or not all(path.suffix for path in paths)
    Import(session, story, article, mixed=mixed).start(work, tr("Importing"))


def preparation(session: Session) -> Callable[[Capture], Prepared]:
    """Return what prepares captures for the open desk, by its rules of boilerplate; fit for another process."""
    from desktop.desk.prepare import prepare
    from desktop.text.boilerplate_rules import RuleBook

    desk = session.desk
    rules = RuleBook.of(desk.boilerplate.rules() if desk is not None else ())
    return partial(prepare, rules=rules, dialogues=session.settings.dialogues)


def later_sentence(later: LaterOf) -> str:
    """Say of what a text looks like a later version, and why."""
    title = shorten(one_line(later.title), 80)
    if later.why.same_address:
        return tr("This looks like a later version of “{title}”: it has the same address.", title=title)
    return tr(
        "This looks like a later version of “{title}” ({share} the same).",
        title=title,
        share=per_cent(later.why.percent / 100),
    )


def import_text(
    session: Session, text: str, metadata: Metadata, story: StoryId | None, article: ArticleId | None, html: str = ""
) -> None:
    """Add pasted words in the background; what the checker filled in stands above what the text says.

    `html` is the marked-up form that was copied with them.
    """
    prepare = preparation(session)

    def read() -> Prepared:
        from desktop.intake.clipboard import read_clipboard

        capture = read_clipboard(text, html)
        stated = {field.name: value for field in fields(metadata) if (value := getattr(metadata, field.name))}
        return prepare(replace(capture, metadata=replace(capture.metadata, **stated)))

    def work(task: background.Task) -> None:
        try:
            task.report_found((_CLIPBOARD, read()))
        except VerbatimError as error:
            task.report_found((_CLIPBOARD, error))

    Import(session, story, article).start(work, tr("Importing"))
