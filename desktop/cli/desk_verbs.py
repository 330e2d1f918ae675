"""Verbs that work on a desk: list, mark, merge, export, backup, restore, unlock, stamp."""

from __future__ import annotations

import getpass
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.cli.inputs import find_story
from desktop.cli.output import printable, say
from desktop.desk import backups
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, OpenReason, Status, VerbatimError
from desktop.store.errors import ForeignLock, Missing
from desktop.store.pending import journal
from desktop.text.display import amount, one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from desktop.domain import Article, Counts, Quote, VersionInfo
    from desktop.log.rows import Publisher


def list_desk(options: argparse.Namespace) -> int:
    with Desk.open(options.desk, read_only=True) as desk:
        if options.format == "json":
            print(json.dumps(_desk_object(desk, quotes=options.quotes), ensure_ascii=False, indent=1))
        else:
            for line in _desk_lines(desk, quotes=options.quotes):
                print(printable(line))
    return 0


def mark(options: argparse.Namespace) -> int:
    checker = marking_checker(options)
    with opened(options.desk) as desk:
        before = _find_quote(desk, options.quote)
        after = desk.mark([before.id], _change(options, before), checker=checker)[0]
    print(printable(f"quote {after.id}: {before.status} → {after.status}, by {checker}"))
    return 0


def _change(options: argparse.Namespace, before: Quote) -> MarkChange:
    """A reason belongs to disputed, a basis to verified, and to nothing else: a new status takes the old ones away."""
    status = Status(options.status)
    if options.reason and status is not Status.DISPUTED:
        raise VerbatimError(f"A reason says why a quote is disputed; this one is to be {status}.")
    if options.basis and status is not Status.VERIFIED:
        raise VerbatimError(f"A basis says what a verification rests on; this quote is to be {status}.")
    if options.could_not_confirm and status is not Status.UNVERIFIED:
        raise VerbatimError(f"What could not be confirmed stays unverified; this quote is to be {status}.")
    absent = None if before.status is status else ""
    requested = OpenReason.COULD_NOT_CONFIRM.value if options.could_not_confirm else options.reason
    reason = absent if requested is None else requested
    basis = absent if options.basis is None else options.basis
    return MarkChange(status, reason, basis, options.note, options.evidence)


def merge(options: argparse.Namespace) -> int:
    if journal.is_pending_file(options.other):
        return _write_pending(options)
    with opened(options.desk) as desk:
        merged = desk.merge(options.other)
        apart = desk.disagreements()
    counts = ", ".join(
        many(getattr(merged, f"{noun}s"), noun) if noun != "story" else f"{merged.stories} stories"
        for noun in ("story", "article", "version", "quote", "mark")
    )
    print(printable(f"{options.other} brought {counts}"))
    if merged.restated:
        print(f"{many(merged.restated, 'quote')} marked in {options.desk} before: another status now")
    for quote in apart:
        print(printable(f"checkers disagree: quote {quote.id}  “{one_line(quote.text)}”"))
    return 0


def _write_pending(options: argparse.Namespace) -> int:
    """Write what was saved while the desk could not be reached; what was written before is not written again."""
    acts = journal.read(options.other).acts
    with opened(options.desk) as desk:
        for act in acts:
            desk.write_pending(act)
    print(printable(f"{options.other} held {many(len(acts), 'act')}, now in {options.desk}"))
    return 0


def export(options: argparse.Namespace) -> int:
    from desktop.desk.stories.log_source import export_log

    file_format = options.format or options.out.suffix.lstrip(".")
    with Desk.open(options.desk, read_only=True) as desk:
        stories = [find_story(desk, story).id for story in options.story]
        rows = export_log(
            desk,
            options.out,
            file_format,
            stories=stories,
            columns=options.columns,
            everything=options.everything,
            private=options.private,
            publisher=_publisher(options),
            to_pdf=_to_pdf,
        )
    print(printable(f"{many(rows, 'row')} written to {options.out}"))
    return 0


def letter(options: argparse.Namespace) -> int:
    from desktop.desk.stories.log_source import write_letter

    with Desk.open(options.desk, read_only=True) as desk:
        write_letter(desk, _find_quote(desk, options.quote), options.out, options.format or "")
    print(printable(f"letter written to {options.out}"))
    return 0


def _publisher(options: argparse.Namespace) -> Publisher | None:
    from desktop.log.rows import Publisher

    return Publisher(options.publisher, options.publisher_url) if options.publisher else None


def _to_pdf(page: bytes, title: str) -> bytes:
    from desktop.ui.widgets.page_pdf import pdf_without_window

    return pdf_without_window(page, title)


def backup(options: argparse.Namespace) -> int:
    with opened(options.desk) as desk:
        path = desk.backups.make(options.out)
    print(printable(f"verified copy: {path}"))
    return 0


def restore(options: argparse.Namespace) -> int:
    former = backups.restore(options.backup, options.desk)
    print(printable(f"{options.backup} is in place as {options.desk}"))
    if former is not None:
        print(printable(f"the desk that stood there is kept as {former}"))
    return 0


def unlock(options: argparse.Namespace) -> int:
    """Say what is known of a lock that nobody here can ask after, and break it where that is asked for."""
    try:
        Desk.open(options.desk).close()
    except ForeignLock as lock:
        if not options.sure:
            raise VerbatimError(f"{lock} `verbatim unlock {options.desk} --break` does.") from lock
        Desk.open_breaking_lock(options.desk, lock, checker=checker_of(options)).close()
        print(printable(f"the lock of {options.desk} is broken, which is logged in the desk"))
    else:
        print(printable(f"no lock keeps {options.desk} closed"))
    return 0


# -- finding what is meant ------------------------------------------------------------------------------------------


def open_or_create(path: Path) -> AbstractContextManager[Desk]:
    if not path.exists():
        Desk.create(path).close()
    return opened(path)


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """Open a desk that is to be written; what hinders its backup is said in the end."""
    with Desk.open(path) as desk:
        if desk.read_only:
            raise VerbatimError(desk.read_only_why)
        yield desk
    if desk.backups.problem:
        say(desk.backups.problem)


def _find_quote(desk: Desk, id_or_uid: str) -> Quote:
    try:
        return desk.find_quote(id_or_uid)
    except Missing as error:
        raise Missing(
            f"There is no quote {id_or_uid} in this desk; `verbatim list DESK --quotes` shows the ids."
        ) from error


def marking_checker(options: argparse.Namespace) -> str:
    """Who marks: a mark without a name would be worth nothing."""
    name = checker_of(options)
    if not name:
        raise VerbatimError("Nobody is named who marks; please give --checker NAME.")
    return name


def checker_of(options: argparse.Namespace) -> str:
    """The name given, else that of the login; empty if there is none."""
    try:
        return options.checker.strip() or getpass.getuser().strip()
    except (OSError, KeyError, ImportError):
        return ""


# -- listing --------------------------------------------------------------------------------------------------------


def _desk_object(desk: Desk, *, quotes: bool) -> dict[str, object]:
    head = desk.chains.mark_head()
    return {
        "desk": {"path": str(desk.path), "uid": desk.uid},
        "counts": _counts_object(desk.article_list.counts()),
        "head": {"chain": head.chain, "marks": head.marks, "hash": head.hash},
        "stories": [
            {
                "id": story.id,
                "uid": story.uid,
                "title": story.title,
                "articles": [
                    _article_object(desk, article, quotes=quotes) for article in desk.articles(story=story.id)
                ],
            }
            for story in desk.stories()
        ],
    }


def _article_object(desk: Desk, article: Article, *, quotes: bool) -> dict[str, object]:
    about = article.metadata
    found: dict[str, object] = {
        "id": article.id,
        "uid": article.uid,
        "title": about.title,
        "outlet": about.outlet,
        "byline": about.byline,
        "published": about.published,
        "published_on": about.published_on,
        "url": about.url,
        "counts": _counts_object(article.counts),
        "versions": [_version_object(info) for info in desk.versions(article.id)],
    }
    if quotes:
        found["quotes"] = [_quote_object(quote) for quote in desk.quotes(article.newest)]
    return found


def _version_object(info: VersionInfo) -> dict[str, object]:
    return {
        "id": info.id,
        "uid": info.uid,
        "number": info.number,
        "captured_at": info.captured_at.isoformat(),
        "source": info.source,
        "text_sha256": info.text_sha256,
        "original_sha256": info.original_sha256,
        "words": info.words,
        "label": info.label,
    }


def _quote_object(quote: Quote) -> dict[str, object]:
    return {
        "id": quote.id,
        "uid": quote.uid,
        "version": quote.version_id,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "kind": quote.kind.value,
        "speaker": quote.attribution.name,
        "status": quote.status.value,
        "reason": quote.reason,
        "basis": quote.basis,
        "note": quote.note,
        "evidence": quote.evidence,
        "checker": quote.checker,
        "marked_at": quote.marked_at.isoformat() if quote.marked_at else None,
        "marks": quote.marks,
        "flags": sorted(flag.value for flag in quote.flags),
    }


def _counts_object(counts: Counts) -> dict[str, int]:
    return {"verified": counts.verified, "disputed": counts.disputed, "unverified": counts.unverified}


def _desk_lines(desk: Desk, *, quotes: bool) -> Iterator[str]:
    head = desk.chains.mark_head()
    stories = desk.stories()
    yield f"{desk.path}  id {desk.uid}  {_counted(desk.article_list.counts())}; {many(head.marks, 'mark')}"
    for story in stories:
        yield f"story {story.id}  {one_line(story.title)}"
        for article in desk.articles(story=story.id):
            yield from _article_lines(desk, article, quotes=quotes)
    if not stories:
        yield "no stories yet"


def _article_lines(desk: Desk, article: Article, *, quotes: bool) -> Iterator[str]:
    about = article.metadata
    parts = (about.outlet, about.title or "no headline", about.published)
    yield f"  article {article.id}  {' · '.join(one_line(part) for part in parts if part)}  {_counted(article.counts)}"
    for info in desk.versions(article.id):
        label = f" ({info.label})" if info.label else ""
        captured = f"{info.captured_at:%Y-%m-%d %H:%M} UTC"
        yield f"    version {info.id}{label}  {captured}  {many(info.words, 'word')}  {info.source}"
    if quotes:
        yield from _quote_lines(desk.quotes(article.newest))


def _quote_lines(quotes: Sequence[Quote]) -> Iterator[str]:
    """A line for each quote; titles and names that nobody worked on are counted."""
    for quote in quotes:
        if quote.is_passed_over:
            continue
        speaker = one_line(quote.attribution.name) or "no speaker found"
        yield f"      quote {quote.id}  {quote.status}  “{one_line(quote.text)}”  {speaker}"
    passed = sum(quote.is_passed_over for quote in quotes)
    if passed:
        yield f"      {amount(passed, 'title or name', 'titles and names', thousands='')} in marks, not to be checked"


def _counted(counts: Counts) -> str:
    return f"{counts.verified} verified, {counts.disputed} disputed, {counts.unverified} unverified"


def many(count: int, noun: str) -> str:
    return amount(count, noun, thousands="")  # plain digits, for scripts


def stamp(options: argparse.Namespace) -> int:
    """Write a request or a statement, take what came back, ask an authority, or list the stamps."""
    from desktop.desk.evidence.stamping import request_stamp, stamps, state_heads
    from desktop.log.writing import write_whole

    if options.ask and not options.ask.lower().startswith(("http://", "https://")):
        raise VerbatimError("The address of an authority begins with http:// or https://.")
    with opened(options.desk) as desk:
        if options.request is not None:
            write_whole(options.request, request_stamp(desk, checker=checker_of(options)))
            print(printable(f"request written to {options.request}; take the reply with --take"))
        elif options.statement is not None:
            write_whole(options.statement, state_heads(desk, checker=checker_of(options)).content())
            print(printable(f"statement written to {options.statement}; have it stamped and take the .ots with --take"))
        elif options.take is not None:
            _take_stamp(desk, options, options.take.read_bytes())
        elif options.ask:
            _ask_authority(desk, options)
        else:
            lines = [f"{one.line}, over {one.statement.counts()}" for one in stamps(desk)]
            print(printable("\n".join(lines) or "nothing of this desk is stamped"))
    return 0


def _ask_authority(desk: Desk, options: argparse.Namespace) -> None:
    from desktop.desk.evidence.stamping import request_stamp
    from desktop.intake.web.address import Access
    from desktop.intake.web.fetch import ask_authority

    request = request_stamp(desk, checker=checker_of(options))
    reply = ask_authority(options.ask, request, Access(allow_private=options.allow_private))
    _take_stamp(desk, options, reply)


def _take_stamp(desk: Desk, options: argparse.Namespace, content: bytes) -> None:
    from desktop.desk.evidence.stamping import take_stamp
    from desktop.stamps.rfc3161 import read_certificates

    trusted = [one for path in options.authority for one in read_certificates(path.read_bytes())]
    taken = take_stamp(desk, content, checker=checker_of(options), trusted=trusted)
    verified = " (signature verified)" if trusted and taken.kind == "rfc3161" else ""
    print(printable(f"taken: {taken.line}, over {taken.statement.counts()}{verified}"))
