"""The window: the only Qt."""

from __future__ import annotations

import sys
from typing import Any

import PySide6.QtCore  # noqa: F401 - so that its own modules are there


def _spare_sources() -> None:
    """Keep Qt for Python from reading the source of each module that is imported, to see whether it names PySide6.

    It does so for `from __feature__ import …`, which nothing here says, and it takes a twentieth of the window's start.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # noqa: SLF001 - there is no switch


_spare_sources()
