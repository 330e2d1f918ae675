from __future__ import annotations

from desktop.text.changes import Change, ChangeKind, Comparison, Kind
from desktop.text.diff import compare
from tests.benchmarks.revisions import plain, revision

OPENING = "The ministry in Oslo published its yearly report on fisheries this morning."
MIDDLE = "Fishermen along the northern coast landed record amounts of cod during the winter season."
QUOTE = "“We have never seen such quantities,” harbour master Ingrid Solberg told local radio in Tromsø."
ENDING = "Prices fell by a tenth as a consequence, traders at the exchange in Bergen reported."


def moves(found: Comparison) -> list[Change]:
    return [change for change in found.changes if change.kind is ChangeKind.MOVED]


def versions(a: str, b: str) -> Comparison:
    return compare(a, b, kind=Kind.VERSIONS)


def test_a_moved_paragraph_is_one_change_with_both_places() -> None:
    a = "\n\n".join([OPENING, QUOTE, MIDDLE, ENDING])
    b = "\n\n".join([OPENING, MIDDLE, ENDING, QUOTE])
    (moved,) = moves(versions(a, b))
    assert QUOTE.strip("“.") in moved.a.of(a) or moved.a.of(a).strip() in QUOTE
    assert moved.a.of(a).strip() == moved.b.of(b).strip()
    assert (moved.move, moved.inner) == (1, ())
    stats = versions(a, b).stats
    assert (stats.changes, stats.moved, stats.inserted, stats.deleted) == (1, 1, 0, 0)


def test_edits_inside_moved_text_are_its_inner_changes() -> None:
    a = "\n\n".join([OPENING, QUOTE, MIDDLE, ENDING])
    b = "\n\n".join([OPENING, MIDDLE, ENDING, QUOTE.replace("local radio", "national television")])
    (moved,) = moves(versions(a, b))
    assert [(edit.a.of(a), edit.b.of(b)) for edit in moved.inner] == [("local radio", "national television")]


def test_an_alert_inside_moved_text_is_an_alert_of_the_move() -> None:
    a = "\n\n".join([OPENING, MIDDLE.replace("record", "1,200 tonnes of"), QUOTE, ENDING])
    b = "\n\n".join([OPENING, QUOTE, ENDING, MIDDLE.replace("record", "1,300 tonnes of")])
    found = versions(a, b)
    assert [(alert.a_text, alert.b_text) for alert in found.alerts] == [("1,200", "1,300")]


def test_two_moves_have_two_numbers() -> None:
    a = "\n\n".join([OPENING, QUOTE, MIDDLE, ENDING])
    b = "\n\n".join([MIDDLE, ENDING, QUOTE, OPENING])
    assert sorted(change.move for change in moves(versions(a, b))) in ([1, 2], [1, 2, 3])


def test_what_moved_behind_a_moved_quotation_is_found_as_well() -> None:
    beginning = QUOTE[: QUOTE.index(",")]
    moved = f"Harbour master Ingrid Solberg was on local radio. {beginning} in all my years here.”"
    rest = [paragraph for seed in (3, 4, 5) for paragraph in plain(300, seed).split("\n\n")]
    a = "\n\n".join([OPENING, moved, *rest[:4], MIDDLE, *rest[4:], ENDING])
    b = "\n\n".join([OPENING, *rest, moved, MIDDLE, ENDING])
    found = " ".join(change.a.of(a) for change in moves(versions(a, b)))
    assert moved in found
    assert MIDDLE in found


def test_moved_text_that_lost_a_sentence_or_got_one_is_one_move() -> None:
    lost = "The oldest boats of the fleet had stayed in port until late February because of ice on the fjords."
    moved, rest = f"{QUOTE} {lost} {MIDDLE}", plain(300, 3).split("\n\n")
    a = "\n\n".join([OPENING, moved, *rest, ENDING])
    b = "\n\n".join([OPENING, *rest, moved.replace(f" {lost}", ""), ENDING])
    for first, second, kind in ((a, b, ChangeKind.DELETED), (b, a, ChangeKind.INSERTED)):
        (found,) = moves(versions(first, second))
        assert [edit.kind for edit in found.inner] == [kind]


def test_a_short_phrase_that_occurs_elsewhere_is_no_move() -> None:
    a = f"{OPENING} According to the report. {MIDDLE} {ENDING}"
    b = f"{OPENING} {MIDDLE} {ENDING} According to the report."
    assert moves(versions(a, b)) == []


def test_unrelated_texts_have_no_moves_and_no_islands() -> None:
    found = versions(plain(4000, 1), plain(4000, 2))
    assert moves(found) == []
    assert len(found.changes) <= len(found.rows)
    assert found.stats.alike < 0.01


def test_a_revision_with_known_truth_is_found_again() -> None:
    truth = revision(12_000)
    found = versions(truth.before, truth.after)
    assert found.stats.moved == len(moves(found)) > 0
    moved = sum(len(change.a.of(truth.before).split()) for change in moves(found))
    assert 0.9 * len(truth.moved) <= moved <= 1.02 * len(truth.moved)  # a new sentence amid it may split a move
    assert found.stats.alike > 0.9
