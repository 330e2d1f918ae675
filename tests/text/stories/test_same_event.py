"""Two pieces report one event where they share rare names, figures and quoted words."""

from __future__ import annotations

from desktop.text.stories.same_event import Answer, Comparison, Kind, Piece, Rarity, read_piece

QUAY = (
    "The harbour of Norvik will be closed for 275 days, harbour master Ada Brink said on Monday. The wall built by "
    "Lund & Sons in 1911 is no longer safe.\n\n“Nobody should stand on that wall today,” said Tom Vale, of the "
    "Fishermen's Guild. The Vesla ferry will use the Kirkegata pier instead."
)
TIDE = (
    "Norvik shuts its harbour: harbour master Ada Brink said that 275 days were needed, because the wall of Lund & "
    "Sons had moved.\n\nTom Vale of the Fishermen's Guild said: “Nobody should stand on that wall today.” From the "
    "Kirkegata pier the Vesla ferry goes on."
)
CHESS = (
    "Ines Moreau won the chess championship of Port Ardel on Sunday with 8.5 points, ahead of Karl Weiss.\n\n“I did "
    "not sleep before the last round,” Moreau told the Ardel Gazette. The prize of 4,000 crowns goes to her club, "
    "the Black Knights of Sorrel Street."
)
EQUALLY_RARE = Rarity({}, 1.0)


def answer(one: Piece, other: Piece, rarity: Rarity = EQUALLY_RARE) -> Answer:
    return Comparison(one, rarity).with_piece(other).answer


def test_names_figures_and_quoted_words_are_marks_once_each() -> None:
    marks = read_piece("Harbour to close", QUAY).marks
    names = set(marks[Kind.NAME])
    assert {"ada brink", "tom vale", "norvik"} <= names
    assert "brink" not in names
    assert "275" in marks[Kind.FIGURE]
    assert marks[Kind.QUOTE]


def test_two_outlets_on_one_event_are_told_from_another_event() -> None:
    quay, tide, chess = (read_piece("", text) for text in (QUAY, TIDE, CHESS))
    comparison = Comparison(quay, EQUALLY_RARE)
    assert comparison.with_piece(tide).answer is Answer.SAME
    assert "Ada Brink" in comparison.shared_with(tide)
    assert answer(quay, chess) is Answer.OTHER
    assert answer(tide, quay) is answer(quay, tide)


def test_what_stands_everywhere_tells_nothing() -> None:
    quay, tide = read_piece("", QUAY), read_piece("", TIDE)
    everywhere = Rarity(dict.fromkeys(quay.weights, 0.0), 0.0)
    assert answer(quay, tide, everywhere) is not Answer.SAME


def test_the_order_in_which_marks_were_looked_up_does_not_matter() -> None:
    quay, tide = read_piece("", QUAY), read_piece("", TIDE)
    known = {mark: 1 / (3 + number) for number, mark in enumerate(quay.weights)}
    other_order = dict(reversed(known.items()))
    [one, other] = [Comparison(quay, Rarity(marks, 0.7)) for marks in (known, other_order)]
    assert one.with_piece(tide) == other.with_piece(tide)
    assert one.shared_with(tide) == other.shared_with(tide)


def test_pieces_many_days_apart_are_not_of_one_event() -> None:
    quay, tide = read_piece("", QUAY, "2026-03-04"), read_piece("", TIDE, "2027-03-04")
    verdict = Comparison(quay, EQUALLY_RARE).with_piece(tide)
    assert (verdict.answer, verdict.days_apart) == (Answer.OTHER, 365)


def test_of_a_short_text_nothing_is_known() -> None:
    assert answer(read_piece("", "It was late."), read_piece("", "It rained.")) is Answer.UNKNOWN
