"""Speaker words: the words of attributions by which speakers of two quotes are compared; one table a language."""

from __future__ import annotations

from desktop.text.languages.word_table import word_table


@word_table
class SpeakerWords:
    """The words of one language in lower case; patterns are regular expressions that ignore case."""

    titles: frozenset[str] = frozenset()  # before a name: president, former
    title_surnames: frozenset[str] = frozenset()  # of them those that end a name as its surname: king, justice
    pronouns: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()  # left out of an attribution
    definite: tuple[str, ...] = ()  # before somebody whom the article has named: the, his
    indefinite: tuple[str, ...] = ()  # before somebody it has not: a, several
    sources: frozenset[str] = frozenset()  # nouns for an unnamed person: official, witness
    offices: frozenset[str] = frozenset()  # nouns for somebody whom an article has named as a rule: minister
    people: frozenset[str] = frozenset()  # of several persons
    bodies: frozenset[str] = frozenset()  # words in the names of organisations
    unnamed: tuple[str, ...] = ()  # patterns that say that a source is not named
    short_names: tuple[tuple[str, ...], ...] = ()  # given names with the shorter ones of the same person
    compounds: tuple[str, ...] = ()  # names of several words that stand for one country or house
    earlier: tuple[str, ...] = ()  # patterns by which a reporter places words on an earlier occasion
    saying: frozenset[str] = frozenset()  # finite verbs of saying after which a sentence does not end
    coordinating: frozenset[str] = frozenset()  # after a hyphen at the end of a word: pre- and post-war
    clitics: frozenset[str] = frozenset()  # behind an apostrophe
    two_words: tuple[tuple[str, str], ...] = ()  # what is printed as two words, and the one word it stands for
