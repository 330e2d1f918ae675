"""A checker at work in a process of its own, who says what is on the disk only when the desk said so."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Draft, MarkChange, Status
from tests.store.desks import prepared

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path


def work(path: Path, acknowledged: Connection, seed: int) -> None:
    """Do acts without an end; after each, send what has to be there from now on."""
    chance = random.Random(seed)
    desk = Desk.open(path)
    quotes = [quote.id for article in desk.articles() for quote in desk.quotes(article.newest)]
    for number in range(seed * 100_000, (seed + 1) * 100_000):
        kind = chance.choices(("mark", "several", "add", "person", "draft"), (80, 8, 4, 4, 4))[0]
        quote = chance.choice(quotes)
        if kind == "add":
            desk.add(prepared(f"“Number {number},” he said. “And {number}.”\n", source=str(number)))
        elif kind == "person":
            desk.corrections.attribute([quote], Attribution(person=str(number)))
        elif kind == "draft":
            desk.save_draft(Draft(quote, str(number), ""))
        else:
            chosen = chance.sample(quotes, 3 if kind == "several" else 1)
            desk.mark(chosen, MarkChange(chance.choice(list(Status)), note=str(number)), checker="Kim")
        acknowledged.send((kind, number, quote))


def work_in_one_long_transaction(path: Path, acknowledged: Connection, seed: int) -> None:
    """The control: says that a mark is kept although nothing was committed; this must be found out."""
    desk = Desk.open(path)
    quote = desk.quotes(desk.articles()[0].newest)[0].id
    with desk._db.transaction():
        for number in range(seed * 100_000, (seed + 1) * 100_000):
            desk._db.write("UPDATE quote_now SET marks = ? WHERE quote_id = ?", (number, quote))
            acknowledged.send(("mark", number, quote))
