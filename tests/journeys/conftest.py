"""Journeys use the fixtures of `tests/ui/fixtures.py`."""

from tests.ui.fixtures import no_gc_in_qt, own_folders, session, settings, window

__all__ = ["no_gc_in_qt", "own_folders", "session", "settings", "window"]
