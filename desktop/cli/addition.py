"""Addition of captures to an open desk, each to the story of its event, and the line that reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.cli.desk_verbs import checker_of, many
from desktop.cli.inputs import matching_stories
from desktop.desk.place_finder import PlaceFinder
from desktop.domain import AddOutcome, ArticleId, VerbatimError
from desktop.store.errors import Unconfirmed
from desktop.text.display import one_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop.desk.open_desk import Desk
    from desktop.desk.place_finder import FoundPlace
    from desktop.desk.prepare import Prepared
    from desktop.domain import Added, StoryId
    from desktop.intake.web.address import Address

    Input = tuple[Path | Address, Prepared]


class _State(NamedTuple):
    """What the next addition depends on."""

    story: StoryId | None  # it goes there where nothing is known of its event
    added: Added | None  # the last one


class Addition:
    """Adds captures to an open desk, each to the story of its event."""

    def __init__(self, desk: Desk, options: argparse.Namespace) -> None:
        self._desk, self._options = desk, options
        self._checker = checker_of(options)
        self._state = _State(_story_to_add_to(desk, options), None)
        self._finder = PlaceFinder(desk)

    def add(self, inputs: Sequence[Input]) -> Iterator[tuple[Path | Address, str | Exception]]:
        """Add what was read together, and yield for each the line that reports it, or the error, once all is written.

        It is one transaction, for the disk takes longer than anything else; where that fails, each is added by itself.
        """
        before = self._state
        if len(inputs) > 1:
            try:
                with self._desk.writing_together():
                    found = [(path, self._line_or_error(path, prepared)) for path, prepared in inputs]
            except Unconfirmed as error:  # all of it is in the file
                yield from ((path, error) for path, _ in inputs)
                return
            except Exception:  # whatever is wrong with one of them, the others are added
                self._state, self._finder = before, PlaceFinder(self._desk)
            else:
                yield from found
                return
        for path, prepared in inputs:
            yield path, self._line_or_error(path, prepared)

    def _line_or_error(self, path: Path | Address, prepared: Prepared) -> str | Exception:
        is_part = self._desk.is_writing
        try:
            return self._added(path, prepared)
        except Exception as error:  # whatever is wrong with one, the others are added
            if is_part and not self._desk.is_writing:
                raise
            return error

    def _added(self, path: Path | Address, prepared: Prepared) -> str:
        options, (story, last) = self._options, self._state
        if story is None and options.story is not None:
            story = self._desk.new_story(options.story, checker=self._checker).id
            self._state = _State(story, last)
        before = last.article_id if last is not None and prepared.capture.follows else options.version_of
        place = self._finder.find(prepared.capture, story, prepared.piece) if before is None else None
        chosen = story if options.story is not None or place is None else _story_of(place, story)
        added = self._add_one(chosen, prepared, before)
        self._finder.note_addition(added)
        self._state = _State(story if story is not None else added.story_id, added)
        return _added_line(added, path, place)

    def _add_one(self, story: StoryId | None, prepared: Prepared, before: int | None) -> Added:
        """Add a version of the article `before`, else an article."""
        if before is not None:
            return self._desk.add(prepared, article=ArticleId(before), checker=self._checker)
        return self._desk.add(prepared, story=story, checker=self._checker)


def _story_to_add_to(desk: Desk, options: argparse.Namespace) -> StoryId | None:
    """The story that is there already; None if the first article is to make one."""
    if options.version_of is not None:
        desk.article(ArticleId(options.version_of))  # says so if it is not there
    if options.story is None:
        return None
    found = matching_stories(desk, options.story)
    if not found and options.story.isdecimal():
        raise VerbatimError(f"There is no story with the id {options.story} in this desk.")
    return found[0].id if found else None


def _story_of(place: FoundPlace, story: StoryId | None) -> StoryId | None:
    """The story of the same event, none where it is another event than that of `story`, else `story`."""
    if place.story is not None:
        return place.story
    return None if place.is_other else story


def _added_line(added: Added, path: Path | Address, found_place: FoundPlace | None) -> str:
    found = "" if added.outcome is AddOutcome.SAME else f" ({many(added.quotes, 'quote')})"
    place = f"story {added.story_id}, article {added.article_id}, version {added.version_id}"
    return f"{added.outcome}: {place}: {one_line(added.title) or 'no headline'}{found}: {path}" + _why(
        added, found_place
    )


def _why(added: Added, place: FoundPlace | None) -> str:
    if place is None or added.outcome is not AddOutcome.NEW_ARTICLE:
        return ""
    if place.later_of is not None:
        later = place.later_of
        why = "same address" if later.why.same_address else f"{later.why.percent} % the same"
        return f" (looks like a later version of article {later.article}, {why}: --version-of {later.article})"
    if place.verdict is not None and place.story == added.story_id:
        return f" (same event as others of its story: {one_line(', '.join(place.shared))})"
    return ""
