"""Do whatever three or four checkers may do, each on a desk, and merge these desks in every order."""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import permutations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from desktop.desk.evidence.stamping import request_stamp, state_heads, take_stamp
from desktop.desk.open_desk import Desk
from desktop.domain import Act as DeskAct
from desktop.domain import (
    Attribution,
    BoilerplateRule,
    Draft,
    MarkChange,
    Metadata,
    QuoteKind,
    SourceDetails,
    SourceKind,
    Span,
    Status,
)
from desktop.store.errors import Missing, Refused
from desktop.store.records import entries, evidence_files
from desktop.store.records.entries import EntryKind
from desktop.store.records.quotes.people import PersonName
from desktop.text.evidence import Evidence
from tests.faults.two_checkers import WHAT, perform
from tests.stamps.test_opentimestamps import MAGIC, pending
from tests.store.desks import Ticking, backed_up_today, quick_folder
from tests.store.upkeep.test_merge import content

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Callable

    from desktop.domain import Article

Act = tuple[str, int, int]
_MORE = (
    "lock reopen name source article split join back halves drop bring empty rename "
    "keep begin state request line unline kind settle draft place unname "
    "older story shift whole take release rule unrule line_back stamp break"
)
_KEPT = [b"minute %d of the tape" % number for number in range(4)]
_ACTS = [*WHAT.split(), *_MORE.split(), "add", "add", "version", "mark", "mark"]


@dataclass
class Orders:
    """What came of merging in all orders."""

    trials: int = 0
    different: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """What the checkers of one trial do: first together on one desk, then each alone, some from a copy of the first."""

    before: list[Act]
    alone: list[list[Act]]
    related: list[bool]
    early: tuple[int, int] | None  # a desk that takes in another one before its checker goes on
    clock_back: bool


def planned(random: Random, desks: int) -> Plan:
    """Plan a trial: of acts of every kind, or of few kinds, which meet more often then."""
    kinds = _ACTS if random.random() < 0.4 else ["add", "version", "mark", *random.sample(_ACTS, 7)]

    def acts(most: int) -> list[Act]:
        return [
            (random.choice(kinds), random.randrange(51), random.randrange(51)) for _ in range(random.randint(0, most))
        ]

    early = (random.randrange(desks), random.randrange(desks)) if random.random() < 0.4 else None
    return Plan(
        acts(3), [acts(8) for _ in range(desks)], [random.random() < 0.5 for _ in range(desks)],
        early, random.random() < 0.3,
    )  # fmt: skip


def merge_in_all_orders(count: int, seed: int) -> Orders:
    """Try so many plans, each tenth of four desks; names those whose orders came to different contents."""
    orders = Orders()
    for number in range(count):
        desks = 3 if number % 10 else 4
        name = f"{seed}/{desks}/{number}"
        with quick_folder() as folder:
            found = differing(Path(folder), planned(Random(name), desks))
        orders.trials += 1
        if found:
            orders.different.append(f"{name}: {found}")
    return orders


def differing(folder: Path, plan: Plan) -> str:
    """Merge the desks of a plan in all orders; returns what differs or is not sound, empty if nothing."""
    paths = desks_of(folder, plan)
    contents: dict[str, Any] = {}
    for order in permutations(range(len(paths))):
        named = "".join("abcd"[at] for at in order)
        _merge_upto(folder, paths, order)
        with Desk.open(_merged(folder, order), read_only=True) as desk:
            problems = desk.check().findings
            contents[named] = everything(desk)
        if problems:
            return f"{named} is not sound: {problems[0]}"
    first = next(iter(contents))
    whole = _merged(folder, tuple(range(len(paths))))
    _merge(whole, _merged(folder, tuple(reversed(range(len(paths))))))
    with Desk.open(whole, read_only=True) as desk:
        contents["one order merged into another"] = everything(desk)
    return next((f"{first} and {other}" for other in contents if contents[other] != contents[first]), "")


def desks_of(folder: Path, plan: Plan) -> list[Path]:
    """Make the desks of a plan."""
    first = folder / "first.desk"
    shutil.copy(_empty("first"), first)
    _work(first, plan.before, "Z", Ticking())
    paths: list[Path] = []
    for at, (acts, related) in enumerate(zip(plan.alone, plan.related, strict=True)):
        path = folder / f"{'abcd'[at]}.desk"
        shutil.copy(first if related else _empty("abcd"[at]), path)
        half = len(acts) // 2
        start = datetime(2016 if plan.clock_back and at == 1 else 2026, 9, 1, 13, at, tzinfo=UTC)
        clock = Ticking(start)
        _work(path, acts[:half], "ABCD"[at], clock)
        if plan.early and plan.early[0] == at and plan.early[1] < at:
            _merge(path, paths[plan.early[1]])
        _work(path, acts[half:], "ABCD"[at], clock)
        paths.append(path)
    return paths


def everything(desk: Desk) -> dict[str, Any]:
    """Return what `content` does, and what is said of stories, people and sources beside it."""
    uids = {article.id: article.uid for deleted in (False, True) for article in desk.articles(deleted=deleted)}
    return content(desk) | {
        "locks": {story.uid: story.locked for story in desk.stories()},
        "people": {story.uid: desk.people.of_story(story.id) for story in desk.stories()},
        "sources": {uids[id_]: details for id_, details in desk.article_list.sources().items() if id_ in uids},
        "entries": sorted(hash_ for hash_, _ in desk.chains.entries()),
        "disagreements": {quote.uid for quote in desk.disagreements()},
        "kept": {sha256 for content in _KEPT if desk.keeps_evidence(sha256 := hashlib.sha256(content).hexdigest())},
        "rules": desk.boilerplate.rules(),
        "stated": sorted(str(entry.body.get("sha256")) for entry in desk.chains.stamp_entries()),
        "taken": desk.taking.taken(),
        "events": {quote.uid: desk.events(quote.id) for quote in desk.disagreements()},
    }


def _work(path: Path, acts: list[Act], who: str, clock: Ticking) -> None:
    with Desk.open(path, clock=clock) as desk:
        backed_up_today(desk)
        for act in acts:
            with suppress(Refused, Missing):  # of what is locked, or was emptied
                perform_any(desk, act, who)


def perform_any(desk: Desk, act: Act, who: str) -> None:
    """Do one act of any kind with whatever the two numbers point at; nothing if there is nothing."""
    what, first, second = act
    articles = [*desk.articles(), *desk.articles(deleted=True)]
    if articles and what in _ON_ARTICLES:
        _ON_ARTICLES[what](desk, articles, first, second)
    elif what in WHAT.split():
        perform(desk, act, who)


def _keep(desk: Desk, content: bytes) -> None:
    """Keep a file as evidence and rest a mark on it, where there is a quote."""
    with quick_folder() as folder:
        file = Path(folder) / "tape.bin"
        file.write_bytes(content)
        sha256 = desk.evidence_files().keep(file).sha256
    for quote in desk.quotes(desk.articles()[0].newest)[:1] if desk.articles() else ():
        evidence = Evidence("tape.bin", sha256=sha256, kept=True).line()
        desk.mark([quote.id], MarkChange(Status.VERIFIED, evidence=evidence), checker="K")


def _begin_to_keep(desk: Desk, content: bytes, size: int) -> None:
    """Keep the first part of a file, of any size, as a program that ended before the second one."""
    with desk._db.transaction():
        evidence_files.add_part(desk._db, hashlib.sha256(content).hexdigest(), 0, len(content), content[:size])


def _decide_line(desk: Desk, articles: list[Article], first: int, second: int, *, hides: bool) -> None:
    version = desk.version(articles[first % len(articles)].newest)
    spans = [cut.span for cut in version.cuts] if not hides else []
    lines = [line.span() for line in re.finditer(r".+", version.text)]
    spans = spans or [Span(*line) for line in lines]
    desk.boilerplate.decide_line(version.info.id, spans[second % len(spans)], hides=hides, checker="L")


def _of_kind(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    for quote in _quote_of(desk, articles, first, second):
        desk.corrections.attribute(
            [quote.id], Attribution(person=f"Bo {first % 3}"), list(QuoteKind)[second % 5], checker="K"
        )


def _settle(desk: Desk, second: int) -> None:
    for quote in desk.disagreements()[:2]:
        desk.mark([quote.id], MarkChange(list(Status)[second % 3]), checker="S", act=DeskAct.SETTLED)


def _draft(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    for quote in _quote_of(desk, articles, first, second):
        desk.save_draft(Draft(quote.id, f"half a no{second % 3}", ""))


def _place(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    versions = [info.id for info in desk.versions(articles[first % len(articles)].id)]
    desk.version_moves.place(versions[: 1 + second % 2], articles[second % len(articles)].id, checker="P")


def _mark_older(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    """Mark, or delete, a quote of any version of an article, the newest or an older one."""
    versions = desk.versions(articles[first % len(articles)].id)
    for quote in desk.quotes(versions[second % len(versions)].id)[:1]:
        if second % 4 == 3:
            desk.corrections.delete([quote.id], checker="O")
        else:
            desk.mark([quote.id], MarkChange(list(Status)[second % 3], reason=f"r{first % 3}"), checker="O")


def _shift(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    """Move an article into a story that is there, which may leave its own empty."""
    stories = desk.stories()
    desk.move_article(articles[first % len(articles)].id, stories[second % len(stories)].id, checker="M")


def _edit_all(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    day = f"2026-08-0{1 + first % 9}"
    whole = Metadata(f"W{second % 3}", f"Outlet {second % 2}", f"By {first % 2}", published_on=day)
    desk.edit_metadata(articles[first % len(articles)].id, whole, checker="W")


def _subjects(desk: Desk, articles: list[Article], first: int, second: int) -> list[str]:
    article = articles[first % len(articles)]
    return [quote.uid for quote in _quote_of(desk, articles, first, second)] if second % 2 else [article.uid]


def _change_rules(desk: Desk, second: int, *, deletes: bool) -> None:
    if deletes:
        desk.boilerplate.change_rules([], desk.boilerplate.rules()[second % 3 :][:1], checker="L")
    else:
        rule = BoilerplateRule(f"Outlet {second % 2}", f"Read more {second % 3}", hides=second % 5 > 0)
        desk.boilerplate.change_rules([rule], [], checker="L")


def _line_and_back(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    version = desk.version(articles[first % len(articles)].newest)
    line = Span(0, len(version.text.split("\n", 1)[0]))
    hidden = desk.boilerplate.decide_line(version.info.id, line, hides=True, checker="L")
    desk.boilerplate.take_back_line(version.info.id, hidden, hides=True, checker="L")


def _stamp(desk: Desk, second: int) -> None:
    stated = state_heads(desk, checker=f"T{second % 2}")
    take_stamp(desk, MAGIC + b"\x01\x08" + bytes.fromhex(stated.sha256) + pending(), checker=f"T{second % 2}")


def _note_broken_lock(desk: Desk, second: int) -> None:
    """Say in the desk that its lock was broken, as opening it then does."""
    with desk._writing(f"K{second % 2}") as by:
        entries.append(desk._db, by, EntryKind.LOCK_BROKEN, desk.uid, {"host": f"host {second % 3}"})


def _name_and_not(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    story = _story(desk, articles, first)
    desk.people.take_back(desk.people.name(story, ["Ada Brink"], PersonName(f"Eve {second % 3}")))


def _story(desk: Desk, articles: list[Article], first: int) -> Any:
    return articles[first % len(articles)].story_id


def _quote_of(desk: Desk, articles: list[Article], first: int, second: int, *, deleted: bool = False) -> list[Any]:
    quotes = desk.quotes(articles[first % len(articles)].newest, deleted=deleted)
    return quotes[second % len(quotes) :][:1] if quotes else []


def _halve(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    for quote in _quote_of(desk, articles, first, second):
        if len(quote.span) > 4:
            middle = quote.span.start + 2
            desk.corrections.split(quote.id, (Span(quote.span.start, middle), Span(middle, quote.span.end)))


def _split_off(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    versions = desk.versions(articles[first % len(articles)].id)
    desk.version_moves.split_off(versions[second % len(versions)].id)


def _join(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    desk.version_moves.join(articles[first % len(articles)].id, articles[second % len(articles)].id)


def _join_and_back(desk: Desk, articles: list[Article], first: int, second: int) -> None:
    desk.version_moves.take_back(
        desk.version_moves.join(articles[first % len(articles)].id, articles[second % len(articles)].id)
    )


_ON_ARTICLES: dict[str, Callable[[Desk, list[Article], int, int], object]] = {
    "lock": lambda desk, a, n, _: desk.lock_story(_story(desk, a, n), locked=True),
    "reopen": lambda desk, a, n, _: desk.lock_story(_story(desk, a, n), locked=False),
    "rename": lambda desk, a, n, m: desk.rename_story(_story(desk, a, n), f"R{m}"),
    "name": lambda desk, a, n, m: desk.people.name(
        _story(desk, a, n), ["Ada Brink", "the mayor"], PersonName(f"Ann {m}")
    ),
    "source": lambda desk, a, n, m: desk.name_source(a[n % len(a)].id, SourceDetails(list(SourceKind)[m % 3])),
    "article": lambda desk, a, n, _: desk.name_source(a[n % len(a)].id, None),
    "split": _split_off,
    "join": _join,
    "back": _join_and_back,
    "halves": _halve,
    "drop": lambda desk, a, n, m: desk.corrections.delete([q.id for q in _quote_of(desk, a, n, m)]),
    "bring": lambda desk, a, n, m: desk.corrections.restore([q.id for q in _quote_of(desk, a, n, m, deleted=True)]),
    "keep": lambda desk, _a, n, _m: _keep(desk, _KEPT[n % 4]),
    "begin": lambda desk, _a, n, m: _begin_to_keep(desk, _KEPT[n % 4], 5 + m % 3),
    "state": lambda desk, _a, n, _m: state_heads(desk, checker=f"T{n % 2}"),
    "request": lambda desk, _a, n, _m: request_stamp(desk, checker=f"T{n % 2}"),
    "line": lambda desk, a, n, m: _decide_line(desk, a, n, m, hides=True),
    "unline": lambda desk, a, n, m: _decide_line(desk, a, n, m, hides=False),
    "kind": _of_kind,
    "settle": lambda desk, _a, _n, m: _settle(desk, m),
    "draft": _draft,
    "place": _place,
    "unname": _name_and_not,
    "older": _mark_older,
    "story": lambda desk, _a, _n, m: desk.new_story(f"S{m % 4}", checker="N"),
    "shift": _shift,
    "whole": _edit_all,
    "take": lambda desk, a, n, m: desk.taking.take(_subjects(desk, a, n, m), checker=f"K{n % 2}"),
    "release": lambda desk, a, n, m: desk.taking.release(_subjects(desk, a, n, m), checker=f"K{n % 2}"),
    "rule": lambda desk, _a, _n, m: _change_rules(desk, m, deletes=False),
    "unrule": lambda desk, _a, _n, m: _change_rules(desk, m, deletes=True),
    "line_back": _line_and_back,
    "stamp": lambda desk, _a, _n, m: _stamp(desk, m),
    "break": lambda desk, _a, _n, m: _note_broken_lock(desk, m),
    "empty": lambda desk, _a, n, _m: desk.empty_trash() if n % 3 == 0 else None,
}


def _merged(folder: Path, order: tuple[int, ...]) -> Path:
    return folder / f"{''.join('abcd'[at] for at in order)}.desk"


def _merge_upto(folder: Path, paths: list[Path], order: tuple[int, ...]) -> None:
    """Merge the desks one after the other; what another order began with is taken up."""
    done = max((n for n in range(1, len(order) + 1) if _merged(folder, order[:n]).exists()), default=1)
    for n in range(done + 1, len(order) + 1):
        shutil.copy(_merged(folder, order[: n - 1]), _merged(folder, order[:n]))
        _merge(_merged(folder, order[:n]), paths[order[n - 1]])


def _merge(path: Path, other: Path) -> None:
    with Desk.open(path) as desk:
        backed_up_today(desk).merge(other)


@cache
def _empties() -> tempfile.TemporaryDirectory[str]:
    return quick_folder()


@cache
def _empty(name: str) -> Path:
    """Make a desk once, to be copied: one without anything on it."""
    path = Path(_empties().name) / f"{name}.desk"
    Desk.create(path, clock=Ticking()).close()
    return path
