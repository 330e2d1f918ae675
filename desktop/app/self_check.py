"""Self-check of an installation: opens the sample in a temporary folder, paints, draws icons, prints to a file."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QImage

from desktop import assets
from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample
from desktop.domain import VerbatimError
from desktop.intake.pdf.hyphens import word_count
from desktop.ui.compare.layout.change_steps import Filter
from desktop.ui.compare.print_sheet import sheet_of, write
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def check_window(app: QApplication) -> int:
    """Return 0 if the sample opens, compares, paints and prints; else 1, with a line on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Session(Settings(Path(folder) / "verbatim.ini", Path(folder))))
        window.apply_scheme()
        path = Path(folder) / "check.desk"
        pair = make_sample(path)
        window.take(Desk.open(path))
        window.session.pair.compare(*pair)
        window.show()
        app.processEvents()
        trouble = _trouble(window) or icon_trouble() or _print_trouble(window.session, Path(folder))
        trouble = trouble or _word_trouble()
        window.close()
    good = "Verbatim: the sample opens, compares, paints and prints."
    print(trouble or good, file=sys.stderr)  # noqa: T201 - the answer
    return 1 if trouble else 0


def _trouble(window: MainWindow) -> str:
    comparison, bench = window.session.pair.comparison, window.bench
    if comparison is None or not comparison.changes or bench is None:
        return "Verbatim: the sample could not be compared."
    if bench.articles.model.rowCount() < 6:
        return "Verbatim: the sample articles are missing."
    return "" if window.painted and _shades(window.grab().toImage(), 16) > 8 else "Verbatim: the window stays blank."


def _shades(picture: QImage, step: int) -> int:
    points = ((x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step))
    return len({picture.pixel(x, y) for x, y in points})


def icon_trouble(folder: Path | None = None) -> str:
    """Say which icon Qt does not draw, or nothing; an SVG needs two plug-ins of Qt."""
    for icon in sorted((folder or assets.resource("icons")).glob("*.svg")):
        if _shades(QIcon(str(icon)).pixmap(32, 32).toImage(), 1) < 2:
            return f"Verbatim: the icon {icon.name} is not drawn."
    return ""


def _word_trouble() -> str:
    """Say that the words by which hyphens of a PDF are resolved did not come along, or nothing."""
    try:
        is_there = word_count("the", "en") > 0
    except (OSError, ValueError):
        is_there = False
    return "" if is_there else "Verbatim: the list of English words is missing."


def _print_trouble(session: Session, folder: Path) -> str:
    sheet = sheet_of(session, Filter.ALL)
    assert sheet is not None
    try:
        for out in (folder / "check.pdf", folder / "check.html"):
            write(sheet, out, cancelled=lambda: False)
    except VerbatimError as error:
        return f"Verbatim: {error}"
    pages = (folder / "check.pdf").read_bytes()
    return "" if pages.startswith(b"%PDF-") and b"/FontFile" in pages else "Verbatim: the comparison is not printed."
