"""Mutations of the store, its files and the merge of desks."""

from __future__ import annotations

from tests.mutations.store import files, integrity, records, upkeep

MUTATIONS = [*integrity.MUTATIONS, *records.MUTATIONS, *files.MUTATIONS, *upkeep.MUTATIONS]
