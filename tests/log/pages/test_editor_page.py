"""The editor's page says first what is disputed, and lists only what somebody looked at."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest

from desktop.domain import ArticleId, Basis, OpenReason, Reason, Status, StoryId, VersionId
from desktop.log.columns import ColumnSet
from desktop.log.pages.editor_page import editor_page
from desktop.log.rows import LogSource, StoryAlert
from desktop.log.writing import compose
from desktop.text.statements import Occurrence, cells, group
from tests.log.examples import article, mark, quote, source, version
from tests.log.html_parser import ACTIVE, Page
from tests.log.pages.test_html_file import PAYLOADS

WORDS = "We will close the harbour bridge on Monday because the cables have not been tested."
OTHER = "We will close the harbour bridge on Sunday because the cables have not been tested."


def log(*statuses: tuple[Status, str, str]) -> LogSource:
    """Quotes with status, reason and evidence."""
    quotes = []
    for number, (status, reason, evidence) in enumerate(statuses, 1):
        marks = (mark(number, number, status, reason=reason, evidence=evidence),)
        quotes.append((quote(number, f"words {number}", *marks), marks))
    return source(*quotes, (quote(99, "nobody looked"), ()))


def page(of: LogSource) -> Page:
    return Page(compose(of, "html", ColumnSet.EDITOR)[0])


def test_the_first_line_counts_what_is_disputed_without_a_source_and_to_check() -> None:
    found = log(
        (Status.VERIFIED, "", "https://example.org/tape"),
        (Status.VERIFIED, "", ""),
        (Status.DISPUTED, Reason.WORDING, ""),
        (Status.UNVERIFIED, OpenReason.COULD_NOT_CONFIRM, ""),
    )
    assert page(found).of_class("summary") == ["1 disputed, 1 verified without a source, 1 to check, 1 not looked at"]


def test_disputed_comes_first_and_what_nobody_looked_at_only_where_asked() -> None:
    found = log((Status.VERIFIED, "", "tape"), (Status.DISPUTED, Reason.WORDING, ""))
    assert page(found).of_class("said") == ["words 2", "words 1"]
    assert page(replace(found, everything=True)).of_class("said") == ["words 2", "nobody looked", "words 1"]


def test_both_wordings_stand_there_with_the_words_that_differ() -> None:
    disputed = (mark(1, 1, Status.DISPUTED, reason=Reason.FACT, evidence="https://example.org/b?x=1&y=2, at 3:12"),)
    verified = (mark(2, 2, Status.VERIFIED, basis=Basis.RECORDING),)
    one, two = quote(1, WORDS, *disputed), quote(2, OTHER, *verified, version=2)
    statements = group([Occurrence(each.uid, str(each.version_id), each.span, each.text, "Mayor Ida Holm", "")
                        for each in (one, two)])  # fmt: skip
    found = replace(
        source((one, disputed)),
        articles=(article(1, 1), article(2, 2, outlet="Echo")),
        versions={ArticleId(1): (version(1),), ArticleId(2): (version(2, 2),)},
        quotes={VersionId(1): (one,), VersionId(2): (two,)},
        marks={one.id: disputed, two.id: verified},
        matrices={StoryId(1): cells(statements, ["1", "2"])},
    )
    shown = page(found)
    assert shown.of_class("said")[0] == WORDS
    assert shown.of_class("wording") == [OTHER]
    assert shown.of_class("gone")[0] == "Monday"
    assert shown.of_class("new")[0] == "Sunday"
    assert "Correct the number, name or date." in shown.text
    assert "https://example.org/b?x=1&y=2" in shown.addresses


def test_what_the_program_found_is_on_it() -> None:
    alert = StoryAlert("place", "Post", "Echo", "South Korea", "North Korea")
    text = " ".join(page(replace(log(), alerts=(alert,))).text.split())
    assert "place South Korea Post North Korea Echo" in text
    many = editor_page(replace(log(), alerts=(alert,) * 20))
    assert (len(many.alerts), many.more_alerts) == (12, 8)


def test_the_hashes_and_what_is_not_proven_stand_at_the_end() -> None:
    text = page(log((Status.VERIFIED, "", ""))).text
    assert text.index("words 1") < text.index("c" * 64) < text.index("does not prove")


@pytest.mark.parametrize("payload", [*PAYLOADS, "a\ud800b", "\x00\r\n\t\u2028"])
def test_a_hostile_text_is_only_text_on_it(payload: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, payload, reason=payload, basis=payload, note=payload, evidence=payload),)
    about = dict.fromkeys(("title", "outlet", "published", "url"), payload)
    hostile = source((quote(1, payload, *marks), marks), story=payload, **about)
    content = compose(replace(hostile, desk_name=payload, filter_in_force=payload), "html", ColumnSet.EDITOR)[0]
    shown = Page(content)
    assert not ACTIVE & set(shown.tags)
    assert shown.handlers == []
    assert all(address.startswith("https://evil.example") for address in shown.addresses)
    assert shown.of_class("said") == [payload.replace("\ud800", "?")]
    tree = html5lib.parse(content, namespaceHTMLElements=False)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= {*shown.tags, "tbody"}
