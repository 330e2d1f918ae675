"""HTML pages from templates: every text escaped, nothing loaded, nothing run."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from desktop.assets import resource
from desktop.lazy_pattern import lazy_pattern
from desktop.log.rows import one_line

if TYPE_CHECKING:
    from datetime import datetime
    from typing import BinaryIO

SHAPES = {"verified": "✓", "disputed": "≠", "unverified": "?"}
_NO_ADDRESS = set(' <>"`\\{}|^')  # an address that has one of these is not one
ADDRESS = lazy_pattern(r"(https?://[^\s<>\"]*[^\s<>\".,;:!?)\]}’”])")
_ORDINARY = {"\n", "\t", "\u00ad"}  # the soft hyphen is common in what newsrooms print, and harmless


def page(template: str, /, **values: object) -> bytes:
    """Fill a template in `resources/` and return the file."""
    return _template(template).render(**values).encode("utf-8", "replace")


def write_page(out: BinaryIO, template: str, /, **values: object) -> None:
    """Fill a template and write the file as it comes."""
    stream = _template(template).stream(**values)
    stream.enable_buffering(100)  # pieces
    stream.dump(out, encoding="utf-8", errors="replace")


def shown(text: str) -> Markup:
    """Escape a text and make its invisible control characters visible without changing it."""
    if text.isprintable():  # most texts, decided quickly
        return escape(text)
    return Markup("").join(_visible(letter) for letter in _runs(text))


def moment(at: datetime | None) -> str:
    """A time as people read it; the page says that it is UTC."""
    return "" if at is None else at.isoformat(" ", "seconds")[:19]


def is_web(url: str) -> bool:
    """Whether a link may lead there: http and https only, nothing that a browser would read otherwise."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isprintable() and not _NO_ADDRESS & set(url)
    return plain and parts.scheme in {"http", "https"} and bool(parts.netloc)


def linked(text: str) -> Markup:
    """Escape a text as `shown` does, and make the web addresses in it links."""
    parts = ADDRESS.split(text)  # every second one is an address
    return Markup("").join(_link(part) if place % 2 else shown(part) for place, part in enumerate(parts))


def _link(address: str) -> Markup:
    if not is_web(address):
        return shown(address)
    return Markup('<a href="{0}" rel="noopener noreferrer nofollow">{0}</a>').format(address)


STATUSES = {
    value: Markup('<span class="status {0}"><span class="shape" aria-hidden="true">{1}</span>{0}</span>').format(
        value, shape
    )
    for value, shape in SHAPES.items()
}


@lru_cache(1024)  # most names, dates and reasons come again and again
def text(value: str, absent: str = "not given") -> Markup:
    """Escape a text as `shown` does and keep its direction to itself; `absent` are words of ours for an empty one."""
    if not value:
        return Markup(f'<span class="none">{absent}</span>')  # noqa: S704 - words of the template
    return Markup(f'<bdi class="as-is">{shown(value)}</bdi>')  # noqa: S704 - escaped by `shown`


_FILTERS = {
    "shown": shown,
    "one_line": one_line,
    "moment": moment,
    "is_web": is_web,
    "linked": linked,
    "status": STATUSES.__getitem__,
    "text": text,
}


@cache
def _template(name: str) -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= _FILTERS
    return environment.from_string(resource(name).read_text(encoding="utf-8"))


def _runs(text: str) -> list[str]:
    """Cut a text into stretches of plain letters and single control characters."""
    runs: list[str] = []
    plain = 0
    for place, letter in enumerate(text):
        if letter not in _ORDINARY and unicodedata.category(letter) in {"Cc", "Cf", "Cs"}:
            runs += [text[plain:place], letter]
            plain = place + 1
    return [*runs, text[plain:]]


def _visible(run: str) -> Markup:
    if len(run) != 1 or run in _ORDINARY or unicodedata.category(run) not in {"Cc", "Cf", "Cs"}:
        return escape(run)
    # A carriage return has to be a reference, or a browser reads a line feed.
    letter = Markup("&#13;") if run == "\r" else escape(run)
    return Markup('<span class="point" data-point="U+{:04X}">{}</span>').format(ord(run), letter)
