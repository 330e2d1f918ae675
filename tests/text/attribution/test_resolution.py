"""Surnames, pronouns, roles and descriptions are resolved to the person whom the article names."""

from __future__ import annotations

from tests.text.attribution.articles import told, who


def test_a_surname_means_the_person_named_in_full() -> None:
    (found,) = told("“We will build it,” Berg said.")
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
    found = told("Berg said it was late.\n\n“We will build it,” he said.")[0]
    assert (found.speaker, found.person) == ("he", "Tom Berg")


def test_a_role_means_the_person_who_has_it() -> None:
    intro = (
        "Title\n\nThe report was rejected by Russia’s ambassador to the city, Oleg Orlov, on Monday.\n\n"
        "Town spokesperson Rita Gomez agreed.\n\n"
    )
    assert who("“It is fake,” the top Russian envoy said.", intro=intro) == ["Oleg Orlov"]
    assert who("“It is late,” the town spokesperson said.", intro=intro) == ["Rita Gomez"]
    assert told("“It is late,” Gomez said.", intro=intro)[0].role == "Town spokesperson"


def test_an_apposition_gives_the_role() -> None:
    found = told("Rita Gomez, Britain's ambassador to the city from 2015 to 2018, said: “We will build it.”")[0]
    assert found.role == "Britain's ambassador to the city from 2015 to 2018"


def test_unnamed_sources_stay_unnamed_but_keep_their_first_description() -> None:
    first, second = told(
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
