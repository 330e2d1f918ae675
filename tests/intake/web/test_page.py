"""From what was fetched to captures: charset, facts, walls."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.intake.errors import IntakeError
from desktop.intake.web.address import Access
from desktop.intake.web.batch import read_addresses
from desktop.intake.web.fetch import Fetched, fetch
from desktop.intake.web.page import read_fetched

if TYPE_CHECKING:
    from desktop.domain import Capture
    from tests.web_server import Site

_HERE = Access(allow_private=True, seconds=10)
_WORDS = "The council voted on Monday to keep the old bridge open for another year. " * 40


def _page(body: str, head: str = "") -> str:
    return f"<html><head><title>Bridge stays open</title>{head}</head><body><article>{body}</article></body></html>"


def _of(site: Site, body: bytes | str, content_type: str = "text/html; charset=utf-8") -> Capture:
    return read_fetched(fetch(site.page("/story", body, content_type), _HERE))[0]


def test_the_original_is_the_body_and_the_source_the_last_address(site: Site) -> None:
    page = _page("<p>“We never said that,” Ann Lee said.</p>").encode()
    end = site.page("/end", page, last_modified="Mon, 05 Jan 2026 10:00:00 GMT")
    start = site.redirect("/start", "/end", 301)
    [capture] = read_fetched(fetch(start, _HERE))
    assert (capture.original, capture.source, capture.metadata.url) == (page, end, end)
    facts = {(fact.field, fact.value) for fact in capture.facts}
    assert {("asked address", start), ("redirect", f"301 {start}")} <= facts
    assert ("header", "last-modified: Mon, 05 Jan 2026 10:00:00 GMT") in facts
    assert {"fetched", "server date", "server number"} <= {fact.field for fact in capture.facts}


def test_the_charset_of_the_header_reads_the_page(site: Site) -> None:
    page = _page("<p>„Nie“, sagte Jürgen.</p>", '<meta charset="iso-8859-2">')
    capture = _of(site, page.encode("utf-16-le"), "text/html; charset=utf-16le")
    assert "„Nie“, sagte Jürgen." in capture.text
    polish = _of(site, "<p>Zażółć „gęślą” jaźń, powiedział.</p>".encode("cp1250"), "text/html; charset=windows-1250")
    assert "Zażółć „gęślą” jaźń" in polish.text


def test_a_wrong_charset_of_the_header_is_said_and_not_believed(site: Site) -> None:
    capture = _of(site, _page("<p>“Never,” Zoë said.</p>").encode(), "text/html; charset=iso-8859-1")
    assert "“Never,” Zoë said." in capture.text
    assert any("its bytes are UTF-8" in warning for warning in capture.warnings)


def test_plain_text_and_an_unknown_charset(site: Site) -> None:
    assert (
        _of(site, "“Never,” Zoë said.\n".encode(), "text/plain; charset=klingon").text.strip() == "“Never,” Zoë said."
    )


def test_a_page_is_a_page_whatever_it_begins_with(site: Site) -> None:
    capture = _of(site, "<p>“Never,” she said.<p>So it stays.")
    assert (capture.media_type, "<p>" in capture.text) == ("text/html", False)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (_page("<p>We value your privacy.</p><p>Accept all</p>"), "asks for consent to cookies"),
        (_page("<p>Wir und unsere Partner.</p><button>Zustimmen und weiter</button>"), "asks for consent to cookies"),
        (_page("<p>Just a moment. Enable JavaScript and cookies to continue</p>"), "keeps programs out"),
        (_page("<p>The council voted on Monday.</p><p>Subscribe to continue reading</p>"), "in front of a paywall"),
        (_page("<p>Il vous reste 80 % de cet article à lire.</p>"), "in front of a paywall"),
        (
            _page("<p>It voted.</p>", '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'),
            "in front of a paywall",
        ),
        (
            _page(f"<p>{_WORDS}</p>", '<script type="application/ld+json">{"isAccessibleForFree":false}</script>'),
            "not free to read",
        ),
    ],
)
def test_walls_are_said(site: Site, page: str, said: str) -> None:
    assert sum(said in warning for warning in _of(site, page).warnings) == 1


def test_an_article_about_cookies_and_subscriptions_is_no_wall(site: Site) -> None:
    about = f"<p>{_WORDS}</p><p>“We value your privacy,” it says; are you a robot, already a subscriber?</p>"
    assert not [warning for warning in _of(site, _page(about)).warnings if warning.startswith("This seems")]


def test_a_batch_goes_on_behind_a_page_that_is_not_there(site: Site) -> None:
    there = site.page("/there", _page("<p>“We never said that,” Ann Lee said.</p>"))
    from desktop.intake.web.address import Address

    gone = f"{site.address}/gone"
    first, second = read_addresses([Address(gone), Address(there)], _text, _HERE)
    assert first.error is not None
    assert str(first.error).startswith(gone)
    assert "Ann Lee said" in second.found[0]


def _text(capture: Capture) -> str:
    return capture.text


@settings(max_examples=60)
@given(
    st.binary(max_size=400),
    st.sampled_from(
        ["text/html", "text/html; charset=utf-7", "application/pdf", "text/plain", "", "x; charset=\udc00"]
    ),
)
def test_whatever_is_fetched_is_read_or_refused(body: bytes, content_type: str) -> None:
    headers = (("Content-Type", content_type),)
    fetched = Fetched(
        "http://a.example/x", "http://a.example/x", 200, headers, body, (), "", "2026-01-01T00:00:00+00:00"
    )
    with suppress(IntakeError):
        assert read_fetched(fetched)
