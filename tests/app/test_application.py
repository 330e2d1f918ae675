"""The application starts without what only a shown desk needs."""

from __future__ import annotations

import subprocess
import sys

_SLOW = (
    "desktop.text.statements",
    "desktop.text.diff",
    "desktop.text.words",
    "desktop.desk.open_desk",
    "sqlite3",
    "rapidfuzz",
    "jinja2",
)


def test_the_window_is_loaded_without_the_modules_that_a_desk_needs() -> None:
    child = f"import sys, desktop.app.application; print([each for each in {_SLOW!r} if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
