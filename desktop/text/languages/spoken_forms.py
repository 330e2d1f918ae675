"""Spoken forms of a language: what sounds the same in two spellings, and what speech has that print leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SpokenForms:
    """Tables of one language; all words lower case, without accents, apostrophes as '."""

    # One printed word → the words it stands for: "it's" → "it is".
    contractions: dict[str, str] = field(default_factory=dict)
    contraction_ends: dict[str, str] = field(default_factory=dict)  # "n't" → "not", "'ll" → "will"; "+ing" is put on
    abbreviations: dict[str, str] = field(default_factory=dict)  # "u.s." → "united states", without their full stops
    number_words: dict[str, int] = field(default_factory=dict)  # "twenty" → 20
    magnitudes: dict[str, int] = field(default_factory=dict)  # "million" → 1,000,000
    number_joiner: str = ""  # "and" in "two hundred and five"
    signs: dict[str, str] = field(default_factory=dict)  # "%" → "percent", "$" → "dollar"
    plural_units: dict[str, str] = field(default_factory=dict)  # "dollars" → "dollar"
    spellings: dict[str, str] = field(default_factory=dict)  # "grey" → "gray"
    endings: tuple[tuple[str, str], ...] = ()  # "isation" → "ization", of words of 6 letters and more
    fillers: frozenset[str] = frozenset()  # "uh", "you know": left out anywhere
    openers: frozenset[str] = frozenset()  # "and", "well": left out at the head of a clause
    before_is: frozenset[str] = frozenset()  # words whose "'s" is "is": "it", "who"; of others it is a possessive
    joiners: frozenset[str] = frozenset()  # "and", "or"
    pronouns: frozenset[str] = frozenset()  # of persons; a quote changes them to fit its sentence
    # The end of a contraction that stands for either of two words: "I'd" is "I would" or "I had".
    either: tuple[tuple[str, str, str], ...] = ()
    negations: frozenset[str] = frozenset()
    is_end: tuple[str, str] = ("", "")  # "'s" and the word it is behind those of `before_is`
    # What transcripts print beside the words; these hold in transcripts of any language.
    unnamed: frozenset[str] = frozenset()  # first words of labels that name nobody: "moderator", "q"
    name_ends: frozenset[str] = frozenset()  # behind a name: "jr"
    notes: tuple[str, ...] = ()  # patterns of what is noted and nobody said: "applause"
    note_joints: tuple[str, ...] = ()  # patterns of what goes on in a note: "and", "continues"
