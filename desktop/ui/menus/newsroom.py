"""Newsroom entries of the menus: share, join and leave stories, take work on; a hub is asked on another thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from desktop.domain import VerbatimError
from desktop.text.display import one_line
from desktop.translation import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.desk.newsroom import Newsroom
    from desktop.desk.newsroom_state import Arrived
    from desktop.domain import Article, Quote, SharedStory, Story
    from desktop.ui.background import Task
    from desktop.ui.dialogs.newsroom import Login
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar

_ADDRESS = "newsroom/address"  # setting: the hub that was asked last, without a password


class NewsroomMenu(QObject):
    """The acts of the newsroom; `settle` shows disagreements."""

    def __init__(self, session: Session, message: MessageBar, window: QWidget, *, settle: Callable[[], None]) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._settle = settle
        session.newsroom.arrived.connect(self._say_arrived)

    # -- sharing and joining ---------------------------------------------------------------------------------------

    def ask_share(self, story: Story | None) -> None:
        """Ask where a story is to be shared, and send it there."""
        from desktop.ui.dialogs.newsroom import share_dialog

        if story is None:
            self._session.announced.emit(tr("Choose a story or one of its articles first"))
        elif self._may_ask():
            dialog = share_dialog(story.title, self._address(), self._window)
            dialog.chosen.connect(partial(self._share, story))
            dialog.open()

    def ask_join(self) -> None:
        """Ask for a hub, and list the stories that are shared there."""
        from desktop.ui.dialogs.newsroom import find_dialog

        if self._may_ask():
            dialog = find_dialog(self._address(), self._window)
            dialog.chosen.connect(self._find)
            dialog.open()

    def _may_ask(self) -> bool:
        session = self._session
        if session.desk is None or not session.writable:
            return False
        if session.work is not None:
            still = tr("{work} is still under way; please wait or cancel it below.", work=session.work.title)
            self._message.say(still)
            return False
        if not session.checker:
            session.checker_requested.emit()
            return False
        session.flush()
        return True

    def _address(self) -> str:
        desk = self._session.desk
        joined = desk.joined_stories() if desk is not None else []
        return joined[0].hub if joined else self._session.settings.text(_ADDRESS)

    def _log_in(self, login: Login) -> str | None:
        """Return the address to ask with, once its password is known; None where it is no address, which is said."""
        from desktop.desk.newsroom import remember_password, shown_address
        from desktop.store.sharing.hub import with_password

        try:
            url = with_password(login.url, login.password)
            self._session.settings.set_text(_ADDRESS, shown_address(url))
            if login.keep and login.password and not remember_password(url):
                self._message.say(
                    tr(
                        "No keyring of this computer took the password: it holds until you quit. The file ~/.pgpass, "
                        "which you alone may read, keeps it for longer, or PGPASSWORD."
                    )
                )
        except VerbatimError as error:
            self._message.fail(str(error))
            return None
        return url

    def _share(self, story: Story, login: Login) -> None:
        url, checker = self._log_in(login), self._session.checker
        if url is None:
            return

        def share(room: Newsroom, task: Task) -> Arrived:
            return room.share(story.uid, url, checker=checker, progress=_progress(task), cancel=task.cancelled)

        task = self._ask(url, tr("Sharing “{story}”", story=one_line(story.title)), share)
        if task is not None:
            task.done.connect(partial(self._on_shared, story))
            task.failed.connect(partial(self._on_failed, partial(self.ask_share, story)))

    def _on_shared(self, story: Story, arrived: Arrived) -> None:
        self._take(arrived)
        sentence = tr("“{story}” is shared. What you and others do on it is exchanged from now on.", story=story.title)
        self._message.say(sentence, (tr("Newsroom…"), self.show))

    def _find(self, login: Login) -> None:
        url = self._log_in(login)
        if url is None:
            return
        task = self._ask(url, tr("Asking the hub"), lambda room, _: room.shared_stories(url))
        if task is not None:
            task.done.connect(partial(self._choose, url))
            task.failed.connect(partial(self._on_failed, self.ask_join))

    def _choose(self, url: str, found: Sequence[SharedStory]) -> None:
        from desktop.ui.dialogs.newsroom import JoinDialog

        desk = self._session.desk
        if desk is None:
            return
        dialog = JoinDialog(found, {each.story for each in desk.joined_stories()}, self._window)
        dialog.joined.connect(partial(self._join, url))
        dialog.open()
        dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _join(self, url: str, stories: Sequence[str], blind: bool) -> None:  # noqa: FBT001 - of a signal
        checker = self._session.checker

        def join(room: Newsroom, task: Task) -> Arrived:
            return room.join(
                url, stories, blind=blind, checker=checker, progress=_progress(task), cancel=task.cancelled
            )

        task = self._ask(url, tr("Joining"), join)
        if task is not None:
            task.done.connect(partial(self._on_joined, len(stories)))
            task.failed.connect(partial(self._on_failed, self.ask_join))

    def _on_joined(self, count: int, arrived: Arrived) -> None:
        self._take(arrived)
        joined = tr_n("{count} story joined", "{count} stories joined", count)
        articles = tr_n("{count} article", "{count} articles", arrived.merged.articles)
        marks = tr_n("{count} mark", "{count} marks", arrived.merged.marks)
        self._message.say(f"{joined}: {articles}, {marks}.", (tr("Newsroom…"), self.show))

    def _ask(self, url: str, title: str, question: Callable[[Newsroom, Task], object]) -> Task | None:
        task = self._session.newsroom.ask(url, title, question)
        if task is not None:
            task.ended.connect(partial(self._session.set_work, None))
            self._session.set_work(task)
        return task

    def _take(self, arrived: Arrived) -> None:
        """Show what came with the first exchange."""
        self._session.newsroom.show(arrived)

    def _on_failed(self, again: Callable[[], None], error: object) -> None:
        from desktop.store.sharing.errors import NotInstalled

        self._session.newsroom.read_again()  # what came before it failed stays
        if isinstance(error, NotInstalled):
            self._message.fail(str(error))
        else:
            self._message.fail(str(error), (tr("Try again…"), again))

    # -- how it stands ---------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the shared stories, how their hubs stand and who looks at them; follow while it is open."""
        from desktop.ui.dialogs.newsroom import NewsroomDialog

        room, desk = self._session.newsroom, self._session.desk
        if desk is None:
            return
        if not room.shares or room.state is None:
            self._message.say(
                tr("No story of this desk is shared. Story ▸ Share… shares one; Desk ▸ Join a newsroom… brings others.")
                if not room.shares
                else tr("The hub is being asked; one moment.")
            )
            return
        dialog = NewsroomDialog(room.state, self._titles(), room.presence, self._window)

        def follow() -> None:
            if room.state is not None:
                dialog.show_state(room.state, self._titles(), room.presence)

        room.changed.connect(follow)
        room.presence_changed.connect(follow)
        dialog.destroyed.connect(partial(_unfollow, room, follow))
        dialog.sync_requested.connect(room.wake)
        dialog.login_requested.connect(self._ask_password)
        dialog.own_desk_requested.connect(partial(self._ask_own, dialog))
        dialog.leave_requested.connect(self.leave)
        dialog.leave_requested.connect(dialog.accept)
        dialog.open()

    def _ask_own(self, above: QWidget) -> None:
        """Ask whether this copy is to become a desk of its own."""
        question = QMessageBox(above)
        question.setObjectName("make-own")
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setText(tr("Make this copy a desk of its own?"))
        question.setInformativeText(
            tr(
                "What was done in it stays, and goes to the hub as acts of another desk, beside those of the other "
                "copy. Go on working on one of the two only."
            )
        )
        yes = question.addButton(tr("Make it its own"), QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("make-own-yes")
        question.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(self._session.newsroom.make_own)
        question.open()

    def _titles(self) -> dict[str, str]:
        desk = self._session.desk
        return {story.uid: story.title for story in desk.stories()} if desk is not None else {}

    def _ask_password(self, url: str) -> None:
        from desktop.translation import Text
        from desktop.ui.dialogs.newsroom import HubDialog

        dialog = HubDialog(Text("Password"), "", url, tr("Use"), self._window)
        dialog.chosen.connect(self._use_password)
        dialog.open()

    def _use_password(self, login: Login) -> None:
        url = self._log_in(login)
        if url is not None:
            self._session.newsroom.begin_again(url)

    def leave(self, story: str) -> None:
        """Exchange nothing more of a story (uid); all that came stays."""
        task = self._ask("", tr("Leaving"), lambda room, _: room.leave(story))
        if task is not None:
            title = self._titles().get(story, "")
            sentence = tr("“{story}” is shared no more from here; all that came stays on this desk.", story=title)
            task.done.connect(lambda _: self._message.say(sentence))
            task.failed.connect(lambda error: self._message.fail(str(error)))

    def _say_arrived(self, arrived: Arrived) -> None:
        """Say that others see quotes otherwise, without moving anything."""
        if arrived.merged.restated:
            count = arrived.merged.restated
            sentence = tr_n(
                "{count} quote that was marked here shows another status now: others marked it, too.",
                "{count} quotes that were marked here show another status now: others marked them, too.",
                count,
            )
            self._message.say(sentence, (tr("Settle disagreements…"), self._settle))

    # -- taking on -------------------------------------------------------------------------------------------------

    def take_quotes(self, quotes: Sequence[Quote]) -> None:
        """Take the chosen quotes on, or release them where one has them all."""
        self._take_on([quote.uid for quote in quotes], tr("Choose a quote first"))

    def take_articles(self, articles: Sequence[Article]) -> None:
        """Take the chosen articles on, or release them where one has them all."""
        self._take_on([article.uid for article in articles], tr("Choose an article first"))

    def _take_on(self, subjects: Sequence[str], nothing: str) -> None:
        from desktop.ui.session.commands.quotes import TakeOn

        session, taken = self._session, self._session.newsroom.taken
        if not subjects or not session.writable:
            session.announced.emit(nothing)
        elif not session.checker:
            session.checker_requested.emit()
        else:
            own = all(uid in taken and taken[uid].checker == session.checker for uid in subjects)
            former = sorted({taken[uid].checker for uid in subjects if uid in taken} - {session.checker})
            if session.do(TakeOn(session, subjects, taken=not own)):
                names = ", ".join(former)
                session.announced.emit(
                    tr("Released: anybody may check it.")
                    if own
                    else tr("Taken on by you; before, by {names}.", names=names)
                    if former
                    else tr("Taken on by you.")
                )


def _progress(task: Task) -> Callable[[float], None]:
    return lambda share: task.report_progress(round(100 * share), 100, "")


def _unfollow(room: QObject, follow: Callable[[], None], _dialog: object = None) -> None:
    for signal in (room.changed, room.presence_changed):  # type: ignore[attr-defined]
        signal.disconnect(follow)
