"""Acts on the evidence of quotes: give its parts, take what is dropped, keep files in the desk, open what is named."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.domain import VerbatimError
from desktop.text.evidence import Evidence, added, read_evidence, read_line, write_evidence
from desktop.translation import tr
from desktop.ui import background
from desktop.ui.quotes.card import evidence_links

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from desktop.desk.evidence.evidence_files import EvidenceFiles, FileState
    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote
    from desktop.ui.quotes.card.evidence_dialog import EvidenceDialog
    from desktop.ui.quotes.card.quote_card import QuoteCard
    from desktop.ui.quotes.note_keeper import NoteKeeper
    from desktop.ui.session.session import Session

_KEEP = "evidence/keep"  # setting: whether files are kept in the desk, as chosen last


class EvidenceActions(QObject):
    """What the evidence field, its dialog and drops on cards lead to. Files are read on another thread."""

    def __init__(self, session: Session, card: QuoteCard, notes: NoteKeeper) -> None:
        super().__init__(card)
        self._session = session
        self._card = card
        self._notes = notes
        field = card.fields.evidence
        field.opening.connect(self.open_piece)
        field.details_requested.connect(self.edit)
        field.dropped.connect(self._dropped_on_card)

    # -- giving evidence -----------------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Open the dialog for the quote on the card."""
        if self._card.quote is not None and self._may_change():
            self._notes.commit()
            quote = self._session.quote_now(self._card.quote.id)
            if quote is not None:
                words = self._card.fields.evidence.toPlainText()
                self._open_dialog(quote, read_evidence(words))

    def take_place(self) -> None:
        """Write the best place of the quote on the card into its evidence, as if it had been typed: V marks with it."""
        quote, field = self._card.quote, self._card.fields.evidence
        place = self._session.in_sources.found.places.get(quote.uid) if quote is not None else None
        if quote is None:
            self._session.announced.emit(tr("Choose a quote first"))
        elif place is None:
            self._session.announced.emit(tr("No place in the sources of this story was found for this quote."))
        elif field.isReadOnly():
            self._session.announced.emit(tr("Nothing can be marked here."))
        elif (text := added(field.toPlainText(), place.evidence())) != field.toPlainText():
            field.setPlainText(text)
            words = evidence_links.label(read_line(place.evidence()))
            self._session.announced.emit(tr("Evidence: {place}. V, D or U marks with it.", place=words))

    def take(self, quote: Quote, urls: Sequence[QUrl]) -> None:
        """Add files and links that were dropped on a quote: of files one is asked whether to keep them."""
        if not self._may_change():
            return
        self._notes.commit()
        now = self._session.quote_now(quote.id) or quote
        new = [Evidence(url.toLocalFile() if url.isLocalFile() else url.toString()) for url in urls]
        if any(url.isLocalFile() for url in urls):
            known = read_evidence(now.evidence)
            keep = self._session.settings.on(_KEEP, default=True)
            self._open_dialog(now, [*known, *(replace(piece, kept=keep) for piece in new)], chosen=len(known))
        else:
            text = now.evidence
            for piece in new:
                text = added(text, piece.line())
            self._put(now, text)

    def _dropped_on_card(self, urls: list[QUrl]) -> None:
        if self._card.quote is not None:
            self.take(self._card.quote, urls)

    def _may_change(self) -> bool:
        field = self._card.fields.evidence
        if field.isReadOnly():
            self._session.announced.emit(field.accessibleDescription() or tr("Nothing can be marked here."))
        return not field.isReadOnly()

    def _open_dialog(self, quote: Quote, pieces: Sequence[Evidence], chosen: int = 0) -> EvidenceDialog:
        from desktop.ui.quotes.card.evidence_dialog import EvidenceDialog

        keep = self._session.settings.on(_KEEP, default=True)
        dialog = EvidenceDialog(pieces, self._card.window(), chosen=chosen, keep=keep)
        dialog.agreed.connect(partial(self._agreed, quote))
        dialog.open()
        return dialog

    def _agreed(self, quote: Quote, pieces: list[Evidence]) -> None:
        """Read the files that are new, then write all down."""
        desk = self._session.desk
        new = [piece for piece in pieces if _new_file(piece) is not None]
        if not new or desk is None:
            self._put(quote, write_evidence(pieces))
            return
        self._session.settings.set_on(_KEEP, on=new[-1].kept)
        as_named = write_evidence(replace(piece, kept=piece.kept and bool(piece.sha256)) for piece in pieces)
        if self._session.work is not None:  # nothing is lost: the files are named, without their hash
            self._put(quote, as_named)
            self._say_busy()
            return
        work = partial(_read_files, desk.evidence_files(), pieces)
        task = self._start(work, partial(self._files_read, desk, quote), tr("Reading the evidence"))
        if task is not None:
            task.failed.connect(lambda error: self._files_read(desk, quote, (read_evidence(as_named), [str(error)])))

    def _files_read(self, desk: Desk, quote: Quote, found: tuple[list[Evidence], list[str]]) -> None:
        pieces, problems = found
        if self._session.desk is not desk:
            self._session.failed.emit(tr("The desk was closed before its evidence was read; give it again."))
            return
        self._put(quote, write_evidence(pieces))
        if problems:
            self._session.failed.emit(" ".join(problems))

    def _put(self, quote: Quote, text: str) -> None:
        """Write the evidence of a quote: through the field of an open card, which keeps what has no name."""
        if self._card.quote is not None and self._card.quote.id == quote.id:
            if self._card.fields.evidence.toPlainText() != text:
                self._card.fields.evidence.setPlainText(text)
                self._notes.commit()
        else:
            now = self._session.quote_now(quote.id)
            if now is not None and not now.deleted:
                self._session.note(now, now.note, text)
        words = "; ".join(map(evidence_links.label, read_evidence(text)))
        self._session.announced.emit(tr("Evidence: {place}", place=words) if words else tr("No evidence is given"))

    # -- looking at it -------------------------------------------------------------------------------------------------

    def open_piece(self, piece: Evidence) -> None:
        """Ask, and then open the page or file that a piece names; a file is first held against its hash."""
        window = self._card.window()
        if piece.kept:
            words = f"{piece.what}\n{tr('kept in the desk')}, SHA-256 {piece.sha256}"
            evidence_links.ask(window, tr("Open this file?"), words, partial(self._open_stored, piece))
        else:
            evidence_links.ask_to_open(piece, window, partial(self._open_url, piece))

    def _open_url(self, piece: Evidence, url: QUrl) -> None:
        file = evidence_links.link_in(piece.what)
        if file is None or not file.isLocalFile():
            _show(self._session, url)
            return
        path = Path(file.toLocalFile())

        def work(task: background.Task) -> FileState:
            from desktop.desk.evidence.evidence_files import FileState, state_of

            if not piece.sha256:
                return FileState.SAME if path.exists() else FileState.GONE
            return state_of(path, piece.sha256, _progress(task, path))

        self._start(work, partial(self._on_file_checked, path, url), tr("Reading the evidence"))

    def _on_file_checked(self, path: Path, url: QUrl, state: FileState) -> None:
        from desktop.desk.evidence.evidence_files import FileState

        if state is FileState.GONE:
            self._session.failed.emit(tr("“{path}” is not there any more, or cannot be read.", path=path))
            return
        if state is FileState.CHANGED:
            sentence = tr(
                "“{name}” was changed since it was named as evidence: its SHA-256 is another.", name=path.name
            )
            self._session.failed.emit(sentence)
        _show(self._session, url)

    def _open_stored(self, piece: Evidence) -> None:
        desk = self._session.desk
        if desk is None:
            return
        files = desk.evidence_files()
        name = Path(piece.what.replace("\\", "/")).name or "evidence"
        out = self._session.settings.own_folder / "evidence" / piece.sha256[:16] / name

        def work(_: background.Task) -> Path:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.unlink(missing_ok=True)
            files.write(piece.sha256, out)
            out.chmod(0o400)
            return out

        self._start(work, self._written, tr("Reading the evidence"))

    def _written(self, out: Path) -> None:
        document = evidence_links.is_document(out.name)
        _show(self._session, QUrl.fromLocalFile(str(out if document else out.parent)))

    # -- how it is done ------------------------------------------------------------------------------------------------

    def _say_busy(self) -> None:
        title = self._session.work.title if self._session.work is not None else ""
        self._session.announced.emit(tr("{work} is still under way; please wait or cancel it below.", work=title))

    def _start(
        self, work: Callable[[background.Task], Any], done: Callable[[Any], None], title: str
    ) -> background.Task | None:
        if self._session.work is not None:
            self._say_busy()
            return None
        task = background.start(work, title, self)
        task.done.connect(done)
        task.failed.connect(self._failed)
        task.ended.connect(lambda: self._session.set_work(None))
        self._session.set_work(task)
        return task

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VerbatimError | OSError):
            raise error
        self._session.failed.emit(str(error))


def _show(session: Session, url: QUrl) -> None:
    if not QDesktopServices.openUrl(url):
        session.failed.emit(tr("This computer has no program that shows this file."))


def _new_file(piece: Evidence) -> Path | None:
    url = evidence_links.link_in(piece.what)
    return Path(url.toLocalFile()) if url is not None and url.isLocalFile() and not piece.sha256 else None


def _progress(task: background.Task, path: Path) -> Callable[[float], None]:
    def progress(part: float) -> None:
        if task.cancelled():
            raise VerbatimError(tr("Reading “{name}” was cancelled.", name=path.name))
        task.report_progress(round(part * 100), 100, path.name)

    return progress


def _read_files(
    files: EvidenceFiles, pieces: Sequence[Evidence], task: background.Task
) -> tuple[list[Evidence], list[str]]:
    """Return the pieces with the hashes of new files, and in sentences what could not be kept; those stay paths."""
    from desktop.desk.evidence.evidence_files import EvidenceError, read_file

    found, problems = [], []
    for piece in pieces:
        path = _new_file(piece)
        if path is None:
            found.append(piece)
            continue
        progress = _progress(task, path)
        try:
            if piece.kept:
                stored = files.keep(path, progress)
                found.append(replace(piece, what=path.name, sha256=stored.sha256))
                continue
        except EvidenceError as error:
            problems.append(str(error))
        try:
            found.append(replace(piece, sha256=read_file(path, progress).sha256, kept=False))
        except EvidenceError as error:
            problems += [str(error)] if str(error) not in problems else []
            found.append(replace(piece, kept=False))
    return found, problems
