"""Verb that imports files, folders and addresses into a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.inputs import Inputs, access_of
from desktop.cli.output import FAILED, printable

if TYPE_CHECKING:
    import argparse

_READING = ("desktop.desk.prepare", "desktop.text.quotes", "desktop.text.stories.same_event")


def add(options: argparse.Namespace) -> int:
    """Import one by one: what cannot be read or added is said, and the rest goes on."""
    with Inputs(options.inputs, access_of(options), _READING) as inputs:
        # Only now: the processes that read load what they need at the same time.
        from desktop.cli.addition import Addition
        from desktop.cli.desk_verbs import open_or_create

        with open_or_create(options.desk) as desk:
            addition = Addition(desk, options)
            for together in inputs.prepared(desk.boilerplate.rules(), dialogues=options.dialogues):
                for path, outcome in addition.add(together):
                    if isinstance(outcome, Exception):
                        inputs.fail(path, outcome)
                    else:
                        print(printable(outcome))
    return FAILED if inputs.failed else 0
