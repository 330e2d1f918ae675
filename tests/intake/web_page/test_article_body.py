"""Several witnesses say which blocks of a page are the article; one that fails does not lose it."""

from __future__ import annotations

import pytest

from desktop.intake.web_page.article_body import reasons
from desktop.intake.web_page.html_tree import parse
from desktop.intake.web_page.page_text import read_blocks

SENTENCES = [
    f"The {nth} speaker said that the bridge was old, and that the town had waited long enough for it."
    for nth in ("first", "second", "third", "fourth", "fifth", "sixth")
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
PAGE = (
    '<html><body class="has-sidebar"><ul class="menu"><li><a href="/">Home</a><li><a href="/a">All news</a></ul>'
    f'<h1>The vote on the bridge</h1><div class="story-body">{PARAGRAPHS}</div>'
    '<div class="related-posts"><h3>Related</h3><p>The road that nobody in the town had wanted to build.</p></div>'
    '<div id="comments"><p>I was there, and nobody said any of this to anyone at all.</p></div></body></html>'
)


def body_of(page: str, extracted: str, stated: str = "") -> list[str]:
    root = parse(page)
    assert root is not None
    blocks = read_blocks(root)
    whys = reasons(blocks, extracted, [stated] if stated else [], ["The vote on the bridge"])
    return [block.text for block, why in zip(blocks, whys, strict=True) if not why]


@pytest.mark.parametrize(
    "extracted",
    [
        "\n".join(SENTENCES),
        "",
        "\n".join(SENTENCES[2:4]),
        "\n".join([*SENTENCES, "I was there, and nobody said any of this to anyone at all."]),
    ],
    ids=["all", "nothing", "a part", "too much"],
)
def test_the_article_is_found_whatever_trafilatura_gives(extracted: str) -> None:
    assert body_of(PAGE, extracted) == SENTENCES


def test_what_the_data_of_the_page_states_is_article_whatever_its_element_is_called() -> None:
    stated = "The road that nobody in the town had wanted to build."
    assert stated in body_of(PAGE, "\n".join(SENTENCES), "\n".join([*SENTENCES, stated]))


def test_subheadings_and_short_lines_between_paragraphs_stay() -> None:
    page = PAGE.replace(f"<p>{SENTENCES[3]}", f"<h3>What comes next</h3><p>No.</p><p>{SENTENCES[3]}")
    assert body_of(page, "\n".join(SENTENCES)) == [*SENTENCES[:3], "What comes next", "No.", *SENTENCES[3:]]


def test_a_heading_with_nothing_below_it_goes() -> None:
    page = PAGE.replace(f"{SENTENCES[-1]}</p>", f"{SENTENCES[-1]}</p><h3>Tell us what you think</h3>")
    assert body_of(page, "\n".join([*SENTENCES, "Tell us what you think"])) == SENTENCES


@pytest.mark.parametrize("title", ["Contents", "More:"])
def test_the_heading_of_links_that_go_goes_with_them(title: str) -> None:
    links = f'<h3>{title}</h3><ul><li><a href="#a">How it all began</a></li><li><a href="#b">The vote</a></li></ul>'
    next_one = "<h3>How it all began</h3>" if title == "Contents" else ""
    page = PAGE.replace(f"<p>{SENTENCES[3]}", f"{links}{next_one}<p>{SENTENCES[3]}")
    began = ["How it all began"] if next_one else []
    assert body_of(page, "\n".join([*SENTENCES, title])) == [*SENTENCES[:3], *began, *SENTENCES[3:]]


def test_a_heading_of_paragraphs_stays_although_links_stand_below_it() -> None:
    links = '<h3>What comes next</h3><p><a href="/a">All about the bridge of the town</a></p>'
    page = PAGE.replace(f"<p>{SENTENCES[3]}", f"{links}<p>{SENTENCES[3]}")
    assert body_of(page, "\n".join(SENTENCES)) == [*SENTENCES[:3], "What comes next", *SENTENCES[3:]]
