"""NITF: the body with every word, its head in front of it as cuts, what it states as facts."""

from __future__ import annotations

import pytest

from desktop.intake.document import Document, Fact
from desktop.intake.news_xml.reader import read

HEAD = (
    '<head><title>Dam</title><docdata management-status="usable"><doc-id id-string="7"/>'
    '<date.issue norm="20260102T030405+0000"/></docdata><pubdata date.publication="20260103"/></head>'
)
BODY_HEAD = (
    "<body.head><hedline><hl1>Dam  opens</hl1><hl2>At last</hl2></hedline><byline>By Ann Lee, <byttl>Reporter</byttl>"
    "</byline><distributor>Daily Post</distributor><dateline><location>Millbrook</location></dateline>"
    "<abstract><p>In short.</p></abstract></body.head>"
)


def nitf(content: str, head: str = "", body_head: str = "") -> bytes:
    body = f"<body>{body_head}<body.content>{content}</body.content></body>"
    return f'<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf>{head}{body}</nitf>'.encode()


def document(content: str, head: str = "", body_head: str = "") -> Document:
    (found,) = read(nitf(content, head, body_head), "story.xml")
    return found


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>The  mayor\n <person>Ann <em>Lee</em></person>.</p>\n<p>Then.</p>", "The mayor Ann Lee.\n\nThen."),
        ("<p>One</p><hl2>Head</hl2><p>two<br/>three</p>", "One\n\nHead\n\ntwo\nthree"),
        ("<ul><li>One</li><li>two</li></ul>", "One\n\ntwo"),
        ("<nitf-table><nitf-table-metadata><x>no</x></nitf-table-metadata><table><tr><td>A</td><td>B</td></tr></table>"
         "</nitf-table>", "A\n\nB"),
        ("<bq><block><p>Quoted.</p></block><credit>Ann</credit></bq>", "Quoted.\n\nAnn"),
        ("<p>It cost $5<sup>2</sup> and x<sup>th</sup>.</p>", "It cost $5² and xth."),
        ("<p>About 5<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac> men</p>", "About 5 1/2 men"),
        ("<p><frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac></p>", "1/2"),
        ("<p>He said <q>we <q>will</q> go</q>, and “<q>never</q>”.</p>", "He said “we ‘will’ go”, and “never”."),
        ("<p>five&nbsp;men &mdash; never</p>", "five\xa0men — never"),
        ("<p>kept <unknown>never</unknown></p>", "kept never"),
    ],
)  # fmt: skip
def test_words_of_the_body(content: str, text: str) -> None:
    found = document(content)
    assert (found.text, found.cuts) == (text, ())


def test_the_head_stands_in_front_as_cuts() -> None:
    found = document("<p>Text.</p>", body_head=BODY_HEAD)
    assert [(cut.why, cut.span.of(found.text)) for cut in found.cuts] == [
        ("headline", "Dam opens\n\nAt last"),
        ("byline", "By Ann Lee, Reporter"),
        ("provider", "Daily Post"),
        ("dateline", "Millbrook"),
        ("abstract", "In short."),
    ]
    assert found.text.endswith("\n\nText.")


def test_captions_and_notes_are_cuts() -> None:
    media = '<media><media-reference source="a.jpg">x</media-reference><media-caption>The dam</media-caption></media>'
    found = document(f"<p>One</p>{media}<fn><p>Note</p></fn><p>Two <del>not </del>more</p>")
    assert found.text == "One\n\nThe dam\n\nNote\n\nTwo not more"
    assert [cut.why for cut in found.cuts] == ["caption", "note", "struck out"]


def test_what_it_states_are_facts() -> None:
    found = document("<p>Text.</p>", HEAD, BODY_HEAD)
    first = {fact.field: fact for fact in reversed(found.facts)}
    assert first["title"] == Fact("title", "Dam opens", "NITF hl1")
    assert first["byline"] == Fact("byline", "By Ann Lee, Reporter", "NITF byline")
    assert first["outlet"] == Fact("outlet", "Daily Post", "NITF distributor")
    assert first["published"] == Fact("published", "20260102T030405+0000", "NITF date.issue")
    assert first["published_on"].value == "2026-01-02"
    assert first["identifier"].value == "7"


@pytest.mark.parametrize("dated", ["", "2026", "soon", "99999999"])
def test_a_date_that_is_none_gives_no_day(dated: str) -> None:
    found = document("<p>Text.</p>", f'<head><docdata><date.issue norm="{dated}"/></docdata></head>')
    assert [fact for fact in found.facts if fact.field == "published_on"] == []


def test_marks_put_in_and_codes_left_are_said() -> None:
    assert document("<p><q>Yes</q></p>").notices == (
        "Quotation marks were put around what the file marks as a quotation (1 time).",
    )
    assert document("<p>&amp;quot;Yes&amp;quot; &amp;#39;</p>").notices == (
        "Signs stand in the text as codes, such as “&quot;” (3 times): it was encoded twice.",
    )


def test_an_item_that_is_not_usable_says_so() -> None:
    head = '<head><docdata management-status="canceled"><ed-msg info="Kill  this"/></docdata></head>'
    assert document("<p>Text.</p>", head).notices == (
        "Its provider marks it as “canceled”, not as usable.",
        "Note of its editor: Kill this",
    )
