"""What was done to the words of a quote: every kind, by sentences whose answer a checker would give."""

from __future__ import annotations

import pytest

from desktop.text.sources.match import Match, SourceSearch, SourceText

TRANSCRIPT = """THE COUNCIL OF NORTHBRIDGE
Public hearing

MAYOR LEE: Good morning, everybody. We will close ten bridges before the first snow falls. I don't know who ordered \
the gravel, uh, for the harbor. The old ferry -- the old ferry carried nine hundred people a day, and we sold it for \
$5 million. Nobody in this room, you know, believed that report. (Laughter.) The engineers were right about the \
cables. We're going to pay every single invoice from the quarry.

MR. BERG: The pumps failed twice in March. I told the mayor that the pumps had failed, and she laughed at me. It was a \
long and costly winter for the fishermen of the lower town.

Q  Did anybody ever inspect the tunnel under the customs house?

MAYOR LEE: No. The inspectors never came near the customs house. Let me finish. They wrote to us in August, they sent \
an invoice in September, and they went home in October. Every lamp on the promenade will burn again by Easter.
"""


@pytest.fixture(scope="module")
def search() -> SourceSearch:
    return SourceSearch([SourceText("hearing.txt", TRANSCRIPT)])


def best(search: SourceSearch, quote: str, speaker: str = "") -> Match:
    found = search.match(quote, speaker)
    assert found, quote
    assert found[0].is_found, (quote, found[0].score)
    return found[0]


def printed(match: Match) -> str:
    return TRANSCRIPT[match.start : match.end]


KINDS = [
    ("We will close ten bridges before the first snow falls.", ["verbatim"]),
    ("we will close ten bridges, before the first snow falls –", ["verbatim"]),
    ("believed that report. The engineers were right", ["verbatim"]),
    ("We will close 10 bridges before the first snow falls", ["spelling"]),
    ("I do not know who ordered the gravel", ["spelling"]),
    ("and we sold it for five million dollars", ["spelling"]),
    ("carried 900 people a day", ["spelling"]),
    ("We are going to pay every single invoice", ["spelling"]),
    ("who ordered the gravel for the harbour", ["cleaned", "spelling"]),
    ("I don't know who ordered the gravel for the harbor", ["cleaned"]),
    ("for the harbor. The old ferry carried nine hundred people a day", ["cleaned"]),
    ("Nobody in this room believed that report", ["cleaned"]),
    ("It was a long winter for the fishermen of the lower town", ["trimmed"]),
    ("They wrote to us in August and they went home in October", ["altered", "trimmed"]),
    ("They wrote to us in August, … and they went home in October", ["ellipsis"]),
    ("They wrote to us in August [...] and they went home in October", ["ellipsis"]),
    ("[T]he inspectors never came near the customs house", ["bracket"]),
    ("[The mayor's] inspectors never came near the customs house", ["bracket"]),
    ("The inspector[s] never came near [it,] the customs house", ["bracket"]),
    ("We will close twelve bridges before the first snow falls", ["altered"]),
    ("We will not close ten bridges before the first snow falls", ["altered"]),
    ("The engineers were wrong about the cables", ["altered"]),
    ("They are going to pay every single invoice from the quarry", ["altered", "spelling"]),
    (
        "We will close ten bridges before the first snow falls. Every lamp on the promenade will burn again by Easter.",
        ["joined"],
    ),
    (
        "Every lamp on the promenade will burn again by Easter. We will close ten bridges before the first snow falls.",
        ["joined"],
    ),
]


@pytest.mark.parametrize(("quote", "kinds"), KINDS)
def test_what_was_done_to_the_words(search: SourceSearch, quote: str, kinds: list[str]) -> None:
    found = best(search, quote)
    if kinds == ["altered", "trimmed"]:  # “and” for a comma: what was left out may be said of either
        assert found.kind.value in {"altered", "trimmed"}
    else:
        assert [kind.value for kind in found.kinds] == kinds


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("You can trust the engineers", None),
        ("Who’s going to pay every single invoice from the quarry?", "altered"),
        ("I know who ordered the gravel", "altered"),
        ("The pumps had not not failed, and she laughed at me", "altered"),
    ],
)
def test_another_word_is_never_called_the_same(search: SourceSearch, quote: str, words: str | None) -> None:
    found = search.match(quote)
    if words is None:
        assert not found or not found[0].is_found
    else:
        assert found[0].kind.value == words


def test_can_and_cannot_are_told_apart() -> None:
    search = SourceSearch([SourceText("a", "You can't allow such heavy lorries on the wooden bridge.")])
    assert best(search, "You can allow such heavy lorries on the wooden bridge").kind.value == "altered"
    assert best(search, "You cannot allow such heavy lorries on the wooden bridge").kind.value == "spelling"


def test_a_word_said_twice_and_shortened_is_left_out_whole() -> None:
    search = SourceSearch([SourceText("a", "I do not believe that that's going to last through the winter.")])
    found = best(search, "I do not believe that's going to last through the winter")
    assert found.kind.value in {"cleaned", "trimmed"}


def test_the_words_of_another_speaker_are_named(search: SourceSearch) -> None:
    found = best(search, "The pumps failed twice in March", "Ann Lee")
    assert found.kind.value == "other-speaker"
    assert found.speaker == "Mr. Berg"
    assert best(search, "The pumps failed twice in March", "Tom Berg").kind.value == "verbatim"


def test_a_question_of_a_reporter_is_not_the_answer(search: SourceSearch) -> None:
    found = best(search, "Did anybody ever inspect the tunnel under the customs house?", "Mayor Ann Lee")
    assert found.kind.value == "other-speaker"
    assert found.speaker == "Q"


def test_pieces_stand_in_the_order_of_the_quote(search: SourceSearch) -> None:
    found = best(
        search, "Every lamp on the promenade will burn again by Easter. The engineers were right about the cables."
    )
    first, second = found.pieces
    assert TRANSCRIPT[slice(*first)].startswith("Every lamp")
    assert TRANSCRIPT[slice(*second)].startswith("The engineers")
    assert (found.start, found.end) == first  # the longest


def test_a_word_that_stands_everywhere_finds_nothing() -> None:
    search = SourceSearch([SourceText("a", "The ferry and the pier and the harbor. " * 20)])
    assert not any(each.is_found for each in search.match("the"))


@pytest.mark.parametrize(
    "quote",
    [
        "We will see",
        "in the first place we will have to see what they are going to do about it",
        "The council voted for a new harbor wall on Tuesday",
        "",
        "…",
        "[...]",
    ],
)
def test_words_that_merely_recur_find_nothing(search: SourceSearch, quote: str) -> None:
    found = search.match(quote)
    assert not found or not found[0].is_found


def test_ends_are_those_of_the_answering_words(search: SourceSearch) -> None:
    assert printed(best(search, "He is going to pay every single invoice from the quarry")) in {
        "We're going to pay every single invoice from the quarry",
        "going to pay every single invoice from the quarry",
    }
    assert printed(best(search, "sold it for five million dollars")) == "sold it for $5 million"


def test_what_is_printed_twice_and_was_said_once_is_altered(search: SourceSearch) -> None:
    found = best(search, "I told the mayor that the pumps had failed, the pumps had failed, and she laughed at me")
    assert found.kind.value == "altered"
    assert printed(found) == "I told the mayor that the pumps had failed, and she laughed at me"


def test_many_words_in_a_row_by_the_named_speaker_are_found_though_others_were_put_in(search: SourceSearch) -> None:
    speech = "We will close ten bridges before the first snow falls. I don't know who ordered the gravel"
    quote = f"{speech}, and believe nobody who claims otherwise in whichever newspaper"
    assert best(search, quote, "Mayor Lee").kind.value == "altered"
    assert not search.match(quote)[0].is_found


@pytest.mark.parametrize(
    ("quote", "speaker"),
    [
        ("never came near", "Mr. Berg"),
        ("costly winter", "Mayor Lee"),
        ("any better", "Mayor Lee"),
        ("tunnel", "Ann Fox"),
    ],
)
def test_few_words_that_others_say_are_no_find_but_it_is_not_denied_that_they_stand_there(
    search: SourceSearch, quote: str, speaker: str
) -> None:
    found = search.match(quote, speaker)
    assert not any(each.is_found for each in found)
    stands_there = quote in TRANSCRIPT
    assert [printed(each) for each in found[:1] if each.recurs] == ([quote] if stands_there else [])


def test_a_sure_place_comes_before_one_by_chance(search: SourceSearch) -> None:
    found = search.match("the pumps", "Mr. Berg")
    assert not found[0].recurs
    assert found[0].speaker == "Mr. Berg"
