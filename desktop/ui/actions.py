"""The menus as data: name, text, keys, tip of every action, and what has to be there for it to be of use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.translation import english, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QMenuBar, QWidget


class Needs(Flag):
    """What an action needs: an open desk, one that can be written, a version on side A, on side B, a chosen quote."""

    DESK = auto()
    WRITABLE = auto()
    A = auto()
    B = auto()
    CHOSEN = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action as data; text and tip are in English, and translated where they are shown."""

    name: str
    text: str
    needs: Needs | None  # None: it is of use always, or somebody else enables it
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    panel: str = ""  # the keys are those of this panel: "articles" or "quotes"; empty: of the whole window


_LINE = ActionSpec("", "", None)

_ALWAYS = None
_DESK, _WRITABLE, _A, _B = Needs.DESK, Needs.WRITABLE, Needs.A, Needs.B
_CHOSEN = Needs.CHOSEN  # where the desk can only be read, a mark says so
_WRITABLE_A, _QUOTE = Needs.WRITABLE | Needs.A, Needs.WRITABLE | Needs.CHOSEN

# Each menu in order; an empty item is a line between groups.
MENUS: dict[str, tuple[ActionSpec, ...]] = {
    english("&Desk"): (
        ActionSpec("sample", "Try the &sample story", _ALWAYS, (), "Open your copy of the sample story"),
        ActionSpec(
            "reset_sample",
            "Reset s&ample",
            _ALWAYS,
            (),
            "Make the sample story as it was at first; what you did on it is kept among its backups",
        ),
        ActionSpec("new_desk", "&New desk…", _ALWAYS, ("Ctrl+N",), "Make an empty desk"),
        ActionSpec("open_desk", "&Open desk…", _ALWAYS, ("Ctrl+O",), "Open a desk file"),
        ActionSpec("recent", "Open &recent", _ALWAYS, (), "Desks opened lately"),
        ActionSpec(
            "close_desk", "&Close desk", _DESK, ("Ctrl+W",), "Go back to the start page; everything is on the disk"
        ),
        _LINE,
        ActionSpec("export", "&Export log…", _DESK, ("Ctrl+S",), "Write the verification log; marks are saved already"),
        ActionSpec(
            "print",
            "Print or sa&ve the comparison…",
            _B,
            ("Ctrl+P",),
            "The two texts in one, with every change marked, as a page, as PDF or on paper",
        ),
        ActionSpec("check", "Check &integrity", _DESK, (), "Check pages, chain of marks and texts of this desk"),
        ActionSpec(
            "stamps",
            "Time stamps…",
            _DESK,
            (),
            "Have the ends of the chains stamped with the time by somebody else, and see what is stamped",
        ),
        ActionSpec("backup", "&Back up now", _WRITABLE, (), "Make a verified copy beside the desk"),
        ActionSpec(
            "restore", "Res&tore a backup…", _DESK, (), "Put an earlier copy in place; the desk as it is now is kept"
        ),
        _LINE,
        ActionSpec(
            "merge", "&Merge another desk…", _WRITABLE, (), "Bring in what another checker did; the marks of both stay"
        ),
        ActionSpec(
            "blind_copy",
            "Copy &without marks…",
            _DESK,
            (),
            "For a second checker who is not to see the first one's marks",
        ),
        ActionSpec(
            "settle", "Sett&le disagreements…", _DESK, ("Ctrl+Shift+D",), "Quotes that checkers marked differently"
        ),
        ActionSpec(
            "agreement", "A&greement…", _DESK, ("Ctrl+Shift+G",), "How far each two checkers agree, beyond chance"
        ),
        _LINE,
        ActionSpec(
            "reasons", "Reasons an&d bases…", _WRITABLE, (), "What this desk offers why a quote is disputed or verified"
        ),
        ActionSpec(
            "join_newsroom", "&Join a newsroom…", _WRITABLE, (), "Bring stories here that others share by a hub"
        ),
        ActionSpec("preferences", "&Preferences…", _ALWAYS, ("Ctrl+,",), "Your name, colours, size of the text"),
        ActionSpec("quit", "&Quit", _ALWAYS, ("Ctrl+Q",), "Close Verbatim"),
    ),
    english("&Edit"): (
        ActionSpec("undo", "&Undo", _ALWAYS, ("Ctrl+Z",)),
        ActionSpec("redo", "&Redo", _ALWAYS, ("Ctrl+Shift+Z", "Ctrl+Y")),
        _LINE,
        ActionSpec(
            "paste_article",
            "&Paste article…",
            _WRITABLE,
            ("Ctrl+V",),
            "Make an article of the words in the clipboard",
        ),
        ActionSpec(
            "copy_with_marks",
            "Copy with &marks",
            _A,
            ("Ctrl+Shift+C",),
            "Copy the selection with its marks",
        ),
        _LINE,
        ActionSpec(
            "pair_passages",
            "These two &answer each other",
            _B,
            ("Ctrl+Shift+P",),
            "When passages are compared: the passages last clicked in A and in B stand beside each other",
        ),
        ActionSpec(
            "part_passages",
            "These &do not answer each other",
            _B,
            ("Ctrl+Shift+N",),
            "When passages are compared: this passage and the one beside it are parted",
        ),
        ActionSpec(
            "unpair_passages",
            "&Take back the decision on this passage",
            _B,
            ("Ctrl+Shift+T",),
            "When passages are compared: forget what was decided by hand here",
        ),
        _LINE,
        ActionSpec("find", "&Find in both texts…", _DESK, ("Ctrl+F",)),
        ActionSpec("find_next", "Find &next", _DESK, ("F3",)),
        ActionSpec("find_previous", "Find pre&vious", _DESK, ("Shift+F3",)),
        ActionSpec("search", "&Search articles and quotes…", _DESK, ("Ctrl+K",)),
        ActionSpec(
            "search_selection",
            "Search the desk for the selected &words",
            _DESK,
            ("Ctrl+Shift+F",),
            "Where else the words that are selected in the text stand",
        ),
        ActionSpec(
            "printed_by",
            "Articles that print these words…",
            _DESK,
            ("Ctrl+Shift+V",),
            "In a source: which articles of the story print the selected words, or the passage at the caret",
        ),
    ),
    english("&Article"): (
        ActionSpec("add", "&Add articles…", _WRITABLE, ("Ctrl+I",), "Add text files to this story"),
        ActionSpec("add_folder", "Add &folder…", _WRITABLE, ("Ctrl+Shift+I",), "Add every text file of a folder"),
        ActionSpec(
            "add_address",
            "Add from address…",
            _WRITABLE,
            (),
            "Fetch a page of the web, or what an archive holds of it; nothing is fetched unless you ask",
        ),
        ActionSpec("add_version", "Add new &version…", _WRITABLE_A, (), "Add a later text of the chosen article"),
        ActionSpec(
            "later_version",
            "This is a later version of…",
            _WRITABLE_A,
            (),
            "Make the chosen article a later version of another one; all marks stay",
        ),
        ActionSpec(
            "split_off",
            "Split off this version",
            _WRITABLE_A,
            (),
            "Make the chosen version an article of its own; all marks stay",
        ),
        ActionSpec("history", "Version &history…", _A, ("Ctrl+H",), "What each version of the chosen article changed"),
        ActionSpec(
            "check_article",
            "Check for changes",
            _WRITABLE_A,
            (),
            "Fetch the page of the chosen article again; if its words changed, they become a new version",
        ),
        ActionSpec(
            "check_story", "Check the story for changes", _WRITABLE_A, (), "The same for every article of the story"
        ),
        ActionSpec("check_desk", "Check all for changes", _WRITABLE, (), "The same for every article of the desk"),
        ActionSpec(
            "review_import",
            "Review last &import…",
            _A,
            ("Ctrl+J",),
            "What came of each file of the last import: what it states, what was cut, what to look at",
        ),
        ActionSpec(
            "repair_characters",
            "Repair characters…",
            _WRITABLE,
            (),
            "Where letters and quotation marks were misread before they were saved: add a version with them repaired",
        ),
        ActionSpec(
            "read_as",
            "Read as…",
            _WRITABLE_A,
            (),
            "Read the original of the chosen text in another encoding or format; it is shown before it is added",
        ),
        ActionSpec(
            "hidden_passages",
            "Hidden &passages…",
            _A,
            ("Ctrl+Shift+Y",),
            "What was taken for boilerplate in the chosen text: bring it back, or hide it again",
        ),
        ActionSpec(
            "cut_passage",
            "Cut as boilerplate",
            _WRITABLE_A,
            (),
            "Hide the selected words, which are no part of the article, and such lines in later articles of its outlet",
        ),
        ActionSpec(
            "boilerplate_rules",
            "Boilerplate rules…",
            _DESK,
            (),
            "Which lines of which outlets are cut when a text comes in, and which stay: look at them, delete them",
        ),
        _LINE,
        ActionSpec("use_a", "Sh&ow as A", _A, ("Ctrl+Shift+A",), "Put the chosen article on the left side"),
        ActionSpec("use_b", "Compare as &B", _A, ("Ctrl+Shift+B",), "Put the chosen article on the right side"),
        ActionSpec("swap", "&Swap A and B", _B, ("Ctrl+Shift+X",)),
        _LINE,
        ActionSpec(
            "rename",
            "&Rename",
            _WRITABLE_A,
            ("F2",),
            "Change the headline, or the name of the story, in the list of articles",
            panel="articles",
        ),
        ActionSpec(
            "take_article",
            "Take for myself, or release",
            _WRITABLE_A,
            ("Ctrl+Shift+5",),
            "Say that you check the chosen articles, so that nobody else does; again releases them",
        ),
        ActionSpec("details", "&Details…", _WRITABLE_A, ("Ctrl+E",), "Headline, outlet, byline, date, address"),
        ActionSpec(
            "name_source",
            "So&urce of the story…",
            _WRITABLE_A,
            ("Ctrl+Shift+U",),
            "Name the chosen article a source that quotes are checked against: transcript, captions, document, notes",
        ),
        ActionSpec("delete_article", "De&lete", _WRITABLE_A, (), "Put the chosen articles in the trash; can be undone"),
        ActionSpec(
            "trash", "&Trash…", _DESK, ("Ctrl+Shift+R",), "Deleted articles, to bring back or to let go for good"
        ),
    ),
    english("&Story"): (
        ActionSpec(
            "people", "&People…", _A, ("Ctrl+Shift+O",), "Who speaks in the story; say once which names mean one person"
        ),
        ActionSpec(
            "lock_story",
            "&Lock story",
            _WRITABLE_A,
            ("Ctrl+Shift+K",),
            "Sign it off: nothing in it changes until it is reopened; is logged",
        ),
        _LINE,
        ActionSpec(
            "share_story", "&Share…", _WRITABLE_A, (), "Exchange this story with others by a hub, a PostgreSQL database"
        ),
        ActionSpec(
            "newsroom", "&Newsroom…", _DESK, (), "Which stories are shared, with whom, and whether all is exchanged"
        ),
    ),
    english("&Quote"): (
        ActionSpec("mark_verified", "Mark &verified", _CHOSEN, ("Ctrl+1",), "Or V while the quotes have the focus"),
        ActionSpec("mark_disputed", "Mark &disputed", _CHOSEN, ("Ctrl+2",), "Or D while the quotes have the focus"),
        ActionSpec("mark_unverified", "Mark &unverified", _CHOSEN, ("Ctrl+3",), "Or U while the quotes have the focus"),
        ActionSpec(
            "could_not_confirm",
            "Could not confir&m",
            _CHOSEN,
            ("Ctrl+4",),
            "You tried and could not confirm it: it stays unverified. Or Shift+U while the quotes have the focus",
        ),
        _LINE,
        ActionSpec("next_unverified", "Next unverified &quote", _DESK, ("F4",)),
        ActionSpec(
            "work_list",
            "W&ork list of the story…",
            _DESK,
            ("Shift+F4",),
            "What is still to do on the quotes of all articles of the story",
        ),
        ActionSpec("next_quote", "Ne&xt quote", _DESK, ("Ctrl+Down",)),
        ActionSpec("previous_quote", "&Previous quote", _DESK, ("Ctrl+Up",)),
        ActionSpec("note", "&Note", _QUOTE, ("Ctrl+T",), "Write a note on the chosen quote"),
        ActionSpec(
            "evidence",
            "Evidence and files…",
            _QUOTE,
            ("Shift+E",),
            "Link, file, page, time code and words that the chosen quote rests on",
            panel="quotes",
        ),
        ActionSpec(
            "letter",
            "Correction le&tter…",
            _CHOSEN,
            (),
            "“You printed …; the source says …”: a letter for the chosen disputed quote",
        ),
        ActionSpec(
            "speaker",
            "Correct speake&r…",
            _QUOTE,
            ("F2",),
            "Say who the chosen quote is by, in which role, and what kind of quote it is",
            panel="quotes",
        ),
        ActionSpec(
            "turn_kind",
            "Onl&y a title or name",
            _CHOSEN,
            (),
            "The chosen quote is no quotation but what something is called: it is not to be checked. Once more takes "
            "that back. Or T while the quotes have the focus",
        ),
        _LINE,
        ActionSpec(
            "add_quote",
            "&Add quote from selection",
            _WRITABLE_A,
            ("Ctrl+Shift+Q",),
            "Make a quote of the selected words",
        ),
        ActionSpec(
            "delete_quote", "De&lete quote", _QUOTE, (), "Take the chosen quotes out of the list; can be undone"
        ),
        ActionSpec(
            "end_later", "&End one word later", _QUOTE, ("Alt+Shift+Right",), "Let the chosen quote end a word later"
        ),
        ActionSpec(
            "end_earlier", "End one word &back", _QUOTE, ("Alt+Shift+Left",), "Let the chosen quote end a word earlier"
        ),
        ActionSpec(
            "start_later", "&Start one word later", _QUOTE, ("Ctrl+Alt+Shift+Right",), "Let it begin a word later"
        ),
        ActionSpec(
            "start_earlier", "Start one word bac&k", _QUOTE, ("Ctrl+Alt+Shift+Left",), "Let it begin a word earlier"
        ),
        ActionSpec(
            "use_selection",
            "Use selected &words as this quote",
            _QUOTE,
            ("Ctrl+Shift+W",),
            "Let the chosen quote hold just the words that are selected in the text",
        ),
        ActionSpec(
            "split_quote", "Split at the &caret", _QUOTE, ("Ctrl+Shift+H",), "Make two quotes of the chosen one"
        ),
        ActionSpec(
            "join_quotes", "&Join with the next quote", _QUOTE, ("Ctrl+Shift+J",), "Or the chosen ones; marks stay"
        ),
        ActionSpec(
            "hear",
            "Hear it in the recording…",
            _CHOSEN,
            ("Alt+Return",),
            "Open the recording of the source at the time of the words; asks first",
        ),
        ActionSpec(
            "take_quote",
            "Take &for myself, or release",
            _QUOTE,
            ("Ctrl+5",),
            "Say that you check the chosen quotes, so that nobody else does; again releases them",
        ),
        _LINE,
        ActionSpec(
            "apply_identical",
            "Apply to &identical wordings…",
            _QUOTE,
            ("Ctrl+Shift+M",),
            "Mark quotes of the same words as this one is marked; shows first which",
        ),
    ),
    english("&View"): (
        ActionSpec("back", "&Back", _ALWAYS, ("Alt+Left",), "What was shown before: both texts and the chosen quote"),
        ActionSpec("forward", "&Forward", _ALWAYS, ("Alt+Right",), "What was shown before going back"),
        _LINE,
        ActionSpec("show_compare", "&Compare", _DESK, ("Alt+1",)),
        ActionSpec("show_read", "&Read", _DESK, ("Alt+2",)),
        ActionSpec("show_matrix", "&Quotes across versions", _DESK, ("Alt+3",)),
        ActionSpec("report", "Stor&y report…", _A, (), "Status, speakers, outlets, differences and days of the story"),
        ActionSpec("show_sources", "Quotes in so&urces", _DESK, ("Alt+4",)),
        _LINE,
        ActionSpec("next_change", "&Next change", _B, ("F8", "Alt+Down")),
        ActionSpec("previous_change", "&Previous change", _B, ("Shift+F8", "Alt+Up")),
        ActionSpec("next_alert", "Nex&t alert", _B, ("F7",)),
        ActionSpec("previous_alert", "Previous al&ert", _B, ("Shift+F7",)),
        ActionSpec(
            "other_end",
            "&Jump to the other end of the move",
            _B,
            ("Ctrl+M",),
            "Where the moved words stand in the other text",
        ),
        _LINE,
        ActionSpec("side_by_side", "&Side by side", _DESK, ("Ctrl+Shift+S",)),
        ActionSpec("inline", "&Inline", _DESK, ("Ctrl+Shift+L",)),
        ActionSpec(
            "passages",
            "P&assages",
            _B,
            ("Ctrl+Shift+E",),
            "Compare passages: what answers what, the rest folded away",
        ),
        ActionSpec(
            "word_by_word",
            "&Word by word",
            _B,
            ("Ctrl+B",),
            "Compare word by word: both texts in their order, with every change",
        ),
        ActionSpec(
            "changes_only",
            "Show chan&ges only",
            _B,
            ("Ctrl+U",),
            "Fold the paragraphs that are the same in both texts",
            checkable=True,
        ),
        ActionSpec(
            "one_colour",
            "All differences in &one colour",
            _DESK,
            (),
            "Added, deleted and moved words in the same colour; lines and frames still tell them apart",
            checkable=True,
        ),
        ActionSpec("change_list", "C&hange list", _DESK, ("Ctrl+L",), "Every change as a plain row", checkable=True),
        _LINE,
        ActionSpec("pane_articles", "Articles panel", _DESK, ("F9",), checkable=True),
        ActionSpec("pane_quotes", "Quotes panel", _DESK, ("F10",), checkable=True),
        ActionSpec("next_pane", "Next pane", _DESK, ("F6",)),
        ActionSpec("previous_pane", "Previous pane", _DESK, ("Shift+F6",)),
        _LINE,
        ActionSpec("zoom_in", "&Larger text", _DESK, ("Ctrl++", "Ctrl+=")),
        ActionSpec("zoom_out", "S&maller text", _DESK, ("Ctrl+-",)),
        ActionSpec("zoom_reset", "Normal si&ze", _DESK, ("Ctrl+0",)),
    ),
    english("&Help"): (
        ActionSpec("guide", "&Guide", _ALWAYS, ("F1",), "What can be done where you are"),
        ActionSpec("keys", "&Keyboard shortcuts", _ALWAYS, ("Ctrl+?",)),
        ActionSpec("legend", "&Legend", _ALWAYS, ("Shift+F1",), "What the colours, lines and signs mean"),
        ActionSpec(
            "diagnostics",
            "Copy &diagnostics",
            _ALWAYS,
            (),
            "Put what a report of a fault needs on the clipboard; no text of any article is in it",
        ),
        ActionSpec("about", "&About Verbatim", _ALWAYS),
    ),
}


class Actions(QObject):
    """Every QAction by its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for menu in MENUS.values() for spec in menu if spec.name}
        self._actions = {name: self._make(spec, parent) for name, spec in self._specs.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __contains__(self, name: str) -> bool:
        return name in self._actions

    def by_menu(self) -> Iterator[tuple[str, QAction]]:
        """Yield every action with the name of its menu, in the order of the menus."""
        for menu, specs in MENUS.items():
            for spec in specs:
                if spec.name:
                    yield tr(menu).replace("&", ""), self._actions[spec.name]

    def connect_to(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect actions by name; a name without an action is an error."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def connect_keys(self, panels: Mapping[str, QWidget]) -> None:
        """Let the actions of a panel hear their keys there and nowhere else."""
        for name, spec in self._specs.items():
            if spec.panel:
                panels[spec.panel].addAction(self._actions[name])

    def enable(self, there: Needs) -> None:
        """Enable the actions that need no more than is `there`, and disable the others."""
        for name, spec in self._specs.items():
            if spec.needs is not None:
                self._actions[name].setEnabled(spec.needs in there)

    def fill(self, bar: QMenuBar) -> None:
        for title, specs in MENUS.items():
            menu = bar.addMenu(tr(title))
            menu.setObjectName(title.replace("&", "").lower() + "-menu")
            menu.setToolTipsVisible(True)
            for spec in specs:
                if spec.name:
                    menu.addAction(self._actions[spec.name])
                else:
                    menu.addSeparator()

    @staticmethod
    def _make(spec: ActionSpec, parent: QWidget) -> QAction:
        action = QAction(tr(spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        context = Qt.ShortcutContext
        action.setShortcutContext(context.WidgetWithChildrenShortcut if spec.panel else context.WindowShortcut)
        action.setCheckable(spec.checkable)
        plain, tip = tr(spec.text).replace("&", "").rstrip("…"), tr(spec.tip)
        keys = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""
        action.setToolTip((tip or plain) + (f" ({keys})" if keys else ""))
        action.setStatusTip(tip)
        if not spec.panel:
            parent.addAction(action)
        return action
