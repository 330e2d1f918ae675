"""A table of the log: column names and rows of cells, before a format writes it."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of equal length."""

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
