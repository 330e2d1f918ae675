"""Time stamps of a desk: the heads of its chains stated, stamped by others, and what each stamp proves.

Statements and stamps are entries of the desk's chain, so they travel with merges, backups and logs, and nothing about
them can be changed unseen. A stamp is over the SHA-256 of a statement, and a statement names the end of every chain.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.stamps import opentimestamps
from desktop.stamps.errors import StampError, UntrustedError
from desktop.stamps.statement import StatedHead, Statement, read_statement
from desktop.store.records.entries import EntryKind
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from asn1crypto import x509

    from desktop.desk.open_desk import Desk
    from desktop.stamps.opentimestamps import Block

STAMP_KINDS = (EntryKind.HEADS_STATED, EntryKind.HEADS_STAMPED)
RFC3161, OPENTIMESTAMPS = "rfc3161", "opentimestamps"


@value_type
class Stamp:
    """One stamp that a desk or a log holds."""

    kind: str  # RFC3161 or OPENTIMESTAMPS
    statement: Statement
    content: bytes  # the token, or the .ots file
    line: str  # what it states, as it stands in the head of a log


@dataclass(slots=True)
class StampReport:
    """What the stamps of a desk or a log prove."""

    proofs: list[Sentence] = field(default_factory=list)  # one for each stamp
    findings: list[Sentence] = field(default_factory=list)  # what is wrong


# -- making ----------------------------------------------------------------------------------------------------------


def state_heads(desk: Desk, *, checker: str) -> Statement:
    """Write down where all chains of the desk end now, as what a stamp can be over."""
    return _state(desk, None, checker)


def request_stamp(desk: Desk, *, checker: str) -> bytes:
    """Return a request for a time stamp (RFC 3161, .tsq) over where all chains of the desk end now."""
    from desktop.stamps import rfc3161

    statement = _current(desk)
    request, nonce = rfc3161.make_request(statement.sha256)
    _state(desk, nonce, checker, statement)
    return request


def take_stamp(desk: Desk, content: bytes, *, checker: str, trusted: Sequence[x509.Certificate] = ()) -> Stamp:
    """Keep a stamp, which is the content of a .tsr or an .ots file; raises StampError if it is not one of this desk.

    With `trusted` certificates a reply (.tsr) is only kept if its signature leads to one of them.
    """
    statements = _statements(_records(desk))
    stamp = _read_stamp(content, statements, trusted)
    if any(hashlib.sha256(known.content).digest() == hashlib.sha256(stamp.content).digest() for known in stamps(desk)):
        raise StampError(Sentence("This time stamp is in the desk already."))
    body = {
        "kind": stamp.kind,
        "line": stamp.line,
        "sha256": stamp.statement.sha256,
        "stamp": base64.b64encode(stamp.content).decode(),
    }
    desk.chains.append_stamp(EntryKind.HEADS_STAMPED, body, checker=checker)
    return stamp


def _current(desk: Desk) -> Statement:
    heads = (StatedHead(one.of, one.desk, one.length, one.head) for one in desk.chains.heads())
    return Statement(desk.uid, tuple(heads))


def _state(desk: Desk, nonce: int | None, checker: str, statement: Statement | None = None) -> Statement:
    statement = statement or _current(desk)
    body = {"nonce": "" if nonce is None else str(nonce), "sha256": statement.sha256}
    body["statement"] = statement.content().decode()
    desk.chains.append_stamp(EntryKind.HEADS_STATED, body, checker=checker)
    return statement


def _read_stamp(
    content: bytes, statements: Mapping[str, list[tuple[Statement, str]]], trusted: Sequence[x509.Certificate]
) -> Stamp:
    if opentimestamps.is_proof(content):
        proof = opentimestamps.read_proof(content)
        return Stamp(OPENTIMESTAMPS, _stated(statements, proof.sha256)[0][0], content, _line_of_proof(proof))
    from desktop.stamps import rfc3161

    reply = rfc3161.read_reply(content)
    stated = _stated(statements, reply.sha256)
    nonces = {nonce for _, nonce in stated if nonce}
    if reply.nonce is not None and str(reply.nonce) not in nonces:
        raise StampError(Sentence("This time stamp answers another request than one of this desk."))
    if trusted:
        rfc3161.verify(reply, trusted)
    line = (
        f"RFC 3161, {reply.time:%Y-%m-%d %H:%M:%S} UTC, by {' '.join(reply.authority.split())[:200] or 'nobody named'}"
    )
    return Stamp(RFC3161, stated[0][0], reply.token, line)


def _stated(statements: Mapping[str, list[tuple[Statement, str]]], sha256: str) -> list[tuple[Statement, str]]:
    if sha256 not in statements:
        raise StampError(Sentence("This time stamp is over something else than the chains of this desk."))
    return statements[sha256]


def _line_of_proof(proof: opentimestamps.Proof) -> str:
    if proof.in_blocks:
        return f"OpenTimestamps, Bitcoin block {proof.in_blocks[0].height}"
    return f"OpenTimestamps, in no block yet, promised by {' '.join(', '.join(proof.calendars).split())[:200]}"


# -- reading ---------------------------------------------------------------------------------------------------------


def stamps(desk: Desk) -> list[Stamp]:
    """Return the stamps of a desk, oldest first, those that came with merged desks too."""
    return stamps_in(_records(desk))


def stamps_in(records: Iterable[tuple[str, Mapping[str, object]]]) -> list[Stamp]:
    """Return the stamps among entries, each given as its kind and its body; what makes no sense is left out."""
    records = list(records)
    statements, found = _statements(records), []
    for kind, body in records:
        stated = statements.get(str(body.get("sha256")))
        if kind == EntryKind.HEADS_STAMPED and stated:
            try:
                content = base64.b64decode(str(body["stamp"]), validate=True)
            except (KeyError, ValueError):
                continue
            found.append(Stamp(str(body.get("kind")), stated[0][0], content, str(body.get("line"))))
    return found


def stamp_lines(desk: Desk) -> tuple[str, ...]:
    """Say of each stamp what it states, for the head of a log."""
    return tuple(f"{stamp.line}, over {stamp.statement.counts()}" for stamp in stamps(desk))


def stamp_files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a bundle: each statement, and the stamps over it, as other programs take them."""
    stated = set()
    for number, stamp in enumerate(stamps(desk), 1):
        name = f"stamps/{stamp.statement.sha256[:16]}"
        if name not in stated:
            yield f"{name}.json", stamp.statement.content()
        stated.add(name)
        yield f"{name}-{number}.{'tsr' if stamp.kind == RFC3161 else 'ots'}", stamp.content


def _records(desk: Desk) -> list[tuple[str, Mapping[str, object]]]:
    return [(entry.kind, entry.body) for entry in desk.chains.stamp_entries()]


def _statements(records: Iterable[tuple[str, Mapping[str, object]]]) -> dict[str, list[tuple[Statement, str]]]:
    """Return statements by their SHA-256, each with the nonces that were sent out with it."""
    found: dict[str, list[tuple[Statement, str]]] = {}
    for kind, body in records:
        if kind == EntryKind.HEADS_STATED:
            try:
                statement = read_statement(str(body["statement"]))
            except (KeyError, ValueError):
                continue
            found.setdefault(statement.sha256, []).append((statement, str(body.get("nonce", ""))))
    return found


# -- what they prove -------------------------------------------------------------------------------------------------


def check_stamps(
    found: Sequence[Stamp],
    holds: Callable[[StatedHead], bool | None],
    trusted: Sequence[x509.Certificate] = (),
    block: Block | None = None,
) -> StampReport:
    """Say what each stamp proves; `holds` says whether a stated end is in the chains, None where nobody can know."""
    report = StampReport()
    untrusted = 0
    for stamp in found:
        _check_heads(stamp, holds, report)
        try:
            check = _check_reply if stamp.kind == RFC3161 else _check_proof
            report.proofs.append(check(stamp, trusted, block))
        except UntrustedError:
            untrusted += 1
            report.proofs.append(
                Sentence(
                    "The stamp “{stamp}” proves nothing to you: none of the certificates given leads to its authority.",
                    stamp=stamp.line,
                )
            )
        except StampError as error:
            why = error.args[0]
            report.findings.append(Sentence("The stamp “{stamp}” does not hold: {why}", stamp=stamp.line, why=why))
    if untrusted and untrusted == sum(stamp.kind == RFC3161 for stamp in found):
        report.findings.append(Sentence("No time stamp leads to the certificate that was given."))
    return report


def _check_heads(stamp: Stamp, holds: Callable[[StatedHead], bool | None], report: StampReport) -> None:
    answers = [holds(head) for head in stamp.statement.heads]
    if False in answers:
        report.findings.append(
            Sentence(
                "The stamp “{stamp}” is over chains that ended otherwise: they were rewritten or cut since.",
                stamp=stamp.line,
            )
        )
    elif None in answers:
        report.proofs.append(
            Sentence(
                "The stamp “{stamp}” cannot be compared with all chains: this log does not hold all of them.",
                stamp=stamp.line,
            )
        )


def _check_reply(stamp: Stamp, trusted: Sequence[x509.Certificate], _: Block | None) -> Sentence:
    from desktop.stamps import rfc3161

    reply = rfc3161.read_reply(stamp.content)
    if reply.sha256 != stamp.statement.sha256:
        raise StampError(Sentence("This time stamp is over something else than the chains of this desk."))
    over, time = stamp.statement.counts(), f"{reply.time:%Y-%m-%d %H:%M:%S} UTC"
    if not trusted:
        return Sentence(
            "RFC 3161: {authority} is said to have seen this at {time} ({over}). The signature was not verified, so "
            "this proves nothing yet: give the certificate of the authority.",
            authority=reply.authority,
            over=over,
            time=time,
        )
    verified = rfc3161.verify(reply, trusted)
    return Sentence(
        "RFC 3161: this was there at {time} ({over}). That is proven to whoever trusts the clock and the key of "
        "{signer}, whose certificate leads to the one you gave ({trusted}). Whether it was revoked was not asked for.",
        over=over,
        time=time,
        signer=verified.signer,
        trusted=verified.trusted,
    )


def _check_proof(stamp: Stamp, _: Sequence[x509.Certificate], block: Block | None) -> Sentence:
    proof = opentimestamps.read_proof(stamp.content)
    if proof.sha256 != stamp.statement.sha256:
        raise StampError(Sentence("This time stamp is over something else than the chains of this desk."))
    over = stamp.statement.counts()
    if not proof.in_blocks:
        return Sentence(
            "OpenTimestamps: this proves nothing yet ({over}). {calendar} has promised to put it into a Bitcoin block; "
            "have the file upgraded by a client of OpenTimestamps and take it again.",
            calendar=", ".join(proof.calendars) or "?",
            over=over,
        )
    end = proof.in_blocks[0]
    if block is None:
        return Sentence(
            "OpenTimestamps: this was there before the Bitcoin block {height} was made ({over}), if the Merkle root of "
            "that block is {root}. Compare it, or give the header of the block (--block-header).",
            over=over,
            height=end.height or 0,
            root=end.root[::-1].hex(),
        )
    known = next((one for one in proof.in_blocks if one.root == block.root), None)
    if known is None:
        raise StampError(Sentence("The block header that you gave has another Merkle root."))
    return Sentence(
        "OpenTimestamps: this was there before the Bitcoin block {hash} was made ({over}), at {time} by its miner's "
        "clock, which may be two hours off. The header carries its work ({bits} leading zero bits); that it is the "
        "block {height} of the chain that everybody has is for you to compare.",
        over=over,
        hash=block.hash,
        time=f"{block.time:%Y-%m-%d %H:%M:%S} UTC",
        bits=block.leading_zeros,
        height=known.height or 0,
    )


def entries_of_log(bodies: Iterable[tuple[str, str]]) -> list[tuple[str, Mapping[str, object]]]:
    """Make of the acts and bodies (JSON) of a log's entries what `stamps_in` takes."""
    found: list[tuple[str, Mapping[str, object]]] = []
    for act, body in bodies:
        if act in STAMP_KINDS:
            try:
                read = json.loads(body)
            except ValueError:
                continue
            if isinstance(read, dict):
                found.append((act, read))
    return found
