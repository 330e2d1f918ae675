"""Two checkouts asked to compare the same texts: `python -m tests.benchmarks.same_answers OLD NEW [PAIRS.jsonl...]`.

Prints how many answers are equal, and the first that differ; the exit code is 1 where any does. Held against each
other are changes, alerts with their reasons, moves, rows, pairs and counts, of some hundred pairs: the seeds by each
other and revised, prose in several languages, made-up prose of up to 20,000 words with its revision, texts with parts
hidden, with rules and with pins. Further pairs come from files with an object with "a" and "b" a line, each a text or
a list of words.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
from itertools import pairwise, permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.revisions import plain, revision

if TYPE_CHECKING:
    from collections.abc import Iterator

ComparisonRequest = dict[str, Any]
SHOWN = 5  # answers that differ
# What of a comparison is asked in a process of each checkout: one line a pair.
ASK = """
import json, sys
from desktop.domain import Span
from desktop.text.diff import Pin, Rules, compare
from desktop.text.changes import Kind
for line in open(sys.argv[1], encoding="utf-8"):
    asked = json.loads(line)
    a, b, options = asked["a"], asked["b"], asked.get("options", {})
    for side in ("hidden_a", "hidden_b"):
        if side in options:
            options[side] = [Span(*span) for span in options[side]]
    if "kind" in options:
        options["kind"] = Kind(options["kind"])
    if "rules" in options:
        options["rules"] = Rules(**{**options["rules"], "patterns": tuple(options["rules"].get("patterns", ()))})
    if "pins" in options:
        options["pins"] = [Pin(Span(*one), Span(*other), together) for one, other, together in options["pins"]]
    found = compare(a, b, **options)
    said = (found.kind, found.why, found.changes, found.rows, found.pairs, found.stats)
    print(repr(said).replace("\\n", "\\\\n"))
"""
PARAGRAPHS = {
    "en": (
        "Mayor Ann Lee said on 5 May that 3,200 homes had no water. “We will not leave anyone alone,” she told"
        " reporters. The utility denied that the pipe was older than 40 years, and called the claim “nonsense”.",
        "Police arrested two men near the harbour at 6:30 p.m. on Tuesday. Neither of them was armed, a spokesman"
        " said, and nobody was hurt. The court may hear the case in North Jutland next week.",
        "Prices rose by 2.5 percent in March, the bank reported. “It is hardly a surprise,” said its chief, Ole"
        " Brandt, adding that at least six banks had raised their rates. Exports to Norway fell for the first"
        " time since 2019.",
        "The ferry, built in 1987, will not sail before Sunday. Officials had warned that the hull was unsafe; the"
        " owner disagreed and allegedly sent it out with 118 people on board.",
    ),
    "de": (
        "Bürgermeisterin Anna Lehmann sagte am 5. Mai, dass 3.200 Häuser kein Wasser haben. „Wir lassen niemanden"
        " allein“, sagte sie. Der Versorger bestritt, dass das Rohr älter als 40 Jahre sei.",
        "Die Polizei nahm am Dienstag zwei Männer in Köln fest. Keiner von ihnen war bewaffnet, so ein Sprecher. Das"
        " Gericht könnte den Fall in der nächsten Woche hören.",
    ),
    "fr": (
        "La maire Anne Leroy a déclaré le 5 mai que 3 200 maisons n'avaient pas d'eau. « Nous ne laisserons personne"
        " seul », a-t-elle dit. L'exploitant nie que le tuyau ait plus de 40 ans.",
        "La police a arrêté deux hommes mardi près du port. Aucun n'était armé, selon un porte-parole, et personne n'a"
        " été blessé. Le tribunal pourrait juger l'affaire à Lyon.",
    ),
    "es": (
        "La alcaldesa Ana León dijo el 5 de mayo que 3.200 casas no tenían agua. «No dejaremos solo a nadie», afirmó."
        " La empresa negó que la tubería tuviera más de 40 años.",
        "La policía detuvo el martes a dos hombres cerca del puerto. Ninguno iba armado, según un portavoz.",
    ),
    "ja": (
        "市長は５日、約３千２百戸で断水していると述べた。「誰も取り残さない」と話した。",
        "警察は火曜日に港の近くで男２人を逮捕した。",
    ),
    "ru": (
        "Мэр Анна Левина заявила 5 мая, что в 3200 домах нет воды. «Мы никого не оставим», — сказала она.",
        "Полиция задержала двух мужчин у порта во вторник. Никто не пострадал.",
    ),
    "ar": (
        "قالت رئيسة البلدية إن 3200 منزل بلا ماء. «لن نترك أحدا»، أضافت.",
        "اعتقلت الشرطة رجلين قرب الميناء يوم الثلاثاء.",
    ),
}
EXCHANGED = (
    ("not", ""),
    ("will", "may"),
    ("said", "claimed"),
    ("two", "three"),
    ("North", "South"),
    ("May", "June"),
    ("“", '"'),
    ("”", '"'),
    ("rose", "fell"),
    ("percent", "per cent"),
    ("Tuesday", "Wednesday"),
    ("denied", "admitted"),
    (", ", " – "),
    ("5", "7"),
    ("40", "14"),
    (".", "!"),
    ("nicht", ""),
    ("sagte", "behauptete"),
    ("ne ", ""),
    ("no ", ""),
    ("２", "３"),
    ("officials", "an official"),
    ("spokesman", "spokeswoman"),
    ("«", "“"),
    ("»", "”"),
    ("Lee", "Leigh"),
    (" her ", " its "),
)


def pairs() -> Iterator[ComparisonRequest]:
    """Give the pairs that are asked about, always the same."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
    chance = random.Random(20261130)
    for a, b in permutations(seeds, 2):
        for options in ({}, {"kind": "versions"}, {"kind": "accounts"}, {"one_article": True}):
            yield asked(a, b, **options)
    for seed in seeds:
        yield from revised(seed, chance)
    for a, b in pairwise(seeds):
        pins = [[[10, 60], [400, 500], True], [[900, 1_000], [700, 900], False]]
        yield asked(a, b, kind="accounts", pins=pins)
    for code in PARAGRAPHS:
        yield from in_language(code, chance)
    for words in (60, 300, 1_000, 3_000, 10_000, 20_000):
        truth, shorter = revision(words), min(words, 3_000)
        yield asked(truth.before, truth.after)
        yield asked(truth.after, truth.before, one_article=True)
        yield asked(plain(shorter, 1), plain(shorter, 2), kind="versions")
    short = (
        ("", ""),
        ("", "A word."),
        ("A word.", ""),
        (" \n", "\n "),
        ("Same.", "Same."),
        ("One\u00a0two", "One two"),
    )
    yield from (asked(a, b) for a, b in short)


def asked(a: str, b: str, **options: object) -> ComparisonRequest:
    return {"a": a, "b": b, "options": options}


def revised(text: str, chance: random.Random) -> Iterator[ComparisonRequest]:
    """Give a text with revisions of it, lightly and heavily edited, with rules, and with parts hidden."""
    for share in (0.004, 0.02, 0.1, 0.3):
        yield asked(text, edited(text, chance, share), one_article=chance.random() < 0.5)
    yield asked(text, shuffled(edited(text, chance, 0.02), chance))
    yield asked(text, text.replace("\n\n", "\n"), rules={"typography": False, "white_space": False})
    yield asked(text, edited(text, chance, 0.05), rules={"case": True, "numbers": True})
    spans = [[at, at + 200] for at in range(300, len(text) - 400, 900)]
    yield asked(text, edited(text, chance, 0.05), hidden_a=spans)
    yield asked(edited(text, chance, 0.05), text, hidden_b=spans, kind="accounts")


def in_language(code: str, chance: random.Random) -> Iterator[ComparisonRequest]:
    """Give texts in a language, some with a paragraph in English, and what becomes of them."""
    own = PARAGRAPHS[code]
    for _ in range(12):
        more = PARAGRAPHS["en"] if chance.random() < 0.2 else ()
        a = "\n\n".join(chance.choices([*own, *more], k=chance.randint(1, 9)))
        yield asked(a, edited(a, chance, chance.choice((0.02, 0.1))), one_article=code != "en")
        yield asked(a, shuffled(edited(a, chance, 0.05), chance))
        yield asked(edited(a, chance, 0.05), edited(a, chance, 0.05), kind="accounts")
    for paragraph in own:
        for old, new in EXCHANGED:
            if old in paragraph:
                yield asked(paragraph, paragraph.replace(old, new, 1), one_article=True)


def edited(text: str, chance: random.Random, share: float) -> str:
    """A text with so many of its words left out, exchanged, doubled, or with a number, a name or a mark altered."""
    for old, new in chance.sample(EXCHANGED, 5):
        places = [match.start() for match in re.finditer(re.escape(old), text)]
        if places and chance.random() < 0.5:
            at = chance.choice(places)
            text = text[:at] + new + text[at + len(old) :]

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if chance.random() > share:
            return word
        return chance.choice(
            ("", "other", f"{word} more", word.upper(), f"“{word}”", f"{word} 17", f"not {word}", "Karin Holm")
        )

    return re.sub(r"\S+", other, text)


def shuffled(text: str, chance: random.Random) -> str:
    """A text some of whose paragraphs stand elsewhere."""
    blocks = re.split(r"\n\s*\n", text)
    for _ in range(2):
        blocks.insert(chance.randrange(len(blocks)), blocks.pop(chance.randrange(len(blocks))))
    return "\n\n".join(blocks)


def read(file: Path) -> Iterator[ComparisonRequest]:
    """Give the pairs of a file."""
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sides = [row[side] if isinstance(row[side], str) else " ".join(row[side]) for side in "ab"]
        yield asked(*sides, **row.get("options", {}))


def answers(checkout: Path, questions: Path) -> list[str]:
    """What a checkout answers, by pair."""
    environment = os.environ | {"PYTHONPATH": str(checkout), "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-c", ASK, str(questions)]
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{checkout}:\n{done.stderr[-2000:]}")
    return done.stdout.split("\n")[:-1]


def main(old: Path, new: Path, files: list[Path]) -> int:
    questions = [*pairs(), *(pair for file in files for pair in read(file))]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pairs.jsonl")
        file.write_text("".join(json.dumps(pair) + "\n" for pair in questions), encoding="utf-8")
        before, after = answers(old, file), answers(new, file)
    differing = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    for place in differing[:SHOWN]:
        one, other = before[place], after[place]
        at = next((at for at, (c, d) in enumerate(zip(one, other, strict=False)) if c != d), min(len(one), len(other)))
        print(f"{place}: {questions[place]['options']} {questions[place]['a'][:80]!r}")
        print(f"  old …{one[max(0, at - 200) : at + 300]}…\n  new …{other[max(0, at - 200) : at + 300]}…")
    print(f"{len(questions) - len(differing)} of {len(questions)} answers are equal")
    return bool(differing)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), [Path(name) for name in sys.argv[3:]]))
