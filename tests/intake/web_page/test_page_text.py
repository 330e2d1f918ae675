"""The visible text of a page holds every word that its elements hold, once and in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.intake.web_page.html_tree import parse
from desktop.intake.web_page.page_text import read_blocks

TAGS = (
    *("p", "div", "span", "b", "a href=#", "em", "li", "ul", "blockquote", "h2", "td", "tr", "table", "del", "ins"),
    *("sup", "details", "figure", "figcaption", "article", "section", "x-card", "center", "font", "pre", "q", "dd"),
)
pytestmark = pytest.mark.timeout(600)  # a night's examples take their time
Tree = str | tuple[str, list["Tree"]]
TREES = st.recursive(
    st.just("word"),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=5)),
    max_leaves=12,
)


def markup(tree: Tree, numbers: list[int]) -> str:
    """Write a tree as a page, each word with a number of its own."""
    if isinstance(tree, str):
        numbers.append(len(numbers))
        return f" w{numbers[-1]} "
    tag, inner = tree
    return f"<{tag}>{''.join(markup(one, numbers) for one in inner)}</{tag.split(maxsplit=1)[0]}>"


def text_of(page: str) -> str:
    root = parse(page)
    blocks = read_blocks(root) if root is not None else []
    return "".join(block.lead + block.text for block in blocks if not block.hidden)


@given(st.lists(TREES, max_size=3))
def test_no_word_is_lost_doubled_or_moved(trees: list[Tree]) -> None:
    numbers: list[int] = []
    page = f"<html><body>{''.join(markup(tree, numbers) for tree in trees)}</body></html>"
    words = text_of(page).translate(dict.fromkeys(map(ord, "“”‘’"), " ")).split()
    assert words == [f"w{number}" for number in numbers]


@given(st.text(alphabet="ab “”„‘’«»'\"–—…5€-\u00a0\u00ad\u200d不é", min_size=1, max_size=40))
def test_the_signs_of_a_paragraph_are_those_of_the_page(text: str) -> None:
    shown = " ".join(text.replace("\u00a0", "\0").split(" ")).replace("\0", "\u00a0")
    while "  " in shown:
        shown = shown.replace("  ", " ")
    assert text_of(f"<p>{text}</p>").strip() == shown.strip()


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<table><tr><th>Yes</th><th>No</th></tr><tr><td>14</td><td>12</td></tr></table>", "Yes No 14 12"),
        ("<table><tr><td>1<br>2</td><td><p>3</p><p>4</p></td></tr></table>", "1 2 3 4"),
        ("<dl><dt>Killed</dt><dd>1</dd><dt>Hurt</dt><dd>2</dd></dl>", "Killed 1 Hurt 2"),
        ("<section>12</section><section>3</section>", "12 3"),
        ("<fieldset><legend>Bob</legend>12</fieldset>", "Bob 12"),
        ("<details open><summary>12</summary>000</details>", "12 000"),
        ("12<address>3</address>4", "12 3 4"),
    ],
)
def test_what_stands_in_a_box_of_its_own_is_joined_to_nothing(page: str, lines: str) -> None:
    assert text_of(f"<html><body>{page}</body></html>").split() == lines.split()


def test_signs_written_as_references_are_text() -> None:
    assert text_of("<p>if 2&lt;x&lt;14 and y&gt;3: &amp;lt;not&gt;").strip() == "if 2<x<14 and y>3: &lt;not>"


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("en", "“‘ ’”"),
        ("en-GB", "“‘ ’”"),
        ("de", "„‚ ‘“"),
        ("de-CH", "„‚ ‘“"),
        ("fr", "«‹ ›»"),
        ("es", "«“ ”»"),
        ("pl", "„‚ ’”"),
        ("sv", "”’ ’”"),
        ("ja", "「『 』」"),
        ("", "“‘ ’”"),
        ("x-none", "“‘ ’”"),
    ],
)
def test_quotation_elements_get_the_marks_of_their_language(language: str, marks: str) -> None:
    opening, closing = marks.split()
    page = f'<html lang="{language}"><body><p><q>one <q>two</q></q>'
    assert text_of(page).strip() == f"{opening[0]}one {opening[1]}two{closing[0]}{closing[1]}"
