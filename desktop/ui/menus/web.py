"""Web entries of the Article menu: add from an address, check for changes; the network is asked only on request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain import VerbatimError
from desktop.translation import shown, tr, tr_n
from desktop.ui import background
from desktop.ui.session.fetches import access_of, address_of, check_for_changes, import_addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.domain import Article, StoryId
    from desktop.intake.web.address import Address
    from desktop.intake.web.wayback import Captures
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar


class WebMenu(QObject):
    """The acts that fetch.

    `chosen` gives the chosen article, `story` the story in front; `into_story` calls a function with where to add.
    """

    def __init__(
        self,
        session: Session,
        message: MessageBar,
        window: QWidget,
        *,
        chosen: Callable[[], Article | None],
        story: Callable[[], StoryId | None],
        into_story: Callable[[Callable[[StoryId | None], None]], None],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._chosen = chosen
        self._story = story
        self._into_story = into_story

    def ask_address(self) -> None:
        """Ask for an address, and whether the page or captures of it are wanted."""
        from desktop.ui.dialogs.address import AddressDialog

        dialog = AddressDialog(self._window)
        dialog.page_requested.connect(self._fetch)
        dialog.captures_requested.connect(self._list_captures)
        dialog.open()

    def offer(self, address: Address, paste: Callable[[], None]) -> None:
        """Ask what to do with an address that was pasted alone."""
        self._message.say(
            tr("This is the address of a page. Shall it be fetched?"),
            (tr("Fetch the page"), partial(self._fetch, address)),
            (tr("Paste as words"), paste),
            seconds=0,
        )

    def check_article(self) -> None:
        article = self._chosen()
        if article is not None:
            self._check([article])

    def check_story(self) -> None:
        desk, story = self._session.desk, self._story()
        if desk is not None and story is not None:
            self._check(desk.articles(story=story))

    def check_desk(self) -> None:
        if self._session.desk is not None:
            self._check(self._session.desk.articles())

    def _check(self, articles: Sequence[Article]) -> None:
        desk = self._session.desk
        if desk is None:
            return
        found = [(article.id, address) for article in articles if (address := address_of(desk, article)) is not None]
        if found:
            check_for_changes(self._session, found)
        else:
            self._message.say(
                tr_n(
                    "“{title}” has no address; give it one in its details.",
                    "None of {count} articles has an address.",
                    len(articles),
                    title=articles[0].metadata.title if articles else "",
                )
            )

    def _fetch(self, address: Address) -> None:
        self._into_story(partial(import_addresses, self._session, [address]))

    def _list_captures(self, address: Address) -> None:
        access = access_of(self._session.settings)

        def work(task: background.Task) -> Captures:
            from desktop.intake.web.wayback import list_captures

            return list_captures(address, access, cancelled=task.cancelled)

        task = background.start(work, tr("Listing captures"), self)
        task.done.connect(self._choose)
        task.failed.connect(self._not_listed)
        task.ended.connect(partial(self._session.set_work, None))
        self._session.set_work(task)

    def _choose(self, captures: Captures) -> None:
        from desktop.ui.dialogs.address import CapturesDialog

        dialog = CapturesDialog(captures, access_of(self._session.settings).archive, self._window)
        dialog.captures_chosen.connect(
            lambda addresses: self._into_story(partial(import_addresses, self._session, addresses))
        )
        dialog.open()

    def _not_listed(self, error: object) -> None:
        from desktop.intake.worker import Cancelled

        if isinstance(error, VerbatimError):
            self._message.fail(shown(str(error)))
        elif not isinstance(error, Cancelled):
            self._message.fail(tr("The captures could not be listed: {error}", error=error))
