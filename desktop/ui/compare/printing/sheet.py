"""What does a comparison say on paper? Its head, its paragraphs with their marks, its alerts; and all that as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from desktop.ui.compare.layout.build_pages import counted
from desktop.ui.compare.layout.change_filter import Filter, Steps
from desktop.ui.compare.layout.descriptions import share_alike, short
from desktop.ui.compare.layout.marked_text import Run, runs, woven

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Version
    from desktop.text.changes import Comparison
    from desktop.text.rules import Rules
    from desktop.ui.session.session import Session

LEGEND = (
    Run("only in A", "gone"),
    Run("only in B", "new"),
    Run("only in A, ignored", "gone", dim=True),
    Run("only in B, ignored", "new", dim=True),
)
_IGNORES = {
    "case": "upper and lower case",
    "punctuation": "punctuation",
    "numbers": "numbers",
    "white_space": "white space",
    "typography": "typography",
}
_APART = Run("\u2009", "same")  # between struck words and those that stand instead
_FILTERED = {Filter.MOVED: "moved passages", Filter.ALERTS: "changes with an alert"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A comparison as it is printed; made at once, so that it may be written on another thread."""

    desk: str  # the name of the desk
    when: str
    a: Version
    b: Version
    comparison: Comparison
    rules: Rules
    filtered: Filter = Filter.ALL  # what the window shows

    @property
    def title(self) -> str:
        """The line on top of every page."""
        return f"{self.desk} · A: {_titled(self.a)} ↔ B: {_titled(self.b)}"

    def head(self) -> list[str]:
        """Return what is compared, how, and what is not marked, a line each."""
        return [
            f"Desk: {self.desk} · printed {self.when}",
            f"A: {_named(self.a)}",
            f"B: {_named(self.b)}",
            self._counts(),
            *self._left_out(),
        ]

    def _counts(self) -> str:
        comparison = self.comparison
        number = len(Steps(comparison).numbers(Filter.ALL))
        alerts = counted(len(comparison.alerts), "alert")
        return f"{share_alike(comparison)} · {counted(number, 'change')} · {alerts}. {comparison.why}"

    def _left_out(self) -> Iterator[str]:
        steps = Steps(self.comparison)
        ignored = len(steps.numbers(Filter.IGNORED))
        said = [words for name, words in _IGNORES.items() if getattr(self.rules, name)]
        said += [f"the pattern {pattern}" for pattern in self.rules.patterns]
        if said:
            dimmed = f" {counted(ignored, 'change')} ignored so, dimmed here." if ignored else ""
            yield f"Ignored by rule: {', '.join(said)}.{dimmed}"
        typography = len(steps.numbers(Filter.TYPOGRAPHY))
        if typography:
            yield f"Not marked here: {counted(typography, 'difference')} of typography or white space."
        if self.filtered in _FILTERED:
            yield f"The window listed only {_FILTERED[self.filtered]}; here every change is marked."

    def paragraphs(self) -> Iterator[list[Run]]:
        """Yield the paragraphs of both texts in one, with nothing folded away."""
        texts = {"a": self.a.text, "b": self.b.text}
        runs_ = runs(woven(self.a, self.b, self.comparison), texts, self.comparison)
        paragraph: list[Run] = []
        for run in runs_:
            if run.what == "new" and paragraph and paragraph[-1].what == "gone":
                paragraph.append(_APART)
            first, *more = run.text.split("\n")
            paragraph.append(run._replace(text=first))
            for part in more:
                yield from _worth(paragraph)
                paragraph = [run._replace(text=part)]
        yield from _worth(paragraph)

    def alerts(self) -> list[str]:
        """Return the alerts, most pressing first, a line each."""
        return [
            f"{alert.kind.value.capitalize()}: {_quoted(alert.a_text)} → {_quoted(alert.b_text)}. {alert.why}"
            for alert in self.comparison.alerts
        ]


def sheet_of(session: Session, filtered: Filter) -> Sheet | None:
    """Return the comparison on the session as it is printed, or None where there is none."""
    desk, a, b, comparison = session.desk, session.pair.a, session.pair.b, session.pair.comparison
    if desk is None or a is None or b is None or comparison is None:
        return None
    from desktop.text.rules import Rules

    when = desk.now().astimezone().strftime("%Y-%m-%d %H:%M %z")
    return Sheet(desk.path.stem, when, a, b, comparison, session.pair.rules or Rules(), filtered)


def _quoted(text: str) -> str:
    return f"“{short(text)}”" if text.strip() else "nothing"


def _worth(paragraph: list[Run]) -> Iterator[list[Run]]:
    kept = [run for run in paragraph if run.text]
    if any(run.text.strip() for run in kept):
        yield kept


def _titled(version: Version) -> str:
    meta = version.info.metadata
    return short(f"{meta.outlet}: {meta.title}" if meta.outlet else meta.title or "Untitled", 60)


def _named(version: Version) -> str:
    meta = version.info.metadata
    parts = (meta.title or "Untitled", meta.outlet or "outlet not given", meta.published or "date not given",
             f"version {version.info.number}", f"SHA-256 {version.info.text_sha256}")  # fmt: skip
    return " · ".join(parts)


_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font-family: Georgia, serif; font-size: 11pt; color: #000; background: #fff;
  max-width: 46em; margin: 2em auto; }}
h1 {{ font-size: 14pt; }} h2 {{ font-size: 12pt; }} p {{ overflow-wrap: anywhere; white-space: pre-wrap; }}
.head {{ color: #444; font-size: 9pt; }}
.gone {{ color: #8a3800; text-decoration: line-through; }}
.new {{ color: #0b3d91; text-decoration: underline; font-weight: bold; }}
.dim {{ color: #62656b; font-weight: normal; text-decoration-style: dotted; }}
</style></head><body><h1>Comparison</h1>
{head}
{body}
{alerts}</body></html>
"""


def html(sheet: Sheet) -> str:
    """Return a sheet as one page of HTML; every word that is not ours is escaped."""
    legend = " · ".join(map(_html, LEGEND))
    head = "\n".join(f'<p class="head">{escape(line)}</p>' for line in sheet.head())
    body = "\n".join(f'<p dir="auto">{"".join(map(_html, paragraph))}</p>' for paragraph in sheet.paragraphs())
    alerts = "".join(f"<p>{escape(line)}</p>" for line in sheet.alerts())
    return _PAGE.format(
        language=escape(sheet.b.info.language or "en"),
        title=escape(sheet.title),
        head=f'{head}\n<p class="head">{legend}</p>',
        body=body,
        alerts=f"<h2>Alerts</h2>{alerts}" if alerts else "",
    )


def _html(run: Run) -> str:
    tag = {"gone": "del", "new": "ins"}.get(run.what)
    if tag is None:
        return escape(run.text)
    return f'<{tag} class="{run.what}{" dim" if run.dim else ""}">{escape(run.text)}</{tag}>'
