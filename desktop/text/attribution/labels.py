"""Speakers named by a label ("Name: …"), a signature ("… — Name") or words inside the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.phrases import Phrases
from desktop.text.attribution.sentences import LONGEST, Sentence
from desktop.text.attribution.subjects import Subjects
from desktop.text.attribution.verbs import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.sentences import Token
    from desktop.text.languages.reporting import Reporting

Named = tuple[Range, Range]  # the cue and the speaker, as places among the tokens
_DASHES = frozenset(("—", "–", "-", "--"))
_NEAR = 7  # tokens of a label that is read from its beginning


def label(sentence: Sentence, place: int, language: Reporting) -> Named | None:
    """Read "Name: Q"; in a headline words may stand between."""
    tokens, start = sentence.tokens, sentence.start
    colon = place - 1
    while sentence.headline and colon > start and tokens[colon].word != ":":
        colon -= 1
    if colon <= start or tokens[colon].word != ":":
        return None
    if (sentence.headline or colon - start <= 2) and any(t.low in language.rubrics for t in tokens[start:colon]):
        return None
    found = _labelled(Subjects(Sentence(tokens, start, colon), language), start, colon)
    return ((colon, colon + 1), found) if found else None


def _labelled(subjects: Subjects, start: int, colon: int) -> Range | None:
    """Read who stands before a colon: "A", "Ann Lee, a farmer", "Statement from the union"."""
    tokens, phrases = subjects.tokens, subjects.phrases
    if colon - start == 1 and len(tokens[start].word) == 1 and tokens[start].word.isupper():
        return (start, colon)
    found = (phrases.after(start) if colon - start <= _NEAR else None) or subjects.main_subject(colon)
    if found is None or found[1] + 1 >= colon or tokens[found[1]].low not in phrases.language.issuers:
        return found
    paper = phrases.language.roles.get(tokens[found[1] - 1].low) == "document"
    return phrases.after(found[1] + 1) if paper else found


def signature(sentence: Sentence, place: int, language: Reporting) -> Named | None:
    """Read "Q — Name" at the end of a paragraph or a headline."""
    rest = sentence.tokens[place + 1 : sentence.end]
    whole = place == sentence.start and len(rest) <= 12
    if not (whole or (sentence.headline and len(rest) <= 5)):
        return None
    if len(rest) < 2 or rest[0].word not in _DASHES:
        return None
    found = Phrases(sentence, language).after(place + 2)
    return ((place + 1, place + 2), found) if found else None


def inserted(tokens: Sequence[Token], language: Reporting) -> Named | None:
    """Read the French "« C'est fini, soupire Lucie. Voilà. »" in the words between the marks."""
    tokens = tokens[:LONGEST]
    phrases = Phrases(Sentence(tokens, 0, len(tokens)), language)
    for k in range(2, len(tokens) - 1):
        before = tokens[k - 1].word if tokens[k - 1].low not in language.verb_clitics else tokens[k - 2].word
        if before == "," and language.cues.get(tokens[k].low, 0) >= 2:
            found = phrases.after(k + 1, inverted=True)
            if found and (found[1] == len(tokens) or tokens[found[1]].word in {",", "."}):
                return (k, k + 1), found
    return None


def merely_joined(sentence: Sentence, place: int, language: Reporting) -> bool:
    """Read "And then: “…”", which names nobody."""
    before = sentence.tokens[sentence.start : place]
    colon = len(before) > 1 and place + 1 >= sentence.end and before[-1].word == ":"
    return colon and all(t.low in language.joining or t.low in language.fillers for t in before[:-1])
