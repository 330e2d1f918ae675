"""Mutations of the check of a desk."""

from __future__ import annotations

from tests.mutations.mutation import Mutation

MUTATIONS = [
    Mutation(
        "a record names the one before it",
        "desktop/store/upkeep/integrity.py",
        "elif found.prev != prev:",
        "elif False:",
        "tests/store/upkeep/test_forged_chains.py::test_what_was_rewritten_no_longer_leads_to_the_record_after_it",
    ),
    Mutation(
        "ticks of a chain rise",
        "desktop/store/upkeep/integrity.py",
        "if found.tick is not None and found.tick <= tick:",
        "if False:",
        "tests/store/upkeep/test_forged_chains.py::test_a_record_whose_tick_was_set_back_stands_in_the_wrong_order",
    ),
    Mutation(
        "a record says what it said",
        "desktop/store/upkeep/integrity.py",
        "if found.hash != found.now:",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a missing record is named",
        "desktop/store/upkeep/integrity.py",
        "if found.number > number + 1:",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_a_removed_mark_is_named_by_its_number",
    ),
    Mutation(
        "a cut tail is named",
        "desktop/store/upkeep/integrity.py",
        "if number < recorded[0]:",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_marks_cut_off_the_end_are_named",
    ),
    Mutation(
        "an added tail is named",
        "desktop/store/upkeep/integrity.py",
        "elif (number, tick, prev) != recorded and (number or recorded[0]):",
        "elif False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "an earlier log is held against the chain",
        "desktop/store/upkeep/integrity.py",
        "elif (expected.hash,) not in found:",
        "elif False:",
        "tests/store/upkeep/test_integrity.py::test_the_head_of_an_earlier_log_fits_a_chain_that_went_on",
    ),
    Mutation(
        "a chain shorter than the log is named",
        "desktop/store/upkeep/integrity.py",
        '    if not found:\n        yield tr(\n            "The log tells',
        '    if False:\n        yield tr(\n            "The log tells',
        "tests/store/upkeep/test_integrity.py::test_a_chain_cut_with_everything_made_to_fit_is_found_with_the_head_of_a_log",
    ),
    Mutation(
        "counts are those of the marks",
        "desktop/store/upkeep/integrity.py",
        "if tuple(counts) != corrections.tally(db, version_id):",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a text is as its hash says",
        "desktop/store/upkeep/integrity.py",
        "if text is None or hashlib.sha256(text.encode()).hexdigest() != text_sha256:",
        "if text is None:",
        "tests/store/upkeep/test_integrity.py::test_texts_and_originals_are_compared_with_their_hashes",
    ),
    Mutation(
        "an original is as its hash says",
        "desktop/store/upkeep/integrity.py",
        "if original is None or hashlib.sha256(original).hexdigest() != original_sha256:",
        "if original is None:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a cut is restored by an entry only",
        "desktop/store/upkeep/integrity.py",
        "if cut.restored != state.get(place, False):",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a quote that was removed is named",
        "desktop/store/upkeep/integrity.py",
        "for where in missing)",
        "for where in ())",
        "tests/store/upkeep/test_integrity.py::test_a_removed_quote_or_version_is_named_as_removed",
    ),
    Mutation(
        "a quote is corrected by an entry only",
        "desktop/store/upkeep/integrity.py",
        "elif text is not None and not _as_corrected(db, quote):",
        "elif False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "what marks come to is what they say",
        "desktop/store/upkeep/integrity.py",
        "if all(tuple(now) != (*comes_to, corrections.is_deleted(db, uid)) for comes_to in either):",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a version that was removed is named",
        "desktop/store/upkeep/integrity.py",
        "    for uid in recorded:\n",
        "    for uid in ():\n",
        "tests/store/upkeep/test_integrity.py::test_a_removed_quote_or_version_is_named_as_removed",
    ),
    Mutation(
        "an article is as its entries say",
        "desktop/store/upkeep/integrity.py",
        "if tuple(now) != articles.article_state(db, uid):",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
    Mutation(
        "a story is as its entries say",
        "desktop/store/upkeep/integrity.py",
        "if (title, bool(locked)) != stories.story_state(db, uid) or bool(absorbed) != (uid in gone):",
        "if False:",
        "tests/store/upkeep/test_integrity.py::test_every_field_of_every_row_that_is_changed_is_found",
    ),
]
