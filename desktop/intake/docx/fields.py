"""Fields of Word: code that is not shown, and the result that is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.intake.docx.package import child, kind_of, value
from desktop.intake.office.symbol_fonts import sign_of
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# Fields that show words of their own code.
_BUTTON = lazy_pattern(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s(.*)", re.IGNORECASE | re.DOTALL)
_SYMBOL = lazy_pattern(
    r'\s*SYMBOL\s+(?:0x([0-9a-f]{1,6})|(\d{1,7}))(?:.*\\f\s+"?([^"\\]+))?', re.IGNORECASE | re.DOTALL
)


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    in_result: bool = False
    form: _Element | None = None


class Fields:
    """The fields that are open in a story; `unclosed` are beginnings without an end, which hide nothing."""

    def __init__(self, unclosed: frozenset[_Element] = frozenset()) -> None:
        self._unclosed = unclosed
        self._open: list[_Field] = []
        self._in_code = 0  # of the open ones

    def inside(self) -> Fields:
        """Give the fields of a text box in this story: none is open in it."""
        return Fields(self._unclosed)

    @property
    def shown(self) -> bool:
        """Whether text here is shown: not where any open field is still in its code."""
        return self._in_code == 0

    def take_code(self, text: str) -> None:
        """Note a piece of the innermost field's code."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code.append(text)

    def take(self, mark: _Element) -> str:
        """Take a mark that begins, parts or ends a field; give what a field without a result shows at its end."""
        kind = value(mark, "fldCharType")
        if kind == "begin" and mark not in self._unclosed:
            self._open.append(_Field(form=child(mark, "w:ffData")))
            self._in_code += 1
        elif kind == "separate" and self._open:
            self._in_code -= not self._open[-1].in_result
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self._in_code -= not ended.in_result
            return "" if ended.in_result else _shown_by_code("".join(ended.code), ended.form)
        return ""


def unclosed_fields(marks: Iterable[_Element]) -> frozenset[_Element]:
    """Find beginnings that no end answers among a story's marks; a text box has fields of its own."""
    stacks: dict[_Element | None, list[_Element]] = {}
    for mark in marks:
        stack = stacks.setdefault(_box_of(mark), [])
        kind = value(mark, "fldCharType")
        if kind == "begin":
            stack.append(mark)
        elif kind == "end" and stack:
            stack.pop()
    return frozenset(mark for stack in stacks.values() for mark in stack)


def _box_of(mark: _Element) -> _Element | None:
    return next((each for each in mark.iterancestors() if kind_of(each) == "w:txbxContent"), None)


def _shown_by_code(code: str, form: _Element | None) -> str:
    if button := _BUTTON.match(code):
        return button[1].strip()
    if symbol := _SYMBOL.match(code):
        number = int(symbol[1], 16) if symbol[1] else int(symbol[2])
        return sign_of(number, (symbol[3] or "").strip()) or ""
    return _chosen(child(form, "w:ddList"))


def _chosen(choices: _Element | None) -> str:
    """Give the entry of a drop-down list that is chosen."""
    if choices is None:
        return ""
    entries = [value(each) for each in choices if kind_of(each) == "w:listEntry"]
    number = value(child(choices, "w:result")) or value(child(choices, "w:default")) or "0"
    index = int(number) if number.isdecimal() and len(number) < 10 else len(entries)
    return entries[index] if index < len(entries) else ""
