"""One quote on the page of the whole log: words, speaker, verdict and history.

A large log has a hundred thousand of these, so they are not made by a template, which took three times as long. Every
text of others goes through `shown` or `text`, which escape it; the rest are words of this file.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from desktop.log.columns import ColumnSet, events
from desktop.log.pages.html_page import STATUSES, moment, shown, text
from desktop.log.rows import agreement, flags, second_verdict

if TYPE_CHECKING:
    from desktop.domain import Attribution, Quote
    from desktop.log.columns import Event
    from desktop.log.rows import QuoteRow

_HEADS = "".join(f'<th scope="col">{name}</th>' for name in ("No.", "When (UTC)", "Who", "What", "From", "To", "Why"))
_NOBODY = (
    '<p class="small"><span class="soft">History:</span> '
    '<span class="none">no records, nobody has marked this quote.</span></p>'
)


def quote_block(row: QuoteRow, columns: ColumnSet) -> Markup:
    """Return the quote as an element of its own, with what these columns show of it."""
    quote = row.quote
    language = f' lang="{escape(row.version.language)}"' if row.version.language else ""
    parts = [
        f'<article class="quote {quote.status.value}">\n{_line(quote)}\n'
        f'<blockquote><bdi class="said"{language}>{shown(quote.text)}</bdi></blockquote>\n'
        f"<dl>\n<dt>said by</dt><dd>{_speaker(quote.attribution)}</dd>\n",
        _row("reason", quote.reason) + _row("basis", quote.basis),
        _row("source", quote.evidence) + _row("note", quote.note),
    ]
    if quote.checker or quote.marked_at:
        who = text(quote.checker, "no name given")
        parts.append(f"<dt>checked</dt><dd>{moment(quote.marked_at)} UTC by {who}</dd>")
    if columns is ColumnSet.SECOND_CHECK:
        parts.append(f"<dt>second checker</dt><dd>{_second(row)}</dd>")
    if columns is ColumnSet.AUDIT:
        parts.append(_place(quote))
    parts.append(f"</dl>\n{_history(row, with_proofs=columns is ColumnSet.AUDIT)}\n</article>")
    return Markup("".join(parts))  # noqa: S704 - every text in it is escaped


def _line(quote: Quote) -> str:
    flag_labels = "".join(f'<span class="flag">{escape(flag)}</span>' for flag in flags(quote))
    kind = f", {quote.kind.value} quotation" if quote.kind.value != "direct" else ""
    doubt = f"; marks: {escape(quote.doubt)}" if quote.doubt else ""
    place = f"paragraph {quote.paragraph}, characters {quote.span.start} to {quote.span.end}"
    status = STATUSES[quote.status.value]
    return f'<div class="line">{status}\n{flag_labels}\n<span class="soft">{place}{kind}{doubt}</span></div>'


@lru_cache(1024)  # few people say much
def _speaker(by: Attribution) -> str:
    words = str(text(by.name, "no speaker found"))
    if by.role:
        words += f", {text(by.role)}"
    if by.speaker and by.speaker != by.name:
        words += f' <span class="soft">(printed as</span> {text(by.speaker)}<span class="soft">)</span>'
    return f'{words} <span class="soft">via</span> {text(by.via)}' if by.via else words


def _row(name: str, value: str) -> str:
    return f"<dt>{name}</dt><dd>{text(value)}</dd>" if value else ""


def _second(row: QuoteRow) -> str:
    second = second_verdict(row)
    if second is None:
        return '<span class="none">nobody else has given a status</span>'
    who = text(second.checker, "no name given")
    return f"{STATUSES[second.status.value]} {moment(second.at)} UTC by {who} ({agreement(row, second)}s)"


def _place(quote: Quote) -> str:
    before, after = (f'<span class="soft">{shown(words)}</span>' for words in (quote.prefix, quote.suffix))
    return (
        f'<dt>in its place</dt><dd class="said-place"><bdi class="as-is">{before}<strong>{shown(quote.text)}</strong>'
        f"{after}</bdi></dd>\n{_row('cue', quote.attribution.cue)}\n"
        f"<dt>quote id</dt><dd><code>{escape(quote.uid)}</code></dd>\n"
    )


def _history(row: QuoteRow, *, with_proofs: bool) -> str:
    if not row.marks:
        return _NOBODY
    lines = "".join(_event(event, with_proofs=with_proofs) for event in events(row))
    return f"<h4>History</h4>\n<table><thead><tr>{_HEADS}</tr></thead>\n<tbody>{lines}</tbody></table>"


def _event(event: Event, *, with_proofs: bool) -> str:
    mark, before = event.mark, event.before
    assert mark is not None
    why = "; ".join(text(part) for part in (mark.reason, mark.basis, mark.evidence, mark.note) if part)
    line = (
        f"<td>{mark.number}</td>"
        f'<td class="time">{moment(mark.at)}</td><td>{text(mark.checker)}</td><td class="short">{mark.act.value}</td>'
        f'<td class="short">{before.value if before else ""}</td><td>{STATUSES[mark.status.value]}</td>\n'
        f'<td class="free">{why or _NO_REASON}</td></tr>\n'
    )
    if not with_proofs:
        return f"\n<tr>{line}"
    return (
        f'\n<tr class="with-proofs">{line}<tr class="proofs"><td></td><td colspan="6">chain '
        f"<code>{escape(mark.chain)}</code>, hash <code>{escape(mark.hash)}</code></td></tr>\n"
    )


_NO_REASON = '<span class="none">no reason given</span>'
