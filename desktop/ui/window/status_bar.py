"""The status bar: saved or what hinders it, the desk, counts, work in the background, and who is checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget

from desktop.translation import number, tr, tr_n
from desktop.ui.widgets.basics import button, plain_label, put_tip

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import Counts
    from desktop.ui.session.session import Session


_SOON = 250  # milliseconds: what ends sooner would only flicker
_NAME = 170  # pixels of the desk's name; the tip has the whole path


def sentence(articles: int, counts: Counts, sources: int = 0) -> str:
    """Return the line of counts."""
    pieces = tr_n("{count} article", "{count} articles", articles)
    if sources:
        pieces += " · " + tr_n("{count} source", "{count} sources", sources)
    return tr(
        "{articles} · {quotes} · {verified} verified · {disputed} disputed · {unverified} to check",
        articles=pieces,
        quotes=tr_n("{count} quote", "{count} quotes", counts.total),
        verified=number(counts.verified),
        disputed=number(counts.disputed),
        unverified=number(counts.unverified),
    )


class StatusLine(QStatusBar):
    """The line at the bottom.

    Signals:
        checker_requested(): somebody wants to give or change the name
        newsroom_requested(): somebody wants to see how the shared stories stand
    """

    checker_requested = Signal()
    newsroom_requested = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.saved = plain_label()
        self.saved.setObjectName("saved")
        self.desk = plain_label()
        self.desk.setObjectName("desk-name")
        self.counts = plain_label()
        self.counts.setObjectName("desk-counts")
        self._work = plain_label()
        self._progress = QProgressBar()
        self._progress.setObjectName("work-progress")
        self._progress.setMaximumWidth(140)
        self._progress.setTextVisible(False)
        self._cancel = button(tr("Cancel"), "work-cancel", "flat")
        self._cancel.clicked.connect(self._on_cancel)
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        self._soon.timeout.connect(self._show_work)
        self.checker = button("", "checking-as", "flat")
        self.checker.setToolTip(tr("The name that stands on your marks; click to change it"))
        self.checker.clicked.connect(self.checker_requested)
        self.newsroom = button("", "newsroom-state", "flat")
        self.newsroom.clicked.connect(self.newsroom_requested)
        self.newsroom.hide()
        self.setSizeGripEnabled(False)
        for widget in (self.saved, self.desk, self.counts):
            self.addWidget(widget)
        working: tuple[QWidget, ...] = (self._work, self._progress, self._cancel, self.newsroom, self.checker)
        for each in working:
            self.addPermanentWidget(each)
        session.desk_changed.connect(self.reload)
        session.articles_changed.connect(self.reload)
        session.work_changed.connect(self._on_work)
        session.checker_changed.connect(self.reload)
        session.pending_changed.connect(self.reload)
        session.newsroom.changed.connect(self._show_newsroom)
        session.newsroom.presence_changed.connect(self._show_newsroom)
        self.reload()
        self._on_work()

    def reload(self) -> None:
        """Say again how things stand."""
        desk = self._session.desk
        name = self._session.checker
        self.checker.setText(tr("Checking as {name}", name=name.replace("&", "&&")) if name else tr("Who is checking?"))
        for widget in (self.saved, self.desk, self.counts):
            widget.setVisible(desk is not None)
        if desk is None:
            return
        self._say_saved(desk)
        metrics = self.desk.fontMetrics()
        self.desk.setText(metrics.elidedText(desk.path.name, Qt.TextElideMode.ElideMiddle, _NAME))
        put_tip(self.desk, str(desk.path))
        articles, counts = desk.article_list.totals()
        lines = desk.article_list.state().lines
        sources = sum(id_ in lines for id_ in desk.article_list.sources())
        self.counts.setText(sentence(articles - sources, counts, sources))

    def _say_saved(self, desk: Desk) -> None:
        pending = self._session.pending
        count = len(pending.acts) if pending is not None else 0
        if count:
            self.saved.setText(tr_n("⚠ {count} act not on the disk", "⚠ {count} acts not on the disk", count))
            put_tip(self.saved, tr("The bar above says why, and what can be done."))
            return
        self.saved.setText(tr("To read only") if desk.read_only else tr("✓ Saved"))
        put_tip(self.saved, desk.read_only_why or tr("Every mark is on the disk before it shows."))

    def _show_newsroom(self) -> None:
        room = self._session.newsroom
        self.newsroom.setVisible(room.state is not None and bool(room.state.hubs))
        if room.state is not None and room.state.hubs:
            from desktop.ui.dialogs.newsroom import foot_words

            words, tip = foot_words(room.state, room.presence)
            self.newsroom.setText(words.replace("&", "&&"))
            put_tip(self.newsroom, tip)

    def not_saved(self) -> None:
        self.saved.setText(tr("⚠ Last act not saved"))

    def _on_work(self) -> None:
        """Show the work under way; a search in sources a little later: it begins by itself, and mostly ends soon."""
        session = self._session
        if session.task is not None and session.task not in (session.work, session.index_build.task):
            self._soon.start()
        else:
            self._soon.stop()
            self._show_work()

    def _show_work(self) -> None:
        task = self._session.task
        working: tuple[QWidget, ...] = (self._work, self._progress, self._cancel)
        for widget in working:
            widget.setVisible(task is not None)
        if task is not None:
            self._work.setText(task.title)
            self._progress.setRange(0, 0)
            task.progressed.connect(self._on_progress, Qt.ConnectionType.UniqueConnection)

    def _on_progress(self, done: int, total: int, name: str) -> None:
        task = self._session.task
        if task is None or task is not self.sender():
            return
        if not name:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
        else:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
            self._work.setText(
                tr("{work} {done} of {total}: {name}", work=task.title, done=done + 1, total=total, name=name[:30])
            )

    def _on_cancel(self) -> None:
        task = self._session.task
        if task is not None:
            task.cancel()
