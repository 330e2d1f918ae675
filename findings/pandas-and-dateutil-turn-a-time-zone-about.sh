#!/usr/bin/env bash
# pandas 3.1.1 and python-dateutil 2.9.0.post0: times of articles as many sites print them, with "GMT+3" or "UTC+0530".
#
# Surprise: pandas has two answers to one string. to_datetime("... UTC+0300") is three hours ahead of Greenwich, as printed,
# Timestamp() of the same string three hours behind, and so is a whole column read with format="mixed". The cause is
# dateutil's parser, which takes "GMT+3" for its contrary ("my time plus 3 is GMT") and is asked whenever pandas finds no
# form of its own, while tz.gettz("GMT+3") of the same dateutil is three hours ahead. "+0300" alone is right in all.
#
# Why it hurts: an article is six hours (from Kolkata eleven, so often a day) too late: who was first to publish, and
# whether a correction stood before or after a broadcast, is turned about.
#
# This program: shows a date line as printed and takes no more than its day from it. Guard: tests/intake/test_dates.py, rows
# "6 September 2022 10:00 UTC+3" and "Tue Sep 6 2022 10:00:00 GMT+0300".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pandas==3.1.1 python-dateutil==2.9.0.post0
cat >"$dir/try.py" <<'PY'
import sys
import warnings
from datetime import datetime
from importlib.metadata import version

import pandas
from dateutil import parser, tz

warnings.simplefilter("ignore")  # pandas tells that it asks dateutil, not that the answer differs
rows = [  # printed, hours ahead by to_datetime, Timestamp, dateutil
    ("2020-05-03 23:30 +0300", 3.0, 3.0, 3.0),
    ("2020-05-03 23:30 UTC+0300", 3.0, -3.0, -3.0),
    ("3 May 2020 23:30 GMT+0530", 5.5, -5.5, -5.5),
    ("2020-05-03T23:30:00 UTC-05:00", -5.0, 5.0, 5.0),
    ("2020-05-03 23:30 GMT+3", -3.0, -3.0, -3.0),
]


def ahead(time: datetime) -> float:
    return time.utcoffset().total_seconds() / 3600


print("pandas", version("pandas"), "dateutil", version("python-dateutil"))
same = True
for printed, *known in rows:
    seen = [ahead(read(printed)) for read in (pandas.to_datetime, pandas.Timestamp, parser.parse)]
    print(f"\nprinted  {printed}\nhours    to_datetime {seen[0]:+}, Timestamp {seen[1]:+}, dateutil {seen[2]:+}")
    same &= seen == known
zone = tz.gettz("GMT+3").utcoffset(datetime(2020, 5, 3)).total_seconds() / 3600
column = pandas.to_datetime(pandas.Series([rows[1][0], rows[1][0]]), utc=True)[1]
mixed = pandas.to_datetime(pandas.Series([rows[0][0], rows[1][0]]), utc=True, format="mixed")[1]
print(f"\ngettz('GMT+3') of dateutil: {zone:+}")
print(f"{rows[1][0]} in a column of its like: {column:%d %B %H:%M} UTC; format='mixed': {mixed:%d %B %H:%M} UTC")
same &= (zone, column.hour, mixed.hour) == (3.0, 20, 2)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
