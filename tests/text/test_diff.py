from __future__ import annotations

import random
from itertools import count, pairwise
from pathlib import Path

import pytest

from desktop.domain import Span
from desktop.text.changes import ChangeKind, Kind, Pin
from desktop.text.diff import Cancelled, Rules, compare, token_edits
from desktop.text.languages.registry import stop_words
from desktop.text.words import Word, count_words, is_word, tokenise
from tests.text.revisions import changes_of, outside

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]


def marked(a: str, b: str) -> str:
    """The change as `[-gone-]{+come+}` in A."""
    out, at = "", 0
    for change in changes_of(a, b):
        out += a[at : change.a.start]
        out += f"[-{change.a.of(a)}-]" * bool(change.a) + f"{{+{change.b.of(b)}+}}" * bool(change.b.of(b))
        at = change.a.end
    return out.replace("[--]", "") + a[at:]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The big dog ran.", "The small dog ran.", "The [-big-]{+small+} dog ran."),
        ("The dog ran.", "The old dog ran.", "The {+old +}dog ran."),
        ("The old dog ran.", "The dog ran.", "The [-old -]dog ran."),
        ("It is observed not here.", "It is not observed here.", "It is [-observed not-]{+not observed+} here."),
        ("The dog ran.", "Yesterday the dog ran.", "[-The-]{+Yesterday the+} dog ran."),
        ("One. Two came late.", "One. Three men left. Two came late.", "One. {+Three men left. +}Two came late."),
        ("They agreed in part.", "They agreed in part; I left in part.", "They agreed in part{+; I left in part+}."),
        ("Come if they ask.", "Come if and only if they ask.", "Come {+if and only +}if they ask."),
        ("A new ice sheet.", "A new sheet of old ice.", "A new [-ice sheet-]{+sheet of old ice+}."),
    ],
)
def test_edits_are_marked_where_a_person_would_mark_them(a: str, b: str, expected: str) -> None:
    if "Yesterday" in b:
        assert token_edits(a.split(), b.split()) == [(0, 0, 0, 1)]
    else:
        assert marked(a, b) == expected


def test_a_rewritten_sentence_is_told_clause_by_clause() -> None:
    a, b = "In the capital, police shut two bridges.", "Near our border, troops opened crossings."
    assert marked(a, b) == (
        "[-In the capital-]{+Near our border+}, [-police shut two bridges-]{+troops opened crossings+}."
    )


@pytest.mark.parametrize("mark", ["(now)", "so. Then", "“now”"])
def test_commas_of_different_things_do_not_part_what_was_rewritten(mark: str) -> None:
    found = changes_of(f"In the capital {mark}, police shut two bridges.", "Near our border, troops opened crossings.")
    assert len(found) == 1


def test_what_comes_before_a_sentence_leaves_its_first_word_alone() -> None:
    a = "We answer this question in part ."
    b = "That first account is plausible , but we had to ask several witnesses to answer the question in part ."
    assert token_edits(a.split(), b.split()) == [(0, 0, 0, 7), (1, 1, 8, 14), (2, 3, 15, 16)]


def test_only_typography_is_its_own_class_and_does_not_count() -> None:
    found = compare("“It’s over” – he said…", '"It\'s over" - he said...')
    assert {change.kind for change in found.changes} == {ChangeKind.TYPOGRAPHY}
    assert (found.stats.changes, found.stats.typography, found.stats.alike) == (0, len(found.changes), 1.0)


def test_a_paragraph_split_is_one_small_change() -> None:
    one, two = "First came the rain. Then came the sun.", "First came the rain.\n\nThen came the sun."
    (split,) = changes_of(one, two)
    assert split.kind is ChangeKind.PARAGRAPH
    assert (split.a.of(one), split.b.of(two)) == (" ", "\n\n")
    assert [(row.a, row.b) for row in compare(one, two).rows] == [(Span(0, len(one)), Span(0, len(two)))]


def test_text_wrapped_anew_is_no_change_that_counts() -> None:
    a = "A line that goes on\nand on and on until\nit has to end here."
    b = "A line that goes on and on\nand on until it has\nto end here."
    assert compare(a, b).stats.changes == 0


def test_hidden_text_after_a_paragraph_puts_it_beside_no_other() -> None:
    advert = "Subscribe to our morning letter and read all of it before your first coffee is cold. " * 4
    sentence = "and so it was that they did it all of them there and then."
    mine = (
        "Nobody had expected that the old bridge would hold for another winter, with rusty bolts and a deck that let"
        " through the rain, so the news of a second inspection, and of money for it, came as a relief to many,"
    )
    theirs = (
        "Ferries stay in port for the whole of next week because of a storm that is on its way from the west, and which"
        " forecasters call the heaviest since records began; fish will be dear in every shop along this coast,"
    )
    opening, rest = "The mayor opened a playground on Sunday.", "Prices at the exchange in Bergen fell by a tenth."
    a = f"{opening}\n\n{mine} {sentence}\n\n{advert}\n\n{rest}"
    b = f"{theirs} {sentence}\n\n{rest}"
    found = compare(a, b, hidden_a=[Span(a.index(advert), a.index(rest))], kind=Kind.VERSIONS)
    plain = compare(a.replace(f"{advert}\n\n", ""), b, kind=Kind.VERSIONS)
    sides = [[(row.a is None, row.b is None) for row in rows] for rows in (found.rows, plain.rows)]
    assert sides[0] == sides[1]


@pytest.mark.parametrize(
    ("b", "changes"),
    [
        ("It cost $5 million. He would come.", []),
        ("It cost $5 million. He would not come.", [("", "not ")]),
        ("It cost $6 million. He would come.", [("$5", "$6")]),
        ("It cost $5 billion. He will come.", [("million", "billion"), ("would", "will")]),
        ("It cost $5. He would come.", [(" million", "")]),
    ],
)
def test_what_is_hidden_inside_of_a_sentence_is_no_part_of_a_change(b: str, changes: list[tuple[str, str]]) -> None:
    a = "It cost $5[1] million. He would not come."
    hidden = [Span(10, 13), Span(a.index("not"), a.index("come"))]
    found = compare(a, b, hidden_a=hidden, kind=Kind.VERSIONS)
    assert len(found.rows) == 1
    assert [(change.a.of(a), change.b.of(b)) for change in found.changes] == changes


def test_hidden_text_is_neither_compared_nor_shown() -> None:
    a = "Real words stand here.\n\nSubscribe now!\n\nMore words stand here."
    hidden = [Span(a.index("Subscribe"), a.index("More"))]
    b = "Real words stand here.\n\nMore words stand here."
    found = compare(a, b, hidden_a=hidden)
    assert found.stats.changes == 0
    assert all("Subscribe" not in row.a.of(a) for row in found.rows if row.a)


def test_ignored_changes_keep_their_place_and_are_counted() -> None:
    a, b = "The cat, it sat on 3 mats.", "The Cat it sat on 4 mats."
    strict = compare(a, b)
    lax = compare(a, b, rules=Rules(case=True, punctuation=True, numbers=True))
    assert [change.a for change in lax.changes] == [change.a for change in strict.changes]
    assert lax.stats.ignored == strict.stats.changes > 0
    assert lax.stats.changes == 0
    assert lax.alerts == ()


def test_typography_counts_once_no_rule_ignores_it_and_the_counts_add_up() -> None:
    a, b = "He said “yes” today. It’s fine.", 'He said "yes" today. It\'s good.'
    strict = compare(a, b, rules=Rules(typography=False)).stats
    assert (strict.changes, strict.typography, strict.ignored) == (4, 0, 0)
    lax = compare(a, b).stats
    assert (lax.changes, lax.typography, lax.ignored) == (1, 3, 0)


def test_own_patterns_are_ignored_and_wrong_ones_are_refused() -> None:
    found = compare("Updated at 10:15 today.", "Updated at 10:45 today.", rules=Rules(patterns=(r"\d+:\d+",)))
    assert [change.ignored for change in found.changes] == [True]
    with pytest.raises(ValueError, match="not a regular expression"):
        Rules(patterns=("(",))


HALL = "The board met in the hall. {}"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("It rose 2.5 per cent.", "It rose 25 per cent."),
        ("It cost €40 there.", "It cost $40 there."),
        ("It rose 40% there.", "It rose 40 there."),
        ("They won 4-2.", "They won 42."),
        ("It was 3/4 of it.", "It was 34 of it."),
        ("Take <8 mg of it.", "Take >8 mg of it."),
        ("It was -8 there.", "It was 8 there."),
        ("The C++ part is late.", "The C part is late."),
        ("I know we're there.", "I know were there."),
    ],
)
def test_ignored_punctuation_never_hides_another_number_currency_or_word(a: str, b: str) -> None:
    found = compare(HALL.format(a), HALL.format(b), rules=Rules(punctuation=True))
    assert found.stats.changes > 0


@pytest.mark.parametrize(
    ("a", "b"), [("We wait, never.", "We wait never."), ("A fact: we wait.", "A fact; we wait."), ("Go!", "Go.")]
)
def test_other_punctuation_is_ignored(a: str, b: str) -> None:
    assert compare(HALL.format(a), HALL.format(b), rules=Rules(punctuation=True)).stats.changes == 0


@pytest.mark.parametrize(
    ("a", "b", "pattern"),
    [
        ("Changed 7 June. It rains.", "Changed 8 July. It rains.", r"Changed \d+ \w+"),
        ("Changed 7 June 2021", "Changed 8 June 2021", "Changed .*"),
        ("See also: Mills shut", "See also: Mills open", "See also: .*"),
        ("Made with release 4.1.2 here.", "Made with release 4.2.0 here.", r"release [\d.]+"),
        ("It’s 7 now.", "It’s 8 now.", r"It's \d"),
        ("Changed 7 June. It rains.", "It rains.", r"Changed \d+ \w+\."),
    ],
)
def test_own_patterns_apply_to_the_running_text(a: str, b: str, pattern: str) -> None:
    found = compare(HALL.format(a), HALL.format(b), rules=Rules(patterns=(pattern,)))
    assert found.stats.changes == 0
    assert found.alerts == ()


def test_an_own_pattern_takes_out_no_more_than_it_matches() -> None:
    a, b = HALL.format("Changed 7 June by 3 men."), HALL.format("Changed 8 June by 4 men.")
    found = compare(a, b, rules=Rules(patterns=(r"Changed \d+",)))
    assert [(change.a.of(a), change.b.of(b)) for change in found.changes if not change.ignored] == [("3", "4")]


def test_the_kind_follows_from_the_overlap_and_says_why() -> None:
    assert compare(SEEDS[0], SEEDS[0].replace("Putin", "Mr Putin")).kind is Kind.VERSIONS
    accounts = compare(SEEDS[0], SEEDS[3])
    assert accounts.kind is Kind.ACCOUNTS
    assert accounts.why.endswith("% of the words are the same in the same order.")
    assert "as you chose" in compare(SEEDS[0], SEEDS[3], kind=Kind.VERSIONS).why


def test_accounts_pair_passages_by_content_and_fold_the_rest() -> None:
    found = compare(SEEDS[2], SEEDS[3])
    texts = [(pair.a.of(SEEDS[2]), pair.b.of(SEEDS[3])) for pair in found.pairs]
    assert any("severe supply shortages" in one and "severe supply shortages" in other for one, other in texts)
    assert any(row.folded for row in found.rows)
    inside = [pair.a for pair in found.pairs]
    assert all(any(span.start <= change.a.start <= span.end for span in inside) for change in found.changes)


def test_pins_force_and_forbid_pairs() -> None:
    found = compare(SEEDS[2], SEEDS[3])
    loose = found.pairs[0]
    parted = compare(SEEDS[2], SEEDS[3], pins=[Pin(loose.a, loose.b, together=False)])
    assert (loose.a, loose.b) not in [(pair.a, pair.b) for pair in parted.pairs]
    other = next(row.b for row in found.rows if row.folded and row.b)
    pinned = compare(SEEDS[2], SEEDS[3], pins=[Pin(loose.a, other)])
    assert [(pair.a, pair.b) for pair in pinned.pairs if pair.pinned] == [(loose.a, other)]


@pytest.mark.parametrize(("a", "b", "islands", "kept"), [(1, 2, 3, 0.8), (0, 1, 2, 0.55)])
def test_rewritten_articles_leave_few_stranded_function_words(a: int, b: int, islands: int, kept: float) -> None:
    mine = [SEEDS[a][word.start : word.end] for word in tokenise(SEEDS[a])]
    theirs = [SEEDS[b][word.start : word.end] for word in tokenise(SEEDS[b])]
    edits = token_edits(mine, theirs)
    runs = [mine[one[1] : other[0]] for one, other in pairwise(edits)]
    stranded = [run for run in runs if len(run) <= 3 and all(w.lower() in stop_words() or not is_word(w) for w in run)]
    assert len(stranded) <= islands
    same = len(mine) - sum(edit[1] - edit[0] for edit in edits)
    assert same / common(tokenise(SEEDS[a]), tokenise(SEEDS[b])) >= kept


def common(mine: list[Word], theirs: list[Word]) -> int:
    """The length of the longest common subsequence of keys."""
    row = [0] * (len(theirs) + 1)
    for word in mine:
        before = row
        row = [0]
        for place, other in enumerate(theirs):
            row.append(before[place] + 1 if word.key == other.key else max(before[place + 1], row[place]))
    return row[-1]


def test_a_cancelled_comparison_raises() -> None:
    with pytest.raises(Cancelled):
        compare(SEEDS[0], SEEDS[1], cancelled=lambda: True)


@pytest.mark.parametrize("kind", Kind)
def test_a_comparison_can_be_given_up_at_every_look(kind: Kind) -> None:
    looks = count(1)
    compare(SEEDS[0], SEEDS[1], kind=kind, cancelled=lambda: next(looks) < 0)
    taken = next(looks)
    assert taken > 10
    for last in range(1, taken, 3):
        answers = iter([False] * (last - 1) + [True])
        with pytest.raises(Cancelled):
            compare(SEEDS[0], SEEDS[1], kind=kind, cancelled=answers.__next__)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)*b", "a*a*a*a*c", "(a?){30}a{30}", "(?:(a+)+)+b"])
def test_a_pattern_that_would_never_end_is_not_tried_on_long_readings(pattern: str) -> None:
    found = compare("x " + "a" * 400, "x " + "a" * 500 + "!", rules=Rules(patterns=(pattern,)))
    assert [change.ignored for change in found.changes] == [False]


def scrambled(count: int, seed: int) -> str:
    source = random.Random(seed)
    return " ".join(f"w{source.randrange(2000)}" + "." * (source.random() < 0.05) for _ in range(count))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", ""),
        ("", "words"),
        ("word", ""),
        ("word " * 100_000, "word " * 99_990 + "end"),
        ("x" * 1_000_000, "x" * 999_999 + "y"),
        (" ".join(f"a{n}" for n in range(50_000)), " ".join(f"b{n}" for n in range(50_000))),
        (".,;" * 5_000, ";.," * 5_000),
        ("\n" * 100_000, "\n\n" * 20_000),
        ('"' * 2_000, "“" * 2_001),
        (scrambled(8_000, 1), scrambled(8_000, 2)),
        ("\ud800\udfff", "\udfff\ud800 \u202e"),
    ],
    ids=range(11),
)
def test_hostile_texts_get_an_answer(a: str, b: str) -> None:
    found = compare(a, b)
    if found.kind is Kind.VERSIONS:
        assert outside(a, [change.a for change in found.changes]) == outside(b, [change.b for change in found.changes])


def test_hidden_words_of_long_texts_are_not_counted_where_both_go_on_alike() -> None:
    lines = [f"On day {n} the harbour office counted {n} boats at the {n}th pier of the town." for n in range(60)]
    a = "\n\n".join(lines)
    hidden = Span(a.index(lines[30]), a.index(lines[40]))
    found = compare(a, a.replace("day 5 ", "day 6 "), hidden_a=[hidden], hidden_b=[hidden], kind=Kind.VERSIONS)
    assert found.stats.words_a == found.stats.words_b == count_words(a, [hidden])
    assert [change.a.of(a) for change in found.changes] == ["5"]


def test_what_moved_is_neither_put_in_nor_taken_out_and_no_rule_ignores_it() -> None:
    parts = [f"The {what} of the council was told on Monday that the old pier stays closed." for what in "abcdef"]
    parts[1] = "Seven fishermen from the northern quay had asked for a new crane before the winter storms."
    moved = [parts[0], *parts[2:], parts[1]]
    for rules in (Rules(), Rules(case=True, numbers=True, punctuation=True)):
        found = compare("\n\n".join(parts), "\n\n".join(moved), kind=Kind.VERSIONS, rules=rules)
        assert [(change.kind, change.ignored) for change in found.changes] == [(ChangeKind.MOVED, False)]
        assert (found.stats.inserted, found.stats.deleted, found.stats.moved) == (0, 0, 1)


def test_an_ignored_number_is_one_in_place_of_another_not_one_that_came() -> None:
    rules = Rules(numbers=True)
    assert compare("Some 20 people came.", "Some 30 people came.", rules=rules).changes[0].ignored
    for a, b in (("Some people came.", "Some 30 people came."), ("They met at 5.", "They met at.")):
        assert not any(change.ignored for change in compare(a, b, rules=rules).changes)


def test_a_pattern_that_was_stopped_is_not_tried_on_texts_it_would_be_quick_with() -> None:
    rules = Rules(patterns=("(?:b+b+)+c",))
    assert compare("Aye bbc.", "Aye bbbc.", rules=rules).changes[0].ignored
    compare("x " + "b" * 400, "x " + "b" * 500 + "!", rules=rules)
    assert len(rules.stopped) == 1
    assert not compare("Aye bbc.", "Aye bbbc.", rules=rules).changes[0].ignored
