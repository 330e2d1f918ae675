"""Small screens: the window fits when it is seen first and when it comes from a larger one; nothing is cut off."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from tests.journeys.window_driver import find, open_sample

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

_START = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.ui.session.session import Session
from desktop.store.file.location import own_folder
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
app = QApplication([])
window = MainWindow(Session(Settings(Path(sys.argv[1]), own_folder())))
window.show()
app.processEvents()
frame, room = window.frameGeometry(), window.screen().availableGeometry()
print(json.dumps({"frame": frame.getRect(), "inside": room.contains(frame)}))
window.close()
"""


def start_on(screen: tuple[int, int], folder: Path) -> dict[str, Any]:
    """Start the program on a screen of this size, close it again, and return where its window stood."""
    config = folder / "screen.json"
    size = {"width": screen[0], "height": screen[1]}
    shape = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0, **size}
    config.write_text(json.dumps({"screens": [shape], "windowFrameMargins": True}), encoding="utf-8")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ended = subprocess.run(
        [sys.executable, "-c", _START, str(folder / "verbatim.ini")],
        env=offscreen, capture_output=True, check=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(ended.stdout)
    return answer


@pytest.mark.parametrize("screen", [(1024, 700), (1366, 768), (910, 512), (1440, 900)])
def test_the_first_window_fits_the_screen(tmp_path: Path, screen: tuple[int, int]) -> None:
    result = start_on(screen, tmp_path)
    assert result["inside"], result


def test_a_window_of_a_large_screen_fits_a_small_one(tmp_path: Path) -> None:
    large = start_on((1920, 1080), tmp_path)
    assert large["frame"][2:] >= [1440, 900]
    small = start_on((1366, 768), tmp_path)
    assert small["inside"], small


def test_everything_that_is_always_there_is_seen_in_the_smallest_window(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    window.resize(910, 450)  # 1366 × 768 at 150 %, less the bars of system and window
    qtbot.waitUntil(lambda: window.size().toTuple() == (910, 450))
    session = window.session
    assert session.desk is not None
    assert session.pair.a is not None
    session.pair.show_quote(session.desk.quotes(session.pair.a.id)[0])
    always: list[QWidget] = [
        find(window, QPushButton, "tool-export"),
        find(window, QPushButton, "tool-add"),
        window.search_box,
        window.status.saved,
        window.status.checker,
        bench.centre.tabs,
        bench.centre.compare,
        bench.articles.list,
        bench.quotes.list,
    ]
    for widget in always:
        whole = widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))
        assert window.rect().contains(whole), widget.objectName()
        assert not widget.visibleRegion().isEmpty(), widget.objectName()
    assert bench.quotes.list.height() >= 150
    assert bench.articles.list.height() >= 150


def test_no_line_of_the_header_is_squeezed_in_the_smallest_window(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    bench = window.bench
    assert bench is not None
    for size in ((1440, 900), (910, 450)):
        window.resize(*size)
        header = bench.centre.compare._header
        shown = [each for each in header.findChildren(QToolButton) if each.isVisible()]
        assert len(shown) > 7
        qtbot.waitUntil(lambda shown=shown: all(each.height() >= each.sizeHint().height() for each in shown))  # type: ignore[misc]
    foot = bench.quotes.foot
    assert foot.height() >= foot._hint.heightForWidth(foot.width())


_DIALOGS = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QDialog
from desktop.store.file.location import own_folder
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow
app = QApplication([])
window = MainWindow(Session(Settings(Path(sys.argv[1]), own_folder())))
window.show()
for show in (window.show_keys, window.show_legend, window.show_guide):
    show()
app.processEvents()
room = window.screen().availableGeometry()
print(json.dumps([d.objectName() for d in window.findChildren(QDialog) if d.height() > room.height()]))
print(len(window.findChildren(QDialog)))
window.close()
"""


def test_help_fits_a_small_screen(tmp_path: Path) -> None:
    config = tmp_path / "screen.json"
    shape = {"name": "one", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0}
    config.write_text(json.dumps({"screens": [shape | {"width": 910, "height": 512}]}), encoding="utf-8")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ended = subprocess.run(
        [sys.executable, "-c", _DIALOGS, str(tmp_path / "verbatim.ini")],
        env=offscreen, capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert ended.stdout.split("\n")[:2] == ["[]", "3"]
