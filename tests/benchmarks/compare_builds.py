"""Two checkouts of the program measured in turns: `python -m tests.benchmarks.compare_builds OLD NEW [ROW...]`.

Prints one line a row: ratio new to old of the medians of processor and wall time, and of peak memory, with the old
figures. Every round is a fresh process, so caches are empty, but the sources are compiled, as where the program is
installed; old and new take turns (VERBATIM_ROUNDS, 7 if not set).
Rows use only what both checkouts have: the public functions, the command line, and the window by its keys.

Rows called cold measure texts that were never seen before, after other texts of their sort were compared (or read): so
that patterns are compiled and tables loaded in both checkouts, whenever each of them does it. What that costs is in the
rows of a fresh process, which begin with the import. Comparisons are measured with their alerts, unless a row says
otherwise: a checkout may look for these only when they are asked for.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

BYTECODE = Path(tempfile.gettempdir()) / "verbatim-bytecode"  # written by the first round, which is not counted
ROUNDS = int(os.environ.get("VERBATIM_ROUNDS", "7"))

# Each row runs `measured()` after this; what comes before is not counted.
HEAD = """
import json, os, random, re, resource, sys, time
from pathlib import Path
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
FOLDER = Path(sys.argv[1])
def first(*names):
    from importlib import import_module
    for name in names:
        module, _, attribute = name.partition(":")
        try:
            return getattr(import_module(module), attribute)
        except (ImportError, AttributeError):
            pass
    raise ImportError(names[0])
def long_text(words, seed=1):
    chance = random.Random(seed)
    pool = re.findall(r"\\S+", " ".join(SEEDS))
    lines, count = [], 0
    while count < words:
        size = chance.randint(20, 90)
        lines.append(" ".join(chance.choices(pool, k=size)))
        count += size
    return "\\n\\n".join(lines)
def revised(text, share=0.02, seed=2):
    chance = random.Random(seed)
    other = lambda word: word if chance.random() > share else chance.choice(("", "other", word + " more"))
    return re.sub(r"\\S+", lambda m: other(m[0]), text)
def articles(count, seed=3):
    chance = random.Random(seed)
    pool = [line for text in SEEDS for line in text.splitlines() if line.strip()]
    folder = FOLDER / "articles"
    folder.mkdir()
    for n in range(count):
        lines = [chance.choice(pool)[:80], *chance.sample(pool, 14), f"Edition {n}."]
        text = revised("\\n\\n".join(lines), seed=n)
        (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
    return str(folder)
def sample(path):
    make = first("desktop.desk.sample:make_sample", "desktop.sample:make_sample")
    return make(path)
def open_desk(path):
    return first("desktop.desk.open_desk:Desk", "desktop.desk:Desk").open(path)
def settings():
    made = first("desktop.ui.settings:Settings")
    try:
        return made(FOLDER / "verbatim.ini", FOLDER)
    except TypeError:  # older ones look for their own folder themselves
        return made(FOLDER / "verbatim.ini")
def window(path, idle=True):
    global app
    from PySide6.QtWidgets import QApplication
    app = QApplication([])
    session_class = first("desktop.ui.session.session:Session", "desktop.ui.session:Session")
    made = first("desktop.ui.window.main_window:MainWindow", "desktop.ui.window:MainWindow")(
        session_class(settings()))
    made.apply_scheme(); made.resize(1440, 900); made.show()
    made.take(open_desk(path)); made.session.set_checker("Ada")
    if idle:
        settle()
    return made
def settle():
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        app.processEvents()
def quiet():  # until all that goes on by itself is done: hardly anything was worked for a while
    spent, since = time.process_time(), time.monotonic()
    while time.monotonic() < since + 0.4:
        app.processEvents()
        time.sleep(0.005)
        if time.process_time() > spent + 0.02:
            spent, since = time.process_time(), time.monotonic()
def pair(session):
    return getattr(session, "pair", session)
def counts(desk):
    return desk.counts() if hasattr(desk, "counts") else desk.article_list.counts()
"""
FOOT = """
began, spent = time.perf_counter(), time.process_time()
measured()
spent, wall = time.process_time() - spent, time.perf_counter() - began
if "USED" in globals():
    spent, wall = USED
print(json.dumps([spent, wall, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
os._exit(0)
"""
# Two outlets' articles, and an article and its update: others than those that are measured, of the same words.
COMPARE = """
from desktop.text.diff import compare
def told(a, b):
    return compare(a, b).alerts
others = [revised(text, 0.01, seed=9) for text in SEEDS]
for a, b in zip(others, [*others[1:], others[0]]):
    told(a, b), told(a, revised(a, 0.05, seed=9))
"""
QUOTES = "from desktop.text.quotes import find_quotes\nfind_quotes('“We will come,” he said. “No,” said Ann Lee.')\n"
PARAGRAPHS = """
PARAGRAPHS = (
    "Mayor Ann Lee and the city's chief engineer, Tom Berg, spoke on Monday about the new bridge over the river.\\n\\n"
    "“We will build it before the winter comes,” said Lee, who took office in March. “And nobody will regret it.”\\n\\n"
    "The works had been delayed by floods, by a strike and by a dispute over who was to pay for the second pier.\\n\\n"
    'Berg called the delay “a plain and simple mistake”, adding that it was "not the first of its kind".\\n\\n'
    "Residents of the old town have complained about the noise of the trucks for more than two years.\\n\\n"
)
"""
TIMED = """
import subprocess
def timed(*arguments):
    global USED
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "desktop", *arguments], check=True, capture_output=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # os.times() counts hundredths only
    USED = used.ru_utime + used.ru_stime, time.perf_counter() - began
"""
ROWS = {
    "two outlets' articles, cold": COMPARE + "measured = lambda: [told(SEEDS[0], SEEDS[1]), told(SEEDS[1], SEEDS[2])]",
    "... until the changes are there": COMPARE
    + "measured = lambda: [compare(SEEDS[0], SEEDS[1]), compare(SEEDS[1], SEEDS[2])]",
    "... from the import on": (
        "def measured():\n"
        "    from desktop.text.diff import compare\n"
        "    return [compare(SEEDS[0], SEEDS[1]).alerts, compare(SEEDS[1], SEEDS[2]).alerts]\n"
    ),
    "an article and its update, cold": COMPARE + "b = revised(SEEDS[1])\nmeasured = lambda: told(SEEDS[1], b)",
    "a revision of 100,000 words": COMPARE + "a = long_text(100_000); b = revised(a)\nmeasured = lambda: told(a, b)",
    "... of 100,000 until changes are there": COMPARE
    + "a = long_text(100_000); b = revised(a)\nmeasured = lambda: compare(a, b)",
    "a revision of 1,000,000 words": COMPARE
    + "a = long_text(1_000_000); b = revised(a, 0.02)\nmeasured = lambda: told(a, b)",
    "... of 1,000,000 until changes are there": COMPARE
    + "a = long_text(1_000_000); b = revised(a, 0.02)\nmeasured = lambda: compare(a, b)",
    "two texts of 1 MB compared": COMPARE
    + ("a = long_text(170_000); b = revised(long_text(170_000, seed=1), 0.1, seed=3)\nmeasured = lambda: told(a, b)"),
    "matrix of 200 articles of one story": QUOTES
    + (
        "from desktop.text.statements import matrix_of\n"
        "def found(texts):\n"
        "    return [(str(n), text, find_quotes(text)) for n, text in enumerate(texts)]\n"
        "matrix_of(found(SEEDS))\n"
        "made = found([revised(SEEDS[n % 5], 0.02, seed=n) for n in range(200)])\n"
        "measured = lambda: matrix_of(made)\n"
    ),
    "quotes of the seeds, cold": QUOTES + "measured = lambda: [find_quotes(text) for text in SEEDS]",
    "quotes of 300 texts": (
        QUOTES + "texts = [text + f'\\n\\nEdition {n}.' for n in range(60) for text in SEEDS]\n"
        "measured = lambda: [find_quotes(text) for text in texts]"
    ),
    "100,000 quotes of one article": (
        QUOTES + "said = '“We need {} more days for this,” said Ann Lee. “And nobody will mind,” Tom Berg added.'\n"
        "text = '\\n\\n'.join(map(said.format, range(50_000)))\n"
        "measured = lambda: find_quotes(text)"
    ),
    "quotes of 20 MB": QUOTES + PARAGRAPHS + "text = PARAGRAPHS * 32_000\nmeasured = lambda: find_quotes(text)",
    "quotes of one line of 5 MB": (
        QUOTES + PARAGRAPHS + "text = PARAGRAPHS.replace('\\n', ' ') * 8_000\nmeasured = lambda: find_quotes(text)"
    ),
    "the sample desk made": "measured = lambda: sample(FOLDER / 's.desk')",
    "200 marks": (
        "from desktop.domain import MarkChange, Status\n"
        "sample(FOLDER / 's.desk'); desk = open_desk(FOLDER / 's.desk')\n"
        "ids = [quote.id for article in desk.articles() for quote in desk.quotes(article.newest)]\n"
        "def measured():\n"
        "    for n in range(200):\n"
        "        change = MarkChange(status=Status.VERIFIED if n % 2 else Status.DISPUTED)\n"
        "        desk.mark([ids[n % len(ids)]], change, checker='Ada')\n"
    ),
    "the command line starts": TIMED + "measured = lambda: timed('--help')",
    "the command line reads quotes": TIMED + "measured = lambda: timed('quotes', 'seeds/001_f7ae3d3065d5bd83.txt')",
    "verbatim quotes, 1,000 files": TIMED + "made = articles(1000)\nmeasured = lambda: timed('quotes', made)",
    "verbatim add, 1,000 files": (
        TIMED + "made = articles(1000)\nmeasured = lambda: timed('add', str(FOLDER / 'new.desk'), made)"
    ),
    # Not --self-check: it looks at more in one build than in another. The sample is made by another process.
    "the window starts until painted": (
        "if not os.fork():\n    sample(FOLDER / 's.desk'); os._exit(0)\n"
        "os.wait()\n"
        "def measured():\n"
        "    w = window(FOLDER / 's.desk', idle=False)\n"
        "    app.processEvents(); w.grab()\n"
    ),
    "the window starts, the sample is shown": (
        "if not os.fork():\n    sample(FOLDER / 's.desk'); os._exit(0)\n"
        "os.wait()\n"
        "def measured():\n"
        "    w = window(FOLDER / 's.desk', idle=False)\n"
        "    quiet(); w.grab()\n"
    ),
    "ten articles chosen until painted": (
        "sample(FOLDER / 's.desk'); w = window(FOLDER / 's.desk')\n"
        "articles = w.session.desk.articles()\n"
        "def measured():\n"
        "    global USED\n"
        "    cpu = wall = 0\n"
        "    for n in range(10):\n"
        "        began, spent = time.perf_counter(), time.process_time()\n"
        "        pair(w.session).show(articles[n % len(articles)].newest); app.processEvents(); w.grab()\n"
        "        cpu += time.process_time() - spent; wall += time.perf_counter() - began\n"
        "        settle()\n"
        "    USED = cpu, wall\n"
    ),
    "twelve marks with their repaint": (
        "from PySide6.QtGui import QKeySequence\nfrom PySide6.QtTest import QTest\n"
        "sample(FOLDER / 's.desk'); w = window(FOLDER / 's.desk')\n"
        "w.activateWindow(); w.bench.quotes.focus_list(); settle()\n"
        "def press(key):\n"
        "    target = w.focusWidget() or w\n"
        "    QTest.keySequence(target, QKeySequence(key)); app.processEvents()\n"
        "press('Home')\n"
        "def measured():\n"
        "    global USED\n"
        "    cpu = wall = 0\n"
        "    for _ in range(12):\n"
        "        began, spent = time.perf_counter(), time.process_time()\n"
        "        press('V'); w.grab()\n"
        "        cpu += time.process_time() - spent; wall += time.perf_counter() - began\n"
        "        settle()\n"
        "    USED = cpu, wall\n"
        "    assert counts(w.session.desk).verified >= 10\n"
    ),
}


def once(checkout: Path, row: str) -> list[float]:
    """Run one row in a fresh process of a checkout; returns seconds of processor, seconds by the clock, peak in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(checkout)}
        environment |= dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"), folder)
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment["PYTHONPYCACHEPREFIX"] = str(BYTECODE)
        code = f"{HEAD}\n{ROWS[row]}\n{FOOT}"
        done = subprocess.run(
            [sys.executable, "-c", code, folder],
            cwd=checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{row} in {checkout}:\n{done.stderr[-2000:]}")
        figures: list[float] = json.loads(done.stdout.splitlines()[-1])
        return figures


def main(old: Path, new: Path, rows: list[str]) -> None:
    print(f"{'row':36} {'processor':>9} {'wall':>6} {'memory':>7}   old: processor, wall, peak")
    for row in rows or list(ROWS):
        taken: dict[Path, list[list[float]]] = {old: [], new: []}
        for number in range(ROUNDS + 1):  # the first round only warms the disk
            for checkout in (old, new) if number % 2 else (new, old):
                figures = once(checkout, row)
                if number:
                    taken[checkout].append(figures)
        before, after = ([median(column) for column in zip(*taken[build], strict=True)] for build in (old, new))
        ratios = [b / a for a, b in zip(before, after, strict=True)]
        print(
            f"{row:36} {ratios[0]:9.2f} {ratios[1]:6.2f} {ratios[2]:7.2f}   "
            f"{before[0] * 1000:.1f} ms, {before[1] * 1000:.1f} ms, {before[2] / 1024:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3:])
