#!/usr/bin/env bash
# dateparser 1.5.0: time stamps as outlets of the United States print them ("ET", "PT"), and a week of ISO 8601.
#
# Surprise: one would expect ET to be the time of New York, or to be refused. It is winter time all the year: noon in July
# is an hour late, so that "11:30 p.m. ET" is dated the day after; PT the same; CT and MT are not known at all, and with
# them the whole date is None. The week 2020-W10 (2 to 8 March) is 1 October, with its day ("2020-W10-1") too, and from
# W13 on it is None. Where the zone says which of the two it is ("EDT"), all is right.
#
# Why it hurts: the most printed form of American news is wrong from March to November, by an hour that often is a day.
#
# This program: takes the day as printed and no instant; a week is no date. Guard: tests/intake/test_dates.py, rows
# "July 3, 2020 11:30 p.m. ET", "… 4:30 p.m. CT" and "2020-W10-3".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q dateparser==1.5.0
cat >"$dir/try.py" <<'PY'
import sys
from datetime import UTC, date, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

import dateparser

rows = [  # printed, zone, seen in UTC
    ("January 3, 2020 11:30 p.m. ET", "America/New_York", "2020-01-04 04:30"),
    ("July 3, 2020 11:30 p.m. EDT", "America/New_York", "2020-07-04 03:30"),
    ("July 3, 2020 11:30 p.m. ET", "America/New_York", "2020-07-04 04:30"),
    ("July 3, 2020 4:30 p.m. PT", "America/Los_Angeles", "2020-07-04 00:30"),
    ("July 3, 2020 4:30 p.m. CT", "America/Chicago", "None"),
]
print("dateparser", version("dateparser"))
same = True
for printed, zone, known in rows:
    wall = datetime.strptime(printed.replace(".m.", "m").rsplit(" ", 1)[0].upper(), "%B %d, %Y %I:%M %p")
    expected = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = dateparser.parse(printed)
    seen = f"{found.astimezone(UTC):%Y-%m-%d %H:%M}" if found else "None"
    print(f"{printed:32}expected {expected:%Y-%m-%d %H:%M} UTC  seen {seen}")
    same &= seen == known
for week, day, known in (("2020-W10", 1, "2020-10-01"), ("2020-W10-3", 3, "2020-10-03"), ("2020-W45", 1, "None")):
    found = dateparser.parse(week)
    seen = f"{found:%Y-%m-%d}" if found else "None"
    print(f"{week:32}expected {date.fromisocalendar(2020, int(week[6:8]), day)}            seen {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
