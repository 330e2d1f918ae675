"""No name of a module or class is bound twice: the second would silently take the place of the first."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import desktop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MODULES = sorted(Path(desktop.__file__).parent.rglob("*.py"))


def bound_twice(body: Sequence[ast.stmt]) -> Iterator[str]:
    seen: set[str] = set()
    for statement in body:
        names = list(_bound(statement))
        yield from seen.intersection(names)
        seen.update(names)
        if isinstance(statement, ast.ClassDef):
            yield from bound_twice(statement.body)


def _bound(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef) and not statement.decorator_list:
        yield statement.name
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
    yield from (target.id for target in targets if isinstance(target, ast.Name) and not _reads(statement, target.id))


def _reads(statement: ast.stmt, name: str) -> bool:
    """Say whether a value is made of what the name stood for before: `A = A | B`."""
    loads = (node for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    return any(node.id == name for node in loads)


def test_a_second_binding_is_noticed() -> None:
    tree = ast.parse("A = 4\nB = 3\nclass C:\n    x: int = 1\n    def x(self): ...\nA: int = 2\n")
    assert sorted(bound_twice(tree.body)) == ["A", "x"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(MODULES[0].parent)))
def test_each_name_of_a_module_is_bound_once(module: Path) -> None:
    assert list(bound_twice(ast.parse(module.read_text(encoding="utf-8")).body)) == []
