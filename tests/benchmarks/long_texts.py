"""Longest turns of the window's thread on a desk with two texts of a megabyte: `python -m tests.benchmarks.long_texts`.

The texts have 3,000 quotes each and some 15,000 changes between them. For each act a line is printed: the longest turn
of the event loop in milliseconds of this thread's own work (its time on a processor, so that it matters little who else
works on the computer) and by the clock, how many turns took more than 50 ms of work, the work of all turns together.

`… DESK` keeps the desk there, and takes it from there the next time; `--parts read mark …` does some of the acts only;
`--only WORDS` prints those alone whose names have these words; `--profile` prints after each what its longest turn did.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import os
import pstats
import random
import shutil
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.file.location import own_folder
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
from tests.benchmarks.big_desk import Words, printed
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import VersionId
    from desktop.ui.window.workbench import Workbench

_QUOTES, _CHANGES, _LETTERS = 3000, 15_000, 1_000_000
_SETTLED = 0.5  # seconds in which nothing happens, after which an act is over
_LONGEST = 180  # seconds until an act counts as stuck
_BLOCKED = 50.0  # milliseconds


def texts(seed: int = 7) -> tuple[str, str]:
    """Return a long text and its revision."""
    words = Words(seed)
    words.names = words.names[:200]  # who speaks in a book speaks often
    text, _ = printed("A long one", [words.quote() for _ in range(_QUOTES)], words)
    paragraphs = text.split("\n\n")
    while sum(map(len, paragraphs)) < _LETTERS:
        paragraphs.insert(words.chance.randrange(2, len(paragraphs)), " ".join(words.draw(60)).capitalize() + ".")
    return "\n\n".join(paragraphs), _revised(paragraphs, words)


def _revised(paragraphs: list[str], words: Words) -> str:
    chance = words.chance
    count = sum(len(paragraph.split()) for paragraph in paragraphs)
    share = _CHANGES / count
    made = []
    for paragraph in paragraphs:
        revised: list[str] = []
        for word in paragraph.split(" "):
            plain = word.isalpha() and chance.random() < share * 1.1
            revised += [] if plain and chance.random() < 0.2 else [words.draw(1)[0] if plain else word]
        made.append(" ".join(revised))
    return "\n\n".join(made)


def make_desk(path: Path) -> None:
    long, revised = texts()
    short = random.Random(3)
    with Desk.create(path) as desk:
        for number in range(5):
            said = f"“We have {short.randrange(90)} walls,” said Ann Lee. Nothing else happened on day {number}.\n\n"
            desk.add(prepared(f"Short {number}\n\n{said * 6}", title=f"Short {number}"))
        added = desk.add(prepared(long, title="A long one"))
        desk.add(prepared(revised, title="A long one, revised"), story=added.story_id)
        quotes = desk.quotes(added.version_id)
        desk.mark([quote.id for quote in quotes[::40]], MarkChange(Status.VERIFIED), checker="Kim")


class Turns:
    """Does acts and measures the turns of the event loop until nothing is left to do."""

    def __init__(self, only: str, *, profiles: bool) -> None:
        self._only = only
        self._profiles = profiles

    def act(self, name: str, act: Callable[[], object], done: Callable[[], bool] = lambda: True) -> None:
        shown = not self._only or self._only in name
        turns: list[tuple[float, float]] = []
        longest: cProfile.Profile | None = None
        end, idle = time.monotonic() + _LONGEST, time.monotonic() + _SETTLED
        turn: Callable[[], object] = act
        while time.monotonic() < idle or not done():
            profile = cProfile.Profile() if self._profiles and shown else None
            clock, work = time.perf_counter(), time.thread_time()
            if profile is not None:
                profile.enable()
            turn()
            if profile is not None:
                profile.disable()
            work, clock = (time.thread_time() - work) * 1000, (time.perf_counter() - clock) * 1000
            turn = QApplication.processEvents
            if work > max((each for each, _ in turns), default=0.0):
                longest = profile
            turns.append((work, clock))
            if work > 2:
                idle = time.monotonic() + _SETTLED
            elif work < 0.3:
                time.sleep(0.001)
            if time.monotonic() > end:
                print(f"{name}: stuck")
                break
        if shown:
            works, clocks = zip(*turns, strict=True)
            over = sum(work > _BLOCKED for work in works)
            print(
                f"{name:<44} longest {max(works):7.1f} ms (clock {max(clocks):7.1f}), {over:3} above 50 ms, "
                f"all {sum(works):8.0f} ms",
                flush=True,
            )
        if longest is not None:
            pstats.Stats(longest).sort_stats("cumulative").print_stats(28)


class Acts:
    """A window on the desk, and what its user does."""

    def __init__(self, window: MainWindow, path: Path, turns: Turns) -> None:
        self.window, self.path, self.turns = window, path, turns
        self.session = window.session

    @property
    def bench(self) -> Workbench:
        assert self.window.bench is not None
        return self.window.bench

    def trigger(self, name: str) -> None:
        assert self.window.actions_[name].isEnabled(), name
        self.window.actions_[name].trigger()

    def key(self, *keys: Qt.Key, widget: QWidget | None = None) -> None:
        for key in keys:
            QTest.keyClick(widget or QApplication.focusWidget() or self.window, key)

    def dialog(self) -> QDialog:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        return found[-1]

    def close_dialog(self) -> None:
        self.dialog().close()

    def compared(self) -> bool:
        pair = self.session.pair
        if pair.comparison is None or pair.comparison.coarse or pair.comparing is not None:
            return False
        return not self.bench.centre.compare._view_stack.background_layout.busy

    def idle(self) -> bool:
        return self.session.work is None

    def type(self, name: str, letters: str) -> None:
        """Type letters into a field, each in an act of its own."""
        field = next(each for each in self.window.findChildren(QLineEdit, name) if each.isVisible())
        field.setFocus()
        for number in range(len(letters)):
            self.turns.act(f"{name}: “{letters[: number + 1]}”", partial(QTest.keyClick, field, letters[number]))
        self.turns.act(f"{name}: emptied", field.clear)

    def newest(self, title: str) -> VersionId:
        assert self.session.desk is not None
        return next(each.newest for each in self.session.desk.articles() if each.metadata.title == title)

    def run(self, parts: list[str]) -> None:
        for name in ["open", *(parts or ["pairs", "read", "mark", "look", "dialogs", "add", "close"])]:
            getattr(self, f"do_{name}")()

    def do_open(self) -> None:
        act, session = self.turns.act, self.session
        act("start page", self.window.show)
        act("first desk opened", lambda: self.window.desk_menu.open_path(self.path), lambda: session.desk is not None)
        assert session.desk is not None
        session.set_checker("Ada")
        act("long article shown", lambda: session.pair.show(self.newest("A long one")), self.compared)
        revised = self.newest("A long one, revised")
        act("long pair shown", lambda: session.pair.set_b(revised), self.compared)

    def do_pairs(self) -> None:
        act, session = self.turns.act, self.session
        act("swapped", session.pair.swap, self.compared)
        act("swapped back", session.pair.swap, self.compared)
        act("short article shown", lambda: session.pair.show(self.newest("Short 2")), self.compared)
        act("back", partial(self.trigger, "back"), self.compared)

    def do_read(self) -> None:
        act = self.turns.act
        compare = self.bench.centre.compare
        for name in ("next_change", "next_change", "next_alert", "previous_change"):
            act(name, partial(self.trigger, name))
        act("go to change 9,000", lambda: compare.go_to_change(9000))
        bar = compare.page_view.panes[0].verticalScrollBar()
        act("scrolled to the end", lambda: bar.setValue(bar.maximum()))
        act("a page up", lambda: bar.triggerAction(bar.SliderAction.SliderPageStepSub))
        act("scrolled to the top", lambda: bar.setValue(0))
        for name in ("inline", "side_by_side", "changes_only", "changes_only"):
            act(name, partial(self.trigger, name), self.compared)
        for name in ("change_list", "next_change", "change_list"):
            act(f"{name} (list of changes)", partial(self.trigger, name), self.compared)
        act("typography shown", compare._ignore.typography.toggle, self.compared)
        act("typography hidden", compare._ignore.typography.toggle, self.compared)
        act("find", partial(self.trigger, "find"))
        self.type("compare-find-field", "the w")
        act("find: next", partial(self.trigger, "find_next"))
        act("find: left", partial(self.key, Qt.Key.Key_Escape))
        act("everything selected", compare.page_view.panes[0].selectAll)
        act("copied", compare.page_view.panes[0].copy)
        act("copied with marks", partial(self.trigger, "copy_with_marks"))
        act("window resized", lambda: self.window.resize(1300, 860), self.compared)
        act("window resized much", lambda: self.window.resize(1000, 700), self.compared)
        act("window resized back", lambda: self.window.resize(1440, 900), self.compared)
        act("zoom_in", partial(self.trigger, "zoom_in"), self.compared)
        act("zoom_reset", partial(self.trigger, "zoom_reset"), self.compared)

    def do_mark(self) -> None:
        act, panel = self.turns.act, self.bench.quotes
        panel.list.setFocus()
        act("first quote chosen", partial(self.key, Qt.Key.Key_Home, widget=panel.list))
        act("next quote chosen", partial(self.key, Qt.Key.Key_Down, widget=panel.list))
        act("last quote chosen", partial(self.key, Qt.Key.Key_End, widget=panel.list))
        act("quotes scrolled to the top", partial(panel.list.verticalScrollBar().setValue, 0))
        act("next_unverified", partial(self.trigger, "next_unverified"))
        act("V", partial(self.key, Qt.Key.Key_V, widget=panel.list))
        act("D", partial(self.key, Qt.Key.Key_D, widget=panel.list))
        act("undo", partial(self.trigger, "undo"))
        act("quotes: search", panel.bar.open_search)
        self.type("quote-search", "the w")
        act("all quotes selected", panel.list.selectAll)
        act("V on all quotes", partial(self.key, Qt.Key.Key_V, widget=panel.list), self.window.isEnabled)
        act("undone", partial(self.trigger, "undo"))
        act("quotes of B listed", lambda: self.session.pair.set_side("b"))
        act("quotes of A listed", lambda: self.session.pair.set_side("a"))

    def do_look(self) -> None:
        act = self.turns.act
        for name in ("show_read", "show_matrix", "show_sources", "show_compare"):
            act(name, partial(self.trigger, name), self.idle)
        self.type("search", "the w")
        act("search: left", partial(self.key, Qt.Key.Key_Escape))
        for scheme in ("dark", "light"):
            act(f"{scheme} scheme", partial(self._scheme, scheme))
        act("article list: filter", lambda: self.bench.articles._search.setText("long"))
        act("article list: all", self.bench.articles._search.clear)

    def _scheme(self, scheme: str) -> None:
        self.session.settings.scheme = scheme
        self.window.apply_scheme()

    def do_dialogs(self) -> None:
        act = self.turns.act
        for name in ("people", "report", "history", "details", "export", "settle", "agreement", "work_list", "trash",
                     "hidden_passages", "restore", "read_as"):  # fmt: skip
            if self.window.actions_[name].isEnabled():
                act(f"{name}: opened", partial(self.trigger, name), self.idle)
                if any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()):
                    act(f"{name}: closed", self.close_dialog)
        act("log exported", self._export, self.idle)
        act("backup", partial(self.trigger, "backup"), self.idle)
        act("check", partial(self.trigger, "check"), self.idle)

    def _export(self) -> None:
        self.trigger("export")
        dialog = self.dialog()
        assert isinstance(dialog, ExportDialog)
        dialog.close()
        self.window.desk_care.log_export._write(dialog.choice, self.path.with_name("log.html"))

    def do_add(self) -> None:
        act, session = self.turns.act, self.session
        assert session.desk is not None
        pasted = texts(11)[0]
        QApplication.clipboard().setText(pasted)
        act("a megabyte pasted", partial(self.trigger, "paste_article"))
        if any(isinstance(each, QDialog) and each.isVisible() for each in QApplication.topLevelWidgets()):
            act("a megabyte pasted: agreed", lambda: self.dialog().accept(), self.idle)
        act("a megabyte pasted: compared", lambda: None, self.compared)
        act("import undone", partial(self.trigger, "undo"), self.compared)
        act("long article shown again", lambda: session.pair.show(self.newest("A long one")), self.compared)
        long = next(each for each in session.desk.articles() if each.metadata.title == "A long one")
        act("long article deleted", lambda: session.delete_articles([long]), self.compared)
        act("deletion undone", partial(self.trigger, "undo"))
        act("long article shown anew", lambda: session.pair.show(self.newest("A long one")), self.compared)

    def do_close(self) -> None:
        act = self.turns.act
        act("desk closed", partial(self.trigger, "close_desk"))
        act("desk opened again", lambda: self.window.desk_menu.open_path(self.path), self.compared)
        act("another while comparing", lambda: self.session.pair.show(self.newest("Short 2")))
        act("window closed", self.window.close)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("desk", nargs="?", type=Path)
    asked.add_argument("--parts", nargs="*", default=[])
    asked.add_argument("--only", default="")
    asked.add_argument("--profile", action="store_true")
    arguments = asked.parse_args()
    gc.set_threshold(10_000, 20, 50)
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
            os.environ[name] = aside
        kept: Path = arguments.desk or folder / "kept.desk"
        if not kept.exists():
            make_desk(kept)
        path = folder / "long.desk"
        shutil.copyfile(kept, path)
        app = QApplication(sys.argv[:1])
        settings = Settings(folder / "verbatim.ini", own_folder())
        window = MainWindow(Session(settings))
        window.apply_scheme()
        window.resize(1440, 900)
        Acts(window, path, Turns(arguments.only, profiles=arguments.profile)).run(arguments.parts)
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        status = Path("/proc/self/status").read_text().splitlines()
        for what in ("VmHWM", "VmRSS"):
            print(what, next(line.split()[1] for line in status if line.startswith(what)), "kB")


if __name__ == "__main__":
    main()
