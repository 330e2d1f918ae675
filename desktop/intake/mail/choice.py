"""Choice between the two forms of a mail, plain text and page: which is read, and what only the other says."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

_WORD = lazy_pattern(r"[^\W_]+")
_LINK = lazy_pattern(r"(?:https?://|www\.|mailto:)\S+|<[^<>\s]+@[^<>\s]+>", re.IGNORECASE)
_FIRST = 12  # words that are shown
_STUB = 0.5  # a plain text with a smaller share of the page's words is a stub: "your program shows no pages"
_FEW = 10  # words by which any page may be longer


@dataclass(frozen=True, slots=True)
class Choice:
    """Whether the page is read, and a sentence about words that only the other form has, if there are any."""

    is_page: bool
    notices: tuple[str, ...] = ()


def choose(plain: str, page: str) -> Choice:
    """Choose the plain form if it is no stub."""
    if not plain.strip() or not page.strip():
        return Choice(not plain.strip())
    in_plain, in_page = _words(plain), _words(page)
    if in_plain.total() < _STUB * in_page.total() and in_page.total() - in_plain.total() > _FEW:
        return Choice(
            is_page=True, notices=_lacking("The page of the mail is read; its plain text", in_plain - in_page)
        )
    return Choice(is_page=False, notices=_lacking("The plain text of the mail is read; its page", in_page - in_plain))


def says_the_same(text: str, other: str) -> bool:
    """Say whether two texts share nearly all their words."""
    one, two = _words(text), _words(other)
    return (one & two).total() >= 0.9 * max(one.total(), two.total(), 1)


def _words(text: str) -> Counter[str]:
    """Count the words of a text, without addresses, in lower case."""
    return Counter(_WORD.findall(_LINK.sub(" ", text).casefold()))


def _lacking(beginning: str, more: Counter[str]) -> tuple[str, ...]:
    if not more:
        return ()
    shown = " ".join(list(more)[:_FIRST])
    dots = "…" if len(more) > _FIRST else ""
    return (
        Sentence.counted(
            "{beginning} has {count} word more: “{words}”.",
            "{beginning} has {count} words more: “{words}”.",
            more.total(),
            beginning=beginning,
            words=shown + dots,
        ),
    )
