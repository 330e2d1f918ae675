"""Statement of the heads of a desk's chains: the few bytes whose SHA-256 is stamped."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from desktop.translation import Sentence


@dataclass(frozen=True, slots=True)
class StatedHead:
    """The end of one chain."""

    of: str  # "marks" or "entries"
    desk: str  # uid
    length: int  # number of the last record
    head: str  # hash of the last record, empty for an empty chain


@dataclass(frozen=True, slots=True)
class Statement:
    """Where all chains of a desk ended at one moment."""

    desk: str  # uid
    heads: tuple[StatedHead, ...]

    def content(self) -> bytes:
        """The bytes whose SHA-256 is stamped: JSON with sorted keys and without spaces."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":")).encode()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content()).hexdigest()

    def counts(self) -> Sentence:
        """Say how much is stated."""
        marks = sum(head.length for head in self.heads if head.of == "marks")
        acts = sum(head.length for head in self.heads if head.of != "marks")
        return Sentence("marks: {marks}, other acts: {acts}", marks=marks, acts=acts)


def read_statement(content: bytes | str) -> Statement:
    """Read what `Statement.content` gave; raises ValueError for anything else."""
    try:
        found = json.loads(content)
        heads = tuple(StatedHead(**head) for head in found["heads"])
        statement = Statement(found["desk"], heads)
        plain = all(isinstance(head.length, int) and isinstance(head.head, str) for head in heads)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("no statement") from error
    if not plain or statement.content() != (content.encode() if isinstance(content, str) else content):
        raise ValueError("no statement")
    return statement
