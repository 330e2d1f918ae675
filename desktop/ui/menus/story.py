"""The Story menu: who speaks in the story, lock it, reopen it, rename it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Story
    from desktop.ui.actions import Actions
    from desktop.ui.articles.panel import ArticlePanel
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar, Offer


class StoryMenu(QObject):
    """The acts of the Story menu, on the story in front; `undo` makes the offer to take the last act back."""

    def __init__(
        self,
        session: Session,
        panel: ArticlePanel,
        actions: Actions,
        message: MessageBar,
        *,
        window: QWidget,
        undo: Callable[[], Offer],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._actions = actions
        self._message = message
        self._window = window
        self._undo = undo
        menu = window.findChild(QMenu, "story-menu")
        if menu is not None:
            menu.aboutToShow.connect(self.refresh)

    def story(self) -> Story | None:
        """Return the story of the current row, else of what stands on side A, else the only one."""
        desk, shown = self._session.desk, self._session.pair.a
        if desk is None:
            return None
        story_id = self._panel.current_story()
        if story_id is None and shown is not None:
            story_id = desk.article(shown.info.article_id).story_id
        every = desk.article_list().stories
        story_id = every[0] if len(every) == 1 else story_id
        return next(iter(desk.stories_by_ids([story_id])), None) if story_id is not None else None

    def refresh(self) -> None:
        """Say in the menu what the lock would do now."""
        story = self.story()
        lock = self._actions["lock_story"]
        lock.setText("Re&open story" if story is not None and story.locked else "&Lock story")
        lock.setEnabled(story is not None and self._session.writable)
        self._actions["people"].setEnabled(story is not None)

    def show_people(self) -> None:
        """Show who speaks in the story, in the window of before if that is open."""
        from desktop.ui.dialogs.people import PeopleDialog

        story = self.story()
        if story is None:
            self._session.said.emit("Choose a story or one of its articles first")
            return
        for former in self._window.findChildren(PeopleDialog):
            former.close()
        dialog = PeopleDialog(self._session, story, self._window)
        dialog.show()
        dialog.activateWindow()
        dialog.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_lock(self) -> None:
        """Lock the story, or open it again; both are logged and can be undone."""
        from desktop.ui.session.commands.articles import LockStory

        story = self.story()
        if story is None or not self._session.writable:
            self._session.said.emit("Choose a story or one of its articles first")
            return
        self._session.undo_stack.push(LockStory(self._session, story, locked=not story.locked))
        desk = self._session.desk
        if desk is None or desk.is_locked(story.id) is story.locked:  # it failed, and the session said why
            return
        sentence = (
            f"“{story.title}” is open again."
            if story.locked
            else f"“{story.title}” is locked: nothing in it can be marked or corrected until it is reopened."
        )
        self._message.say(sentence, self._undo())

    def pop_up(self, place: QPoint) -> None:
        """Offer what can be done with the story whose heading was clicked."""
        self.refresh()
        menu = QMenu(self._window)
        menu.setObjectName("story-context-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("people", "lock_story", "rename"):
            menu.addAction(self._actions[name])
        menu.popup(place)
