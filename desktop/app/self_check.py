"""Self-check of an installation: opens the sample in a temporary folder, paints it and looks at the screen."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def check_window(app: QApplication) -> int:
    """Return 0 if the sample opens, compares and paints; else 1, with a line on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Session(Settings(Path(folder) / "verbatim.ini")))
        window.apply_scheme()
        path = Path(folder) / "check.desk"
        pair = make_sample(path)
        window.take(Desk.open(path))
        window.session.pair.compare(*pair)
        window.show()
        app.processEvents()
        trouble = _trouble(window)
        window.close()
    print(trouble or "Verbatim: the sample opens, compares and paints.", file=sys.stderr)  # noqa: T201 - the answer
    return 1 if trouble else 0


def _trouble(window: MainWindow) -> str:
    comparison, bench = window.session.pair.comparison, window.bench
    if comparison is None or not comparison.changes or bench is None:
        return "Verbatim: the sample could not be compared."
    if bench.articles.model.rowCount() < 6:
        return "Verbatim: the sample articles are missing."
    picture = window.grab().toImage()
    step = range(0, picture.width(), 16)
    shades = {picture.pixel(x, y) for x in step for y in range(0, picture.height(), 16)}
    return "" if window.painted and len(shades) > 8 else "Verbatim: the window stays blank."
