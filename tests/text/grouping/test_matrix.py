"""The matrix says in a word what each version prints of each statement."""

from __future__ import annotations

from desktop.text.grouping.matrix import CellKind, cells
from desktop.text.statements import group
from tests.text.grouping.occurrences import matrix_story


def test_cells_say_in_a_word_what_each_version_prints() -> None:
    matrix = cells(group(matrix_story()), ["one", "two", "three", "four", "five", "six"])
    (row,) = [row for row in matrix.rows if len(row.statement.members) == 5]
    kinds = {source: cell.kind for source, cell in zip(matrix.sources, row.cells, strict=True)}
    assert kinds["five"] is CellKind.ABSENT
    assert kinds["four"] is CellKind.SHORTENED
    assert kinds["three"] is CellKind.ALTERED
    assert row.differs
    assert row.altered


def test_the_base_of_a_matrix_can_be_chosen() -> None:
    found = group(matrix_story())
    row = cells(found, ["one", "two", "three"], base="three").rows[0]
    assert [cell.label for cell in row.cells] == ["to", "to", "same"]


def test_a_table_has_a_heading_and_a_line_a_statement() -> None:
    found = group(matrix_story())
    table = cells(found, ["one", "five"]).table()
    assert table[0] == ["Statement", "Speaker", "one", "five"]
    assert len(table) == 1 + len(found.statements)
    assert table[1][-1] == "—"
