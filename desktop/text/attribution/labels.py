"""Speakers named without a verb: "Name: Q", "Q — Name", "Q (Name)", "Para NAME, es Q", "NAME: …" within the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.outlets import is_outlet
from desktop.text.attribution.persons.given_names import is_given_name
from desktop.text.attribution.phrases import Phrases, Range, Verbs
from desktop.text.attribution.sentences import LONGEST, PAUSES, POSSESSIVE, Sentence, Token
from desktop.text.attribution.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.languages.reporting import Reporting

Named = tuple[Range, Range]  # the cue and the speaker, as places among the tokens
DASHES = frozenset(("—", "–", "―", "-", "--", "~", "‒"))
_BEHIND_INSERTED = DASHES | {",", "."}
_BULLETS = frozenset("•*·◦▪‣-–—")
_INSERTING = frozenset(",?!…")  # before the reporter's words within the marks
_NEAR_OWNED = 3  # tokens of "Her last word:"
_NEAR_LABELS = 7  # tokens of a label that is read from its beginning
_NEAR_VIEW = 14  # tokens from "para" to the quotation
_JUDGED = 4  # tokens from the "es" to the quotation: "es sencillamente un"
_SIGNATURE = 12  # tokens of a name with its office
_TURN = lazy_pattern(r"[^\W\d_][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,3}:[ \u00a0]")
SIGNED = lazy_pattern(r"(?:[—–―~‒]|--?)[ \u00a0]?[^\W\d_]")  # the beginning of a line that is only a signature


def label(sentence: Sentence, place: int, language: Reporting) -> Named | None:
    """Read "Name: Q"; in a headline words may stand between."""
    tokens, start = sentence.tokens, sentence.start
    colon = place - 1
    while sentence.headline and colon > start and tokens[colon].word != ":":
        colon -= 1
    if colon <= start or tokens[colon].word != ":":
        return None
    if (sentence.headline or colon - start <= 2) and any(
        t.low in language.sources.rubrics for t in tokens[start:colon]
    ):
        return None
    found = _labelled(Subjects(Sentence(tokens, start, colon), language), start, colon)
    if found is None or _is_listener(tokens, found, start, language):
        return None
    first, last = tokens[found[0]], tokens[found[1] - 1]
    point = len(first.word) == 1 and found[1] - found[0] > 1 and last.word[:1].islower()  # "B. A prohibition:"
    if point and last.low not in language.names.roles:
        return None
    return _verb_behind(sentence, found[1], colon, language) or (colon, colon + 1), found


def only_heard(sentence: Sentence, place: int, language: Reporting) -> bool:
    """Say whether somebody was told the words behind a colon, and it is not said by whom: "Ann Lee was told: Q"."""
    colon = place - 1
    if colon - 2 < sentence.start or sentence.tokens[colon].word != ":":
        return False
    last = colon - 1 - (sentence.tokens[colon - 1].low in language.verbs.be)
    if Verbs(sentence, language).passive_from(last) is not None:
        return True
    be, verb = sentence.tokens[colon - 2].low, sentence.tokens[colon - 1].low
    informed = verb in language.verbs.informing or verb in language.verbs.with_listener
    return informed and be in language.verbs.be


def _is_listener(tokens: Sequence[Token], found: Range, start: int, language: Reporting) -> bool:
    """Say whether a phrase before a colon is who was told something: "who came late, told the paper:"."""
    verbs = tokens[max(start, found[0] - 1) : found[0] + 1]
    return any(not verb.capital and verb.low in language.verbs.informing for verb in verbs)


def _named_last(subjects: Subjects, start: int, colon: int) -> Range | None:
    """Read the Ann Lee of "The fall does not surprise the diver Ann Lee:", where a thing is the subject."""
    s = colon
    while s > start and subjects.tokens[s - 1].capital:
        s -= 1
    language = subjects.phrases.language
    leads = s > start and subjects.tokens[s - 1].low not in language.clauses.prepositions
    full = colon - s > 1 and is_given_name(subjects.tokens[s].word)
    return (s, colon) if leads and full else None


def _verb_behind(sentence: Sentence, start: int, colon: int, language: Reporting) -> Range | None:
    """Read the "took" of "Ann Lee has once more took a stand:", where words lead from the speaker to the colon."""
    i = start
    while i < colon and (
        sentence.tokens[i].low in language.clauses.fillers
        or sentence.tokens[i].low.endswith(language.verbs.adverb_endings)
    ):
        i += 1
    token = sentence.tokens[i]
    verb = token.quote < 0 and token.word[0].isalpha() and not token.capital
    return (i, i + 1) if verb and i < colon and token.low not in language.clauses.prepositions else None


def _labelled(subjects: Subjects, start: int, colon: int) -> Range | None:
    """Read who stands before a colon: "A", "Ann Lee, a farmer", "Statement from the union"."""
    tokens, phrases = subjects.tokens, subjects.phrases
    if tokens[start].low in phrases.language.subjects.possessives and colon - start <= _NEAR_OWNED:
        return (start, start + 1)  # "Ihr Argument:"
    if colon - start == 1 and len(tokens[start].word) == 1 and tokens[start].word.isupper():
        return (start, colon)
    owner = _owner(subjects, start, colon) or _quoted(subjects, start, colon)
    if owner is not None:
        return owner
    found = (phrases.after(start) if colon - start <= _NEAR_LABELS else None) or subjects.opening.main_subject(colon)
    if found is None:
        return _named_last(subjects, start, colon)
    if found[1] + 1 >= colon or tokens[found[1]].low not in phrases.language.sources.issuers:
        return found
    paper = phrases.language.names.roles.get(tokens[found[1] - 1].low) == "document"
    return phrases.after(found[1] + 1) if paper else found


def _owner(subjects: Subjects, start: int, colon: int) -> Range | None:
    """Read whose words are given: "reacted to Ann Lee's words:", "shared a post by Ann Lee:"."""
    tokens, phrases = subjects.tokens, subjects.phrases
    language = phrases.language
    last = colon - 1
    if _is_of_words(tokens[last], language) and last > start:
        named = tokens[last - 1].capital and tokens[last - 1].low.endswith(POSSESSIVE)
        return (phrases.owner_start(last - 1), last) if named else None
    for by in range(max(start + 1, colon - _NEAR_LABELS), colon - 1):
        issued = tokens[by].low in language.sources.issuers or tokens[by].low in language.clauses.agents
        if issued and _is_of_words(tokens[by - 1], language):
            found = phrases.after(by + 1)
            return found if found is not None and found[1] == colon else None
    return None


def _quoted(subjects: Subjects, start: int, colon: int) -> Range | None:
    """Read who is quoted: "Le journal cite Ann Lee :"."""
    language = subjects.phrases.language
    for verb in range(start + 1, colon - 1):
        if subjects.tokens[verb].low in language.verbs.quoting:
            marked = subjects.tokens[verb + 1].low in language.clauses.prepositions  # "citó a Ana Ruiz"
            found = subjects.phrases.after(verb + 1 + marked)
            return found if found is not None and found[1] == colon else None
    return None


def _is_of_words(token: Token, language: Reporting) -> bool:
    """Say whether a noun is for something said or written: words, answer, post."""
    low = token.low
    return not token.capital and (low in language.verbs.cue_nouns or language.names.roles.get(low) == "document")


def signature(sentence: Sentence, place: int, language: Reporting) -> Named | None:
    """Read "Q — Name, mayor" or "Q (Name)" at the end of a paragraph, a point of a list or a headline."""
    rest = sentence.tokens[place + 1 : sentence.end]
    whole = _only_bullets(sentence.tokens[sentence.start : place]) and len(rest) <= _SIGNATURE
    if len(rest) < 2 or not (whole or (sentence.headline and len(rest) <= 5)):
        return None
    opener = rest[0].word
    if opener not in DASHES and opener not in {"(", ","}:
        return None
    found = signed_by(sentence, place + 1, language)
    if found is None or opener in DASHES:
        return found
    words = sentence.tokens[slice(*found[1])]
    closes = sentence.tokens[found[1][1]].word if found[1][1] < sentence.end else ""
    full = len(words) > 1 and all(token.capital for token in words) and not is_outlet(words[-1].word)
    return found if full and (closes in {")", ","} if opener == "(" else closes in {"", "."}) else None


def signed_by(sentence: Sentence, dash: int, language: Reporting) -> Named | None:
    """Read the name behind a dash."""
    found = Phrases(sentence, language).after(dash + 1)
    return ((dash, dash + 1), found) if found else None


def _only_bullets(tokens: Sequence[Token]) -> bool:
    return all(token.word in _BULLETS for token in tokens)


def turn_inside(content: str, language: Reporting) -> int:
    """Give the length of the name in "WEISS: Is it on?" or "Ann Lee: Is it on?", 0 where the words begin with none."""
    match = _TURN.match(content[:60]) if ":" in content[:60] else None
    name = match.group().rstrip(": \u00a0") if match else ""
    words = name.split()
    if not words or not all(word[0].isupper() for word in words):
        return 0
    initials = len(words) == 1 and (len(name) == 1 or name.lower() in language.sources.rubrics)  # "Q: …", "VIDEO: …"
    called = (name.isupper() and len(name) > 1) or (len(words) > 1 and is_given_name(words[0]))
    return len(name) if called and not initials else 0


def inserted(tokens: Sequence[Token], language: Reporting) -> Named | None:
    """Read "« C'est fini, soupire Lucie. Voilà. »" or "«Sí —dijo Ana—, hoy»" in the words between the marks."""
    tokens = tokens[:LONGEST]
    phrases = Phrases(Sentence(tokens, 0, len(tokens)), language)
    for k in range(2, len(tokens) - 1):
        j = k - 1
        while j > 1 and (tokens[j].low in language.clauses.verb_clitics or phrases.verbs.skippable(tokens[j])):
            j -= 1  # "— ha detto Ann Lee —"
        before = tokens[j].word
        set_off = before in DASHES or (before in _INSERTING and language.marks.inserts)
        if set_off and language.verbs.cues.get(tokens[k].low, 0) >= 2:
            found = phrases.after(k + 1, inverted=True)
            if found and (found[1] == len(tokens) or tokens[found[1]].word in _BEHIND_INSERTED):
                return (k, k + 1), found
    return None


def merely_joined(sentence: Sentence, place: int, language: Reporting) -> bool:
    """Read "And then: “…”", which names nobody."""
    if place + 1 < sentence.end or place - sentence.start < 2 or sentence.tokens[place - 1].word != ":":
        return False
    before = sentence.tokens[sentence.start : place]
    return all(t.low in language.clauses.joining or t.low in language.clauses.fillers for t in before[:-1])


def opinion(sentence: Sentence, place: int, language: Reporting) -> Named | None:
    """Read whose opinion a quotation is, of which the sentence says that something is so; None if it does not."""
    tokens, views, copulas = sentence.tokens, language.sources.views, language.verbs.copulas
    if not views or not any(t.low in copulas for t in tokens[max(sentence.start, place - _JUDGED) : place]):
        return None
    for k in range(place - 1, max(sentence.start, place - _NEAR_VIEW) - 1, -1):
        token = tokens[k]
        if token.quote >= 0 or token.word in {";", ":"}:
            return None
        if token.low in views and (_opens(sentence, k, language) or tokens[k - 1].low in copulas):
            holder = _holder(sentence, k + 1, language)
            return ((k, k + 1), holder) if holder and _is_judged(sentence, k, holder[1], place, language) else None
    return None


def _opens(sentence: Sentence, k: int, language: Reporting) -> bool:
    """Say whether a clause begins at a place."""
    before = sentence.tokens[k - 1] if k > sentence.start else None
    return before is None or before.word in PAUSES or before.low in language.clauses.joining


def _holder(sentence: Sentence, i: int, language: Reporting) -> Range | None:
    """Read somebody with a name, or "the mayor": not "for the town", "for June"."""
    phrases = Phrases(sentence, language)
    found = phrases.after(i)
    if found is None:
        return None
    words = sentence.tokens[slice(*found)]
    kind = language.names.roles.get(words[-1].low)
    if kind is not None:
        return found if kind not in {"organisation", "document"} else None
    times = any(t.low in language.times.days or t.low in language.times.spells for t in words)
    common = language.names.capital_nouns and words[0].low in language.subjects.determiners  # "für die Stadt"
    return None if times or common or not phrases.names(found) else found


def _is_judged(sentence: Sentence, k: int, end: int, place: int, language: Reporting) -> bool:
    """Say whether "is" leads from whose opinion it is to the quotation, or stands right before the "for"."""
    tokens, copulas = sentence.tokens, language.verbs.copulas
    if k > sentence.start and tokens[k - 1].low in copulas:
        return place - end <= 1
    follows = tokens[end].word == "," or any(t.low in copulas for t in tokens[end : end + 2])  # "si tratta"
    return follows and any(t.low in copulas for t in tokens[end:place])
