"""Boilerplate of an open desk: passages hidden and shown again, and the rules for the texts that come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import HiddenPassage
from desktop.store.records import articles, stories
from desktop.store.records import boilerplate_rules as rule_table
from desktop.store.records.quotes import found_quotes, people, quote_table
from desktop.text.boilerplate_rules import rules_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain import BoilerplateRule, Span, VersionId
    from desktop.store.file.database import Database
    from desktop.store.records.entries import By, Writing


class DeskBoilerplate:
    """What checkers decide about boilerplate on one open desk; each method is one transaction, as those of `Desk`."""

    def __init__(self, db: Database, writing: Writing) -> None:
        self._db, self._writing = db, writing

    def restore_cut(self, version_id: VersionId, span: Span, *, restored: bool, checker: str = "") -> None:
        """Show a passage that was hidden as boilerplate (or hide it again)."""
        with self._writing(checker) as by:
            self._restore_cut(by, version_id, span, restored=restored)

    def _restore_cut(self, by: By, version_id: VersionId, span: Span, *, restored: bool) -> None:
        articles.restore_cut(self._db, by, version_id, span, restored=restored)
        if restored:
            self._find_quotes_again(by, version_id, span)
        else:
            found_quotes.hide_untouched(self._db, by, version_id, span)

    def decide_line(self, version_id: VersionId, span: Span, *, hides: bool, checker: str = "") -> HiddenPassage:
        """Hide a passage as boilerplate, or show one that is hidden; later lines like it of the outlet go the same way.

        Marked quotes in it stay in the list. Returns what `take_back_line` takes.
        """
        with self._writing(checker) as by:
            version = articles.version(self._db, version_id)
            article = articles.article(self._db, version.info.article_id)
            outlet = version.info.metadata.outlet or article.metadata.outlet
            spans = [span]
            if hides:
                spans = articles.hide_by_hand(self._db, by, version_id, span)
                for part in spans:
                    found_quotes.hide_untouched(self._db, by, version_id, part)
            else:
                self._restore_cut(by, version_id, span, restored=True)
            rules = rules_of(version.text, span, outlet, hides=hides)
            former, new = rule_table.change(self._db, by, rules)
        return HiddenPassage(tuple(spans), tuple(new), tuple(former))

    def take_back_line(self, version_id: VersionId, passage: HiddenPassage, *, hides: bool, checker: str = "") -> None:
        """Take back what `decide_line` did: the passage and the rules are as they were."""
        with self._writing(checker) as by:
            for span in passage.spans:
                self._restore_cut(by, version_id, span, restored=hides)
            rule_table.change(self._db, by, passage.former, passage.rules)

    def rules(self) -> list[BoilerplateRule]:
        """Return which lines of which outlets are cut or stay when a text comes in, by outlet."""
        return rule_table.rules(self._db)

    def change_rules(
        self, added: Sequence[BoilerplateRule], deleted: Sequence[BoilerplateRule], *, checker: str = ""
    ) -> None:
        """Make rules and delete others; texts that are here stay as they are."""
        with self._writing(checker) as by:
            rule_table.change(self._db, by, added, deleted)

    def _find_quotes_again(self, by: By, version_id: VersionId, span: Span) -> None:
        """Look for the quotes of a passage that was hidden until now."""
        from desktop.desk.prepare import find_quotes  # as a desk is opened, nothing of the text is looked at
        from desktop.text.quotation.dialogue import is_dialogue

        version = articles.version(self._db, version_id)
        there = [quote.span for quote in quote_table.of_versions(self._db, [version_id])]
        added = []
        dialogues = any(is_dialogue(version.text, span) for span in there)
        for found in find_quotes(version.text, version.hidden, version.info.language, dialogues=dialogues):
            if found.span.touches(span) and not any(found.span.touches(other) for other in there):
                place = (version_id, version.info.uid)
                added.append(found_quotes.add_later(self._db, by, place, version.text, found, by_hand=False))
        story = stories.story(self._db, articles.article(self._db, version.info.article_id).story_id)
        people.name_found(self._db, by, story.uid, added)
