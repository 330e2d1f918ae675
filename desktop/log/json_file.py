"""JSON of the log: one document that loses nothing, written and read back.

Dataclasses become objects with the names of their fields, times ISO 8601, sets sorted lists; keys are sorted.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import types
import typing
from datetime import datetime
from enum import Enum
from functools import partial

from desktop.domain import Article, Head, Mark, Quote, Story, VerbatimError, VersionInfo
from desktop.log.rows import NOT_PROVEN, SCHEMA, ChainEntry, LogSource, articles_of, counts, quote_rows

if typing.TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORMAT = "verbatim-log"
_FIRST_WITH_DIGEST = 2  # schema
_SURROGATE = re.compile("[\ud800-\udfff]")
_OBJECT = dict[str, typing.Any]


def compose(source: LogSource) -> tuple[bytes, int]:
    """Return the whole file and the number of quotes in it."""
    found = list(quote_rows(source))
    document = {
        "format": FORMAT,
        "schema": SCHEMA,
        "app_version": source.app_version,
        "desk": {"name": source.desk_name, "uid": source.desk_uid},
        "exported_at": _plain(source.exported_at),
        "filter": source.filter_in_force,
        "head": {"chain": source.head_chain, "marks": source.head_marks, "hash": source.head_hash},
        "chains": [_plain(chain) for chain in source.chains],
        "entries": [_plain(entry) for entry in source.entries],
        "counts": _plain(counts(found)),
        "not_proven": NOT_PROVEN,
        "private": source.private,
        "stories": [_story(source, story) for story in source.stories],
    }
    document["digest"] = _digest(document)
    return _rendered(document), len(found)


def _rendered(document: _OBJECT) -> bytes:
    """The one form that a log of this content has."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    # A lone surrogate cannot be written as UTF-8; as an escape it is still the same text.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


def _digest(document: _OBJECT) -> str:
    """SHA-256 of everything but the digest itself, in the form in which it is written."""
    return hashlib.sha256(_rendered({name: document[name] for name in document if name != "digest"})).hexdigest()


def digest_findings(content: bytes) -> typing.Iterator[str]:
    """Sentences about what was changed in a log since it was written; any byte of it counts that says anything.

    Logs of schema 1 carry no digest, and nothing is said of them.
    """
    twice: list[str] = []
    document = json.loads(content, object_pairs_hook=partial(_object, twice))
    yield from (f"“{name}” is there twice in one place: who reads it may take either." for name in twice)
    if document["schema"] < _FIRST_WITH_DIGEST and "digest" not in document:
        return
    if document.get("digest") != _digest(document):
        yield "The digest in the head of this log does not fit its content: something in it was changed."
    if document.get("counts") != _plain(counts(list(quote_rows(_source(document))))):
        yield "The counts in the head of this log are not those of its quotes."


def format_notes(content: bytes) -> typing.Iterator[str]:
    """A sentence about a log that was only formatted anew, which changes nothing that it says."""
    document = json.loads(content)
    if document["schema"] >= _FIRST_WITH_DIGEST and _rendered(document) != content:
        yield "This log was formatted anew: its spaces, escapes or order are other than the program writes them."


def _object(twice: list[str], pairs: list[tuple[str, object]]) -> _OBJECT:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice += [name for name in made if names.count(name) > 1]
    return made


def read(content: bytes) -> LogSource:
    """Return what `compose` was given; raises VerbatimError if it is no log of a schema this program knows."""
    try:
        document = json.loads(content)
        schema = document["schema"] if document["format"] == FORMAT else None
    except (ValueError, KeyError, TypeError, RecursionError):
        schema = None
    if not isinstance(schema, int):
        raise VerbatimError("This file is not a verification log in JSON.")
    if schema > SCHEMA:
        raise VerbatimError("This log was written by a newer version of Verbatim.")
    try:
        return _source(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise VerbatimError("This verification log is damaged: parts of it are missing.") from error


def _story(source: LogSource, story: Story) -> _OBJECT:
    return _fields(story) | {"articles": [_article(source, article) for article in articles_of(source, story)]}


def _article(source: LogSource, article: Article) -> _OBJECT:
    # `versions` of an article is their number; the versions themselves need another name.
    return _fields(article) | {"captures": [_version(source, info) for info in source.versions.get(article.id, ())]}


def _version(source: LogSource, info: VersionInfo) -> _OBJECT:
    quotes = source.quotes.get(info.id)
    return _fields(info) | ({} if quotes is None else {"quotes": [_quote(source, quote) for quote in quotes]})


def _quote(source: LogSource, quote: Quote) -> _OBJECT:
    # `marks` of a quote is their number; the marks themselves need another name.
    return _fields(quote) | {"history": [_plain(mark) for mark in source.marks.get(quote.id, ())]}


def _fields(value: DataclassInstance) -> _OBJECT:
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(str(item) for item in value)  # only sets of words occur
    return value


def _source(document: _OBJECT) -> LogSource:
    stories = document["stories"]
    articles = [article for story in stories for article in story["articles"]]
    captures = [capture for article in articles for capture in article["captures"]]
    quotes = [quote for capture in captures for quote in capture.get("quotes", ())]
    return LogSource(
        desk_name=document["desk"]["name"],
        desk_uid=document["desk"]["uid"],
        app_version=document["app_version"],
        exported_at=datetime.fromisoformat(document["exported_at"]),
        head_chain=document["head"]["chain"],
        head_marks=document["head"]["marks"],
        head_hash=document["head"]["hash"],
        filter_in_force=document["filter"],
        stories=_typed_all(Story, stories),
        articles=_typed_all(Article, articles),
        versions={article["id"]: _typed_all(VersionInfo, article["captures"]) for article in articles},
        quotes={part["id"]: _typed_all(Quote, part["quotes"]) for part in captures if "quotes" in part},
        marks={quote["id"]: _typed_all(Mark, quote["history"]) for quote in quotes},
        entries=_typed_all(ChainEntry, document.get("entries", [])),
        chains=_typed_all(Head, document.get("chains", [])),
        private=_checked(bool, document.get("private", True)),
    )


_T = typing.TypeVar("_T")


def _typed_all(kind: type[_T], values: object) -> tuple[_T, ...]:
    return tuple(typing.cast("_T", _typed(kind, value)) for value in _checked(list, values))


def _typed(kind: object, value: object) -> object:
    """Make of JSON what the type of a field asks for; undoes `_plain`, raises TypeError where it does not fit."""
    arguments = typing.get_args(kind)
    if isinstance(kind, types.UnionType):  # only "something or None" occurs
        return None if value is None else _typed(arguments[0], value)
    if arguments:  # only sets of one type occur
        return frozenset(_typed(arguments[0], item) for item in _checked(list, value))
    plain = getattr(kind, "__supertype__", kind)  # the int behind a typed id
    if not isinstance(plain, type):
        raise TypeError(kind)
    if dataclasses.is_dataclass(plain):
        return _made(plain, _checked(dict, value))
    if plain is datetime:
        return datetime.fromisoformat(_checked(str, value))
    return plain(value) if issubclass(plain, Enum) else _checked(plain, value)


def _made(kind: type, fields: _OBJECT) -> object:
    hints = typing.get_type_hints(kind, localns={"datetime": datetime})
    return kind(**{name: _typed(hint, fields[name]) for name, hint in hints.items()})


def _checked(kind: type[_T], value: object) -> _T:
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}")
    return value
