"""The main window: places the panels, connects actions to verbs, and shows the sentences of the session."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import assets
from desktop.gc_pause import gc_paused
from desktop.translation import tr
from desktop.ui import theme
from desktop.ui.actions import Actions, Needs
from desktop.ui.menus.desk import DeskMenu
from desktop.ui.menus.desk_tools import BackupCare, DeskCare
from desktop.ui.menus.file_dialogs import say_written
from desktop.ui.menus.first_articles import FirstArticles
from desktop.ui.menus.newsroom import NewsroomMenu
from desktop.ui.menus.stamps import StampsMenu
from desktop.ui.widgets.basics import button
from desktop.ui.widgets.message_bar import MessageBar, NameBar
from desktop.ui.widgets.toasts import Toasts
from desktop.ui.window.first_steps import FirstSteps
from desktop.ui.window.pending_bar import PendingBar
from desktop.ui.window.search_box import SearchBox
from desktop.ui.window.start_page import StartPage
from desktop.ui.window.status_bar import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent

    from desktop.desk.open_desk import Desk
    from desktop.ui.menus.article import ArticleMenu
    from desktop.ui.session.session import Session
    from desktop.ui.window.workbench import Workbench


_PREFERRED = QSize(1440, 900)
_SMALLEST = QSize(900, 440)  # 1366 × 768 at 150 %, less the bars of system and window
_FRAME = QSize(16, 48)  # what a system puts around a window, not known before it is shown
_ON_SELECTION = ("add_quote", "use_selection", "cut_passage", "copy_with_marks", "search_selection", "printed_by")


MATRIX_TAB = 2  # in the order of the tabs of the centre
_MAKE_A_DESK = ("add", "add_folder", "paste_article")  # what makes a desk where none is open


class MainWindow(QMainWindow):
    """The window."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.settings = session.settings
        self.setObjectName("verbatim")
        self.setWindowTitle("Verbatim")
        self.setWindowIcon(QIcon(str(assets.resource("icons/verbatim.svg"))))
        self.setMinimumSize(_SMALLEST)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.message = MessageBar()
        self.name_bar = NameBar()
        self.pending_bar = PendingBar(session)
        self.start_page = StartPage(self.settings)
        self.search_box = SearchBox(session, self.actions_)
        self._bench: Workbench | None = None
        self._article_menu: ArticleMenu | None = None
        self._first_steps = FirstSteps(self)
        self.desk_menu = DeskMenu(session, self.message, self, take=self.take)
        self.desk_care = DeskCare(session, self.message, self, open_desk=self.desk_menu.open_path)
        self.newsroom = NewsroomMenu(session, self.message, self, settle=self.desk_care.show_settle)
        self.backups = BackupCare(session, self.message, self, open_desk=self.desk_menu.open_path)
        self.first_articles = FirstArticles(
            self.settings,
            self.message,
            self,
            make_desk=self.desk_menu.make_desk,
            open_desk=self.desk_menu.open_path,
            add=self._take_articles,
        )
        self._tool_row = QWidget()
        self._pages = QStackedWidget()
        self.painted = False
        self._is_starting = False
        HelpKey(self, self.show_guide)
        self._lay_out()
        self._bind()
        self._follow()
        self._restore_window()
        self._on_desk()
        self._enable_history()

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.actions_.fill(self.menuBar())
        self.actions_["recent"].setMenu(self.desk_menu.recent)
        self._pages.addWidget(self.start_page)
        self._lay_out_tools()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_row)
        column.addWidget(self._pages, 1)
        self.toasts = Toasts((self.pending_bar, self.name_bar, self.message), whole)
        self.setCentralWidget(whole)
        self.status = StatusLine(self.session, self)
        self.setStatusBar(self.status)
        self.status.insertWidget(1, self.backups.sign)

    def _lay_out_tools(self) -> None:
        self._tool_row.setObjectName("tools")
        self._tool_row.setProperty("look", "head")
        self._tool_row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._tool_row)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        self._tools = {
            name: button(words, f"tool-{name}")
            for name, words in (
                ("add", tr("+ Add articles")),
                ("undo", "↶"),
                ("redo", "↷"),
                ("export", tr("Export log…")),
            )
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
        desks, care = self.desk_menu, self.desk_care
        desks.recover_requested.connect(care.recover)
        for menu in self.menuBar().findChildren(QMenu, "desk-menu"):
            menu.aboutToShow.connect(care.count_disagreements)
        self.actions_.connect_to(
            {
                "sample": desks.open_sample,
                "reset_sample": desks.reset_sample,
                "new_desk": desks.ask_new_desk,
                "open_desk": desks.ask_open_desk,
                "export": care.log_export.ask,
                "check": care.check_desk,
                "stamps": StampsMenu(self.session, self.message, self).show,
                "backup": self.backups.back_up,
                "restore": self.backups.ask_restore,
                "merge": care.ask_merge,
                "blind_copy": care.ask_blind_copy,
                "settle": care.show_settle,
                "reasons": desks.ask_reasons,
                "agreement": care.show_agreement,
                "join_newsroom": self.newsroom.ask_join,
                "newsroom": self.newsroom.show,
                "close_desk": self.close_desk,
                "preferences": self.ask_preferences,
                "quit": self.close,
                "paste_article": self._paste,
                "add": self._add,
                "add_folder": self._add_folder,
                "undo": self.session.undo_stack.undo,
                "redo": self.session.undo_stack.redo,
                "search": self.search_box.begin,
                "swap": self.session.pair.swap,
                "back": self.session.history.back,
                "forward": self.session.history.forward,
                "guide": partial(self.show_guide, None),
                "diagnostics": self.copy_diagnostics,
                "keys": partial(self.show_keys, None),
                "legend": self.show_legend,
                "about": self.show_about,
            }
        )

    def _bind_bench(self, bench: Workbench, menu: ArticleMenu) -> None:
        self.actions_.connect_to(bench.slots())
        bench.centre.offer_for_selection([self.actions_[name] for name in _ON_SELECTION])
        bench.words_requested.connect(self.search_box.search_for)
        self.actions_.connect_keys({"articles": bench.articles, "quotes": bench.quotes})
        self.actions_.connect_to(
            {
                "add_version": menu.ask_add_version,
                "later_version": menu.versions.ask_later_version,
                "split_off": menu.versions.split_off,
                "history": menu.show_history,
                "add_address": menu.web.ask_address,
                "check_article": menu.web.check_article,
                "check_story": menu.web.check_story,
                "check_desk": menu.web.check_desk,
                "hidden_passages": menu.show_hidden,
                "read_as": menu.read_as,
                "boilerplate_rules": menu.show_rules,
                "review_import": menu.review,
                "repair_characters": menu.repair_characters,
                "details": menu.edit_details,
                "name_source": menu.name_source,
                "trash": menu.show_trash,
                "people": menu.story.show_people,
                "lock_story": menu.story.toggle_lock,
                "share_story": lambda: self.newsroom.ask_share(menu.story.story()),
                "take_article": lambda: self.newsroom.take_articles(bench.articles.chosen()),
                "take_quote": lambda: self.newsroom.take_quotes(bench.quotes.list.selected_quotes()),
            }
        )
        bench.articles.add_requested.connect(menu.ask_add)
        bench.articles.menu_requested.connect(menu.pop_up)
        bench.articles.dropped.connect(menu.take)
        bench.articles.deleted.connect(menu.report_deleted)
        bench.articles.heading_deleted.connect(menu.offer_delete)
        self.session.imported.connect(menu.report)
        self.search_box.result_chosen.connect(bench.go_to)
        self.search_box.left.connect(bench.articles.focus_list)
        self.actions_["one_colour"].setChecked(self.settings.one_colour)
        self.actions_["one_colour"].toggled.connect(self._set_one_colour)
        self.actions_["change_list"].toggled.connect(lambda on: bench.show_change_list(visible=on))
        self.actions_["changes_only"].toggled.connect(lambda on: bench.show_changes_only(on=on))
        for name, panel in (("pane_articles", bench.articles), ("pane_quotes", bench.quotes)):
            self.actions_[name].setChecked(not panel.isHidden())
            self.actions_[name].toggled.connect(panel.setVisible)

    def _set_one_colour(self, on: bool) -> None:  # noqa: FBT001 - bound to a switch in the menu
        self.settings.one_colour = on
        if self.bench is not None:
            self.bench.centre.compare.set_one_colour(on)

    # What is added while no desk is open makes one.

    def _add(self) -> None:
        (self._menu_of_desk() or self.first_articles).ask_add()

    def _add_folder(self) -> None:
        (self._menu_of_desk() or self.first_articles).ask_add_folder()

    def _paste(self) -> None:
        (self._menu_of_desk() or self.first_articles).paste()

    def _take_articles(self, mime: QMimeData) -> None:
        (self._menu_of_desk() or self.first_articles).take(mime)

    def _menu_of_desk(self) -> ArticleMenu | None:
        return self.article_menu if self.session.desk is not None else None

    def _follow(self) -> None:
        session = self.session
        session.desk_changed.connect(self._on_desk)
        session.desk_changed.connect(self.backups.follow)
        session.failed.connect(self.message.fail)
        session.unsaved.connect(self.status.not_saved)
        session.announced.connect(self._on_announced)
        session.exported.connect(self._on_exported)
        session.checker_requested.connect(self.ask_name)
        session.pair.changed.connect(self._enable)
        session.pair.quote_selected.connect(self._enable)
        session.history.changed.connect(self._enable_history)
        session.undo_stack.indexChanged.connect(self._on_undo)
        self.status.checker_requested.connect(self.ask_name)
        self.status.newsroom_requested.connect(self.newsroom.show)
        self.pending_bar.elsewhere_requested.connect(self.desk_care.ask_save_elsewhere)
        self.pending_bar.open_requested.connect(self.desk_menu.open_path)
        self.name_bar.named.connect(session.set_checker)
        self.name_bar.declined.connect(session.decline_name)
        page = self.start_page
        page.sample_requested.connect(self.desk_menu.open_sample)
        page.new_requested.connect(self.desk_menu.ask_new_desk)
        page.open_requested.connect(self.desk_menu.ask_open_desk)
        page.import_requested.connect(self.first_articles.ask_add)
        page.desk_requested.connect(self.desk_menu.open_path)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply_scheme)

    # -- desks -----------------------------------------------------------------------------------------------------

    @property
    def bench(self) -> Workbench | None:
        """The panels of an open desk, all of them; None if none was open yet."""
        self._first_steps.finish()
        return self._bench

    @property
    def article_menu(self) -> ArticleMenu | None:
        self._first_steps.finish()
        return self._article_menu

    def open_first(self, path: Path) -> None:
        """Open the desk with which the program starts: its list is painted at once, and the rest comes after that."""
        self._is_starting = True
        try:
            self.desk_menu.open_path(path)
        finally:
            self._is_starting = False

    def take(self, desk: Desk) -> None:
        """Show an open desk."""
        if self._is_starting and self._bench is None:
            self._show_list(desk)
        else:
            self._first_steps.finish()
            self._show(desk)

    def _show_list(self, desk: Desk) -> None:
        """Paint the first articles of a desk before anything else is made, or even loaded."""
        with gc_paused():
            bench = self._begin_bench()
            self.session.preview(desk)
            bench.articles.show_beginning()
            bench.paint_all(on=False)
            self._pages.setCurrentWidget(bench)
            self._tool_row.show()
            self.repaint()
        self._first_steps.begin(bench.add_centre, self._make_bench, partial(self._show, desk))

    def _show(self, desk: Desk) -> None:
        with gc_paused():
            bench = self._make_bench()
            bench.paint_all(on=True)  # in the next turn
            bench.centre.compare.restore(self.settings.text(f"scroll/{desk.uid}"))
            self.session.open_desk(desk)
        if self._bench is not None:
            self._bench.articles.focus_list()  # only now the list stands there
        if desk.read_only and desk.read_only_why:
            self.message.say(desk.read_only_why, seconds=0)
        elif desk.place_warning and not self.settings.on(f"warned/{desk.uid}", default=False):
            self.settings.set_on(f"warned/{desk.uid}", on=True)
            self.message.say(desk.place_warning, seconds=0)

    def close_desk(self) -> None:
        self._remember_bench()
        self.session.close_desk()

    def _begin_bench(self) -> Workbench:
        """Make the workbench with the list of articles alone."""
        from desktop.ui.window.workbench import Workbench

        bench = self._bench = Workbench(self.session)
        self._pages.addWidget(bench)
        bench.restoreState(self.settings.state("window/panes"))
        bench.articles.restore(self.settings.text("articles/state"))
        return bench

    def _make_bench(self) -> Workbench:
        """Make the workbench, or what is missing of it."""
        bench = self._bench or self._begin_bench()
        if self._article_menu is not None:
            return bench
        from desktop.ui.menus.article import ArticleMenu

        bench.complete()
        self.toasts.lie_over(bench.centre)
        bench.toasts = self.toasts
        bench.quotes.restore(self.settings.text("quotes/state"))
        menu = self._article_menu = ArticleMenu(
            self.session, bench.articles, self.actions_, self.message, window=self, open_desk=self.desk_menu.open_path
        )
        self._bind_bench(bench, menu)
        return bench

    # -- asking ----------------------------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask who is checking, in a bar; the mark that waits is made once there is a name."""
        self.name_bar.ask(self.session.checker)

    def ask_preferences(self) -> None:
        from desktop.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self.settings, self)
        dialog.chosen.connect(self._on_preferences)
        dialog.open()

    def _on_preferences(self, name: str) -> None:
        if name != self.session.checker:
            self.session.set_checker(name)
        self.apply_scheme()
        self.session.zoom_changed.emit()

    def show_guide(self, dialog: QDialog | None = None) -> None:
        """Open the guide at what it says of where the focus is; a modal dialog has it beside itself."""
        from desktop.ui.dialogs.guide import GuideDialog, topic_of

        place = self._place() if dialog is None else topic_of(dialog, self._place())
        above = dialog or self
        guide = above.findChild(GuideDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
        try:
            guide = guide or GuideDialog(above, self.show_keys)
        except FileNotFoundError as error:
            self.message.fail(str(error), (tr("Keyboard shortcuts"), self.show_keys))
            return
        guide.show()
        guide.raise_()
        guide.activateWindow()
        guide.show_topic(place)

    def _place(self) -> str:
        """Name where one is, as the guide does."""
        bench, focus = self.bench, QApplication.focusWidget()
        if bench is None or self.session.desk is None:
            return "start-page"
        for panel, place in ((bench.articles, "articles-panel"), (bench.quotes, "quotes-panel")):
            if focus is not None and panel.isAncestorOf(focus):
                return place
        return "matrix" if bench.centre.tabs.currentIndex() == MATRIX_TAB else "compare"

    def copy_diagnostics(self) -> None:
        from desktop.ui.dialogs.help import facts

        QApplication.clipboard().setText(facts(self.settings))
        self.message.say(tr("Diagnostics are on the clipboard; no text of any article is in them."))

    def show_keys(self, above: QWidget | None = None) -> None:
        from desktop.ui.dialogs.help import keys_dialog

        keys_dialog(above or self).open()

    def show_legend(self) -> None:
        from desktop.ui.dialogs.help import legend_dialog

        legend_dialog(self, one_colour=self.session.settings.one_colour).open()

    def show_about(self) -> None:
        from desktop.ui.dialogs.help import about_dialog

        about_dialog(self.settings, self).open()

    # -- following the session -------------------------------------------------------------------------------------

    def _on_desk(self) -> None:
        desk = self.session.desk
        self.message.hide()  # what it said was about the desk before
        if desk is None:
            self.start_page.reload()
            self._pages.setCurrentWidget(self.start_page)
            self.start_page.focus_first()
        elif self._bench is not None:
            self.start_page.recent.stop()
            self._pages.setCurrentWidget(self._bench)
            self._bench.articles.focus_list()
        self._tool_row.setVisible(desk is not None)
        self.setWindowTitle(f"{desk.path.stem} — Verbatim" if desk else "Verbatim")
        self._enable()
        self._on_undo()

    def _enable(self) -> None:
        pair = self.session.pair
        there = Needs(0)
        for need, is_met in (
            (Needs.DESK, self.session.desk is not None),
            (Needs.WRITABLE, self.session.writable),
            (Needs.A, pair.a is not None),
            (Needs.B, pair.b is not None),
            (Needs.CHOSEN, pair.selected is not None),
        ):
            there |= need if is_met else Needs(0)
        self.actions_.enable(there)
        if self.session.desk is None:
            for name in _MAKE_A_DESK:
                self.actions_[name].setEnabled(True)
        for name in ("add", "export"):
            self._tools[name].setEnabled(self.actions_[name].isEnabled())
            self._tools[name].setToolTip(self.actions_[name].toolTip())

    def _enable_history(self) -> None:
        history = self.session.history
        self.actions_["back"].setEnabled(history.can_go_back)
        self.actions_["forward"].setEnabled(history.can_go_forward)

    def _on_undo(self) -> None:
        stack = self.session.undo_stack
        undo, redo = tr("&Undo {act}", act=stack.undoText()), tr("&Redo {act}", act=stack.redoText())
        for name, can, words, nothing in (
            ("undo", stack.canUndo(), undo, tr("Nothing to undo")),
            ("redo", stack.canRedo(), redo, tr("Nothing to redo")),
        ):
            action = self.actions_[name]
            action.setEnabled(can)
            action.setText(words.rstrip(": "))
            self._tools[name].setEnabled(can)
            self._tools[name].setToolTip(words.replace("&", "").rstrip(": ") if can else nothing)

    def _on_exported(self, out: Path, sentence: str) -> None:
        say_written(self.message, out, sentence)

    def _on_announced(self, sentence: str) -> None:
        self.message.say(sentence, seconds=5)

    def apply_scheme(self) -> None:
        """Paint in the scheme that the settings ask for."""
        theme.force_dark({"light": False, "dark": True}.get(self.settings.scheme))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app)

    # -- remembering -----------------------------------------------------------------------------------------------

    def _restore_window(self) -> None:
        geometry = self.settings.state("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):  # which also fits it into the screen
            room = self.screen().availableGeometry()
            self.resize(_PREFERRED.boundedTo(room.size() - _FRAME).expandedTo(_SMALLEST))
            self.move(room.topLeft())

    def _remember_bench(self) -> None:
        desk, bench = self.session.desk, self._bench
        if bench is None or self._article_menu is None:
            return
        self.settings.set_text("articles/state", bench.articles.state())
        self.settings.set_text("quotes/state", bench.quotes.state())
        self.settings.set_state("window/panes", bench.saveState())
        if desk is not None:
            self.settings.set_text(f"scroll/{desk.uid}", bench.centre.compare.state())

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.pending_bar.hold():
            event.ignore()
            return
        self._first_steps.drop()
        self._remember_bench()
        self.settings.set_state("window/geometry", self.saveGeometry())
        self.settings.last_desk = self.session.desk.path if self.session.desk else None
        if self.session.work is not None:
            self.session.work.cancel()
        self.session.close_desk()
        self.settings.save()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        words = self.session.desk is None and (event.mimeData().hasText() or event.mimeData().hasHtml())
        if event.mimeData().hasUrls() or words:
            event.acceptProposedAction()
            self.start_page.show_target(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start_page.show_target(on=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.start_page.show_target(on=False)
        desks = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.toLocalFile().endswith(".desk")]
        if desks:
            self.desk_menu.open_path(desks[0])
        elif self.session.desk is not None and not self.session.writable:
            self.message.say(tr("This desk can only be read: nothing can be added to it."))
        else:
            self._take_articles(event.mimeData())


_NAME = "dialog-help"
_HELP = "guide"  # the name of the dialog that the key opens


class HelpKey(QObject):
    """Gives each dialog that gets the focus a key of its own; `show` is called with the dialog."""

    def __init__(self, window: QWidget, show: Callable[[QDialog], object]) -> None:
        super().__init__(window)
        self._show = show
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.objectName() == _HELP:
            return
        if dialog.findChild(QShortcut, _NAME, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
            key.setObjectName(_NAME)
            key.activated.connect(partial(self._show, dialog))
