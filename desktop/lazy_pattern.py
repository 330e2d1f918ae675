"""Regular expressions that are compiled when they are first used: a program knows hundreds, and a start needs few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["lazy_pattern"]

_TAKEN_OVER = ("search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split", "flags")


class _LazyPattern:
    """Stands for a compiled regular expression, and has all that is asked of one from the first question on."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a compiled one has
        if name not in _TAKEN_OVER:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({each: getattr(compiled, each) for each in _TAKEN_OVER})
        return self.__dict__[name]


if TYPE_CHECKING:
    from re import compile as lazy_pattern
else:

    def lazy_pattern(source: str | bytes, flags: int = 0) -> _LazyPattern:
        """Return a regular expression that is used like one of `re.compile`; a wrong one raises when it is used."""
        return _LazyPattern(source, int(flags))
