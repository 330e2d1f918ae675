"""Alerts of two texts: their order, their sentences, and that what does not matter raises none."""

from __future__ import annotations

from threading import Thread

import pytest

from desktop.text.changes import Alert, AlertKind, ChangeKind, Kind
from desktop.text.diff import Cancelled, compare
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, alerts

WORDS = [
    f"{first}{last}" for first in ("door", "gate", "wheel", "lamp") for last in ("post", "stone", "keeper", "house")
]

K = AlertKind


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


def test_a_whole_new_sentence_raises_one_alert_for_its_first_figure() -> None:
    a = "The talks ended. Nobody was hurt."
    b = "The talks ended. On Monday 12 men from Norway met John Doe in Oslo and may not return. Nobody was hurt."
    assert alerts(a, b) == [(K.FIGURE, "", "12")]
    assert alerts(b, a) == [(K.FIGURE, "12", "")]


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
    found = [(alert.kind, alert.a.of(a), alert.b.of(b)) for alert in change.alerts]
    assert sorted(found) == [(K.DATE, "Monday", "Tuesday"), (K.NUMBER, "12", "15")]
    assert all((alert.a_text, alert.b_text) == (alert.a.of(a), alert.b.of(b)) for alert in change.alerts)


def test_a_fact_inside_a_rewritten_passage_is_told_by_itself() -> None:
    a = "About 3,000 shells from South Korea may arrive soon."
    b = "Some 5,000 rockets out of North Korea will come later."
    (change,) = compare(a, b).changes
    found = {(alert.kind, alert.a.of(a), alert.b.of(b)) for alert in change.alerts}
    assert {(K.NUMBER, "3,000", "5,000"), (K.PLACE, "South Korea", "North Korea")} <= found


def test_of_paragraphs_that_share_nothing_only_their_own_figures_are_told() -> None:
    same = "It is late in the harbour."
    one = "Lagos counted 12 boats on Monday says the office that looks after every quay and crane of the town."
    other = "Kyiv wants 15 tanks by Friday writes a columnist whose sister once drove through deserts for weeks."
    found = compare(f"{same}\n\n{one}\n\n{same}", f"{same}\n\n{other}\n\n{same}", kind=Kind.VERSIONS)
    assert [change.kind for change in found.changes] == [ChangeKind.REPLACED]
    assert [(alert.kind, alert.a_text, alert.b_text) for alert in found.alerts] == [
        (K.FIGURE, "12", ""),
        (K.FIGURE, "", "15"),
    ]


def test_alerts_are_looked_for_when_the_changes_are_first_asked_for_and_once() -> None:
    looks: list[int] = []

    def cancelled() -> bool:
        looks.append(1)
        return False

    found = compare("Some 30 men came on Monday.", "Some 40 men came on Monday.", cancelled=cancelled)
    assert not any(change.alerts for change in found.bare_changes)
    before = len(looks)
    assert [alert.a_text for change in found.changes for alert in change.alerts] == ["30"]
    assert len(looks) > before
    assert found.changes is found.changes
    assert [(change.kind, change.a, change.b) for change in found.changes] == [
        (change.kind, change.a, change.b) for change in found.bare_changes
    ]


def test_a_search_for_alerts_that_was_given_up_is_made_when_it_is_asked_for_again() -> None:
    give_up = False
    found = compare("It cost 3 crowns.", "It cost 4 crowns.", cancelled=lambda: give_up)
    give_up = True
    with pytest.raises(Cancelled):
        _ = found.changes
    give_up = False
    assert len(found.alerts) == 1


def test_several_threads_may_ask_for_alerts_at_once() -> None:
    a = " ".join(f"In year {number} they counted {number + 7} ships off the coast." for number in range(1, 400))
    found = compare(a, a.replace("8 ships", "9 boats"), one_article=True)
    calls: list[object] = []
    threads = [Thread(target=lambda: calls.append(found.changes)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(calls) == 4
    assert all(each is calls[0] for each in calls)
    assert found.alerts


@pytest.mark.parametrize(
    ("said", "says", "told"),
    [
        ("They saw 3,000 men there.", "They saw more than 3,000 men there.", True),
        ("They saw many men there.", "They saw many more men there.", False),
        ("They saw a thousand men there.", "They saw over a thousand men there.", None),
    ],
)
def test_a_word_that_may_qualify_a_number_is_told_in_a_long_text_as_in_a_short_one(
    said: str, says: str, told: bool | None
) -> None:
    filler = "\n\n".join(f"Nobody knew what the {word} was for, and so it stayed where it was." for word in WORDS)
    long = compare(f"{filler}\n\n{said}\n\n{filler}", f"{filler}\n\n{says}\n\n{filler}", one_article=True)
    short = compare(said, says, one_article=True)
    assert [alert.kind for alert in long.alerts] == [alert.kind for alert in short.alerts]
    assert told is None or bool(long.alerts) == told


@pytest.mark.parametrize(("size", "told"), [(5_000, True), (25_000, False)])
def test_of_what_is_as_long_as_an_article_no_fact_is_told(size: int, told: bool) -> None:
    more = "The council had not met since the flood and nobody knew when it would. " * (size // 70)
    found = compare("The pier closed.", f"The pier closed.\n\nAbout 4,512 people came. {more}", kind=Kind.VERSIONS)
    assert any("4,512" in alert.b_text for alert in found.alerts) is told


def test_a_date_that_only_stands_elsewhere_is_no_date_that_came_and_one_that_went() -> None:
    a, b = "He came on 6 Sept to Rome.", "He came to Rome on 6 September, by boat."
    assert alerts(a, b) == alerts(b, a) == []


def test_a_word_that_carries_its_own_denial_stands_for_another_one_that_is_denied() -> None:
    a, b = "The crew was not harmed by it.", "The crew was unharmed by it."
    assert alerts(a, b) == alerts(b, a) == []
    assert [kind for kind, *_ in alerts(a, "The crew was harmed by it.")] == [AlertKind.NEGATION]


def test_two_changes_in_one_quotation_are_told_once_those_of_two_quotations_each() -> None:
    frame = "He said “the {} house near the {} mill was sold”."
    [alert] = compare(frame.format("big", "old"), frame.format("tall", "grey")).alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (
        AlertKind.QUOTATION, "big house near the old", "tall house near the grey",
    )  # fmt: skip
    apart = "He called it “a {} house” and “a {} mill”, which it was."
    assert len(compare(apart.format("big", "old"), apart.format("tall", "grey")).alerts) == 2


def test_of_two_accounts_it_is_not_told_what_only_one_of_them_names() -> None:
    late = "The ferry was late on Monday{} because of the storm, the harbour master told a crowd of angry passengers."
    a, b = late.format(""), late.format(" in Berlin")
    assert [alert.kind for alert in compare(a, b, kind=Kind.VERSIONS).alerts] == [AlertKind.PLACE]
    assert compare(a, b, kind=Kind.ACCOUNTS).alerts == ()


def test_what_somebody_is_quoted_with_comes_before_graver_facts_outside_of_the_marks() -> None:
    found = compare("Some 40 boats left. He said “we may go soon”.", "Some 50 boats left. He said “we will go soon”.")
    assert [alert.kind for alert in found.alerts] == [AlertKind.HEDGE, AlertKind.NUMBER]
