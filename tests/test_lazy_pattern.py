"""Lazy patterns are like compiled ones, and every one of the program can be compiled."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import desktop
from desktop.lazy_pattern import lazy_pattern, lazy_pattern_with

ROOT = Path(desktop.__file__).parent
USERS = [
    "desktop." + ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(ROOT.rglob("*.py"))
    if " import lazy_pattern" in path.read_text(encoding="utf-8")
]
OWN = type(lazy_pattern("a")), type(lazy_pattern_with(("a",), "a"))


def _among(value: object, depth: int = 3) -> list[Any]:
    """The lazy patterns in a value: in a table, and in tables in it."""
    if isinstance(value, OWN):
        return [value]
    if depth == 0 or isinstance(value, str | bytes | type):
        return []
    parts: list[object] = []
    if isinstance(value, dict):
        parts = list(value.values())
    elif isinstance(value, list | tuple):
        parts = list(value)
    elif type(value).__module__.startswith("desktop."):
        parts = [getattr(value, name, None) for name in getattr(value, "__dataclass_fields__", ())]
    return [found for part in parts for found in _among(part, depth - 1)]


@pytest.mark.parametrize("module", USERS)
def test_every_pattern_of_a_module_can_be_compiled(module: str) -> None:
    for value in vars(import_module(module)).values():
        for found in _among(value):
            assert re.compile(found.pattern, found.flags)


def test_it_does_what_a_compiled_one_does() -> None:
    lazy, plain = lazy_pattern(r"(\w)x", re.IGNORECASE), re.compile(r"(\w)x", re.IGNORECASE)
    text = "ax, bX and x"
    assert lazy.findall(text) == plain.findall(text) == ["a", "b"]
    assert [found.span() for found in lazy.finditer(text)] == [found.span() for found in plain.finditer(text)]
    assert lazy.sub("-", text, count=1) == plain.sub("-", text, count=1)
    assert (lazy.match(text, 4) is None, lazy.search(text, 2, 5)) == (plain.match(text, 4) is None, None)
    assert (lazy.pattern, lazy.flags) == (plain.pattern, plain.flags)


def test_one_that_needs_words_is_asked_only_where_one_of_them_is() -> None:
    wrong = lazy_pattern_with(("ab", "cd"), "(")
    assert wrong.search("a b") is wrong.match("cad") is wrong.search("xab", 2) is wrong.match("cd", 0, 1) is None
    assert wrong.sub("-", "a b") == "a b"
    with pytest.raises(re.error):
        wrong.search("xab")
    found = lazy_pattern_with(("ab", "cd"), r"\w+ (?:ab|cd)")
    match = found.search("no, x cd")
    assert match is not None
    assert match.span() == (4, 8)
    assert found.match("x ab, y", 1) is None
    assert (found.sub("-", "x ab, y"), found.findall("x ab"), found.flags) == ("-, y", ["x ab"], re.UNICODE)


def test_a_wrong_one_raises_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")


def test_it_has_nothing_that_a_compiled_one_does_not_have() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("a").found  # type: ignore[attr-defined] # noqa: B018
