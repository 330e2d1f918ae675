"""Which actions are there? Name, words, keys and tip of every one, and where it stands in the menus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class Item:
    """One action as data."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False


_LINE = Item("", "")

# Each menu in order; an empty item is a line between groups.
MENUS: dict[str, tuple[Item, ...]] = {
    "&Desk": (
        Item("sample", "Try the &sample story", (), "Open a fresh copy of the sample story"),
        Item("new_desk", "&New desk…", ("Ctrl+N",), "Make an empty desk"),
        Item("open_desk", "&Open desk…", ("Ctrl+O",), "Open a desk file"),
        Item("recent", "Open &recent", (), "Desks opened lately"),
        Item("close_desk", "&Close desk", ("Ctrl+W",), "Go back to the start page; everything is on the disk"),
        _LINE,
        Item("export", "&Export log…", ("Ctrl+S",), "Write the verification log; marks are saved already"),
        Item(
            "print",
            "Print or sa&ve the comparison…",
            ("Ctrl+P",),
            "The two texts in one, with every change marked, as a page, as PDF or on paper",
        ),
        Item("check", "Check &integrity", (), "Check pages, chain of marks and texts of this desk"),
        Item("backup", "&Back up now", (), "Make a verified copy beside the desk"),
        Item("restore", "Res&tore a backup…", (), "Put an earlier copy in place; the desk as it is now is kept"),
        _LINE,
        Item("merge", "&Merge another desk…", (), "Bring in what another checker did; the marks of both stay"),
        Item("blind_copy", "Copy &without marks…", (), "For a second checker who is not to see the first one's marks"),
        Item("settle", "Sett&le disagreements…", ("Ctrl+Shift+D",), "Quotes that checkers marked differently"),
        Item("agreement", "A&greement…", ("Ctrl+Shift+G",), "How far each two checkers agree, beyond chance"),
        _LINE,
        Item("preferences", "&Preferences…", ("Ctrl+,",), "Your name, colours, size of the text"),
        Item("quit", "&Quit", ("Ctrl+Q",), "Close Verbatim"),
    ),
    "&Edit": (
        Item("undo", "&Undo", ("Ctrl+Z",)),
        Item("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
        _LINE,
        Item(
            "paste_article",
            "&Paste article…",
            ("Ctrl+V",),
            "Make an article of the words in the clipboard",
        ),
        Item(
            "copy_with_marks",
            "Copy with &marks",
            ("Ctrl+Shift+C",),
            "Copy the selection with its marks",
        ),
        _LINE,
        Item(
            "pair_passages",
            "These two &answer each other",
            ("Ctrl+Shift+P",),
            "When passages are compared: the passages last clicked in A and in B stand beside each other",
        ),
        Item(
            "part_passages",
            "These &do not answer each other",
            ("Ctrl+Shift+N",),
            "When passages are compared: this passage and the one beside it are parted",
        ),
        Item(
            "unpair_passages",
            "&Take back the decision on this passage",
            ("Ctrl+Shift+T",),
            "When passages are compared: forget what was decided by hand here",
        ),
        _LINE,
        Item("find", "&Find in both texts…", ("Ctrl+F",)),
        Item("find_next", "Find &next", ("F3",)),
        Item("find_previous", "Find pre&vious", ("Shift+F3",)),
        Item("search", "&Search articles and quotes…", ("Ctrl+K",)),
    ),
    "&Article": (
        Item("add", "&Add articles…", ("Ctrl+I",), "Add text files to this story"),
        Item("add_folder", "Add &folder…", ("Ctrl+Shift+I",), "Add every text file of a folder"),
        Item("add_version", "Add new &version…", (), "Add a later text of the chosen article"),
        Item("history", "Version &history…", ("Ctrl+H",), "What each version of the chosen article changed"),
        Item(
            "hidden_passages",
            "Hidden &passages…",
            ("Ctrl+Shift+Y",),
            "What was taken for boilerplate in the chosen text: bring it back, or hide it again",
        ),
        _LINE,
        Item("use_a", "Sh&ow as A", ("Ctrl+Shift+A",), "Put the chosen article on the left side"),
        Item("use_b", "Compare as &B", ("Ctrl+Shift+B",), "Put the chosen article on the right side"),
        Item("swap", "&Swap A and B", ("Ctrl+Shift+X",)),
        _LINE,
        Item("rename", "&Rename", ("F2",)),
        Item("details", "&Details…", ("Ctrl+E",), "Headline, outlet, byline, date, address"),
        Item("delete_article", "De&lete", (), "Put the chosen articles in the trash; can be undone"),
        Item("trash", "&Trash…", ("Ctrl+Shift+R",), "Deleted articles, to bring back or to let go for good"),
    ),
    "&Story": (
        Item("people", "&People…", ("Ctrl+Shift+O",), "Who speaks in the story; say once which names mean one person"),
        Item(
            "lock_story",
            "&Lock story",
            ("Ctrl+Shift+K",),
            "Sign it off: nothing in it changes until it is reopened; is logged",
        ),
    ),
    "&Quote": (
        Item("mark_verified", "Mark &verified", ("Ctrl+1",), "Or V while the quotes have the focus"),
        Item("mark_disputed", "Mark &disputed", ("Ctrl+2",), "Or D while the quotes have the focus"),
        Item("mark_unverified", "Mark &unverified", ("Ctrl+3",), "Or U while the quotes have the focus"),
        _LINE,
        Item("next_unverified", "Next unverified &quote", ("F4",)),
        Item("next_quote", "Ne&xt quote", ("Ctrl+Down",)),
        Item("previous_quote", "&Previous quote", ("Ctrl+Up",)),
        Item("note", "&Note", ("Ctrl+T",), "Write a note on the chosen quote"),
        _LINE,
        Item("add_quote", "&Add quote from selection", ("Ctrl+Shift+Q",), "Make a quote of the selected words"),
        Item("delete_quote", "De&lete quote", (), "Take the chosen quotes out of the list; can be undone"),
        Item("end_later", "&End one word later", ("Alt+Shift+Right",), "Let the chosen quote end a word later"),
        Item("end_earlier", "End one word &back", ("Alt+Shift+Left",), "Let the chosen quote end a word earlier"),
        Item("start_later", "&Start one word later", ("Ctrl+Alt+Shift+Right",), "Let it begin a word later"),
        Item("start_earlier", "Start one word bac&k", ("Ctrl+Alt+Shift+Left",), "Let it begin a word earlier"),
        Item(
            "use_selection",
            "Use selected &words as this quote",
            ("Ctrl+Shift+W",),
            "Let the chosen quote hold just the words that are selected in the text",
        ),
        Item("split_quote", "Split at the &caret", ("Ctrl+Shift+H",), "Make two quotes of the chosen one"),
        Item("join_quotes", "&Join with the next quote", ("Ctrl+Shift+J",), "Or the chosen ones; marks stay"),
        _LINE,
        Item(
            "apply_identical",
            "Apply to &identical wordings…",
            ("Ctrl+Shift+M",),
            "Mark quotes of the same words as this one is marked; shows first which",
        ),
    ),
    "&View": (
        Item("show_compare", "&Compare", ("Alt+1",)),
        Item("show_read", "&Read", ("Alt+2",)),
        Item("show_matrix", "&Quotes across versions", ("Alt+3",)),
        _LINE,
        Item("next_change", "&Next change", ("F8", "Alt+Down")),
        Item("previous_change", "&Previous change", ("Shift+F8", "Alt+Up")),
        Item("next_alert", "Nex&t alert", ("F7",)),
        Item("previous_alert", "Previous al&ert", ("Shift+F7",)),
        Item(
            "other_end",
            "&Jump to the other end of the move",
            ("Ctrl+M",),
            "Where the moved words stand in the other text",
        ),
        _LINE,
        Item("side_by_side", "&Side by side", ("Ctrl+Shift+S",)),
        Item("inline", "&Inline", ("Ctrl+Shift+L",)),
        Item(
            "one_colour",
            "All differences in &one colour",
            (),
            "Added, deleted and moved words in the same colour; lines and frames still tell them apart",
            checkable=True,
        ),
        Item("change_list", "C&hange list", ("Ctrl+L",), "Every change as a plain row", checkable=True),
        _LINE,
        Item("pane_articles", "Articles panel", ("F9",), checkable=True),
        Item("pane_quotes", "Quotes panel", ("F10",), checkable=True),
        Item("next_pane", "Next pane", ("F6",)),
        Item("previous_pane", "Previous pane", ("Shift+F6",)),
        _LINE,
        Item("zoom_in", "&Larger text", ("Ctrl++", "Ctrl+=")),
        Item("zoom_out", "S&maller text", ("Ctrl+-",)),
        Item("zoom_reset", "Normal si&ze", ("Ctrl+0",)),
    ),
    "&Help": (
        Item("keys", "&Keyboard shortcuts", ("Ctrl+?", "F1")),
        Item("legend", "&Legend", ("Shift+F1",), "What the colours, lines and signs mean"),
        Item("about", "&About Verbatim"),
    ),
}


class Actions(QObject):
    """Every QAction by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._made = {item.name: self._make(item, parent) for menu in MENUS.values() for item in menu if item.name}

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def __contains__(self, name: str) -> bool:
        return name in self._made

    def connect_to(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect actions by name; a name without an action is an error."""
        for name, slot in slots.items():
            self._made[name].triggered.connect(slot)

    def enable(self, names: str, *, on: bool) -> None:
        """Enable or disable the actions named, parted by blanks."""
        for name in names.split():
            self._made[name].setEnabled(on)

    def fill(self, bar: QMenuBar) -> None:
        for title, items in MENUS.items():
            menu = bar.addMenu(title)
            menu.setObjectName(title.replace("&", "").lower() + "-menu")
            menu.setToolTipsVisible(True)
            for item in items:
                if item.name:
                    menu.addAction(self._made[item.name])
                else:
                    menu.addSeparator()

    @staticmethod
    def _make(item: Item, parent: QWidget) -> QAction:
        action = QAction(item.text, parent)
        action.setObjectName(item.name)
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(item.checkable)
        plain = item.text.replace("&", "").rstrip("…")
        keys = QKeySequence(item.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if item.keys else ""
        action.setToolTip((item.tip or plain) + (f" ({keys})" if keys else ""))
        action.setStatusTip(item.tip)
        parent.addAction(action)
        return action
