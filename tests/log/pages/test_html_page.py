"""Pages of the log: every text escaped, what cannot be seen made visible, and links only to the web."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.log.pages.html_page import is_web, linked, moment, shown, text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("“Late” & <b>", "“Late” &amp; &lt;b&gt;"),
        ("a\nb\tc\u00add", "a\nb\tc\u00add"),
        ("a\u202eb", 'a<span class="point" data-point="U+202E">\u202e</span>b'),
        ("a\rb", 'a<span class="point" data-point="U+000D">&#13;</span>b'),
        ("", ""),
    ],
)
def test_a_text_is_escaped_and_its_invisible_signs_are_seen(value: str, expected: str) -> None:
    assert shown(value) == expected


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://localhost:8000/"])
def test_a_link_may_lead_to_the_web(url: str) -> None:
    assert is_web(url)
    assert linked(f"see {url}") == f'see <a href="{url}" rel="noopener noreferrer nofollow">{url}</a>'


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https:///x", "https://a b", "https://[x", "https://a/\u202e", "file:///etc", "", "a.org"],
)
def test_and_nowhere_else(url: str) -> None:
    assert not is_web(url)


def test_the_full_stop_behind_an_address_is_no_part_of_it() -> None:
    assert linked("(https://example.org/a).").startswith('(<a href="https://example.org/a"')
    assert linked("<https://example.org>").startswith("&lt;<a ")


def test_an_empty_text_says_so_and_any_other_keeps_its_direction() -> None:
    assert text("") == '<span class="none">not given</span>'
    assert text("", "nobody") == '<span class="none">nobody</span>'
    assert text("<i>") == '<bdi class="as-is">&lt;i&gt;</bdi>'


def test_a_time_is_read_to_the_second() -> None:
    assert moment(datetime(2026, 3, 4, 12, 1, 2, 345, tzinfo=UTC)) == "2026-03-04 12:01:02"
    assert moment(None) == ""
