"""Reasons of cuts that stand in a line: the same in every format, as what shows a text asks for them by their words."""

from __future__ import annotations

from desktop.translation import english

NOTE_NUMBER = english("note number")
READING_AID = english("reading aid")
STRUCK = english("struck out")
IN_LINE = (NOTE_NUMBER, READING_AID, STRUCK)
