"""Each quotation gets its speaker and the cue that names them."""

from __future__ import annotations

import pytest

from desktop.domain import Attribution
from desktop.text.quotes import find_quotes
from tests.text.attribution.articles import attributions, who


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("“We will build it,” Rita Gomez said.", "Rita Gomez", "said"),
        ("“We will build it,” said Rita Gomez, a farmer.", "Rita Gomez", "said"),
        ("“We will build it,” Sen. Rita Gomez (D-Ohio) told reporters on Monday.", "Rita Gomez", "told"),
        ("Rita Gomez said: “We will build it.”", "Rita Gomez", "said"),
        ("Rita Gomez, who ran the works from 2015 to 2018, told a crowd it was late, but added: “We will.”",
         "Rita Gomez", "added"),
        ("Rita Gomez, 55, of Salem, Ohio, said the bridge was “a gift”.", "Rita Gomez", "said"),
        ("Rita Gomez of the river watch project North 38 said the reports were “very plausible”.",
         "Rita Gomez", "said"),
        ("Calling it a “waste of money”, Rita Gomez left the room.", "Rita Gomez", "Calling"),
        ("Rita Gomez attacked the plan, calling it “a waste of money”.", "Rita Gomez", "calling"),
        ("According to Rita Gomez, the bridge is “a gift”.", "Rita Gomez", "According to"),
        ("The bridge is “a gift”, according to Rita Gomez.", "Rita Gomez", "according to"),
        ("On Monday, Rita Gomez last week said it was “a gift”.", "Rita Gomez", "said"),
        ("Speaking in Salem, New Hampshire, Rita Gomez called it “a gift to all of us”.", "Rita Gomez", "called"),
        ("SALEM, Ohio (AP) — Rita Gomez has asked for more, saying it was “a gift to all of us”.",
         "Rita Gomez", "saying"),
        ("Local papers quoted Rita Gomez as telling voters it was “a gift to all of us”.", "Rita Gomez", "telling"),
        ("Secretary of State Rita Gomez said it was “a gift to all of us”.", "Rita Gomez", "said"),
        ("“We will build it,” an angry Rita Gomez thundered.", "Rita Gomez", "thundered"),
        ("“We will build it,” Rita Gomez harrumphed.", "Rita Gomez", "harrumphed"),
        ("Rita Gomez: “We will build it.”", "Rita Gomez", ":"),
        ("“We will build it.” — Rita Gomez", "Rita Gomez", "—"),
        ("Rita Gomez said Tom Berg had told her it was “safe for years”.", "Tom Berg", "told"),
        ("She was moved by Rita Gomez’s claim that it was “a gift to all of us”.", "Rita Gomez", "claim"),
    ],
)  # fmt: skip
def test_the_speaker_and_the_cue_are_found(sentence: str, name: str, cue: str) -> None:
    (found,) = attributions(sentence)
    assert (found.name, found.cue) == (name, cue)


@pytest.mark.parametrize("name", ["Jack Ma", "Ann Major", "Ann Lord", "Van Reed", "Della Reed"])
def test_a_surname_that_is_a_degree_or_a_rank_is_one(name: str) -> None:
    assert who(f"“We will build it,” said {name}, MP. “Never,” {name} said later.") == [name, name]


@pytest.mark.parametrize("name", ["Anh Do", "Kim So", "Yu He", "Li She", "Emre Can", "Lina An"])
def test_a_small_word_with_a_capital_is_the_surname_of_who_speaks(name: str) -> None:
    assert who(f"“We will build it,” {name} said. “Never,” said {name}. “No,” said {name}, a farmer.") == [name] * 3


@pytest.mark.parametrize("sentence", ["“We will build it,” he said.", "That is Lee. He said: “We will build it.”"])
def test_a_small_word_that_opens_a_sentence_is_no_surname(sentence: str) -> None:
    assert who(sentence) == ["Tom Berg"]


def test_one_attribution_serves_both_halves_of_a_split_quotation() -> None:
    assert who("“We will build it,” said Rita Gomez. “And soon.”") == ["Rita Gomez", "Rita Gomez"]


def test_a_closing_attribution_serves_every_quotation_of_its_sentence() -> None:
    sentence = "There are “no plans that we know of” and “certainly no money for it”, Rita Gomez said."
    assert who(sentence) == ["Rita Gomez", "Rita Gomez"]


def test_two_speakers_of_one_sentence_are_kept_apart() -> None:
    sentence = "Rita Gomez called it “a gift to us all”, while Tom Berg said it was “a plain and simple mistake”."
    assert who(sentence) == ["Rita Gomez", "Tom Berg"]


def test_a_paragraph_that_ends_in_a_colon_names_the_speaker_of_the_next() -> None:
    assert who("Rita Gomez had no doubt, but added:\n\n“We will build it.”") == ["Rita Gomez"]


def test_organisations_speak_too() -> None:
    assert who("The bridge is “a gift to all of us”, the White House said on Tuesday.") == ["White House"]


def test_the_outlet_that_had_it_first_is_kept() -> None:
    assert attributions("“It is late,” declared an unnamed engineer to Associated Press.")[0].via == "Associated Press"
    assert attributions("“It is late,” said Rita Gomez, as reported by Reuters.")[0].via == "Reuters"
    assert attributions("“It is late,” said Rita Gomez.")[0].via == ""


@pytest.mark.parametrize(
    ("headline", "name", "cue"),
    [
        ("Gomez: ‘Useless bridge’ must go", "Gomez", ":"),
        ("Bridge is ‘useless’, says Gomez", "Gomez", "says"),
        ("Bridge Is ‘Useless,’ Rita Gomez Says", "Rita Gomez", "Says"),
        ("United States: town could be near buying “millions” of bricks", "United States", ":"),
    ],
)
def test_headlines_name_their_speaker(headline: str, name: str, cue: str) -> None:
    (found,) = attributions(f"{headline}\n\nThe council met on Monday in the old town hall.", intro="")
    assert (found.name, found.cue) == (name, cue)


@pytest.mark.parametrize(
    "sentence",
    [
        "The so-called “friends of the bridge” stayed at home.",
        "A book called “The Long Bridge” lay on the table.",
        "The road became a “causa belli” for both towns.",
    ],
)
def test_nobody_is_named_where_nobody_speaks(sentence: str) -> None:
    assert attributions(sentence) == [Attribution()]


@pytest.mark.parametrize(
    ("language", "sentence", "name", "cue"),
    [
        ("de", "„Wir bauen sie“, sagte Petra Vogel am Montag.", "Petra Vogel", "sagte"),
        ("de", "Petra Vogel erklärte: „Wir bauen sie.“", "Petra Vogel", "erklärte"),
        ("de", "Am Montag sagte Petra Vogel: „Wir bauen sie.“", "Petra Vogel", "sagte"),
        ("fr", "« Nous allons le construire », a déclaré Marie Dupont.", "Marie Dupont", "déclaré"),
        ("fr", "Selon Marie Dupont, le pont est « un cadeau pour tous ».", "Marie Dupont", "Selon"),
        ("es", "“Lo vamos a construir”, dijo Elena Ruiz el lunes.", "Elena Ruiz", "dijo"),
        ("es", "Elena Ruiz afirmó: «Lo vamos a construir».", "Elena Ruiz", "afirmó"),
    ],
)
def test_other_languages_have_their_own_words(language: str, sentence: str, name: str, cue: str) -> None:
    (found,) = attributions(sentence, intro="", language=language)
    assert (found.name, found.cue) == (name, cue)


@pytest.mark.parametrize("name", ["Mary Had", "Meral Is", "Ben Was", "Jo Are"])
def test_a_form_of_to_be_with_a_capital_behind_a_name_is_a_surname(name: str) -> None:
    assert who(f"“We will build it,” {name} said. “No,” said {name}.") == [name] * 2


def test_a_clause_that_opens_the_sentence_keeps_its_own_speaker() -> None:
    assert who("While Rita Gomez called the plan “bold”, Tom Berg said it was “mad”.") == ["Rita Gomez", "Tom Berg"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rita Gomez was found guilty of “gross negligence”.",
        "Rita Gomez rejected suggestions she was “unfit for office”.",
        "Rita Gomez dismissed claims Lee was “unfit for office”.",
        "Crows and ravens are considered the “homicide detectives of the avian world”.",
    ],
)
def test_who_is_only_spoken_of_is_no_speaker(sentence: str) -> None:
    assert who(sentence) == [""]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A Ana le dijeron que «todo iba bien».", ""),
        ("A Ana López le dijo el médico que «todo iba bien».", "el médico"),
        ("A los vecinos les dijeron que «no había peligro».", ""),
        ("A la ministra le preguntaron si «todo iba bien».", ""),
        ("Ana López le dijo al médico que «todo iba bien».", "Ana López"),
    ],
)
def test_who_was_told_in_spanish_is_no_speaker(sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language="es")] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("es", "Para Ana López, es «un error histórico».", "Ana López"),
        ("es", "Para el alcalde, el plan es «un error histórico».", "el alcalde"),
        ("es", "Para junio, el plan es «un error histórico».", ""),
        ("es", "El regalo para Ana López es «un error histórico».", ""),
        ("de", "Für Anna Weber ist das „ein historischer Fehler“.", "Anna Weber"),
        ("de", "Das Ergebnis ist für Anna Weber „eine Katastrophe“.", "Anna Weber"),
        ("de", "Für die Stadt ist das Ergebnis „eine Katastrophe“.", ""),
        ("de", "Der Preis für Anna Weber ist „eine Katastrophe“.", ""),
        ("it", "Per Anna Bianchi, il piano è «un errore storico».", "Anna Bianchi"),
        ("it", "Per la città è «un errore».", ""),
        ("pt", "Para o prefeito, é “uma vergonha”.", "o prefeito"),
        ("nl", "Voor Anna de Vries is het “een historische fout”.", "Anna de Vries"),
        ("en", "For Ann Lee, it is “a historic mistake”.", "Ann Lee"),
        ("en", "For the town, the plan is “a historic mistake”.", ""),
    ],
)
def test_whose_opinion_something_is_has_said_so(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("it", "Il ministro ha detto che il ponte è «sicuro come mai prima».", "Il ministro"),
        ("pt", "Ana Lopes tinha dito que a ponte é “segura”.", "Ana Lopes"),
        ("it", "Rossi, secondo quanto ha detto Bianchi, sarebbe «stanco».", "Bianchi"),
        ("it", "Il ponte è «stanco», come ha detto Bianchi.", "Bianchi"),
        ("es", "Como dijo López, el puente está «cansado».", "López"),
        ("es", "López está «cansado», según ha podido saber El País.", "País"),
        ("fr", "Comme l'a dit Martin, le pont est « fatigué ».", "Martin"),
        ("pt", "Como disse Silva, a ponte está “cansada”.", "Silva"),
        ("de", "Die Brücke ist „müde“, wie Weber sagte.", "Weber"),
        ("nl", "Zoals De Boer zei, is de brug “moe”.", "De Boer"),
        ("it", "A Rossi hanno detto che «tutto va bene».", ""),
        ("it", "A Roma i giudici hanno detto che «tutto va bene».", "i giudici"),
    ],
)
def test_a_verb_before_its_speaker_or_behind_its_auxiliary_is_read(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("de", "Das Buch ist laut einem Jury-Mitglied eine „kluge und komische Geschichte“.", "einem Jury-Mitglied"),
        ("de", "Nach Angaben einer Gewerkschaft sollen „fünf bis sechs Farmen“ gestürmt sein.", "einer Gewerkschaft"),
        ("de", "Nach Aussagen der Anwältin handelte es sich um „eine völlig normale Sache“.", "der Anwältin"),
        ("de", "Nach Einschätzung von Experten ist das „ein Warnsignal“.", "Experten"),
        ("de", "Aus Sicht der Opposition ist das „ein Skandal“.", "der Opposition"),
        ("de", "Nach Angaben vom Montag ist das „ein Skandal“.", ""),
        ("fr", "Selon la police, l'homme était « connu des services ».", "la police"),
        ("fr", "Les manifestants scandaient « Liberté ! ».", "Les manifestants"),
    ],
)
def test_according_to_whom_is_read_with_every_article(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("fr", "La ministre, accusée de « mensonge », se tait.", ""),
        ("fr", "La ministre a été accusée de « mensonge » par le député.", "le député"),
        ("fr", "Anne Martin s'est félicitée d'« un beau geste ».", "Anne Martin"),
        ("de", "Sie wurden von einer Frau mit einem laut skandierten „Frieden schaffen“ begleitet.", ""),
        ("de", "Am Abend zeigte Anna Weber ihre Klima-Dokumentation „Eine unbequeme Wahrheit“.", ""),
        ("de", "Anna Weber kritisiert in der Tageszeitung „Neues Deutschland“ die Aktion.", ""),
        ("de", "Anna Weber berichtete im Saal des Kulturzentrums „Paradox“ von der Reise.", ""),
    ],
)
def test_who_is_accused_or_shows_something_has_not_said_it(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "mention"),
    [
        ("pt", "O presidente afirmou que “não há plano B”.", "O presidente"),
        ("de", "„Nie wieder“, erinnert sich Anna Weber.", "Anna Weber"),
        ("de", "Die Agentur zitiert dazu Anna Weber mit folgenden Worten: „Die Banken sind schuld.“", "Anna Weber"),
        ("it", "Per il sindaco si tratta di «una vergogna».", "il sindaco"),
    ],
)
def test_the_mention_of_the_speaker_begins_with_its_article_and_with_no_adverb(
    code: str, sentence: str, mention: str
) -> None:
    assert [quote.attribution.speaker for quote in find_quotes(sentence, language=code)] == [mention]
