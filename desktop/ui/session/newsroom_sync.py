"""Newsroom of the open desk: its shared stories are kept in step with their hubs while the window goes on."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain import QuoteId, VerbatimError
from desktop.translation import tr
from desktop.ui import background
from desktop.ui.session.writer import DeskCommand

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.desk.newsroom import Newsroom
    from desktop.desk.newsroom_state import Arrived, SyncState
    from desktop.desk.open_desk import Desk
    from desktop.domain import Presence, Taken
    from desktop.ui.session.session import Session

_LET_GO = 2.0  # seconds at most until a connection is given up when a desk is closed
_ONE_BY_ONE = 200  # quotes that came at once and are read by themselves; of more, all are read again


@dataclass(frozen=True, slots=True)
class _Present:
    """Who looks at which story (uid) now."""

    of: Mapping[str, list[Presence]]


class NewsroomSync(QObject):
    """Exchanges the shared stories of the open desk with their hubs, over connections of its own.

    Signals:
        changed(): the desk and its hubs stand otherwise to each other, or it shares other stories
        presence_changed(): other people look at the shared stories
        taken_changed(): somebody else works on a quote or an article, or nobody does any more
        arrived(object): what others did is in the desk now, an Arrived; all that shows it has been notified
    """

    changed = Signal()
    presence_changed = Signal()
    taken_changed = Signal()
    arrived = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.state: SyncState | None = None  # None: nothing is shared, or nobody knows yet
        self.presence: Mapping[str, list[Presence]] = {}
        self.taken: Mapping[str, Taken] = {}  # by uid of the quote or the article
        self._shown_story = ""  # uid of the shown story, read on the other thread
        self._room: Newsroom | None = None
        self._stop = threading.Event()
        self._task: background.Task | None = None
        self._logins: dict[str, str] = {}  # addresses with the passwords that were typed in this run, never written
        self._look = QTimer(self, interval=0, singleShot=True)
        self._look.timeout.connect(self._follow_story)
        session.pair.changed.connect(self._look.start)
        session.quotes_changed.connect(self.wake)
        session.articles_changed.connect(self.wake)

    @property
    def shares(self) -> bool:
        """Whether the open desk shares a story."""
        desk = self._session.desk
        return desk is not None and bool(desk.joined_stories())

    # -- the loop --------------------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk | None) -> None:
        """Follow another desk; the former one goes on when it is opened again."""
        self._end()
        self.state, self.presence, self.taken = None, {}, {}
        if desk is not None:
            self.read_taken()
            self._begin(desk)
        self.changed.emit()
        self.presence_changed.emit()

    def _begin(self, desk: Desk) -> None:
        if self._room is not None:
            return
        if desk.read_only or not desk.joined_stories():
            self.state, self.presence = None, {}
            return
        self._note_story()
        self._stop = threading.Event()
        room = self._room = desk.newsroom(gentle=True)
        for login in self._logins.values():
            room.log_in(login)
        work = partial(_keep_in_step, room, self._stop, self._session.checker, lambda: self._shown_story)
        self._task = background.start(work, tr("In step with the newsroom"), self, lasting=True)
        self._task.found.connect(self._take)
        self._task.failed.connect(self._on_failed)

    def _on_failed(self, error: object) -> None:
        """Say that nothing is exchanged any more until the desk is opened again, and why."""
        why = str(error)
        self._session.failed.emit(why)
        if self.state is not None:
            self.state = replace(self.state, hubs=tuple(replace(hub, why=why) for hub in self.state.hubs))
            self.changed.emit()

    def _end(self) -> None:
        """Stop exchanging, and let the desk know; what is under way ends with the page it is at."""
        task, room, desk = self._task, self._room, self._session.desk
        self._task = self._room = None
        self._stop.set()
        if room is None or task is None:
            return
        room.wake()
        task.found.disconnect(self._take)
        if not task.started():
            room.close()
        elif not task.wait(_LET_GO):
            return  # it waits for a server that does not answer; it touches the desk no more
        if desk is not None:
            desk.end_newsroom()

    def wake(self) -> None:
        """Let new acts go out at once."""
        if self._room is not None:
            self._room.wake()

    def _follow_story(self) -> None:
        if self._room is not None:  # else nobody asks which story is shown
            self._note_story()

    def _note_story(self) -> None:
        desk, shown = self._session.desk, self._session.pair.a
        shown_story = ""
        if desk is not None and shown is not None:
            try:
                [story] = desk.stories_by_ids([desk.article(shown.info.article_id).story_id])
                shown_story = story.uid
            except (VerbatimError, LookupError, ValueError):
                shown_story = ""
        if shown_story != self._shown_story:
            self._shown_story = shown_story
            self.wake()

    # -- what comes ------------------------------------------------------------------------------------------------

    def _take(self, piece: object) -> None:
        """Take what the other thread reports: a state, who is there, or what came."""
        from desktop.desk.newsroom_state import Arrived, SyncState

        if isinstance(piece, SyncState):
            if piece != self.state:
                self.state = piece
                self.changed.emit()
        elif isinstance(piece, _Present):
            if piece.of != self.presence:
                self.presence = piece.of
                self.presence_changed.emit()
        elif isinstance(piece, Arrived):
            self.show(piece)

    def show(self, arrived: Arrived) -> None:
        """Let all that shows quotes and articles show what came."""
        desk = self._session.desk
        if desk is None:
            return
        desk.take_note(arrived)
        for sentence in arrived.findings:
            self._session.failed.emit(sentence)
        if not arrived:
            return
        self._overtake(arrived.quotes)
        if arrived.quotes or arrived.versions or arrived.articles:
            few = arrived.quotes and len(arrived.quotes) <= _ONE_BY_ONE
            quotes = (
                [quote for id_ in sorted(arrived.quotes) if (quote := self._session.quote_now(QuoteId(id_)))]
                if few
                else []
            )
            self._session.announce(quotes)
        self.read_taken()
        self.arrived.emit(arrived)

    def _overtake(self, quotes: Collection[int]) -> None:
        """Let nothing be taken back on which others have worked since."""
        stack = self._session.undo_stack
        for number in range(stack.count()):
            command = stack.command(number)
            if isinstance(command, DeskCommand) and not set(quotes).isdisjoint(command.quote_ids()):
                command.overtaken = True

    def read_taken(self) -> None:
        """Read who works on which quotes and articles."""
        desk = self._session.desk
        try:
            taken = desk.taking.taken() if desk is not None else {}
        except VerbatimError:
            return
        if taken != self.taken:
            self.taken = taken
            self.taken_changed.emit()

    def read_again(self) -> None:
        """Show what is on the disk: an exchange broke off, and some of it came."""
        if self._session.desk is not None:
            self._session.read_again()
            self.read_taken()

    # -- asking a hub ----------------------------------------------------------------------------------------------

    def log_in(self, url: str) -> None:
        """Use the password in an address from now on; it is forgotten when the program ends."""
        from desktop.desk.newsroom import shown_address

        self._logins[shown_address(url)] = url

    def begin_again(self, url: str) -> None:
        """Connect again with the password in an address."""
        self.log_in(url)
        if (desk := self._session.desk) is not None:
            self._end()
            self._begin(desk)

    def make_own(self) -> None:
        """Make this copy of a desk, where both were worked on, a desk of its own, and go on exchanging."""
        desk = self._session.desk
        if desk is None:
            return
        self._end()
        if self._session.attempt(lambda desk: desk.make_own(checker=self._session.checker)):
            self._session.undo_stack.clear()  # what was done is another desk's now
            self._session.announced.emit(tr("This is a desk of its own now."))
        self._begin(desk)

    def ask(
        self, url: str, title: str, question: Callable[[Newsroom, background.Task], object]
    ) -> background.Task | None:
        """Ask a hub something on another thread, with a connection of its own; None where no desk is open.

        What is exchanged meanwhile waits, so that the two do not write the same; it goes on once the task has ended.
        """
        desk = self._session.desk
        if desk is None:
            return None
        if url:
            self.log_in(url)
        self._end()
        room = desk.newsroom(gentle=True)
        for login in self._logins.values():
            room.log_in(login)

        def work(task: background.Task) -> object:
            try:
                return question(room, task)
            finally:
                room.close()

        task = background.start(work, title, self)
        task.ended.connect(partial(self._go_on, desk))
        return task

    def _go_on(self, desk: Desk) -> None:
        if self._session.desk is desk:
            desk.end_newsroom()
            self._begin(desk)
            self.changed.emit()


def _keep_in_step(
    room: Newsroom, stop: threading.Event, checker: str, shown_story: Callable[[], str], task: background.Task
) -> None:
    """Exchange until `stop` is set, and report what comes."""
    try:
        room.keep_in_step(
            stop,
            checker=checker,
            shown_story=shown_story,
            state=task.report_found,
            arrived=task.report_found,
            presence=lambda of: task.report_found(_Present(dict(of))),
        )
    finally:
        room.close()
