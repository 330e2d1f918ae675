"""Correction letter for a disputed quote: what was printed, what the source says, which words differ.

The wording of the source is the excerpt of the evidence, or else the one that a checker verified in another article of
the story. Where neither is known no letter is written: what the source says is never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from docx.shared import Pt

from desktop.domain import Status
from desktop.log.pages import html_page
from desktop.log.pages.docx_file import add_article
from desktop.log.pages.docx_page import SOFT, add, add_linked, add_tracked, finished, heading, new_document
from desktop.log.pages.editor_page import Item, editor_page
from desktop.log.pages.html_page import moment
from desktop.log.rows import one_line
from desktop.log.writing import LogError, write_whole
from desktop.text.evidence import public_evidence, public_note, read_evidence
from desktop.text.statements import difference

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from docx.document import Document

    from desktop.domain import Article, Quote
    from desktop.log.rows import LogSource


FORMATS = ("docx", "html", "txt")
SAME, GONE, NEW = "same", "gone", "new"
NO_WORDING = (
    "No wording of the source is known for this quote, so there is nothing to set against it. Give the words there in "
    "the evidence of the quote (Shift+E), or mark a verified wording in another article of the story."
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words of both wordings (`same`), of the printed one alone (`gone`) or of the source alone (`new`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; `runs` without the new ones join to what was printed, without the gone ones to what the source says."""

    article: Article
    quote: Quote
    source_wording: str
    provenance: str  # where the wording of the source is from, one line for each piece
    runs: tuple[Run, ...]
    advice: str
    note: str

    @property
    def at(self) -> datetime:
        """When the quote was disputed; aware."""
        assert self.quote.marked_at is not None, "a disputed quote was marked"
        return self.quote.marked_at

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """The words that differ: printed, said; one of the two may be empty."""
        found: list[tuple[str, str]] = []
        gone = new = ""
        for run in (*self.runs, Run(SAME, "")):
            if run.kind == SAME:
                found += [(gone.strip(), new.strip())] if gone.strip() or new.strip() else []
                gone = new = ""
            elif run.kind == GONE:
                gone += run.text
            else:
                new += run.text
        return tuple(found)


def letter(source: LogSource, uid: str) -> Letter:
    """Return the letter for a quote of the newest versions; raises LogError where none can be written."""
    item = next((item for item in editor_page(source).disputed if item.row.quote.uid == uid), None)
    if item is None:
        raise LogError("A letter is written for a disputed quote in the newest version of its article.")
    quote = item.row.quote
    wording, provenance = _source_wording(item)
    return Letter(
        item.row.article, quote, wording, provenance, runs(quote.text, wording, item.row.version.language), item.advice,
        public_note(quote.note),
    )  # fmt: skip


def runs(printed: str, wording: str, language: str = "") -> tuple[Run, ...]:
    """Set what was printed against what the source says, word by word; see Letter for what joins to what."""
    edits = sorted(difference(printed, wording, language=language).edits, key=lambda edit: (edit.base, edit.other))
    found: list[Run] = []
    a = b = 0
    for edit in edits:
        if edit.base.start < a or edit.other.start < b:  # words that moved: say it of the whole
            return _runs((GONE, printed), (NEW, wording))
        found += _between(printed[a : edit.base.start], wording[b : edit.other.start])
        found += _runs(
            (GONE, printed[edit.base.start : edit.base.end]), (NEW, wording[edit.other.start : edit.other.end])
        )
        a, b = edit.base.end, edit.other.end
    found += _between(printed[a:], wording[b:])
    return tuple(Run(kind, "".join(run.text for run in same)) for kind, same in groupby(found, lambda run: run.kind))


def write_letter(source: LogSource, uid: str, out: Path, file_format: str = "") -> None:
    """Write the letter; the format is that of the ending where none is named. Raises LogError."""
    write_whole(out, compose(letter(source, uid), file_format or out.suffix.lstrip(".")))


def compose(content: Letter, file_format: str) -> bytes:
    """Return the whole file; raises LogError."""
    form = {"text": "txt", "htm": "html"}.get(file_format.casefold(), file_format.casefold())
    if form == "docx":
        from desktop.log.pages.letter import document

        return document(content)
    if form == "html":
        return html_page.page("letter.html.jinja", letter=content, subject=subject(content), address=address(content))
    if form != "txt":
        raise LogError(f"There is no letter in the format “{file_format}”. There are {', '.join(FORMATS)}.")
    return text(content).encode("utf-8", "replace")


def subject(content: Letter) -> str:
    about = content.article.metadata
    return f"Correction: “{one_line(about.title)}”" if about.title.strip() else "Correction of a quotation"


def address(content: Letter) -> str:
    """Say what was printed where and when, in one sentence."""
    about = content.article.metadata
    title = f"“{one_line(about.title)}”" if about.title.strip() else "an article without a headline"
    when = f" ({one_line(about.published)})" if about.published.strip() else ""
    who = one_line(content.quote.attribution.name)
    by_whom = f" as the words of {who}" if who else ""
    return f"In {title}{when} you printed{by_whom}:"


def text(content: Letter) -> str:
    """Return the letter as plain text."""
    outlet = one_line(content.article.metadata.outlet)
    parts = [
        f"To: {outlet or 'the editors'}",
        f"Subject: {subject(content)}",
        address(content),
        f"    “{content.quote.text}”",
        "The source says:",
        f"    “{content.source_wording}”",
        f"Source: {content.provenance}",
    ]
    differing = [f"  - {_differing(gone, new)}" for gone, new in content.changes]
    parts += ["\n".join(["The words that differ:", *differing])] if differing else ["The words are the same."]
    parts += [f"Why: {content.quote.reason}"] if content.quote.reason else []
    parts += [content.advice] if content.advice else []
    parts += [f"Note: {content.note}"] if content.note else []
    parts += [content.article.metadata.url] if html_page.is_web(content.article.metadata.url) else []
    parts.append(f"{content.quote.checker or 'no name given'}, {html_page.moment(content.at)} UTC")
    return "\n\n".join(parts) + "\n"


def _differing(gone: str, new: str) -> str:
    if gone and new:
        return f"“{gone}” should read “{new}”"
    return f"“{gone}” is not there" if gone else f"“{new}” was left out"


def _source_wording(item: Item) -> tuple[str, str]:
    """Return the wording of the source, and where it is from."""
    evidence = public_evidence(item.row.quote.evidence)
    excerpt = next((piece.excerpt for piece in read_evidence(evidence) if piece.excerpt), "")
    if excerpt:
        return excerpt, evidence
    if item.other is None or item.other.status is not Status.VERIFIED:
        raise LogError(NO_WORDING)
    about = item.other.article.metadata
    parts = (about.outlet, about.title, about.published, about.url)
    verified = f"verified wording in {', '.join(one_line(part) for part in parts if part.strip())}"
    return "".join(piece.text for piece in item.other.pieces), f"{evidence}\n{verified}".strip()


def _between(printed: str, wording: str) -> tuple[Run, ...]:
    """Return words that do not differ; of blanks and marks among them both forms, where two are there."""
    a, b = len(printed) - len(printed.lstrip()), len(wording) - len(wording.lstrip())
    if printed[:a] != wording[:b]:
        return (*_runs((GONE, printed[:a]), (NEW, wording[:b])), *_between(printed[a:], wording[b:]))
    start = _alike(printed, wording)
    end = _alike(printed[start:][::-1], wording[start:][::-1])
    middle = (GONE, printed[start : len(printed) - end]), (NEW, wording[start : len(wording) - end])
    return _runs((SAME, printed[:start]), *middle, (SAME, printed[len(printed) - end :]))


def _alike(a: str, b: str) -> int:
    """Return how many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _runs(*parts: tuple[str, str]) -> tuple[Run, ...]:
    return tuple(Run(kind, words) for kind, words in parts if words)


_INDENT = Pt(18)


def document(content: Letter) -> bytes:
    """Return the whole file; accepting all changes leaves the words of the source, rejecting them what was printed."""
    out = new_document(subject(content))
    out.styles["Normal"].font.size = Pt(11)
    out.styles["Normal"].paragraph_format.space_after = Pt(6)
    about = content.article.metadata
    add(out.add_paragraph(), f"To: {one_line(about.outlet) or 'the editors'}")
    heading(out, subject(content), 15)
    add(out.add_paragraph(), address(content))
    _words_of(out, content.quote.text)
    out.add_paragraph("The source says:")
    _words_of(out, content.source_wording)
    rests = out.add_paragraph("Source: ")
    add_linked(rests, content.provenance)
    out.add_paragraph("The correction, as changes to accept or reject:")
    tracked = out.add_paragraph()
    tracked.paragraph_format.left_indent = _INDENT
    author = content.quote.checker or "Verbatim"
    for number, run in enumerate(content.runs, 1):
        if run.kind == SAME:
            add(tracked, run.text)
        else:
            add_tracked(tracked, "del" if run.kind == GONE else "ins", run.text, number, author, content.at)
    why = " ".join(part for part in (content.quote.reason and f"Why: {content.quote.reason}.", content.advice) if part)
    if why:
        add(out.add_paragraph(), why)
    if content.note:
        add_linked(out.add_paragraph(), f"Note: {content.note}")
    add_article(out.add_paragraph(), content.article)
    add(out.add_paragraph(), f"{content.quote.checker or 'no name given'}, {moment(content.at)} UTC", SOFT)
    return finished(out)


def _words_of(out: Document, words: str) -> None:
    line = out.add_paragraph()
    line.paragraph_format.left_indent = _INDENT
    add(line, f"“{words}”")
