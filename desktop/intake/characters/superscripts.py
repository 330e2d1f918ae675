"""Raised figures: so a power or the number of a note, plain in its file, does not join the figure before it."""

from __future__ import annotations

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED_WITH_SIGNS = RAISED | str.maketrans("+-−", "⁺⁻⁻")
