"""Regular expressions that are compiled when they are first used: a program knows hundreds, and a start needs few."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["lazy_pattern", "lazy_pattern_with"]

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


class _LazyPatternWith:
    """Stands for a regular expression that matches only where one of some letters or words is printed."""

    def __init__(self, words: Sequence[str], source: str, flags: int) -> None:
        self.pattern, self._words, self._lazy = source, words, _LazyPattern(source, flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._lazy.search(text, start, end) if self._may(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._lazy.match(text, start, end) if self._may(text, start, end) else None

    def sub(self, new: str, text: str) -> str:
        return self._lazy.sub(new, text) if self._may(text, 0, sys.maxsize) else text

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a compiled one has
        return getattr(self._lazy, name)

    def _may(self, text: str, start: int, end: int) -> bool:
        return any(text.find(word, start, end) >= 0 for word in self._words)


if TYPE_CHECKING:

    def lazy_pattern_with(words: Sequence[str], source: str, flags: int = 0) -> re.Pattern[str]: ...

else:

    def lazy_pattern_with(words: Sequence[str], source: str, flags: int = 0) -> _LazyPatternWith:
        """Return a lazy pattern that is neither compiled nor asked where none of `words` is: each match holds one."""
        return _LazyPatternWith(words, source, int(flags))
