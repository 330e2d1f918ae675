"""The package of the window spares what its libraries do for programs of another kind."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import desktop.ui
import inspect
read = []
inspect.getsource = lambda module: read.append(module.__name__) or ""
import desktop.ui.session.session
import desktop.ui.window.main_window
print(read)
"""


def test_no_source_is_read_when_modules_are_imported() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["[]"]
