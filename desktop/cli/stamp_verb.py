"""The verb stamp: the heads of a desk's chains are stamped by others, over files or over the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cli.desk_verbs import checker_of, opened
from desktop.cli.output import printable
from desktop.desk.evidence.stamping import request_stamp, stamps, state_heads, take_stamp
from desktop.domain import VerbatimError
from desktop.log.writing import write_whole
from desktop.stamps.rfc3161 import read_certificates

if TYPE_CHECKING:
    import argparse

    from desktop.desk.open_desk import Desk


def stamp(options: argparse.Namespace) -> int:
    """Write a request or a statement, take what came back, ask an authority, or list the stamps."""
    if options.ask and not options.ask.lower().startswith(("http://", "https://")):
        raise VerbatimError("The address of an authority begins with http:// or https://.")
    with opened(options.desk) as desk:
        if options.request is not None:
            write_whole(options.request, request_stamp(desk, checker=checker_of(options)))
            print(printable(f"request written to {options.request}; take the reply with --take"))
        elif options.statement is not None:
            write_whole(options.statement, state_heads(desk, checker=checker_of(options)).content())
            print(printable(f"statement written to {options.statement}; have it stamped and take the .ots with --take"))
        elif options.take is not None:
            _take(desk, options, options.take.read_bytes())
        elif options.ask:
            _ask(desk, options)
        else:
            lines = [f"{one.line}, over {one.statement.counts()}" for one in stamps(desk)]
            print(printable("\n".join(lines) or "nothing of this desk is stamped"))
    return 0


def _ask(desk: Desk, options: argparse.Namespace) -> None:
    from desktop.intake.web.address import Access
    from desktop.intake.web.fetch import ask_authority

    request = request_stamp(desk, checker=checker_of(options))
    reply = ask_authority(options.ask, request, Access(allow_private=options.allow_private))
    _take(desk, options, reply)


def _take(desk: Desk, options: argparse.Namespace, content: bytes) -> None:
    trusted = [one for path in options.authority for one in read_certificates(path.read_bytes())]
    taken = take_stamp(desk, content, checker=checker_of(options), trusted=trusted)
    verified = " (signature verified)" if trusted and taken.kind == "rfc3161" else ""
    print(printable(f"taken: {taken.line}, over {taken.statement.counts()}{verified}"))
