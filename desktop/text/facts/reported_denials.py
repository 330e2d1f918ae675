"""Reported denials: whether the words around a quotation say that it was said, or deny it."""

from __future__ import annotations

from functools import lru_cache

from desktop.lazy_pattern import lazy_pattern
from desktop.text.facts.stated_facts import DENIAL, NEARLY, SAYING, forms_in
from desktop.text.languages.registry import lexicon_of
from desktop.text.words import Tokens

_NEAR = 4  # words between a denial and the verb of saying that it turns round
_SENTENCE_END = lazy_pattern(r"[.!?][\"'”’»)\]]*\s+(?=[^\W_a-z])|\n")


@lru_cache(maxsize=4096)
def is_denied(before: str, quote: str, after: str) -> bool:
    """Say whether the sentence around a quotation denies that it was said: "denied it was", "never said"."""
    before = _SENTENCE_END.split(before)[-1]
    after = "" if quote.rstrip()[-1:] in ".!?" and _begins_anew(after) else _SENTENCE_END.split(after)[0]
    lexicon = lexicon_of(f"{before} {quote} {after}", "")
    form_of = forms_in(lexicon).of
    for part in (before, after):
        forms = [form for form in map(form_of, Tokens(part).pieces) if form.word]
        if any(lexicon.cues.get(form.lower) in lexicon.denying for form in forms):
            return True
        said = [at for at, form in enumerate(forms) if form.classes & SAYING]
        denied = [at for at, form in enumerate(forms) if form.classes & (DENIAL | NEARLY)]
        if any(abs(one - other) <= _NEAR for one in said for other in denied if one != other):
            return True
    return False


def _begins_anew(after: str) -> bool:
    """Say whether what follows a quotation is a sentence of its own."""
    words = after.lstrip("\"'”’»)] \n")
    return words[:1].isupper()
