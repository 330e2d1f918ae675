"""How is the window put together? Places the panels, binds actions to verbs, and says what the session says."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import assets
from desktop.domain import AddOutcome, Status, VerbatimError
from desktop.ui import theme
from desktop.ui.actions import Actions
from desktop.ui.articles.panel import ArticlePanel
from desktop.ui.messages import MessageBar, NameBar, button
from desktop.ui.search_box import SearchBox
from desktop.ui.start_page import StartPage
from desktop.ui.status import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from desktop.desk import Desk
    from desktop.domain import Article, StoryId
    from desktop.ui.centre import Centre
    from desktop.ui.importing import ImportReport
    from desktop.ui.quotes.panel import QuotePanel
    from desktop.ui.session import Session

_TEXTS = "Text files (*.txt *.text *.md);;All files (*)"
_DESKS = "Desks (*.desk);;All files (*)"


class Workbench:
    """The three panels of an open desk; made when the first desk is opened, so that the window shows first."""

    def __init__(self, session: Session, split: QSplitter) -> None:
        from desktop.ui.centre import Centre
        from desktop.ui.quotes.panel import QuotePanel

        self.articles = ArticlePanel(session)
        self.centre: Centre = Centre(session)
        self.quotes: QuotePanel = QuotePanel(session)
        for panel in (self.articles, self.centre, self.quotes):
            split.addWidget(panel)
        split.setStretchFactor(1, 1)
        split.setSizes([296, 770, 374])
        split.setCollapsible(1, False)


class MainWindow(QMainWindow):
    """The window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.settings = session.settings
        self.setObjectName("verbatim")
        self.setWindowTitle("Verbatim")
        self.setWindowIcon(QIcon(str(assets.resource("icons/verbatim.svg"))))
        self.setMinimumSize(QSize(900, 600))
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.message = MessageBar()
        self.name_bar = NameBar()
        self.start_page = StartPage(self.settings)
        self.search_box = SearchBox(session)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.bench: Workbench | None = None
        self._tool_row = QWidget()
        self._pages = QStackedWidget()
        self.painted = False
        self._lay_out()
        self._bind()
        self._follow()
        self._restore_window()
        self._on_desk()

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.actions_.fill(self.menuBar())
        self.recent_menu = QMenu("Open &recent", self)
        self.actions_["recent"].setMenu(self.recent_menu)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self.split.setObjectName("panes")
        self.split.setHandleWidth(1)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(self.split)
        self._lay_out_tools()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._tool_row, self.message, self.name_bar):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(whole)
        self.status = StatusLine(self.session, self)
        self.setStatusBar(self.status)

    def _lay_out_tools(self) -> None:
        self._tool_row.setObjectName("tools")
        self._tool_row.setProperty("look", "head")
        self._tool_row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._tool_row)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        self._tools = {
            name: button(words, f"tool-{name}")
            for name, words in (("add", "+ Add articles"), ("undo", "↶"), ("redo", "↷"), ("export", "Export log…"))
        }
        for name, tool in self._tools.items():
            tool.clicked.connect(self.actions_[name].trigger)
            tool.setAccessibleName(self.actions_[name].text().replace("&", ""))
        for name in ("add", "undo", "redo"):
            row.addWidget(self._tools[name])
        row.addStretch(1)
        row.addWidget(self.search_box, 3)
        row.addStretch(1)
        row.addWidget(self._tools["export"])

    def _bind(self) -> None:
        self.actions_.connect_to(
            {
                "sample": self.open_sample,
                "new_desk": self.ask_new_desk,
                "open_desk": self.ask_open_desk,
                "close_desk": self.close_desk,
                "export": self.ask_export,
                "check": self.check_desk,
                "backup": self.back_up,
                "preferences": self.ask_preferences,
                "quit": self.close,
                "undo": self.session.undo_stack.undo,
                "redo": self.session.undo_stack.redo,
                "paste_article": self.paste,
                "search": self.search_box.setFocus,
                "add": self.ask_add,
                "add_folder": self.ask_add_folder,
                "add_version": self.ask_add_version,
                "swap": self.session.swap,
                "details": self.edit_details,
                "trash": self.show_trash,
                "next_pane": partial(self._cycle, 1),
                "previous_pane": partial(self._cycle, -1),
                "keys": self.show_keys,
                "legend": self.show_legend,
                "about": self.show_about,
                "pane_articles": partial(self._toggle_pane, 0),
                "pane_quotes": partial(self._toggle_pane, 2),
            }
        )

    def _bind_bench(self, bench: Workbench) -> None:
        compare, quotes, articles, centre = bench.centre.compare, bench.quotes, bench.articles, bench.centre
        self.actions_.connect_to(
            {
                "use_a": self._use_a,
                "use_b": self._use_b,
                "rename": articles.rename,
                "delete_article": articles.delete_chosen,
                "mark_verified": partial(quotes.mark_selected, Status.VERIFIED),
                "mark_disputed": partial(quotes.mark_selected, Status.DISPUTED),
                "mark_unverified": partial(quotes.mark_selected, Status.UNVERIFIED),
                "next_unverified": quotes.next_unverified,
                "next_quote": quotes.next_quote,
                "previous_quote": quotes.previous_quote,
                "note": quotes.focus_note,
                "add_quote": self._add_quote,
                "delete_quote": quotes.delete_selected,
                "show_compare": centre.show_compare,
                "show_read": centre.show_read,
                "show_matrix": centre.show_matrix,
                "next_change": self._comparing(compare.next_change),
                "previous_change": self._comparing(compare.previous_change),
                "next_alert": self._comparing(compare.next_alert),
                "previous_alert": self._comparing(compare.previous_alert),
                "side_by_side": self._comparing(compare.show_side_by_side),
                "inline": self._comparing(compare.show_inline),
                "change_list": self._toggle_change_list,
                "copy_with_marks": compare.copy_with_marks,
                "find": lambda: centre.text.open_find(),
                "find_next": lambda: centre.text.find_next(),
                "find_previous": lambda: centre.text.find_previous(),
                "zoom_in": compare.zoom_in,
                "zoom_out": compare.zoom_out,
                "zoom_reset": compare.zoom_reset,
            }
        )
        articles.add_wanted.connect(self.ask_add)
        articles.menu_wanted.connect(self._article_menu)
        articles.dropped.connect(self._take_mime)

    def _comparing(self, act: Callable[[], None]) -> Callable[[], None]:
        """Return `act` with the comparison brought to the front first."""

        def acting() -> None:
            if self.bench is not None:
                self.bench.centre.show_compare()
                act()

        return acting

    def _follow(self) -> None:
        session = self.session
        session.desk_changed.connect(self._on_desk)
        session.failed.connect(self._on_failed)
        session.said.connect(self._on_said)
        session.imported.connect(self._on_imported)
        session.checker_wanted.connect(self.ask_name)
        session.pair_changed.connect(self._on_pair)
        session.quote_selected.connect(self._enable)
        session.undo_stack.indexChanged.connect(self._on_undo)
        self.status.checker_wanted.connect(self.ask_name)
        self.name_bar.named.connect(session.set_checker)
        self.name_bar.declined.connect(session.give_up_waiting)
        page = self.start_page
        page.sample_wanted.connect(self.open_sample)
        page.new_wanted.connect(self.ask_new_desk)
        page.open_wanted.connect(self.ask_open_desk)
        page.import_wanted.connect(self.ask_import_on_new)
        page.desk_wanted.connect(self.open_path)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme)

    # -- desks -----------------------------------------------------------------------------------------------------

    def open_path(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a desk; a known error becomes a sentence with a way out, and the answer is False."""
        from desktop.desk import Desk
        from desktop.store.errors import Locked

        try:
            desk = Desk.open(path, read_only=read_only)
        except Locked as error:
            self.message.fail(str(error), ("Open to read only", partial(self._open_read_only, path)))
            return False
        except VerbatimError as error:
            self.message.fail(str(error))
            return False
        self.take(desk)
        return True

    def take(self, desk: Desk) -> None:
        """Show an open desk."""
        self._make_bench()
        self.session.open_desk(desk)
        if desk.read_only and desk.read_only_why:
            self.message.say(desk.read_only_why, seconds=0)
        self._offer_drafts(desk)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample story; earlier copies, which may hold marks, stay as they are."""
        from PySide6.QtCore import QStandardPaths

        from desktop.desk import Desk
        from desktop.sample import free_path, make_sample

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
        try:
            path = free_path(folder)
            pair = make_sample(path)
            desk = Desk.open(path)
        except VerbatimError as error:
            self.message.fail(str(error))
            return
        self.take(desk)
        self.session.compare(*pair)
        self.message.say(
            "This is a copy of the sample story, so try anything. Left: choose what to compare. "
            "Centre: F8 steps through the changes. Right: V, D or U marks a quote.",
            seconds=0,
        )

    def make_desk(self, path: Path) -> bool:
        from desktop.desk import Desk

        path = path if path.suffix else path.with_suffix(".desk")
        try:
            desk = Desk.create(path)
        except VerbatimError as error:
            self.message.fail(str(error))
            return False
        self.take(desk)
        return True

    def close_desk(self) -> None:
        self._remember_bench()
        self.session.close_desk()

    def _open_read_only(self, path: Path) -> None:
        self.open_path(path, read_only=True)

    def _offer_drafts(self, desk: Desk) -> None:
        count = len(desk.drafts())
        if count:
            notes = "a note" if count == 1 else f"{count} notes"
            self.message.say(f"Half-typed words of {notes} from last time are back where they were typed.", seconds=0)

    def _make_bench(self) -> None:
        if self.bench is None:
            self.bench = Workbench(self.session, self.split)
            self._bind_bench(self.bench)
            self.bench.articles.restore(self.settings.text("articles/state"))
            self.bench.quotes.restore(self.settings.text("quotes/state"))
            self.split.restoreState(self.settings.state("window/panes"))
            for name, panel in (("pane_articles", self.bench.articles), ("pane_quotes", self.bench.quotes)):
                self.actions_[name].setChecked(not panel.isHidden())

    # -- asking ----------------------------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask who is checking, in a bar; the mark that waits is made once there is a name."""
        self.name_bar.ask(self.session.checker)

    def ask_new_desk(self) -> None:
        self._ask_file("New desk", "new-desk-file", save=True, then=self.make_desk)

    def ask_open_desk(self) -> None:
        self._ask_file("Open desk", "open-desk-file", save=False, then=self.open_path)

    def ask_import_on_new(self) -> None:
        """Import from the start page: first a desk to keep it on, then the files."""

        def then(path: Path) -> bool:
            made = self.make_desk(path)
            if made:
                self.ask_add()
            return made

        self._ask_file("Where should the new desk be kept?", "new-desk-file", save=True, then=then)

    def _ask_file(self, title: str, name: str, *, save: bool, then: Callable[[Path], bool]) -> None:
        recent = self.settings.recent
        files = QFileDialog(self, title, str(recent[0].parent) if recent else str(Path.home()), _DESKS)
        files.setObjectName(name)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setDefaultSuffix("desk")
        if save:
            files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            # Making a desk never replaces a file; the store refuses with a sentence.
            files.setOption(QFileDialog.Option.DontConfirmOverwrite)
        files.fileSelected.connect(lambda path: then(Path(path)))
        files.open()

    def ask_add(self) -> None:
        self._ask_texts("Add articles", QFileDialog.FileMode.ExistingFiles, None)

    def ask_add_folder(self) -> None:
        self._ask_texts("Add folder", QFileDialog.FileMode.Directory, None)

    def ask_add_version(self) -> None:
        article = self._chosen_article()
        if article is not None:
            self._ask_texts("Add new version", QFileDialog.FileMode.ExistingFile, article)

    def _ask_texts(self, title: str, mode: QFileDialog.FileMode, article: Article | None) -> None:
        if self.bench is None or not self.session.writable:
            return
        files = QFileDialog(self, title, self.settings.text("import/folder", str(Path.home())), _TEXTS)
        files.setObjectName("add-files")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.setFileMode(mode)
        story = self._story()

        def take(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self.settings.set_text("import/folder", str(paths[0].parent))
            self.session.import_paths(paths, story, article.id if article else None)

        files.filesSelected.connect(take)
        files.open()

    def ask_export(self) -> None:
        desk = self.session.desk
        if desk is None:
            return
        from desktop.ui.dialogs.export import ExportDialog

        self.session.flush()
        dialog = ExportDialog(desk.stories(), desk.path.with_name(f"{desk.path.stem} log.html"), self)
        dialog.chosen.connect(self._export)
        dialog.open()

    def _export(self, chosen: tuple[Path, str, str, tuple[StoryId, ...]]) -> None:
        out, file_format, columns, stories = chosen
        rows = 0

        def write(desk: Desk) -> None:
            nonlocal rows
            rows = desk.export(out, file_format, stories=stories, columns=columns)

        if self.session.attempt(write):
            said = "1 quote" if rows == 1 else f"{rows} quotes"
            self.message.say(f"The log with {said} was written to {out.name}.", details=[str(out)])

    def ask_preferences(self) -> None:
        from desktop.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self.settings, self)
        dialog.chosen.connect(self._on_preferences)
        dialog.open()

    def _on_preferences(self, name: str) -> None:
        if name != self.session.checker:
            self.session.set_checker(name)
        self.apply_scheme()
        if self.bench is not None:
            self.bench.centre.compare.apply_zoom()

    def edit_details(self) -> None:
        article = self._chosen_article()
        if article is not None and self.session.writable:
            from desktop.ui.dialogs.details import DetailsDialog

            DetailsDialog(self.session, article, self).open()

    def paste(self) -> None:
        """Make an article of the words in the clipboard."""
        mime = QApplication.clipboard().mimeData()
        if mime is not None and self.bench is not None and self.session.writable:
            self._take_mime(mime)

    def show_trash(self) -> None:
        if self.session.desk is not None:
            from desktop.ui.dialogs.tables import TrashDialog

            dialog = TrashDialog(self.session.desk.articles(deleted=True), self)
            dialog.restore_wanted.connect(self.session.restore_articles)
            dialog.open()

    def show_keys(self) -> None:
        from desktop.ui.dialogs.tables import keys_dialog

        keys_dialog(self).open()

    def show_legend(self) -> None:
        from desktop.ui.dialogs.tables import legend_dialog

        legend_dialog(self).open()

    def show_about(self) -> None:
        from desktop.ui.dialogs.about import about_dialog

        about_dialog(self.settings, self).open()

    def check_desk(self) -> None:
        """Check the open desk and say what was found."""
        if self.session.desk is None:
            return
        self.session.flush()
        try:
            report = self.session.desk.check()
        except VerbatimError as error:
            self.message.fail(str(error))
            return
        if report.sound:
            self.message.say(report.sentence, details=report.lines, seconds=0)
        else:
            self.message.fail(report.sentence, details=report.lines)

    def back_up(self) -> None:
        def act(desk: Desk) -> None:
            made = desk.backup()
            self.message.say(f"A verified copy was made: {made.name}", details=[str(made)])

        self.session.flush()
        self.session.attempt(act)

    # -- following the session -------------------------------------------------------------------------------------

    def _on_desk(self) -> None:
        desk = self.session.desk
        if desk is None:
            self.start_page.reload()
            self._pages.setCurrentWidget(self.start_page)
            self.start_page.focus_first()
        else:
            self._pages.setCurrentWidget(self.split)
        self._tool_row.setVisible(desk is not None)
        self.setWindowTitle(f"{desk.path.stem} — Verbatim" if desk else "Verbatim")
        self._enable()
        self._on_undo()

    def _on_pair(self) -> None:
        self._enable()

    def _enable(self) -> None:
        session = self.session
        desk, writable = session.desk is not None, session.writable
        self.actions_.enable("close_desk export check find find_next find_previous search trash", on=desk)
        self.actions_.enable(
            "next_pane previous_pane pane_articles pane_quotes show_compare show_read show_matrix change_list "
            "side_by_side inline zoom_in zoom_out zoom_reset next_unverified next_quote previous_quote",
            on=desk,
        )
        self.actions_.enable("add add_folder paste_article backup", on=writable)
        self.actions_.enable("use_a use_b copy_with_marks", on=session.a is not None)
        self.actions_.enable(
            "rename details delete_article add_version add_quote", on=writable and session.a is not None
        )
        self.actions_.enable(
            "swap next_change previous_change next_alert previous_alert",
            on=session.a is not None and session.b is not None,
        )
        chosen = writable and session.selected is not None
        self.actions_.enable("mark_verified mark_disputed mark_unverified note delete_quote", on=chosen)
        for name in ("add", "export"):
            self._tools[name].setEnabled(self.actions_[name].isEnabled())
            self._tools[name].setToolTip(self.actions_[name].toolTip())

    def _on_undo(self) -> None:
        stack = self.session.undo_stack
        for name, can, words in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            action = self.actions_[name]
            action.setEnabled(can)
            action.setText(f"&{name.title()} {words}".rstrip())
            self._tools[name].setEnabled(can)
            self._tools[name].setToolTip(f"{name.title()} {words}".rstrip() if can else f"Nothing to {name}")

    def _on_failed(self, sentence: str) -> None:
        self.status.not_saved()
        self.message.fail(sentence)

    def _on_said(self, sentence: str) -> None:
        self.message.say(sentence, seconds=5)

    def _on_imported(self, report: ImportReport) -> None:
        if report.again:
            again = ("Try again", partial(self.session.import_paths, report.again, self._story()))
            self.message.fail(report.sentence(), again, details=report.details())
        else:
            acts = [("Undo", self.session.undo_stack.undo)] if report.of(AddOutcome.NEW_ARTICLE) else []
            self.message.say(report.sentence(), *acts, details=report.details())

    def _on_scheme(self) -> None:
        self.apply_scheme()

    def apply_scheme(self) -> None:
        """Paint in the scheme that the settings ask for."""
        theme.force_dark({"light": False, "dark": True}.get(self.settings.scheme))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app)

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _chosen_article(self) -> Article | None:
        chosen = self.bench.articles.chosen() if self.bench is not None else []
        if chosen or self.session.desk is None or self.session.a is None:
            return chosen[0] if chosen else None
        return self.session.desk.article(self.session.a.info.article_id)

    def _story(self) -> StoryId | None:
        """Return where new articles go: the story in front, else the only one."""
        desk = self.session.desk
        if desk is None or self.bench is None:
            return None
        current = self.bench.articles.current_story()
        stories = desk.stories()
        return current if current is not None else stories[0].id if len(stories) == 1 else None

    def _use_a(self) -> None:
        version = self.bench.articles.current_version() if self.bench else None
        if version is not None:
            self.session.show(version)

    def _use_b(self) -> None:
        version = self.bench.articles.current_version() if self.bench else None
        if version is not None:
            self.session.set_b(version)

    def _add_quote(self) -> None:
        if self.bench is not None:
            chosen = self.bench.centre.text.selected_span()
            if chosen is None:
                self._on_said("Select the words of the quote in a text first.")
            else:
                version, span = chosen
                self.session.add_quote(version.id, span)

    def _article_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("use_a", "use_b", "swap", "show_read"):
            menu.addAction(self.actions_[name])
        menu.addSeparator()
        for name in ("rename", "details", "add_version"):
            menu.addAction(self.actions_[name])
        self._fill_move(menu.addMenu("&Move to story"))
        menu.addSeparator()
        menu.addAction(self.actions_["delete_article"])
        menu.popup(place)

    def _fill_move(self, menu: QMenu) -> None:
        article = self._chosen_article()
        desk = self.session.desk
        menu.setEnabled(article is not None and self.session.writable)
        if article is None or desk is None:
            return
        for story in desk.stories():
            action = menu.addAction(story.title.replace("&", "&&"))
            action.setEnabled(story.id != article.story_id)
            action.triggered.connect(partial(self._move, article, story.id))
        menu.addSeparator()
        menu.addAction("New story").triggered.connect(partial(self._move, article, None))

    def _move(self, article: Article, story_id: StoryId | None) -> None:
        self.session.move_article(article, story_id, article.metadata.title or "New story")

    # -- panes and things dropped ----------------------------------------------------------------------------------

    def _toggle_pane(self, number: int) -> None:
        if self.bench is not None:
            panel = (self.bench.articles, self.bench.centre, self.bench.quotes)[number]
            panel.setVisible(panel.isHidden())

    def _toggle_change_list(self) -> None:
        if self.bench is not None:
            self.bench.centre.show_compare()
            self.bench.centre.compare.show_change_list(self.actions_["change_list"].isChecked())

    def _cycle(self, step: int) -> None:
        """Give the next pane the focus."""
        if self.bench is None:
            return
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.bench.articles, self.bench.articles.focus_list),
            (self.bench.centre, self.bench.centre.text.focus_text),
            (self.bench.quotes, self.bench.quotes.focus_list),
        ]
        panes = [(panel, focus) for panel, focus in panes if not panel.isHidden()]
        focused = QApplication.focusWidget()
        inside = [number for number, (panel, _) in enumerate(panes) if focused and panel.isAncestorOf(focused)]
        panes[(inside[0] + step) % len(panes) if inside else 0][1]()

    def _take_mime(self, mime: QMimeData) -> None:
        """Take dropped or pasted files and words."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        desks = [path for path in paths if path.suffix == ".desk"]
        if desks:
            self.open_path(desks[0])
        elif paths and self.session.writable:
            self.session.import_paths(paths, self._story())
        elif mime.hasText() and mime.text().strip() and self.session.writable:
            from desktop.ui.dialogs.paste import PasteDialog

            PasteDialog(self.session, mime.text(), self._story(), self._chosen_article(), self).open()
        else:
            self._on_said("There is nothing here that can become an article: neither files nor words.")

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for path in self.settings.recent:
            there = path.exists()
            action = self.recent_menu.addAction(path.name.replace("&", "&&") + ("" if there else "   (missing)"))
            action.setToolTip(str(path))
            action.setEnabled(there)
            action.triggered.connect(partial(self.open_path, path))
        self.recent_menu.addSeparator()
        clear = self.recent_menu.addAction("Clear this list")
        clear.triggered.connect(self.settings.forget_desks)

    # -- remembering -----------------------------------------------------------------------------------------------

    def _restore_window(self) -> None:
        self.resize(1440, 900)
        geometry = self.settings.state("window/geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _remember_bench(self) -> None:
        desk, bench = self.session.desk, self.bench
        if bench is None:
            return
        self.settings.set_text("articles/state", bench.articles.state())
        self.settings.set_text("quotes/state", bench.quotes.state())
        self.settings.set_state("window/panes", self.split.saveState())
        if desk is not None:
            self.settings.set_text(f"scroll/{desk.uid}", bench.centre.compare.state())

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        self._remember_bench()
        self.settings.set_state("window/geometry", self.saveGeometry())
        self.settings.set_text("desks/last", str(self.session.desk.path) if self.session.desk else "")
        if self.session.work is not None:
            self.session.work.cancel()
        self.session.close_desk()
        self.settings.save()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def dragEnterEvent(self, event: QEvent) -> None:
        from PySide6.QtGui import QDragEnterEvent

        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QEvent) -> None:
        from PySide6.QtGui import QDropEvent

        if isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self._take_mime(event.mimeData())
