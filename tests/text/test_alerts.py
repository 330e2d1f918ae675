from __future__ import annotations

import pytest

from desktop.text.changes import Alert, AlertKind, ChangeKind, Kind
from desktop.text.diff import compare


def alerts(a: str, b: str) -> list[tuple[AlertKind, str, str]]:
    return [(alert.kind, alert.a_text, alert.b_text) for alert in compare(a, b).alerts]


K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He named six Russian bases.", "He named five Russian bases.", K.NUMBER, ("six", "five")),
        ("They paid 1.5 percent.", "They paid 15 percent.", K.NUMBER, ("1.5", "15")),
        ("It cost $5 million in all.", "It cost $5 billion in all.", K.NUMBER, ("$5 million", "$5 billion")),
        ("It lies 5 miles away.", "It lies 5 km away.", K.NUMBER, ("miles", "km")),
        ("Shells from North Korea came.", "Shells from South Korea came.", K.PLACE, ("North Korea", "South Korea")),
        ("He lives in London now.", "He lives in Paris now.", K.PLACE, ("London", "Paris")),
        ("A talk with Tim Cook began.", "A talk with Elon Musk began.", K.NAME, ("Tim Cook", "Elon Musk")),
        ("It was signed on Tuesday.", "It was signed on Wednesday.", K.DATE, ("Tuesday", "Wednesday")),
        ("It was signed in 2018.", "It was signed in 2019.", K.DATE, ("2018", "2019")),
        ("There is no indication of it.", "There is an indication of it.", K.NEGATION, ("no", "")),
        ("He was not guilty.", "He was guilty.", K.NEGATION, ("not", "")),
        ("We expect it could try.", "We anticipate it may try.", K.HEDGE, ("could", "may")),
        ("He reportedly left town.", "He left town.", K.HEDGE, ("reportedly", "")),
        ("The firm denied the report.", "The firm confirmed the report.", K.NEGATION, ("denied", "confirmed")),
        ("They took at least 10 men.", "They took 10 men.", K.NUMBER, ("at least 10", "10")),
        ("They paid 10 euros.", "They paid 10,000 euros.", K.NUMBER, ("10", "10,000")),
        ("It rose by 5% then.", "It rose by 5 percentage points then.", K.NUMBER, ("5%", "5 percentage points")),
        ("It cost $5 to get in.", "It cost €5 to get in.", K.NUMBER, ("$5", "€5")),
        ("The second man left.", "The third man left.", K.NUMBER, ("second", "third")),
        ("The blast killed 12 people.", "The blast wounded 12 people.", K.NUMBER, ("killed", "wounded")),
        ("They won 2-1 at home.", "They won 3-1 at home.", K.NUMBER, ("2-1", "3-1")),
        ("Some 2000 men came.", "Some 3000 men came.", K.NUMBER, ("2000", "3000")),
        ("It ends next week in Rome.", "It ends this week in Rome.", K.DATE, ("next week", "this week")),
        ("It was on 5 May 2020.", "It was on 6 May 2020.", K.DATE, ("5 May 2020", "6 May 2020")),
        ("It began at 11:30 there.", "It began at 12:30 there.", K.DATE, ("11:30", "12:30")),
        ("He met Jon Smith there.", "He met John Smyth there.", K.NAME, ("Jon Smith", "John Smyth")),
        ("The aid of Oxfam came.", "The aid of Caritas came.", K.NAME, ("Oxfam", "Caritas")),
        ("She came with him.", "She came without him.", K.NEGATION, ("", "without")),
        ("It was confirmed then.", "It was unconfirmed then.", K.NEGATION, ("confirmed", "unconfirmed")),
        ("He didn't go home.", "He did go home.", K.NEGATION, ("didn't", "")),
        ("He said he knew it.", "He admitted he knew it.", K.SPEAKER, ("said", "admitted")),
        ("A spokesman said so.", "An official said so.", K.SPEAKER, ("spokesman", "official")),
        ("US officials said so.", "North Korea said so.", K.SPEAKER, ("US officials", "North Korea")),
        ("“We may win this,” he said.", "“We will win this,” he said.", K.HEDGE, ("may", "will")),
        ("“I did it,” he said.", "“I did it,” she said.", K.SPEAKER, ("he", "she")),
        ("“We will win this,” he said.", "“We will lose this,” he said.", K.QUOTATION, ("win", "lose")),
        ("“We will win the war,” he said.", "“We will win,” he said.", K.TRUNCATION, ("the war", "")),
        (
            "The “small plan” of his failed.",
            "The small plan of his failed.",
            K.BOUNDARY,
            ("“small plan”", "small plan"),
        ),
        ("It was “good and cheap”.", "It was good “and cheap”.", K.BOUNDARY, ("“good", "good")),
        (
            "It shuts on Monday, Tuesday now.",
            "It shuts on Monday, Friday now.",
            K.DATE,
            ("Monday, Tuesday", "Monday, Friday"),
        ),
    ],
)
def test_what_matters_is_found_with_its_class_and_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert (kind, *reading) in alerts(a, b)
    assert (kind, *reversed(reading)) in alerts(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Recent counteroffensives went on.", "Recent counter-offensives went on."),
        ("Some 7,200 men came.", "Some 7200 men came."),
        ("Then five men came.", "Then 5 men came."),
        ("They paid $5m for it.", "They paid $5 million for it."),
        ("They paid 5 per cent.", "They paid 5%."),
        ("Yesterday John Kirby said so.", "Yesterday Mr Kirby said so."),
        ("A US official said so.", "A United States official said so."),
        ("It began on September 6 there.", "It began on 6 Sept there."),
        ("The quick dog ran home.", "The fast dog ran home."),
        ("“It’s over,” he said.", '"It\'s over," he said.'),
        ("One of the men left.", "A man left."),
        ("The Russian army left.", "Russia’s army left."),
        ("“We lost six men,” he said.", "“We lost 6 men,” he said."),
        ("“We go. We stay,” he said.", "“We go.” “We stay,” he said."),
        ("They have no proof of it.", "They do not have any proof of it."),
        ("Some 250 men came.", "Some two hundred and fifty men came."),
        ("Yesterday North Korea said so.", "Yesterday, though, North Korea said so."),
        ("A three-storey house fell.", "A three storey house fell."),
        ("He saw the Democrats there.", "He saw the Democrat there."),
        ("In a rewrite, the White House, says he,", "For the war in Ukraine it was this,"),
        ("He was seen this Saturday morning, he said.", "He was seen this Saturday 19 September Tuesday, he said."),
    ],
)
def test_what_does_not_matter_raises_no_alert(a: str, b: str) -> None:
    assert alerts(a, b) == []


def test_an_alert_says_in_a_sentence_what_differs_and_where() -> None:
    a, b = "He named six Russian bases.", "He named five Russian bases."
    (alert,) = compare(a, b).alerts
    assert alert.why == "The number differs: “six” against “five”."
    assert (alert.a.of(a), alert.b.of(b)) == ("six", "five")
    (alert,) = compare("He was not guilty.", "He was guilty.").alerts
    assert alert.why == "Only A denies: A says “was not guilty”, B “was guilty”."


def test_who_speaks_and_how_is_one_alert() -> None:
    (alert,) = compare("The White House said he left.", "A US official confirmed he left.").alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (K.SPEAKER, "White House said", "US official confirmed")


def test_neighbouring_words_of_one_quotation_are_told_together() -> None:
    a = "There are “no signs that the deal has been struck by now”, he said."
    b = "There are “no hints that a deal has been struck by now”, he said."
    assert alerts(a, b) == [(K.QUOTATION, "signs that the", "hints that a")]


def test_a_quotation_that_goes_on_in_one_text_is_told_with_what_the_other_leaves_out() -> None:
    a = "“It shows how much they suffer”, he said."
    b = "“It shows how much they suffer so that they beg for help”, he said."
    (alert,) = compare(a, b).alerts
    assert (alert.kind, alert.b_text) == (K.TRUNCATION, "so that they beg for help")
    assert alert.why == "The quotation is shorter in A: only B has “so that they beg for help”."


def test_a_quotation_printed_in_two_parts_is_not_shorter() -> None:
    a = "“We had no news of it until the last day came,” he said."
    b = "“We had no news,” he said. “Of it until the last day came.”"
    assert K.TRUNCATION not in {alert.kind for alert in compare(a, b).alerts}


def test_alerts_are_ranked_with_those_inside_quotation_marks_first() -> None:
    a = "He came on Monday. “We lost six men,” he said. They may go. It cost 5 euros then."
    b = "He came on Friday. “We lost nine men,” he said. They must go. It cost 7 euros then."
    found: tuple[Alert, ...] = compare(a, b).alerts
    assert [alert.a_text for alert in found] == ["six", "5", "Monday", "may"]
    assert [alert.rank for alert in found] == sorted(alert.rank for alert in found)


def test_graver_alerts_come_first() -> None:
    a = "He said six men came on Monday. She was not there. “We go home now,” he said. They may go. Tim Cook left."
    b = "He said ten men came on Friday. She was there. “We go away now,” he said. They will go. Tom Hook left."
    kinds = [alert.kind for alert in compare(a, b).alerts]
    assert kinds == [K.NUMBER, K.NEGATION, K.NAME, K.DATE, K.HEDGE, K.QUOTATION]


def test_a_whole_new_sentence_raises_no_alert_for_every_fact_in_it() -> None:
    a = "The talks ended. Nobody was hurt."
    b = "The talks ended. On Monday 12 men from Norway met John Doe in Oslo and may not return. Nobody was hurt."
    assert alerts(a, b) == []


def test_an_empty_reading_points_to_the_place_of_the_change() -> None:
    a, b = "He was not guilty.", "He was guilty."
    (alert,) = compare(a, b).alerts
    assert alert.b.start == alert.b.end == b.index("guilty")


GERMAN = "Die Polizei und die Feuerwehr waren mit dem Bürgermeister auf dem Platz. {} Das ist nicht alles, was er weiß."
FRENCH = "La police et les pompiers étaient dans la ville avec le maire. {} Ce n'est pas tout ce que l'on sait."
SPANISH = "La policía y los bomberos estaban en la ciudad con el alcalde. {} No es todo lo que se sabe de esto."


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Es kamen sechs Männer.", "Es kamen fünf Männer.", K.NUMBER, ("sechs", "fünf")),
        (GERMAN, "Es waren 1,5 Prozent.", "Es waren 15 Prozent.", K.NUMBER, ("1,5", "15")),
        (
            GERMAN,
            "Es kamen mindestens 1.500 Männer.",
            "Es kamen 1.500 Männer.",
            K.NUMBER,
            ("mindestens 1.500", "1.500"),
        ),
        (GERMAN, "Er kam am 6. Mai 2020.", "Er kam am 7. Mai 2020.", K.DATE, ("6. Mai 2020", "7. Mai 2020")),
        (GERMAN, "Er kam in dieser Woche.", "Er kam in der vorigen Woche.", K.DATE, ("dieser Woche", "vorigen Woche")),
        (GERMAN, "Er hat keine Beweise.", "Er hat Beweise.", K.NEGATION, ("keine", "")),
        (GERMAN, "Er bestätigte den Bericht.", "Er bestritt den Bericht.", K.NEGATION, ("bestätigte", "bestritt")),
        (GERMAN, "Das könnte gelingen.", "Das wird gelingen.", K.HEDGE, ("könnte", "wird")),
        (GERMAN, "Er sagte, es sei gut.", "Er behauptete, es sei gut.", K.SPEAKER, ("sagte", "behauptete")),
        (GERMAN, "Sie kamen aus Nordkorea.", "Sie kamen aus Südkorea.", K.PLACE, ("Nordkorea", "Südkorea")),
        (GERMAN, "Er traf Angela Merkel dort.", "Er traf Anna Müller dort.", K.NAME, ("Angela Merkel", "Anna Müller")),
        (FRENCH, "Il y avait six hommes.", "Il y avait cinq hommes.", K.NUMBER, ("six", "cinq")),
        (FRENCH, "Il est venu lundi soir.", "Il est venu mardi soir.", K.DATE, ("lundi soir", "mardi soir")),
        (FRENCH, "Il n'a pas tort.", "Il a tort.", K.NEGATION, ("pas", "")),
        (FRENCH, "Il affirme le contraire.", "Il nie le contraire.", K.NEGATION, ("affirme", "nie")),
        (FRENCH, "Cela pourrait durer.", "Cela devrait durer.", K.HEDGE, ("pourrait", "devrait")),
        (FRENCH, "Il dit le contraire.", "Il admet le contraire.", K.SPEAKER, ("dit", "admet")),
        (FRENCH, "Le gaz de l'Ukraine.", "Le gaz de la Russie.", K.PLACE, ("l'Ukraine", "Russie")),
        (SPANISH, "Eran treinta y cinco.", "Eran treinta y seis.", K.NUMBER, ("treinta y cinco", "treinta y seis")),
        (SPANISH, "Llegó el lunes a Lima.", "Llegó el martes a Lima.", K.DATE, ("lunes", "martes")),
        (SPANISH, "El alcalde no va a ir.", "El alcalde va a ir.", K.NEGATION, ("no", "")),
        (SPANISH, "El presunto autor huyó.", "El autor huyó.", K.HEDGE, ("presunto", "")),
        (SPANISH, "Dijo que era verdad.", "Admitió que era verdad.", K.SPEAKER, ("Dijo", "Admitió")),
    ],
)
def test_what_matters_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert (kind, *reading) in alerts(frame.format(a), frame.format(b))


@pytest.mark.parametrize(
    ("frame", "a", "b"),
    [
        (GERMAN, "Der Hund schlief auf dem Sofa.", "Die Katze schlief auf dem Bett."),
        (GERMAN, "Es kamen fünfundzwanzig Männer.", "Es kamen 25 Männer."),
        (GERMAN, "Es kostet 5 Mio. Euro.", "Es kostet 5 Millionen Euro."),
        (FRENCH, "Il a payé 5 pour cent.", "Il a payé 5 %."),
        (FRENCH, "Il a payé quatre-vingt-dix euros.", "Il a payé 90 euros."),
        (SPANISH, "Eran treinta y cinco.", "Eran 35."),
    ],
)
def test_what_does_not_matter_in_other_languages_raises_no_alert(frame: str, a: str, b: str) -> None:
    assert alerts(frame.format(a), frame.format(b)) == []


def test_an_ordinal_with_two_points_is_read_without_an_error() -> None:
    assert compare("See the 1.2.3rd item of it.", "See the 1.2.4th item of it.").changes


@pytest.mark.parametrize("kind", Kind)
def test_each_fact_of_a_change_has_an_alert_of_its_own_with_its_own_place_in_both_texts(kind: Kind) -> None:
    a, b = "On Monday 12 people in Lagos died.", "On Tuesday 15 people in Lagos died."
    (change,) = compare(a, b, kind=kind).changes
    assert (change.a.of(a), change.b.of(b)) == ("Monday 12", "Tuesday 15")
    told = [(alert.kind, alert.a.of(a), alert.b.of(b)) for alert in change.alerts]
    assert sorted(told) == [(K.DATE, "Monday", "Tuesday"), (K.NUMBER, "12", "15")]
    assert all((alert.a_text, alert.b_text) == (alert.a.of(a), alert.b.of(b)) for alert in change.alerts)


def test_a_fact_inside_a_rewritten_passage_is_told_by_itself() -> None:
    a = "About 3,000 shells from South Korea may arrive soon."
    b = "Some 5,000 rockets out of North Korea will come later."
    (change,) = compare(a, b).changes
    told = {(alert.kind, alert.a.of(a), alert.b.of(b)) for alert in change.alerts}
    assert {(K.NUMBER, "3,000", "5,000"), (K.PLACE, "South Korea", "North Korea")} <= told


def test_paragraphs_that_share_nothing_tell_nothing_of_each_other() -> None:
    same = "It is late in the harbour."
    one = "Lagos counted 12 boats on Monday says the office that looks after every quay and crane of the town."
    other = "Kyiv wants 15 tanks by Friday writes a columnist whose sister once drove through deserts for weeks."
    found = compare(f"{same}\n\n{one}\n\n{same}", f"{same}\n\n{other}\n\n{same}", kind=Kind.VERSIONS)
    assert [change.kind for change in found.changes] == [ChangeKind.REPLACED]
    assert found.alerts == ()
