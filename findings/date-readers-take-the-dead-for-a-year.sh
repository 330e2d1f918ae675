#!/usr/bin/env bash
# chrono-node 2.10.3 (npm), timefhuman 0.1.5 and ctparse 0.3.6 (PyPI): dates in sentences of news, asked on 13 May 2020.
#
# Surprise: of "on March 5, 10 people died" one would expect 5 March, or at worst nothing. It is 5 March 2010 for chrono-node
# and timefhuman, and ten o'clock in the morning for ctparse; twelve dead in place of ten are another date. chrono-node makes
# a day of "in March, 20 were killed". timefhuman makes an appointment of a vote ("10-12 on Monday" is from ten to twelve),
# the first of May of "3 to 5 May 2020", and lets "Monday to Friday" end before it begins. ctparse takes half past midnight
# ("12:30 am") for half past noon, and last Tuesday for the next one. None of it comes with a sign of doubt.
#
# Why it hurts: a toll that is corrected moves the event by years, and an event "last Tuesday" is yet to come.
#
# This program: a figure is a year only where nothing is counted by it. Guard: tests/text/facts/test_dates.py, row
# "on March 5 , 10 people died" of test_a_date_is_read_in_its_parts_and_with_its_tokens.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" chrono-node@2.10.3 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q timefhuman==0.1.5 ctparse==0.3.6
cat >"$dir/try.cjs" <<'JS'
const chrono = require("chrono-node");

const day = (date) => new Date(date.getTime() - date.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const read = (sentence) => chrono.parse(sentence, new Date(2020, 4, 13, 12)).map((each) => day(each.date())).join(" ");
console.log(JSON.stringify(JSON.parse(process.argv[2]).map(read)));
JS
cat >"$dir/try.py" <<'PY'
import json
import logging
import subprocess
import sys
import warnings
from datetime import datetime
from importlib.metadata import version

warnings.filterwarnings("ignore")
logging.disable()
from ctparse import ctparse
from timefhuman import tfhConfig, timefhuman

now = datetime(2020, 5, 13, 12)


def by_timefhuman(sentence: str) -> str:
    (found,) = timefhuman(sentence, config=tfhConfig(now=now))
    return " to ".join(str(each)[:16] for each in (found if isinstance(found, tuple) else [found]))


def by_ctparse(sentence: str) -> str:
    return str(ctparse(sentence, ts=now).resolution).split(" (")[0].replace(" X:X", "")


rows = [  # reader, sentence, expected, seen
    ("chrono-node", "On March 5, 10 people died.", "2020-03-05", "2010-03-05"),
    ("chrono-node", "On March 5, 12 people died.", "2020-03-05", "2012-03-05"),
    ("chrono-node", "In March, 20 were killed.", "2020-03", "2020-03-20"),
    ("timefhuman", "On March 5, 10 people died.", "2020-03-05", "2010-03-05 00:00"),
    ("timefhuman", "It voted 10-12 on Monday.", "2020-05-18", "2020-05-18 10:00 to 2020-05-18 12:00"),
    ("timefhuman", "from 3 to 5 May 2020", "2020-05-03 to 2020-05-05", "2020-05-01 00:00"),
    ("timefhuman", "from Monday to Friday", "2020-05-18 to 2020-05-22", "2020-05-18 00:00 to 2020-05-15 00:00"),
    ("ctparse", "March 5, 10 people died", "2020-03-05", "2021-03-05 10:00"),
    ("ctparse", "12:30 am", "2020-05-14 00:30", "2020-05-13 12:30"),
    ("ctparse", "last Tuesday", "2020-05-12", "2020-05-19"),
]
asked = [sentence for reader, sentence, *_ in rows if reader == "chrono-node"]
ran = subprocess.run(["node", sys.argv[1], json.dumps(asked)], check=True, capture_output=True)
by_chrono = dict(zip(asked, json.loads(ran.stdout), strict=True))
readers = {"chrono-node": by_chrono.__getitem__, "timefhuman": by_timefhuman, "ctparse": by_ctparse}
print("chrono-node 2.10.3  timefhuman", version("timefhuman"), " ctparse", version("ctparse"))
same = True
for reader, sentence, expected, known in rows:
    seen = readers[reader](sentence)
    print(f"{reader:12} {sentence:28} expected {expected:25} seen {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.cjs"
