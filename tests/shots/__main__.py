"""Save pictures of the window on the sample story: `python -m tests.shots [FOLDER]`.

Pictures go to tests/shots/out unless a folder is named; look at every one after the window changed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.desk.open_desk import Desk
from desktop.desk.sample import make_sample
from desktop.domain import MarkChange, Quote, Status
from desktop.store.file.location import own_folder
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow

SIZES = ((1440, 900), (1024, 700))
VIEWS = ("compare", "inline", "read", "matrix", "sources", "source")


def _mark_some(session: Session) -> None:
    """Mark a few quotes, so that every status is in the picture."""
    assert session.desk is not None
    assert session.pair.a is not None
    quotes = session.desk.quotes(session.pair.a.id)
    by_words = {
        word: quote for quote in quotes for word in ("heard it", "South Korea", "worrying") if word in quote.text
    }
    session.set_status([by_words["heard it"]], Status.VERIFIED)
    change = MarkChange(
        status=Status.DISPUTED,
        reason="number, name or date wrong",
        note="Briefing transcript says North Korea; this copy is garbled.",
        evidence="Department of State briefing, 6 September 2022",
    )
    session.mark([by_words["South Korea"]], change)
    session.set_status([by_words["worrying"]], Status.VERIFIED)


def _wait_for_sources(session: Session) -> None:
    """Wait until the quotes were looked for in the source of the sample."""
    while not session.in_sources.found.places or session.in_sources.task is not None:
        QApplication.processEvents()


def _garbled(session: Session) -> Quote:
    assert session.desk is not None
    assert session.pair.a is not None
    quotes = (quote for article in session.desk.articles() for quote in session.desk.quotes(article.newest))
    return next(quote for quote in quotes if "South Korea" in quote.text)


def _show(window: MainWindow, view: str) -> None:
    bench = window.bench
    assert bench is not None
    match view:
        case "inline":
            bench.centre.show_compare()
            bench.centre.compare.show_inline()
        case "read":
            bench.centre.show_read()
        case "matrix":
            bench.centre.show_matrix()
        case "sources":
            bench.centre.show_sources()
        case "source":
            desk = window.session.desk
            assert desk is not None
            window.session.pair.show(desk.article(next(iter(desk.article_list.sources()))).newest)
            bench.centre.show_read()
        case _:
            bench.centre.show_compare()
            bench.centre.compare.show_side_by_side()


def main(folder: Path) -> int:
    app = QApplication(sys.argv[:1])
    app.setFont(QFont("DejaVu Sans", 9))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(Path(scratch) / "verbatim.ini", own_folder())
        settings.checker = "Ada"
        window = MainWindow(Session(settings))
        window.resize(*SIZES[0])
        window.apply_scheme()
        window.show()
        app.processEvents()
        window.grab().save(str(folder / "start-light.png"))
        path = Path(scratch) / "russia-shells.desk"
        pair = make_sample(path)
        window.take(Desk.open(path))
        window.session.pair.compare(*pair)
        _mark_some(window.session)
        _wait_for_sources(window.session)
        for scheme in ("light", "dark"):
            settings.scheme = scheme
            window.apply_scheme()
            for width, height in SIZES:
                window.resize(width, height)
                for view in VIEWS:
                    _show(window, view)
                    app.processEvents()
                    if view != "source":
                        window.session.pair.show_quote(_garbled(window.session))
                    for _ in range(5):
                        app.processEvents()
                    window.grab().save(str(folder / f"{view}-{width}x{height}-{scheme}.png"))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "out"))
