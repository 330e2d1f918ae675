"""Time stamp entries of the Desk menu: request, reply, authority, proofs; the network is asked only on request."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.domain import VerbatimError
from desktop.translation import Text, shown, tr
from desktop.ui import background
from desktop.ui.menus import file_dialogs
from desktop.ui.session.fetches import access_of
from desktop.ui.widgets import file_places

if TYPE_CHECKING:
    from collections.abc import Callable

    from asn1crypto import x509
    from PySide6.QtWidgets import QWidget

    from desktop.desk.evidence.stamping import Stamp, StampReport
    from desktop.desk.open_desk import Desk
    from desktop.intake.web.address import Address
    from desktop.stamps.statement import StatedHead
    from desktop.ui.session.session import Session
    from desktop.ui.widgets.message_bar import MessageBar

_ADDRESS = "stamp/address"  # setting: the authority that was asked last
_MOST = 1_000_000  # bytes of a file that can be a stamp or a certificate
_CERTIFICATES = Text("Certificates (*.pem *.crt *.cer *.der);;All files (*)")


class StampsMenu(QObject):
    """Shows the stamps of the open desk, writes requests, takes replies and asks authorities."""

    def __init__(self, session: Session, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._message = message
        self._window = window
        self._trusted: list[x509.Certificate] = []

    def show(self) -> None:
        """Show the stamps there are, with what they prove, and the ways to more."""
        from desktop.desk.evidence.stamping import check_stamps, stamps
        from desktop.ui.dialogs.stamps import StampsDialog

        desk = self._session.desk
        if desk is None:
            return
        self._session.flush()

        def holds(head: StatedHead) -> bool:
            return desk.chains.holds(head.of, head.desk, head.length, head.head)

        def check(stamp: Stamp) -> StampReport:
            return check_stamps([stamp], holds, self._trusted)

        dialog = StampsDialog(stamps(desk), check, self._window, writable=not desk.read_only)
        ask = self._ask_file
        dialog.query_requested.connect(partial(ask, "stamp-request-file", self.save_request, save="tsq"))
        dialog.statement_requested.connect(partial(ask, "stamp-statement-file", self.save_statement, save="json"))
        dialog.reply_requested.connect(partial(self._ask_file, "stamp-reply-file", self.take))
        dialog.stamp_requested.connect(self._ask_address)
        dialog.trust_requested.connect(partial(ask, "stamp-certificate-file", self.trust, kind=_CERTIFICATES))
        dialog.open()

    def save_request(self, out: Path) -> None:
        """Write a request for an authority over where the chains end now."""
        from desktop.desk.evidence.stamping import request_stamp

        self._save(out, lambda desk: request_stamp(desk, checker=self._session.checker))

    def save_statement(self, out: Path) -> None:
        """Write the statement of where the chains end now, for OpenTimestamps."""
        from desktop.desk.evidence.stamping import state_heads

        self._save(out, lambda desk: state_heads(desk, checker=self._session.checker).content())

    def take(self, file: Path) -> None:
        """Keep the stamp in a file."""
        content = self._read(file)
        if content is not None:
            self._take(content)

    def trust(self, file: Path) -> None:
        """Verify signatures by the certificates in a file, too, and show what the stamps prove then."""
        from desktop.stamps.rfc3161 import read_certificates

        content = self._read(file)
        if content is None:
            return
        try:
            self._trusted += read_certificates(content)
        except VerbatimError as error:
            self._message.fail(shown(str(error)))
            return
        self.show()

    def _read(self, file: Path) -> bytes | None:
        try:
            with file.open("rb") as opened:
                return opened.read(_MOST)
        except OSError as error:
            self._message.fail(tr("“{name}” could not be read: {why}.", name=file.name, why=error.strerror or error))
            return None

    def ask(self, address: Address) -> None:
        """Ask an authority at an address, and keep its stamp."""
        from desktop.desk.evidence.stamping import request_stamp

        desk = self._session.desk
        if desk is None or self._session.work is not None:
            return
        self._session.settings.set_text(_ADDRESS, address)
        try:
            request = request_stamp(desk, checker=self._session.checker)
        except VerbatimError as error:
            self._message.fail(shown(str(error)))
            return
        access, path = access_of(self._session.settings), desk.path

        def work(task: background.Task) -> bytes:
            from desktop.intake.web.fetch import ask_authority

            return ask_authority(address, request, access, cancelled=task.cancelled)

        task = background.start(work, tr("Asking for a time stamp"), self)
        task.done.connect(partial(self._take_for, path))
        task.failed.connect(self._on_request_failed)
        task.ended.connect(partial(self._session.set_work, None))
        self._session.set_work(task)

    def _ask_address(self) -> None:
        from desktop.ui.dialogs.stamps import AuthorityDialog

        dialog = AuthorityDialog(self._session.settings.text(_ADDRESS), self._window)
        dialog.chosen.connect(self.ask)
        dialog.open()

    def _take_for(self, path: Path, content: bytes) -> None:
        if self._session.desk is not None and self._session.desk.path == path:
            self._take(content)

    def _take(self, content: bytes) -> None:
        from desktop.desk.evidence.stamping import take_stamp

        desk = self._session.desk
        if desk is None:
            return
        try:
            stamp = take_stamp(desk, content, checker=self._session.checker)
        except VerbatimError as error:
            self._message.fail(shown(str(error)))
            return
        self._message.say(
            tr("The time stamp is in the desk: {stamp}.", stamp=stamp.line), (tr("Show"), self.show), seconds=0
        )

    def _save(self, out: Path, content: Callable[[Desk], bytes]) -> None:
        from desktop.log.writing import write_whole

        desk = self._session.desk
        if desk is None:
            return
        try:
            write_whole(out, content(desk))
        except VerbatimError as error:
            self._message.fail(shown(str(error)))
            return
        sentence = tr("{name} was written; take what comes back under Desk, Time stamps.", name=out.name)
        file_dialogs.say_written(self._message, out, sentence)

    def _on_request_failed(self, error: object) -> None:
        from desktop.intake.worker import Cancelled

        if isinstance(error, VerbatimError):
            self._message.fail(shown(str(error)))
        elif not isinstance(error, Cancelled):
            self._message.fail(tr("The authority could not be asked: {error}", error=error))

    def _ask_file(self, name: str, then: Callable[[Path], None], *, save: str = "", kind: Text | None = None) -> None:
        desk = self._session.desk
        if desk is None:
            return
        folder = file_places.beginning(desk.path.parent, self._session.settings.own_folder)
        files = QFileDialog(self._window, tr("Time stamps"), str(folder))
        files.setObjectName(name)
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if save:
            files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            files.setDefaultSuffix(save)
            files.selectFile(f"{desk.path.stem}.{save}")
        else:
            files.setNameFilter(
                str(kind) if kind else tr("Time stamps ({patterns});;All files (*)", patterns="*.tsr *.ots")
            )
        files.fileSelected.connect(lambda path: then(Path(path)))
        files.open()
