"""Quotations are found whole, whatever their marks, and get the right kind."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import QuoteKind, Span
from desktop.text.languages.registry import detect_language
from desktop.text.quotes import doubtful_marks, find_quotes

BODY = "The council met on Monday in the old town hall and sat until late.\n\n"


def spans(text: str, **more: object) -> list[str]:
    return [q.span.of(text) for q in find_quotes(text, **more)]  # type: ignore[arg-type]  # keyword options


def in_body(sentence: str) -> str:
    return f"Council splits over bridge\n\n{BODY}{sentence}"


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("“We will build it,” Ann Lee said.", "We will build it,"),
        ('"We will build it," Ann Lee said.', "We will build it,"),
        ("‘We won’t build it,’ Ann Lee said.", "We won’t build it,"),
        ("'We won't build it,' Ann Lee said.", "We won't build it,"),
        ("''We will build it,'' Ann Lee said.", "We will build it,"),
        ("``We will build it,'' Ann Lee said.", "We will build it,"),
        ("«We will build it», Ann Lee said.", "We will build it"),
        ("« We will build it », Ann Lee said.", "We will build it"),
        ("„We will build it“, Ann Lee said.", "We will build it"),
        ("„We will build it”, Ann Lee said.", "We will build it"),
        ("»We will build it«, Ann Lee said.", "We will build it"),
        ("”We will build it”, Ann Lee said.", "We will build it"),
        ("‚We will build it‘, Ann Lee said.", "We will build it"),
        ("‹We will build it›, Ann Lee said.", "We will build it"),
        ("「We will build it」, Ann Lee said.", "We will build it"),
        ('“We will build it," Ann Lee said.', "We will build it,"),
        ('"We will build it,” Ann Lee said.', "We will build it,"),
        ("“We are told ‘build it’ daily,” Ann Lee said.", "We are told ‘build it’ daily,"),
        ("‘We are told “build it” daily,’ Ann Lee said.", "We are told “build it” daily,"),
        ("\"It was in 'The Argus,'\" Ann Lee said.", "It was in 'The Argus,'"),
        ("“[We] will build (it),” Ann Lee said.", "[We] will build (it),"),
        ("She wrote—“We will build it.”", "We will build it."),
        ('They called the 1990s plan "a 6\'2" mistake" at once.', "a 6'2\" mistake"),
    ],
)
def test_marks_of_every_kind_pair(sentence: str, quoted: str) -> None:
    text = in_body(sentence)
    assert spans(text) == [quoted]
    (found,) = find_quotes(text)
    assert found.outer is not None
    assert found.outer.start < found.span.start <= found.span.end < found.outer.end


@pytest.mark.parametrize(
    "sentence",
    [
        "The workers’ hall, the ’90s wing and the mayor's car don't match.",
        "The workers' hall, the '90s wing and James' car weren't sold.",
        "Rock ’n’ roll and fish 'n' chips: ’tis the season.",
        "The door is 6'2 high and 30' long.",
    ],
)
def test_apostrophes_are_left_alone(sentence: str) -> None:
    assert spans(in_body(sentence)) == []
    assert doubtful_marks(in_body(sentence)) == []


def test_a_quotation_continues_over_paragraphs_that_open_again() -> None:
    text = in_body("“We tried once,” Ann Lee said. “It failed.\n\n“We tried again. That failed too.”")
    assert spans(text) == ["We tried once,", "It failed.", "We tried again. That failed too."]
    assert [q.attribution.person for q in find_quotes(text)] == ["Ann Lee"] * 3
    assert doubtful_marks(text) == []


def test_a_quotation_may_run_over_lines_without_new_marks() -> None:
    lines = "The council met on Monday.\nIt sat until late.\nThe mayor was not there.\n"
    text = lines + "She read: “The bridge is long\nand the river is wide\nand nobody crosses.” Then she sat down."
    (found,) = find_quotes(text)
    assert found.span.of(text) == "The bridge is long\nand the river is wide\nand nobody crosses."
    assert found.doubt


def test_a_quotation_over_lines_belongs_to_the_paragraph_that_opened_it() -> None:
    text = (
        "The council met on Monday.\n“It was long,” Ann Lee said. “It was hot,” Carl Dean said. “Loud,” she said.\n"
        "Minister Bob Reed said: “We began in the spring and went on\nuntil the end of June.”"
    )
    last = find_quotes(text)[-1]
    assert (last.attribution.person, last.attribution.cue) == ("Bob Reed", "said")


def test_a_quotation_over_the_last_lines_is_read() -> None:
    text = '""s "P"\n".\n."'
    assert find_quotes(text)[-1].span.of(text) == ".\n."


def test_a_second_closer_soon_after_widens_the_quotation() -> None:
    text = in_body("Ann Lee said there was “no plan for the bridge at this time.” inside the city”.")
    (found,) = find_quotes(text)
    assert found.span.of(text) == "no plan for the bridge at this time.” inside the city"
    assert found.doubt == "closes early"


def test_a_closer_set_twice_changes_nothing() -> None:
    assert spans(in_body('They met for a "unity"" lunch.')) == ["unity"]


def test_a_lost_closer_ends_before_the_attribution() -> None:
    text = in_body("“We will build it, Ann Lee said. “And soon.”")
    assert spans(text) == ["We will build it,", "And soon."]
    assert find_quotes(text)[0].doubt == "never closed"
    assert len(doubtful_marks(text)) == 1


def test_a_closer_that_nobody_opened_is_listed_with_its_place() -> None:
    text = in_body("We will build it,” Ann Lee said at the end of a long day.")
    assert spans(text) == []
    assert [place for place, _ in doubtful_marks(text)] == [text.index("”")]


def test_hidden_passages_hold_no_quotation_and_move_nothing() -> None:
    text = in_body("Read “more” here.\n\n“We will build it,” Ann Lee said.")
    start = text.index("Read")
    hidden = (Span(start, text.index("here.") + 5),)
    (found,) = find_quotes(text, hidden=hidden)
    assert found.span.of(text) == "We will build it,"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "The council met on Monday in the old town hall and sat until\n"
    text = (
        line * 4
        + 'late, and "we will build the bridge in the autumn of this\nyear," Ann Lee said to the people who had\ncome.'
    )
    assert spans(text) == ["we will build the bridge in the autumn of this\nyear,"]


@pytest.mark.parametrize("width", [60, 66, 72, 76, 80])
@pytest.mark.parametrize("seed", sorted(Path("seeds").glob("*.txt")), ids=lambda path: path.stem[:3])
def test_a_hard_wrapped_article_has_the_speakers_of_its_unwrapped_text(seed: Path, width: int) -> None:
    text = seed.read_text(encoding="utf-8")
    printed, wrapped = find_quotes(text), hard_wrapped(text, width)
    found = find_quotes(wrapped)
    assert [q.attribution.name.split() for q in found] == [q.attribution.name.split() for q in printed]
    assert [q.span.of(wrapped).split() for q in found] == [q.span.of(text).split() for q in printed]


def test_a_name_broken_over_two_lines_is_one_name() -> None:
    text = (
        "The council met on Monday in the old town hall and sat there\nuntil late.\n\n"
        "“We will build the bridge in the autumn,” Ann\nLee said to those who had come to the old town\nhall."
    )
    (found,) = find_quotes(text)
    assert found.attribution.person == "Ann Lee"
    assert found.attribution.speaker == "Ann\nLee"


def hard_wrapped(text: str, width: int) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n\n".join(fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines)


# --- kinds


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“We will build it,” Ann Lee said.", QuoteKind.DIRECT),
        ("Ann Lee said: “We will build it.”", QuoteKind.DIRECT),
        ("Ann Lee said the bridge was “a gift to the whole town”.", QuoteKind.MIXED),
        ("Ann Lee called it “useless”.", QuoteKind.MIXED),
        ("The so-called “friends of the bridge” stayed at home.", QuoteKind.SCARE),
        ("The road became a “causa belli” for both towns.", QuoteKind.SCARE),
        ("They shut the road, which the mayor has called a “special street measure”.", QuoteKind.SCARE),
    ],
)
def test_the_kind_follows_from_how_the_words_stand(sentence: str, kind: QuoteKind) -> None:
    (found,) = find_quotes(in_body(sentence))
    assert found.kind is kind


def test_title_and_standfirst_are_headlines() -> None:
    text = (
        f"‘Useless’ bridge splits council, mayor says\n\nTown ‘just wants to sleep’, says Lee\n\n{BODY}“No,” Lee said."
    )
    assert [q.kind for q in find_quotes(text)] == [QuoteKind.HEADLINE, QuoteKind.HEADLINE, QuoteKind.DIRECT]


def test_a_text_that_starts_with_its_first_sentence_has_no_headline() -> None:
    text = f"“We will build it,” Ann Lee said.\n\n{BODY}"
    assert [q.kind for q in find_quotes(text)] == [QuoteKind.DIRECT]


# --- languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council met and the mayor said that it was not for them to decide.", "en"),
        ("Der Rat hat sich am Montag getroffen, und die Bürgermeisterin sagte, es sei nicht so.", "de"),
        ("Le conseil s’est réuni et la maire a dit que ce n’est pas dans la loi pour les villes.", "fr"),
        ("El consejo se reunió y la alcaldesa dijo que no es la ley de los pueblos.", "es"),
        ("", "en"),
        ("12345 !!!", "en"),
    ],
)
def test_the_language_is_read_from_its_commonest_words(text: str, code: str) -> None:
    assert detect_language(text) == code


# --- texts that are no articles


def test_ten_thousand_unpaired_marks_are_all_listed() -> None:
    text = "“word " * 10_000
    found = find_quotes(text)
    assert len(found) < 20
    assert len(doubtful_marks(text)) >= 9_900


def test_one_mark_in_a_megabyte_is_one_doubtful_mark() -> None:
    text = "word word. " * 90_000 + "“ and" + " word" * 20
    assert len(doubtful_marks(text)) == 1


def test_a_quotation_of_two_hundred_thousand_characters_is_one() -> None:
    inner = "blah word, " * 20_000 + "end"
    assert spans(f"Ann Lee said: “{inner}” on Monday.") == [inner]


def test_marks_nested_eight_deep_give_the_outermost() -> None:
    text = "She said “a ‘b “c ‘d “e ‘f “g ‘h’ g” f’ e” d’ c” b’ a” and left."
    assert spans(text) == ["a ‘b “c ‘d “e ‘f “g ‘h’ g” f’ e” d’ c” b’ a"]


def test_marks_of_all_scripts_in_one_paragraph_keep_apart() -> None:
    assert spans("“a” \"b\" „c“ »d« «e» ‘f’ ‚g‘ ‹h› 「i」 『j』 ``k''") == list("abcdefghijk")


@pytest.mark.parametrize(
    "text",
    [
        "Q: Did you build it?\nA: “Yes,” I said, “and soon.”\nQ: When?\nA: Soon.",
        'def f(x):\n    return {"a": \'b\', "c": """d"""}\n',
        'name\t“said”\n---\t---\nAnn\t"yes\n',
        "RT @lee: “We will build it” https://t.co/x 😀 “",
        "O “bridge,\nO ‘river’,\n\nO “night",
        '"' * 999,
        "'" * 1000,
        "“" * 500 + "”" * 500,
        "said " * 3000 + '"yes"',
        "\ufeff\u200b“\u200b” \r\n\r\n\x00 “x\u2028y”",
    ],
    ids=["transcript", "code", "table", "tweet", "poem", "straight", "single", "stack", "verbs", "signs"],
)
def test_other_texts_are_read_without_complaint(text: str) -> None:
    for found in find_quotes(text):
        assert found.span.of(text)
    doubtful_marks(text)


# --- laws

MARKS = ["“", "”", '"', "'", "’", "‘", "«", "»", "„", "''", "``", "‹", "「", "」"]
SIGNS = [" ", " ", "\n", "\n\n", ",", ".", "?", ":", "—", "(", ")", "😀", "\u200b", "ß", "é", "2022"]
WORDS = [
    "Ann Lee",
    "said",
    "he",
    "the mayor",
    "We will",
    "build",
    "it",
    "don",
    "s",
    "told",
    "according to",
    "who",
    "adding",
]
PIECES = st.sampled_from([*MARKS, *SIGNS, *WORDS, "Mr.", "because", "officials", "of"])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=120)


@given(TEXTS, st.sampled_from(["", "en", "de", "fr", "es", "xx"]))
@settings(max_examples=250, deadline=None)
def test_every_text_gives_ordered_spans_inside_it(text: str, language: str) -> None:
    found = find_quotes(text, language=language)
    end = 0
    for quote in found:
        assert quote.outer is not None
        assert end <= quote.outer.start <= quote.span.start < quote.span.end <= quote.outer.end <= len(text)
        assert not quote.span.of(text)[0].isspace()
        assert not quote.span.of(text)[-1].isspace()
        end = quote.outer.end


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_what_is_said_of_a_speaker_stands_in_the_text(text: str) -> None:
    for quote in find_quotes(text, language="en"):
        attribution = quote.attribution
        if attribution.speaker_span:
            assert attribution.speaker == attribution.speaker_span.of(text)
        if attribution.cue_span:
            assert attribution.cue == attribution.cue_span.of(text)
        assert bool(attribution.speaker) == bool(attribution.speaker_span)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert find_quotes(text) == find_quotes(text)
    assert doubtful_marks(text) == doubtful_marks(text)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_nothing_is_found_inside_a_hidden_passage(text: str, start: int, length: int) -> None:
    hidden = Span(min(start, len(text)), min(start + length, len(text)))
    for quote in find_quotes(text, hidden=(hidden,)):
        assert quote.outer is not None
        assert not (hidden.start <= quote.outer.start and quote.outer.end <= hidden.end and len(hidden))


# --- without marks


def test_reports_without_marks_are_found_only_when_asked_for() -> None:
    text = in_body("Ann Lee said on Monday that the bridge was late.\n\nIt will cost more, Tom Berg said.")
    assert find_quotes(text) == []
    first, second = find_quotes(text, indirect=True)
    assert [first.kind, second.kind] == [QuoteKind.INDIRECT, QuoteKind.INDIRECT]
    assert first.span.of(text).endswith("that the bridge was late")
    assert second.span.of(text) == "It will cost more"
    assert [first.attribution.person, second.attribution.person] == ["Ann Lee", "Tom Berg"]


@pytest.mark.parametrize("words", ["old", "old very worn", "old very worn tired", "old very worn tired broken"])
def test_up_to_four_words_that_nobody_is_named_for_are_scare_quotes(words: str) -> None:
    [quote] = find_quotes(f"Nobody in the town likes the “{words}” bridges of the north.", language="en")
    assert (quote.kind is QuoteKind.SCARE) is (len(words.split()) <= 4)


@pytest.mark.parametrize("more", [1, 4, 9, 30])
def test_a_quotation_without_new_marks_runs_over_a_few_paragraphs_and_no_more(more: int) -> None:
    between = "".join(f"Paragraph {number} goes on and on.\n\n" for number in range(more))
    [quote] = find_quotes(f"“It begins here and\n\n{between}it ends,” said Lee Pond.\n", language="en")
    assert quote.doubt == ("runs over paragraphs without new marks" if more <= 4 else "never closed")


@pytest.mark.parametrize("gap", [" until the spring comes", " and the gates stay locked until next spring comes"])
def test_a_second_closer_ends_a_quotation_only_where_it_is_near(gap: str) -> None:
    text = f"“The pier is shut,”{gap}” and they left."
    [quote] = find_quotes(text, language="en")
    assert (quote.span.end == text.rindex("”")) is (len(gap) <= 40)


def test_who_said_it_between_two_closers_ends_the_quotation() -> None:
    text = "“The pier is shut,” she said on Monday” and left."
    [quote] = find_quotes(text, language="en")
    assert quote.span.of(text) == "The pier is shut,"


def test_apostrophes_are_no_marks_and_single_marks_beside_them_are() -> None:
    text = "The dogs’ owners left. ‘The pier is shut,’ Lee Pond said, and the boys’ bikes were gone."
    [quote] = find_quotes(text, language="en")
    assert quote.span.of(text) == "The pier is shut,"
