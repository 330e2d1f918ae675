"""Surnames, pronouns, roles and descriptions are resolved to the person whom the article names."""

from __future__ import annotations

import pytest

from desktop.text.quotes import find_quotes
from tests.text.attribution.articles import attributions, who


def test_a_surname_means_the_person_named_in_full() -> None:
    (found,) = attributions("“We will build it,” Berg said.")
    assert (found.speaker, found.person, found.role) == ("Berg", "Tom Berg", "city's chief engineer")


def test_a_given_name_means_the_person_named_in_full() -> None:
    assert who("“We will build it,” Tom said.") == ["Tom Berg"]


def test_a_title_tells_people_of_one_surname_apart() -> None:
    intro = "Title\n\nJohn Smith and Mary Smith, both farmers, came late on Monday.\n\n"
    assert who("“We will build it,” Mrs. Smith said.", intro=intro) == ["Mary Smith"]
    assert who("“We will build it,” Mr. Smith said.", intro=intro) == ["John Smith"]


def test_pronouns_mean_the_latest_person_of_that_gender() -> None:
    assert who("Berg said it was late.\n\n“We will build it,” he said.") == ["Tom Berg"]
    assert who("Berg wrote to Lee about it. Lee was busy.\n\n“We will build it,” she said.") == ["Ann Lee"]


def test_the_mention_stays_as_printed_beside_the_person() -> None:
    found = attributions("Berg said it was late.\n\n“We will build it,” he said.")[0]
    assert (found.speaker, found.person) == ("he", "Tom Berg")


def test_a_role_means_the_person_who_has_it() -> None:
    intro = (
        "Title\n\nThe report was rejected by Russia’s ambassador to the city, Oleg Orlov, on Monday.\n\n"
        "Town spokesperson Rita Gomez agreed.\n\n"
    )
    assert who("“It is fake,” the top Russian envoy said.", intro=intro) == ["Oleg Orlov"]
    assert who("“It is late,” the town spokesperson said.", intro=intro) == ["Rita Gomez"]
    assert attributions("“It is late,” Gomez said.", intro=intro)[0].role == "Town spokesperson"


def test_an_apposition_gives_the_role() -> None:
    found = attributions("Rita Gomez, Britain's ambassador to the city from 2015 to 2018, said: “We will build it.”")[0]
    assert found.role == "Britain's ambassador to the city from 2015 to 2018"


def test_unnamed_sources_stay_unnamed_but_keep_their_first_description() -> None:
    first, second = attributions(
        "“It is late,” a senior county official said by email.\n\n“It is too late,” the official said."
    )
    assert (first.speaker, first.person) == ("a senior county official", "")
    assert (second.speaker, second.person) == ("the official", "a senior county official")


def test_a_pronoun_means_the_subject_of_the_sentence_just_before() -> None:
    intro = (
        "Pier\n\nHarbour master Nils Orr said the pier was sound. “It stands,” Orr said.\n\n"
        "But diver Paul Reed, of the Baker Trust, doubted it.\n\n"
    )
    assert who("“I saw the piles,” he told the club’s lawyer, Sam Cole.", intro=intro)[-1] == "Paul Reed"
    assert who("Reed said he had seen Nils Orr.\n\n“I saw the piles,” he said.", intro=intro)[-1] == "Paul Reed"
    assert who("“I saw the piles,” said Ida Wolf, a cook. “Twice,” she added.", intro=intro)[-1] == "Ida Wolf"


def test_a_spokeswoman_is_not_whom_she_speaks_for() -> None:
    intro = "Pier\n\nMarta Lund won the vote.\n\nLund spokeswoman Ida Wolf thanked the town. "
    assert who("“Nice try,” she said in a note.", intro=intro) == ["Ida Wolf"]


def test_the_son_is_not_the_father() -> None:
    intro = (
        "Race\n\nFriends of Owen Pike Jr. waved from the boat. On Tuesday Senator Owen Pike called off the race.\n\n"
    )
    assert who("“Nobody sails,” Mr. Pike wrote.", intro=intro) == ["Owen Pike"]


def test_a_short_first_name_means_the_person_with_the_long_one() -> None:
    intro = "Race\n\nMichael Stone and Ida Stone came on Tuesday.\n\n"
    assert who("“Nobody sails,” Mike Stone said.", intro=intro) == ["Michael Stone"]


def test_names_keep_their_particles_and_given_names_that_are_words() -> None:
    names = (
        "Samira al-Hadid",
        "Ana de la Cruz",
        "Ali ben Salem",
        "Haakon av Vik",
        "Luc d’Aubry",
        "April Holm",
        "Will Stone",
    )
    for name in names:
        assert who(f"“Nobody sails,” {name} said.") == [name]
        assert who(f"“Nobody sails,” said {name}, a nurse.") == [name]


def test_who_is_named_by_a_month_is_not_the_month() -> None:
    assert who("“Nobody sails,” Ida Wolf said in May. Lund was not there.") == ["Ida Wolf"]
    assert who("In May Theresa Lund said: “Nobody sails.”") == ["Theresa Lund"]


def test_what_cannot_be_somebody_is_no_person_for_he() -> None:
    intro = (
        "Pier\n\n“It is late,” the diver Paul Reed said.\n\n"
        "Behind the Harbour Works Staff rooms stands an Art Deco hall. Port Salem tends to run everything itself.\n\n"
    )
    assert who("“The planks are rotten,” he said.", intro=intro)[-1] == "Paul Reed"


def test_words_within_a_quotation_introduce_nobody() -> None:
    intro = "Pier\n\nReed said Holm would be “a fine mayor” one day.\n\n"
    assert who("“I shall not run,” the former mayor said.", intro=intro)[-1] == "the former mayor"


def test_a_contracted_pronoun_is_printed_without_its_verb() -> None:
    assert attributions("She’d say it was “a hard winter for all of us”.")[0].speaker == "She"


def test_a_name_within_a_headline_ends_before_its_verb() -> None:
    text = "Berg Takes Talk Of Bridge “Very Seriously”\n\nThe engineer Tom Berg came late. He left soon."
    assert [quote.attribution.name for quote in find_quotes(text)] == ["Tom Berg"]


def test_capitals_that_only_the_headline_has_name_nobody() -> None:
    text = "Crowd Surges Forward With Claim: Bridge Was “A Long Mistake”\n\nMany came on Monday. They left soon."
    assert [quote.attribution.name for quote in find_quotes(text)] == [""]


def test_a_heading_in_capitals_before_a_sentence_is_no_part_of_the_name() -> None:
    text = "TEAM LEAVES OLD VILLAGE The council cited “leaking pipes and broken windows in all rooms”."
    assert who(text) == ["The council"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Salems oberster Bürgermeister Per Kranz spricht von einer „überwältigenden Freude im Ort“.", "Per Kranz"),
        ("„Wäre er da gewesen, wäre nichts passiert“, so die Vorwürfe der Anwältin.", ""),
        ("Der Fall wird nach Angaben der Polizei Krumbach „ganz besonders sorgfältig“ geprüft.", "Polizei Krumbach"),
    ],
)
def test_german_offices_and_institutions_are_read_whole(text: str, speaker: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(text, language="de")] == [speaker]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("en", "A spokesman for the Home Office said it was “late”.", "A spokesman for the Home Office"),
        ("en", "“It is late,” said a lawyer for the defence ministry on Monday.", "a lawyer for the defence ministry"),
        ("en", "A spokesman for Democratic presidential candidate Ann Lee said it was “late”.",
         "A spokesman for Democratic presidential candidate Ann Lee"),
        ("en", "“It is late,” said a resident of Salem. A spokesman said no.", "a resident of Salem"),
        ("en", "“It is late,” said a spokesman for the first time.", "a spokesman"),
        ("de", "Ein Sprecher des Ministeriums sagte: „Wir prüfen das.“", "Ein Sprecher des Ministeriums"),
        ("de", "„Wir prüfen das“, sagte eine Sprecherin der Polizei Köln.", "eine Sprecherin der Polizei Köln"),
        ("de", "„Wir prüfen das“, sagte ein Sprecher der Deutschen Presse-Agentur.", "ein Sprecher"),
        ("de", "Die Autoren der Studie werfen den Behörden vor: „Alles ist falsch.“", "Die Autoren der Studie"),
        ("fr", "Un porte-parole du ministère a indiqué que « rien ne change ».", "Un porte-parole du ministère"),
        ("es", "Un portavoz del Ministerio indicó que «se investiga».", "Un portavoz del Ministerio"),
        ("nl", "Een woordvoerder van het ministerie zei: “We onderzoeken dit.”", "Een woordvoerder van het ministerie"),
    ],
)  # fmt: skip
def test_whose_spokesman_or_head_somebody_without_a_name_is_belongs_to_them(
    code: str, sentence: str, name: str
) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]


def test_the_spokesman_is_the_one_who_was_brought_in_with_whose_he_is() -> None:
    text = "“It is late,” said a spokesman for the Home Office. “We are late,” the spokesman said."
    assert [q.attribution.name for q in find_quotes(text, language="en")] == ["a spokesman for the Home Office"] * 2


@pytest.mark.parametrize(
    ("country", "name"), [("brasilianische", "der brasilianische Präsident"), ("venezolanische", "Hugo Ramos")]
)
def test_the_president_of_another_country_is_not_who_was_named(country: str, name: str) -> None:
    text = (
        "Der venezolanische Präsident Hugo Ramos sprach am Montag in Caracas.\n\n"
        f"In seiner Rede sagte der {country} Präsident: „Wir können mehr Zucker herstellen.“"
    )
    assert [q.attribution.name for q in find_quotes(text, language="de")] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("en", "In Salem, tenants of the old mill, who asked for help, complained of “walls like wet bread”.",
         "tenants of the old mill"),
        ("en", "A spokesman for the group late Monday said it was “late”.", "A spokesman for the group"),
        ("en", "“It is late,” said a lawyer for the company as he left.", "a lawyer for the company"),
        ("de", "„Es ist spät“, sagte der Leiter des alten Zentrums.", "der Leiter des alten Zentrums"),
        ("de", "„Es ist spät“, sagte eine Zeugin der Polizei.", "eine Zeugin"),
        ("fr", "« Il est tard », a dit un responsable de la police à l'AFP.", "un responsable de la police"),
        ("es", "«Es tarde», dijo un portavoz de la policía local el lunes.", "un portavoz de la policía local"),
    ],
)  # fmt: skip
def test_where_whose_somebody_is_ends(code: str, sentence: str, name: str) -> None:
    assert [quote.attribution.name for quote in find_quotes(sentence, language=code)] == [name]
