"""Pages made for the tests, and what a reader makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.capture import body_text, merge_cuts
from desktop.intake.formats import html

if TYPE_CHECKING:
    from desktop.intake.document import Document

BEFORE = "The council of Millbrook met on Tuesday evening to vote on the new bridge, and the hall was full by seven."
AFTER = "Nobody spoke for a while after that, and the mayor, who had listened to all of it, closed the meeting at ten."


def page(inner: str, *, head: str = "", attributes: str = 'lang="en"') -> str:
    """Make a page with an article between a menu and a foot; `inner` stands between two of its paragraphs."""
    return (
        f"<!DOCTYPE html><html {attributes}><head><title>The bridge | Millbrook Herald</title>{head}</head><body>"
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        '<main><article><h1>The bridge</h1><div class="story">'
        f"<p>{BEFORE}</p>{inner}<p>{AFTER}</p></div></article></main>"
        '<footer><p>All rights of this page belong to the Herald, see <a href="/terms">terms</a>.</p></footer>'
        "</body></html>"
    )


def read(text: str | bytes) -> Document:
    """Read a page that gives one document."""
    (document,) = html.read(text if isinstance(text, bytes) else text.encode(), "page.html")
    return document


def body(document: Document) -> str:
    """Give a document's text without its cuts."""
    return body_text(document.text, merge_cuts(document.cuts))


def cuts(document: Document) -> list[tuple[str, str]]:
    """Give what was cut, with the reason."""
    return [(cut.span.of(document.text), cut.why) for cut in document.cuts]


def between(document: Document) -> str:
    """Give the body between the two paragraphs that `page` puts around what it is given."""
    return body(document).partition(BEFORE)[2].partition(AFTER)[0].strip("\n")


def cuts_between(document: Document) -> list[tuple[str, str]]:
    """Give what was cut between those two paragraphs."""
    start, end = document.text.index(BEFORE), document.text.index(AFTER)
    return [(cut.span.of(document.text), cut.why) for cut in document.cuts if start < cut.span.start < end]
