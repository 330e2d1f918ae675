"""Tests of single panels use the fixtures of `fixtures.py`."""

from tests.ui.fixtures import compared_once, no_gc_in_qt, own_folders, session, settings, window

__all__ = ["compared_once", "no_gc_in_qt", "own_folders", "session", "settings", "window"]
