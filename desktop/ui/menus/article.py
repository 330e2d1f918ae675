"""The Article menu (add, paste, look over, move, bring back) and the Story menu (people, lock, rename)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from desktop.domain import AddOutcome, SourceKind
from desktop.intake.web.address import lone_address
from desktop.translation import tr, tr_n
from desktop.ui.dialogs import story_picker as stories
from desktop.ui.menus import file_dialogs
from desktop.ui.menus.clipboard_words import words_of
from desktop.ui.menus.version_moves import VersionMoves
from desktop.ui.menus.web import WebMenu
from desktop.ui.session.fetches import import_again
from desktop.ui.session.imports import add_version, import_paths, later_sentence
from desktop.ui.widgets import file_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Article, ArticleId, Story, StoryId, VersionId
    from desktop.ui.actions import Actions
    from desktop.ui.articles.panel import ArticlePanel
    from desktop.ui.session.imports import ImportReport
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar, Offer


_MOST_READ = 4  # ... and so many for what makes a transcript, which takes some milliseconds each
_OFFERED = 50  # so many new texts are looked through for sources to offer


_ON_ARTICLE = (
    "rename", "details", "name_source", "add_version", "check_article", "later_version", "split_off", "history",
    "hidden_passages",
)  # fmt: skip


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
        every = desk.article_list.state().stories
        story_id = every[0] if len(every) == 1 else story_id
        return next(iter(desk.stories_by_ids([story_id])), None) if story_id is not None else None

    def refresh(self) -> None:
        """Say in the menu what the lock would do now."""
        story = self.story()
        lock = self._actions["lock_story"]
        lock.setText(tr("Re&open story") if story is not None and story.locked else tr("&Lock story"))
        lock.setEnabled(story is not None and self._session.writable)
        self._actions["people"].setEnabled(story is not None)

    def show_people(self) -> None:
        """Show who speaks in the story, in the window of before if that is open."""
        from desktop.ui.dialogs.people import PeopleDialog

        story = self.story()
        if story is None:
            self._session.announced.emit(tr("Choose a story or one of its articles first"))
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
            self._session.announced.emit(tr("Choose a story or one of its articles first"))
            return
        self._session.undo_stack.push(LockStory(self._session, story, locked=not story.locked))
        desk = self._session.desk
        if desk is None or desk.is_locked(story.id) is story.locked:  # it failed, and the session said why
            return
        sentence = (
            tr("“{story}” is open again.", story=story.title)
            if story.locked
            else tr(
                "“{story}” is locked: nothing in it can be marked or corrected until it is reopened.", story=story.title
            )
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


class ArticleMenu(QObject):
    """The acts of the Article menu, on what is chosen in the panel; `open_desk` takes a desk that was dropped."""

    def __init__(
        self,
        session: Session,
        panel: ArticlePanel,
        actions: Actions,
        message: MessageBar,
        *,
        window: QWidget,
        open_desk: Callable[[Path], bool],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._actions = actions
        self._message = message
        self._window = window
        self._open = open_desk
        self.story = StoryMenu(session, panel, actions, message, window=window, undo=self._undo)
        self.versions = VersionMoves(session, panel, message, window, self._undo)
        self.web = WebMenu(
            session, message, window, chosen=self._chosen_article, story=self._story, into_story=self._into_story
        )
        self._last_import: ImportReport | None = None
        self._offered = -1  # where the undo stack stood when the bar offered to undo
        session.undo_stack.indexChanged.connect(self._withdraw)

    def ask_add(self) -> None:
        self._into_story(partial(self._ask_texts, tr("Add articles"), QFileDialog.FileMode.ExistingFiles))

    def ask_add_folder(self) -> None:
        self._into_story(partial(self._ask_texts, tr("Add folder"), QFileDialog.FileMode.Directory))

    def ask_add_version(self) -> None:
        article = self._chosen_article()
        if article is not None and self._session.is_open(article.story_id):
            self._ask_texts(tr("Add new version"), QFileDialog.FileMode.ExistingFile, article.story_id, article)

    def _into_story(self, add: Callable[[StoryId | None], None]) -> None:
        """Add something to the story in front; where that is locked, say so and offer a new one."""
        story = self._story()
        why = self._session.why_locked(story) if story is not None else ""
        if why:
            self._message.fail(why, (tr("Add to a new story"), partial(add, None)))
        else:
            add(story)

    def _ask_texts(
        self, title: str, mode: QFileDialog.FileMode, story: StoryId | None, article: Article | None = None
    ) -> None:
        if not self._session.writable:
            return
        former = self._session.settings.text("import/folder")
        folder = file_places.beginning(Path(former) if former else None, self._session.settings.own_folder)
        files = QFileDialog(self._window, title, str(folder), file_dialogs.texts())
        files.setObjectName("add-files")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(mode)

        def take(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self._session.settings.set_text("import/folder", str(paths[0].parent))
            import_paths(self._session, paths, story, article.id if article else None)

        files.filesSelected.connect(take)
        files.open()

    def edit_details(self) -> None:
        article = self._chosen_article()
        if article is not None and self._session.writable and self._session.is_open(article.story_id):
            from desktop.ui.dialogs.article.details import DetailsDialog

            DetailsDialog(self._session, article, self._window).open()

    def name_source(self) -> None:
        """Ask what kind of source the chosen article is, or whether it is none."""
        article = self._chosen_article()
        if article is not None and self._session.writable and self._session.is_open(article.story_id):
            from desktop.ui.dialogs.article.source import SourceDialog

            SourceDialog(self._session, article, self._window).open()

    def show_history(self) -> None:
        article = self._chosen_article()
        if article is not None:
            from desktop.ui.articles.version_history import show_history

            show_history(self._session, article.id, self._window, self._actions["show_compare"].trigger)

    def show_hidden(self) -> None:
        """List what was taken for boilerplate in the text of the current row, else in that on side A."""
        version = self._panel.current_version() or (
            self._session.pair.a.id if self._session.pair.a is not None else None
        )
        if version is not None:
            self._show_hidden_of(version)

    def paste(self) -> None:
        """Make an article of the words in the clipboard."""
        if self._session.writable:
            self.take(QApplication.clipboard().mimeData() or QMimeData())

    def show_trash(self) -> None:
        if self._session.desk is not None:
            from desktop.ui.dialogs.trash import TrashDialog

            dialog = TrashDialog(self._session, self._window)
            dialog.emptied.connect(self._emptied)
            dialog.open()

    def _emptied(self, articles: int) -> None:
        self._message.say(
            tr_n(
                "{count} article is gone; marks and history stay, and the desk says who emptied the trash.",
                "{count} articles are gone; marks and history stay, and the desk says who emptied the trash.",
                articles,
            )
        )

    def report(self, report: ImportReport) -> None:
        self._last_import = report
        review = (tr("Review…"), self.review)
        if report.again:
            again = (tr("Try again"), partial(import_again, self._session, report.again, self._story()))
            self._message.fail(report.sentence(), again, review, details=report.details())
        else:
            acts = [self._undo()] if report.of(AddOutcome.NEW_ARTICLE) else []
            if len(report.added) == 1 and report.later_of:
                self._offer_join(report, review)
                return
            acts += self._sources_offered(report)
            stays = {"seconds": 0} if any(report.looks.values()) else {}  # until it was seen that there is something
            self._message.say(report.sentence(), *acts, review, details=report.details(), **stays)

    def _sources_offered(self, report: ImportReport) -> list[Offer]:
        """Offer to name captions of a recording and transcripts, just added, sources of their story."""
        from desktop.ui.dialogs.article.source import offered_kind

        desk = self._session.desk
        added = report.of(AddOutcome.NEW_ARTICLE)
        if desk is None or len(added) > _OFFERED:
            return []
        to_read = frozenset(each.article_id for each in added[:_MOST_READ])
        offered = {
            each.article_id: offered_kind(desk.version(each.version_id), look=each.article_id in to_read)
            for each in added
        }
        kinds = {article: kind for article, kind in offered.items() if kind is not None}
        if not kinds:
            return []
        words = (
            tr_n("Name it a source", "Name {count} of them sources", len(kinds))
            if SourceKind.TRANSCRIPT not in kinds.values()
            else tr_n(
                "Looks like a transcript: take it as a source",
                "{count} look like transcripts or captions: take them as sources",
                len(kinds),
            )
        )
        return [(words, partial(self._name_sources, kinds))]

    def _name_sources(self, kinds: dict[ArticleId, SourceKind]) -> None:
        from desktop.domain import SourceDetails
        from desktop.ui.session.commands.articles import NameSource

        desk = self._session.desk
        for article in desk.articles_by_ids(list(kinds)) if desk is not None else ():
            self._session.do(NameSource(self._session, article, SourceDetails(kinds[article.id])))

    def _offer_join(self, report: ImportReport, review: Offer) -> None:
        """Offer to make the one text that came a version of the article it looks like; Ctrl+Z takes it back."""
        [later], [added] = report.later_of.values(), report.added
        join = (tr("Make it one"), partial(self.versions.join, added.article_id, later.article))
        sentence = f"{report.sentence()} {later_sentence(later)}"
        self._message.say(sentence, join, review, details=report.details(), seconds=0)

    def review(self) -> None:
        """Show the review sheet of the last import into this desk."""
        report = self._last_import
        if report is None or report.desk is not self._session.desk:
            self._message.say(tr("Nothing was imported since this desk was opened."))
            return
        from desktop.ui.dialogs.import_review import ImportReview

        sheet = ImportReview(self._session, report, self._window)
        sheet.again.connect(lambda again: import_again(self._session, again, self._story()))
        sheet.hidden_requested.connect(self._show_hidden_of)
        sheet.read_as_requested.connect(self._read_version_as)
        sheet.join_requested.connect(self.versions.join)
        sheet.show()

    def repair_characters(self) -> None:
        """Add a version of the chosen article with its misread characters repaired; undone like any new version."""
        from desktop.desk.read_again import repaired_version

        article, desk = self._chosen_article(), self._session.desk
        if article is None or desk is None or not self._session.is_open(article.story_id):
            return
        version = self._panel.current_version() or article.newest
        prepared = repaired_version(desk, version)
        if prepared is None:
            self._message.say(tr("No character of this text looks misread."))
            return
        add_version(self._session, prepared, article.id)

    def read_as(self) -> None:
        """Ask how the original of the chosen text is to be read."""
        article = self._chosen_article()
        if article is not None and self._session.writable and self._session.is_open(article.story_id):
            self._read_version_as(self._panel.current_version() or article.newest)

    def _read_version_as(self, version: VersionId) -> None:
        from desktop.ui.dialogs.article.read_as import ReadAsDialog

        ReadAsDialog(self._session, version, self._window).open()

    def show_rules(self) -> None:
        """List the rules of boilerplate."""
        if self._session.desk is not None:
            from desktop.ui.dialogs.desk_choices import BoilerplateRulesDialog

            BoilerplateRulesDialog(self._session, self._window).open()

    def _show_hidden_of(self, version: VersionId) -> None:
        from desktop.ui.dialogs.article.hidden import HiddenDialog

        HiddenDialog(self._session, version, self._window).open()

    def report_deleted(self, articles: list[Article]) -> None:
        sentence = tr_n(
            "“{title}” is in the trash, with all marks.",
            "{count} articles are in the trash, with all marks.",
            len(articles),
            title=articles[0].metadata.title,
        )
        self._message.say(sentence, self._undo())

    def offer_delete(self, story: Story) -> None:
        """Delete was asked for on a heading: say what that would be, and offer it."""
        desk = self._session.desk
        if desk is None or not self._session.is_open(story.id):
            return
        articles = desk.articles(story=story.id)
        sentence = tr_n(
            "“{story}” is a story, and goes when its article does.",
            "“{story}” is a story, and goes when its {count} articles do.",
            len(articles),
            story=story.title,
        )
        delete = tr_n("Delete its article", "Delete its {count} articles", len(articles))
        self._message.say(sentence, (delete, partial(self._delete, articles)))

    def _delete(self, articles: list[Article]) -> None:
        if self._session.delete_articles(articles):
            self.report_deleted(articles)

    def _undo(self) -> Offer:
        """Offer to undo the last act, for as long as it is the last."""
        self._offered = self._session.undo_stack.index()
        return tr("Undo"), self._session.undo_stack.undo

    def _withdraw(self, index: int) -> None:
        if index != self._offered:
            self._message.withdraw(tr("Undo"))

    def _chosen_article(self) -> Article | None:
        return self.versions.chosen_article()

    def _story(self) -> StoryId | None:
        """Return where new articles go: the story in front, else the only one."""
        desk = self._session.desk
        if desk is None:
            return None
        current, every = self._panel.current_story(), desk.article_list.state().stories
        return current if current is not None else every[0] if len(every) == 1 else None

    def pop_up(self, place: QPoint) -> None:
        if not self._panel.chosen() and self._panel.current_story() is not None:
            self.story.pop_up(place)
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("use_a", "use_b", "swap", "show_read"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        for name in (
            "rename",
            "details",
            "name_source",
            "add_version",
            "later_version",
            "split_off",
            "history",
            "hidden_passages",
        ):
            menu.addAction(self._actions[name])
        self._fill_move(menu.addMenu(tr("&Move to story")))
        menu.addSeparator()
        menu.addAction(self._actions["delete_article"])
        menu.popup(place)

    def _fill_move(self, menu: QMenu) -> None:
        article = self._chosen_article()
        desk = self._session.desk
        menu.setEnabled(article is not None and self._session.writable)
        if article is None or desk is None:
            return
        offered = stories.offer(desk)
        for story in offered.stories:
            action = menu.addAction(story.title.replace("&", "&&"))
            action.setEnabled(story.id != article.story_id)
            action.triggered.connect(partial(self._move, article, story.id))
        menu.addSeparator()
        if offered.more:
            menu.addAction(str(stories.OTHER)).triggered.connect(partial(self._ask_story, article))
        menu.addAction(tr("New story")).triggered.connect(partial(self._move, article, None))

    def _ask_story(self, article: Article) -> None:
        """Ask for one of very many stories to move an article to."""
        desk = self._session.desk
        if desk is not None:
            from desktop.ui.dialogs.story_picker import StoryPicker

            others = ([each for each in part if each.id != article.story_id] for part in stories.every(desk))
            picker = StoryPicker(tr("Move to story"), others, self._window)
            picker.chosen.connect(lambda story: self._move(article, story.id))
            picker.open()

    def _move(self, article: Article, story_id: StoryId | None) -> None:
        self._session.move_article(article, story_id, article.metadata.title or tr("New story"))

    def _ask_paste(self, text: str, html: str, story: StoryId | None) -> None:
        from desktop.ui.dialogs.article.details import PasteDialog

        article = self._chosen_article()
        if article is not None and self._session.why_locked(article.story_id):
            article = None  # it takes no version
        PasteDialog(self._session, text, story, article, self._window, html).open()

    def take(self, mime: QMimeData) -> None:
        """Take dropped or pasted files and words."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        desks = [path for path in paths if path.suffix == ".desk"]
        if desks:
            self._open(desks[0])
        elif paths and self._session.writable:
            self._into_story(partial(import_paths, self._session, paths))
        elif self._session.writable and (address := lone_address(words_of(mime))) is not None:
            self.web.offer(address, partial(self._into_story, partial(self._ask_paste, words_of(mime), "")))
        elif self._session.writable and (words := words_of(mime)).strip():
            self._into_story(partial(self._ask_paste, words, mime.html() if mime.hasHtml() else ""))
        else:
            self._session.announced.emit(
                tr("There is nothing here that can become an article: neither files nor words.")
            )
