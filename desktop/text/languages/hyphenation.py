"""Words of a language by which a hyphen at the end of a printed line is told from one of the line only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import value_type

if TYPE_CHECKING:
    import re


@value_type
class HyphenWords:
    """Patterns of one language, over small letters; each is for a whole part of a word unless it says otherwise."""

    before: re.Pattern[str]  # joined to the next part by a hyphen far more often than without: "self", "thirty"
    ends: re.Pattern[str]  # the same behind another part: "based", "owned"
    adverbs: re.Pattern[str]  # adverbs that some writers join to what follows: "newly"
    closed: re.Pattern[str]  # join others without a hyphen: "under", "news"
    prefixes: re.Pattern[str]  # put before any word, with a hyphen or without: "anti", "co"
    ends_of_names: re.Pattern[str]  # behind a name and a hyphen, though they are short: "born", "era"
    suffixes: re.Pattern[str]  # the head of what only ends a word: "ment", "ing"
    chain: re.Pattern[str]  # the head of the rest of a chain of words: "of-the-art"
    by_counts: bool = False  # the package that counts words knows the language, and its counts were tried
