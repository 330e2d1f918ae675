"""Rules of boilerplate of a desk, as their entries say: made, turned and deleted by checkers, and merged with desks.

They stand in the desk and not in the settings, for they say why words of a text are hidden: who decided that, and when,
is evidence, and whoever gets the desk gets the rules. What the entries come to is kept under the uid of each rule.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain import BoilerplateRule
from desktop.store.records import entries
from desktop.store.records.desk_settings import remember, remembered
from desktop.store.records.entries import EntryKind
from desktop.store.records.stories import uid_from
from desktop.text.boilerplate_rules import line_key, outlet_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.store.file.database import Database
    from desktop.store.records.entries import By

_KEY = "boilerplate/"
_NEXT = "boilerplate0"  # the first key behind all of them


def rules(db: Database) -> list[BoilerplateRule]:
    """Return the rules that hold, by outlet and line."""
    rows = db.rows("SELECT value FROM remembered WHERE key >= ? AND key < ? AND value <> ''", (_KEY, _NEXT))
    found = [_rule(json.loads(value)) for (value,) in rows]
    return sorted(found, key=lambda rule: (outlet_key(rule.outlet), rule.line.casefold()))


def change(
    db: Database, by: By, added: Iterable[BoilerplateRule], deleted: Iterable[BoilerplateRule] = ()
) -> tuple[list[BoilerplateRule], list[BoilerplateRule]]:
    """Make rules, each in place of one about the same line, and delete others; return what takes that back."""
    to_make: list[BoilerplateRule] = []
    to_delete: list[BoilerplateRule] = []
    for rule, is_added in (*((rule, True) for rule in added), *((rule, False) for rule in deleted)):
        uid = _uid(rule)
        before = remembered(db, _KEY + uid)
        former = _rule(json.loads(before)) if before else None
        if (is_added and former == rule) or (not is_added and former is None):
            continue
        if former is None:
            to_delete.append(rule)
        else:
            to_make.append(former)
        body: dict[str, object] = {"outlet": rule.outlet, "line": rule.line, "hides": rule.hides} if is_added else {}
        entries.append(db, by, EntryKind.BOILERPLATE_RULE, uid, body)
        play(db, uid)
    return to_make, to_delete


def play(db: Database, uid: str) -> None:
    """Keep what the entries about a rule come to: it, or nothing."""
    known = entries.of_subject(db, uid, kinds=(EntryKind.BOILERPLATE_RULE,))
    if known:
        body = dict(known[-1].body)
        remember(db, _KEY + uid, json.dumps(body, sort_keys=True, ensure_ascii=False) if body.get("line") else "")


def _uid(rule: BoilerplateRule) -> str:
    return uid_from("boilerplate", outlet_key(rule.outlet), line_key(rule.line))


def _rule(fields: dict[str, object]) -> BoilerplateRule:
    return BoilerplateRule(str(fields.get("outlet", "")), str(fields.get("line", "")), bool(fields.get("hides", True)))
