"""Hyphens of English: parts of words that stand with one, and such that do not."""

from __future__ import annotations

import re

from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.hyphenation import HyphenWords

HYPHENATION = HyphenWords(
    before=lazy_pattern(
        r"self|well|high|low|wide|half|cross|all|full|quasi|vice|non|mid|one|two|three|four|five|six|seven|eight|nine"
        r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ),
    ends=lazy_pattern(
        r"based|minded|related|backed|owned|funded|friendly|century|dollar|looking|sized?|sponsored|driven|oriented"
        r"|facing|winning|supported|shaped|haired|eyed|handed|elect|years?|called|centric|compatible|mounted|leaning"
        r"|effective|coded"
    ),
    adverbs=lazy_pattern(r"\w{3,}ly"),
    closed=lazy_pattern(
        r"under|over|out|with|some|any|every|news|back|fore|there|where|here|when|what|how|inter|super|business|data"
        r"|stand"
    ),
    prefixes=lazy_pattern(r"anti|multi|non|ex|pro|pre|post|co|re|de|trans|intra|inter|semi|bi|mega|ultra|pan|neo"),
    ends_of_names=lazy_pattern(r"born|bred|led|run|held|made|era|type|like|area|only|free"),
    suffixes=lazy_pattern(
        r"(?:(?:ing|ness|less|ed|er|est|ish|ly|land|way|ment|ship|hood|ful|ist|ism|ity|al|ous|ive|ic|ian|ion|ance|ence"
        r"|or|e)s?$|ation|ition|ing|able|ible|ness|less|ment|ist|ism|ical|ally|edly|ingly|ious)"
    ),
    chain=lazy_pattern(r"(?:of|by|to|the|in|and|or|on|at|for|a|an|yet|de|la|le|du)-\w", re.IGNORECASE),
    by_counts=True,
)
