"""Verbs that ask the network: captures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.cli.inputs import access_of
from desktop.cli.output import printable, say
from desktop.domain import VerbatimError
from desktop.intake.web.address import lone_address
from desktop.text.display import one_line

if TYPE_CHECKING:
    import argparse

    from desktop.intake.web_archive.capture_list import ListedCapture


def captures(options: argparse.Namespace) -> int:
    """List what the archive holds, oldest first; one line or object a capture."""
    from desktop.intake.web.wayback import list_captures

    if lone_address(options.address) is None:
        raise VerbatimError(
            f"“{one_line(options.address)}” is not the address of a page: it begins with http:// or https://."
        )
    access = access_of(options)
    found = list_captures(options.address, access)
    for notice in found.notices:
        say(notice)
    if options.format == "json":
        print(json.dumps([_object(each, access.archive) for each in found.listed], ensure_ascii=False, indent=1))
    else:
        for each in found.listed:
            print(printable(_line(each, access.archive)))
    return 0


def _object(capture: ListedCapture, archive: str) -> dict[str, str]:
    from desktop.intake.web.wayback import capture_address

    return {
        "moment": capture.moment,
        "url": capture.url,
        "status": capture.status,
        "media_type": capture.media_type,
        "digest": capture.digest,
        "address": capture_address(capture, archive),
    }


def _line(capture: ListedCapture, archive: str) -> str:
    from desktop.intake.web.wayback import capture_address

    return f"{capture.moment:<19}  {capture.digest or '-':<32}  {capture_address(capture, archive)}"
