"""The compare view, where what the session says shows."""

from tests.ui.compare.conftest import view

__all__ = ["view"]
