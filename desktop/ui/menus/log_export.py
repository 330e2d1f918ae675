"""Export of the log from the window: what the dialog offers now, the place to write to, the work with its progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain import VerbatimError
from desktop.translation import tr, tr_n
from desktop.ui import background
from desktop.ui.dialogs import story_picker as stories
from desktop.ui.menus import file_dialogs
from desktop.ui.widgets import file_places

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote
    from desktop.log.scope import LogScope
    from desktop.ui.dialogs.export import LogChoice, Narrow, Preview
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar

_PREVIEWED = 5  # rows
_NAMES = {"format": "export/format", "columns": "export/columns", "folder": "export/folder"}


class LogExport(QObject):
    """`look` works on a second look at the desk, on another thread, with progress in the window."""

    def __init__(
        self,
        session: Session,
        message: MessageBar,
        window: QWidget,
        look: Callable[[Callable[[Desk, background.Task], Any], Callable[[Any], None], str], None],
    ) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._look = look

    def ask(self) -> None:
        """Ask what the log is to hold; the last choice of form and columns is the first offer."""
        desk = self._session.desk
        if desk is None:
            return
        from desktop.ui.dialogs.export import ExportDialog

        self._session.flush()
        every = partial(stories.every, desk)
        dialog = ExportDialog(stories.offer(desk), every, self._window, self._narrow(desk))
        settings = self._session.settings
        dialog.prefer(settings.text(_NAMES["format"]), settings.text(_NAMES["columns"]))
        dialog.everything.setChecked(settings.on("export/everything", default=False))
        dialog.preview_requested.connect(partial(self._preview, dialog))
        dialog.chosen.connect(self._ask_file)
        dialog.open()
        dialog.ask_preview()

    def _narrow(self, desk: Desk) -> list[Narrow]:
        """Return what of the listed text can be exported alone: the article, the chosen quotes, those of the filter."""
        from desktop.log.scope import LogScope
        from desktop.ui.dialogs.export import Narrow
        from desktop.ui.quotes.panel import QuotePanel

        listed, panel = self._session.pair.listed, self._window.findChild(QuotePanel)
        if listed is None or panel is None:
            return []
        article = desk.article(listed.info.article_id)
        title = article.metadata.title or article.metadata.outlet or tr("Without a headline")
        story = article.story_id
        found = [Narrow(tr("This article: {title}", title=title), story, LogScope("One article.", article.uid))]
        chosen, shown = panel.list.selected_quotes(), panel.model.shown
        if chosen:
            words = tr_n("The {count} chosen quote", "The {count} chosen quotes", len(chosen))
            sentence = f"{len(chosen)} quotes chosen in the window, in its order."
            found.append(Narrow(words, story, _scope(sentence, article.uid, chosen)))
        count = len(shown)
        if 0 < count < listed.info.counts.total:
            words = tr_n("The {count} quote that the filter shows", "The {count} quotes that the filter shows", count)
            sentence = f"{count} of {listed.info.counts.total} quotes of one article: what the window's filter shows."
            found.append(Narrow(words, story, _scope(sentence, article.uid, shown)))
        return found

    # -- the first rows ------------------------------------------------------------------------------------------------

    def _preview(self, dialog: Any, choice: LogChoice) -> None:  # noqa: ANN401 - a QObject that may be gone
        desk = self._session.desk
        if desk is None:
            return
        path = desk.path
        story = choice.stories or tuple(story.id for story in desk.stories()[:1])

        def work(_: background.Task) -> Preview:
            from desktop.desk.open_desk import Desk
            from desktop.desk.stories.log_source import preview_log

            with Desk.open(path, read_only=True) as reading:
                return preview_log(
                    reading,
                    story,
                    choice.columns,
                    _PREVIEWED,
                    scope=choice.scope,
                    private=choice.private,
                    form=choice.format,
                    everything=choice.everything,
                )

        task = background.start(work, tr("Reading the first rows"), dialog)
        task.done.connect(partial(dialog.show_preview, choice))
        task.failed.connect(partial(dialog.show_problem, choice))

    # -- writing -------------------------------------------------------------------------------------------------------

    def _ask_file(self, choice: LogChoice) -> None:
        desk, settings = self._session.desk, self._session.settings
        if desk is None:
            return
        settings.set_text(_NAMES["format"], choice.format)
        settings.set_text(_NAMES["columns"], choice.columns)
        settings.set_on("export/everything", on=choice.everything)
        last = Path(settings.text(_NAMES["folder"]))
        folder = last if settings.text(_NAMES["folder"]) and last.is_dir() else file_places.documents()
        name = tr("{stem} log.{format}", stem=desk.path.stem, format=choice.ending)
        files = file_places.ask_place(self._window, tr("Export log"), "export-file", folder / name, choice.filter)
        files.fileSelected.connect(lambda path: self._write(choice, Path(path)))
        files.open()

    def _write(self, choice: LogChoice, out: Path) -> None:
        from desktop.log.rows import Publisher

        self._session.settings.set_text(_NAMES["folder"], str(out.parent))
        publisher = Publisher(*self._session.settings.publisher)

        def work(desk: Desk, task: background.Task) -> int:
            from desktop.desk.stories.log_source import export_log
            from desktop.ui.widgets.page_pdf import page_pdf

            def progress(part: float) -> None:
                if task.cancelled():
                    raise VerbatimError(tr("The export was cancelled; nothing was written."))
                task.report_progress(round(part * 100), 100, out.name)

            return export_log(
                desk, out, choice.format, stories=choice.stories, columns=choice.columns, everything=choice.everything,
                private=choice.private, scope=choice.scope, progress=progress, publisher=publisher,
                to_pdf=page_pdf,
            )  # fmt: skip

        self._look(work, partial(self._written, choice, out), tr("Writing the log"))

    def _written(self, choice: LogChoice, out: Path, rows: int) -> None:
        from desktop.log.writing import rows_are

        what = rows_are(choice.format, choice.columns)
        sentence = tr_n(
            "The log was written to {out}: {count} row ({what}).",
            "The log was written to {out}: {count} rows ({what}).",
            rows,
            out=out.name,
            what=what,
        )
        file_dialogs.say_written(self._message, out, sentence)


def _scope(sentence: str, article: str, quotes: list[Quote]) -> LogScope:
    from desktop.log.scope import LogScope

    return LogScope(sentence, article, tuple(quote.uid for quote in quotes))
