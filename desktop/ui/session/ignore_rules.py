"""Ignore rules by scope: for the two texts shown, for their story, or always.

The rules of a pair live as long as the desk is open, those of a story in the desk, those that always hold in the
settings. The most specific ones that exist are in force, whole: rules of two scopes are never mixed.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import StoryId, Version, VersionId
    from desktop.text.ignore_rules.rules import Rules
    from desktop.ui.session.writer import Writer

    Shown = tuple[Version | None, Version | None]

ALWAYS_KEY = "rules/always"  # in the settings


class Scope(StrEnum):
    """How far rules reach, the most specific first."""

    VIEW = "view"
    STORY = "story"
    ALWAYS = "always"


class Scopes:
    """The ignore rules of every scope, for the pair that is shown."""

    def __init__(self, writer: Writer, shown: Callable[[], Shown]) -> None:
        self._writer = writer
        self._shown = shown
        self._views: dict[frozenset[VersionId], Rules] = {}

    def forget_views(self) -> None:
        """Drop the rules that hold for single pairs: another desk is open."""
        self._views.clear()

    # -- what holds ------------------------------------------------------------------------------------------------

    def in_force(self) -> tuple[Scope, Rules | None]:
        """Return the rules in force and their scope; None where nobody made any."""
        for scope in Scope:
            rules = self.of(scope)
            if rules is not None:
                return scope, rules
        return Scope.VIEW, None

    def of(self, scope: Scope) -> Rules | None:
        """Return the rules of one scope, or None."""
        if scope is Scope.VIEW:
            return self._views.get(self._pair())
        if scope is Scope.ALWAYS:
            return _read(self._writer.settings.text(ALWAYS_KEY))
        desk, story = self._writer.desk, self._story()
        return _read(desk.remembered(f"rules/{story}")) if desk is not None and story is not None else None

    def broader(self) -> Scope | None:
        """Return the scope whose rules would hold without those in force, or None where the usual ones would."""
        there = [scope for scope in Scope if self.of(scope) is not None]
        return there[1] if len(there) > 1 else None

    def story(self) -> str:
        """Return the title of the story whose rules hold: that of A; empty where there is none."""
        desk, story_id = self._writer.desk, self._story()
        if desk is None or story_id is None:
            return ""
        return next((story.title for story in desk.stories_by_ids([story_id])), "")

    def _story(self) -> StoryId | None:
        desk, (a, _) = self._writer.desk, self._shown()
        if desk is None or a is None:
            return None
        try:
            return desk.article(a.info.article_id).story_id
        except (VerbatimError, LookupError):
            return None

    def _pair(self) -> frozenset[VersionId]:
        return frozenset(version.id for version in self._shown() if version is not None)

    # -- what is to hold -------------------------------------------------------------------------------------------

    def set_rules(self, rules: Rules) -> None:
        """Keep rules where those in force are kept."""
        scope, _ = self.in_force()
        if not self._write(scope, rules):
            self._views[self._pair()] = rules

    def choose(self, scope: Scope, rules: Rules) -> None:
        """Let rules hold in a scope; more specific ones give way."""
        if self._write(scope, rules):
            for narrower in list(Scope)[: list(Scope).index(scope)]:
                if self.of(narrower) is not None:
                    self._write(narrower, None)

    def drop(self) -> None:
        """Give up the rules in force; those of the next scope hold again."""
        scope, rules = self.in_force()
        if rules is not None:
            self._write(scope, None)

    def _write(self, scope: Scope, rules: Rules | None) -> bool:
        """Keep the rules of a scope, or none; says a sentence and returns False where the desk cannot be written."""
        if scope is Scope.VIEW:
            self._views.pop(self._pair(), None)
            if rules is not None:
                self._views[self._pair()] = rules
            return True
        text = json.dumps(asdict(rules)) if rules is not None else ""
        if scope is Scope.ALWAYS:
            self._writer.settings.set_text(ALWAYS_KEY, text)
            return True
        story = self._story()
        if story is None:
            return False
        if not self._writer.writable:
            self._writer.announced.emit(
                tr("This desk can only be read, so its story keeps no rules; they hold for this view.")
            )
            return False
        return self._writer.attempt(lambda desk: desk.remember(f"rules/{story}", text))


def _read(text: str) -> Rules | None:
    """Return rules from their JSON; what cannot be read is as if it were not there."""
    from desktop.text.ignore_rules.rules import Rules

    if not text:
        return None
    try:
        found = json.loads(text)
        patterns = tuple(str(pattern) for pattern in found.pop("patterns", ()))
        known = Rules.__dataclass_fields__
        return Rules(patterns=patterns, **{name: bool(value) for name, value in found.items() if name in known})
    except (ValueError, TypeError, AttributeError):
        return None
