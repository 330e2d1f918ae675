#!/usr/bin/env bash
# timecode 1.5.1 (PyPI): SMPTE time codes of recordings, read, subtracted and turned into seconds.
#
# Surprise: at 29.97 frames a second a colon before the frames says that none are dropped, a semicolon that some are. Here
# the rate alone decides: "00:01:00:00" is printed back as "00:00:59;28", as is "00:00:59:28" itself. Ten seconds less four
# are 5 seconds and 24 frames, plus four they are a frame too many, as the frame 00:00:00:00 counts as one. An hour from
# start_seconds is "01:00:03;17"; and of the calls that give seconds float says 3596.43 where to_realtime says 3600.03.
#
# Why it hurts: the second at which something was said is off by up to 3.6 an hour, by another amount at each end of a cut.
#
# This program: counts frames of captions by the rate that the file states and never takes two time codes from each other.
# Guard: tests/intake/formats/test_timed_text.py, test_times_count_from_the_parents.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q timecode==1.5.1
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from timecode import Timecode

ten, four = Timecode("25", "00:00:10:00"), Timecode("25", "00:00:04:00")
hour = Timecode("29.97", "01:00:00;00")
rows = [  # what was asked, expected, answer, known
    ("29.97, read 00:01:00:00", "00:01:00:00", str(Timecode("29.97", "00:01:00:00")), "00:00:59;28"),
    ("29.97, read 00:00:59:28", "00:00:59:28", str(Timecode("29.97", "00:00:59:28")), "00:00:59;28"),
    ("25, 10 s less 4 s", "00:00:06:00", str(ten - four), "00:00:05:24"),
    ("25, 10 s and 4 s", "00:00:14:00", str(ten + four), "00:00:14:01"),
    ("25, begins at 10 s", "00:00:10:00", str(Timecode("25", start_seconds=10)), "00:00:09:24"),
    ("29.97, begins at 3600 s", "01:00:00;00", str(Timecode("29.97", start_seconds=3600)), "01:00:03;17"),
    ("29.97, 01:00:00;00 as float", "3600.00", f"{hour.float:.2f}", "3596.43"),
    ("29.97, 01:00:00;00 to_realtime", "3600.00", f"{hour.to_realtime(True):.2f}", "3600.03"),
]
print("timecode", version("timecode"))
for asked, expected, seen, _ in rows:
    print(f"{asked:34}expected {expected}  seen {seen}")
same = all(seen == known for _, _, seen, known in rows)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
