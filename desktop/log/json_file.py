"""JSON of the log: one document that loses nothing, written and read back.

Dataclasses become objects with the names of their fields, times ISO 8601, sets sorted lists; a quote has one line. The
digest in the head is the SHA-256 of the file with zeros in its place.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import types
import typing
from datetime import datetime
from enum import Enum
from functools import cache, partial
from operator import attrgetter

from desktop.domain import Article, Head, Mark, Quote, Story, VerbatimError, VersionInfo
from desktop.lazy_pattern import lazy_pattern
from desktop.log.evidence.standalone_check import digest_of
from desktop.log.rows import NOT_PROVEN, SCHEMA, ChainEntry, LogSource, articles_of, counts, quote_rows

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO


FORMAT = "verbatim-log"
_LAST_WITHOUT_DIGEST, _LAST_INDENTED = 1, 2  # schemas
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_OBJECT = dict[str, typing.Any]


def write(source: LogSource, out: BinaryIO) -> int:
    """Write the file, which can be sought in, line by line; returns the number of quotes in it."""
    digest, place = hashlib.sha256(), 0
    for line in _lines(source):
        part = line.encode()
        if not place and part.startswith(_DIGEST):
            place = out.tell() + len(_DIGEST)
        digest.update(part)
        out.write(part)
    end = out.tell()
    out.seek(place)
    out.write(digest.hexdigest().encode())
    out.seek(end)
    return sum(len(found) for found in source.quotes.values())


_NO_DIGEST = b"0" * 64
_DIGEST = b'"digest":"'


def _lines(source: LogSource) -> Iterator[str]:
    """Yield the log line by line: a line each part of the head, entry and quote; zeros stand for the digest."""
    head = {
        "app_version": source.app_version,
        "chains": source.chains,
        "counts": counts(quote_rows(source)),
        "desk": {"name": source.desk_name, "uid": source.desk_uid},
        "digest": _NO_DIGEST.decode(),
        "exported_at": source.exported_at,
        "filter": source.filter_in_force,
        "format": FORMAT,
        "head": {"chain": source.head_chain, "marks": source.head_marks, "hash": source.head_hash},
        "not_proven": NOT_PROVEN,
        "private": source.private,
        "schema": SCHEMA,
    }
    yield "{\n"
    yield from (f'"{name}":{_json(head[name])},\n' for name in sorted(head) if name < "entries")
    yield '"entries":['
    yield from _joined(_json(entry) for entry in source.entries)
    yield "],\n"
    yield from (f'"{name}":{_json(head[name])},\n' for name in sorted(head) if name > "entries")
    yield '"stories":['
    yield from _nested(source.stories, "articles", lambda story: _articles(source, story))
    yield "]\n}\n"


def _articles(source: LogSource, story: Story) -> Iterator[str]:
    # `versions` of an article is their number; the versions themselves need another name.
    return _nested(articles_of(source, story), "captures", lambda article: _versions(source, article))


def _versions(source: LogSource, article: Article) -> Iterator[str]:
    for place, info in enumerate(source.versions.get(article.id, ())):
        quotes = source.quotes.get(info.id)
        yield f"{',' if place else ''}\n{_json(info)[:-1]}"
        if quotes is not None:
            yield ',"quotes":['
            yield from _joined(_quote(source, quote) for quote in quotes)
            yield "]"
        yield "}"


_Value = typing.TypeVar("_Value", Story, Article)


def _nested(values: Iterable[_Value], name: str, inner: Callable[[_Value], Iterator[str]]) -> Iterator[str]:
    """Yield objects with a list of others, which is written line by line, as their last field."""
    for place, value in enumerate(values):
        yield f'{"," if place else ""}\n{_json(value)[:-1]},"{name}":['
        yield from inner(value)
        yield "]}"


def _joined(objects: Iterable[str]) -> Iterator[str]:
    for place, text in enumerate(objects):
        yield f",\n{text}" if place else f"\n{text}"


def _quote(source: LogSource, quote: Quote) -> str:
    # `marks` of a quote is their number; the marks themselves need another name.
    return f'{_json(quote)[:-1]},"history":{_json(source.marks.get(quote.id, ()))}}}'


def _json(value: object) -> str:
    """One line of JSON; a lone surrogate, which UTF-8 cannot hold, is an escape."""
    text = _ENCODER.encode(value)
    return text if text.isascii() else _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: object) -> object:
    """Make of a value what JSON has; what it holds in turn comes here again."""
    kind: typing.Any = type(value)  # as something that can be a key
    return _plain_of(kind)(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain)


@cache
def _plain_of(kind: type) -> Callable[[typing.Any], object]:
    if dataclasses.is_dataclass(kind):
        names = tuple(sorted(field.name for field in dataclasses.fields(kind)))
        read_all = attrgetter(*names)
        return lambda value: dict(zip(names, read_all(value), strict=True))
    if kind is datetime:
        return datetime.isoformat
    if kind is frozenset:
        return lambda value: sorted(map(str, value))  # only sets of words occur
    raise TypeError(kind)


def digest_findings(content: bytes) -> Iterator[str]:
    """Sentences about what was changed in a log since it was written; any byte of it counts that says anything.

    Logs of schema 1 carry no digest, and nothing is said of them.
    """
    twice: list[str] = []
    document = json.loads(content, object_pairs_hook=partial(_object, twice))
    yield from (f"“{name}” is there twice in one place: who reads it may take either." for name in twice)
    if document["schema"] <= _LAST_WITHOUT_DIGEST and "digest" not in document:
        return
    if not _digest_fits(document, content):
        yield "The digest in the head of this log does not fit its content: something in it was changed."
    elif document["schema"] > _LAST_INDENTED and not _is_whole(document):
        yield "This log lacks a part that the program writes into every log, or has one that it writes into none."
    if document.get("counts") != _plain(counts(quote_rows(_source(document)))):
        yield "The counts in the head of this log are not those of its quotes."


def format_notes(content: bytes) -> Iterator[str]:
    """A sentence about a log that was only formatted again, which changes nothing that it says."""
    document = json.loads(content)
    if document["schema"] <= _LAST_WITHOUT_DIGEST:
        return
    is_indented = document["schema"] <= _LAST_INDENTED
    if _indented(document) != content if is_indented else digest_of([content]) != document.get("digest"):
        yield "This log was formatted anew: its spaces, escapes or order are other than the program writes them."


def _digest_fits(document: _OBJECT, content: bytes) -> bool:
    """Whether the digest is that of the content, or of the same content as the program writes it."""
    digest = document.get("digest")
    if document["schema"] <= _LAST_INDENTED:  # indented by one space; the digest is that of all but the digest
        rest = {name: document[name] for name in document if name != "digest"}
        return bool(digest == hashlib.sha256(_indented(rest)).hexdigest())
    if digest_of([content]) == digest:
        return True
    written = _written_anew(document)
    return digest_of([written]) == digest and json.loads(written) == document


def _written_anew(document: _OBJECT) -> bytes:
    again = io.BytesIO()
    write(_source(document), again)
    return again.getvalue()


def _is_whole(document: _OBJECT) -> bool:
    """Say whether a log has every part that the program writes, and no other; what is compared elsewhere may differ."""
    other = {name: document.get(name) for name in ("counts", "digest", "not_proven")}
    return bool({**json.loads(_written_anew(document)), **other} == document)


def _object(twice: list[str], pairs: list[tuple[str, object]]) -> _OBJECT:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        twice += [name for name in fields if names.count(name) > 1]
    return fields


def _indented(document: _OBJECT) -> bytes:
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode()


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
        return _instance(plain, _checked(dict, value))
    if plain is datetime:
        return datetime.fromisoformat(_checked(str, value))
    return plain(value) if issubclass(plain, Enum) else _checked(plain, value)


def _instance(kind: type, fields: _OBJECT) -> object:
    hints = typing.get_type_hints(kind, localns={"datetime": datetime})
    return kind(**{name: _typed(hint, fields[name]) for name, hint in hints.items()})


def _checked(kind: type[_T], value: object) -> _T:
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}")
    return value
