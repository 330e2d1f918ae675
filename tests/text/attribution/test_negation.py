"""Who did not say the words, or refused to, is not named as their speaker, in every language with a table."""

from __future__ import annotations

import pytest

from desktop.text.quotes import find_quotes
from tests.text.attribution.articles import who


@pytest.mark.parametrize(
    "sentence",
    [
        "Rita Gomez did not say “the bridge is safe”.",
        "Rita Gomez never said “the bridge is safe”.",
        "Rita Gomez has never publicly called the bridge “a death trap”.",
        "Rita Gomez didn’t say whether the bridge was “a death trap”.",
        "Rita Gomez would not say if the bridge was “a death trap”.",
        "Neither Tom Berg nor Rita Gomez would say if the deal was “close”.",
        "Nobody called it “a coup”.",
        "Rita Gomez refused to say “sorry”.",
        "Rita Gomez denied saying “the bridge is safe”.",
        "Rita Gomez stopped short of calling it “a coup”.",
        "Rita Gomez declined to call it “a coup”.",
        "“I am not sorry,” Rita Gomez did not say.",
    ],
)
def test_who_did_not_say_the_words_is_not_their_speaker(sentence: str) -> None:
    assert who(sentence) == [""]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rita Gomez did not mince words: “This is a disgrace.”",
        "Rita Gomez would not comment on “a deal”.",
        "Rita Gomez did not only call it “a coup”.",
        "Rita Gomez does not think the bridge is “a good idea”.",
        "Rita Gomez said she did not think the plan was “a good idea”.",
        "Rita Gomez did not answer. “We will see,” Rita Gomez said.",
        "Rita Gomez mocked him for not calling it “a coup”.",
        "Rita Gomez denied the bridge was “a death trap”.",
    ],
)
def test_a_negation_elsewhere_takes_nobody_the_words(sentence: str) -> None:
    assert who(sentence) == ["Rita Gomez"]


def test_of_two_things_only_the_one_that_was_not_said_loses_its_speaker() -> None:
    assert who("Rita Gomez did not call it “a coup” but “a mistake”.") == ["", "Rita Gomez"]


def test_what_was_not_said_is_not_given_to_who_spoke_before() -> None:
    assert who("“Enough,” Rita Gomez said. Tom Berg did not say “the old stone bridge is safe”.") == ["Rita Gomez", ""]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "Anna Weber hat nicht gesagt: „Die Brücke ist sicher.“"),
        ("de", "Anna Weber hat nie gesagt, die Brücke sei „sicher wie nie“."),
        ("de", "Anna Weber sagte nicht, die Brücke sei „sicher“."),
        ("de", "Anna Weber bestritt, die Brücke „eine Todesfalle“ genannt zu haben."),
        ("fr", "Anne Martin n'a pas dit « le pont est sûr »."),
        ("fr", "Anne Martin n’a jamais parlé de « guerre »."),
        ("es", "Ana López no dijo que «el puente es seguro»."),
        ("es", "Ana López nunca dijo que «el puente es seguro»."),
        ("it", "Anna Bianchi non ha detto che «il ponte è sicuro»."),
        ("it", "Anna Bianchi non ha mai detto: «Il ponte è sicuro»."),
        ("pt", "Ana Lopes não disse que “a ponte é segura”."),
        ("nl", "Anna de Vries zei niet dat de brug “veilig” was."),
        ("nl", "Anna de Vries heeft nooit gezegd dat de brug “veilig” is."),
    ],
)
def test_who_did_not_say_the_words_is_not_their_speaker_abroad(code: str, sentence: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [""]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("fr", "Anne Martin n'a pas seulement dit « le pont est sûr ».", "Anne Martin"),
        ("de", "Anna Weber sagte, die Brücke sei nicht „sicher“.", "Anna Weber"),
        ("es", "Ana López dijo que no era «seguro».", "Ana López"),
        ("it", "Anna Bianchi ha detto che non è «sicuro».", "Anna Bianchi"),
    ],
)
def test_a_negation_in_what_is_said_leaves_the_speaker(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]
