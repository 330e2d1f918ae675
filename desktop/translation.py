"""The language of the window: every text it shows passes through here, in English as it stands in the code.

Without a choice all is English and nothing is read: so the command line, the exported log and the tests of other rooms.
What a desk stores is English too; a stored phrase is marked where it is written and translated where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from desktop.assets import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from gettext import GNUTranslations
    from pathlib import Path

ENGLISH = "en"


def _english_number(value: int) -> str:
    return f"{value:,}"


class _Chosen:
    """What was chosen once, at the start of the program."""

    language = ENGLISH
    catalogue: GNUTranslations | None = None
    number: Callable[[int], str] = staticmethod(_english_number)


def tr(text: str, /, **values: object) -> str:
    """Return the text in the language of the window, with the named values in its {places}."""
    if _Chosen.catalogue is not None and text:
        text = _Chosen.catalogue.gettext(text)
    return text.format(**values) if values else text


def tr_n(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form of the text that belongs to the count, which stands in it as {count}, grouped by thousands."""
    if _Chosen.catalogue is not None:
        text = _Chosen.catalogue.ngettext(one, many, count)
    else:
        text = one if count == 1 else many
    return text.format(count=number(count), **values)


def tr_as(use: str, text: str, /, **values: object) -> str:
    """Return a word whose translation depends on its use: “Open” as a verb or as a state."""
    if _Chosen.catalogue is not None:
        text = _Chosen.catalogue.pgettext(use, text)
    return text.format(**values) if values else text


class Sentence(str):
    """A sentence that is English where it is stored, logged or sent between processes; `shown` says it for the window.

    What its places hold may be sentences too.
    """

    __slots__ = ("_forms", "_values")
    _forms: tuple[str, ...]
    _values: dict[str, object]

    def __new__(cls, text: str, /, **values: object) -> Self:
        sentence = super().__new__(cls, text.format(**values) if values else text)
        sentence._forms, sentence._values = (text,), values
        return sentence

    @classmethod
    def counted(cls, one: str, many: str, count: int, /, **values: object) -> Self:
        """Return the form of a sentence that belongs to the count, which stands in it as {count}."""
        text = one if count == 1 else many
        sentence = super().__new__(cls, text.format(count=_english_number(count), **values))
        sentence._forms, sentence._values = (one, many), {"count": count, **values}
        return sentence

    def shown(self) -> str:
        """Return the sentence in the language of the window."""
        values = {name: shown(value) if isinstance(value, str) else value for name, value in self._values.items()}
        one, many = self._forms[0], self._forms[-1]
        count = values.pop("count", None)
        return tr_n(one, many, count, **values) if isinstance(count, int) else tr(one, **values)


def shown(text: str) -> str:
    """Return a text as the window says it: a sentence translated, anything else as it is."""
    return text.shown() if isinstance(text, Sentence) else text


def english(text: str) -> str:
    """Return the text as it is, in English, and have it translated: for words that are stored and shown by `tr`."""
    return text


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a constant of a module, which is made before the language is known: `str` gives what to show."""

    english: str

    def __str__(self) -> str:
        return tr(self.english)


@dataclass(frozen=True, slots=True)
class Plural:
    """A text with a count, in a constant of a module."""

    one: str
    many: str

    def of(self, count: int, /, **values: object) -> str:
        return tr_n(self.one, self.many, count, **values)


def number(value: int) -> str:
    """Return a whole number as the language of the window writes it: “1,200”."""
    return _Chosen.number(value)


def per_cent(share: float) -> str:
    """Return a share, 0 to 1, as the language of the window writes per cents: “80%”; rounded to whole ones."""
    return shown(share_in_words(share))


def share_in_words(share: float) -> Sentence:
    """Return the same for a sentence that is stored, logged or sent between processes."""
    return Sentence("{number}%", number=round(100 * share))


def spoken_day(day: date) -> str:
    """Return a day as the language of the window writes it in a sentence: “8 September 2022”."""
    months = tr("January February March April May June July August September October November December").split()
    return tr("{day} {month} {year}", day=day.day, month=months[day.month - 1], year=day.year)


def language() -> str:
    """Return the language of the window as a tag: “en”, “de”."""
    return _Chosen.language


def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have a catalogue, English first."""
    return (ENGLISH, *sorted(path.stem for path in resource("translations").glob("*.mo")))


def choose(preferred: Iterable[str], *, folder: Path | None = None) -> str:
    """Take the first of the preferred languages (tags such as “de-AT”) that there is, else English; return its tag."""
    _Chosen.language, _Chosen.catalogue = ENGLISH, None
    for tag in preferred:
        short = tag.replace("_", "-").split("-")[0].lower()
        if short == ENGLISH:
            break
        path = (folder or resource("translations")) / f"{short}.mo"
        if short.isalpha() and path.is_file():
            from gettext import GNUTranslations

            with path.open("rb") as file:
                _Chosen.catalogue = GNUTranslations(file)
            _Chosen.language = short
            break
    return _Chosen.language


def write_numbers(by: Callable[[int], str] | None) -> None:
    """Let `number` write numbers so from now on; None: as in English."""
    _Chosen.number = staticmethod(by or _english_number)
