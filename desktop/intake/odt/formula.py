"""Formulas of OpenDocument files (MathML) in one line: fractions with a slash, exponents behind a caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.odt.package import kind_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = frozenset({"math:mi", "math:mn", "math:mo", "math:mtext", "math:ms"})
_BETWEEN = {"math:mfrac": "/", "math:msup": "^", "math:msub": "_"}


def line_of(element: _Element) -> str:
    """Give a formula or a part of one as a line; the source that it was written as is no part of it."""
    kind = kind_of(element)
    if kind in _SIGNS:
        return (element.text or "").strip()
    if kind in ("math:annotation", "math:annotation-xml"):
        return ""
    parts = [line_of(each) for each in element]
    if kind in _BETWEEN:
        return _BETWEEN[kind].join(map(_grouped, parts))
    if kind == "math:msqrt":
        return f"√{_grouped(''.join(parts))}"
    return "".join(parts)


def _grouped(line: str) -> str:
    """Put a line of several signs into brackets."""
    return line if line.isalnum() or (line[:1] == "(" and line[-1:] == ")") else f"({line})"
