"""Verbs that read texts and change nothing: read, quotes, diff, and captures, which lists what an archive holds."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from desktop.cli.inputs import Inputs, access_of, read_side
from desktop.cli.output import FAILED, printable, say
from desktop.domain import GUESSES, QuoteKind, VerbatimError
from desktop.text.display import amount

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.cli.inputs import Document
    from desktop.domain import Capture, Cut, FoundQuote, Span
    from desktop.intake.web.address import Address
    from desktop.intake.web_archive.capture_list import ListedCapture


def read(options: argparse.Namespace) -> int:
    with Inputs(options.inputs, access_of(options)) as inputs:
        captures = _of_side(inputs, options.side)
        if options.format == "json":
            found = [_read_object(path, capture) for path, capture in captures]
            print(json.dumps(found, ensure_ascii=False, indent=1))
        else:
            for path, capture in captures:
                print(printable("\n".join(_read_lines(path, capture))))
    return FAILED if inputs.failed else 0


def quotes(options: argparse.Namespace) -> int:
    with Inputs(options.inputs, modules=(__name__, "desktop.text.quotes")) as inputs:
        if options.format == "jsonl":
            for id_, objects in inputs.results(partial(_quotes_json, dialogues=options.dialogues)):
                print(f'{{"id": {json.dumps(id_, ensure_ascii=False)}, "quotes": {objects}}}')
        else:
            lines = partial(_quotes_text, dialogues=options.dialogues, names=options.names)
            for id_, text in inputs.results(lines):
                print(f"{printable(id_)}: {text}")
    return FAILED if inputs.failed else 0


def _quotes_json(document: Document, *, dialogues: bool) -> str:
    found = _find_quotes(document, dialogues=dialogues)
    return json.dumps([_quote_object(document.text, quote) for quote in found], ensure_ascii=False)


def _quotes_text(document: Document, *, dialogues: bool, names: bool) -> str:
    return printable("\n".join(_quotes_lines(document, _find_quotes(document, dialogues=dialogues), names=names)))


def _find_quotes(document: Document, *, dialogues: bool) -> list[FoundQuote]:
    from desktop.text.quotes import find_quotes

    return find_quotes(document.text, hidden=document.hidden, language=document.language, dialogues=dialogues)


def diff(options: argparse.Namespace) -> int:
    from desktop.cli import diff_report
    from desktop.text.changes import Kind
    from desktop.text.diff import compare

    a, b = read_side(options.a), read_side(options.b)
    kind = None if options.kind == "auto" else Kind(options.kind)
    one_article = bool(a.article) and a.article == b.article
    comparison = compare(a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden, kind=kind, one_article=one_article)
    report = diff_report.Report(a, b, comparison)
    if options.format == "text":
        print(printable(diff_report.as_text(report)))
    else:
        print(diff_report.as_json(report) if options.format == "json" else diff_report.as_html(report))
    return 0


def _of_side(inputs: Inputs, side: str) -> Iterator[tuple[Path | Address, Capture]]:
    """Yield the captures of a side of tracked changes; a file that has no text on it is said."""
    for path, group in groupby(inputs.captures(), key=itemgetter(0)):
        matching = [capture for _, capture in group if _is_of_side(capture, side)]
        if not matching:
            inputs.fail(path, VerbatimError(f"{path.name} holds no text {side} its changes."))
        yield from ((path, capture) for capture in matching)


def _is_of_side(capture: Capture, side: str) -> bool:
    """Say whether a capture is on the side of tracked changes that was asked for; one without changes is on both."""
    return side == "both" or not capture.part.endswith(" changes") or capture.part.startswith(side)


def _read_object(path: Path | Address, capture: Capture) -> dict[str, object]:
    about = capture.metadata
    return {
        "input": str(path),
        "part": capture.part,
        "follows": capture.follows,
        "title": about.title,
        "outlet": about.outlet,
        "byline": about.byline,
        "published": about.published,
        "published_on": about.published_on,
        "url": about.url,
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "language": capture.language,
        "extractor": capture.extractor,
        "original_bytes": len(capture.original),
        "original_sha256": capture.original_sha256,
        "text_sha256": capture.text_sha256,
        "warnings": list(capture.warnings),
        "facts": [asdict(fact) for fact in capture.facts],
        "anchors": [
            {"offset": anchor.offset, "kind": anchor.kind, "label": anchor.label} for anchor in capture.anchors
        ],
        "cuts": [
            {"start": cut.span.start, "end": cut.span.end, "why": cut.why, "text": cut.span.of(capture.text)}
            for cut in _outside(capture)
        ],
        "text": capture.text,
    }


def _outside(capture: Capture) -> list[Cut]:
    """What is not running text, in its order: what an import hides, and headline and standfirst, which it shows."""
    return sorted((*capture.cuts, *capture.heads), key=lambda cut: cut.span)


def _read_lines(path: Path | Address, capture: Capture) -> Iterator[str]:
    about = capture.metadata
    yield f"input:     {path}{f', {capture.part}' if capture.part else ''}"
    for name in ("title", "outlet", "byline", "published", "url"):
        yield f"{name + ':':<10} {' '.join(getattr(about, name).split()) or 'not given'}"
    for fact in capture.facts:
        if fact.offered:
            yield f"offered:   {fact.field} {fact.value} ({fact.origin})"
    yield f"read as:   {capture.media_type}, {capture.encoding}, by {capture.extractor}; language {capture.language}"
    yield f"SHA-256:   {capture.original_sha256} (original), {capture.text_sha256} (text)"
    yield f"cut:       {len(_outside(capture)) or 'nothing'}"
    for cut in _outside(capture):
        yield f"  {cut.span.start}-{cut.span.end}  {cut.why}: {' '.join(cut.span.of(capture.text).split())}"
    yield from ("", _without(capture.text, [cut.span for cut in _outside(capture)]), "")


def _without(text: str, hidden: Sequence[Span]) -> str:
    """The text that an import would show: what is hidden leaves no more than one blank line."""
    shown, place = [], 0
    for span in sorted(hidden):
        shown.append(text[place : span.start].strip())
        place = max(place, span.end)
    return "\n\n".join(part for part in (*shown, text[place:].strip()) if part)


def _quote_object(text: str, quote: FoundQuote) -> dict[str, object]:
    by = quote.attribution
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.span.of(text),
        "speaker": by.name,
        "speaker_start": by.speaker_span.start if by.speaker_span else None,
        "speaker_end": by.speaker_span.end if by.speaker_span else None,
        "cue": by.cue,
        "kind": _kind_in_jsonl(quote).value,
        "mention": by.speaker,
        "role": by.role,
        "via": by.via,
        "doubt": quote.doubt,
        **({} if quote.kind.is_said else {"names": quote.kind.value}),
    }


def _kind_in_jsonl(quote: FoundQuote) -> QuoteKind:
    """Say the kind as readers of this form know it, to whom titles and names are words in marks."""
    if quote.kind.is_said:
        return quote.kind
    return QuoteKind.HEADLINE if quote.in_headline else QuoteKind.SCARE


def _quotes_lines(document: Document, found: Sequence[FoundQuote], *, names: bool) -> Iterator[str]:
    """A line with the count, and one for each quote; titles and names are listed only where `names` asks for them."""
    spoken = sum(quote.kind.is_said for quote in found)
    passed = len(found) - spoken
    more = f", {amount(passed, 'title or name', 'titles and names', thousands='')} in marks" if passed else ""
    hint = " (--names lists them)" if passed and not names else ""
    yield f"{amount(spoken, 'quote', thousands='')}{more}{hint}"
    for quote in found if names else filter(_is_said, found):
        by = quote.attribution
        words = " ".join(quote.span.of(document.text).split())
        place = f"{quote.span.start}-{quote.span.end}"
        speaker = by.name if by.name == by.speaker or not by.speaker else f"{by.name} (printed as {by.speaker})"
        nobody = "no speaker found" if quote.kind.is_said else "nobody’s words"
        kind = "" if quote.doubt in GUESSES else "marks: "
        doubt = f"  [{kind}{quote.doubt}]" if quote.doubt else ""
        yield f"  {place:<13} {quote.kind.value:<8} “{words}”  {speaker or nobody}{doubt}"


def _is_said(quote: FoundQuote) -> bool:
    return quote.kind.is_said


def captures(options: argparse.Namespace) -> int:
    """List what the archive holds, oldest first; one line or object a capture."""
    from desktop.intake.web.address import lone_address
    from desktop.intake.web.wayback import list_captures
    from desktop.text.display import one_line

    if lone_address(options.address) is None:
        raise VerbatimError(
            f"“{one_line(options.address)}” is not the address of a page: it begins with http:// or https://."
        )
    access = access_of(options)
    found = list_captures(options.address, access)
    for notice in found.notices:
        say(notice)
    if options.format == "json":
        print(
            json.dumps([_capture_object(each, access.archive) for each in found.listed], ensure_ascii=False, indent=1)
        )
    else:
        for each in found.listed:
            print(printable(_capture_line(each, access.archive)))
    return 0


def _capture_object(capture: ListedCapture, archive: str) -> dict[str, str]:
    from desktop.intake.web.wayback import capture_address

    return {
        "moment": capture.moment,
        "url": capture.url,
        "status": capture.status,
        "media_type": capture.media_type,
        "digest": capture.digest,
        "address": capture_address(capture, archive),
    }


def _capture_line(capture: ListedCapture, archive: str) -> str:
    from desktop.intake.web.wayback import capture_address

    return f"{capture.moment:<19}  {capture.digest or '-':<32}  {capture_address(capture, archive)}"
