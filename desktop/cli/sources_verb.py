"""The verb sources: where the quotations of articles stand in transcripts and documents, and how they differ there."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.cli.inputs import Inputs, find_story, is_batch, is_desk, is_read_as_it_stands, original_text
from desktop.cli.output import FAILED, printable, say
from desktop.desk.sources.source_check import KIND_WORDS, TOO_FEW, blanked, is_looked_for, segments_between
from desktop.domain import VerbatimError
from desktop.intake.captions.running_text import caption_segments
from desktop.log.csv_file import as_csv
from desktop.text.display import amount, one_line, time_code
from desktop.text.languages.registry import is_other_language
from desktop.text.quotes import find_quotes
from desktop.text.sources.difference import changed_words
from desktop.text.sources.kinds import Kind
from desktop.text.sources.match import SourceSearch, SourceText
from desktop.text.sources.printed_quote import read_quote

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.domain import Capture, FoundQuote
    from desktop.text.sources.difference import Change
    from desktop.text.sources.match import Match

_STRICT = frozenset((Kind.NOT_FOUND, Kind.OTHER_SPEAKER, Kind.ALTERED))
_COLUMNS = ("id", "quote", "speaker", "kind", "kinds", "source", "start", "end", "time", "said by", "words there")


@dataclass(frozen=True, slots=True)
class Query:
    """A quotation to look for: the words between its marks, and who is said to have said them."""

    id: str
    text: str
    speaker: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sources print of a quotation; `match` is None where none prints it."""

    query: Query
    match: Match | None
    nearest: Match | None  # where none prints it: words that are near
    perhaps: Match | None = None  # ... and where it is perhaps said in other words, if that was asked for

    @property
    def kind(self) -> Kind:
        return self.match.kind if self.match else Kind.NOT_FOUND

    @property
    def kind_word(self) -> str:
        """The kind as programs read it."""
        return "perhaps-paraphrased" if self.perhaps else self.kind.value


def sources(options: argparse.Namespace) -> int:
    attached = Inputs(options.against)
    texts = _source_texts(attached)
    if not texts:
        raise VerbatimError("None of the sources could be read.")
    search = SourceSearch(list(texts.values()))
    articles = Inputs(options.inputs)
    query = _queries(articles, options.inputs, options.story, dialogues=options.dialogues)
    answers = [_answer(search, each, perhaps=options.perhaps) for each in query]
    _print(answers, texts, options.format)
    is_short = options.strict and any(answer.kind in _STRICT for answer in answers)
    return FAILED if attached.failed or articles.failed or is_short else 0


# -- reading -----------------------------------------------------------------------------------------------------------


def _source_texts(inputs: Inputs) -> dict[str, SourceText]:
    """Read the sources by name: the file's, and where two share one, with the path or the number of the part."""
    read = list(inputs.captures())
    count = Counter(path.name for path, _ in read)
    texts: dict[str, SourceText] = {}
    for path, capture in read:
        name = path.name if count[path.name] == 1 else str(path)
        while name in texts:
            name += f", {capture.part or 'again'}"
        texts[name] = _source_text(name, path, capture)
    return texts


def _source_text(name: str, path: object, capture: Capture) -> SourceText:
    raw, language = original_text(capture), capture.language or "en"
    segments = caption_segments(raw)
    if segments or is_read_as_it_stands(raw, capture):  # captions, plain text
        return SourceText(name, raw, segments, language)
    say(f"{path}: offsets count in the text that was read from it; `verbatim read` shows it.")
    text = blanked(capture.text, [cut.span for cut in capture.cuts])
    return SourceText(name, text, tuple(segments_between(len(text), capture.anchors)), language)


def _queries(inputs: Inputs, paths: Sequence[Path], story: str | None, *, dialogues: bool) -> Iterator[Query]:
    desks = [path for path in paths if is_desk(path)]
    if story is not None and not desks:
        raise VerbatimError("--story chooses a story of a desk; the inputs are texts.")
    for path in desks:
        yield from _of_desk(path, story)
    batches = [path for path in paths if is_batch(path)]
    for path in batches:
        yield from inputs.batch(path, _batch_line, '"id" and "quote"')
    texts = Inputs([path for path in paths if path not in desks and path not in batches])
    for document in texts.documents():
        found = find_quotes(document.text, hidden=document.hidden, language=document.language, dialogues=dialogues)
        yield from _of_text(document.id, document.text, found, document.language)
    inputs.failed += texts.failed


def _of_desk(path: Path, story_name: str | None) -> Iterator[Query]:
    from desktop.desk.open_desk import Desk

    with Desk.open(path, read_only=True) as desk:
        stories = [find_story(desk, story_name)] if story_name is not None else desk.stories()
        own_sources = desk.article_list.sources()
        for story in stories:
            for article in desk.articles(story=story.id):
                if article.id in own_sources:
                    continue
                version = desk.version(article.newest)
                for quote in desk.quotes(version.id):
                    if is_looked_for(quote.kind):
                        text = quote.span.of(version.text)
                        yield Query(f"quote {quote.id}", text, quote.attribution.name, version.info.language)


def _of_text(name: str, text: str, found: Sequence[FoundQuote], language: str) -> Iterator[Query]:
    for quote in found:
        if is_looked_for(quote.kind):
            place = f"{name}:{quote.span.start}-{quote.span.end}"
            yield Query(place, quote.span.of(text), quote.attribution.name, language)


def _batch_line(line: str) -> Query | None:
    try:
        row = json.loads(line)
        name, text, speaker = row["id"], row["quote"], row.get("speaker") or ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    is_right = isinstance(name, str | int) and isinstance(text, str) and isinstance(speaker, str)
    return Query(str(name), text, speaker) if is_right else None


def _answer(search: SourceSearch, query: Query, *, perhaps: bool) -> Answer:
    found = search.match(query.text, query.speaker, query.language or "en")
    if found and found[0].is_found:
        return Answer(query, found[0], None)
    other = search.paraphrase(query.text, query.speaker, query.language or "en") if perhaps else None
    return Answer(query, None, found[0] if found else None, other)


# -- printing ----------------------------------------------------------------------------------------------------------


def _print(answers: Sequence[Answer], texts: dict[str, SourceText], form: str) -> None:
    if form == "text":
        print(printable("\n".join(_lines(answers, texts))))
    elif form == "csv":
        print(as_csv([_COLUMNS, *(_cells(answer, texts) for answer in answers)]), end="")
    elif form == "json":
        print(json.dumps([_object(answer, texts) for answer in answers], ensure_ascii=False, indent=1))
    else:
        for answer in answers:
            print(json.dumps(_object(answer, texts), ensure_ascii=False))


def _object(answer: Answer, texts: dict[str, SourceText]) -> dict[str, object]:
    found, near = answer.match or answer.perhaps, answer.nearest
    kinds = [kind.value for kind in answer.match.kinds] if answer.match else [answer.kind_word]
    return {
        "id": answer.query.id,
        "quote": answer.query.text,
        "source": found.source if found else None,
        "start": found.start if found else None,
        "end": found.end if found else None,
        "kind": kinds[0],
        "kinds": kinds,
        "pieces": found.pieces if found else [],
        "speaker": found.speaker if found else None,
        "time": found.seconds if found else None,
        "differences": _differences(answer, found, texts[found.source]) if found else [],
        "nearest": {"source": near.source, "start": near.start, "end": near.end, "same": near.recurs} if near else None,
    }


def _differences(answer: Answer, found: Match, source: SourceText) -> list[dict[str, object]]:
    words = read_quote(answer.query.text, answer.query.language or "en").words
    return [
        {
            "kind": change.kind.value,
            "quote": " ".join(answer.query.text[word.start : word.end] for word in words[slice(*change.quote)]),
            "source": _spoken(source, change),
        }
        for change in changed_words(found.changes)
    ]


def _spoken(source: SourceText, change: Change) -> str:
    spoken = source.speech.words[slice(*change.source)]
    return " ".join(source.text[word.start : word.end] for word in spoken)


def _words_there(found: Match, source: SourceText) -> str:
    """Return the words of the source without what captions and pages have between them."""
    pieces = [source.speech.words_between(start, end) for start, end in found.pieces]
    return " … ".join(" ".join(source.text[word.start : word.end] for word in words) for words in pieces)


def _place(found: Match) -> str:
    """Return the time where the source has times, else the offsets."""
    if found.seconds is None:
        return f"{found.start}-{found.end}"
    return time_code(found.seconds[0])


def _lines(answers: Sequence[Answer], texts: dict[str, SourceText]) -> Iterator[str]:
    count = Counter(_class_words(answer) for answer in answers)
    yield f"{amount(len(answers), 'quote', thousands='')} held against {amount(len(texts), 'source', thousands='')}"
    classes = (*(KIND_WORDS[kind] for kind in reversed(Kind)), TOO_FEW)
    yield from (f"  {count[words]:>5}  {words}" for words in classes if count[words])
    for answer in answers:
        speaker = one_line(answer.query.speaker)
        yield ""
        yield f"{answer.query.id}  “{one_line(answer.query.text)}”{f'  {speaker}' if speaker else ''}"
        yield from _answer_lines(answer, texts)


def _class_words(answer: Answer) -> str:
    near = answer.nearest
    return TOO_FEW if near is not None and near.recurs else KIND_WORDS[answer.kind]


def _answer_lines(answer: Answer, texts: dict[str, SourceText]) -> Iterator[str]:
    found = answer.match or answer.perhaps or answer.nearest
    kinds = ", ".join(KIND_WORDS[kind] for kind in answer.match.kinds) if answer.match else KIND_WORDS[Kind.NOT_FOUND]
    if found is None:
        others = sorted({text.language for text in texts.values()})
        is_foreign = all(is_other_language(answer.query.language, language) for language in others)
        foreign = f", which are in another language: {', '.join(others)}" if is_foreign else ""
        yield f"    {kinds}{foreign}"
        return
    by_speaker = f"  {one_line(found.speaker)}" if found.speaker else ""
    near = "" if answer.match else "; perhaps paraphrased from" if answer.perhaps else "; the nearest words are in"
    if answer.match is None and found.recurs:
        kinds, near = TOO_FEW, ""
    yield f"    {kinds}{near or ':'} {found.source} {_place(found)}{by_speaker}"
    if answer.kind is not Kind.VERBATIM:
        yield f"    the source prints “{one_line(_words_there(found, texts[found.source]))}”"


def _cells(answer: Answer, texts: dict[str, SourceText]) -> list[str]:
    query, found = answer.query, answer.match
    own = [query.id, query.text, query.speaker, KIND_WORDS[answer.kind]]
    if found is None:
        return own + [""] * (len(_COLUMNS) - len(own))
    kinds = ", ".join(KIND_WORDS[kind] for kind in found.kinds)
    time = _place(found) if found.seconds is not None else ""
    words = _words_there(found, texts[found.source])
    return [*own, kinds, found.source, str(found.start), str(found.end), time, found.speaker, words]
