"""Formats: one file each, found by itself; it holds a `FORMAT` (see `desktop.intake.document.Format`)."""
