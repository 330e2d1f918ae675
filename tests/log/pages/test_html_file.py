"""The HTML log is complete, exact, and harmless whatever an article holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import ArticleId, Status, VersionId
from desktop.log.columns import ColumnSet
from desktop.log.rows import NOT_PROVEN
from desktop.log.writing import compose
from tests.log.examples import article, example, mark, quote, source, version
from tests.log.html_parser import ACTIVE, Page

if TYPE_CHECKING:
    from desktop.log.rows import LogSource

PAYLOADS = [
    "<script>alert(1)</script>",
    "</blockquote></bdi><script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x00>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="https://evil.example/track.gif">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=https://evil.example/x.swf>",
    "<embed src=//evil.example/x>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<style>@import 'https://evil.example/x.css'</style>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<!--<img src='--><img src=x onerror=alert(1)//'>",
    "]]><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<form action=https://evil.example><input type=submit>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<a href=javascript:alert(1)>click</a>",
    "<a href='&#106;avascript:alert(1)'>click</a>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "\\\\evil.example\\share",
    "//evil.example/x",
    'https://evil.example/" onmouseover="alert(1)',
    "https://evil.example/' onmouseover='alert(1)",
    'https://evil.example/>"><script>alert(1)</script>',
    '" onfocus=alert(1) autofocus x="',
    "' onfocus=alert(1) autofocus x='",
    "` onfocus=alert(1) `",
    'x" style="background:url(https://evil.example)',
    "{{ 7 * 7 }}{% raw %}{{ source.__class__ }}",
    "${7*7}<%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<plaintext>",
    "<textarea><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\u202e<script>alert(1)</script>\u2066",
]


def page(log: LogSource, columns: ColumnSet = ColumnSet.SECOND_CHECK) -> Page:
    return Page(compose(log, "html", columns)[0])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_anywhere_is_only_text(payload: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, payload, reason=payload, basis=payload, note=payload, evidence=payload),)
    hostile = quote(1, payload, *marks, prefix=payload, suffix=payload, doubt=payload, uid=payload)
    about = dict.fromkeys(("title", "outlet", "byline", "published"), payload)
    log = source((hostile, marks), story=payload, url=payload, **about)
    log = replace(log, desk_name=payload, filter_in_force=payload)
    ordinary = page(source((quote(1, "x", *marks), marks), url=""), ColumnSet.AUDIT)
    for columns in (ColumnSet.AUDIT, ColumnSet.SECOND_CHECK):
        found = page(log, columns)
        assert not ACTIVE & set(found.tags)
        assert found.handlers == []
        assert set(found.addresses) <= {"#article-1"}
        assert set(found.tags) <= {*ordinary.tags, "bdi", "span", "br"}
        assert found.of_class("said") == [payload]


def test_only_web_addresses_become_links_and_they_are_those_of_the_article() -> None:
    assert page(example()).addresses == ["#article-1", "https://example.org/bridge"]


def test_the_page_forbids_itself_to_load_or_run_anything() -> None:
    policy = page(example()).policies
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    content = compose(example(), "html", ColumnSet.SECOND_CHECK)[0]
    assert b"url(" not in content
    assert b"@import" not in content


def test_every_quote_is_there_exactly() -> None:
    assert page(example()).of_class("said") == [found.text for found in example().quotes[VersionId(1)]]


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_quote_is_there_exactly(text: str) -> None:
    # The parser used here reads U+0000 as it stands, as it does other characters that HTML frowns upon.
    assert page(source((quote(1, text), ()))).of_class("said") == [text]


def test_invisible_characters_are_shown_by_their_number_and_stay_in_the_text() -> None:
    found = page(source((quote(1, "a\u202eb\u200bc\u00add"), ())))
    content = compose(source((quote(1, "a\u202eb"), ())), "html", ColumnSet.SECOND_CHECK)[0].decode()
    assert found.of_class("said") == ["a\u202eb\u200bc\u00add"]
    assert 'data-point="U+202E"' in content
    assert "U+00AD" not in content


def test_a_status_has_shape_word_and_colour() -> None:
    statuses = page(example()).of_class("status")
    assert {"✓verified", "≠disputed", "?unverified"} == set(statuses)


def test_the_history_of_each_quote_says_who_when_from_to_and_why() -> None:
    text = " ".join(page(example()).text.split())
    assert "2026-03-04 12:01:00 Ada mark unverified ≠disputed wording altered; the recording says “shut”" in text
    assert "2026-03-04 12:02:00 Bo mark disputed ✓verified recording; https://example.org/tape at 3:12" in text


def test_what_is_empty_says_so() -> None:
    assert "nobody has marked this quote" in page(example()).text
    assert "no quotes were found in this article" in page(source()).text
    assert "this story has no articles" in page(replace(source(), articles=())).text
    assert "there are no stories" in page(replace(source(), stories=(), articles=())).text
    assert "no headline" in page(source(title="")).text


def test_marked_quotes_of_earlier_versions_stand_apart_and_the_others_are_counted() -> None:
    marks = (mark(1, 1, Status.VERIFIED),)
    old, new, untouched = quote(1, "as it was", *marks), quote(2, "as it is", version=2), quote(3, "long gone")
    log = replace(
        source(),
        articles=(article(1, 2),),
        versions={ArticleId(1): (version(2), version(1))},
        quotes={VersionId(2): (new,), VersionId(1): (old, untouched)},
        marks={old.id: marks},
    )
    found = page(log)
    assert found.of_class("said") == ["as it is", "as it was"]
    assert "In earlier versions" in found.text
    assert "1 more quote of earlier versions" in found.text


def test_the_audit_page_has_hashes_ids_and_context() -> None:
    text = page(example(), ColumnSet.AUDIT).text
    for part in ("b" * 64, f"{2:064x}", "quote-1", "The mayor said: ", " Nobody answered."):
        assert part in text


def test_the_second_check_page_says_what_the_other_checker_found() -> None:
    assert "disputed 2026-03-04 12:01:00 UTC by Ada (disagrees)" in " ".join(
        page(example(), ColumnSet.SECOND_CHECK).text.split()
    )


def test_the_end_repeats_head_hash_and_what_is_not_proven() -> None:
    proof = page(example()).of_class("proof")[0]
    assert "c" * 64 in proof
    assert NOT_PROVEN in proof
