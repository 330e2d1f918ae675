"""Moves of versions: the chosen article becomes a later version of another one, the chosen version an own article."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.text.display import one_line, shorten
from desktop.translation import Text, tr
from desktop.ui.dialogs.story_picker import PickerWords, StoryPicker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, ArticleId
    from desktop.ui.articles.panel import ArticlePanel
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar, Offer

_ARTICLES = PickerWords(
    Text("Words of the headline or the outlet"), Text("Articles"), Text("{passing} of {total} articles")
)
_PART = 500
_HEADLINE = 90  # code points


class _Line(NamedTuple):
    id: ArticleId
    title: str


class VersionMoves(QObject):
    """The acts that say which texts are versions of one article; `undo` makes the offer to take the last act back."""

    def __init__(
        self,
        session: Session,
        panel: ArticlePanel,
        message: MessageBar,
        window: QWidget,
        undo: Callable[[], Offer],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._message = message
        self._window = window
        self._undo = undo

    def chosen_article(self) -> Article | None:
        """Return the first chosen article, else that on side A."""
        chosen = self._panel.chosen()
        if chosen or self._session.desk is None or self._session.pair.a is None:
            return chosen[0] if chosen else None
        return self._session.desk.article(self._session.pair.a.info.article_id)

    def ask_later_version(self) -> None:
        """Ask of which article the chosen one is a later version."""
        article, desk = self.chosen_article(), self._session.desk
        if article is None or desk is None or not self._session.is_open(article.story_id):
            return
        picker = StoryPicker(tr("A later version of"), _others(desk, article), self._window, _ARTICLES)
        picker.chosen.connect(lambda line: self.join(article.id, line.id))
        picker.open()

    def join(self, article_id: ArticleId, into: ArticleId) -> None:
        """Make an article later versions of another one, and show the two newest beside one another."""
        desk = self._session.desk
        if desk is None or not self._session.join_article(desk.article(article_id), desk.article(into)):
            return
        newest = desk.versions(into)
        self._session.pair.compare(newest[1].id, newest[0].id)
        title = _headline(desk.article(into))
        sentence = tr("It is now version {number} of “{title}”, with all marks.", number=newest[0].number, title=title)
        self._message.say(sentence, self._undo())

    def split_off(self) -> None:
        """Make the version that is chosen an article of its own, the newest where an article is."""
        article, desk = self.chosen_article(), self._session.desk
        if article is None or desk is None or not self._session.is_open(article.story_id):
            return
        if article.versions == 1:
            self._message.say(tr("“{title}” has only this version.", title=_headline(article)))
            return
        version = self._panel.current_version() or article.newest
        info = desk.version(version).info
        if info.article_id == article.id and self._session.split_off(version):
            sentence = tr("Version {number} is an article of its own now, with all marks.", number=info.number)
            self._message.say(sentence, self._undo())


def _others(desk: Desk, article: Article) -> Iterator[list[_Line]]:
    """Yield the other articles, those of the same story first, a part at a time."""
    lines = desk.article_list.state().lines
    own = [id_ for id_, line in lines.items() if line.story_id == article.story_id and id_ != article.id]
    rest = [id_ for id_, line in lines.items() if line.story_id != article.story_id]
    for ids in (own, rest[::-1]):
        for start in range(0, len(ids), _PART):
            yield [_Line(other.id, _headline(other)) for other in desk.articles_by_ids(ids[start : start + _PART])]


def _headline(article: Article) -> str:
    named = " · ".join(part for part in (article.metadata.title, article.metadata.outlet) if part)
    return shorten(one_line(named), _HEADLINE) or tr("Untitled")
