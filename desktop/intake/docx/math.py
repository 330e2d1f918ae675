"""Formulas of Word in one line: fractions with a slash, exponents raised, so that no figure reads as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.docx.package import child, kind_of, value
from desktop.intake.lines import RAISED_WITH_SIGNS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from desktop.intake.docx.walk import Walk

_RAISED = RAISED_WITH_SIGNS | str.maketrans("n", "ⁿ")


def formula(walk: Walk, element: _Element) -> None:
    """Write a formula; of one whose sign is not there on this side of the changes, what it holds."""
    name = kind_of(element)
    if walk.has(child(element, f"{name}Pr", "m:ctrlPr")):
        FORMULAS[name](walk, element)
    else:
        walk.children(element)


def _fraction(walk: Walk, element: _Element) -> None:
    _grouped(walk, child(element, "m:num"))
    walk.write("/")
    _grouped(walk, child(element, "m:den"))


def _power(walk: Walk, element: _Element) -> None:
    """Write a base, what is below it and what is above it; a plain exponent in raised digits."""
    for part in ("m:e", "m:sub"):
        _walk(walk, child(element, part))
    above = child(element, "m:sup")
    raised = _text(above).translate(_RAISED)
    if raised and not raised.isascii() and all(c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ" for c in raised):
        walk.write(raised)
    elif above is not None and _text(above):
        walk.write("^")
        _grouped(walk, above)


def _root(walk: Walk, element: _Element) -> None:
    degree = _text(child(element, "m:deg")).translate(_RAISED)
    walk.write(f"{degree}√")
    _grouped(walk, child(element, "m:e"))


def _brackets(walk: Walk, element: _Element) -> None:
    properties = child(element, "m:dPr")
    opening, parting, closing = (
        value(found) if (found := child(properties, name)) is not None else usual
        for name, usual in (("m:begChr", "("), ("m:sepChr", "|"), ("m:endChr", ")"))
    )
    walk.write(opening)
    for number, each in enumerate(part for part in element if kind_of(part) == "m:e"):
        walk.write(parting if number else "")
        walk.children(each)
    walk.write(closing)


def _operator(walk: Walk, element: _Element) -> None:
    """Write a sum, an integral and the like: its sign, its bounds, what it is over."""
    sign = child(element, "m:naryPr", "m:chr")
    walk.write(value(sign) if sign is not None else "∫")
    for mark, part in (("_", "m:sub"), ("^", "m:sup")):
        bound = child(element, part)
        if _text(bound):
            walk.write(mark)
            _grouped(walk, bound)
    walk.write(" ")
    _walk(walk, child(element, "m:e"))


def _grouped(walk: Walk, element: _Element | None) -> None:
    """Write a part of several signs in brackets."""
    plain = _text(element).isalnum()
    walk.write("" if plain else "(")
    _walk(walk, element)
    walk.write("" if plain else ")")


def _walk(walk: Walk, element: _Element | None) -> None:
    if element is not None:
        walk.children(element)


def _text(element: _Element | None) -> str:
    if element is None:
        return ""
    return "".join(each.text or "" for each in element.iter() if kind_of(each) == "m:t").strip()


FORMULAS = {
    "m:f": _fraction,
    "m:sSup": _power,
    "m:sSubSup": _power,
    "m:rad": _root,
    "m:d": _brackets,
    "m:nary": _operator,
}
