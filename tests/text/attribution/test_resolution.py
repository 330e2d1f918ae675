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
