"""Dialogs of the newsroom: sharing a story, joining shared ones, and how the desk and its hubs stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit

from desktop.text.display import one_line
from desktop.translation import Text, tr, tr_n
from desktop.ui.widgets.date_words import moment
from desktop.ui.widgets.form_dialog import FormDialog, TableDialog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QStandardItem
    from PySide6.QtWidgets import QWidget

    from desktop.desk.newsroom_state import HubState, SyncState
    from desktop.domain import Presence, SharedStory

EXAMPLE = "postgresql://ann@db.example.org/newsroom"
_SHARED_HEADS = (Text("Story"), Text("Articles"), Text("Shared by"), Text("Who works on it"))
_STATE_HEADS = (Text("Story"), Text("Hub"), Text("State"), Text("Looking at it now"))
_MOST_POSTPONED = 5  # sentences
_ROLES = {"reader": Text("reader"), "checker": Text("checker"), "chief": Text("chief")}


@dataclass(frozen=True, slots=True)
class Login:
    """The address of a hub as it was typed, and the password beside it."""

    url: str
    password: str = ""
    keep: bool = False  # the password goes into the keyring of the system


class HubDialog(FormDialog):
    """Asks for the address of a hub and, where the system does not know it, the password.

    Signals: chosen(object): a Login
    """

    chosen = Signal(object)

    def __init__(self, title: Text, sentence: str, url: str, accept: str, parent: QWidget) -> None:
        super().__init__(title, sentence, parent, accept)
        self.setMinimumWidth(560)
        self.address = self.line("hub-address", tr("&Address of the hub"), url, EXAMPLE)
        self.password = self.line("hub-password", tr("&Password"), "", tr("empty: from the keyring, or none is needed"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.remember = QCheckBox(tr("&Keep the password in the keyring of this computer"))
        self.remember.setObjectName("hub-remember")
        self.form.addRow("", self.remember)
        self.address.textChanged.connect(self._check)
        self.password.textChanged.connect(self._check)
        self.accepted.connect(lambda: self.chosen.emit(self.login()))
        self._check()

    def login(self) -> Login:
        return Login(self.address.text().strip(), self.password.text(), self.remember.isChecked())

    def _check(self) -> None:
        self.keep.setEnabled("://" in self.address.text())
        self.remember.setEnabled(bool(self.password.text()))


def share_dialog(title: str, url: str, parent: QWidget) -> HubDialog:
    """Ask where a story is to be shared."""
    sentence = tr(
        "“{story}” goes to the hub with its texts, originals, quotes and marks, and what others do on it comes here. "
        "Your other stories stay on this computer.",
        story=one_line(title),
    )
    return HubDialog(Text("Share a story"), sentence, url, tr("Share"), parent)


def find_dialog(url: str, parent: QWidget) -> HubDialog:
    """Ask on which hub shared stories are to be looked for."""
    sentence = tr("The hub is asked which stories you may join; nothing of this desk goes there.")
    return HubDialog(Text("Join a newsroom"), sentence, url, tr("Show stories"), parent)


class JoinDialog(TableDialog):
    """The stories on a hub; those that are ticked are joined.

    Signals: joined(object, bool): uids of the stories, and whether marks of others wait for one's own
    """

    joined = Signal(object, bool)

    def __init__(self, found: Sequence[SharedStory], here: set[str], parent: QWidget) -> None:
        rows = [(one_line(each.title), str(each.articles), each.login, ", ".join(each.checkers)) for each in found]
        super().__init__(Text("Shared stories"), _SHARED_HEADS, rows, parent)
        self._found = found
        self._here = here
        self.filter.setVisible(len(found) > 10)
        self.nothing.setWordWrap(True)
        self.nothing.setText(tr("Tick the stories to bring here.") if found else tr("No story is shared there yet."))
        self.nothing.show()
        for row, each in enumerate(found):
            self._tickable(self.model.item(row, 0), here=each.uid in here)
        self.blind = QCheckBox(tr("&Second check: show the marks of others on a quote only once I have marked it"))
        self.blind.setObjectName("join-blind")
        self.column.insertWidget(self.column.count() - 1, self.blind)
        self._join = self.buttons.addButton(tr("&Join"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._join.setObjectName("join")
        self._join.setProperty("look", "primary")
        self.buttons.accepted.connect(self._accept)
        self.model.itemChanged.connect(self._check)
        self.table.activated.connect(lambda index: self._turn(self._passing.mapToSource(index).row()))
        self._check()

    @staticmethod
    def _tickable(item: QStandardItem, *, here: bool) -> None:
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if here else Qt.CheckState.Unchecked)
        if here:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(tr("It is shared here already"))

    def _turn(self, row: int) -> None:
        item = self.model.item(row, 0)
        if item.isEnabled():
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def ticked(self) -> list[str]:
        """Return the uids of the stories to join."""
        return [
            each.uid
            for row, each in enumerate(self._found)
            if each.uid not in self._here and self.model.item(row, 0).checkState() is Qt.CheckState.Checked
        ]

    def _check(self) -> None:
        self._join.setEnabled(bool(self.ticked()))

    def _accept(self) -> None:
        self.joined.emit(self.ticked(), self.blind.isChecked())
        self.accept()


class NewsroomDialog(TableDialog):
    """The shared stories of the desk, how each hub stands, and who looks at them.

    Signals: leave_requested(str): the uid of a story; login_requested(str): the address of a hub; sync_requested();
    own_desk_requested(): this copy of the desk is to be a desk of its own
    """

    leave_requested = Signal(str)
    login_requested = Signal(str)
    sync_requested = Signal()
    own_desk_requested = Signal()

    def __init__(
        self, state: SyncState, titles: Mapping[str, str], presence: Mapping[str, Sequence[Presence]], parent: QWidget
    ) -> None:
        self._rows = [(hub, story) for hub in state.hubs for story in hub.stories]
        super().__init__(Text("Newsroom"), _STATE_HEADS, self._cells(titles, presence), parent)
        self.resize(min(860, parent.width() - 40), 380)
        self.filter.setVisible(len(self._rows) > 10)
        self.nothing.setWordWrap(True)
        self.own = self.buttons.addButton(tr("&Make this a desk of its own…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.own.setObjectName("newsroom-own")
        self.own.setProperty("look", "button")
        self.own.clicked.connect(self.own_desk_requested)
        for name, words, signal in (
            ("newsroom-sync", tr("&Exchange now"), self.sync_requested.emit),
            ("newsroom-login", tr("&Password…"), self._log_in),
            ("newsroom-leave", tr("&Leave the story"), self._leave),
        ):
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setProperty("look", "button")
            button.clicked.connect(signal)
        self.show_state(state, titles, presence)
        if self._rows:
            self.choose(0)

    def show_state(
        self, state: SyncState, titles: Mapping[str, str], presence: Mapping[str, Sequence[Presence]]
    ) -> None:
        """Show how things stand now; the chosen row stays."""
        chosen = self.chosen()
        self._rows = [(hub, story) for hub in state.hubs for story in hub.stories]
        self.fill(self._cells(titles, presence))
        for row in chosen[:1]:
            if row < len(self._rows):
                self.choose(row)
        sentences = [*(hub.why for hub in state.hubs if hub.why), *_some(state.postponed)]
        why = "\n".join(dict.fromkeys(sentences))
        self.nothing.setText(why or _all_well(state))
        self.nothing.show()
        self.own.setVisible(any(hub.is_forked for hub in state.hubs))

    def _cells(
        self, titles: Mapping[str, str], presence: Mapping[str, Sequence[Presence]]
    ) -> list[tuple[str, str, str, str]]:
        return [
            (
                one_line(titles.get(story, "")) or story,
                hub.url,
                hub_words(hub),
                ", ".join(dict.fromkeys(one.checker or tr("somebody") for one in presence.get(story, ()))),
            )
            for hub, story in self._rows
        ]

    def _log_in(self) -> None:
        for row in self.chosen():
            self.login_requested.emit(self._rows[row][0].url)

    def _leave(self) -> None:
        for row in self.chosen():
            self.leave_requested.emit(self._rows[row][1])


def hub_words(hub: HubState) -> str:
    """Say how the desk and one hub stand to each other, and what one may do there."""
    role = f" · {_ROLES[hub.role]}" if hub.role in _ROLES else ""
    if hub.in_step:
        interval = f" · {_interval_words(hub.asks_every)}" if hub.asks_every else ""
        return tr("in step") + interval + role
    since = tr("since {moment}", moment=moment(hub.since)) if hub.since is not None else ""
    backlog = tr_n("{count} act waits", "{count} acts wait", hub.unconfirmed) if hub.unconfirmed else tr("not reached")
    return " · ".join(part for part in (backlog, since) if part) + role


def foot_words(state: SyncState, presence: Mapping[str, Sequence[Presence]]) -> tuple[str, str]:
    """Return what the foot of the window says of the newsroom, and its tip."""
    others = list(dict.fromkeys(one.checker or tr("somebody") for of in presence.values() for one in of))
    if state.in_step:
        here = f" · {', '.join(others[:2])}{' …' if len(others) > 2 else ''}" if others else ""
        interval = f" · {_interval_words(state.asks_every)}" if state.asks_every else ""
        delayed = f" · {tr('⚠ acts of others wait')}" if state.postponed else ""
        tip = _who(others) or (_replica() if interval else tr("All that you and the others did is exchanged."))
        return f"⇄ {tr('In step')}{interval}{delayed}{here}", "\n".join([*_some(state.postponed), tip])
    unconfirmed = state.unconfirmed
    words = tr_n("⚠ {count} act waits", "⚠ {count} acts wait", unconfirmed) if unconfirmed else tr("⚠ Not in step")
    since = f" · {tr('since {moment}', moment=moment(state.since))}" if state.since is not None else ""
    return words + since, state.why or tr("It goes out in a moment.")


def _some(sentences: Sequence[str]) -> list[str]:
    """Return the first sentences of many, and how many more there are."""
    more = len(sentences) - _MOST_POSTPONED
    return [*sentences[:_MOST_POSTPONED], *([tr_n("and {count} more", "and {count} more", more)] if more > 0 else [])]


def _all_well(state: SyncState) -> str:
    """Say what happens by itself while nothing is wrong."""
    if state.asks_every:
        return _replica()
    if all(hub.role == "reader" for hub in state.hubs):
        return tr("What others do comes in by itself. You may read here: what you do stays on your desk.")
    return tr("What you do goes out within a second; what others do comes in by itself.")


def _interval_words(seconds: int) -> str:
    return tr_n("asked every second", "asked every {count} seconds", seconds)


def _replica() -> str:
    return tr("This hub follows another server and cannot tell of news: it is asked for them.")


def _who(others: Sequence[str]) -> str:
    return tr("Looking at shared stories now: {names}", names=", ".join(others)) if others else ""
